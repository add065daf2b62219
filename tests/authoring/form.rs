//! The canonical form: the same claims, every comment, and no second change.

use super::generator::{Key, ledger, some_keys};
use super::meaning::{comments, meaning};
use gainsay::authoring::format_claims;
use proptest::prelude::*;
use std::fs;

fn formed(text: &str) -> String {
    format_claims(text).unwrap_or_else(|error| panic!("{error:?} of\n{text}"))
}

/// Every claims file of the repository.
fn files() -> Vec<(String, String)> {
    let walk = walkdir::WalkDir::new(env!("CARGO_MANIFEST_DIR"))
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.file_name() != "target" && entry.file_name() != ".git");
    let files = walk.filter_map(Result::ok).filter(|entry| entry.path().extension().is_some_and(|end| end == "toml"));
    let read = files.map(|entry| {
        let text = fs::read_to_string(entry.path()).expect("a TOML file is text");
        (entry.path().display().to_string(), text)
    });
    read.filter(|(_, text)| text.contains("[[topic]]")).collect()
}

#[test]
fn files_keep_their_claims_and_comments_and_change_once() {
    let files = files();
    assert!(files.len() >= 8, "the claims files are found");
    for (path, text) in files {
        // Some are no TOML, on purpose.
        let Ok(once) = format_claims(&text) else { continue };
        assert_eq!(meaning(&once), meaning(&text), "{path}");
        assert_eq!(comments(&once), comments(&text), "{path}");
        assert_eq!(formed(&once), once, "{path}");
    }
}

#[test]
fn the_shipped_claims_are_in_canonical_form() {
    let text = fs::read_to_string("claims.toml").expect("the claims are there");
    assert!(formed(&text) == text, "`gainsay fmt` would change it");
}

#[test]
fn keys_are_sorted_and_their_comments_go_along() {
    let text = "version = 1\n[[claim]]\n# the number\nvalue = 20 # read twice\nid = \"a\"\ntopic='t'\n\n\n# where\narticle = \"x\"\n";
    assert_eq!(
        formed(text),
        "version = 1\n\n[[claim]]\nid = \"a\"\ntopic = \"t\"\n\n# where\narticle = \"x\"\n# the number\nvalue = 20 # read twice\n"
    );
}

#[test]
fn lists_break_where_they_do_not_fit_or_have_comments() {
    let long = "x".repeat(60);
    let text = format!("version = 1\n[[topic]]\nmatch = [\"{long}\",\"{long}\"]\nmatches=[ 'a','b' , ]\n");
    assert_eq!(
        formed(&text),
        format!("version = 1\n\n[[topic]]\nmatch = [\n  \"{long}\",\n  \"{long}\",\n]\nmatches = [\"a\", \"b\"]\n")
    );
    let noted =
        "version = 1\n[corpus]\npaths = [ # these\n \"a\", # first\n\n # then\n\"b\" # second\n , # and\n # last\n]\n";
    let once = formed(noted);
    assert_eq!(
        once,
        "version = 1\n\n[corpus]\npaths = [\n  # these\n  \"a\", # first\n  # then\n  \"b\", # second\n  # and\n  # last\n]\n"
    );
    assert_eq!(formed(&once), once);
}

#[test]
fn dates_become_dates_only_where_they_are_meant_and_exact() {
    let text = "version = 1\n[[event]]\nid=\"e\"\nname=\"e\"\non = \"2022-02-24\"\n\
                [[topic]]\nid=\"when\"\nkind=\"date\"\nduring = \"2022-02\"\n[[topic]]\nid=\"words\"\nkind=\"quote\"\n\
                [[claim]]\nid=\"a\"\ntopic=\"when\"\nvalue=\"2022-02-24\"\n[[claim]]\nid=\"b\"\ntopic=\"words\"\nvalue=\"2022-02-24\"\n\
                [[claim]]\nid=\"c\"\ntopic=\"when\"\nvalue=\"2022-02-30\"\n";
    let formed = formed(text);
    for kept in ["on = 2022-02-24\n", "during = \"2022-02\"\n", "value = \"2022-02-30\"\n"] {
        assert!(formed.contains(kept), "{kept} in\n{formed}");
    }
    assert!(formed.contains("topic = \"when\"\nvalue = 2022-02-24\n"), "{formed}");
    assert!(formed.contains("topic = \"words\"\nvalue = \"2022-02-24\"\n"), "{formed}");
}

