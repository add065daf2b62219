//! Thousands behind a dot, where nothing can have three decimals.
//!
//! ```text
//! 15.000 people, 40.000 euros, 10.000 to 15.000 people     fifteen thousand, forty thousand, …
//! 15.000 metres, 0.125 people, 1.899 euros a litre         as they are written
//! ```

use super::amount::Amount;
use super::language::{self, UnitWord};
use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// An amount whose dot stands before thousands, as it is meant.
pub(super) fn in_thousands(tokens: &Tokens<'_>, amount: Amount) -> Amount {
    let persons =
        || tokens.all().get(amount.end).is_some_and(|_| language::is_counted_whole(tokens.folded(amount.end)));
    let fits = match amount.unit {
        None => persons(),
        // A price of fuel or of a currency has three decimals, and seldom ends with a nought.
        Some(UnitWord::Money(currency)) => {
            !currency.is_minor && tenth_is_nought(&amount) && !is_price_of_one(tokens, amount.end)
        }
        Some(_) => false,
    };
    if fits { regrouped(tokens, &amount).unwrap_or(amount) } else { amount }
}

/// The first end of a range whose second is in thousands behind a dot.
pub(super) fn alike(tokens: &Tokens<'_>, first: Amount, second: &Amount) -> Amount {
    let dotted = (second.start..second.end).any(|at| is_dotted(tokens, at));
    if dotted && second.step.is_zero() { regrouped(tokens, &first).unwrap_or(first) } else { first }
}

fn regrouped(tokens: &Tokens<'_>, amount: &Amount) -> Option<Amount> {
    let dotted = (amount.start..amount.end).any(|at| is_dotted(tokens, at));
    if !dotted || !amount.in_digits || amount.step != Number::try_new(1, 3).ok()? {
        return None;
    }
    let value = amount.value.checked_mul(Number::ONE_THOUSAND)?;
    Some(Amount { value, step: Number::ZERO, ..*amount })
}

/// Digits of a whole number, a dot and three digits.
fn is_dotted(tokens: &Tokens<'_>, at: usize) -> bool {
    let digits =
        |at: usize| tokens.all().get(at).filter(|token| token.kind == TokenKind::Digits).map(|_| tokens.raw(at));
    digits(at).is_some_and(|whole| !whole.starts_with('0') && whole.len() <= 3)
        && digits(at + 2).is_some_and(|rest| rest.len() == 3)
        && tokens.raw(at + 1) == "."
        && !tokens.get(at + 1).spaced
        && !tokens.get(at + 2).spaced
}

fn tenth_is_nought(amount: &Amount) -> bool {
    let hundredths = amount.value.checked_mul(Number::ONE_HUNDRED);
    hundredths.is_some_and(|hundredths| hundredths.fract().is_zero())
}

/// `1.850 euros a litre`.
fn is_price_of_one(tokens: &Tokens<'_>, end: usize) -> bool {
    let Some(next) = tokens.all().get(end) else { return false };
    next.kind == TokenKind::Sign && tokens.folded(end) == "/" || super::amount::is_each(tokens.folded(end))
}
