//! Whose plan a sentence tells of: of what was expected, a clause may tell of another thing than the value, and what
//! was to come is one thing and what came another.
//!
//! ```text
//! 4 were killed in an attack that had been planned     4 is stated: the attack was planned
//! the 40 guests that had been expected                 40 is expected
//! had been planned to last an hour and lasted four     one hour was planned, four is stated
//! expects to have paid 40 million                      40 million is expected
//! ```

use super::Reader;
use crate::claims::Topic;
use crate::matching::behind::{between, few};
use std::ops::Range;

/// How far before its value what is to be done stands, in tokens: `will have paid out`.
const NEAR: usize = 5;

impl Reader<'_, '_> {
    /// Whether what was planned behind a value is another thing, of which a clause of its own tells: `killed in an attack
    /// that had been planned`, `lunch on 2 February that had been planned`.
    pub(super) fn is_planned_of_another(&self, value: &Range<usize>, planned: usize) -> bool {
        let opens = |at: &usize| matches!(self.folded(*at), "that" | "which" | "who");
        let Some(clause) = (value.end..planned).rev().find(opens) else { return false };
        let has_noun = |at: usize| {
            let lexicon = self.passage.lexicon;
            let word = self.folded(at);
            matches!(word, "a" | "an" | "was" | "were" | "is" | "are" | "had" | "has" | "have")
                || lexicon.pointing.contains(word)
                || self.words.determining.contains(word)
        };
        // A day is when something is, and no thing that is planned.
        let first = self.word(value.start);
        let led = value.start.checked_sub(1).map_or("", |at| self.word(at));
        let is_time =
            !self.is_number(value.start) && [first, led].iter().any(|word| matches!(*word, "on" | "in" | "at"));
        is_time || (value.end..clause).any(has_noun)
    }

    /// Whether a verb of its own stands between what was planned and a value: `had been planned to last an hour and lasted
    /// four`.
    pub(super) fn is_told_after_plan(&self, planned: usize, value: usize) -> bool {
        let came = |at: usize| {
            let word = self.word(at);
            word.len() > 4 && word.ends_with("ed") || self.words.came.contains(word)
        };
        // `Was to be opened and extended`.
        let is_done = |at: usize| (planned..at).any(|at| self.folded(at) == "be");
        let joins = |at: &usize| matches!(self.folded(*at), "and" | "but");
        between(planned, value).rev().find(joins).is_some_and(|at| !is_done(at) && few(2, at, value).any(came))
    }

    /// Whether a value was planned, and is not told to have come: `was planned to last an hour`, `was scheduled to`.
    pub(super) fn was_planned_to(&self, at: usize) -> bool {
        let planned = at.checked_sub(1).filter(|&at| self.words.planned.contains(self.word(at)));
        let is_verb = self.passage.tokens.get(at).spaced && !self.word(at + 1).is_empty();
        self.folded(at) == self.words.to && is_verb && planned.is_some_and(|at| self.is_passive(at))
    }

    /// Whether a value is only what will have been done by then, or is expected to be done: `will have paid`, `expects to
    /// pay`. Where a pattern has that form of the verb, or a word of what is to come, it asks for it.
    pub(super) fn is_to_be_done(&self, topic: &Topic, value: &Range<usize>) -> bool {
        let is_verb = |at: usize| at < value.start && self.passage.carries(at) && !self.is_number(at);
        // `Will have paid`, and not `will have rooms for`.
        let has_done = |have: usize| {
            let ends = |at: usize| ["ed", "en", "wn"].iter().any(|end| self.folded(at).ends_with(end));
            let is_done = |at: usize| is_verb(at) && (ends(at) || self.words.came.contains(self.folded(at)));
            self.word(have) == self.words.have && few(2, have, value.start).any(is_done)
        };
        let will_have = |at: usize| self.folded(at) == self.words.will && has_done(at + 1);
        let expects_to = |at: usize| {
            let to = self.expects(at) && self.word(at + 1) == self.words.to && !self.is_passive(at);
            let of_verb = |verb: usize| is_verb(verb) && !topic.asks(|word| word == self.folded(verb));
            to && (has_done(at + 2) || of_verb(at + 2))
        };
        let mut before = self.before(value.start).take_while(|&at| self.folded(at) != ",").take(NEAR);
        before.any(|at| will_have(at) || expects_to(at))
    }
}
