//! Tallies as a system of difference constraints.
//!
//! For S(t), the number up to a point in time: a tally of [low, high] from a to
//! b says that S(b) − S(a) lies in [low, high], and S never falls. Fixed points
//! are shared by all tallies, and so is the beginning of all that begin within the same days: an
//! edge that may lie anywhere within a month is a point held between the borders of that month.
//! Each tally has its own end.
//!
//! This is exact: numbers for the points exist if and only if there is a
//! history, one event after another, and a choice of every uncertain edge,
//! under which all the tallies are true. (Sort the points by their numbers. A
//! point with a higher number than another can be put behind it, since
//! otherwise their months lie wholly apart the other way round and the system
//! would say so.)
//!
//! ```text
//! S(24 Feb) ≤ S(7 Mar) ≤ S(3 May),  S(7 Mar) − S(24 Feb) = 4
//! ```

use super::explain::Model;
use super::solver::{Arc, System, Weight};
use super::tally::{Reach, Tally};

/// A system with the points of each of its tallies.
#[derive(Clone, Debug)]
pub(crate) struct Points {
    pub(crate) system: System,
    /// Where each node lies, in the order of the nodes.
    pub(crate) places: Vec<Place>,
    /// The nodes where each tally begins and ends.
    pub(crate) ends: Vec<(usize, usize)>,
}

/// A point before it has a number: where it lies, and whose it is.
type Point = (Reach, Option<(usize, Side)>);

/// Which edge of a tally an uncertain point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Side {
    From,
    To,
}

/// Where a point lies; one that is not fixed is an edge of some tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) reach: Reach,
    pub(crate) side: Option<Side>,
}

impl Points {
    /// The system of some tallies.
    pub(crate) fn new<'t>(tallies: impl Iterator<Item = &'t Tally> + Clone) -> Self {
        let points = list_points(tallies.clone());
        let node = |point: Point| points.binary_search(&point).unwrap_or(0);
        let fixed = |border: i64| node((Reach::at(border), None));
        let of = |at: usize, side: Side, reach: Reach| {
            if reach.is_fixed() { fixed(reach.first) } else { node((reach, Some((whose(at, side), side)))) }
        };
        let mut arcs = Vec::new();
        let order = |earlier: usize, later: usize| Arc { from: later, to: earlier, most: Weight::default(), of: None };
        let borders = points.iter().enumerate().filter(|(_, (_, owner))| owner.is_none()).map(|(at, _)| at);
        let borders: Vec<usize> = borders.collect();
        arcs.extend(borders.windows(2).map(|pair| order(pair[0], pair[1])));
        for (at, (reach, owner)) in points.iter().enumerate() {
            if owner.is_some() {
                arcs.extend([order(fixed(reach.first), at), order(at, fixed(reach.last))]);
            }
        }
        let mut ends = Vec::new();
        for (at, tally) in tallies.enumerate() {
            let (from, to) = (of(at, Side::From, tally.from), of(at, Side::To, tally.to));
            // Nobody needs to say that there were not fewer than none.
            let says = (tally.low > Weight::default()).then_some(at);
            arcs.push(Arc { from: to, to: from, most: -tally.low, of: says });
            arcs.extend(tally.high.map(|most| Arc { from, to, most, of: Some(at) }));
            ends.push((from, to));
        }
        let place = |&(reach, owner): &Point| Place { reach, side: owner.map(|(_, side)| side) };
        Self { system: System::new(points.len(), arcs), places: points.iter().map(place).collect(), ends }
    }
}

/// Tallies contradict each other by their points.
impl Model for &[Tally] {
    fn size(&self) -> usize {
        self.len()
    }

    fn contradiction(&self, chosen: &[usize]) -> Option<Vec<Arc>> {
        let cycle = Points::new(chosen.iter().map(|&at| &self[at])).system.find_contradiction()?;
        Some(cycle.into_iter().map(|arc| Arc { of: arc.of.map(|at| chosen[at]), ..arc }).collect())
    }
}

/// Which tally an uncertain edge is of: where several begin within the same days, the first.
fn whose(tally: usize, side: Side) -> usize {
    match side {
        Side::From => 0,
        Side::To => tally,
    }
}

/// Every point, in the order of time; the borders between which another lies
/// are points too.
fn list_points<'t>(tallies: impl Iterator<Item = &'t Tally>) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (at, tally) in tallies.enumerate() {
        for (side, reach) in [(Side::From, tally.from), (Side::To, tally.to)] {
            points.extend([(Reach::at(reach.first), None), (Reach::at(reach.last), None)]);
            if !reach.is_fixed() {
                points.push((reach, Some((whose(at, side), side))));
            }
        }
    }
    points.sort_unstable();
    points.dedup();
    points
}
