//! Statements: mentions and claims of one topic in one shape, before they are
//! grouped into positions.
//!
//! A claim bound to a mention is one statement with it: the value is what the
//! text says, while claimant, window and facets are the claim's, which were
//! curated by hand. A claim that no mention holds is a statement of its own.
//!
//! ```text
//! mention `spoke 60 times` + claim kremlin-60 (during 2017-05/2022-02-24)
//!   → the Kremlin, 60, May 2017 to 24 Feb 2022, in cibuk-sixty-calls
//! ```

use super::key::value_key;
use crate::claims::{Claim, ClaimSet, Topic};
use crate::corpus::Corpus;
use crate::matching::{Mention, OwnTime, QuoteOutcome};
use crate::value::{Basis, Kind, Value, Window};
use std::collections::{BTreeMap, BTreeSet};

/// What one source says on a topic, in one place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Statement {
    /// Who states it; `None` is the outlet's own voice, or the `speaker`.
    pub(super) claimant: Option<String>,
    /// Who states it, as printed, where the claims file does not name them.
    pub(super) speaker: Option<String>,
    /// What is stated.
    pub(super) value: Value,
    /// What time it is about, as far as anything says.
    pub(super) window: Window,
    /// The time that its text gives it, where that is no window.
    pub(super) time: Option<OwnTime>,
    /// Facet id to option id.
    pub(super) facets: BTreeMap<String, String>,
    /// Index of the article that has it.
    pub(super) article: Option<usize>,
    /// Whether its words are there: those that a claim quotes may not be.
    pub(super) is_there: bool,
    /// Whether it stands in the headline.
    pub(super) in_headline: bool,
    /// Whether a claim states the window.
    pub(super) curated: bool,
    /// Index among the topic's mentions.
    pub(super) mention: Option<usize>,
    /// Index of the claim.
    pub(super) claim: Option<usize>,
}

/// Puts the mentions and claims of a topic into one shape.
pub(super) fn gather_statements(
    claims: &ClaimSet,
    corpus: &Corpus,
    quotes: &[(usize, QuoteOutcome)],
    index: usize,
    mentions: &mut [Mention],
) -> Vec<Statement> {
    let topic = &claims.topics[index];
    let mut statements = Vec::with_capacity(mentions.len());
    let mut held = BTreeSet::new();
    for (at, mention) in mentions.iter_mut().enumerate() {
        // A sum in another currency is not what a claim of the topic says.
        let is_comparable = mention.currency.is_none();
        let claim = mention.claim.filter(|&claim| is_comparable && can_hold(claims.claims.get(claim), mention, index));
        mention.claim = claim;
        held.extend(claim);
        // Who could not confirm a thing has not stated it.
        if mention.stance.is_withheld && claim.is_none() {
            continue;
        }
        statements.push(from_mention(topic, at, mention, claim.map(|claim| &claims.claims[claim])));
    }
    for (at, claim) in claims.claims.iter().enumerate() {
        if claim.topic == index && !held.contains(&at) {
            let is_there = !outcome_of(quotes, at).is_some_and(QuoteOutcome::is_missing);
            statements.extend(from_claim(corpus, at, claim).map(|statement| Statement { is_there, ..statement }));
        }
    }
    share_bases(&mut statements);
    statements
}

/// Gives a number the period for which the same number is given elsewhere in its article.
fn share_bases(statements: &mut [Statement]) {
    let mut known: BTreeMap<(usize, String), BTreeSet<Basis>> = BTreeMap::new();
    let key = |statement: &Statement| Some((statement.article?, value_key(&statement.value.on_basis(None))));
    for statement in statements.iter() {
        if let (Some(key), Some(basis)) = (key(statement), statement.value.basis()) {
            known.entry(key).or_default().insert(basis);
        }
    }
    if known.is_empty() {
        return;
    }
    for statement in statements.iter_mut().filter(|statement| statement.value.basis().is_none()) {
        let bases = key(statement).and_then(|key| known.get(&key));
        if let Some(basis) = bases.filter(|bases| bases.len() == 1).and_then(BTreeSet::first) {
            statement.value = statement.value.on_basis(Some(*basis));
        }
    }
}

/// What became of a claim's quote, of those sorted by claim.
pub(super) fn outcome_of(quotes: &[(usize, QuoteOutcome)], claim: usize) -> Option<&QuoteOutcome> {
    let at = quotes.binary_search_by_key(&claim, |(index, _)| *index).ok()?;
    Some(&quotes[at].1)
}

/// What a claim states by itself, without its article.
pub(super) fn claimed_value(claim: &Claim) -> Option<Value> {
    match &claim.point {
        point if claim.silent => Some(Value::Silent { point: point.clone() }),
        Some(point) if claim.value.is_none() => Some(Value::Point { point: point.clone(), option: None }),
        _ => claim.value.clone(),
    }
}

/// A claim that records silence does not hold the value that someone else
/// states at its quote.
fn can_hold(claim: Option<&Claim>, mention: &Mention, topic: usize) -> bool {
    claim.is_some_and(|claim| claim.topic == topic && claim.silent == matches!(mention.value, Value::Silent { .. }))
}

fn from_mention(topic: &Topic, at: usize, mention: &Mention, claim: Option<&Claim>) -> Statement {
    let during = claim.and_then(|claim| claim.during);
    let read = mention.window.filter(|_| reads_windows(topic.kind));
    let mut facets = mention.facets.clone();
    facets.extend(claim.into_iter().flat_map(|claim| claim.scope.clone()));
    Statement {
        claimant: claim.and_then(|claim| claim.claimant.clone()).or_else(|| mention.claimant.clone()),
        speaker: mention.speaker.clone().filter(|_| claim.is_none_or(|claim| claim.claimant.is_none())),
        value: mention.value.clone(),
        window: during.or(read).unwrap_or(Window::UNKNOWN),
        // What a claim says of the time was curated.
        time: mention.time.clone().filter(|_| during.is_none()),
        facets,
        article: Some(mention.article),
        is_there: true,
        in_headline: mention.in_headline,
        curated: during.is_some(),
        mention: Some(at),
        claim: mention.claim,
    }
}

fn from_claim(corpus: &Corpus, at: usize, claim: &Claim) -> Option<Statement> {
    let article = claim.article.as_ref().and_then(|(id, _)| corpus.article(id)).map(|(article, _)| article);
    Some(Statement {
        claimant: claim.claimant.clone(),
        speaker: None,
        value: claimed_value(claim)?,
        window: claim.during.unwrap_or(Window::UNKNOWN),
        time: None,
        facets: claim.scope.clone(),
        article,
        is_there: true,
        in_headline: false,
        curated: claim.during.is_some(),
        mention: None,
        claim: Some(at),
    })
}

/// Numbers are counted over the window that the text around them gives. A date,
/// a wording, an answer or a readout is about one thing whose time the text
/// may mention for other reasons: there only a claim's `during` counts.
fn reads_windows(kind: Kind) -> bool {
    kind.is_amount()
}
