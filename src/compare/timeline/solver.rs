//! Difference constraints: do numbers exist that keep every given distance, and
//! if not, which of the givens cannot all hold?
//!
//! A system has nodes and arcs; an arc says that the number at its end is at
//! most so much above the number at its start. A cycle of arcs whose allowances
//! add up to less than nothing is a contradiction, and every contradiction has
//! one (Bellman and Ford). Nothing here knows of time, counts or words.
//!
//! ```text
//! b − a ≤ 8,  a − c ≤ −11,  c − b ≤ 0      8 − 11 + 0 < 0: these three cannot all hold
//! ```
//!
//! **Cost.** Arcs are relaxed in sweeps up and down the nodes (Yen). Nodes are
//! numbered in the order of time, so a system that comes from statements about
//! periods settles in a few sweeps; the worst case is nodes × arcs.

use crate::value::Number;
use std::ops::{Add, Neg};

/// A distance, and how many "less than" were added up in it: `< 5` is `5` once
/// strictly, so that `(5, ∞)` and `[0, 5]` are told apart without a smallest
/// number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weight {
    /// The distance.
    pub(crate) number: Number,
    /// Below zero: strictly less; above zero: strictly more.
    pub(crate) strict: i64,
}

impl Weight {
    /// A distance that may be reached.
    pub(crate) fn of(number: Number) -> Self {
        Self { number, strict: 0 }
    }

    /// A distance that is not reached.
    pub(crate) fn under(number: Number) -> Self {
        Self { number, strict: -1 }
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { number: self.number.saturating_add(other.number), strict: self.strict + other.strict }
    }
}

impl Neg for Weight {
    type Output = Self;

    fn neg(self) -> Self {
        Self { number: -self.number, strict: -self.strict }
    }
}

/// The number at `to` is at most `most` above the number at `from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arc {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) most: Weight,
    /// Whose word it is; `None` is the nature of the thing.
    pub(crate) of: Option<usize>,
}

/// Arcs between numbered nodes.
#[derive(Clone, Debug)]
pub(crate) struct System {
    arcs: Vec<Arc>,
    /// Where the arcs of each node begin in `arcs`, which are sorted by start.
    first: Vec<usize>,
}

/// The arcs that lead to each node on its best way from a start.
type Ways = Vec<Option<usize>>;

impl System {
    /// A system of so many nodes.
    pub(crate) fn new(nodes: usize, mut arcs: Vec<Arc>) -> Self {
        arcs.sort_by_key(|arc| (arc.from, arc.to, arc.most, arc.of));
        let first = (0..=nodes).map(|node| arcs.partition_point(|arc| arc.from < node)).collect();
        Self { arcs, first }
    }

    /// The arcs of a cycle that cannot hold, in its order; `None` when numbers
    /// exist that keep every arc.
    pub(crate) fn find_contradiction(&self) -> Option<Vec<Arc>> {
        let mut distances = vec![Some(Weight::default()); self.nodes()];
        let mut ways: Ways = vec![None; self.nodes()];
        while self.sweep(&mut distances, &mut ways) {
            if let Some(cycle) = self.find_cycle(&ways) {
                return Some(cycle);
            }
        }
        None
    }

    /// How far above `start` each node can be at most, with the arcs that say
    /// so; `None` where nothing does. The system must be free of
    /// contradictions.
    pub(crate) fn reach_from(&self, start: usize) -> Vec<Option<(Weight, Vec<Arc>)>> {
        let mut distances = vec![None; self.nodes()];
        let mut ways: Ways = vec![None; self.nodes()];
        distances[start] = Some(Weight::default());
        while self.sweep(&mut distances, &mut ways) {}
        let reached = distances.into_iter().enumerate();
        reached.map(|(node, distance)| distance.map(|distance| (distance, self.way_to(&ways, node)))).collect()
    }

    fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    fn arcs_from(&self, node: usize) -> std::ops::Range<usize> {
        self.first[node]..self.first[node + 1]
    }

