//! The one sorted model that every format renders.
//!
//! Serialized as it stands it is the machine output of the reference (section
//! `check --format json`); what only people need (display names, values in
//! words, the order of the tables) is skipped there. Nothing here computes:
//! `arrange` fills it in. It is one file, long as it is, so that the whole model is read in one place.
//!
//! ```text
//! p1 … are positions, m1 … are mentions, numbered in the order of this model
//! ```

use super::article::ArticleView;
use super::heard::Matrix;
use super::paragraph::{Paragraph, Piece};
use super::since::Since;
use super::sites::{Site, below};
use super::together::TogetherView;
use super::told::Told;
use super::values::{ValueView, WindowView};
use crate::check::Checked;
use crate::compare::{Relation, Severity};
use crate::diagnostic;
use crate::history::{Changes, Fate};
use crate::text::{CodePoint, Column, Line};
use crate::value::Kind;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Everything one run found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// Sorted by id.
    pub articles: Vec<ArticleView>,
    /// In the order of the claims file.
    pub topics: Vec<TopicView>,
    /// Worst first, then in the order of the claims file.
    pub findings: Vec<FindingView>,
    /// The claims file first, then the articles, by place.
    pub diagnostics: Vec<DiagnosticView>,
    /// Counted once, here.
    pub summary: Summary,
    /// Topics that somebody speaks to, worst first: indices of `topics`.
    #[serde(skip)]
    pub spoken: Vec<usize>,
    /// Topics that nobody speaks to: indices of `topics`.
    #[serde(skip)]
    pub unspoken: Vec<usize>,
    /// Ids of topics that were not checked for a mistake in them.
    #[serde(skip)]
    pub left_out: Vec<String>,
    /// Findings on no topic: indices of `findings`.
    #[serde(skip)]
    pub topicless: Vec<usize>,
    /// The run in sentences: what a page opens with.
    #[serde(skip)]
    pub told: Told,
    /// What the paths of articles are relative to, from the working directory and with `/`; empty where that is it.
    #[serde(skip)]
    pub base: String,
}

impl Report {
    /// The file of an article from the working directory, with `/`.
    #[must_use]
    pub fn file_of<'a>(&self, article: &'a ArticleView) -> Cow<'a, str> {
        below(&self.base, &article.path)
    }

    /// What of the files could not be used: it took no part, and no format shows a run without it.
    pub(super) fn errors(&self) -> impl Iterator<Item = &DiagnosticView> {
        self.diagnostics.iter().filter(|told| told.is_error())
    }

    /// The report of a run.
    #[must_use]
    pub fn new(checked: &Checked) -> Self {
        super::arrange::arrange(checked, &Since::default())
    }

    /// The report of a run that is known to differ from an earlier one: each
    /// finding has its fate, and what changed is pointed at first.
    #[must_use]
    pub fn since(checked: &Checked, changes: &Changes) -> Self {
        super::arrange::arrange(checked, &Since::new(changes))
    }

    /// The worst severity of any finding that no ruling closes.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().filter(|finding| finding.is_open).map(|finding| finding.severity).min()
    }

    /// The article with an id.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<&ArticleView> {
        let at = self.articles.binary_search_by(|article| (*article.id).cmp(id)).ok()?;
        self.articles.get(at)
    }

    /// The topic of a finding.
    #[must_use]
    pub fn topic_of(&self, finding: &FindingView) -> Option<&TopicView> {
        finding.topic_at.and_then(|at| self.topics.get(at))
    }
}

/// One topic with everything said on it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct TopicView {
    pub id: String,
    pub question: String,
    pub kind: Kind,
    pub unit: Option<String>,
    pub mentions: Vec<MentionView>,
    pub positions: Vec<PositionView>,
    pub relations: Vec<RelationView>,
    /// What its statements imply together; empty where they are no counts over
    /// time, or imply nothing that nobody says.
    pub together: Vec<TogetherView>,
    /// Of a readout: the sides whose account no article has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unpublished: Vec<String>,
    /// Positions in the order of the table, those in conflict first: indices
    /// of `positions`.
    #[serde(skip)]
    pub rows: Vec<usize>,
    /// Its findings, worst first: indices of [`Report::findings`].
    #[serde(skip)]
    pub findings: Vec<usize>,
    /// The worst of them.
    #[serde(skip)]
    pub worst: Option<Severity>,
    /// What a readout topic shows instead of rows.
    #[serde(skip)]
    pub matrix: Option<Matrix>,
    /// How each article of [`Report::articles`] stands to it.
    #[serde(skip)]
    pub footings: Footings,
}

/// How articles stand to a topic.
#[derive(Clone, Debug, Default)]
pub struct Footings {
    /// Those that speak to any topic, by index.
    pub of: BTreeMap<usize, Footing>,
    /// How many articles the topic does not look in.
    pub left_out: usize,
}

/// How an article stands to a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Footing {
    /// What it says is in a conflict.
    Conflicts,
    /// It differs from others, whose scope differs or is not stated; or a
    /// warning names it.
    OtherScope,
    /// Others say the same, or what can be true together with it.
    Agrees,
    /// Nobody else says anything to hold against it.
    Alone,
    /// It was looked at and says nothing.
    Silent,
    /// The topic does not look in it.
    NotLookedAt,
}

