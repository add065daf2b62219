//! Positions as tallies: so many between two points in time.
//!
//! Days are counted; a point is the border at the start of a day. Both ends of
//! a window belong to it, so one from 24 February to 7 March runs from the
//! border before the 24th to the border after the 7th. An edge that is known
//! only to a month may lie at any point within it. All who say "since December" mean the same
//! point, as those do who count up to the same day: eight since 2018 on Wednesday and five on
//! Thursday is no matter of another January.
//!
//! Refused: positions without any window, silences, and kinds whose numbers do
//! not add up over time (a length, a share; a measure unless its topic says
//! that it only grows).
//!
//! ```text
//! 20 calls, Dec 2021 to 3 May 2022  →  [20; 20] from a point in [1 Dec, 31 Dec] to the border after 3 May
//! ```

use super::super::Position;
use super::super::relation::tighten;
use super::explain::Told;
use super::solver::Weight;
use crate::claims::Topic;
use crate::value::{Bound, Edge, Kind, Value};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many tallies every pair is looked at.
const NESTED: usize = 300;

/// Where an edge may lie: borders of days, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Reach {
    pub(crate) first: i64,
    pub(crate) last: i64,
}

impl Reach {
    /// Before every day, and after every day.
    pub(crate) const NEVER: i64 = i64::MIN;
    pub(crate) const FOREVER: i64 = i64::MAX;

    /// Exactly there.
    pub(crate) fn at(border: i64) -> Self {
        Self { first: border, last: border }
    }

    /// Whether there is nothing to choose.
    pub(crate) fn is_fixed(&self) -> bool {
        self.first == self.last
    }
}

/// So many of something between two points in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Whose statement it is: an index into the positions of the topic.
    pub(crate) position: usize,
    pub(crate) from: Reach,
    pub(crate) to: Reach,
    /// At least so many, never below zero.
    pub(crate) low: Weight,
    /// At most so many.
    pub(crate) high: Option<Weight>,
}

/// Whether numbers of a topic add up over time.
fn adds_up(topic: &Topic) -> bool {
    match topic.kind {
        Kind::Count => true,
        Kind::Quantity | Kind::Money => topic.since.is_some(),
        Kind::Percent | Kind::Duration | Kind::Date | Kind::Choice | Kind::Quote | Kind::Readout => false,
    }
}

/// The tallies of a topic, in groups that no facet tells apart. A position that
/// leaves a facet open is held together with those that state it.
pub(crate) fn group_tallies(topic: &Topic, positions: &[Position]) -> Vec<Vec<Tally>> {
    if !adds_up(topic) {
        return Vec::new();
    }
    let tallies: Vec<Tally> =
        positions.iter().enumerate().filter_map(|(at, position)| to_tally(topic, at, position)).collect();
    let facets = |tally: &Tally| &positions[tally.position].facets;
    let kinds: BTreeSet<&BTreeMap<String, String>> = tallies.iter().map(facets).collect();
    let is_part = |part: &BTreeMap<String, String>, whole: &BTreeMap<String, String>| {
        part.iter().all(|(k, v)| whole.get(k) == Some(v))
    };
    let widest = kinds.iter().filter(|kind| !kinds.iter().any(|other| other != *kind && is_part(kind, other)));
    let group = |kind: &&BTreeMap<String, String>| {
        tallies.iter().filter(|tally| is_part(facets(tally), kind)).cloned().collect()
    };
    widest.map(group).filter(|group: &Vec<Tally>| group.len() > 1).collect()
}

/// Pairs of positions of which one lies within the other and has more, the
/// lower index first. Past [`NESTED`] tallies pairs are not looked at one by
/// one: larger sets find them too.
pub(crate) fn find_nested(groups: &[Vec<Tally>]) -> BTreeSet<(usize, usize)> {
    let mut nested = BTreeSet::new();
    for group in groups.iter().filter(|group| group.len() <= NESTED) {
        for (at, a) in group.iter().enumerate() {
            let contradicted = group[at + 1..].iter().filter(|b| !a.is_alike(b) && a.contradicts(b));
            nested.extend(contradicted.map(|b| (a.position.min(b.position), a.position.max(b.position))));
        }
    }
    nested
}

