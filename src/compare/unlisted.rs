//! Values that articles state and no claim holds.
//!
//! Claims are what has been read and checked; this names what has not. Topics
//! without a claim that gives a value are left alone, as are silences and the
//! points of readouts.
//!
//! ```text
//! no claim holds 11 calls, as stated by Associated Press
//! ```

use super::key::value_key;
use super::relation::is_same_statement;
use super::table::Table;
use super::words::list_in_words;
use super::{Finding, Position, Rule, Severity};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// An article states a value that no claim holds.
pub static UNLISTED_VALUE: Rule = Rule {
    id: "unlisted-value",
    severity: Severity::Warning,
    summary: "an article states a value on a topic, and no claim holds it",
    page: include_str!("../../docs/rules/unlisted-value.md"),
};

/// Finds the values of articles that no claim of the topic holds.
pub(super) fn find_unlisted_values(table: &Table<'_>) -> Vec<Finding> {
    let claimed = claimed_values(table);
    if claimed.is_empty() {
        return Vec::new();
    }
    let mut unlisted: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, position) in table.positions.iter().enumerate() {
        if is_listable(position) && !is_held(table, position, &claimed) {
            unlisted.entry(value_key(&position.value)).or_default().insert(at);
        }
    }
    unlisted.into_iter().map(|(value, positions)| tell_unlisted(table, value, &positions)).collect()
}

/// What the claims of the topic say; a claim without a value says what its
/// mention does.
fn claimed_values<'t>(table: &'t Table<'_>) -> Vec<&'t Value> {
    let mut values: Vec<&Value> = Vec::new();
    for (index, claim) in table.topic_claims().filter(|(_, claim)| !claim.silent) {
        match &claim.value {
            Some(value) => values.push(value),
            None => {
                let held = table.mentions.iter().filter(|mention| mention.claim == Some(index));
                values.extend(held.map(|mention| &mention.value));
            }
        }
    }
    values
}

fn is_listable(position: &Position) -> bool {
    !position.mentions.is_empty() && !matches!(position.value, Value::Silent { .. } | Value::Point { .. })
}

/// Whether a claim holds the value. A claim bound to one of its mentions whose
/// value differs is a `value-mismatch`, and told as such.
fn is_held(table: &Table<'_>, position: &Position, claimed: &[&Value]) -> bool {
    !position.claims.is_empty()
        || claimed.iter().any(|claim| is_same_statement(table.topic.kind, claim, &position.value))
}

fn tell_unlisted(table: &Table<'_>, key: String, positions: &BTreeSet<usize>) -> Finding {
    let rows = || positions.iter().map(|&at| &table.positions[at]);
    let whos: BTreeSet<String> = rows().map(|position| table.who(position)).collect();
    let value = rows().next().map(|position| table.value(&position.value)).unwrap_or_default();
    let whos = list_in_words(&whos.into_iter().collect::<Vec<_>>(), 3);
    let message = format!("no claim holds {value}, as stated by {whos}");
    table.finding_about(&UNLISTED_VALUE, vec![key], positions, message)
}
