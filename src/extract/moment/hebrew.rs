//! The Hebrew calendar, as far as its holidays need it: the new year and
//! Passover, from which all others are counted.

use super::calendar::add_days;
use jiff::civil::{Date, Weekday};

/// What a Hebrew holiday is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum From {
    /// Rosh Hashanah, 1 Tishri.
    NewYear,
    /// 25 Kislev.
    Hanukkah,
    /// The first day of Passover, 15 Nisan.
    Passover,
    /// 15 Shevat.
    TreesNewYear,
    /// 5 Iyar, moved so that neither it nor its eve is a Sabbath.
    Independence,
    /// 27 Nisan, moved away from the Sabbath.
    Remembrance,
    /// 9 Av, or the Sunday after.
    Mourning,
}

/// The day of a Gregorian year from which a holiday is counted.
pub(super) fn day(year: i16, from: From) -> Option<Date> {
    let autumn = i64::from(year) + 3761;
    let days = match from {
        From::NewYear => new_year(autumn),
        From::Hanukkah => {
            let long = (new_year(autumn + 1) - new_year(autumn)) % 10 == 5;
            new_year(autumn) + if long { 84 } else { 83 }
        }
        From::Passover => new_year(autumn) - 163,
        From::Remembrance => new_year(autumn) - 163 + 12,
        From::Independence => new_year(autumn) - 163 + 20,
        From::Mourning => new_year(autumn) - 163 + 112,
        From::TreesNewYear => {
            let leap = (7 * (autumn - 1) + 1) % 19 < 7;
            new_year(autumn) - 163 - if leap { 89 } else { 59 }
        }
    };
    let date = add_days(Date::new(1, 1, 1).ok()?, days - 1)?;
    add_days(date, moved(from, date))
}

/// How far a day is moved by the weekday on which it falls.
fn moved(from: From, date: Date) -> i64 {
    match (from, date.weekday()) {
        (From::Independence, Weekday::Friday) | (From::Remembrance, Weekday::Friday) => -1,
        (From::Independence, Weekday::Saturday) => -2,
        (From::Independence, Weekday::Monday) | (From::Remembrance, Weekday::Sunday) => 1,
        (From::Mourning, Weekday::Saturday) => 1,
        _ => 0,
    }
}

/// The first day of a Hebrew year, in days from the one before 1 January 1.
fn new_year(year: i64) -> i64 {
    let (before, here, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let moved = match (after - here, here - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    here + moved - 1_373_427
}

fn elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn holidays_are_where_calendars_have_them() {
        assert_eq!(day(2018, From::NewYear), Some(date(2018, 9, 10)));
        assert_eq!(day(2022, From::Passover), Some(date(2022, 4, 16)));
        assert_eq!(day(2018, From::Hanukkah), Some(date(2018, 12, 3)));
        assert_eq!(day(2018, From::TreesNewYear), Some(date(2018, 1, 31)));
        assert_eq!(day(2022, From::TreesNewYear), Some(date(2022, 1, 17)));
        assert_eq!(day(2018, From::Independence), Some(date(2018, 4, 19)));
        assert_eq!(day(2023, From::Independence), Some(date(2023, 4, 26)));
        assert_eq!(day(2019, From::Remembrance), Some(date(2019, 5, 2)));
        assert_eq!(day(2022, From::Mourning), Some(date(2022, 8, 7)));
    }
}
