//! Positions: who says what, over which scope.

use crate::matching::OwnTime;
use crate::value::{Value, Window};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The mentions and claims of a topic that share claimant, value and scope: a
/// row of the conflict table.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Who states it; `None` is the outlet's own voice, or the `speaker`.
    pub claimant: Option<String>,
    /// Who states it, as printed, where the claims file does not name them.
    pub speaker: Option<String>,
    /// What is stated.
    pub value: Value,
    /// What time it is about.
    pub window: Option<Window>,
    /// The times that all its texts give it, where these tell it from another position.
    pub times: Vec<OwnTime>,
    /// Facet id to option id.
    pub facets: BTreeMap<String, String>,
    /// Indices in [`TopicResult::mentions`](super::TopicResult::mentions).
    pub mentions: Vec<usize>,
    /// Indices in [`ClaimSet::claims`](crate::claims::ClaimSet::claims).
    pub claims: Vec<usize>,
    /// Indices of the articles that have it, sorted.
    pub articles: Vec<usize>,
    /// How many independent texts support it.
    pub origins: usize,
}

impl Position {
    /// Whether one voice states both. Of two whom the claims file does not name nobody can tell
    /// whether they are one: they are two.
    #[must_use]
    pub fn is_of_voice(&self, other: &Self) -> bool {
        self.claimant == other.claimant && self.speaker.is_none() && other.speaker.is_none()
    }

    /// The same, where one article may name the one whom the claims file does not: there a name is one person.
    #[must_use]
    pub fn is_of_speaker(&self, other: &Self) -> bool {
        let in_one = || self.articles.len() == 1 && self.articles == other.articles;
        self.is_of_voice(other)
            || self.claimant == other.claimant && self.speaker.is_some() && self.speaker == other.speaker && in_one()
    }

    /// Whether the outlet states it in its own voice.
    #[must_use]
    pub fn is_own_voice(&self) -> bool {
        self.claimant.is_none() && self.speaker.is_none()
    }
}

/// How two positions stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Same scope, the same value.
    Agree,
    /// Same scope, both can be true.
    Compatible,
    /// Same scope, they cannot both be true.
    Conflict,
    /// They are about different things.
    ScopeDiffers,
    /// One of them does not say what it is about.
    Unclear,
}

impl Relation {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Compatible => "compatible",
            Self::Conflict => "conflict",
            Self::ScopeDiffers => "scope-differs",
            Self::Unclear => "unclear",
        }
    }
}

/// The relation of two positions of a topic, with its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// Index of the first position, lower than `b`.
    pub a: usize,
    /// Index of the second.
    pub b: usize,
    /// How they stand to each other.
    pub relation: Relation,
    /// Why, in words an editor can read aloud.
    pub reason: String,
}
