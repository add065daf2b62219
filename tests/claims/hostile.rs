//! No text may panic, hang or exhaust memory.

use crate::reading::{load, told};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

#[test]
fn an_empty_file_is_an_empty_set() {
    let loaded = load("");
    assert_eq!(told(&loaded), ["1:1 missing key `version` |  | start the file with `version = 1`"]);
    assert!(loaded.claims.topics.is_empty() && loaded.claims.claims.is_empty());
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing() {
    let text = "\u{feff}version = 1\r\n[[claimant]]\r\nid = \"a\"\r\nnam = \"A\"\r\n";
    let loaded = load(text);
    assert_eq!(
        told(&loaded),
        [
            "2:1 missing key `name` | [[claimant]] | a claimant needs `name`",
            "4:1 unknown key `nam` | nam | did you mean `name`?",
        ]
    );
}

#[test]
fn absurd_nesting_is_told() {
    let rows = [("[", ""), ("a = [", ""), ("a = {a=", ""), ("a.", "a = 1"), ("[a.", "]"), ("[a\n", ""), ("a\n", "")];
    for (open, end) in rows {
        let (first, rest) = open.split_once("= ").map_or(("", open), |(key, rest)| (key, rest));
        let assign = if first.is_empty() { String::new() } else { format!("{first}= ") };
        let loaded = load(&format!("{assign}{}{end}", rest.repeat(100_000)));
        assert!((2..=102).contains(&loaded.diagnostics.len()), "{open}: {}", loaded.diagnostics.len());
    }
}

#[test]
fn many_errors_of_one_sort_are_summed_up() {
    let loaded = load(&format!("version = 1\n{}", "a = b\n".repeat(300)));
    let told = told(&loaded);
    assert_eq!(told.len(), 102);
    assert_eq!(told[101], "102:1 200 more lines that are not TOML | a | is this the right file?");
    assert!(told[0].starts_with("2:1 unknown key `a` | a | there are `version`"), "{}", told[0]);
}

fn many_claims(count: usize, topic: &str) -> String {
    let mut text = "version = 1\n".to_owned();
    for at in 0..count / 10 {
        let _ = write!(text, "[[topic]]\nid = \"topic-{at}\"\nquestion = \"How many?\"\nkind = \"count\"\n");
        let _ = writeln!(text, "match = [\"they spoke {{value}} times\", \"{{value}} (calls|talks) [in all]\"]");
    }
    for at in 0..count {
        let _ = write!(text, "[[claim]]\nid = \"claim-{at}\"\ntopic = \"{topic}{}\"\n", at / 10);
        let _ = writeln!(text, "value = {at}\nquote = \"they spoke {at} times\"\nduring = \"2022-02-24/2022-10\"");
    }
    text
}

#[test]
fn ten_thousand_claims_load_at_once() {
    let text = many_claims(10_000, "topic-");
    let start = Instant::now();
    let loaded = load(&text);
    let taken = start.elapsed();
    assert_eq!((loaded.claims.claims.len(), loaded.diagnostics.len()), (10_000, 0));
    // Far above what it takes, far below what anything quadratic would.
    assert!(taken < Duration::from_secs(5), "{taken:?}");
}

#[test]
fn ten_thousand_wrong_ids_are_all_told() {
    let text = many_claims(10_000, "tpic-");
    let start = Instant::now();
    let loaded = load(&text);
    let taken = start.elapsed();
    assert_eq!((loaded.claims.claims.len(), loaded.diagnostics.len()), (0, 10_000));
    assert_eq!(loaded.diagnostics[0].help.as_deref(), Some("did you mean `topic-0`?"));
    assert_eq!(loaded.diagnostics[9999].help, None, "so many names are compared with none");
    assert!(taken < Duration::from_secs(20), "{taken:?}");
}

/// A good file with one stretch of it replaced.
fn spoilt() -> impl Strategy<Value = String> {
    let story = include_str!("story.toml");
    (0..story.len(), 0..60_usize, "([\\[\\]{}=\"'\n#,.0-9a]|é|\\PC){0,8}").prop_map(move |(at, length, put)| {
        let bytes = story.as_bytes();
        let end = (at + length).min(bytes.len());
        let spoilt = [&bytes[..at], put.as_bytes(), &bytes[end..]].concat();
        String::from_utf8_lossy(&spoilt).into_owned()
    })
}

fn check_spans(text: &str) -> Result<(), TestCaseError> {
    for told in load(text).diagnostics {
        let Some(span) = told.span else { continue };
        prop_assert!(text.get(span.start..span.end).is_some(), "{told:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_in_the_file(text in "(version = 1\n|\\[\\[(claim|topic|event|topic.point)\\]\\]\n|(id|topic|kind|match|on) = |[\\[\\]{}\"'=é\n]|\"[a-c{}|]{0,5}\"\n|\\PC){0,30}") {
        check_spans(&text)?;
    }

    #[test]
    fn every_place_of_a_spoilt_file_is_in_it(text in spoilt()) {
        check_spans(&text)?;
    }
}
