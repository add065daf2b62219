//! Runs `tests/extract/whole.md`: everything that is read from a text at
//! once, its values, its moments with their zones, and its windows.
//!
//! A moment is written as its first and last day or its clock times, a window
//! in brackets behind its words; what cannot be has its reason.

use super::{row, show};
use gainsay::extract::window::find_windows;
use gainsay::extract::{Extracted, Reading, Setting, When, extract};
use gainsay::text::{Span, Tokens};
use gainsay::value::edtf::parse_date;
use gainsay::value::{Edge, Precision};
use std::fmt::Write as _;

/// The day on which the texts were published, a Friday.
const PUBLISHED: &str = "2022-07-08";

/// The events that they know; one has the name of a holiday.
const EVENTS: [(&str, &str); 2] = [("invasion", "2022-02-24"), ("flag day", "2022-03-15")];

#[test]
fn all_that_a_text_says_is_read_together() {
    let table = include_str!("whole.md");
    let setting = Setting { reference: parse_date(PUBLISHED).ok(), ..Setting::default() };
    let (mut wrong, mut rows) = (String::new(), 0);
    for (number, line) in table.lines().enumerate() {
        let Some((text, expected)) = row(line) else { continue };
        rows += 1;
        let read = read(text, &setting);
        if read != expected {
            let _ = writeln!(wrong, "whole.md:{}: {text}\n  expected {expected}\n  read     {read}", number + 1);
        }
    }
    assert!(rows > 0, "no rows were read");
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn read(text: &str, setting: &Setting) -> String {
    let events = events(text);
    let mut values = extract(text, setting, &events);
    let mut read: Vec<String> = values.iter().map(|value| said(text, value)).collect();
    values.extend(events);
    for window in find_windows(&Tokens::new(text), setting, &values) {
        let words = window.span.of(text);
        let edges = format!("{} to {}", edge(window.window.from), edge(window.window.to));
        read.push(format!("{words} [{}]", if window.same { "the same".to_owned() } else { edges }));
    }
    if read.is_empty() { "-".to_owned() } else { read.join("; ") }
}

fn said(text: &str, value: &Extracted) -> String {
    match &value.reading {
        Reading::Moment(when) => format!("{} = {}", value.span.of(text), moment(when)),
        _ => show(text, value),
    }
}

fn moment(when: &When) -> String {
    let zone = when.moment.as_ref().and_then(|moment| moment.zone.as_ref()).or(when.zone.as_ref());
    let zone = zone.map(|zone| {
        let offset = zone.offset_minutes.map(|minutes| format!(", {minutes} minutes east"));
        format!(" ({}{})", zone.name, offset.unwrap_or_default())
    });
    let cannot_be = when.impossible.as_ref().map(|why| format!(", impossible: {why:?}"));
    format!("{}{}{}", stretch(when), zone.unwrap_or_default(), cannot_be.unwrap_or_default())
}

fn stretch(when: &When) -> String {
    let Some(moment) = &when.moment else {
        return when.clock.map_or_else(|| "?".to_owned(), |clock| format!("{:02}:{:02}", clock / 60, clock % 60));
    };
    let (from, to) = if moment.precision >= Precision::DayPart {
        let clock = |at: jiff::civil::DateTime| at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        (moment.from.map(clock), moment.to.map(clock))
    } else {
        (moment.first_day().map(|day| day.to_string()), moment.last_day().map(|day| day.to_string()))
    };
    let end = |end: Option<String>| end.unwrap_or_else(|| "..".to_owned());
    if from == to { end(from) } else { format!("{}/{}", end(from), end(to)) }
}

fn edge(edge: Edge) -> String {
    match edge.days() {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => format!("{low}~{high}"),
        None => "?".to_owned(),
    }
}

fn events(text: &str) -> Vec<Extracted> {
    let named = |(name, on): (&str, &str)| {
        let when = When::known(parse_date(on).expect("a date"));
        let span = |at: usize| Span::new(at, at + name.len());
        let event = |at: usize| Extracted { span: span(at), reading: Reading::Moment(when.clone()) };
        text.match_indices(name).map(|(at, _)| event(at)).collect::<Vec<Extracted>>()
    };
    let mut events: Vec<Extracted> = EVENTS.into_iter().flat_map(named).collect();
    events.sort_by_key(|event| event.span.start);
    events
}
