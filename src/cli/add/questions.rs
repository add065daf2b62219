//! The questions of `gainsay add`, in a terminal.

use super::claim::{ClaimArguments, as_toml};
use super::topic::TopicArguments;
use crate::cli::ask::{confirm, list, select, text};
use gainsay::authoring::stanza::NewClaim;
use gainsay::check::Checked;
use gainsay::claims::Topic;
use gainsay::value::Kind;
use std::io::IsTerminal;

/// What is to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Claim,
    Topic,
}

const NOBODY: &str = "(the outlet itself)";
const NOT_STATED: &str = "(not stated)";

/// Questions need somebody to answer them.
pub(super) fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

pub(super) fn what() -> anyhow::Result<What> {
    let at = select("Add what?", &["a claim: who says what, in which article", "a topic: a question"], 0)?;
    Ok(if at == 0 { What::Claim } else { What::Topic })
}

/// Topic, article and words of a claim; of a readout the point, and whether
/// the article is silent on it.
pub(super) fn source(checked: &Checked, given: &ClaimArguments) -> anyhow::Result<ClaimArguments> {
    let topics: Vec<String> =
        checked.claims.topics.iter().map(|topic| format!("{}: {}", topic.id, topic.question)).collect();
    anyhow::ensure!(!topics.is_empty(), "there is no topic yet: `gainsay add topic`");
    let topic = &checked.claims.topics[select("On which topic?", &topics, 0)?];
    let articles: Vec<&str> = checked.corpus.articles.iter().map(|article| &*article.id).collect();
    anyhow::ensure!(!articles.is_empty(), "there is no article");
    let article = select("In which article?", &articles, 0)?;
    let of = ClaimArguments {
        topic: Some(topic.id.clone()),
        article: Some(articles[article].to_owned()),
        point: point(topic)?,
        ..given.clone()
    };
    if topic.kind == Kind::Readout && confirm("Does the article leave it out?", false)? {
        return Ok(ClaimArguments { silent: true, ..of });
    }
    let place = text("Its line, or the words", None)?;
    let line: Option<u32> = place.trim().parse().ok();
    Ok(ClaimArguments { line, quote: line.is_none().then_some(place), ..of })
}

fn point(topic: &Topic) -> anyhow::Result<Option<String>> {
    if topic.points.is_empty() {
        return Ok(None);
    }
    let points: Vec<String> = topic.points.iter().map(|point| format!("{}: {}", point.id, point.question)).collect();
    Ok(Some(topic.points[select("On which point?", &points, 0)?].id.clone()))
}

/// What was read, to be corrected.
pub(super) fn correct(checked: &Checked, topic: usize, claim: &mut NewClaim) -> anyhow::Result<()> {
    let topic = &checked.claims.topics[topic];
    let shown = |value: &Option<toml_edit::Value>| {
        value.as_ref().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    if !claim.silent {
        let value = text("What it states", shown(&claim.value))?;
        claim.value = (!value.trim().is_empty()).then(|| as_toml(&value));
    }
    let mut people: Vec<&str> = vec![NOBODY];
    people.extend(checked.claims.claimants.iter().map(|named| named.id.as_str()));
    let known = claim.claimant.as_deref().and_then(|id| people.iter().position(|person| *person == id)).unwrap_or(0);
    let who = select("Who says it?", &people, known)?;
    claim.claimant = (who > 0).then(|| people[who].to_owned());
    let during = text("Over which period (empty for none)", shown(&claim.during))?;
    claim.during = (!during.trim().is_empty()).then(|| as_toml(&during));
    correct_scope(topic, claim)?;
    claim.id = text("Its id", Some(claim.id.clone()))?;
    let note = text("A note (empty for none)", claim.note.clone())?;
    claim.note = (!note.trim().is_empty()).then_some(note);
    Ok(())
}

/// Each facet of the topic: what was read, or its default, comes first.
fn correct_scope(topic: &Topic, claim: &mut NewClaim) -> anyhow::Result<()> {
    for facet in &topic.facets {
        let mut options: Vec<&str> = facet.options.iter().map(|option| option.id.as_str()).collect();
        options.extend(facet.default.as_deref().filter(|default| !facet.options.iter().any(|of| of.id == *default)));
        options.push(NOT_STATED);
        let known = claim.scope.get(&facet.id).or(facet.default.as_ref());
        let known = known.and_then(|known| options.iter().position(|option| option == known));
        let chosen = options[select(&format!("Which {}?", facet.id), &options, known.unwrap_or(options.len() - 1))?];
        // What the topic says goes without saying.
        if chosen == NOT_STATED || facet.default.as_deref() == Some(chosen) {
            claim.scope.remove(&facet.id);
        } else {
            claim.scope.insert(facet.id.clone(), chosen.to_owned());
        }
    }
    Ok(())
}

/// A whole topic: what its kind needs is asked for, and nothing else.
pub(super) fn topic(given: &TopicArguments) -> anyhow::Result<TopicArguments> {
    let question = text("The question that sources answer", None)?;
    let id = text("Its id", None)?;
    let kind = Kind::ALL[select("What answers it?", &Kind::ALL.map(Kind::name), 0)?];
    let mut of =
        TopicArguments { id: Some(id), question: Some(question), kind: Some(kind.name().to_owned()), ..given.clone() };
    match kind {
        Kind::Choice => of.options = choices("An answer: its id (empty to go on)", "")?,
        Kind::Quote => of.wording = Some(text("The words that are compared", None)?),
        Kind::Readout => {
            for id in list("A point: its id (empty to go on)")? {
                of.point_questions.push((id.clone(), text(&format!("What {id} asks"), None)?));
                let patterns = list(&format!("How texts make {id} (empty to go on)"))?;
                of.points.extend(patterns.into_iter().map(|pattern| (id.clone(), pattern)));
            }
            of.sides = list("A side, as the id of a claimant (empty to go on)")?;
        }
        _ => {
            let unit = text("In which unit (empty for none)", None)?;
            of.unit = (!unit.trim().is_empty()).then_some(unit);
            of.patterns = list("How texts say it, with {value} (empty to go on)")?;
        }
    }
    for id in list("A dimension of scope, such as place (empty for none)")? {
        of.facets.extend(choices(&format!("An option of {id} (empty to go on)"), &format!("{id}/"))?);
        let default = text(&format!("The {id} meant where texts say nothing (empty for none)"), None)?;
        of.defaults.extend((!default.trim().is_empty()).then_some((id, default)));
    }
    of.matches = list("A text that must match (empty to go on)")?;
    of.rejects = list("A text that must not match (empty to go on)")?;
    Ok(of)
}

/// Ids, each with how texts say it.
fn choices(prompt: &str, path: &str) -> anyhow::Result<Vec<(String, String)>> {
    let mut pairs = Vec::new();
    loop {
        let id = text(prompt, None)?;
        if id.trim().is_empty() {
            return Ok(pairs);
        }
        let patterns = list(&format!("How texts say {id} (empty to go on)"))?;
        pairs.extend(patterns.into_iter().map(|pattern| (format!("{path}{id}"), pattern)));
    }
}

/// Whether to write what is shown.
pub(super) fn is_sure(stanza: &str) -> anyhow::Result<bool> {
    confirm(&format!("{stanza}Add this?"), true)
}
