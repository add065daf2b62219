//! The rows: what is run on which corpus, and what follows from the times.

use super::rounds::{Times, Turn, take_turns};
use super::scene::{Plan, Scene};
use crate::article::Density;
use crate::corpus::Size;
use crate::measure::Measured;
use crate::verify::{Verdict, verify};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A command on a corpus.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each field is a column")]
pub struct Row {
    pub corpus: String,
    pub command: &'static str,
    pub bytes: u64,
    pub times: Times,
}

/// A goal, and whether it is reached.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each field is a column")]
pub struct Goal {
    pub work: String,
    pub bound: &'static str,
    pub measured: String,
    pub holds: bool,
}

/// Everything that was measured.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Against the goals.
    pub goals: Vec<Goal>,
    /// All times.
    pub rows: Vec<Row>,
    /// Reports against what is known; `None` where the run was stopped.
    pub verdicts: Vec<(String, Option<Verdict>)>,
    /// What was measured on.
    pub scenes: Vec<Scene>,
}

/// After so many seconds in all, a command has been run often enough.
const ENOUGH: f64 = 90.0;
const SHIPPED_RUNS: usize = 30;

/// A part makes its corpora and measures on them.
pub type Part = fn(&Plan, &Path, &mut Results) -> io::Result<()>;

/// All parts, in order.
pub const PARTS: [Part; 5] = [measure_shipped, measure_sparse, measure_dense, measure_archive, measure_script];

fn measure_sparse(plan: &Plan, dir: &Path, results: &mut Results) -> io::Result<()> {
    let scene = Scene::make(plan, dir, "sparse", Density::Sparse, Size::Bytes(plan.sizes.sparse), false)?;
    let [gainsay, ripgrep] = beside_peers(plan, &scene, results)?;
    let ratio = gainsay.best() / ripgrep.best();
    let work = format!("{} of sparse text, against ripgrep", megabytes(scene.made.bytes));
    results.goals.push(goal(work, "1.2 × its time", times(ratio), ratio <= 1.2, &gainsay));
    let (work, peak) = (format!("peak memory on {} of sparse text", megabytes(scene.made.bytes)), gainsay.peak());
    results.goals.push(goal(work, "under 150 MB", megabytes(peak), peak < 150_000_000, &gainsay));
    results.scenes.push(scene);
    Ok(())
}

fn measure_dense(plan: &Plan, dir: &Path, results: &mut Results) -> io::Result<()> {
    let scene = Scene::make(plan, dir, "dense", Density::Dense, Size::Bytes(plan.sizes.dense), true)?;
    let [gainsay, _] = beside_peers(plan, &scene, results)?;
    let rate = scene.made.bytes as f64 / 1e6 / gainsay.best();
    let work = format!("{} of dense text", megabytes(scene.made.bytes));
    results.goals.push(goal(work, "60 MB/s", format!("{rate:.1} MB/s"), rate >= 60.0, &gainsay));
    results.scenes.push(scene);
    Ok(())
}

fn measure_script(plan: &Plan, dir: &Path, results: &mut Results) -> io::Result<()> {
    let scene = Scene::make(plan, dir, "for the script", Density::Dense, Size::Bytes(plan.sizes.script), true)?;
    let turns = [gainsay(plan, &scene, dir, &[])];
    let gainsay = take_turns(&turns, plan.rounds, ENOUGH)?.remove(0);
    let measured = Measured { limit: None, ..plan.script(&scene) };
    let script = take_turns(&[Turn { measured, good: &[0], fresh: None }], 1, ENOUGH)?.remove(0);
    results.compare_dense(&scene, &gainsay);
    let ratio = script.best() / gainsay.best();
    let work = format!("against the script on {}", megabytes(scene.made.bytes));
    results.goals.push(goal(work, "200 × faster", times(ratio), ratio >= 200.0, &gainsay));
    results.row(&scene, "gainsay check", gainsay);
    results.row(&scene, "the script, once", script);
    results.scenes.push(scene);
    Ok(())
}

