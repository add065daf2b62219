//! `gainsay check`: find every place that speaks to the claims, and report.

use super::asked::AskedArguments;
use super::base::check_base;
use super::input::InputArguments;
use super::kept::Kept;
use super::shown::{ShownArguments, write};
use super::status::Status;
use super::stream::Streams;
use super::{diff, draft};
use clap::Args;
use gainsay::check::{Answer, Checked};
use gainsay::history::{Changes, compare_checks};
use gainsay::report::Report;
use gainsay::report::changes::write_changes;
use gainsay::scan::Texts;
use gainsay::scan::recall::{Recall, Told};
use std::mem::ManuallyDrop;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    shown: ShownArguments,
    /// Only findings that are new since a git revision, or against a directory,
    /// make the exit status 1; what changed is told.
    #[arg(long, value_name = "BASE")]
    base: Option<String>,
    /// Hold an article that is about to be published against the ledger.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["base", "topics", "output"])]
    draft: Option<PathBuf>,
}

pub(crate) fn run(arguments: &CheckArguments, streams: &Streams) -> anyhow::Result<Status> {
    let AskedArguments { topics, format, fail_level } = &arguments.shown.asked;
    if let Some(path) = &arguments.draft {
        let is_json = match format.name {
            "json" => true,
            "table" => false,
            other => anyhow::bail!("a draft is told as table or json, not as {other}"),
        };
        return draft::run(&arguments.input, path, is_json, *fail_level, streams);
    }
    let shown = arguments.shown.told_as(streams).filter(|_| arguments.base.is_none());
    let (checked, recall) = match &shown {
        Some(shown) => match arguments.input.check_or_recall(topics, shown, streams)? {
            Answer::Told(told) => return tell_again(&told, streams),
            Answer::Found(checked, recall) => (checked, recall),
        },
        None => {
            let texts = if arguments.base.is_some() { Texts::All } else { Texts::OfSpeakers };
            (Box::new(arguments.input.check_keeping(texts, topics, streams)?), None)
        }
    };
    // The process ends with this: giving back an archive article by article would take
    // longer than showing it.
    let checked = ManuallyDrop::new(checked);
    let changes = match &arguments.base {
        Some(base) => Some(compare_checks(&check_base(&arguments.input, topics, base)?, &checked)),
        None => None,
    };
    let report = ManuallyDrop::new(match &changes {
        Some(changes) => Report::since(&checked, changes),
        None => Report::new(&checked),
    });
    let mut kept = Kept::new(recall.is_some());
    write(&arguments.shown, &checked, &report, streams, &mut kept)?;
    let status = status(&arguments.shown, &checked, &report, changes.as_ref());
    if let Some((recall, text)) = recall.zip(kept.written()) {
        keep(&recall, &checked, &report, status, text);
    }
    tell_of_nothing(&checked, &report, status, streams);
    if status == Status::NothingChecked {
        return Ok(status);
    }
    if let Some(changes) = changes.filter(|_| arguments.shown.allow_empty || !checked.is_empty()) {
        streams.tell(|err| write_changes(&changes, &streams.layout(), err));
    }
    Ok(status)
}

/// What nothing has changed of is told as it was.
fn tell_again(told: &Told, streams: &Streams) -> anyhow::Result<Status> {
    streams.write(|out| out.write_all(&told.text))?;
    Ok(if told.status == Status::Clean as u8 { Status::Clean } else { Status::Findings })
}

/// Keeps what was told of articles that were compared, where that was all there was to tell.
fn keep(recall: &Recall, checked: &Checked, report: &Report, status: Status, text: Vec<u8>) {
    let is_all = checked.diagnostics.is_empty() && checked.notice.is_none() && has_compared(report);
    if let Some(state) = checked.state.filter(|_| is_all && matches!(status, Status::Clean | Status::Findings)) {
        recall.keep(state, Told { status: status as u8, text });
    }
}

/// Whether any topic has an answer.
fn has_compared(report: &Report) -> bool {
    report.topics.iter().any(|topic| !topic.positions.is_empty())
}

/// Shows a check that has nothing to be compared with.
pub(super) fn show(arguments: &ShownArguments, checked: &Checked, streams: &Streams) -> anyhow::Result<Status> {
    let report = Report::new(checked);
    write(arguments, checked, &report, streams, &mut Kept::new(false))?;
    let status = status(arguments, checked, &report, None);
    tell_of_nothing(checked, &report, status, streams);
    Ok(status)
}

/// Nothing to compare is not the same as no conflict.
fn tell_of_nothing(checked: &Checked, report: &Report, status: Status, streams: &Streams) {
    if status == Status::NothingChecked {
        let missing = if checked.corpus.articles.is_empty() { "no article was found" } else { "there is no topic" };
        streams.complain(&format!("nothing was checked: {missing} (--allow-empty lets this pass)"));
    } else if !checked.is_empty() && !has_compared(report) {
        let why = "`gainsay why TOPIC ARTICLE` says why a sentence does not match";
        streams.warn(&format!("nothing was compared: no article answers the question of any topic; {why}"));
    }
}

/// Without a base every finding decides, with one what is new.
fn status(arguments: &ShownArguments, checked: &Checked, report: &Report, changes: Option<&Changes>) -> Status {
    let level = arguments.asked.fail_level;
    match changes {
        Some(changes) if !checked.is_empty() || arguments.allow_empty => diff::status(checked, changes, level),
        _ => Status::of(checked, report, level, arguments.allow_empty),
    }
}
