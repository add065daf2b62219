//! A list of words that is asked with nearly every word of a text, and nearly always in vain.
//!
//! ```text
//! she, her, they     may have: he (length and letters), are (by chance)
//!                    has not:  minister, at once
//! ```
//!
//! **Cost.** A look at one bit, made of a word's length and its first and last letter, when the
//! program is built; only a word that has it is compared.

use std::ops::Deref;

/// Words of a language, folded or stems.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    all: &'static [&'static str],
    bits: [u64; 4],
}

impl Words {
    /// The words of a list.
    #[must_use]
    pub const fn new(all: &'static [&'static str]) -> Self {
        let (mut bits, mut at) = ([0; 4], 0);
        while at < all.len() {
            let bit = bit_of(all[at]);
            bits[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Self { all, bits }
    }

    /// Whether a word is among them.
    #[must_use]
    #[inline]
    pub fn contains(&self, word: &str) -> bool {
        self.may_contain(word) && self.all.contains(&word)
    }

    /// Whether it may be: where not, it is not.
    #[must_use]
    #[inline]
    pub fn may_contain(&self, word: &str) -> bool {
        let bit = bit_of(word);
        self.bits[bit / 64] & 1 << (bit % 64) != 0
    }
}

#[inline]
const fn bit_of(word: &str) -> usize {
    let word = word.as_bytes();
    let (Some(first), Some(last)) = (word.first(), word.last()) else { return 0 };
    ((*first as usize * 7) ^ (*last as usize * 43) ^ (word.len() * 29)) % 256
}

impl Deref for Words {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LISTED: &[&str] = &["", "a", "he", "she", "they", "the", "é", "'s", "minister", "ministers"];

    #[test]
    fn each_word_of_a_list_is_there() {
        const WORDS: Words = Words::new(LISTED);
        assert!(LISTED.iter().all(|word| WORDS.contains(word)));
        assert_eq!(WORDS.iter().copied().collect::<Vec<_>>(), LISTED);
    }

    proptest! {
        #[test]
        fn what_a_list_has_is_what_its_slice_has(word in "[a-eè]{0,3}", listed in prop::collection::vec(0..LISTED.len(), 0..4)) {
            let some: Vec<&'static str> = listed.iter().map(|&at| LISTED[at]).collect();
            let (some, all) = (Words::new(some.leak()), Words::new(LISTED));
            for (words, asked) in [(all, &*word), (some, &*word), (some, "he"), (some, "é")] {
                prop_assert_eq!(words.contains(asked), words.iter().any(|listed| listed.chars().eq(asked.chars())));
            }
        }
    }
}
