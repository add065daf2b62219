//! A readout as a matrix: facts of the meeting and points down, sides across,
//! the wording or silence in the cells.
//!
//! Facts are what other topics say of the same meeting: who asked for it, when
//! it began, how long it was. Of a fact the value is marked, of a point the
//! words that only one side has. A side
//! whose account no article has is not yet published, and not silent.
//!
//! ```text
//! point          the Kremlin              the Élysée
//! how long?      90 minutes               two hours
//! a ceasefire    silent                   “renewed his demand for a ceasefire”
//! ```

use super::heard::{Heard, Matrix, MatrixLine};
use super::paragraph::{Mark, Piece, pieces};
use super::view::TopicView;
use crate::check::Checked;
use crate::claims::{Point, Topic};
use crate::compare::TopicResult;
use crate::compare::wording::mark_differences;
use crate::matching::Mention;
use crate::text::Span;
use crate::value::{Kind, Value};
use std::collections::BTreeSet;

/// A side: a claimant, or the outlets in their own voice.
type Side = Option<String>;

/// The matrix of the readout topic at an index that somebody speaks to; `None`
/// otherwise.
pub(super) fn matrix(checked: &Checked, views: &[TopicView], at: usize) -> Option<Matrix> {
    let readout = Shown::new(checked, views, at)?;
    if readout.topic.kind != Kind::Readout || readout.result.positions.is_empty() {
        return None;
    }
    let facts: Vec<Shown<'_>> =
        readout.topic.facts.iter().filter_map(|(id, _)| Shown::of(checked, views, id)).collect();
    let sides = sides(&readout, &facts);
    let mut lines: Vec<MatrixLine> = facts.iter().filter_map(|fact| fact_line(&readout, fact, &sides)).collect();
    lines.extend(readout.topic.points.iter().map(|point| point_line(&readout, point, &sides)));
    let names = sides.iter().map(|side| match side {
        Some(claimant) => checked.claims.display(claimant).to_owned(),
        None => "the outlets themselves".to_owned(),
    });
    Some(Matrix { sides: names.collect(), lines })
}

/// A topic with all that is known of it.
struct Shown<'c> {
    checked: &'c Checked,
    topic: &'c Topic,
    result: &'c TopicResult,
    view: &'c TopicView,
}

impl<'c> Shown<'c> {
    fn new(checked: &'c Checked, views: &'c [TopicView], at: usize) -> Option<Self> {
        let (result, view) = (checked.compared.topics.get(at)?, views.get(at)?);
        Some(Self { checked, topic: &checked.claims.topics[result.topic], result, view })
    }

    fn of(checked: &'c Checked, views: &'c [TopicView], id: &str) -> Option<Self> {
        Self::new(checked, views, views.iter().position(|view| view.id == id)?)
    }

    /// The positions of a side on a point, or on the topic.
    fn positions(&self, side: &Side, point: Option<&String>) -> Vec<usize> {
        let wanted = |at: &usize| {
            let position = &self.result.positions[*at];
            position.claimant == *side
                && position.speaker.is_none()
                && (point.is_none() || point_of(&position.value) == point)
        };
        (0..self.result.positions.len()).filter(wanted).collect()
    }

    /// What one side says, over all its positions. A value of a fact is said in
    /// words, an answer to a point by its name.
    fn heard(&self, own: &[usize], is_fact: bool) -> Option<Heard> {
        let positions = own.iter().map(|&at| (&self.result.positions[at], &self.view.positions[at]));
        let speaking: Vec<_> =
            positions.filter(|(position, _)| !matches!(position.value, Value::Silent { .. })).collect();
        let (first, _) = speaking.first()?;
        let said = |(position, view): &(&crate::compare::Position, &super::view::PositionView)| match &position.value {
            _ if is_fact => Some(view.says.clone()),
            Value::Point { option, .. } => option.as_ref().map(|option| option.replace('-', " ")),
            _ => None,
        };
        let said: Vec<String> = speaking.iter().filter_map(said).collect();
        let words = first.mentions.first().map(|&at| self.words(&self.result.mentions[at], is_fact));
        let mut places: Vec<String> = speaking.iter().flat_map(|(_, view)| view.places.clone()).collect();
        let mut seen = BTreeSet::new();
        places.retain(|place| seen.insert(place.clone()));
        Some(Heard::Says {
            option: (!said.is_empty()).then(|| said.join(", ")),
            words: words.unwrap_or_default(),
            places,
        })
    }

