//! `gainsay-bench make|read|verify|time|run`: see `bench/README.md`.

use gainsay_bench::article::Density;
use gainsay_bench::corpus::{Order, Size, write_corpus};
use gainsay_bench::measure::time;
use gainsay_bench::read::read_all;
use gainsay_bench::run::{self, Plan, Sizes, Tools};
use gainsay_bench::verify::verify;
use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage:
  gainsay-bench make DIR (--bytes N[k|M|G] | --articles N) [--seed N] [--dense] [--front] [--jsonl]
  gainsay-bench read DIR
  gainsay-bench verify TRUTH REPORT [--samples N]
  gainsay-bench time STDOUT COMMAND…
  gainsay-bench run --gainsay PROGRAM --python PROGRAM --script FILE [--small] [--dir DIR] [--rounds N] [--limit SECONDS] [--seed N]";

fn main() -> ExitCode {
    match run_command(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run_command(arguments: Vec<OsString>) -> Result<(), Box<dyn Error>> {
    let (command, rest) = arguments.split_first().ok_or("there is no command")?;
    let mut rest = Arguments(rest.to_vec());
    match command.to_str() {
        Some("make") => make(&mut rest),
        Some("read") => {
            let read = read_all(&rest.path()?)?;
            println!("{} files, {} bytes", read.files, read.bytes);
            Ok(())
        }
        Some("verify") => {
            let (truth, report) = (rest.path()?, rest.path()?);
            let samples = rest.number("--samples", 0)?;
            tell_verdict(&truth, &report, samples as usize)
        }
        Some("time") => {
            let stdout = rest.path()?;
            println!("{}", serde_json::to_string(&time(&stdout, &rest.0)?)?);
            Ok(())
        }
        Some("run") => run_all(&mut rest),
        _ => Err(format!("there is no command {}", command.display()).into()),
    }
}

/// Arguments not yet taken.
struct Arguments(Vec<OsString>);

impl Arguments {
    fn path(&mut self) -> Result<PathBuf, String> {
        if self.0.is_empty() { Err("a path is missing".to_owned()) } else { Ok(PathBuf::from(self.0.remove(0))) }
    }

    fn flag(&mut self, name: &str) -> bool {
        let at = self.0.iter().position(|argument| argument == name);
        at.inspect(|&at| drop(self.0.remove(at))).is_some()
    }

    fn number(&mut self, name: &str, otherwise: u64) -> Result<u64, String> {
        let text = self.option(name)?;
        text.map_or(Ok(otherwise), |text| text.parse().map_err(|_| format!("`{text}` is no number")))
    }

    fn file(&mut self, name: &str) -> Result<PathBuf, Box<dyn Error>> {
        let path = self.option(name)?.ok_or_else(|| format!("{name} is missing"))?;
        Ok(std::path::absolute(path)?)
    }

    fn nothing_left(&self) -> Result<(), String> {
        self.0.first().map_or(Ok(()), |extra| Err(format!("unknown argument {}", extra.display())))
    }

    fn option(&mut self, name: &str) -> Result<Option<String>, String> {
        let Some(at) = self.0.iter().position(|argument| argument == name) else { return Ok(None) };
        self.0.remove(at);
        let value = if at < self.0.len() { self.0.remove(at).into_string().ok() } else { None };
        value.map(Some).ok_or_else(|| format!("{name} needs a value"))
    }
}

fn make(rest: &mut Arguments) -> Result<(), Box<dyn Error>> {
    let articles = rest.option("--articles")?.map(|text| text.parse()).transpose()?;
    let bytes = rest.option("--bytes")?.map(|text| parse_bytes(&text)).transpose()?;
    let size = match (articles, bytes) {
        (Some(articles), None) => Size::Articles(articles),
        (None, Some(bytes)) => Size::Bytes(bytes),
        _ => return Err("either --bytes or --articles".into()),
    };
    let seed = rest.number("--seed", 1)?;
    let density = if rest.flag("--dense") { Density::Dense } else { Density::Sparse };
    let order = Order { seed, density, size, front: rest.flag("--front"), jsonl: rest.flag("--jsonl") };
    let dir = rest.path()?;
    rest.nothing_left()?;
    let made = write_corpus(&dir, &order)?;
    println!("{} articles, {} bytes, {} mentions", made.articles, made.bytes, made.known);
    Ok(())
}

/// The whole table, into `bench/RESULTS.md` and quoted in `README.md`; a small one is no result, and goes
/// below `target`.
fn run_all(rest: &mut Arguments) -> Result<(), Box<dyn Error>> {
    let small = rest.flag("--small");
    let tools = Tools {
        gainsay: rest.file("--gainsay")?,
        python: rest.file("--python")?,
        script: rest.file("--script")?,
        shipped: std::env::current_dir()?,
    };
    let plan = Plan {
        tools,
        sizes: if small { Sizes::SMALL } else { Sizes::FULL },
        rounds: rest.number("--rounds", if small { 3 } else { 5 })? as usize,
        limit: rest.number("--limit", if small { 20 } else { 600 })?,
        seed: rest.number("--seed", 1)?,
    };
    let given = rest.option("--dir")?.map(std::path::absolute).transpose()?;
    rest.nothing_left()?;
    let dir =
        given.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("gainsay-bench-{}", std::process::id())));
    std::fs::create_dir_all(&dir)?;
    let result = run::run(&plan, &dir, |page| {
        std::fs::write(if small { "bench/target/RESULTS-small.md" } else { "bench/RESULTS.md" }, page)?;
        if small {
            return Ok(());
        }
        let readme = std::fs::read_to_string("README.md")?;
        let quoting =
            run::quote(&readme, page).ok_or_else(|| std::io::Error::other("README.md has no place for it"))?;
        std::fs::write("README.md", quoting)
    });
    if given.is_none() {
        std::fs::remove_dir_all(&dir)?;
    }
    Ok(result?)
}

/// `20M` is 20 million bytes.
fn parse_bytes(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.chars().last() {
        Some('k') => (&text[..text.len() - 1], 1_000),
        Some('M') => (&text[..text.len() - 1], 1_000_000),
        Some('G') => (&text[..text.len() - 1], 1_000_000_000),
        _ => (text, 1),
    };
    digits.parse::<u64>().map(|number| number * unit).map_err(|_| format!("`{text}` is no number of bytes"))
}

fn tell_verdict(truth: &Path, report: &Path, samples: usize) -> Result<(), Box<dyn Error>> {
    let verdict = verify(truth, report, samples)?;
    println!(
        "{} known, {} found, {} with the right value, {} extra",
        verdict.known, verdict.found, verdict.right, verdict.extra
    );
    verdict.by_how.iter().for_each(|(how, (known, found))| println!("  {how:?}: {found} of {known}"));
    verdict.samples.iter().for_each(|sample| println!("  {sample}"));
    Ok(())
}
