//! Whether a value is only supposed, foretold, or believed by nobody: nobody states it then.
//!
//! Only what the sentence itself says counts. Who says something under an `if` all the same, in a
//! clause of their own, does state it.
//!
//! ```text
//! could have been 412, had it been full       412 is supposed
//! if the firm is right, there were 412        412 is supposed
//! if they counted 20, the union counted 60    both are stated
//! expects that 412 will come                  412 is foretold
//! if you count the guests, there were 412      412 is stated
//! nobody there believes that 412 came         412 is believed by nobody
//! ```

use super::Reader;
use crate::claims::Topic;
use crate::matching::behind::{between, few};
use std::ops::Range;

/// How many tokens may stand between `rumours of` and the value.
const RUMOURED: usize = 6;
/// How far before `believe` the one stands who does not, in tokens.
const SUBJECT: usize = 10;

impl Reader<'_, '_> {
    /// Under an `if`, or as what would have been under one; a pattern with `would have` asks for that.
    pub(super) fn is_supposed(&self, topic: &Topic, value: &Range<usize>) -> bool {
        let asks = || topic.asks(|word| word == self.words.would) && topic.asks(|word| word == self.words.have);
        self.is_under_condition(value) || self.would_have_been(value) && !asks()
    }

    /// `If the firm is right, there were 412`, `If 412 were aboard, it was too full`.
    fn is_under_condition(&self, value: &Range<usize>) -> bool {
        let is_mark = |at: &usize| matches!(self.folded(*at), ";" | ":" | "\"" | "-");
        let first = (self.sentence.start..value.start).rev().take_while(|at| !is_mark(at)).last();
        // `Had it been full, 412 would have been aboard`.
        let inverts = |at: usize| {
            let would = |at: usize| self.words.could.contains(self.folded(at)) || self.words.would == self.folded(at);
            matches!(self.folded(at), word if word == self.words.had || self.words.obliging.contains(word))
                && (at + 2..self.sentence.end).any(would)
        };
        let is_condition = |&at: &usize| self.words.conditions.contains(self.folded(at)) || inverts(at);
        let Some(condition) = first.filter(is_condition) else {
            return false;
        };
        // `If anything, 412 came`, `if only`.
        let is_idiom = matches!(self.word(condition + 1), "anything" | "only" | "ever" | "possible" | "so");
        let ahead = between(condition, value.start);
        let clause = ahead.clone().rev().take_while(|&at| self.folded(at) != ",").last().unwrap_or(value.start);
        let says = |at: usize| self.passage.lexicon.says(self.stem(at));
        let is_told = (clause..value.start).any(says) || ahead.into_iter().any(|at| self.is_number(at));
        // `If 412 were aboard, as the firm says, it was too full`.
        let ends = |at: usize| self.folded(at) == "," && self.word(at + 1) != "as";
        let told_behind = self.after(value.end).take_while(|&at| !ends(at)).any(says);
        !is_idiom && !is_told && !told_behind && !self.is_reckoning(condition, value.start)
    }

    /// `If you count the temporary workers, 9,000 go`, `if overtime is included,`: a way of reckoning.
    fn is_reckoning(&self, condition: usize, value: usize) -> bool {
        let clause = between(condition, value).find(|&at| self.folded(at) == ",").map(|comma| condition + 1..comma);
        let Some(mut clause) = clause else { return false };
        let reckons = |at: usize| self.words.reckoning.contains(self.stem(at));
        let by_anyone = self.words.anyone.contains(self.word(condition + 1));
        clause.any(|at| reckons(at) && (by_anyone || self.is_passive(at)))
    }

    /// `Could have been 412, had it been full`, `would have been 412 if it had been full`.
    fn would_have_been(&self, value: &Range<usize>) -> bool {
        let no_comma = |at: &usize| self.folded(*at) != ",";
        let modal = |at: usize| {
            let is_modal = self.words.could.contains(self.folded(at)) || self.words.would == self.folded(at);
            is_modal && few(2, at, self.sentence.end).any(|at| self.folded(at) == self.words.have)
        };
        let mut around =
            self.before(value.start).take_while(no_comma).chain(self.after(value.end).take_while(no_comma));
        let turns = |at: usize| self.words.conditions.contains(self.folded(at));
        let inverted = |at: usize| self.folded(at) == "," && self.word(at + 1) == self.words.had;
        // `Had it been full, 412 would have been aboard`.
        let opens = || self.word(self.sentence.start) == self.words.had;
        around.any(modal) && (opens() || self.after(value.end).any(|at| turns(at) || inverted(at)))
    }

