//! Dates as people write them in files: EDTF level 1 (the Extended Date/Time
//! Format of the Library of Congress, ISO 8601-2:2019), as far as civil dates
//! go: `2022`, `2022-02`, `2022-02-24`, a trailing `~`, `?` or `%`, `202X`,
//! `2022-XX`, seasons `2022-21` to `2022-24`, and intervals `a/b` with `..`
//! (open) or nothing (unknown) on either side.
//!
//! A partial date is an interval, never a made-up day.

use super::{Edge, Moment, Precision, Window};
use jiff::civil::Date;

/// Why a text is no EDTF date, fit to follow "… is no date: ".
pub type EdtfError = String;

/// Reads one date, partial or not.
///
/// # Errors
/// Says what is wrong: a month 13, a 30 February, letters.
///
/// ```
/// use gainsay::value::edtf::parse_date;
/// let may = parse_date("2017-05").unwrap();
/// assert_eq!(may.first_day().unwrap().to_string(), "2017-05-01");
/// assert_eq!(may.last_day().unwrap().to_string(), "2017-05-31");
/// assert!(parse_date("2022-02-30").is_err());
/// ```
pub fn parse_date(text: &str) -> Result<Moment, EdtfError> {
    let bare = text.trim_end_matches(['~', '?', '%']);
    if text.len() - bare.len() > 1 {
        return Err("one of ~, ? and % may follow a date".to_owned());
    }
    let approximate = text.ends_with(['~', '%']);
    let mut parts = bare.split('-');
    let (year_first, year_last, precision) = parse_year(parts.next().unwrap_or_default())?;
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() {
        return Err("more than year, month and day".to_owned());
    }
    let Some(month) = month.filter(|&month| month != "XX") else {
        if day.is_some_and(|day| day != "XX") {
            return Err("a day needs its month".to_owned());
        }
        let moment = Moment::days(first_of(year_first, 1)?, last_of(year_last, 12)?, precision);
        return Ok(widen(moment, approximate));
    };
    let month = two_digits(month, "month")?;
    if (21..=24).contains(&month) {
        return season(year_first, month - 21);
    }
    if !(1..=12).contains(&month) {
        return Err(format!("there is no month {month:02}"));
    }
    let Some(day) = day.filter(|&day| day != "XX") else {
        let moment = Moment::days(first_of(year_first, month)?, last_of(year_last, month)?, Precision::Month);
        return Ok(widen(moment, approximate));
    };
    let day = two_digits(day, "day")?;
    let date = Date::new(year_first, month, day).map_err(|_| format!("{year_first:04}-{month:02} has no day {day}"))?;
    Ok(widen(Moment::day(date), approximate))
}

/// Reads a window: an interval `a/b`, or one date, which is then both edges.
///
/// # Errors
/// Says what is wrong, also when the window ends before it begins.
///
/// ```
/// use gainsay::value::{Edge, edtf::parse_window};
/// let window = parse_window("2022-02-24/..").unwrap();
/// assert_eq!(window.to, Edge::Open);
/// assert!(parse_window("2022-05/2021-12").is_err());
/// ```
pub fn parse_window(text: &str) -> Result<Window, EdtfError> {
    let Some((from, to)) = text.split_once('/') else {
        let moment = parse_date(text)?;
        let edge = |date: Option<Date>| date.map_or(Edge::Unknown, Edge::on);
        return Ok(Window { from: edge(moment.first_day()), to: edge(moment.last_day()) });
    };
    let window = Window { from: parse_edge(from)?, to: parse_edge(to)? };
    if window.ends_before_it_begins() {
        return Err("it ends before it begins".to_owned());
    }
    Ok(window)
}

fn parse_edge(text: &str) -> Result<Edge, EdtfError> {
    match text {
        ".." => Ok(Edge::Open),
        "" => Ok(Edge::Unknown),
        date => parse_date(date).map(|moment| Edge::within(&moment)),
    }
}

fn parse_year(text: &str) -> Result<(i16, i16, Precision), EdtfError> {
    let unknown = text.bytes().rev().take_while(|&byte| byte == b'X').count();
    let known = &text[..text.len() - unknown];
    if text.len() != 4 || unknown > 2 || !known.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("a year has four digits, as in 2022, 202X or 20XX".to_owned());
    }
    let known: i16 = known.parse().map_err(|_| "a year has four digits".to_owned())?;
    Ok(match unknown {
        0 => (known, known, Precision::Year),
        1 => (known * 10, known * 10 + 9, Precision::Decade),
        _ => (known * 100, known * 100 + 99, Precision::Century),
    })
}

fn two_digits(text: &str, what: &str) -> Result<i8, EdtfError> {
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("a {what} has two digits, as in 02"));
    }
    text.parse().map_err(|_| format!("a {what} has two digits, as in 02"))
}

fn first_of(year: i16, month: i8) -> Result<Date, EdtfError> {
    Date::new(year, month, 1).map_err(|_| format!("year {year} cannot be counted with"))
}

fn last_of(year: i16, month: i8) -> Result<Date, EdtfError> {
    first_of(year, month).map(Date::last_of_month)
}

/// Spring, summer, autumn and winter of the northern year, by whole months.
/// Winter runs from December into the next year.
fn season(year: i16, index: i8) -> Result<Moment, EdtfError> {
    let first = first_of(year, 3 + 3 * index)?;
    let last = if index == 3 { last_of(year + 1, 2)? } else { last_of(year, 5 + 3 * index)? };
    Ok(Moment::days(first, last, Precision::Season))
}

/// `~` says "about".
fn widen(moment: Moment, approximate: bool) -> Moment {
    if approximate { moment.about() } else { moment }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        let moment = parse_date(text).unwrap();
        format!("{}/{}", moment.first_day().unwrap(), moment.last_day().unwrap())
    }

    #[test]
    fn partial_dates_are_intervals() {
        assert_eq!(days("2022"), "2022-01-01/2022-12-31");
        assert_eq!(days("2024-02"), "2024-02-01/2024-02-29");
        assert_eq!(days("202X"), "2020-01-01/2029-12-31");
        assert_eq!(days("2022-24"), "2022-12-01/2023-02-28");
        assert_eq!(days("2022-02-24~"), "2022-02-21/2022-02-27");
        assert_eq!(days("2022-XX"), "2022-01-01/2022-12-31");
    }

    #[test]
    fn mistakes_say_what_is_wrong() {
        assert_eq!(parse_date("2022-13").unwrap_err(), "there is no month 13");
        assert_eq!(parse_date("2022-02-30").unwrap_err(), "2022-02 has no day 30");
        assert_eq!(parse_date("22").unwrap_err(), "a year has four digits, as in 2022, 202X or 20XX");
        assert_eq!(parse_window("2022/2021").unwrap_err(), "it ends before it begins");
    }

    #[test]
    fn a_window_of_one_date_is_that_date() {
        let window = parse_window("2023-03-07").unwrap();
        assert_eq!(window.from, window.to);
    }
}
