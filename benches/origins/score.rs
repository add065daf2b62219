//! How well the origins that were found are the true ones.

use super::generator::Truth;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of articles of one origin: true ones, found ones and both; and how
/// many roundups go back to a story that they carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Pairs that are of one family.
    pub(crate) real: usize,
    /// Pairs with one root.
    pub(crate) found: usize,
    /// Pairs that are both.
    pub(crate) right: usize,
    /// Roundups.
    pub(crate) roundups: usize,
    /// Those whose root is of a family that they carry.
    pub(crate) traced: usize,
}

impl Score {
    /// Holds roots against the truth; both go by article.
    pub(crate) fn new(truths: &[Truth], roots: &[usize]) -> Self {
        let mut score = Self::default();
        let (mut real, mut found, mut both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let family_of: BTreeMap<usize, usize> =
            truths.iter().enumerate().filter_map(|(at, truth)| Some((at, family(truth)?))).collect();
        for (&article, &family) in &family_of {
            *real.entry(family).or_default() += 1;
            *found.entry(roots[article]).or_default() += 1;
            *both.entry((family, roots[article])).or_default() += 1;
        }
        (score.real, score.found, score.right) = (pairs(&real), pairs(&found), pairs(&both));
        let families = |root: usize| -> BTreeSet<usize> {
            let members = family_of.iter().filter(|(article, _)| roots[**article] == root);
            members.map(|(_, family)| *family).collect()
        };
        for (article, truth) in truths.iter().enumerate() {
            if let Truth::Roundup(carried) = truth {
                score.roundups += 1;
                score.traced += usize::from(families(roots[article]).iter().any(|family| carried.contains(family)));
            }
        }
        score
    }

    /// How much of what was found is true.
    pub(crate) fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// How much of what is true was found.
    pub(crate) fn recall(&self) -> f64 {
        self.right as f64 / self.real.max(1) as f64
    }
}

fn family(truth: &Truth) -> Option<usize> {
    match truth {
        Truth::Family(family) => Some(*family),
        Truth::Roundup(_) => None,
    }
}

/// Of so many articles in each class, the pairs within classes.
fn pairs<K>(classes: &BTreeMap<K, usize>) -> usize {
    classes.values().map(|count| count * (count - 1) / 2).sum()
}
