//! Whether a value is only what a rule asks for or a limit that is to be kept, and not what there was.
//!
//! The rule must be named, or the verb be one of keeping to a level: who is `required to pay 40 million` may well have
//! paid them, and `allowed 40 to leave` tells of 40 who left. A topic that asks for the rule has a word of it in its
//! patterns or its question, and gets it.
//!
//! ```text
//! the licence requires the owner to keep it below 85 percent   85 percent is asked for
//! it has to stay below 85 percent                              85 percent is a limit
//! the law under which 40 people were held                      40 were
//! ```

use super::Reader;
use crate::matching::behind::{between, few};
use std::ops::Range;

/// How far before its verb a rule stands, in tokens: `the licence of the dam now requires`.
const SUBJECT: usize = 6;

impl Reader<'_, '_> {
    /// The word by which a value is only what a rule asks for.
    pub(super) fn ruled(&self, value: &Range<usize>) -> Option<usize> {
        let no_comma = |at: &usize| self.folded(*at) != ",";
        let mut before = self.before(value.start).take_while(no_comma);
        before.find(|&at| self.is_ruling(at, value.start) || self.is_to_be_kept(at))
    }

    /// `The licence requires the owner to keep`, `under the law the owner is allowed to keep`.
    fn is_ruling(&self, verb: usize, value: usize) -> bool {
        let first = verb.saturating_sub(SUBJECT).max(self.sentence.start);
        let is_rule = |at: usize| self.words.rules.contains(self.folded(at));
        let is_verb = self.words.ruling.contains(self.stem(verb)) && verb > self.sentence.start;
        let to = |at: usize| self.folded(at) == self.words.to || self.folded(at) == self.words.that;
        is_verb && (first..verb).any(is_rule) && between(verb, value).any(to)
    }

    /// `Must stay`, `has to be kept`, `is to be kept`.
    fn is_to_be_kept(&self, at: usize) -> bool {
        let behind = |at: usize| few(2, at, self.sentence.end).any(|at| self.words.keeping.contains(self.stem(at)));
        match self.folded(at) {
            "must" => behind(at),
            "has" | "have" | "needs" | "need" => self.word(at + 1) == self.words.to && behind(at + 1),
            "is" | "are" => self.word(at + 1) == self.words.to && self.word(at + 2) == "be" && behind(at + 2),
            _ => false,
        }
    }
}
