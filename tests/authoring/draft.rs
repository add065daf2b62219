//! `check --draft`: a draft held against the ledger.

use super::program::{folder, run};

const DRAFT: &str = "+++\noutlet = \"The Desk\"\npublished = \"2024-01-12\"\n+++\nAfter the storm\n\n\
                     The harbour office said that 14 boats had sunk. Nine boats were lost, we reckon.\n\n\
                     It cost the town €3 million, and “nobody will say why”.\n";

#[test]
fn a_draft_is_told_what_agrees_conflicts_and_is_covered_by_nothing() {
    let folder = folder(&[("draft.txt", DRAFT)]);
    let here = folder.path();
    run(here, &["init"]);
    let ran = run(here, &["check", "--draft", "draft.txt"]);
    assert_eq!(ran.status, 1, "{}\n{}", ran.stdout, ran.stderr);
    let said = ran.stdout.as_str();
    for wanted in [
        "draft.txt:7:30  rests on one origin  [boats-lost]",
        "draft.txt:7:49  conflicts  [boats-lost]",
        "safe: between 6 and 14 boats, according to the crews' union and the harbour office",
        "9:18  number “€3 million”",
        "9:35  quotation “nobody will say why”",
        "1 conflicts, 1 rests on one origin; 2 covered by no claim",
    ] {
        assert!(said.contains(wanted), "{wanted} in\n{said}");
    }
    let json = run(here, &["check", "--draft", "draft.txt", "--format", "json", "--fail-level", "never"]);
    assert_eq!(json.status, 0);
    let view: serde_json::Value = serde_json::from_str(&json.stdout).expect("it is JSON");
    assert_eq!(view["statements"][1]["standing"], "conflicts");
    assert_eq!(view["uncovered"][0]["quote"], "€3 million");
}

#[test]
fn a_draft_that_is_not_there_is_bad_input() {
    let folder = folder(&[]);
    run(folder.path(), &["init"]);
    assert_eq!(run(folder.path(), &["check", "--draft", "none.txt"]).status, 2);
}
