//! Clock times and their zones: `11.30pm`, `23:30 Moscow time`, `half past
//! three`, `9 o'clock`, `noon GMT`.

use super::expr::{Clock, Expr};
use super::reader::Reader;
use super::sense::{DayPart, Part, Sense, Unit};
use super::together::is_day;
use super::zone::ZoneRule;
use crate::extract::language::en_beside_dates::PRICED;
use crate::extract::language::en_moments::{HOUR_LETTER, MERIDIEM_END};

/// How many words before `at around 4.20` may tell that it is a price.
const PRICED_NEAR: usize = 4;

impl Reader<'_> {
    /// A clock time, where it ends, and whether it can be nothing else: `at
    /// 7` is only one beside a date.
    pub(super) fn clock_at(&self, at: usize) -> Option<(Clock, usize, bool)> {
        let (mut clock, next, sure) = self
            .named_clock_at(at)
            .or_else(|| self.past_clock_at(at))
            .or_else(|| self.digit_clock_at(at))
            .or_else(|| self.worded_clock_at(at))?;
        let (mut next, mut sure) = (next, sure);
        if let Some((part, after)) = self.in_day_part_at(next) {
            let late = !matches!(part, DayPart::Morning | DayPart::Dawn);
            if late
                && clock.minutes < 12 * 60
                && clock.either_half
                && !(part == DayPart::Night && clock.minutes < 5 * 60)
            {
                clock.minutes += 12 * 60;
            }
            // `12 in the evening` is the end of that day.
            if clock.either_half && clock.minutes == 12 * 60 && matches!(part, DayPart::Evening | DayPart::Night) {
                clock.minutes = 0;
            }
            clock.either_half = false;
            (next, sure) = (after, true);
        }
        if let Some((zone, after)) = self.zone_at(next).filter(|_| sure) {
            clock.zone = Some(Box::new(zone));
            next = after;
        }
        Some((clock, next, sure))
    }

    /// Whether a clock time comes next, perhaps after `at`.
    pub(super) fn clock_follows(&self, at: usize) -> bool {
        self.clock_at(self.skip_any(at, &[Sense::At])).is_some_and(|(.., sure)| sure)
    }

    /// `noon`, `12 noon`, `midnight`.
    fn named_clock_at(&self, at: usize) -> Option<(Clock, usize, bool)> {
        // `mid-day`.
        let day = self.skip_sign(at + 1, &['-']);
        if self.is(at, Sense::Part(Part::Mid)) && matches!(self.unit(day), Some((Unit::Day, 1))) {
            return Some((exact(12 * 60), day + 1, true));
        }
        let twelve = matches!(self.digits(at), Some((12, _)));
        let start = if twelve { at + 1 } else { at };
        let minutes = self.sense(start, |s| if let Sense::ClockName(minutes) = s { Some(minutes) } else { None })?;
        Some((exact(minutes), start + 1, true))
    }

    /// `half past three`, `a quarter to nine`, `ten past 4 pm`.
    fn past_clock_at(&self, at: usize) -> Option<(Clock, usize, bool)> {
        let start = self.skip(at, Sense::Article);
        let (minutes, next) = if self.is(start, Sense::Half) {
            (30, start + 1)
        } else if matches!(self.unit(start), Some((Unit::Quarter, _))) {
            (15, start + 1)
        } else {
            let (minutes @ 1..=59, next) = self.count_at(at)? else { return None };
            (minutes, if matches!(self.unit(next), Some((Unit::Minute, _))) { next + 1 } else { next })
        };
        // `half-past four`
        let hyphen = self.sign(next, &['-']) && self.glued(next) && self.glued(next + 1);
        let next = if hyphen && self.is_any(next + 1, &[Sense::ClockPast, Sense::ClockTo]) { next + 1 } else { next };
        let (named, quarter) = (
            next > at + 1 && !hyphen,
            next == start + 1 + usize::from(hyphen) && !self.is_digits(start) && minutes == 15,
        );
        let sign = match (self.is(next, Sense::ClockPast), self.is_any(next, &[Sense::ClockTo])) {
            (true, _) => 1,
            _ if self.is(next, Sense::After) && (named || quarter || self.ahead) => 1,
            // `at half three`.
            _ if minutes == 30 && start == at && (self.ahead || self.after_any(at, &[Sense::At])) => {
                let (hour @ 1..=12, next) = self.count_at(next)? else { return None };
                let after = self.finish(hour, 30, None, next, true)?;
                return self.ends_date(after.1).then_some(after);
            }
            (_, true) if minutes != 30 => -1,
            _ => return None,
        };
        let worded = next == at + 1 && self.is_digits(at);
        let (hour, next, sure) = self.hour_at(next + 1)?;
        // `10 to 12` are numbers; `10 to 12pm` may be a range of hours.
        let to_noon = self.named_clock_at(next - 1).is_some() && !self.is_digits(next - 1);
        if to_noon && sign < 0 {
            let total = (i64::from(hour.minutes) - minutes).rem_euclid(24 * 60);
            return Some((Clock { minutes: u16::try_from(total).ok()?, ..hour }, next, true));
        }
        if worded && sign < 0
            || self.is_digits(at) && self.unit(at + 1).is_none_or(|(u, _)| u != Unit::Minute) && sign < 0
        {
            return None;
        }
        let total = (i64::from(hour.minutes) + sign * minutes).rem_euclid(24 * 60);
        let clock = Clock { minutes: u16::try_from(total).ok()?, ..hour };
        let led = self.after_any(at, &[Sense::At, Sense::By, Sense::Until, Sense::About]) && !worded;
        Some((clock, next, sure || led || minutes == 30 || minutes == 15 || self.is(next, Sense::OClock)))
    }

    /// The hour that `past` and `to` count from.
    fn hour_at(&self, at: usize) -> Option<(Clock, usize, bool)> {
        if let Some(found) = self.named_clock_at(at) {
            return Some(found);
        }
        let (hour @ 0..=24, next) = self.count_at(at)? else { return None };
        let next = if self.is(next, Sense::OClock) { next + 1 } else { next };
        self.finish(hour, 0, None, next, next > at + 1)
    }

    /// `11.30pm`, `23:30:15`, `9 o'clock`, `13h30`, `9pm`, `at 7`.
    fn digit_clock_at(&self, at: usize) -> Option<(Clock, usize, bool)> {
        let (hour, length) = self.digits(at)?;
        let ranged = at > 1 && self.sign(at - 1, &['-', '–']) && self.is_clock_end(at - 2);
        if !self.begins_clean(at) && !self.is_iso_time(at) && !ranged {
            return None;
        }
        if length == 4 {
            return self.four_digit_clock_at(at, hour, ranged);
        }
        if length == 3 {
            return self.three_digit_clock_at(at, hour);
        }
        if length > 2 || hour > 24 {
            return None;
        }
        let two = |at: usize| self.digits(at).filter(|(value, length)| *length == 2 && *value < 60).map(|(v, _)| v);
        let glued = self.glued(at + 1) && self.glued(at + 2);
        if glued && self.sign(at + 1, &[':', '.']) {
            let colon = self.sign(at + 1, &[':']);
            let minute = two(at + 2)?;
            let seconds = two(at + 4).filter(|_| colon && self.sign(at + 3, &[':']) && self.glued(at + 4));
            let next = if seconds.is_some() { at + 5 } else { at + 3 };
            if self.glued(next) && self.sign(next, &[':', '/', '%']) {
                return None;
            }
            // Fractions of a second are dropped.
            let next =
                if seconds.is_some() && self.sign(next, &['.']) && self.glued(next + 1) && self.is_digits(next + 1) {
                    next + 2
                } else {
                    next
                };
            let mut found = self.finish(hour, minute, seconds, next, colon)?;
            // `At 06.00 hours`: the word is part of the time, as it is of `0600 hours`.
            let marked = self.is_any(found.1, &[Sense::HourMark]);
            if marked && length == 2 && self.after_any(at, &[Sense::At]) {
                found.1 += 1;
            }
            // `At around 4.20 on Tuesday`, where nothing `traded at around 4.20`.
            let is_priced = |led: usize| {
                let mut before = (led.saturating_sub(PRICED_NEAR)..led).rev().map_while(|at| self.word(at));
                before.any(|word| PRICED.contains(&word))
            };
            let at_about = || {
                let is_about = self.after_any(at, &[Sense::About]) && self.after_any(at - 1, &[Sense::At]);
                self.after_any(at, &[Sense::At]) || is_about && !is_priced(at - 2)
            };
            // `At 22.40 on Monday`, `at 02.15 on 14 October`.
            let of_day = || {
                let on = self.skip_any(found.1, &[Sense::On]);
                let is_day = |date: &(Expr, usize)| is_day(&date.0);
                let dated = || on > found.1 && self.date_at(on, true).as_ref().is_some_and(is_day);
                (self.weekday(on).is_some() || dated()) && at_about()
            };
            // `At 02.47`: no number is written so.
            let padded = length == 2 && hour < 10 && self.after_any(at, &[Sense::At]);
            let sure = found.2 || padded || marked || of_day() || self.is_zoned(found.1);
            return Some((found.0, found.1, sure));
        }
        if self.glued(at + 1) && self.word(at + 1).is_some_and(|word| word.eq_ignore_ascii_case(HOUR_LETTER)) {
            let minute = two(at + 2).filter(|_| self.glued(at + 2));
            return self.finish(
                hour,
                minute.unwrap_or(0),
                None,
                if minute.is_some() { at + 3 } else { at + 2 },
                minute.is_some() || self.after_any(at, &[Sense::At]),
            );
        }
        // `At 04 hours 05 minutes`; `at 10 hours` may be a length.
        let is_unit = |at: usize, unit: Unit| self.unit(at).is_some_and(|(of, count)| of == unit && count == 1);
        if is_unit(at + 1, Unit::Hour)
            && is_unit(at + 3, Unit::Minute)
            && self.after_any(at, &[Sense::At])
            && !self.is_any(at + 4, &[Sense::Before, Sense::After])
            && let Some((minute, _)) = self.digits(at + 2).filter(|(minute, _)| *minute < 60)
        {
            return self.finish(hour, minute, None, at + 4, true);
        }
        if self.is(at + 1, Sense::OClock) {
            return self.finish(hour, 0, None, at + 2, true);
        }
        if self.is(at + 1, Sense::Ish) && self.glued(at + 1) {
            return self.finish(hour, 0, None, at + 2, true);
        }
        if self.in_numeral(at, at + 1) {
            return None;
        }
        // `at 12 15`.
        if let Some(minute) = two(at + 1).filter(|_| self.ahead && self.after_any(at, &[Sense::At]))
            && !self.glued(at + 1)
            && self.ends_date(at + 2)
        {
            return self.finish(hour, minute, None, at + 2, true);
        }
        // `from 9a to 11a`.
        let led =
            || self.after_any(at, &[Sense::At, Sense::From, Sense::To, Sense::About]) || self.sign(at - 1, &['@']);
        if self.ahead && at > 0 && led() && self.meridiem_read(at + 1, true).is_some() {
            return self.finish(hour, 0, None, at + 1, true);
        }
        self.finish(hour, 0, None, at + 1, false)
    }

    /// `20.45 BST`, `20.45 Moscow time`: what else a zone in letters could be, as `MT` and `CT` can, is none behind a
    /// number with a point.
    fn is_zoned(&self, at: usize) -> bool {
        let zone = self.zone_at(at).filter(|_| !self.glued(at));
        zone.is_some_and(|(zone, end)| matches!(zone.rule, ZoneRule::Fixed(_)) || self.is(end - 1, Sense::TimeWord))
    }

    /// `730pm`, `at 730 in the evening`: only with what makes it a clock time.
    fn three_digit_clock_at(&self, at: usize, digits: i64) -> Option<(Clock, usize, bool)> {
        let (hour, minute) = (digits / 100, digits % 100);
        let said =
            self.meridiem_at(at + 1) || self.in_day_part_at(at + 1).is_some() && self.after_any(at, &[Sense::At]);
        (said && minute < 60 && hour > 0 && !self.in_numeral(at, at + 1)).then_some(())?;
        self.finish(hour, minute, None, at + 1, false)
    }

    /// `2330 hours`, `1430 GMT`, `at 1430`, `0730-0930`. What can be a year is
    /// a clock time only where it says so itself.
    fn four_digit_clock_at(&self, at: usize, digits: i64, ranged: bool) -> Option<(Clock, usize, bool)> {
        let (hour, minute) = (digits / 100, digits % 100);
        if minute >= 60 || hour >= 24 {
            return None;
        }
        if self.is(at + 1, Sense::HourMark) {
            return self.finish(hour, minute, None, at + 2, true);
        }
        let zoned = !self.glued(at + 1) && self.zone_at(at + 1).is_some();
        let led = self.after_any(at, &[Sense::At]) || self.ahead && self.after_any(at, &[Sense::About]);
        let counts = self.word(at + 1).is_some() && !self.has_sense(at + 1) || self.unit(at + 1).is_some();
        let year = (1500..2100).contains(&digits);
        let early = self.tokens.raw(at).starts_with('0');
        if self.in_numeral(at, at + 1) || !zoned && (!(led && !year || early) || counts) {
            return None;
        }
        let ends_range = early && ranged && self.digits(at - 2).is_some_and(|(_, length)| length == 4);
        self.finish(hour, minute, None, at + 1, zoned || led || ends_range)
    }

    /// `nine o'clock`, `seven twenty-seven`.
    fn worded_clock_at(&self, at: usize) -> Option<(Clock, usize, bool)> {
        if self.is_digits(at) {
            return None;
        }
        let (hour @ 1..=12, next) = self.cardinal_at(at)? else { return None };
        if self.is(next, Sense::OClock) {
            return self.finish(hour, 0, None, next + 1, true);
        }
        if let Some((minute @ 10..=59, after)) = self.cardinal_at(next) {
            return self.finish(hour, minute, None, after, false);
        }
        self.finish(hour, 0, None, next, false)
    }

    /// Reads what follows the numbers: `pm`, `a.m.`.
    fn finish(
        &self,
        hour: i64,
        minute: i64,
        seconds: Option<i64>,
        next: usize,
        sure: bool,
    ) -> Option<(Clock, usize, bool)> {
        let seconds = seconds.and_then(|seconds| i8::try_from(seconds).ok());
        let minutes = u16::try_from(hour * 60 + minute).ok().filter(|minutes| *minutes <= 24 * 60)?;
        if let Some((afternoon, after)) = self.meridiem_read(next, sure)
            && (1..=12).contains(&hour)
        {
            let minutes = minutes % (12 * 60) + if afternoon { 12 * 60 } else { 0 };
            return Some((Clock { minutes, seconds, either_half: false, zone: None }, after, true));
        }
        let either_half = (1..=12).contains(&hour);
        Some((Clock { minutes: minutes % (24 * 60), seconds, either_half, zone: None }, next, sure))
    }

    pub(super) fn meridiem_at(&self, at: usize) -> bool {
        self.meridiem_read(at, false).is_some()
    }

    /// `pm`, `p.m.`, or after a full clock time `p`.
    fn meridiem_read(&self, at: usize, full: bool) -> Option<(bool, usize)> {
        if let Some(afternoon) = self.sense(at, |s| if let Sense::Meridiem(pm) = s { Some(pm) } else { None }) {
            return Some((afternoon, at + 1));
        }
        let afternoon = self.sense(at, |s| if let Sense::MeridiemLetter(pm) = s { Some(pm) } else { None })?;
        let dotted =
            self.sign(at + 1, &['.']) && self.tokens.len() > at + 2 && self.tokens.folded(at + 2) == MERIDIEM_END;
        if dotted && self.glued(at + 2) {
            return Some((afternoon, self.skip_meridiem_dot(at + 3)));
        }
        (full && self.glued(at) && !self.glued(at + 1) || full && self.glued(at) && self.sign(at + 1, &['.', ',']))
            .then_some((afternoon, at + 1))
    }

    /// The dot of `p.m.` belongs to it, unless it ends the text.
    fn skip_meridiem_dot(&self, at: usize) -> usize {
        if self.sign(at, &['.']) && self.glued(at) { at + 1 } else { at }
    }

    /// `in the evening`, `at night`, after a clock time.
    fn in_day_part_at(&self, at: usize) -> Option<(DayPart, usize)> {
        let led = self.skip_any(at, &[Sense::In, Sense::At]);
        let the = self.skip(led, Sense::The);
        if let Some(afternoon) = self.sense(the, |s| if let Sense::Meridiem(pm) = s { Some(pm) } else { None })
            && the > led
        {
            return Some((if afternoon { DayPart::Evening } else { DayPart::Morning }, the + 1));
        }
        (led > at).then(|| self.day_part(the)).flatten().map(|part| (part, the + 1))
    }

    /// Whether a token can end the first time of a range: `9-11am`.
    fn is_clock_end(&self, at: usize) -> bool {
        self.digits(at).is_some_and(|(_, length)| length <= 2 || length == 4 && self.tokens.raw(at).starts_with('0'))
            || self.sense(at, |s| matches!(s, Sense::Meridiem(_)).then_some(())).is_some()
    }

    /// The `T` before a time of ISO 8601.
    fn is_iso_time(&self, at: usize) -> bool {
        at > 0 && self.glued(at) && matches!(self.word(at - 1), Some("T" | "t")) && self.glued(at - 1)
    }
}

fn exact(minutes: u16) -> Clock {
    Clock { minutes, seconds: None, either_half: false, zone: None }
}
