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
use crate::text::{Span, TokenKind};
use crate::value::{Amount, Hedge, Number, Value};
use std::ops::Range;

/// How many words the noun of one in so many may have.
const NOUN: usize = 2;
/// Of how many at most one says that so many in so many do something.
const MOST: i64 = 100;

/// Whether a value is one of the two of `one household in nine`: a share, and no number of households.
pub(super) fn is_of_one_in_so_many(passage: &Passage<'_>, value: &Range<usize>) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(value.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_in = |at: &usize| word(*at) == "in";
    let one = (value.start.saturating_sub(NOUN + 3)..=value.start).rev().find(|&at| word(at) == "one");
    let found = one.and_then(|one| {
        let inside = (one + 2..one + 2 + NOUN).find(is_in)?;
        let is_noun = (one + 1..inside).all(|at| passage.carries(at));
        let many = inside + 1 + usize::from(word(inside + 1) == "every");
        let whole = sentence.contains(&many).then(|| passage.value_around(passage.tokens.get(many).span)).flatten()?;
        let Reading::Number(measure) = &whole.reading else { return None };
        let tokens = passage.tokens_of(whole.span);
        let is_count = measure.stated.is_some_and(|all| all > Number::ONE && all <= Number::from(MOST));
        // `One school in nine districts`, where the verb of the one says that it is a share.
        let next = tokens.end;
        let goes_on = || {
            let folded = word(next);
            passage.tokens.get(next).kind == TokenKind::Sign && folded != "-"
                || passage.lexicon.is_function_word(folded)
                || folded.len() > 4 && folded.ends_with("ed") && !word(next + 1).ends_with('s')
                || passage.lexicon.stance.came.contains(folded)
        };
        let is_share = is_noun && is_count && measure.hedge == Hedge::Exact && tokens.start == many;
        (is_share && (!sentence.contains(&next) || goes_on())).then_some((one, tokens))
    });
    found.is_some_and(|(one, many)| value.contains(&one) || *value == many)
}

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
