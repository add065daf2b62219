//! What matching finds.

use super::stance::Stance;
use super::time::times::OwnTime;
use crate::text::Span;
use crate::value::{Value, Window};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a mention was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// A pattern of the topic, an option or a point.
    Pattern,
    /// The quote of a claim; no pattern matches there.
    Quote,
    /// The wording of a quote topic.
    Wording,
}

impl FoundBy {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pattern => "pattern",
            Self::Quote => "quote",
            Self::Wording => "wording",
        }
    }
}

/// A place in an article that states a value on a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Index in [`ClaimSet::topics`](crate::claims::ClaimSet::topics).
    pub topic: usize,
    /// Index in [`Corpus::articles`](crate::corpus::Corpus::articles).
    #[serde(skip)]
    pub article: usize,
    /// The words that state it: bytes of the article's body.
    pub span: Span,
    /// The words of the value itself, inside `span` or beside it.
    pub value_span: Option<Span>,
    /// What they state, as read from the text, in the topic's unit.
    pub value: Value,
    /// Who states it: id of a claimant or entity; `None` is the outlet, or the `speaker`.
    pub claimant: Option<String>,
    /// Who states it, as printed, where the claims file does not name them; between quotation marks the
    /// first words of a quotation that nobody is named for.
    pub speaker: Option<String>,
    /// Who passed it on: from the relay nearest to the article to the one next
    /// to the claimant. Ids of declared names, or names as printed.
    pub via: Vec<String>,
    /// The words that name the claimant or the speaker, where the text does.
    pub attribution: Option<Span>,
    /// What time the value is about; `None` when neither text nor claim says.
    pub window: Option<Window>,
    /// The time that the text gives it, where that is no window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<OwnTime>,
    /// Facet id to option id.
    pub facets: BTreeMap<String, String>,
    /// Whether it replaces another value, and how sure it is said to be.
    pub stance: Stance,
    /// How well the text fits, 0 to 1.
    pub score: f64,
    /// How it was found.
    pub found_by: FoundBy,
    /// The claim that holds this mention: index in
    /// [`ClaimSet::claims`](crate::claims::ClaimSet::claims).
    pub claim: Option<usize>,
    /// The event that its date is given by (`four days before the invasion`):
    /// index in [`ClaimSet::events`](crate::claims::ClaimSet::events).
    pub anchor: Option<usize>,
    /// Whether it stands in the article's headline.
    pub in_headline: bool,
    /// Why its date cannot be right: a weekday that is not that date's.
    pub impossible: Option<String>,
    /// The currency that it is stated in, an ISO 4217 code or a sign, where the topic counts in
    /// another: then it is held against nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The time of day of the entry of a live blog in which it stands, in minutes after midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u16>,
}

/// What became of the quote of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteOutcome {
    /// It stands there; `exact` says whether to the letter.
    Found {
        /// Where: bytes of the article's body.
        span: Span,
        /// Word for word and sign for sign, or only after folding.
        exact: bool,
        /// Words that differ, `quote word` to `article word`; empty unless
        /// found by likeness.
        differing: Vec<(String, String)>,
    },
    /// It stands in several places, and nothing tells which is meant.
    Ambiguous(Vec<Span>),
    /// It does not stand in the article; the most similar place, if any is
    /// similar at all, with the words that differ.
    Missing {
        /// The most similar place.
        nearest: Option<Span>,
        /// `quote word` to `article word`; either may be empty.
        differing: Vec<(String, String)>,
    },
}

impl QuoteOutcome {
    /// Whether its article has not got it.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing { .. })
    }
}

/// Everything matching found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Sorted by topic, article, place.
    pub mentions: Vec<Mention>,
    /// For each claim with a quote whose article was read: the claim's index
    /// and what became of it. Sorted by claim.
    pub quotes: Vec<(usize, QuoteOutcome)>,
}

impl Found {
    /// Into the order that everything above relies on, from any order of
    /// articles.
    pub(crate) fn sort(&mut self) {
        self.mentions.sort_by_key(|mention| (mention.topic, mention.article, mention.span, mention.value_span));
        self.quotes.sort_by_key(|(claim, _)| *claim);
    }
}
