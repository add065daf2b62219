//! All that finding origins needs to know of one article, in a few hundred
//! bytes: made from the article alone, so that articles can be read one by one,
//! in parallel, and forgotten.
//!
//! Of a short text every shingle is kept, of a longer one those whose hash ends
//! in a zero bit or two. Which are kept hangs on the shingle only: a run of
//! words that two articles share is kept in both or, when one of them is
//! sampled more thinly, in what they are compared by.
//!
//! ```text
//! 400 words → 396 shingles → about 99 kept
//! ```

use super::words::{own_words, shingles};
use crate::corpus::Article;
use crate::text::fold_str;
use jiff::civil::DateTime;

/// Texts of so many words keep every shingle, of up to twice as many every
/// second, longer ones every fourth.
const WHOLE: usize = 128;

/// What is kept of an article to find its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The article's id.
    pub(super) id: String,
    /// The last and the first instant at which it may have been published.
    pub(super) published: Option<(DateTime, Option<DateTime>)>,
    /// Folded.
    pub(super) outlet: Option<String>,
    pub(super) url: Option<String>,
    /// As its front matter has them.
    pub(super) cites: Vec<String>,
    pub(super) shingles: Sample,
}

/// The shingles of a text that are kept: sorted, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sample {
    pub(super) hashes: Vec<u64>,
    /// How many bits of a hash must be zero for it to be kept.
    pub(super) level: u32,
}

/// The signature of an article.
#[must_use]
pub fn sign(article: &Article) -> Signature {
    let front = &article.front;
    let (words, _) = own_words(article);
    let published = front.published_on.as_ref();
    Signature {
        id: article.id.to_string(),
        published: published.and_then(|moment| moment.to.map(|last| (last, moment.from))),
        outlet: front.outlet.as_deref().map(|outlet| fold_str(outlet).into_owned()),
        url: front.url.clone(),
        cites: front.cites.clone(),
        shingles: Sample::new(shingles(&words), words.len()),
    }
}

impl Signature {
    /// The id of its article.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl Sample {
    fn new(all: impl Iterator<Item = u64>, words: usize) -> Self {
        let level = u32::from(words > WHOLE) + u32::from(words > 2 * WHOLE);
        let mut hashes: Vec<u64> = all.filter(|hash| hash.trailing_zeros() >= level).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.shrink_to_fit();
        Self { hashes, level }
    }

    /// Without some hashes, which are sorted.
    pub(super) fn without(&self, dull: &[u64]) -> Self {
        let kept = self.hashes.iter().filter(|hash| dull.binary_search(hash).is_err());
        let mut hashes: Vec<u64> = kept.copied().collect();
        hashes.shrink_to_fit();
        Self { hashes, level: self.level }
    }

    /// About how many shingles the whole text has.
    pub(super) fn size(&self) -> usize {
        self.hashes.len() << self.level
    }

    /// What two samples have in common.
    pub(super) fn overlap(&self, other: &Self) -> Overlap {
        self.overlap_of(other, self.common(other))
    }

    /// The same, if that were so many hashes.
    pub(super) fn overlap_of(&self, other: &Self, shared: usize) -> Overlap {
        let level = self.level.max(other.level);
        let size = |sample: &Self| match sample.level == level {
            true => sample.hashes.len(),
            false => sample.hashes.iter().filter(|hash| hash.trailing_zeros() >= level).count(),
        };
        let (own, theirs) = (size(self), size(other));
        Overlap { shared, smaller: own.min(theirs), larger: own.max(theirs), level }
    }

    /// How many hashes both have.
    fn common(&self, other: &Self) -> usize {
        let (mut own, mut theirs, mut common) = (0, 0, 0);
        // Which of two hashes is the lower one nobody can guess: steps cost less than branches.
        while let (Some(a), Some(b)) = (self.hashes.get(own), other.hashes.get(theirs)) {
            common += usize::from(a == b);
            own += usize::from(a <= b);
            theirs += usize::from(b <= a);
        }
        common
    }
}

/// How much two texts share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overlap {
    /// Shingles of both, among those that both could have kept.
    pub(super) shared: usize,
    /// Shingles of the smaller text, among the same.
    pub(super) smaller: usize,
    /// Shingles of the larger one.
    larger: usize,
    level: u32,
}

impl Overlap {
    /// About how many shingles of the whole texts are shared.
    pub(super) fn shingles(&self) -> usize {
        self.shared << self.level
    }

    /// How much of both texts together is shared, in millionths.
    pub(super) fn likeness(&self) -> usize {
        self.shared * 1_000_000 / (self.smaller + self.larger - self.shared).max(1)
    }

    /// Whether at least `part` of every `whole` shingles of the smaller text
    /// are shared.
    pub(super) fn is_at_least(&self, part: usize, whole: usize) -> bool {
        self.shared * whole >= self.smaller * part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(hashes: &[u64], level: u32) -> Sample {
        Sample { hashes: hashes.to_vec(), level }
    }

    #[test]
    fn samples_of_two_densities_are_compared_by_what_both_could_have_kept() {
        let (short, long) = (sample(&[1, 2, 3, 4, 8, 12], 0), sample(&[4, 8, 16, 20, 24], 2));
        let overlap = short.overlap(&long);
        assert_eq!((overlap.shared, overlap.smaller, overlap.shingles()), (2, 3, 8));
        assert_eq!(long.overlap(&short), overlap);
        assert!(overlap.is_at_least(2, 3) && !overlap.is_at_least(3, 4));
    }

    #[test]
    fn longer_texts_are_sampled_more_thinly() {
        let of = |words: usize| Sample::new((0..words as u64).map(|at| at.wrapping_mul(0x9e37_79b9_7f4a_7c15)), words);
        assert_eq!(of(128).hashes.len(), 128);
        assert_eq!(of(256).hashes.len(), 128);
        assert_eq!(of(4000).hashes.len(), 1000);
    }
}
