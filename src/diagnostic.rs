//! Trouble in the user's own files: collected, never thrown, so that a run
//! goes on with what is good. A diagnostic is never a finding.

use crate::text::{CodePoint, Column, Lines, Place, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema, Deserialize)]
#[schemars(rename = "DiagnosticSeverity")]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could not be used: the run ends with exit status 2.
    Error,
    /// Something is odd, and was used all the same.
    Warning,
}

/// A file of the user's, shared by all the diagnostics about it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path as the user would write it: relative, with `/`.
    pub path: PathBuf,
    /// Its text; empty when it could not be read.
    pub text: String,
    /// How many lines of the file stand before the text.
    lines_before: u32,
    /// Indexed when a place is first asked for, once for all that ask.
    lines: OnceLock<Lines>,
}

impl Source {
    /// A file and its text.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines_before: 0, lines: OnceLock::new() }
    }

    /// A part of a file that begins behind so many lines.
    #[must_use]
    pub fn behind(lines_before: u32, path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { lines_before, ..Self::new(path, text) }
    }

    /// How many lines of the file stand before the text.
    #[must_use]
    pub fn lines_before(&self) -> u32 {
        self.lines_before
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let mut place = self.lines().place(&self.text, offset);
        place.line.0 = place.line.0.saturating_add(self.lines_before);
        place
    }

    /// Column of a byte offset, counted in bytes.
    #[must_use]
    pub fn byte_column(&self, offset: usize) -> Column {
        self.lines().byte_column(offset)
    }

    /// Code point offset of a byte offset.
    #[must_use]
    pub fn code_point(&self, offset: usize) -> CodePoint {
        self.lines().code_point(&self.text, offset)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }
}

/// Two are equal when they have one path and one text, at one place of the file.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text, self.lines_before) == (&other.path, &other.text, other.lines_before)
    }
}

impl Eq for Source {}

/// One piece of trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, as a lowercase fragment: ``unknown key `quot` ``.
    pub message: String,
    /// The file it is about.
    pub source: Arc<Source>,
    /// The bytes of the file it is about; `None` when it is about the whole.
    pub span: Option<Span>,
    /// What to say at the caret, in a few words; may be empty.
    pub label: String,
    /// What to do: ``did you mean `quote`?``
    pub help: Option<String>,
    /// The rule that has a page about it, where there is one.
    pub code: Option<&'static str>,
}

impl Diagnostic {
    /// An error at a place of a file.
    #[must_use]
    pub fn error(source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, source, Some(span), message)
    }

    /// A warning at a place of a file.
    #[must_use]
    pub fn warning(source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, source, Some(span), message)
    }

    /// A diagnostic of any weight, about a place or about the whole file.
    #[must_use]
    pub fn new(severity: Severity, source: &Arc<Source>, span: Option<Span>, message: impl Into<String>) -> Self {
        let (source, message) = (Arc::clone(source), message.into());
        Self { severity, message, source, span, label: String::new(), help: None, code: None }
    }

    /// Says something at the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names the rule that has a page about it.
    #[must_use]
    pub fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// Line and column, where it is about a place.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.span.map(|span| self.source.place(span.start))
    }
}

/// The name among `known` that is most like `wrong`, if any is like it: for
/// "did you mean".
///
/// ```
/// use gainsay::diagnostic::nearest;
/// assert_eq!(nearest("kremlim", ["elysee", "kremlin"]), Some("kremlin"));
/// assert_eq!(nearest("police", ["elysee", "kremlin"]), None);
/// ```
#[must_use]
pub fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(&wrong, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}
