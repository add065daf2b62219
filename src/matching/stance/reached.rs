//! Up to when things had come to what a statement tells: by a day, or by the day on which it is told.
//!
//! ```text
//! had registered 1,340 by Friday; as of 31 May 1,340 have been registered    up to then
//! by the end of 2024 362 million had been paid                               up to then
//! 362 million will be paid by Friday; has to be paid by Friday               nothing: that is a deadline
//! 410 million has been paid                                                  up to the day of the text
//! the toll has reached 40                                                    up to the day of the text
//! the number of dead stood at 40 on Friday; on Friday 40 had been registered    up to that day, if it is later
//! ```

use super::{Reader, Turn};
use crate::matching::behind::few;
use crate::text::Span;
use crate::value::{Moment, Precision};
use std::ops::Range;

/// How far from a statement, in tokens, it may be said.
const NEAR: usize = 4;

impl Reader<'_, '_> {
    /// `Had registered 1,340 by Friday`, `by the end of May 1,340 had been registered`: as many as there were by then.
    pub(super) fn is_reached_by(&self, statement: &Range<usize>) -> bool {
        let first = statement.start.saturating_sub(NEAR).max(self.sentence.start);
        let last = (statement.end + NEAR).min(self.sentence.end);
        // `As of 31 May 2025, 1,340 …`: what opens the sentence.
        let opens = first.saturating_sub(NEAR).max(self.sentence.start);
        let opening = if opens == self.sentence.start { opens..first } else { first..first };
        let Some(by) = opening.chain(first..last).find(|&at| self.leads_to_end(at)) else { return false };
        let ends = |at: usize| matches!(self.word(at), ";" | ":" | "\"" | "(" | ")" | "." | "|");
        let clause = first.min(by)..statement.end.max(by);
        let mut gap = if by < statement.start { by..statement.start } else { statement.end.min(by)..by };
        !gap.any(ends) && clause.into_iter().any(|at| self.word(at) == "had" && self.is_done(at) || self.has_done(at))
    }

    /// `410 million has been paid`, `has paid 410 million`: up to the day on which it is told.
    pub(super) fn is_to_date(&self, statement: &Range<usize>) -> bool {
        let ends = |at: &usize| matches!(self.word(*at), "," | ";" | ":" | "\"" | "(" | ")" | "." | "|");
        let before = (self.sentence.start..statement.start).rev().take(NEAR).take_while(|at| !ends(at)).last();
        let after = few(NEAR, statement.end.saturating_sub(1), self.sentence.end).take_while(|at| !ends(at)).last();
        let mut around = before.unwrap_or(statement.start)..after.map_or(statement.end, |at| at + 1);
        around.any(|at| self.has_done(at))
    }

    /// `The toll reached 49`: that grows from day to day. `The number of dead stood at 49 on Tuesday`: of any other
    /// number only a later day tells that it has grown, as it may be that of a single crowd.
    pub(super) fn level(&self, value: usize) -> Option<Turn> {
        let ends_with = |words: &&&[&str]| {
            let first = value.checked_sub(words.len()).filter(|first| self.sentence.contains(first));
            first.is_some_and(|first| words.iter().zip(first..).all(|(word, at)| self.word(at) == *word))
        };
        let reached = self.words.reaching.iter().find(ends_with)?;
        let verb = value - reached.len();
        let grows = |at: usize| self.words.growing.contains(self.stem(at));
        let is_number = |at: usize| {
            self.words.figures.contains(self.stem(at)) || self.passage.lexicon.voices.reckoned.contains(self.word(at))
        };
        let mut subject = self.before(verb).take_while(|&at| !matches!(self.word(at), "," | "and" | "that"));
        let figure = subject.find(|&at| is_number(at))?;
        // `Stood at` tells of no way there.
        Some(if grows(figure) && reached.len() == 1 { Turn::Up } else { Turn::Reached })
    }

    /// `On Tuesday the office had registered 71,500`: what is counted on and on, and a day that opens its sentence.
    pub(super) fn is_registered_on(&self, statement: &Range<usize>) -> bool {
        let first = self.sentence.start;
        let opens = self.word(first) == "on" && self.moment_at(first + 1).is_some_and(|day| day.only_day().is_some());
        let last = (statement.end + NEAR).min(self.sentence.end);
        let ends = |at: &usize| {
            matches!(self.word(*at), ";" | ":" | "\"" | "(" | ")" | ".") || self.is_number_of_another(*at, statement)
        };
        let counts = |at: usize| {
            let mut behind = few(NEAR, at, self.sentence.end);
            let verb = behind.find(|&at| !matches!(self.word(at), "been" | "already" | "so" | "far"));
            self.word(at) == "had" && verb.is_some_and(|at| self.words.registering.contains(self.stem(at)))
        };
        opens && (first..last).take_while(|at| !ends(at)).any(counts)
    }

    /// Whether a number begins at a token before a statement.
    fn is_number_of_another(&self, at: usize, statement: &Range<usize>) -> bool {
        at < statement.start && self.is_number(at)
    }

    /// Whether a word leads to a time up to which there was counted.
    fn leads_to_end(&self, at: usize) -> bool {
        let the = at + 1 + usize::from(self.word(at + 1) == "the");
        let moment = || [at + 1, the].into_iter().find_map(|at| self.moment_at(at));
        match self.word(at) {
            "by" => moment().is_some_and(|moment| moment.precision >= Precision::Year),
            "of" => at > self.sentence.start && self.word(at - 1) == "as" && moment().is_some(),
            "at" => {
                let is_as = at > self.sentence.start && self.word(at - 1) == "as";
                (is_as || self.word(the) == "end" && self.word(the + 1) == "of") && moment().is_some()
            }
            _ => false,
        }
    }

    /// The moment that begins at a token.
    fn moment_at(&self, at: usize) -> Option<&Moment> {
        let start = self.sentence.contains(&at).then(|| self.passage.tokens.get(at).span.start)?;
        let value = self.passage.value_around(Span::new(start, start + 1)).filter(|value| value.span.start == start)?;
        value.reading.moment()
    }

    fn has_done(&self, at: usize) -> bool {
        matches!(self.word(at), "has" | "have") && self.is_done(at)
    }

    /// Whether `had` or `has` at a token is that of a verb which tells of what is done: not `will have`, `has to`, `has 40`.
    fn is_done(&self, at: usize) -> bool {
        let modals = &self.passage.lexicon.times.modal;
        let is_modal = |at: usize| self.sentence.contains(&at) && modals.contains(self.word(at));
        let led = at > 0 && is_modal(at - 1) || at > 1 && is_modal(at - 2) && self.word(at - 1) == "not";
        // `Has already paid`; `has said that 40 were paid` tells of no more than saying so.
        let skips =
            |at: usize| self.word(at).ends_with("ly") || matches!(self.word(at), "already" | "now" | "since" | "so");
        let verb = (at + 1..at + 1 + NEAR).find(|&at| !skips(at)).unwrap_or(at + 1);
        let next = self.word(verb);
        let is_past = next.len() > 3 && (next.ends_with("ed") || next.ends_with("en"))
            || next == "been"
            || self.passage.lexicon.stance.came.contains(next)
            || self.passage.lexicon.times.done.contains(next);
        let says = || {
            let stem = self.stem(verb);
            self.passage.lexicon.says(stem) && !self.passage.lexicon.voices.reckoning.contains(stem)
        };
        !led && is_past && !says()
    }
}
