//! A length of time in the unit of a topic.
//!
//! Years are twelve months, and what is no part of the calendar is counted in seconds; neither
//! is a whole number of the other. Where a text counts in one and the topic in the other, the value
//! is what the calendar can make of it: a month is 28 to 31 days. A text that counts in days or weeks
//! is then as fine as its last digit.
//!
//! ```text
//! two years, in months      24
//! two months, in days       60.9, from 58.3 to 62.5
//! 52 weeks, in months       12, from 11.7 to 12.2
//! ```

use super::Measure;
use super::duration::{Length, TimeParts, TimeUnit};
use super::fit::{last_digit, outward};
use crate::value::{Amount, Hedge, Interval, Number};
use rust_decimal::RoundingStrategy;

/// As finely as thirds of a unit are told from each other.
const DECIMALS: u32 = 15;
/// A value between the calendar and other units has so many digits, or is whole.
const DIGITS: u32 = 3;
/// The seconds of a month, 365.2425 days being a year.
const MONTH: i64 = 2_629_746;
/// How many seconds fewer and more than these some months in a row may have.
const OF_MONTHS: (i64, i64) = (216_000, 138_240);
/// The same of a year: a leap day more or less. Of several nobody says a few days more.
const OF_YEAR: (i64, i64) = (64_800, 64_800);
const FURTHER_YEAR: i64 = 86_400;

/// A length in the unit of a topic.
pub(super) fn lasting(measure: &Measure, length: &Length, unit: TimeUnit) -> Option<Amount> {
    let first = Scale::of(&length.first, unit)?;
    let last = length.last.map_or(Some(first), |last| Scale::of(&last, unit))?;
    let Measure { stated, hedge, interval, .. } = measure;
    let wide = stated.filter(|_| last.is_across && *hedge == Hedge::Exact);
    let half = if wide.is_some() { half_digit(&length.first)? } else { Number::ZERO };
    let own = match wide {
        Some(stated) => Interval::closed(stated.checked_sub(half)?, stated.checked_add(half)?),
        None => *interval,
    };
    let ends = |scale: Scale, slack: Number| {
        let slack = slack.checked_div(scale.unit)?;
        own.try_map(|number| scale.change(number)?.checked_add(slack))
    };
    let mut low = ends(first, Number::from(-first.slack.0))?.low;
    let mut high = ends(last, Number::from(last.slack.1))?.high;
    let mut there = stated.map_or(Some(None), |stated| last.change(stated).map(Some))?;
    if last.is_across {
        low = low.map(|low| outward(low.max(Number::ZERO), RoundingStrategy::ToNegativeInfinity));
        high = high.map(|high| outward(high, RoundingStrategy::ToPositiveInfinity));
        let short =
            |stated: Number| if stated < Number::ONE_HUNDRED { stated.round_sf(DIGITS) } else { Some(stated.round()) };
        there = there.map(|stated| short(stated).unwrap_or(stated).normalize());
    }
    let hedge = if wide.is_some() { Hedge::Rounded } else { *hedge };
    Some(Amount { stated: there, hedge, interval: Interval { low, high }, basis: None })
}

/// How many days so many months can be at the least and at the most.
pub(crate) fn days_of_months(months: Number) -> Option<(Number, Number)> {
    let day = TimeUnit::Day.seconds();
    let seconds = months.checked_mul(Number::from(MONTH))?;
    let (shorter, longer) = slack(months);
    let (low, high) = (seconds.checked_sub(Number::from(shorter))?, seconds.checked_add(Number::from(longer))?);
    Some((low.checked_div(day)?, high.checked_div(day)?))
}

/// How many seconds fewer and more so many months may have.
fn slack(months: Number) -> (i64, i64) {
    if !(months % Number::from(12)).is_zero() {
        return OF_MONTHS;
    }
    let further = i64::try_from(months / Number::from(12)).map_or(0, |years| years.saturating_sub(1).max(0));
    (OF_YEAR.0, OF_YEAR.1.saturating_add(further.saturating_mul(FURTHER_YEAR)))
}

/// Half of one unit of the last digit of the smallest part, in seconds; nothing of the calendar's.
fn half_digit(parts: &TimeParts) -> Option<Number> {
    let Some((amount, unit)) = parts.smallest().filter(|(_, unit)| unit.months().is_none()) else {
        return Some(Number::ZERO);
    };
    last_digit(amount)?.checked_mul(unit.seconds())?.checked_div(Number::TWO)
}

