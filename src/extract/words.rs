//! Whole numbers in words, in digits, or in both, and ordinals.
//!
//! `two hundred and five`, `forty-five hundred`, `1.2 million`, `4 thousand 3
//! hundred and 21`, `two point five`; `twenty-first`, `20th`. Fractions,
//! signs and hedges are not read here.
//!
//! ```
//! use gainsay::{extract::words::whole_at, text::Tokens, value::Number};
//! let read = whole_at(&Tokens::new("two hundred and five calls"), 0).unwrap();
//! assert_eq!((read.sum.value(), read.end), (Some(Number::from(205)), 4));
//! ```

use super::digits::{Written, digits_at};
use super::language::{self, Cardinal, NumberWord};
use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// A number as far as it has been put together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// Everything before the last scale word, that word included.
    total: Number,
    /// What was read since.
    group: Number,
    last: Last,
    /// The last scale: the next must be smaller.
    ceiling: u32,
    /// Digits after the decimal mark of the group.
    decimals: u32,
    /// Digits after the decimal mark of the last scaled group.
    scaled_decimals: u32,
    /// Whether that group stood in digits.
    scaled_digits: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Start,
    Unit,
    Ten,
    Hundred,
    Scale,
    Digits,
}

impl Sum {
    const START: Self = Self {
        total: Number::ZERO,
        group: Number::ZERO,
        last: Last::Start,
        ceiling: 28,
        decimals: 0,
        scaled_decimals: 0,
        scaled_digits: false,
    };

    /// The number; `None` when it has more than 28 digits.
    #[must_use]
    pub fn value(&self) -> Option<Number> {
        self.total.checked_add(self.group)
    }

    /// The last scale word's power of ten, if the number ends with one.
    #[must_use]
    pub fn scale(&self) -> Option<u32> {
        (self.last == Last::Scale).then_some(self.ceiling)
    }

    /// One unit of the last stated digit where the number is rounded: written
    /// with a scale word or with decimals. Zero where it is not.
    #[must_use]
    pub fn step(&self) -> Number {
        let decimals = if self.last == Last::Scale { self.scaled_decimals } else { self.decimals };
        let unit = Number::try_new(1, decimals).unwrap_or(Number::ZERO);
        match self.last {
            Last::Scale => power_of_ten(self.ceiling).and_then(|scale| scale.checked_mul(unit)).unwrap_or(unit),
            _ if decimals > 0 => unit,
            _ => Number::ZERO,
        }
    }

    /// Whether the number stands in digits alone.
    #[must_use]
    pub fn is_digits(&self) -> bool {
        self.last == Last::Digits && self.ceiling == Self::START.ceiling
    }

    /// Multiplies by a scale that is written onto the digits: `20k`.
    #[must_use]
    pub fn scaled(mut self, power: u32) -> Option<Self> {
        self.push(Cardinal::Scale(power))?;
        Some(self)
    }

    fn push(&mut self, word: Cardinal) -> Option<()> {
        let open = matches!(self.last, Last::Start | Last::Scale | Last::Hundred);
        match word {
            Cardinal::Unit(unit) if open || self.last == Last::Ten => self.add(unit, Last::Unit),
            Cardinal::Teen(teen) if open => self.add(teen, Last::Unit),
            Cardinal::Ten(ten) if open => self.add(ten, Last::Ten),
            Cardinal::Hundred if self.last == Last::Start => self.add(100, Last::Hundred),
            Cardinal::Hundred => self.hundred(),
            Cardinal::Scale(power) => self.scale_by(power),
            _ => None,
        }
    }

    fn add(&mut self, number: u8, last: Last) -> Option<()> {
        self.group = self.group.checked_add(Number::from(number))?;
        self.last = last;
        Some(())
    }

    fn hundred(&mut self) -> Option<()> {
        let fits = self.last == Last::Digits
            || matches!(self.last, Last::Unit | Last::Ten)
                && self.group < Number::ONE_HUNDRED
                && self.group > Number::ZERO;
        if !fits {
            return None;
        }
        self.group = self.group.checked_mul(Number::ONE_HUNDRED)?;
        self.last = Last::Hundred;
        Some(())
    }

    fn scale_by(&mut self, power: u32) -> Option<()> {
        let scale = power_of_ten(power)?;
        if self.last == Last::Scale {
            // `two hundred thousand million`
            self.total = self.total.checked_mul(scale)?;
            self.ceiling = power;
            return Some(());
        }
        if power >= self.ceiling {
            return None;
        }
        if self.last == Last::Start {
            self.group = Number::ONE;
        }
        self.total = self.total.checked_add(self.group.checked_mul(scale)?)?;
        (self.scaled_decimals, self.scaled_digits) = (self.decimals, self.last == Last::Digits);
        (self.group, self.decimals, self.last, self.ceiling) = (Number::ZERO, 0, Last::Scale, power);
        Some(())
    }

