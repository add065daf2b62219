//! What outlets print in their own voice and somebody who is named says as well.
//!
//! Who prints the count of the police in one place and that of the union in another contradicts neither
//! itself nor another outlet: those two disagree. That is told once, with the outlets beside them. What a
//! headline has is the outlet's choice, and stands for itself.
//!
//! ```text
//! Wire: 21,000 | Wire: 45,000 | the police 21,000 | the union 45,000     the police against the union
//! Wire: 21,000 | Wire: 45,000 | the police 21,000                        Wire against itself
//! ```

use super::Relation;
use super::pairs::Pair;
use super::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Which positions of outlets are those of others too.
pub(super) struct Retold {
    /// Who holds what an outlet prints, by its position.
    holders: BTreeMap<usize, Vec<usize>>,
    /// The pairs that conflict, the lower index first.
    conflicts: BTreeSet<(usize, usize)>,
}

impl Retold {
    /// Looks for who is named with what outlets print.
    pub(super) fn new(table: &Table<'_>) -> Self {
        let (mut holders, conflicts) = (BTreeMap::<usize, Vec<usize>>::new(), table.told().collect());
        let is_own = |at: usize| table.positions[at].is_own_voice();
        for &Pair { a, b, relation, .. } in &table.pairs {
            if matches!(relation, Relation::Agree | Relation::Compatible) && is_own(a) != is_own(b) {
                let (own, named) = if is_own(a) { (a, b) } else { (b, a) };
                holders.entry(own).or_default().push(named);
            }
        }
        holders.retain(|&own, _| !table.is_headline(&table.positions[own]));
        Self { holders, conflicts }
    }

    /// Whether each of two positions of outlets is that of somebody whom the other contradicts.
    pub(super) fn has_both(&self, pair: &Pair) -> bool {
        self.has(pair.a, pair.b) && self.has(pair.b, pair.a)
    }

    fn has(&self, own: usize, other: usize) -> bool {
        let is_against = |&named: &usize| self.conflicts.contains(&(named.min(other), named.max(other)));
        self.holders.get(&own).is_some_and(|holders| holders.iter().any(is_against))
    }
}
