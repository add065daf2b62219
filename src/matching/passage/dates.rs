//! Dates that take more than their own words to read: a clock time whose day
//! stands elsewhere, and a date worked out from another (`on 20 February, four
//! days before the invasion`).

use super::Passage;
use crate::extract::fit::read_value;
use crate::extract::{Extracted, Reading, Setting};
use crate::matching::language::words::Words;
use crate::text::Span;
use crate::value::{Kind, Moment, Precision, Value};
use jiff::ToSpan;
use jiff::civil::Date;

/// How many sentences of a text are looked through for the day of its clock times.
const TIMED: usize = 200;
/// How many tokens may stand between a date and its `before`.
const OFFSET_REACH: usize = 9;

/// The moment of a clock time on the day that the text speaks of: a date or
/// dated event of its own sentence, or of one of the two before; else the only
/// day of which the text gives another clock time. `end` is one past the last token of the clock time.
#[must_use]
pub fn on_its_day(passage: &Passage<'_>, sentence: usize, clock: u16, end: usize) -> Option<Moment> {
    let latest = if tells_ahead(passage, sentence) { None } else { published(passage) };
    let own = Span::new(passage.sentences[sentence].span.start, told_until(passage, sentence, end));
    let before = || (sentence.saturating_sub(2)..sentence).rev().map(|index| passage.sentences[index].span);
    let day = day_in(passage, own, clock, latest);
    let day = day.or_else(|| before().find_map(|span| day_in(passage, span, clock, latest)));
    let day = day.or_else(|| only_day_of_clocks(passage, clock))?;
    let (hour, minute) = (i8::try_from(clock / 60).ok()?, i8::try_from(clock % 60).ok()?);
    (hour < 24).then(|| Moment::minute(day.at(hour, minute, 0, 0)))
}

/// Where the clause of a clock time ends: `said that it was opened at 10.40pm and that it had been full on Monday`.
fn told_until(passage: &Passage<'_>, sentence: usize, end: usize) -> usize {
    let sentence = &passage.sentences[sentence];
    let word = |at: usize| if at < sentence.tokens.end { passage.tokens.folded(at) } else { "" };
    let another = |at: &usize| word(*at) == ";" || word(*at) == "and" && word(at + 1) == "that";
    (end..sentence.tokens.end).find(another).map_or(sentence.span.end, |at| passage.tokens.get(at).span.start)
}

/// Whether a sentence may speak of a day to come: `the march begins at 10am`.
fn tells_ahead(passage: &Passage<'_>, sentence: usize) -> bool {
    let ahead = |at: usize| {
        let word = passage.tokens.folded(at);
        matches!(word, "will" | "would" | "is" | "are" | "due" | "to" | "planned" | "scheduled" | "may" | "should")
            || matches!(word, "begins" | "starts" | "opens" | "meets" | "ends" | "closes" | "departs" | "leaves")
    };
    passage.sentences[sentence].tokens.clone().any(ahead)
}

fn published(passage: &Passage<'_>) -> Option<Date> {
    passage.article.front.published_on.as_ref().and_then(Moment::last_day)
}

/// The day on which all the clock times of a text lie that have one; none where midnight may lie between.
fn only_day_of_clocks(passage: &Passage<'_>, clock: u16) -> Option<Date> {
    let timed = |read: &Extracted| match &read.reading {
        Reading::Moment(when) => {
            let moment = when.moment.as_ref().filter(|moment| moment.precision >= Precision::Minute)?;
            moment.first_day().zip(moment.from.map(|from| from.hour()))
        }
        _ => None,
    };
    let sentences = passage.sentences.iter().take(TIMED);
    let mut days = sentences.flat_map(|sentence| passage.values_in(sentence.span)).filter_map(timed);
    let (first, hour) = days.next()?;
    let at_night = |hour: i8| if hour >= 18 { Some(false) } else { (hour < 6).then_some(true) };
    let own = i8::try_from(clock / 60).ok()?;
    let over_midnight = |other: i8| at_night(own).zip(at_night(other)).is_some_and(|(own, other)| own != other);
    (!over_midnight(hour) && days.all(|(day, hour)| day == first && !over_midnight(hour))).then_some(first)
}

/// The last day of a stretch, no later than one; of a night, the day of a clock time in it.
fn day_in(passage: &Passage<'_>, span: Span, clock: u16, latest: Option<Date>) -> Option<Date> {
    let events = passage.events.iter().filter(|event| span.contains(&event.span));
    let single = |read: &Extracted| match &read.reading {
        Reading::Moment(when) => {
            let moment = when.moment.as_ref()?;
            let (day, last) = (moment.first_day()?, moment.last_day()?);
            let is_night = moment.precision == Precision::DayPart && day.tomorrow().ok() == Some(last);
            let day = if is_night && clock < 12 * 60 { last } else { day };
            ((is_night || last == day) && latest.is_none_or(|latest| day <= latest)).then_some(day)
        }
        _ => None,
    };
    passage.values_in(span).rev().find_map(single).or_else(|| events.rev().find_map(single))
}

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
