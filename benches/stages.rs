//! How fast each stage of a check is, from files to a printed report.
//!
//! ```console
//! $ cargo bench --bench stages -- /tmp/sparse
//! ```
//!
//! The folder has a `claims.toml` with its corpus, such as `bench/` makes; without one the
//! shipped corpus is read, over and over. The stages of one article run on one core, each over
//! the articles that get so far; a stage's speed is by the bytes of these. The last
//! rows run as `check` does.

use gainsay::check::{Checked, load};
use gainsay::claims::ClaimSet;
use gainsay::compare::compare;
use gainsay::corpus::Article;
use gainsay::corpus::read::{head_from, read_body, read_text};
use gainsay::corpus::walk::{Found, find_files};
use gainsay::matching::find_in_passage;
use gainsay::matching::passage::Passage;
use gainsay::matching::prefilter::chances::Candidates;
use gainsay::matching::prefilter::plain::Plain;
use gainsay::matching::topics::Topics;
use gainsay::report::{Layout, Report, formats};
use gainsay::scan::{Scanner, Texts, scan_files};
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// So much of a corpus is looked at: more tells no more.
const MOST: usize = 64 << 20;

/// An article on its way.
struct Passing {
    file: Found,
    text: String,
    body: usize,
    article: Option<Article>,
    wanted: Candidates,
}

fn main() -> std::io::Result<()> {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let folder = folder.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let loaded = load(&folder.join("claims.toml")).map_err(std::io::Error::other)?;
    let mut rows = Rows(std::io::stdout());
    writeln!(rows.0, "| stage | articles | MB | seconds | MB/s |\n|---|---|---|---|---|")?;
    one_by_one(&folder, &loaded.claims, &mut rows)?;
    all_at_once(&folder, &loaded.claims, &mut rows)
}

