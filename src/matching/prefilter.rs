//! Which topics a text could match at all.
//!
//! One automaton holds, for every word that a pattern can hardly do without,
//! the beginning that all its forms share. A topic is looked for only in an
//! article that has at least two of the words of one of its patterns (or all
//! it has), so most text is read once by the automaton and never again.
//!
//! **Cost.** One pass of Aho-Corasick over the folded text.

use super::compile::{Compiled, Element, Word};
use super::lexicon::Lexicon;
use crate::text::{fold_str, stem::irregular_forms};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;

/// The words of many patterns, in one automaton.
#[derive(Debug)]
pub struct Prefilter {
    automaton: AhoCorasick,
    /// For each literal, the words (by number) it may begin.
    words_of: Vec<Vec<usize>>,
    words: usize,
}

/// Which words a text may have; made by [`Prefilter::search`].
#[derive(Debug)]
pub struct Present(Vec<bool>);

/// What a pattern needs, as numbers of words: see [`Needs::met`].
#[derive(Clone, Debug, Default)]
pub struct Needs(Vec<Vec<usize>>);

/// Gathers the words of patterns before the automaton is built.
#[derive(Debug, Default)]
pub struct Gather {
    numbers: BTreeMap<String, usize>,
    literals: BTreeMap<String, Vec<usize>>,
}

impl Gather {
    /// Takes in a pattern.
    pub fn add(&mut self, pattern: &Compiled, lexicon: &Lexicon) -> Needs {
        let variants = pattern.variants.iter();
        Needs(
            variants
                .map(|variant| {
                    let words = variant.elements.iter().filter_map(|element| match element {
                        Element::Word(word) if !word.is_function => Some(self.number(word, lexicon)),
                        _ => None,
                    });
                    words.collect()
                })
                .collect(),
        )
    }

    /// Takes in words that stand for themselves, such as a wording.
    pub fn add_words<'w>(&mut self, words: impl Iterator<Item = &'w str>, lexicon: &Lexicon) -> Needs {
        let content = words.filter(|word| !lexicon.is_function_word(word) && word.len() > 2);
        let words = content.map(|folded| {
            let stem = crate::text::stem(folded).into_owned();
            let synonyms = lexicon.synonyms_of(&stem);
            let folded = folded.to_owned();
            Word { folded, stem, weight: 1.0, is_name: false, is_function: false, is_number: false, synonyms }
        });
        Needs(vec![words.map(|word| self.number(&word, lexicon)).collect()])
    }

    fn number(&mut self, word: &Word, lexicon: &Lexicon) -> usize {
        let next = self.numbers.len();
        let number = *self.numbers.entry(word.stem.clone()).or_insert(next);
        for form in forms(word, lexicon) {
            let owners = self.literals.entry(form).or_default();
            if !owners.contains(&number) {
                owners.push(number);
            }
        }
        number
    }

    /// Builds the automaton.
    #[must_use]
    pub fn build(self) -> Prefilter {
        let words = self.numbers.len();
        let (literals, words_of): (Vec<String>, Vec<Vec<usize>>) = self.literals.into_iter().unzip();
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(literals);
        // Only an automaton of more than 2^31 states could fail.
        let automaton = automaton.unwrap_or_else(|error| panic!("the patterns outgrow the automaton: {error}"));
        Prefilter { automaton, words_of, words }
    }
}

impl Prefilter {
    /// Finds which words a text may have.
    #[must_use]
    pub fn search(&self, text: &str) -> Present {
        let (haystack, mut present) = (fold_str(text), vec![false; self.words]);
        for hit in self.automaton.find_overlapping_iter(&*haystack) {
            let at_word = haystack[..hit.start()].chars().next_back().is_none_or(|before| !before.is_alphabetic());
            if at_word {
                self.words_of[hit.pattern().as_usize()].iter().for_each(|&word| present[word] = true);
            }
        }
        Present(present)
    }
}

impl Needs {
    /// Whether the text could match: some variant has two of its words there,
    /// or half of them where it has fewer than four, or has none to look for.
    #[must_use]
    pub fn met(&self, present: &Present) -> bool {
        self.0.is_empty()
            || self.0.iter().any(|words| {
                let there = words.iter().filter(|&&word| present.0[word]).count();
                there >= words.len().div_ceil(2).min(2)
            })
    }
}

/// The beginnings that the forms of a word, and of its synonyms, share.
fn forms(word: &Word, lexicon: &Lexicon) -> Vec<String> {
    let mut forms = vec![shared_beginning(&word.folded, &word.stem)];
    forms.extend(irregular_forms(&word.folded).iter().map(|form| (*form).to_owned()));
    if !word.is_name {
        let rows = lexicon.synonyms.iter().filter(|row| row.contains(&word.stem.as_str()));
        let synonyms: Vec<&str> = rows.flat_map(|row| row.iter().copied()).collect();
        forms.extend(synonyms.iter().map(|synonym| (*synonym).to_owned()));
        forms.extend(synonyms.iter().flat_map(|synonym| irregular_forms(synonym)).map(|form| (*form).to_owned()));
    }
    // A word of six letters or more may be misspelt: only its start is certain.
    if word.folded.len() >= 6 {
        forms.push(word.folded.chars().take(3).collect());
    }
    forms
}

fn shared_beginning(folded: &str, stem: &str) -> String {
    let shared = folded.chars().zip(stem.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a);
    shared.collect()
}
