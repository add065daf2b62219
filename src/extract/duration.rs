//! Lengths of time: `130-minute`, `an hour and a half`, `1h45`, `two and a
//! half years`, `1 year, 2 days and 3 hours`.
//!
//! A duration is counted in seconds, a month being 30 days and a year 365; the parts
//! that a text names are kept, so that two years are 24 months. A word for a
//! time of day or of the calendar is never one (`at 2 hours`, `2 May`).

use super::amount::Amount;
use super::fraction::part_at;
use super::language::{self, NumberWord, UnitWord};
use super::numeral::numeral_at;
use crate::text::{TokenKind, Tokens};
use crate::value::Number;
use std::fmt::Write as _;

/// A unit of time that a text counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum TimeUnit {
    Century,
    Decade,
    Year,
    Month,
    Fortnight,
    Week,
    Weekend,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
}

impl TimeUnit {
    /// How long it is, in seconds.
    #[must_use]
    pub fn seconds(self) -> Number {
        let whole = match self {
            Self::Century => 36_500 * 86_400_i64,
            Self::Decade => 3_650 * 86_400,
            Self::Year => 365 * 86_400,
            Self::Month => 30 * 86_400,
            Self::Fortnight => 14 * 86_400,
            Self::Week => 7 * 86_400,
            Self::Weekend => 2 * 86_400,
            Self::Day => 86_400,
            Self::Hour => 3_600,
            Self::Minute => 60,
            Self::Second => 1,
            Self::Millisecond => return Number::try_new(1, 3).unwrap_or(Number::ZERO),
        };
        Number::from(whole)
    }

    /// How many months it has; `None` where it is no part of the calendar.
    #[must_use]
    pub fn months(self) -> Option<Number> {
        let months = match self {
            Self::Century => 1_200,
            Self::Decade => 120,
            Self::Year => 12,
            Self::Month => 1,
            _ => return None,
        };
        Some(Number::from(months))
    }

    /// The unit of a name in `claims.toml`: `minute`, `hours`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = crate::text::fold_str(name);
        let name = name.strip_suffix('s').unwrap_or(&name);
        let names = [
            ("second", Self::Second),
            ("minute", Self::Minute),
            ("hour", Self::Hour),
            ("day", Self::Day),
            ("week", Self::Week),
            ("month", Self::Month),
            ("year", Self::Year),
        ];
        names.into_iter().find(|(known, _)| *known == name).map(|(_, unit)| unit)
    }
}

/// What a duration is put together from: an amount of each unit of ISO 8601.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TimeParts {
    years: Number,
    months: Number,
    weeks: Number,
    days: Number,
    hours: Number,
    minutes: Number,
    seconds: Number,
    whole: Whole,
}

/// The same, put together: so many months, and what is no part of the calendar, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Whole {
    pub(super) months: Number,
    pub(super) seconds: Number,
    /// All of it in seconds, a month being 30 days and a year 365.
    pub(super) counted: Number,
}

impl TimeParts {
    /// So many of one unit. Part of a day, an hour or a minute goes down to
    /// the next smaller unit, as far as it comes out whole there.
    #[must_use]
    pub fn of(amount: Number, unit: TimeUnit) -> Option<Self> {
        let mut parts = Self::default();
        parts.add(amount, unit)?;
        Some(parts)
    }

    fn add(&mut self, amount: Number, unit: TimeUnit) -> Option<()> {
        let seconds = amount.checked_mul(unit.seconds())?;
        self.whole.counted = self.whole.counted.checked_add(seconds)?;
        match unit.months() {
            Some(months) => self.whole.months = self.whole.months.checked_add(amount.checked_mul(months)?)?,
            None => self.whole.seconds = self.whole.seconds.checked_add(seconds)?,
        }
        self.write(amount, unit)
    }

    /// The smallest unit that it names, and how many of it.
    pub(super) fn smallest(&self) -> Option<(Number, TimeUnit)> {
        let all = [
            (self.seconds, TimeUnit::Second),
            (self.minutes, TimeUnit::Minute),
            (self.hours, TimeUnit::Hour),
            (self.days, TimeUnit::Day),
            (self.weeks, TimeUnit::Week),
            (self.months, TimeUnit::Month),
            (self.years, TimeUnit::Year),
        ];
        all.into_iter().find(|(amount, _)| !amount.is_zero())
    }

    /// How much it is in all.
    pub(super) fn whole(&self) -> Whole {
        self.whole
    }

