//! A number that a source holds against the one of the sentence, in an aside: that source speaks for its
//! own number, and not for the other one.
//!
//! The aside opens with its number, or with its source and the number behind it. What breaks a number
//! down, or says it again in another unit, holds nothing against it.
//!
//! ```text
//! nine times (five, according to Ardania)            of the nine Ardania says nothing
//! nine times – Ardania says five – since May         the same
//! nine times, five of them in May, Ardania says      both are Ardania's
//! ```

use super::place::Place;
use super::voices::Voice;
use crate::extract::{Extracted, Reading};
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use std::mem::discriminant;

/// How many small words may stand between whoever speaks in an aside and their number.
const SAID: usize = 3;

impl Place<'_> {
    /// `Nine times (five, according to Ardania)`: the voice is that of the other number.
    pub(super) fn is_dissented_from(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let end = passage.sentences[self.sentence].tokens.end;
        let the = usize::from(voice.tokens.start > self.tokens.end && the(passage, voice.tokens.start - 1));
        let start = voice.tokens.start - the;
        start > self.tokens.end
            && (self.is_before_tag(passage, start)
                || self.has_number_before(passage, start)
                || opens_aside(passage, start) && self.has_number_behind(passage, voice.tokens.end, end))
    }

    /// `45,000 in Havn and 300 in Lund (police)`: a tag is that of the number nearest to it.
    fn is_before_tag(&self, passage: &Passage<'_>, tag: usize) -> bool {
        let mut between = passage.values_in(passage.span_of(&(self.tokens.end..tag)));
        passage.tokens.folded(tag) == "(" && between.any(|value| !value.is_moment())
    }

    /// A number that opens an aside, right before a voice.
    fn has_number_before(&self, passage: &Passage<'_>, voice: usize) -> bool {
        let gap = passage.span_of(&(self.tokens.end..voice));
        let Some(other) = passage.values_in(gap).next_back().filter(|other| self.is_held_against(passage, other))
        else {
            return false;
        };
        let tokens = passage.tokens_of(other.span);
        let word = |at: usize| passage.tokens.folded(at);
        // `Five times, according to Ardania`: the noun may be said again.
        let counted = tokens.end < voice && passage.stems[tokens.end] == passage.stems[self.tokens.end];
        let behind = tokens.end + usize::from(counted);
        let comma = usize::from(behind < voice && word(behind) == ",");
        if behind + comma != voice {
            return false;
        }
        let small = |at: &usize| matches!(word(*at), "or" | "only" | "just" | "merely" | "but");
        let first = tokens.start - (self.tokens.end..tokens.start).rev().take_while(small).count();
        // `Nine times or five, according to Ardania`.
        let joined = (first..tokens.start).any(|at| word(at) == "or");
        let before = first.checked_sub(1).filter(|&before| before >= self.tokens.end);
        // `Ana Ruiz, 34, according to police`.
        let is_age = |before: usize| comma > 0 && starts_upper(passage.tokens.raw(before - 1));
        let parted = |before: usize| word(before) == "," && !is_age(before);
        joined || before.is_some_and(|before| opens_aside(passage, first) || parted(before))
    }

    /// A number that a voice which opens an aside has right behind it.
    fn has_number_behind(&self, passage: &Passage<'_>, voice: usize, end: usize) -> bool {
        let small = |at: &usize| passage.lexicon.is_function_word(passage.tokens.folded(*at));
        let first = voice + (voice..end).take(SAID).take_while(small).count();
        let mut values = if first < end { Some(passage.span_of(&(first..end))) } else { None }
            .into_iter()
            .flat_map(|span| passage.values_in(span));
        let other = values.next().filter(|other| passage.tokens_of(other.span).start == first);
        other.is_some_and(|other| self.is_held_against(passage, other))
    }

    /// Whether a value is of the same sort, and not the same value in other words.
    fn is_held_against(&self, passage: &Passage<'_>, other: &Extracted) -> bool {
        let Some(own) = passage.values_in(passage.span_of(&self.tokens)).next() else { return false };
        let bare = || matches!(other.reading, Reading::Number(_)) && !matches!(own.reading, Reading::Percent(_));
        let same = || match (&own.reading, &other.reading) {
            (Reading::Duration(one, _), Reading::Duration(two, _)) => one.interval.is_disjoint(&two.interval),
            (
                Reading::Money(one) | Reading::Quantity(one) | Reading::Percent(one),
                Reading::Money(two) | Reading::Quantity(two) | Reading::Percent(two),
            ) => one.unit == two.unit && one.interval.is_disjoint(&two.interval),
            (Reading::Moment(_), _) | (_, Reading::Moment(_)) => false,
            (one, two) => discriminant(one) == discriminant(two),
        };
        bare() && !own.is_moment() || same()
    }
}

/// Whether a bracket or a dash stands right before a token.
fn opens_aside(passage: &Passage<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    passage.tokens.folded(before) == "(" || is_dash(passage, before)
}

/// A dash between words, and not the hyphen within one.
pub(super) fn is_dash(passage: &Passage<'_>, at: usize) -> bool {
    let parted = |one: usize, two: usize| {
        two >= passage.tokens.len() || passage.tokens.get(one).span.end < passage.tokens.get(two).span.start
    };
    passage.tokens.folded(at) == "-"
        && (matches!(passage.tokens.raw(at), "—" | "–") || at > 0 && parted(at - 1, at) && parted(at, at + 1))
}

fn the(passage: &Passage<'_>, at: usize) -> bool {
    passage.tokens.folded(at) == "the"
}
