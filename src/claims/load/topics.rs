//! Topics: each table read and checked against what its kind needs.
//!
//! A `choice` without a `[[topic.option]]` is told, and so is a `wording` on a
//! `count`, which would do nothing. Whether the patterns match anything is not
//! asked here: `lint` runs `matches`, `rejects` and `limits`.

use super::choices::{read_options, read_points};
use super::facets::{read_facets, read_scope};
use super::ids::Ids;
use super::names::Names;
use super::patterns::{Slot, read_patterns};
use super::problems::Problems;
use super::times::read_window;
use super::walk::{Node, Table, Text};
use crate::claims::{Topic, keys};
use crate::text::Span;
use crate::value::{Kind, Moment, Window};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeValue;

/// The topics of a file.
pub(super) struct Topics<'d> {
    /// Those that are good, in the order of the file.
    pub(super) list: Vec<Topic>,
    /// Ids of the others.
    pub(super) left_out: Vec<String>,
    /// Their places in the list, by id.
    at: BTreeMap<&'d str, usize>,
    /// Ids of all topics, those that were left out too.
    declared: BTreeSet<&'d str>,
    /// Ids of those whose kind is `date`.
    dated: BTreeSet<&'d str>,
    /// Those of them that are readouts.
    readouts: BTreeSet<&'d str>,
}

impl<'d> Topics<'d> {
    /// Reads them all.
    pub(super) fn read(root: &Table<'d>, names: &Names<'_>, problems: &mut Problems) -> Self {
        let tables = root.tables("topic", "topic", problems);
        let declared = tables.iter().filter_map(Table::id).collect();
        let of_kind = |kind: &str| tables.iter().filter(|table| table.is("kind", kind)).filter_map(Table::id).collect();
        let (dated, readouts) = (of_kind("date"), of_kind("readout"));
        let (list, left_out) = (Vec::new(), Vec::new());
        let mut topics = Self { list, left_out, at: BTreeMap::new(), declared, dated, readouts };
        let mut ids = Ids::default();
        for table in &tables {
            let before = problems.mistakes();
            let id = ids.read(table, problems);
            let topic = topics.read_topic(table, id, names, problems);
            match (id, topic) {
                (Some(id), Some(topic)) if problems.mistakes() == before => {
                    topics.at.insert(id, topics.list.len());
                    topics.list.push(topic);
                }
                _ => topics.left_out.extend(table.id().map(str::to_owned)),
            }
        }
        topics.drop_broken_sums();
        topics
    }

    /// The topic that a claim is on, with its index.
    pub(super) fn find(&self, id: Text<'_>, problems: &mut Problems) -> Option<(usize, &Topic)> {
        if let Some(&at) = self.at.get(id.text) {
            return Some((at, &self.list[at]));
        }
        if self.check_declared(id, problems) {
            problems.told();
        }
        None
    }

    fn check_declared(&self, id: Text<'_>, problems: &mut Problems) -> bool {
        let known = self.declared.contains(id.text);
        if !known {
            problems.unknown("topic", id.text, id.span, self.declared.iter().copied());
        }
        known
    }