    /// `Expects that 412 will come`, `provided that 412 would come`: a forecast in words of what is to come.
    pub(super) fn is_foretold(&self, value: &Range<usize>) -> bool {
        let foresees =
            |at: usize| self.words.expecting.contains(self.stem(at)) || self.words.foreseeing.contains(self.stem(at));
        let expects = |&at: &usize| foresees(at) && self.word(at + 1) == self.words.that;
        let ahead = self.before(value.start).take_while(|&at| self.folded(at) != ",").find(expects);
        let is_to_come =
            |at: usize| matches!(self.folded(at), word if word == self.words.will || word == self.words.would);
        let behind = self.after(value.end).take_while(|&at| self.folded(at) != ",");
        ahead.is_some_and(|at| between(at, value.start).chain(behind).any(is_to_come))
    }

    /// `Nobody at the ministry believes that 412 came`, `the firm never said that 412 came`.
    pub(super) fn is_believed_by_none(&self, value: &Range<usize>) -> bool {
        // `Does not accept this: it says that 412 came`.
        let no_mark = |at: &usize| !matches!(self.folded(*at), "," | ";" | ":" | "and" | "but" | "\"");
        let holds = |&at: &usize| self.words.believing.contains(self.stem(at));
        let Some(verb) = self.before(value.start).take_while(no_mark).find(holds) else { return false };
        let that = between(verb, value.start).any(|at| self.folded(at) == self.words.that);
        let first = verb.saturating_sub(SUBJECT).max(self.sentence.start);
        let is_no = |at: usize| self.passage.lexicon.is_negation(self.folded(at)) && self.word(at + 1) != "only";
        that && (first..verb).rev().take_while(no_mark).any(is_no)
    }

    /// `Rumours that 412 came swept the town`: nobody says so. Not where somebody confirms them, nor of what is told beside
    /// them.
    pub(super) fn is_rumoured(&self, value: &Range<usize>, whole: &Range<usize>) -> bool {
        let carries = |at: usize| self.passage.carries(at);
        // `Rumours of a bomb caused a crush in which 412 died`.
        let is_object = |of: usize| {
            let last = self.word(value.start - 1);
            let is_led = !carries(value.start - 1) && last != self.words.to || last.ends_with("ing");
            let parts = |at: usize| self.words.opening.contains(self.folded(at));
            is_led && between(of, value.start).len() <= RUMOURED && !between(of, value.start).any(parts)
        };
        // `Amid rumours that the troops were coming 412 people marched`: behind a clause that is whole without it.
        let is_within = |that: usize| {
            let is_aside =
                that >= self.sentence.start + 2 && self.words.despite.contains(self.folded(that.saturating_sub(2)));
            let says = |at: usize| self.passage.lexicon.says(self.stem(at)) || self.folded(at) == "and";
            let is_whole = || between(that, value.start).any(carries) && !between(that, value.start).any(says);
            !(is_aside && value.end + 1 < whole.end && is_whole())
        };
        let is_rumour = |&at: &usize| {
            let leads = match self.word(at + 1) {
                "of" => is_object(at + 1),
                word => word == self.words.that && is_within(at + 1),
            };
            self.words.rumours.contains(self.folded(at))
                && leads
                && !between(at, value.start).any(|at| self.folded(at) == ":")
        };
        let rumour = self.before(value.start).take_while(|&at| self.folded(at) != ",").find(is_rumour);
        let bears_out = |at: usize| {
            let is_so = self.words.verdicts.for_it.contains(self.folded(at))
                && matches!(self.word(at - 1), "is" | "are" | "was" | "were");
            is_so || self.words.confirming.contains(self.stem(at))
        };
        let denied = |at: usize| (at.saturating_sub(3)..at).any(|at| self.passage.lexicon.is_negation(self.word(at)));
        rumour.is_some_and(|rumour| {
            let around = self.before(rumour).chain(self.after(value.end));
            !around.into_iter().any(|at| bears_out(at) && !denied(at))
        })
    }

    /// `It has been reported that 40 came`, `some claim that`, in a statement: what whoever makes it leaves to others.
    pub(super) fn is_left_to_others(&self, value: &Range<usize>) -> bool {
        if self.passage.article.front.claimant.is_none() {
            return false;
        }
        // `It is estimated that` is its own.
        let tells = |at: usize| self.words.hearsay.contains(self.stem(at)) || self.stem(at) == "said";
        let that = self.before(value.start).find(|&at| self.folded(at) == self.words.that);
        let verb = that.and_then(|that| that.checked_sub(1)).filter(|&at| at > self.sentence.start && tells(at));
        let first = |verb: usize| verb.saturating_sub(SUBJECT).max(self.sentence.start);
        verb.is_some_and(|verb| {
            self.word(verb - 1) == "been" && (first(verb)..verb).any(|at| self.folded(at) == "it")
                || self.word(verb - 1) == "some"
        })
    }
}
