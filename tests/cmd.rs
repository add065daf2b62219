//! The program as a user runs it: arguments in, streams and exit status out.
//!
//! `tests/cmd/storm` is a claims file with two articles that conflict. A test
//! that changes a file works on a copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// What a run left behind.
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

fn storm() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/storm")
}

/// A copy of the storm to change.
fn copied() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(copy.path().join("articles")).expect("a folder");
    for file in ["claims.toml", "articles/gazette.txt", "articles/herald.txt"] {
        fs::copy(storm().join(file), copy.path().join(file)).expect("a copy");
    }
    copy
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(folder).args(arguments);
    for unset in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CI"] {
        command.env_remove(unset);
    }
    command
}

fn ran(output: Output) -> Ran {
    let text = |bytes| String::from_utf8(bytes).expect("what is printed is text");
    let stderr = text(output.stderr);
    assert!(!stderr.contains("panicked"), "{stderr}");
    Ran { status: output.status.code().expect("it ended by itself"), stdout: text(output.stdout), stderr }
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    ran(command(folder, arguments).output().expect("the program starts"))
}

#[test]
fn a_conflict_is_status_1_and_stands_in_the_table() {
    let ran = run(&storm(), &["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    for said in ["the harbour office", "14 boats", "the crews' union", "6 boats", "gazette:8", "herald:8"] {
        assert!(ran.stdout.contains(said), "{said} in\n{}", ran.stdout);
    }
    assert!(ran.stdout.contains("conflict: "), "{}", ran.stdout);
    assert!(ran.stdout.contains("2 articles, 2 topics, 2 mentions: 1 conflict"), "{}", ran.stdout);
}

#[test]
fn the_fail_level_decides_between_0_and_1() {
    assert_eq!(run(&storm(), &["check", "--fail-level", "never"]).status, 0);
    assert_eq!(run(&storm(), &["check", "--topic", "masts-broken"]).status, 0);
    assert_eq!(run(&storm(), &["check", "--topic", "masts-broken", "--fail-level", "note"]).status, 1);
}

#[test]
fn a_topic_asked_for_is_the_only_one_told() {
    let ran = run(&storm(), &["check", "--topic", "boats-lost", "--format", "json"]);
    assert!(ran.stdout.contains("boats-lost") && !ran.stdout.contains("masts-broken"), "{}", ran.stdout);
}

#[test]
fn claims_that_cannot_be_read_are_status_2() {
    let folder = copied();
    fs::write(folder.path().join("latin.toml"), b"version = 1\nname = \"\xc9lys\xe9e\"\n").expect("a file");
    for (claims, told) in [
        ("missing.toml", "cannot read the claims file missing.toml"),
        ("articles", "is a folder"),
        ("latin.toml", "not UTF-8: byte 0xC9 at line 2, column 9"),
    ] {
        let ran = run(folder.path(), &["check", "--claims", claims]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{claims}");
        assert!(ran.stderr.contains(told), "{claims}: {}", ran.stderr);
    }
}

#[test]
fn a_wrong_name_is_status_2_and_the_nearest_is_told() {
    for (arguments, told) in [
        (["check", "--topic=boat-lost"], "did you mean `boats-lost`?"),
        (["show", "ofice-14"], "did you mean `office-14`?"),
        (["explain", "claimant-conflict"], "did you mean `claimants-conflict`?"),
        (["chekc", "--format=json"], "check"),
    ] {
        let ran = run(&storm(), &arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.stderr.contains(told), "{arguments:?}: {}", ran.stderr);
    }
    let ran = run(&storm(), &["why", "boats-lost", "gazete:8"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("did you mean `gazette`?"), "{}", ran.stderr);
}

#[test]
fn a_broken_claim_is_status_2_and_hides_nothing() {
    let folder = copied();
    let claims = folder.path().join("claims.toml");
    let text = fs::read_to_string(&claims).expect("the claims");
    let place = format!("claims.toml:{}:9", text.lines().count() + 4);
    fs::write(&claims, text + "\n[[claim]]\nid = \"x\"\ntopic = \"boat-lost\"\nvalue = 3\n").expect("a file");
    let ran = run(folder.path(), &["check"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains(&place) && ran.stderr.contains("`boats-lost`"), "{}", ran.stderr);
    assert!(ran.stdout.ends_with(": 1 conflict, 0 warnings, 1 note; 1 error in the files\n"), "{}", ran.stdout);
    let lint = run(folder.path(), &["lint"]);
    assert_eq!((lint.status, lint.stdout.as_str()), (2, "2 topics, 2 claims: 1 error, 4 warnings\n"));
}

#[test]
fn nothing_to_check_is_status_3() {
    let folder = copied();
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    let ran = run(folder.path(), &["check", "--corpus", "empty"]);
    assert_eq!(ran.status, 3, "{}", ran.stderr);
    assert!(ran.stderr.contains("no article was found"), "{}", ran.stderr);
    fs::write(folder.path().join("none.toml"), "version = 1\n[corpus]\npaths = [\"articles\"]\n").expect("a file");
    assert_eq!(run(folder.path(), &["check", "--claims", "none.toml"]).status, 3);
    let allowed = run(folder.path(), &["check", "--claims", "none.toml", "--allow-empty"]);
    assert_eq!(allowed.status, 0);
    assert_eq!(allowed.stdout, "2 articles, 0 topics, 0 mentions: nothing was checked\n");
}

/// Neither is green without a word.
#[test]
fn nothing_to_compare_is_told_and_so_is_what_is_held_against_nothing() {
    let copy = copied();
    let write = |name: &str, text: &str| fs::write(copy.path().join("articles").join(name), text).expect("an article");
    write("gazette.txt", "Nobody counted the boats.\n");
    write("herald.txt", "The harbour office expects that 14 masts will be broken.\n");
    let check = run(copy.path(), &["check", "--topic", "masts-broken"]);
    assert_eq!(check.status, 0, "{}", check.stdout);
    assert!(check.stderr.starts_with("warning: nothing was compared: no article answers"), "{}", check.stderr);
    assert!(check.stdout.contains("No answer found"), "{}", check.stdout);
    assert!(check.stdout.contains("1 mention (1 held against nothing): 0 conflicts"), "{}", check.stdout);
    for id in ["masts-broken", "m1"] {
        let shown = run(copy.path(), &["show", id, "--no-cache"]);
        assert!(shown.stdout.contains("Held against nothing"), "{}", shown.stdout);
        assert!(shown.stdout.contains("expected, foretold or denied, found by pattern"), "{}", shown.stdout);
        assert!(shown.stdout.contains("expects that ⟦14⟧ masts will be broken"), "{}", shown.stdout);
    }
}

#[test]
fn a_part_of_the_corpus_is_no_error() {
    let ran = run(&storm(), &["check", "--corpus", "articles/gazette.txt"]);
    assert!(ran.status < 2 && ran.stderr.contains("warning: unknown article `herald`"), "{}", ran.stderr);
}

#[test]
fn an_output_file_appears_whole_or_not_at_all() {
    let folder = copied();
    let before = fs::read_dir(folder.path()).expect("a folder").count();
    fs::write(folder.path().join("report.json"), "old ".repeat(100_000)).expect("a file");
    let ran = run(folder.path(), &["check", "--format", "json", "--output", "report.json", "--color", "always"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    let written = fs::read_to_string(folder.path().join("report.json")).expect("the report");
    assert_eq!(written, run(folder.path(), &["check", "--format", "json"]).stdout);
    let ran = run(folder.path(), &["check", "--output", "no/such/folder/report.txt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("cannot write no/such/folder/report.txt"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), before + 1, "a temporary file was left");
}

/// `--output claims.toml` put the report in the place of the claims.
#[test]
fn a_report_never_replaces_what_it_tells_of() {
    let folder = copied();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    let article = fs::read_dir(folder.path().join("articles")).expect("a folder").flatten().next().expect("an article");
    let article = format!("articles/{}", article.file_name().to_string_lossy());
    for name in ["claims.toml", article.as_str()] {
        let before = read(name);
        for arguments in [&["check", "--output", name][..], &["report", "--output", name]] {
            let ran = run(folder.path(), arguments);
            assert_eq!((ran.status, read(name)), (2, before.clone()), "{arguments:?}");
            let said = format!("cannot write {name}: the report tells of this file");
            assert!(ran.stderr.contains(&said), "{}", ran.stderr);
        }
    }
}

#[test]
fn a_broken_pipe_ends_quietly() {
    let mut child = command(&storm(), &["check", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let ran = ran(child.wait_with_output().expect("it ends"));
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    assert!(!run(&storm(), &["check"]).stdout.contains('\u{1b}'));
    assert!(run(&storm(), &["check", "--color", "always"]).stdout.contains('\u{1b}'));
    assert!(!run(&storm(), &["check", "--color", "never"]).stdout.contains('\u{1b}'));
}

#[test]
fn an_article_that_is_not_utf8_is_told_and_the_rest_is_checked() {
    let folder = copied();
    fs::write(folder.path().join("articles/odd.txt"), b"Six boats\n\xff were lost").expect("a file");
    let ran = run(folder.path(), &["check"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("articles/odd.txt") && ran.stderr.contains("line 2, column 1"), "{}", ran.stderr);
    assert!(ran.stdout.contains("1 conflict"), "{}", ran.stdout);
}

#[test]
fn hostile_files_end_in_a_message() {
    let folder = copied();
    let nested = format!("version = 1\na = {}1{}\n", "[".repeat(50_000), "]".repeat(50_000));
    fs::write(folder.path().join("nested.toml"), nested).expect("a file");
    assert_eq!(run(folder.path(), &["check", "--claims", "nested.toml"]).status, 2);
    let line = "the wind and the sea went on, and no one counted the boats that were there ".repeat(14_000);
    fs::write(folder.path().join("articles/line.txt"), line + "14 boats were lost").expect("a file");
    let ran = run(folder.path(), &["check"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("line:1"), "{}", ran.stdout);
}

/// `--output /dev/null` put a file in the place of the device, and a link was
/// replaced by a file.
#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_is_not_replaced() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    let folder = copied();
    let pipe = folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there");
    assert!(made.success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("the report")
    });
    assert_eq!(run(folder.path(), &["check", "--output", "pipe"]).status, 1);
    assert!(fs::metadata(&pipe).expect("the pipe").file_type().is_fifo());
    assert!(reader.join().expect("it was read").contains("1 conflict"));
    fs::write(folder.path().join("real.txt"), "old").expect("a file");
    fs::set_permissions(folder.path().join("real.txt"), fs::Permissions::from_mode(0o600)).expect("permissions");
    symlink("real.txt", folder.path().join("link.txt")).expect("a link");
    assert_eq!(run(folder.path(), &["check", "--output", "link.txt"]).status, 1);
    assert!(folder.path().join("link.txt").is_symlink());
    let real = folder.path().join("real.txt");
    assert!(fs::read_to_string(&real).expect("the report").contains("1 conflict"));
    assert_eq!(fs::metadata(&real).expect("the report").permissions().mode() & 0o777, 0o600);
    let ran = run(folder.path(), &["check", "--output", "articles"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (2, "error: cannot write articles: it is a folder\n"));
}

/// A path with an escape sequence reached the terminal in a diagnostic, and
/// the marks of bidirectional text in the JSON.
#[cfg(unix)]
#[test]
fn nothing_printed_turns_the_terminal() {
    let folder = copied();
    let text =
        "According to the harbour office, 14 boats\u{202e} were\u{9b}\u{1b}]0;x\u{7} lost.\r\n\u{0}\r\n\u{301}\r\n";
    fs::write(folder.path().join("articles/od\u{1b}]0;d\u{7}\u{202e}\n.txt"), text).expect("a file");
    for format in ["table", "json"] {
        for arguments in [["check", "--format", format], ["show", "boats-lost", "--color=always"]] {
            let ran = run(folder.path(), &arguments);
            for printed in [&ran.stdout, &ran.stderr] {
                let obeyed = |sign: &char| sign.is_control() && *sign != '\n' || *sign == '\u{202e}';
                let coloured = printed.replace("\u{1b}[", "");
                assert_eq!(coloured.chars().find(obeyed), None, "{printed:?}");
                assert!(!printed.contains("\u{1b}]"), "{printed:?}");
            }
        }
    }
    let json = run(folder.path(), &["check", "--format", "json"]).stdout;
    assert!(json.contains(r"articles/od\u001b]0;d\u0007\u202e\n.txt"), "{json}");
}

/// It took 22 s for 1,000 of them, and eight times as long for twice as many.
#[test]
fn a_sentence_without_end_is_read_in_pieces_and_told() {
    let folder = copied();
    let sentence = "the harbour office said 14 boats were lost in the storm, ".repeat(600);
    fs::write(folder.path().join("articles/endless.txt"), sentence).expect("a file");
    let start = std::time::Instant::now();
    let ran = run(folder.path(), &["check", "--topic", "boats-lost", "--format", "json"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("a sentence of 7200 words and signs is read in pieces"), "{}", ran.stderr);
    assert_eq!(ran.stdout.matches("\"article\": \"endless\"").count(), 600);
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
}

/// One word of megabytes was compared with every name, letter by letter.
#[test]
fn a_word_of_megabytes_is_like_no_name() {
    let folder = copied();
    fs::write(folder.path().join("articles/word.txt"), "H".to_owned() + &"arbour".repeat(500_000)).expect("a file");
    let ran = run(folder.path(), &["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
}

#[cfg(unix)]
#[test]
fn a_claims_file_without_end_is_refused() {
    let ran = run(&storm(), &["check", "--claims", "/dev/zero"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("larger than the limit of 32 MiB"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_is_walked_once() {
    let folder = copied();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("articles/loop")).expect("a link");
    let ran = run(folder.path(), &["check", "--corpus", "articles"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("2 articles"), "{}", ran.stdout);
    assert!(ran.stderr.contains("symbolic link"), "{}", ran.stderr);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let json = ["check", "--format", "json"];
    let expected = run(&storm(), &json).stdout;
    for threads in ["1", "4"] {
        let output = command(&storm(), &json).env("RAYON_NUM_THREADS", threads).output().expect("the program starts");
        assert_eq!(ran(output).stdout, expected, "{threads} threads");
    }
    let (gazette, herald) = ("--corpus=articles/gazette.txt", "--corpus=articles/herald.txt");
    for order in [[gazette, herald], [herald, gazette]] {
        assert_eq!(run(&storm(), &[&json[..], &order].concat()).stdout, expected, "{order:?}");
    }
    // From elsewhere, by an absolute path, whatever that path is.
    let copy = copied();
    let absolute = copy.path().join("claims.toml");
    let elsewhere = run(Path::new("/"), &["check", "--format=json", "--claims", &absolute.to_string_lossy()]);
    assert_eq!(elsewhere.stdout, expected);
}

#[test]
fn the_order_of_the_claims_changes_no_finding() {
    let folder = copied();
    let path = folder.path().join("claims.toml");
    let text = fs::read_to_string(&path).expect("the claims");
    let blocks: Vec<&str> = text.split("\n\n").map(str::trim).collect();
    let (claims, rest): (Vec<&str>, Vec<&str>) = blocks.iter().partition(|block| block.starts_with("[[claim]]"));
    let turned: Vec<&str> = rest.into_iter().chain(claims.into_iter().rev()).collect();
    fs::write(&path, turned.join("\n\n")).expect("a file");
    let json = |folder: &Path| run(folder, &["check", "--format", "json"]).stdout;
    assert_eq!(json(folder.path()), json(&storm()));
}

#[test]
fn evidence_and_reasons_are_shown() {
    for id in ["boats-lost", "office-14", "p2", "m1"] {
        let ran = run(&storm(), &["show", id]);
        assert_eq!(ran.status, 0, "{id}: {}", ran.stderr);
        assert!(ran.stdout.contains("According to the harbour office, ⟦14"), "{id}: {}", ran.stdout);
    }
    let ran = run(&storm(), &["why", "boats-lost", "gazette:8"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("gazette:8  matched"), "{}", ran.stdout);
    let ran = run(&storm(), &["why", "masts-broken", "gazette"]);
    assert!(ran.stdout.contains("no match"), "{}", ran.stdout);
}

#[test]
fn a_reprint_is_no_second_source() {
    let folder = copied();
    let story = "The harbour office said that 14 boats were lost in the storm. They had been moored at the long pier, \
                 where the wind stood on the beam from midnight until the morning, and nobody could reach them.\n\n\
                 The crews had gone ashore the evening before, after the coast guard had called to warn them, and \
                 slept in the school above the quay while their boats were driven up the beach one after another.\n";
    for (id, front, more) in [
        ("gazette", "published = 2023-04-02\noutlet = \"The Gazette\"", ""),
        ("courier", "published = 2023-04-03\noutlet = \"The Courier\"", "\nThe mayor will speak to them today.\n"),
    ] {
        fs::write(folder.path().join(format!("articles/{id}.txt")), format!("+++\n{front}\n+++\n{story}{more}"))
            .expect("a file");
    }
    let ran = run(folder.path(), &["check", "--topic", "boats-lost"]);
    assert!(ran.stdout.contains("note: courier goes back to gazette: they count as one source"), "{}", ran.stdout);
    let json = run(folder.path(), &["check", "--format", "json"]).stdout;
    for line in [
        "\"origin\": \"gazette\"",
        "\"rule\": \"single-origin\"",
        "courier has 73 of the 73 words of gazette; the longest passage: “The harbour office said that 14 boats were",
    ] {
        assert!(json.contains(line), "{line}: {json}");
    }
    let shown = run(folder.path(), &["show", "office-14"]).stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("backed by one independent text shared courier has 73 of the 73 words"), "{shown}");
    assert!(shown.contains("(courier:5)"), "{shown}");
}

#[test]
fn every_rule_is_listed_with_its_page() {
    let listed = run(&storm(), &["explain"]);
    assert_eq!(listed.status, 0);
    let rules: Vec<&str> = listed.stdout.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert!(listed.stdout.contains("claimants-conflict"), "{}", listed.stdout);
    for rule in rules.iter().filter(|rule| rule.contains('-')) {
        let page = run(&storm(), &["explain", rule]);
        assert!(page.status == 0 && page.stdout.contains(rule), "{rule}: {}", page.stderr);
    }
}

#[test]
fn quiet_prints_the_closing_line_alone() {
    let ran = run(&storm(), &["check", "--quiet"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.stdout, "2 articles, 2 topics, 2 mentions: 1 conflict, 0 warnings, 1 note\n");
}

#[test]
fn a_pager_gets_the_output_only_when_asked_for() {
    let paged = |arguments: &[&str]| {
        ran(command(&storm(), arguments).env("GAINSAY_PAGER", "tr a-z A-Z").output().expect("it starts"))
    };
    assert!(paged(&["check", "--pager"]).stdout.contains("1 CONFLICT"));
    assert!(paged(&["check"]).stdout.contains("1 conflict"));
    let gone =
        command(&storm(), &["check", "--pager"]).env("GAINSAY_PAGER", "no-such-pager").output().expect("it starts");
    assert!(ran(gone).stdout.contains("1 conflict"), "without a pager it is printed all the same");
}

#[test]
fn a_report_is_a_page_in_a_file_whose_status_is_not_that_of_the_findings() {
    let folder = copied();
    let ran = run(folder.path(), &["report"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
    assert!(ran.stderr.contains("report.html written: 1 conflict on 1 topic"), "{}", ran.stderr);
    let page = fs::read_to_string(folder.path().join("report.html")).expect("the page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "it is whole");
    fs::remove_dir_all(folder.path().join("articles")).expect("removed");
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    assert_eq!(run(folder.path(), &["report"]).status, 3);
}

#[test]
fn github_appends_its_summary_where_it_is_told() {
    let folder = copied();
    let summary = folder.path().join("summary.md");
    fs::write(&summary, "before\n").expect("a file");
    let mut command = command(folder.path(), &["check", "--format", "github"]);
    let ran = ran(command.env("GITHUB_STEP_SUMMARY", &summary).output().expect("it starts"));
    assert!(ran.stdout.starts_with("::error file=articles/"), "{}", ran.stdout);
    let appended = fs::read_to_string(&summary).expect("the summary");
    assert!(appended.starts_with("before\n### gainsay: 1 conflict on 1 topic"), "{appended}");
}

#[test]
fn a_sum_in_another_currency_is_shown_and_held_against_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    write(
        "claims.toml",
        "version = 1\n[corpus]\npaths = [\"articles\"]\n[[topic]]\nid = \"fee\"\nquestion = \"What was the fee?\"\nkind = \"money\"\nunit = \"EUR\"\nmatch = [\"a fee of {value}\"]\n",
    );
    write("articles/globe.txt", "The club paid a fee of £75 million.\n");
    write("articles/wire.txt", "The club paid a fee of €62 million.\n");
    write("articles/rest.txt", "The club paid a fee of $70 million, or €62 million, in July.\n");
    write("articles/both.txt", "The club paid a fee of $70 million (€62 million).\n");
    let check = run(folder.path(), &["check"]);
    assert_eq!(check.status, 0, "{}", check.stdout);
    let told = "warning: 75 million GBP (globe) is held against nothing: the topic counts in EUR";
    assert!(check.stdout.contains(told), "{}", check.stdout);
    assert!(check.stdout.contains("4 mentions (1 held against nothing)"), "{}", check.stdout);
    assert!(check.stdout.contains("both, rest and wire (own voice)"), "{}", check.stdout);
    let shown = run(folder.path(), &["show", "fee"]).stdout;
    assert!(shown.contains("in GBP, in which the topic does not count, found by pattern"), "{shown}");
    assert!(shown.contains("a fee of ⟦£75 million⟧"), "{shown}");
}
