//! Whether a value is told as what things have come to by the time of telling.
//!
//! Such a value is no contradiction of what was told before or comes to be told later, where the
//! one can have become the other. Words of the statement itself say so, and none that belongs to
//! a verb of saying.
//!
//! ```text
//! 112 people have been rescued so far          can only grow
//! nine are still missing                       can only shrink
//! the ministry still says that nine are dead   nothing
//! computers have been down for six days        can only grow
//! the toll has risen to nine                   can only grow
//! ```

use super::{Reader, Turn};
use crate::extract::{Extracted, Reading, is_change};
use crate::matching::behind::{between, few};
use crate::value::Kind;
use std::ops::Range;

/// How far from a statement, in tokens, it may be said.
const NEAR: usize = 4;
/// How far before a length of time its verb stands, in tokens.
const VERB: usize = 8;

impl Reader<'_, '_> {
    /// `Rises to 9`, `has fallen to 9`, `has lifted its stake in the firm to 9`.
    pub(super) fn turn(&self, value: usize) -> Option<Turn> {
        let to = value.checked_sub(1).filter(|&to| self.word(to) == self.words.to)?;
        // A thing that is lifted stands between, and no other clause.
        let lifts = |at: usize| {
            let is_object = self.passage.lexicon.pointing.contains(self.word(at + 1));
            is_object && !between(at, to).any(|at| self.folded(at) == ",")
        };
        let is_far = is_change(&self.passage.tokens, to);
        let mut before = self.before(to).filter(|&at| at + NEAR >= to || is_far && lifts(at));
        before.find_map(|at| {
            let is_up = self.words.rising.contains(self.folded(at));
            let is_down = self.words.falling.contains(self.folded(at));
            (is_up || is_down).then_some(if is_up { Turn::Up } else { Turn::Down })
        })
    }

    /// Which way the value of a statement may have moved until it is told.
    pub(super) fn status(&self, kind: Kind, value: &Range<usize>, whole: &Range<usize>) -> Option<Turn> {
        if kind == Kind::Duration {
            return self.is_running(value.start).then_some(Turn::SoFar);
        }
        let statement = value.start.min(whole.start)..value.end.max(whole.end);
        let ends = |at: &usize| {
            matches!(self.word(*at), "," | ";" | ":" | "\"" | "(" | ")" | "." | "|")
                || self.passage.lexicon.says(self.stem(*at))
        };
        let before = (self.sentence.start..statement.start).rev().take(NEAR).take_while(|at| !ends(at)).last();
        let after = few(NEAR, statement.end.saturating_sub(1), self.sentence.end).take_while(|at| !ends(at)).last();
        let around = before.unwrap_or(statement.start)..after.map_or(statement.end, |at| at + 1);
        let has = |words: &[&str], at: usize| {
            (at..).zip(words).all(|(at, word)| around.contains(&at) && self.word(at) == *word)
        };
        if self.is_reached(statement.start) || self.is_reached_by(&statement) {
            return Some(Turn::SoFar);
        }
        if self.is_up_from(&statement) {
            return Some(Turn::SoFar);
        }
        if self.is_registered_on(&statement) {
            return Some(Turn::Reached);
        }
        let mut said = around.clone().filter(|&at| !self.is_of_saying(at));
        said.find_map(|at| match () {
            () if self.words.so_far.iter().any(|words| has(words, at)) => Some(Turn::SoFar),
            () if self.words.still.contains(self.word(at)) => Some(Turn::Still),
            // `Nine remain missing`, and not `the claim remains 9 percent`.
            () if at >= value.end && self.words.remaining.contains(self.word(at)) => Some(Turn::Still),
            () => None,
        })
    }

    /// `187 people, up from 164 last week`, `up from 164 overnight`: it has grown to it; not `up from 164 a year earlier`, nor `in 2019`.
    fn is_up_from(&self, statement: &Range<usize>) -> bool {
        let near = few(NEAR, statement.end.saturating_sub(1), self.sentence.end);
        let up = near.into_iter().find(|&at| self.word(at) == "up" && self.word(at + 1) == self.words.from);
        let number = up.map(|up| up + 2).filter(|&at| at < self.sentence.end && self.is_number(at));
        let end = number.and_then(|at| self.passage.value_around(self.passage.tokens.get(at).span));
        let end = end.map(|value| self.passage.tokens_of(value.span).end);
        end.is_some_and(|end| {
            let is_lately = matches!(self.word(end), "" | "." | "," | ";" | "yesterday" | "earlier" | "previously")
                || matches!((self.word(end), self.word(end + 1)), ("last", "week") | ("the", "day") | ("a", "day"))
                || few(3, end - 1, self.sentence.end)
                    .any(|at| self.passage.lexicon.times.parts_of_day.contains(self.word(at)));
            is_lately || self.word(end) == "on" && crate::text::is_weekday(self.word(end + 1))
        })
    }

    /// `By noon 4,000 had been moved`: no date, but as many as there were by then.
    fn is_reached(&self, statement: usize) -> bool {
        let first = statement.saturating_sub(NEAR).max(self.sentence.start);
        if first == statement {
            return false;
        }
        let before = self.passage.span_of(&(first..statement));
        let mut clocks = self.passage.values_in(before).filter(|value| {
            matches!(&value.reading, Reading::Moment(when) if when.moment.is_none() && (when.clock.is_some() || when.hours.is_some()))
        });
        let led = |value: &Extracted| {
            let start = self.passage.tokens_of(value.span).start;
            start > self.sentence.start && self.folded(start - 1) == "by"
        };
        clocks.any(led)
    }

    /// `Still says`; and `might still come` is no status at all.
    fn is_of_saying(&self, at: usize) -> bool {
        if at > self.sentence.start && self.words.could.contains(self.folded(at - 1)) {
            return true;
        }
        few(3, at, self.sentence.end)
            .any(|at| self.passage.lexicon.says(self.stem(at)) || self.passage.lexicon.tells(self.stem(at)))
    }

    /// `Have been down for six days`: until it is told.
    fn is_running(&self, value: usize) -> bool {
        let led = value.checked_sub(1).filter(|&at| self.word(at) == "for");
        let Some(led) = led else { return false };
        let first = led.saturating_sub(VERB).max(self.sentence.start);
        let mut verbs = between(first, led).rev().take_while(|&at| self.word(at) != ",");
        verbs.any(|at| matches!(self.word(at), "has" | "have") && self.word(at + 1) == "been")
    }
}
