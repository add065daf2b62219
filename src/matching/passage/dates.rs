//! A date worked out from another: `on 20 February, four days before the invasion`; and the first day of
//! several: `for five days from 21 April`, `from 21 to 25 April`.

use super::Passage;
use crate::extract::Setting;
use crate::extract::fit::read_value;
use crate::matching::language::words::Words;
use crate::text::Span;
use crate::value::{Kind, Moment, Precision, Value};
use jiff::ToSpan;
use std::ops::Range;

/// How many tokens may stand between a date and its `before`.
const OFFSET_REACH: usize = 9;

/// A date worked out from another: the span from the date to the length of
/// time, and the date that lies so long after it (before `before`) or before
/// it (before `after`).
#[must_use]
pub fn worked_out(passage: &Passage<'_>, date: Span, moment: &Moment) -> Option<(Span, Moment)> {
    let first = passage.tokens_of(date).end;
    let last = (first + OFFSET_REACH).min(passage.tokens.len());
    let is_among = |at: usize, words: &Words| words.contains(passage.tokens.folded(at));
    let lexicon = passage.lexicon;
    let turn = (first..last).find(|&at| is_among(at, &lexicon.before) || is_among(at, &lexicon.after))?;
    let is_later = is_among(turn, &lexicon.before);
    let end = passage.tokens.get(turn.checked_sub(1).filter(|&end| end >= first)?).span.end;
    let start = (first..turn).find(|&at| !is_among(at, &lexicon.before_length))?;
    let words = Span::new(passage.tokens.get(start).span.start, end);
    let length = read_value(words.of(&passage.article.body), Kind::Duration, Some("day"), &Setting::default()).ok()?;
    let Value::Amount(amount) = length else { return None };
    let days: i64 = amount.interval.single()?.trunc().try_into().ok()?;
    let days = if is_later { days } else { -days };
    let span = i32::try_from(days).ok()?.days();
    // Days are counted from day to day: the hour of the one is not the other's.
    let first = moment.first_day()?.checked_add(span).ok()?;
    let last = moment.last_day()?.checked_add(span).ok()?;
    Some((date.cover(&words), Moment::days(first, last, moment.precision.min(Precision::Day))))
}

/// The first day of several that a text gives with a `from`, and its tokens.
pub(in crate::matching) fn first_of(
    passage: &Passage<'_>,
    tokens: &Range<usize>,
    moment: &Moment,
) -> Option<(Range<usize>, Moment)> {
    let word = |at: usize| passage.tokens.folded(at);
    let start = 1 + tokens.clone().find(|&at| word(at) == "from")?;
    let ends = |at: &usize| matches!(word(*at), "to" | "until" | "till" | "through" | "-");
    let end = (start..tokens.end).find(ends).unwrap_or(tokens.end);
    let day = moment.first_day().filter(|_| moment.precision == Precision::Day && start < end)?;
    Some((start..end, Moment::day(day)))
}

/// `Two days later, on 11 September`, `the following day, 2 May`, `two years later, in June 2016`: whether the day or month that words are counted to is
/// told behind them.
pub(in crate::matching) fn is_told_behind(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    // `The following day, 2 May`, `on the same day, May 2`.
    let points = word(tokens.end - 1) == "day"
        && tokens.clone().any(|at| matches!(word(at), "following" | "next" | "same" | "previous" | "that"));
    let counts = matches!(word(tokens.end - 1), "later" | "earlier" | "after" | "before") || points;
    let on = tokens.end + 1;
    let is_led = matches!(word(on), "on" | "in");
    let first = on + usize::from(is_led);
    let told = || passage.value_around(passage.tokens.get(first).span)?.reading.moment();
    let is_told = || told().is_some_and(|moment| is_led || moment.only_day().is_some());
    counts && word(tokens.end) == "," && first < passage.tokens.len() && is_told()
}

/// The tokens of a sentence that only count to a day told behind them: `two years later,` before `in June 2016`.
pub(in crate::matching) fn told_behind(passage: &Passage<'_>, sentence: usize) -> Vec<usize> {
    let moments = passage.values_in(passage.sentences[sentence].span).filter(|read| read.is_moment());
    let counted = moments.map(|read| passage.tokens_of(read.span)).filter(|tokens| !tokens.is_empty());
    // Behind them stands a comma.
    counted.filter(|tokens| is_told_behind(passage, tokens)).flat_map(|tokens| tokens.start..tokens.end + 1).collect()
}
