//! Claims against the articles they cite.
//!
//! The value of a mention is what was read from the text, even where a claim
//! holds it: here the two are compared. One rounding of the same number is no
//! mismatch; another hedge (`20` against `more than 20`) is.
//!
//! ```text
//! claim elysee-20 says 200 calls, its article 20 calls
//! ```

use super::key::value_key;
use super::relation::{compare_values, is_same_statement};
use super::table::Table;
use super::words::{list_in_words, quotation};
use super::{Finding, Relation, Rule, Severity};
use crate::claims::Claim;
use crate::matching::{Mention, QuoteOutcome};
use crate::value::{Kind, Value};

/// The claim's value is not what its quote or article states.
pub static VALUE_MISMATCH: Rule = Rule {
    id: "value-mismatch",
    severity: Severity::Conflict,
    summary: "a claim's value is not the one that its quote or its article states",
    page: include_str!("../../docs/rules/value-mismatch.md"),
};

/// The claim's quote is not in its article.
pub static QUOTE_MISSING: Rule = Rule {
    id: "quote-missing",
    severity: Severity::Conflict,
    summary: "the words that a claim quotes are not in the article it cites",
    page: include_str!("../../docs/rules/quote-missing.md"),
};

/// Finds claims whose mentions state another value.
pub(super) fn find_value_mismatches(table: &Table<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, claim) in table.topic_claims().filter(|(_, claim)| !claim.silent) {
        let Some(value) = &claim.value else { continue };
        let held: Vec<&Mention> = table.mentions.iter().filter(|mention| mention.claim == Some(index)).collect();
        let matches = |mention: &&Mention| is_stated(table.topic.kind, value, &mention.value);
        if held.is_empty() || held.iter().any(matches) {
            continue;
        }
        findings.push(tell_mismatch(table, index, claim, value, &held));
    }
    findings
}

/// Finds claims whose quotes stand nowhere, in other words, or in too many
/// places.
pub(super) fn find_missing_quotes(table: &Table<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, outcome) in table.quotes {
        let Some(claim) = table.claims.claims.get(*index).filter(|claim| claim.topic == table.index) else { continue };
        findings.extend(tell_missing(table, *index, claim, outcome));
    }
    findings
}

/// Whether the text states what the claim says. Dates may be stated more or
/// less finely.
fn is_stated(kind: Kind, claim: &Value, text: &Value) -> bool {
    match (claim, text) {
        (Value::Date(_), Value::Date(_)) => compare_values(kind, claim, text) != Some(Relation::Conflict),
        (Value::Point { .. }, Value::Point { .. }) => {
            matches!(compare_values(kind, claim, text), Some(Relation::Agree | Relation::Compatible))
        }
        _ => is_same_statement(kind, claim, text),
    }
}

fn tell_mismatch(table: &Table<'_>, index: usize, claim: &Claim, value: &Value, held: &[&Mention]) -> Finding {
    let mut read: Vec<String> = Vec::new();
    for mention in held {
        let words = table.value(&mention.value);
        if !read.contains(&words) {
            read.push(words);
        }
    }
    let message = format!("claim {} says {}, its article {}", claim.id, table.value(value), list_in_words(&read, 3));
    let mut detail = vec![format!("claim {}: {}", claim.id, table.value_and_interval(value))];
    for mention in held {
        let place = table.place(mention.article, mention.span);
        detail.push(format!("{place}: {}", table.value_and_interval(&mention.value)));
    }
    let mut evidence: Vec<String> = held.iter().map(|mention| format!("read {}", value_key(&mention.value))).collect();
    evidence.push(format!("claimed {}", value_key(value)));
    evidence.dedup();
    table.claim_finding(&VALUE_MISMATCH, index, message, detail, evidence)
}

fn tell_missing(table: &Table<'_>, index: usize, claim: &Claim, outcome: &QuoteOutcome) -> Option<Finding> {
    let (quote, _) = claim.quote.as_ref()?;
    let (article, _) = claim.article.as_ref()?;
    let at = table.corpus.article(article).map(|(at, _)| at);
    let place = |span| at.map(|at| table.place(at, span)).unwrap_or_default();
    let mut detail = vec![format!("quoted: {}", quotation(quote))];
    let (message, kind) = match outcome {
        QuoteOutcome::Found { differing, .. } if differing.is_empty() => return None,
        QuoteOutcome::Found { span, differing, .. } => {
            detail.push(format!("nearest: {}", place(*span)));
            detail.extend(say_differing(differing));
            (format!("the quote of claim {} is in {article} only in other words", claim.id), "other words")
        }
        QuoteOutcome::Missing { nearest, differing } => {
            detail.extend(nearest.map(|span| format!("nearest: {}", place(span))));
            detail.extend(say_differing(differing));
            (format!("the quote of claim {} is not in {article}", claim.id), "missing")
        }
        QuoteOutcome::Ambiguous(spans) => {
            detail.extend(spans.iter().take(5).map(|&span| format!("stands at: {}", place(span))));
            let places = spans.len();
            let message =
                format!("the quote of claim {} stands in {places} places of {article}: quote more of it", claim.id);
            (message, "ambiguous")
        }
    };
    let evidence = vec![format!("quote {quote}"), kind.to_owned()];
    Some(table.claim_finding(&QUOTE_MISSING, index, message, detail, evidence))
}

fn say_differing(differing: &[(String, String)]) -> impl Iterator<Item = String> {
    differing.iter().map(|(quoted, printed)| match (quoted.as_str(), printed.as_str()) {
        (quoted, "") => format!("the article lacks “{quoted}”"),
        ("", printed) => format!("the article adds “{printed}”"),
        (quoted, printed) => format!("the quote has “{quoted}”, the article “{printed}”"),
    })
}
