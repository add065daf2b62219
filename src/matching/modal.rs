//! Whether a value is only what could have been, should have been, was feared, demanded or
//! considered: nobody states it then.
//!
//! A pattern that has the word itself asks for it, and gets it.
//!
//! ```text
//! 20 people could have died         20 is possible
//! 35 should have been annulled      35 is what ought to be
//! it is feared that 30 died         30 is feared
//! had demanded that it cut 1,000    1,000 is demanded
//! had considered a fine of 40       40 is considered
//! ```

use super::behind::{between, few};
use super::stance::Reader;
use std::ops::Range;

/// How far from a value a modal verb stands, in tokens.
const NEAR: usize = 8;
/// How far before a statement the verb stands that considers it.
const CONSIDERED: usize = 4;

impl Reader<'_, '_> {
    /// Whether a value, or the statement around it, is only possible, wanted, feared or considered;
    /// `asks` tells of a word whether a pattern has it.
    pub(super) fn is_modal(&self, value: &Range<usize>, whole: &Range<usize>, asks: &dyn Fn(&str) -> bool) -> bool {
        let start = value.start.min(whole.start);
        let found = self.never_came(value).or_else(|| self.feared(start)).or_else(|| self.demanded(start));
        found.or_else(|| self.considered(start)).is_some_and(|at| !asks(self.stem(at)))
    }

    /// `Could have died`, `should have been annulled`.
    fn never_came(&self, value: &Range<usize>) -> Option<usize> {
        let no_comma = |at: &usize| self.folded(*at) != ",";
        let is_modal = |&at: &usize| {
            let word = self.folded(at);
            let has = few(3, at, self.sentence.end).any(|at| self.folded(at) == self.words.have);
            (word == self.words.can || self.words.obliging.contains(&word)) && has
        };
        let mut before = self.before(value.start).take_while(no_comma).take(NEAR);
        let mut behind = self.after(value.end).take_while(no_comma).take(NEAR);
        before.find(is_modal).or_else(|| behind.find(is_modal))
    }

    /// `It is feared that 30 died`, `the union fears there will be`.
    fn feared(&self, start: usize) -> Option<usize> {
        let fears = |&at: &usize| {
            let is_noun = at > self.sentence.start && self.words.despite.contains(&self.folded(at - 1));
            self.stem(at) == self.words.fear && !is_noun
        };
        self.before(start).take_while(|&at| self.folded(at) != ",").find(fears)
    }

    /// `Demanded that Halden cut 1,000`, `urged it to cut 1,000`.
    fn demanded(&self, start: usize) -> Option<usize> {
        let mut before = self.before(start).take_while(|&at| self.folded(at) != ",");
        let that = |at: usize| between(at, start).any(|at| self.folded(at) == self.words.that);
        let to = |at: usize| {
            let near = start.saturating_sub(3).max(at + 1)..start;
            near.into_iter().any(|at| self.folded(at) == self.words.to && !self.is_pointed(at + 1))
        };
        before.find(|&at| {
            self.words.demanding.contains(&self.stem(at)) && (that(at) || to(at))
                || self.words.requesting.contains(&self.stem(at)) && to(at)
        })
    }

    /// A word that is of a noun, and not a verb: `to the`.
    fn is_pointed(&self, at: usize) -> bool {
        self.passage.lexicon.pointing.contains(&self.word(at)) || self.is_number(at)
    }

    /// `Had at first considered a fine of 40 million`; not `considers that`, nor `is considered`.
    fn considered(&self, start: usize) -> Option<usize> {
        let mut before = self.before(start).take(CONSIDERED).take_while(|&at| self.folded(at) != ",");
        let is_one = |&at: &usize| {
            let that = between(at, start).any(|at| self.folded(at) == self.words.that);
            self.words.considering.contains(&self.stem(at)) && !that && !self.is_passive(at)
        };
        // `Is considering` is no passive.
        let is_going_on =
            |at: &usize| self.folded(*at).ends_with("ing") && self.words.considering.contains(&self.stem(*at));
        before.find(|at| is_going_on(at) || is_one(at))
    }
}
