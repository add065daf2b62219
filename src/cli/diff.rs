//! `gainsay diff BASE`: what a change does to the findings.

use super::asked::AskedArguments;
use super::base::check_base;
use super::input::InputArguments;
use super::status::{FailLevel, Status};
use super::stream::Streams;
use clap::Args;
use gainsay::check::Checked;
use gainsay::history::{Changes, compare_checks};
use gainsay::report::Report;
use gainsay::report::changes::{changes_json, write_changes};
use gainsay::scan::Texts;

/// Changes are told whole by two formats.
const FORMAT: &str =
    "How to write it: `table` and `json` tell all changes, every other format of `check` the findings that are new";
const FAIL_LEVEL: &str = "Which new findings make the exit status 1";

#[derive(Args, Debug)]
#[command(mut_arg("format", |format| format.help(FORMAT)), mut_arg("fail_level", |level| level.help(FAIL_LEVEL)))]
pub(crate) struct DiffArguments {
    /// What to compare with: a git revision (its merge base with HEAD counts),
    /// or a directory.
    base: String,
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    asked: AskedArguments,
}

pub(crate) fn run(arguments: &DiffArguments, streams: &Streams) -> anyhow::Result<Status> {
    let AskedArguments { topics, format, fail_level } = &arguments.asked;
    let after = arguments.input.check_keeping(Texts::All, topics, streams)?;
    let before = check_base(&arguments.input, topics, &arguments.base)?;
    let changes = compare_checks(&before, &after);
    streams.write(|out| match format.name {
        "table" => write_changes(&changes, &streams.layout(), out),
        "json" => {
            serde_json::to_writer_pretty(&mut *out, &changes_json(&changes))?;
            writeln!(out)
        }
        _ => (format.write)(&Report::since(&only_new(&after, &changes), &changes), &streams.layout(), out),
    })?;
    Ok(status(&after, &changes, *fail_level))
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
