//! For which period a number is given: `€100 a month`, `an annual 12 million`, `7 percent a year`.
//!
//! It refuses a period that is a point or a length of its own: `€100 a month ago`, `in a year`.
//!
//! ```text
//! the rent is €100 a month      100 EUR a month
//! the monthly rent is €100      100 EUR a month
//! it cost €100 a month ago      100 EUR
//! ```

use super::attribution::Place;
use super::passage::Passage;
use crate::text::TokenKind;
use crate::value::{Basis, Kind, Value, basis::Period};

/// How many words may stand between a number and its period: `20 people a day`.
const BETWEEN: usize = 3;
/// How far before a number `monthly` may stand.
const BEFORE: usize = 6;

/// A value with the period that its sentence gives it for.
pub(super) fn with_basis(passage: &Passage<'_>, kind: Kind, place: &Place<'_>, value: &Value) -> Value {
    let is_rate = matches!(kind, Kind::Count | Kind::Quantity | Kind::Money | Kind::Percent);
    let Some(period) = period_at(passage, place).filter(|_| is_rate && value.basis().is_none()) else {
        return value.clone();
    };
    let basis = if kind == Kind::Percent { Basis::Growth(period) } else { Basis::Per(period) };
    value.on_basis(Some(basis))
}

fn period_at(passage: &Passage<'_>, place: &Place<'_>) -> Option<Period> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let words = passage.lexicon.times;
    let named = |list: &[(&str, Period)], at: usize| {
        let found = list.iter().find(|(name, _)| *name == word(at));
        found.map(|(_, period)| *period)
    };
    let behind = |at: usize| {
        let alone = named(words.periodic, at).filter(|_| !is_thing(passage, place, at + 1));
        let led = || named(words.periods, at + 1).filter(|_| words.per.contains(word(at)));
        alone.or_else(|| led().filter(|_| !words.pointing.contains(word(at + 2)) && !is_joined(passage, at + 2)))
    };
    let end = place.tokens.end;
    let passed = |at: usize| {
        let is_word = sentence.contains(&at) && passage.tokens.get(at).kind == TokenKind::Word;
        is_word && !passage.lexicon.is_function_word(word(at)) && !passage.lexicon.says(&passage.stems[at])
    };
    let near = (end..=end + BETWEEN).take_while(|&at| at == end || passed(at - 1)).find_map(behind);
    let first = place.whole.start.saturating_sub(1).max(sentence.start).max(place.tokens.start.saturating_sub(BEFORE));
    let before = || {
        let is_number = |at: usize| place.rivals.iter().any(|rival| rival.contains(&at));
        let mut ahead = (first..place.tokens.start).rev().take_while(|&at| !is_number(at) && word(at) != ",");
        ahead.find_map(|at| named(words.periodic, at))
    };
    near.or_else(|| behind(place.whole.end)).or_else(before)
}

/// `Annual report`: of something else than the number, and not behind it.
fn is_thing(passage: &Passage<'_>, place: &Place<'_>, at: usize) -> bool {
    let sentence = &passage.sentences[place.sentence].tokens;
    sentence.contains(&at)
        && passage.tokens.get(at).kind == TokenKind::Word
        && !passage.lexicon.is_function_word(passage.tokens.folded(at))
        && !place.whole.contains(&at)
}

/// `A month-long`.
fn is_joined(passage: &Passage<'_>, at: usize) -> bool {
    let is_hyphen = |at: usize| passage.tokens.folded(at) == "-" && !passage.tokens.get(at).spaced;
    at + 1 < passage.tokens.len() && is_hyphen(at) && !passage.tokens.get(at + 1).spaced
}
