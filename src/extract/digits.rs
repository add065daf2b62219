//! Digits with any convention of thousands and decimals.
//!
//! `1,234.5`, `1 234,5` (with any kind of space), `1.234.567`, `12,34,567`,
//! `.5` are numbers; `1.2.3`, `11:30` and `24/02/2022` are not, and neither
//! is a run of more than 28 digits. A single dot is a decimal point, a single
//! comma before three digits parts thousands.
//!
//! ```
//! use gainsay::{extract::digits::digits_at, text::Tokens, value::Number};
//! let read = digits_at(&Tokens::new("1,234.50 euros"), 0).unwrap();
//! assert_eq!((read.value, read.decimals, read.end), (Number::new(123_450, 2), 2, 5));
//! ```

use crate::text::{TokenKind, Tokens};
use crate::value::Number;

/// A number written in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The number.
    pub value: Number,
    /// How many digits stand after the decimal mark.
    pub decimals: u32,
    /// One past its last token.
    pub end: usize,
}

/// Reads the number in digits that begins with the token `at`, without its
/// sign. What stands before it, or is written onto its end, is not looked at.
#[must_use]
pub fn digits_at(tokens: &Tokens<'_>, at: usize) -> Option<Written> {
    if is_sign(tokens, at, ".") && glued_digits(tokens, at + 1).is_some() {
        return finish(&mut Gathered::default(), tokens, at);
    }
    let first = digit_run(tokens, at)?;
    let mut gathered = Gathered::default();
    gathered.push(first)?;
    let mut end = at + 1;
    let mark = thousands_mark(tokens, at);
    if let Some(mark) = mark {
        while let Some((group, next)) = group_after(tokens, end, mark) {
            gathered.push(group)?;
            end = next;
        }
    }
    finish_with(&mut gathered, tokens, end, mark)
}

/// No number of 28 digits has more groups.
const MOST_GROUPS: usize = 14;

/// How thousands are parted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// By a sign written between the groups.
    Sign(&'static str),
    /// By a sign with white space round it, as in text cut into tokens.
    Spaced(&'static str),
    /// By white space alone.
    Space,
    /// `12,34,567`: twos, and three at the end.
    Lakh,
}

#[derive(Default)]
struct Gathered {
    digits: i128,
    count: u32,
}

impl Gathered {
    fn push(&mut self, run: &str) -> Option<()> {
        for byte in run.bytes() {
            if self.digits > 0 {
                self.count += 1;
            }
            if self.count > 28 {
                return None;
            }
            self.digits = self.digits.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
        }
        Some(())
    }
}

fn thousands_mark(tokens: &Tokens<'_>, at: usize) -> Option<Mark> {
    let first = digit_run(tokens, at)?;
    if first.len() > 3 || first.starts_with('0') {
        return None;
    }
    for mark in [Mark::Sign(","), Mark::Sign("'"), Mark::Spaced(","), Mark::Space] {
        if group_after(tokens, at + 1, mark).is_some() {
            return Some(mark);
        }
    }
    if is_lakh(tokens, at) {
        return Some(Mark::Lakh);
    }
    let (_, second) = group_after(tokens, at + 1, Mark::Sign("."))?;
    let dotted =
        group_after(tokens, second, Mark::Sign(".")).is_some() || decimals_after(tokens, second, ",").is_some();
    dotted.then_some(Mark::Sign("."))
}

/// The group of exactly three digits after `end`, and where it ends.
fn group_after<'t>(tokens: &Tokens<'t>, end: usize, mark: Mark) -> Option<(&'t str, usize)> {
    let at = match mark {
        Mark::Space => end,
        Mark::Sign(sign) | Mark::Spaced(sign) if is_sign(tokens, end, sign) => end + 1,
        Mark::Lakh if is_sign(tokens, end, ",") => end + 1,
        _ => return None,
    };
    let run = digit_run(tokens, at)?;
    let spaced = tokens.get(at).spaced;
    let fits = match mark {
        Mark::Sign(_) => run.len() == 3 && !spaced && !tokens.get(end).spaced,
        Mark::Spaced(_) => run.len() == 3 && spaced && tokens.get(end).spaced,
        Mark::Space => run.len() == 3 && one_space_before(tokens, at) && !joined_after(tokens, at + 1),
        Mark::Lakh => matches!(run.len(), 2 | 3) && !spaced && !tokens.get(end).spaced,
    };
    fits.then_some((run, at + 1))
}

/// Twos and then three: `12,34,567`.
fn is_lakh(tokens: &Tokens<'_>, at: usize) -> bool {
    let (mut end, mut last) = (at + 1, 0);
    for _ in 0..MOST_GROUPS {
        let Some((run, next)) = group_after(tokens, end, Mark::Lakh) else { break };
        if last == 3 {
            return false;
        }
        (end, last) = (next, run.len());
    }
    last == 3 && group_after(tokens, end, Mark::Lakh).is_none()
}

