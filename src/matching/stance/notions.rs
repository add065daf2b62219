//! Claims and notions that whoever speaks of them turns away.
//!
//! ```text
//! ruled out that 12 died                 turned away
//! rejects the figure of 12               turned away
//! scoffs at the claim that 12 died       scorned
//! nothing to support the claim that …    unsupported
//! arrived at the figure that …           neither
//! ```

use super::denial::{Ahead, REACH};
use crate::matching::behind::between;

/// How many words may tell which claim it is: `at the false and hurtful claim that`.
const CLAIM: usize = 6;

impl Ahead<'_, '_> {
    /// `Nothing to support the claim that`, `little to back up`.
    pub(super) fn is_unsupported(&self, at: usize) -> bool {
        matches!(self.word(at), "nothing" | "little")
            && self.word(at + 1) == "to"
            && self.sentence.contains(&(at + 2))
            && self.passage.lexicon.denial.supporting.contains(&self.passage.stems[at + 2])
    }

    /// `Scoffs at the claim that`, `took issue with the notion that`: what somebody does who does not make it. `At the
    /// union's claim that` leaves it to the union.
    pub(super) fn is_scorned(&self, at: usize) -> bool {
        let words = self.passage.lexicon.denial;
        let before = at.checked_sub(1).filter(|before| self.sentence.contains(before));
        let Some(stem) = before.map(|before| &self.passage.stems[before]) else { return false };
        let pairs = words.scorning.iter();
        let is_led = pairs.into_iter().any(|(verb, led)| *led == self.word(at) && (*verb == stem || verb.is_empty()));
        let tells = |at: &usize| words.telling.contains(self.word(*at));
        let Some(that) = between(at, self.start.min(at + CLAIM)).find(tells).filter(|_| is_led) else { return false };
        let noun = that - 1;
        let claims = self.is_notion(noun) && !self.passage.lexicon.is_account(&self.passage.stems[noun]);
        // `Doctors at the site claim that`: a verb. `Hinted at the idea that` has it.
        let is_noun = noun == at + 1 || noun == at + 2 && !self.passage.carries(at + 1);
        let is_noun = is_noun || !self.passage.lexicon.says(&self.passage.stems[noun]);
        noun > at && claims && is_noun && stem != "hint" && self.passage.names_in(at + 1..that).next().is_none()
    }

    /// What stands behind a verb of turning away, with its `out`.
    pub(super) fn turns_away(&self, at: usize) -> Option<usize> {
        let (stem, words) = (&self.passage.stems[at], self.passage.lexicon.denial);
        let with = words.turning_away_with.iter().any(|(verb, out)| *verb == stem && *out == self.word(at + 1));
        if with { Some(at + 2) } else { words.turning_away.contains(stem).then_some(at + 1) }
    }

    /// `Rejects the figure of 45`, where the statement begins with that, and nobody is told to have put it `forward by`.
    pub(super) fn turns_away_notion(&self, at: usize) -> bool {
        let first = self.start;
        let the = usize::from(matches!(self.word(first), "the" | "a" | "any" | "this"));
        let noun = first + the;
        let begins = at + 2 >= first && self.sentence.contains(&noun) && self.is_notion(noun);
        let names = |by: usize| self.passage.names_in(by + 1..(by + 4).min(self.sentence.end)).next().is_some();
        let behind = noun + 1..self.sentence.end.min(noun + REACH + REACH);
        begins && self.word(noun + 1) == "of" && !behind.into_iter().any(|at| self.word(at) == "by" && names(at))
    }

    pub(super) fn is_notion(&self, at: usize) -> bool {
        let stem = &self.passage.stems[at];
        let is_talk = || self.passage.lexicon.stance.hearsay.contains(stem) && self.word(at) != "talks";
        self.passage.lexicon.is_account_or_claim(stem)
            || self.passage.lexicon.denial.notions.contains(stem)
            || is_talk()
    }
}
