//! The stories of `tests/stories` and the shipped corpus, told whole: every
//! mention with its place, value, speaker, period and scope, every relation,
//! every finding with its detail.
//!
//! `gold.json` beside each story says what a reader finds in it; what stands
//! in the snapshots is measured against it by `.ci/run`. A snapshot that
//! changes is read sentence by sentence before it is accepted.

use serde_json::Value;
use std::fmt::Write as _;
use std::process::Command;

fn told(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", "--no-cache", "--format", "json"]).args(arguments);
    let ran = command.output().expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    let report: Value = serde_json::from_slice(&ran.stdout).expect("a report");
    let mut told = String::new();
    for topic in each(&report["topics"]) {
        let _ = writeln!(told, "# {}\n", text(&topic["id"]));
        for mention in each(&topic["mentions"]) {
            let _ = writeln!(told, "{}", mention_line(mention));
        }
        for related in each(&topic["relations"]) {
            let [a, b, relation, reason] = ["a", "b", "relation", "reason"].map(|key| text(&related[key]));
            let _ = writeln!(told, "{a} {relation} {b}: {reason}");
        }
        told.push('\n');
    }
    for finding in each(&report["findings"]) {
        let _ = writeln!(told, "{}: {}", text(&finding["rule"]), text(&finding["message"]));
        for line in each(&finding["detail"]) {
            let _ = writeln!(told, "  {}", text(line));
        }
    }
    told
}

/// `p1 article:3:1 20 calls: the Élysée via TASS [2022-02-24 to 2022-05-04] medium=phone 0.91 “quote”`.
fn mention_line(mention: &Value) -> String {
    let mut line = format!(
        "{} {}:{}:{} ",
        text(&mention["position"]),
        text(&mention["article"]),
        mention["line"],
        mention["column"]
    );
    line += &value(&mention["value"]);
    let _ = write!(line, ": {}", mention["claimant"].as_str().unwrap_or("-"));
    for via in each(&mention["via"]) {
        let _ = write!(line, " via {}", text(via));
    }
    if let Some(window) = mention["window"].as_object() {
        let _ = write!(line, " [{} to {}]", edge(&window["from"]), edge(&window["to"]));
    }
    for (facet, option) in mention["facets"].as_object().into_iter().flatten() {
        let _ = write!(line, " {facet}={}", text(option));
    }
    for (key, stated) in mention.as_object().into_iter().flatten() {
        if ["assurance", "revises", "superseded", "found_by", "claim"].contains(&key.as_str()) && !stated.is_null() {
            let _ = write!(line, " {key}:{}", stated.to_string().trim_matches('"'));
        }
    }
    let score = mention["score"].as_f64().unwrap_or_default();
    let _ = write!(line, " {score:.3} “{}”", text(&mention["quote"]).replace('\n', " "));
    line
}

/// Every field of a value, in the order of the format.
fn value(value: &Value) -> String {
    let fields =
        value.as_object().into_iter().flatten().filter(|(_, field)| !field.is_null() && **field != Value::Bool(false));
    let fields: Vec<String> =
        fields.map(|(key, field)| format!("{key}={}", field.to_string().trim_matches('"'))).collect();
    fields.join(" ")
}

fn edge(edge: &Value) -> String {
    match (edge["low"].as_str(), edge["high"].as_str()) {
        (Some(low), Some(high)) if low == high => low.to_owned(),
        (low, high) => format!("{}~{}", low.unwrap_or("?"), high.unwrap_or("?")),
    }
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn story(name: &str) -> String {
    told(&["--claims", &format!("tests/stories/{name}/claims.toml")])
}

#[test]
fn a_ceasefire_is_negotiated() {
    insta::assert_snapshot!("ceasefire_talks", story("ceasefire-talks"));
}

#[test]
fn a_dam_is_built() {
    insta::assert_snapshot!("dam_project", story("dam-project"));
}

#[test]
fn a_harbour_burns() {
    insta::assert_snapshot!("harbour_fire", story("harbour-fire"));
}

#[test]
fn a_march_is_counted() {
    insta::assert_snapshot!("protest_march", story("protest-march"));
}

#[test]
fn two_leaders_speak() {
    insta::assert_snapshot!("summit_call", story("summit-call"));
}

#[test]
fn the_shipped_corpus_is_cross_referenced() {
    insta::assert_snapshot!("shipped", told(&[]));
}
