//! `gainsay diff BASE`: what a change does to the findings.

use super::base::check_base;
use super::input::InputArguments;
use super::status::{FailLevel, Status};
use super::stream::Streams;
use clap::{Args, ValueEnum};
use gainsay::check::Checked;
use gainsay::history::{Changes, compare_checks};
use gainsay::report::changes::{changes_json, write_changes};

#[derive(Args, Debug)]
pub(crate) struct DiffArguments {
    /// What to compare with: a git revision (its merge base with HEAD counts),
    /// or a directory.
    base: String,
    #[command(flatten)]
    input: InputArguments,
    /// Compare this topic only. May be given several times.
    #[arg(long = "topic", value_name = "ID")]
    topics: Vec<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Which new findings make the exit status 1.
    #[arg(long, value_enum, default_value_t = FailLevel::Conflict, value_name = "LEVEL")]
    fail_level: FailLevel,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines for people.
    Table,
    /// Everything, for programs.
    Json,
}

pub(crate) fn run(arguments: &DiffArguments, streams: &Streams) -> anyhow::Result<Status> {
    let after = arguments.input.check(&arguments.topics, streams)?;
    let before = check_base(&arguments.input, &arguments.topics, &arguments.base)?;
    let changes = compare_checks(&before, &after);
    streams.write(|out| match arguments.format {
        Format::Table => write_changes(&changes, &streams.layout(), out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &changes_json(&changes))?;
            writeln!(out)
        }
    })?;
    Ok(status(&after, &changes, arguments.fail_level))
}

/// Only what is new, or open again, fails.
pub(crate) fn status(after: &Checked, changes: &Changes, level: FailLevel) -> Status {
    let worst = changes.findings.iter().filter(|change| change.is_to_decide).map(|change| change.severity).min();
    if after.has_errors() {
        Status::BadInput
    } else if worst.is_some_and(|worst| level.fails(worst)) {
        Status::Findings
    } else {
        Status::Clean
    }
}
