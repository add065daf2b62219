//! What the fuzz targets share: claims made from text, and what must hold of
//! every span that the library hands out.

pub mod ledger;

use gainsay::check::load_text;
use gainsay::claims::Loaded;
use gainsay::diagnostic::{Diagnostic, Source};
use gainsay::text::Span;
use gainsay::value::{Interval, Number};
use std::path::Path;
use std::sync::Arc;

/// Loads a text as a claims file.
#[must_use]
pub fn load(text: &str) -> Loaded {
    load_text(Path::new("claims.toml"), text.to_owned())
}

/// A span must lie within its text, on borders of characters.
///
/// # Panics
/// When it does not.
pub fn assert_within(span: Span, text: &str) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?} of {} bytes", text.len());
}

/// Every diagnostic must stand at a place of its file.
///
/// # Panics
/// When one does not.
pub fn assert_placed(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        if let Some(span) = diagnostic.span {
            assert_within(span, &diagnostic.source.text);
        }
        assert!(!diagnostic.message.is_empty());
    }
}

/// What stands there as digits and nothing else must be read as the number they say.
///
/// # Panics
/// When it is not.
pub fn assert_reads_digits(text: &str, stated: Option<Number>, interval: &Interval<Number>) {
    let is_plain = (1..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && let Ok(said) = text.parse::<Number>() {
        assert_eq!((stated, interval.single()), (Some(said), Some(&said)), "{text:?}");
    }
}

/// What a claims file says and what is wrong with it, without any place.
#[must_use]
pub fn meaning(loaded: Loaded) -> String {
    let mut claims = loaded.claims;
    claims.source = Arc::new(Source::new("claims.toml", ""));
    let mut told: Vec<&str> = loaded.diagnostics.iter().map(|told| told.message.as_str()).collect();
    told.sort_unstable();
    let all = format!("{claims:?} {told:?}");
    let mut parts = all.split("Span {");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// A claims file with a topic of every kind that a pattern serves, all with
/// the same pattern, and a claimant for it to be said by.
#[must_use]
pub fn claims_with(pattern: &str) -> String {
    let quoted = quote(pattern);
    let mut text = "version = 1\n[[claimant]]\nid = \"kremlin\"\nname = \"the Kremlin\"\n".to_owned();
    text += "[[entity]]\nid = \"macron\"\nname = \"Emmanuel Macron\"\naliases = [\"Macron\"]\n";
    text += "[[event]]\nid = \"invasion\"\nname = \"the invasion\"\non = 2022-02-24\n";
    let units = [("count", "call"), ("quantity", "km"), ("money", "EUR"), ("duration", "")];
    for (kind, unit) in units.into_iter().chain([("percent", ""), ("date", ""), ("quote", "")]) {
        let unit = if unit.is_empty() { String::new() } else { format!("unit = \"{unit}\"\n") };
        text += &format!("[[topic]]\nid = \"{kind}\"\nquestion = \"?\"\nkind = \"{kind}\"\n{unit}match = [{quoted}]\n");
    }
    text
}

/// A text as a TOML string.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => quoted += &format!("\\U{:08X}", u32::from(control)),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}
