//! The solver against brute force: small histories are written out one by one
//! and every tally is tried under every choice of its edges.
//!
//! A history says for each of a few days how many events there were, up to
//! [`MOST`] a day. A day has as many cells as events, in a row, and an edge
//! that may lie within a day may lie at the border of any cell. Since no lower
//! end of a tally is above [`MOST`], a system that has any history has one of
//! these: what a day has beyond that no tally asks for.

use super::explain::{Told, explain, find_explanations};
use super::implied::find_worlds;
use super::points::Points;
use super::solver::Weight;
use super::tally::{Reach, Tally};
use crate::value::Number;
use std::collections::BTreeMap;
use std::rc::Rc;

const DAYS: i64 = 4;
const MOST: i64 = 3;
/// Borders of cells a day: room for every event of it, and both its ends.
const CELLS: i64 = MOST;
const SYSTEMS: usize = 20_000;

/// Numbers that look random, the same each time.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % end.unsigned_abs()).unwrap_or(0)
    }

    fn reach(&mut self) -> Reach {
        let first = self.below(DAYS + 1);
        let wide = self.below(3) == 0;
        let last = if wide { (first + 1 + self.below(2)).min(DAYS) } else { first };
        Reach { first, last }
    }

    fn tally(&mut self, position: usize) -> Tally {
        loop {
            let (from, to) = (self.reach(), self.reach());
            let from = Reach { last: from.last.min(to.last), ..from };
            let to = Reach { first: to.first.max(from.first), ..to };
            if from.first > from.last || to.first > to.last || from.first >= to.last {
                continue;
            }
            let low = self.below(MOST + 1);
            let high = match self.below(4) {
                0 => None,
                1 => Some(low + self.below(3)),
                _ => Some(low),
            };
            let (low, high) = if self.below(6) == 0 { (0, high) } else { (low, high) };
            return Tally { position, from, to, low: weight(low), high: high.map(weight) };
        }
    }
}

fn weight(number: i64) -> Weight {
    Weight::of(Number::from(number))
}

/// A tally in plain numbers, so that trying every history is quick.
struct Plain {
    from: std::ops::RangeInclusive<usize>,
    to: std::ops::RangeInclusive<usize>,
    low: i64,
    high: i64,
}

impl Plain {
    fn of(tally: &Tally) -> Self {
        let cell = |border: i64| usize::try_from(border * CELLS).expect("a day of the test");
        let number = |weight: Weight| i64::try_from(weight.number).expect("a small number");
        Self {
            from: cell(tally.from.first)..=cell(tally.from.last),
            to: cell(tally.to.first)..=cell(tally.to.last),
            low: number(tally.low),
            high: tally.high.map_or(i64::MAX, number),
        }
    }

    /// Every choice of its edges under which it is true.
    fn readings<'r>(&'r self, history: &'r [i64]) -> impl Iterator<Item = (usize, usize)> + 'r {
        let ends = |from: usize| self.to.clone().filter(move |&to| from <= to).map(move |to| (from, to));
        let pairs = self.from.clone().flat_map(ends);
        pairs.filter(|&(from, to)| (self.low..=self.high).contains(&(history[to] - history[from])))
    }

    /// Where it may begin, to be true.
    fn beginnings(&self, history: &[i64]) -> u64 {
        let first = *self.from.start();
        self.readings(history).fold(0, |all, (from, _)| all | 1 << (from - first))
    }
}

/// Every history: how many events there were up to each border of cells.
fn histories() -> Vec<Vec<i64>> {
    let mut all: Vec<Vec<i64>> = vec![vec![0]];
    for _ in 0..DAYS {
        let longer = |head: &Vec<i64>, many: i64| {
            let before = head.last().copied().unwrap_or(0);
            head.iter().copied().chain((1..=CELLS).map(|cell| before + many.min(cell))).collect()
        };
        all = all.iter().flat_map(|head| (0..=MOST).map(move |many| longer(head, many))).collect();
    }
    all
}

fn border(points: &Points, node: usize) -> usize {
    usize::try_from(points.places[node].reach.first * CELLS).expect("a day of the test")
}

/// A tally without whose it is.
type Key = (Reach, Reach, Weight, Option<Weight>);

/// Where a tally may begin, and by history at which cells of that it is true, a bit for each.
type Row = (Reach, Rc<Vec<u64>>);

/// What brute force knows: every history, and how they make a tally true,
/// worked out once for each.
struct Oracle {
    histories: Vec<Vec<i64>>,
    rows: BTreeMap<Key, Rc<Vec<u64>>>,
}

impl Oracle {
    fn new() -> Self {
        Self { histories: histories(), rows: BTreeMap::new() }
    }

    fn row(&mut self, tally: &Tally) -> Row {
        let Self { histories, rows } = self;
        let key = (tally.from, tally.to, tally.low, tally.high);
        let plain = Plain::of(tally);
        let beginnings = || Rc::new(histories.iter().map(|history| plain.beginnings(history)).collect());
        (tally.from, Rc::clone(rows.entry(key).or_insert_with(beginnings)))
    }

