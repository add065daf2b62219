//! Civil arithmetic that never panics: every step that could leave the years
//! jiff counts with (-9999 to 9999) gives `None`.
//!
//! The thirds: `early`, `mid` and `late` are days 1-10, 11-20 and 21 to the
//! last of a month, four months of a year, and the first three, the middle
//! and the last three days of a week.

use super::sense::{DayPart, Part, Unit};
use crate::value::{Moment, Precision};
use jiff::Span;
use jiff::civil::{Date, DateTime};

/// `at` moved by a number of units, which may be negative.
pub(super) fn add(at: DateTime, count: i64, unit: Unit) -> Option<DateTime> {
    let span = Span::new();
    let span = match unit {
        Unit::Second => span.try_seconds(count),
        Unit::Minute => span.try_minutes(count),
        Unit::Hour => span.try_hours(count),
        Unit::Day => span.try_days(count),
        Unit::Week | Unit::Weekend => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Quarter | Unit::Season => span.try_months(count.checked_mul(3)?),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count.checked_mul(10)?),
        Unit::Century => span.try_years(count.checked_mul(100)?),
    };
    at.checked_add(span.ok()?).ok()
}

/// `date` moved by days.
pub(super) fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The day, if the calendar has it.
pub(super) fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// A whole month.
pub(super) fn month_of(year: i16, month: i8) -> Option<Moment> {
    let first = Date::new(year, month, 1).ok()?;
    Some(Moment::days(first, first.last_of_month(), Precision::Month))
}

/// Whole years, both inclusive.
pub(super) fn years(first: i16, last: i16, precision: Precision) -> Option<Moment> {
    Some(Moment::days(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?, precision))
}

