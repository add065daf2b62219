//! Runs `matches`, `rejects` and `limits`.
//!
//! What is tested are the patterns: the topic looks everywhere and at any
//! time, whatever its `articles`, `published`, `during` and `only` say.

use super::fix::Fix;
use super::{Complaint, Lint};
use crate::check::Checked;
use crate::claims::{ClaimSet, Topic};
use crate::corpus::{Corpus, article_from};
use crate::diagnostic::Severity;
use crate::matching::find_mentions;
use crate::text::Span;
use std::collections::BTreeSet;

/// An example that must match does not.
pub(super) static FAILED_MATCH: Lint = Lint {
    id: "failed-match",
    severity: Severity::Error,
    summary: "a text of `matches` is not matched by its topic",
    page: include_str!("../../../docs/lints/failed-match.md"),
};

/// An example that must not match does.
pub(super) static MATCHED_REJECT: Lint = Lint {
    id: "matched-reject",
    severity: Severity::Error,
    summary: "a text of `rejects` is matched by its topic",
    page: include_str!("../../../docs/lints/matched-reject.md"),
};

/// A known miss is none any more.
pub(super) static MET_LIMIT: Lint = Lint {
    id: "met-limit",
    severity: Severity::Warning,
    summary: "a text of `limits` is matched by now",
    page: include_str!("../../../docs/lints/met-limit.md"),
};

/// Examples are read as if published on this day: dates in them without a year
/// have one.
const PUBLISHED: &str = "2022-10-01";

pub(super) fn check_examples(checked: &Checked) -> Vec<Complaint> {
    let topics = checked.claims.topics.iter();
    topics.flat_map(|topic| check_topic(checked, topic)).collect()
}

fn check_topic(checked: &Checked, topic: &Topic) -> Vec<Complaint> {
    let examples: Vec<(&str, &(String, Span))> =
        [("matches", &topic.matches), ("rejects", &topic.rejects), ("limits", &topic.limits)]
            .into_iter()
            .flat_map(|(key, texts)| texts.iter().map(move |text| (key, text)))
            .collect();
    if examples.is_empty() {
        return Vec::new();
    }
    let matched = matched(&checked.claims, topic, &examples);
    let complaint = |(at, (key, (text, span))): (usize, &(&str, &(String, Span)))| {
        let complain = |lint: &'static Lint, message: &str| lint.complain(checked, *span, format!("{message}: {text}"));
        match (*key, matched.contains(&at)) {
            ("matches", false) => Some(
                complain(&FAILED_MATCH, "the topic does not match this")
                    .help("write the pattern that it needs, or move it to `limits`"),
            ),
            ("rejects", true) => Some(
                complain(&MATCHED_REJECT, "the topic matches this").help("make the pattern that takes it in narrower"),
            ),
            ("limits", true) => {
                let fix = Fix::MoveLimit { topic: topic.id.clone(), text: text.clone() };
                let complaint = complain(&MET_LIMIT, "the topic matches this by now").help("move it to `matches`");
                Some(Complaint { fix: Some(fix), ..complaint })
            }
            _ => None,
        }
    };
    examples.iter().enumerate().filter_map(complaint).collect()
}

/// Which of the examples match.
fn matched(claims: &ClaimSet, topic: &Topic, examples: &[(&str, &(String, Span))]) -> BTreeSet<usize> {
    let mut everywhere = topic.clone();
    everywhere.articles.clear();
    everywhere.only.clear();
    (everywhere.published, everywhere.during, everywhere.since) = (None, None, None);
    let alone = ClaimSet { topics: vec![everywhere], claims: Vec::new(), ..claims.clone() };
    let article = |(at, (_, (text, _))): (usize, &(&str, &(String, Span)))| {
        let file = format!("+++\npublished = \"{PUBLISHED}\"\n+++\n{text}\n");
        article_from(format!("{at:06}"), "example", file).0
    };
    let articles = examples.iter().enumerate().map(article).collect();
    let found = find_mentions(&alone, &Corpus { articles, diagnostics: Vec::new() });
    found.mentions.iter().map(|mention| mention.article).collect()
}
