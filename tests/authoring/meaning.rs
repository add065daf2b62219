//! What a claims file means, whatever it looks like, and what it says to
//! people: its comments.

use gainsay::claims::{ReadValue, load_claims};
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::value::{Kind, Value};
use std::sync::Arc;

struct AsInArticles;

impl ReadValue for AsInArticles {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

/// The checked set and what is wrong with the file, without any place.
pub(crate) fn meaning(text: &str) -> String {
    let source = Arc::new(Source::new("claims.toml", text));
    let loaded = load_claims(source, &AsInArticles);
    let mut claims = loaded.claims;
    claims.source = Arc::new(Source::new("claims.toml", ""));
    let mut told: Vec<&str> = loaded.diagnostics.iter().map(|told| told.message.as_str()).collect();
    told.sort_unstable();
    without_spans(&format!("{claims:#?}\n{told:#?}"))
}

fn without_spans(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("Span {") {
        kept.push_str(&rest[..at]);
        let end = rest[at..].find('}').expect("a span ends");
        rest = &rest[at + end..];
    }
    kept + rest
}

/// Every comment, sorted: a key that moves takes its comments along.
pub(crate) fn comments(text: &str) -> Vec<String> {
    let mut comments: Vec<String> =
        text.lines().filter_map(comment_of).map(|comment| comment.trim().to_owned()).collect();
    comments.sort();
    comments
}

/// The comment of a line; the texts here have no string over several lines.
fn comment_of(line: &str) -> Option<&str> {
    let mut quote = None;
    let mut escaped = false;
    for (at, sign) in line.char_indices() {
        match (quote, sign) {
            _ if escaped => escaped = false,
            (Some('"'), '\\') => escaped = true,
            (Some(open), sign) if open == sign => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '#') => return Some(&line[at..]),
            _ => {}
        }
    }
    None
}
