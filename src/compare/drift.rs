//! One quotation in several wordings.
//!
//! Every wording is held against the topic's own, or, where the topic has
//! none, against the fullest that any article has. All of them are told in one
//! finding, the gravest first: each source once, by the gravest of its changes.
//!
//! ```text
//! the quotation is turned round by Express; worded differently by AP; shortened by CIBUK.Org
//! ```

use super::table::Table;
use super::wording::{ChangeKind, Drift, compare_wordings};
use super::words::{list_in_words, quotation};
use super::{Finding, Position, Rule, Severity};
use crate::value::{Kind, Value};
use std::collections::{BTreeMap, BTreeSet};

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
    let (mut sources, mut involved, mut lines): (BTreeMap<Differs, BTreeSet<String>>, _, _) =
        (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for (at, position) in table.positions.iter().enumerate() {
        let Value::Wording(words) = &position.value else { continue };
        let drift = compare_wordings(reference, words);
        let Some(differs) = Differs::of(&drift) else { continue };
        involved.insert(at);
        sources.entry(differs).or_default().insert(source(table, position));
        lines.push(format!("{}: {}", source(table, position), drift.in_words().join("; ")));
    }
    if involved.is_empty() {
        return Vec::new();
    }
    let mut finding = table.finding(&WORDING_DRIFT, &involved, say_sources(&sources));
    finding.detail.insert(0, format!("held against: {}", quotation(reference)));
    finding.detail.append(&mut lines);
    vec![finding]
}

/// How a printing differs, by the gravest of its changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Differs {
    Turned,
    OtherNumber,
    OtherVerb,
    OtherWords,
    Added,
    LeftOut,
    Shortened,
    Longer,
}

impl Differs {
    fn of(drift: &Drift) -> Option<Self> {
        Some(match drift.gravest()? {
            ChangeKind::Negation => Self::Turned,
            ChangeKind::Number => Self::OtherNumber,
            ChangeKind::Verb => Self::OtherVerb,
            ChangeKind::Variant => Self::OtherWords,
            ChangeKind::Added => Self::Added,
            ChangeKind::LeftOut => Self::LeftOut,
            ChangeKind::Cut if drift.changes.iter().all(|change| change.to.is_empty()) => Self::Shortened,
            ChangeKind::Cut => Self::Longer,
        })
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Turned => "turned round",
            Self::OtherNumber => "given another number",
            Self::OtherVerb => "given another verb",
            Self::OtherWords => "worded differently",
            Self::Added => "added to",
            Self::LeftOut => "cut without a mark",
            Self::Shortened => "shortened",
            Self::Longer => "quoted at greater length",
        }
    }
}

/// The longest wording; of several, the first by its words.
fn fullest<'t>(table: &'t Table<'_>) -> Option<&'t str> {
    let wordings = table.positions.iter().filter_map(|position| match &position.value {
        Value::Wording(words) => Some(words.as_str()),
        _ => None,
    });
    wordings.min_by_key(|words| (std::cmp::Reverse(words.split_whitespace().count()), *words))
}

/// Who prints a wording: the outlets, or the claims that know it.
fn source(table: &Table<'_>, position: &Position) -> String {
    if position.articles.is_empty() { table.who(position) } else { table.outlets(&position.articles) }
}

fn say_sources(sources: &BTreeMap<Differs, BTreeSet<String>>) -> String {
    let said = sources.iter().map(|(differs, names)| {
        let names = list_in_words(&names.iter().cloned().collect::<Vec<_>>(), 4);
        format!("{} by {names}", differs.in_words())
    });
    format!("the quotation is {}", said.collect::<Vec<_>>().join("; "))
}