/// The Monday of a day's week.
pub(super) fn monday(date: Date) -> Option<Date> {
    add_days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

/// The calendar stretch of a unit that holds `at`.
pub(super) fn stretch(at: DateTime, unit: Unit) -> Option<Moment> {
    let date = at.date();
    let long = |first: Date, last: Date, precision| Some(Moment::days(first, last, precision));
    match unit {
        Unit::Second => sub_day(at.with().subsec_nanosecond(0).build().ok()?, unit),
        Unit::Minute => sub_day(date.at(at.hour(), at.minute(), 0, 0), unit),
        Unit::Hour => sub_day(date.at(at.hour(), 0, 0, 0), unit),
        Unit::Day => Some(Moment::day(date)),
        Unit::Week => long(monday(date)?, add_days(monday(date)?, 6)?, Precision::Week),
        Unit::Weekend => long(add_days(monday(date)?, 5)?, add_days(monday(date)?, 6)?, Precision::Weekend),
        Unit::Month => month_of(date.year(), date.month()),
        Unit::Quarter => quarter(date.year(), (date.month() - 1) / 3),
        Unit::Season => season_of(date),
        Unit::Year => years(date.year(), date.year(), Precision::Year),
        Unit::Decade => decade(date.year().div_euclid(10).checked_mul(10)?),
        Unit::Century => {
            let first = date.year().div_euclid(100).checked_mul(100)?;
            years(first, first.checked_add(99)?, Precision::Century)
        }
    }
}

/// The stretch that lies so many units on from one of that unit. Seasons do
/// not all begin on one day, and are counted from their middle.
pub(super) fn stretch_on(whole: &Moment, count: i64, unit: Unit) -> Option<Moment> {
    let middle = if unit == Unit::Season { 45 } else { 0 };
    stretch(add(add(whole.from?, middle, Unit::Day)?, count, unit)?, unit)
}

fn sub_day(from: DateTime, unit: Unit) -> Option<Moment> {
    let precision = match unit {
        Unit::Second => Precision::Second,
        Unit::Minute => Precision::Minute,
        _ => Precision::Hour,
    };
    Some(Moment { from: Some(from), to: add(from, 1, unit), precision, zone: None })
}

/// Ten years from one.
pub(super) fn decade(first: i16) -> Option<Moment> {
    years(first, first.checked_add(9)?, Precision::Decade)
}

/// A quarter, from 0 to 3.
pub(super) fn quarter(year: i16, index: i8) -> Option<Moment> {
    months(year, 1 + 3 * index, 3, Precision::Quarter)
}

/// A season of the northern year by whole months, from spring, 0, to winter,
/// 3, which runs into the next year.
pub(super) fn season(year: i16, index: i8) -> Option<Moment> {
    months(year, 3 + 3 * index, 3, Precision::Season)
}

/// Month and day on which each season begins by the sun, from spring.
const SEASON_STARTS: [(i8, i8); 4] = [(3, 20), (6, 21), (9, 23), (12, 21)];

/// The season without a name that holds a day, from equinox to solstice.
fn season_of(date: Date) -> Option<Moment> {
    let begun = |(month, day): (i8, i8)| (month, day) <= (date.month(), date.day());
    let at = SEASON_STARTS.iter().rposition(|start| begun(*start));
    let (year, at) = match at {
        Some(at) => (date.year(), at),
        None => (date.year().checked_sub(1)?, 3),
    };
    let start = |year: i16, at: usize| day_of(year, SEASON_STARTS[at].0, SEASON_STARTS[at].1);
    let next = if at == 3 { start(year.checked_add(1)?, 0)? } else { start(year, at + 1)? };
    Some(Moment::days(start(year, at)?, add_days(next, -1)?, Precision::Season))
}

/// A run of whole months.
pub(super) fn months(year: i16, first: i8, count: i64, precision: Precision) -> Option<Moment> {
    let first = Date::new(year, first, 1).ok()?;
    let last = first.checked_add(Span::new().try_months(count.checked_sub(1)?).ok()?).ok()?;
    Some(Moment::days(first, last.last_of_month(), precision))
}

/// A part of a day of a stretch, or of each day of it taken together.
///
/// `night` goes on until six the next morning, since the night of the 24th
/// holds what happened at two on the 25th; `tonight` ends at midnight.
pub(super) fn day_part(day: &Moment, part: DayPart) -> Option<Moment> {
    let (first, last) = (day.first_day()?, day.last_day()?);
    let (from, to) = hours(part);
    let last = if to <= from { add_days(last, 1)? } else { last };
    Some(Moment {
        from: Some(first.at(from, 0, 0, 0)),
        to: Some(last.at(to, 0, 0, 0)),
        precision: Precision::DayPart,
        zone: None,
    })
}

/// The hours of a part of a day: its first, and the one after its last, which
/// may be of the next day.
pub(super) fn hours(part: DayPart) -> (i8, i8) {
    match part {
        DayPart::Dawn => (4, 8),
        DayPart::EarlyMorning => (0, 9),
        DayPart::Morning => (4, 12),
        DayPart::Lunch => (12, 14),
        DayPart::Afternoon => (12, 19),
        DayPart::Dinner => (17, 20),
        DayPart::Daytime => (8, 18),
        DayPart::Evening | DayPart::Tonight => (18, 0),
        DayPart::Night => (18, 6),
    }
}

/// The early, middle or late part of a stretch.
pub(super) fn part(whole: &Moment, part: Part) -> Option<Moment> {
    let (from, to) = (whole.from?, whole.to?);
    let cut = |count: i64, unit: Unit| add(from, count, unit);
    let (one, two, half) = match whole.precision {
        Precision::Century => (cut(33, Unit::Year)?, cut(67, Unit::Year)?, cut(50, Unit::Year)?),
        Precision::Decade => (cut(3, Unit::Year)?, cut(7, Unit::Year)?, cut(5, Unit::Year)?),
        Precision::Year => (cut(4, Unit::Month)?, cut(8, Unit::Month)?, cut(6, Unit::Month)?),
        Precision::Season | Precision::Quarter => (cut(1, Unit::Month)?, cut(2, Unit::Month)?, cut(45, Unit::Day)?),
        Precision::Month => (cut(10, Unit::Day)?, cut(20, Unit::Day)?, cut(15, Unit::Day)?),
        Precision::Week => (cut(3, Unit::Day)?, cut(4, Unit::Day)?, cut(3, Unit::Day)?),
        Precision::Day => (cut(10, Unit::Hour)?, cut(14, Unit::Hour)?, cut(12, Unit::Hour)?),
        _ => thirds(from, to)?,
    };
    let (from, to) = match part {
        // `late on Tuesday night` is from nine, and not in the small hours.
        Part::Late if whole.precision == Precision::DayPart && from.hour() >= 17 => (cut(3, Unit::Hour)?, to),
        Part::Early => (from, one),
        Part::Mid if whole.precision == Precision::Week => (cut(2, Unit::Day)?, cut(5, Unit::Day)?),
        Part::Mid => (one, two),
        Part::Late => (two, to),
        Part::FirstHalf => (from, half),
        Part::SecondHalf => (half, to),
    };
    let precision = if whole.precision >= Precision::Day { Precision::DayPart } else { Precision::Part };
    Some(Moment { from: Some(from), to: Some(to), precision, zone: None })
}

fn thirds(from: DateTime, to: DateTime) -> Option<(DateTime, DateTime, DateTime)> {
    let length = to.duration_since(from).as_secs();
    let at = |share: i64| add(from, length / 6 * share, Unit::Second);
    Some((at(2)?, at(4)?, at(3)?))
}

/// The week of a day, or the weekend next to it; a Monday or Friday belongs
/// to it.
pub(super) fn around(of: Moment, unit: Unit) -> Option<Moment> {
    let day = of.first_day()?;
    if unit != Unit::Weekend {
        return stretch(day.at(0, 0, 0, 0), unit);
    }
    let (first, last) = match i64::from(day.weekday().to_monday_one_offset()) {
        1 => (-2, 0),
        2 => (-3, -2),
        5 => (0, 2),
        weekday => (6 - weekday, 7 - weekday),
    };
    Some(Moment::days(add_days(day, first)?, add_days(day, last)?, Precision::Weekend))
}

/// The nth closest of the weekdays around a day.
pub(super) fn nearest(day: Date, n: usize, weekday: i8) -> Option<Moment> {
    let ahead = (i64::from(weekday) - i64::from(day.weekday().to_monday_one_offset())).rem_euclid(7);
    let weeks = i64::try_from(n).ok()?;
    let mut days: Vec<i64> = (-weeks..=weeks).map(|week| ahead + 7 * week).collect();
    days.sort_by_key(|day| day.abs());
    add_days(day, *days.get(n.checked_sub(1)?)?).map(Moment::day)
}

/// The smallest stretch that holds both.
pub(super) fn hull(a: &Moment, b: &Moment) -> Moment {
    let from = a.from.zip(b.from).map(|(a, b)| a.min(b));
    let to = a.to.zip(b.to).map(|(a, b)| a.max(b));
    Moment { from, to, precision: a.precision.max(b.precision), zone: a.zone.clone().or_else(|| b.zone.clone()) }
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus), or of
/// the Julian one, in Gregorian days.
pub(super) fn easter(year: i16, orthodox: bool) -> Option<Date> {
    let y = i32::from(year);
    if !(1583..=4099).contains(&y) {
        return None;
    }
    if orthodox {
        let d = (19 * (y % 19) + 15) % 30;
        let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
        let julian = d + e + 114;
        let date = day_of(year, i8::try_from(julian / 31).ok()?, i8::try_from(julian % 31 + 1).ok()?)?;
        return add_days(date, i64::from(y / 100 - y / 400 - 2));
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    day_of(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?)
}

/// The `n`th weekday (Monday is 1) of a stretch; -1 is the last.
pub(super) fn nth_weekday(whole: &Moment, n: i64, weekday: i8) -> Option<Date> {
    let (first, last) = (whole.first_day()?, whole.last_day()?);
    let offset = |date: Date| i64::from(date.weekday().to_monday_one_offset());
    let date = if n > 0 {
        let ahead = (i64::from(weekday) - offset(first)).rem_euclid(7);
        add_days(first, n.checked_sub(1)?.checked_mul(7)?.checked_add(ahead)?)?
    } else {
        let back = (offset(last) - i64::from(weekday)).rem_euclid(7);
        add_days(last, n.checked_add(1)?.checked_mul(7)?.checked_sub(back)?)?
    };
    (first <= date && date <= last).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_is_where_the_tables_have_it() {
        assert_eq!(easter(2022, false), Some(date(2022, 4, 17)));
        assert_eq!(easter(2018, false), Some(date(2018, 4, 1)));
        assert_eq!(easter(2022, true), Some(date(2022, 4, 24)));
        assert_eq!(easter(2013, true), Some(date(2013, 5, 5)));
    }

    #[test]
    fn parts_are_those_of_the_design() {
        let june = month_of(2022, 6).unwrap();
        let late = part(&june, Part::Late).unwrap();
        assert_eq!((late.first_day(), late.last_day()), (Some(date(2022, 6, 21)), Some(date(2022, 6, 30))));
        let mid = part(&june, Part::Mid).unwrap();
        assert_eq!((mid.first_day(), mid.last_day()), (Some(date(2022, 6, 11)), Some(date(2022, 6, 20))));
    }

    #[test]
    fn the_ends_of_time_are_no_panic() {
        assert_eq!(add(DateTime::MAX, i64::MAX, Unit::Century), None);
        assert_eq!(add(DateTime::MIN, -1, Unit::Second), None);
        assert!(stretch(DateTime::MAX, Unit::Season).is_none());
        for unit in [Unit::Week, Unit::Century, Unit::Decade, Unit::Weekend, Unit::Hour, Unit::Second] {
            let _ = (stretch(DateTime::MAX, unit), stretch(DateTime::MIN, unit));
        }
    }
}
