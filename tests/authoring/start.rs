//! `init` and `add` as a user runs them, also in a terminal.

use super::program::{folder, read, run};
use std::process::Command;

#[test]
fn init_starts_something_that_works_and_overwrites_nothing() {
    let folder = folder(&[]);
    let here = folder.path();
    let began = run(here, &["init"]);
    assert_eq!(began.status, 0, "{}", began.stderr);
    let checked = run(here, &["check"]);
    assert_eq!((checked.status, checked.stderr.as_str()), (1, ""), "{}", checked.stdout);
    assert!(checked.stdout.contains("the crews' union says 6 boats, the harbour office 14"), "{}", checked.stdout);
    assert_eq!(run(here, &["fmt", "--check"]).status, 0);
    let linted = run(here, &["lint", "--fail-level", "warning"]);
    assert_eq!((linted.status, linted.stderr.as_str()), (0, ""));
    let before = read(here, "claims.toml");
    let again = run(here, &["init"]);
    assert_eq!(
        (again.status, again.stderr.as_str()),
        (2, "error: claims.toml is there already: nothing was written\n")
    );
    assert_eq!(read(here, "claims.toml"), before);
}

#[test]
fn init_says_what_git_would_leave_out() {
    let folder = folder(&[(".gitignore", "*.json\n")]);
    let here = folder.path();
    let made = Command::new("git").current_dir(here).args(["init", "-q"]).status().expect("git runs");
    assert!(made.success());
    let began = run(here, &["init"]);
    assert!(began.stderr.contains("git ignores claims.schema.json"), "{}", began.stderr);
    assert!(!began.stderr.contains("git ignores claims.toml"), "{}", began.stderr);
}

#[test]
fn a_dry_run_prints_and_changes_nothing() {
    let folder = folder(&[]);
    let here = folder.path();
    run(here, &["init"]);
    let before = read(here, "claims.toml");
    let dry = run(
        here,
        &[
            "add",
            "claim",
            "--topic",
            "boats-lost",
            "--article",
            "first-article",
            "--quote",
            "six boats were lost",
            "--note",
            "once more",
            "--dry-run",
            "--claims",
            "claims.toml",
        ],
    );
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    assert_eq!(
        dry.stdout,
        "[[claim]]\nid = \"first-six\"\ntopic = \"boats-lost\"\nclaimant = \"crews-union\"\narticle = \"first-article\"\n\
         quote = \"six boats were lost\"\nvalue = 6\nnote = \"once more\"\n"
    );
    assert_eq!(read(here, "claims.toml"), before);
}

#[test]
fn what_cannot_be_added_is_told_and_not_written() {
    let folder = folder(&[]);
    let here = folder.path();
    run(here, &["init"]);
    let before = read(here, "claims.toml");
    for (arguments, told) in [
        (vec!["--topic", "boats-los"], "there is no topic `boats-los`; did you mean `boats-lost`?"),
        (
            vec!["--topic", "boats-lost", "--article", "first-articl"],
            "there is no article `first-articl`; did you mean `first-article`?",
        ),
        (vec!["--topic", "boats-lost", "--article", "first-article"], "say --line NUMBER or --quote WORDS"),
        (
            vec!["--topic", "boats-lost", "--article", "first-article", "--quote", "sixty boats were lost"],
            "the words are not in first-article",
        ),
        (vec!["--topic", "boats-lost", "--claimant", "police", "--value", "3"], "unknown claimant `police`"),
    ] {
        let ran = run(here, &[vec!["add", "claim"], arguments.clone()].concat());
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(told), "{told} in\n{}", ran.stderr);
        assert_eq!(read(here, "claims.toml"), before);
    }
}

#[cfg(unix)]
#[test]
fn questions_are_asked_in_a_terminal() {
    let folder = folder(&[]);
    let here = folder.path();
    run(here, &["init"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(here).args(["add"]).env("TERM", "xterm");
    let mut terminal = rexpect::session::spawn_command(command, Some(20_000)).expect("a terminal");
    let mut answer = |prompt: &str, keys: &str| {
        terminal.exp_string(prompt).unwrap_or_else(|error| panic!("{prompt}: {error}"));
        terminal.send(keys).and_then(|_| terminal.flush()).expect("it is typed");
    };
    answer("Add what?", "\r");
    answer("On which topic?", "\r");
    answer("In which article?", "\r");
    answer("Its line, or the words", "six boats were lost\r");
    answer("What it states", "\r");
    answer("Who says it?", "\r");
    answer("Over which period", "2024-01\r");
    answer("Its id", "\r");
    answer("A note", "asked\r");
    answer("Add this?", "y");
    terminal.exp_eof().expect("it ends");
    let claims = read(here, "claims.toml");
    assert!(
        claims.ends_with(
            "[[claim]]\nid = \"first-six\"\ntopic = \"boats-lost\"\nclaimant = \"crews-union\"\narticle = \"first-article\"\n\
             quote = \"six boats were lost\"\nvalue = 6\nduring = \"2024-01\"\nnote = \"asked\"\n"
        ),
        "{claims}"
    );
    assert_eq!(run(here, &["fmt", "--check"]).status, 0);
}
