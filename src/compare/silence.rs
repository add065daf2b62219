//! Silence in readouts: the points that one side's account has and another's
//! leaves out.
//!
//! A side is one of the topic's `claimants`, or else anyone named who has a
//! point. A side whose account is not in the corpus leaves nothing out, and the
//! outlet's own voice is no side.
//!
//! ```text
//! the Kremlin: war crimes, dialogue    the Élysée: a ceasefire
//!   → the Élysée is silent on war crimes and dialogue, the Kremlin on a ceasefire
//! ```

use super::statement::Statement;
use crate::claims::Topic;
use crate::value::{Kind, Value, Window};
use std::collections::BTreeSet;

/// A statement for each point that a side leaves out while another side has
/// it, one for each article with that side's account.
pub(super) fn find_silences(topic: &Topic, statements: &[Statement]) -> Vec<Statement> {
    if topic.kind != Kind::Readout {
        return Vec::new();
    }
    let mut silences = Vec::new();
    for side in find_sides(topic, statements) {
        let account: Vec<&Statement> = statements.iter().filter(|statement| speaks(statement, side)).collect();
        let articles: BTreeSet<Option<usize>> = account.iter().map(|statement| statement.article).collect();
        for point in &topic.points {
            let told = account.iter().any(|statement| settles(statement, &point.id));
            let elsewhere = statements.iter().any(|statement| {
                statement.claimant.as_deref().is_some_and(|who| who != side) && has_point(statement, &point.id)
            });
            if told || !elsewhere {
                continue;
            }
            let silence = Value::Silent { point: Some(point.id.clone()) };
            silences.extend(articles.iter().map(|&article| silent_statement(side, silence.clone(), article)));
        }
    }
    silences
}

fn find_sides<'s>(topic: &'s Topic, statements: &'s [Statement]) -> BTreeSet<&'s str> {
    if !topic.claimants.is_empty() {
        return topic.claimants.iter().map(String::as_str).collect();
    }
    let with_point = statements.iter().filter(|statement| matches!(statement.value, Value::Point { .. }));
    with_point.filter_map(|statement| statement.claimant.as_deref()).collect()
}

fn speaks(statement: &Statement, side: &str) -> bool {
    statement.claimant.as_deref() == Some(side)
}

fn has_point(statement: &Statement, id: &str) -> bool {
    matches!(&statement.value, Value::Point { point, .. } if point == id)
}

/// Whether the statement has the point, or already says that it is left out.
fn settles(statement: &Statement, id: &str) -> bool {
    match &statement.value {
        Value::Silent { point } => point.as_deref() == Some(id),
        _ => has_point(statement, id),
    }
}

fn silent_statement(side: &str, value: Value, article: Option<usize>) -> Statement {
    Statement {
        claimant: Some(side.to_owned()),
        value,
        window: Window::UNKNOWN,
        facets: Default::default(),
        article,
        in_headline: false,
        curated: false,
        mention: None,
        claim: None,
    }
}
