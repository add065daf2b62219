//! What the statements of a topic imply together, in words.
//!
//! For every period between two edges that somebody names, the least and the
//! most there can have been, with the sum that gives it. Where statements
//! contradict each other this is told for each largest set of them that can
//! all be true.
//!
//! ```text
//! leaving out the Élysée's 6:
//!   Dec 2021 to 23 Feb 2022: 7 to 16 calls (at least 11 − 4 = 7; at most 20 − 4 = 16)
//! ```

use super::Position;
use super::dates::window_in_words;
use super::timeline::implied::{Implied, Term, World, find_worlds};
use super::timeline::points::{Place, Side};
use super::timeline::solver::Weight;
use super::timeline::tally::{Tally, day_after, pairs_of_tallies};
use super::words::{interval_in_words, number_in_words, plural, unit_of};
use crate::claims::Topic;
use crate::value::{Bound, Edge, Interval, Number, Window};
use std::collections::BTreeSet;

/// Statements that can all be true, and what they imply.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// Positions that are left out, since others contradict them: indices into
    /// the positions of the topic.
    pub without: Vec<usize>,
    /// What the others imply, in the order of time.
    pub implied: Vec<Implication>,
}

/// How many there were over a period that no single statement is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Implication {
    /// The period.
    pub window: Window,
    /// At least, and at most, so many.
    pub interval: Interval<Number>,
    /// The positions it follows from: indices into the positions of the topic.
    pub positions: Vec<usize>,
    /// In words: `Dec 2021 to 23 Feb 2022: 7 to 16 calls`.
    pub says: String,
    /// The sums: `at least 11 − 4 = 7`, `at most 20 − 4 = 16`.
    pub because: Vec<String>,
}

/// What each group of tallies implies; `told` are the pairs of positions
/// that conflict over one scope. Groups or sets that imply nothing new are left out.
pub(super) fn take_together<I: Iterator<Item = (usize, usize)>>(
    topic: &Topic,
    positions: &[Position],
    groups: &[Vec<Tally>],
    told: impl Fn() -> I,
) -> Vec<Together> {
    let mut all = Vec::new();
    for tallies in groups {
        for world in find_worlds(tallies, &pairs_of_tallies(tallies, told())) {
            let together = in_words(topic, positions, tallies, &world);
            if !together.implied.is_empty() {
                all.push(together);
            }
        }
    }
    all
}

fn in_words(topic: &Topic, positions: &[Position], tallies: &[Tally], world: &World) -> Together {
    let left_out = (0..tallies.len()).filter(|at| !world.holds.contains(at));
    Together {
        without: left_out.map(|at| tallies[at].position).collect(),
        implied: world.implied.iter().filter_map(|implied| imply(topic, positions, tallies, implied)).collect(),
    }
}

fn imply(topic: &Topic, positions: &[Position], tallies: &[Tally], implied: &Implied) -> Option<Implication> {
    let window = Window { from: edge(implied.from, 0)?, to: edge(implied.to, 1)? };
    let interval = Interval { low: low_bound(implied.low), high: high_bound(implied.high) };
    let terms = || implied.low_terms.iter().chain(&implied.high_terms);
    let from: BTreeSet<usize> = terms().map(|term| tallies[term.tally].position).collect();
    let many = interval_in_words(&interval);
    let many = match unit_of(topic) {
        Some(unit) => format!("{many} {}", plural(unit)),
        None => many,
    };
    debug_assert!(from.iter().all(|&at| at < positions.len()), "a tally is made from a position");
    Some(Implication {
        window,
        interval,
        positions: from.into_iter().collect(),
        says: format!("{}: {many}", window_in_words(&window)),
        because: [("at least", &implied.low_terms, implied.low), ("at most", &implied.high_terms, implied.high)]
            .into_iter()
            .filter(|(_, terms, _)| terms.len() > 1)
            .map(|(which, terms, sum)| format!("{which} {} = {}", sum_in_words(terms), number_in_words(sum.number)))
            .collect(),
    })
}

/// The days on which a period may begin (`ends` is 0) or end (1) at a point. A
/// period ends on the day before the border that the next one begins at.
fn edge(place: Place, ends: i64) -> Option<Edge> {
    let back = match place.side {
        None => ends,
        Some(Side::From) => 0,
        Some(Side::To) => 1,
    };
    let day = |border: i64| border.checked_sub(back).and_then(day_after);
    match (day(place.reach.first), day(place.reach.last)) {
        (Some(first), Some(last)) => Some(Edge::Between(first, last)),
        _ => None,
    }
}

fn low_bound(low: Weight) -> Bound<Number> {
    if low.strict > 0 { Bound::Excluded(low.number) } else { Bound::Included(low.number) }
}

fn high_bound(high: Weight) -> Bound<Number> {
    if high.strict < 0 { Bound::Excluded(high.number) } else { Bound::Included(high.number) }
}

/// `20 − 4`, what is added first.
fn sum_in_words(terms: &[Term]) -> String {
    let mut words = String::new();
    for term in terms.iter().filter(|term| term.added).chain(terms.iter().filter(|term| !term.added)) {
        let sign = if term.added { "+" } else { "−" };
        let many = number_in_words(term.many.number);
        words = if words.is_empty() { many } else { format!("{words} {sign} {many}") };
    }
    words
}
