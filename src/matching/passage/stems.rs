//! The stems of an article's words, and what its idioms mean.

use crate::matching::language::lexicon::Lexicon;
use crate::text::Tokens;
use crate::text::stem::shared_stem;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::rc::Rc;

/// The stem of each token of a text; each word is stemmed, and kept, once.
#[derive(Debug, Default)]
pub struct Stems {
    all: Vec<Rc<str>>,
    which: Vec<u32>,
}

/// Of so many tokens one is a word that was not there before.
const REPEATED: usize = 2;

impl Stems {
    /// Stems the words of a text, each by itself.
    #[must_use]
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let distinct = tokens.len() / REPEATED;
        let mut known: HashMap<&str, u32, RandomState> =
            HashMap::with_capacity_and_hasher(distinct, RandomState::default());
        let mut all = Vec::with_capacity(distinct);
        let number = |at: usize| {
            let folded = tokens.folded(at);
            *known.entry(folded).or_insert_with(|| {
                all.push(shared_stem(folded));
                u32::try_from(all.len() - 1).unwrap_or_else(|_| panic!("a file of 4 thousand million words was read"))
            })
        };
        let which = (0..tokens.len()).map(number).collect();
        Self { all, which }
    }

    /// The number of a token's word among the different ones; alike words have the same.
    pub(super) fn word(&self, token: usize) -> usize {
        self.which[token] as usize
    }

    /// How many different words there are.
    pub(super) fn words(&self) -> usize {
        self.all.len()
    }

    /// Gives the first word of an idiom the stem of what it means: `lost their
    /// lives` is read as `died`.
    #[must_use]
    pub fn with_idioms(mut self, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Self {
        let begins = |stem: &Rc<str>| lexicon.idioms.iter().any(|(phrase, _)| *phrase[0] == **stem);
        let begins: Vec<bool> = self.all.iter().map(begins).collect();
        for at in 0..self.which.len() {
            if !begins.get(self.which[at] as usize).is_some_and(|&begins| begins) {
                continue;
            }
            let idioms = lexicon.idioms.iter().filter(|(phrase, _)| *phrase[0] == self[at]);
            let Some(meaning) =
                idioms.filter(|(phrase, _)| self.says(tokens, lexicon, at, phrase)).map(|idiom| idiom.1).next()
            else {
                continue;
            };
            let known = self.all.iter().position(|stem| **stem == *meaning).unwrap_or_else(|| {
                self.all.push((*meaning).into());
                self.all.len() - 1
            });
            self.which[at] = u32::try_from(known).unwrap_or(self.which[at]);
        }
        self
    }

    fn says(&self, tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize, phrase: &[&str]) -> bool {
        at + phrase.len() <= self.which.len()
            && phrase.iter().enumerate().all(|(offset, word)| match *word {
                "*" => lexicon.pointing.contains(&tokens.folded(at + offset)),
                word => self[at + offset] == *word,
            })
    }
}

impl std::ops::Index<usize> for Stems {
    type Output = str;

    fn index(&self, token: usize) -> &str {
        &self.all[self.which[token] as usize]
    }
}
