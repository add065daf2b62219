//! Parts of one, in words and in signs: `two thirds`, `2 1/4`, `½`, `and a
//! half`, `three quarters of a million`.
//!
//! `24/7` and `9/11` are no fractions, and neither is the `third` of `a third
//! call`: an ordinal after `a` is a part only where `of` follows.

use super::digits::digits_at;
use super::language::{self, Cardinal, NumberWord};
use super::numeral::{Numeral, is_dash, is_of, word_at};
use super::words::{Whole, ordinal_words_at, power_of_ten, whole_at};
use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// What may follow a whole number and make it a fraction.
pub(super) fn with_fraction(tokens: &Tokens<'_>, plain: Numeral, whole: &Whole) -> Option<Numeral> {
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
    let and = inner(tokens, end);
    if word_at(tokens, and) == Some(NumberWord::And) {
        let slashed = slashed(tokens, and + 1).filter(|_| plain.scale.is_none());
        if let Some((part, end)) = part_at(tokens, inner(tokens, and + 1)).or(slashed) {
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

/// `two and a half million`, `2½bn`: rounded as `2.5 million` is.
pub(super) fn scaled_fraction(tokens: &Tokens<'_>, read: Numeral) -> Numeral {
    if let Some(power) = letters_after_sign(tokens, read.end) {
        let step = Number::try_new(1, 1).unwrap_or(Number::ONE);
        return Numeral { step, ..read }.scaled(power, read.end + 1).unwrap_or(read);
    }
    match word_at(tokens, read.end) {
        Some(NumberWord::Cardinal(Cardinal::Scale(power))) if read.scale.is_none() && read.value > Number::ONE => {
            let step = Number::try_new(1, 1).unwrap_or(Number::ONE);
            Numeral { step, ..read }.scaled(power, read.end + 1).unwrap_or(read)
        }
        _ => read,
    }
}

/// The scale written onto a fraction in one sign: the `bn` of `2½bn`, `2½ bn`, not that of a word.
fn letters_after_sign(tokens: &Tokens<'_>, end: usize) -> Option<u32> {
    let sign = end.checked_sub(1).filter(|&at| vulgar(tokens.raw(at)).is_some());
    let next = tokens.all().get(end).filter(|next| next.kind == TokenKind::Word && sign.is_some())?;
    let is_cut = tokens.all().get(end + 1).is_some_and(|token| !token.spaced && token.kind != TokenKind::Sign);
    let folded = tokens.folded(end);
    // `½ k` may be anything.
    language::scale_letters(folded).filter(|_| !is_cut && (folded.len() > 1 || !next.spaced))
}

/// `a half`, `half`, `three quarters`, `two fifths` after `and`.
pub(super) fn part_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    match word_at(tokens, at)? {
        NumberWord::Half => Some((divide(Number::ONE, 2)?, at + 1)),
        NumberWord::Article => {
            let part = inner(tokens, at + 1);
            let parts = match word_at(tokens, part)? {
                NumberWord::Half => 2,
                NumberWord::Quarter => 4,
                NumberWord::Ordinal(Cardinal::Unit(parts @ 3..)) => parts.into(),
                _ => return None,
            };
            Some((divide(Number::ONE, parts)?, part + 1))
        }
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
    // The number of a paper: `release 24/118`.
    if super::label::is_label(tokens, at) {
        return None;
    }
    (fraction && !famous).then_some((above.value.checked_div(below.value)?, below.end))
}

/// `half a million`, `a half dozen`, `two thirds of a million`, `a quarter of a billion`, `1/2 million`.
pub(super) fn of_scale(tokens: &Tokens<'_>, read: Numeral) -> Numeral {
    if read.value >= Number::ONE {
        return read;
    }
    let slashed = slashed(tokens, read.start).is_some_and(|(_, end)| end == read.end);
    // `One fifth billion`.
    let is_scale = |at: usize| matches!(word_at(tokens, at), Some(NumberWord::Cardinal(Cardinal::Scale(_))));
    let is_part = slashed || !read.in_digits && is_scale(inner(tokens, read.end));
    let mut at = inner(tokens, read.end);
    at = inner(tokens, at + usize::from(is_of(tokens, at)));
    if word_at(tokens, at) == Some(NumberWord::Article) {
        at = inner(tokens, at + 1);
    } else if at != inner(tokens, read.end)
        || !is_part && read.end > read.start + 1 + usize::from(word_at(tokens, read.start) == Some(NumberWord::Article))
    {
        return read;
    }
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

pub(super) fn divide(number: Number, parts: u64) -> Option<Number> {
    number.checked_div(parts.into())
}

pub(super) fn vulgar(sign: &str) -> Option<Number> {
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

/// Past the hyphen between two words: `two-and-a-half`.
pub(super) fn inner(tokens: &Tokens<'_>, at: usize) -> usize {
    let joins = is_dash(tokens, at)
        && !tokens.get(at).spaced
        && tokens.all().get(at + 1).is_some_and(|next| !next.spaced && next.kind == TokenKind::Word);
    at + usize::from(joins)
}
