//! Which statements cannot all be true: minimal sets, each with its proof.
//!
//! An explanation is a set of tallies that no history makes true together,
//! while it does any of them but one. Two that already contradict each other
//! over one period are told as a pair elsewhere: here they are never held
//! together, and what either of them contradicts with others is looked for.
//!
//! ```text
//! {11 from 7 Feb to 7 Mar, 8 from Dec to 3 May}: the longer period cannot hold fewer
//! ```

use super::points::Points;
use super::solver::Arc;
use super::tally::Tally;
use std::collections::BTreeSet;

/// A pair of tallies that already contradict each other over one period.
pub(crate) type Told<'t> = dyn Fn(usize, usize) -> bool + 't;

/// How many sets of tallies without a told pair are looked through.
const SETS: usize = 32;

/// How many sets are kept on the way to each of the largest ones.
const WIDTH: usize = 4;

/// How many explanations of one topic are looked for.
const EXPLANATIONS: usize = 12;

/// Indices of tallies that cannot all be true, sorted, none of them needless;
/// `None` when all can.
pub(crate) fn explain(tallies: &[Tally], chosen: &[usize]) -> Option<Vec<usize>> {
    let mut kept = cycle_of(tallies, chosen)?;
    let mut at = 0;
    while at < kept.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|&other| other != kept[at]).collect();
        match cycle_of(tallies, &without) {
            // It was not needed, nor perhaps were others.
            Some(fewer) => kept = fewer,
            None => at += 1,
        }
    }
    Some(kept)
}

/// The arcs that prove an explanation, in the order of their cycle.
pub(crate) fn prove(tallies: &[Tally], explanation: &[usize]) -> Vec<Arc> {
    let points = Points::new(explanation.iter().map(|&at| &tallies[at]));
    points.system.find_contradiction().unwrap_or_default()
}

/// Every explanation that is found by taking one statement away at a time,
/// without one that is a told pair; sorted, each once.
pub(crate) fn find_explanations(tallies: &[Tally], told: &Told<'_>) -> Vec<Vec<usize>> {
    let mut found = BTreeSet::new();
    for mut chosen in consistent_by_pairs(tallies, told) {
        while found.len() < EXPLANATIONS
            && let Some(explanation) = explain(tallies, &chosen)
        {
            let last = explanation.last().copied();
            chosen.retain(|&at| Some(at) != last);
            found.insert(explanation);
        }
    }
    found.into_iter().collect()
}

/// The largest sets without a told pair, as far as they can be counted.
fn consistent_by_pairs(tallies: &[Tally], told: &Told<'_>) -> Vec<Vec<usize>> {
    largest_sets(tallies.len(), SETS, |set| told_in(set, told))
}

/// A told pair of a set.
pub(crate) fn told_in(set: &[usize], told: &Told<'_>) -> Option<Vec<usize>> {
    let partner = |a: usize| set.iter().copied().find(|&b| a < b && told(a, b));
    set.iter().find_map(|&a| Some(vec![a, partner(a)?]))
}

/// The largest sets of numbers below `all` in which `find` finds nothing, at
/// most so many: one member of what it finds is taken away, in every way. Sets
/// that leave out least come first.
pub(crate) fn largest_sets(all: usize, most: usize, find: impl Fn(&[usize]) -> Option<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut layer: BTreeSet<Vec<usize>> = BTreeSet::from([(0..all).collect()]);
    let mut largest: Vec<Vec<usize>> = Vec::new();
    while !layer.is_empty() && largest.len() < most {
        let mut next = BTreeSet::new();
        for set in layer.into_iter().take(most * WIDTH) {
            let is_part = |whole: &Vec<usize>| set.iter().all(|at| whole.binary_search(at).is_ok());
            if largest.iter().any(is_part) {
                continue;
            }
            match find(&set) {
                None => largest.push(set),
                Some(found) => {
                    let without = |gone: usize| set.iter().copied().filter(move |&at| at != gone).collect();
                    next.extend(found.into_iter().map(without));
                }
            }
        }
        layer = next;
    }
    largest.truncate(most);
    largest
}

/// The tallies whose arcs are in a contradictory cycle of the chosen ones,
/// sorted.
fn cycle_of(tallies: &[Tally], chosen: &[usize]) -> Option<Vec<usize>> {
    let points = Points::new(chosen.iter().map(|&at| &tallies[at]));
    let cycle = points.system.find_contradiction()?;
    let members: BTreeSet<usize> = cycle.iter().filter_map(|arc| arc.of).map(|at| chosen[at]).collect();
    Some(members.into_iter().collect())
}
