//! Two numbers that state one value: `four or five`, `20-25`, `between 4 and
//! 6`, `$5-7 million`, `above 1000 and below 1500`.
//!
//! The first end must be the smaller one, so `3-1` and `3 to 1` are no ranges,
//! and neither is `rose from 12 to 15`.

use super::amount::{Amount, amount_at, is_cut};
use super::hedge::{self, Before, Frame};
use super::language::{self, Qualifier, UnitWord};
use super::votes;
use super::words::{power_of_ten, whole_at};
use crate::text::{TokenKind, Tokens};
use crate::value::{Hedge, Number, unit};

/// The second end of a range whose first end is `first`, made alike in unit
/// and scale; and the first end with it.
pub(super) fn second_end(tokens: &Tokens<'_>, first: &Amount, before: &Before) -> Option<(Amount, Amount)> {
    let (join, next) = language::JOINS.at(tokens, first.end)?;
    let fits = match join {
        Qualifier::Dash => is_even(tokens, first.end) && !is_break(tokens, first.end),
        Qualifier::To | Qualifier::Or | Qualifier::Perhaps => true,
        Qualifier::And => before.frame == Some(Frame::Between),
        _ => false,
    };
    if !fits || matches!(before.frame, Some(Frame::From(at)) if hedge::is_change(tokens, at)) {
        return None;
    }
    let number = number_start(tokens, next);
    let second = amount_at(tokens, number, next).filter(|second| second.start == next && second.top.is_none())?;
    let second = if join == Qualifier::Perhaps { guess(tokens, first, second)? } else { second };
    if join == Qualifier::To && votes::divides(tokens, first, &second) {
        return None;
    }
    let thousands = matches!(join, Qualifier::Dash) && shares_thousands(tokens, first, &second);
    let first = if thousands { first.scaled(3, first.end)? } else { *first };
    let first = super::grouped::alike(tokens, first, &second);
    let first = sharing(tokens, first, &second).unwrap_or(first);
    let (first, second) = alike(first, second)?;
    (first.value < second.value && !hedge::is_change_by(tokens, &first, &second)).then_some((first, second))
}

/// The guess of `12 metres, perhaps 15`, in the unit of what it goes beyond. `Killed 12, perhaps 40 wounded` are two: of a
/// guess nothing may be counted. `In 2019, perhaps 2020` are years.
fn guess(tokens: &Tokens<'_>, first: &Amount, second: Amount) -> Option<Amount> {
    let goes_on = second.end < tokens.len() && tokens.get(second.end).kind != TokenKind::Sign;
    match first.unit.filter(|_| second.unit.is_none() && first.time.is_none()) {
        _ if goes_on || is_year(tokens, first) && is_year(tokens, &second) => None,
        Some(unit) => second.with_unit(unit),
        None => Some(second),
    }
}

/// Whether a number can be a year: four digits, and nothing that it counts.
fn is_year(tokens: &Tokens<'_>, amount: &Amount) -> bool {
    let is_bare = amount.unit.is_none() && amount.time.is_none() && amount.end == amount.start + 1;
    is_bare && matches!(tokens.raw(amount.start).parse(), Ok(1000..=2100_u16))
}

/// `12-15,000`: thousands both.
fn shares_thousands(tokens: &Tokens<'_>, first: &Amount, second: &Amount) -> bool {
    let scaled = first.value.checked_mul(Number::ONE_THOUSAND);
    let plain = |amount: &Amount| amount.in_digits && amount.time.is_none() && amount.step.is_zero();
    let rest = &tokens.text()[tokens.get(second.start).span.start..];
    let number = rest.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    let head = number.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let grouped = number.len() - head.len() <= 3 && head.strip_prefix(',').is_some_and(|tail| tail.starts_with("000"));
    plain(first) && plain(second) && grouped && scaled.is_some_and(|scaled| scaled < second.value)
}