    fn read_topic(
        &self,
        table: &Table<'_>,
        id: Option<&str>,
        names: &Names<'_>,
        problems: &mut Problems,
    ) -> Option<Topic> {
        table.check_keys(&keys::TOPIC, problems);
        let question = table.need_text("question", problems);
        let kind = table.need("kind", problems).and_then(|node| read_kind(node, problems));
        if let Some(kind) = kind {
            check_kind(table, kind, problems);
        }
        let slot = match kind {
            None => Slot::Open,
            Some(kind) if kind.has_slot() => Slot::Needed,
            Some(_) => Slot::Barred,
        };
        let owned = |texts: Vec<Text<'_>>| -> Vec<(String, Span)> { texts.into_iter().map(Text::owned).collect() };
        let strings = |text: Option<Text<'_>>| text.map(|text| text.text.to_owned());
        let facets = read_facets(table, names, problems);
        let speakers = table.texts("claimants", problems);
        let articles = owned(table.texts("articles", problems));
        articles.iter().for_each(|article| problems.cite(Some(article)));
        let (parts, total) = self.read_sum(table, id, problems);
        let during = table.get("during", problems).and_then(|node| read_window(node, problems));
        let dates = table.text("dates", problems).and_then(|event| names.event(event, problems));
        let event = dates.and_then(|event| names.events.get(event)?.on.as_ref());
        let question = question.map_or("", |question| question.text);
        let topic = Topic {
            id: id.unwrap_or_default().to_owned(),
            question: question.to_owned(),
            kind: kind.unwrap_or(Kind::Count),
            unit: strings(table.text("unit", problems)),
            patterns: read_patterns(table, "match", slot, names, problems),
            matches: owned(table.texts("matches", problems)),
            rejects: owned(table.texts("rejects", problems)),
            limits: owned(table.texts("limits", problems)),
            only: read_scope(table, "only", &facets, problems),
            facets,
            options: read_options(table, "option", names, problems),
            wording: strings(table.text("wording", problems)),
            points: read_points(table, names, problems),
            claimants: speakers.into_iter().filter_map(|id| names.speaker(id, problems)).collect(),
            facts: self.read_facts(table, problems),
            articles,
            published: table.get("published", problems).and_then(|node| read_window(node, problems)),
            day: one_day(during.as_ref(), event),
            during,
            since: table.text("since", problems).and_then(|event| names.start(event, problems)),
            threshold: table.get("threshold", problems).and_then(|node| read_threshold(node, problems)),
            parts,
            total,
            dates,
            between: self.read_between(table, names, problems),
            span: table.span,
        };
        table.text("note", problems);
        kind.map(|_| topic)
    }

    /// `parts` and `total`: other topics.
    fn read_sum(&self, table: &Table<'_>, id: Option<&str>, problems: &mut Problems) -> (Vec<String>, Option<String>) {
        let parts = table.texts("parts", problems);
        let total = table.text("total", problems);
        for other in parts.iter().copied().chain(total) {
            if self.check_declared(other, problems) && Some(other.text) == id {
                problems.error(other.span, "a topic cannot be a part of itself", "", None);
            }
        }
        (parts.iter().map(|part| part.text.to_owned()).collect(), total.map(|total| total.text.to_owned()))
    }

    /// `between`: two things that have dates.
    fn read_between(&self, table: &Table<'_>, names: &Names<'_>, problems: &mut Problems) -> Vec<String> {
        let things = table.texts("between", problems);
        if let Some(span) = table.key("between").filter(|_| things.len() != 2) {
            let help = "name the earlier and the later one: between = [\"call-date\", \"invasion\"]".to_owned();
            problems.error(span, "a length lies between two things", "", Some(help));
        }
        for thing in &things {
            let is_date = self.dated.contains(thing.text) || names.has_event(thing.text);
            if !is_date && self.declared.contains(thing.text) {
                let help = "only a topic of kind `date` and an event have one".to_owned();
                problems.error(thing.span, format!("topic `{}` has no date", thing.text), "", Some(help));
            } else if !is_date {
                let known = self.dated.iter().copied().chain(names.all_events());
                problems.unknown("date topic or event", thing.text, thing.span, known);
            }
        }
        things.iter().map(|thing| thing.text.to_owned()).collect()
    }

    /// `facts`: other topics on the same meeting. A readout is compared point by
    /// point, and is no fact of another.
    fn read_facts(&self, table: &Table<'_>, problems: &mut Problems) -> Vec<(String, Span)> {
        let is_fact = |fact: &Text<'_>, problems: &mut Problems| {
            if self.readouts.contains(fact.text) {
                let help = "facts are topics with one answer, such as how long the call was".to_owned();
                problems.error(fact.span, format!("the fact `{}` is a readout", fact.text), "", Some(help));
                return false;
            }
            self.check_declared(*fact, problems)
        };
        let facts = table.texts("facts", problems);
        facts.into_iter().filter(|fact| is_fact(fact, problems)).map(Text::owned).collect()
    }

    /// Without one of its parts a sum cannot be checked.
    fn drop_broken_sums(&mut self) {
        let at = &self.at;
        for topic in &mut self.list {
            if !topic.parts.iter().all(|part| at.contains_key(part.as_str())) {
                topic.parts.clear();
            }
            topic.total.take_if(|total| !at.contains_key(total.as_str()));
        }
    }
}