    /// The words of a mention, with the value marked where they tell a fact.
    fn words(&self, mention: &Mention, is_fact: bool) -> Vec<Piece> {
        let body = &self.checked.corpus.articles[mention.article].body;
        let span = mention.span;
        let value = mention.value_span.filter(|value| is_fact && span.contains(value));
        let nowhere = Span::new(span.end, span.end);
        let mut words = pieces(body, span, span, value.unwrap_or(nowhere));
        words.iter_mut().filter(|piece| piece.mark == Mark::Quote).for_each(|piece| piece.mark = Mark::Plain);
        words
    }
}

/// The sides the topic names, then whoever else speaks; the outlets where they
/// tell a fact themselves.
fn sides(readout: &Shown<'_>, facts: &[Shown<'_>]) -> Vec<Side> {
    let mut sides: Vec<Side> = readout.topic.claimants.iter().cloned().map(Some).collect();
    let own_voice = |fact: &Shown<'_>| fact.result.positions.iter().any(crate::compare::Position::is_own_voice);
    let outlets = facts.iter().any(own_voice).then_some(None);
    let listed = readout.result.positions.iter().filter(|position| position.speaker.is_none());
    for side in listed.map(|position| position.claimant.clone()).chain(outlets) {
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    sides
}

/// A fact of the meeting, where one of the sides tells it.
fn fact_line(readout: &Shown<'_>, fact: &Shown<'_>, sides: &[Side]) -> Option<MatrixLine> {
    let own: Vec<Vec<usize>> = sides.iter().map(|side| fact.positions(side, None)).collect();
    let told: Vec<Option<Heard>> = own.iter().map(|own| fact.heard(own, true)).collect();
    if told.iter().all(Option::is_none) {
        return None;
    }
    // What only the outlets tell, no side has told before another.
    let by_a_side = told.iter().zip(sides).any(|(told, side)| told.is_some() && side.is_some());
    let untold = |own: &[usize], side: &Side| match side {
        Some(claimant) if readout.result.unpublished.contains(claimant) => Heard::Unpublished,
        Some(_) if by_a_side || !own.is_empty() => Heard::Silent,
        _ => Heard::Nothing,
    };
    let cells = told.into_iter().zip(&own).zip(sides);
    let cells = cells.map(|((told, own), side)| told.unwrap_or_else(|| untold(own, side)));
    let cells: Vec<Heard> = cells.collect();
    let worst = own.iter().flatten().filter_map(|&at| fact.view.positions[at].worst).min();
    Some(MatrixLine { question: fact.topic.question.clone(), fact: Some(fact.topic.id.clone()), cells, worst })
}

fn point_line(readout: &Shown<'_>, point: &Point, sides: &[Side]) -> MatrixLine {
    let own: Vec<Vec<usize>> = sides.iter().map(|side| readout.positions(side, Some(&point.id))).collect();
    let cell = |(own, side): (&Vec<usize>, &Side)| {
        readout.heard(own, false).unwrap_or_else(|| match side {
            Some(claimant) if readout.result.unpublished.contains(claimant) => Heard::Unpublished,
            _ if own.is_empty() => Heard::Nothing,
            _ => Heard::Silent,
        })
    };
    let mut cells: Vec<Heard> = own.iter().zip(sides).map(cell).collect();
    mark(&mut cells);
    let worst = own.iter().flatten().filter_map(|&at| readout.view.positions[at].worst).min();
    MatrixLine { question: point.question.clone(), fact: None, cells, worst }
}

/// Marks in every cell the words that no other cell has.
fn mark(cells: &mut [Heard]) {
    let heard = cells.iter_mut().filter_map(|cell| match cell {
        Heard::Says { words, .. } if !words.is_empty() => Some(words),
        _ => None,
    });
    let mut heard: Vec<&mut Vec<Piece>> = heard.collect();
    let texts: Vec<String> =
        heard.iter().map(|words| words.iter().map(|piece| piece.text.as_str()).collect()).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    for (words, runs) in heard.iter_mut().zip(mark_differences(&texts)) {
        let mark = |differs: bool| if differs { Mark::Added } else { Mark::Plain };
        **words = runs.into_iter().map(|run| Piece { mark: mark(run.differs), text: run.text }).collect();
    }
}

fn point_of(value: &Value) -> Option<&String> {
    match value {
        Value::Point { point, .. } => Some(point),
        Value::Silent { point } => point.as_ref(),
        _ => None,
    }
}
