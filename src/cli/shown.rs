//! What of a check is shown and where, shared by `check` and `collate`.

use super::asked::AskedArguments;
use super::kept::Kept;
use super::output::write_report;
use super::stream::Streams;
use anyhow::Context;
use clap::{Args, ValueEnum};
use gainsay::check::Checked;
use gainsay::report::formats::{github, markdown, table};
use gainsay::report::{Detail, Layout, Report};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct ShownArguments {
    #[command(flatten)]
    pub(super) asked: AskedArguments,
    /// Write to a file instead of stdout; it appears whole or not at all.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
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
    pub(super) allow_empty: bool,
}

impl ShownArguments {
    /// How a check is told, where that is on stdout and nowhere else: with the same of everything
    /// else, the text is the same.
    pub(super) fn told_as(&self, streams: &Streams) -> Option<String> {
        let AskedArguments { format, fail_level, .. } = &self.asked;
        let is_elsewhere = self.output.is_some() || self.pager || format.name == github::FORMAT.name;
        let told = || format!("{} {:?} {fail_level:?}", format.name, self.layout(streams));
        (!is_elsewhere).then(told)
    }

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

/// Writes the report of a check where and how it is wanted, and keeps what goes to stdout.
pub(super) fn write(
    arguments: &ShownArguments,
    checked: &Checked,
    report: &Report,
    streams: &Streams,
    kept: &mut Kept,
) -> anyhow::Result<()> {
    let format = arguments.asked.format;
    // With nothing to read, every row would say that nothing was found.
    let is_bare = report.articles.is_empty() && !arguments.allow_empty && format.name == table::FORMAT.name;
    match &arguments.output {
        _ if is_bare => {}
        Some(path) => {
            let layout = arguments.detailed(Streams::page());
            write_report(path, checked, |out| (format.write)(report, &layout, out))?;
        }
        None => {
            let layout = arguments.layout(streams);
            let write = |out: &mut dyn Write| (format.write)(report, &layout, &mut kept.through(out));
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
