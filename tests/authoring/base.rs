//! `check --base`: what formats are told of what changed.

use super::program::{folder, run};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

const CLAIMS: &str = r#"version = 1

[corpus]
paths = ["corpus"]

[[claimant]]
id = "office"
name = "the harbour office"

[[claimant]]
id = "union"
name = "the crews' union"

[[topic]]
id = "boats-lost"
question = "How many boats were lost?"
kind = "count"
unit = "boat"
match = ["{value} boats (sank|were lost)"]

[[claim]]
id = "office-14"
topic = "boats-lost"
claimant = "office"
article = "wire"
quote = "14 boats sank"
value = 14
"#;

const NEW: &str = r#"
[[claim]]
id = "union-7"
topic = "boats-lost"
claimant = "union"
article = "ledger"
quote = "six boats were lost"
value = 7
"#;

const WIRE: &str = "The storm\n\nAccording to the harbour office, 14 boats sank.\n";
const LEDGER: &str = "The bill\n\nThe crews' union says that six boats were lost.\n";

fn with(claims: &str) -> TempDir {
    folder(&[("claims.toml", claims), ("corpus/wire.txt", WIRE), ("corpus/ledger.txt", LEDGER)])
}

/// What SARIF says of each finding: rule, state, first place, words there.
fn told(here: &Path, arguments: &[&str]) -> Vec<Value> {
    let ran = run(here, &[&["check", "--format", "sarif"], arguments].concat());
    let log: Value = serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stderr));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let told = results.iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        let words = place["region"]["snippet"]["text"].as_str().expect("a text").lines().next();
        json!([result["ruleId"], result["baselineState"], place["artifactLocation"]["uri"], words])
    });
    told.collect()
}

#[test]
fn what_is_found_about_a_changed_claim_is_pointed_at_there() {
    let (before, after) = (with(CLAIMS), with(&format!("{CLAIMS}{NEW}")));
    let base = before.path().to_str().expect("a plain path");

    // Nothing is known to have changed: the words in the articles.
    let words = |found: &[Value]| found.iter().map(|one| json!([one[0], one[2], one[3]])).collect::<Vec<_>>();
    let plain = told(after.path(), &[]);
    assert_eq!(
        words(&plain),
        [
            json!(["claimants-conflict", "corpus/ledger.txt", "six boats were lost"]),
            json!(["value-mismatch", "corpus/ledger.txt", "six boats were lost"]),
        ]
    );
    assert!(plain.iter().all(|one| one[1].is_null()));

    // The claim is new: its value is what does not hold. The articles conflicted
    // without it.
    let since = told(after.path(), &["--base", base]);
    assert_eq!(
        since,
        [
            json!(["claimants-conflict", "unchanged", "claims.toml", "[[claim]]"]),
            json!(["value-mismatch", "new", "claims.toml", "7"]),
        ]
    );

    let comment = run(after.path(), &["check", "--format", "markdown", "--base", base]).stdout;
    assert!(comment.contains(", new): ") && !comment.contains("unchanged"), "{comment}");

    // The same files as a base: nothing has changed.
    let same = told(after.path(), &["--base", after.path().to_str().expect("a plain path")]);
    assert_eq!(words(&same), words(&plain));
    assert!(same.iter().all(|one| one[1] == "unchanged"), "{same:?}");
}

#[test]
fn a_changed_ruling_is_told_and_pointed_at() {
    let ruling =
        "\n[[ruling]]\nfinding = \"0123456789abcdef\"\nverdict = \"upheld\"\nby = \"A. Editor\"\non = 2024-01-13\n";
    let (before, after) = (with(CLAIMS), with(&format!("{CLAIMS}{ruling}")));
    let base = before.path().to_str().expect("a plain path");
    let diff = run(after.path(), &["diff", base]);
    assert!(diff.stdout.contains("added ruling 0123456789abcdef"), "{}", diff.stdout);
    let told = told(after.path(), &["--base", base]);
    assert!(told.contains(&json!(["ruling-unused", "new", "claims.toml", "[[ruling]]"])), "{told:?}");
}

#[test]
fn json_tells_the_fate_of_each_finding_only_with_a_base() {
    let here = with(&format!("{CLAIMS}{NEW}"));
    let fates = |arguments: &[&str]| -> Vec<Value> {
        let ran = run(here.path(), &[&["check", "--format", "json"], arguments].concat());
        let report: Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
        report["findings"].as_array().expect("findings").iter().map(|finding| finding["fate"].clone()).collect()
    };
    assert_eq!(fates(&[]), [Value::Null, Value::Null]);
    assert_eq!(fates(&["--base", "."]), [json!("unchanged"), json!("unchanged")]);
}
