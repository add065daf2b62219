//! Words of a pattern that belong to its value: a hedge before the slot, which a value of a text has in it.
//!
//! ```text
//! within {value}               within 20 days             the `within` is the value's
//! lasted over {value}          lasted over 20 days        more than 20 days
//! six rounds over {value}      six rounds over 20 days    20 days, in the course of which
//! ```

use super::candidates::Candidate;
use super::compile::{Element, Variant};
use crate::extract::{Reading, Setting, extract};
use crate::matching::language::lexicon::Lexicon;
use crate::matching::passage::Passage;
use crate::value::{Amount, Hedge, Interval, Value};

/// What a hedge may stand before.
const HEDGED: [&str; 2] = ["20", "20 days"];

/// `Will not exceed {value}`, `within {value}`: the value of `will not exceed 20` has the `not exceed` in it, and that of
/// `within 20 days` the `within`. Whether what is left out is the `over` of `six rounds over 20 days`.
pub(super) fn leave_to_value(elements: &mut Vec<Element>, lexicon: &Lexicon) -> bool {
    let Some(slot) = elements.iter().position(|element| *element == Element::Value) else { return false };
    let word = |element: &Element| match element {
        Element::Word(word) => Some(word.folded.clone()),
        _ => None,
    };
    let mut before: Vec<String> = elements[..slot].iter().rev().map_while(word).collect();
    before.reverse();
    let denies = before.iter().any(|word| lexicon.is_negation(word));
    // `Within` hedges a length of time only.
    let hedges = || HEDGED.iter().map(|number| taken_by_value(&before, number)).find(|taken| *taken > 0);
    let taken = if denies { taken_by_value(&before, HEDGED[0]) } else { hedges().unwrap_or(0) };
    let first = slot - taken;
    // `Nearly {value}` alone would fit any number.
    if elements.len() == taken + 1 {
        return false;
    }
    if !denies || elements[first..slot].iter().filter_map(word).any(|word| lexicon.is_negation(&word)) {
        elements.drain(first..slot);
    }
    let is_over = before.last().is_some_and(|word| word == "over");
    taken == 1 && is_over && hedge_of(&before, HEDGED[1]).is_some_and(|(_, hedge)| hedge == Hedge::AtLeast)
}

/// How many of the words before a number belong to its value.
fn taken_by_value(before: &[String], number: &str) -> usize {
    let value = hedge_of(before, number).map_or(String::new(), |(value, _)| value);
    value.split(' ').count().saturating_sub(number.split(' ').count())
}

/// A number behind some words with what belongs to it, and its hedge.
fn hedge_of(before: &[String], number: &str) -> Option<(String, Hedge)> {
    let text = format!("{} {number}", before.join(" "));
    let read = extract(&text, &Setting::default(), &[]).into_iter().next_back()?;
    let (Reading::Number(measure) | Reading::Duration(measure, _)) = &read.reading else { return None };
    let is_hedged = measure.hedge != Hedge::Exact && read.span.end == text.len();
    is_hedged.then(|| (read.span.of(&text).to_owned(), measure.hedge))
}

impl Candidate {
    /// What it is for a variant that has the `over` of its value: the length itself.
    pub(super) fn value_for(&self, variant: &Variant, passage: &Passage<'_>) -> Value {
        match &self.value {
            Value::Amount(amount) if variant.is_in_the_course && passage.tokens.folded(self.tokens.start) == "over" => {
                let exact = amount.stated.filter(|_| amount.hedge == Hedge::AtLeast).map(|stated| Amount {
                    hedge: Hedge::Exact,
                    interval: Interval::exact(stated),
                    ..amount.clone()
                });
                Value::Amount(exact.unwrap_or_else(|| amount.clone()))
            }
            value => value.clone(),
        }
    }
}