    fn table(&mut self, tallies: &[Tally]) -> Vec<Row> {
        tallies.iter().map(|tally| self.row(tally)).collect()
    }

    /// The histories that make every tally true.
    fn good(&mut self, tallies: &[Tally]) -> Vec<Vec<i64>> {
        let (table, all) = (self.table(tallies), (0..tallies.len()).collect::<Vec<_>>());
        let whole = self.histories.iter().enumerate().filter(|(at, _)| are_true(&table, &all, *at));
        whole.map(|(_, history)| history.clone()).collect()
    }
}

/// Whether a history makes some tallies true: those that begin within the same days all at one
/// point in them.
fn are_true(table: &[Row], chosen: &[usize], history: usize) -> bool {
    let begin = |&at: &usize| {
        let alike = chosen.iter().filter(|&&other| table[other].0 == table[at].0);
        alike.fold(u64::MAX, |all, &other| all & table[other].1[history]) != 0
    };
    chosen.iter().all(begin)
}

fn some_history(table: &[Row], chosen: &[usize]) -> bool {
    (0..table[0].1.len()).any(|history| are_true(table, chosen, history))
}

#[test]
fn the_solver_finds_a_contradiction_where_brute_force_does_and_no_needless_statement() {
    let (mut oracle, mut random) = (Oracle::new(), Random(0x2022_0224));
    let (mut contradictions, mut large) = (0, 0);
    for system in 0..SYSTEMS {
        let size = usize::try_from(2 + random.below(4)).unwrap_or(2);
        let tallies: Vec<Tally> = (0..size).map(|at| random.tally(at)).collect();
        let all: Vec<usize> = (0..size).collect();
        let table = oracle.table(&tallies);
        let explanation = explain(&tallies.as_slice(), &all);
        assert_eq!(explanation.is_none(), some_history(&table, &all), "system {system}: {tallies:?}");
        let Some(explanation) = explanation else { continue };
        assert!(!some_history(&table, &explanation), "system {system}: {explanation:?} of {tallies:?}");
        for gone in &explanation {
            let rest: Vec<usize> = explanation.iter().copied().filter(|at| at != gone).collect();
            assert!(some_history(&table, &rest), "system {system}: {gone} is needless in {explanation:?}: {tallies:?}");
        }
        contradictions += 1;
        large += usize::from(explanation.len() > 2);
    }
    // A test that never sees a contradiction of three says nothing.
    assert!(contradictions > SYSTEMS / 10 && large > SYSTEMS / 100, "{contradictions} and {large}");
}

/// Bounds that brute force can see: no lower one is above [`MOST`] events a
/// day, and upper ones up to that are reached by some history.
#[test]
fn implied_bounds_are_exact() {
    let (mut oracle, mut random) = (Oracle::new(), Random(0x2022_0503));
    let mut checked = 0;
    for system in 0..SYSTEMS {
        let size = usize::try_from(1 + random.below(3)).unwrap_or(1);
        let tallies: Vec<Tally> = (0..size).map(|at| random.tally(at)).collect();
        if explain(&tallies.as_slice(), &(0..size).collect::<Vec<_>>()).is_some() {
            continue;
        }
        let good = oracle.good(&tallies);
        let points = Points::new(tallies.iter());
        let borders: Vec<usize> = (0..points.places.len()).filter(|&at| points.places[at].reach.is_fixed()).collect();
        for (at, &from) in borders.iter().enumerate() {
            let reached = points.system.reach_from(from);
            for &to in &borders[at + 1..] {
                let span = |history: &Vec<i64>| history[border(&points, to)] - history[border(&points, from)];
                let least = -points.system.reach_from(to)[from].as_ref().expect("S never falls").0;
                assert_eq!(Some(least), good.iter().map(span).min().map(weight), "system {system}: {tallies:?}");
                let most = good.iter().map(span).max().expect("a history");
                match &reached[to] {
                    Some((bound, _)) if *bound <= weight(MOST) => assert_eq!(*bound, weight(most), "{tallies:?}"),
                    _ => assert!(most >= MOST, "system {system}: {tallies:?}"),
                }
                checked += 1;
            }
        }
    }
    assert!(checked > SYSTEMS, "{checked}");
}

