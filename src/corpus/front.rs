//! The `+++` front matter of an article: TOML between two `+++` lines.
//!
//! Whatever is wrong with it is a diagnostic at its place in the file; the
//! good keys are kept, and so is the article. It refuses to make up what is
//! not there: no outlet is guessed from a URL, no day for a month.
//!
//! ```
//! use gainsay::corpus::front::read_front;
//! let text = "+++\noutlet = \"Express\"\npublished = 2022-05-04\n+++\nMacron called.\n";
//! let read = read_front("corpus/express.txt", text);
//! assert_eq!(read.front.outlet.as_deref(), Some("Express"));
//! assert_eq!(read.front.published.as_deref(), Some("2022-05-04"));
//! assert_eq!(&text[read.body..], "Macron called.\n");
//! ```

use super::article::Front;
use crate::diagnostic::{Diagnostic, Source, nearest};
use crate::text::Span;
use crate::value::{Edge, Moment, Precision, edtf};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every key that front matter may hold.
pub const KEYS: [&str; 9] = ["title", "outlet", "author", "published", "url", "language", "claimant", "cites", "note"];

/// The fence above and below front matter.
const FENCE: &str = "+++";

/// What the top of a file said.
#[derive(Clone, Debug, Default)]
pub struct FrontRead {
    /// The front matter; all absent when there is none.
    pub front: Front,
    /// The byte of the file that its body begins at.
    pub body: usize,
    /// What is wrong with the front matter.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the front matter at the top of a file's text.
#[must_use]
pub fn read_front(path: &str, text: &str) -> FrontRead {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut reader = Reader { file: File::new(path, text), front: Front::default(), diagnostics: Vec::new() };
    let blank = text[start..].len() - text[start..].trim_start().len();
    let first = text[start + blank..].lines().next().unwrap_or_default();
    let open = Span::new(start + blank, start + blank + first.trim_end().len());
    let mut body = start;
    if open.of(text) == FENCE {
        match closing_fence(text, start + blank + first.len()) {
            Some((toml, after)) => {
                reader.read(toml);
                body = after;
            }
            None => reader.unterminated(open),
        }
    } else if looks_like_yaml(&text[open.start..]) {
        let warning = Diagnostic::warning(reader.file.source(), open, "front matter between --- lines is not read");
        reader.diagnostics.push(warning.help("write it as TOML between two +++ lines: `title = \"…\"`"));
    }
    FrontRead { front: reader.front, body, diagnostics: reader.diagnostics }
}

/// The TOML between the fences and the first byte after the closing one's
/// line.
fn closing_fence(text: &str, from: usize) -> Option<(Span, usize)> {
    let start = from + text[from..].find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some((Span::new(start, at), at + line.len()));
        }
        at += line.len();
    }
    None
}

/// `---`, a line with a key, and a `---` within reach.
fn looks_like_yaml(text: &str) -> bool {
    let mut lines = text.lines().take(40).map(str::trim_end);
    let key = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        name.len() < line.len()
            && !name.is_empty()
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    };
    lines.next() == Some("---") && lines.next().is_some_and(key) && lines.any(|line| line == "---")
}

/// The file under the diagnostics, copied only if there are any.
pub(super) struct File<'t> {
    path: &'t str,
    text: &'t str,
    source: OnceLock<Arc<Source>>,
}

impl<'t> File<'t> {
    pub(super) fn new(path: &'t str, text: &'t str) -> Self {
        Self { path, text, source: OnceLock::new() }
    }

    pub(super) fn source(&self) -> &Arc<Source> {
        let made = || Arc::new(Source { path: PathBuf::from(self.path), text: self.text.to_owned() });
        self.source.get_or_init(made)
    }
}

