//! One topic of the page: its rows grouped by value, its charts, its findings
//! with their sides.

use super::super::Report;
use super::super::view::{FindingView, PositionView, TopicView};
use super::chart::{Chart, value_chart, window_chart};
use super::choices::Choices;
use crate::compare::Severity;
use std::collections::BTreeMap;

/// So many sides stand beside each other; more are folded.
const BESIDE: usize = 3;

/// How many places of a side stand beside the verdict; the others stand with
/// the evidence of the topic.
pub const PLACES: usize = 1;

/// One topic.
#[derive(Debug)]
pub struct TopicPage<'r> {
    /// The topic.
    pub view: &'r TopicView,
    /// What it is filtered by.
    pub tokens: String,
    /// Its place in the claims file.
    pub order: usize,
    /// Its rows, those of one value together.
    pub groups: Vec<Group<'r>>,
    /// Every statement over its period.
    pub windows: Option<Chart>,
    /// Every statement's interval.
    pub values: Option<Chart>,
    /// Its findings, worst first.
    pub cards: Vec<Card<'r>>,
    /// What need not be quoted again with the evidence, since it stands beside a
    /// verdict: indices of [`TopicView::mentions`], each with the fingerprint.
    /// Only a long page refers instead of repeating.
    pub quoted: BTreeMap<usize, &'r str>,
}

/// The rows of one value.
#[derive(Debug)]
pub struct Group<'r> {
    /// The value, in words.
    pub says: &'r str,
    /// The worst of its rows.
    pub worst: Option<Severity>,
    /// The rows, each with what it is filtered by.
    pub rows: Vec<(&'r PositionView, String)>,
}

/// One finding.
#[derive(Debug)]
pub struct Card<'r> {
    /// The finding.
    pub view: &'r FindingView,
    /// Its topic.
    pub topic: Option<&'r TopicView>,
    /// What it is filtered by.
    pub tokens: String,
    /// Its positions.
    pub sides: Vec<&'r PositionView>,
    /// Whether the sides are few and weighty enough to stand side by side.
    pub is_beside: bool,
    /// Its reasons, without what its sides tell.
    pub why: &'r [String],
}

impl<'r> TopicPage<'r> {
    pub(super) fn new(report: &'r Report, choices: &Choices, is_long: bool, at: usize) -> Self {
        let view = &report.topics[at];
        let cards: Vec<Card<'r>> = view.findings.iter().map(|&at| Card::new(report, choices, at)).collect();
        Self {
            view,
            tokens: choices.of_topic(view),
            order: at,
            groups: groups(view, choices),
            // A readout is of one meeting: its matrix tells more.
            windows: window_chart(view).filter(|_| view.matrix.is_none()),
            values: value_chart(view),
            quoted: cards.iter().rev().filter(|_| is_long).flat_map(Card::quoted).collect(),
            cards,
        }
    }
}

impl<'r> Card<'r> {
    pub(super) fn new(report: &'r Report, choices: &Choices, at: usize) -> Self {
        let view = &report.findings[at];
        let topic = report.topic_of(view);
        let positions = topic.map(|topic| topic.positions.as_slice()).unwrap_or_default();
        let sides: Vec<&PositionView> =
            positions.iter().filter(|position| view.positions.contains(&position.id)).collect();
        let is_beside = view.severity == Severity::Conflict && sides.len() <= BESIDE;
        let is_readout = topic.is_some_and(|topic| topic.matrix.is_some());
        let why = if is_beside && !is_readout { &view.reasons } else { &view.detail };
        Self { view, topic, tokens: choices.of_finding(view), sides, is_beside, why }
    }

    /// The mentions that stand beside the verdict, each with its fingerprint.
    fn quoted(&self) -> impl Iterator<Item = (usize, &'r str)> {
        let sides = self.sides.iter().filter(|_| self.is_beside);
        let mentions = sides.flat_map(|side| side.mentions.iter().take(PLACES));
        mentions.map(|&at| (at, self.view.fingerprint.as_str()))
    }
}

/// Rows in the order of the table; a value stands where its first row does.
fn groups<'r>(topic: &'r TopicView, choices: &Choices) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for row in topic.rows.iter().map(|&at| &topic.positions[at]) {
        let member = (row, choices.of_position(row));
        match groups.iter_mut().find(|group| group.says == row.says) {
            Some(group) => {
                group.worst = [group.worst, row.worst].into_iter().flatten().min();
                group.rows.push(member);
            }
            None => groups.push(Group { says: &row.says, worst: row.worst, rows: vec![member] }),
        }
    }
    groups
}
