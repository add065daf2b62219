//! Measures in the units of `value::unit`: `45-acre`, `0.9 trillion cubic
//! feet`, `32 degrees Celsius`, `5 feet and 2 inches`.
//!
//! People and other things that are counted are numbers, not quantities.

use super::amount::{Amount, is_cut};
use super::fraction::part_at;
use super::language::{self, NumberWord, UnitWord};
use super::numeral::numeral_at;
use crate::text::{TokenKind, Tokens};
use crate::value::{Number, unit};

/// Units that one thing can be called by an article: `a kilo`, but not `a
/// foot`, `a bit` or `a degree`.
pub(super) const WITH_ARTICLE: &[&str] =
    &["kilogram", "gram", "tonne", "kilometre", "metre", "mile", "litre", "gallon", "hectare", "acre"];

/// Takes in a smaller amount that follows: `7 feet and 10 inches`.
pub(super) fn extend(tokens: &Tokens<'_>, amount: Amount, id: &'static str) -> Amount {
    if let Some(whole) = and_a_half(tokens, &amount) {
        return whole;
    }
    let and = tokens.all().get(amount.end).is_some()
        && language::number_word(tokens.folded(amount.end)) == Some(NumberWord::And);
    smaller(tokens, &amount, id, amount.end + usize::from(and)).unwrap_or(amount)
}

/// `a mile and a half`
fn and_a_half(tokens: &Tokens<'_>, amount: &Amount) -> Option<Amount> {
    if language::number_word(tokens.all().get(amount.end).map(|_| tokens.folded(amount.end))?) != Some(NumberWord::And)
    {
        return None;
    }
    let (part, end) = part_at(tokens, amount.end + 1)?;
    let closes = language::UNITS.at(tokens, end).is_none();
    let value = amount.value.checked_add(part)?;
    closes.then_some(Amount { value, end, ..*amount })
}

fn smaller(tokens: &Tokens<'_>, amount: &Amount, id: &str, at: usize) -> Option<Amount> {
    let read = numeral_at(tokens, at).filter(|read| read.top.is_none())?;
    let (UnitWord::Measure(next), end) = language::UNITS.at(tokens, read.end)? else { return None };
    if next == id
        || is_cut(tokens, end)
        || !matches!((id, next), ("foot", "inch") | ("pound", "ounce") | ("stone", "pound"))
    {
        return None;
    }
    let more = unit::convert(read.value, next, id)?;
    let value = amount.value.checked_add(more)?;
    Some(Amount { value, step: Number::ZERO, end, ..*amount })
}

/// What `m` means after a number: metres, unless what follows is counted in
/// millions (`5m people`).
pub(super) fn is_millions(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(next) = tokens.all().get(at + 1) else { return false };
    if !next.spaced || next.kind != TokenKind::Word {
        return false;
    }
    let word = tokens.folded(at + 1);
    language::counts_by_millions(word)
}
