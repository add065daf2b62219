//! Many literals searched for at once, each standing for some words.
//!
//! **Cost.** A look at each word of the text; one that begins like a literal costs a look
//! at the letters around it.

use super::beginnings::{Beginning, Beginnings};
use super::forms::Literal;
use super::likely::{LONGEST, word_around};
use super::plain::Plain;
use super::present::{Hit, Hits};
use crate::text::stem::shared_stem;
use std::collections::BTreeMap;
use std::ops::Range;

/// Literals, each with the words that it may be.
#[derive(Debug)]
pub(super) struct Search {
    beginnings: Beginnings,
    literals: Vec<Literal>,
    words: Vec<Vec<usize>>,
}

impl Search {
    /// Looks for the forms of words, given by their numbers.
    pub(super) fn new(words: impl IntoIterator<Item = usize>, forms: &[Vec<Literal>]) -> Self {
        let mut owners: BTreeMap<&Literal, Vec<usize>> = BTreeMap::new();
        for word in words {
            forms[word].iter().for_each(|form| owners.entry(form).or_default().push(word));
        }
        let (literals, words): (Vec<Literal>, Vec<_>) =
            owners.into_iter().map(|(literal, words)| (literal.clone(), words)).unzip();
        let beginning = |literal: &Literal| Beginning { text: literal.text.clone(), is_capital: literal.is_capital };
        let beginnings = Beginnings::new(literals.iter().map(beginning));
        Self { beginnings, literals, words }
    }

    /// Tells every word that is there with its first byte, as often as it is, up to
    /// the one that is enough; whether one was.
    pub(super) fn any(&self, text: &Plain<'_>, mut enough: impl FnMut(usize, usize) -> bool) -> bool {
        self.beginnings.any(text.bytes(), 0..text.bytes().len(), |at, literal| {
            self.counts(text, at, literal) && self.words[literal].iter().any(|&word| enough(word, at))
        })
    }

    /// Every word that begins in a part of a text, by place.
    pub(super) fn within(&self, text: &Plain<'_>, part: Range<usize>) -> Hits {
        let mut found = Vec::new();
        self.beginnings.any(text.bytes(), part, |at, literal| {
            if self.counts(text, at, literal) {
                found.extend(self.words[literal].iter().map(|&word| Hit { at, word }));
            }
            false
        });
        Hits::new(found)
    }

    /// Whether what begins like a literal is what it wants.
    fn counts(&self, plain: &Plain<'_>, start: usize, literal: usize) -> bool {
        let (text, literal) = (plain.bytes(), &self.literals[literal]);
        let end = start + literal.text.len();
        (!literal.ends || !text.get(end).is_some_and(u8::is_ascii_alphabetic))
            && (!literal.is_capital || !text[start].is_ascii_lowercase())
            && literal.likely.as_ref().is_none_or(|likely| likely.is_around(text, start, end))
            && literal.stem.as_ref().is_none_or(|wanted| has_stem(text, start, end, wanted))
    }
}

/// Whether the word around a hit may have a stem.
fn has_stem(text: &[u8], start: usize, end: usize, wanted: &str) -> bool {
    let Some(word) = word_around(text, start, end) else { return true };
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return true };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|word| *shared_stem(word) == *wanted)
}
