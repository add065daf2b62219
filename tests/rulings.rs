//! Rulings as an editor meets them: decided, kept, and open again when what
//! was decided on is no longer there.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A copy of `tests/cmd/storm`, where two sides conflict over boats.
fn storm() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/storm");
    fs::create_dir(copy.path().join("articles")).expect("a folder");
    for file in ["claims.toml", "articles/gazette.txt", "articles/herald.txt"] {
        fs::copy(from.join(file), copy.path().join(file)).expect("a copy");
    }
    copy
}

/// The exit status and the report.
fn check(folder: &TempDir, arguments: &[&str]) -> (i32, Value) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(folder.path()).args(["check", "--format", "json"]).args(arguments);
    let ran = command.output().expect("the program starts");
    let report = serde_json::from_slice(&ran.stdout).expect("a report");
    (ran.status.code().expect("it ended by itself"), report)
}

fn change(folder: &TempDir, file: &str, from: &str, to: &str) {
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{from} in {text}");
    fs::write(path, text.replacen(from, to, 1)).expect("a changed file");
}

fn of_rule<'r>(report: &'r Value, rule: &str) -> Vec<&'r Value> {
    report["findings"].as_array().expect("findings").iter().filter(|finding| finding["rule"] == rule).collect()
}

/// Rules on the one conflict of the storm; its fingerprint.
fn rule(folder: &TempDir, more: &str) -> String {
    let (status, report) = check(folder, &[]);
    assert_eq!(status, 1, "{report:#}");
    let print = of_rule(&report, "claimants-conflict")[0]["fingerprint"].as_str().expect("a fingerprint").to_owned();
    let ruling = format!(
        "\n[[ruling]]\nfinding = \"{print}\"\nverdict = \"explained\"\nby = \"A. Editor\"\non = 2023-03-09\nnote = \"two ways to count\"\n{more}"
    );
    let path = folder.path().join("claims.toml");
    let claims = fs::read_to_string(&path).expect("the claims");
    fs::write(path, claims + &ruling).expect("the claims with a ruling");
    print
}

#[test]
fn a_ruled_conflict_does_not_fail_and_stays_visible() {
    let folder = storm();
    let print = rule(&folder, "");
    let (status, report) = check(&folder, &[]);
    assert_eq!(status, 0, "{report:#}");
    let finding = of_rule(&report, "claimants-conflict")[0];
    assert_eq!(finding["fingerprint"], print.as_str());
    assert_eq!(finding["status"], "ruled");
    assert_eq!(finding["ruling"]["verdict"], "explained");
    assert_eq!(finding["ruling"]["by"], "A. Editor");
    assert_eq!(finding["ruling"]["on"], "2023-03-09");
    assert_eq!((&report["summary"]["conflicts"], &report["summary"]["ruled"]), (&0.into(), &1.into()));
    let shown = Command::new(env!("CARGO_BIN_EXE_gainsay")).current_dir(folder.path()).arg("check").output();
    let table = String::from_utf8(shown.expect("the program starts").stdout).expect("text");
    assert!(table.contains("ruling of A. Editor (explained, 9 Mar 2023): two ways to count"), "{table}");
    assert!(table.contains("0 conflicts") && table.contains("1 ruled"), "{table}");
}

#[test]
fn moved_lines_renamed_files_and_reordered_claims_keep_a_ruling() {
    let folder = storm();
    rule(&folder, "");
    let articles = folder.path().join("articles");
    fs::rename(articles.join("herald.txt"), articles.join("a-herald.txt")).expect("a renamed file");
    let claims = folder.path().join("claims.toml");
    let text = fs::read_to_string(&claims).expect("the claims").replace("\"herald\"", "\"a-herald\"");
    let first = text.find("[[claim]]").expect("a claim");
    let (second, ruling) = (text.rfind("[[claim]]").expect("claims"), text.find("[[ruling]]").expect("a ruling"));
    let moved = format!("{}{}\n{}{}", &text[..first], &text[second..ruling], &text[first..second], &text[ruling..]);
    fs::write(&claims, moved).expect("reordered claims");
    let body = fs::read_to_string(articles.join("gazette.txt")).expect("an article");
    let (front, rest) = body.split_at(body.rfind("+++").expect("front matter") + 3);
    fs::write(articles.join("gazette.txt"), format!("{front}\n\nA word before.\n{rest}")).expect("moved lines");
    let (status, report) = check(&folder, &[]);
    assert_eq!(status, 0, "{report:#}");
    assert_eq!(of_rule(&report, "claimants-conflict")[0]["status"], "ruled");
    assert_eq!(of_rule(&report, "ruling-stale"), Vec::<&Value>::new());
}

#[test]
fn other_words_and_another_source_open_it_again() {
    let folder = storm();
    rule(&folder, "");
    let article = fs::read_to_string(folder.path().join("articles/herald.txt")).expect("an article");
    fs::write(folder.path().join("articles/courier.txt"), article).expect("a copy of it");
    let (status, report) = check(&folder, &[]);
    assert_eq!(status, 1, "{report:#}");
    assert_eq!(of_rule(&report, "claimants-conflict")[0]["status"], "reopened");
    let stale = of_rule(&report, "ruling-stale")[0];
    assert_eq!(
        stale["message"],
        "the ruling of A. Editor (explained, 9 Mar 2023) no longer holds: the evidence changed since"
    );
}

#[test]
fn another_value_opens_it_again() {
    let folder = storm();
    rule(&folder, "");
    change(&folder, "articles/herald.txt", "six boats", "seven boats");
    let (status, report) = check(&folder, &[]);
    assert_eq!(status, 1, "{report:#}");
    assert_eq!(of_rule(&report, "claimants-conflict")[0]["status"], "reopened", "{report:#}");
    assert_eq!(of_rule(&report, "ruling-stale").len(), 1);
}

#[test]
fn a_ruling_holds_until_its_last_day() {
    let folder = storm();
    rule(&folder, "until = 2023-06-30\n");
    assert_eq!(check(&folder, &["--as-of", "2023-06-30"]).0, 0);
    let (status, report) = check(&folder, &["--as-of", "2023-07-01"]);
    assert_eq!(status, 1);
    let message = "the ruling of A. Editor (explained, 9 Mar 2023) no longer holds: it was to hold until 30 Jun 2023";
    assert_eq!(of_rule(&report, "ruling-stale")[0]["message"], message);
}

#[test]
fn a_ruling_on_nothing_is_told() {
    let folder = storm();
    let print = rule(&folder, "");
    change(&folder, "claims.toml", &print, "ffffffffffffffff");
    let (status, report) = check(&folder, &[]);
    assert_eq!(status, 1);
    assert_eq!(of_rule(&report, "claimants-conflict")[0]["status"], "open");
    assert_eq!(
        of_rule(&report, "ruling-unused")[0]["message"],
        "no finding bears the ruling of A. Editor (explained, 9 Mar 2023) on ffffffffffffffff"
    );
}