    fn write(&mut self, amount: Number, unit: TimeUnit) -> Option<()> {
        let whole = amount.trunc();
        let rest = amount.checked_sub(whole)?;
        let (slot, times, smaller) = match unit {
            TimeUnit::Century => return self.write(amount.checked_mul(Number::ONE_HUNDRED)?, TimeUnit::Year),
            TimeUnit::Decade => return self.write(amount.checked_mul(Number::TEN)?, TimeUnit::Year),
            TimeUnit::Fortnight => return self.write(amount.checked_mul(Number::TWO)?, TimeUnit::Week),
            TimeUnit::Weekend => return self.write(amount.checked_mul(Number::TWO)?, TimeUnit::Day),
            TimeUnit::Millisecond => return self.write(amount.checked_div(Number::ONE_THOUSAND)?, TimeUnit::Second),
            TimeUnit::Year => (&mut self.years, 12, TimeUnit::Month),
            TimeUnit::Month => (&mut self.months, 30, TimeUnit::Day),
            TimeUnit::Week => (&mut self.weeks, 7, TimeUnit::Day),
            TimeUnit::Day => (&mut self.days, 24, TimeUnit::Hour),
            TimeUnit::Hour => (&mut self.hours, 60, TimeUnit::Minute),
            TimeUnit::Minute => (&mut self.minutes, 60, TimeUnit::Second),
            TimeUnit::Second => {
                self.seconds = self.seconds.checked_add(amount)?;
                return Some(());
            }
        };
        let below = rest.checked_mul(Number::from(times))?;
        if rest.is_zero() || !below.fract().is_zero() && unit < TimeUnit::Day {
            *slot = slot.checked_add(amount)?;
            return Some(());
        }
        *slot = slot.checked_add(whole)?;
        self.write(below, smaller)
    }

    /// Its ISO 8601 form.
    #[must_use]
    pub fn iso(&self) -> String {
        let mut iso = String::from("P");
        let write = |iso: &mut String, amount: Number, letter: char| {
            if !amount.is_zero() {
                // Writing to a string cannot fail.
                let _ = write!(iso, "{}{letter}", amount.normalize());
            }
        };
        for (amount, letter) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            write(&mut iso, amount, letter);
        }
        let clock = [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')];
        if clock.iter().any(|(amount, _)| !amount.is_zero()) {
            iso.push('T');
            clock.into_iter().for_each(|(amount, letter)| write(&mut iso, amount, letter));
        }
        if iso.len() == 1 {
            iso.push_str("T0S");
        }
        iso
    }
}

/// What a text names of a length of time; where it names two ends (`6 to 18 months`), of each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Length {
    /// The first end, or the only one.
    pub first: TimeParts,
    /// The last end.
    pub last: Option<TimeParts>,
}

impl Length {
    /// Its ISO 8601 form; of two ends both, with `/` between.
    ///
    /// ```
    /// use gainsay::extract::{Length, TimeParts, TimeUnit};
    /// let first = TimeParts::of(18.into(), TimeUnit::Month).unwrap();
    /// assert_eq!(Length { first, last: None }.iso(), "P18M");
    /// ```
    #[must_use]
    pub fn iso(&self) -> String {
        let first = self.first.iso();
        self.last.map_or(first.clone(), |last| format!("{first}/{}", last.iso()))
    }
}

/// Turns an amount of one unit of time into seconds, and takes in what
/// follows and belongs: `and a half`, `45 minutes`, the `45` of `1h45`.
pub(super) fn extend(tokens: &Tokens<'_>, amount: Amount, unit: TimeUnit) -> Option<Amount> {
    if unit == TimeUnit::Hour && is_clock(tokens, &amount) {
        return None;
    }
    let mut parts = TimeParts::of(amount.value, unit)?;
    let mut seconds = amount.value.checked_mul(unit.seconds())?;
    let (mut end, mut last) = (amount.end, unit);
    if word_is(tokens, end, NumberWord::And)
        && let Some((part, after)) = part_at(tokens, end + 1).filter(|_| amount.top.is_none())
        // `two weeks and half an hour`: half of the hour.
        && !word_is(tokens, after, NumberWord::Article)
    {
        parts.add(part, unit)?;
        seconds = seconds.checked_add(part.checked_mul(unit.seconds())?)?;
        end = after;
    }
    // In `the last 3 months and 2 days ago` the days are another value.
    let first = (parts, seconds, end, last);
    let up_to_now = amount.start.checked_sub(1).is_some_and(|before| language::is_up_to_now(tokens.folded(before)));
    while let Some((more, smaller, after)) = next_part(tokens, end, last) {
        if up_to_now && tokens.all().get(after).is_some_and(|_| language::is_ago(tokens.folded(after))) {
            (parts, seconds, end, last) = first;
            break;
        }
        parts.add(more, smaller)?;
        seconds = seconds.checked_add(more.checked_mul(smaller.seconds())?)?;
        (end, last) = (after, smaller);
    }
    let step = if last == unit && end == amount.end { amount.step.checked_mul(unit.seconds())? } else { Number::ZERO };
    let top = match amount.top {
        Some(top) => Some(top.checked_mul(unit.seconds())?),
        None => None,
    };
    Some(Amount { value: seconds, top, step, end, time: Some(parts), ..amount })
}

