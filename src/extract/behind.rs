//! What stands behind a number, or behind what it counts, of how it is meant.
//!
//! ```text
//! 20 or more calls; ten or so                  at least 20, about ten
//! 40 people or more; 40 people, if not more    at least 40: the noun parts the two
//! 12 metres, give or take one; 54 ± 2          from 11 to 13, from 52 to 56
//! 40 people or more goods; at least once       nothing of 40
//! 40 people, at least in Tolva                 the same
//! ```

use super::amount::{Amount, amount_at, is_cut};
use super::language::{self, Qualifier};
use super::range::number_start;
use super::words::whole_at;
use crate::text::{TokenKind, Tokens};
use crate::value::{Hedge, Interval, Number};

/// The hedge after a number, and one past its last token.
pub(super) fn after(tokens: &Tokens<'_>, end: usize, before: Option<Hedge>) -> Option<(Hedge, usize)> {
    let (qualifier, after) = language::AFTER.at(tokens, end)?;
    let next = tokens.all().get(after);
    if next.is_some_and(|next| next.kind == TokenKind::Digits) || is_cut(tokens, after) {
        return None;
    }
    if tokens.get(end).kind == TokenKind::Sign && tokens.get(end).spaced {
        return None;
    }
    match (qualifier, before) {
        (Qualifier::Hedge(hedge), None) => Some((hedge, after)),
        (Qualifier::OrEqual, Some(Hedge::MoreThan)) => Some((Hedge::AtLeast, after)),
        (Qualifier::OrEqual, Some(Hedge::LessThan)) => Some((Hedge::AtMost, after)),
        _ => None,
    }
}

/// The hedge behind what a bare number counts. It is no part of the value's words: the noun stands between.
pub(super) fn after_noun(tokens: &Tokens<'_>, amount: &Amount) -> Option<Hedge> {
    /// An adjective and a noun.
    const WORDS: usize = 2;
    let is_noun = |at: usize| {
        let is_word = tokens.all().get(at).is_some_and(|token| token.spaced && token.kind == TokenKind::Word);
        is_word
            && tokens.raw(at).starts_with(char::is_lowercase)
            && !language::may_follow_noun(tokens.folded(at))
            && language::number_word(tokens.folded(at)).is_none()
    };
    if amount.unit.is_some() {
        return None;
    }
    let words = (amount.end..amount.end + WORDS).take_while(|&at| is_noun(at)).count();
    (amount.end + 1..=amount.end + words).find_map(|at| {
        let (Qualifier::Hedge(hedge), after) = language::AFTER_NOUN.at(tokens, at)? else { return None };
        let first = at + usize::from(tokens.folded(at) == ",");
        let may_go_on = !language::is_adverb_of_number(tokens.folded(first));
        let ends = tokens.all().get(after).is_none_or(|next| match next.kind {
            TokenKind::Sign => next.spaced || !matches!(tokens.folded(after), "-" | "%"),
            TokenKind::Word => {
                may_go_on && language::may_follow_noun(tokens.folded(after)) && whole_at(tokens, after).is_none()
            }
            TokenKind::Digits => false,
        });
        (ends && !is_cut(tokens, after)).then_some(hedge)
    })
}

/// A number that may be off by another one, up to the last token of that, and between what and what it lies.
pub(super) fn margin(tokens: &Tokens<'_>, amount: &Amount) -> Option<(Amount, Interval<Number>)> {
    let ((), at) = language::MARGINS.at(tokens, amount.end)?;
    let by =
        amount_at(tokens, number_start(tokens, at), amount.start).filter(|by| by.start == at && by.top.is_none())?;
    let (of, by) = match (amount.unit, by.unit) {
        (of, unit) if of == unit => (*amount, by),
        (None, Some(unit)) => (amount.with_unit(unit)?, by),
        // `$12 million, give or take one`: one million.
        (Some(unit), None) if amount.time.is_none() => {
            let by = match (amount.scale, by.scale) {
                (Some(power), None) => by.scaled(power, by.end)?,
                _ => by,
            };
            (*amount, by.with_unit(unit)?)
        }
        (Some(_), Some(_)) if amount.time.is_some() && by.time.is_some() => (*amount, by),
        _ => return None,
    };
    let (low, high) = (of.value.checked_sub(by.value)?, of.value.checked_add(by.value)?);
    (by.value < of.value).then_some((Amount { end: by.end, ..of }, Interval::closed(low, high)))
}
