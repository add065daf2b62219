//! Many literals searched for at once, each standing for some words.
//!
//! **Cost.** One pass of Aho-Corasick over the bytes; a hit costs a look at the
//! letters around it.

use super::forms::Literal;
use super::likely::word_around;
use super::plain::Plain;
use super::present::{Hit, Hits};
use crate::text::stem;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Match, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Literals in an automaton, each with the words that it may be.
#[derive(Debug)]
pub(super) struct Search {
    automaton: AhoCorasick,
    literals: Vec<Literal>,
    words: Vec<Vec<usize>>,
}

/// An automaton of so many letters still fits into a processor's memory with a
/// row of all letters for each.
const LARGEST_DENSE: usize = 20_000;

impl Search {
    /// Looks for the forms of words, given by their numbers.
    pub(super) fn new(words: impl IntoIterator<Item = usize>, forms: &[Vec<Literal>]) -> Self {
        let mut owners: BTreeMap<&Literal, Vec<usize>> = BTreeMap::new();
        for word in words {
            forms[word].iter().for_each(|form| owners.entry(form).or_default().push(word));
        }
        let (literals, words): (Vec<Literal>, Vec<_>) =
            owners.into_iter().map(|(literal, words)| (literal.clone(), words)).unzip();
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::Standard).ascii_case_insensitive(true);
        let size: usize = literals.iter().map(|literal| literal.text.len()).sum();
        if size <= LARGEST_DENSE {
            builder.kind(Some(AhoCorasickKind::DFA));
        }
        let automaton = builder.build(literals.iter().map(|literal| &literal.text));
        // Only an automaton of more than 2^31 states could fail.
        let automaton = automaton.unwrap_or_else(|error| panic!("the patterns outgrow the automaton: {error}"));
        Self { automaton, literals, words }
    }

    /// Tells every word that is there with its first byte, as often as it is, up to
    /// the one that is enough; whether one was.
    pub(super) fn any(&self, text: &Plain<'_>, mut enough: impl FnMut(usize, usize) -> bool) -> bool {
        let mut hits = self.automaton.find_overlapping_iter(text.bytes());
        hits.any(|hit| self.counts(text, 0, &hit) && self.words_of(&hit).iter().any(|&word| enough(word, hit.start())))
    }

    /// Every word that is there in a part of a text, by place.
    pub(super) fn within(&self, text: &Plain<'_>, part: Range<usize>) -> Hits {
        let mut found = Vec::new();
        for hit in self.automaton.find_overlapping_iter(&text.bytes()[part.clone()]) {
            if self.counts(text, part.start, &hit) {
                let at = part.start + hit.start();
                found.extend(self.words_of(&hit).iter().map(|&word| Hit { at, word }));
            }
        }
        Hits::new(found)
    }

    fn words_of(&self, hit: &Match) -> &[usize] {
        &self.words[hit.pattern().as_usize()]
    }

    /// Whether a hit in a part that begins at a byte of the text is what its literal wants.
    fn counts(&self, plain: &Plain<'_>, part: usize, hit: &Match) -> bool {
        let (text, literal) = (plain.bytes(), &self.literals[hit.pattern().as_usize()]);
        let (start, end) = (part + hit.start(), part + hit.end());
        (!literal.begins || is_word_start(text, start))
            && (!literal.ends || !text.get(end).is_some_and(u8::is_ascii_alphabetic))
            && (!literal.is_capital || plain.is_folded() || !text[start].is_ascii_lowercase())
            && literal.likely.as_ref().is_none_or(|likely| likely.is_around(text, start, end))
            && literal.stem.as_ref().is_none_or(|wanted| has_stem(text, start, end, wanted))
    }
}

/// Whether the word around a hit may have a stem.
fn has_stem(text: &[u8], start: usize, end: usize, wanted: &str) -> bool {
    let Some(word) = word_around(text, start, end) else { return true };
    let lower = word.to_ascii_lowercase();
    std::str::from_utf8(&lower).is_ok_and(|word| stem(word) == wanted)
}

/// Whether no letter stands before a byte; what is no ASCII may be a sign.
fn is_word_start(text: &[u8], at: usize) -> bool {
    at == 0 || !text[at - 1].is_ascii_alphabetic()
}
