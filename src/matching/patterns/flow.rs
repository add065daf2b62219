//! A measure for each of a stretch of time, whether its unit or the words behind it say so.
//!
//! `Cubic metres per second` is one unit, and `cubic metres a second` a unit and a rate: a topic that
//! asks for the one has the other too.
//!
//! ```text
//! unit = "cubic metre per second"    1,200 cubic metres a second      1200
//! unit = "cubic metre"               1,900 cubic metres per second    1900, a second
//! unit = "cubic metre per second"    1,200 cubic metres               nothing
//! ```

use crate::claims::Topic;
use crate::extract::{Measure, Reading, fit::fit};
use crate::matching::passage::Passage;
use crate::value::basis::Period;
use crate::value::{Basis, Kind, Value};
use std::ops::Range;

/// What stands in a unit before its stretch of time.
const PER: &str = "per";

/// Whether a unit is a rate itself, so that no words behind a number make it one.
pub(in crate::matching) fn is_rate(unit: Option<&str>) -> bool {
    unit.is_some_and(|unit| unit.split([' ', '-']).any(|word| word == PER))
}

/// The value of a measure that only its rate keeps from the topic's unit.
pub(super) fn rated(passage: &Passage<'_>, topic: &Topic, reading: &Reading, tokens: &Range<usize>) -> Option<Value> {
    let Reading::Quantity(measure) = reading else { return None };
    let (unit, of_topic) = (measure.unit.as_deref()?, topic.unit.as_deref()?);
    if topic.kind != Kind::Quantity || is_rate(Some(unit)) == is_rate(Some(of_topic)) {
        return None;
    }
    let times = passage.lexicon.times;
    let fitted = |unit: String| {
        let reading = Reading::Quantity(Measure { unit: Some(unit), ..measure.clone() });
        fit(&reading, topic.kind, Some(of_topic))
    };
    if is_rate(Some(unit)) {
        let (bare, period) = unit.rsplit_once("-per-")?;
        let period = period_named(times.periods, period)?;
        return Some(fitted(bare.to_owned())?.on_basis(Some(Basis::Per(period))));
    }
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(tokens.start).span.start)].tokens;
    let behind = tokens.end..tokens.end + 2;
    if behind.end > sentence.end || !times.per.contains(passage.tokens.folded(behind.start)) {
        return None;
    }
    let period = period_named(times.periods, passage.tokens.folded(behind.start + 1))?;
    fitted(format!("{unit}-per-{}", period.name()))
}

fn period_named(periods: &[(&str, Period)], name: &str) -> Option<Period> {
    periods.iter().find(|(word, _)| *word == name).map(|(_, period)| *period)
}
