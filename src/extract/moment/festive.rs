//! Holidays by name: `Christmas Day 2021`, `Presidents' Day`, `last Easter`,
//! `Easter weekend`, `Thanksgiving three years ago`.
//!
//! A name that several countries have is read only where the text does not
//! say whose it is: `Ukraine's Independence Day` is no fourth of July.

use super::expr::Expr;
use super::holidays::Rule;
use super::lexicon::POSSESSIVE;
use super::reader::Reader;
use super::sense::{Sense, Unit};
use crate::extract::language::en_beside_dates::UNNAMED;
use crate::extract::language::en_moments::{DECADE_ENDS, SAINT};

impl Reader<'_> {
    /// A holiday, with its year where it is stated.
    pub(super) fn holiday_date_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (rule, next) = self.holiday_at(start)?;
        if let Some((offset @ Expr::Offset { .. }, next)) = self.offset_at(next, self.looks_ahead(next)) {
            let year = Some(Box::new(Expr::DayOf(Box::new(offset))));
            return Some((Expr::Holiday { rule, year, shift: None }, next));
        }
        let (whole, next) = self.around_holiday(next);
        let (year, next) = self.year_of(next).map_or((None, next), |(year, next)| (Some(Box::new(year)), next));
        let day = Expr::Holiday { rule, year, shift: None };
        Some((whole.map_or(day.clone(), |unit| Expr::Around { unit, of: Box::new(day) }), next))
    }

    /// The `weekend` of `Easter weekend`, the `week` of `Christmas week`.
    pub(super) fn around_holiday(&self, at: usize) -> (Option<Unit>, usize) {
        match self.unit(at) {
            Some((unit @ (Unit::Week | Unit::Weekend), 1)) => (Some(unit), at + 1),
            _ => (None, at),
        }
    }

    /// The longest holiday's name.
    pub(super) fn holiday_at(&self, at: usize) -> Option<(Rule, usize)> {
        let names = self.holidays(at).iter();
        let fitting = names.filter_map(|name| Some((name, self.past_name(&name.words, at)?)));
        let (name, next) = fitting.max_by_key(|(_, next)| *next)?;
        // `Fell in a single day`, `on any boxing day`: words like any other, where neither a capital nor its article makes
        // them a name.
        let is_common =
            at.checked_sub(1).and_then(|before| self.word(before)).is_some_and(|word| UNNAMED.contains(&word));
        if is_common && next > at + 1 && !(at..next).any(|at| self.is_capital(at)) {
            return None;
        }
        let is_meant =
            (!name.national || !self.is_owned(at)) && (!self.is_event(at..next) || self.year_of(next).is_some());
        is_meant.then_some((name.rule, next))
    }

    /// The token after a name that stands here, in any of its spellings.
    fn past_name(&self, words: &[&str], mut at: usize) -> Option<usize> {
        for (k, word) in words.iter().enumerate() {
            let folded = |at: usize| self.tokens.all().get(at).map(|_| self.tokens.folded(at));
            if *word == POSSESSIVE {
                let stands = folded(at) == Some(POSSESSIVE) || self.sign(at, &['\'', '’']);
                if !stands && k + 1 == words.len() {
                    return None;
                }
                at += usize::from(stands);
                continue;
            }
            let dotted = k > 0 && is_saint(words[k - 1]) && self.sign(at, &['.']);
            at += usize::from(dotted);
            let owner = words.get(k + 1) == Some(&POSSESSIVE);
            let here = folded(at)?;
            let fits = here == *word
                || owner && here.strip_suffix('s') == Some(word)
                || SAINT.iter().any(|(short, long)| word == short && here == *long);
            if !fits {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The `'s` of a genitive.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.word(at).is_some() && self.tokens.folded(at) == POSSESSIVE
    }

    /// The end of a decade after its digits: `1990s`, `1990's`.
    pub(super) fn ends_decade(&self, at: usize) -> bool {
        self.word(at).is_some() && DECADE_ENDS.contains(&self.tokens.folded(at))
    }

    /// Whether the word before says whose holiday it is.
    fn is_owned(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.is_possessive(before) || self.is_capital(before) && !self.has_sense(before)
    }
}

fn is_saint(word: &str) -> bool {
    SAINT.iter().any(|(short, _)| word == *short)
}
