//! `gainsay diff BASE`: what a change does to the findings.

use super::base::check_base;
use super::check::formats;
use super::input::InputArguments;
use super::status::{FailLevel, Status};
use super::stream::Streams;
use clap::Args;
use gainsay::check::Checked;
use gainsay::history::{Changes, compare_checks};
use gainsay::report::Report;
use gainsay::report::changes::{changes_json, write_changes};
use gainsay::report::formats::{Format, table};

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
    /// How to write it: `table` and `json` tell all changes, every other format
    /// of `check` the findings that are new.
    #[arg(long, value_parser = formats(), default_value = table::FORMAT.name, value_name = "FORMAT")]
    format: &'static Format,
    /// Which new findings make the exit status 1.
    #[arg(long, value_enum, default_value_t = FailLevel::Conflict, value_name = "LEVEL")]
    fail_level: FailLevel,
}

pub(crate) fn run(arguments: &DiffArguments, streams: &Streams) -> anyhow::Result<Status> {
    let after = arguments.input.check(&arguments.topics, streams)?;
    let before = check_base(&arguments.input, &arguments.topics, &arguments.base)?;
    let changes = compare_checks(&before, &after);
    streams.write(|out| match arguments.format.name {
        "table" => write_changes(&changes, &streams.layout(), out),
        "json" => {
            serde_json::to_writer_pretty(&mut *out, &changes_json(&changes))?;
            writeln!(out)
        }
        _ => (arguments.format.write)(&Report::new(&only_new(&after, &changes)), &streams.layout(), out),
    })?;
    Ok(status(&after, &changes, arguments.fail_level))
}

/// The check without the findings that were there before.
fn only_new(after: &Checked, changes: &Changes) -> Checked {
    let is_new =
        |print: &String| changes.findings.iter().any(|change| change.is_to_decide && change.fingerprint == *print);
    let mut new = after.clone();
    new.compared.findings.retain(|finding| is_new(&finding.fingerprint));
    new
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