/// An uncertain edge is a point of its own, and its bounds are exact too: over every history, and every
/// choice of that edge under which its tally is true, and the other where it begins within the same days.
#[test]
fn bounds_at_uncertain_edges_are_exact() {
    let (mut oracle, mut random) = (Oracle::new(), Random(0x2021_1200));
    let mut checked = 0;
    for system in 0..SYSTEMS / 10 {
        let tallies: Vec<Tally> = (0..2).map(|at| random.tally(at)).collect();
        if explain(&tallies.as_slice(), &[0, 1]).is_some() || tallies[0].from.is_fixed() {
            continue;
        }
        let points = Points::new(tallies.iter());
        let (edge, plain) = (points.ends[0].0, Plain::of(&tallies[0]));
        let other = (tallies[1].from == tallies[0].from).then(|| Plain::of(&tallies[1]));
        let suits = |from: usize, history: &[i64]| {
            other.as_ref().is_none_or(|other| other.readings(history).any(|(begin, _)| begin == from))
        };
        let good = oracle.good(&tallies);
        let reached = points.system.reach_from(edge);
        // On the day of the edge there must be room for what the tallies need.
        let room = if other.is_some() { tallies[0].low.max(tallies[1].low) } else { tallies[0].low };
        for to in (0..points.places.len()).filter(|&at| points.places[at].reach.is_fixed()) {
            let spans = good.iter().flat_map(|history| {
                let end = history[border(&points, to)];
                let readings = plain.readings(history).filter(|&(from, _)| suits(from, history));
                readings.map(move |(from, _)| end - history[from])
            });
            let (least, most) =
                spans.fold((i64::MAX, i64::MIN), |(least, most), span| (least.min(span), most.max(span)));
            match &reached[to] {
                Some((bound, _)) if *bound + room <= weight(MOST) => {
                    assert_eq!(*bound, weight(most), "system {system}: {tallies:?}");
                    checked += 1;
                }
                _ => assert!(weight(most) + room >= weight(MOST), "system {system}: {tallies:?}"),
            }
            if let Some((bound, _)) = &points.system.reach_from(to)[edge]
                && *bound + room <= weight(MOST)
            {
                assert_eq!(-*bound, weight(least), "system {system}: {tallies:?}");
                checked += 1;
            }
        }
    }
    assert!(checked > 1000, "{checked}");
}

#[test]
fn worlds_are_the_largest_sets_that_can_be_true() {
    let (mut oracle, mut random) = (Oracle::new(), Random(0x2023_0307));
    for system in 0..SYSTEMS / 20 {
        let tallies: Vec<Tally> = (0..4).map(|at| random.tally(at)).collect();
        let table = oracle.table(&tallies);
        for world in find_worlds(&tallies, &Told::new()) {
            assert!(some_history(&table, &world.holds), "system {system}: {world:?} of {tallies:?}");
            for out in (0..4).filter(|at| !world.holds.contains(at)) {
                let more = [world.holds.as_slice(), &[out]].concat();
                assert!(!some_history(&table, &more), "system {system}: {out} fits into {world:?} of {tallies:?}");
            }
        }
    }
}

#[test]
fn told_pairs_hide_nothing_else() {
    let (mut oracle, mut random) = (Oracle::new(), Random(0x2022_1030));
    for system in 0..SYSTEMS / 10 {
        let tallies: Vec<Tally> = (0..4).map(|at| random.tally(at)).collect();
        let table = oracle.table(&tallies);
        let pair = |a: usize, b: usize| !some_history(&table, &[a, b]);
        let told: Told = (0..4)
            .flat_map(|a| (0..4).map(move |b| (a, b)))
            .filter(|&(a, b)| a < b && a % 2 == 0 && pair(a, b))
            .collect();
        let found = find_explanations(&tallies.as_slice(), &told);
        let has_told = |set: &[usize]| told.iter().any(|(a, b)| set.contains(a) && set.contains(b));
        assert!(found.iter().all(|set| !has_told(set)), "system {system}: {found:?} {told:?}");
        // Whatever contradicts itself without a told pair is told somehow.
        for set in (0..16_usize).map(|bits| (0..4).filter(|at| bits >> at & 1 == 1).collect::<Vec<usize>>()) {
            if !set.is_empty() && !has_told(&set) && !some_history(&table, &set) {
                assert!(!found.is_empty(), "system {system}: {set:?} of {tallies:?}, told {told:?}");
            }
        }
    }
}

/// A tally of one day.
fn on(day: i64, count: i64) -> Tally {
    let (from, to) = (Reach { first: day, last: day }, Reach { first: day + 1, last: day + 1 });
    Tally { position: 0, from, to, low: weight(count), high: Some(weight(count)) }
}

#[test]
fn a_topic_full_of_contradictions_has_twelve_told() {
    let each_twice: Vec<Tally> = (0..20).flat_map(|day| [on(day, 3), on(day, 5)]).collect();
    let found = find_explanations(&each_twice.as_slice(), &Told::new());
    assert!(found.iter().all(|set| set.len() == 2 && set[0] % 2 == 0 && set[1] == set[0] + 1), "{found:?}");
    assert_eq!(found.len(), 12);
}

#[test]
fn a_crowded_topic_is_told_nothing_implied() {
    let of = |days: i64| find_worlds(&(0..days).map(|day| on(day, 1)).collect::<Vec<_>>(), &Told::new());
    assert_eq!((of(64).len(), of(65).len()), (1, 0));
}
