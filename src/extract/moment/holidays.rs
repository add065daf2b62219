//! When holidays fall. The names are a table of the language; here is the
//! arithmetic: fixed days, weekdays of a month, days counted from Easter.

use super::calendar as cal;
use crate::value::{Moment, Precision};
use jiff::civil::Date;

/// Names of the weekdays from Monday, for messages.
pub(super) const WEEKDAY_NAMES: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Names of the months, for messages.
pub(super) const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Rule {
    /// A month and a day.
    Fixed(i8, i8),
    /// The nth (last is -1) weekday (Monday is 1) of a month, and days on
    /// from there.
    Nth(i64, i8, i8, i64),
    /// Days on from Easter Sunday.
    Easter(i64),
    /// Days on from Orthodox Easter Sunday.
    OrthodoxEaster(i64),
    /// A day, or the working day nearest to it.
    Workday(i8, i8),
    /// A day, or the day before when it is a Sunday.
    NotSunday(i8, i8),
    /// Days on from the last given weekday before a month and day.
    Before(i8, i8, i8, i64),
    /// Days on from Orthodox Easter Sunday, and how many there are.
    OrthodoxRun(i64, i64),
}

impl Rule {
    /// The day or days in a year.
    pub(super) fn in_year(&self, year: i16) -> Option<Moment> {
        let day = |date: Option<Date>, on: i64| date.and_then(|date| cal::add_days(date, on)).map(Moment::day);
        match *self {
            Self::Fixed(month, on) => cal::day_of(year, month, on).map(Moment::day),
            Self::Nth(n, weekday, month, on) => day(cal::nth_weekday(&cal::month_of(year, month)?, n, weekday), on),
            Self::Easter(on) => day(cal::easter(year, false), on),
            Self::OrthodoxEaster(on) => day(cal::easter(year, true), on),
            Self::Before(weekday, month, date, on) => {
                let eve = cal::add_days(cal::day_of(year, month, date)?, -1)?;
                let back = (eve.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
                day(cal::add_days(eve, -i64::from(back)), on)
            }
            Self::Workday(month, date) => {
                let date = cal::day_of(year, month, date)?;
                let on = [0, 0, 0, 0, 0, -1, 1];
                day(Some(date), on[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()) % 7])
            }
            Self::NotSunday(month, date) => {
                let date = cal::day_of(year, month, date)?;
                day(Some(date), if date.weekday().to_monday_one_offset() == 7 { -1 } else { 0 })
            }
            Self::OrthodoxRun(on, count) => run(cal::easter(year, true)?, on, count),
        }
    }
}

fn run(from: Date, on: i64, count: i64) -> Option<Moment> {
    let first = cal::add_days(from, on)?;
    Some(Moment::days(first, cal::add_days(first, count - 1)?, Precision::Week))
}
