//! Silence in readouts: the points that one side's account has and another's
//! leaves out.
//!
//! A side is one of the topic's `claimants`, or else anyone named who has a
//! point. A side whose account is not in the corpus leaves nothing out: it is not
//! yet published. The outlet's own voice is no side. A side's own text on the
//! meeting is its account, also where it has no point at all.
//!
//! ```text
//! the Kremlin: war crimes, dialogue    the Élysée: a ceasefire
//!   → the Élysée is silent on war crimes and dialogue, the Kremlin on a ceasefire
//! ```

use super::statement::Statement;
use crate::claims::Topic;
use crate::corpus::{Article, Corpus};
use crate::matching::topics::is_looked_for;
use crate::value::{Kind, Value, Window};
use std::collections::BTreeSet;

/// A statement for each point that a side leaves out while another side has
/// it, one for each article with that side's account.
pub(super) fn find_silences(topic: &Topic, corpus: &Corpus, statements: &[Statement]) -> Vec<Statement> {
    if topic.kind != Kind::Readout {
        return Vec::new();
    }
    let mut silences = Vec::new();
    for side in find_sides(topic, statements) {
        let account: Vec<&Statement> = statements.iter().filter(|statement| speaks(statement, side)).collect();
        let articles = accounts(topic, corpus, &account, side);
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

/// The sides whose account a topic names and no article of the corpus has: not
/// silent, but not yet published.
pub(super) fn find_unpublished(topic: &Topic, corpus: &Corpus, statements: &[Statement]) -> Vec<String> {
    if topic.kind != Kind::Readout {
        return Vec::new();
    }
    let has_none = |side: &&String| {
        let account: Vec<&Statement> = statements.iter().filter(|statement| speaks(statement, side)).collect();
        accounts(topic, corpus, &account, side).is_empty()
    };
    topic.claimants.iter().filter(has_none).cloned().collect()
}

/// The articles with a side's account: those that state something of it; where
/// none does, the side's own texts on the meeting.
fn accounts(topic: &Topic, corpus: &Corpus, account: &[&Statement], side: &str) -> BTreeSet<Option<usize>> {
    if !account.is_empty() {
        return account.iter().map(|statement| statement.article).collect();
    }
    let own = |article: &Article| article.front.claimant.as_deref() == Some(side) && is_on_meeting(topic, article);
    let articles = corpus.articles.iter().enumerate();
    articles.filter(|(_, article)| own(article)).map(|(at, _)| Some(at)).collect()
}

/// How many days after a meeting its readouts are published.
const READOUT_DAYS: i64 = 3;

/// Whether the topic names an article, or the time that it is published in.
/// Where it names neither, any text of a side may be about something else.
fn is_on_meeting(topic: &Topic, article: &Article) -> bool {
    let published = article.front.published_on.as_ref();
    let during = topic.during.zip(published).map(|(during, published)| during.touches(published, READOUT_DAYS));
    let named = !topic.articles.is_empty() || topic.published.is_some();
    is_looked_for(topic, article) && during.unwrap_or(named)
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
        time: None,
        claimant: Some(side.to_owned()),
        speaker: None,
        value,
        window: Window::UNKNOWN,
        facets: Default::default(),
        article,
        is_there: true,
        in_headline: false,
        curated: false,
        mention: None,
        claim: None,
    }
}
