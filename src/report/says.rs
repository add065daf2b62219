//! Values, periods and facets in the words of a table cell: `more than 2 h`,
//! `1 May 2017 to 24 Feb 2022`. A no-break space (U+00A0) holds a number to
//! its unit, so that no line ends between the two.
//!
//! It shows what is stated, hedge and all; the interval behind it is the
//! machine output's, and `gainsay show`'s.

use crate::claims::Topic;
use crate::value::{Amount, Bound, Edge, Hedge, Kind, Moment, Number, Precision, Value, Window};
use jiff::civil::Date;

const NO_BREAK: char = '\u{a0}';

/// A value of a topic in words.
///
/// ```
/// use gainsay::report::says::number;
/// assert_eq!(number("1234567.5".parse().unwrap()), "1,234,567.5");
/// ```
#[must_use]
pub fn value(value: &Value, topic: &Topic) -> String {
    match value {
        Value::Amount(amount) => amount_in_words(amount, topic.kind, topic.unit.as_deref()),
        Value::Date(moment) => moment_in_words(moment),
        Value::Choice(option) => option.replace('-', " "),
        Value::Wording(wording) => format!("“{wording}”"),
        Value::Point { point, option: Some(option) } => format!("{point}: {}", option.replace('-', " ")),
        Value::Point { point, option: None } => point.clone(),
        Value::Silent { point: Some(point) } => format!("silent on {point}"),
        Value::Silent { point: None } => "silent".to_owned(),
    }
}

/// A window in words; empty when nothing is known of it.
#[must_use]
pub fn window(window: &Window) -> String {
    match (edge(&window.from), edge(&window.to)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => String::new(),
    }
}

/// A facet in words: `counted by: organisers`.
#[must_use]
pub fn facet(id: &str, option: &str) -> String {
    format!("{}: {}", id.replace('-', " "), option.replace('-', " "))
}

/// A number with its thousands set apart.
#[must_use]
pub fn number(number: Number) -> String {
    let text = number.normalize().to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() > 4 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(rest) = rest {
        grouped.push('.');
        grouped.push_str(rest);
    }
    grouped
}

fn amount_in_words(amount: &Amount, kind: Kind, unit: Option<&str>) -> String {
    let measure = |number| measured(number, kind, unit);
    let (low, high) = (amount.interval.low.value().copied(), amount.interval.high.value().copied());
    let Some(stated) = amount.stated.filter(|_| !matches!(amount.hedge, Hedge::Range | Hedge::Vague)) else {
        return match (low, high) {
            (Some(low), Some(high)) if low == high => measure(low),
            (Some(low), Some(high)) => format!("{} to {}", number(low), measure(high)),
            (Some(low), None) if matches!(amount.interval.low, Bound::Excluded(_)) => {
                format!("more than {}", measure(low))
            }
            (Some(low), None) => format!("at least {}", measure(low)),
            (None, Some(high)) => format!("at most {}", measure(high)),
            (None, None) => "any number".to_owned(),
        };
    };
    let hedge = match amount.hedge {
        Hedge::Exact | Hedge::Rounded | Hedge::Range | Hedge::Vague => "",
        Hedge::About => "about ",
        Hedge::Nearly => "nearly ",
        Hedge::MoreThan => "more than ",
        Hedge::AtLeast => "at least ",
        Hedge::LessThan => "less than ",
        Hedge::AtMost => "at most ",
    };
    format!("{hedge}{}", measure(stated))
}

fn measured(figure: Number, kind: Kind, unit: Option<&str>) -> String {
    match (kind, unit) {
        (Kind::Percent, _) => format!("{}{NO_BREAK}%", number(figure)),
        (Kind::Duration, Some("minute" | "min")) if figure.abs() >= Number::from(60) && figure.is_integer() => {
            let (hours, minutes) = ((figure / Number::from(60)).trunc(), figure % Number::from(60));
            if minutes.is_zero() {
                format!("{}{NO_BREAK}h", number(hours))
            } else {
                format!("{}{NO_BREAK}h{NO_BREAK}{}{NO_BREAK}min", number(hours), number(minutes.abs()))
            }
        }
        (Kind::Duration, Some("minute")) => format!("{}{NO_BREAK}min", number(figure)),
        (Kind::Duration, Some("hour")) => format!("{}{NO_BREAK}h", number(figure)),
        (_, None) => number(figure),
        (_, Some(unit)) if unit.chars().all(char::is_uppercase) => format!("{}{NO_BREAK}{unit}", number(figure)),
        (_, Some(unit)) if figure == Number::ONE => format!("1{NO_BREAK}{}", unit.replace(' ', "\u{a0}")),
        (_, Some(unit)) => format!("{}{NO_BREAK}{}", number(figure), plural(unit).replace(' ', "\u{a0}")),
    }
}

