//! A number that a clause behind a mark gives, and tells nothing else but who gives it.
//!
//! ```text
//! 500 tonnes were recalled; the union puts the figure at 480     480
//! 500 tonnes were recalled; the union puts the staff at 480      nothing: it is of something else
//! ```

use super::another::is_called;
use super::restated::{First, tells_only_who};
use crate::claims::Topic;
use crate::matching::passage::Passage;
use crate::matching::patterns::candidates::Candidate;
use std::ops::Range;

/// Whether a token parts what is said from what somebody else says of it.
pub(super) fn is_mark(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.tokens.folded(at), ";" | "–" | "—")
}

/// The mark behind which a clause gives a number and tells nothing but who gives it.
pub(super) fn given_behind(topic: &Topic, passage: &Passage<'_>, number: &Candidate) -> Option<usize> {
    let here = &passage.sentences[passage.sentence_at(number.span.start)].tokens;
    let mark = (here.start..number.tokens.start).rev().find(|&at| is_mark(passage, at))?;
    (number_given(topic, passage, mark + 1..here.end) == Some(number.tokens.start)).then_some(mark)
}

/// `The union puts the figure at 480`: where the only number of a clause begins that tells nothing but who gives it.
pub(super) fn number_given(topic: &Topic, passage: &Passage<'_>, clause: Range<usize>) -> Option<usize> {
    if clause.is_empty() || !topic.kind.is_amount() {
        return None;
    }
    let mut values = passage.values_in(passage.span_of(&clause));
    let number = values.next().filter(|_| values.next().is_none()).map(|value| passage.tokens_of(value.span))?;
    let ends = number.end >= clause.end || matches!(passage.tokens.folded(number.end), "." | "!");
    let before = clause.start..number.start;
    let is_put = || is_called(topic, passage, before.clone()) && passage.names_in(before.clone()).next().is_some();
    (ends && (tells_only_who(passage, before.clone(), First::of(topic)) || is_put())).then_some(number.start)
}
