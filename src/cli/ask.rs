//! The questions of `gainsay add`, in a terminal.

use super::add::{ClaimArguments, TopicArguments, as_toml};
use anyhow::Context;
use dialoguer::{Confirm, Input, Select};
use gainsay::authoring::stanza::NewClaim;
use gainsay::check::Checked;
use gainsay::value::Kind;

/// What is to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Claim,
    Topic,
}

const NOBODY: &str = "(the outlet itself)";

pub(crate) fn what() -> anyhow::Result<What> {
    let at = select("Add what?", &["a claim: who says what, in which article", "a topic: a question"], 0)?;
    Ok(if at == 0 { What::Claim } else { What::Topic })
}

/// Topic, article and words of a claim.
pub(crate) fn source(checked: &Checked, given: &ClaimArguments) -> anyhow::Result<ClaimArguments> {
    let topics: Vec<String> =
        checked.claims.topics.iter().map(|topic| format!("{}: {}", topic.id, topic.question)).collect();
    anyhow::ensure!(!topics.is_empty(), "there is no topic yet: `gainsay add topic`");
    let topic = select("On which topic?", &topics, 0)?;
    let articles: Vec<&str> = checked.corpus.articles.iter().map(|article| article.id.as_str()).collect();
    anyhow::ensure!(!articles.is_empty(), "there is no article");
    let article = select("In which article?", &articles, 0)?;
    let place = text("Its line, or the words", None)?;
    let line: Option<u32> = place.trim().parse().ok();
    Ok(ClaimArguments {
        topic: Some(checked.claims.topics[topic].id.clone()),
        article: Some(articles[article].to_owned()),
        line,
        quote: line.is_none().then_some(place),
        ..given.clone()
    })
}

/// What was read, to be corrected.
pub(crate) fn correct(checked: &Checked, claim: &mut NewClaim) -> anyhow::Result<()> {
    let shown = |value: &Option<toml_edit::Value>| {
        value.as_ref().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    let value = text("What it states", shown(&claim.value))?;
    claim.value = (!value.trim().is_empty()).then(|| as_toml(&value));
    let mut people: Vec<&str> = vec![NOBODY];
    people.extend(checked.claims.claimants.iter().map(|named| named.id.as_str()));
    let known = claim.claimant.as_deref().and_then(|id| people.iter().position(|person| *person == id)).unwrap_or(0);
    let who = select("Who says it?", &people, known)?;
    claim.claimant = (who > 0).then(|| people[who].to_owned());
    let during = text("Over which period (empty for none)", shown(&claim.during))?;
    claim.during = (!during.trim().is_empty()).then(|| as_toml(&during));
    claim.id = text("Its id", Some(claim.id.clone()))?;
    let note = text("A note (empty for none)", claim.note.clone())?;
    claim.note = (!note.trim().is_empty()).then_some(note);
    Ok(())
}

/// A whole topic.
pub(crate) fn topic(given: &TopicArguments) -> anyhow::Result<TopicArguments> {
    let kinds = Kind::ALL.map(Kind::name);
    let question = text("The question that sources answer", None)?;
    let id = text("Its id", None)?;
    let kind = kinds[select("What answers it?", &kinds, 0)?];
    let unit = text("In which unit (empty for none)", None)?;
    let list = |prompt: &str| -> anyhow::Result<Vec<String>> {
        let mut texts = Vec::new();
        loop {
            let line = text(prompt, None)?;
            if line.trim().is_empty() {
                return Ok(texts);
            }
            texts.push(line);
        }
    };
    let patterns = list("How texts say it, with {value} (empty to go on)")?;
    let matches = list("A text that must match (empty to go on)")?;
    let rejects = list("A text that must not match (empty to go on)")?;
    let unit = (!unit.trim().is_empty()).then_some(unit);
    let (id, question, kind) = (Some(id), Some(question), Some(kind.to_owned()));
    Ok(TopicArguments { id, question, kind, unit, patterns, matches, rejects, ..given.clone() })
}

/// Whether to write what is shown.
pub(crate) fn is_sure(stanza: &str) -> anyhow::Result<bool> {
    let prompt = format!("{stanza}Add this?");
    Confirm::new().with_prompt(prompt).default(true).interact().context("nothing was written")
}

pub(crate) fn select<T: std::fmt::Display>(prompt: &str, items: &[T], default: usize) -> anyhow::Result<usize> {
    Select::new().with_prompt(prompt).items(items).default(default).interact().context("nothing was written")
}

pub(crate) fn text(prompt: &str, default: Option<String>) -> anyhow::Result<String> {
    let mut input = Input::<String>::new().with_prompt(prompt).allow_empty(true);
    if let Some(default) = default.filter(|default| !default.is_empty()) {
        input = input.default(default);
    }
    input.interact_text().context("nothing was written")
}
