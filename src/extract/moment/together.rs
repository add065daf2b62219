//! Dates, parts of days and clock times put together: `9pm on 21 February`,
//! `11.30pm, 24 Feb 2022`, `Tuesday evening at 8`.

use super::expr::{Clock, Expr};
use super::lexicon::{Kinds, kind};
use super::reader::Reader;
use super::sense::{DayPart, Part, Sense, Unit};
use crate::value::Precision;

impl Reader<'_> {
    /// The longest moment that begins at a token.
    pub(super) fn moment_at(&self, at: usize) -> Option<(Expr, usize)> {
        if !self.may_begin(at) {
            return None;
        }
        let range = if self.has_joint(at) { self.range_at(at) } else { None };
        longest([range, self.single_at(at)]).filter(|(_, next)| !self.cuts_word(at, *next))
    }

    /// One moment that is no range.
    pub(super) fn single_at(&self, at: usize) -> Option<(Expr, usize)> {
        self.once(&self.last_single, at, false, || {
            let date = self.date_at(at, false).map(|(date, next)| self.extended(date, next));
            longest([date, self.clock_first_at(at)])
        })
    }

    /// The same after a preposition that makes a bare month or year a date.
    pub(crate) fn single_at_strong(&self, at: usize) -> Option<(Expr, usize)> {
        let date = self.date_at(at, true).map(|(date, next)| self.extended(date, next));
        longest([date, self.clock_first_at(at)])
    }

    /// The longest date that begins at a token. `strong` says that what
    /// stands before lets a bare month or year be a date.
    pub(crate) fn date_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        let kinds = self.kinds(at);
        if kinds == 0 {
            return None;
        }
        self.once(&self.last_date, at, strong, || self.read_date_at(at, strong, kinds))
    }

    fn read_date_at(&self, at: usize, strong: bool, kinds: Kinds) -> Option<(Expr, usize)> {
        let mut best: Option<(Expr, usize)> = None;
        let mut offer = |found: Option<(Expr, usize)>| {
            if let Some(found) = found
                && best.as_ref().is_none_or(|(_, next)| found.1 > *next)
            {
                best = Some(found);
            }
        };
        self.nested(|| {
            if has(kinds, [kind::DIGITS, kind::MONTH]) {
                offer(self.numeric_at(at, self.order, strong));
            }
            if has(kinds, [kind::NUMBER, kind::MONTH, kind::WEEKDAY]) {
                offer(self.named_at(at));
            }
            if has(kinds, [kind::DIGITS]) {
                offer(self.listed_day_at(at));
            }
            if has(kinds, [kind::MONTH]) {
                offer(self.month_alone_at(at, strong));
            }
            if has(kinds, [kind::DIGITS]) {
                offer(self.year_month_at(at));
            }
            if has(kinds, [kind::NUMBER, kind::CALENDAR, kind::UNIT]) {
                offer(self.year_alone_at(at, strong));
            }
            if has(kinds, [kind::NUMBER, kind::TENS, kind::APOSTROPHE]) {
                offer(self.tens_at(at));
            }
            if has(kinds, [kind::RUNNING, kind::ORDINAL]) {
                offer(self.running_at(at));
            }
            if has(kinds, [kind::FISCAL]) {
                offer(self.fiscal_at(at));
            }
            if has(kinds, [kind::UNIT]) {
                offer(self.to_date_at(at));
            }
            if has(kinds, [kind::NUMBER]) {
                offer(self.decade_at(at));
                offer(self.day_of_stretch_at(at));
            }
            if has(kinds, [kind::SEASON]) {
                offer(self.season_at(at, strong));
            }
            if has(kinds, [kind::NUMBER, kind::SHARE, kind::APOSTROPHE, kind::SHIFT]) {
                offer(self.quarter_at(at));
            }
            if has(kinds, [kind::HOLIDAY]) {
                offer(self.holiday_date_at(at));
            }
            if has(kinds, [kind::WEEKDAY, kind::SHIFT, kind::UNIT]) {
                offer(self.weekday_of_week_at(at));
                offer(self.listed_weekday_at(at));
                offer(self.weekday_at(at, strong));
                offer(self.week_at(at));
            }
            if has(kinds, [kind::NUMBER]) {
                offer(self.day_alone_at(at, strong));
            }
            if has(kinds, [kind::DAY, kind::DAY_PART, kind::NOW, kind::SHIFT, kind::UNIT]) {
                offer(self.relative_at(at));
            }
            if has(kinds, [kind::PART]) {
                offer(self.part_at(at));
            }
            if has(kinds, [kind::NUMBER, kind::SHIFT]) {
                offer(self.nth_at(at));
                offer(self.counted_shift_at(at));
            }
            if has(kinds, [kind::DAY_PART, kind::PART]) {
                offer(self.day_part_of_at(at));
            }
            if has(kinds, [kind::NUMBER, kind::ARTICLE, kind::HALF, kind::UNIT, kind::IN, kind::SEVERAL]) {
                offer(self.offset_at(at, self.looks_ahead(at)));
            }
            if has(kinds, [kind::WEEKDAY, kind::DAY]) {
                offer(self.weeks_behind_at(at));
            }
            Some(())
        })?;
        best
    }

    /// Adds what follows a date: a part of the day, a clock time.
    fn extended(&self, date: Expr, next: usize) -> (Expr, usize) {
        if !is_day(&date) {
            return (date, next);
        }
        let (date, next) = self.with_part(date, next);
        if let Some(range) = self.clocks_after(&date, next) {
            return range;
        }
        let Some((clock, after)) = self.clock_after(next, &date) else { return (date, next) };
        // `Wed Oct 26 15:50:06 2016`.
        if let Expr::Day { year: None, month, day, weekday } = date
            && let Some((year, after)) = self.year_number(after).filter(|_| self.is_digits(after))
        {
            return (on_clock(clock, Expr::Day { year: Some(year), month, day, weekday }), after);
        }
        (on_clock(clock, date), after)
    }

    /// `Tuesday 9-11am`, `on Tuesday between 2 and 4pm`.
    fn clocks_after(&self, date: &Expr, at: usize) -> Option<(Expr, usize)> {
        let at = self.skip_sign(at, &[',']);
        let at = if self.is(at, Sense::In) && self.is(at + 1, Sense::Between) { at + 1 } else { at };
        let between = self.is(at, Sense::Between);
        let from = self.skip_any(at, &[Sense::From, Sense::Between]);
        let (first, second, next) = self.clock_pair_at(from, between)?;
        let end = |clock: Clock| Box::new(on_clock(clock, date.clone()));
        Some((Expr::Range(end(first), end(second)), next))
    }

    /// `Tuesday evening`, `24 February in the morning`.
    pub(super) fn with_part(&self, date: Expr, next: usize) -> (Expr, usize) {
        if matches!(date, Expr::DayPart { .. }) {
            return (date, next);
        }
        let mut at = self.skip_sign(next, &[',']);
        let early = |at: usize| self.is(at, Sense::Part(Part::Early));
        let first = at;
        at = self.sense(at, |s| matches!(s, Sense::Part(_)).then_some(at + 1)).unwrap_or(at);
        let led = self.skip_any(at, &[Sense::In, Sense::At]);
        let the = self.skip(led, Sense::The);
        if let Some(next) = self.early_hours_at(the).filter(|_| the > led) {
            return (Expr::DayPart { part: DayPart::EarlyMorning, of: Box::new(date) }, next);
        }
        let dawning = early(first) || early(the);
        let the = self.skip(the, Sense::Part(Part::Early));
        match self.day_part(the) {
            Some(DayPart::Morning) if dawning => {
                (Expr::DayPart { part: DayPart::EarlyMorning, of: Box::new(date) }, the + 1)
            }
            Some(part) if part != DayPart::Tonight && !self.is(the + 1, Sense::Before) => {
                (Expr::DayPart { part, of: Box::new(date) }, the + 1)
            }
            _ => (date, next),
        }
    }

    /// A clock time after a date.
    fn clock_after(&self, at: usize, date: &Expr) -> Option<(Clock, usize)> {
        let comma = self.skip_sign(at, &[',', '(', '|', '–', '—']);
        let iso = matches!(self.word(comma), Some("T" | "t")) && self.glued(comma) && self.glued(comma + 1);
        let led = if iso { comma + 1 } else { self.skip_any(comma, &[Sense::At, Sense::For, Sense::About]) };
        let led = if led == comma { self.skip_sign(comma, &['@']) } else { self.skip(led, Sense::About) };
        let (clock, next, sure) = self.clock_at(led)?;
        let stated = led > comma && !self.is_plain_word(next) && self.unit(next).is_none();
        let bare = stated && (!self.is(comma, Sense::For) || matches!(date, Expr::DayPart { .. }));
        (sure || bare).then_some((clock, next))
    }

    /// `9pm on 21 February`, or a clock time alone.
    fn clock_first_at(&self, at: usize) -> Option<(Expr, usize)> {
        let kinds = self.kinds(at);
        if kinds & kind::DAY_PART != 0
            && let Some(found) = self.part_then_clock_at(at)
        {
            return Some(found);
        }
        if kinds & kind::CLOCK == 0 && !self.is(at, Sense::Part(Part::Mid)) {
            return None;
        }
        let (clock, next, sure) = self.clock_at(at)?;
        let comma = self.skip_sign(next, &[',', '(']);
        let led = if self.opens_sentence(comma) { comma } else { self.skip_any(comma, &[Sense::On, Sense::Of]) };
        let whole = |date: (Expr, usize)| if is_day(&date.0) { self.with_part(date.0, date.1) } else { date };
        let dated = self.date_at(led, led > comma).map(whole);
        let dated = dated.or_else(|| self.bare_day_after(led).filter(|_| sure && led > comma));
        let dated = dated.filter(|(date, after)| {
            let close = matches!(date, Expr::Calendar { .. } | Expr::DayPart { .. });
            is_day(date)
                && (sure
                    || close && led == next && self.after_clock_lead(at)
                    || close && led == next && at == 0 && *after == self.len())
        });
        if let Some((date, after)) = dated {
            return Some((on_clock(clock, date), after));
        }
        sure.then_some((Expr::Clock(clock), next))
    }

    /// `At 6.12 p.m. On Monday he left`: a sentence begins behind the full stop.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.is(at, Sense::On) && self.tokens.raw(at).starts_with('O') && at > 0 && self.sign(at - 1, &['.'])
    }

    /// `[8pm on] the 15`.
    fn bare_day_after(&self, at: usize) -> Option<(Expr, usize)> {
        let (day, length) = self.digits(self.is(at, Sense::The).then_some(at + 1)?)?;
        let fits = length <= 2 && (1..=31).contains(&day) && self.ends_date(at + 2);
        fits.then_some((Expr::DayOfMonth { day: i8::try_from(day).ok()?, weekday: None }, at + 2))
    }

    fn after_clock_lead(&self, at: usize) -> bool {
        self.after_any(at, &[Sense::At, Sense::About])
    }

    /// `in the afternoon at 7`.
    fn part_then_clock_at(&self, at: usize) -> Option<(Expr, usize)> {
        let the = self.skip(at, Sense::The);
        let part = self.day_part(the).filter(|_| the > at)?;
        let (mut clock, next, _) = self.clock_at(self.skip_any(the + 1, &[Sense::At]))?;
        if self.is_plain_word(next) || self.unit(next).is_some() {
            return None;
        }
        let late = !matches!(part, DayPart::Morning | DayPart::Dawn);
        if late && clock.either_half && clock.minutes < 12 * 60 {
            clock.minutes += 12 * 60;
        }
        Some((Expr::Clock(Clock { either_half: false, ..clock }), next))
    }

    /// Whether `in two weeks` is a point ahead and not how long something
    /// took: the text looks ahead, or its sentence does.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        let whole_text = at == 0 && self.amounts_at(at + 1).is_some_and(|(_, next)| next == self.len());
        self.is(at, Sense::In) && (self.ahead || whole_text || self.is_future(at))
    }
}

