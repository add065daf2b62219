//! `gainsay check`: find every place that speaks to the claims, and report.

use super::input::InputArguments;
use super::output::write_file;
use super::status::{FailLevel, Status};
use super::stream::Streams;
use clap::{Args, ValueEnum};
use gainsay::report::{Layout, Report, json, table};
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    input: InputArguments,
    /// Report this topic only. May be given several times.
    #[arg(long = "topic", value_name = "ID")]
    topics: Vec<String>,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write to a file instead of stdout; it appears whole or not at all.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Which findings make the exit status 1.
    #[arg(long, value_enum, default_value_t = FailLevel::Conflict, value_name = "LEVEL")]
    fail_level: FailLevel,
    /// Let a run without articles or topics be a success.
    #[arg(long)]
    allow_empty: bool,
}

/// The formats, each a file of the library's `report` folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for people.
    Table,
    /// Everything, for programs.
    Json,
}

impl Format {
    fn write(self, report: &Report, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Table => table::write_table(report, layout, out),
            Self::Json => json::write_json(report, out),
        }
    }
}

pub(crate) fn run(arguments: &CheckArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check(&arguments.topics, streams)?;
    let report = Report::new(&checked);
    // With nothing to read, every row would say that nothing was found.
    let is_bare = checked.corpus.articles.is_empty() && !arguments.allow_empty && arguments.format == Format::Table;
    match &arguments.output {
        _ if is_bare => {}
        Some(path) => write_file(path, |out| arguments.format.write(&report, &Streams::page(), out))?,
        None => streams.write(|out| arguments.format.write(&report, &streams.layout(), out))?,
    }
    let status = Status::of(&checked, &report, arguments.fail_level, arguments.allow_empty);
    if status == Status::NothingChecked {
        let missing = if checked.corpus.articles.is_empty() { "no article was found" } else { "there is no topic" };
        streams.complain(&format!("nothing was checked: {missing} (--allow-empty lets this pass)"));
    }
    Ok(status)
}
