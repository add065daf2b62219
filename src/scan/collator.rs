//! What `scan` wrote, read again: lines of any number of streams, in any order.
//!
//! It refuses lines that were made for other claims or by another version: their
//! mentions would mean something else. And it believes none: what a line says of an
//! article that these claims cannot say is no line of `scan`, and is told with its
//! number.
//!
//! ```
//! use gainsay::check::load_text;
//! use gainsay::scan::{Collator, Gathered};
//! let claims = load_text("claims.toml".as_ref(), "version = 1\n".to_owned()).claims;
//! let mut gathered = Gathered::default();
//! let refused = Collator::new(&claims).read(&mut "{}\n".as_bytes(), &mut gathered).unwrap_err();
//! assert_eq!(refused.to_string(), "line 1 is no line of `gainsay scan`: missing field `version` at column 2");
//! ```

use super::fits::check_line;
use super::wire::{BATCH, Line, Told, VERSION, fingerprint};
use super::{Gathered, Scanned};
use crate::claims::ClaimSet;
use crate::corpus::read::{head_from, read_body};
use crate::corpus::records::Lines;
use crate::diagnostic::{Diagnostic, Source};
use rayon::prelude::*;
use serde::Deserialize;
use std::io::{self, BufRead};
use std::sync::Arc;
use thiserror::Error;

/// The claims that lines are to be of.
#[derive(Debug)]
pub struct Collator<'c> {
    claims: &'c ClaimSet,
    fingerprint: String,
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

/// What one line gives.
enum Read {
    Article(Box<Scanned>),
    /// It was no record.
    Broken(Vec<Diagnostic>),
}

impl<'c> Collator<'c> {
    /// Of a claim set.
    #[must_use]
    pub fn new(claims: &'c ClaimSet) -> Self {
        Self { claims, fingerprint: fingerprint(claims) }
    }

    /// Takes in the lines of one stream.
    ///
    /// # Errors
    /// When it cannot be read, or has a line that is not of these claims; the lines
    /// before it are taken in.
    pub fn read(&self, from: &mut impl BufRead, into: &mut Gathered) -> Result<(), WireError> {
        let (mut lines, mut next) = (Lines::default(), 1);
        loop {
            let more = lines.fill(from, &mut next, BATCH)?;
            let of_line = |at| self.read_line(lines.number(at), lines.bytes(at));
            let read: Vec<Result<Read, WireError>> = (0..lines.len()).into_par_iter().map(of_line).collect();
            for read in read {
                match read? {
                    Read::Article(scanned) => into.push(*scanned),
                    Read::Broken(told) => told.into_iter().for_each(|told| into.push_broken(told)),
                }
            }
            if !more {
                return Ok(());
            }
        }
    }

    fn read_line(&self, line: u32, bytes: Option<&[u8]>) -> Result<Read, WireError> {
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
        if known.claims != self.fingerprint {
            let wanted = self.fingerprint.clone();
            return Err(WireError::OtherClaims { line, found: known.claims, wanted });
        }
        let read = unpack(serde_json::from_slice(bytes).map_err(said)?).map_err(no_line)?;
        if let Read::Article(scanned) = &read {
            check_line(self.claims, scanned).map_err(no_line)?;
        }
        Ok(read)
    }
}

/// What every version of the lines has.
#[derive(Deserialize)]
struct Known {
    version: u32,
    made_by: String,
    claims: String,
}

fn unpack(line: Line) -> Result<Read, String> {
    let diagnostics = line.diagnostics.into_iter().map(diagnostic).collect::<Result<Vec<_>, String>>()?;
    let Some(head) = line.article else {
        let is_bare = line.mentions.is_empty() && line.quotes.is_empty() && !diagnostics.is_empty();
        return if is_bare { Ok(Read::Broken(diagnostics)) } else { Err("it has no `article`".to_owned()) };
    };
    if head.record == Some(0) {
        return Err("`record` counts from 1".to_owned());
    }
    let text = head.text.as_deref().unwrap_or_default();
    let (mut article, body, _) = head_from(head.id, head.path, text);
    article.record = head.record;
    article.front = head.front.into();
    if !text.is_empty() {
        // What the structure gave cause to say was said when it was scanned.
        let _ = read_body(&mut article, text, body);
    }
    Ok(Read::Article(Box::new(Scanned { article, mentions: line.mentions, quotes: line.quotes, diagnostics })))
}

fn diagnostic(told: Told) -> Result<Diagnostic, String> {
    if told.span.is_some_and(|span| told.text.get(span.start..span.end).is_none()) {
        return Err("a diagnostic stands at no place of its text".to_owned());
    }
    let source = Arc::new(Source::behind(told.lines_before, told.path, told.text));
    let made = Diagnostic::new(told.severity, &source, told.span, told.message).label(told.label);
    Ok(Diagnostic { help: told.help, ..made })
}
