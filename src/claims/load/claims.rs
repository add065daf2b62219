//! Claims: each table read and checked against its topic.
//!
//! `value = "french-side"` is an option on a `choice` and a mistake on a
//! `count`. A claim on a topic that was left out is checked as far as it goes
//! without the topic, and left out. Articles are not known here: see
//! [`check_articles`](super::check_articles).

use super::ReadValue;
use super::facets::read_scope;
use super::ids::Ids;
use super::names::Names;
use super::problems::Problems;
use super::times::read_window;
use super::topics::Topics;
use super::values::read_claim_value;
use super::walk::{Table, Text};
use crate::claims::{Claim, Topic, keys};
use crate::value::{Kind, Value};

/// Reads them all; one in which anything is wrong is left out, and its id is
/// still known.
pub(super) fn read_claims<'d>(
    root: &Table<'d>,
    names: &Names<'d>,
    topics: &Topics<'d>,
    reader: &dyn ReadValue,
    problems: &mut Problems,
) -> (Vec<Claim>, Ids<'d>) {
    let (mut claims, mut ids) = (Vec::new(), Ids::default());
    for table in root.tables("claim", "claim", problems) {
        let before = problems.mistakes();
        let claim = read_claim(&table, &mut ids, names, topics, reader, problems);
        claims.extend(claim.filter(|_| problems.mistakes() == before));
    }
    // Where two claims could hold one mention, the order of the file must not decide.
    claims.sort_by(|a: &Claim, b| a.id.cmp(&b.id));
    (claims, ids)
}

fn read_claim<'d>(
    table: &Table<'d>,
    ids: &mut Ids<'d>,
    names: &Names<'d>,
    topics: &Topics<'d>,
    reader: &dyn ReadValue,
    problems: &mut Problems,
) -> Option<Claim> {
    table.check_keys(&keys::CLAIM, problems);
    let id = ids.read(table, problems);
    let topic = table.need("topic", problems).and_then(|node| node.text(problems));
    let topic = topic.and_then(|topic| topics.find(topic, problems));
    let claimant = table.text("claimant", problems).and_then(|id| names.speaker(id, problems));
    let filled = |key: &str, problems: &mut Problems| table.key(key).and_then(|_| table.need_text(key, problems));
    let article = filled("article", problems).map(Text::owned);
    problems.cite(article.as_ref());
    let quote = filled("quote", problems).map(Text::owned);
    let during = table.get("during", problems).and_then(|node| read_window(node, problems));
    let note = table.text("note", problems).map(|note| note.text.to_owned());
    let silent = table.flag("silent", problems);
    let point = table.text("point", problems);
    check_says_something(table, silent, problems);
    let silent = silent.unwrap_or(false);
    let (at, topic) = topic?;
    let scope = read_scope(table, "scope", &topic.facets, problems);
    check_point(table, topic, point, silent, problems);
    let value = if silent {
        Some(Value::Silent { point: point.map(|point| point.text.to_owned()) })
    } else {
        read_claim_value(table, topic, point, reader, problems)
    };
    let value_text = table.get("value", problems).map(|node| match node.text_if_string() {
        Some(text) => text.owned(),
        None => (problems.raw(node.span).to_owned(), node.span),
    });
    Some(Claim {
        id: id?.to_owned(),
        topic: at,
        claimant,
        article,
        quote,
        value,
        value_text,
        during,
        scope,
        point: point.map(|point| point.text.to_owned()),
        silent,
        note,
        span: table.span,
    })
}

/// A claim states a value, quotes one, or says that nothing is said.
fn check_says_something(table: &Table<'_>, silent: Option<bool>, problems: &mut Problems) {
    let states = ["value", "quote", "point"].iter().any(|key| table.key(key).is_some());
    // A `silent` that is neither true nor false has been told.
    let may_be_silent = silent.unwrap_or(table.key("silent").is_some());
    match table.key("value") {
        Some(span) if silent == Some(true) => {
            let help = "a silent claim records that nothing is said: drop one of the two".to_owned();
            problems.error(span, "a silent claim with a value", "", Some(help));
        }
        _ if may_be_silent || states => {}
        _ if problems.has_garbled_table(table.span) => problems.told(),
        _ => {
            let help = "give it a `value`, the `quote` that states it, or `silent = true`".to_owned();
            problems.error(table.span, "a claim that states nothing", "", Some(help));
        }
    }
}

/// A claim on a readout is about one of its points; only silence can be about
/// all of it.
fn check_point(table: &Table<'_>, topic: &Topic, point: Option<Text<'_>>, silent: bool, problems: &mut Problems) {
    if topic.kind != Kind::Readout {
        if let Some(span) = table.key("point") {
            let message = format!("`point` on a topic of kind `{}`", topic.kind.name());
            problems.error(span, message, "", Some("`point` is for kind `readout`".to_owned()));
        }
        return;
    }
    let ids = || topic.points.iter().map(|point| point.id.as_str());
    match point {
        Some(point) if !ids().any(|id| id == point.text) => problems.unknown("point", point.text, point.span, ids()),
        None if !silent && table.key("point").is_none() => table.missing("point", problems),
        _ => {}
    }
}
