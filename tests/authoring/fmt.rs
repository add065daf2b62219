//! `gainsay fmt` as a user runs it.

use super::program::{folder, read, run, run_with};
use std::fs;

const UNTIDY: &str = "version=1\n[[entity]] # who\nname='Emmanuel Macron'\nid=\"macron\"\n";
const TIDY: &str = "version = 1\n\n[[entity]] # who\nid = \"macron\"\nname = \"Emmanuel Macron\"\n";

#[test]
fn fmt_writes_once_and_check_only_tells() {
    let folder = folder(&[("claims.toml", UNTIDY)]);
    let here = folder.path();
    let checked = run(here, &["fmt", "--check"]);
    assert_eq!((checked.status, read(here, "claims.toml").as_str()), (1, UNTIDY));
    assert!(checked.stderr.starts_with("claims.toml:1: not in canonical form"), "{}", checked.stderr);
    let formatted = run(here, &["fmt"]);
    assert_eq!((formatted.status, formatted.stderr.as_str()), (0, "formatted claims.toml\n"));
    assert_eq!(read(here, "claims.toml"), TIDY);
    let again = run(here, &["fmt", "--check", "claims.toml"]);
    assert_eq!((again.status, again.stdout.as_str(), again.stderr.as_str()), (0, "", ""));
    let left: Vec<_> = fs::read_dir(here).expect("the folder").collect();
    assert_eq!(left.len(), 1, "no temporary file is left");
}

#[test]
fn several_files_are_formatted_and_the_worst_status_wins() {
    let folder = folder(&[("a.toml", UNTIDY), ("b.toml", TIDY), ("c.toml", UNTIDY), ("broken.toml", "[[claim]\n")]);
    let here = folder.path();
    let checked = run(here, &["fmt", "--check", "a.toml", "b.toml", "c.toml"]);
    assert_eq!(checked.status, 1);
    assert!(checked.stderr.contains("a.toml:1:") && checked.stderr.contains("c.toml:1:"), "{}", checked.stderr);
    assert!(!checked.stderr.contains("b.toml:"), "{}", checked.stderr);
    assert_eq!(run(here, &["fmt", "broken.toml", "a.toml", "b.toml"]).status, 2);
    assert_eq!((read(here, "a.toml").as_str(), read(here, "c.toml").as_str()), (TIDY, UNTIDY));
}

#[test]
fn fmt_reads_stdin_for_editors() {
    let folder = folder(&[]);
    let ran = run_with(folder.path(), &["fmt", "-"], UNTIDY);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, TIDY));
}

#[test]
fn what_is_no_toml_is_told_and_left_alone() {
    let broken = "version = 1\n[[claim]\nid = \"a\"\n";
    let folder = folder(&[("claims.toml", broken)]);
    let ran = run(folder.path(), &["fmt"]);
    assert_eq!((ran.status, read(folder.path(), "claims.toml").as_str()), (2, broken));
    assert!(ran.stderr.contains("claims.toml:2:"), "{}", ran.stderr);
}
