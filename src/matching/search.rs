//! Many literals searched for at once, each standing for some words.
//!
//! **Cost.** One pass of Aho-Corasick over the bytes; a hit costs a look at the
//! letters around it.

use super::forms::Literal;
use super::likely::word_around;
use super::plain::Plain;
use crate::text::stem;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Match, MatchKind};
use std::collections::BTreeMap;

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

    /// Whether any word, told with its place, is enough.
    pub(super) fn any(&self, text: &Plain<'_>, mut enough: impl FnMut(usize, usize) -> bool) -> bool {
        let mut hits = self.automaton.find_overlapping_iter(text.bytes());
        hits.any(|hit| self.counts(text, &hit) && self.words_of(&hit).iter().any(|&word| enough(word, hit.start())))
    }

    /// Tells every word that is there, as often as it is.
    pub(super) fn each(&self, text: &Plain<'_>, mut take: impl FnMut(usize)) {
        for hit in self.automaton.find_overlapping_iter(text.bytes()) {
            if self.counts(text, &hit) {
                self.words_of(&hit).iter().for_each(|&word| take(word));
            }
        }
    }

    fn words_of(&self, hit: &Match) -> &[usize] {
        &self.words[hit.pattern().as_usize()]
    }

    fn counts(&self, plain: &Plain<'_>, hit: &Match) -> bool {
        let (text, literal) = (plain.bytes(), &self.literals[hit.pattern().as_usize()]);
        let likely = literal.likely.as_ref();
        (!literal.begins || is_word_start(text, hit.start()))
            && (!literal.ends || !text.get(hit.end()).is_some_and(u8::is_ascii_alphabetic))
            && (!literal.is_capital || plain.is_folded() || !text[hit.start()].is_ascii_lowercase())
            && likely.is_none_or(|likely| likely.is_around(text, hit.start(), hit.end()))
            && literal.stem.as_ref().is_none_or(|wanted| has_stem(text, hit, wanted))
    }
}

/// Whether the word around a hit may have a stem.
fn has_stem(text: &[u8], hit: &Match, wanted: &str) -> bool {
    let Some(word) = word_around(text, hit.start(), hit.end()) else { return true };
    let lower = word.to_ascii_lowercase();
    std::str::from_utf8(&lower).is_ok_and(|word| stem(word) == wanted)
}

/// Whether no letter stands before a byte; what is no ASCII may be a sign.
fn is_word_start(text: &[u8], at: usize) -> bool {
    at == 0 || !text[at - 1].is_ascii_alphabetic()
}