    /// Relaxes every arc once, those up the nodes first; whether anything
    /// changed.
    fn sweep(&self, distances: &mut [Option<Weight>], ways: &mut Ways) -> bool {
        let mut changed = false;
        let mut relax = |at: usize, distances: &mut [Option<Weight>]| {
            let arc = &self.arcs[at];
            let Some(reached) = distances[arc.from].map(|distance| distance + arc.most) else { return };
            if distances[arc.to].is_none_or(|known| reached < known) {
                distances[arc.to] = Some(reached);
                ways[arc.to] = Some(at);
                changed = true;
            }
        };
        for node in 0..self.nodes() {
            self.arcs_from(node).filter(|&at| self.arcs[at].to > node).for_each(|at| relax(at, distances));
        }
        for node in (0..self.nodes()).rev() {
            self.arcs_from(node).filter(|&at| self.arcs[at].to <= node).for_each(|at| relax(at, distances));
        }
        changed
    }

    /// A cycle among the best ways: it exists only where a way round it gets
    /// ever shorter.
    fn find_cycle(&self, ways: &Ways) -> Option<Vec<Arc>> {
        let mut seen = vec![usize::MAX; ways.len()];
        for start in 0..ways.len() {
            let mut node = start;
            while seen[node] == usize::MAX {
                seen[node] = start;
                let Some(way) = ways[node] else { break };
                node = self.arcs[way].from;
            }
            if seen[node] == start && ways[node].is_some() && self.leads_back(ways, node) {
                return Some(self.cycle_at(ways, node));
            }
        }
        None
    }

    /// Whether going back along the best ways from a node comes to it again.
    fn leads_back(&self, ways: &Ways, start: usize) -> bool {
        let mut node = start;
        for _ in 0..ways.len() {
            let Some(way) = ways[node] else { return false };
            node = self.arcs[way].from;
            if node == start {
                return true;
            }
        }
        false
    }

    fn cycle_at(&self, ways: &Ways, start: usize) -> Vec<Arc> {
        let mut cycle = Vec::new();
        let mut node = start;
        while let Some(way) = ways[node] {
            cycle.push(self.arcs[way]);
            node = self.arcs[way].from;
            if node == start {
                break;
            }
        }
        cycle.reverse();
        cycle
    }

    fn way_to(&self, ways: &Ways, node: usize) -> Vec<Arc> {
        let mut way = Vec::new();
        let mut at = node;
        while let Some(last) = ways[at] {
            way.push(self.arcs[last]);
            at = self.arcs[last].from;
        }
        way.reverse();
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(from: usize, to: usize, most: i64) -> Arc {
        Arc { from, to, most: Weight::of(Number::from(most)), of: Some(0) }
    }

    #[test]
    fn a_cycle_below_nothing_is_a_contradiction() {
        let arcs = vec![arc(0, 1, 8), arc(1, 2, 0), arc(2, 0, -11), arc(0, 3, 5)];
        let cycle = System::new(4, arcs.clone()).find_contradiction().expect("a contradiction");
        let sum = cycle.iter().fold(Weight::default(), |sum, arc| sum + arc.most);
        assert_eq!(sum, Weight::of(Number::from(-3)));
        assert!(cycle.iter().zip(cycle.iter().cycle().skip(1)).all(|(arc, next)| arc.to == next.from));
        assert_eq!(System::new(4, arcs[1..].to_vec()).find_contradiction(), None);
    }

    #[test]
    fn less_than_is_less_than_up_to() {
        let under = Arc { most: Weight::under(Number::from(5)), ..arc(0, 1, 0) };
        assert!(System::new(2, vec![under, arc(1, 0, -5)]).find_contradiction().is_some());
        assert_eq!(System::new(2, vec![arc(0, 1, 5), arc(1, 0, -5)]).find_contradiction(), None);
    }

    #[test]
    fn the_shortest_way_is_the_tightest_bound() {
        let system = System::new(3, vec![arc(0, 1, 4), arc(1, 2, 3), arc(0, 2, 9)]);
        let reached = system.reach_from(0);
        let (most, way) = reached[2].as_ref().expect("a bound");
        assert_eq!((most.number, way.len()), (Number::from(7), 2));
        assert_eq!(system.reach_from(2)[0], None);
    }
}
