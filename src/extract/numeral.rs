//! One numeral with its sign, fraction and scale: all that can be read
//! without knowing what is counted.
//!
//! `-1.2 million`, `2 1/4`, `½`, `two thirds`, `a quarter of a million`, `half
//! a dozen`, `two and a half`, `20k`, `2.48×10−5`; and amounts left open:
//! `dozens`, `several`, `hundreds of thousands`.

use super::amount::is_by;
use super::fraction::{divide, of_scale, scaled_fraction, vulgar, with_fraction};
use super::language::{self, Cardinal, NumberWord};
use super::words::{Sum, power_of_ten, whole_at};
use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// A numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// The number, or for an amount left open its lower end.
    pub value: Number,
    /// The upper end of an amount left open.
    pub top: Option<Number>,
    /// Whether the text states a number at all: `dozens` does not.
    pub is_stated: bool,
    /// One unit of the last stated digit where the number is rounded, or zero.
    pub step: Number,
    /// Whether it stands in digits, with no scale word.
    pub in_digits: bool,
    /// Its scale word's power of ten, where it ends with one.
    pub scale: Option<u32>,
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

impl Numeral {
    pub(super) fn plain(value: Number, start: usize, end: usize) -> Self {
        Self { value, top: None, is_stated: true, step: Number::ZERO, in_digits: false, scale: None, start, end }
    }

    fn between(low: Number, high: Number, is_stated: bool, start: usize, end: usize) -> Self {
        Self { top: Some(high), is_stated, ..Self::plain(low, start, end) }
    }

    /// The same times ten to a power, ending at another token.
    #[must_use]
    pub fn scaled(mut self, power: u32, end: usize) -> Option<Self> {
        let scale = power_of_ten(power)?;
        self.value = self.value.checked_mul(scale)?;
        self.top = match self.top {
            Some(top) => Some(top.checked_mul(scale)?),
            None => None,
        };
        let step = if self.step.is_zero() { Number::ONE } else { self.step };
        self.step = step.checked_mul(scale)?;
        (self.scale, self.end, self.in_digits) = (Some(power), end, false);
        Some(self)
    }
}

/// Reads the numeral that begins with the token `at`.
#[must_use]
pub fn numeral_at(tokens: &Tokens<'_>, at: usize) -> Option<Numeral> {
    let token = tokens.all().get(at)?;
    if token.kind == TokenKind::Word {
        match language::number_word(tokens.folded(at))? {
            NumberWord::Cardinal(_) => {}
            NumberWord::Minus => return negative(tokens, at, at + 1),
            NumberWord::Article => return after_article(tokens, at),
            NumberWord::Half => return half_at(tokens, at),
            NumberWord::Quarter => return quarter_at(tokens, at),
            NumberWord::Vague(low, high) => return Some(vague_at(tokens, at, at + 1, (low, high))),
            NumberWord::Groups(group) => return groups_at(tokens, at, group),
            NumberWord::Many(power) => return many_at(tokens, at, power),
            _ => return None,
        }
    } else if token.kind == TokenKind::Sign {
        if tokens.folded(at) == "-" {
            let next = tokens.all().get(at + 1)?;
            let leads = token.spaced && !next.spaced && next.kind != TokenKind::Word;
            return if leads { negative(tokens, at, at + 1) } else { None };
        }
        if let Some(fraction) = vulgar(tokens.raw(at)) {
            return Some(Numeral::plain(fraction, at, at + 1)).map(|half| of_scale(tokens, half));
        }
    }
    let whole = whole_at(tokens, at)?;
    let plain = Numeral {
        step: whole.sum.step(),
        in_digits: whole.sum.is_digits(),
        scale: whole.sum.scale(),
        ..Numeral::plain(whole.sum.value()?, at, whole.end)
    };
    let read = with_fraction(tokens, plain, &whole).map_or(plain, |read| scaled_fraction(tokens, read));
    Some(of_scale(tokens, with_suffix(tokens, read, &whole.sum)))
}

/// `several`, `several hundred`, `a few dozen`.
fn vague_at(tokens: &Tokens<'_>, start: usize, end: usize, (low, high): (u32, u32)) -> Numeral {
    let bare = Numeral::between(low.into(), high.into(), false, start, end);
    let times = |at| times_at(tokens, at);
    let Some(first) = times(end) else { return bare };
    let (times, end) = match times(end + 1).and_then(|second| first.checked_mul(second)) {
        Some(both) => (both, end + 2),
        None => (first, end + 1),
    };
    match (times.checked_mul(low.into()), times.checked_mul(high.min(10).into())) {
        (Some(low), Some(high)) => Numeral::between(low, high, false, start, end),
        _ => bare,
    }
}

