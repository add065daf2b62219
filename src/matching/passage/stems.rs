//! The stems of an article's words, and what its idioms mean: read when they are first asked for,
//! which those of most words never are.

use crate::matching::language::lexicon::Lexicon;
use crate::text::Tokens;
use crate::text::stem::{Stem, shared_stem};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// The stem of each token of a text. That of the first word of an idiom is of what it means:
/// `lost their lives` is read as `died`.
#[derive(Debug)]
pub struct Stems<'t> {
    tokens: Rc<Tokens<'t>>,
    lexicon: &'static Lexicon,
    read: Vec<OnceCell<Stem>>,
    /// Their [numbers](Stem::print), which are asked for most; 0 where none has been read.
    prints: Vec<Cell<u64>>,
}

impl<'t> Stems<'t> {
    /// The stems of a text, of which none has been read.
    #[must_use]
    pub fn of(tokens: Rc<Tokens<'t>>, lexicon: &'static Lexicon) -> Self {
        let (read, prints) = (vec![OnceCell::new(); tokens.len()], vec![Cell::new(0); tokens.len()]);
        Self { tokens, lexicon, read, prints }
    }

    /// The [number](Stem::print) of a token's stem.
    #[inline]
    pub(in crate::matching) fn print(&self, token: usize) -> u64 {
        match self.prints[token].get() {
            0 => self.first_print(token),
            print => print,
        }
    }

    #[cold]
    fn first_print(&self, token: usize) -> u64 {
        let print = self.stem(token).print();
        self.prints[token].set(print);
        print
    }

    #[inline]
    fn stem(&self, token: usize) -> &Stem {
        self.read[token].get_or_init(|| self.meaning(token))
    }

    fn meaning(&self, token: usize) -> Stem {
        let stem = shared_stem(self.tokens.folded(token));
        if !self.lexicon.begins_an_idiom(&stem) {
            return stem;
        }
        let mut idioms = self.lexicon.idioms.iter().filter(|(phrase, _)| *phrase[0] == *stem);
        let meant = idioms.find(|(phrase, _)| self.goes_on(token, phrase));
        meant.map_or(stem, |(_, meaning)| Stem::new(meaning))
    }

    /// Whether the words behind a token are those of a phrase behind its first.
    fn goes_on(&self, token: usize, phrase: &[&str]) -> bool {
        token + phrase.len() <= self.tokens.len()
            && phrase.iter().enumerate().skip(1).all(|(offset, word)| {
                let folded = self.tokens.folded(token + offset);
                match *word {
                    "*" => self.lexicon.pointing.contains(folded),
                    word => *shared_stem(folded) == *word,
                }
            })
    }
}

impl std::ops::Index<usize> for Stems<'_> {
    type Output = str;

    fn index(&self, token: usize) -> &str {
        self.stem(token)
    }
}