/// `two to three thousand`, `two or three dozen`, `between two and three hundred`: what multiplies the second number
/// multiplies the first, where that stays the smaller one. In `twenty to three hundred thousand` only the thousand is
/// shared.
fn sharing(tokens: &Tokens<'_>, first: Amount, second: &Amount) -> Option<Amount> {
    if first.unit.is_some() || first.scale.is_some() || first.is_article || !first.is_stated || first.top.is_some() {
        return None;
    }
    let times = |at: usize| super::numeral::times_at(tokens, at);
    let head = (second.start..second.end).find(|&at| times(at).is_some())?;
    let magnitudes: Vec<Number> = (head..second.end).map_while(times).collect();
    let rest = head + magnitudes.len()..second.end;
    let ends = rest.clone().all(|at| tokens.get(at).kind == TokenKind::Word && whole_at(tokens, at).is_none());
    let named = rest.start < tokens.len() && language::UNITS.at(tokens, rest.start).is_some();
    if magnitudes.is_empty() || !(ends || named) {
        return None;
    }
    // The value of a length of time is in seconds, and not how many units it has.
    let count = match second.time {
        Some(_) => whole_at(tokens, second.start)?.sum.value()?,
        None => second.value,
    };
    (0..magnitudes.len()).find_map(|shared| {
        let by = magnitudes[shared..].iter().try_fold(Number::ONE, |by, times| by.checked_mul(*times))?;
        let fits = first.value < count.checked_div(by)?;
        let times = first.value.checked_mul(by).filter(|_| fits)?;
        Some(Amount { value: times, in_digits: false, ..first })
    })
}

/// Past a currency's sign: `$5-$7`.
pub(super) fn number_start(tokens: &Tokens<'_>, at: usize) -> usize {
    const LONGEST_SIGN: usize = 3;
    (at..at + LONGEST_SIGN)
        .find(|&number| {
            let is_digits = tokens.all().get(number).is_some_and(|token| token.kind == TokenKind::Digits);
            number > at && is_digits && super::money::before(tokens, number).is_some_and(|(_, start)| start == at)
        })
        .unwrap_or(at)
}

/// White space on both sides of a dash or on neither.
fn is_even(tokens: &Tokens<'_>, dash: usize) -> bool {
    tokens.all().get(dash + 1).is_some_and(|next| next.spaced == tokens.get(dash).spaced)
}

/// A long dash between two spaces parts clauses.
fn is_break(tokens: &Tokens<'_>, dash: usize) -> bool {
    tokens.get(dash).spaced && tokens.raw(dash) == "\u{2014}"
}

fn alike(mut first: Amount, mut second: Amount) -> Option<(Amount, Amount)> {
    if first.top.is_some() {
        return None;
    }
    if let Some(power) = second.scale.filter(|_| first.scale.is_none() && first.in_digits && first.time.is_none()) {
        let scale = power_of_ten(power)?;
        if first.value < second.value.checked_div(scale)? {
            first = first.scaled(power, first.end)?;
        }
    }
    match (first.unit, second.unit) {
        (None, Some(unit)) => first = first.with_unit(unit)?,
        (Some(unit @ UnitWord::Money(_)), None) => second.unit = Some(unit),
        (Some(UnitWord::Measure(a)), Some(UnitWord::Measure(b))) if a != b => {
            first.value = unit::convert(first.value, a, b)?;
            first.unit = second.unit;
        }
        (Some(UnitWord::Time(_)), Some(UnitWord::Time(_))) => {}
        (a, b) if a == b => {}
        _ => return None,
    }
    Some((first, second))
}

/// The far end of `above 1000 and below 1500`: its amount, and its hedge.
pub(super) fn far_bound(tokens: &Tokens<'_>, first: &Amount, hedge: Hedge) -> Option<(Amount, Hedge)> {
    const LONGEST_HEDGE: usize = 8;
    let and = matches!(language::JOINS.at(tokens, first.end), Some((Qualifier::And, _)));
    let next = first.end + 1;
    if !and || is_cut(tokens, first.end) {
        return None;
    }
    let upward = |hedge| matches!(hedge, Hedge::MoreThan | Hedge::AtLeast);
    let downward = |hedge| matches!(hedge, Hedge::LessThan | Hedge::AtMost);
    let second = (next + 1..(next + LONGEST_HEDGE).min(tokens.len())).find_map(|at| {
        let stop = tokens.get(at).kind == TokenKind::Word && language::number_word(tokens.folded(at)).is_none();
        if stop { None } else { amount_at(tokens, at, next) }
    })?;
    let before = hedge::before(tokens, second.start, next);
    let far = before.hedge.filter(|_| before.start == next && before.frame.is_none())?;
    let opposite = upward(hedge) && downward(far) || downward(hedge) && upward(far);
    let (first, second) = alike(*first, second)?;
    let ordered = if upward(hedge) { first.value <= second.value } else { second.value <= first.value };
    (opposite && ordered).then_some((second, far))
}

/// The smaller and the larger of two ends.
pub(super) fn in_order(first: Number, second: Number) -> (Number, Number) {
    (first.min(second), first.max(second))
}