/// One place that states a value.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct MentionView {
    pub id: String,
    pub article: String,
    /// `None` is the outlet's own voice, or the `speaker`.
    pub claimant: Option<String>,
    /// Who says it, as printed, where the claims file does not name them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Who passed it on, from the relay nearest to the article to the one next
    /// to the claimant: ids, or names as printed.
    pub via: Vec<String>,
    /// `doubted`, `plain` or `proven`, as the sentence has it.
    pub assurance: &'static str,
    pub claim: Option<String>,
    pub value: ValueView,
    pub window: Option<WindowView>,
    /// The time that the text gives the value, where that is no window and tells it from
    /// another: in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    pub facets: BTreeMap<String, String>,
    /// Exactly the text between `start` and `end`.
    pub quote: String,
    pub start: CodePoint,
    pub end: CodePoint,
    pub line: Line,
    pub column: Column,
    pub score: f64,
    pub found_by: &'static str,
    /// The currency of the value, where it is not that of the topic: then it is held against nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    pub position: Option<String>,
    /// Through whom it came, how its value stands, how it was found: in words.
    #[serde(skip)]
    pub found: String,
    /// Where the quote stands in its file.
    #[serde(skip)]
    pub site: Site,
    /// What stands before and after the quote.
    #[serde(skip)]
    pub around: (String, String),
    /// Its paragraph, with the quote and the value marked.
    #[serde(skip)]
    pub paragraph: Paragraph,
}

impl MentionView {
    /// Whether it is held against nothing.
    #[must_use]
    pub fn is_set_aside(&self) -> bool {
        self.position.is_none()
    }
}

/// Who says what over which scope: a row of the conflict table.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct PositionView {
    pub id: String,
    pub claimant: Option<String>,
    /// Who says it, as printed, where the claims file does not name them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    pub value: ValueView,
    pub window: Option<WindowView>,
    pub facets: BTreeMap<String, String>,
    pub claims: Vec<String>,
    pub articles: Vec<String>,
    pub origins: usize,
    /// The claimant's name, or the outlets that say it in their own voice.
    #[serde(skip)]
    pub who: String,
    /// The value in words; no-break spaces hold a number to its unit.
    #[serde(skip)]
    pub says: String,
    /// The words of the text, where they tell more.
    #[serde(skip)]
    pub stated: Option<String>,
    /// The period, then each facet, in words.
    #[serde(skip)]
    pub scope: Vec<String>,
    /// `article:line`, each once; `claim <id>` where no article has it.
    #[serde(skip)]
    pub places: Vec<String>,
    /// The worst finding that names it.
    #[serde(skip)]
    pub worst: Option<Severity>,
    /// Its mentions: indices of [`TopicView::mentions`].
    #[serde(skip)]
    pub mentions: Vec<usize>,
    /// The same for the same statement, in whatever run: for formats whose
    /// things have names.
    #[serde(skip)]
    pub key: String,
    /// What is known of it beyond its words: name and text.
    #[serde(skip)]
    pub facts: Vec<(&'static str, String)>,
    /// A quotation held against the topic's wording, word by word; empty where
    /// there is none.
    #[serde(skip)]
    pub wording: Vec<Piece>,
}

/// How two positions stand to each other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct RelationView {
    pub a: String,
    pub b: String,
    pub relation: Relation,
    pub reason: String,
}

/// What the reader must know.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct FindingView {
    pub rule: &'static str,
    pub severity: Severity,
    pub topic: Option<String>,
    pub positions: Vec<String>,
    pub claims: Vec<String>,
    pub articles: Vec<String>,
    pub message: String,
    pub detail: Vec<String>,
    /// What of `detail` the rows of the table do not tell.
    #[serde(skip)]
    pub reasons: Vec<String>,
    pub fingerprint: String,
    /// As much of it as tells it from all others.
    #[serde(skip)]
    pub typed: String,
    /// Whether it still waits for an editor.
    #[serde(skip)]
    pub is_open: bool,
    /// `open` until an editor rules on it, then `ruled`; `reopened` when the
    /// ruling no longer holds.
    pub status: &'static str,
    /// What became of it since the base that the check was held against: `new`,
    /// `changed` or `unchanged`; left out without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fate: Option<Fate>,
    pub ruling: Option<RulingView>,
    /// Its topic: an index of [`Report::topics`].
    #[serde(skip)]
    pub topic_at: Option<usize>,
    /// The mentions of its positions: indices of [`TopicView::mentions`], the
    /// first of each position before the others.
    #[serde(skip)]
    pub mentions: Vec<usize>,
    /// Who its positions are of, each once.
    #[serde(skip)]
    pub speakers: Vec<String>,
    /// Where it can be pointed at, never empty: what of the claims file is known
    /// to have changed, then the first place of each side, then the rest.
    #[serde(skip)]
    pub sites: Vec<Site>,
}

/// What an editor decided about a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the claims file")]
pub struct RulingView {
    pub verdict: &'static str,
    /// The id of the claim that the verdict favours.
    pub claim: Option<String>,
    pub by: String,
    /// ISO 8601; the first day of a longer stretch.
    pub on: Option<String>,
    /// ISO 8601; the last day on which it holds.
    pub until: Option<String>,
    pub note: Option<String>,
    /// Who decided what, and when, in words.
    #[serde(skip)]
    pub says: String,
}

/// Trouble in the user's own files.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct DiagnosticView {
    pub severity: diagnostic::Severity,
    pub message: String,
    pub path: String,
    pub line: Option<Line>,
    pub column: Option<Column>,
    pub help: Option<String>,
}

impl DiagnosticView {
    /// Whether what it is about could not be used.
    pub(super) fn is_error(&self) -> bool {
        self.severity == diagnostic::Severity::Error
    }
}

/// The counts of the last line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "each name says what is counted")]
pub struct Summary {
    pub articles: usize,
    pub topics: usize,
    pub mentions: usize,
    /// Of these, what is held against nothing: expected, foretold, denied or replaced.
    pub set_aside: usize,
    pub conflicts: usize,
    pub warnings: usize,
    pub notes: usize,
    /// Findings of any severity that a ruling closes; the three counts above
    /// are of those that are open.
    pub ruled: usize,
}
