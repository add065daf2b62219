//! The whole pipeline on one page: load, read, find, collate, compare.
//!
//! It never prints and never exits. Trouble in the user's own files is
//! collected, and the run goes on with what is good; only an environment that
//! leaves nothing to check is an error.

use crate::claims::ClaimSet;
use crate::compare::Compared;
use crate::corpus::Corpus;
use crate::diagnostic::{self, Diagnostic};
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// What to check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The claims file.
    pub claims: PathBuf,
    /// Files, folders or globs relative to the working directory; empty is
    /// what the claims file says.
    pub corpus: Vec<PathBuf>,
    /// Ids of the topics to report; empty is all of them.
    pub topics: Vec<String>,
}

/// What a run found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was asked.
    pub claims: ClaimSet,
    /// Where it was looked for.
    pub corpus: Corpus,
    /// What was found.
    pub compared: Compared,
    /// Trouble in the claims file, then in the articles, by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether something of the user's could not be used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == diagnostic::Severity::Error)
    }

    /// Whether there was no article, or no topic.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.corpus.articles.is_empty() || self.compared.topics.is_empty()
    }
}

/// Why nothing could be checked.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "each message says what its variant is")]
pub enum CheckError {
    #[error("cannot read the claims file {}: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("the claims file {} is a folder; name the file in it, such as {}", path.display(), path.join("claims.toml").display())]
    Folder { path: PathBuf },
    #[error("the claims file {} is not UTF-8: the first bad byte is at line {line}, column {column}", path.display())]
    NotUtf8 { path: PathBuf, line: u32, column: u32 },
    #[error("there is no topic `{id}`{}", hint(nearest))]
    UnknownTopic { id: String, nearest: Option<String> },
}

fn hint(nearest: &Option<String>) -> String {
    nearest.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}
