//! Going on after what is no TOML.
//!
//! The parser recovers from nearly everything by itself, but gives up the rest
//! of the file at a line like `id "kremlin-60"`, a key without its `=`. Such a
//! line is blanked out, byte for byte so that all places stay, and the file is
//! parsed again.
//!
//! One loss remains: at a header like `[[event]` the parser looks for its end
//! in the lines below, and what this one table holds is not looked at before
//! the header is mended. That the header is broken is told.

use crate::text::Span;
use toml::de::{DeTable, Error};

/// How many lines are blanked out at most, each at the price of one parse.
const REPAIRS: usize = 50;

/// Whether the parser gave up the rest of the file at some line.
pub(super) fn gave_up(errors: &[Error]) -> bool {
    errors.iter().any(is_end)
}

/// The text without the lines at which the parser would give up, and the
/// errors that these lines are.
pub(super) fn blank_out(text: &str) -> (String, Vec<Error>) {
    let (mut text, mut blanked) = (text.to_owned(), Vec::new());
    for _ in 0..REPAIRS {
        let (_, errors) = DeTable::parse_recoverable(&text);
        let Some(end) = errors.into_iter().find(is_end) else { break };
        let at = end.span().map_or(0, |span| span.start.min(text.len()));
        let Some(line) = line_around(&text, at) else { break };
        text.replace_range(line.start..line.end, &" ".repeat(line.len()));
        blanked.push(end);
    }
    (text, blanked)
}

/// What to do about an error of the parser, where that can be said.
pub(super) fn help(message: &str) -> Option<&'static str> {
    match message {
        _ if message.starts_with("key with no value") => Some("write it as: key = value"),
        _ if message.starts_with("string values must be quoted") => Some("put it in quotation marks"),
        _ if message.starts_with("missing comma") => Some("is the list before it closed with `]`?"),
        _ if message.starts_with("duplicate key") => Some("a table has each key once: drop one of the two"),
        _ => None,
    }
}

fn is_end(error: &Error) -> bool {
    error.message().starts_with("key with no value")
}

/// The line that holds a byte, without its line break; `None` when it is
/// blank already.
fn line_around(text: &str, at: usize) -> Option<Span> {
    let before = text.as_bytes()[..at].iter().rposition(|&byte| byte == b'\n');
    let start = before.map_or(0, |newline| newline + 1);
    let after = text.as_bytes()[at..].iter().position(|&byte| byte == b'\n');
    let end = after.map_or(text.len(), |length| at + length);
    let line = Span::new(start, end);
    (!line.of(text).trim().is_empty()).then_some(line)
}
