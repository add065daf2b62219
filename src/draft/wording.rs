//! Wording that takes no side, as a desk could print it: what the sources say,
//! and whose it is.
//!
//! ```text
//! between 6 and 14 calls, according to the Élysée and the Kremlin
//! on 5 or 6 March 2022, depending on the source: the Élysée says the 5th, the Kremlin the 6th
//! accounts differ: according to the Élysée, “at their request”; according to the Kremlin, “we called”
//! ```

use super::source::{Source, is_one_voice};
use crate::claims::Topic;
use crate::compare::dates::moment_in_words;
use crate::compare::words::{
    interval_in_words, list_in_words, number_in_words, plural, quotation, unit_of, value_in_words, verb_for,
};
use crate::value::{Interval, Moment, Number, Value};
use jiff::civil::Date;

/// What can be said of these sources; `None` where there is none.
pub(super) fn safe_wording(topic: &Topic, sources: &[Source<'_>]) -> Option<String> {
    if let [only] = sources {
        return Some(match only.value() {
            Value::Silent { .. } => return None,
            value => format!("{}, according to {}", value_in_words(value, topic), only.who),
        });
    }
    let amounts: Option<Vec<_>> =
        sources.iter().map(|source| Some((&source.amount()?.interval, &source.who))).collect();
    let dates: Option<Vec<_>> = sources.iter().map(|source| Some((source.date()?, source.who.as_str()))).collect();
    match (sources, amounts, dates) {
        ([], ..) => None,
        (_, Some(amounts), _) => Some(range(topic, amounts)),
        (_, _, Some(dates)) => Some(days(dates)),
        _ => Some(accounts(topic, sources)),
    }
}

/// `between 6 and 14 calls, according to …`: the lowest and the highest that
/// anybody states.
fn range(topic: &Topic, mut amounts: Vec<(&Interval<Number>, &String)>) -> String {
    amounts.sort_by_key(|(interval, _)| (interval.low.value().copied(), interval.high.value().copied()));
    let low = amounts.first().and_then(|(interval, _)| interval.low.value().copied());
    let highs: Option<Vec<Number>> = amounts.iter().map(|(interval, _)| interval.high.value().copied()).collect();
    let high = highs.and_then(|highs| highs.into_iter().max());
    let unit = unit_of(topic)
        .map(|unit| if unit == "%" { "%".to_owned() } else { format!(" {}", plural(unit)) })
        .unwrap_or_default();
    let figure = match (low, high) {
        (Some(low), Some(high)) if low == high => number_in_words(low),
        (Some(low), Some(high)) => format!("between {} and {}", number_in_words(low), number_in_words(high)),
        (Some(low), None) => format!("at least {}", number_in_words(low)),
        _ => interval_in_words(amounts[0].0),
    };
    let mut people: Vec<String> = Vec::new();
    for (_, who) in amounts {
        if !people.contains(who) {
            people.push(who.clone());
        }
    }
    format!("{figure}{unit}, according to {}", list_in_words(&people, people.len()))
}

/// `on 5 or 6 March 2022, depending on the source: A says the 5th, B the 6th`.
fn days(mut dates: Vec<(&Moment, &str)>) -> String {
    dates.sort_by_key(|(moment, who)| (moment.from, moment.to, *who));
    let mut said: Vec<(&Moment, Vec<String>)> = Vec::new();
    for (moment, who) in dates {
        match said.last_mut().filter(|(last, _)| *last == moment) {
            Some((_, people)) => people.push(who.to_owned()),
            None => said.push((moment, vec![who.to_owned()])),
        }
    }
    let has_clock = said.iter().any(|(moment, _)| moment.precision > crate::value::Precision::Day);
    let days: Option<Vec<Date>> = said.iter().map(|(moment, _)| moment.only_day()).collect();
    let days = days.filter(|_| !has_clock);
    let written = |date: Date, form: &str| date.strftime(form).to_string();
    let same = |form: &str, days: &[Date]| days.iter().all(|day| written(*day, form) == written(days[0], form));
    let (head, each): (String, Vec<String>) = match &days {
        Some(days) if same("%Y-%m", days) => {
            let numbers: Vec<String> = days.iter().map(|day| day.day().to_string()).collect();
            let head = format!("on {} {}", either(&numbers), written(days[0], "%B %Y"));
            (head, days.iter().map(|day| format!("the {}", ordinal(day.day()))).collect())
        }
        Some(days) if same("%Y", days) => {
            let each: Vec<String> = days.iter().map(|day| written(*day, "%-d %B")).collect();
            (format!("on {} {}", either(&each), written(days[0], "%Y")), each)
        }
        Some(days) => {
            let each: Vec<String> = days.iter().map(|day| written(*day, "%-d %B %Y")).collect();
            (format!("on {}", either(&each)), each)
        }
        None => {
            let each: Vec<String> = said.iter().map(|(moment, _)| moment_in_words(moment)).collect();
            (either(&each), each)
        }
    };
    if let [(_, people)] = said.as_slice() {
        return format!("{head}, according to {}", list_in_words(people, people.len()));
    }
    let tell = |(at, ((_, people), day)): (usize, (&(&Moment, Vec<String>), &String))| {
        let who = list_in_words(people, people.len());
        let verb = if is_one_voice(people) { verb_for(&who, "says", "say") } else { "say" };
        // The verb goes without saying after the first.
        if at == 0 { format!("{who} {verb} {day}") } else { format!("{who} {day}") }
    };
    let told: Vec<String> = said.iter().zip(&each).enumerate().map(tell).collect();
    format!("{head}, depending on the source: {}", told.join(", "))
}

/// `a or b`, `a, b or c`.
fn either(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn ordinal(number: i8) -> String {
    let end = match (number % 10, number % 100) {
        (1, of) if of != 11 => "st",
        (2, of) if of != 12 => "nd",
        (3, of) if of != 13 => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

/// Each in the words of its source, since answers have no middle.
fn accounts(topic: &Topic, sources: &[Source<'_>]) -> String {
    let mut told: Vec<String> = Vec::new();
    for source in sources {
        let account = match (source.value(), &source.words) {
            (Value::Silent { .. }, _) => format!("{} does not mention it", source.who),
            (Value::Wording(words), _) => format!("according to {}, {}", source.who, quotation(words)),
            (_, Some(words)) => format!("according to {}, {}", source.who, quotation(words)),
            (value, None) => format!("according to {}, {}", source.who, value_in_words(value, topic)),
        };
        if !told.contains(&account) {
            told.push(account);
        }
    }
    format!("accounts differ: {}", told.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::edtf::parse_date;

    fn said(dates: &[(&str, &str)]) -> String {
        let moments: Vec<Moment> = dates.iter().map(|(date, _)| parse_date(date).unwrap()).collect();
        days(moments.iter().zip(dates).map(|(moment, (_, who))| (moment, *who)).collect())
    }

    #[test]
    fn days_are_told_as_a_desk_prints_them() {
        assert_eq!(
            said(&[("2022-03-06", "the Kremlin"), ("2022-03-05", "the Élysée")]),
            "on 5 or 6 March 2022, depending on the source: the Élysée says the 5th, the Kremlin the 6th"
        );
        assert_eq!(
            said(&[("2022-02-28", "A"), ("2022-03-01", "B"), ("2022-02-28", "the police")]),
            "on 28 February or 1 March 2022, depending on the source: A and the police say 28 February, B 1 March"
        );
        assert_eq!(
            said(&[("2021-12-31", "the unions"), ("2022-01-01", "B")]),
            "on 31 December 2021 or 1 January 2022, depending on the source: the unions say 31 December 2021, B 1 January 2022"
        );
        assert_eq!(
            said(&[("2022-02", "A"), ("2022-03-01", "B")]),
            "Feb 2022 or 1 Mar 2022, depending on the source: A says Feb 2022, B 1 Mar 2022"
        );
        assert_eq!(said(&[("2022-02-22", "A"), ("2022-02-22", "B")]), "on 22 February 2022, according to A and B");
    }
}
