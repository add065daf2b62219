//! Every command and every output in the README and in `docs/` is run.
//!
//! A `console` block holds commands after `$ `, lines of one command after
//! `> `, and what they print. The blocks of a page are one session, in a folder
//! of its own; a page that says `<!-- in: shipped -->` runs where the shipped
//! claims are, one that says `<!-- in: started -->` after `gainsay init`. The pages of
//! formats, which the program prints too, run where the shipped claims are.
//! `UPDATE_DOCS=1 cargo test --test docs` writes what is printed into the
//! pages, to be read before it is committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Commands that take a compiler or the network.
const NOT_RUN: [&str; 7] = ["cargo ", "git clone", "pre-commit ", "mdbook ", "| reviewdog", "gh pr", "| jq"];

/// A command of a page, and what the page says it prints.
struct Step {
    command: String,
    shown: String,
    /// The lines of the page that show it.
    lines: std::ops::Range<usize>,
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (number, line) in page.lines().enumerate() {
        if line.starts_with("```") {
            inside = !inside && line == "```console";
        } else if !inside {
        } else if let Some(command) = line.strip_prefix("$ ") {
            steps.push(Step { command: command.to_owned(), shown: String::new(), lines: number + 1..number + 1 });
        } else if let Some(step) = steps.last_mut() {
            let more = line.strip_prefix("> ").or_else(|| line.strip_prefix('>').filter(|rest| rest.is_empty()));
            if let Some(more) = more.filter(|_| step.shown.is_empty()) {
                step.command.push('\n');
                step.command.push_str(more);
                step.lines = number + 1..number + 1;
            } else {
                step.shown.push_str(line);
                step.shown.push('\n');
                step.lines.end = number + 1;
            }
        }
    }
    steps
}

/// A folder to run a page in.
fn folder(path: &Path, page: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    if page.contains("<!-- in: shipped -->") || path.starts_with("docs/formats") {
        fs::copy("claims.toml", here.join("claims.toml")).expect("the claims are copied");
        fs::create_dir(here.join("corpus")).expect("a folder");
        for article in fs::read_dir("corpus").expect("the corpus") {
            let article = article.expect("an article").path();
            let name = article.file_name().expect("a name").to_owned();
            fs::copy(&article, here.join("corpus").join(name)).expect("an article is copied");
        }
    }
    if page.contains("<!-- in: started -->") {
        assert_eq!(run("gainsay init", here).1, 0);
    }
    folder
}

/// What a command prints, on either stream, and how it ends.
fn run(command: &str, here: &Path) -> (String, i32) {
    let program = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.current_dir(here).args(["-c", &format!("exec 2>&1\n{command}")]);
    shell.env("PATH", format!("{}:{path}", program.display()));
    for (name, value) in [("USER", "A. Editor"), ("EMAIL", "editor@example.org")] {
        shell.env(format!("GIT_AUTHOR_{}", if name == "USER" { "NAME" } else { name }), value);
        shell.env(format!("GIT_COMMITTER_{}", if name == "USER" { "NAME" } else { name }), value);
    }
    for unset in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CI"] {
        shell.env_remove(unset);
    }
    let output = shell.output().expect("a shell runs");
    (String::from_utf8(output.stdout).expect("what is printed is text"), output.status.code().unwrap_or(-1))
}

fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// Runs a page; what differs from it, and the page as it should be.
fn check(path: &Path) -> (Vec<String>, String) {
    let page = fs::read_to_string(path).expect("a page is text");
    let folder = folder(path, &page);
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    let (mut wrong, mut moved) = (Vec::new(), 0_isize);
    for step in steps(&page) {
        if NOT_RUN.iter().any(|part| step.command.contains(part)) {
            continue;
        }
        let (printed, status) = run(&step.command, folder.path());
        let printed = trimmed(&printed);
        if step.shown.is_empty() {
            // What a command prints may be left out, that it works may not.
            if !(0..=1).contains(&status) {
                wrong.push(format!("{}: $ {}\nends with {status}\n{printed}", path.display(), step.command));
            }
        } else if printed != trimmed(&step.shown) {
            wrong.push(format!("{}: $ {}\nprints\n{printed}", path.display(), step.command));
            let at = |line: usize| line.checked_add_signed(moved).expect("a line of the page");
            let new: Vec<String> = printed.lines().map(str::to_owned).collect();
            let change = new.len().cast_signed() - step.lines.len().cast_signed();
            lines.splice(at(step.lines.start)..at(step.lines.end), new);
            moved += change;
        }
    }
    (wrong, lines.join("\n") + "\n")
}

/// The README, and every page of the book.
fn pages() -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new("docs").sort_by_file_name();
    let files = walk.into_iter().map(|entry| entry.expect("docs can be read").into_path());
    let pages = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    ["README.md", "CONTRIBUTING.md"].map(PathBuf::from).into_iter().chain(pages).collect()
}

#[test]
fn every_command_prints_what_its_page_shows() {
    let mut all = Vec::new();
    for path in pages() {
        let (wrong, page) = check(&path);
        if !wrong.is_empty() && std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, page).expect("the page is written");
        }
        all.extend(wrong);
    }
    assert!(all.is_empty(), "\n{}", all.join("\n\n"));
}

#[test]
fn every_page_is_in_the_book_and_every_link_leads_somewhere() {
    let summary = fs::read_to_string("docs/SUMMARY.md").expect("the summary");
    for path in pages().into_iter().filter(|path| path.starts_with("docs")) {
        let name = path.strip_prefix("docs").expect("it is in docs").to_string_lossy().replace('\\', "/");
        assert!(name == "SUMMARY.md" || summary.contains(&format!("({name})")), "{name} is not in the summary");
        let page = fs::read_to_string(&path).expect("a page is text");
        for (at, _) in page.match_indices("](") {
            let target = page[at + 2..].split([')', '#']).next().unwrap_or_default();
            let is_file = !target.is_empty() && !target.contains("://");
            let there = path.parent().expect("a folder").join(target);
            assert!(!is_file || there.exists(), "{}: {target} is not there", path.display());
        }
    }
}

#[test]
fn a_page_that_shows_something_else_is_caught() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.md");
    fs::write(&page, "# Page\n\n```console\n$ echo one\ntwo\n$ cat <<'END'\n> three\n> END\nthree\n```\n")
        .expect("a page");
    let (wrong, mended) = check(&page);
    assert_eq!(wrong.len(), 1);
    assert_eq!(mended, "# Page\n\n```console\n$ echo one\none\n$ cat <<'END'\n> three\n> END\nthree\n```\n");
}
