//! The mistakes of one file, collected while it is read.
//!
//! A reader of a table notes [`Problems::mistakes`] before and after: when the
//! number grew, what the table says cannot be relied on and it is left out. A
//! mistake that was told elsewhere already (a claim on a topic that is itself
//! left out, a value that is no TOML) counts but gets no second diagnostic:
//! see [`Problems::told`].

use super::syntax;
use crate::diagnostic::{Diagnostic, Source, nearest};
use crate::text::Span;
use std::sync::Arc;

/// How many comparisons of names "did you mean" may cost over one file, so
/// that ten thousand wrong ids stay a matter of a second.
pub(super) const COMPARISONS: usize = 500_000;

/// How many lines that are no TOML are told of one by one.
const SYNTAX_ERRORS: usize = 100;

/// The mistakes found so far, and what is needed to tell of them.
pub(super) struct Problems {
    source: Arc<Source>,
    found: Vec<Diagnostic>,
    mistakes: usize,
    /// The articles that the file names.
    cited: Vec<(String, Span)>,
    /// Where the file is no TOML, in order.
    syntax: Vec<Span>,
    /// Where the lines begin that open a table, in order.
    headers: Vec<usize>,
    comparisons: usize,
}

impl Problems {
    /// None yet.
    pub(super) fn new(source: &Arc<Source>) -> Self {
        let text = &source.text;
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let headers = starts.filter(|&at| text[at..].starts_with('[')).collect();
        let source = Arc::clone(source);
        Self {
            source,
            found: Vec::new(),
            mistakes: 0,
            cited: Vec::new(),
            syntax: Vec::new(),
            headers,
            comparisons: COMPARISONS,
        }
    }

    /// Takes over what the TOML parser could not read. After the first error
    /// of a line the parser is guessing, so that one stands for the line.
    pub(super) fn add_syntax(&mut self, errors: &[toml::de::Error]) {
        let spans = errors.iter().map(|error| self.clip(error.span().unwrap_or_default()));
        let mut errors: Vec<(Span, &str)> = spans.zip(errors.iter().map(toml::de::Error::message)).collect();
        errors.sort_unstable();
        self.syntax = errors.iter().map(|(span, _)| *span).collect();
        errors.dedup_by_key(|(span, _)| self.line(*span));
        for (span, message) in errors.iter().take(SYNTAX_ERRORS) {
            self.error(*span, *message, "this is not TOML", syntax::help(message).map(str::to_owned));
        }
        if let Some((span, _)) = errors.get(SYNTAX_ERRORS) {
            let message = format!("{} more lines that are not TOML", errors.len() - SYNTAX_ERRORS);
            self.error(*span, message, "from here on", Some("is this the right file?".to_owned()));
        }
    }

    /// Tells of a mistake.
    pub(super) fn error(&mut self, span: Span, message: impl Into<String>, label: &str, help: Option<String>) {
        let mut diagnostic = Diagnostic::error(&self.source, span, message).label(label);
        diagnostic.help = help;
        self.found.push(diagnostic);
        self.mistakes += 1;
    }

    /// Notes that the file names an article, whatever becomes of the table.
    pub(super) fn cite(&mut self, article: Option<&(String, Span)>) {
        self.cited.extend(article.cloned());
    }

    /// The articles that the file names, in its order.
    pub(super) fn take_cited(&mut self) -> Vec<(String, Span)> {
        self.cited.sort_by_key(|(_, span)| *span);
        std::mem::take(&mut self.cited)
    }

    /// Counts a mistake that has been told already.
    pub(super) fn told(&mut self) {
        self.mistakes += 1;
    }

    /// How many mistakes there are so far.
    pub(super) fn mistakes(&self) -> usize {
        self.mistakes
    }

    /// Tells of a name that is not one of `known`: ``unknown topic `call` ``.
    pub(super) fn unknown<'n>(&mut self, what: &str, name: &str, span: Span, known: impl IntoIterator<Item = &'n str>) {
        let mut known = known.into_iter().peekable();
        let none = known.peek().is_none().then(|| format!("no {what} is declared"));
        let help = none.or_else(|| self.suggest(name, known));
        self.error(span, format!("unknown {what} `{name}`"), "", help);
    }

    /// ``did you mean `quote`?``, while the budget of comparisons lasts; where
    /// nothing is near, the few that there are.
    pub(super) fn suggest<'n>(&mut self, name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
        let known: Vec<&str> = known.into_iter().take(self.comparisons).collect();
        self.comparisons -= known.len();
        if let Some(near) = nearest(name, known.iter().copied()) {
            return Some(format!("did you mean `{near}`?"));
        }
        match known.len() {
            0 => None,
            1 => Some(format!("there is only `{}`", known[0])),
            2..=12 => Some(format!("there are `{}`", known.join("`, `"))),
            _ => None,
        }
    }

    /// Whether some of these bytes are no TOML.
    pub(super) fn is_garbled(&self, span: Span) -> bool {
        let first = self.syntax.partition_point(|syntax| syntax.end < span.start);
        self.syntax.get(first).is_some_and(|syntax| syntax.start <= span.end)
    }

    /// Whether the table that begins at `span` holds something that is no
    /// TOML: a key that seems to be missing may be there.
    pub(super) fn has_garbled_table(&self, span: Span) -> bool {
        let next = self.headers.partition_point(|&header| header <= span.start);
        let end = self.headers.get(next).copied().unwrap_or(self.source.text.len());
        self.is_garbled(Span::new(span.start, end.max(span.end)))
    }

    /// The 1-based line of a place, for "the first is on line 3".
    pub(super) fn line(&self, span: Span) -> u32 {
        self.source.place(span.start).line.0
    }

    /// The bytes of the file that a span cuts out.
    pub(super) fn raw(&self, span: Span) -> &str {
        span.of(&self.source.text)
    }

    /// All of them, in the order of the file.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        self.found
    }

    /// A range that the parser gives, held within the file and moved out to
    /// whole characters.
    fn clip(&self, range: std::ops::Range<usize>) -> Span {
        let text = &self.source.text;
        let is_boundary = |at: &usize| text.is_char_boundary(*at);
        let start = (0..=range.start.min(text.len())).rev().find(is_boundary).unwrap_or(0);
        let end = (range.end.max(start)..text.len()).find(is_boundary).unwrap_or(text.len());
        Span::new(start, end)
    }
}
