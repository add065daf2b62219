//! Moments with the prepositions that open them: `after 2010` is all that
//! lies behind that year. For listing what a text states; a window is read
//! from the plain moments instead.

use super::reader::Reader;
use super::sense::{Part, Sense, Shift};
use super::{Earlier, find_in};
use crate::extract::{Extracted, Prefer, Reading, Setting, When};
use crate::text::Tokens;
use crate::value::{Moment, Precision};
use jiff::civil::DateTime;

/// The same as [`find_moments`](super::find_moments), but a moment governed
/// by `since`, `after`, `before` or `until` is the open stretch that they
/// state together: `since 2014` begins with that year and has no end. A clock
/// time so governed is one of the day before it (`tomorrow before 5pm`), or of
/// the reference's own.
#[must_use]
pub fn find_stretches(tokens: &Tokens<'_>, setting: &Setting, known: &[Extracted]) -> Vec<Extracted> {
    let mut reader = Reader::new(tokens, known, setting);
    reader.lists = true;
    let finder = Finder { reader: &reader, setting };
    let mut found: Vec<Extracted> = Vec::new();
    for mut value in find_in(&reader, setting, Earlier::NOTHING) {
        let within = tokens.within(value.span);
        let before = found.last().and_then(|last| finder.day_before(last, within.start));
        let Reading::Moment(when) = &value.reading else { continue };
        let moment = when.moment.clone().or_else(|| finder.clock_of(when, before.as_ref(), within.start));
        let opened = moment.and_then(|moment| {
            finder.opened(&moment, within.start, within.end).filter(|open| !reader.cuts_word(open.first, open.next))
        });
        if let Some(open) = opened {
            value.span = reader.span(open.first, open.next);
            if let Some((_, at)) = before.filter(|_| open.clock) {
                value.span = value.span.cover(&tokens.get(at).span);
                found.pop();
            }
            if let Reading::Moment(when) = &mut value.reading {
                when.moment = Some(open.moment);
                when.clock = None;
            }
        }
        found.push(value);
    }
    found
}

/// An open stretch, and the tokens that state it.
struct Opened {
    moment: Moment,
    first: usize,
    next: usize,
    /// Whether it is of a clock time.
    clock: bool,
}

struct Finder<'a> {
    reader: &'a Reader<'a>,
    setting: &'a Setting,
}

