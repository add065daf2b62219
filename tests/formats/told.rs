//! The sentence that pages and comments open with.

use super::fixture::{broken, run, written};
use gainsay::report::Report;

const CLAIMS: &str = r#"version = 1

[corpus]
paths = ["corpus"]

[[claimant]]
id = "office"
name = "the harbour office"

[[claimant]]
id = "union"
name = "the crews' union"

[[claimant]]
id = "insurers"
name = "the insurers"

[[topic]]
id = "boats-lost"
question = "How many boats were lost?"
kind = "count"
unit = "boat"
match = ["{value} boats (sank|were lost)"]
"#;

fn headline(said: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("corpus")).expect("a folder");
    let claims = folder.path().join("claims.toml");
    std::fs::write(&claims, CLAIMS).expect("the claims");
    for (at, said) in said.iter().enumerate() {
        let text = format!("+++\noutlet = \"Paper {at}\"\n+++\n{said}\n");
        std::fs::write(folder.path().join(format!("corpus/text-{at}.txt")), text).expect("an article");
    }
    Report::new(&run(claims.to_str().expect("a plain path"))).told.headline
}

#[test]
fn those_who_say_the_same_are_one_party() {
    let office = "According to the harbour office, 14 boats sank.";
    let union = "According to the crews' union, six boats sank.";
    let insurers = "According to the insurers, 14 boats sank.";
    assert_eq!(headline(&[office, union]), "1 conflict on 1 topic: the crews' union against the harbour office.");
    assert_eq!(
        headline(&[office, union, insurers]),
        "1 conflict on 1 topic: the crews' union against the harbour office and the insurers."
    );
    let third = "According to the insurers, 90 boats sank.";
    assert_eq!(
        headline(&[office, union, third]),
        "1 conflict on 1 topic: the crews' union, the harbour office and the insurers against each other."
    );
    assert_eq!(headline(&[office]), "No conflict was found.");
}

/// A claim that could not be used is in no table: a run that passes it over in silence looks whole.
#[test]
fn what_could_not_be_used_is_told() {
    let (_, report) = broken();
    for (format, told) in [
        ("table", "1 note; 1 error in the files\n"),
        ("markdown", "1 piece of the files could not be used"),
        ("html", "1 piece of the files could not be used"),
        ("json", "unknown topic `boat-lost`"),
        ("jsonl", "unknown topic `boat-lost`"),
        ("sarif", "\"executionSuccessful\": false"),
        ("sarif", "unknown topic `boat-lost`"),
        ("junit", "name=\"tests/cmd/storm/broken.toml:48:9\""),
        ("junit", "<error type=\"file-error\" message=\"unknown topic `boat-lost`\"/>"),
        (
            "github",
            "::error file=tests/cmd/storm/broken.toml,line=48,col=9,title=gainsay::unknown topic `boat-lost`%0Adid you mean `boats-lost`?\n",
        ),
        ("github", " 1 error in the files, 1 conflict, 0 warnings and 1 note in all;"),
        ("gitlab", "\"begin\": 48"),
        ("gitlab", "unknown topic `boat-lost`"),
        ("rdjson", "\"line\": 48"),
        ("rdjson", "unknown topic `boat-lost`"),
    ] {
        assert!(written(format, report).contains(told), "{format}: {told}\n{}", written(format, report));
    }
}
