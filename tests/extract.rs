//! Runs the tables of `tests/extract/*.md`: a section is a phenomenon, a row
//! a text and the values read from it.
//!
//! A value is written `words = reading`, and the reading is the kind, what is
//! stated (`?` where nothing is), then hedge and interval where it is not
//! exact, the unit, the role where the number is not a total, and for a
//! duration its ISO 8601 form. No value is `-`; values are parted by `;`.

use gainsay::extract::{Extracted, Measure, Reading, Role, Setting, extract};
use gainsay::text::Span;
use gainsay::value::{Bound, Hedge, Interval, Number};
use proptest::prelude::*;
use std::fmt::Write as _;

#[path = "extract/claimed.rs"]
mod claimed;
#[path = "extract/whole.rs"]
mod whole;

#[test]
fn tables_of_texts_and_values_hold() {
    let mut wrong = String::new();
    let mut rows = 0;
    for file in ["numbers.md", "hedges.md", "units.md", "refused.md"] {
        let table = std::fs::read_to_string(format!("tests/extract/{file}")).unwrap();
        for (number, line) in table.lines().enumerate() {
            let Some((text, expected)) = row(line) else { continue };
            rows += 1;
            let values = extract(text, &Setting::default(), &[]);
            let read: Vec<String> = values.iter().map(|value| show(text, value)).collect();
            let read = if read.is_empty() { "-".to_owned() } else { read.join("; ") };
            if read != expected {
                let _ = writeln!(wrong, "{file}:{}: {text}\n  expected {expected}\n  read     {read}", number + 1);
            }
        }
    }
    assert!(rows > 0, "no rows were read");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The cells of a row; not those of the header.
fn row(line: &str) -> Option<(&str, &str)> {
    let (text, values) = line.strip_prefix("| ")?.strip_suffix(" |")?.rsplit_once(" | ")?;
    let is_row = text.trim() != "text" && !text.starts_with("---");
    is_row.then(|| (text.trim(), values.trim()))
}

fn show(text: &str, value: &Extracted) -> String {
    let said = match &value.reading {
        Reading::Number(measure) => describe("number", measure),
        Reading::Ordinal(measure) => describe("ordinal", measure),
        Reading::Percent(measure) => describe("percent", measure),
        Reading::Money(measure) => describe("money", measure),
        Reading::Quantity(measure) => describe("quantity", measure),
        Reading::Duration(measure, length) => format!("{} {}", describe("duration", measure), length.iso()),
        Reading::Moment(_) => "moment".to_owned(),
    };
    format!("{} = {said}", value.span.of(text))
}

fn describe(kind: &str, measure: &Measure) -> String {
    let stated = measure.stated.map_or("?".to_owned(), |stated| stated.to_string());
    let mut said = format!("{kind} {stated}");
    if measure.hedge != Hedge::Exact {
        let hedge = serde_json::to_string(&measure.hedge).unwrap_or_default();
        let _ = write!(said, " {} {}", hedge.trim_matches('"'), interval(&measure.interval));
    }
    if let Some(unit) = &measure.unit {
        let _ = write!(said, " {unit}");
    }
    if measure.role != Role::Total {
        let _ = write!(said, " {:?}", measure.role);
    }
    said
}

fn interval(interval: &Interval<Number>) -> String {
    let (open, low) = match &interval.low {
        Bound::Unbounded => ('(', String::new()),
        Bound::Included(low) => ('[', low.to_string()),
        Bound::Excluded(low) => ('(', low.to_string()),
    };
    let (high, close) = match &interval.high {
        Bound::Unbounded => (String::new(), ')'),
        Bound::Included(high) => (high.to_string(), ']'),
        Bound::Excluded(high) => (high.to_string(), ')'),
    };
    format!("{open}{low}, {high}{close}")
}

/// Texts made of what numbers are made of, so that the readers meet each
/// other's words far more often than in prose.
fn dense_text() -> impl Strategy<Value = String> {
    let pieces = "one twenty hundred million and a half quarters third dozen dozens of minus point about than between from \
                  to or - – / . , : % $ US$ € km m h hour minutes 3 45 000 1234 99999999999999999999 ½ ² ×10 e k bn th st \
                  ( ) 's ’ not less equal feet inches cents \u{202F} \u{AD} é й @ www http:// few several up + ~ > = Cr";
    let piece = prop::sample::select(pieces.split(' ').collect::<Vec<_>>());
    let glue = prop::sample::select(vec!["", " ", "\n"]);
    prop::collection::vec((piece, glue), 0..24)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, glue)| [piece, glue]).collect())
}

#[test]
fn a_bare_dollar_is_the_outlets_own() {
    let read = |dollar: Option<&'static str>| {
        let text = "it cost $5 million, not US$6";
        let values = extract(text, &Setting { dollar, ..Setting::default() }, &[]);
        values.iter().map(|value| show(text, value)).collect::<Vec<_>>().join("; ")
    };
    assert!(read(None).starts_with("$5 million = money 5000000 rounded [4500000, 5500000] $;"), "{}", read(None));
    let own = read(Some("AUD"));
    assert!(own.starts_with("$5 million = money 5000000 rounded [4500000, 5500000] AUD;"), "{own}");
    assert!(own.contains("US$6 = money 6 USD"), "{own}");
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for value in extract(text, &Setting::default(), &[]) {
        let Span { start, end: stop } = value.span;
        prop_assert!(start >= end && stop > start, "values overlap or are out of order");
        prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(stop));
        prop_assert!(!splits_word(text, start) && !splits_word(text, stop), "{:?} cuts a word", value.span.of(text));
        end = stop;
    }
    Ok(())
}

/// Whether letters, digits or both stand on either side.
fn splits_word(text: &str, at: usize) -> bool {
    let wordy = |character: char| character.is_alphabetic() || character.is_ascii_digit();
    text[..at].chars().next_back().is_some_and(wordy) && text[at..].chars().next().is_some_and(wordy)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn spans_of_any_text_are_in_order_and_cut_no_word(text in "\\PC{0,80}") {
        holds(&text)?;
    }

    #[test]
    fn spans_of_numbers_run_together_are_in_order_and_cut_no_word(text in dense_text()) {
        holds(&text)?;
    }
}

#[test]
fn long_runs_of_anything_take_time_in_proportion() {
    let pieces =
        ["1,", "12,34,", "one ", "one hundred and ", "million ", "1.", "1 234 ", "- ", "1-", "h1", "a ", "half a "];
    let begin = std::time::Instant::now();
    for piece in pieces.iter().chain(&["less than ", "five and ", "1 hour ", "$", "point five ", "two hundred - "]) {
        let _ = extract(&piece.repeat(4_000), &Setting::default(), &[]);
    }
    assert!(begin.elapsed().as_secs() < 60, "took {:?}", begin.elapsed());
}

#[test]
fn a_bare_dollar_is_that_of_the_country_whose_domain_the_address_has() {
    use gainsay::extract::dollar_of;
    assert_eq!(dollar_of("https://www.abc.net.au/news/1"), Some("AUD"));
    assert_eq!(dollar_of("https://www.CBC.CA:443?page=2"), Some("CAD"));
    assert_eq!(dollar_of("nzherald.co.nz"), Some("NZD"));
    assert_eq!(dollar_of("https://apnews.com/au"), None);
}
