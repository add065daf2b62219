//! Which earlier articles an article has its words from.
//!
//! The articles that most of its shingles point to are held against it whole.
//! One is a source when three tenths of the smaller text are shared, of two
//! texts of one outlet six (its background is told again and again), and never
//! less than a couple of sentences.
//!
//! That is done twice. What the first round finds shared by several articles
//! that have little else in common is boilerplate: footers, calls for
//! newsletters, legal lines, an agency's standing paragraph. The second round
//! leaves it out, on both sides. Only a text that is next to nothing else is
//! taken with it, since then it is the text.
//!
//! ```text
//! paper: 99 kept, 90 of them the wire's                 → the wire is a source
//! paper: 99 kept, 14 of them in forty other articles    → boilerplate
//! ```

use super::shared::{Link, Shared};
use super::signature::{Overlap, Sample, Signature};
use rayon::prelude::*;
use std::borrow::Cow;
use std::cmp::Reverse;

/// How many shingles must be shared at least: two short sentences.
const LEAST: usize = 24;

/// The share of the smaller text that makes a source: a part of a whole.
const SHARE: (usize, usize) = (3, 10);

/// The same for two articles of one outlet.
const SHARE_IN_OUTLET: (usize, usize) = (3, 5);

/// So many articles without much else in common make boilerplate of what they
/// share, unless more of those that share it are close.
const STRANGERS: u32 = 3;

/// The share of the smaller text that two articles have in common when they are
/// no strangers: a footer may be a third of a short article.
const CLOSE: (usize, usize) = (1, 2);

/// A text of which less than this part is left without boilerplate is taken
/// with it.
const LEFT: usize = 8;

/// How many articles are held against each; a digest has that many sources at
/// most.
const CANDIDATES: usize = 16;

/// The sources of each article by rank, the one most like it first.
/// `signatures` stand in their order.
pub(super) fn find_kin(signatures: &[&Signature]) -> Vec<Vec<u32>> {
    let samples: Vec<Cow<'_, Sample>> = signatures.iter().map(|signature| Cow::Borrowed(&signature.shingles)).collect();
    let shared = Shared::new(&samples);
    let kin = kin_of_all(signatures, &samples, &shared);
    let dull = find_boilerplate(&shared, &kin);
    if dull.is_empty() {
        return ranks(kin);
    }
    drop((shared, kin));
    let samples: Vec<Cow<'_, Sample>> = samples.into_par_iter().map(|sample| strip(sample, &dull)).collect();
    let shared = Shared::new(&samples);
    ranks(kin_of_all(signatures, &samples, &shared))
}

fn ranks(kin: Vec<Vec<Kin>>) -> Vec<Vec<u32>> {
    kin.into_iter().map(|kin| kin.into_iter().map(|kin| kin.rank).collect()).collect()
}

/// An earlier article that another has its words from.
struct Kin {
    rank: u32,
    overlap: Overlap,
}

fn kin_of_all(signatures: &[&Signature], samples: &[Cow<'_, Sample>], shared: &Shared) -> Vec<Vec<Kin>> {
    let of_one = |rank: usize| {
        let (sample, outlet, links) = (&samples[rank], signatures[rank].outlet.as_ref(), shared.of(rank));
        let same_outlet = |other: u32| outlet.is_some() && outlet == signatures[other as usize].outlet.as_ref();
        let kin_with = |other: u32| {
            let other_sample = &samples[other as usize];
            // No article has more of it than all that stand before it have.
            let could_be = is_source(&sample.overlap_of(other_sample, links.len()), same_outlet(other));
            could_be.then(|| Kin { rank: other, overlap: sample.overlap(other_sample) })
        };
        let held_against = candidates(links).into_iter().filter_map(kin_with);
        let mut kin: Vec<Kin> = held_against.filter(|kin| is_source(&kin.overlap, same_outlet(kin.rank))).collect();
        kin.sort_by_key(|kin| (Reverse(kin.overlap.likeness()), kin.rank));
        kin
    };
    (0..samples.len()).into_par_iter().map(of_one).collect()
}

/// The articles that most links point to.
fn candidates(links: &[Link]) -> Vec<u32> {
    let mut named: Vec<u32> = links.iter().map(|link| link.first).collect();
    named.extend(links.iter().filter(|link| link.last != link.first).map(|link| link.last));
    named.sort_unstable();
    let mut counted: Vec<(usize, u32)> = named.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    counted.sort_unstable_by_key(|(count, candidate)| (Reverse(*count), *candidate));
    counted.into_iter().take(CANDIDATES).map(|(_, candidate)| candidate).collect()
}

fn is_source(overlap: &Overlap, same_outlet: bool) -> bool {
    let (part, whole) = if same_outlet { SHARE_IN_OUTLET } else { SHARE };
    overlap.shingles() >= LEAST && overlap.is_at_least(part, whole)
}

/// The shingles that are boilerplate, sorted.
fn find_boilerplate(shared: &Shared, kin: &[Vec<Kin>]) -> Vec<u64> {
    let mut votes = vec![(0_u32, 0_u32); shared.hashes.len()];
    for (rank, kin) in kin.iter().enumerate() {
        for link in shared.of(rank) {
            let (strangers, close) = &mut votes[link.shingle as usize];
            let is_close = |kin: &Kin| kin.rank == link.last && kin.overlap.is_at_least(CLOSE.0, CLOSE.1);
            *if kin.iter().any(is_close) { close } else { strangers } += 1;
        }
    }
    let is_dull = |(strangers, close): &(u32, u32)| *strangers >= STRANGERS && strangers >= close;
    let judged = shared.hashes.iter().zip(&votes);
    judged.filter(|(_, votes)| is_dull(votes)).map(|(hash, _)| *hash).collect()
}

fn strip<'s>(sample: Cow<'s, Sample>, dull: &[u64]) -> Cow<'s, Sample> {
    let stripped = sample.without(dull);
    let (left, all) = (stripped.hashes.len(), sample.hashes.len());
    if left == all || left * LEFT < all { sample } else { Cow::Owned(stripped) }
}
