//! What `scan` wrote, with anything in it changed: `collate` refuses it with the
//! number of the line, or reports it in every format.
//!
//! An input is a list of changes, one a line: the number of a leaf of all the lines
//! that `scan` writes of two articles, or how its path ends, and the JSON to put in its place. A line that
//! begins with `{` is one more line to collate; `@` in it stands for the claims.

#![no_main]

use gainsay::scan::wire::fingerprint;
use gainsay_fuzz::ledger::{ARTICLES, LOADED, collated, print, scanned};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// What the claims are known by.
static WANTED: LazyLock<String> = LazyLock::new(|| fingerprint(&LOADED.claims));

/// What `scan` writes of the articles, and of one line that is no record.
static LINES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let record =
        |(name, text): (&str, &str)| json!({"id": name.split('.').next(), "path": name, "text": text}).to_string();
    let records = format!("{}\nno record\n", ARTICLES.map(record).join("\n"));
    let lines = scanned(("articles/archive.jsonl", 1), records.as_bytes());
    let lines = String::from_utf8(lines).expect("it is JSON");
    lines.lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect()
});

fuzz_target!(|changes: &str| {
    let (mut lines, mut more) = (LINES.clone(), Vec::new());
    for change in changes.lines() {
        if change.starts_with('{') {
            more.push(change.replace('@', &WANTED));
        } else if let Some((leaf, to)) = change.split_once(' ') {
            let to = serde_json::from_str(to).unwrap_or_else(|_| Value::String(to.to_owned()));
            put(&mut lines, leaf, to);
        }
    }
    let lines: Vec<String> = lines.iter().map(Value::to_string).chain(more).collect();
    match collated(&[lines.join("\n").as_bytes()]) {
        Ok(checked) => {
            for mention in checked.compared.topics.iter().flat_map(|topic| &topic.mentions) {
                let claim = mention.claim.and_then(|claim| checked.claims.claims.get(claim));
                assert!(claim.is_none_or(|claim| claim.topic == mention.topic), "{mention:?}");
            }
            print(&checked);
        }
        Err(refused) => {
            let refused = refused.to_string();
            let line = refused.strip_prefix("line ").and_then(|rest| rest.split(' ').next()?.parse().ok());
            assert!(line.is_some_and(|line: usize| (1..=lines.len()).contains(&line)), "{refused}");
        }
    }
});

/// Puts something in the place of a leaf, or in that of what holds it: `12`, `12^`,
/// `12^^`, `/value_span/end`.
fn put(lines: &mut [Value], leaf: &str, to: Value) {
    let bare = leaf.trim_end_matches('^');
    let mut leaves = Vec::new();
    lines.iter().enumerate().for_each(|(at, line)| find_leaves(line, &format!("/{at}"), &mut leaves));
    let named = match bare.parse::<usize>() {
        Ok(number) => leaves.get(number % leaves.len()),
        Err(_) => leaves.iter().find(|path| path.ends_with(bare)),
    };
    let Some(mut path) = named.map(String::as_str) else { return };
    for _ in bare.len()..leaf.len() {
        path = path.rsplit_once('/').map_or(path, |(above, _)| above);
    }
    // Above a line there is nothing.
    let path = path.strip_prefix('/').unwrap_or_default();
    let (line, rest) = path.split_once('/').unwrap_or((path, ""));
    let Some(line) = line.parse::<usize>().ok().and_then(|at| lines.get_mut(at)) else { return };
    let place = if rest.is_empty() { Some(line) } else { line.pointer_mut(&format!("/{rest}")) };
    place.into_iter().for_each(|place| *place = to.clone());
}

fn find_leaves(value: &Value, path: &str, leaves: &mut Vec<String>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            map.iter().for_each(|(key, value)| find_leaves(value, &format!("{path}/{key}"), leaves));
        }
        Value::Array(list) if !list.is_empty() => {
            list.iter().enumerate().for_each(|(at, value)| find_leaves(value, &format!("{path}/{at}"), leaves));
        }
        _ => leaves.push(path.to_owned()),
    }
}
