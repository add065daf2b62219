//! Which words and names stands in a text, a paragraph or a sentence, each told by
//! its number, and where.
//!
//! ```text
//! Macron spoke. ¶ Four calls.    hits: 0 macron, 7 speak, 17 call
//!                                in the second paragraph: call
//! ```

use super::plain::Plain;
use std::ops::Range;
use std::rc::Rc;

/// A word of the [prefilter](super) in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// The first byte.
    pub(super) at: usize,
    /// The word, by number.
    pub(super) word: usize,
}

/// The words of a text, by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Hits(Vec<Hit>);

impl Hits {
    /// Puts hits in order.
    pub(super) fn new(mut hits: Vec<Hit>) -> Self {
        hits.sort_unstable();
        Self(hits)
    }

    pub(super) fn all(&self) -> &[Hit] {
        &self.0
    }

    /// The same by their places in the text as it was before it was folded.
    pub(super) fn in_the_original(mut self, text: &Plain<'_>) -> Self {
        if text.is_folded() {
            self.0.iter_mut().for_each(|hit| hit.at = text.original(hit.at));
        }
        self
    }

    /// Those that begin in a range of bytes.
    pub(super) fn within(&self, bytes: Range<usize>) -> &[Hit] {
        let first = self.0.partition_point(|hit| hit.at < bytes.start);
        let last = self.0.partition_point(|hit| hit.at < bytes.end);
        &self.0[first..last]
    }

    /// Those of each paragraph that has any. No block of an article goes beyond a blank line,
    /// and so no sentence.
    pub(super) fn by_paragraph<'h>(&'h self, text: &'h Plain<'_>) -> impl Iterator<Item = &'h [Hit]> {
        let mut rest = self.0.as_slice();
        std::iter::from_fn(move || {
            let paragraph = text.paragraph_from(rest.first()?.at);
            let (here, behind) = rest.split_at(rest.partition_point(|hit| hit.at < paragraph).max(1));
            rest = behind;
            Some(here)
        })
    }
}

/// Which of many things, told by numbers, are there. Of the words of some hundred
/// patterns each sentence has its own: they are kept in place, and only more of them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Among {
    first: [u64; FIRST],
    more: Vec<u64>,
}

/// Room for this many times 64.
const FIRST: usize = 10;

impl Among {
    pub(super) fn add(&mut self, number: usize) {
        let (at, bit) = (number / 64, 1 << (number % 64));
        match self.first.get_mut(at) {
            Some(some) => *some |= bit,
            None => {
                let at = at - FIRST;
                self.more.resize(self.more.len().max(at + 1), 0);
                self.more[at] |= bit;
            }
        }
    }

    /// Adds all of others.
    pub(super) fn join(&mut self, others: &Self) {
        self.more.resize(self.more.len().max(others.more.len()), 0);
        let own = self.first.iter_mut().chain(&mut self.more);
        own.zip(others.first.iter().chain(&others.more)).for_each(|(some, other)| *some |= other);
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(at, mut some): (usize, u64)| {
            std::iter::from_fn(move || {
                let bit = (some != 0).then(|| some.trailing_zeros() as usize)?;
                some &= some - 1;
                Some(64 * at + bit)
            })
        };
        self.first.iter().chain(&self.more).copied().enumerate().flat_map(bits)
    }

    #[inline]
    pub(super) fn has(&self, number: usize) -> bool {
        let at = number / 64;
        let some = self.first.get(at).or_else(|| self.more.get(at - FIRST));
        some.is_some_and(|some| some & (1 << (number % 64)) != 0)
    }
}

/// Which words and names stand somewhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Present {
    pub(super) words: Among,
    pub(super) names: Rc<Among>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_are_told_by_the_paragraph_they_stand_in() {
        let text = Plain::new("ab cd\nef\n \t\r\ngh\n\n\nij");
        let hits = Hits::new([18, 3, 0, 6, 13].map(|at| Hit { at, word: at }).to_vec());
        let paragraphs: Vec<Vec<usize>> =
            hits.by_paragraph(&text).map(|hits| hits.iter().map(|hit| hit.at).collect()).collect();
        assert_eq!(paragraphs, [vec![0, 3, 6], vec![13], vec![18]]);
        assert_eq!(hits.within(3..13).iter().map(|hit| hit.at).collect::<Vec<_>>(), [3, 6]);
    }

    #[test]
    fn what_is_added_is_there() {
        let last = 64 * FIRST + 70;
        let mut among = Among::default();
        assert!(!among.has(last) && !among.has(69));
        among.add(69);
        among.add(last);
        assert_eq!(among.all().collect::<Vec<_>>(), [69, last]);
        assert!(among.has(69) && among.has(last) && !among.has(5) && !among.has(last - 64) && !among.has(9999));
        for mut both in [Among::default(), among.clone()] {
            both.add(5);
            both.join(&among);
            assert!(both.has(5) && both.has(69) && both.has(last) && !both.has(68) && !both.has(last - 1));
        }
        among.join(&Among::default());
        assert!(among.has(69) && among.has(last));
    }
}
