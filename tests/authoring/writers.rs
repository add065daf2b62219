//! Every command that writes a claims file, held to the same promises: what
//! was there is there, with every comment, and besides it exactly what was
//! asked for; a file in canonical form stays in it; a second run changes
//! nothing; a kill at any moment leaves the old file or the new one.

use super::generator::{ARTICLES, ledger};
use super::meaning::{comments, meaning};
use super::program::{command, folder, read, run};
use gainsay::authoring::format_claims;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use toml::{Table, Value};

/// A command that writes.
struct Writer {
    arguments: Vec<String>,
    /// What it asks in a terminal, and what is answered.
    answers: Vec<(&'static str, &'static str)>,
    /// What it does to the file.
    change: fn(&Path, &mut Table),
    /// How a second run ends, and what it says.
    again: (i32, &'static str),
}

fn writer(arguments: &[&str], change: fn(&Path, &mut Table), again: (i32, &'static str)) -> Writer {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    Writer { arguments, answers: Vec::new(), change, again }
}

fn push(file: &mut Table, stanza: &str) {
    let new: Table = stanza.parse().expect("a stanza");
    for (name, tables) in new {
        let there = file.entry(name).or_insert_with(|| Value::Array(Vec::new()));
        there.as_array_mut().expect("tables").extend(tables.as_array().expect("tables").clone());
    }
}

fn add_claim() -> Writer {
    let stanza = |_: &Path, file: &mut Table| {
        push(
            file,
            "[[claim]]\nid='union-6'\ntopic='boats'\nclaimant='union'\narticle='herald'\n\
             quote='The storm sank six boats'\nvalue=6\nnote='as told'\n",
        );
    };
    let of = ["add", "claim", "--topic", "boats", "--article", "herald", "--id", "union-6", "--note", "as told"];
    let of = [&of[..], &["--quote", "The storm sank six boats"]].concat();
    writer(&of, stanza, (2, "duplicate id `union-6`"))
}

fn add_claim_without_an_id() -> Writer {
    let stanza = |_: &Path, file: &mut Table| {
        push(
            file,
            "[[claim]]\nid='herald-six'\ntopic='boats'\nclaimant='union'\narticle='herald'\n\
             quote=\"The storm sank six boats, the crews' union said.\"\nvalue=6\n",
        );
    };
    let of = ["add", "claim", "--topic", "boats", "--article", "herald", "--line", "7"];
    writer(&of, stanza, (2, "the claim `herald-six` says this already"))
}

fn add_topic() -> Writer {
    let stanza = |_: &Path, file: &mut Table| {
        push(
            file,
            "[[topic]]\nid='trees'\nquestion='How many trees?'\nkind='count'\nmatch=['felled {value} trees']\n\
             matches=['it felled 3 trees']\n",
        );
    };
    let of = ["add", "topic", "--id", "trees", "--question", "How many trees?", "--kind", "count"];
    let of = [&of[..], &["--match", "felled {value} trees", "--matches", "it felled 3 trees"]].concat();
    writer(&of, stanza, (2, "duplicate id `trees`"))
}

fn json(here: &Path, arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&run(here, arguments).stdout).expect("it is JSON")
}

fn suggest_topic() -> Writer {
    let stanza = |here: &Path, file: &mut Table| {
        let shown = json(here, &["suggest", "--format", "json"]);
        let suggestion = &shown["suggestions"][0];
        for name in suggestion["names"].as_array().expect("names") {
            push(file, name["toml"].as_str().expect("a stanza"));
        }
        push(file, suggestion["toml"].as_str().expect("a stanza"));
    };
    writer(&["suggest", "--write", "1"], stanza, (2, "there is no suggestion 1"))
}

fn suggest_claim() -> Writer {
    let stanza = |here: &Path, file: &mut Table| {
        let shown = json(here, &["suggest", "--topic", "boats", "--format", "json"]);
        push(file, shown["unlisted"][0]["toml"].as_str().expect("a stanza"));
    };
    writer(&["suggest", "--topic", "boats", "--write", "m1"], stanza, (2, "there is no suggestion m1"))
}

/// The fingerprint of the finding of a rule, which is the same however the
/// file is written.
fn fingerprint(rule: &'static str) -> &'static str {
    static PRINTS: OnceLock<[String; 2]> = OnceLock::new();
    let prints = PRINTS.get_or_init(|| {
        let folder = folder(&ARTICLES);
        let text = ledger().new_tree(&mut TestRunner::deterministic()).expect("a file").current();
        fs::write(folder.path().join("claims.toml"), text.replace("FINGERPRINT", "0123456789abcdef")).expect("written");
        let report = json(folder.path(), &["check", "--format", "json"]);
        ["claimants-conflict", "unlisted-value"].map(|rule| {
            let mut findings = report["findings"].as_array().expect("findings").iter();
            let of_rule =
                findings.find(|finding| finding["rule"] == rule).unwrap_or_else(|| panic!("{rule}: {report:#}"));
            of_rule["fingerprint"].as_str().expect("a fingerprint").to_owned()
        })
    });
    &prints[usize::from(rule == "unlisted-value")]
}

fn ruled(note: &str) -> String {
    let print = fingerprint("claimants-conflict");
    format!("finding='{print}'\nverdict='explained'\nby='B. Editor'\non=2024-02-01\n{note}")
}

const SIGNED: [&str; 4] = ["--by", "B. Editor", "--on", "2024-02-01"];

/// A ruling in the place of one that has ended.
fn rule_again() -> Writer {
    let replaced = |_: &Path, file: &mut Table| {
        file["ruling"].as_array_mut().expect("rulings")[0] = Value::Table(ruled("").parse().expect("a table"));
    };
    let of = ["rule", fingerprint("claimants-conflict"), "--verdict", "explained"];
    writer(&[&of[..], &SIGNED].concat(), replaced, (2, "has been ruled on already"))
}

fn rule() -> Writer {
    let stanza = |_: &Path, file: &mut Table| {
        let print = fingerprint("unlisted-value");
        push(
            file,
            &format!(
                "[[ruling]]\nfinding='{print}'\nverdict='upheld'\nby='B. Editor'\non=2024-02-01\nnote='it is \"so\"'\n"
            ),
        );
    };
    let of = ["rule", fingerprint("unlisted-value"), "--verdict", "upheld", "--note", "it is \"so\""];
    writer(&[&of[..], &SIGNED].concat(), stanza, (2, "has been ruled on already"))
}

fn review() -> Writer {
    let replaced = |_: &Path, file: &mut Table| {
        let table = ruled("note='read twice'").parse().expect("a table");
        file["ruling"].as_array_mut().expect("rulings")[0] = Value::Table(table);
    };
    let of = [&["review", "--level", "conflict"], &SIGNED[..]].concat();
    let answers = vec![("1 of 1: claimants-conflict", "kkkkk\r"), ("Why", "read twice\r")];
    Writer { answers, ..writer(&of, replaced, (0, "0 decided, 0 open")) }
}

fn lint_fix() -> Writer {
    let mended = |_: &Path, file: &mut Table| {
        let list = |of: &str| Value::Array(of.split('|').map(Value::from).collect());
        file["claimant"][0]["aliases"] = list("Mayor Élan|mayor Élan|Élan");
        file["topic"][0]["limits"] = list("fourteen went down");
        file["topic"][0]["matches"] = list("it sank 3 boats|storms sank 14 boats");
    };
    writer(&["lint", "--fix", "--fail-level", "never"], mended, (0, "0 errors"))
}

impl Writer {
    fn command(&self, here: &Path) -> Command {
        let arguments: Vec<&str> = self.arguments.iter().map(String::as_str).collect();
        let mut command = command(here, &arguments);
        command.env("TERM", "xterm");
        command
    }

    /// Runs to the end, in a terminal where it asks: its exit status, and what
    /// it says.
    fn run(&self, here: &Path, answers: &[(&str, &str)]) -> (i32, String) {
        if self.answers.is_empty() {
            let output = self.command(here).output().expect("it starts");
            let said = [output.stdout, output.stderr].concat();
            return (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned());
        }
        let mut terminal = rexpect::session::spawn_command(self.command(here), Some(20_000)).expect("a terminal");
        for (prompt, keys) in answers {
            terminal.exp_string(prompt).unwrap_or_else(|error| panic!("{prompt}: {error}"));
            terminal.send(keys).and_then(|_| terminal.flush()).expect("it is typed");
        }
        (0, terminal.exp_eof().expect("it ends"))
    }
}

/// A folder with a ledger.
fn ledger_in(text: &str) -> TempDir {
    let folder = folder(&ARTICLES);
    let text = text.replace("FINGERPRINT", fingerprint("claimants-conflict"));
    fs::write(folder.path().join("claims.toml"), text).expect("the claims");
    folder
}

fn table(text: &str) -> Table {
    text.parse().unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// Holds one writer to its promises on one file.
fn keeps(writer: &Writer, text: &str) -> Result<(), TestCaseError> {
    let folder = ledger_in(text);
    let here = folder.path();
    let before = read(here, "claims.toml");
    let was_formed = format_claims(&before).expect("it is TOML") == before;
    let mut expected = table(&before);
    (writer.change)(here, &mut expected);
    let (_, said) = writer.run(here, &writer.answers);
    let after = read(here, "claims.toml");
    prop_assert_eq!(&table(&after), &expected, "{}\n{}\nbecame\n{}", said, before, after);
    prop_assert_eq!(comments(&after), comments(&before), "\n{}\nbecame\n{}", before, after);
    let is_uniform = !after.contains("\r\n") || after.matches('\n').count() == after.matches("\r\n").count();
    prop_assert!(is_uniform, "{:?}", after);
    let formed = format_claims(&after).expect("it is TOML");
    prop_assert_eq!(meaning(&formed), meaning(&after));
    if was_formed {
        prop_assert_eq!(&formed, &after, "fmt would change it");
    }
    let (status, told) = writer.run(here, &[]);
    prop_assert_eq!(status, writer.again.0, "{}", &told);
    prop_assert!(told.contains(writer.again.1), "{}", told);
    prop_assert_eq!(read(here, "claims.toml"), after, "a second run changes it");
    Ok(())
}

fn holds(writer: &Writer, cases: u32) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let checked = TestRunner::new(config).run(&ledger(), |text| {
        keeps(writer, &text)?;
        keeps(writer, &format_claims(&text).expect("it is TOML"))
    });
    checked.unwrap_or_else(|error| panic!("{:?}: {error}", writer.arguments));
}

/// A test a writer, so that they run beside each other.
macro_rules! writers {
    ($($name:ident: $writer:expr, $cases:expr;)*) => {$(
        mod $name {
            #[test]
            fn adds_what_it_should_and_nothing_else() {
                super::holds(&$writer, $cases);
            }

            #[test]
            fn a_kill_leaves_the_old_file_or_the_new() {
                super::survives(&$writer);
            }
        }
    )*};
}

writers! {
    add_claim: super::add_claim(), 6;
    add_claim_without_an_id: super::add_claim_without_an_id(), 6;
    add_topic: super::add_topic(), 6;
    suggest_topic: super::suggest_topic(), 6;
    suggest_claim: super::suggest_claim(), 6;
    rule: super::rule(), 6;
    rule_again: super::rule_again(), 6;
    review: super::review(), 4;
    lint_fix: super::lint_fix(), 12;
}

/// When a writer is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// Right when it has begun to write.
    Writing,
    /// After so many milliseconds.
    After(u64),
}

const MOMENTS: [Moment; 9] = [
    Moment::Writing,
    Moment::After(0),
    Moment::Writing,
    Moment::After(17),
    Moment::Writing,
    Moment::After(41),
    Moment::Writing,
    Moment::After(83),
    Moment::After(131),
];

/// Kills a writer again and again: the file is the old one or the new one.
fn survives(writer: &Writer) {
    let text = ledger().new_tree(&mut TestRunner::deterministic()).expect("a file").current();
    // Long enough that writing it takes a while.
    let long = format!("{}\n# {}\n", text.trim_end(), "and so on ".repeat(60_000));
    let folder = ledger_in(&format_claims(&long).expect("it is TOML"));
    let here = folder.path();
    let before = read(here, "claims.toml");
    writer.run(here, &writer.answers);
    let after = read(here, "claims.toml");
    assert_ne!(before, after, "{:?}", writer.arguments);
    let mut were_old = 0;
    for moment in MOMENTS {
        fs::write(here.join("claims.toml"), &before).expect("the old file");
        temporary_files(here).into_iter().for_each(|left| fs::remove_file(left).expect("it goes"));
        writer.kill(here, moment);
        let left = read(here, "claims.toml");
        assert!(left == before || left == after, "{:?} killed {moment:?}", writer.arguments);
        were_old += usize::from(left == before);
    }
    assert!(were_old > 0, "{:?}: some were killed early", writer.arguments);
}

impl Writer {
    fn kill(&self, here: &Path, moment: Moment) {
        if self.answers.is_empty() {
            let mut child = self.command(here).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
            wait_for(here, moment, || child.try_wait().expect("it runs or has ended").is_some());
            child.kill().expect("it is killed, or has ended");
            child.wait().expect("it has ended");
            return;
        }
        // The shell tells its number and becomes the program.
        let mut shell = Command::new("sh");
        let program = self.command(here);
        shell.current_dir(here).args(["-c", "echo $$ >number; exec \"$@\"", "sh"]).arg(program.get_program());
        shell.args(program.get_args()).env("TERM", "xterm").env_remove("NO_COLOR");
        let mut terminal = rexpect::session::spawn_command(shell, Some(20_000)).expect("a terminal");
        for (prompt, keys) in &self.answers {
            terminal.exp_string(prompt).unwrap_or_else(|error| panic!("{prompt}: {error}"));
            terminal.send(keys).and_then(|_| terminal.flush()).expect("it is typed");
        }
        let number = read(here, "number");
        let is_over = || !Path::new("/proc").join(number.trim()).exists();
        wait_for(here, moment, is_over);
        let mut kill = Command::new("kill");
        // It may have ended.
        let _ = kill.args(["-KILL", number.trim()]).stderr(Stdio::null()).status().expect("kill runs");
        let _ = terminal.exp_eof();
    }
}

/// Waits until a moment, or until all is over.
fn wait_for(here: &Path, moment: Moment, mut is_over: impl FnMut() -> bool) {
    let is_writing = || !temporary_files(here).is_empty();
    match moment {
        Moment::After(pause) => std::thread::sleep(Duration::from_millis(pause)),
        Moment::Writing => {
            let begun = Instant::now();
            while !is_writing() && !is_over() && begun.elapsed() < Duration::from_secs(20) {}
        }
    }
}

/// What a writer has not renamed yet, or left behind when it was killed.
fn temporary_files(here: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(here).expect("the folder").filter_map(Result::ok).map(|entry| entry.path());
    let is_temporary =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".claims.toml."));
    files.filter(is_temporary).collect()
}
