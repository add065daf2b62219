//! The day of a clock time that has none beside it.
//!
//! Its own sentence gives it, or one of the two before: but never the day on which somebody said or printed
//! something, and of several days that of a sentence that tells of the same. Where none surely does, it is the
//! day that the topic asks about; and without one, that of the other clock times of the text. What remains has
//! no day and is no date.
//!
//! ```text
//! The market was hit on Wednesday. The first blast came at 10.42am.        Wednesday
//! The UN said on Wednesday that 33 had died. The blast came at 10.42am.    the day of the topic, or none
//! They spoke on Thursday.
//!     Shares rose on Friday.
//!     The call began at 4pm.                                              the day of the topic, or none
//! The call began at 4pm.                                                  the day of the topic, or none
//! The alarm went off at 11.52pm on Thursday. It was not heard until 12.08am.  Friday
//! ```

use super::asked::asked_day;
use super::half_day::HalfDay;
use super::{Passage, telling};
use crate::claims::Topic;
use crate::extract::{Extracted, Reading, When};
use crate::text::{Span, TokenKind, stem};
use crate::value::{Moment, Precision};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::ops::Range;

/// How many sentences of a text are looked through for the day of its clock times.
const TIMED: usize = 200;
/// How many sentences before that of a clock time may give its day.
const BACK: usize = 2;
/// How many digits a year has, and no hour.
const YEAR: usize = 4;
/// Before this hour what began on the day that a topic asks about may be over on the next.
const SMALL_HOURS: u16 = 5 * 60;
/// From this hour on a day goes over into the next: what is told behind it of the small hours is of that.
const EVENING: i8 = 18;

/// The moment of a clock time on the day that the text speaks of.
#[must_use]
pub fn on_its_day(
    passage: &Passage<'_>,
    topic: Option<&Topic>,
    sentence: usize,
    clock: u16,
    tokens: &Range<usize>,
) -> Option<Moment> {
    let latest = if tells_ahead(passage, sentence) { None } else { passage.printed() };
    let half = HalfDay { passage, topic, sentence };
    let clock = half.near(tokens, clock);
    let reader = Reader { passage, topic, sentence, clock, latest, start: tokens.start };
    let own = Span::new(passage.sentences[sentence].span.start, told_until(passage, sentence, tokens.end));
    let day = reader.day_in(sentence, own).map(|(day, _)| day);
    // A question is read for its day once.
    let around = || {
        let asked = reader.asked();
        reader.day_before(asked).or(asked)
    };
    let day = day.or_else(around);
    let day = day.or_else(|| only_day_of_clocks(passage, clock))?;
    let clock = half.of_day(tokens, clock, day);
    let (hour, minute) = (i8::try_from(clock / 60).ok()?, i8::try_from(clock % 60).ok()?);
    (hour < 24).then(|| Moment::minute(day.at(hour, minute, 0, 0)))
}

/// The same of one with its day: only the half of the day may be left open.
#[must_use]
pub fn in_its_half(
    passage: &Passage<'_>,
    topic: Option<&Topic>,
    sentence: usize,
    tokens: &Range<usize>,
    moment: Moment,
) -> Moment {
    HalfDay { passage, topic, sentence }.dated(tokens, moment)
}

/// `On Wednesday`, printed on a Wednesday, of what the topic dates to the Wednesday before.
#[must_use]
pub fn on_asked_weekday(passage: &Passage<'_>, topic: &Topic, when: &When, moment: Moment) -> Moment {
    let week = || {
        let day = moment.only_day().filter(|day| when.relative && Some(*day) == passage.printed())?;
        let before = day.checked_sub(1.week()).ok().filter(|before| asked_day(topic) == Some(*before))?;
        let back = |at: DateTime| at.checked_sub(1.week()).ok();
        (before < day).then(|| Moment {
            from: moment.from.and_then(back),
            to: moment.to.and_then(back),
            ..moment.clone()
        })
    };
    week().unwrap_or(moment)
}

