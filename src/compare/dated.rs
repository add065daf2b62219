//! Dates that cannot all be right, because they are tied to each other.
//!
//! A duration topic that lies `between` two dated things ties them, and so does
//! a text that gives a date by an event (`four days before the invasion`). What
//! is said of all of them is held together; a topic that `dates` an event is
//! about that event's day. Days are counted whole: a length of four days is
//! three to five of them, since nobody says at what hour it began.
//!
//! ```text
//! these dates cannot all be right: call 20 Feb 2022 (A), 5 days before the invasion (B), the invasion 24 Feb 2022
//! ```

use super::dates::date_in_words;
use super::finding::Standing;
use super::fingerprint::{Evidence, fingerprint};
use super::joint::JOINT_CONFLICT;
use super::table::Table;
use super::timeline::explain::{Model, Told, find_explanations};
use super::timeline::solver::Arc;
use super::timeline::tally::{border_before, day_after};
use super::timeline::ties::{ORIGIN, Tie, Ties};
use super::words::{list_in_words, number_in_words, option_in_words};
use super::{Finding, Position};
use crate::claims::{ClaimSet, Event};
use crate::extract::duration::TimeUnit;
use crate::extract::lasting::days_of_months;
use crate::value::{Interval, Kind, Moment, Number, Precision, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Who says it: a position of a topic, or the claims file of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Position { topic: usize, at: usize },
    Event(usize),
}

/// Something that has a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Topic(usize),
    Event(usize),
}

/// How many of the ways in which the same dates contradict each other are proved.
const PROVED: usize = 3;
/// How many dates a message names.
const SHOWN: usize = 6;

/// Finds dates that cannot all be right. The tables are those of all topics,
/// in their order. Of the same topics it is told once.
pub(super) fn find_tied_conflicts(claims: &ClaimSet, tables: &[Table<'_>]) -> Vec<Finding> {
    let is_tied = |table: &Table<'_>| {
        !table.topic.between.is_empty()
            || table.topic.dates.is_some()
            || table.mentions.iter().any(|mention| mention.anchor.is_some())
    };
    if !tables.iter().any(is_tied) {
        return Vec::new();
    }
    let web = Web::new(claims, tables);
    let sets = find_explanations(&web.ties, &web.told());
    let several = |set: &Vec<usize>| {
        let things: BTreeSet<Option<usize>> = set.iter().map(|&at| web.who[at].topic()).collect();
        things.len() > 1
    };
    let mut ways: BTreeMap<BTreeSet<Option<usize>>, Vec<&Vec<usize>>> = BTreeMap::new();
    for set in sets.iter().filter(|set| several(set)) {
        ways.entry(set.iter().map(|&at| web.who[at].topic()).collect()).or_default().push(set);
    }
    ways.values().filter_map(|sets| web.tell(sets)).collect()
}

impl Said {
    fn topic(self) -> Option<usize> {
        match self {
            Self::Position { topic, .. } => Some(topic),
            Self::Event(_) => None,
        }
    }
}

/// Everything that is said of dates, and what it is said of.
struct Web<'r> {
    claims: &'r ClaimSet,
    tables: &'r [Table<'r>],
    /// What each node but the origin is the day of.
    things: Vec<Thing>,
    who: Vec<Said>,
    ties: Ties,
}

