//! Values that differ while their scopes do, or may: 20 calls against 60.
//!
//! These are no conflicts, but a reader who sees both values without their
//! periods will think so. What differs for one reason is told once a topic,
//! with every position and its period; the message names the contrast that
//! readers are most likely to see.
//!
//! ```text
//! 20 and 60 calls differ, but count different periods: Dec 2021 to 3 May 2022; May 2017 to 24 Feb 2022
//! ```

use super::dates::period_in_words;
use super::outdated::Outdated;
use super::pairs::Pair;
use super::scope::{Difference, Dimension, Scope, compare_scopes};
use super::table::Table;
use super::words::{list_in_words, option_in_words, plural, unit_of};
use super::{Finding, Position, Relation, Rule, Severity};
use crate::value::{Edge, Kind, Number, Value};
use std::collections::BTreeSet;

/// Disjoint values, scopes known to differ.
pub static SCOPE_DIFFERS: Rule = Rule {
    id: "scope-differs",
    severity: Severity::Warning,
    summary: "two values differ, but so do their scopes: both may be true",
    page: include_str!("../../docs/rules/scope-differs.md"),
};

/// Disjoint values, one side states no scope.
pub static SCOPE_UNCLEAR: Rule = Rule {
    id: "scope-unclear",
    severity: Severity::Warning,
    summary: "two values differ, and at least one of them states no scope",
    page: include_str!("../../docs/rules/scope-unclear.md"),
};

/// How many values a message names.
const NAMED: usize = 8;

/// Finds values that differ over scopes that do.
pub(super) fn find_different_scopes(table: &Table<'_>) -> Vec<Finding> {
    let pairs: Vec<&Pair> = disjoint(table, Relation::ScopeDiffers).collect();
    let Some(widest) = find_widest(table, &pairs) else { return Vec::new() };
    let involved = involved(&pairs);
    vec![table.finding(&SCOPE_DIFFERS, &involved, say_difference(table, &involved, widest))]
}

/// Finds values that differ while a period is not stated.
pub(super) fn find_unclear_scopes(table: &Table<'_>) -> Vec<Finding> {
    let pairs: Vec<&Pair> = disjoint(table, Relation::Unclear).collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let involved = involved(&pairs);
    vec![table.finding(&SCOPE_UNCLEAR, &involved, say_unclear(table, &involved))]
}

fn disjoint<'t>(table: &'t Table<'_>, relation: Relation) -> impl Iterator<Item = &'t Pair> {
    // What cannot both be true whatever the periods is told as such, and so is
    // what replaces the other.
    let is_given_up = |pair: &&Pair| matches!(table.outdated.get(&(pair.a, pair.b)), Some(Outdated::GivenUp(_)));
    let apart = move |pair: &&Pair| {
        !table.nested.contains(&(pair.a, pair.b)) && table.revision(pair).is_none() && !is_given_up(pair)
    };
    table.pairs.iter().filter(move |pair| pair.disjoint && pair.relation == relation).filter(apart)
}

fn involved(pairs: &[&Pair]) -> BTreeSet<usize> {
    pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect()
}