/// A number that is written as an hour is in print, behind a word that leads to one, and its minutes after midnight: `at
/// 17.41`. What is asked decides whether it is one: to a topic that counts it is no number, to one that asks for a date
/// its answer.
#[must_use]
pub fn dotted_clock(passage: &Passage<'_>, number: &Range<usize>) -> Option<(Range<usize>, u16)> {
    let leads = |at: usize| passage.lexicon.times.leading_hours.contains(passage.tokens.folded(at));
    let first = number.clone().find(|at| passage.tokens.get(*at).kind == TokenKind::Digits)?;
    first.checked_sub(1).filter(|&at| leads(at))?;
    dotted(passage, first..number.end)
}

/// The same of a number that stands alone beside a clock time, where a date is asked for: `the log has it starting at
/// 21.52, the office says 21.40`.
#[must_use]
pub fn lone_clock(
    passage: &Passage<'_>,
    topic: &Topic,
    sentence: usize,
    number: &Range<usize>,
) -> Option<(Range<usize>, u16)> {
    let words = &passage.sentences[sentence].tokens;
    let is_open =
        |at: usize| !words.contains(&at) || !passage.carries(at) && !passage.is_in_value(passage.tokens.get(at).span);
    let is_led = number.start > words.start && {
        let before = number.start - 1;
        let word = passage.tokens.folded(before);
        passage.lexicon.says(&passage.stems[before]) || word == ":" || passage.lexicon.times.hour.against.contains(word)
    };
    let asks_day = topic.asks_in_question(|word| matches!(word, "day" | "date"));
    if asks_day || !is_led || !is_open(number.end) {
        return None;
    }
    let near = sentence.saturating_sub(BACK)..=sentence;
    let is_clock = |read: &Extracted| match &read.reading {
        Reading::Moment(when) => {
            when.clock.is_some() || when.moment.as_ref().is_some_and(|moment| moment.precision >= Precision::Minute)
        }
        Reading::Number(_) => dotted_clock(passage, &passage.tokens_of(read.span)).is_some(),
        _ => false,
    };
    let mut told = near.into_iter().flat_map(|at| passage.values_in(passage.sentences[at].span));
    told.any(is_clock).then(|| dotted(passage, number.clone())).flatten()
}

