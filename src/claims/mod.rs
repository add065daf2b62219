//! `claims.toml` to a checked set of claims.
//!
//! Every mistake of the file is collected as a diagnostic with its place; what
//! is good is kept, so that one broken claim never hides the rest.

pub mod claim;
pub mod keys;
pub mod load;
pub mod pattern;
pub mod ruling;
pub mod topic;

pub use claim::{Claim, Event, Named};
pub use load::{Loaded, ReadValue, check_articles, load_claims};
pub use pattern::{Part, Pattern, PatternError, parse_pattern};
pub use ruling::{Ruling, Verdict};
pub use topic::{Choice, Facet, Point, Topic};

use crate::diagnostic::Source;
use crate::text::Span;
use std::sync::Arc;

/// Everything one `claims.toml` holds, checked: every id that is referred to
/// exists, every topic has what its kind needs.
#[derive(Clone, Debug)]
pub struct ClaimSet {
    /// The file.
    pub source: Arc<Source>,
    /// `[corpus] paths`: files, folders or globs, relative to the file, each
    /// with its place.
    pub paths: Vec<(String, Span)>,
    /// Who states things. What is not a topic is sorted by id: the order of the
    /// file decides only in which order topics are told.
    pub claimants: Vec<Named>,
    /// Whom and what the topics talk about.
    pub entities: Vec<Named>,
    /// What happened when.
    pub events: Vec<Event>,
    /// The questions, in the order of the file.
    pub topics: Vec<Topic>,
    /// The curated statements.
    pub claims: Vec<Claim>,
    /// What editors decided, sorted by the fingerprint of the finding.
    pub rulings: Vec<Ruling>,
    /// Every article that the file names, also in claims and topics that are
    /// left out for another mistake, each with its place.
    pub cited: Vec<(String, Span)>,
    /// Ids of the topics that are left out for a mistake, in the order of the file.
    pub left_out: Vec<String>,
}

impl ClaimSet {
    /// The topic with an id, with its index.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<(usize, &Topic)> {
        self.topics.iter().enumerate().find(|(_, topic)| topic.id == id)
    }

    /// Every name that stands for an id, of claimants, entities and events
    /// alike: `name` first, then the aliases.
    #[must_use]
    pub fn names(&self, id: &str) -> Vec<&str> {
        let named = self.claimants.iter().chain(&self.entities);
        let named = named.filter(|named| named.id == id).flat_map(Named::names);
        let events = self.events.iter().filter(|event| event.id == id);
        named.chain(events.flat_map(|event| event.named.names())).collect()
    }

    /// What a claimant or entity is called in reports: its `name`, or the id
    /// itself where nobody declared it.
    #[must_use]
    pub fn display<'s>(&'s self, id: &'s str) -> &'s str {
        self.names(id).first().copied().unwrap_or(id)
    }
}
