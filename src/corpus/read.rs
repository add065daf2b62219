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
use super::article::{Article, Text};
use super::front::{self, read_front};
use super::near::Near;
use super::overlong::{self, Cut, LONGEST_SENTENCE};
use super::records::Lines;
use super::stamp::{Since, Stamp};
use super::structure::blocks;
use super::unpack::{unpacked, unpacked_name};
use super::walk::{Files, Found, find_files};
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::text::Span;
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file over this many bytes is refused.
pub const LARGEST_FILE: u64 = 32 << 20;

/// A file of more lines is refused: each costs memory, however short.
pub const MOST_LINES: usize = 1_000_000;

/// Reads files, folders and globs into a corpus that holds every text. `paths`
/// are relative to `base`, and so are the paths that reports show.
#[must_use]
pub fn read_corpus(paths: &[PathBuf], base: &Path) -> Corpus {
    let Files { files, mut diagnostics, .. } = find_files(paths, base);
    let read: Vec<_> = files.par_iter().map(|file| read_article(file, base)).collect();
    let mut articles = Vec::with_capacity(read.len());
    for (article, trouble) in read {
        articles.extend(article);
        diagnostics.extend(trouble);
    }
    Corpus::new(articles, diagnostics)
}

pub(super) fn place(diagnostic: &Diagnostic) -> (&Path, u32, Option<Span>, Severity, &str) {
    let source = &diagnostic.source;
    (&source.path, source.lines_before(), diagnostic.span, diagnostic.severity, &diagnostic.message)
}

/// Makes an article of a file's text.
///
/// The diagnostics are about the file: unusable front matter, a NUL byte, no
/// text at all. The article is made all the same.
#[must_use]
pub fn article_from(
    id: impl Into<Arc<str>>,
    path: impl Into<Arc<str>>,
    text: impl AsRef<str>,
) -> (Article, Vec<Diagnostic>) {
    let text = text.as_ref();
    let (mut article, body, mut diagnostics) = head_from(id, path, text);
    diagnostics.extend(read_body(&mut article, text, body));
    (article, diagnostics)
}

/// Gives a head the text and the structure of its body, which begins at a byte
/// of the file's text.
pub fn read_body(article: &mut Article, text: &str, body: usize) -> Option<Diagnostic> {
    let mut blocks = blocks(&text[body..], article.front.title.as_deref());
    let cut = overlong::cut(&text[body..], &mut blocks);
    article.text = Some(Box::new(Text::new(text[body..].to_owned(), blocks)));
    let cut = cut?;
    Some(told_of(cut, body, &front::File::new(&article.path, text)))
}

/// The same without text and structure, and where in the file the body begins.
/// What would be told of the structure is not: nobody looks for anything in it.
#[must_use]
pub fn head_from(id: impl Into<Arc<str>>, path: impl Into<Arc<str>>, text: &str) -> (Article, usize, Vec<Diagnostic>) {
    let path = path.into();
    let read = read_front(&path, text);
    let mut diagnostics = read.diagnostics;
    let file = front::File::new(&path, text);
    if text[read.body..].trim_start().is_empty() {
        let warning = Diagnostic::new(Severity::Warning, file.source(), None, "the article is empty");
        diagnostics.push(warning.help("it is listed and says nothing"));
    }
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let message = "the text holds a NUL character";
        let warning = Diagnostic::warning(file.source(), Span::new(at, at + 1), message);
        diagnostics.push(warning.help("is it a text file?"));
    }
    let before = text[..read.body].bytes().filter(|&byte| byte == b'\n').count();
    let article = Article {
        id: id.into(),
        record: None,
        text: None,
        lines_before: u32::try_from(before).unwrap_or(u32::MAX),
        points_before: u32::try_from(text[..read.body].chars().count()).unwrap_or(u32::MAX),
        front: read.front.into(),
        path,
    };
    (article, read.body, diagnostics)
}

/// What readers must know of a sentence that was cut: some of it may be missed.
fn told_of(cut: Cut, body: usize, file: &front::File<'_>) -> Diagnostic {
    let others = if cut.others == 0 { String::new() } else { format!(", and so are {} more", cut.others) };
    let message = format!("a sentence of {} words and signs is read in pieces{others}", cut.tokens);
    let help = format!("what stands across two pieces of {LONGEST_SENTENCE} is not found: is a full stop missing?");
    let at = Span::new(cut.first.start, cut.first.start).shift(body);
    Diagnostic::warning(file.source(), at, message).help(help)
}

fn read_article(file: &Found, base: &Path) -> (Vec<Article>, Vec<Diagnostic>) {
    if file.holds_records() {
        return read_records(file, base);
    }
    let mut bytes = Vec::new();
    match read_text(file, base, &mut bytes) {
        Ok(text) => {
            let (article, diagnostics) = article_from(file.id(), file.shared(), text);
            (vec![article], diagnostics)
        }
        Err(unread) => (Vec::new(), vec![*unread]),
    }
}

/// All articles of a file that has one a line.
fn read_records(file: &Found, base: &Path) -> (Vec<Article>, Vec<Diagnostic>) {
    let (mut articles, mut diagnostics) = (Vec::new(), Vec::new());
    let ended = each_batch(file, base, &mut |lines, _| {
        for record in (0..lines.len()).map(|at| lines.record(file.shown(), at)) {
            match record {
                Ok(record) => {
                    let (mut article, body, trouble) = record.head();
                    diagnostics.extend(trouble);
                    diagnostics.extend(read_body(&mut article, &record.text, body));
                    articles.push(article);
                }
                Err(broken) => diagnostics.push(*broken),
            }
        }
    });
    diagnostics.extend(ended.err().map(|unread| *unread));
    (articles, diagnostics)
}