/// Pairs of positions as pairs of tallies of one group, where both are in it.
pub(crate) fn pairs_of_tallies(tallies: &[Tally], pairs: impl IntoIterator<Item = (usize, usize)>) -> Told {
    let at: BTreeMap<usize, usize> = tallies.iter().enumerate().map(|(at, tally)| (tally.position, at)).collect();
    let both = pairs.into_iter().filter_map(|(a, b)| Some((*at.get(&a)?, *at.get(&b)?)));
    both.map(|(a, b)| (a.min(b), a.max(b))).collect()
}

/// A position as a tally, where it is one.
fn to_tally(topic: &Topic, at: usize, position: &Position) -> Option<Tally> {
    let Value::Amount(amount) = &position.value else { return None };
    let window = position.window.filter(|window| !window.is_unknown() && position.value.basis().is_none())?;
    let interval = tighten(topic.kind, &amount.interval);
    let zero = Weight::default();
    let low = match interval.low {
        Bound::Unbounded => zero,
        Bound::Included(low) => Weight::of(low).max(zero),
        // More than x: at least x, and strictly so.
        Bound::Excluded(low) => (-Weight::under(-low)).max(zero),
    };
    let high = match interval.high {
        Bound::Unbounded => None,
        Bound::Included(high) => Some(Weight::of(high)),
        Bound::Excluded(high) => Some(Weight::under(high)),
    };
    // Nothing to learn from a value that no number has.
    if high.is_some_and(|high| high < low) {
        return None;
    }
    let (from, to) = reaches(window.from, window.to)?;
    Some(Tally { position: at, from, to, low, high })
}

impl Tally {
    /// Whether both are about the same period, which is told as a pair.
    fn is_alike(&self, other: &Self) -> bool {
        let meets = |a: Reach, b: Reach| a.first <= b.last && b.first <= a.last;
        meets(self.from, other.from) && meets(self.to, other.to)
    }

    /// Whether this one lies within another, whatever the edges that they do not share.
    fn is_within(&self, other: &Self) -> bool {
        let begins_within = other.from == self.from || other.from.last <= self.from.first;
        begins_within && self.to.last <= other.to.first
    }

    /// Whether two tallies cannot both be true, since one lies within the other
    /// and yet has more.
    fn contradicts(&self, other: &Self) -> bool {
        let exceeds =
            |inner: &Self, outer: &Self| inner.is_within(outer) && outer.high.is_some_and(|most| most < inner.low);
        exceeds(self, other) || exceeds(other, self)
    }
}

/// Where a window may begin and end. One that is a single stretch (`in
/// February`) is all of it. What goes on has no end that is known; what has no
/// beginning begins before everything.
fn reaches(from: Edge, to: Edge) -> Option<(Reach, Reach)> {
    if let (Edge::Between(first, last), Edge::Between(..)) = (from, to)
        && from == to
    {
        return Some((Reach::at(border_before(first)), Reach::at(border_before(last) + 1)));
    }
    let from = match from {
        Edge::Between(first, last) => Reach { first: border_before(first), last: border_before(last) },
        Edge::Open => Reach::at(Reach::NEVER),
        Edge::Unknown => Reach { first: Reach::NEVER, last: Reach::FOREVER },
    };
    let to = match to {
        Edge::Between(first, last) => Reach { first: border_before(first) + 1, last: border_before(last) + 1 },
        Edge::Open | Edge::Unknown => Reach { first: Reach::NEVER, last: Reach::FOREVER },
    };
    // It cannot end before it begins.
    let from = Reach { last: from.last.min(to.last), ..from };
    let to = Reach { first: to.first.max(from.first), ..to };
    (from.first <= from.last && to.first <= to.last).then_some((from, to))
}

/// The border at the start of a day.
pub(crate) fn border_before(day: Date) -> i64 {
    let since = day.since((jiff::Unit::Day, date(1970, 1, 1)));
    since.map_or(0, |since| i64::from(since.get_days()))
}

/// The day that begins at a border.
pub(crate) fn day_after(border: i64) -> Option<Date> {
    date(1970, 1, 1).checked_add(jiff::Span::new().try_days(border).ok()?).ok()
}
