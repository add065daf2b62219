//! One numeral with its sign, fraction and scale: all that can be read
//! without knowing what is counted.
//!
//! `-1.2 million`, `2 1/4`, `½`, `two thirds`, `a quarter of a million`, `half
//! a dozen`, `two and a half`, `20k`, `2.48×10−5`; and amounts left open:
//! `dozens`, `several`, `hundreds of thousands`.

use super::digits::digits_at;
use super::language::{self, Cardinal, NumberWord};
use super::words::{Sum, Whole, ordinal_words_at, power_of_ten, whole_at};
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
    fn plain(value: Number, start: usize, end: usize) -> Self {
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
    let times = match word_at(tokens, end) {
        Some(NumberWord::Group(group)) => Some(Number::from(group)),
        Some(NumberWord::Cardinal(Cardinal::Hundred)) => Some(Number::ONE_HUNDRED),
        Some(NumberWord::Cardinal(Cardinal::Scale(power))) => power_of_ten(power),
        _ => None,
    };
    let times = times.and_then(|times| {
        let (low, high) = (times.checked_mul(low.into())?, times.checked_mul(high.min(10).into())?);
        Some(Numeral::between(low, high, false, start, end + 1))
    });
    times.unwrap_or(bare)
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
    let part = |parts: u32| Some(of_scale(tokens, Numeral::plain(divide(Number::ONE, parts)?, at, at + 2)));
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
        NumberWord::Couple if of || at + 2 >= tokens.len() => {
            Some(Numeral::between(Number::TWO, Number::from(3), true, at, at + 2 + usize::from(of)))
        }
        NumberWord::Half => part(2),
        NumberWord::Quarter => part(4),
        NumberWord::Ordinal(Cardinal::Unit(parts @ 3..) | Cardinal::Teen(parts) | Cardinal::Ten(parts)) if of => {
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

/// `half of`, `half a million`, `half a dozen`, `half the`; a unit may follow
/// it too, which is for the caller to see.
fn half_at(tokens: &Tokens<'_>, at: usize) -> Option<Numeral> {
    let half = Numeral::plain(divide(Number::ONE, 2)?, at, at + 1);
    let scaled = of_scale(tokens, half);
    if scaled.end > half.end {
        return Some(scaled);
    }
    let follow = tokens.all().get(at + 1)?;
    let glued = !follow.spaced && tokens.folded(at + 1) == "-";
    let word = language::number_word(tokens.folded(at + 1 + usize::from(glued).min(tokens.len() - at - 2)));
    match word {
        Some(NumberWord::Group(group)) => Some(Numeral::plain(divide(Number::from(group), 2)?, at, at + 2)),
        _ => Some(half),
    }
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

/// What may follow a whole number and make it a fraction.
fn with_fraction(tokens: &Tokens<'_>, plain: Numeral, whole: &Whole) -> Option<Numeral> {
    let end = plain.end;
    let add = |part: Number, end: usize| {
        let scale = plain.scale.map_or(Some(Number::ONE), power_of_ten)?;
        let value = plain.value.checked_add(part.checked_mul(scale)?)?;
        let step = if plain.scale.is_some() { scale.checked_div(Number::TEN)? } else { Number::ZERO };
        Some(Numeral { value, step, in_digits: false, end, ..plain })
    };
    if let Some(part) = tokens.all().get(end).and_then(|_| vulgar(tokens.raw(end))) {
        return add(part, end + 1);
    }
    if plain.in_digits && plain.step.is_zero() {
        if let Some((part, end)) = slashed(tokens, end).filter(|(part, _)| *part < Number::ONE) {
            return add(part, end);
        }
        if let Some((value, end)) = slashed(tokens, plain.start) {
            return Some(Numeral { value, in_digits: false, end, ..plain });
        }
    }
    if word_at(tokens, end) == Some(NumberWord::And) {
        let slashed = slashed(tokens, end + 1).filter(|_| plain.scale.is_none());
        if let Some((part, end)) = part_at(tokens, end + 1).or(slashed) {
            return add(part, end);
        }
    }
    let (parts, parts_end) = parts_at(tokens, end, plain.value)?;
    let (first, numerator) = match whole.before_and {
        Some((sum, _)) => (sum.value()?, plain.value.checked_sub(sum.value()?)?),
        None => (Number::ZERO, plain.value),
    };
    let scale = whole.before_and.and_then(|(sum, _)| power_of_ten(sum.scale()?)).unwrap_or(Number::ONE);
    let value = first.checked_add(numerator.checked_div(parts)?.checked_mul(scale)?)?;
    Some(Numeral { value, step: Number::ZERO, in_digits: false, scale: None, end: parts_end, ..plain })
}

/// `two and a half million`: rounded as `2.5 million` is.
fn scaled_fraction(tokens: &Tokens<'_>, read: Numeral) -> Numeral {
    match word_at(tokens, read.end) {
        Some(NumberWord::Cardinal(Cardinal::Scale(power))) if read.scale.is_none() && read.value > Number::ONE => {
            let step = Number::try_new(1, 1).unwrap_or(Number::ONE);
            Numeral { step, ..read }.scaled(power, read.end + 1).unwrap_or(read)
        }
        _ => read,
    }
}

/// `a half`, `half`, `three quarters`, `two fifths` after `and`.
pub(super) fn part_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    match word_at(tokens, at)? {
        NumberWord::Half => Some((divide(Number::ONE, 2)?, at + 1)),
        NumberWord::Article => match word_at(tokens, at + 1)? {
            NumberWord::Half => Some((divide(Number::ONE, 2)?, at + 2)),
            NumberWord::Quarter => Some((divide(Number::ONE, 4)?, at + 2)),
            NumberWord::Ordinal(Cardinal::Unit(parts @ 3..)) => Some((divide(Number::ONE, parts.into())?, at + 2)),
            _ => None,
        },
        NumberWord::Cardinal(_) => {
            let numerator = whole_at(tokens, at)?;
            let value = numerator.sum.value()?;
            let (parts, end) = parts_at(tokens, numerator.end, value).or_else(|| {
                let quarter =
                    matches!(word_at(tokens, numerator.end), Some(NumberWord::Quarter | NumberWord::Parts(4)));
                quarter.then_some((4.into(), numerator.end + 1))
            })?;
            (value < parts).then_some((value.checked_div(parts)?, end))
        }
        _ => None,
    }
}

/// The lower half of a fraction in words, after its upper half.
fn parts_at(tokens: &Tokens<'_>, at: usize, numerator: Number) -> Option<(Number, usize)> {
    let dash = tokens.all().get(at).is_some_and(|token| !token.spaced) && tokens.folded(at) == "-";
    let at = at + usize::from(dash);
    let (one, three) = (numerator == Number::ONE, numerator == Number::from(3));
    match word_at(tokens, at)? {
        NumberWord::Parts(parts) if parts != 4 || three => Some((parts.into(), at + 1)),
        NumberWord::Cardinal(Cardinal::Hundred) => {
            match word_at(tokens, at + 1 + usize::from(is_dash(tokens, at + 1)))? {
                NumberWord::Parts(parts) => {
                    Some((divide(parts.into(), 100)?, at + 2 + usize::from(is_dash(tokens, at + 1))))
                }
                _ => None,
            }
        }
        NumberWord::Half if one => Some((Number::TWO, at + 1)),
        NumberWord::Quarter if one || three && dash => Some((4.into(), at + 1)),
        NumberWord::Ordinal(Cardinal::Unit(parts @ 3..)) if one => Some((parts.into(), at + 1)),
        NumberWord::Ordinal(Cardinal::Teen(parts) | Cardinal::Ten(parts)) if one => Some((parts.into(), at + 1)),
        NumberWord::Cardinal(_) if one => ordinal_words_at(tokens, at).filter(|(_, end)| *end > at + 1),
        _ => None,
    }
}

/// `3/4`; not `24/7`, nor a part of a date, nor `9/11`.
fn slashed(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    let [above, slash, below] = tokens.all().get(at..at + 3)? else { return None };
    let shaped = above.kind == TokenKind::Digits && below.kind == TokenKind::Digits && !slash.spaced && !below.spaced;
    if !shaped || !matches!(tokens.raw(at + 1), "/" | "\u{2044}") || above.span.len() > 3 || below.span.len() > 4 {
        return None;
    }
    let goes_on = tokens.all().get(at + 3).is_some_and(|next| !next.spaced && tokens.folded(at + 3) == "/");
    let (above, below) = (digits_at(tokens, at)?, digits_at(tokens, at + 2)?);
    let fraction = below.decimals == 0 && above.value < below.value && !goes_on;
    let famous = above.value == Number::from(9) && below.value == Number::from(11);
    (fraction && !famous).then_some((above.value.checked_div(below.value)?, below.end))
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
    if matches!(word, "×" | "x" | "e") { powered(tokens, read).unwrap_or(read) } else { read }
}

/// `×10−5`, `x 10^6`.
fn powered(tokens: &Tokens<'_>, read: Numeral) -> Option<Numeral> {
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

/// `half a million`, `two thirds of a million`, `a quarter of a billion`.
fn of_scale(tokens: &Tokens<'_>, read: Numeral) -> Numeral {
    if read.value >= Number::ONE {
        return read;
    }
    let mut at = read.end + usize::from(is_of(tokens, read.end));
    if word_at(tokens, at) != Some(NumberWord::Article) {
        return read;
    }
    at += 1;
    match word_at(tokens, at) {
        Some(NumberWord::Cardinal(Cardinal::Scale(power))) => {
            let tenth = Number::try_new(1, 1).unwrap_or(Number::ONE);
            Numeral { step: tenth, ..read }.scaled(power, at + 1).unwrap_or(read)
        }
        Some(NumberWord::Group(group)) => match read.value.checked_mul(group.into()) {
            Some(value) => Numeral { value, end: at + 1, ..read },
            None => read,
        },
        _ => read,
    }
}

fn divide(number: Number, parts: u32) -> Option<Number> {
    number.checked_div(parts.into())
}

fn word_at(tokens: &Tokens<'_>, at: usize) -> Option<NumberWord> {
    let token = tokens.all().get(at)?;
    (token.kind == TokenKind::Word).then(|| language::number_word(tokens.folded(at))).flatten()
}

fn is_word(tokens: &Tokens<'_>, at: usize, word: NumberWord) -> bool {
    word_at(tokens, at) == Some(word)
}

fn is_of(tokens: &Tokens<'_>, at: usize) -> bool {
    is_word(tokens, at, NumberWord::Of)
}

fn is_dash(tokens: &Tokens<'_>, at: usize) -> bool {
    at < tokens.len() && tokens.folded(at) == "-"
}

fn vulgar(sign: &str) -> Option<Number> {
    let (above, below) = match sign {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    divide(Number::from(above), below)
}