/// An hour and minutes with a dot between them, as minutes after midnight.
fn dotted(passage: &Passage<'_>, tokens: Range<usize>) -> Option<(Range<usize>, u16)> {
    let written = passage.span_of(&tokens).of(&passage.article.body);
    let (hour, minute) = written.split_once('.').filter(|(hour, minute)| hour.len() <= 2 && minute.len() == 2)?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((tokens, hour * 60 + minute))
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

struct Reader<'r, 'a> {
    passage: &'r Passage<'a>,
    topic: Option<&'r Topic>,
    /// That of the clock time.
    sentence: usize,
    clock: u16,
    latest: Option<Date>,
    /// The first token of the clock time.
    start: usize,
}

impl Reader<'_, '_> {
    /// The day that the topic asks about. What it dates is on the day of its event at any hour, and so is all that does
    /// not end.
    fn asked(&self) -> Option<Date> {
        let topic = self.topic?;
        let ends = |word: &str| self.passage.lexicon.times.over.contains(word);
        let is_over = || self.clock < SMALL_HOURS && topic.asks_in_question(ends);
        let day = asked_day(topic).filter(|_| topic.dates.is_some() || !is_over())?;
        if topic.dates.is_none() && self.is_behind_evening(day) { day.tomorrow().ok() } else { Some(day) }
    }

    /// Whether a clock time behind midnight is told behind the evening of a day, and nothing of that day before it.
    fn is_behind_evening(&self, day: Date) -> bool {
        let passage = self.passage;
        if self.clock >= SMALL_HOURS || self.is_earlier() {
            return false;
        }
        let late = |(at, read): (usize, &Extracted)| {
            let moment = read.reading.moment().filter(|moment| moment.precision >= Precision::DayPart)?;
            let from = moment.from.filter(|from| from.date() == day)?;
            Some((from.hour() >= EVENING, at, passage.tokens_of(read.span).start))
        };
        let sentences = passage.sentences.iter().take(TIMED).enumerate();
        let values = sentences.flat_map(|(at, sentence)| passage.values_in(sentence.span).map(move |read| (at, read)));
        let told: Vec<(bool, usize, usize)> = values.filter_map(late).collect();
        let leads = |&(_, at, start): &(bool, usize, usize)| {
            start < self.start && (at + BACK >= self.sentence || self.is_of_the_same(at))
        };
        told.iter().all(|(is_late, ..)| *is_late) && told.iter().any(leads)
    }

    /// `Had gone off earlier, at 3am`.
    fn is_earlier(&self) -> bool {
        let ahead = self.passage.sentences[self.sentence].tokens.start..self.start;
        ahead.into_iter().any(|at| matches!(self.passage.tokens.folded(at), "had" | "earlier" | "already"))
    }

    /// The last day of a stretch of a sentence, no later than the latest, and where it stands; of a night, the day of a
    /// clock time in it.
    fn day_in(&self, sentence: usize, span: Span) -> Option<(Date, Range<usize>)> {
        let passage = self.passage;
        let single = |read: &Extracted| match &read.reading {
            Reading::Moment(when) => {
                let moment = when.moment.as_ref()?;
                let (day, last) = (moment.first_day()?, moment.last_day()?);
                let is_night = moment.precision == Precision::DayPart && day.tomorrow().ok() == Some(last);
                let is_day = is_night || last == day;
                let day = if is_night && self.clock < 12 * 60 { last } else { day };
                let is_late = !is_night && moment.precision >= Precision::DayPart;
                let is_late = is_late && moment.from.is_some_and(|from| from.hour() >= EVENING);
                let is_next = is_late && self.clock < SMALL_HOURS && !self.is_earlier();
                let is_next = is_next || sentence != self.sentence && !is_night && self.is_behind_evening(day);
                let day = if is_next { day.tomorrow().ok()? } else { day };
                let is_day = is_day && self.latest.is_none_or(|latest| day <= latest);
                let is_day = is_day && !is_counted_back(passage, read, moment);
                is_day.then(|| (day, passage.tokens_of(read.span)))
            }
            _ => None,
        };
        let is_told = |(_, tokens): &(Date, Range<usize>)| {
            telling::is_of_print(passage, self.topic, tokens)
                || telling::is_of_saying(passage, self.topic, sentence, tokens)
                || telling::is_of_withdrawal(passage, sentence, tokens)
        };
        let mut days = passage.values_in(span).rev().filter_map(single).filter(|day| !is_told(day));
        let events = passage.events.iter().filter(|event| span.contains(&event.span));
        days.next().or_else(|| events.rev().find_map(single))
    }

    /// The day of one of the sentences before, where the topic asks about a day.
    fn day_before(&self, asked: Option<Date>) -> Option<Date> {
        let near = (self.sentence.saturating_sub(BACK)..self.sentence).rev();
        let near = near.filter_map(|at| Some((at, self.day_in(at, self.passage.sentences[at].span)?)));
        let near: Vec<(usize, (Date, Range<usize>))> = near.collect();
        let (at, (day, _)) = near.first()?;
        if let Some(asked) = asked.filter(|asked| near.iter().any(|(_, (day, _))| day == asked)) {
            return Some(asked);
        }
        let block = |sentence: usize| self.passage.sentences[sentence].block;
        let is_alone = near.iter().all(|(_, (other, _))| other == day);
        let sets = |(at, (_, tokens)): &&(usize, (Date, Range<usize>))| {
            self.is_of_the_same(*at) || asked.is_none() && self.opens(*at, tokens)
        };
        let of_the_same = || near.iter().find(sets).map(|(_, (day, _))| *day);
        match asked {
            None if is_alone => Some(*day),
            None => of_the_same().or_else(|| (block(*at) == block(self.sentence)).then_some(*day)),
            Some(_) => of_the_same(),
        }
    }

    /// Whether a day opens its sentence, and so is that of what follows: `On Monday`.
    fn opens(&self, sentence: usize, day: &Range<usize>) -> bool {
        day.start <= self.passage.sentences[sentence].tokens.start + 1
    }

    /// Whether a sentence tells of what that of the clock time tells of: that goes on with `it`, or a word of the one
    /// stands in the other or in the topic's question. That somebody says something tells of nothing.
    fn is_of_the_same(&self, before: usize) -> bool {
        let passage = self.passage;
        let own = passage.sentences[self.sentence].tokens.clone();
        // `He said the siren went off at 4.19am` goes on with him, and not with what he said.
        let says = own.len() > 1 && passage.lexicon.says(&passage.stems[own.start + 1]);
        let goes_on = passage.lexicon.times.going_on.contains(passage.tokens.folded(own.start)) && !says;
        if goes_on && before + 1 == self.sentence {
            return true;
        }
        let is_told = |at: usize| {
            let is_word = passage.tokens.get(at).kind == TokenKind::Word && passage.carries(at);
            is_word && !passage.is_in_value(passage.tokens.get(at).span) && !passage.lexicon.says(&passage.stems[at])
        };
        let own: Vec<usize> = own.filter(|&at| is_told(at)).collect();
        let asks = |at: usize| {
            let is_word = |word: &str| !word.is_empty() && stem(word) == passage.stems[at];
            self.topic.is_some_and(|topic| topic.asks_in_question(is_word))
        };
        let told: Vec<usize> = passage.sentences[before].tokens.clone().filter(|&at| is_told(at)).collect();
        // `It was Tuesday 1 March.`
        told.is_empty()
            || told.into_iter().any(|at| own.iter().any(|&own| passage.stems[own] == passage.stems[at]) || asks(at))
    }
}

/// The day on which all the clock times of a text lie that have one; none where midnight may lie between.
fn only_day_of_clocks(passage: &Passage<'_>, clock: u16) -> Option<Date> {
    let timed = |read: &Extracted| match &read.reading {
        Reading::Moment(when) => {
            let moment = when.moment.as_ref().filter(|moment| moment.precision >= Precision::Minute)?;
            let moment = Some(moment).filter(|moment| !is_counted_back(passage, read, moment))?;
            moment.first_day().zip(moment.from.map(|from| from.hour())).filter(|_| has_day(passage, read))
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

/// `At 6am, an hour ago`: hours back from the printing of a text, of which only the day is known, lie on no sure day.
fn is_counted_back(passage: &Passage<'_>, read: &Extracted, moment: &Moment) -> bool {
    let printed = passage.article.front.published_on.as_ref();
    let last = passage.tokens_of(read.span).end.checked_sub(1);
    let is_counted = last.is_some_and(|at| passage.lexicon.times.pointing.contains(passage.tokens.folded(at)));
    is_counted
        && moment.precision >= Precision::Hour
        && printed.is_none_or(|printed| printed.precision < Precision::Hour)
}

/// Whether a time says its day itself: `from 10.30am to 12.06pm` is put on the day of its text, and says none.
fn has_day(passage: &Passage<'_>, read: &Extracted) -> bool {
    let words = passage.lexicon.times;
    let mut tokens = passage.tokens_of(read.span);
    let word = |at: usize| passage.tokens.folded(at);
    let is_range = tokens.clone().any(|at| words.joining_hours.contains(word(at)));
    let is_hour = |at: usize| match passage.tokens.get(at).kind {
        TokenKind::Word => words.joining_hours.contains(word(at)) || words.hours.contains(word(at)),
        TokenKind::Digits => word(at).len() < YEAR,
        _ => true,
    };
    !is_range || !tokens.all(is_hour)
}
