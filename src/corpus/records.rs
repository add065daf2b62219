//! JSON Lines files of articles: a record a line, with an `id`, a `text` and the
//! keys of front matter. They may be of any size: they are read line by line.
//!
//! A line that is no record is a diagnostic at its line, and the rest is read all
//! the same. Keys that are not ours are their owner's, and ignored. It refuses
//! lines over 64 MiB.
//!
//! ```
//! use gainsay::corpus::records::read_record;
//! let line = r#"{"id": "elysee", "text": "Twenty calls.", "outlet": "AP", "section": 7}"#;
//! let record = read_record("archive.jsonl", 3, line.as_bytes()).unwrap();
//! let (article, body, diagnostics) = record.head();
//! assert_eq!((&*article.id, &*article.path, article.record), ("elysee", "archive.jsonl", Some(3)));
//! assert_eq!((article.front.outlet.as_deref(), body, diagnostics.len()), (Some("AP"), 0, 0));
//! let broken = read_record("archive.jsonl", 4, b"{\"id\": 1").unwrap_err();
//! assert_eq!(broken.place().unwrap().line.0, 4);
//! ```

use super::article::{Article, Front};
use super::front::published_on;
use super::read::head_from;
use crate::diagnostic::{Diagnostic, Source};
use crate::text::Span;
use serde::Deserialize;
use std::io::{self, BufRead, BufReader};
use std::ops::Range;
use std::sync::Arc;

/// A line over this many bytes is refused.
pub const LONGEST_LINE: usize = 64 << 20;

/// So much of a broken line is shown.
const SHOWN: usize = 160;

/// One article of a JSON Lines file.
#[derive(Clone, Debug)]
pub struct Record {
    /// As the record has it: another may have the same.
    pub id: String,
    /// The file that it stands in.
    pub path: String,
    /// Its line there; `None` where it says itself in which file it stands.
    pub line: Option<u32>,
    /// What the article's file would hold.
    pub text: String,
    /// The keys beside `text`, as front matter.
    front: Front,
    diagnostics: Vec<Diagnostic>,
}

/// A record as it is written.
#[derive(Deserialize)]
#[serde(expecting = "an object with `id` and `text`")]
struct Written {
    id: Id,
    text: String,
    path: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    published: Option<String>,
    url: Option<String>,
    language: Option<String>,
    claimant: Option<String>,
    cites: Option<Vec<String>>,
    note: Option<String>,
}

/// Archives number their articles, or name them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "`id` is to be a text or a whole number")]
enum Id {
    Name(String),
    Number(u64),
}

/// Reads one line.
///
/// # Errors
/// When it is no record: what is wrong, at its line.
pub fn read_record(path: &str, line: u32, bytes: &[u8]) -> Result<Record, Box<Diagnostic>> {
    // An array would be taken for the fields in their order.
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        let wrong = "a list, expected an object with `id` and `text`";
        return Err(Box::new(no_record(path, line, bytes, 1, wrong)));
    }
    let written: Written = serde_json::from_slice(bytes).map_err(|error| {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        Box::new(no_record(path, line, bytes, error.column(), said))
    })?;
    let id = match written.id {
        Id::Name(name) => name,
        Id::Number(number) => number.to_string(),
    };
    if id.trim().is_empty() {
        return Err(Box::new(about(path, line, "a record needs an id: this one is empty".to_owned())));
    }
    let text = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    let mut diagnostics = Vec::new();
    let published = text(written.published);
    let published_on = published.as_deref().and_then(|published| {
        published_on(published.trim())
            .inspect_err(|why| {
                let message = format!("`{}` is no date: {why}", published.chars().take(60).collect::<String>());
                diagnostics.push(about(path, line, format!("record `{id}`: {message}")));
            })
            .ok()
    });
    let front = Front {
        title: text(written.title),
        outlet: text(written.outlet),
        author: text(written.author),
        published: published.filter(|_| published_on.is_some()),
        published_on,
        url: text(written.url),
        language: text(written.language),
        claimant: text(written.claimant),
        cites: written.cites.unwrap_or_default(),
        note: text(written.note),
    };
    let own = written.path.filter(|path| !path.is_empty());
    let line = if own.is_some() { None } else { Some(line) };
    let path = own.unwrap_or_else(|| path.to_owned());
    Ok(Record { id, path, line, text: written.text, front, diagnostics })
}

impl Record {
    /// The head of its article, and where in its text the body begins. Keys of
    /// the record go before those of front matter in its text.
    #[must_use]
    pub fn head(&self) -> (Article, usize, Vec<Diagnostic>) {
        let (mut article, body, of_text) = head_from(self.id.as_str(), self.path.as_str(), &self.text);
        article.record = self.line;
        if self.front != Front::default() {
            article.front = over(&self.front, &article.front).into();
        }
        let mut diagnostics = self.diagnostics.clone();
        diagnostics.extend(of_text);
        (article, body, diagnostics)
    }
}

