//! When holidays fall. The names are a table of the language; here is the
//! arithmetic: fixed days, weekdays of a month, days counted from Easter.

use super::calendar as cal;
use super::{hebrew, lunar};
use crate::value::{Moment, Precision};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

/// Following the moon is slow, and a hostile text can name one festival a
/// hundred thousand times. There are no more entries than rules and years.
static SEEN: LazyLock<Mutex<Seen>> = LazyLock::new(Mutex::default);

type Seen = HashMap<(Rule, i16), Option<Moment>>;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// A day of an Islamic month, and how many days.
    Islamic(i64, i64, i64),
    /// The last such weekday of an Islamic month.
    IslamicLast(i64, i8),
    /// Days on from a day of the Hebrew year, and how many days; from the
    /// evening before.
    Hebrew(hebrew::From, i64, i64),
    /// A lunar day of an Indian month at an hour, days on from there, and how
    /// many days.
    Tithi(i64, i64, i64, i64, i64),
    /// The sun enters a sign, from a month and day on, by an hour; days on.
    Sankranti(i8, i8, i64, i64, i64),
    /// The Chinese new year.
    ChineseNewYear,
    /// Days on from Easter Sunday, and how many there are.
    EasterRun(i64, i64),
    /// Days on from Orthodox Easter Sunday, and how many there are.
    OrthodoxRun(i64, i64),
}

impl Rule {
    /// The day or days in a year.
    pub(super) fn in_year(&self, year: i16) -> Option<Moment> {
        let computed = matches!(
            self,
            Self::Islamic(..) | Self::IslamicLast(..) | Self::Tithi(..) | Self::Sankranti(..) | Self::ChineseNewYear
        );
        if !computed {
            return self.reckoned(year);
        }
        let mut seen = SEEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        seen.entry((*self, year)).or_insert_with(|| self.reckoned(year)).clone()
    }

    fn reckoned(&self, year: i16) -> Option<Moment> {
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
            Self::Islamic(month, on, 1) => day(lunar::islamic(year, month, on), 0),
            Self::Islamic(month, on, count) => run(lunar::islamic(year, month, on)?, 0, count),
            Self::IslamicLast(month, weekday) => {
                let next = lunar::islamic(year, month, 30)?;
                let back = (next.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
                day(Some(next), -i64::from(back))
            }
            Self::Hebrew(from, on, count) => run(hebrew::day(year, from)?, on - 1, count + 1),
            Self::Tithi(month, tithi, hour, on, 1) => day(lunar::tithi(year, month, tithi, hour), on),
            Self::Tithi(month, tithi, hour, on, count) => run(lunar::tithi(year, month, tithi, hour)?, on, count),
            Self::Sankranti(month, date, degrees, hour, on) => {
                day(lunar::sankranti(year, month, date, degrees, hour), on)
            }
            Self::ChineseNewYear => day(lunar::chinese_new_year(year), 0),
            Self::EasterRun(on, count) => run(cal::easter(year, false)?, on, count),
            Self::OrthodoxRun(on, count) => run(cal::easter(year, true)?, on, count),
        }
    }
}

fn run(from: Date, on: i64, count: i64) -> Option<Moment> {
    let first = cal::add_days(from, on)?;
    Some(Moment::days(first, cal::add_days(first, count - 1)?, Precision::Week))
}
