//! A session in a git repository, from an empty folder to a silent edit: what
//! pull requests and editors do, one command after the other.

use super::program::{Ran, folder, read, run};
use std::fs;
use std::path::Path;
use std::process::Command;

fn git(here: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=A. Editor", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    let output = Command::new("git").current_dir(here).args(identity).args(arguments).output().expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(here: &Path, message: &str) {
    git(here, &["add", "-A"]);
    git(here, &["commit", "-q", "-m", message]);
}

fn expect(here: &Path, arguments: &[&str], status: i32) -> Ran {
    let ran = run(here, arguments);
    assert_eq!(ran.status, status, "gainsay {arguments:?}\n{}\n{}", ran.stdout, ran.stderr);
    ran
}

const WIRE: &str = "+++\noutlet = \"Wire\"\npublished = \"2024-01-11\"\n+++\nAfter the storm\n\n\
                    According to the harbour office, 14 boats had sunk.\n\nEight trucks were lost.\n";

const LEDGER: &str = "+++\noutlet = \"Ledger\"\npublished = \"2024-01-12\"\n+++\nThe bill\n\n\
                      The crews' union says that six boats were lost.\n";

/// The fingerprint of the conflict between the two sides.
fn conflict(here: &Path) -> String {
    let json: serde_json::Value =
        serde_json::from_str(&run(here, &["check", "--format", "json"]).stdout).expect("it is JSON");
    let findings = json["findings"].as_array().expect("findings");
    let of_claimants = findings.iter().find(|finding| finding["rule"] == "claimants-conflict").expect("the conflict");
    of_claimants["fingerprint"].as_str().expect("a fingerprint").to_owned()
}

