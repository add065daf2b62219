//! What statements imply together, also where they agree.
//!
//! Between any two points in time the tallies leave only so many: the shortest
//! ways through the system are the tightest bounds there are. Statements that
//! contradict each other imply nothing together, so what they imply is worked
//! out for each largest set of them that can all be true.
//!
//! ```text
//! 20 from Dec to 3 May, 4 from 24 Feb to 7 Mar  →  Dec to 24 Feb: at most 20 − 4 = 16
//! ```

use super::explain::{Told, explain, largest_sets};
use super::points::{Place, Points};
use super::solver::{Arc, Weight};
use super::tally::Tally;
use std::collections::BTreeSet;

/// Past so many tallies a topic is too crowded to tell what they imply.
const TALLIES: usize = 64;

/// How many sets of statements that can all be true are looked at.
const WORLDS: usize = 4;

/// Statements that can all be true, and what they imply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct World {
    /// Indices of the tallies that hold in it, sorted.
    pub(crate) holds: Vec<usize>,
    /// What follows for periods that no single statement is about, in the
    /// order of time.
    pub(crate) implied: Vec<Implied>,
}

/// How many there were between two points in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Implied {
    pub(crate) from: Place,
    pub(crate) to: Place,
    /// At least so many.
    pub(crate) low: Weight,
    /// Whose words give that: tallies that are counted, `true`, or taken away.
    pub(crate) low_terms: Vec<Term>,
    /// At most so many.
    pub(crate) high: Weight,
    pub(crate) high_terms: Vec<Term>,
}

/// A tally in a sum: its index, whether it is added or taken away, and how
/// many it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) tally: usize,
    pub(crate) added: bool,
    pub(crate) many: Weight,
}

/// The largest sets of tallies that can all be true and hold no told pair, each
/// with what it implies; those that leave out least come first.
pub(crate) fn find_worlds(tallies: &[Tally], told: &Told) -> Vec<World> {
    if tallies.is_empty() || tallies.len() > TALLIES {
        return Vec::new();
    }
    let worlds = largest_sets(tallies.len(), WORLDS, told, |set| explain(&tallies, set));
    worlds.into_iter().map(|holds| World { implied: find_implied(tallies, &holds), holds }).collect()
}

fn find_implied(tallies: &[Tally], holds: &[usize]) -> Vec<Implied> {
    let chosen = || holds.iter().map(|&at| &tallies[at]);
    let points = Points::new(chosen());
    let ends: BTreeSet<usize> = points.ends.iter().flat_map(|&(from, to)| [from, to]).collect();
    let ends = distinct(&points, ends);
    let ways: Vec<Ways> = ends.iter().map(|&end| points.system.reach_from(end)).collect();
    let mut implied = Vec::new();
    for (first, &from) in ends.iter().enumerate() {
        for (second, &to) in ends.iter().enumerate().skip(first + 1) {
            let (Some((most, up)), Some((back, down))) = (&ways[first][to], &ways[second][from]) else { continue };
            implied.push(Implied {
                from: points.places[from],
                to: points.places[to],
                low: -*back,
                low_terms: list_terms(down, holds, false),
                high: *most,
                high_terms: list_terms(up, holds, true),
            });
        }
    }
    implied.retain(|implied| tells_something(implied, chosen()));
    implied
}

/// Nodes in the order of time, one of those that lie in the same days.
fn distinct(points: &Points, ends: BTreeSet<usize>) -> Vec<usize> {
    let mut distinct: Vec<usize> = Vec::new();
    for end in ends {
        if distinct.last().is_none_or(|&last| points.places[last] != points.places[end]) {
            distinct.push(end);
        }
    }
    distinct
}

type Ways = Vec<Option<(Weight, Vec<Arc>)>>;

/// What the arcs of a way add and take away. Up the way to the most, statements
/// of at most so many add; on the way back to the least, those of at least.
fn list_terms(way: &[Arc], holds: &[usize], up: bool) -> Vec<Term> {
    let term = |arc: &Arc| {
        let (tally, allows) = (holds[arc.of?], arc.most >= Weight::default());
        Some(Term { tally, added: allows == up, many: if allows { arc.most } else { -arc.most } })
    };
    way.iter().filter_map(term).collect()
}

/// A period is worth telling of when statements had to be put together for it:
/// for both of its bounds, unless the lower one is that there were none. What a
/// statement says itself needs no telling.
fn tells_something<'t>(implied: &Implied, mut tallies: impl Iterator<Item = &'t Tally>) -> bool {
    let (low, high) = (implied.low_terms.len() > 1, implied.high_terms.len() > 1);
    let joined = high && (low || implied.low == Weight::default());
    let (from, to) = (implied.from.reach, implied.to.reach);
    let said = |tally: &Tally| {
        (tally.from, tally.to) == (from, to)
            && tally.low >= implied.low
            && tally.high.is_some_and(|high| high <= implied.high)
    };
    joined && from.last <= to.first && !tallies.any(said)
}
