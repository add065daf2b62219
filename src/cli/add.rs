//! `gainsay add claim` and `gainsay add topic`: from arguments, or without them
//! in a terminal by short questions.

use super::ask;
use super::change::{Change, apply};
use super::input::InputArguments;
use super::status::Status;
use super::stream::Streams;
use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use gainsay::authoring::insert::Place;
use gainsay::authoring::propose::{free_claim_id, taken_ids};
use gainsay::authoring::reading::{read_claim, sentence_on};
use gainsay::authoring::stanza::{NewClaim, NewTopic};
use gainsay::check::Checked;
use gainsay::diagnostic::nearest;
use std::io::IsTerminal;

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

#[derive(Args, Clone, Debug, Default)]
pub(crate) struct ClaimArguments {
    /// The topic that it is on.
    #[arg(long, value_name = "ID")]
    pub(crate) topic: Option<String>,
    /// The article that has it.
    #[arg(long, value_name = "ID")]
    pub(crate) article: Option<String>,
    /// The line of the article's file.
    #[arg(long, value_name = "NUMBER", conflicts_with = "quote")]
    pub(crate) line: Option<u32>,
    /// The words of the article.
    #[arg(long, value_name = "WORDS")]
    pub(crate) quote: Option<String>,
    /// What it states, where the words are not to be read: `20`, `nearly 20`,
    /// `2022-02-24`.
    #[arg(long)]
    pub(crate) value: Option<String>,
    /// Who says it.
    #[arg(long, value_name = "ID")]
    pub(crate) claimant: Option<String>,
    /// The period that the value is about: `2021-12/2022-05-03`.
    #[arg(long, value_name = "EDTF")]
    pub(crate) during: Option<String>,
    /// Its id.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// For people.
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// Print the stanza and change nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Args, Clone, Debug, Default)]
pub(crate) struct TopicArguments {
    /// Its id.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// The question that sources answer.
    #[arg(long)]
    pub(crate) question: Option<String>,
    /// What sort of value answers it.
    #[arg(long)]
    pub(crate) kind: Option<String>,
    /// The unit of the value.
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// How texts say it, with {value}. May be given several times.
    #[arg(long = "match", value_name = "PATTERN")]
    pub(crate) patterns: Vec<String>,
    /// A text that must match. May be given several times.
    #[arg(long, value_name = "TEXT")]
    pub(crate) matches: Vec<String>,
    /// A text that must not match. May be given several times.
    #[arg(long, value_name = "TEXT")]
    pub(crate) rejects: Vec<String>,
    /// The words of a topic of kind `quote`.
    #[arg(long, value_name = "WORDS")]
    pub(crate) wording: Option<String>,
    /// Print the stanza and change nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

pub(crate) fn run(arguments: &AddArguments, streams: &Streams) -> anyhow::Result<Status> {
    let checked = arguments.input.check(&[], streams)?;
    match &arguments.what {
        Some(What::Topic(of)) => add_topic(arguments, of, &checked, streams),
        Some(What::Claim(of)) => add_claim(arguments, of, &checked, streams),
        None if is_terminal() => match ask::what()? {
            ask::What::Claim => add_claim(arguments, &ClaimArguments::default(), &checked, streams),
            ask::What::Topic => add_topic(arguments, &TopicArguments::default(), &checked, streams),
        },
        None => bail!("add what? `gainsay add claim --help`, `gainsay add topic --help`"),
    }
}

/// Questions need somebody to answer them.
fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn add_claim(
    arguments: &AddArguments,
    of: &ClaimArguments,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let is_asking = of.topic.is_none() && is_terminal();
    let of = if is_asking { ask::source(checked, of)? } else { of.clone() };
    let Some(topic_id) = &of.topic else { bail!("on which topic? say --topic ID") };
    let topics = || checked.claims.topics.iter().map(|topic| topic.id.as_str());
    let (at, topic) = checked.claims.topic(topic_id).with_context(|| unknown("topic", topic_id, topics()))?;
    let mut claim = match &of.article {
        Some(id) => {
            let ids = || checked.corpus.articles.iter().map(|article| article.id.as_str());
            let (_, article) = checked.corpus.article(id).with_context(|| unknown("article", id, ids()))?;
            let quote = match (&of.quote, of.line) {
                (Some(quote), _) => quote.clone(),
                (None, Some(line)) => sentence_on(checked, at, article, line)?,
                (None, None) => bail!("which words of {id}? say --line NUMBER or --quote WORDS"),
            };
            read_claim(checked, at, article, &quote)?
        }
        None => NewClaim { topic: topic.id.clone(), quote: of.quote.clone(), ..NewClaim::default() },
    };
    if let Some(value) = &of.value {
        claim.value = Some(as_toml(value));
    }
    claim.claimant = of.claimant.clone().or(claim.claimant);
    claim.during = of.during.as_deref().map(as_toml).or(claim.during);
    claim.note = of.note.clone().or(claim.note);
    if let Some(id) = &of.id {
        claim.id.clone_from(id);
    }
    if is_asking {
        ask::correct(checked, &mut claim)?;
    }
    if claim.id.is_empty() {
        let value = claim.value.as_ref().map(ToString::to_string).unwrap_or_default();
        let first = claim.claimant.clone().or_else(|| claim.article.clone()).unwrap_or_else(|| claim.topic.clone());
        claim.id = free_claim_id(&mut taken_ids(&checked.claims), &first, &value);
    }
    if claim.value.is_none() && claim.article.is_some() && claim.point.is_none() {
        streams.say("no value could be read from these words: say --value, or check will ask the quote");
    }
    let place = Place::ClaimOf(topic_id);
    finish(
        arguments,
        &claim.stanza(),
        place,
        of.dry_run || is_asking && !ask::is_sure(&claim.stanza())?,
        checked,
        streams,
    )
}

fn add_topic(
    arguments: &AddArguments,
    of: &TopicArguments,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let is_asking = of.id.is_none() && of.question.is_none() && is_terminal();
    let of = if is_asking { ask::topic(of)? } else { of.clone() };
    let need = |what: &Option<String>, key: &str| what.clone().with_context(|| format!("a topic needs --{key}"));
    let topic = NewTopic {
        id: need(&of.id, "id")?,
        question: need(&of.question, "question")?,
        kind: need(&of.kind, "kind")?,
        unit: of.unit.clone(),
        wording: of.wording.clone(),
        patterns: of.patterns.clone(),
        matches: of.matches.clone(),
        rejects: of.rejects.clone(),
    };
    let stanza = topic.stanza();
    let is_dry = of.dry_run || is_asking && !ask::is_sure(&stanza)?;
    finish(arguments, &stanza, Place::End, is_dry, checked, streams)
}

fn finish(
    arguments: &AddArguments,
    stanza: &str,
    place: Place<'_>,
    is_dry: bool,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    if is_dry {
        streams.write(|out| write!(out, "{stanza}"))?;
        return Ok(Status::Clean);
    }
    let mut change = Change::of(arguments.input.claims_file(), checked);
    change.insert(stanza, place);
    if let Some(said) = change.repeated() {
        bail!("the claim `{said}` says this already: nothing was written");
    }
    apply(&change, streams)
}

/// A number or a date where it is one, else the words.
pub(crate) fn as_toml(text: &str) -> toml_edit::Value {
    let plain = text.trim();
    let parsed: Option<toml_edit::Value> = plain.parse().ok();
    let is_plain = |value: &toml_edit::Value| value.is_integer() || value.is_float() || value.is_datetime();
    parsed.filter(is_plain).unwrap_or_else(|| plain.into())
}

fn unknown<'n>(what: &str, id: &str, known: impl Iterator<Item = &'n str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("there is no {what} `{id}`; did you mean `{near}`?"),
        None => format!("there is no {what} `{id}`"),
    }
}