/// How a length in seconds is one in a unit.
#[derive(Clone, Copy, Debug)]
struct Scale {
    /// The length as it was counted.
    seconds: Number,
    /// The same in the unit.
    there: Number,
    /// How many seconds the unit has.
    unit: Number,
    /// Whether one is of the calendar, and the other is not.
    is_across: bool,
    /// How many seconds less and more it may be.
    slack: (i64, i64),
}

impl Scale {
    fn of(parts: &TimeParts, unit: TimeUnit) -> Option<Self> {
        let (whole, month) = (parts.whole(), Number::from(MONTH));
        let all = whole.months.checked_mul(month)?.checked_add(whole.seconds)?;
        let of_unit = unit.months().map_or(Some(unit.seconds()), |months| months.checked_mul(month))?;
        let (there, is_across) = match unit.months() {
            Some(months) if whole.seconds.is_zero() => (whole.months.checked_div(months)?, false),
            Some(_) => (all.checked_div(of_unit)?, true),
            None => (all.checked_div(of_unit)?, !whole.months.is_zero()),
        };
        let slack = match (is_across, whole.months.is_zero()) {
            (false, _) => (0, 0),
            (true, false) => slack(whole.months),
            (true, true) => (OF_MONTHS.1, OF_MONTHS.0),
        };
        Some(Self { seconds: whole.counted, there, unit: of_unit, is_across, slack })
    }

    fn change(&self, seconds: Number) -> Option<Number> {
        let there = if seconds == self.seconds || self.seconds.is_zero() {
            if seconds.is_zero() { seconds } else { self.there }
        } else {
            seconds.checked_mul(self.there)?.checked_div(self.seconds)?
        };
        Some(there.round_dp(DECIMALS).normalize())
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Setting, read_value};
    use crate::value::{Kind, Value};

    fn read(text: &str, unit: &str) -> String {
        let value = read_value(text, Kind::Duration, Some(unit), &Setting::default());
        let Ok(Value::Amount(amount)) = value else { panic!("{text}: {value:?}") };
        let (low, high) = (amount.interval.low.value().copied(), amount.interval.high.value().copied());
        let end = |end: Option<crate::value::Number>| end.map_or_else(|| "∞".to_owned(), |end| end.to_string());
        format!("{} {}..{}", amount.stated.map(|stated| stated.to_string()).unwrap_or_default(), end(low), end(high))
    }

    #[test]
    fn a_year_is_twelve_months() {
        for (text, unit, expected) in [
            ("two years", "month", "24 24..24"),
            ("24 months", "month", "24 24..24"),
            ("18 months", "year", "1.5 1.5..1.5"),
            ("one and a half years", "year", "1.5 1.5..1.5"),
            ("two and a half months", "month", "2.5 2.5..2.5"),
            ("a year and six months", "month", "18 18..18"),
            ("half a year", "month", "6 6..6"),
            ("20 months", "year", "1.666666666666667 1.666666666666667..1.666666666666667"),
            ("a year and eight months", "year", "1.666666666666667 1.666666666666667..1.666666666666667"),
            ("6 to 18 months", "year", " 0.5..1.5"),
            ("more than two years", "month", "24 24..∞"),
            ("about two years", "month", "24 21.6..26.4"),
            ("three decades", "year", "30 30..30"),
        ] {
            assert_eq!(read(text, unit), expected, "{text} in {unit}");
        }
    }

    #[test]
    fn what_is_no_part_of_the_calendar_is_counted_in_seconds() {
        assert_eq!(read("two days and 3 hours", "hour"), "51 51..51");
        assert_eq!(read("three weeks", "day"), "21 21..21");
        assert_eq!(read("0 hours", "minute"), "0 0..0");
    }

    #[test]
    fn across_the_two_it_is_as_fine_as_the_last_digit() {
        for (text, unit, expected) in [
            ("52 weeks", "month", "12 11.791..12.157"),
            ("365 days", "year", "0.999 0.9935..1.0076"),
            ("three months", "week", "13 12.687..13.273"),
            ("two years", "day", "730 729.73..732.24"),
            ("five years", "day", "1826 1825.4..1831"),
            ("two months", "day", "60.9 58.373..62.474"),
            ("a month and 10 days", "day", "40.4 37.431..42.543"),
            ("more than three months", "day", "91.3 88.81..∞"),
            ("two to three months", "day", " 58.373..92.911"),
            ("0 months", "day", "0 0..0"),
        ] {
            assert_eq!(read(text, unit), expected, "{text} in {unit}");
        }
    }
}
