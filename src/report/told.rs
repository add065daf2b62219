//! The run in sentences: what matters first, then what was and was not
//! checked. Pages and comments open with it.
//!
//! ```text
//! 2 conflicts on 2 topics: the Élysée against the Kremlin.
//! 5 articles were read for 22 topics; 19 topics have an answer, in 31 places.
//! ```

use super::article::ArticleView;
use super::view::{DiagnosticView, FindingView, Summary, TopicView};
use crate::compare::Severity;
use crate::compare::words::{list_in_words, list_of_in_words};
use std::collections::{BTreeMap, BTreeSet};

/// How many names a sentence lists.
const NAMED: usize = 6;

/// How many disputes the first sentence names.
const SIDES: usize = 3;

/// The run in sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The sentence to begin with.
    pub headline: String,
    /// Whether there was no article, or no topic.
    pub is_nothing: bool,
    /// Who is against whom in open conflicts, the most frequent first, with
    /// the number of conflicts.
    pub sides: Vec<(String, usize)>,
    /// Open conflicts: indices of [`Report::findings`](super::Report::findings).
    pub conflicts: Vec<usize>,
    /// What was looked at.
    pub checked: String,
    /// What was not, or in vain.
    pub unchecked: Vec<String>,
}

/// What the sentences are made of.
pub(super) struct Sources<'r> {
    pub(super) topics: &'r [TopicView],
    pub(super) findings: &'r [FindingView],
    pub(super) diagnostics: &'r [DiagnosticView],
    pub(super) summary: Summary,
    pub(super) articles: &'r [ArticleView],
}

/// Tells a run.
pub(super) fn tell(sources: &Sources<'_>) -> Told {
    let is_open = |at: &usize| sources.findings[*at].severity == Severity::Conflict && sources.findings[*at].is_open;
    let conflicts: Vec<usize> = (0..sources.findings.len()).filter(is_open).collect();
    let is_nothing = sources.summary.articles == 0 || sources.topics.is_empty();
    let sides = sides(sources, &conflicts);
    Told {
        headline: headline(sources, &conflicts, &sides, is_nothing),
        is_nothing,
        sides,
        conflicts,
        checked: checked(sources),
        unchecked: unchecked(sources),
    }
}

/// `5 articles`, `1 article`.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

fn headline(sources: &Sources<'_>, conflicts: &[usize], sides: &[(String, usize)], is_nothing: bool) -> String {
    if is_nothing {
        let missing = if sources.summary.articles == 0 { "no article was found" } else { "there is no topic" };
        return format!("Nothing was checked: {missing}.");
    }
    if conflicts.is_empty() {
        return match sources.summary.ruled {
            0 => "No conflict was found.".to_owned(),
            ruled => format!("No conflict is open; {} ruled on.", said_of(ruled, "finding is", "findings are")),
        };
    }
    let mut topics: Vec<Option<usize>> = conflicts.iter().map(|&at| sources.findings[at].topic_at).collect();
    topics.dedup();
    let on = counted(topics.len(), "topic");
    let count = counted(conflicts.len(), "conflict");
    if sides.is_empty() {
        return format!("{count} on {on}.");
    }
    let names: Vec<String> = sides.iter().map(|(side, _)| side.clone()).collect();
    let rest = if names.len() > SIDES { format!("; and {} more", names.len() - SIDES) } else { String::new() };
    format!("{count} on {on}: {}{rest}.", names[..names.len().min(SIDES)].join("; "))
}

fn said_of(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// `the Élysée against the Kremlin`, for each set of speakers of an open
/// conflict.
fn sides(sources: &Sources<'_>, conflicts: &[usize]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for finding in conflicts.iter().map(|&at| &sources.findings[at]) {
        let said = match parties(sources, finding).as_slice() {
            [] => continue,
            [one] => format!("{one} against itself or its claim"),
            [a, b] => format!("{a} against {b}"),
            many => format!("{} against each other", list_in_words(many, 4)),
        };
        *counts.entry(said).or_default() += 1;
    }
    let mut sides: Vec<(String, usize)> = counts.into_iter().collect();
    sides.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    sides
}

/// Who stands against whom: those who say the same are one party. Where all say
/// the same, and only together cannot be right, each is its own.
fn parties(sources: &Sources<'_>, finding: &FindingView) -> Vec<String> {
    let positions = finding.topic_at.map(|at| sources.topics[at].positions.as_slice()).unwrap_or_default();
    let mut by_value: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for position in positions.iter().filter(|position| finding.positions.contains(&position.id)) {
        by_value.entry(&position.says).or_default().insert(position.who.replace('\u{a0}', " "));
    }
    let everybody: BTreeSet<String> = by_value.values().flatten().cloned().collect();
    let mut parties: Vec<String> = if everybody.len() == 1 || by_value.len() == 1 {
        everybody.into_iter().collect()
    } else {
        by_value.into_values().map(|names| list_in_words(&names.into_iter().collect::<Vec<_>>(), 4)).collect()
    };
    parties.sort_unstable();
    parties.dedup();
    parties
}

fn checked(sources: &Sources<'_>) -> String {
    let Summary { articles, topics, mentions, .. } = sources.summary;
    let answered = sources.topics.iter().filter(|topic| !topic.positions.is_empty()).count();
    let read = said_of(articles, "article was read", "articles were read");
    let answer = if answered == 1 { "topic has an answer" } else { "topics have an answer" };
    format!("{read} for {}; {answered} {answer}, in {}.", counted(topics, "topic"), counted(mentions, "place"))
}

fn unchecked(sources: &Sources<'_>) -> Vec<String> {
    let mut told = Vec::new();
    let unspoken: Vec<String> =
        sources.topics.iter().filter(|topic| topic.positions.is_empty()).map(|topic| topic.id.clone()).collect();
    if !unspoken.is_empty() && sources.summary.articles > 0 {
        let nothing = said_of(unspoken.len(), "topic has no answer", "topics have no answer");
        told.push(format!("{nothing} in these articles: {}.", list_in_words(&unspoken, NAMED)));
    }
    let unheard = || sources.articles.iter().filter(|article| article.mentions() == 0);
    let silent = unheard().count();
    if silent > 0 {
        let says = said_of(silent, "article speaks to no topic", "articles speak to no topic");
        // Of an archive nearly all are silent: only those that are named are gathered.
        let named: Vec<&str> = unheard().take(NAMED).map(|article| &*article.id).collect();
        told.push(format!("{says}: {}.", list_of_in_words(&named, silent, NAMED)));
    }
    let skipped: usize = sources.topics.iter().map(|topic| topic.footings.left_out).sum();
    if skipped > 0 {
        let pairs = said_of(skipped, "pair of article and topic was", "pairs of article and topic were");
        told.push(format!("{pairs} not looked at, because a topic names its articles or their dates."));
    }
    let errors = sources.diagnostics.iter().filter(|told| told.is_error()).count();
    if errors > 0 {
        let could = said_of(errors, "piece of the files", "pieces of the files");
        told.push(format!("{could} could not be used and took no part: see the trouble in the files."));
    }
    told
}
