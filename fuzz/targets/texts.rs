//! The lines of `values --jsonl`: each is answered with one line of JSON whose
//! values stand in the text, or refused with words that say why.

#![no_main]

use gainsay::extract::Setting;
use gainsay::report::values_line::{TextLine, write_answer};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let line = match TextLine::parse(bytes) {
        Ok(line) => line,
        Err(why) => return assert!(!why.is_empty()),
    };
    let _ = line.foreign_language();
    let mut out = Vec::new();
    write_answer(&line, &Setting::default(), &mut out).expect("memory takes it");
    assert_eq!(out.iter().position(|&byte| byte == b'\n'), Some(out.len() - 1), "one line");
    let answer: Value = serde_json::from_slice(&out).expect("it is JSON");
    assert_eq!(answer["id"], line.id);
    let points: Vec<char> = line.text.chars().collect();
    for value in answer["values"].as_array().expect("a list") {
        let at = |key: &str| usize::try_from(value[key].as_u64().expect("a number")).expect("a place");
        let text: String = points[at("start")..at("end")].iter().collect();
        assert_eq!(value["text"], text);
    }
});
