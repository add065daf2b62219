//! Files to articles: reads, decodes and cuts every article of a corpus, in
//! parallel, to the same result whatever the number of threads.
//!
//! A file that cannot be read is a diagnostic, and the rest is read all the
//! same. It refuses files over 32 MiB or 1 million lines and text that is not UTF-8.
//!
//! ```
//! use gainsay::corpus::article_from;
//! let (article, diagnostics) = article_from("elysee", "corpus/elysee.txt", "+++\noutlet = \"AP\"\n+++\nTwenty calls.");
//! assert_eq!((article.front.outlet.as_deref(), article.lines_before), (Some("AP"), 3));
//! assert!(diagnostics.is_empty());
//! ```

use super::Corpus;
use super::article::Article;
use super::front::{File, read_front};
use super::overlong::{self, Cut, LONGEST_SENTENCE};
use super::structure::blocks;
use super::walk::{Found, find_files};
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::text::{Lines, Span};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file over this many bytes is refused.
pub const LARGEST_FILE: u64 = 32 << 20;

/// A file of more lines is refused: each costs memory, however short.
pub const MOST_LINES: usize = 1_000_000;

/// Reads files, folders and globs into a corpus. `paths` are relative to
/// `base`, and so are the paths that reports show.
#[must_use]
pub fn read_corpus(paths: &[PathBuf], base: &Path) -> Corpus {
    let (files, mut diagnostics) = find_files(paths, base);
    let ids = ids(&files);
    let read: Vec<_> = files.par_iter().zip(ids).map(|(file, id)| read_article(file, id)).collect();
    let mut articles = Vec::with_capacity(read.len());
    for (article, trouble) in read {
        articles.extend(article);
        diagnostics.extend(trouble);
    }
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    diagnostics.sort_by(|a, b| place(a).cmp(&place(b)));
    diagnostics.dedup();
    Corpus { articles, diagnostics }
}

fn place(diagnostic: &Diagnostic) -> (&Path, Option<Span>, Severity, &str) {
    (&diagnostic.source.path, diagnostic.span, diagnostic.severity, &diagnostic.message)
}

/// Makes an article of a file's text.
///
/// The diagnostics are about the file: unusable front matter, a NUL byte, no
/// text at all. The article is made all the same.
#[must_use]
pub fn article_from(
    id: impl Into<String>,
    path: impl Into<String>,
    text: impl Into<String>,
) -> (Article, Vec<Diagnostic>) {
    let (path, mut text) = (path.into(), text.into());
    let read = read_front(&path, &text);
    let mut diagnostics = read.diagnostics;
    let file = File::new(&path, &text);
    if text[read.body..].trim().is_empty() {
        let warning = Diagnostic::new(Severity::Warning, file.source(), None, "the article is empty");
        diagnostics.push(warning.help("it is listed and says nothing"));
    }
    if let Some(at) = text.find('\0') {
        let message = "the text holds a NUL character";
        let warning = Diagnostic::warning(file.source(), Span::new(at, at + 1), message);
        diagnostics.push(warning.help("is it a text file?"));
    }
    let before = text[..read.body].bytes().filter(|&byte| byte == b'\n').count();
    let points_before = text[..read.body].chars().count();
    let mut blocks = blocks(&text[read.body..], read.front.title.as_deref());
    if let Some(cut) = overlong::cut(&text[read.body..], &mut blocks) {
        diagnostics.push(told_of(cut, read.body, &file));
    }
    let body = if read.body == 0 { text } else { text.split_off(read.body) };
    let article = Article {
        id: id.into(),
        blocks,
        lines: Lines::new(&body),
        lines_before: u32::try_from(before).unwrap_or(u32::MAX),
        points_before,
        front: read.front,
        path,
        body,
    };
    (article, diagnostics)
}

