//! Roman numerals, where they number something: `Chapter IV`, `Part II`,
//! `Article V`.
//!
//! Not read: those of names (`Elizabeth II`, `World War II`), and letters
//! that only look like one (`Vitamin C`, `an IV drip`).

use super::language;
use super::{Extracted, Measure, Reading, Role};
use crate::text::{TokenKind, Tokens};
use crate::value::{Hedge, Interval, Number};

/// The value that is the token `at`, the `IV` of `Chapter IV`. Every word of a text is asked for it: its first letter
/// turns nearly all away.
#[inline]
pub(super) fn numbered(tokens: &Tokens<'_>, at: usize) -> Option<Extracted> {
    let first = tokens.text().as_bytes()[tokens.get(at).span.start];
    if !is_roman_digit(first) || !tokens.raw(at).bytes().all(is_roman_digit) {
        return None;
    }
    let value = roman_at(tokens, at)?;
    let interval = Interval::exact(value);
    let measure = Measure { stated: Some(value), hedge: Hedge::Exact, interval, unit: None, role: Role::Total };
    Some(Extracted { span: tokens.get(at).span, reading: Reading::Number(measure) })
}

fn is_roman_digit(letter: u8) -> bool {
    matches!(letter, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M')
}

/// The numeral that is the token `at`, after a word for something numbered.
fn roman_at(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let before = at.checked_sub(1)?;
    let led = tokens.get(before).kind == TokenKind::Word && language::is_numbered(tokens.folded(before));
    let glued = |at: usize| tokens.all().get(at).is_some_and(|token| !token.spaced && token.kind != TokenKind::Sign);
    if !led || glued(at) || glued(at + 1) {
        return None;
    }
    value(tokens.raw(at)).map(Number::from)
}

/// The letters as a number, when they are written as it is written.
pub(super) fn value(letters: &str) -> Option<u32> {
    let worth = |letter: u8| match letter {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        b'D' => Some(500),
        b'M' => Some(1000),
        _ => None,
    };
    let worths: Vec<u32> = letters.bytes().take(16).map(worth).collect::<Option<_>>()?;
    let taken = |at: usize| worths.get(at + 1).is_some_and(|next| *next > worths[at]);
    let (mut plus, mut minus) = (0, 0);
    for (at, worth) in worths.iter().enumerate() {
        if taken(at) {
            minus += worth;
        } else {
            plus += worth;
        }
    }
    let value: u32 = plus.checked_sub(minus)?;
    (!letters.is_empty() && written(value) == letters).then_some(value)
}

fn written(mut value: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut letters = String::new();
    for (worth, part) in PARTS {
        while value >= worth && letters.len() < 16 {
            letters.push_str(part);
            value -= worth;
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numerals_as_they_are_written() {
        assert_eq!([value("IV"), value("XII"), value("MCMXLV")], [Some(4), Some(12), Some(1945)]);
        assert_eq!([value("IIII"), value("VX"), value("iv"), value("")], [None; 4]);
    }

    #[test]
    fn every_numeral_reads_as_it_was_written() {
        for number in 1..4000 {
            assert_eq!(value(&written(number)), Some(number));
        }
    }
}