/// One white-space character, of any kind but a line break.
fn one_space_before(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let gap = &tokens.text()[tokens.get(before).span.end..tokens.get(at).span.start];
    let mut characters = gap.chars();
    characters.next().is_some_and(|gap| !matches!(gap, '\n' | '\r' | '\t')) && characters.next().is_none()
}

/// Whether more is written onto the end: `20 000-` or `20 300:15`.
fn joined_after(tokens: &Tokens<'_>, end: usize) -> bool {
    end + 1 < tokens.len()
        && !tokens.get(end).spaced
        && matches!(tokens.raw(end), ":" | "/")
        && glued_digits(tokens, end + 1).is_some()
}

fn finish_with(gathered: &mut Gathered, tokens: &Tokens<'_>, end: usize, mark: Option<Mark>) -> Option<Written> {
    let decimal_marks: &[&str] = match mark {
        Some(Mark::Sign(",") | Mark::Spaced(_) | Mark::Lakh) => &["."],
        Some(Mark::Sign(".")) => &[","],
        _ => &[".", ","],
    };
    if decimal_marks.iter().any(|mark| decimals_after(tokens, end, mark).is_some()) {
        return finish(gathered, tokens, end);
    }
    if mark.is_none() && is_chain(tokens, end) {
        return None;
    }
    whole(gathered, end)
}

fn finish(gathered: &mut Gathered, tokens: &Tokens<'_>, end: usize) -> Option<Written> {
    let run = digit_run(tokens, end + 1)?;
    gathered.push(run)?;
    let decimals = u32::try_from(run.len()).ok().filter(|&count| count <= 28)?;
    let value = Number::try_from_i128_with_scale(gathered.digits, decimals).ok()?;
    Some(Written { value, decimals, end: end + 2 })
}

fn whole(gathered: &Gathered, end: usize) -> Option<Written> {
    let value = Number::try_from_i128_with_scale(gathered.digits, 0).ok()?;
    Some(Written { value, decimals: 0, end })
}

/// The digits after a decimal mark, where no further mark follows them.
fn decimals_after<'t>(tokens: &Tokens<'t>, end: usize, mark: &str) -> Option<&'t str> {
    if !is_sign(tokens, end, mark) {
        return None;
    }
    let run = match tokens.get(end).spaced {
        false => glued_digits(tokens, end + 1)?,
        true if mark == "." && digit_run(tokens, end - 1).is_some_and(|run| run.len() <= 3) => {
            digit_run(tokens, end + 1).filter(|_| tokens.get(end + 1).spaced)?
        }
        true => return None,
    };
    let chain = is_chain(tokens, end + 2);
    let list =
        mark == "," && (run.len() == 3 || is_sign(tokens, end + 2, ",") && glued_digits(tokens, end + 3).is_some());
    (!chain && !list).then_some(run)
}

/// Whether digits go on after a mark that no number has: `1.2.3`, `11:30`.
fn is_chain(tokens: &Tokens<'_>, end: usize) -> bool {
    [".", ":"].iter().any(|mark| is_sign(tokens, end, mark) && !tokens.get(end).spaced)
        && glued_digits(tokens, end + 1).is_some()
}

fn is_sign(tokens: &Tokens<'_>, at: usize, sign: &str) -> bool {
    at < tokens.len() && tokens.get(at).kind == TokenKind::Sign && tokens.folded(at) == sign
}

fn digit_run<'t>(tokens: &Tokens<'t>, at: usize) -> Option<&'t str> {
    (at < tokens.len() && tokens.get(at).kind == TokenKind::Digits).then(|| tokens.raw(at))
}

fn glued_digits<'t>(tokens: &Tokens<'t>, at: usize) -> Option<&'t str> {
    digit_run(tokens, at).filter(|_| !tokens.get(at).spaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        digits_at(&Tokens::new(text), 0).map(|read| read.value.to_string())
    }

    #[test]
    fn every_convention_of_thousands_and_decimals() {
        for (text, value) in [
            ("60", "60"),
            ("1,234,567.89", "1234567.89"),
            ("1\u{202F}234\u{202F}567,89", "1234567.89"),
            ("20 000 people", "20000"),
            ("1.234.567", "1234567"),
            ("1.234,5", "1234.5"),
            ("1,5 million", "1.5"),
            ("12,34,567.89", "1234567.89"),
            ("10 , 000 monkeys", "10000"),
            ("50 . 9375", "50.9375"),
            (".0012", "0.0012"),
            ("1,2,3", "1"),
            ("0033", "33"),
            ("2003, 125", "2003"),
            ("60. 20 more", "60"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn versions_clocks_and_endless_digits_are_no_numbers() {
        for text in ["1.2.3", "11:30", "1:30:05", "99999999999999999999999999999999", "."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
