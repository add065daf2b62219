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
use std::sync::{Arc, OnceLock};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Every key that front matter may hold.
pub const KEYS: [&str; 9] = ["title", "outlet", "author", "published", "url", "language", "claimant", "cites", "note"];

/// The fence above and below front matter.
const FENCE: &str = "+++";

/// More mistakes than these are only counted.
const MOST_DIAGNOSTICS: usize = 20;

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
    reader.curb(open);
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
        let made = || Arc::new(Source::new(self.path, self.text));
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

    /// Keeps the diagnostics of a hostile file readable.
    fn curb(&mut self, open: Span) {
        let more = self.diagnostics.len().saturating_sub(MOST_DIAGNOSTICS);
        if let Some(severity) = self.diagnostics.iter().skip(MOST_DIAGNOSTICS).map(|more| more.severity).min() {
            self.diagnostics.truncate(MOST_DIAGNOSTICS);
            let message = format!("front matter has {more} more mistakes");
            self.diagnostics.push(Diagnostic::new(severity, self.file.source(), Some(open), message));
        }
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
                let message = format!("unknown key `{}` in front matter", clip(unknown));
                let help = nearest(clip(unknown), KEYS).map(|name| format!("did you mean `{name}`?"));
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
                self.error(at, format!("`{}` is no date: {why}", clip(&written)), Some(help));
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
pub(crate) fn published_on(written: &str) -> Result<Moment, edtf::EdtfError> {
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

/// The first characters of what may be gigantic.
fn clip(text: &str) -> &str {
    text.char_indices().nth(60).map_or(text, |(end, _)| &text[..end])
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a text and tells each diagnostic as `message @ the text it is at`.
    fn read(text: &str) -> (FrontRead, Vec<String>) {
        let read = read_front("a.txt", text);
        let tell = |diagnostic: &Diagnostic| {
            let place = diagnostic.place().unwrap();
            let at = diagnostic.span.unwrap().of(text);
            format!("{} @ {at} {}:{}", diagnostic.message, place.line.0, place.column.0)
        };
        let told = read.diagnostics.iter().map(tell).collect();
        (read, told)
    }

    #[test]
    fn every_key_is_read() {
        let text = "\u{FEFF}+++\r\ntitle = \"Élysée\"\r\nauthor = \"A\"\r\npublished = \"2022-10\"\r\nurl = \"u\"\r\n\
            language = \"en\"\r\nclaimant = \"elysee\"\r\ncites = [\"ap\", \"afp\"]\r\nnote = \" \"\r\n+++\r\nText";
        let (read, told) = read(text);
        assert_eq!(told, [""; 0]);
        let front = read.front;
        assert_eq!(
            (front.title.as_deref(), front.author.as_deref(), front.url.as_deref()),
            (Some("Élysée"), Some("A"), Some("u"))
        );
        assert_eq!((front.language.as_deref(), front.claimant.as_deref()), (Some("en"), Some("elysee")));
        assert_eq!((front.cites, front.note), (vec!["ap".to_owned(), "afp".to_owned()], None));
        assert_eq!(front.published_on, edtf::parse_date("2022-10").ok());
        assert_eq!(&text[read.body..], "Text");
    }

    #[test]
    fn what_is_wrong_has_its_place_and_the_rest_is_kept() {
        let text =
            "+++\ntitel = \"A\"\noutlet = 5\npublished = \"2022-13\"\ncites = [\"ap\", 7]\nauthor = \"B\"\n+++\nText";
        let (read, told) = read(text);
        let expected = [
            "unknown key `titel` in front matter @ titel 2:1",
            "`outlet` is a string, not a number @ 5 3:10",
            "`2022-13` is no date: there is no month 13 @ \"2022-13\" 4:13",
            "`cites` is a string, not a number @ 7 5:16",
        ];
        assert_eq!(told, expected);
        assert_eq!(read.diagnostics[0].help.as_deref(), Some("did you mean `title`?"));
        assert_eq!((read.front.cites, read.front.author.as_deref()), (vec!["ap".to_owned()], Some("B")));
        assert_eq!((read.front.published, &text[read.body..]), (None, "Text"));
    }

    #[test]
    fn toml_that_cannot_be_read_costs_only_its_line() {
        let (read, told) = read("+++\ntitle = \"Élysée\noutlet = \"AP\"\n+++\nText");
        assert_eq!(read.front.outlet.as_deref(), Some("AP"));
        assert!(told[0].starts_with("front matter is not TOML: ") && told[0].contains(" 2:"), "{told:?}");
    }

    #[test]
    fn without_its_end_front_matter_is_text() {
        let text = "+++\ntitle = \"A\"\nText";
        let (read, told) = read(text);
        assert_eq!(told, ["front matter has no end @ +++ 1:1"]);
        assert_eq!((read.body, read.front.title), (0, None));
    }

    #[test]
    fn many_mistakes_are_counted() {
        let keys: String = (0..30).map(|n| format!("key{n} = 1\n")).collect();
        let (_, told) = read(&format!("+++\n{keys}+++\n"));
        assert_eq!(told[20], "front matter has 10 more mistakes @ +++ 1:1");
        assert_eq!(told.len(), 21);
    }

    #[test]
    fn yaml_is_named() {
        let (read, told) = read("---\ntitle: A\n---\nText");
        assert_eq!((read.body, told), (0, vec!["front matter between --- lines is not read @ --- 1:1".to_owned()]));
        assert!(read_front("a.txt", "---\nText\n---\n").diagnostics.is_empty());
    }

    #[test]
    fn dates_of_every_form() {
        let days = |written: &str| {
            let (read, told) = read(&format!("+++\npublished = {written}\n+++\n"));
            assert_eq!(told, [""; 0]);
            let on = read.front.published_on.unwrap();
            format!("{}/{}", on.first_day().unwrap(), on.last_day().unwrap())
        };
        assert_eq!(days("2022-05-04"), "2022-05-04/2022-05-04");
        assert_eq!(days("2022-05-04T10:00:00+02:00"), "2022-05-04/2022-05-04");
        assert_eq!(days("\"2022-05-04T10:00\""), "2022-05-04/2022-05-04");
        assert_eq!(days("\"2022-05-03/2022-06\""), "2022-05-03/2022-06-30");
        assert_eq!(
            read("+++\npublished = 10:00:00\n+++\n").1,
            ["`published` is a date, not a time of day @ 10:00:00 2:13"]
        );
    }
}