struct Reader<'t> {
    file: File<'t>,
    front: Front,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn unterminated(&mut self, open: Span) {
        let error = Diagnostic::error(self.file.source(), open, "front matter has no end");
        let error = error.label("opened here").help("end it with a line `+++`; until then the whole file is text");
        self.diagnostics.push(error);
    }

    fn error(&mut self, span: Span, message: impl Into<String>, help: Option<&str>) {
        let mut error = Diagnostic::error(self.file.source(), span, message);
        error.help = help.map(str::to_owned);
        self.diagnostics.push(error);
    }

    fn read(&mut self, within: Span) {
        let toml = within.of(self.file.text);
        let (table, errors) = DeTable::parse_recoverable(toml);
        for error in errors {
            let span = error.span().map_or(Span::new(0, 0), Span::from);
            let message = format!("front matter is not TOML: {}", error.message());
            self.error(span.shift(within.start), message, None);
        }
        // Tables sort by key; people read from the top.
        let mut entries: Vec<_> = table.get_ref().iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let key_at = Span::from(key.span()).shift(within.start);
            self.entry(key.get_ref(), key_at, value, within.start);
        }
    }

    /// Reads one key; `shift` takes spans of the TOML to spans of the file.
    fn entry(&mut self, key: &str, key_at: Span, value: &Spanned<DeValue<'_>>, shift: usize) {
        let (at, value) = (Span::from(value.span()).shift(shift), value.get_ref());
        match key {
            "published" => self.published(value, at),
            "cites" => self.cites(value, at, shift),
            "title" => self.front.title = self.text(key, value, at),
            "outlet" => self.front.outlet = self.text(key, value, at),
            "author" => self.front.author = self.text(key, value, at),
            "url" => self.front.url = self.text(key, value, at),
            "language" => self.front.language = self.text(key, value, at),
            "claimant" => self.front.claimant = self.text(key, value, at),
            "note" => self.front.note = self.text(key, value, at),
            unknown => {
                let message = format!("unknown key `{unknown}` in front matter");
                let help = nearest(unknown, KEYS).map(|name| format!("did you mean `{name}`?"));
                let help = help.unwrap_or_else(|| format!("known keys: {}", KEYS.join(", ")));
                self.diagnostics.push(Diagnostic::warning(self.file.source(), key_at, message).help(help));
            }
        }
    }

    /// A string; a blank one says nothing.
    fn text(&mut self, key: &str, value: &DeValue<'_>, at: Span) -> Option<String> {
        let DeValue::String(text) = value else {
            let message = format!("`{key}` is a string, not {}", kind_of(value));
            self.error(at, message, Some("put it between quotation marks"));
            return None;
        };
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn published(&mut self, value: &DeValue<'_>, at: Span) {
        let written = match value {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(stamp) if stamp.date.is_some() => stamp.to_string(),
            other => {
                let message = format!("`published` is a date, not {}", kind_of(other));
                return self.error(at, message, Some("write 2022-05-04, \"2022-05\" or \"2022-05~\""));
            }
        };
        match published_on(&written) {
            Ok(moment) => {
                self.front.published = Some(written);
                self.front.published_on = Some(moment);
            }
            Err(why) => {
                let help = "write 2022-05-04, \"2022-05\" or \"2022-05~\" (EDTF)";
                self.error(at, format!("`{written}` is no date: {why}"), Some(help));
            }
        }
    }

    fn cites(&mut self, value: &DeValue<'_>, at: Span, shift: usize) {
        let DeValue::Array(list) = value else {
            self.front.cites = self.text("cites", value, at).into_iter().collect();
            return;
        };
        for item in list.iter() {
            let place = Span::from(item.span()).shift(shift);
            let cited = self.text("cites", item.get_ref(), place);
            self.front.cites.extend(cited);
        }
    }
}

/// The day of a time stamp, the days of an interval, or a date.
fn published_on(written: &str) -> Result<Moment, edtf::EdtfError> {
    if written.contains('/') {
        let window = edtf::parse_window(written)?;
        return match (window.from, window.to) {
            (Edge::Between(first, _), Edge::Between(_, last)) => Ok(Moment::days(first, last, Precision::Part)),
            _ => Err("an article was published by some day: both ends are needed".to_owned()),
        };
    }
    let day = written.split_once(['T', ' ']).filter(|(day, _)| day.len() == 10).map_or(written, |(day, _)| day);
    edtf::parse_date(day)
}

fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(stamp) if stamp.date.is_none() => "a time of day",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
