//! `gainsay check`: find every place that speaks to the claims, and report.

use super::asked::AskedArguments;
use super::base::check_base;
use super::input::InputArguments;
use super::output::write_file;
use super::status::Status;
use super::stream::Streams;
use super::{diff, draft};
use anyhow::Context;
use clap::{Args, ValueEnum};
use gainsay::check::Checked;
use gainsay::history::{Changes, compare_checks};
use gainsay::report::changes::write_changes;
use gainsay::report::formats::{github, markdown, table};
use gainsay::report::{Detail, Layout, Report};
use gainsay::scan::Texts;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    asked: AskedArguments,
    /// Write to a file instead of stdout; it appears whole or not at all.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
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

pub(crate) fn run(arguments: &CheckArguments, streams: &Streams) -> anyhow::Result<Status> {
    let AskedArguments { topics, format, fail_level } = &arguments.asked;
    if let Some(path) = &arguments.draft {
        let is_json = match format.name {
            "json" => true,
            "table" => false,
            other => anyhow::bail!("a draft is told as table or json, not as {other}"),
        };
        return draft::run(&arguments.input, path, is_json, *fail_level, streams);
    }
    let texts = if arguments.base.is_some() { Texts::All } else { Texts::OfSpeakers };
    let checked = arguments.input.check_keeping(texts, topics, streams)?;
    let changes = match &arguments.base {
        Some(base) => Some(compare_checks(&check_base(&arguments.input, topics, base)?, &checked)),
        None => None,
    };
    let report = match &changes {
        Some(changes) => Report::since(&checked, changes),
        None => Report::new(&checked),
    };
    write(arguments, &report, streams)?;
    let status = status(arguments, &checked, &report, changes.as_ref());
    if status == Status::NothingChecked {
        let missing = if checked.corpus.articles.is_empty() { "no article was found" } else { "there is no topic" };
        streams.complain(&format!("nothing was checked: {missing} (--allow-empty lets this pass)"));
    } else if let Some(changes) = changes.filter(|_| arguments.allow_empty || !checked.is_empty()) {
        streams.tell(|err| write_changes(&changes, &streams.layout(), err));
    }
    Ok(status)
}

/// Without a base every finding decides, with one what is new.
fn status(arguments: &CheckArguments, checked: &Checked, report: &Report, changes: Option<&Changes>) -> Status {
    let level = arguments.asked.fail_level;
    match changes {
        Some(changes) if !checked.is_empty() || arguments.allow_empty => diff::status(checked, changes, level),
        _ => Status::of(checked, report, level, arguments.allow_empty),
    }
}

fn write(arguments: &CheckArguments, report: &Report, streams: &Streams) -> anyhow::Result<()> {
    let format = arguments.asked.format;
    // With nothing to read, every row would say that nothing was found.
    let is_bare = report.articles.is_empty() && !arguments.allow_empty && format.name == table::FORMAT.name;
    match &arguments.output {
        _ if is_bare => {}
        Some(path) => write_file(path, |out| (format.write)(report, &arguments.detailed(Streams::page()), out))?,
        None => {
            let layout = arguments.layout(streams);
            let write = |out: &mut dyn Write| (format.write)(report, &layout, out);
            if arguments.pager { streams.page_through(write)? } else { streams.write(write)? }
        }
    }
    if format.name == github::FORMAT.name { append_summary(report) } else { Ok(()) }
}

/// GitHub Actions shows what is appended to the file that it names.
fn append_summary(report: &Report) -> anyhow::Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return Ok(()) };
    let comment = markdown::comment(report, markdown::MOST);
    let appended = OpenOptions::new().create(true).append(true).open(&path);
    let appended = appended.and_then(|mut file| file.write_all(comment.as_bytes()));
    appended.with_context(|| format!("cannot append to {}, which GITHUB_STEP_SUMMARY names", path.display()))
}
