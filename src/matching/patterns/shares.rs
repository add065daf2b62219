//! Shares that are written as parts of a whole, in percent: `two-thirds of voters`, `one in five`.
//!
//! Who says two-thirds has rounded, so a part without a hedge of its own is about so much. It
//! refuses parts of a measure (`half an hour`, `half a point`) and what counts in two numbers
//! without being a part (`3 in 2022`).
//!
//! ```text
//! two-thirds of voters    about 66.7 %
//! more than half          more than 50 %
//! one in five             about 20 %
//! ```

use crate::extract::{Extracted, Measure, Reading};
use crate::matching::passage::Passage;
use crate::text::Span;
use crate::value::{Amount, Hedge, Number, Value};

/// Of how many at most one says that so many in so many do something.
const MOST: i64 = 100;

/// The share that a value, alone or with the one behind it, states in percent, and where.
pub(super) fn share(passage: &Passage<'_>, value: &Extracted, next: Option<&Extracted>) -> Option<(Span, Value)> {
    let Reading::Number(measure) = &value.reading else { return None };
    if let Some((of, Reading::Number(whole))) = next.map(|next| (next, &next.reading)) {
        let found = in_so_many(passage, value, measure, of, whole);
        if found.is_some() {
            return found;
        }
    }
    let text = value.span.of(&passage.article.body);
    let stated = measure.stated?;
    let is_part = Number::ZERO < stated && stated < Number::ONE && !text.contains(['.', ',', '%']);
    let end = passage.tokens_of(value.span).end;
    let is_of_measure = || {
        let next = passage.tokens.folded(end);
        matches!(next, "a" | "an" | "-" | "/") || passage.carries(end)
    };
    if !is_part || end < passage.tokens.len() && is_of_measure() {
        return None;
    }
    Some((value.span, in_percent(measure, stated, Number::ONE)?))
}

/// `One in five`, `nine out of ten`.
fn in_so_many(
    passage: &Passage<'_>,
    value: &Extracted,
    measure: &Measure,
    of: &Extracted,
    whole: &Measure,
) -> Option<(Span, Value)> {
    let between = passage.tokens_of(value.span).end..passage.tokens_of(of.span).start;
    let words: Vec<&str> = between.map(|at| passage.tokens.folded(at)).collect();
    let (part, all) = (measure.stated?, whole.stated?);
    let is_count = |number: Number| number.is_integer() && number >= Number::ONE && number <= Number::from(MOST);
    let is_share = matches!(words.as_slice(), ["in"] | ["out", "of"] | ["in", "every"]);
    if !is_share || whole.hedge != Hedge::Exact || !is_count(part) || !is_count(all) || part >= all {
        return None;
    }
    Some((value.span.cover(&of.span), in_percent(measure, part, all)?))
}

/// A part of a whole as percent, with the hedge that it has, or else as about so much.
fn in_percent(measure: &Measure, part: Number, whole: Number) -> Option<Value> {
    let percent = |number: Number| {
        let percent = number.checked_mul(Number::ONE_HUNDRED)?.checked_div(whole)?;
        Some(percent.round_dp(1).normalize())
    };
    let stated = percent(part)?;
    if matches!(measure.hedge, Hedge::Exact | Hedge::Rounded) {
        let interval = Hedge::About.interval(stated, Number::ONE);
        return Some(Value::Amount(Amount { stated: Some(stated), hedge: Hedge::About, interval, basis: None }));
    }
    let interval = measure.interval.try_map(percent)?;
    Some(Value::Amount(Amount { stated: Some(stated), hedge: measure.hedge, interval, basis: None }))
}
