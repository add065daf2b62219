//! `gainsay add claim` and `gainsay add topic`: from arguments, or without them
//! in a terminal by short questions.

mod claim;
mod questions;
mod topic;

use super::change::{Change, apply};
use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::bail;
use claim::ClaimArguments;
use clap::{Args, Subcommand};
use gainsay::authoring::insert::Place;
use gainsay::check::Checked;
use gainsay::diagnostic::nearest;
use gainsay::scan::Texts;
use topic::TopicArguments;

#[derive(Args, Debug)]
pub(crate) struct AddArguments {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    input: InputArguments,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A claim: who says what, in which article.
    Claim(ClaimArguments),
    /// A topic: a question, and how texts answer it.
    Topic(TopicArguments),
}

pub(crate) fn run(arguments: &AddArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check_keeping(Texts::All, &[], streams)?;
    match &arguments.what {
        Some(What::Topic(of)) => topic::run(arguments, of, &checked, streams),
        Some(What::Claim(of)) => claim::run(arguments, of, &checked, streams),
        None if questions::is_terminal() => match questions::what()? {
            questions::What::Claim => claim::run(arguments, &ClaimArguments::default(), &checked, streams),
            questions::What::Topic => topic::run(arguments, &TopicArguments::default(), &checked, streams),
        },
        None => bail!("add what? `gainsay add claim --help`, `gainsay add topic --help`"),
    }
}

/// What is to be added.
struct Addition<'a> {
    stanza: String,
    place: Place<'a>,
    /// Print it and change nothing.
    is_dry: bool,
    /// Whether somebody answers questions.
    is_asking: bool,
}

fn finish(
    arguments: &AddArguments,
    addition: &Addition<'_>,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let stanza = &addition.stanza;
    if addition.is_dry {
        streams.write(|out| write!(out, "{stanza}"))?;
        return Ok(Status::Clean);
    }
    let mut change = Change::of(arguments.input.claims_file(), checked);
    change.insert(stanza, addition.place);
    if let Some(said) = change.repeated() {
        bail!("the claim `{said}` says this already: nothing was written");
    }
    if addition.is_asking && !questions::is_sure(stanza)? {
        streams.say("nothing was written");
        return Ok(Status::Clean);
    }
    apply(&change, streams)
}

/// `key=value`, as an argument has it.
fn pair(text: &str) -> Result<(String, String), String> {
    let halves = text.split_once('=').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
    halves.filter(|(key, value)| !key.is_empty() && !value.is_empty()).ok_or_else(|| "write it as KEY=VALUE".to_owned())
}

fn unknown<'n>(what: &str, id: &str, known: impl Iterator<Item = &'n str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("there is no {what} `{id}`; did you mean `{near}`?"),
        None => format!("there is no {what} `{id}`"),
    }
}