#[test]
fn a_wrong_claim_is_named_ruled_on_and_a_silent_edit_is_told() {
    let folder = folder(&[]);
    let here = folder.path();
    git(here, &["init", "-q"]);
    expect(here, &["init"], 0);
    fs::write(here.join("corpus/wire.txt"), WIRE).expect("an article");
    fs::write(here.join("corpus/ledger.txt"), LEDGER).expect("an article");

    // Three claims, each read from its article.
    expect(
        here,
        &[
            "add",
            "topic",
            "--id",
            "trucks-lost",
            "--question",
            "How many trucks were lost?",
            "--kind",
            "count",
            "--unit",
            "truck",
            "--match",
            "{value} trucks were lost",
            "--matches",
            "two trucks were lost",
        ],
        0,
    );
    expect(here, &["add", "claim", "--topic", "boats-lost", "--article", "wire", "--line", "7", "--id", "wire-14"], 0);
    expect(here, &["add", "claim", "--topic", "boats-lost", "--article", "ledger", "--line", "7"], 0);
    expect(
        here,
        &["add", "claim", "--topic", "trucks-lost", "--article", "wire", "--quote", "Eight trucks were lost."],
        0,
    );
    let claims = read(here, "claims.toml");
    assert!(claims.contains("claimant = \"harbour-office\"\narticle = \"wire\"\nquote = \"According to the harbour office, 14 boats had sunk.\"\nvalue = 14\n"), "{claims}");
    assert!(claims.contains("claimant = \"crews-union\"\narticle = \"ledger\""), "{claims}");
    assert!(claims.contains("quote = \"Eight trucks were lost.\"\nvalue = 8\n"), "{claims}");
    expect(here, &["fmt", "--check"], 0);
    let linted = expect(here, &["lint"], 0);
    assert!(linted.stdout.ends_with("0 errors, 0 warnings\n"), "{}\n{}", linted.stdout, linted.stderr);
    expect(here, &["check"], 1);
    commit(here, "the storm");

    // A branch that adds a wrong claim: it is what is new, and all that is.
    git(here, &["checkout", "-q", "-b", "wrong"]);
    expect(
        here,
        &[
            "add",
            "claim",
            "--topic",
            "trucks-lost",
            "--article",
            "wire",
            "--quote",
            "Eight trucks were lost.",
            "--value",
            "9",
            "--id",
            "wire-9",
        ],
        0,
    );
    commit(here, "a claim");
    let told = expect(here, &["diff", "main"], 1);
    assert!(told.stdout.starts_with("new conflict: "), "{}", told.stdout);
    assert!(told.stdout.contains("value-mismatch") && told.stdout.contains("added claim wire-9"), "{}", told.stdout);
    assert!(told.stdout.contains("findings: 1 new, "), "{}", told.stdout);
    let checked = expect(here, &["check", "--base", "main"], 1);
    assert!(
        checked.stderr.contains("new conflict: ") && checked.stderr.contains("value-mismatch"),
        "{}",
        checked.stderr
    );
    assert_eq!(run(here, &["lint"]).status, 1);

    // What was there before is no reason to fail; nor is a file that moved.
    git(here, &["checkout", "-q", "main"]);
    git(here, &["checkout", "-q", "-b", "tidy"]);
    fs::create_dir(here.join("corpus/2024")).expect("a folder");
    git(here, &["mv", "corpus/ledger.txt", "corpus/2024/ledger.txt"]);
    commit(here, "move");
    let moved = expect(here, &["diff", "main"], 0);
    assert!(moved.stdout.starts_with("findings: 0 new, 0 changed, 0 gone, "), "{}", moved.stdout);
    expect(here, &["check", "--base", "main"], 0);
    git(here, &["checkout", "-q", "main"]);

    // A ruling, and the check is green.
    let finding = conflict(here);
    let ruled = expect(
        here,
        &[
            "rule",
            &finding[..8],
            "--verdict",
            "explained",
            "--by",
            "A. Editor",
            "--on",
            "2024-01-13",
            "--note",
            "the union leaves out what will be raised",
        ],
        0,
    );
    assert_eq!(ruled.stderr, "wrote claims.toml\n");
    let stanza = format!(
        "[[ruling]]\nfinding = \"{finding}\"\nverdict = \"explained\"\nby = \"A. Editor\"\non = 2024-01-13\nnote = \"the union leaves out what will be raised\"\n"
    );
    assert!(read(here, "claims.toml").ends_with(&stanza));
    expect(here, &["fmt", "--check"], 0);
    let green = run(here, &["check"]);
    assert!(!green.stdout.contains("0 conflicts ruled") && green.status == 0, "{}", green.stdout);
    commit(here, "a ruling");

    // An article is edited silently: red again, with what the edit means.
    fs::write(here.join("corpus/ledger.txt"), LEDGER.replace("six boats", "seven boats")).expect("the article");
    let red = expect(here, &["check", "--base", "HEAD"], 1);
    assert!(red.stderr.contains("ledger: \"six boats\" became \"seven boats\" (boats-lost)"), "{}", red.stderr);
    assert_eq!(run(here, &["check"]).status, 1);
}

#[test]
fn a_directory_is_a_base_and_an_unknown_one_is_told() {
    let before = folder(&[]);
    let after = folder(&[]);
    run(before.path(), &["init"]);
    run(after.path(), &["init"]);
    let base = before.path().to_str().expect("a plain path");
    let same = expect(after.path(), &["diff", base], 0);
    assert!(same.stdout.starts_with("findings: 0 new, 0 changed, 0 gone, "), "{}", same.stdout);
    fs::remove_file(after.path().join("corpus/first-article.txt")).expect("it was there");
    fs::write(after.path().join("corpus/other.txt"), "Nothing of note.\n").expect("an article");
    let gone = run(after.path(), &["diff", base, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&gone.stdout).expect("it is JSON");
    assert_eq!(json["articles"][0], serde_json::json!({"article": "first-article", "meanings": [{"change": "went"}]}));
    assert!(
        json["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .any(|finding| finding["fate"] == "new" && finding["rule"] == "claim-unmatched"),
        "{json}"
    );
    let unknown = run(after.path(), &["diff", "no-such-base"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("no-such-base"), "{}", unknown.stderr);
}
