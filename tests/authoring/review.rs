//! `review` in a real terminal: decisions are written at once, can be undone,
//! and stay when the editor quits.

use super::program::{command, folder, read, run};
use std::path::Path;

const WIRE: &str = "+++\noutlet = \"Wire\"\npublished = \"2024-01-11\"\n+++\nTrucks\n\n\
                    The harbour office said that three trucks were lost. According to the crews' union, eight trucks were lost.\n";

/// A folder with two conflicts.
fn disputed() -> tempfile::TempDir {
    let folder = folder(&[("corpus/wire.txt", WIRE)]);
    let here = folder.path();
    assert_eq!(run(here, &["init"]).status, 0);
    let topic = [
        "add",
        "topic",
        "--id",
        "trucks",
        "--question",
        "How many trucks?",
        "--kind",
        "count",
        "--match",
        "{value} trucks were lost",
        "--matches",
        "two trucks were lost",
    ];
    assert_eq!(run(here, &topic).status, 0);
    folder
}

/// Reviews the conflicts: each answer is what the screen must show, and the
/// keys.
fn review(here: &Path, answers: &[(&str, &str)]) {
    let mut program = command(here, &["review", "--level", "conflict", "--by", "A. Editor", "--on", "2024-01-13"]);
    program.env("TERM", "xterm");
    let mut terminal = rexpect::session::spawn_command(program, Some(20_000)).expect("a terminal");
    for (prompt, keys) in answers {
        terminal.exp_string(prompt).unwrap_or_else(|error| panic!("{prompt}: {error}"));
        terminal.send(keys).and_then(|_| terminal.flush()).expect("it is typed");
    }
    terminal.exp_eof().expect("it ends");
}

const EXPLAINED: &str = "kkkkk\r";
const UNDO: &str = "j\r";
const QUIT: &str = "jj\r";

#[test]
fn a_decision_is_written_and_stays_after_quitting() {
    let folder = disputed();
    let here = folder.path();
    review(
        here,
        &[("1 of 2: claimants-conflict", EXPLAINED), ("Why", "read twice\r"), ("2 of 2: claimants-conflict", QUIT)],
    );
    let claims = read(here, "claims.toml");
    assert_eq!(claims.matches("[[ruling]]").count(), 1, "{claims}");
    assert!(
        claims.ends_with("verdict = \"explained\"\nby = \"A. Editor\"\non = 2024-01-13\nnote = \"read twice\"\n"),
        "{claims}"
    );
    assert_eq!(run(here, &["fmt", "--check"]).status, 0);
    // The next session begins with what is left.
    review(here, &[("1 of 1: claimants-conflict", EXPLAINED), ("Why", "\r")]);
    assert_eq!(read(here, "claims.toml").matches("[[ruling]]").count(), 2);
    assert_eq!(run(here, &["check"]).status, 0);
}

#[test]
fn undo_takes_the_last_decision_back() {
    let folder = disputed();
    let here = folder.path();
    let before = read(here, "claims.toml");
    review(here, &[("1 of 2", EXPLAINED), ("Why", "\r"), ("2 of 2", UNDO), ("1 of 2", QUIT)]);
    assert_eq!(read(here, "claims.toml"), before);
}

#[test]
fn without_a_terminal_there_is_no_review() {
    let folder = disputed();
    let ran = run(folder.path(), &["review"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("a review needs a terminal"), "{}", ran.stderr);
}
