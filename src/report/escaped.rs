//! JSON in which the signs that a terminal would obey are written as `\u202e`:
//! the same text to a program, and no danger to people who look at it.

use super::visible::is_odd;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a value as one indented document with a line end.
///
/// # Errors
/// When `out` does not take it.
pub fn write_document<T: Serialize>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    write_escaped(&serde_json::to_string_pretty(value)?, out)
}

/// Writes a value on one line.
///
/// # Errors
/// When `out` does not take it.
pub fn write_line<T: Serialize>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    write_escaped(&serde_json::to_string(value)?, out)
}

fn write_escaped(text: &str, out: &mut dyn Write) -> io::Result<()> {
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
