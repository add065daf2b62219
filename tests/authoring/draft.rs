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
        "draft.txt:7:30  attributed correctly, but others differ  [boats-lost]",
        "the crews' union: 6 boats (first-article:11): 6 and 14 boats cannot both be right",
        "draft.txt:7:49  conflicts  [boats-lost]",
        "safe: between 6 and 14 boats, according to the crews' union and the harbour office",
        "9:18  number “€3 million”",
        "9:35  quotation “nobody will say why”",
        "1 conflicts, 1 attributed correctly, but others differ; 2 covered by no claim",
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

const CLAIMS: &str = r#"version = 1

[corpus]
paths = ["palace.txt", "tower.txt"]

[[claimant]]
id = "palace"
name = "the palace"

[[claimant]]
id = "tower"
name = "the tower"

[[topic]]
id = "day"
question = "When did they meet?"
kind = "date"
match = ["met on {value}"]

[[topic]]
id = "asked"
question = "Who asked for it?"
kind = "choice"

[[topic.option]]
id = "palace"
match = ["at the palace's request"]

[[topic.option]]
id = "tower"
match = ["at the tower's request"]
"#;

#[test]
fn dates_and_choices_have_wording_that_a_desk_can_print() {
    let article = |who: &str, text: &str| {
        format!(
            "+++\noutlet = \"{who}\"\nclaimant = \"{who}\"\npublished = \"2022-03-09\"\n+++\nThe meeting\n\n{text}\n"
        )
    };
    let palace = article("palace", "They met on 5 March 2022, at the tower's request.");
    let tower = article("tower", "They met on 6 March 2022, at the palace's request.");
    let draft = "+++\noutlet = \"The Desk\"\npublished = \"2022-03-10\"\n+++\nThey met\n\nThey met on 7 March 2022, at the palace's request. \
                 According to the palace, they met on 5 March 2022.\n";
    let folder =
        folder(&[("claims.toml", CLAIMS), ("palace.txt", &palace), ("tower.txt", &tower), ("draft.txt", draft)]);
    let ran = run(folder.path(), &["check", "--draft", "draft.txt", "--format", "json"]);
    let view: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    let told: Vec<(&str, &str, &str)> = view["statements"]
        .as_array()
        .expect("statements")
        .iter()
        .map(|of| {
            let text = |key: &str| of[key].as_str().unwrap_or_default();
            (text("topic"), text("standing"), text("safe"))
        })
        .collect();
    let days = "on 5 or 6 March 2022, depending on the source: the palace says the 5th, the tower the 6th";
    let asked = "accounts differ: according to the palace, “at the tower's request”; according to the tower, “at the palace's request”";
    assert_eq!(
        told,
        [
            ("day", "conflicts", days),
            ("asked", "conflicts", asked),
            ("day", "attributed correctly, but others differ", days),
        ],
        "{}",
        ran.stdout
    );
    let others = &view["statements"][2]["others"];
    assert_eq!(others[0]["who"], "the tower");
    assert_eq!((&others[0]["says"], &others[0]["place"]), (&"6 Mar 2022".into(), &"tower:8".into()));
}
