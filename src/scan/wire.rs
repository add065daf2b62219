//! What scanning gave, a line an article: what `scan` writes.
//!
//! A line is a JSON object. It holds all that a report needs of its article, and
//! of a silent article only the head, so that lines may be made anywhere, kept, and
//! put together in any order by the [`Collator`](super::Collator). Nothing is held
//! from one line to the next.
//!
//! ```text
//! {"version": 1, "made_by": "0.1.0", "claims": "9f…", "article": {"id": "ap", "path": "ap.txt", …},
//!  "mentions": […], "quotes": […], "diagnostics": […]}
//! ```

use super::{Scanned, Scanner};
use crate::claims::ClaimSet;
use crate::corpus::records::Lines;
use crate::corpus::{Article, Front};
use crate::diagnostic::{Diagnostic, Severity};
use crate::matching::{Mention, QuoteOutcome};
use crate::text::Span;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::io::{self, BufReader, Read, Write};
use xxhash_rust::xxh3::xxh3_128;

/// The version of the lines.
pub const VERSION: u32 = 1;

/// How much is read and answered at once, where so much is there.
pub(super) const BATCH: usize = 4 << 20;

/// One line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) version: u32,
    pub(super) made_by: String,
    pub(super) claims: String,
    /// None where there was none to read: then there are diagnostics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<Head>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) mentions: Vec<Mention>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) quotes: Vec<(usize, QuoteOutcome)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) diagnostics: Vec<Told>,
}

/// An article; with its text where somebody speaks in it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) record: Option<u32>,
    #[serde(default)]
    pub(super) front: Front,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
}

/// A diagnostic with what is shown of its file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Told {
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) path: String,
    pub(super) text: String,
    pub(super) lines_before: u32,
    pub(super) span: Option<Span>,
    pub(super) label: String,
    pub(super) help: Option<String>,
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
    let (mut lines, mut next) = (Lines::default(), first);
    loop {
        let more = lines.fill_available(from, &mut next, BATCH)?;
        let of_line = |at| {
            let record = lines.record(path, at)?;
            let scanned = scanner.scan_record(&record);
            Ok(line(&claims, scanned, &record.text))
        };
        let scanned: Vec<Result<Line, Box<Diagnostic>>> = (0..lines.len()).into_par_iter().map(of_line).collect();
        for scanned in scanned {
            write_line(&scanned.unwrap_or_else(|trouble| trouble_line(&claims, &trouble)), out)?;
        }
        out.flush()?;
        if !more {
            return Ok(());
        }
    }
}

fn write_line(line: &Line, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}

fn line(claims: &str, scanned: Scanned, text: &str) -> Line {
    let Scanned { article, mentions, quotes, diagnostics } = scanned;
    let keeps = !article.body.is_empty();
    let Article { id, path, record, front, .. } = article;
    let front = (*front).clone();
    let article =
        Head { id: id.to_string(), path: path.to_string(), record, front, text: keeps.then(|| text.to_owned()) };
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
