//! `gainsay check`: find every place that speaks to the claims, and report.

use super::base::check_base;
use super::input::InputArguments;
use super::output::write_file;
use super::status::{FailLevel, Status};
use super::stream::Streams;
use super::{diff, draft};
use anyhow::Context;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use gainsay::check::Checked;
use gainsay::history::compare_checks;
use gainsay::report::changes::write_changes;
use gainsay::report::formats::{FORMATS, Format, find_format, github, markdown, table};
use gainsay::report::{Detail, Layout, Report};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Report this topic only. May be given several times.
    #[arg(long = "topic", value_name = "ID")]
    topics: Vec<String>,
    /// What to write.
    #[arg(long, value_parser = formats(), default_value = table::FORMAT.name, value_name = "FORMAT")]
    format: &'static Format,
    /// Write to a file instead of stdout; it appears whole or not at all.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Which findings make the exit status 1.
    #[arg(long, value_enum, default_value_t = FailLevel::Conflict, value_name = "LEVEL")]
    fail_level: FailLevel,
    /// Only findings that are new since a git revision, or against a directory,
    /// make the exit status 1; what changed is told.
    #[arg(long, value_name = "BASE")]
    base: Option<String>,
    /// Hold an article that is about to be published against the ledger.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["base", "topics", "output"])]
    draft: Option<PathBuf>,
    /// Print the closing line of the table alone.
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,
    /// Print all evidence under the tables: every line of detail, the words of
    /// every place, and how they were found.
    #[arg(short, long)]
    verbose: bool,
    /// Make places links that a terminal can follow.
    #[arg(long, value_enum, default_value_t = LinkChoice::Auto, value_name = "WHEN")]
    links: LinkChoice,
    /// Show the output in a pager: GAINSAY_PAGER, else PAGER, else `less -R`.
    #[arg(long, conflicts_with = "output")]
    pager: bool,
    /// Let a run without articles or topics be a success.
    #[arg(long)]
    allow_empty: bool,
}

impl CheckArguments {
    fn layout(&self, streams: &Streams) -> Layout {
        let mut layout = self.detailed(streams.layout());
        layout.links = match self.links {
            LinkChoice::Auto if streams.follows_links() => Streams::links(),
            LinkChoice::Always => Streams::links(),
            LinkChoice::Auto | LinkChoice::Never => None,
        };
        layout
    }

    fn detailed(&self, mut layout: Layout) -> Layout {
        layout.detail = match (self.quiet, self.verbose) {
            (true, _) => Detail::Quiet,
            (_, true) => Detail::Verbose,
            _ => Detail::Normal,
        };
        layout
    }
}

/// When places become links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LinkChoice {
    /// On a terminal that is known to follow them.
    Auto,
    /// Wherever colours go: `--color always` sends them into pipes.
    Always,
    /// Not at all.
    Never,
}

/// The formats by their names, with a line on each.
pub(super) fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let known = FORMATS.map(|format| PossibleValue::new(format.name).help(format.summary));
    PossibleValuesParser::new(known).try_map(|name| find_format(&name).ok_or("no such format"))
}

pub(crate) fn run(arguments: &CheckArguments, streams: &Streams) -> anyhow::Result<Status> {
    if let Some(path) = &arguments.draft {
        let is_json = match arguments.format.name {
            "json" => true,
            "table" => false,
            other => anyhow::bail!("a draft is told as table or json, not as {other}"),
        };
        return draft::run(&arguments.input, path, is_json, arguments.fail_level, streams);
    }
    let checked = arguments.input.check(&arguments.topics, streams)?;
    let report = Report::new(&checked);
    // With nothing to read, every row would say that nothing was found.
    let is_bare =
        checked.corpus.articles.is_empty() && !arguments.allow_empty && arguments.format.name == table::FORMAT.name;
    match &arguments.output {
        _ if is_bare => {}
        Some(path) => {
            write_file(path, |out| (arguments.format.write)(&report, &arguments.detailed(Streams::page()), out))?
        }
        None => {
            let layout = arguments.layout(streams);
            let write = |out: &mut dyn Write| (arguments.format.write)(&report, &layout, out);
            if arguments.pager { streams.page_through(write)? } else { streams.write(write)? }
        }
    }
    if arguments.format.name == github::FORMAT.name {
        append_summary(&report)?;
    }
    if let Some(base) = &arguments.base {
        return against_base(arguments, base, &checked, streams);
    }
    let status = Status::of(&checked, &report, arguments.fail_level, arguments.allow_empty);
    if status == Status::NothingChecked {
        let missing = if checked.corpus.articles.is_empty() { "no article was found" } else { "there is no topic" };
        streams.complain(&format!("nothing was checked: {missing} (--allow-empty lets this pass)"));
    }
    Ok(status)
}

/// GitHub Actions shows what is appended to the file that it names.
fn append_summary(report: &Report) -> anyhow::Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return Ok(()) };
    let comment = markdown::comment(report, markdown::MOST);
    let appended = OpenOptions::new().create(true).append(true).open(&path);
    let appended = appended.and_then(|mut file| file.write_all(comment.as_bytes()));
    appended.with_context(|| format!("cannot append to {}, which GITHUB_STEP_SUMMARY names", path.display()))
}

/// What is new since the base decides; what changed is told beside the report.
fn against_base(
    arguments: &CheckArguments,
    base: &str,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let before = check_base(&arguments.input, &arguments.topics, base)?;
    let changes = compare_checks(&before, checked);
    if checked.is_empty() && !arguments.allow_empty {
        streams.complain("nothing was checked (--allow-empty lets this pass)");
        return Ok(if checked.has_errors() { Status::BadInput } else { Status::NothingChecked });
    }
    streams.tell(|err| write_changes(&changes, &streams.layout(), err));
    Ok(diff::status(checked, &changes, arguments.fail_level))
}