/// Whether an expression is as fine as a day, so that a clock time fits it.
pub(super) fn is_day(expr: &Expr) -> bool {
    match expr {
        Expr::Day { .. }
        | Expr::DayOfMonth { .. }
        | Expr::Weekday { .. }
        | Expr::Weekdays { .. }
        | Expr::NthWeekday { .. }
        | Expr::WeekdaysFrom { .. }
        | Expr::DayPart { .. }
        | Expr::Holiday { .. }
        | Expr::Calendar { unit: Unit::Day, .. } => true,
        Expr::Offset { amounts, .. } => amounts.iter().all(|(_, unit)| *unit >= Unit::Day),
        Expr::Fixed(moment) => moment.precision == Precision::Day,
        _ => false,
    }
}

/// Whether a token is of one of some kinds.
#[inline]
fn has<const N: usize>(kinds: Kinds, of: [Kinds; N]) -> bool {
    of.into_iter().any(|of| kinds & of != 0)
}

fn on_clock(clock: Clock, date: Expr) -> Expr {
    let date = if matches!(date, Expr::Offset { .. }) { Expr::DayOf(Box::new(date)) } else { date };
    Expr::At { clock, of: Box::new(date) }
}

/// The reading that ends last; of equal ones the first.
pub(super) fn longest<const N: usize>(readings: [Option<(Expr, usize)>; N]) -> Option<(Expr, usize)> {
    let mut best: Option<(Expr, usize)> = None;
    for reading in readings.into_iter().flatten() {
        if best.as_ref().is_none_or(|(_, next)| reading.1 > *next) {
            best = Some(reading);
        }
    }
    best
}
