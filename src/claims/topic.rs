//! Topics: the questions that sources answer.

use super::Pattern;
use crate::text::Span;
use crate::value::{Kind, Window};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A question that sources answer, and how their answers are found.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Unique among topics.
    pub id: String,
    /// As shown to people.
    pub question: String,
    /// What sort of value answers it.
    pub kind: Kind,
    /// The unit in which values are reported: `call`, `minute`, `hectare`,
    /// `EUR`.
    pub unit: Option<String>,
    /// How texts say it (`match`); empty for kinds that match by option,
    /// point or wording.
    pub patterns: Vec<Pattern>,
    /// Texts that must match, each with its place in the file.
    pub matches: Vec<(String, Span)>,
    /// Texts that must not match.
    pub rejects: Vec<(String, Span)>,
    /// Known misses.
    pub limits: Vec<(String, Span)>,
    /// Dimensions of scope read from the text around the value.
    pub facets: Vec<Facet>,
    /// The answers of a choice.
    pub options: Vec<Choice>,
    /// The words of a quote topic.
    pub wording: Option<String>,
    /// What a readout topic compares.
    pub points: Vec<Point>,
    /// The sides of a readout: ids of claimants.
    pub claimants: Vec<String>,
    /// What else a readout shows of its meeting, side by side: ids of topics,
    /// each with its place in the file.
    pub facts: Vec<(String, Span)>,
    /// Only look in these articles; empty is everywhere.
    pub articles: Vec<(String, Span)>,
    /// Only look in articles published then.
    pub published: Option<Window>,
    /// Only statements about that time.
    pub during: Option<Window>,
    /// Only statements with these facets: facet id to option id.
    pub only: BTreeMap<String, String>,
    /// The event from which a growing tally counts: index in
    /// [`ClaimSet::events`](super::ClaimSet::events).
    pub since: Option<usize>,
    /// The score below which a match does not count, 0 to 1.
    pub threshold: Option<f64>,
    /// Ids of the topics that add up to this one.
    pub parts: Vec<String>,
    /// Id of the topic this is a part of.
    pub total: Option<String>,
    /// The event whose date is asked for: index in
    /// [`ClaimSet::events`](super::ClaimSet::events).
    pub dates: Option<usize>,
    /// The one day that it asks about: that of `during`, or of the event that it dates.
    pub day: Option<Date>,
    /// The two dated things that a length lies between, the earlier first: ids
    /// of date topics or events. Empty, or two.
    pub between: Vec<String>,
    /// Its table in the file.
    pub span: Span,
}

impl Topic {
    /// Whether one of the topic's own patterns has a word, in lower case, of which something holds: what a pattern asks
    /// for itself is no reason to set its answer aside.
    #[must_use]
    pub fn asks(&self, is_one: impl Fn(&str) -> bool) -> bool {
        self.patterns.iter().any(|pattern| has_word(&pattern.text, &is_one))
    }

    /// The same of its question.
    #[must_use]
    pub fn asks_in_question(&self, is_one: impl Fn(&str) -> bool) -> bool {
        has_word(&self.question, &is_one)
    }
}

fn has_word(text: &str, is_one: &impl Fn(&str) -> bool) -> bool {
    text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).any(is_one)
}

/// A dimension of scope: place, medium, counting rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// Unique in its topic.
    pub id: String,
    /// The option meant where the text says nothing.
    pub default: Option<String>,
    /// What it can be.
    pub options: Vec<Choice>,
    /// Its table in the file.
    pub span: Span,
}

/// One of several answers, and how texts say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Unique among its neighbours.
    pub id: String,
    /// How texts say it.
    pub patterns: Vec<Pattern>,
    /// Its table in the file.
    pub span: Span,
}

/// One point of a readout.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Unique in its topic.
    pub id: String,
    /// As shown to people.
    pub question: String,
    /// How texts say it; empty where it has options.
    pub patterns: Vec<Pattern>,
    /// Where the sides can give different answers.
    pub options: Vec<Choice>,
    /// Its table in the file.
    pub span: Span,
}