/// The stages that each article goes through, up to its mentions.
fn one_by_one(folder: &Path, claims: &ClaimSet, rows: &mut Rows) -> std::io::Result<()> {
    let (mut passing, read) = timed(|| read_files(folder, claims));
    rows.tell("files read", &passing, read)?;
    let topics = Topics::new(claims);
    let ((), heads) = timed(|| {
        for passing in &mut passing {
            let (article, body, _) = head_from(passing.file.id(), passing.file.shown(), &passing.text);
            (passing.article, passing.body) = (Some(article), body);
        }
    });
    rows.tell("heads", &passing, heads)?;
    let opens = |passing: &Passing| topics.could_match(&Plain::new(&passing.text));
    let (open, gate) = timed(|| passing.iter().map(opens).collect::<Vec<bool>>());
    rows.tell("gate", &passing, gate)?;
    let mut open = open.into_iter();
    passing.retain(|_| open.next() == Some(true));
    let ((), search) = timed(|| {
        for passing in &mut passing {
            let Some(article) = &passing.article else { continue };
            passing.wanted = topics.candidates(claims, article, &Plain::new(&passing.text));
        }
    });
    rows.tell("search for all words", &passing, search)?;
    passing.retain(|passing| !passing.wanted.topics.is_empty());
    let ((), structure) = timed(|| {
        for passing in &mut passing {
            passing.article.iter_mut().for_each(|article| drop(read_body(article, &passing.text, passing.body)));
        }
    });
    rows.tell("structure", &passing, structure)?;
    let found = passing.iter().filter_map(|passing| {
        let article = passing.article.as_ref()?;
        Some((passing, article, topics.chances(claims, article, passing.body, &passing.wanted)))
    });
    let (found, chances) = timed(|| found.collect::<Vec<_>>());
    rows.tell("chances by sentence", &passing, chances)?;
    let found: Vec<_> = found.into_iter().filter(|(_, _, chances)| !chances.is_empty()).collect();
    let speaks = |(passing, ..): &(&Passing, &Article, Vec<_>)| passing.text.len();
    let bytes = found.iter().map(speaks).sum();
    let read = found.iter().map(|(_, article, chances)| (Passage::read(article, claims, &topics.names), chances));
    let (passages, words) = timed(|| read.collect::<Vec<_>>());
    rows.row("words and names", found.len(), bytes, words)?;
    let of = |(passage, chances): &(Passage<'_>, &Vec<_>)| find_in_passage(claims, &topics, passage, 0, chances).0;
    let (mentions, aligned) = timed(|| passages.iter().map(of).map(|mentions| mentions.len()).sum::<usize>());
    rows.row("values, alignment, voices", found.len(), bytes, aligned)?;
    black_box(mentions);
    Ok(())
}

/// The whole corpus, on all cores.
fn all_at_once(folder: &Path, claims: &ClaimSet, rows: &mut Rows) -> std::io::Result<()> {
    let paths: Vec<PathBuf> = claims.paths.iter().map(|(path, _)| path.into()).collect();
    let scanner = Scanner::new(claims, Texts::OfSpeakers);
    let (gathered, scanned) = timed(|| scan_files(&scanner, find_files(&paths, folder), &mut |_| {}));
    let ((corpus, found), ordered) = timed(|| gathered.in_order(&scanner));
    let files = find_files(&paths, folder).files;
    let bytes =
        files.iter().filter_map(|file| std::fs::metadata(file.place(folder)).ok()).map(|meta| meta.len()).sum::<u64>();
    let (articles, bytes) = (corpus.articles.len(), usize::try_from(bytes).unwrap_or(usize::MAX));
    rows.row("all of the above, on all cores", articles, bytes, scanned + ordered)?;
    let (compared, comparing) = timed(|| compare(claims, &corpus, found, None));
    rows.row("comparison", articles, bytes, comparing)?;
    let checked = Checked {
        claims: claims.clone(),
        corpus,
        compared,
        diagnostics: Vec::new(),
        base: PathBuf::new(),
        notice: None,
        state: None,
    };
    let (report, arranged) = timed(|| Report::new(&checked));
    rows.row("the model of the report", articles, bytes, arranged)?;
    let table = formats::FORMATS.iter().find(|format| format.name == "table");
    let (written, writing) = timed(|| {
        let mut out = Vec::new();
        table.map(|table| (table.write)(&report, &Layout::wide(100), &mut out)).transpose().map(|_| out.len())
    });
    black_box(written?);
    rows.row("the table", articles, bytes, writing)
}

/// The files of a corpus as texts, up to a size; a small one more than once.
fn read_files(folder: &Path, claims: &ClaimSet) -> Vec<Passing> {
    let paths: Vec<PathBuf> = claims.paths.iter().map(|(path, _)| path.into()).collect();
    let files = find_files(&paths, folder).files;
    let (mut all, mut read, mut bytes) = (Vec::new(), 0, Vec::new());
    for file in files.iter().filter(|file| !file.holds_records()).cycle() {
        let Ok(text) = read_text(file, folder, &mut bytes) else { continue };
        read += text.len();
        let (file, text) = (file.clone(), text.to_owned());
        all.push(Passing { file, text, body: 0, article: None, wanted: Candidates::default() });
        if read > MOST || all.len() >= files.len() && read > MOST / 16 {
            break;
        }
    }
    all
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let made = run();
    (made, began.elapsed())
}

/// The table.
struct Rows(std::io::Stdout);

impl Rows {
    fn tell(&mut self, stage: &str, of: &[Passing], took: Duration) -> std::io::Result<()> {
        self.row(stage, of.len(), of.iter().map(|passing| passing.text.len()).sum(), took)
    }

    fn row(&mut self, stage: &str, articles: usize, bytes: usize, took: Duration) -> std::io::Result<()> {
        let (megabytes, seconds) = (bytes as f64 / 1e6, took.as_secs_f64());
        writeln!(self.0, "| {stage} | {articles} | {megabytes:.1} | {seconds:.3} | {:.0} |", megabytes / seconds)
    }
}
