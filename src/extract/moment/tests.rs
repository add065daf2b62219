//! What moments and windows are read from sentences of news: runs the tables
//! of `tests/extract/moments.md` and `windows.md`.

use super::*;
use crate::extract::window::{OtherYear, WindowRead, find_windows};
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
    let one = |value: &Extracted| match &value.reading {
        Reading::Moment(when) => format!("{} = {}", value.span.of(text), written(when)),
        other => format!("{other:?}"),
    };
    find_moments(&tokens, setting, known).iter().map(one).collect()
}

fn read_windows(text: &str, setting: &Setting, known: &[Extracted]) -> Vec<String> {
    let tokens = Tokens::new(text);
    let mut moments = find_moments(&tokens, setting, known);
    moments.extend_from_slice(known);
    let edge = |edge: Edge| match edge.days() {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => format!("{low}~{high}"),
        None => "?".to_owned(),
    };
    let one = |read: &WindowRead| match (read.same, read.year) {
        (true, None) => format!("{} = same", read.span.of(text)),
        (true, Some(OtherYear::In(year))) => format!("{} = same in {year}", read.span.of(text)),
        (true, Some(OtherYear::UpTo(years))) => format!("{} = the {years} years up to it", read.span.of(text)),
        (true, Some(OtherYear::Before(years))) => format!("{} = same {years} before", read.span.of(text)),
        (false, _) => format!("{} = {} to {}", read.span.of(text), edge(read.window.from), edge(read.window.to)),
    };
    find_windows(&tokens, setting, &moments).iter().map(one).collect()
}

/// The events that the tables know.
fn events(text: &str) -> Vec<Extracted> {
    let named = |name: &str, on: &str| -> Vec<Extracted> {
        let when = When::known(edtf::parse_date(on).unwrap());
        let event =
            |at: usize| Extracted { span: Span::new(at, at + name.len()), reading: Reading::Moment(when.clone()) };
        text.match_indices(name).map(|(at, _)| event(at)).collect()
    };
    let mut known = named("invasion", "2022-02-24");
    known.extend(named("troops invaded Ukraine", "2022-02-24"));
    known.extend(named("Macron’s election", "2017-05-07"));
    known
}

type ReadValues = fn(&str, &Setting, &[Extracted]) -> Vec<String>;

