//! Mentions and claims to positions, relations and findings.

pub mod dates;
pub mod finding;
pub mod position;
pub mod relation;
pub mod scope;
pub mod wording;
pub mod words;

pub use finding::{Finding, Rule, Severity};
pub use position::{Position, Related, Relation};

use crate::matching::Mention;

/// What comparing one topic gave.
#[derive(Clone, Debug)]
pub struct TopicResult {
    /// Index in [`ClaimSet::topics`](crate::claims::ClaimSet::topics).
    pub topic: usize,
    /// Sorted by article and place.
    pub mentions: Vec<Mention>,
    /// In the order reports show them.
    pub positions: Vec<Position>,
    /// Between positions of this topic, by their indices.
    pub relations: Vec<Related>,
}

/// What comparing everything gave.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// One per topic, in the order of the claims file.
    pub topics: Vec<TopicResult>,
    /// Worst first, then in the order of the claims file.
    pub findings: Vec<Finding>,
}
