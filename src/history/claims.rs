//! Which claims and topics a change adds, drops or changes.

use crate::claims::{Claim, ClaimSet, Topic};
use std::collections::BTreeMap;

/// One claim or topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimChange {
    /// `claim elysee-7` or `topic calls`, which was not there.
    Added(String),
    /// What is there no more.
    Dropped(String),
    /// What says something else.
    Changed(String),
}

/// Added, dropped and changed, by id; the order of the file is no change.
pub(super) fn compare_claims(before: &ClaimSet, after: &ClaimSet) -> Vec<ClaimChange> {
    let mut changes = compare(&topics(before), &topics(after), "topic");
    changes.extend(compare(&claims(before), &claims(after), "claim"));
    changes
}

fn compare(before: &BTreeMap<&str, String>, after: &BTreeMap<&str, String>, what: &str) -> Vec<ClaimChange> {
    let added = after.keys().filter(|id| !before.contains_key(*id));
    let mut changes: Vec<ClaimChange> = added.map(|id| ClaimChange::Added(format!("{what} {id}"))).collect();
    for (id, old) in before {
        match after.get(id) {
            None => changes.push(ClaimChange::Dropped(format!("{what} {id}"))),
            Some(new) if new != old => changes.push(ClaimChange::Changed(format!("{what} {id}"))),
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
