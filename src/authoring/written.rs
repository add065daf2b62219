//! Values and windows as a claims file writes them: exact numbers as numbers,
//! exact dates as dates, what is hedged in the words of the text.
//!
//! A window whose edges no EDTF date can say is not written: better none than
//! a wrong one.

use crate::extract::{Setting, read_value};
use crate::value::{Bound, Edge, Hedge, Kind, Moment, Number, Precision, Value, Window};
use jiff::civil::Date;
use toml_edit::Value as Toml;

/// How a claim on a topic of this kind and unit writes a value; `words` are
/// those of the text that state it.
#[must_use]
pub fn written_value(value: &Value, words: &str, kind: Kind, unit: Option<&str>) -> Option<Toml> {
    match value {
        Value::Amount(amount) => {
            let exact = amount.stated.filter(|_| amount.hedge == Hedge::Exact && amount.interval.single().is_some());
            if let Some(number) = exact.and_then(written_number) {
                return Some(number);
            }
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let reads_back = read_value(&words, kind, unit, &Setting::default()).as_ref() == Ok(value);
            let between = || {
                Some(format!("between {} and {}", included(&amount.interval.low)?, included(&amount.interval.high)?))
            };
            if reads_back { Some(words.into()) } else { between().map(Toml::from) }
        }
        Value::Date(moment) => written_moment(moment),
        Value::Choice(option) => Some(option.as_str().into()),
        Value::Wording(words) => Some(words.as_str().into()),
        Value::Point { option, .. } => option.as_deref().map(Toml::from),
        Value::Silent { .. } => None,
    }
}

fn written_number(number: Number) -> Option<Toml> {
    let number = number.normalize();
    if number.is_integer() { i64::try_from(number).ok().map(Toml::from) } else { number.to_string().parse().ok() }
}

fn included(bound: &Bound<Number>) -> Option<Number> {
    bound.value().copied()
}

/// A date, a date with its minute, or an EDTF string.
#[must_use]
pub fn written_moment(moment: &Moment) -> Option<Toml> {
    let (first, last) = (moment.first_day(), moment.last_day());
    if moment.precision >= Precision::Minute
        && let Some(from) = moment.from
    {
        return format!("{}T{:02}:{:02}:00", from.date(), from.hour(), from.minute()).parse().ok();
    }
    match (first, last) {
        (Some(first), Some(last)) if first == last => first.to_string().parse().ok(),
        (Some(first), Some(last)) => {
            let whole = whole(first, last);
            Some(whole.unwrap_or_else(|| format!("{first}/{last}")).into())
        }
        (Some(first), None) => Some(format!("{first}/..").into()),
        (None, Some(last)) => Some(format!("../{last}").into()),
        (None, None) => None,
    }
}

/// A window, as `during` has it.
#[must_use]
pub fn written_window(window: &Window) -> Option<Toml> {
    if window.is_unknown() {
        return None;
    }
    let (from, to) = (written_edge(&window.from)?, written_edge(&window.to)?);
    if from != to {
        return Some(format!("{from}/{to}").into());
    }
    from.parse::<Toml>().ok().filter(Toml::is_datetime).or_else(|| Some(format!("{from}/{to}").into()))
}

fn written_edge(edge: &Edge) -> Option<String> {
    match *edge {
        Edge::Unknown => Some(String::new()),
        Edge::Open => Some("..".to_owned()),
        Edge::Between(first, last) if first == last => Some(first.to_string()),
        Edge::Between(first, last) => whole(first, last),
    }
}

/// `2022-02` for all its days, `2022` for all of a year's.
fn whole(first: Date, last: Date) -> Option<String> {
    if first.year() != last.year() || first.day() != 1 {
        return None;
    }
    if first.month() == 1 && (last.month(), last.day()) == (12, 31) {
        return Some(format!("{:04}", first.year()));
    }
    (first.month() == last.month() && last.day() == last.days_in_month())
        .then(|| format!("{:04}-{:02}", first.year(), first.month()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::edtf::{parse_date, parse_window};

    #[test]
    fn windows_are_written_as_they_are_read() {
        for text in ["2021-12/2022-05-03", "2022-02-24/..", "2017/2022-02", "/2022-05-03"] {
            let written = written_window(&parse_window(text).unwrap()).unwrap();
            assert_eq!(written.as_str(), Some(text));
        }
        let day = written_window(&parse_window("2022-05-03").unwrap()).unwrap();
        assert_eq!(day.to_string(), "2022-05-03");
    }

    #[test]
    fn moments_are_dates_where_they_are_exact() {
        let written = |text: &str| written_moment(&parse_date(text).unwrap()).unwrap().to_string();
        assert_eq!(written("2022-02-24"), "2022-02-24");
        assert_eq!(written("2022-02"), "\"2022-02\"");
        assert_eq!(written("2014"), "\"2014\"");
    }

    #[test]
    fn numbers_are_numbers_and_hedges_are_words() {
        let written = |words: &str, kind: Kind| {
            let value = read_value(words, kind, None, &Setting::default()).unwrap();
            written_value(&value, words, kind, None).unwrap().to_string()
        };
        assert_eq!(written("60", Kind::Count), "60");
        assert_eq!(written("nearly 20", Kind::Count), "\"nearly 20\"");
        assert_eq!(written("more than two hours", Kind::Duration), "\"more than two hours\"");
        assert_eq!(written("90 minutes", Kind::Duration), "90");
    }
}
