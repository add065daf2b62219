//! Claims and topics that nothing in the corpus speaks to.
//!
//! A quote that is not in its article is graver and told by `quote-missing`;
//! silence is about what is not there. Neither is told again here.
//!
//! ```text
//! no value was read where claim elysee-20 quotes express-twentieth-call
//! ```

use super::relation::is_same_statement;
use super::statement::claimed_value;
use super::statement::outcome_of;
use super::table::Table;
use super::{Finding, Rule, Severity};
use crate::claims::Claim;
use crate::matching::{Mention, QuoteOutcome};
use std::collections::BTreeSet;

/// Nothing in the corpus speaks to the claim.
pub static CLAIM_UNMATCHED: Rule = Rule {
    id: "claim-unmatched",
    severity: Severity::Note,
    summary: "nothing in the corpus speaks to a claim",
    page: include_str!("../../docs/rules/claim-unmatched.md"),
};

/// Nothing in the corpus speaks to the topic.
pub static TOPIC_UNMATCHED: Rule = Rule {
    id: "topic-unmatched",
    severity: Severity::Note,
    summary: "nothing in the corpus speaks to a topic",
    page: include_str!("../../docs/rules/topic-unmatched.md"),
};

/// Finds claims that no mention goes with.
pub(super) fn find_unmatched_claims(table: &Table<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, claim) in table.topic_claims().filter(|(_, claim)| !claim.silent) {
        let quote = outcome_of(table.quotes, index);
        let told = matches!(quote, Some(QuoteOutcome::Missing { .. } | QuoteOutcome::Ambiguous(_)));
        if told || table.mentions.iter().any(|mention| goes_with(table, mention, index, claim)) {
            continue;
        }
        let message = match (&claim.article, quote) {
            (Some((article, _)), _) if table.corpus.article(article).is_none() => {
                format!("claim {}: its article {article} is not in the corpus", claim.id)
            }
            (Some((article, _)), Some(_)) => {
                format!("claim {}: its quote stands in {article}, but no value was read there", claim.id)
            }
            (Some((article, _)), None) => format!("claim {}: nothing in {article} speaks to it", claim.id),
            (None, _) => format!("claim {}: no article states its value", claim.id),
        };
        let detail = claimed_value(claim).map(|value| format!("claimed: {}", table.value_and_interval(&value)));
        findings.push(table.claim_finding(&CLAIM_UNMATCHED, index, message, detail.into_iter().collect(), Vec::new()));
    }
    findings
}

/// Finds a topic without mentions.
pub(super) fn find_unmatched_topic(table: &Table<'_>) -> Vec<Finding> {
    if !table.mentions.is_empty() {
        return Vec::new();
    }
    let message = format!("no article answers: {}", table.topic.question);
    vec![table.finding(&TOPIC_UNMATCHED, &BTreeSet::new(), message)]
}

/// A mention goes with a claim that holds it, and with one that says the same
/// in its article, or, for a claim known from elsewhere, in any.
fn goes_with(table: &Table<'_>, mention: &Mention, index: usize, claim: &Claim) -> bool {
    if mention.claim == Some(index) {
        return true;
    }
    let cited = claim.article.as_ref().and_then(|(id, _)| table.corpus.article(id)).map(|(article, _)| article);
    let there = match (&claim.article, cited) {
        (None, _) => true,
        (Some(_), cited) => cited == Some(mention.article) && claim.quote.is_none(),
    };
    let same = |value| is_same_statement(table.topic.kind, &value, &mention.value);
    there && claimed_value(claim).is_some_and(same)
}
