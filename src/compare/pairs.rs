//! Every position of a topic against every other.
//!
//! Up to 300 positions all pairs are kept and listed. Past that, a topic is
//! either hostile or a mistake: every pair is still compared, but only
//! conflicts are listed, at most as many as 300 positions can have, and of
//! the other pairs only so many that no position involved goes unseen.
//!
//! ```text
//! 14 (the Kremlin) × 6 (the Élysée), same window   → conflict
//! 60 × 20, other windows                           → scope-differs, disjoint
//! ```

use super::dates::window_in_words;
use super::relation::{compare_values, is_one_number};
use super::scope::{Difference, Scope, compare_scopes, differs_in_time_only, same_scope};
use super::words::{bare_value_in_words, reckoned_in_words, value_in_words};
use super::{Position, Related, Relation};
use crate::claims::Topic;

/// Up to so many positions every pair is listed.
const EVERY_PAIR: usize = 300;

/// Past that, at most so many conflicts.
const MOST_CONFLICTS: usize = EVERY_PAIR * (EVERY_PAIR - 1) / 2;

/// Two positions that answer the same question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Index of the first position, lower than `b`.
    pub(super) a: usize,
    /// Index of the second.
    pub(super) b: usize,
    /// How they stand to each other.
    pub(super) relation: Relation,
    /// Whether their values have nothing in common, whatever their scopes.
    pub(super) disjoint: bool,
    /// Whether only the times of their values tell them apart.
    pub(super) timed: bool,
}

/// Compares every two positions.
pub(super) fn compare_pairs(topic: &Topic, positions: &[Position]) -> Vec<Pair> {
    let few = positions.len() <= EVERY_PAIR;
    let mut pairs = Vec::new();
    let (mut conflicts, mut seen) = (0, vec![[false; 2]; positions.len()]);
    for a in 0..positions.len() {
        for b in a + 1..positions.len() {
            // Most pairs of a crowded topic can show nothing that is not seen.
            if !few && is_shown(&seen, same_scope(&positions[a], &positions[b]), (a, b)) {
                continue;
            }
            let Some(pair) = compare_pair(topic, positions, (a, b)) else { continue };
            let kept = few || (pair.disjoint && is_needed(&pair, &mut conflicts, &mut seen));
            if kept {
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// The relations to list, each with its reason.
pub(super) fn list_relations(topic: &Topic, positions: &[Position], pairs: &[Pair]) -> Vec<Related> {
    let few = positions.len() <= EVERY_PAIR;
    let listed = pairs.iter().filter(|pair| few || pair.relation == Relation::Conflict);
    let related = listed.map(|pair| Related {
        a: pair.a,
        b: pair.b,
        relation: pair.relation,
        reason: give_reason(topic, &positions[pair.a], &positions[pair.b], pair.relation),
    });
    related.collect()
}

fn compare_pair(topic: &Topic, positions: &[Position], (a, b): (usize, usize)) -> Option<Pair> {
    let (first, second) = (&positions[a], &positions[b]);
    let values = compare_values(topic.kind, &first.value, &second.value)?;
    let is_hedged = values == Relation::Conflict && is_hedged_alike(first, second);
    let values = if is_hedged { Relation::Compatible } else { values };
    let relation = match same_scope(first, second) {
        Some(true) => values,
        Some(false) => Relation::ScopeDiffers,
        None => Relation::Unclear,
    };
    let timed = relation == Relation::ScopeDiffers && differs_in_time_only(first, second);
    Some(Pair { a, b, relation, disjoint: values == Relation::Conflict, timed })
}

fn is_disjoint(topic: &Topic, a: &Position, b: &Position) -> bool {
    compare_values(topic.kind, &a.value, &b.value) == Some(Relation::Conflict)
}

/// Whether one claimant, or one article, gives one number, once as a bound: `nearly six hours`, elsewhere `six hours`. Two
/// outlets that each speak for themselves differ.
fn is_hedged_alike(a: &Position, b: &Position) -> bool {
    let in_one = || a.articles.iter().any(|article| b.articles.contains(article));
    a.is_of_speaker(b) && (a.claimant.is_some() || in_one()) && is_one_number(&a.value, &b.value)
}

/// Whether two positions of different or unclear scope have both been seen in
/// that relation.
fn is_shown(seen: &[[bool; 2]], scope: Option<bool>, (a, b): (usize, usize)) -> bool {
    let kind = usize::from(scope.is_none());
    scope != Some(true) && seen[a][kind] && seen[b][kind]
}

/// Keeps conflicts up to their bound, and a pair that shows a position not yet
/// seen in its relation.
fn is_needed(pair: &Pair, conflicts: &mut usize, seen: &mut [[bool; 2]]) -> bool {
    if pair.relation == Relation::Conflict {
        *conflicts += 1;
        return *conflicts <= MOST_CONFLICTS;
    }
    let kind = usize::from(pair.relation == Relation::Unclear);
    let new = !seen[pair.a][kind] || !seen[pair.b][kind];
    (seen[pair.a][kind], seen[pair.b][kind]) = (true, true);
    new
}

fn give_reason(topic: &Topic, a: &Position, b: &Position, relation: Relation) -> String {
    let (first, second) = (bare_value_in_words(&a.value), value_in_words(&b.value, topic));
    let over = match a.window {
        // `Up to 31 Oct` says over what by itself.
        Some(window) if window.from.days().is_none() => format!(" {}", window_in_words(&window)),
        Some(window) => format!(" over {}", window_in_words(&window)),
        None => String::new(),
    };
    let reckoned = reckoned_in_words(topic, &a.value, &b.value).map(|words| format!("{words}: ")).unwrap_or_default();
    match relation {
        Relation::Agree => format!("{reckoned}the same, {second}{over}"),
        Relation::Compatible if is_hedged_alike(a, b) && is_disjoint(topic, a, b) => {
            format!("{reckoned}{first} and {second} are one number, hedged once{over}")
        }
        Relation::Compatible => format!("{reckoned}{first} and {second} can both be right{over}"),
        Relation::Conflict => format!("{reckoned}{first} and {second} cannot both be right{over}"),
        Relation::Unclear => match (a.window, b.window) {
            (None, _) => format!("no period is stated for {}", value_in_words(&a.value, topic)),
            (_, None) => format!("no period is stated for {second}"),
            (Some(a), Some(b)) => {
                format!("the period is not fully stated: {} against {}", window_in_words(&a), window_in_words(&b))
            }
        },
        Relation::ScopeDiffers => match compare_scopes(a, b) {
            Scope::Differs(differences) => differences.iter().map(Difference::in_words).collect::<Vec<_>>().join("; "),
            Scope::Same | Scope::Unknown => String::new(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_the_bound_every_position_involved_is_still_seen() {
        let mut seen = vec![[false; 2]; 4];
        let mut conflicts = 0;
        let pair = |a, b, relation| Pair { a, b, relation, disjoint: true, timed: false };
        assert!(is_needed(&pair(0, 1, Relation::ScopeDiffers), &mut conflicts, &mut seen));
        assert!(!is_needed(&pair(0, 1, Relation::ScopeDiffers), &mut conflicts, &mut seen));
        assert!(is_needed(&pair(0, 2, Relation::ScopeDiffers), &mut conflicts, &mut seen));
        assert!(is_needed(&pair(0, 1, Relation::Unclear), &mut conflicts, &mut seen));
        conflicts = MOST_CONFLICTS;
        assert!(!is_needed(&pair(2, 3, Relation::Conflict), &mut conflicts, &mut seen));
    }
}
