//! Which statements cannot all be true: minimal sets, each with its proof.
//!
//! An explanation is a set of statements that no history makes true together,
//! while it does any of them but one. Two that already contradict each other
//! over one period are told as a pair elsewhere: here they are never held
//! together, and what either of them contradicts with others is looked for.
//!
//! ```text
//! {11 from 7 Feb to 7 Mar, 8 from Dec to 3 May}: the longer period cannot hold fewer
//! ```

use super::members::{Members, Pairs};
use super::solver::Arc;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Numbered statements of which some may contradict each other.
pub(crate) trait Model {
    /// How many there are.
    fn size(&self) -> usize;

    /// A cycle of arcs that cannot hold, when only some of the statements are
    /// made; its arcs name the statements.
    fn contradiction(&self, chosen: &[usize]) -> Option<Vec<Arc>>;
}

/// Pairs of statements that already contradict each other over one period, the
/// lower number first.
pub(crate) type Told = BTreeSet<(usize, usize)>;

/// How many sets of statements are looked through for one.
const LOOKS: usize = 64;

/// How many statements are looked at in all of these sets together.
const WORK: usize = 20_000;

/// How many sets are kept on the way to each of the largest ones.
const WIDTH: usize = 4;

/// How many explanations of one topic are looked for.
const EXPLANATIONS: usize = 12;

/// Statements that cannot all be true, sorted, none of them needless; `None`
/// when all can.
pub(crate) fn explain(model: &dyn Model, chosen: &[usize]) -> Option<Vec<usize>> {
    let mut kept = cycle_of(model, chosen)?;
    drop_by_halves(model, &mut kept);
    let mut at = 0;
    while at < kept.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|&other| other != kept[at]).collect();
        match cycle_of(model, &without) {
            // It was not needed, nor perhaps were others.
            Some(fewer) => kept = fewer,
            None => at += 1,
        }
    }
    Some(kept)
}

/// A cycle can be long although few of its statements are needed: takes away
/// half of them, a quarter and so on, as long as the rest contradicts itself.
fn drop_by_halves(model: &dyn Model, kept: &mut Vec<usize>) {
    let mut step = kept.len() / 2;
    while step > 1 {
        let mut at = 0;
        while at < kept.len() {
            let rest: Vec<usize> = [&kept[..at], &kept[(at + step).min(kept.len())..]].concat();
            match cycle_of(model, &rest) {
                Some(fewer) => *kept = fewer,
                None => at += step,
            }
        }
        step = step.min(kept.len()) / 2;
    }
}

/// The explanations that come up while one member of each told pair and of each
/// explanation is taken away, in every way: all of them, unless there are very
/// many. Those that share no statement come first. None holds a told pair. Sorted.
pub(crate) fn find_explanations(model: &dyn Model, told: &Told) -> Vec<Vec<usize>> {
    let (found, looks) = (RefCell::new(BTreeSet::new()), Cell::new(0));
    let most = (WORK / model.size().max(1)).clamp(1, LOOKS);
    let find = |set: &[usize]| {
        looks.set(looks.get() + 1);
        let is_enough = looks.get() > most || found.borrow().len() >= EXPLANATIONS;
        let explanation = if is_enough { None } else { explain(model, set) };
        found.borrow_mut().extend(explanation.clone());
        explanation
    };
    find_apart(model.size(), told, find);
    largest_sets(model.size(), LOOKS, told, find);
    found.into_inner().into_iter().collect()
}

/// Finds one after the other, each among what the others have left.
fn find_apart(all: usize, told: &Told, find: impl Fn(&[usize]) -> Option<Vec<usize>>) {
    let mut rest: BTreeSet<usize> = (0..all).collect();
    for (one, other) in told {
        if rest.contains(one) {
            rest.remove(other);
        }
    }
    while let Some(found) = find(&rest.iter().copied().collect::<Vec<_>>()) {
        rest.retain(|at| !found.contains(at));
    }
}

/// The largest sets of numbers below `all` that hold no told pair and in which
/// `find` finds nothing, at most so many: one member of what it finds is taken
/// away, in every way. Sets that leave out least come first.
pub(crate) fn largest_sets(
    all: usize,
    most: usize,
    told: &Told,
    find: impl Fn(&[usize]) -> Option<Vec<usize>>,
) -> Vec<Vec<usize>> {
    let told = Pairs::new(all, told);
    // Sets of one layer have as many members; with each goes what no told pair begins before.
    let mut layer = BTreeMap::from([(Reverse(Members::all(all)), 0)]);
    let mut largest: Vec<Members> = Vec::new();
    while !layer.is_empty() && largest.len() < most {
        let mut next = BTreeMap::new();
        for (Reverse(set), clear) in layer.into_iter().take(most * WIDTH) {
            if largest.iter().any(|whole| set.is_within(whole)) {
                continue;
            }
            let (pair, clear) = told.first_in(&set, clear);
            match pair.or_else(|| find(&set.list())) {
                None => largest.push(set),
                Some(found) => next.extend(found.into_iter().map(|gone| (Reverse(set.without(gone)), clear))),
            }
        }
        layer = next;
    }
    largest.truncate(most);
    largest.iter().map(Members::list).collect()
}

/// The statements whose arcs are in a contradictory cycle of the chosen ones,
/// sorted.
fn cycle_of(model: &dyn Model, chosen: &[usize]) -> Option<Vec<usize>> {
    let cycle = model.contradiction(chosen)?;
    let members: BTreeSet<usize> = cycle.iter().filter_map(|arc| arc.of).collect();
    Some(members.into_iter().collect())
}