impl<'r> Web<'r> {
    fn new(claims: &'r ClaimSet, tables: &'r [Table<'r>]) -> Self {
        let dated = tables.iter().filter(|table| table.topic.kind == Kind::Date);
        let things = dated.map(|table| Thing::Topic(table.index)).chain((0..claims.events.len()).map(Thing::Event));
        let things: Vec<Thing> = things.collect();
        let ties = Ties { nodes: things.len() + 1, ..Ties::default() };
        let mut web = Self { claims, tables, things, who: Vec::new(), ties };
        for (at, event) in claims.events.iter().enumerate() {
            if let Some(on) = &event.on {
                let node = web.node(Thing::Event(at)).unwrap_or(ORIGIN);
                web.add(Said::Event(at), vec![dated_tie(node, on)]);
            }
        }
        for table in tables {
            web.add_positions(table);
        }
        web
    }

    /// The pairs that conflict in their own topic.
    fn told(&self) -> Told {
        let who = self.who.iter().enumerate();
        let numbers: BTreeMap<(usize, usize), usize> = who
            .filter_map(|(number, said)| match *said {
                Said::Position { topic, at } => Some(((topic, at), number)),
                Said::Event(_) => None,
            })
            .collect();
        let of = |table: &Table<'_>, at: usize| numbers.get(&(table.index, at)).copied();
        let pairs = self.tables.iter().flat_map(|table| table.told().map(move |pair| (table, pair)));
        let told = pairs.filter_map(|(table, (a, b))| Some((of(table, a)?, of(table, b)?)));
        told.map(|(a, b)| (a.min(b), a.max(b))).collect()
    }

    fn add(&mut self, who: Said, ties: Vec<Tie>) {
        if !ties.is_empty() {
            self.who.push(who);
            self.ties.said.push(ties);
        }
    }

    fn add_positions(&mut self, table: &Table<'_>) {
        if let (Some(event), Some(node)) = (table.topic.dates, self.node(Thing::Topic(table.index)))
            && let Some(other) = self.node(Thing::Event(event))
        {
            self.ties.given.push(Tie { from: node, to: other, low: Some(0), high: Some(0) });
        }
        for (at, position) in table.positions.iter().enumerate() {
            let ties = match &position.value {
                Value::Date(date) => self.date_ties(table, position, date),
                Value::Amount(amount) => self.length_ties(table, &amount.interval),
                _ => Vec::new(),
            };
            self.add(Said::Position { topic: table.index, at }, ties);
        }
    }

    /// A date, and what of it was given by an event.
    fn date_ties(&self, table: &Table<'_>, position: &Position, date: &Moment) -> Vec<Tie> {
        let Some(node) = self.node(Thing::Topic(table.index)) else { return Vec::new() };
        let mentions = || position.mentions.iter().map(|&at| &table.mentions[at]);
        let anchors: BTreeSet<usize> = mentions().filter_map(|mention| mention.anchor).collect();
        let mut ties: Vec<Tie> = anchors.iter().filter_map(|&event| self.anchored_tie(node, event, date)).collect();
        if ties.is_empty() || mentions().any(|mention| mention.anchor.is_none()) {
            ties.push(dated_tie(node, date));
        }
        ties
    }

    /// `four days before the invasion`: the date, counted from the event's.
    fn anchored_tie(&self, node: usize, event: usize, date: &Moment) -> Option<Tie> {
        let from = self.node(Thing::Event(event))?;
        let (first, last) = days(self.claims.events[event].on.as_ref()?);
        let (low, high) = days(date);
        let apart = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a - b);
        Some(Tie { from, to: node, low: apart(low, last), high: apart(high, first) })
    }

    /// A length between two dated things.
    fn length_ties(&self, table: &Table<'_>, length: &Interval<Number>) -> Vec<Tie> {
        let [from, to] = table.topic.between.as_slice() else { return Vec::new() };
        let (Some(from), Some(to)) = (self.named(from), self.named(to)) else { return Vec::new() };
        let Some(unit) = TimeUnit::named(table.topic.unit.as_deref().unwrap_or("minute")) else { return Vec::new() };
        let day = TimeUnit::Day.seconds();
        let in_days = |number: &Number| match unit.months() {
            Some(months) => days_of_months(number.checked_mul(months)?),
            None => number.checked_mul(unit.seconds())?.checked_div(day).map(|days| (days, days)),
        };
        // Both days may be counted, or none.
        let low = length.low.value().and_then(in_days).and_then(|(low, _)| whole(low.floor() - Number::ONE));
        let high = length.high.value().and_then(in_days).and_then(|(_, high)| whole(high.ceil() + Number::ONE));
        vec![Tie { from, to, low, high }]
    }

    fn named(&self, id: &str) -> Option<usize> {
        let topic = self.claims.topics.iter().position(|topic| topic.id == id && topic.kind == Kind::Date);
        let event = || self.claims.events.iter().position(|event| event.id == id).map(Thing::Event);
        self.node(topic.map(Thing::Topic).or_else(event)?)
    }

    fn node(&self, thing: Thing) -> Option<usize> {
        self.things.iter().position(|known| *known == thing).map(|at| at + 1)
    }

