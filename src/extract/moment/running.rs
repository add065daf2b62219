//! Stretches that run up to now or on from now, days found by what lies near
//! them, and years that do not begin in January: `the rest of the week`,
//! `year to date`, `the Monday closest to 5 October`, `fiscal year 2018`.

use super::expr::Expr;
use super::reader::Reader;
use super::sense::{Sense, Unit};

impl Reader<'_> {
    pub(super) fn running_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        self.rest_at(start).or_else(|| self.closest_at(start)).or_else(|| self.ides_at(start)).or_else(|| {
            let unit = self.sense(start, |s| if let Sense::ToDate(unit) = s { Some(unit) } else { None })?;
            Some((Expr::ToDate(unit), start + 1))
        })
    }

    /// `rest of the week`, `the remainder of this year`.
    fn rest_at(&self, at: usize) -> Option<(Expr, usize)> {
        let of = (self.is(at, Sense::Rest) && self.is(at + 1, Sense::Of)).then_some(at + 2)?;
        if let Some((Expr::Calendar { unit, shift: 0 }, next)) = self.relative_at(of) {
            return Some((Expr::Rest(unit), next));
        }
        let unit = self.skip(of, Sense::The);
        let (kind, 1) = self.unit(unit)? else { return None };
        (unit > of && kind >= Unit::Day && kind != Unit::Season).then_some((Expr::Rest(kind), unit + 1))
    }

    /// `year to date`: up to now.
    pub(super) fn to_date_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (unit, 1) = self.unit(at)? else { return None };
        let joint = self.skip_sign(at + 1, &['-']);
        let date = self.skip_sign(joint + 1, &['-']);
        let fits = unit >= Unit::Week && self.is(joint, Sense::To) && self.is(date, Sense::DateWord);
        fits.then_some((Expr::ToDate(unit), date + 1))
    }

    /// `the second closest Monday to 5 October`.
    fn closest_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (n, next) = match self.ordinal_at(at) {
            Some((n @ 1..=5, next)) => (n, next),
            _ => (1, at),
        };
        let (weekday, _) = self.weekday(self.is(next, Sense::Closest).then_some(next + 1)?)?;
        let to = self.after_weekday(next + 1);
        let (day, next) = self.date_at(self.is(to, Sense::To).then_some(to + 1)?, true)?;
        Some((Expr::Nearest { n: usize::try_from(n).ok()?, weekday, to: Box::new(day) }, next))
    }

    /// `the ides of March`: the fifteenth of four months, the thirteenth of
    /// the others.
    fn ides_at(&self, at: usize) -> Option<(Expr, usize)> {
        let of = (self.is(at, Sense::Ides) && self.is(at + 1, Sense::Of)).then_some(at + 2)?;
        let (month, _) = self.month(of)?;
        let day = if [3, 5, 7, 10].contains(&month) { 15 } else { 13 };
        let after = self.after_month(of);
        let (year, next) = self.year_after(after).map_or((None, after), |(year, next)| (Some(year), next));
        Some((Expr::Day { year, month, day, weekday: None }, next))
    }

    /// `fiscal year 2018`, `FY18`: which months it has the text does not say.
    pub(super) fn fiscal_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let year = if self.is(start, Sense::FiscalYear) {
            self.skip_sign(start + 1, &['\'', '’'])
        } else {
            let named = self.is(start, Sense::Fiscal);
            let year = matches!(self.unit(start + 1), Some((Unit::Year, 1)));
            named.then_some(if year { start + 2 } else { start + 1 })?
        };
        let (_, length) = self.digits(year)?;
        let fits = length == 4 || length == 2 && self.is(start, Sense::FiscalYear);
        // `2018-19`, `2018/19`.
        let pair = self.sign(year + 1, &['-', '–', '/']) && self.glued(year + 2) && self.is_digits(year + 2);
        (fits && !self.in_numeral(year + 1, year + 1))
            .then_some((Expr::Unsettled, if pair { year + 3 } else { year + 1 }))
    }

    /// `the seventies`, `the 70s`, `’70s`, `the nineteen seventies`.
    pub(super) fn tens_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        if self.after_any(start, &[Sense::Owner]) {
            return None;
        }
        let tens = |at: usize| self.sense(at, |s| if let Sense::Tens(tens) = s { Some(tens) } else { None });
        if let Some((century @ 16..=20, next)) = self.cardinal_at(start) {
            let year = i16::try_from(century * 100 + tens(next)?).ok()?;
            return Some((Expr::fixed(super::calendar::decade(year)?), next + 1));
        }
        let quoted = self.sign(at, &['\'', '’', '‘']) && self.glued(at + 1);
        let led = start > at || self.is_part_before(at) && self.after_any(at - 1, &[Sense::The]);
        let digits = if quoted { at + 1 } else { start };
        let (tens, next) = match self.digits(digits) {
            Some((tens, 2)) if tens % 10 == 0 && self.glued(digits + 1) => {
                (tens, self.ends_decade(digits + 1).then_some(digits + 2)?)
            }
            _ => (tens(start)?, start + 1),
        };
        // In whose century the twenties are is not said.
        let year = i16::try_from(1900 + tens).ok().filter(|year| *year >= 1930)?;
        let one = quoted || led;
        (one && self.ends_tens(next)).then_some((Expr::fixed(super::calendar::decade(year)?), next))
    }

    /// `the 70s and 80s` are decades, `the 70s Fahrenheit` are degrees.
    fn ends_tens(&self, at: usize) -> bool {
        self.ends_date(at) || self.is_capital(at) || self.word(at).is_some()
    }
}
