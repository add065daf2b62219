//! Sums of money: `€1.2bn`, `US$ 40 million`, `40 million euros`, `EUR 5m`,
//! `3 dollars 50 cents`.
//!
//! The unit is the ISO 4217 code where the text settles it; `$`, `¥`, `kr`,
//! `¢` and names shared by several currencies stay as they are.

use super::amount::Amount;
use super::language::{self, Cardinal, Currency, NumberWord, UnitWord};
use super::numeral::numeral_at;
use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// The sign or code before a number, and its first token.
pub(super) fn before(tokens: &Tokens<'_>, start: usize) -> Option<(Currency, usize)> {
    let (currency, at) = language::MONEY_BEFORE.before(tokens, start)?;
    (!super::amount::is_cut(tokens, at)).then_some((currency, at))
}

/// Takes in the scale that stands after a code (`75 USD million`) and the
/// hundredths that follow (`3 dollars 50 cents`, `15 dollars and 50`).
pub(super) fn extend(tokens: &Tokens<'_>, mut amount: Amount, currency: Currency) -> Amount {
    if currency.power > 0 {
        amount = amount.scaled(currency.power, amount.end).unwrap_or(amount);
    }
    if let Some(token) = tokens.all().get(amount.end)
        && token.kind == TokenKind::Word
        && let Some(NumberWord::Cardinal(Cardinal::Scale(power))) = language::number_word(tokens.folded(amount.end))
    {
        return amount.scaled(power, amount.end + 1).unwrap_or(amount);
    }
    if currency.is_minor || !amount.step.is_zero() || amount.top.is_some() {
        return amount;
    }
    hundredths(tokens, &amount).unwrap_or(amount)
}

fn hundredths(tokens: &Tokens<'_>, amount: &Amount) -> Option<Amount> {
    let and = tokens.all().get(amount.end).is_some()
        && language::number_word(tokens.folded(amount.end)) == Some(NumberWord::And);
    let read = numeral_at(tokens, amount.end + usize::from(and))?;
    if read.value >= Number::ONE_HUNDRED || read.value < Number::ZERO || !read.value.fract().is_zero() {
        return None;
    }
    let unit = language::UNITS.at(tokens, read.end);
    let end = match unit {
        Some((UnitWord::Money(minor), end)) if minor.is_minor && !super::amount::is_cut(tokens, end) => end,
        None if and && super::amount::ends_clause(tokens, read.end) => read.end,
        _ => return None,
    };
    let value = amount.value.checked_add(read.value.checked_div(Number::ONE_HUNDRED)?)?;
    Some(Amount { value, end, ..*amount })
}
