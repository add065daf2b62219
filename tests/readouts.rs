//! Readouts as desks see them: facts of the meeting and points in one table,
//! wordings side by side, and sides that have published nothing yet.

use gainsay::check::{Checked, Options, check};
use gainsay::report::evidence::{find_subject, write_evidence};
use gainsay::report::formats::table::write_table;
use gainsay::report::heard::{Heard, Matrix};
use gainsay::report::paragraph::{Mark, Piece};
use gainsay::report::{Layout, Report};
use std::fs;

const CLAIMS: &str = r#"version = 1
[corpus]
paths = ["articles"]
[[claimant]]
id = "north"
name = "the north"
[[claimant]]
id = "south"
name = "the south"
[[claimant]]
id = "east"
name = "the east"
[[topic]]
id = "length"
question = "How long was the meeting?"
kind = "duration"
unit = "minute"
match = ["the meeting lasted {value}"]
[[topic]]
id = "weather"
question = "How warm was it?"
kind = "duration"
unit = "minute"
match = ["it was warm for {value}"]
[[topic]]
id = "meeting"
question = "What did each side say of the meeting?"
kind = "readout"
published = 2024-05-15
claimants = ["north", "south", "east"]
facts = ["length", "weather"]
[[topic.point]]
id = "road"
question = "Will the road open?"
[[topic.point.option]]
id = "opens"
match = ["the road will open"]
[[topic.point.option]]
id = "stays-shut"
match = ["the road will stay shut"]
[[topic.point]]
id = "mines"
question = "Mines"
match = ["mines will be cleared"]
"#;

fn run(articles: &[(&str, &str)]) -> Checked {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    fs::write(folder.path().join("claims.toml"), CLAIMS).expect("the claims");
    for (side, body) in articles {
        let front = format!("+++\noutlet = \"Press office\"\nclaimant = \"{side}\"\npublished = 2024-05-15\n+++\n");
        fs::write(folder.path().join(format!("articles/{side}.txt")), format!("{front}{body}\n")).expect("an article");
    }
    let checked = check(&Options { claims: folder.path().join("claims.toml"), ..Options::default() });
    let checked = checked.expect("there is something to check");
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    checked
}

const NORTH: (&str, &str) = ("north", "The meeting lasted 90 minutes. The road will open. All mines will be cleared.");
const SOUTH: (&str, &str) = ("south", "The meeting lasted two hours. For now the road will stay shut.");

fn matrix(report: &Report) -> &Matrix {
    let topic = report.topics.iter().find(|topic| topic.id == "meeting").expect("the readout");
    topic.matrix.as_ref().expect("somebody speaks to it")
}

fn said(heard: &Heard) -> String {
    match heard {
        Heard::Says { option, words, .. } => {
            let piece = |piece: &Piece| match piece.mark {
                Mark::Plain => piece.text.clone(),
                _ => format!("⟦{}⟧", piece.text),
            };
            let words: String = words.iter().map(piece).collect();
            option.as_ref().map_or(words.clone(), |option| format!("{option}: {words}")).replace('\u{a0}', " ")
        }
        other => format!("{other:?}"),
    }
}

fn lines(report: &Report) -> Vec<(String, Vec<String>)> {
    let lines = matrix(report).lines.iter();
    lines.map(|line| (line.question.clone(), line.cells.iter().map(said).collect())).collect()
}

#[test]
fn facts_and_points_stand_in_one_table_side_by_side() {
    let report = Report::new(&run(&[NORTH, SOUTH]));
    assert_eq!(matrix(&report).sides, ["the north", "the south", "the east"]);
    let line = |question: &str, cells: [&str; 3]| (question.to_owned(), cells.map(str::to_owned).to_vec());
    let expected = [
        line(
            "How long was the meeting?",
            [
                "90 minutes: The meeting lasted ⟦90 minutes⟧",
                "120 minutes: The meeting lasted ⟦two hours⟧",
                "Unpublished",
            ],
        ),
        line(
            "Will the road open?",
            ["opens: The road will ⟦open⟧", "stays shut: the road will ⟦stay shut⟧", "Unpublished"],
        ),
        line("Mines", ["mines will be cleared", "Silent", "Unpublished"]),
    ];
    assert_eq!(lines(&report), expected, "a fact that nobody tells is no line");
    let facts: Vec<_> = matrix(&report).lines.iter().map(|line| line.fact.as_deref()).collect();
    assert_eq!(facts, [Some("length"), None, None]);
    let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "claimants-conflict").count(), 2, "{rules:?}");
}

#[test]
fn a_text_that_leaves_every_point_out_is_an_account_all_the_same() {
    let report = Report::new(&run(&[NORTH, SOUTH, ("east", "It was a good day.")]));
    let east: Vec<String> = lines(&report).into_iter().map(|(_, cells)| cells[2].clone()).collect();
    assert_eq!(east, ["Silent", "Silent", "Silent"]);
    let omission = |finding: &&gainsay::report::view::FindingView| finding.message.starts_with("the east is silent on");
    assert!(report.findings.iter().any(|finding| omission(&finding)), "{:#?}", report.findings);
}

#[test]
fn who_has_not_published_is_told_to_people_and_programs() {
    let report = Report::new(&run(&[NORTH, SOUTH]));
    let readout = report.topics.iter().find(|topic| topic.id == "meeting").expect("the readout");
    assert_eq!(readout.unpublished, ["east"]);
    let omission = report.findings.iter().find(|finding| finding.rule == "omission").expect("the south left mines out");
    assert!(omission.detail.iter().any(|line| line == "not yet published: the account of the east"), "{omission:#?}");
    assert!(!omission.message.contains("the east"), "{}", omission.message);
}

#[test]
fn marks_are_bold_in_the_table_and_brackets_in_show() {
    let report = Report::new(&run(&[NORTH, SOUTH]));
    let mut out = Vec::new();
    write_table(&report, &Layout::wide(100), &mut out).expect("a vector takes it all");
    let table = String::from_utf8(out).expect("what is written is text");
    assert!(table.contains("the road will \u{1b}[1mstay\u{1b}[22m \u{1b}[1mshut\u{1b}[22m"), "{table}");
    assert!(table.contains("not yet published"), "{table}");
    assert!(!table.contains(['\u{2061}', '\u{2062}']), "{table}");

    let subject = find_subject(&report, "meeting").expect("the readout");
    let mut out = anstream::StripStream::new(Vec::new());
    write_evidence(&report, &subject, &Layout::wide(100), &mut out).expect("a vector takes it all");
    let shown = String::from_utf8(out.into_inner()).expect("what is written is text");
    assert!(shown.contains("    the south  stays shut: “the road will ⟦stay shut⟧” (south:6)"), "{shown}");
}
