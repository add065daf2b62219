//! What [`find_moments`] reads, on sentences of news; a reading is written
//! `text = from/to` with the last day inclusive, or with clock times.

use super::*;
use crate::extract::{DateOrder, Prefer, When};
use crate::text::Span;
use crate::value::{Precision, edtf};
use jiff::civil::DateTime;
use proptest::prelude::*;

pub(super) fn setting(reference: &str) -> Setting {
    Setting { reference: edtf::parse_date(reference).ok(), ..Setting::default() }
}

fn written(when: &When) -> String {
    let Some(moment) = &when.moment else {
        return when.clock.map_or_else(|| "?".to_owned(), |clock| format!("T{:02}:{:02}", clock / 60, clock % 60));
    };
    let clock = |at: Option<DateTime>| at.map_or("..".to_owned(), |at| at.strftime("%Y-%m-%dT%H:%M").to_string());
    if moment.precision >= Precision::DayPart {
        return format!("{}/{}", clock(moment.from), clock(moment.to));
    }
    let day = |at: Option<jiff::civil::Date>| at.map_or("..".to_owned(), |at| at.to_string());
    let (first, last) = (day(moment.first_day()), day(moment.last_day()));
    if first == last { first } else { format!("{first}/{last}") }
}

fn read(text: &str, setting: &Setting, known: &[Extracted]) -> Vec<String> {
    let tokens = Tokens::new(text);
    let found = find_moments(&tokens, setting, known);
    let one = |value: &Extracted| match &value.reading {
        Reading::Moment(when) => format!("{} = {}", value.span.of(text), written(when)),
        other => format!("{other:?}"),
    };
    found.iter().map(one).collect()
}

/// Reads a text published on Friday 8 July 2022.
fn news(text: &str) -> Vec<String> {
    read(text, &setting("2022-07-08"), &[])
}

#[test]
fn days_in_every_order() {
    for text in [
        "2022-02-24",
        "24 February 2022",
        "Feb. 24, 2022",
        "February 24, 2022",
        "the 24th of February 2022",
        "24/2/22",
        "24.02.2022",
        "Thursday, 24 February 2022",
        "February 24th 2022",
    ] {
        assert_eq!(news(&format!("It began on {text}.")), [format!("{text} = 2022-02-24")], "{text}");
    }
    assert_eq!(news("It began on 24 February."), ["24 February = 2022-02-24"]);
    assert_eq!(news("It began on 24 December."), ["24 December = 2021-12-24"]);
    let american = Setting { order: DateOrder::MonthDayYear, ..setting("2022-07-08") };
    assert_eq!(read("on 3/7/2022", &american, &[]), ["3/7/2022 = 2022-03-07"]);
}

#[test]
fn stretches_and_their_parts() {
    assert_eq!(news("It leaked in late June."), ["late June = 2022-06-21/2022-06-30"]);
    assert_eq!(news("at the end of February 2022"), ["the end of February 2022 = 2022-02-21/2022-02-28"]);
    assert_eq!(
        news("elected in May 2017, and in 2022 again"),
        ["May 2017 = 2017-05-01/2017-05-31", "2022 = 2022-01-01/2022-12-31"]
    );
    assert_eq!(news("in spring 2014"), ["spring 2014 = 2014-03-01/2014-05-31"]);
    assert_eq!(news("in the first quarter of 2021"), ["the first quarter of 2021 = 2021-01-01/2021-03-31"]);
    assert_eq!(news("in the second half of 2021"), ["the second half of 2021 = 2021-07-01/2021-12-31"]);
    assert_eq!(news("in mid-March"), ["mid-March = 2022-03-11/2022-03-20"]);
    assert_eq!(news("in late 2021"), ["late 2021 = 2021-09-01/2021-12-31"]);
    assert_eq!(news("in the 1990s"), ["the 1990s = 1990-01-01/1999-12-31"]);
    assert_eq!(news("the talks of 24-26 February"), ["24-26 February = 2022-02-24/2022-02-26"]);
    assert_eq!(news("from 3 to 5 May"), ["from 3 to 5 May = 2022-05-03/2022-05-05"]);
    assert_eq!(news("from November to February 2022"), ["from November to February 2022 = 2021-11-01/2022-02-28"]);
}