/// First runs with an empty cache, second runs, runs after a claim was added,
/// runs after an article was changed.
fn measure_archive(plan: &Plan, dir: &Path, results: &mut Results) -> io::Result<()> {
    let make = |name, articles| Scene::make(plan, dir, name, Density::Sparse, Size::Articles(articles), true);
    let beginning = make("beginning of the archive", plan.sizes.beginning)?;
    let scene = make("archive", plan.sizes.archive)?;
    let [mut small, mut first, mut second, mut added, mut changed] = [const { Times::NONE }; 5];
    let (of_small, turn) = (gainsay(plan, &beginning, dir, &[]), gainsay(plan, &scene, dir, &[]));
    let warm = Turn { fresh: None, ..turn.clone() };
    let (claims, article) = (scene.dir.join("claims.toml"), first_article(&scene)?);
    for _ in 0..plan.rounds {
        if first.is_enough(ENOUGH) {
            break;
        }
        (0..3).try_for_each(|_| of_small.run(&mut small))?;
        turn.run(&mut first)?;
        warm.run(&mut second)?;
        let plus = fs::read(scene.dir.join("claims-plus.toml"))?;
        with_bytes(&claims, plus, || warm.run(&mut added))?;
        let longer = [fs::read(&article)?, b"Nothing more is known.\n".to_vec()].concat();
        with_bytes(&article, longer, || warm.run(&mut changed))?;
    }
    let articles = scene.made.articles;
    let second_ratio = second.best() / first.best();
    let work = format!("second run, nothing changed, {articles} articles");
    results.goals.push(goal(work, "a tenth of the first", times(second_ratio), second_ratio <= 0.1, &first));
    let added_ratio = added.best() / first.best();
    let work = "second run, one claim added".to_owned();
    results.goals.push(goal(work, "a fifth of the first", times(added_ratio), added_ratio <= 0.2, &first));
    let each = |times: &Times, scene: &Scene| times.best() / scene.made.articles as f64;
    let growth = each(&first, &scene) / each(&small, &beginning);
    let work = format!("time per article, from {} to {articles}", beginning.made.articles);
    results.goals.push(goal(work, "1.2 ×", times(growth), growth <= 1.2, &first));
    results.row(&beginning, "gainsay check", small);
    results.row(&scene, "gainsay check", first);
    results.row(&scene, "the same again", second);
    results.row(&scene, "one claim added", added);
    results.row(&scene, "one article changed", changed);
    measure_records(plan, &scene, dir, results)?;
    results.scenes.extend([beginning, scene]);
    Ok(())
}

/// The same articles as JSON Lines, where the program reads them as such: its
/// report then knows what they say.
fn measure_records(plan: &Plan, scene: &Scene, dir: &Path, results: &mut Results) -> io::Result<()> {
    let records = scene.dir.join("corpus.jsonl").to_string_lossy().into_owned();
    let report = scene.dir.join("report.json");
    let more = ["--corpus", &records, "--format", "json", "--output", &report.to_string_lossy()];
    let probed = gainsay(plan, scene, dir, &more).measured.run()?;
    let reads_records =
        matches!(probed.status, Some(0 | 1)).then(|| verify(&scene.dir.join("truth.jsonl"), &report, 0));
    let Some(verdict) = reads_records.transpose()?.filter(|verdict| verdict.found > 0) else { return Ok(()) };
    results.verdicts.push((format!("{}, JSON Lines", scene.name), Some(verdict)));
    let turn = gainsay(plan, scene, dir, &["--corpus", &records]);
    let times = take_turns(&[turn], plan.rounds, ENOUGH)?.remove(0);
    results.row(scene, "the same as JSON Lines", times);
    Ok(())
}

