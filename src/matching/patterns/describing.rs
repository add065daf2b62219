//! Whether a value only describes the noun behind it, or is told of in a clause of its own, and answers nothing.
//!
//! A pattern that has the noun itself right behind its slot asks for just that: `the {value} train`.
//!
//! ```text
//! the 5.38pm train derailed           which train
//! doing 84mph in a 60mph zone         which zone
//! the toll rose after two were found  how many were found
//! no passenger fatalities             none of another noun
//! ```

use super::candidates::Sort;
use super::compile::Element;
use super::whose::Taken;
use crate::extract::Reading;
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use crate::value::{Moment, Precision, Value};
use std::ops::Range;

/// What stands before a thing that is known, or is told of for the first time.
const POINTING: &[&str] = &["the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "'s"];
/// What leads to a place or a state.
const PLACING: &[&str] = &["in", "on", "through", "into", "within", "along", "onto", "inside"];
/// With what a clause begins that tells of another time, or why.
const SUBORDINATING: &[&str] = &["after", "when", "as", "because", "while", "where", "once"];
/// With what its verb begins.
const AUXILIARIES: &[&str] = &["was", "were", "is", "are", "had", "has", "have"];
/// How far behind its number, in tokens, the verb of such a clause stands.
const VERB: usize = 3;

impl Taken<'_, '_, '_> {
    /// `The 5.38pm train`, `in a 60mph zone`: which one it is.
    pub(super) fn describes_a_noun(&self) -> Option<usize> {
        let (passage, noun) = (self.scene.passage, self.value().end);
        let reading = passage.value_around(self.candidate.span).map(|value| &value.reading)?;
        (is_of_noun(passage, self.value(), reading) && !self.asks_for(noun)).then_some(noun)
    }

    /// `No passenger fatalities`, where the pattern counts passengers.
    pub(super) fn denies_another_noun(&self) -> Option<usize> {
        let (noun, next) = (self.value().end, self.value().end + 1);
        let is_plural = |word: &str| word.ends_with('s') && !word.ends_with("ss");
        let counted = self.counted().filter(|_| self.candidate.sort == Sort::Nought)?;
        let describes = is_plural(&counted.folded) && !is_plural(self.word(noun)) && self.is_said(noun);
        let is_other = is_plural(self.word(next)) && self.scene.passage.carries(next) && !self.is_said(next);
        (describes && is_other).then_some(next)
    }

    /// `After two bodies were found`, behind all that the pattern has: so many are told of in a clause of their own.
    pub(super) fn is_of_clause_behind(&self) -> Option<usize> {
        let (first, end) = (self.value().start, self.value().end);
        let opens =
            first.checked_sub(1).filter(|&at| SUBORDINATING.contains(&self.word(at)) && self.tokens.start < at)?;
        let asked = self.variant.word_before_slot().is_some_and(|word| word == self.word(opens));
        let mut behind = (end..end + VERB).take_while(|&at| !matches!(self.word(at), "" | "," | ";" | "." | "and"));
        let has_verb = behind.any(|at| AUXILIARIES.contains(&self.word(at)));
        let is_last = self.tokens.end <= end;
        (is_last && !asked && has_verb && matches!(self.candidate.value, Value::Amount(_))).then_some(opens)
    }

    /// Whether the pattern has a word of the text right behind its slot.
    fn asks_for(&self, noun: usize) -> bool {
        let behind = self.variant.slot.and_then(|slot| self.variant.elements.get(slot + 1));
        matches!(behind, Some(Element::Word(word)) if self.scene.word_cost(word, noun).is_some())
    }
}

/// Whether a value describes the noun behind it: `the 5.38pm train`, `in a 60mph zone`. (`The 14 October derailment` was
/// on no other day; a train may be late.)
pub(super) fn is_of_noun(passage: &Passage<'_>, value: &Range<usize>, reading: &Reading) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let noun = value.end;
    let is_noun = noun < passage.tokens.len()
        && passage.tokens.get(noun).kind == TokenKind::Word
        && passage.carries(noun)
        && !word(noun).ends_with("ly");
    let pointer = value.start.checked_sub(1).filter(|&at| is_noun && POINTING.contains(&word(at)));
    let Some(pointer) = pointer else { return false };
    match reading {
        Reading::Moment(when) => {
            let is_timed = |moment: &Moment| moment.precision >= Precision::Hour;
            let is_hour = when.clock.is_some() || when.moment.as_ref().is_some_and(is_timed);
            is_hour && passage.tokens.get(value.start).kind == TokenKind::Digits
        }
        Reading::Quantity(_) => PLACING.contains(&word(pointer.wrapping_sub(1))),
        _ => false,
    }
}
