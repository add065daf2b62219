//! What differs between languages: words, and what each of them states.
//!
//! A language is a set of tables; the readers of `extract` know classes of
//! words ([`NumberWord`]) and no words. A table is looked up by folded word
//! in a [`Lexicon`], which turns nearly every word of a text away by its
//! first byte and length alone.
//!
//! ```
//! use gainsay::extract::language::{Cardinal, NumberWord, number_word};
//! assert_eq!(number_word("twenty"), Some(NumberWord::Cardinal(Cardinal::Ten(20))));
//! assert_eq!(number_word("twentyish"), None);
//! ```

mod en_numbers;

use std::sync::LazyLock;

/// A word that builds a whole number, by the place it can take in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cardinal {
    /// `zero` to `nine`.
    Unit(u8),
    /// `ten` to `nineteen`: nothing smaller follows.
    Teen(u8),
    /// `twenty` to `ninety`: a unit may follow.
    Ten(u8),
    /// `hundred`.
    Hundred,
    /// `thousand`, `million`, by its power of ten.
    Scale(u32),
}

/// A word that takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// `five`, `twenty`, `hundred`, `million`.
    Cardinal(Cardinal),
    /// `fifth`, `twentieth`, `hundredth`.
    Ordinal(Cardinal),
    /// `thirds`, `hundredths`: one part of so many.
    Parts(u32),
    /// `half`.
    Half,
    /// `quarter`.
    Quarter,
    /// `dozen`: so many at once.
    Group(u8),
    /// `couple`.
    Couple,
    /// `a`, `an`.
    Article,
    /// `and`.
    And,
    /// `point`, in `two point five`.
    Point,
    /// `minus`, `negative`.
    Minus,
    /// `of`.
    Of,
    /// `dozens`, `several`: an amount left open, by its two ends.
    Vague(u32, u32),
    /// `tens`, `hundreds`, `millions`: many times a power of ten.
    Many(u32),
}

/// Words looked up by their folded form.
#[derive(Debug)]
pub struct Lexicon<T> {
    entries: Vec<(&'static str, T)>,
    /// For each first byte, where its words begin in `entries`.
    starts: [u16; 257],
    /// For each first byte, a bit for every length that occurs.
    lengths: [u32; 256],
}

impl<T: Copy> Lexicon<T> {
    /// Sorts the tables into one. Where a word stands twice the first wins.
    #[must_use]
    pub fn new(tables: &[&[(&'static str, T)]]) -> Self {
        let mut entries: Vec<(&'static str, T)> = tables.iter().flat_map(|table| table.iter().copied()).collect();
        entries.sort_by_key(|(word, _)| *word);
        entries.dedup_by_key(|(word, _)| *word);
        let mut starts = [0; 257];
        let mut lengths = [0; 256];
        for (word, _) in &entries {
            let first = first_byte(word);
            starts[first + 1] += 1;
            lengths[first] |= length_bit(word);
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { entries, starts, lengths }
    }

    /// What a folded word states.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<T> {
        let first = first_byte(word);
        if self.lengths[first] & length_bit(word) == 0 {
            return None;
        }
        let bucket = &self.entries[usize::from(self.starts[first])..usize::from(self.starts[first + 1])];
        bucket.binary_search_by_key(&word, |(entry, _)| entry).ok().map(|at| bucket[at].1)
    }
}

fn first_byte(word: &str) -> usize {
    word.as_bytes().first().map_or(0, |&byte| usize::from(byte))
}

fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

static NUMBERS: LazyLock<Lexicon<NumberWord>> = LazyLock::new(|| {
    Lexicon::new(&[en_numbers::CARDINALS, en_numbers::ORDINALS, en_numbers::PARTS, en_numbers::OTHERS])
});

/// What a folded word does in a number.
#[must_use]
pub fn number_word(folded: &str) -> Option<NumberWord> {
    NUMBERS.get(folded)
}

/// The two letters after the digits of an ordinal: `20th`.
#[must_use]
pub fn is_ordinal_suffix(folded: &str) -> bool {
    en_numbers::ORDINAL_SUFFIXES.contains(&folded)
}

/// A scale that is written onto its digits (`20k`, `1.2bn`), by its power of
/// ten. `m` is not among them: it may be metres.
#[must_use]
pub fn scale_letters(folded: &str) -> Option<u32> {
    en_numbers::SCALE_LETTERS.iter().find(|(letters, _)| *letters == folded).map(|&(_, power)| power)
}
