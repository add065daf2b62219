//! Which topics, claims and rulings a change adds, drops or changes.

use crate::claims::{Claim, ClaimSet, Ruling, Topic};
use std::collections::BTreeMap;

/// A topic, a claim or a ruling that was added, dropped or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimChange {
    /// What became of it.
    pub fate: ClaimFate,
    /// What it is.
    pub stanza: Stanza,
    /// Its id; of a ruling the fingerprint of its finding.
    pub id: String,
}

/// What became of a stanza of the claims file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimFate {
    /// It was not there.
    Added,
    /// It is there no more.
    Dropped,
    /// It says something else.
    Changed,
}

impl ClaimFate {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Changed => "changed",
        }
    }
}

/// What a stanza of the claims file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stanza {
    /// A question.
    Topic,
    /// A statement.
    Claim,
    /// An editor's decision.
    Ruling,
}

impl Stanza {
    /// Its name in reports and in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Claim => "claim",
            Self::Ruling => "ruling",
        }
    }
}

/// Added, dropped and changed, by id; the order of the file is no change.
pub(super) fn compare_claims(before: &ClaimSet, after: &ClaimSet) -> Vec<ClaimChange> {
    let mut changes = compare(&topics(before), &topics(after), Stanza::Topic);
    changes.extend(compare(&claims(before), &claims(after), Stanza::Claim));
    changes.extend(compare(&rulings(before), &rulings(after), Stanza::Ruling));
    changes
}

fn compare(before: &BTreeMap<&str, String>, after: &BTreeMap<&str, String>, stanza: Stanza) -> Vec<ClaimChange> {
    let change = |fate: ClaimFate, id: &str| ClaimChange { fate, stanza, id: id.to_owned() };
    let added = after.keys().filter(|id| !before.contains_key(*id));
    let mut changes: Vec<ClaimChange> = added.map(|id| change(ClaimFate::Added, id)).collect();
    for (id, old) in before {
        match after.get(id) {
            None => changes.push(change(ClaimFate::Dropped, id)),
            Some(new) if new != old => changes.push(change(ClaimFate::Changed, id)),
            Some(_) => {}
        }
    }
    changes
}

/// What each claim says, wherever it stands.
fn claims(set: &ClaimSet) -> BTreeMap<&str, String> {
    let says = |claim: &Claim| {
        let topic = &set.topics[claim.topic].id;
        let text = |text: &Option<(String, crate::text::Span)>| text.as_ref().map(|(text, _)| text.clone());
        let known = (topic, &claim.claimant, text(&claim.article), text(&claim.quote), &claim.value);
        format!("{known:?}{:?}", (&claim.during, &claim.scope, &claim.point, claim.silent, &claim.note))
    };
    set.claims.iter().map(|claim| (claim.id.as_str(), says(claim))).collect()
}

/// What each topic asks, wherever it stands.
fn topics(set: &ClaimSet) -> BTreeMap<&str, String> {
    let asks = |topic: &Topic| {
        let texts =
            |texts: &[(String, crate::text::Span)]| texts.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
        let patterns: Vec<&str> = topic.patterns.iter().map(|pattern| pattern.text.as_str()).collect();
        let ids: Vec<String> = topic.facets.iter().map(|facet| format!("{}{:?}", facet.id, facet.default)).collect();
        let known = (&topic.question, topic.kind, &topic.unit, patterns, ids, &topic.wording, texts(&topic.articles));
        let examples = (texts(&topic.matches), texts(&topic.rejects), texts(&topic.limits));
        let facts = texts(&topic.facts);
        let rest = (
            &topic.published,
            &topic.during,
            &topic.only,
            topic.threshold,
            &topic.parts,
            &topic.total,
            &topic.dates,
            &topic.between,
        );
        format!("{known:?}{examples:?}{facts:?}{rest:?}")
    };
    set.topics.iter().map(|topic| (topic.id.as_str(), asks(topic))).collect()
}

/// What each ruling decides.
fn rulings(set: &ClaimSet) -> BTreeMap<&str, String> {
    let decides = |ruling: &Ruling| {
        let favoured = ruling.claim.map(|claim| &set.claims[claim].id);
        let rest = (&ruling.by, &ruling.on, &ruling.until, &ruling.note);
        format!("{:?}", (ruling.verdict, favoured, rest))
    };
    set.rulings.iter().map(|ruling| (ruling.finding.as_str(), decides(ruling))).collect()
}