    fn push_digits(&mut self, written: Written, joined: bool) -> Option<()> {
        let whole = written.decimals == 0;
        let fits = match self.last {
            Last::Start => true,
            Last::Scale => whole && joined && power_of_ten(self.ceiling).is_some_and(|scale| written.value < scale),
            Last::Hundred => whole && joined && written.value < Number::ONE_HUNDRED,
            _ => false,
        };
        if !fits {
            return None;
        }
        self.group = self.group.checked_add(written.value)?;
        (self.decimals, self.last) = (written.decimals, Last::Digits);
        Some(())
    }

    /// Adds a digit after the point: `two point five`.
    fn push_decimal(&mut self, digit: u8) -> Option<()> {
        self.decimals += 1;
        let part = Number::try_new(i64::from(digit), self.decimals).ok()?;
        self.group = self.group.checked_add(part)?;
        self.last = Last::Digits;
        Some(())
    }
}

/// Ten to a power, up to 28.
#[must_use]
pub fn power_of_ten(power: u32) -> Option<Number> {
    Number::try_from_i128_with_scale(10_i128.checked_pow(power)?, 0).ok()
}

/// A whole number, and how it was put together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whole {
    /// The number.
    pub sum: Sum,
    /// One past its last token.
    pub end: usize,
    /// What stood before the last `and`, and where that ended: `two hundred
    /// and fifty-four hundredths` is 200 and 54 hundredths.
    pub before_and: Option<(Sum, usize)>,
}

/// Reads the cardinal that begins with the token `at`. It takes in every word
/// that can belong, but no `and` that the next number needs for itself:
/// `between one hundred and two hundred`.
#[must_use]
pub fn whole_at(tokens: &Tokens<'_>, at: usize) -> Option<Whole> {
    walk(tokens, at).whole
}

/// Reads the ordinal that begins with the token `at`: `20th`, `twenty-first`.
#[must_use]
pub fn ordinal_words_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    if at < tokens.len() && tokens.get(at).kind == TokenKind::Digits {
        let written = digits_at(tokens, at).filter(|written| written.decimals == 0)?;
        let suffix = written.end;
        let glued = suffix < tokens.len() && !tokens.get(suffix).spaced;
        return (glued && language::is_ordinal_suffix(tokens.folded(suffix))).then_some((written.value, suffix + 1));
    }
    walk(tokens, at).ordinal
}

struct Walk {
    whole: Option<Whole>,
    ordinal: Option<(Number, usize)>,
}

fn walk(tokens: &Tokens<'_>, start: usize) -> Walk {
    let mut made = Whole { sum: Sum::START, end: start, before_and: None };
    let (mut at, mut joined) = (start, false);
    while at < tokens.len() {
        let mut next = made.sum;
        match tokens.get(at).kind {
            TokenKind::Digits => {
                let Some(written) = digits_at(tokens, at) else { break };
                let joins = joined || is_magnitude(tokens, written.end);
                if next.push_digits(written, joins).is_none() {
                    break;
                }
                at = written.end;
            }
            TokenKind::Sign if made.end == start => match digits_at(tokens, at) {
                Some(written) if next.push_digits(written, false).is_some() => at = written.end,
                _ => break,
            },
            TokenKind::Sign => match after_hyphen(tokens, at) {
                Some(after) => {
                    at = after;
                    continue;
                }
                None => break,
            },
            TokenKind::Word => match language::number_word(tokens.folded(at)) {
                Some(NumberWord::Cardinal(_) | NumberWord::Ordinal(_)) if begins_another(tokens, at, &made.sum) => {
                    break;
                }
                Some(NumberWord::Cardinal(word)) if next.push(word).is_some() => at += 1,
                Some(NumberWord::Ordinal(word)) if next.push(word).is_some() => {
                    let ordinal = next.value().map(|value| (value, at + 1));
                    return Walk { whole: None, ordinal };
                }
                Some(NumberWord::Many(power)) if made.end > start && next.push(many(power)).is_some() => at += 1,
                Some(NumberWord::And) if may_join(&made, joined) => {
                    made.before_and = Some((made.sum, made.end));
                    joined = true;
                    at += 1;
                    continue;
                }
                Some(NumberWord::Point) => match decimals_in_words(tokens, at + 1, &mut next) {
                    Some(end) if matches!(made.sum.last, Last::Unit | Last::Ten) => at = end,
                    _ => break,
                },
                _ => break,
            },
        }
        (made.sum, made.end, joined) = (next, at, false);
    }
    Walk { whole: settle(tokens, made, start), ordinal: None }
}

/// `hundreds` and `millions` after a number are what `hundred` and `million`
/// are.
fn many(power: u32) -> Cardinal {
    if power == 2 { Cardinal::Hundred } else { Cardinal::Scale(power) }
}

