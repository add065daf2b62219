//! `gainsay add claim`: who says what, read from the article by line or quote.

use super::questions::{self, is_terminal};
use super::{AddArguments, Addition, finish, pair, unknown};
use crate::cli::status::Status;
use crate::cli::stream::Streams;
use anyhow::{Context, bail};
use clap::Args;
use gainsay::authoring::insert::Place;
use gainsay::authoring::propose::{free_claim_id, taken_ids};
use gainsay::authoring::reading::{read_claim, sentence_on};
use gainsay::authoring::stanza::NewClaim;
use gainsay::check::Checked;

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
    /// What it is about, facet by facet. May be given several times.
    #[arg(long, value_name = "FACET=OPTION", value_parser = pair)]
    pub(crate) scope: Vec<(String, String)>,
    /// The point of a readout that it is about.
    #[arg(long, value_name = "ID")]
    pub(crate) point: Option<String>,
    /// It records that the claimant's account leaves the topic, or the point, out.
    #[arg(long, conflicts_with_all = ["value", "quote", "line"])]
    pub(crate) silent: bool,
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

pub(super) fn run(
    arguments: &AddArguments,
    of: &ClaimArguments,
    checked: &Checked,
    streams: &Streams,
) -> anyhow::Result<Status> {
    let is_asking = of.topic.is_none() && is_terminal();
    let of = if is_asking { questions::source(checked, of)? } else { of.clone() };
    let Some(topic_id) = &of.topic else { bail!("on which topic? say --topic ID") };
    let topics = || checked.claims.topics.iter().map(|topic| topic.id.as_str());
    let (topic, _) = checked.claims.topic(topic_id).with_context(|| unknown("topic", topic_id, topics()))?;
    let mut claim = corrected(read(checked, topic, &of)?, &of);
    if is_asking {
        questions::correct(checked, topic, &mut claim)?;
    }
    if claim.id.is_empty() {
        let stated = claim.value.as_ref().map(ToString::to_string);
        let stated = stated.or_else(|| claim.silent.then(|| "silent".to_owned())).unwrap_or_default();
        let first = claim.claimant.clone().or_else(|| claim.article.clone()).unwrap_or_else(|| claim.topic.clone());
        claim.id = free_claim_id(&mut taken_ids(&checked.claims), &first, &stated);
    }
    if claim.value.is_none() && claim.article.is_some() && claim.point.is_none() && !claim.silent {
        streams.say("no value could be read from these words: say --value, or check will ask the quote");
    }
    let addition = Addition { stanza: claim.stanza(), place: Place::ClaimOf(topic_id), is_dry: of.dry_run, is_asking };
    finish(arguments, &addition, checked, streams)
}

/// What the article says, where there is one.
fn read(checked: &Checked, topic: usize, of: &ClaimArguments) -> anyhow::Result<NewClaim> {
    let topic_id = checked.claims.topics[topic].id.clone();
    let Some(id) = &of.article else {
        return Ok(NewClaim { topic: topic_id, quote: of.quote.clone(), ..NewClaim::default() });
    };
    let ids = || checked.corpus.articles.iter().map(|article| &*article.id);
    let (_, article) = checked.corpus.article(id).with_context(|| unknown("article", id, ids()))?;
    if of.silent {
        let claimant = article.front.claimant.clone();
        return Ok(NewClaim { topic: topic_id, article: Some(id.clone()), claimant, ..NewClaim::default() });
    }
    let quote = match (&of.quote, of.line) {
        (Some(quote), _) => quote.clone(),
        (None, Some(line)) => sentence_on(checked, topic, article, line)?,
        (None, None) => bail!("which words of {id}? say --line NUMBER or --quote WORDS"),
    };
    Ok(read_claim(checked, topic, article, &quote, of.point.as_deref())?)
}

/// What was said goes before what was read.
fn corrected(claim: NewClaim, of: &ClaimArguments) -> NewClaim {
    let mut scope = claim.scope;
    scope.extend(of.scope.iter().cloned());
    NewClaim {
        id: of.id.clone().unwrap_or(claim.id),
        value: of.value.as_deref().map(as_toml).or(claim.value),
        claimant: of.claimant.clone().or(claim.claimant),
        during: of.during.as_deref().map(as_toml).or(claim.during),
        point: of.point.clone().or(claim.point),
        note: of.note.clone().or(claim.note),
        silent: of.silent || claim.silent,
        scope,
        ..claim
    }
}

/// A number or a date where it is one, else the words.
pub(super) fn as_toml(text: &str) -> toml_edit::Value {
    let plain = text.trim();
    let parsed: Option<toml_edit::Value> = plain.parse().ok();
    let is_plain = |value: &toml_edit::Value| value.is_integer() || value.is_float() || value.is_datetime();
    parsed.filter(is_plain).unwrap_or_else(|| plain.into())
}
