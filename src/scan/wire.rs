//! What scanning gave, a line an article: what `scan` writes and `collate` reads.
//!
//! A line is a JSON object. It holds all that a report needs of its article, and
//! of a silent article only the head, so that lines may be made anywhere, kept, and
//! put together in any order. It refuses lines that were made for other claims or by
//! another version: their mentions would mean something else.
//!
//! ```text
//! {"version": 1, "made_by": "0.1.0", "claims": "9f…", "article": {"id": "ap", "path": "ap.txt", …},
//!  "mentions": […], "quotes": […], "diagnostics": […]}
//! ```

use super::files::MOST_BROKEN;
use super::{Gathered, Scanned, Scanner};
use crate::claims::ClaimSet;
use crate::corpus::read::{head_from, read_body, unread};
use crate::corpus::records::Lines;
use crate::corpus::{Article, Front};
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::matching::{Mention, QuoteOutcome};
use crate::text::Span;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::io::{self, BufReader, Read, Write};
use std::sync::Arc;
use thiserror::Error;
use xxhash_rust::xxh3::xxh3_128;

/// The version of the lines.
pub const VERSION: u32 = 1;

/// How much is read and answered at once, where so much is there.
const BATCH: usize = 4 << 20;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    version: u32,
    made_by: String,
    claims: String,
    /// None where there was none to read: then there are diagnostics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<Head>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Mention>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quotes: Vec<(usize, QuoteOutcome)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    diagnostics: Vec<Told>,
}

/// An article; with its text where somebody speaks in it.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    id: String,
    path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<u32>,
    #[serde(default)]
    front: Front,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// A diagnostic with what is shown of its file.
#[derive(Debug, Serialize, Deserialize)]
struct Told {
    severity: Severity,
    message: String,
    path: String,
    text: String,
    lines_before: u32,
    span: Option<Span>,
    label: String,
    help: Option<String>,
}

/// Why lines cannot be put together.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "each message says what its variant is")]
pub enum WireError {
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    #[error("line {line} is no line of `gainsay scan`: {why}")]
    NoLine { line: u32, why: String },
    #[error("line {line} is of version {found}, and this program reads version {VERSION}")]
    OtherVersion { line: u32, found: u32 },
    #[error("line {line} was made by gainsay {found}, and this is {}: scan again", env!("CARGO_PKG_VERSION"))]
    OtherProgram { line: u32, found: String },
    #[error(
        "line {line} was made for other claims ({found}, and these are {wanted}): scan again with this claims file"
    )]
    OtherClaims { line: u32, found: String, wanted: String },
}

/// What mentions mean hangs on: all of a claims file but notes on where in it
/// something stands, and rulings.
#[must_use]
pub fn fingerprint(claims: &ClaimSet) -> String {
    let names = (&claims.claimants, &claims.entities, &claims.events);
    let all = format!("{:?}", (names, &claims.topics, &claims.claims));
    format!("{:032x}", xxh3_128(without_spans(&all).as_bytes()))
}