/// `13h15`, `at 9h30`, `8h00`, `at 08.15 hours` are times of day, and `2h17` is not.
fn is_clock(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let letter = amount.in_digits && tokens.folded(amount.end - 1) == "h" && !tokens.get(amount.end - 1).spaced;
    let before = amount.start.checked_sub(1).is_some_and(|before| language::is_before_clock(tokens.folded(before)));
    let minutes = tokens.all().get(amount.end).filter(|next| !next.spaced && next.kind == TokenKind::Digits);
    let late = amount.value > Number::from(12) || minutes.is_some_and(|_| tokens.raw(amount.end) == "00");
    letter && (before || minutes.is_some() && late) || before && is_dotted_clock(tokens, amount)
}

/// `08.15`: no length is written so.
fn is_dotted_clock(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let two = |at: usize| {
        let token = tokens.all().get(at).filter(|token| token.kind == TokenKind::Digits);
        token.map(|_| tokens.raw(at)).filter(|digits| digits.len() == 2)
    };
    let is_point =
        tokens.all().get(amount.start + 1).is_some_and(|next| !next.spaced) && tokens.raw(amount.start + 1) == ".";
    is_point
        && two(amount.start).is_some_and(|hour| hour < "10")
        && two(amount.start + 2).is_some_and(|minute| minute < "60")
}

/// A smaller amount that goes on: `, 20 minutes`, `and 45 minutes`, `h45`, the `and 50` of `an hour and 50.`
fn next_part(tokens: &Tokens<'_>, end: usize, last: TimeUnit) -> Option<(Number, TimeUnit, usize)> {
    let token = tokens.all().get(end)?;
    let hyphen = tokens.folded(end) == "-" && word_is(tokens, end + 1, NumberWord::And) && !tokens.get(end + 1).spaced;
    let and = end + usize::from(hyphen);
    let joins = word_is(tokens, and, NumberWord::And) || tokens.folded(and) == ",";
    let mut at = and + usize::from(joins);
    at += usize::from(hyphen && at < tokens.len() && tokens.folded(at) == "-");
    let read = numeral_at(tokens, at).filter(|read| read.top.is_none() && read.value >= Number::ZERO)?;
    let mut unit_at = read.end;
    unit_at += usize::from(tokens.all().get(unit_at).is_some_and(|next| !next.spaced) && tokens.folded(unit_at) == "-");
    let minutes = last == TimeUnit::Hour && tokens.all().get(unit_at).is_some_and(|_| tokens.raw(unit_at) == "m");
    let unit = if minutes { Some((UnitWord::Time(TimeUnit::Minute), unit_at + 1)) } else { None };
    if let Some((UnitWord::Time(unit), after)) = unit.or_else(|| language::UNITS.at(tokens, unit_at)) {
        return (unit > last && !super::amount::is_cut(tokens, after)).then_some((read.value, unit, after));
    }
    let smaller = match last {
        TimeUnit::Hour => TimeUnit::Minute,
        TimeUnit::Minute => TimeUnit::Second,
        _ => return None,
    };
    let glued = !token.spaced && token.kind == TokenKind::Digits && token.span.len() == 2;
    let closes =
        tokens.all().get(read.end).is_none_or(|next| next.kind == TokenKind::Sign && tokens.folded(read.end) != "-");
    let in_words = joins && tokens.folded(and) != "," && super::amount::ends_clause(tokens, read.end);
    let alone = last == TimeUnit::Hour && token.spaced && (closes && !joins || in_words);
    let small = read.value < Number::from(60) && !super::amount::is_cut(tokens, read.end);
    (small && (glued || alone)).then_some((read.value, smaller, read.end))
}

fn word_is(tokens: &Tokens<'_>, at: usize, word: NumberWord) -> bool {
    at < tokens.len() && language::number_word(tokens.folded(at)) == Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_iso_form_keeps_the_units_of_the_text() {
        let iso = |amount: &str, unit| TimeParts::of(amount.parse().unwrap(), unit).unwrap().iso();
        assert_eq!(iso("130", TimeUnit::Minute), "PT130M");
        assert_eq!(iso("2.5", TimeUnit::Hour), "PT2H30M");
        assert_eq!(iso("7", TimeUnit::Week), "P7W");
        assert_eq!(iso("2.5", TimeUnit::Year), "P2Y6M");
        assert_eq!(iso("0", TimeUnit::Day), "PT0S");
    }
}
