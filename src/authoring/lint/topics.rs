//! Topics that can never match anything, and topics that nothing tests.

use super::{Complaint, Lint};
use crate::check::Checked;
use crate::claims::Topic;
use crate::diagnostic::Severity;
use crate::extract::TimeUnit;
use crate::matching::topics::is_looked_for;
use crate::value::{Kind, unit};

/// A topic that could never match.
pub(super) static DEAD_TOPIC: Lint = Lint {
    id: "dead-topic",
    severity: Severity::Error,
    summary: "a topic could never match anything",
    page: include_str!("../../../docs/lints/dead-topic.md"),
};

/// A topic without examples.
pub(super) static UNTESTED_TOPIC: Lint = Lint {
    id: "untested-topic",
    severity: Severity::Warning,
    summary: "a topic with patterns has no `matches`",
    page: include_str!("../../../docs/lints/untested-topic.md"),
};

pub(super) fn check_topics(checked: &Checked) -> Vec<Complaint> {
    let complaints = checked.claims.topics.iter().map(|topic| {
        let why = dead(checked, topic).map(|(why, help)| {
            DEAD_TOPIC
                .complain(checked, topic.span, format!("the topic `{}` could never match: {why}", topic.id))
                .help(help)
        });
        let untested = (!topic.patterns.is_empty() && topic.matches.is_empty()).then(|| {
            let message = format!("nothing tests the patterns of `{}`", topic.id);
            UNTESTED_TOPIC
                .complain(checked, topic.span, message)
                .help("add `matches`, and `rejects` for what is near and must not match")
        });
        [why, untested]
    });
    complaints.flatten().flatten().collect()
}

/// Why a topic could never match, and what to do.
fn dead(checked: &Checked, topic: &Topic) -> Option<(String, &'static str)> {
    let is_quoted = || {
        let of_topic = checked.claims.claims.iter().filter(|claim| checked.claims.topics[claim.topic].id == topic.id);
        of_topic.count() > 0
    };
    if topic.kind.has_slot() && topic.patterns.is_empty() && !is_quoted() {
        return Some(("it has no `match`, and no claim is on it".to_owned(), "write how texts say it, with {value}"));
    }
    if let Some(unknown) = topic.unit.as_deref().filter(|unit| !is_unit(topic.kind, unit)) {
        let why = format!("no text states a {} in `{unknown}`", topic.kind.name());
        return Some((why, "name a unit of the reference: minute, hectare, EUR"));
    }
    let is_somewhere = checked.corpus.articles.iter().any(|article| is_looked_for(topic, article));
    let is_restricted = topic.published.is_some() || !topic.articles.is_empty();
    (is_restricted && !is_somewhere && !checked.corpus.articles.is_empty())
        .then(|| ("its `articles` and `published` leave no article".to_owned(), "widen them, or drop the topic"))
}

/// Counts are of anything; the rest is measured in what readers know.
fn is_unit(kind: Kind, name: &str) -> bool {
    match kind {
        Kind::Duration => TimeUnit::named(name).is_some(),
        Kind::Quantity => unit::find(name).is_some(),
        Kind::Money => {
            name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) || name.chars().count() == 1
        }
        _ => true,
    }
}