    /// Sets of the same topics, each of which cannot be.
    fn tell(&self, sets: &[&Vec<usize>]) -> Option<Finding> {
        let set: BTreeSet<usize> = sets.iter().copied().flatten().copied().collect();
        let topic = set.iter().find_map(|&at| self.who[at].topic())?;
        let (mut evidence, mut positions) = (Evidence::default(), BTreeSet::new());
        let (mut claims, mut articles) = (BTreeSet::new(), BTreeSet::new());
        let mut detail = Vec::new();
        for &said in &set {
            let Said::Position { topic: of, at } = self.who[said] else {
                evidence.statements.push(self.said(said));
                continue;
            };
            let table = &self.tables[of];
            let position = &table.positions[at];
            let more = table.evidence(&[position]);
            evidence.speakers.extend(more.speakers);
            evidence.statements.extend(more.statements);
            claims.extend(position.claims.iter().copied());
            articles.extend(position.articles.iter().copied());
            detail.push(format!("{}: {}", option_in_words(&table.topic.id), table.line(position)));
            if of == topic {
                positions.insert(at);
            }
        }
        for way in sets.iter().take(PROVED) {
            if sets.len() > 1 {
                detail.push(format!("not all of {}:", list_in_words(&self.all_said(way.iter()), way.len())));
            }
            detail.extend(self.steps(way));
        }
        let (more, said) = (sets.len().saturating_sub(PROVED), self.all_said(&set));
        if more > 0 {
            detail.push(format!("and so in {more} more {}", if more == 1 { "way" } else { "ways" }));
        }
        let ways = if sets.len() > 1 { format!(", in {} ways", sets.len()) } else { String::new() };
        Some(Finding {
            rule: &JOINT_CONFLICT,
            topic: Some(topic),
            positions: positions.into_iter().collect(),
            claims: claims.into_iter().collect(),
            articles: articles.into_iter().collect(),
            message: format!("these dates cannot all be right{ways}: {}", list_in_words(&said, SHOWN)),
            detail,
            fingerprint: fingerprint(&JOINT_CONFLICT, &self.claims.topics[topic].id, evidence),
            standing: Standing::Open,
        })
    }

    fn all_said<'s>(&self, set: impl IntoIterator<Item = &'s usize>) -> Vec<String> {
        set.into_iter().map(|&at| self.said(at)).collect()
    }

    /// `call date 20 Feb 2022 (the Kremlin)`.
    fn said(&self, at: usize) -> String {
        match self.who[at] {
            Said::Event(event) => {
                let Event { named, on, .. } = &self.claims.events[event];
                let on = on.as_ref().map(super::dates::moment_in_words).unwrap_or_default();
                format!("{} {on} (this claims file)", named.name)
            }
            Said::Position { topic, at } => {
                let table = &self.tables[topic];
                let position = &table.positions[at];
                let name = option_in_words(&table.topic.id);
                format!("{name} {} ({})", table.value(&position.value), table.who(position))
            }
        }
    }

    /// The proof, line by line.
    fn steps(&self, set: &[usize]) -> Vec<String> {
        let cycle = self.ties.contradiction(set).unwrap_or_default();
        let mut steps: Vec<String> = cycle.iter().filter_map(|arc| Some(self.step(arc, arc.of?))).collect();
        steps.push("no days keep all of these".to_owned());
        steps
    }

    fn step(&self, arc: &Arc, of: usize) -> String {
        let days = arc.most.number;
        let by = match self.who[of] {
            Said::Event(_) => "says this claims file".to_owned(),
            Said::Position { topic, at } => {
                format!("says {}", self.tables[topic].who(&self.tables[topic].positions[at]))
            }
        };
        let date = |number: Number| {
            let day = i64::try_from(number).ok().and_then(day_after);
            day.map_or_else(|| number.to_string(), date_in_words)
        };
        match (arc.from, arc.to) {
            (ORIGIN, to) => format!("{}: {} at the latest, {by}", self.name(to), date(days)),
            (from, ORIGIN) => format!("{}: {} at the earliest, {by}", self.name(from), date(-days)),
            (from, to) if days >= Number::ZERO => {
                format!("{}: at most {} days after {}, {by}", self.name(to), number_in_words(days), self.name(from))
            }
            (from, to) => {
                format!("{}: at least {} days before {}, {by}", self.name(to), number_in_words(-days), self.name(from))
            }
        }
    }

    fn name(&self, node: usize) -> String {
        match self.things[node - 1] {
            Thing::Topic(topic) => option_in_words(&self.claims.topics[topic].id),
            Thing::Event(event) => self.claims.events[event].named.name.clone(),
        }
    }
}

fn dated_tie(node: usize, date: &Moment) -> Tie {
    let (low, high) = days(date);
    Tie { from: ORIGIN, to: node, low, high }
}

/// The first and the last day of a moment. A clock time may be of another day
/// where someone else is.
fn days(date: &Moment) -> (Option<i64>, Option<i64>) {
    let is_clock = matches!(date.precision, Precision::Hour | Precision::Minute | Precision::Second);
    let slack = i64::from(is_clock || date.zone.is_some());
    let first = date.first_day().map(|day| border_before(day) - slack);
    (first, date.last_day().map(|day| border_before(day) + slack))
}

fn whole(number: Number) -> Option<i64> {
    i64::try_from(number).ok()
}