#[test]
fn days_counted_from_the_reference() {
    assert_eq!(news("on Wednesday"), ["Wednesday = 2022-07-06"]);
    assert_eq!(news("on Friday"), ["Friday = 2022-07-08"]);
    assert_eq!(news("yesterday and two days ago"), ["yesterday = 2022-07-07", "two days ago = 2022-07-06"]);
    assert_eq!(news("last week"), ["last week = 2022-06-27/2022-07-03"]);
    assert_eq!(
        news("last month, this year"),
        ["last month = 2022-06-01/2022-06-30", "this year = 2022-01-01/2022-12-31"]
    );
    assert_eq!(news("on Tuesday evening"), ["Tuesday evening = 2022-07-05T18:00/2022-07-06T00:00"]);
    assert_eq!(news("two years ago today"), ["two years ago today = 2020-07-08"]);
    assert_eq!(news("on 7 March. A week earlier he"), ["7 March = 2022-03-07", "A week earlier = 2022-02-28"]);
    assert_eq!(read("on Tuesday", &setting(""), &[]), ["Tuesday = ?"]);
    let month = setting("2022-10");
    assert_eq!(read("up until last week", &month, &[]), ["last week = 2022-09-19/2022-10-30"]);
}

#[test]
fn clock_times_with_and_without_their_day() {
    let at = "2022-02-24T23:30/2022-02-24T23:31";
    for text in [
        "11.30pm, 24 Feb 2022",
        "24 Feb 2022, 11.30pm",
        "24 February 2022 at 23:30",
        "11:30 p.m. on February 24, 2022",
        "2022-02-24T23:30",
    ] {
        assert_eq!(news(text), [format!("{text} = {at}")]);
    }
    assert_eq!(news("at 9pm on 21 February"), ["9pm on 21 February = 2022-02-21T21:00/2022-02-21T21:01"]);
    assert_eq!(news("at 11.30pm, according to"), ["11.30pm = T23:30"]);
    assert_eq!(
        news("at half past three, at 9 o'clock, at noon"),
        ["half past three = T03:30", "9 o'clock = T09:00", "noon = T12:00"]
    );
    let text = "at 23:30 Moscow time on 24 February";
    let tokens = Tokens::new(text);
    let found = find_moments(&tokens, &setting("2022-07-08"), &[]);
    let Reading::Moment(when) = &found[0].reading else { panic!("a moment") };
    let zone = when.moment.as_ref().unwrap().zone.clone().unwrap();
    assert_eq!((zone.name.as_str(), zone.offset_minutes), ("Moscow time", Some(180)));
}

#[test]
fn dates_counted_from_events() {
    let text = "four days before the Russian invasion, on the night of the invasion, the day after the invasion";
    let known: Vec<Extracted> = text
        .match_indices("invasion")
        .map(|(at, name)| Extracted {
            span: Span::new(at, at + name.len()),
            reading: Reading::Moment(When {
                moment: edtf::parse_date("2022-02-24").ok(),
                clock: None,
                impossible: None,
                relative: false,
            }),
        })
        .collect();
    assert_eq!(
        read(text, &setting("2022-07-08"), &known),
        [
            "four days before the Russian invasion = 2022-02-20",
            "the night of the invasion = 2022-02-24T18:00/2022-02-25T06:00",
            "the day after the invasion = 2022-02-25"
        ]
    );
}

#[test]
fn what_cannot_be_says_why() {
    let flaw = |text: &str| {
        let tokens = Tokens::new(text);
        let found = find_moments(&tokens, &setting("2022-07-08"), &[]);
        let Reading::Moment(when) = &found[0].reading else { panic!("a moment") };
        when.impossible.clone()
    };
    assert_eq!(flaw("Friday, 24 February 2022").unwrap(), "24 February 2022 was a Thursday, not a Friday");
    assert_eq!(flaw("on 30 February 2022").unwrap(), "February 2022 has no day 30");
    assert_eq!(flaw("Thursday, 24 February 2022"), None);
}