impl Finder<'_> {
    /// A day that stands right before the preposition of a clock time, and
    /// its first token.
    fn day_before(&self, last: &Extracted, first: usize) -> Option<(Moment, usize)> {
        let Reading::Moment(When { moment: Some(moment), .. }) = &last.reading else { return None };
        let within = self.reader.tokens.within(last.span);
        let near = first == within.end + 1;
        (near && moment.precision == Precision::Day).then(|| (moment.clone(), within.start))
    }

    /// The moment of a clock time that a preposition governs.
    fn clock_of(&self, when: &When, before: Option<&(Moment, usize)>, first: usize) -> Option<Moment> {
        let leads = [Sense::Since, Sense::After, Sense::Before, Sense::Until, Sense::By, Sense::Through, Sense::From];
        let about = first > 0 && self.reader.is(first - 1, Sense::About);
        let lead = first.checked_sub(if about { 2 } else { 1 })?;
        if !self.reader.is_any(lead, &leads) {
            return None;
        }
        let day = before.map(|(day, _)| day).or(self.setting.reference.as_ref())?.first_day()?;
        if self.reader.is(lead, Sense::From) && self.setting.prefer != Prefer::Future {
            return None;
        }
        let minutes = when.clock?;
        let at = day.at(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0);
        Some(Moment { zone: when.zone.clone(), ..Moment::minute(at) })
    }

    /// What the words around a moment make of it.
    fn opened(&self, moment: &Moment, first: usize, next: usize) -> Option<Opened> {
        self.led(moment, first, next).or_else(|| self.followed(moment, first, next))
    }

    fn led(&self, moment: &Moment, first: usize, next: usize) -> Option<Opened> {
        let reader = self.reader;
        let at = first.checked_sub(1)?;
        let at = if reader.is(at, Sense::About) { at.checked_sub(1)? } else { at };
        let clock = moment.precision >= Precision::Hour;
        let between = |from: Option<DateTime>, to: Option<DateTime>, first: usize| {
            Some(Opened { moment: Moment { from, to, ..moment.clone() }, first, next, clock })
        };
        if reader.is_any(at, &[Sense::Since, Sense::Starting]) && !reader.is(at + 1, Sense::Of) {
            return between(moment.from, None, at);
        }
        if reader.is(at, Sense::From) && clock && self.setting.prefer == Prefer::Future {
            return between(moment.from, None, at);
        }
        // `on or after 5 May`, `in or before 2015`.
        let or = at >= 2 && reader.is(at - 1, Sense::Or) && reader.is_any(at - 2, &[Sense::On, Sense::In, Sense::At]);
        if or && reader.is(at, Sense::After) {
            return between(moment.from, None, at - 2);
        }
        if or && reader.is(at, Sense::Before) {
            return between(None, moment.to, at - 2);
        }
        if at >= 1 && reader.is(at, Sense::To) && reader.is(at - 1, Sense::Prior) {
            return between(None, moment.from, at - 1);
        }
        if reader.is(at, Sense::After) {
            // After a day or a clock time begins with it; after a year, behind it.
            let fine = moment.precision >= Precision::Day;
            return between(if fine { moment.from } else { moment.to }, None, at);
        }
        if reader.is_any(at, &[Sense::Before, Sense::Until]) {
            // `before the end of the year` goes on to that end.
            let edge = reader.skip(first, Sense::The);
            let ends = matches!(moment.precision, Precision::Part | Precision::DayPart)
                && reader.is(edge, Sense::Edge(Part::Late));
            return between(None, if ends { moment.to } else { moment.from }, at);
        }
        if reader.is(at, Sense::Through) {
            return between(None, if clock { moment.from } else { moment.to }, at);
        }
        if reader.is(at, Sense::By) && clock {
            // Plans count from now.
            let now = self.setting.reference.as_ref().and_then(|reference| reference.from);
            let ahead = self.setting.prefer == Prefer::Future && now < moment.from;
            return between(now.filter(|_| ahead), moment.from, at);
        }
        let part = matches!(moment.precision, Precision::Part | Precision::DayPart);
        if reader.is(at, Sense::By) && self.setting.prefer == Prefer::Future && part {
            // `by the end of the month` counts from now to that end.
            let now = self.setting.reference.as_ref().and_then(|reference| reference.from);
            return between(now, moment.to, at);
        }
        let before = at.checked_sub(1).filter(|_| reader.is(at, Sense::Than))?;
        let denied = before.checked_sub(1).filter(|&no| reader.is(no, Sense::No));
        if let Some(no) = denied {
            // `no later than Friday` may be that day.
            if reader.is(before, Sense::Later) {
                return between(None, if clock { moment.from } else { moment.to }, no);
            }
            if reader.is(before, Sense::Earlier) {
                return between(moment.from, None, no);
            }
        }
        if reader.is(before, Sense::Later) {
            return between(moment.to, None, before);
        }
        if reader.is(before, Sense::Earlier) {
            return between(None, moment.from, before);
        }
        if reader.is(before, Sense::More) {
            // `more than two weeks ago`, `more than a week after the invasion`.
            let any = |senses: &[Sense]| (first..next).any(|at| reader.is_any(at, senses));
            if any(&[Sense::Ago, Sense::Before, Sense::Earlier]) {
                return between(None, moment.from, before);
            }
            if any(&[Sense::After, Sense::Later, Sense::From, Sense::In]) {
                return between(moment.to, None, before);
            }
        }
        None
    }

    /// `2016 and later`, `2016 or earlier`, `from 2016 onwards`.
    fn followed(&self, moment: &Moment, first: usize, next: usize) -> Option<Opened> {
        let reader = self.reader;
        let and = reader.skip_any(next, &[Sense::And, Sense::Or]);
        let made = |from, to, first, next| {
            Some(Opened { moment: Moment { from, to, ..moment.clone() }, first, next, clock: false })
        };
        let led = reader.after_any(first, &[Sense::From]);
        if reader.is(and, Sense::Onwards)
            || led && and == next && reader.is(and, Sense::On) && reader.ends_date(and + 1)
        {
            return made(moment.from, None, if led { first - 1 } else { first }, and + 1);
        }
        if and == next || !reader.ends_date(and + 1) {
            return None;
        }
        if reader.is_any(and, &[Sense::Later, Sense::After, Sense::Shift(Shift::Next)]) {
            return made(moment.from, None, first, and + 1);
        }
        reader.is_any(and, &[Sense::Earlier, Sense::Before]).then(|| made(None, moment.to, first, and + 1)).flatten()
    }
}
