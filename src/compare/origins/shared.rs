//! The shingles that more than one article has: who had each first, and who
//! had it last before. That is enough to know where to look for an article's
//! source, and keeps the work linear: no article is held against all that share
//! a line with it.
//!
//! ```text
//! shingle  wire, paper, echo   →   paper: (wire, wire)   echo: (wire, paper)
//! ```

use super::signature::Sample;
use rayon::prelude::*;
use std::borrow::Borrow;

/// A shingle of one article that earlier ones have too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Rank of the article that had it first.
    pub(super) first: u32,
    /// Rank of the article that had it last before this one.
    pub(super) last: u32,
    /// Index in [`Shared::hashes`].
    pub(super) shingle: u32,
}

/// The shared shingles of a corpus. Articles are named by their rank.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    /// Sorted.
    pub(super) hashes: Vec<u64>,
    links: Vec<Link>,
    /// Where the links of each article begin.
    starts: Vec<usize>,
}

impl Shared {
    /// Gathers the shared shingles of articles that stand in their order.
    pub(super) fn new<S: Borrow<Sample>>(samples: &[S]) -> Self {
        let count = samples.iter().map(|sample| sample.borrow().hashes.len()).sum();
        let mut holders: Vec<(u64, u32)> = Vec::with_capacity(count);
        for (sample, rank) in samples.iter().zip(0..) {
            holders.extend(sample.borrow().hashes.iter().map(|&hash| (hash, rank)));
        }
        holders.par_sort_unstable();
        let groups = || holders.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);

        let mut starts = vec![0; samples.len() + 1];
        groups().flat_map(|group| &group[1..]).for_each(|(_, rank)| starts[*rank as usize + 1] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut next = starts.clone();
        let mut links = vec![Link { first: 0, last: 0, shingle: 0 }; starts.last().copied().unwrap_or_default()];
        let mut hashes = Vec::new();
        for (group, shingle) in groups().zip(0..) {
            hashes.push(group[0].0);
            for pair in group.windows(2) {
                let at = &mut next[pair[1].1 as usize];
                links[*at] = Link { first: group[0].1, last: pair[0].1, shingle };
                *at += 1;
            }
        }
        Self { hashes, links, starts }
    }

    /// What an article shares with earlier ones.
    pub(super) fn of(&self, rank: usize) -> &[Link] {
        &self.links[self.starts[rank]..self.starts[rank + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shingle_knows_who_had_it_first_and_last() {
        let sample = |hashes: &[u64]| Sample { hashes: hashes.to_vec(), level: 0 };
        let shared = Shared::new(&[sample(&[1, 2, 9]), sample(&[2, 3]), sample(&[4]), sample(&[2, 3])]);
        assert_eq!(shared.hashes, [2, 3]);
        let link = |first, last, shingle| Link { first, last, shingle };
        assert_eq!([shared.of(0), shared.of(1), shared.of(2)], [&[][..], &[link(0, 0, 0)], &[]]);
        assert_eq!(shared.of(3), [link(0, 1, 0), link(1, 1, 1)]);
    }
}