/// Runs a table of texts, published on Friday 8 July 2022 unless a line
/// `Published …` above says otherwise.
fn hold(table: &str, read: ReadValues) {
    let mut wrong = Vec::new();
    let mut published = "2022-07-08".to_owned();
    for line in table.lines() {
        if let Some(date) = line.strip_prefix("Published ") {
            published = date.trim_end_matches('.').to_owned();
        }
        let row = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")?.rsplit_once(" | "));
        let Some((text, expected)) = row.filter(|(text, _)| *text != "text") else { continue };
        let found = read(text, &setting(&published), &events(text));
        let found = if found.is_empty() { "-".to_owned() } else { found.join("; ") };
        if found != expected {
            wrong.push(format!("| {text} | {found} |  not  {expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_of_moments_holds() {
    hold(include_str!("../../../tests/extract/moments.md"), read);
}

#[test]
fn the_table_of_windows_holds() {
    hold(include_str!("../../../tests/extract/windows.md"), read_windows);
}

#[test]
fn numeric_dates_follow_the_order() {
    let american = Setting { order: DateOrder::MonthDayYear, ..setting("2022-07-08") };
    assert_eq!(read("on 3/7/2022", &american, &[]), ["3/7/2022 = 2022-03-07"]);
    assert_eq!(read("on 3/7/2022", &setting("2022-07-08"), &[]), ["3/7/2022 = 2022-07-03"]);
}

#[test]
fn zones_are_kept() {
    let zone = |text: &str| {
        let tokens = Tokens::new(text);
        let found = find_moments(&tokens, &setting("2022-07-08"), &[]);
        let Reading::Moment(when) = &found[0].reading else { panic!("a moment") };
        when.moment.as_ref().and_then(|moment| moment.zone.clone()).map(|zone| (zone.name, zone.offset_minutes))
    };
    assert_eq!(zone("at 23:30 Moscow time on 24 February"), Some(("Moscow time".to_owned(), Some(180))));
    assert_eq!(zone("at noon GMT on Monday"), Some(("GMT".to_owned(), Some(0))));
    assert_eq!(zone("2022-02-24T23:30:00+03:00"), Some(("+03:00".to_owned(), Some(180))));
    assert_eq!(zone("9pm Kyiv time on Monday"), Some(("Kyiv time".to_owned(), Some(180))));
    assert_eq!(zone("9pm Kyiv time on 3 February 2022"), Some(("Kyiv time".to_owned(), Some(120))));
    assert_eq!(zone("9am Eastern on Monday"), Some(("Eastern".to_owned(), Some(-240))));
    assert_eq!(zone("10:00 UTC+3 on Monday"), Some(("UTC+3".to_owned(), Some(180))));
    assert_eq!(zone("6 p.m. local time on Monday"), Some(("local time".to_owned(), None)));
    assert_eq!(zone("1pm-2pm on Monday"), None);
    assert_eq!(zone("9pm on Monday"), None);
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
fn ends_that_are_denied_or_named_are_listed_whole() {
    let read = |text: &str| -> Vec<String> {
        let tokens = Tokens::new(text);
        let day = |at: Option<DateTime>| at.map_or("..".to_owned(), |at| at.date().to_string());
        let one = |value: &Extracted| match &value.reading {
            Reading::Moment(When { moment: Some(moment), .. }) => {
                format!("{} = {}/{}", value.span.of(text), day(moment.from), day(moment.to))
            }
            Reading::Moment(When { hours: Some((from, to)), .. }) => {
                format!("{} = {from}-{to} o’clock", value.span.of(text))
            }
            other => format!("{other:?}"),
        };
        find_stretches(&tokens, &setting("2022-07-08"), &[]).iter().map(one).collect()
    };
    for (text, expected) in [
        ("no later than 5 May", "no later than 5 May = ../2022-05-06"),
        ("on or after 5 May", "on or after 5 May = 2022-05-05/.."),
        ("prior to 2012", "prior to 2012 = ../2012-01-01"),
        ("before the end of the year", "before the end of the year = ../2023-01-01"),
        ("through Tuesday", "through Tuesday = ../2022-07-06"),
        ("They met in the afternoon.", "afternoon = 12-19 o’clock"),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn open_stretches_are_listed_whole() {
    let ends = |text: &str, prefer: Prefer| -> Vec<String> {
        let tokens = Tokens::new(text);
        let found = find_stretches(&tokens, &Setting { prefer, ..setting("2022-07-08") }, &[]);
        let end = |at: Option<DateTime>| at.map_or("..".to_owned(), |at| at.strftime("%m-%dT%H").to_string());
        let one = |value: &Extracted| match &value.reading {
            Reading::Moment(When { moment: Some(moment), .. }) => {
                let year = moment.from.or(moment.to).map_or(0, |at| at.year());
                format!("{} = {year} {} {}", value.span.of(text), end(moment.from), end(moment.to))
            }
            other => format!("{other:?}"),
        };
        found.iter().map(one).collect()
    };
    assert_eq!(
        ends("after 2010, before 2018, since June, later than 2020", Prefer::Past),
        [
            "after 2010 = 2011 01-01T00 ..",
            "before 2018 = 2018 .. 01-01T00",
            "since June = 2022 06-01T00 ..",
            "later than 2020 = 2021 01-01T00 .."
        ]
    );
    assert_eq!(
        ends("yesterday before 5pm; after 6pm; 2016 and later; more than two weeks ago; from 2016 on", Prefer::Past),
        [
            "yesterday before 5pm = 2022 .. 07-07T17",
            "after 6pm = 2022 07-08T18 ..",
            "2016 and later = 2016 01-01T00 ..",
            "more than two weeks ago = 2022 .. 06-24T00",
            "from 2016 on = 2016 01-01T00 .."
        ]
    );
    assert_eq!(ends("by 2pm", Prefer::Past), ["by 2pm = 2022 .. 07-08T14"]);
    assert_eq!(ends("by 2pm", Prefer::Future), ["by 2pm = 2022 07-08T00 07-08T14"]);
}

#[test]
fn plans_count_whole_weeks() {
    let ahead = |text: &str| read(text, &Setting { prefer: Prefer::Future, ..setting("2022-07-08") }, &[]);
    assert_eq!(ahead("the next two weeks"), ["the next two weeks = 2022-07-11/2022-07-24"]);
    assert_eq!(ahead("two upcoming months"), ["two upcoming months = 2022-08-01/2022-09-30"]);
    assert_eq!(ahead("this season"), ["this season = 2022-06-21/2022-09-22"]);
    assert_eq!(ahead("in the afternoon"), ["afternoon = 2022-07-08T12:00/2022-07-08T19:00"]);
    assert_eq!(ahead("at 12 15"), ["12 15 = T12:15"]);
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
        "since",
        "same",
        "all",
        "several",
        "more than",
        "and later",
        "for",
        "0930",
        "now",
        "a half",
        "T",
        "é",
        "\u{200B}",
        "ᴀ",
        "٣",
    ];
    prop::collection::vec((prop::sample::select(words.to_vec()), prop::sample::select(vec![" ", ""])), 0..24)
        .prop_map(|pairs| pairs.iter().flat_map(|(word, gap)| [*word, *gap]).collect())
}

fn spans_hold(text: &str, reference: &str, prefer: Prefer) -> Result<(), TestCaseError> {
    let setting = Setting { prefer, ..setting(reference) };
    let tokens = Tokens::new(text);
    let mut found = find_moments(&tokens, &setting, &[]);
    found.extend(find_stretches(&tokens, &setting, &found.clone()));
    let windows = find_windows(&tokens, &setting, &found);
    let found = find_moments(&tokens, &setting, &found);
    let spans = [found.iter().map(|f| f.span).collect::<Vec<_>>(), windows.iter().map(|w| w.span).collect()];
    for spans in spans {
        let mut end = 0;
        for span in spans {
            prop_assert!(end <= span.start && !span.is_empty(), "{text:?} {span:?}");
            end = span.end;
            prop_assert!(text.get(span.start..span.end).is_some());
            let wordy = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || c.is_ascii_digit());
            let cut = |at: usize| wordy(text[..at].chars().next_back()) && wordy(text[at..].chars().next());
            prop_assert!(!cut(span.start) && !cut(span.end), "{text:?} {span:?}");
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

#[test]
fn the_last_none_of_something_is_no_time() {
    let reference = Moment::day(jiff::civil::date(2022, 7, 8));
    let setting = Setting { reference: Some(reference), ..Setting::default() };
    let tokens = Tokens::new("0 last century");
    for value in find_moments(&tokens, &setting, &[]) {
        let Reading::Moment(When { moment: Some(moment), .. }) = value.reading else { continue };
        assert!(moment.from < moment.to, "{moment:?}");
    }
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
        let _ = find_windows(&tokens, &setting("2022-07-08"), &found);
        assert!(begun.elapsed().as_secs() < 5, "{piece}");
    }
}