fn read_kind(node: Node<'_>, problems: &mut Problems) -> Option<Kind> {
    let text = node.text(problems)?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == text.text);
    if kind.is_none() {
        problems.unknown("kind", text.text, text.span, Kind::ALL.map(Kind::name));
    }
    kind
}

/// A key, the kinds that have a use for it, and what these are called.
type Use = (&'static str, fn(Kind) -> bool, &'static str);

/// The keys that only some kinds have a use for.
const USES: [Use; 12] = [
    ("match", Kind::has_slot, "kinds with a {value}"),
    ("unit", Kind::is_amount, "numbers"),
    ("since", Kind::is_amount, "numbers"),
    ("parts", Kind::is_amount, "numbers"),
    ("total", Kind::is_amount, "numbers"),
    ("dates", |kind| kind == Kind::Date, "kind `date`"),
    ("between", |kind| kind == Kind::Duration, "kind `duration`"),
    ("option", |kind| kind == Kind::Choice, "kind `choice`"),
    ("wording", |kind| kind == Kind::Quote, "kind `quote`"),
    ("point", |kind| kind == Kind::Readout, "kind `readout`"),
    ("claimants", |kind| kind == Kind::Readout, "kind `readout`"),
    ("facts", |kind| kind == Kind::Readout, "kind `readout`"),
];

/// Tells of what the kind needs and is missing, and of what it has no use for.
fn check_kind(table: &Table<'_>, kind: Kind, problems: &mut Problems) {
    for (key, fits, whom) in USES {
        if let Some(span) = table.key(key).filter(|_| !fits(kind)) {
            let message = format!("`{key}` on a topic of kind `{}`", kind.name());
            problems.error(span, message, "", Some(format!("`{key}` is for {whom}")));
        }
    }
    let (key, what, help) = match kind {
        Kind::Choice => ("option", "a choice without options", "add a [[topic.option]] for each answer"),
        Kind::Readout => ("point", "a readout without points", "add a [[topic.point]] for each thing to compare"),
        Kind::Quote => ("wording", "a quote without its `wording`", "write the words in question: wording = \"…\""),
        _ => return,
    };
    let is_empty = |node: Node<'_>| match node.value {
        DeValue::Array(items) => items.is_empty(),
        DeValue::String(text) => text.trim().is_empty(),
        _ => false,
    };
    let there = table.key(key).map(|span| (span, table.get(key, problems).is_some_and(is_empty)));
    match there {
        None if problems.has_garbled_table(table.span) => problems.told(),
        None => problems.error(table.span, what, "", Some(help.to_owned())),
        Some((span, true)) => problems.error(span, what, "", Some(help.to_owned())),
        Some((_, false)) => {}
    }
}

fn read_threshold(node: Node<'_>, problems: &mut Problems) -> Option<f64> {
    let number: f64 = match node.value {
        DeValue::Float(number) => number.as_str().parse().unwrap_or(f64::NAN),
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().unwrap_or(f64::NAN),
        DeValue::Integer(_) => f64::NAN,
        _ => return node.mistyped("a number", None, problems),
    };
    if !(0.0..=1.0).contains(&number) {
        problems.error(node.span, "`threshold` is out of range", "", Some("it lies between 0 and 1".to_owned()));
        return None;
    }
    Some(number)
}

/// The one day of `during`, or of the event that a topic dates.
fn one_day(during: Option<&Window>, event: Option<&Moment>) -> Option<Date> {
    let Some(during) = during else { return event?.only_day() };
    let (first, last) = during.from.days()?;
    (during.from == during.to && first == last).then_some(first)
}
