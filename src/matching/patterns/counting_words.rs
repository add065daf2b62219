//! Counts that are words and no numbers: `twice`, `no`, `not a single`.
//!
//! Only what stands right before what a pattern counts is none of it: `no injuries` are none, and
//! `no serious injuries` say nothing of the others. `Nobody` is left: it mostly begins another clause.
//!
//! ```text
//! {value} times              twice                  2
//! {value} people were hurt   no people were hurt    0
//! {value} people were hurt   no more people …       nothing
//! ```

use super::candidates::{Candidate, Sort};
use crate::claims::Topic;
use crate::matching::passage::Passage;
use crate::value::{Amount, Hedge, Interval, Kind, Number, Value};
use std::ops::Range;

/// `Twice`, for twice as in `two times`; not `twice a day`, nor `twice as many`.
pub(super) fn multiples(passage: &Passage<'_>, sentence: usize) -> impl Iterator<Item = Candidate> {
    let tokens = passage.sentences[sentence].tokens.clone();
    let number = |at: usize| passage.lexicon.multiples.iter().find(|(word, _)| *word == passage.tokens.folded(at));
    let is_rate = |at: usize| {
        at < passage.tokens.len()
            && matches!(passage.tokens.folded(at), "a" | "an" | "as" | "per" | "every" | "each" | "the")
    };
    let found = tokens.filter_map(move |at| number(at).map(|(_, times)| (at, *times)));
    let found = found.filter(move |(at, _)| !is_rate(at + 1));
    found.map(|(at, times)| counted(passage, at..at + 1, Number::from(times), Sort::Multiple))
}

/// `No`, `not one`, `not a single`, `none of the` for none at all, where a topic counts.
pub(in crate::matching) fn noughts(
    topic: &Topic,
    passage: &Passage<'_>,
    sentence: usize,
) -> impl Iterator<Item = Candidate> {
    let tokens = passage.sentences[sentence].tokens.clone().filter(|_| topic.kind == Kind::Count);
    let end = passage.sentences[sentence].tokens.end;
    let word = move |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let of = move |at: usize| match word(at) {
        "no" => Some(1),
        "not" if word(at + 1) == "one" => Some(2),
        "not" if word(at + 1) == "a" && word(at + 2) == "single" => Some(3),
        "none" if word(at + 1) == "of" && matches!(word(at + 2), "the" | "its" | "their" | "his" | "her" | "our") => {
            Some(3)
        }
        _ => None,
    };
    let found = tokens.filter_map(move |at| of(at).map(|length| at..at + length));
    found.map(|tokens| counted(passage, tokens, Number::ZERO, Sort::Nought))
}

fn counted(passage: &Passage<'_>, tokens: Range<usize>, stated: Number, sort: Sort) -> Candidate {
    let amount = Amount { stated: Some(stated), hedge: Hedge::Exact, interval: Interval::exact(stated), basis: None };
    let span = passage.span_of(&tokens);
    Candidate { tokens, span, value: Value::Amount(amount), sort, currency: None }
}
