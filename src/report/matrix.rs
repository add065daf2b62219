//! A readout as a matrix: points down, sides across, the wording or silence
//! in the cells.
//!
//! ```text
//! point          the Kremlin              the Élysée
//! a ceasefire    silent                   “renewed his demand for a ceasefire”
//! ```

use super::view::{Heard, Matrix, MatrixLine, TopicView};
use crate::check::Checked;
use crate::claims::{Point, Topic};
use crate::compare::TopicResult;
use crate::value::{Kind, Value};

/// The matrix of a readout topic that somebody speaks to; `None` otherwise.
pub(super) fn matrix(checked: &Checked, view: &TopicView) -> Option<Matrix> {
    let result = checked.compared.topics.iter().find(|result| checked.claims.topics[result.topic].id == view.id)?;
    let topic = &checked.claims.topics[result.topic];
    if topic.kind != Kind::Readout || result.positions.is_empty() {
        return None;
    }
    let sides = sides(topic, result);
    let lines = topic.points.iter().map(|point| line(checked, view, result, point, &sides)).collect();
    let names = sides.iter().map(|side| match side {
        Some(claimant) => checked.claims.display(claimant).to_owned(),
        None => "the outlets themselves".to_owned(),
    });
    Some(Matrix { sides: names.collect(), lines })
}

/// The sides the topic names, then whoever else speaks.
fn sides(topic: &Topic, result: &TopicResult) -> Vec<Option<String>> {
    let mut sides: Vec<Option<String>> = topic.claimants.iter().cloned().map(Some).collect();
    for position in &result.positions {
        if !sides.contains(&position.claimant) {
            sides.push(position.claimant.clone());
        }
    }
    sides
}

fn line(
    checked: &Checked,
    view: &TopicView,
    result: &TopicResult,
    point: &Point,
    sides: &[Option<String>],
) -> MatrixLine {
    let on_point = |at: &usize| point_of(&result.positions[*at].value) == Some(&point.id);
    let positions: Vec<usize> = (0..result.positions.len()).filter(on_point).collect();
    let cells = sides.iter().map(|side| {
        let own = positions.iter().copied().filter(|&at| result.positions[at].claimant == *side);
        heard(checked, view, result, &own.collect::<Vec<_>>())
    });
    MatrixLine {
        question: point.question.clone(),
        cells: cells.collect(),
        worst: positions.iter().filter_map(|&at| view.positions[at].worst).min(),
    }
}

/// What one side says of one point, over all its positions on it.
fn heard(checked: &Checked, view: &TopicView, result: &TopicResult, own: &[usize]) -> Heard {
    let speaks = |at: &&usize| matches!(result.positions[**at].value, Value::Point { .. });
    let speaking: Vec<usize> = own.iter().filter(speaks).copied().collect();
    let Some(&first) = speaking.first() else {
        return if own.is_empty() { Heard::Nothing } else { Heard::Silent };
    };
    let options: Vec<&str> = speaking.iter().filter_map(|&at| option_of(&result.positions[at].value)).collect();
    let quote = result.positions[first].mentions.first().map(|&at| {
        let mention = &result.mentions[at];
        mention.span.of(&checked.corpus.articles[mention.article].body).to_owned()
    });
    Heard::Says {
        option: (!options.is_empty()).then(|| options.join(", ").replace('-', " ")),
        quote: quote.unwrap_or_default(),
        places: speaking.iter().flat_map(|&at| view.positions[at].places.clone()).collect(),
    }
}

fn point_of(value: &Value) -> Option<&String> {
    match value {
        Value::Point { point, .. } => Some(point),
        Value::Silent { point } => point.as_ref(),
        _ => None,
    }
}

fn option_of(value: &Value) -> Option<&str> {
    match value {
        Value::Point { option, .. } => option.as_deref(),
        _ => None,
    }
}