/// The plural of a unit as the claims file names it.
fn plural(unit: &str) -> String {
    match unit {
        "person" => "people".to_owned(),
        "foot" => "feet".to_owned(),
        _ if unit.ends_with(['s', '°', '%']) || unit.ends_with("°C") => unit.to_owned(),
        _ if unit.ends_with('y') && !unit.ends_with(['a', 'e', 'o']) => format!("{}ies", &unit[..unit.len() - 1]),
        _ if unit.ends_with("ch") || unit.ends_with("sh") || unit.ends_with('x') => format!("{unit}es"),
        _ => format!("{unit}s"),
    }
}

fn moment_in_words(moment: &Moment) -> String {
    let zone = moment.zone.as_ref().map(|zone| format!("{NO_BREAK}{}", zone.name)).unwrap_or_default();
    if moment.precision >= Precision::DayPart
        && let (Some(from), Some(to)) = (moment.from, moment.to)
    {
        let clock = format!("{:02}:{:02}", from.hour(), from.minute());
        if moment.precision >= Precision::Minute {
            return format!("{}, {clock}{zone}", day(from.date()));
        }
        return format!("{}, {clock} to {:02}:{:02}{zone}", day(from.date()), to.hour(), to.minute());
    }
    match (moment.first_day(), moment.last_day()) {
        (Some(first), Some(last)) => days(first, last),
        (Some(first), None) => format!("from {} on", day(first)),
        (None, Some(last)) => format!("up to {}", day(last)),
        (None, None) => "any time".to_owned(),
    }
}

fn edge(edge: &Edge) -> Option<String> {
    edge.days().map(|(low, high)| days(low, high))
}

/// Two days as the shortest words that name exactly them.
fn days(first: Date, last: Date) -> String {
    if first == last {
        return day(first);
    }
    let ends_month = last == last.last_of_month();
    if first.day() == 1 && ends_month && first.year() == last.year() {
        if first.month() == last.month() {
            return format!("{}{NO_BREAK}{}", month(first), first.year());
        }
        if first.month() == 1 && last.month() == 12 {
            return first.year().to_string();
        }
        return format!("{} to {}{NO_BREAK}{}", month(first), month(last), last.year());
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{}{NO_BREAK}{}{NO_BREAK}{}", first.day(), last.day(), month(last), last.year());
    }
    format!("{}–{}", day(first), day(last))
}

fn day(date: Date) -> String {
    format!("{}{NO_BREAK}{}{NO_BREAK}{}", date.day(), month(date), date.year())
}

fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::edtf::{parse_date, parse_window};
    use crate::value::{Interval, Number};

    fn plain(text: &str) -> String {
        text.replace(NO_BREAK, " ")
    }

    fn said(stated: i64, hedge: Hedge, kind: Kind, unit: &str) -> String {
        let stated = Number::from(stated);
        let amount = Amount { stated: Some(stated), hedge, interval: Interval::exact(stated) };
        plain(&amount_in_words(&amount, kind, Some(unit)))
    }

    #[test]
    fn amounts_read_as_stated() {
        assert_eq!(said(20, Hedge::Exact, Kind::Count, "call"), "20 calls");
        assert_eq!(said(1, Hedge::Exact, Kind::Count, "call"), "1 call");
        assert_eq!(said(120, Hedge::MoreThan, Kind::Duration, "minute"), "more than 2 h");
        assert_eq!(said(130, Hedge::Exact, Kind::Duration, "minute"), "2 h 10 min");
        assert_eq!(said(1_200_000, Hedge::Rounded, Kind::Count, "person"), "1,200,000 people");
        assert_eq!(said(5000, Hedge::About, Kind::Money, "EUR"), "about 5000 EUR");
    }

    #[test]
    fn periods_name_no_day_that_was_not_stated() {
        let said = |text: &str| plain(&window(&parse_window(text).unwrap()));
        assert_eq!(said("2017-05/2022-02-24"), "May 2017 to 24 Feb 2022");
        assert_eq!(said("2022-02-24/.."), "since 24 Feb 2022");
        assert_eq!(said("/2022"), "up to 2022");
        assert_eq!(said("2023-03-07"), "7 Mar 2023");
        assert_eq!(plain(&moment_in_words(&parse_date("2022-06").unwrap())), "Jun 2022");
    }
}
