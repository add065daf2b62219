//! Which half of the day a clock time lies in that does not say so: `half past six`, `at 11.31`.
//!
//! The part of the day that its sentence tells of decides, or one of the two before, or the topic's question; and where
//! none does, the only part of its day that the text tells of. Without one it is taken as it is written.
//!
//! ```text
//! On Thursday night the alarm went off at 11.31      23:31
//! On Friday morning the alarm went off at 12.08      0:08
//! When did the night session begin? At half past six 18:30
//! The alarm went off at 11.31                        11:31
//! ```

use super::names::starts_upper;
use super::{Passage, telling};
use crate::claims::Topic;
use crate::extract::{Extracted, Reading};
use crate::text::TokenKind;
use crate::value::{Moment, Precision};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// How many sentences before that of a clock time may tell of its part of the day.
const BACK: usize = 2;
/// How many sentences of a text are looked through for the parts of a day.
const TOLD: usize = 200;
/// Half a day, in minutes.
const HALF: u16 = 12 * 60;
/// An hour, in minutes.
const HOUR: u16 = 60;

/// The first hour of a part of the day, and the one after its last, which may be of the next day.
type Part = (i8, i8);

/// A part of a day that a sentence tells of, and the first token of its words.
#[derive(Clone, Copy)]
struct Told {
    part: Part,
    day: Option<Date>,
    at: usize,
}

/// A clock time of a sentence, in minutes, in the half of the day that is told.
#[derive(Clone, Copy)]
pub(super) struct HalfDay<'p, 'a> {
    pub(super) passage: &'p Passage<'a>,
    pub(super) topic: Option<&'p Topic>,
    pub(super) sentence: usize,
}

impl HalfDay<'_, '_> {
    /// By what stands near it, or what is asked.
    pub(super) fn near(&self, tokens: &Range<usize>, clock: u16) -> u16 {
        if !self.is_open(tokens, clock) {
            return clock;
        }
        let beside = || {
            let (before, behind): (Vec<Told>, Vec<Told>) =
                self.parts_in(self.sentence).partition(|told| told.at < tokens.start);
            before.last().or_else(|| behind.first()).copied()
        };
        let earlier = || (self.sentence.saturating_sub(BACK)..self.sentence).rev();
        let told = beside().or_else(|| earlier().find_map(|sentence| self.parts_in(sentence).last()));
        let part = told.map(|told| told.part).or_else(|| self.asked());
        part.and_then(|part| within(part, clock)).unwrap_or(clock)
    }

    /// By the only part of its day that the text tells of.
    pub(super) fn of_day(&self, tokens: &Range<usize>, clock: u16, day: Date) -> u16 {
        if !self.is_open(tokens, clock) {
            return clock;
        }
        let sentences = 0..self.passage.sentences.len().min(TOLD);
        let parts = sentences.flat_map(|sentence| self.parts_in(sentence));
        let mut parts = parts.filter(|told| told.day == Some(day)).map(|told| told.part);
        let only = parts.next().filter(|first| parts.all(|part| part.0 == first.0));
        only.and_then(|part| within(part, clock)).unwrap_or(clock)
    }

    /// A clock time with its day: `half past six on Wednesday 12 March`.
    pub(super) fn dated(&self, tokens: &Range<usize>, moment: Moment) -> Moment {
        let is_minute = moment.precision == Precision::Minute;
        let Some(from) = moment.from.filter(|from| is_minute && (1..12).contains(&from.hour())) else { return moment };
        let Ok(clock) = u16::try_from(i16::from(from.hour()) * 60 + i16::from(from.minute())) else { return moment };
        let near = self.near(tokens, clock);
        let told = if near == clock { self.of_day(tokens, clock, from.date()) } else { near };
        let later = |at: jiff::civil::DateTime| at.checked_add(12.hours()).ok();
        if told < HALF {
            return moment;
        }
        Moment { from: moment.from.and_then(later), to: moment.to.and_then(later), ..moment }
    }

    /// Whether the words of a clock time leave open which half of the day is meant.
    fn is_open(&self, tokens: &Range<usize>, clock: u16) -> bool {
        let sure = |at: usize| {
            let token = self.passage.tokens.get(at);
            let (raw, word) = (self.passage.tokens.raw(at), self.passage.tokens.folded(at));
            match token.kind {
                // `04.30`, `2022-02-24T11:30`
                TokenKind::Digits => {
                    let is_hour = at + 2 < tokens.end && matches!(self.passage.tokens.folded(at + 1), ":" | ".");
                    is_hour && raw.starts_with('0') || at == tokens.start && raw.len() > 2
                }
                // `11.31 GMT`
                TokenKind::Word => {
                    self.passage.lexicon.times.hour.sure.contains(word)
                        || raw.len() > 1 && starts_upper(raw) && raw.chars().all(char::is_uppercase)
                }
                TokenKind::Sign => false,
            }
        };
        (HOUR..HALF + HOUR).contains(&clock) && !tokens.clone().any(sure)
    }

    /// The parts of days that a sentence tells of, and of which days: but not those on which somebody said something.
    fn parts_in(&self, sentence: usize) -> impl Iterator<Item = Told> {
        let passage = self.passage;
        let part = move |read: &Extracted| {
            let (part, day) = part_of(read)?;
            let tokens = passage.tokens_of(read.span);
            let is_told = telling::is_of_print(passage, self.topic, &tokens)
                || telling::is_of_saying(passage, self.topic, sentence, &tokens);
            (!is_told).then_some(Told { part, day, at: tokens.start })
        };
        passage.values_in(passage.sentences[sentence].span).filter_map(part)
    }

    /// The part of the day that a topic asks about: `the night session`.
    fn asked(&self) -> Option<Part> {
        let topic = self.topic?;
        let parts = self.passage.lexicon.times.hour.parts;
        let asked = parts.iter().find(|(words, _)| topic.asks_in_question(|word| words.contains(word)));
        asked.map(|(_, part)| *part)
    }
}

/// The part of a day that words are, and the day where they give it.
fn part_of(read: &Extracted) -> Option<(Part, Option<Date>)> {
    let Reading::Moment(when) = &read.reading else { return None };
    let moment = when.moment.as_ref().filter(|moment| moment.precision == Precision::DayPart);
    let dated = || moment.and_then(|moment| Some(((moment.from?.hour(), moment.to?.hour()), moment.first_day())));
    when.hours.map(|part| (part, None)).or_else(dated)
}

/// The only one of the two times twelve hours apart that lies in a part of the day.
fn within(part: Part, clock: u16) -> Option<u16> {
    /// People speak of six in the evening, and of half past four.
    const EARLIER: i8 = 2;
    let (from, to) = part;
    let from = match from {
        // The morning of speech begins at midnight.
        ..=4 => 0,
        18.. => from - EARLIER,
        _ => from,
    };
    let is_in = |clock: &u16| {
        let hour = i8::try_from(clock / HOUR).unwrap_or_default();
        if to > from { (from..to).contains(&hour) } else { hour >= from || hour < to }
    };
    let first = clock % HALF;
    let mut times = [first, first + HALF].into_iter().filter(is_in);
    times.next().filter(|_| times.next().is_none())
}
