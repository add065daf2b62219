//! How sure a value is said to be, by the words of its clause.
//!
//! ```text
//! 20 people may have died              doubted
//! could not confirm that 20 had died   doubted
//! documents show that 20 died          proven
//! ```

use super::{Assurance, NEAR, Reader};
use crate::claims::Topic;
use crate::matching::behind::few;
use crate::matching::passage::names::starts_upper;
use std::ops::Range;

impl Reader<'_, '_> {
    /// `Could not confirm that`, before the statement.
    pub(super) fn is_unconfirmed(&self, statement: usize) -> bool {
        self.before(statement).any(|at| self.leaves_unconfirmed(at, statement))
    }

    /// Not `could not be verified, and repeated that`: what somebody says next is said by a verb of its own.
    fn leaves_unconfirmed(&self, at: usize, statement: usize) -> bool {
        self.words.confirming.contains(self.stem(at)) && self.is_negated(at) && !self.is_said_anew(at, statement)
    }

    /// `20 people may have died`.
    fn may_have(&self, end: usize) -> bool {
        let opens =
            |at: usize| self.words.could.contains(self.folded(at)) && self.words.doubting.contains(self.folded(at));
        let has = |at: usize| few(2, at, self.sentence.end).any(|at| self.folded(at) == self.words.have);
        self.after(end).take_while(|&at| self.folded(at) != ",").take(NEAR).any(|at| opens(at) && has(at))
    }

    /// How sure a value is said to be.
    pub(super) fn assurance(&self, topic: &Topic, tokens: &Range<usize>, whole: &Range<usize>) -> Assurance {
        let start = tokens.start.min(whole.start);
        let span = self.before(start).chain(start..tokens.end.max(whole.end)).collect::<Vec<_>>();
        // `May` with a capital is a month.
        let is_month = |word: &str| word == "may";
        let lower = |at: usize| !starts_upper(self.passage.tokens.raw(at));
        // `Who would probably have survived`, where a pattern has the `probably`: it is part of what is asked.
        let is_asked =
            |at: usize| at >= tokens.end && whole.contains(&at) && topic.asks(|word| word == self.folded(at));
        let doubted = |&at: &usize| {
            let opens = self.words.doubting.contains(self.folded(at)) && (lower(at) || !is_month(self.folded(at)));
            opens && !is_asked(at) || self.leaves_unconfirmed(at, start)
        };
        if span.iter().any(doubted) || self.may_have(tokens.end.max(whole.end)) || self.may_have(tokens.end) {
            return Assurance::Doubted;
        }
        let shows = |at: usize| few(3, at, self.sentence.end).any(|at| self.words.showing.contains(self.stem(at)));
        let proven = |&at: &usize| {
            self.words.proving.contains(self.folded(at)) && !self.is_negated(at)
                || self.words.proofs.contains(self.stem(at)) && shows(at)
        };
        if span.iter().any(proven) { Assurance::Proven } else { Assurance::Plain }
    }
}