fn over(above: &Front, below: &Front) -> Front {
    let text = |above: &Option<String>, below: &Option<String>| above.clone().or_else(|| below.clone());
    let dated = if above.published.is_some() { above } else { below };
    Front {
        title: text(&above.title, &below.title),
        outlet: text(&above.outlet, &below.outlet),
        author: text(&above.author, &below.author),
        published: dated.published.clone(),
        published_on: dated.published_on.clone(),
        url: text(&above.url, &below.url),
        language: text(&above.language, &below.language),
        claimant: text(&above.claimant, &below.claimant),
        cites: if above.cites.is_empty() { below.cites.clone() } else { above.cites.clone() },
        note: text(&above.note, &below.note),
    }
}

/// The column is counted in bytes from 1.
fn no_record(path: &str, line: u32, bytes: &[u8], column: usize, said: &str) -> Diagnostic {
    // The beginning of the line is shown, and a caret where that is in it.
    let text: String = String::from_utf8_lossy(&bytes[..bytes.len().min(SHOWN)]).into_owned();
    let at = column.saturating_sub(1).min(text.len());
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let end = text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
    let source = Arc::new(Source::behind(line.saturating_sub(1), path, text));
    let broken = Diagnostic::error(&source, Span::new(at, end), format!("the line is no record: {said}"));
    broken.help("a record is an object with `id` and `text`; the other lines are read all the same")
}

fn about(path: &str, line: u32, message: String) -> Diagnostic {
    let source = Arc::new(Source::behind(line.saturating_sub(1), path, ""));
    Diagnostic::error(&source, Span::new(0, 0), message)
}

/// Some lines of a file.
#[derive(Debug, Default)]
pub struct Lines {
    bytes: Vec<u8>,
    /// The number of each line, and its bytes; `None` where it is too long.
    lines: Vec<(u32, Option<Range<usize>>)>,
}

impl Lines {
    /// Reads lines until there are so many bytes, or no more; whether there may
    /// be more.
    ///
    /// # Errors
    /// When the file cannot be read on; what was read before is there.
    pub fn fill(&mut self, from: &mut impl BufRead, next: &mut u32, most: usize) -> io::Result<bool> {
        self.clear();
        while self.bytes.len() < most {
            if !self.take_line(from, next)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes one line; whether there was one.
    fn take_line(&mut self, from: &mut impl BufRead, next: &mut u32) -> io::Result<bool> {
        let start = self.bytes.len();
        let Some(is_whole) = take_line(from, &mut self.bytes)? else { return Ok(false) };
        let range = is_whole.then_some(start..self.bytes.len());
        // White space alone is no line.
        if range.as_ref().is_none_or(|range| !self.bytes[range.clone()].trim_ascii().is_empty()) {
            self.lines.push((*next, range));
        }
        *next = next.saturating_add(1);
        Ok(true)
    }

    /// The same, but no more than is there without waiting: whoever writes to a
    /// pipe may wait for an answer.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn fill_available(
        &mut self,
        from: &mut BufReader<impl io::Read>,
        next: &mut u32,
        most: usize,
    ) -> io::Result<bool> {
        self.clear();
        while self.bytes.len() < most {
            if !self.take_line(from, next)? {
                return Ok(false);
            }
            if from.buffer().is_empty() {
                break;
            }
        }
        Ok(true)
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.lines.clear();
    }

    /// The number of one of them.
    #[must_use]
    pub fn number(&self, at: usize) -> u32 {
        self.lines[at].0
    }

    /// What is on one of them; `None` where it is too long.
    #[must_use]
    pub fn bytes(&self, at: usize) -> Option<&[u8]> {
        self.lines[at].1.clone().map(|range| &self.bytes[range])
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The record on one of them.
    ///
    /// # Errors
    /// When it is none.
    pub fn record(&self, path: &str, at: usize) -> Result<Record, Box<Diagnostic>> {
        let line = self.number(at);
        match self.bytes(at) {
            Some(bytes) => read_record(path, line, bytes),
            None => Err(Box::new(about(path, line, "the line is longer than the limit of 64 MiB".to_owned()))),
        }
    }
}

/// Takes one line without its end; whether it is whole, or `None` at the end.
fn take_line(from: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<Option<bool>> {
    let start = bytes.len();
    let (mut is_whole, mut any) = (true, false);
    loop {
        let buffer = match from.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok(any.then_some(is_whole));
        }
        any = true;
        let end = memchr::memchr(b'\n', buffer);
        let taken = end.unwrap_or(buffer.len());
        is_whole &= bytes.len() - start + taken <= LONGEST_LINE;
        if is_whole {
            bytes.extend_from_slice(&buffer[..taken]);
        } else {
            bytes.truncate(start);
        }
        from.consume(taken + usize::from(end.is_some()));
        if end.is_some() {
            return Ok(Some(is_whole));
        }
    }
}
