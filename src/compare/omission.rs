//! What one side tells and the other leaves out.
//!
//! Silence is no denial, so an omission is a warning: one for each silent side
//! of a topic, with all the points it leaves out. Whether a side is silent is
//! settled when positions are made: a claim says so, or a readout has no word
//! of a point.
//!
//! ```text
//! the Élysée is silent on war crimes and dialogue, unlike the Kremlin
//! ```

use super::table::Table;
use super::words::{list_in_words, option_in_words, verb_for};
use super::{Finding, Position, Rule, Severity};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One side's readout has the point, the other's is silent.
pub static OMISSION: Rule = Rule {
    id: "omission",
    severity: Severity::Warning,
    summary: "one side reports a point, and the other side's account is silent on it",
    page: include_str!("../../docs/rules/omission.md"),
};

/// Finds what each side leaves out.
pub(super) fn find_omissions(table: &Table<'_>) -> Vec<Finding> {
    let mut omitted: BTreeMap<&Option<String>, Vec<(usize, Vec<usize>)>> = BTreeMap::new();
    for (at, position) in table.positions.iter().enumerate() {
        let Value::Silent { point } = &position.value else { continue };
        let tellers = find_tellers(table, position, point.as_deref());
        if !tellers.is_empty() {
            omitted.entry(&position.claimant).or_default().push((at, tellers));
        }
    }
    omitted.values().map(|silences| tell_omission(table, silences)).collect()
}

/// Positions of others that state what `silent` leaves out.
fn find_tellers(table: &Table<'_>, silent: &Position, point: Option<&str>) -> Vec<usize> {
    let tells = |position: &Position| match (&position.value, point) {
        (Value::Silent { .. }, _) => false,
        (Value::Point { point: told, .. }, Some(point)) => told == point,
        (_, Some(_)) => false,
        (_, None) => true,
    };
    let others = table.positions.iter().enumerate().filter(|(_, other)| other.claimant != silent.claimant);
    others.filter(|(_, other)| tells(other)).map(|(at, _)| at).collect()
}

fn tell_omission(table: &Table<'_>, silences: &[(usize, Vec<usize>)]) -> Finding {
    let (mut points, mut whos, mut detail) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut involved = BTreeSet::new();
    for (silent, tellers) in silences {
        let position = &table.positions[*silent];
        involved.insert(*silent);
        involved.extend(tellers);
        let id = |position: &Position| position.claimant.clone().unwrap_or_else(|| table.who(position));
        let names: BTreeSet<String> = tellers.iter().map(|&at| id(&table.positions[at])).collect();
        whos.extend(tellers.iter().map(|&at| table.who(&table.positions[at])));
        let names = list_in_words(&names.into_iter().collect::<Vec<_>>(), 5);
        let subject = match &position.value {
            Value::Silent { point: Some(point) } => {
                points.push(option_in_words(point));
                let question = table.topic.points.iter().find(|candidate| candidate.id == *point);
                format!("{point} ({})", question.map_or("", |found| found.question.as_str()))
            }
            _ => table.topic.question.clone(),
        };
        detail.push(format!("{subject}: stated by {names}, not by {}", id(position)));
    }
    let silent = silences.first().map(|(at, _)| table.who(&table.positions[*at])).unwrap_or_default();
    let whos = list_in_words(&whos.into_iter().collect::<Vec<_>>(), 3);
    let message = match points.as_slice() {
        [] => format!("{silent} {} silent, unlike {whos}: {}", verb_for(&silent, "is", "are"), table.topic.question),
        points => {
            let points = list_in_words(points, 8);
            format!("{silent} {} silent on {points}, unlike {whos}", verb_for(&silent, "is", "are"))
        }
    };
    detail.extend(
        table
            .unpublished
            .iter()
            .map(|side| format!("not yet published: the account of {}", table.claims.display(side))),
    );
    let mut finding = table.finding(&OMISSION, &involved, message);
    detail.append(&mut finding.detail);
    Finding { detail, ..finding }
}