/// What a word multiplies the number before it by: `hundred`, `million`, `dozen`.
pub(super) fn times_at(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    match word_at(tokens, at)? {
        NumberWord::Group(group) => Some(Number::from(group)),
        NumberWord::Cardinal(Cardinal::Hundred) => Some(Number::ONE_HUNDRED),
        NumberWord::Cardinal(Cardinal::Scale(power)) => power_of_ten(power),
        _ => None,
    }
}

/// `dozens`, `scores of`: from twice to twenty times so many.
fn groups_at(tokens: &Tokens<'_>, at: usize, group: u8) -> Option<Numeral> {
    let group = u32::from(group);
    let plain = is_of(tokens, at + 1) || group == 12;
    plain.then(|| Numeral::between((2 * group).into(), (20 * group).into(), false, at, at + 1))
}

fn negative(tokens: &Tokens<'_>, start: usize, at: usize) -> Option<Numeral> {
    let read = match tokens.all().get(at)?.kind {
        TokenKind::Word if !matches!(word_at(tokens, at), Some(NumberWord::Cardinal(_) | NumberWord::Article)) => {
            return None;
        }
        TokenKind::Sign if tokens.folded(at) == "-" => return None,
        _ => numeral_at(tokens, at)?,
    };
    Some(Numeral { value: -read.value, start, ..read })
}

/// `a dozen`, `a couple of`, `a half`, `a quarter`, `a third of`, `a million`.
fn after_article(tokens: &Tokens<'_>, at: usize) -> Option<Numeral> {
    let next = tokens.all().get(at + 1).map(|_| tokens.folded(at + 1))?;
    let of = is_word(tokens, at + 2, NumberWord::Of);
    let is_part = || of || is_by(tokens, at, at + 2);
    let part = |parts: u64| Some(of_scale(tokens, Numeral::plain(divide(Number::ONE, parts)?, at, at + 2)));
    match language::number_word(next)? {
        NumberWord::Group(group) => Some(Numeral::plain(group.into(), at, at + 2)),
        NumberWord::Few => {
            let few = vague_at(tokens, at, at + 2, (2, 10));
            let unit = language::UNITS.at(tokens, few.end).is_some();
            (unit || few.end > at + 2).then_some(few)
        }
        NumberWord::Couple if vague_at(tokens, at, at + 2, (2, 3)).end > at + 2 => {
            Some(vague_at(tokens, at, at + 2, (2, 3)))
        }
        // `a couple of hundred`
        NumberWord::Couple if of && vague_at(tokens, at, at + 3, (2, 3)).end > at + 3 => {
            Some(vague_at(tokens, at, at + 3, (2, 3)))
        }
        NumberWord::Couple if of || at + 2 >= tokens.len() => {
            Some(Numeral::between(Number::TWO, Number::from(3), true, at, at + 2 + usize::from(of)))
        }
        NumberWord::Half => part(2),
        NumberWord::Quarter => part(4),
        NumberWord::Ordinal(Cardinal::Unit(parts @ 3..) | Cardinal::Teen(parts) | Cardinal::Ten(parts))
            if is_part() =>
        {
            part(parts.into())
        }
        NumberWord::Cardinal(Cardinal::Hundred | Cardinal::Scale(_)) => {
            let mut read = numeral_at(tokens, at + 1)?;
            read.start = at;
            Some(read)
        }
        _ => None,
    }
}

/// `half of`, `half a million`, `half-trillion`, `half a dozen`, `half the`; a
/// unit may follow it too, which is for the caller to see.
fn half_at(tokens: &Tokens<'_>, at: usize) -> Option<Numeral> {
    Some(of_scale(tokens, Numeral::plain(divide(Number::ONE, 2)?, at, at + 1)))
}

fn quarter_at(tokens: &Tokens<'_>, at: usize) -> Option<Numeral> {
    Some(of_scale(tokens, Numeral::plain(divide(Number::ONE, 4)?, at, at + 1)))
}

/// `hundreds`, `tens of thousands`, `hundreds of millions`. Tens, hundreds and
/// each of them of something go up to twenty times their lower end, thousands
/// to a hundred times, millions and more to a thousand times.
fn many_at(tokens: &Tokens<'_>, at: usize, power: u32) -> Option<Numeral> {
    let unit = power_of_ten(power)?;
    if is_of(tokens, at + 1)
        && let Some(NumberWord::Many(scale)) = word_at(tokens, at + 2)
        && scale > power
    {
        let unit = unit.checked_mul(power_of_ten(scale)?)?;
        return Some(Numeral::between(unit.checked_mul(Number::TWO)?, unit.checked_mul(20.into())?, false, at, at + 3));
    }
    let times = match power {
        1 => 10,
        2 => 20,
        3 => 100,
        _ => 1000,
    };
    let low = unit.checked_mul(Number::TWO)?;
    Some(Numeral::between(low, unit.checked_mul(Number::from(times))?, false, at, at + 1))
}

