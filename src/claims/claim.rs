//! Claims, and the people, things and events they name.

use crate::text::Span;
use crate::value::{Moment, Value, Window};
use std::collections::BTreeMap;

/// A claimant or an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Unique among its kind.
    pub id: String,
    /// What reports call it.
    pub name: String,
    /// Other names that texts use for it.
    pub aliases: Vec<String>,
    /// Its table in the file.
    pub span: Span,
}

impl Named {
    /// The name, then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// Something that happened, so that `since the invasion` has a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Unique among events (the same as `named.id`).
    pub id: String,
    /// Its names.
    pub named: Named,
    /// When; `None` when the file does not say, in which case no window may
    /// need it.
    pub on: Option<Moment>,
}

/// A curated statement: on a topic, a claimant says a value, in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Unique among claims.
    pub id: String,
    /// Index of its topic in [`ClaimSet::topics`](super::ClaimSet::topics).
    pub topic: usize,
    /// Who states it: the id of a claimant or entity; `None` is the outlet.
    pub claimant: Option<String>,
    /// The article that has it; `None` for a statement known from elsewhere.
    pub article: Option<(String, Span)>,
    /// The words that state it in the article, and where the file has them.
    pub quote: Option<(String, Span)>,
    /// What it states, in the topic's unit; `None` when the article is to say
    /// it, through the quote.
    pub value: Option<Value>,
    /// How the file writes the value, and where.
    pub value_text: Option<(String, Span)>,
    /// The window of the value.
    pub during: Option<Window>,
    /// Its facets: facet id to option id.
    pub scope: BTreeMap<String, String>,
    /// The readout point it is about.
    pub point: Option<String>,
    /// The claimant's account leaves the topic, or the point, out.
    pub silent: bool,
    /// For people.
    pub note: Option<String>,
    /// Its table in the file.
    pub span: Span,
}
