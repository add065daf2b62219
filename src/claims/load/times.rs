//! Dates of the file: TOML dates and times, and EDTF strings.
//!
//! `on = 2022-02-24` is that day, `on = "2022-02"` that month, and
//! `on = 2022-02-24T23:30:00+03:00` that minute in that zone. A time of day
//! without a date is nothing that can be compared, and is told.

use super::problems::Problems;
use super::walk::{Node, Text};
use crate::text::Span;
use crate::value::edtf::{EdtfError, parse_date, parse_window};
use crate::value::{Edge, Moment, Precision, Window, Zone};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use toml::de::DeValue;
use toml::value::{Datetime, Offset};

const HOW: &str = "write a date as 2022-02-24, \"2022-02\" or \"2022-02~\"";
const HOW_WINDOW: &str = "write a window as 2022-02-24, \"2022-02\", \"2021-12/2022-05-03\" or \"2022-02-24/..\"";

/// A moment: a TOML date, or an EDTF date.
pub(super) fn read_moment(node: Node<'_>, problems: &mut Problems) -> Option<Moment> {
    match node.value {
        DeValue::Datetime(at) => read_datetime(at, node.span, problems),
        DeValue::String(text) => {
            parse_date(text).map_err(|why| no_date(Text { text, span: node.span }, &why, problems)).ok()
        }
        _ => node.mistyped("a date", Some(HOW.to_owned()), problems),
    }
}

/// A window: a TOML date, or an EDTF date or interval.
pub(super) fn read_window(node: Node<'_>, problems: &mut Problems) -> Option<Window> {
    match node.value {
        DeValue::Datetime(at) => {
            let day = read_datetime(at, node.span, problems)?;
            let edge = Edge::within(&day);
            Some(Window { from: edge, to: edge })
        }
        DeValue::String(text) => {
            let no_window = |why| {
                let message = format!("`{}` is no window: {why}", text.escape_debug());
                problems.error(node.span, message, "", Some(HOW_WINDOW.to_owned()));
            };
            parse_window(text).map_err(no_window).ok()
        }
        _ => node.mistyped("a date or window", Some(HOW_WINDOW.to_owned()), problems),
    }
}

/// Tells that a string is no date, and why.
pub(super) fn no_date(text: Text<'_>, why: &str, problems: &mut Problems) {
    problems.error(text.span, format!("`{}` is no date: {why}", text.text.escape_debug()), "", Some(HOW.to_owned()));
}

/// Whether a string can only be meant as EDTF: it starts with a year and has
/// nothing but what EDTF is made of.
pub(super) fn is_edtf_like(text: &str) -> bool {
    let year = text.trim_start_matches("../").get(..4);
    let is_year = year.is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X'));
    is_year && text.bytes().all(|byte| byte.is_ascii_digit() || b"X-~?%/.".contains(&byte))
}

/// An EDTF date, or an interval of two taken as one stretch of time.
pub(super) fn parse_stretch(text: &str) -> Result<Moment, EdtfError> {
    let Some((from, to)) = text.split_once('/') else { return parse_date(text) };
    parse_window(text)?;
    let side = |text: &str| if matches!(text, ".." | "") { Ok(None) } else { parse_date(text).map(Some) };
    let (from, to) = (side(from)?, side(to)?);
    let precision = from.iter().chain(&to).map(|side| side.precision).min();
    let precision = precision.ok_or("it has neither beginning nor end")?;
    Ok(Moment { from: from.and_then(|side| side.from), to: to.and_then(|side| side.to), precision, zone: None })
}

fn read_datetime(at: &Datetime, span: Span, problems: &mut Problems) -> Option<Moment> {
    let Some(date) = at.date else {
        let help = Some("write 2022-02-24T23:30:00, or the words of the text in quotation marks".to_owned());
        problems.error(span, "a time of day without its date", "", help);
        return None;
    };
    let Some(day) = civil_date(date) else {
        problems.error(span, "there is no such date", "", Some(HOW.to_owned()));
        return None;
    };
    let Some(time) = at.time else { return Some(Moment::day(day)) };
    let (seconds, hour, minute) = (time.second.unwrap_or(0), small(time.hour), small(time.minute));
    // 23:59:60 is a leap second, which civil time does not count.
    let Ok(clock) = Time::new(hour?, minute?, small(seconds.min(59))?, 0) else {
        problems.error(span, "there is no such time of day", "", None);
        return None;
    };
    let from = day.to_datetime(clock);
    // A TOML time has to state its seconds: none count as stated when zero.
    let moment = if seconds == 0 {
        Moment::minute(from)
    } else {
        Moment { from: Some(from), to: from.checked_add(1.second()).ok(), precision: Precision::Second, zone: None }
    };
    Some(Moment { zone: at.offset.map(zone), ..moment })
}

fn civil_date(date: toml::value::Date) -> Option<Date> {
    Date::new(i16::try_from(date.year).ok()?, small(date.month)?, small(date.day)?).ok()
}

fn small(number: u8) -> Option<i8> {
    i8::try_from(number).ok()
}

fn zone(offset: Offset) -> Zone {
    let minutes = match offset {
        Offset::Z => return Zone { name: "UTC".to_owned(), offset_minutes: Some(0) },
        Offset::Custom { minutes } => i32::from(minutes),
    };
    let sign = if minutes < 0 { '-' } else { '+' };
    let name = format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
    Zone { name, offset_minutes: Some(minutes) }
}