/// What is written onto a number: `20k`, `1.2bn`, `2 dozen`, `2.48×10−5`.
fn with_suffix(tokens: &Tokens<'_>, read: Numeral, sum: &Sum) -> Numeral {
    let Some(next) = tokens.all().get(read.end) else { return read };
    let word = tokens.folded(read.end);
    if next.kind == TokenKind::Word && sum.is_digits() && read.in_digits {
        let glued = !next.spaced || word.len() > 1;
        if let Some(power) = language::scale_letters(word).filter(|_| glued) {
            return read.scaled(power, read.end + 1).unwrap_or(read);
        }
        if matches!(tokens.raw(read.end), "G" | "T") && !read.step.is_zero() {
            let power = if tokens.raw(read.end) == "G" { 9 } else { 12 };
            return read.scaled(power, read.end + 1).unwrap_or(read);
        }
    }
    if matches!(tokens.raw(read.end), "Cr") {
        return read.scaled(7, read.end + 1).unwrap_or(read);
    }
    if let Some(NumberWord::Group(group) | NumberWord::Groups(group)) = language::number_word(word)
        && let Some(value) = read.value.checked_mul(group.into())
    {
        return Numeral { value, in_digits: false, end: read.end + 1, ..read };
    }
    if word_at(tokens, read.end) == Some(NumberWord::Score) && !sum.is_digits() && counts_things(tokens, read.end + 1) {
        let value = read.value.checked_mul(20.into()).unwrap_or(read.value);
        return Numeral { value, in_digits: false, end: read.end + 1, ..read };
    }
    if matches!(word, "×" | "x" | "e" | "^") { powered(tokens, read).unwrap_or(read) } else { read }
}

/// Whether many things, or nothing, stand at a token: three score people, where three score goals in a game.
fn counts_things(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .all()
        .get(at)
        .is_none_or(|next| next.kind == TokenKind::Word && language::counts_by_millions(tokens.folded(at)))
}

/// `×10−5`, `x 10^6`, `2e10`, `1.1^23`.
fn powered(tokens: &Tokens<'_>, read: Numeral) -> Option<Numeral> {
    if tokens.raw(read.end) == "^" {
        return raised(tokens, read);
    }
    let letter = tokens.folded(read.end) == "e";
    if letter && tokens.get(read.end).spaced {
        return None;
    }
    if !letter && tokens.all().get(read.end + 1).map(|_| tokens.raw(read.end + 1)) != Some("10") {
        return None;
    }
    let mut at = read.end + if letter { 1 } else { 2 };
    at += usize::from(tokens.all().get(at).is_some_and(|_| tokens.raw(at) == "^"));
    let minus = is_dash(tokens, at) && !tokens.get(at).spaced;
    at += usize::from(minus);
    let digits = tokens.all().get(at).filter(|token| token.kind == TokenKind::Digits && !token.spaced)?;
    let power = power_of_ten(digits.span.of(tokens.text()).parse().ok()?)?;
    let value = if minus { read.value.checked_div(power)? } else { read.value.checked_mul(power)? };
    let step = if minus { read.step.checked_div(power)? } else { read.step.checked_mul(power)? };
    Some(Numeral { value, step, in_digits: false, end: at + 1, ..read })
}

pub(super) fn word_at(tokens: &Tokens<'_>, at: usize) -> Option<NumberWord> {
    let token = tokens.all().get(at)?;
    (token.kind == TokenKind::Word).then(|| language::number_word(tokens.folded(at))).flatten()
}

/// A number to a whole power; it is written out, and not rounded.
fn raised(tokens: &Tokens<'_>, read: Numeral) -> Option<Numeral> {
    const HIGHEST: u32 = 64;
    let sign = tokens.all().get(read.end + 1).map(|_| tokens.folded(read.end + 1))?;
    let at = read.end + 1 + usize::from(matches!(sign, "+" | "-"));
    let digits = tokens.all().get(at).filter(|token| token.kind == TokenKind::Digits && !token.spaced)?;
    let power: u32 = digits.span.of(tokens.text()).parse().ok().filter(|power| *power <= HIGHEST)?;
    let mut value = Number::ONE;
    for _ in 0..power {
        value = value.checked_mul(read.value)?;
    }
    let value = if sign == "-" { Number::ONE.checked_div(value)? } else { value };
    Some(Numeral { value, step: Number::ZERO, in_digits: false, end: at + 1, ..read })
}

fn is_word(tokens: &Tokens<'_>, at: usize, word: NumberWord) -> bool {
    word_at(tokens, at) == Some(word)
}

pub(super) fn is_of(tokens: &Tokens<'_>, at: usize) -> bool {
    is_word(tokens, at, NumberWord::Of)
}

pub(super) fn is_dash(tokens: &Tokens<'_>, at: usize) -> bool {
    at < tokens.len() && tokens.folded(at) == "-"
}