/// The pair that readers are most likely to hold against each other: two named
/// claimants before others, periods that overlap before ones that do not, and
/// then the numbers that lie farthest apart; of equals the first.
fn find_widest<'p>(table: &Table<'_>, pairs: &[&'p Pair]) -> Option<&'p Pair> {
    let size = |at: usize| match &table.positions[at].value {
        Value::Amount(amount) => {
            amount.interval.low.value().or(amount.interval.high.value()).copied().unwrap_or_default()
        }
        _ => Number::ZERO,
    };
    let rank = |pair: &Pair| {
        let (a, b) = (&table.positions[pair.a], &table.positions[pair.b]);
        let named = a.claimant.is_some() && b.claimant.is_some() && a.claimant != b.claimant;
        (named, windows_overlap(a, b), size(pair.a).saturating_sub(size(pair.b)).abs())
    };
    let mut widest: Option<&Pair> = None;
    for &pair in pairs {
        if widest.is_none_or(|best| rank(pair) > rank(best)) {
            widest = Some(pair);
        }
    }
    widest
}

/// Whether the periods of two positions share more than an edge.
fn windows_overlap(a: &Position, b: &Position) -> bool {
    let (Some(a), Some(b)) = (a.window, b.window) else { return false };
    let starts_before_end = |from: Edge, to: Edge| match (from.days(), to.days()) {
        (Some((_, last)), Some((first, _))) => last < first,
        _ => true,
    };
    starts_before_end(a.from, b.to) && starts_before_end(b.from, a.to)
}

/// `60 and 20 calls differ, but count different periods: May 2017 to 24 Feb
/// 2022; Dec 2021 to 3 May 2022`, and then the other values that do.
fn say_difference(table: &Table<'_>, involved: &BTreeSet<usize>, widest: &Pair) -> String {
    let (a, b) = (&table.positions[widest.a], &table.positions[widest.b]);
    let differences = match (table.outdated.get(&(widest.a, widest.b)), compare_scopes(a, b)) {
        (Some(Outdated::Moved { times: [a, b], .. }), _) => {
            vec![Difference { of: Dimension::Time, a: a.clone(), b: b.clone() }]
        }
        (_, Scope::Differs(differences)) => differences,
        _ => return String::new(),
    };
    let say = |difference: &Difference| {
        let Difference { of, a, b } = difference;
        match of {
            Dimension::Period if table.topic.kind == Kind::Count => format!("count different periods: {a}; {b}"),
            Dimension::Period => format!("are about different periods: {a}; {b}"),
            Dimension::Time => format!("are of different times: {a}; {b}"),
            Dimension::Basis => format!("are not of the same measure: {a}; {b}"),
            Dimension::Facet(facet) => format!("are not of the same {}: {a}; {b}", option_in_words(facet)),
        }
    };
    let reasons: Vec<String> = differences.iter().map(say).collect();
    let told = distinct_values(table, [widest.a, widest.b].into_iter());
    let all = distinct_values(table, involved.iter().copied());
    let others: Vec<String> = all.into_iter().filter(|value| !told.contains(value)).collect();
    let rest = match others.as_slice() {
        [] => String::new(),
        [one] => format!(" (and {one} yet another)"),
        several => format!(" (and {} yet others)", list_in_words(several, NAMED)),
    };
    format!("{} differ, but {}{rest}", with_unit(table, &told), reasons.join("; and "))
}

fn say_unclear(table: &Table<'_>, involved: &BTreeSet<usize>) -> String {
    let is_open = |at: &usize| {
        table.positions[*at].window.is_none_or(|window| window.from == Edge::Unknown || window.to == Edge::Unknown)
    };
    let (open, stated): (Vec<usize>, Vec<usize>) = involved.iter().copied().partition(is_open);
    let unclear = distinct_values(table, open.iter().copied());
    let others = distinct_values(table, stated.iter().copied());
    let reason = match open.as_slice() {
        [one] => match table.positions[*one].window {
            None => "states no period".to_owned(),
            partial => format!("states only part of its period ({})", period_in_words(partial.as_ref())),
        },
        _ => "do not fully state their periods".to_owned(),
    };
    if others.is_empty() {
        return format!("{} differ, and {reason}: it cannot be told whether they conflict", with_unit(table, &unclear));
    }
    let all = distinct_values(table, involved.iter().copied());
    let unclear = list_in_words(&unclear, NAMED);
    format!("{} differ, but {unclear} {reason}: it cannot be told whether they conflict", with_unit(table, &all))
}

/// The values of some positions, each once, without units.
fn distinct_values(table: &Table<'_>, positions: impl Iterator<Item = usize>) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for at in positions {
        let value = &table.positions[at].value;
        let value = if has_bases(table) { table.value(value) } else { table.bare_value(value) };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// Whether numbers are given for periods, each of which stands behind the unit.
fn has_bases(table: &Table<'_>) -> bool {
    table.positions.iter().any(|position| position.value.basis().is_some())
}

fn with_unit(table: &Table<'_>, values: &[String]) -> String {
    let list = list_in_words(values, NAMED);
    match unit_of(table.topic).filter(|unit| table.topic.kind.is_amount() && *unit != "%" && !has_bases(table)) {
        None => list,
        Some(unit) => format!("{list} {}", plural(unit)),
    }
}
