//! Small whole numbers as far as dates need them: days, years, hours and
//! counts of units, in digits or words.

use super::reader::Reader;
use super::sense::Sense;

impl Reader<'_> {
    /// A run of one to nine digits and how many they are.
    #[inline]
    pub(crate) fn digits(&self, at: usize) -> Option<(i64, usize)> {
        if !self.is_digits(at) {
            return None;
        }
        let raw = self.tokens.raw(at);
        if raw.len() > 9 {
            return None;
        }
        raw.parse().ok().map(|value| (value, raw.len()))
    }

    /// Whether the digits at `at` are part of a longer numeral: `1,999`,
    /// `20.14`, `€2014`, `2014%`.
    pub(crate) fn in_numeral(&self, at: usize, next: usize) -> bool {
        let before = at > 0
            && self.glued(at)
            && (self.sign(at - 1, &['.', ',', '€', '$', '£', '¥', '₽', '#', '№', '+', '\'', '’', '@', '_', '&'])
                && !(self.sign(at - 1, &['.', ',']) && !(at > 1 && self.is_digits(at - 2) && self.glued(at - 1)))
                || self.word(at - 1).is_some());
        let after = self.glued(next)
            && (self.sign(next, &['%', '€', '$', '£', '°', '₽'])
                || self.sign(next, &['.', ',']) && self.is_digits(next + 1) && self.glued(next + 1));
        before || after
    }

    /// A small whole number in digits or words: `3`, `twenty-one`, `a`.
    pub(crate) fn count_at(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((value, length)) = self.digits(at) {
            return (length <= 6 && !self.in_numeral(at, at + 1)).then_some((value, at + 1));
        }
        if self.is(at, Sense::Article) {
            if self.cardinal(at + 1) == Some(2) && self.is(at + 2, Sense::Of) {
                return Some((2, at + 3));
            }
            let next = if self.cardinal(at + 1).is_some_and(|n| n == 2 || n >= 100) { at + 2 } else { at + 1 };
            return Some((if next > at + 1 { self.cardinal(at + 1)? } else { 1 }, next));
        }
        self.cardinal_at(at)
    }

    /// A whole number in words, under a hundred thousand.
    pub(crate) fn cardinal_at(&self, at: usize) -> Option<(i64, usize)> {
        let mut total = 0;
        let mut current = self.cardinal(at).filter(|&n| n < 100)?;
        let mut next = at + 1;
        // `two thousand and fifteen` has at most seven words.
        for _ in 0..7 {
            let joined = if self.sign(next, &['-', '‐']) && self.glued(next) { next + 1 } else { next };
            let joined = if current == 0 || current >= 100 { self.skip(joined, Sense::And) } else { joined };
            let Some(word) = self.cardinal(joined) else { break };
            match word {
                1..=9 if current >= 20 && current % 10 == 0 => current += word,
                1..=99 if current == 0 || current % 100 == 0 => current += word,
                100 if (1..100).contains(&current) => current *= 100,
                1000 if total == 0 && (1..100).contains(&current) => {
                    total = current * 1000;
                    current = 0;
                }
                _ => break,
            }
            next = joined + 1;
        }
        Some((total + current, next))
    }

    #[inline]
    fn cardinal(&self, at: usize) -> Option<i64> {
        self.sense(at, |sense| if let Sense::Cardinal(n) = sense { Some(n) } else { None })
    }

    /// `3rd`, `third`, `twenty-first`.
    pub(crate) fn ordinal_at(&self, at: usize) -> Option<(i64, usize)> {
        if let Some((value, length)) = self.digits(at) {
            let fits = length <= 2 && self.is(at + 1, Sense::OrdinalEnd) && self.glued(at + 1);
            return fits.then_some((value, at + 2));
        }
        let ordinal = |at: usize| self.sense(at, |s| if let Sense::Ordinal(n) = s { Some(n) } else { None });
        if let Some(tens) = self.cardinal(at).filter(|n| *n >= 20 && *n < 100) {
            let next = self.skip_sign(at + 1, &['-', '‐']);
            return ordinal(next).filter(|&n| n < 10).map(|ones| (tens + ones, next + 1));
        }
        ordinal(at).map(|n| (n, at + 1))
    }
}