#[test]
fn what_is_no_date() {
    for text in [
        "Theresa May spoke to Putin, and May won.",
        "This may include adverts, and may not.",
        "They march on the capital, the second in a row.",
        "The Sun reported 2,022 cases and 2022 people.",
        "It cost €2022, 1.5 million and 20.14 percent.",
        "the 20th phone call, 14 times, 130-minute",
        "He said the AMX-10 RC and Brexit Facts4EU.0rg won 3-1",
        "a fall in prices, spring to mind",
        "the course will last two hours",
    ] {
        assert_eq!(news(text), [""; 0], "{text}");
    }
}

fn date_words() -> impl Strategy<Value = String> {
    let words = [
        "the",
        "24",
        "31",
        "2022",
        "9999",
        "0",
        "February",
        "May",
        "Sun",
        "Tuesday",
        "last",
        "past",
        "next",
        "century",
        "999999",
        "days",
        "years",
        "months",
        "ago",
        "before",
        "after",
        "from",
        "to",
        "between",
        "and",
        "of",
        "start",
        "first",
        "week",
        "11.30pm",
        "24:59",
        "half",
        "quarter",
        "at",
        "in",
        ",",
        "-",
        ".",
        "/",
        ":",
        "night",
        "the day before",
        "12",
        "th",
        "’s",
        "Easter",
        "Christmas",
        "1990s",
        "Q1",
        "late",
        "mid-",
        "+3",
        "GMT",
        "T",
        "é",
        "\u{200B}",
    ];
    prop::collection::vec((prop::sample::select(words.to_vec()), prop::sample::select(vec![" ", ""])), 0..24)
        .prop_map(|pairs| pairs.iter().flat_map(|(word, gap)| [*word, *gap]).collect())
}

fn spans_hold(text: &str, reference: &str, prefer: Prefer) -> Result<(), TestCaseError> {
    let setting = Setting { prefer, ..setting(reference) };
    let tokens = Tokens::new(text);
    let mut found = find_moments(&tokens, &setting, &[]);
    found.extend(find_stretches(&tokens, &setting, &found.clone()));
    let windows = crate::extract::window::find_windows(&tokens, &setting, &found);
    let found = find_moments(&tokens, &setting, &found);
    let spans = [found.iter().map(|f| f.span).collect::<Vec<_>>(), windows.iter().map(|w| w.span).collect()];
    for spans in spans {
        let mut end = 0;
        for span in spans {
            prop_assert!(end <= span.start && !span.is_empty(), "{text:?} {span:?}");
            end = span.end;
            prop_assert!(text.get(span.start..span.end).is_some());
            let letters = |at: usize| {
                let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
                before && text[at..].chars().next().is_some_and(char::is_alphabetic)
            };
            let digits = |at: usize| {
                let before = text[..at].chars().next_back().is_some_and(|c| c.is_ascii_digit());
                before && text[at..].chars().next().is_some_and(|c| c.is_ascii_digit())
            };
            prop_assert!(![span.start, span.end].iter().any(|&at| letters(at) || digits(at)), "{text:?} {span:?}");
        }
    }
    for value in &found {
        if let Reading::Moment(When { moment: Some(moment), .. }) = &value.reading
            && let (Some(from), Some(to)) = (moment.from, moment.to)
        {
            prop_assert!(from < to, "{text:?} {moment:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_spans_in_order(text in "\\PC{0,60}") {
        spans_hold(&text, "2022-07-08", Prefer::Past)?;
    }

    #[test]
    fn any_words_of_dates_have_spans_in_order(
        text in date_words(),
        reference in prop::sample::select(vec!["", "0000-01-01", "9999-12-31", "2022-02", "2022-07-08", "20XX", "9999"]),
        prefer in prop::sample::select(vec![Prefer::Past, Prefer::Future, Prefer::Nearest]),
    ) {
        spans_hold(&text, reference, prefer)?;
    }
}

#[test]
fn reading_is_linear_in_the_text() {
    for piece in
        ["the start of ", "the day before ", "from 3 to ", "24/", "last ", "the first week of ", "two years and "]
    {
        let text = piece.repeat(3_000);
        let tokens = Tokens::new(&text);
        let begun = std::time::Instant::now();
        let found = find_moments(&tokens, &setting("2022-07-08"), &[]);
        let _ = crate::extract::window::find_windows(&tokens, &setting("2022-07-08"), &found);
        assert!(begun.elapsed().as_secs() < 5, "{piece}");
    }
}