/// Without the places in the claims file: a stanza may move.
pub(super) fn without_spans(debug: &str) -> String {
    const OPEN: &str = "Span { start: ";
    let mut kept = String::with_capacity(debug.len());
    let mut rest = debug;
    while let Some((before, after)) = rest.split_once(OPEN) {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept
}

/// Scans the records of a stream, one line out for each, in their order. `path`
/// and `first` are the file that they are in, as reports show it, and the line
/// that the stream begins at.
///
/// # Errors
/// When the stream cannot be read or `out` does not take it.
pub fn scan_stream(
    scanner: &Scanner<'_>,
    (path, first): (&str, u32),
    from: &mut BufReader<impl Read>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let claims = fingerprint(scanner.claims);
    let (mut lines, mut next, mut broken) = (Lines::default(), first, 0);
    loop {
        let more = lines.fill_available(from, &mut next, BATCH)?;
        let of_line = |at| {
            let record = lines.record(path, at)?;
            let scanned = scanner.scan_record(&record);
            Ok(line(&claims, scanned, &record.text))
        };
        let scanned: Vec<Result<Line, Box<Diagnostic>>> = (0..lines.len()).into_par_iter().map(of_line).collect();
        for scanned in scanned {
            broken += usize::from(scanned.is_err());
            match scanned {
                Ok(line) => write_line(&line, out)?,
                Err(trouble) if broken <= MOST_BROKEN => write_line(&trouble_line(&claims, &trouble), out)?,
                Err(_) => {}
            }
        }
        out.flush()?;
        if !more {
            break;
        }
    }
    if broken > MOST_BROKEN {
        let message = format!("{} more lines are no records", broken - MOST_BROKEN);
        write_line(&trouble_line(&claims, &unread(path, Severity::Error, message)), out)?;
    }
    Ok(())
}

fn write_line(line: &Line, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}

fn line(claims: &str, scanned: Scanned, text: &str) -> Line {
    let Scanned { article, mentions, quotes, diagnostics } = scanned;
    let keeps = !article.body.is_empty();
    let Article { id, path, record, front, .. } = article;
    let front = Arc::unwrap_or_clone(front);
    let article = Head { id, path, record, front, text: keeps.then(|| text.to_owned()) };
    let diagnostics = diagnostics.iter().map(told).collect();
    Line { article: Some(article), mentions, quotes, diagnostics, ..empty(claims) }
}

fn trouble_line(claims: &str, trouble: &Diagnostic) -> Line {
    Line { diagnostics: vec![told(trouble)], ..empty(claims) }
}

fn empty(claims: &str) -> Line {
    let (made_by, claims) = (env!("CARGO_PKG_VERSION").to_owned(), claims.to_owned());
    let (article, mentions, quotes, diagnostics) = (None, Vec::new(), Vec::new(), Vec::new());
    Line { version: VERSION, made_by, claims, article, mentions, quotes, diagnostics }
}

fn told(diagnostic: &Diagnostic) -> Told {
    let source = &diagnostic.source;
    Told {
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        path: source.path.to_string_lossy().into_owned(),
        text: source.text.clone(),
        lines_before: source.lines_before(),
        span: diagnostic.span,
        label: diagnostic.label.clone(),
        help: diagnostic.help.clone(),
    }
}

/// Takes in the lines of one stream.
///
/// # Errors
/// When it cannot be read, or has a line that is not of these claims.
pub fn read_scanned(claims: &str, from: &mut BufReader<impl Read>, into: &mut Gathered) -> Result<(), WireError> {
    let (mut lines, mut next) = (Lines::default(), 1);
    loop {
        let more = lines.fill(from, &mut next, BATCH)?;
        let read = |at| read_line(claims, lines.number(at), lines.bytes(at));
        let read: Vec<Result<Line, WireError>> = (0..lines.len()).into_par_iter().map(read).collect();
        for line in read {
            take(line?, into);
        }
        if !more {
            return Ok(());
        }
    }
}

/// What every version of the lines has.
#[derive(Deserialize)]
struct Known {
    version: u32,
    made_by: String,
    claims: String,
}

fn read_line(claims: &str, line: u32, bytes: Option<&[u8]>) -> Result<Line, WireError> {
    let no_line = |why: String| WireError::NoLine { line, why };
    let bytes = bytes.ok_or_else(|| no_line("it is longer than 64 MiB".to_owned()))?;
    let said = |error: serde_json::Error| no_line(error.to_string().replace(" at line 1 column", " at column"));
    let known: Known = serde_json::from_slice(bytes).map_err(said)?;
    if known.version != VERSION {
        return Err(WireError::OtherVersion { line, found: known.version });
    }
    if known.made_by != env!("CARGO_PKG_VERSION") {
        return Err(WireError::OtherProgram { line, found: known.made_by });
    }
    if known.claims != claims {
        return Err(WireError::OtherClaims { line, found: known.claims, wanted: claims.to_owned() });
    }
    serde_json::from_slice(bytes).map_err(said)
}

fn take(line: Line, into: &mut Gathered) {
    let diagnostics: Vec<Diagnostic> = line.diagnostics.into_iter().map(diagnostic).collect();
    let Some(head) = line.article else {
        into.diagnostics.extend(diagnostics);
        return;
    };
    let text = head.text.as_deref().unwrap_or_default();
    let (mut article, body, _) = head_from(head.id, head.path, text);
    article.record = head.record;
    article.front = head.front.shared();
    if !text.is_empty() {
        // What the structure gave cause to say was said when it was scanned.
        let _ = read_body(&mut article, text, body);
    }
    into.push(Scanned { article, mentions: line.mentions, quotes: line.quotes, diagnostics });
}

fn diagnostic(told: Told) -> Diagnostic {
    let source = Arc::new(Source::behind(told.lines_before, told.path, told.text));
    let made = Diagnostic::new(told.severity, &source, told.span, told.message).label(told.label);
    Diagnostic { help: told.help, ..made }
}
