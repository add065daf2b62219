//! One quotation in several wordings.
//!
//! Every wording is held against the topic's own, or, where the topic has
//! none, against the fullest that any article has. All of them are told in one
//! finding; one that is only cut short is told as shortened.
//!
//! ```text
//! the wording differs between articles: CIBUK.Org shortens it
//! ```

use super::table::Table;
use super::wording::{Drift, compare_wordings};
use super::words::{list_in_words, quotation};
use super::{Finding, Position, Rule, Severity};
use crate::value::{Kind, Value};
use std::collections::BTreeSet;

/// A quotation's wording differs between articles.
pub static WORDING_DRIFT: Rule = Rule {
    id: "wording-drift",
    severity: Severity::Warning,
    summary: "articles quote one statement in different words",
    page: include_str!("../../docs/rules/wording-drift.md"),
};

/// Finds wordings that are not the topic's.
pub(super) fn find_wording_drift(table: &Table<'_>) -> Vec<Finding> {
    if table.topic.kind != Kind::Quote {
        return Vec::new();
    }
    let Some(reference) = table.topic.wording.as_deref().or_else(|| fullest(table)) else { return Vec::new() };
    let (mut changed, mut shortened, mut involved, mut lines) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (at, position) in table.positions.iter().enumerate() {
        let Value::Wording(words) = &position.value else { continue };
        let drift = compare_wordings(reference, words);
        if drift.changes.is_empty() {
            continue;
        }
        involved.insert(at);
        if is_shortened(&drift) { &mut shortened } else { &mut changed }.insert(source(table, position));
        lines.push(format!("{}: {}", source(table, position), say_drift(&drift)));
    }
    if involved.is_empty() {
        return Vec::new();
    }
    let mut finding = table.finding(&WORDING_DRIFT, &involved, say_sources(&changed, &shortened));
    finding.detail.insert(0, format!("held against: {}", quotation(reference)));
    finding.detail.append(&mut lines);
    vec![finding]
}

/// The longest wording; of several, the first by its words.
fn fullest<'t>(table: &'t Table<'_>) -> Option<&'t str> {
    let wordings = table.positions.iter().filter_map(|position| match &position.value {
        Value::Wording(words) => Some(words.as_str()),
        _ => None,
    });
    wordings.min_by_key(|words| (std::cmp::Reverse(words.split_whitespace().count()), *words))
}

/// Whether words were only cut off its ends.
fn is_shortened(drift: &Drift) -> bool {
    drift.is_cut && !drift.contradicts && drift.changes.iter().all(|(_, added)| added.is_empty())
}

/// Who prints a wording: the outlets, or the claims that know it.
fn source(table: &Table<'_>, position: &Position) -> String {
    if position.articles.is_empty() { table.who(position) } else { table.outlets(&position.articles) }
}

fn say_drift(drift: &Drift) -> String {
    let turned = if drift.contradicts { ", which turns its sense" } else { "" };
    let shortened = if is_shortened(drift) { "shortened: " } else { "" };
    format!("{shortened}{}{turned}", drift.in_words().join(", "))
}

fn say_sources(changed: &BTreeSet<String>, shortened: &BTreeSet<String>) -> String {
    let list = |names: &BTreeSet<String>| list_in_words(&names.iter().cloned().collect::<Vec<_>>(), 4);
    match (changed.is_empty(), shortened.is_empty()) {
        (true, _) => format!("the quotation is shortened by {}", list(shortened)),
        (_, true) => format!("the quotation is worded differently by {}", list(changed)),
        _ => format!("the quotation is worded differently by {} and shortened by {}", list(changed), list(shortened)),
    }
}
