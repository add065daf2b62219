//! Reading a `claims.toml`: the plot.
//!
//! The file is parsed once, with every syntax error; then each table is walked
//! by hand, so that **every** mistake is told in one run, each at its place.
//!
//! What is kept: a claim, or a topic with its facets, options and points, in
//! which anything is wrong is left out as a whole, and everything else is kept. Claimants, entities and events
//! are kept as far as they could be read, since all that others need of them
//! is their id. Nothing is told twice: a claim on a topic that was left out
//! gets no diagnostic for that, and is left out too; the same goes for a tally
//! `since` an event with a bad date, and for `parts` of which one was left out
//! (the topic stays, its sum is not checked).
//!
//! ```
//! use gainsay::claims::{ReadValue, load_claims};
//! use gainsay::diagnostic::Source;
//! use gainsay::value::{Kind, Value};
//! use std::sync::Arc;
//!
//! struct NoWords;
//! impl ReadValue for NoWords {
//!     fn read_value(&self, text: &str, _: Kind, _: Option<&str>) -> Result<Value, String> {
//!         Err(format!("`{text}` states no value"))
//!     }
//! }
//!
//! let text = "version = 1\n[[claimant]]\nid = \"kremlin\"\nnam = \"the Kremlin\"\n".to_owned();
//! let loaded = load_claims(Arc::new(Source::new("claims.toml", text)), &NoWords);
//! let messages: Vec<&str> = loaded.diagnostics.iter().map(|told| told.message.as_str()).collect();
//! assert_eq!(messages, ["missing key `name`", "unknown key `nam`"]);
//! assert_eq!(loaded.diagnostics[1].help.as_deref(), Some("did you mean `name`?"));
//! ```

mod articles;
mod choices;
mod claims;
mod facets;
mod ids;
mod names;
mod patterns;
mod problems;
mod rulings;
mod syntax;
mod times;
mod topics;
mod values;
mod walk;

pub use articles::check_articles;

use super::{ClaimSet, keys};
use crate::diagnostic::{Diagnostic, Source};
use crate::value::{Kind, Value};
use names::Names;
use problems::Problems;
use std::sync::Arc;
use toml::de::{DeTable, DeValue};
use topics::Topics;
use walk::Table;

/// Reads a value in the notation of texts: `"more than two hours"`.
///
/// The readers of values stand on a floor above; who loads a claims file hands
/// them in, so that the file and the articles are read by the same ones.
pub trait ReadValue {
    /// The value that the whole of `text` states, in `unit`: a
    /// [`Value::Amount`] for the kinds that are numbers, a [`Value::Date`] for
    /// dates. Other kinds are never asked for.
    ///
    /// # Errors
    /// Says why there is none, as a lowercase fragment: `no number in it`.
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String>;
}

/// What came of a claims file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is good of it.
    pub claims: ClaimSet,
    /// What is wrong with it, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads and checks a whole claims file. It never fails: a file of which
/// nothing can be used is an empty set with diagnostics.
#[must_use]
pub fn load_claims(source: Arc<Source>, reader: &dyn ReadValue) -> Loaded {
    let mut problems = Problems::new(&source);
    let repaired;
    let (mut tree, mut errors) = DeTable::parse_recoverable(&source.text);
    if syntax::gave_up(&errors) {
        let blanked;
        (repaired, blanked) = syntax::blank_out(&source.text);
        (tree, errors) = DeTable::parse_recoverable(&repaired);
        errors.extend(blanked);
    }
    problems.add_syntax(&errors);
    let root = Table::root(tree.get_ref());

    root.check_keys(&keys::FILE, &mut problems);
    check_version(&root, &mut problems);
    let paths = read_paths(&root, &mut problems);
    let names = Names::read(&root, &mut problems);
    let topics = Topics::read(&root, &names, &mut problems);
    let (claims, ids) = claims::read_claims(&root, &names, &topics, reader, &mut problems);
    let rulings = rulings::read_rulings(&root, &claims, &ids, &mut problems);

    let Names { claimants, entities, events, .. } = names;
    let Topics { list: topics, left_out, .. } = topics;
    let cited = problems.take_cited();
    let diagnostics = problems.into_diagnostics();
    drop(tree);
    let claims = ClaimSet { source, paths, claimants, entities, events, topics, claims, rulings, cited, left_out };
    Loaded { claims, diagnostics }
}

fn check_version(root: &Table<'_>, problems: &mut Problems) {
    let help = Some("start the file with `version = 1`".to_owned());
    let Some(node) = root.get("version", problems) else {
        if root.key("version").is_none() {
            problems.error(root.span, "missing key `version`", "the file does not say its format", help);
        }
        return;
    };
    let DeValue::Integer(version) = node.value else {
        return node.mistyped::<()>("an integer", help, problems).unwrap_or_default();
    };
    if (version.radix(), version.as_str()) != (10, "1") {
        let help = Some("this gainsay reads version 1".to_owned());
        problems.error(node.span, format!("unsupported version {version}"), "", help);
    }
}

fn read_paths(root: &Table<'_>, problems: &mut Problems) -> Vec<(String, crate::text::Span)> {
    let Some(corpus) = root.get("corpus", problems) else { return Vec::new() };
    let Some(corpus) = corpus.table("corpus", problems) else { return Vec::new() };
    corpus.check_keys(&keys::CORPUS, problems);
    if corpus.key("paths").is_none() {
        corpus.missing("paths", problems);
    }
    corpus.texts("paths", problems).into_iter().map(walk::Text::owned).collect()
}
