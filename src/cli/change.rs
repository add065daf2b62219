//! A change to a claims file: made in memory, held against the loader, and
//! written whole or not at all.

use super::output::{replace_file, write_file};
use super::status::Status;
use super::stream::Streams;
use gainsay::authoring::insert::{Place, insert};
use gainsay::authoring::lint::find_repeated;
use gainsay::authoring::propose::taken_ids;
use gainsay::check::{Checked, load_text};
use gainsay::diagnostic::{Diagnostic, Severity};
use std::path::{Path, PathBuf};

/// A claims file that is being changed.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    path: PathBuf,
    /// What the file holds; `None` when there is none yet.
    before: Option<String>,
    pub(crate) after: String,
}

/// A claims file without a claim, for a folder that has none.
const EMPTY: &str = "version = 1\n\n[corpus]\npaths = [\".\"]\n";

impl Change {
    /// Of the file that was checked.
    pub(crate) fn of(path: &Path, checked: &Checked) -> Self {
        let before = path.exists().then(|| checked.claims.source.text.clone());
        let after = before.clone().unwrap_or_else(|| EMPTY.to_owned());
        Self { path: path.to_owned(), before, after }
    }

    /// Adds a stanza.
    pub(crate) fn insert(&mut self, stanza: &str, place: Place<'_>) {
        self.after = insert(&self.after, stanza, place);
    }

    /// The claim that says already what a new one would say.
    pub(crate) fn repeated(&self) -> Option<String> {
        let claims = load_text(&self.path, self.after.clone()).claims;
        let old = self.before.as_ref().map(|before| taken_ids(&load_text(&self.path, before.clone()).claims));
        let is_new = |id: &String| !old.as_ref().is_some_and(|old| old.contains(id));
        let new = (0..claims.claims.len()).filter(|&at| is_new(&claims.claims[at].id));
        new.filter_map(|at| find_repeated(&claims, at)).map(|claim| claim.id.clone()).next()
    }

    /// The mistakes that the change would bring into the file.
    pub(crate) fn mistakes(&self) -> Vec<Diagnostic> {
        let errors = |text: &str| {
            let told = load_text(&self.path, text.to_owned()).diagnostics.into_iter();
            told.filter(|told| told.severity == Severity::Error).collect::<Vec<_>>()
        };
        let known: Vec<String> =
            self.before.as_deref().map(errors).unwrap_or_default().into_iter().map(|told| told.message).collect();
        errors(&self.after).into_iter().filter(|told| !known.contains(&told.message)).collect()
    }
}

/// Writes a change that brings no mistake; one that does is told, and nothing
/// is written.
pub(crate) fn apply(change: &Change, streams: &Streams) -> anyhow::Result<Status> {
    let mistakes = change.mistakes();
    if !mistakes.is_empty() {
        streams.show(&mistakes);
        streams.complain("nothing was written: the claims file would have these mistakes");
        return Ok(Status::BadInput);
    }
    match &change.before {
        Some(before) => replace_file(&change.path, before, &change.after)?,
        None => write_file(&change.path, |out| out.write_all(change.after.as_bytes()))?,
    }
    streams.say(&format!("wrote {}", change.path.display()));
    Ok(Status::Clean)
}
