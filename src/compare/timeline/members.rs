//! Sets of numbered statements, of which thousands differ in one member each.
//!
//! ```text
//! {0, 1, 2} without 1: {0, 2}     it comes before {1, 2}
//! ```

use super::explain::Told;

/// Some of the numbers below a bound, a bit for each. The lowest number has the
/// highest bit, so that of two sets with as many members the greater one is
/// first by its members in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Members(Vec<u64>);

/// The highest bit of a word.
const FIRST: u64 = 1 << 63;

impl Members {
    /// Every number below `all`.
    pub(super) fn all(all: usize) -> Self {
        let mut members = Self(vec![0; all.div_ceil(64)]);
        (0..all).for_each(|number| members.0[number / 64] |= FIRST >> (number % 64));
        members
    }

    /// The same without one.
    pub(super) fn without(&self, gone: usize) -> Self {
        let mut left = self.clone();
        left.0[gone / 64] &= !(FIRST >> (gone % 64));
        left
    }

    pub(super) fn has(&self, number: usize) -> bool {
        self.0[number / 64] & (FIRST >> (number % 64)) != 0
    }

    /// Whether another, of the same bound, has all of these.
    pub(super) fn is_within(&self, whole: &Self) -> bool {
        self.0.iter().zip(&whole.0).all(|(some, all)| some & !all == 0)
    }

    /// The members, in order.
    pub(super) fn list(&self) -> Vec<usize> {
        (0..self.0.len() * 64).filter(|&number| self.has(number)).collect()
    }
}

/// Pairs of numbers, by the lower one.
#[derive(Debug)]
pub(super) struct Pairs(Vec<Vec<usize>>);

impl Pairs {
    /// The pairs of numbers below `all`.
    pub(super) fn new(all: usize, told: &Told) -> Self {
        let mut above = vec![Vec::new(); all];
        told.iter().for_each(|&(low, high)| above[low].push(high));
        Self(above)
    }

    /// The first pair of which a set has both, where it has none that begins below
    /// `clear`; and where that begins.
    pub(super) fn first_in(&self, set: &Members, clear: usize) -> (Option<Vec<usize>>, usize) {
        let pair_of = |low: usize| self.0[low].iter().find(|&&high| set.has(high)).map(|&high| (low, high));
        let first = (clear..self.0.len()).filter(|&low| set.has(low)).find_map(pair_of);
        (first.map(|(low, high)| vec![low, high]), first.map_or(self.0.len(), |(low, _)| low))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn members(all: usize, of: &BTreeSet<usize>) -> Members {
        (0..all).filter(|number| !of.contains(number)).fold(Members::all(all), |set, gone| set.without(gone))
    }

    proptest! {
        #[test]
        fn sets_of_one_size_are_in_the_order_of_their_members(
            a in prop::collection::btree_set(0_usize..150, 4), b in prop::collection::btree_set(0_usize..150, 4),
        ) {
            let (one, other) = (members(150, &a), members(150, &b));
            prop_assert_eq!(one.list(), a.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(one.list().cmp(&other.list()), other.cmp(&one));
            prop_assert_eq!(one.is_within(&other), a.is_subset(&b));
        }

        #[test]
        fn the_first_pair_is_found(
            set in prop::collection::btree_set(0_usize..70, 0..20),
            told in prop::collection::btree_set((0_usize..35, 35_usize..70), 0..30),
        ) {
            let first = told.iter().find(|(low, high)| set.contains(low) && set.contains(high));
            let (found, clear) = Pairs::new(70, &told).first_in(&members(70, &set), 0);
            prop_assert_eq!(found, first.map(|&(low, high)| vec![low, high]));
            prop_assert_eq!(clear, first.map_or(70, |&(low, _)| low));
            prop_assert_eq!(Pairs::new(70, &told).first_in(&members(70, &set), clear).0, first.map(|&(low, high)| vec![low, high]));
        }
    }
}
