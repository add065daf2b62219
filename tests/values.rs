//! `gainsay values` as a user runs it: files and standard input, tables and
//! JSON, and a text a line in streams.

use gainsay::extract::Setting;
use gainsay::report::values_list::list_values;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};

fn start(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.arg("values").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for unset in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CI"] {
        command.env_remove(unset);
    }
    command.spawn().expect("the program starts")
}

fn run(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let Output { status, stdout, stderr } = child.wait_with_output().expect("it ends");
    let _ = writer.join().expect("the writer ends");
    let text = |bytes| String::from_utf8(bytes).expect("what is printed is text");
    (status.code().expect("it ended by itself"), text(stdout), text(stderr))
}

fn answers(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

#[test]
fn standard_input_is_listed_with_places_hedges_and_normal_forms() {
    let text = "Élysée: more than two hours,\nsince 2014, on Friday 24 February 2022; dozens.";
    let (status, stdout, stderr) = run(&["--as-of", "2022-03-07"], text.as_bytes());
    assert_eq!((status, stderr.as_str()), (0, ""));
    let expected = "\
-, read as of 2022-03-07
  1:9   duration  more than two hours      more-than  (PT2H; ∞)
  2:1   moment    since 2014                          2014-01-01/..
  2:16  moment    Friday 24 February 2022             2022-02-24, impossible: 24 February 2022 was a Thursday, not a Friday
  2:41  number    dozens                   vague      [24; 240]
";
    assert_eq!(stdout, expected);
}

#[test]
fn an_article_brings_its_own_reference_unless_one_is_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("storm.txt");
    fs::write(&path, "+++\npublished = \"2022-03-07\"\n+++\nIt blew on Tuesday.\n").expect("a file");
    let path = path.to_str().expect("a path of text");
    let from = |arguments: &[&str]| {
        let (status, stdout, _) = run(arguments, b"");
        let listing: Value = serde_json::from_str(&stdout).expect("JSON");
        assert_eq!((status, listing["version"].as_u64()), (0, Some(1)));
        let value = &listing["texts"][0]["values"][0];
        (value["line"].as_u64(), value["column"].as_u64(), value["from"].as_str().map(str::to_owned))
    };
    let on = |day: &str| (Some(4), Some(12), Some(day.to_owned()));
    assert_eq!(from(&[path, "--format", "json"]), on("2022-03-01"));
    assert_eq!(from(&[path, "--format", "json", "--as-of", "2022-04-10"]), on("2022-04-05"));
}

#[test]
fn a_file_that_is_missing_is_told_and_the_rest_listed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("storm.txt");
    fs::write(&path, "20 boats").expect("a file");
    let missing = folder.path().join("calm.txt");
    let (status, stdout, stderr) = run(&[path.to_str().unwrap(), missing.to_str().unwrap()], b"");
    assert_eq!(status, 2);
    assert!(stdout.contains("number  20"), "{stdout}");
    assert!(stderr.contains("calm.txt"), "{stderr}");
}

#[test]
fn order_and_direction_change_how_a_date_is_read() {
    let from = |arguments: &[&str], text: &str| {
        let line = serde_json::json!({"id": "a", "text": text, "reference": "2022-05-10"}).to_string();
        let (_, stdout, _) = run(&[&["--jsonl"], arguments].concat(), line.as_bytes());
        answers(&stdout)[0]["values"][0]["from"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(from(&[], "on 3/7/2022"), "2022-07-03");
    assert_eq!(from(&["--order", "mdy"], "on 3/7/2022"), "2022-03-07");
    assert_eq!(from(&[], "on 3 September"), "2021-09-03");
    assert_eq!(from(&["--prefer", "future"], "on 3 September"), "2022-09-03");
}

#[test]
fn a_line_is_answered_in_the_shape_of_the_reference() {
    let (status, stdout, stderr) = run(&["--jsonl"], br#"{"id": "a", "text": "the more than 20 calls"}"#);
    assert_eq!((status, stderr.as_str()), (0, ""));
    let expected = concat!(
        r#"{"id":"a","values":[{"kind":"number","text":"more than 20","start":4,"end":16,"stated":"20","#,
        r#""hedge":"more-than","low":"20","high":null,"low_open":true,"high_open":false,"unit":null,"role":"total"}]}"#,
        "\n"
    );
    assert_eq!(stdout, expected);
}

#[test]
fn a_bad_line_is_told_by_its_number_and_the_rest_is_read() {
    let input = "{\"id\":\"a\",\"text\":\"20\"}\n\nnot json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"\"}\n\u{fe}";
    let mut input = input.as_bytes().to_vec();
    input.extend([b'\n', 0xff, 0xfe, b'\n']);
    let (status, stdout, stderr) = run(&["--jsonl"], &input);
    assert_eq!(status, 2);
    let ids: Vec<Value> = answers(&stdout).into_iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, ["a", "c"]);
    for line in ["line 3: ", "line 4: missing field `text`", "line 6: ", "line 7: "] {
        assert!(stderr.contains(line), "{line} in {stderr}");
    }
}

#[test]
fn a_language_without_tables_is_told_once_and_read_all_the_same() {
    let input = "{\"id\":1,\"text\":\"20 km\",\"language\":\"fr\"}\n{\"id\":2,\"text\":\"5 %\",\"language\":\"fr\"}\n";
    let (status, stdout, stderr) = run(&["--jsonl"], input.as_bytes());
    assert_eq!((status, answers(&stdout).len()), (0, 2));
    assert!(stderr.contains("there are no tables for `fr`: 2 texts read as `en`"), "{stderr}");
}

#[test]
fn answers_come_in_order_and_while_the_input_is_open() {
    let mut child = start(&["--jsonl"]);
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let mut stdout = BufReader::new(child.stdout.take().expect("it has a standard output"));
    for id in 0..3 {
        writeln!(stdin, r#"{{"id": {id}, "text": "{id} calls"}}"#).expect("it reads");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("it answers before the input ends");
        assert!(line.starts_with(&format!(r#"{{"id":{id},"#)), "{line}");
    }
    let many: String = (0..20_000).map(|id| format!("{{\"id\":{id},\"text\":\"{id} calls\"}}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(many.as_bytes()));
    let ids: Vec<u64> = stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(&line.unwrap()).unwrap()["id"].as_u64().unwrap())
        .collect();
    writer.join().expect("the writer ends").expect("it reads");
    assert!(ids.iter().copied().eq(0..20_000));
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut child = start(&["--jsonl"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let line = "{\"id\":\"a\",\"text\":\"20 calls\"}\n".repeat(50_000);
    let writer = std::thread::spawn(move || stdin.write_all(line.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    let _ = writer.join();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn lines_are_read_from_standard_input_alone() {
    assert_eq!(run(&["--jsonl", "storm.txt"], b"").0, 2);
    assert_eq!(run(&["--jsonl", "--format", "json"], b"").0, 2);
    assert_eq!(run(&["--as-of", "soon"], b"").0, 2);
}

proptest! {
    #[test]
    fn any_text_is_listed_in_order_and_each_value_cuts_out_its_words(text in "\\PC{0,80}") {
        let points: Vec<char> = text.chars().collect();
        let mut end = 0;
        for value in list_values(&text, &Setting::default()) {
            prop_assert!(value.start.0 >= end && value.end.0 > value.start.0);
            prop_assert_eq!(points[value.start.0..value.end.0].iter().collect::<String>(), value.text);
            prop_assert!(!value.normal().is_empty());
            end = value.end.0;
        }
    }
}