/// Gives back the `and` that the next number needs for itself.
fn settle(tokens: &Tokens<'_>, mut made: Whole, start: usize) -> Option<Whole> {
    if let Some((sum, end)) = made.before_and {
        let greedy = is_magnitude(tokens, made.end) || made.end <= end;
        if greedy {
            (made.sum, made.end, made.before_and) = (sum, end, None);
        }
    }
    (made.end > start && made.sum.value().is_some()).then_some(made)
}

/// `and` joins after `hundred` and after a scale word, once in a row.
fn may_join(made: &Whole, joined: bool) -> bool {
    !joined && matches!(made.sum.last, Last::Hundred | Last::Scale)
}

/// The first power of ten that words do not go on behind with a few more: `two thousand three`, but `two million
/// three times`.
const MILLION: u32 = 6;

/// Whether a number word behind a scale word begins another number: `3.8 million two years ago`, `12 million and two
/// people`; not `one million two hundred`, `twelve million and two`.
fn begins_another(tokens: &Tokens<'_>, at: usize, sum: &Sum) -> bool {
    if sum.last != Last::Scale || is_magnitude(tokens, at) {
        return false;
    }
    let is_number = |at: &usize| {
        let word = tokens.all().get(*at).and_then(|_| language::number_word(tokens.folded(*at)));
        matches!(word, Some(NumberWord::Cardinal(_))) || tokens.folded(*at) == "-"
    };
    let end = (at..tokens.len()).find(|at| !is_number(at) || is_magnitude(tokens, *at)).unwrap_or(tokens.len());
    let joined = at > 0 && language::number_word(tokens.folded(at - 1)) == Some(NumberWord::And);
    let is_big = sum.scaled_digits || sum.ceiling >= MILLION && !joined;
    sum.scaled_decimals > 0 || is_big && !is_magnitude(tokens, end)
}

fn is_magnitude(tokens: &Tokens<'_>, at: usize) -> bool {
    at < tokens.len()
        && matches!(
            language::number_word(tokens.folded(at)),
            Some(NumberWord::Cardinal(Cardinal::Hundred | Cardinal::Scale(_)))
        )
}

/// The word after a hyphen inside a number: `twenty-one`, `ninety - five`.
fn after_hyphen(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if next >= tokens.len() || tokens.folded(at) != "-" || tokens.get(next).kind != TokenKind::Word {
        return None;
    }
    let evenly = tokens.get(at).spaced == tokens.get(next).spaced;
    let word = language::number_word(tokens.folded(next));
    (evenly && matches!(word, Some(NumberWord::Cardinal(_) | NumberWord::Ordinal(_)))).then_some(next)
}

fn decimals_in_words(tokens: &Tokens<'_>, mut at: usize, sum: &mut Sum) -> Option<usize> {
    let start = at;
    while at < tokens.len() {
        let Some(NumberWord::Cardinal(Cardinal::Unit(digit))) = language::number_word(tokens.folded(at)) else { break };
        sum.push_decimal(digit)?;
        at += 1;
    }
    (at > start).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Option<(String, usize)> {
        let read = whole_at(&Tokens::new(text), 0)?;
        Some((read.sum.value()?.normalize().to_string(), read.end))
    }

    fn ordinal(text: &str) -> Option<(String, usize)> {
        ordinal_words_at(&Tokens::new(text), 0).map(|(value, end)| (value.to_string(), end))
    }

    #[test]
    fn words_digits_and_both() {
        for (text, value, end) in [
            ("sixteen", "16", 1),
            ("forty-five minutes", "45", 3),
            ("forty five hundred thirty eight", "4538", 5),
            ("three hundred and thirty one", "331", 5),
            ("4 thousand 3 hundred and 21", "4321", 6),
            ("322 hundred", "32200", 2),
            ("1.2 million", "1200000", 4),
            ("two point five million", "2500000", 4),
            ("two hundred thousand", "200000", 3),
            ("one hundred and two hundred", "100", 2),
            ("three thousand and four thousand", "3000", 2),
            ("four or five", "4", 1),
            ("one two three", "1", 1),
            ("two hundred and", "200", 2),
        ] {
            assert_eq!(whole(text), Some((value.to_owned(), end)), "{text}");
        }
        assert_eq!(whole("minutes"), None);
    }

    #[test]
    fn ordinals_in_digits_and_words() {
        for (text, value, end) in
            [("20th call", "20", 2), ("third", "3", 1), ("twenty-first", "21", 3), ("one hundred and fifth", "105", 4)]
        {
            assert_eq!(ordinal(text), Some((value.to_owned(), end)), "{text}");
        }
        assert_eq!(ordinal("one third"), None);
        assert_eq!(ordinal("20 th"), None);
    }
}