/// The path of some article.
fn first_article(scene: &Scene) -> io::Result<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(scene.dir.join("corpus/000"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    paths.into_iter().next().ok_or_else(|| io::Error::other("there is no article"))
}

/// Does something while a file holds other bytes.
fn with_bytes(path: &Path, bytes: Vec<u8>, run: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let before = fs::read(path)?;
    fs::write(path, bytes)?;
    let result = run();
    fs::write(path, before)?;
    result
}

fn measure_shipped(plan: &Plan, dir: &Path, results: &mut Results) -> io::Result<()> {
    let scene = Scene { name: "shipped", dir: plan.tools.shipped.clone(), made: crate::corpus::Made::default() };
    let mut turn = gainsay(plan, &scene, dir, &[]);
    turn.measured.stdout = dir.join("output");
    // The program that holds the limit would be a part of so short a time.
    turn.measured.limit = None;
    let shipped = take_turns(&[turn], SHIPPED_RUNS, ENOUGH)?.remove(0);
    let told = format!("{:.1} ms", shipped.best() * 1e3);
    let holds = shipped.best() < 0.030;
    results.goals.push(goal("the shipped corpus".to_owned(), "under 30 ms", told, holds, &shipped));
    results.row(&scene, "gainsay check", shipped);
    Ok(())
}

/// Reading, ripgrep and gainsay in turns; then a report against the truth.
/// Gives the times of gainsay and of ripgrep.
fn beside_peers(plan: &Plan, scene: &Scene, results: &mut Results) -> io::Result<[Times; 2]> {
    let dir = scene.dir.parent().unwrap_or(Path::new("."));
    let reading = plan.reading(scene)?;
    reading.run()?; // so that the files are in memory
    let turns = [
        Turn { measured: reading, good: &[0], fresh: None },
        Turn { measured: plan.ripgrep(scene), good: &[0, 1], fresh: None },
        gainsay(plan, scene, dir, &[]),
    ];
    let mut times = take_turns(&turns, plan.rounds, ENOUGH)?.into_iter();
    let (Some(reading), Some(ripgrep), Some(checked)) = (times.next(), times.next(), times.next()) else {
        unreachable!("a turn each")
    };
    results.row(scene, "reading alone", reading);
    results.row(scene, "ripgrep", ripgrep.clone());
    results.row(scene, "gainsay check", checked.clone());
    let report = scene.dir.join("report.json");
    let as_json = gainsay(plan, scene, dir, &["--format", "json", "--output", &report.to_string_lossy()]);
    let as_json = take_turns(&[as_json], 1, ENOUGH)?.remove(0);
    let verdict = if as_json.stopped { None } else { Some(verify(&scene.dir.join("truth.jsonl"), &report, 0)?) };
    results.row(scene, "gainsay check --format json", as_json);
    results.verdicts.push((scene.name.to_owned(), verdict));
    Ok([checked, ripgrep])
}

/// A turn of `gainsay check` that finds no cache of an earlier run.
fn gainsay(plan: &Plan, scene: &Scene, dir: &Path, more: &[&str]) -> Turn {
    let cache = dir.join("cache");
    Turn { measured: plan.gainsay(scene, &cache, more), good: &[0, 1], fresh: Some(cache) }
}

impl Results {
    /// Growth of the time per article from a small dense corpus to the large.
    fn compare_dense(&mut self, small: &Scene, of_small: &Times) {
        let Some(large) = self.scenes.iter().find(|scene| scene.name == "dense") else { return };
        let Some(row) = self.rows.iter().find(|row| row.corpus == "dense" && row.command == "gainsay check") else {
            return;
        };
        let (from, to) = (small.made.articles, large.made.articles);
        let growth = (row.times.best() / to as f64) / (of_small.best() / from as f64);
        let work = format!("the same of dense text, from {from} to {to}");
        let of = row.times.clone();
        self.goals.push(goal(work, "1.2 ×", times(growth), growth <= 1.2, &of));
    }

    fn row(&mut self, scene: &Scene, command: &'static str, times: Times) {
        self.rows.push(Row { corpus: scene.name.to_owned(), command, bytes: scene.made.bytes, times });
    }
}

/// What was stopped at its limit reaches no goal.
fn goal(work: String, bound: &'static str, measured: String, holds: bool, of: &Times) -> Goal {
    let measured = if of.stopped { format!("stopped after {:.0} s", of.best()) } else { measured };
    Goal { work, bound, measured, holds: holds && !of.stopped }
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2} ×")
}

/// `24.1 MB`, of a million bytes each.
pub fn megabytes(bytes: u64) -> String {
    let megabytes = bytes as f64 / 1e6;
    if megabytes < 100.0 { format!("{megabytes:.1} MB") } else { format!("{megabytes:.0} MB") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stopped_reaches_no_goal() {
        let mut stopped = Times::NONE;
        stopped.stopped = true;
        assert!(!goal(String::new(), "", times(0.5), true, &stopped).holds);
        let whole = goal(String::new(), "", times(0.5), true, &Times::NONE);
        assert_eq!((whole.holds, &*whole.measured), (true, "0.50 ×"));
    }

    #[test]
    fn a_file_is_as_before_even_when_the_run_fails() {
        let path = std::env::temp_dir().join(format!("gainsay-bench-bytes-{}", std::process::id()));
        fs::write(&path, "before").expect("a file can be written");
        let during = with_bytes(&path, b"other".to_vec(), || Err(io::Error::other(fs::read_to_string(&path)?)));
        assert_eq!(during.map_err(|error| error.to_string()), Err("other".to_owned()));
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "before");
        fs::remove_file(&path).expect("it can go");
    }
}
