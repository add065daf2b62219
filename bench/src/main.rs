//! `gainsay-bench make|read|time|verify`: see `bench/README.md`.

use gainsay_bench::article::Density;
use gainsay_bench::corpus::{Order, Size, write_corpus};
use gainsay_bench::measure::time;
use gainsay_bench::read::read_all;
use gainsay_bench::verify::verify;
use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage:
  gainsay-bench make DIR (--bytes N[k|M|G] | --articles N) [--seed N] [--dense] [--front] [--jsonl]
  gainsay-bench read DIR
  gainsay-bench verify TRUTH REPORT [--samples N]
  gainsay-bench time STDOUT COMMAND…";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Vec<OsString>) -> Result<(), Box<dyn Error>> {
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
            let samples = rest.option("--samples")?.map_or(Ok(0), |text| text.parse())?;
            tell_verdict(&truth, &report, samples)
        }
        Some("time") => {
            let stdout = rest.path()?;
            println!("{}", serde_json::to_string(&time(&stdout, &rest.0)?)?);
            Ok(())
        }
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
    let seed = rest.option("--seed")?.map_or(Ok(1), |text| text.parse())?;
    let density = if rest.flag("--dense") { Density::Dense } else { Density::Sparse };
    let order = Order { seed, density, size, front: rest.flag("--front"), jsonl: rest.flag("--jsonl") };
    let dir = rest.path()?;
    if let Some(extra) = rest.0.first() {
        return Err(format!("unknown argument {}", extra.display()).into());
    }
    let made = write_corpus(&dir, &order)?;
    println!("{} articles, {} bytes, {} mentions", made.articles, made.bytes, made.known);
    Ok(())
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
