//! What news counts and dates in passing: ages, ordinals like `first`, the
//! number of a list item, `one of`, and dates that only say when somebody
//! spoke, or when something else was so.
//!
//! ```text
//! Brannoch, 49, whose party …        HALM, Sept 15 – The dam …
//! On 6 February, 870,000 people …    the minister said on Tuesday
//! ```

use crate::extract::{Extracted, Reading, Role};
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use crate::value::{Number, Precision};
use std::ops::Range;

/// Words that make a date the edge of a stretch of time, and not the time of
/// what is told.
const BOUNDS: &[&str] =
    &["since", "from", "between", "over", "until", "till", "before", "after", "up", "through", "within"];

/// Words that make a duration a way from one time to another.
const FROM_THERE: &[&str] = &["before", "after", "ago", "earlier", "later", "from", "since"];

/// Whether a value is of the sort that nobody would compare.
pub(super) fn is_in_passing(passage: &Passage<'_>, value: &Extracted, sentence: &Range<usize>) -> bool {
    let tokens = passage.tokens_of(value.span);
    let next = (tokens.end < sentence.end).then(|| passage.tokens.folded(tokens.end));
    let in_window = || {
        let around = passage.windows_in(passage.sentences[passage.sentence_at(value.span.start)].span);
        around.filter(|read| read.span.contains(&value.span)).any(|read| {
            let first = passage.tokens_of(read.span).start;
            BOUNDS.contains(&passage.tokens.folded(first))
        })
    };
    match &value.reading {
        Reading::Number(measure) | Reading::Quantity(measure) | Reading::Percent(measure) | Reading::Money(measure) => {
            let is_item = tokens.start == sentence.start && matches!(next, Some("." | ")"));
            let is_one =
                measure.stated == Some(Number::ONE) && passage.tokens.get(tokens.start).kind == TokenKind::Word;
            let is_label = next == Some(".") && tokens.end + 1 < sentence.end && tokens.start == sentence.start;
            // `the two presidents` counts nothing.
            let is_pointed = tokens.start > sentence.start
                && passage.lexicon.pointing.contains(passage.tokens.folded(tokens.start - 1))
                && passage.tokens.get(tokens.start).kind == TokenKind::Word
                && measure.stated.is_none_or(|stated| stated < Number::from(5));
            let is_of_none = measure.role != Role::Total || is_age(passage, &tokens, sentence, measure.stated);
            is_of_none || is_item || is_one && sentence.len() > 4 || is_label || is_pointed
        }
        Reading::Ordinal(measure) => measure.stated.is_none_or(|stated| stated < Number::from(4)),
        Reading::Duration(measure, _) => {
            measure.role != Role::Total || next.is_some_and(|next| FROM_THERE.contains(&next)) || in_window()
        }
        Reading::Moment(when) => {
            (when.moment.is_none() && when.clock.is_none())
                || in_window()
                || says_when(passage, &tokens, sentence, when.relative)
                || is_dateline(passage, &tokens, sentence)
                || is_scope(passage, value, sentence)
        }
    }
}

/// `the minister said on Tuesday`: the date is that of the saying.
fn says_when(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>, is_relative: bool) -> bool {
    let first = value.start.saturating_sub(3).max(sentence.start);
    is_relative && (first..value.start).any(|at| passage.lexicon.says(&passage.stems[at]))
}

/// `Brannoch, 49, whose party`: an age.
fn is_age(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>, stated: Option<Number>) -> bool {
    let sign = |at: usize| (sentence.contains(&at)).then(|| passage.tokens.folded(at));
    let is_years = stated.is_some_and(|stated| stated >= Number::from(10) && stated <= Number::from(110));
    let is_name = value.start >= sentence.start + 2
        && passage.tokens.raw(value.start - 2).starts_with(char::is_uppercase)
        && sign(value.start - 1) == Some(",");
    is_years && is_name && matches!(sign(value.end), Some("," | ")" | "."))
}

/// `HALM, Sept 15 –`: where and when the article was written.
fn is_dateline(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> bool {
    let place = passage.tokens.raw(sentence.start);
    let is_place = place.chars().count() > 1 && place.chars().all(char::is_uppercase);
    let is_end = value.end < sentence.end && matches!(passage.tokens.folded(value.end), "–" | "—" | "-" | ":");
    is_place && value.start <= sentence.start + 5 && is_end
}

/// Whether a date only says when something else that the sentence states was
/// so: `On 6 February, 870,000 people …`, `Tuesday's demonstrations`, `last
/// week`.
fn is_scope(passage: &Passage<'_>, value: &Extracted, sentence: &Range<usize>) -> bool {
    let tokens = passage.tokens_of(value.span);
    let next = |offset: usize| (tokens.end + offset < sentence.end).then(|| passage.tokens.folded(tokens.end + offset));
    let is_possessive =
        matches!(next(0), Some("'" | "’")) && next(1) == Some("s") || matches!(next(0), Some("'s" | "’s"));
    let sentence_span = passage.span_of(sentence);
    let states_more = || {
        passage.values_in(sentence_span).any(|other| !matches!(other.reading, Reading::Moment(_) | Reading::Ordinal(_)))
    };
    let is_fronted = tokens.start <= sentence.start + 2 && next(0) == Some(",");
    let is_stretch = || match &value.reading {
        Reading::Moment(when) => {
            when.relative && when.moment.as_ref().is_some_and(|moment| moment.precision < Precision::Day)
        }
        _ => false,
    };
    is_possessive || (is_fronted || is_stretch()) && states_more()
}
