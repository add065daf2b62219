//! The machine output, version 1: additions are compatible, renames are not.
//!
//! ```json
//! {"version": 1, "tool": {"name": "gainsay", "version": "0.1.0"}, "articles": [], "topics": [], …}
//! ```
//!
//! Signs that a terminal would obey are written as `\u202e`: the same text to
//! a program, and no danger to people who look at it.

use super::Report;
use super::visible::is_odd;
use serde::Serialize;
use std::io::{self, Write};

/// The version of the format.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    tool: Tool,
    #[serde(flatten)]
    report: &'r Report,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Writes the report as one JSON document, indented, with a line end.
///
/// # Errors
/// When `out` does not take it.
pub fn write_json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
    let text = serde_json::to_string_pretty(&Document { version: VERSION, tool, report })?;
    // What is left of them is inside strings: serde escapes all below U+0020.
    for piece in text.split_inclusive(is_obeyed) {
        let plain = piece.trim_end_matches(is_obeyed);
        out.write_all(plain.as_bytes())?;
        for unit in piece[plain.len()..].encode_utf16() {
            write!(out, "\\u{unit:04x}")?;
        }
    }
    out.write_all(b"\n")
}

fn is_obeyed(sign: char) -> bool {
    sign >= '\u{7f}' && is_odd(sign) && !matches!(sign, '\u{a0}' | '\u{ad}')
}