/// How much of a file of records is read at once.
const BATCH: usize = 4 << 20;

/// Hands over the lines of a file of records, batch by batch, and how many bytes
/// of the file were read so far.
///
/// # Errors
/// When the file cannot be read, or not to its end.
pub fn each_batch(file: &Found, base: &Path, take: &mut dyn FnMut(&Lines, u64)) -> Result<(), Box<Diagnostic>> {
    let failed = |error: std::io::Error, line: u32| {
        let told = unread(file.shown(), Severity::Error, format!("cannot be read: {}", reason(&error)));
        Box::new(if line > 1 { told.help(format!("the records before line {line} are read")) } else { told })
    };
    let place = file.place(base);
    if !std::fs::metadata(&place).map_err(|error| failed(error, 1))?.is_file() {
        return Err(Box::new(unread(file.shown(), Severity::Error, "is no regular file")));
    }
    let opened = File::open(&place).map_err(|error| failed(error, 1))?;
    let unpacked = unpacked(opened, file.shown());
    let mut from = BufReader::with_capacity(1 << 16, unpacked);
    let (mut lines, mut next) = (Lines::default(), 1);
    loop {
        let filled = lines.fill(&mut from, &mut next, BATCH);
        if !lines.is_empty() {
            take(&lines, from.get_ref().taken());
        }
        if !filled.map_err(|error| failed(error, next))? {
            return Ok(());
        }
    }
}

/// A diagnostic about a file without a text.
#[must_use]
pub fn unread(shown: &str, severity: Severity, message: impl Into<String>) -> Diagnostic {
    let source = Arc::new(Source::new(shown, ""));
    Diagnostic::new(severity, &source, None, message)
}

/// The text of a file, read into a buffer that may serve the next one; or what
/// is wrong.
///
/// # Errors
/// When the file cannot be read, is too large, or is no text.
pub fn read_text<'b>(file: &Found, base: &Path, bytes: &'b mut Vec<u8>) -> Result<&'b str, Box<Diagnostic>> {
    read_stamped(file, &mut Near::new(base), bytes, None).map(|(text, _)| text)
}

/// The same, with the stamp of a file that was not changed since a time.
///
/// # Errors
/// As [`read_text`].
pub fn read_stamped<'b>(
    file: &Found,
    near: &mut Near<'_>,
    bytes: &'b mut Vec<u8>,
    since: Option<Since>,
) -> Result<(&'b str, Option<Stamp>), Box<Diagnostic>> {
    let read = read_bytes(file, near, bytes, since);
    read.and_then(|(filled, stamp)| Ok((text_of(&bytes[..filled])?, stamp))).map_err(|(message, help)| {
        let mut error = unread(file.shown(), Severity::Error, message);
        error.help = help;
        Box::new(error)
    })
}

/// What is wrong, and what to do.
type Trouble = (String, Option<String>);

/// Fills a buffer; how much of it, and the stamp of the file.
fn read_bytes(
    file: &Found,
    near: &mut Near<'_>,
    bytes: &mut Vec<u8>,
    since: Option<Since>,
) -> Result<(usize, Option<Stamp>), Trouble> {
    let failed = |error: std::io::Error| (format!("cannot be read: {}", reason(&error)), None);
    // The walk saw a file; what was named, or linked to, may be a device.
    if file.is_unsure() && !std::fs::metadata(file.place(near.base())).map_err(failed)?.is_file() {
        return Err(("is no regular file".to_owned(), None));
    }
    let opened = near.open(file).map_err(failed)?;
    // Before it is read: what changes meanwhile has another stamp.
    let stamp = since.and_then(|since| Stamp::of_open(&opened, since));
    let mut read = unpacked(opened, file.shown()).take(LARGEST_FILE + 1);
    let filled = read_to_end(&mut read, bytes).map_err(failed)?;
    if filled as u64 <= LARGEST_FILE {
        return Ok((filled, stamp));
    }
    let size = std::fs::metadata(file.place(near.base())).map_err(failed)?.len();
    let limit = "the limit of 32 MiB (33554432 bytes)";
    let message = match (size > LARGEST_FILE, unpacked_name(file.shown()) == file.shown()) {
        (true, _) => format!("is {size} bytes, larger than {limit}"),
        (false, true) => format!("is still growing, larger than {limit}"),
        (false, false) => format!("unpacks to more than {limit}"),
    };
    let help = "split it into its articles, a file each".to_owned();
    Err((message, Some(help)))
}

/// Reads into what room there is, and tells how much of it was filled: most articles
/// take one call and one more to see that they have ended.
fn read_to_end(from: &mut impl Read, bytes: &mut Vec<u8>) -> std::io::Result<usize> {
    /// Most articles are smaller.
    const ROOM: usize = 64 << 10;
    let mut filled = 0;
    bytes.resize(bytes.len().max(ROOM), 0);
    loop {
        match from.read(&mut bytes[filled..]) {
            Ok(0) => return Ok(filled),
            Ok(read) => filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if filled == bytes.len() {
            bytes.resize(2 * filled, 0);
        }
    }
}

fn text_of(bytes: &[u8]) -> Result<&str, Trouble> {
    // No line is shorter than a byte: most files are not counted.
    if bytes.len() > MOST_LINES {
        let lines = memchr::memchr_iter(b'\n', bytes).count();
        if lines > MOST_LINES {
            return Err((format!("has {lines} lines, more than the limit of {MOST_LINES}"), None));
        }
    }
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))
}

/// Where and how `bytes` stop being UTF-8.
fn not_utf8(bytes: &[u8], valid: usize) -> Trouble {
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let place = crate::text::Lines::new(&before).place(&before, valid);
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
