//! `lint` as a user runs it: each lint raised at its place, and what is fixed.

use super::program::{folder, read, run};

const ARTICLE: &str = "+++\noutlet = \"Gazette\"\npublished = \"2024-01-09\"\n+++\nStorm\n\n\
                       The storm sank 14 boats. The mayor wept.\n\nOthers said it sank 14 boats too. Mayor Elan saw it.\n";

/// A file with one mistake of each sort.
const CLAIMS: &str = r#"version = 1

[corpus]
paths = ["gazette.txt"]

[[claimant]]
id = "mayor"
name = "the mayor"
aliases = ["Mayor Élan", "mayor elan", "Mayor Elan"]

[[entity]]
id = "elan"
name = "Mayor Elan"

[[topic]]
id = "boats"
question = "How many boats sank?"
kind = "count"
unit = "boat"
match = ["sank {value} boats"]
matches = ["the storm drowned 14 boats"]
rejects = ["the crew sank 14 boats in the game"]
limits = ["it sank 14 boats", "fourteen went down"] # known

[[topic]]
id = "length"
question = "How long did it last?"
kind = "duration"
unit = "call"
match = ["lasted {value}"]

[[claim]]
id = "fourteen"
topic = "boats"
article = "gazette"
quote = "The storm sank 14 boats. The mayor wept."
value = 14

[[claim]]
id = "fifteen"
topic = "boats"
article = "gazette"
quote = "storm sank 14 boats"
value = 15

[[claim]]
id = "known"
topic = "boats"
claimant = "mayor"
value = 3

[[claim]]
id = "known-again"
topic = "boats"
claimant = "mayor"
value = 3

[[claim]]
id = "sunk"
topic = "boats"
article = "gazette"
quote = "14 boats were sunk"
value = 14

[[claim]]
id = "twice"
topic = "boats"
article = "gazette"
quote = "sank 14 boats"
value = 14

[[event]]
id = "flood"
name = "the great flood"
on = 2021-01-01
"#;

#[test]
fn every_lint_is_raised_at_its_place() {
    let folder = folder(&[("claims.toml", CLAIMS), ("gazette.txt", ARTICLE)]);
    let ran = run(folder.path(), &["lint"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let line = |needle: &str| CLAIMS.lines().position(|line| line.contains(needle)).expect("it is there") + 1;
    let place = |id: &str| {
        let from = ran.stderr.find(&format!("[{id}]")).unwrap_or_else(|| panic!("{id} in\n{}", ran.stderr));
        let at = &ran.stderr[from + ran.stderr[from..].find("claims.toml:").expect("a place") + "claims.toml:".len()..];
        at.split(':').next().and_then(|line| line.parse::<usize>().ok()).expect("a line")
    };
    for (id, wanted) in [
        ("failed-match", line("drowned")),
        ("matched-reject", line("in the game")),
        ("met-limit", line("fourteen went down")),
        ("dead-topic", line("id = \"length\"") - 1),
        ("untested-topic", line("id = \"length\"") - 1),
        ("wrong-value", line("value = 15")),
        ("quote-not-there", line("boats were sunk")),
        ("ambiguous-quote", line("quote = \"sank 14 boats\"")),
        ("unused-name", line("[[event]]")),
        ("duplicate-claim", line("known-again") - 1),
        ("contradicting-claims", line("\"fifteen\"") - 1),
        ("long-quote", line("The mayor wept")),
        ("no-evidence", line("id = \"known\"") - 1),
        ("shared-name", line("[[entity]]")),
        ("repeated-name", line("[[claimant]]")),
    ] {
        assert_eq!(place(id), wanted, "{id}");
    }
    let page = run(folder.path(), &["explain", "met-limit"]);
    assert!(page.stdout.starts_with("# met-limit\n"), "{}", page.stdout);
}

#[test]
fn fix_mends_what_needs_no_decision_and_nothing_else() {
    let folder = folder(&[("claims.toml", CLAIMS), ("gazette.txt", ARTICLE)]);
    let here = folder.path();
    assert_eq!(run(here, &["lint", "--fix"]).status, 1);
    let mended = read(here, "claims.toml");
    let expected = CLAIMS
        .replace(
            "aliases = [\"Mayor Élan\", \"mayor elan\", \"Mayor Elan\"]",
            "aliases = [\"Mayor Élan\", \"mayor elan\"]",
        )
        .replace(
            "matches = [\"the storm drowned 14 boats\"]",
            "matches = [\"the storm drowned 14 boats\", \"it sank 14 boats\"]",
        )
        .replace("limits = [\"it sank 14 boats\", ", "limits = [");
    assert_eq!(mended, expected);
    let again = run(here, &["lint", "--fix"]);
    assert_eq!((again.status, read(here, "claims.toml")), (1, mended));
}

#[test]
fn what_check_refuses_lint_refuses_and_no_topic_is_nothing_checked() {
    let broken =
        folder(&[("claims.toml", "version = 1\n[[claim]]\nid = \"a\"\ntopic = \"b\"\n"), ("a.txt", "Words.\n")]);
    let ran = run(broken.path(), &["lint", "--corpus", "a.txt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("unknown topic `b`"), "{}", ran.stderr);
    let empty = folder(&[("claims.toml", "version = 1\n")]);
    assert_eq!(run(empty.path(), &["lint"]).status, 3);
}

#[test]
fn the_shipped_claims_have_nothing_to_mend() {
    let ran = run(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), &["lint"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
}
