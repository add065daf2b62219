//! Too much of something. Each text is far under the limit of a file, and each
//! would take minutes or gigabytes if its cost grew faster than its length.

use crate::program::{folder, run_with};
use crate::{ARTICLE, CLAIMS};
use std::fmt::Write;

/// Checks one article that has far too much of something, and that what the
/// other says is still found.
fn check(text: &str) -> String {
    let files = [("claims.toml", CLAIMS), ("articles/a.txt", ARTICLE), ("articles/much.txt", text)];
    let ran = run_with(folder(&files).path(), &["check"], "");
    assert!((0..=2).contains(&ran.status), "{}", ran.stderr);
    assert!(ran.stdout.contains("14 boats"), "{}", ran.stdout);
    ran.stdout + &ran.stderr
}

#[test]
fn a_sentence_of_ten_megabytes() {
    let told = check(&format!("Fifteen boats had sunk {}", "and boats that sank again ".repeat(400_000)));
    assert!(told.contains("much.txt") && told.contains("sentence"), "it is told that it was cut: {told}");
}

#[test]
fn a_number_of_ten_million_digits() {
    check(&format!("In all {} boats had sunk.\n", "9".repeat(10_000_000)));
    check(&format!("In all {}boats had sunk.\n", "twenty million ".repeat(200_000)));
    check(&format!("In all 0.{}1 boats had sunk.\n", "0".repeat(3_000_000)));
}

#[test]
fn words_that_promise_something_for_ever() {
    for repeated in
        ["more than ", "since ", "5 to ", "(", "\"", "from May to ", "the harbour office said ", "- ", "a\u{301}"]
    {
        check(&format!("{}15 boats had sunk.\n", repeated.repeat(300_000 / repeated.len())));
    }
}

#[test]
fn one_statement_thousands_of_times() {
    for statement in
        ["15 boats had sunk. ", "Of 14 boats, 15 had sunk. Earlier, 14 boats had sunk. ", "9.15 15 boats sank\n\n"]
    {
        let told = check(&statement.repeat(5_000));
        assert!(told.contains("15 boats"), "{told}");
    }
}

#[test]
fn days_outside_the_calendar() {
    for time in [
        "in 0000",
        "in 99999",
        "on 1 January 10000",
        "in 500 BC",
        "on 31 December 9999, and a day after it",
        "9999999999 years ago",
        "9000 years ago",
        "in the next 9000 years",
        "two days ago",
        "two days later",
        "for 99999999999999999999 years",
        "since 300000 BC",
        "from 1 January 0001 to 31 December 9999",
        "for 9223372036854775807 days before 1 May 2022",
        "on -0001-01-01",
    ] {
        for published in ["2022-05-04", "0001-01-01", "9999-12-31"] {
            let head = format!("+++\npublished = \"{published}\"\n+++\n");
            check(&format!("{head}The harbour office said that 15 boats had sunk {time}.\n"));
        }
        let claims = format!("{CLAIMS}during = \"{time}\"\n");
        let ran = run_with(folder(&[("claims.toml", &claims), ("articles/a.txt", ARTICLE)]).path(), &["check"], "");
        assert!((0..=2).contains(&ran.status), "{time}: {}", ran.stderr);
    }
}

#[test]
fn patterns_meant_to_explode() {
    let ways = format!("{{value}} boats {}", "(a|b|c|d) ".repeat(40));
    let optional = format!("{{value}} boats {}", "[a] ".repeat(60));
    let wide = format!("{{value}} boats {}", "a ".repeat(100_000));
    let (deep, nested) = ("[".repeat(10_000), "(a|".repeat(5_000));
    let slots = "{value} ".repeat(1_000);
    for (pattern, why) in [
        (ways, "too large a pattern"),
        (optional, "too large a pattern"),
        (wide, "too large a pattern"),
        (deep, "deep"),
        (nested, "deep"),
        (slots, "twice"),
    ] {
        let claims = format!(
            "{CLAIMS}[[topic]]\nid = \"evil\"\nquestion = \"?\"\nkind = \"count\"\nunit = \"boat\"\nmatch = [\"{pattern}\"]\n"
        );
        let ran = run_with(folder(&[("claims.toml", &claims), ("articles/a.txt", ARTICLE)]).path(), &["check"], "");
        assert_eq!(ran.status, 2, "{}", &pattern[..20]);
        assert!(ran.stderr.contains(why), "{why} in {}", &ran.stderr[..ran.stderr.len().min(2_000)]);
        assert!(ran.stdout.contains("14 boats"), "{}", ran.stdout);
        assert!(ran.stderr.len() < 500_000, "{}", ran.stderr.len());
    }
}

#[test]
fn a_claims_file_with_very_many_keys() {
    let mut claims = CLAIMS.replace("version = 1\n", "");
    let mut keys = "version = 1\n".to_owned();
    for at in 0..100_000 {
        let _ = writeln!(keys, "k{at} = {at}");
    }
    claims.insert_str(0, &keys);
    let ran = run_with(folder(&[("claims.toml", &claims), ("articles/a.txt", ARTICLE)]).path(), &["check"], "");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("unknown key `k0`") && ran.stdout.contains("14 boats"));
}
