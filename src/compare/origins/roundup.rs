//! Articles that are put together of others.
//!
//! A text that consists of two or more others, which share nothing with each
//! other, is a roundup of them, even where dates say nothing or name it first:
//! its parts are no cuts of it. Cuts of one text overlap, or leave most of it
//! out.
//!
//! ```text
//! roundup: AAAA BBBB    paper: AAAA    agency (undated): BBBB
//! ```

use super::forest::{Bond, Origins};
use super::signature::{Sample, Signature};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Parts that share one in so many shingles are of one text.
const APART: usize = 5;

/// A text that more articles share than this is no roundup of them.
const MOST_PARTS: usize = 64;

/// Each roundup with the articles that it is put together of.
pub(super) fn find_roundups(signatures: &[Signature], origins: &Origins) -> BTreeMap<usize, Vec<usize>> {
    let mut related: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for article in 0..signatures.len() {
        let copied = origins.sources(article).iter().filter(|source| source.bond == Bond::Copies);
        for source in copied {
            for (whole, part) in [(article, source.article), (source.article, article)] {
                if is_held(&signatures[part].shingles, &signatures[whole].shingles) {
                    related.entry(whole).or_default().push(part);
                }
            }
        }
    }
    related.retain(|whole, parts| is_put_together(signatures, *whole, parts));
    related
}

/// Whether most of a text stands in another, which is longer.
fn is_held(part: &Sample, whole: &Sample) -> bool {
    part.size() < whole.size() && part.overlap(whole).is_at_least(1, 2)
}

/// Whether the parts are of two texts or more, which make up three quarters of
/// the whole.
fn is_put_together(signatures: &[Signature], whole: usize, parts: &[usize]) -> bool {
    if !(2..=MOST_PARTS).contains(&parts.len()) {
        return false;
    }
    let mut by_size = parts.to_vec();
    by_size.sort_by_key(|&part| (Reverse(signatures[part].shingles.size()), &signatures[part].id));
    // The largest part of each text first.
    let mut texts: Vec<Vec<usize>> = Vec::new();
    for part in by_size {
        let shares =
            |other: &usize| signatures[part].shingles.overlap(&signatures[*other].shingles).is_at_least(1, APART);
        let (same, mut apart): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| text.iter().any(shares));
        let mut joined = same.concat();
        joined.push(part);
        apart.push(joined);
        texts = apart;
    }
    let covers = |text: &Vec<usize>| signatures[text[0]].shingles.overlap(&signatures[whole].shingles).shingles();
    let covered: usize = texts.iter().map(covers).sum();
    texts.len() > 1 && covered * 4 >= signatures[whole].shingles.size() * 3
}