#[test]
fn strings_take_the_marks_that_need_no_escapes() {
    let text = "version = 1\n[[claim]]\nquote = '\"Stop\"'\nnote = \"say \\\"no\\\"\"\nid = 'it''s'\n";
    assert!(format_claims(text).is_err());
    let text = "version = 1\n[[claim]]\nquote = \"say \\\"no\\\"\"\nnote = 'plain'\n";
    assert_eq!(formed(text), "version = 1\n\n[[claim]]\nquote = 'say \"no\"'\nnote = \"plain\"\n");
    let both = "version = 1\n\n[[claim]]\nquote = \"it's \\\"no\\\"\"\n";
    assert_eq!(formed(both), both);
}

#[test]
fn line_ends_of_another_system_stay() {
    let text = "version=1\r\n[[claim]]\r\nid=\"a\"\r\n";
    assert_eq!(formed(text), "version = 1\r\n\r\n[[claim]]\r\nid = \"a\"\r\n");
}

#[test]
fn a_carriage_return_of_its_own_is_no_line_end() {
    for text in ["\r\r\n\n", "version = 1\r\r\n", "version = 1\r", "# one\r\r\n"] {
        assert!(format_claims(text).is_err(), "{text:?}");
    }
}

const EVENT: &[Key] =
    &[("id", "'vote'"), ("name", "\"the vote\""), ("on", "\"2022-04-24\""), ("aliases", "[¤ 'ballot',¤\"poll\" ¤]")];
const TOPIC: &[Key] = &[
    ("kind", "\"count\""),
    ("id", "\"calls\""),
    ("question", "\"How many calls?\""),
    ("unit", "'call'"),
    ("match", "[¤\"{value} calls\",\n ¤ \"called {value} times\" ,¤ ]"),
    ("during", "'2022-03-07'"),
    ("facet", "[{options=[{match=['in person'],id='visit'}], id='medium'}]"),
    ("threshold", "0.8"),
];
const CLAIM: &[Key] = &[
    ("topic", "'calls'"),
    ("value", "20"),
    ("id", "\"twenty\""),
    ("quote", "\"the \\\"20th\\\" call\""),
    ("scope", "{medium = 'visit'}"),
    ("during", "\"2021-12/2022-05-03\""),
    ("article", "\"express\""),
    ("nte", "'mistyped'"),
];

fn holds(text: &str) -> Result<(), TestCaseError> {
    let once = formed(text);
    prop_assert_eq!(meaning(&once), meaning(text), "\n{}\nbecame\n{}", text, once);
    prop_assert_eq!(comments(&once), comments(text), "\n{}\nbecame\n{}", text, once);
    prop_assert_eq!(formed(&once), once);
    Ok(())
}

proptest! {
    #[test]
    fn a_ledger_keeps_its_meaning_and_changes_once(text in ledger()) {
        holds(&text)?;
    }

    #[test]
    fn any_file_keeps_its_meaning_and_changes_once(
        tables in prop::collection::vec(
            prop_oneof![
                some_keys(EVENT).prop_map(|body| format!("[[event]] # an event\n{body}")),
                some_keys(TOPIC).prop_map(|body| format!("\n\n# a topic\n\n[[topic]]\n{body}")),
                some_keys(CLAIM).prop_map(|body| format!("[[ claim ]]\n{body}\n# after the claim\n")),
            ],
            0..6,
        ),
        is_crlf: bool,
    ) {
        let text = format!("# the file\nversion=1\n{}", tables.concat());
        let text = if is_crlf { text.replace('\n', "\r\n") } else { text };
        holds(&text)?;
    }
}