/// What readers must know of a sentence that was cut: some of it may be missed.
fn told_of(cut: Cut, body: usize, file: &File<'_>) -> Diagnostic {
    let others = if cut.others == 0 { String::new() } else { format!(", and so are {} more", cut.others) };
    let message = format!("a sentence of {} words and signs is read in pieces{others}", cut.tokens);
    let help = format!("what stands across two pieces of {LONGEST_SENTENCE} is not found: is a full stop missing?");
    let at = Span::new(cut.first.start, cut.first.start).shift(body);
    Diagnostic::warning(file.source(), at, message).help(help)
}

fn read_article(file: &Found, id: String) -> (Option<Article>, Vec<Diagnostic>) {
    match read_text(&file.place) {
        Ok(text) => {
            let (article, diagnostics) = article_from(id, file.shown.as_str(), text);
            (Some(article), diagnostics)
        }
        Err((message, help)) => {
            let mut error = unread(&file.shown, Severity::Error, message);
            error.help = help;
            (None, vec![error])
        }
    }
}

/// A diagnostic about a file without a text.
pub(super) fn unread(shown: &str, severity: Severity, message: impl Into<String>) -> Diagnostic {
    let source = Arc::new(Source::new(shown, ""));
    Diagnostic::new(severity, &source, None, message)
}

/// The text of a file, or what is wrong and what to do.
fn read_text(place: &Path) -> Result<String, (String, Option<String>)> {
    let failed = |error: std::io::Error| (format!("cannot be read: {}", reason(&error)), None);
    let meta = std::fs::metadata(place).map_err(failed)?;
    if !meta.is_file() {
        return Err(("is no regular file".to_owned(), None));
    }
    let too_large = |size: String| {
        let help = "split it into its articles, a file each".to_owned();
        (format!("is {size}, larger than the limit of 32 MiB (33554432 bytes)"), Some(help))
    };
    if meta.len() > LARGEST_FILE {
        return Err(too_large(format!("{} bytes", meta.len())));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    let file = std::fs::File::open(place).map_err(failed)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large("still growing".to_owned()));
    }
    let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
    if lines > MOST_LINES {
        return Err((format!("has {lines} lines, more than the limit of {MOST_LINES}"), None));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        not_utf8(error.as_bytes(), valid)
    })
}

/// Where and how `bytes` stop being UTF-8.
fn not_utf8(bytes: &[u8], valid: usize) -> (String, Option<String>) {
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let place = Lines::new(&before).place(&before, valid);
    let (line, column, byte) = (place.line.0, place.column.0, bytes.get(valid).copied().unwrap_or(0));
    let message = format!("is not UTF-8: byte 0x{byte:02X} at line {line}, column {column} (byte {})", valid + 1);
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let guess = if utf16 { "UTF-16" } else { "Windows-1252 or another 8-bit encoding" };
    (message, Some(format!("it may be {guess}: save it as UTF-8")))
}

/// What the operating system says, without its number.
pub(super) fn reason(error: &std::io::Error) -> String {
    let said = error.to_string();
    let mut words = said.split(" (os error").next().unwrap_or_default().chars();
    words.next().into_iter().flat_map(char::to_lowercase).chain(words).collect()
}

/// An id for each file: its stem; where two share a stem, their paths without
/// extension; where they share that too, their paths.
fn ids(files: &[Found]) -> Vec<String> {
    let mut ids: Vec<String> = files.iter().map(|file| stem(&file.shown)).collect();
    for longer in [bare as fn(&str) -> String, str::to_owned] {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        ids.iter().for_each(|id| *count.entry(id.clone()).or_default() += 1);
        for (id, file) in ids.iter_mut().zip(files) {
            if count[id.as_str()] > 1 {
                *id = longer(&file.shown);
            }
        }
    }
    // Paths that are not UTF-8 may still read the same.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for id in &mut ids {
        let times = seen.entry(id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            *id = format!("{id}#{times}");
        }
    }
    ids
}

fn stem(shown: &str) -> String {
    Path::new(shown).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// A path without its extension.
fn bare(shown: &str) -> String {
    let name = shown.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}{}", &shown[..name], stem(shown))
}
