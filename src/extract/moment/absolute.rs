//! Dates that are stated in full, or all but the year: `2022-02-24`,
//! `24/2/22`, `Thursday, February 24, 2022`, `the 24th of February`.

use super::expr::Expr;
use super::holidays::MONTH_NAMES;
use super::lexicon::POSSESSIVE;
use super::reader::Reader;
use super::relative::part_of;
use super::sense::{Sense, Trust, Unit};
use crate::extract::DateOrder;
use crate::extract::language::en_beside_dates::THAT;
use crate::extract::language::en_moments::NAMED_DAYS;

/// A piece of a numeric date.
#[derive(Clone, Copy)]
enum Piece {
    Number(i64, usize),
    Month(i8),
}

impl Reader<'_> {
    /// A numeric date: pieces glued by one sign.
    pub(super) fn numeric_at(&self, at: usize, order: DateOrder, strong: bool) -> Option<(Expr, usize)> {
        let signs = ['/', '-', '.', '‐', '‑', '–'];
        if !self.begins_clean(at) {
            return None;
        }
        if let Some(spaced) = self.spaced_numeric_at(at) {
            return Some(spaced);
        }
        let first = self.piece(at)?;
        if !(self.sign(at + 1, &signs) && self.glued(at + 1) && self.glued(at + 2)) {
            return None;
        }
        let sign = self.tokens.raw(at + 1);
        let second = self.piece(at + 2)?;
        let again = self.glued(at + 3) && self.glued(at + 4) && self.len() > at + 3 && self.tokens.raw(at + 3) == sign;
        let third = again.then(|| self.piece(at + 4)).flatten();
        if let Some(third) = third
            && self.ends_clean(at + 5, sign)
            && let Some(day) = three_pieces(first, second, third, sign, order)
        {
            return Some((day, at + 5));
        }
        if again && sign != "-" || !self.ends_clean(at + 3, sign) {
            return None;
        }
        self.two_pieces(at, first, second, sign, order, strong).map(|expr| (expr, at + 3))
    }

    /// `2016 10 16`.
    fn spaced_numeric_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (year, 4) = self.digits(at)? else { return None };
        let ((month, 2), (day, 2)) = (self.digits(at + 1)?, self.digits(at + 2)?) else { return None };
        if self.is_digits(at + 3) || !(1000..3000).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        Some((full_day(year, month, day, None)?, at + 3))
    }

    fn piece(&self, at: usize) -> Option<Piece> {
        if let Some((value, length)) = self.digits(at) {
            return (length <= 4).then_some(Piece::Number(value, length));
        }
        self.month(at).map(|(month, _)| Piece::Month(month))
    }

    /// A day known by its numbers: `9/11`.
    fn named_day_at(&self, at: usize) -> Option<(i16, i64, i64)> {
        let written = self.span(at, at + 3).of(self.tokens.text());
        NAMED_DAYS.iter().find(|(name, _)| *name == written).map(|(_, day)| *day)
    }

    fn two_pieces(
        &self,
        at: usize,
        first: Piece,
        second: Piece,
        sign: &str,
        order: DateOrder,
        strong: bool,
    ) -> Option<Expr> {
        match (first, second) {
            (Piece::Number(year, 4), Piece::Number(month @ 1..=12, 2))
                if sign == "-" && (1500..2200).contains(&year) && month != (year + 1) % 100 =>
            {
                super::calendar::month_of(i16::try_from(year).ok()?, i8::try_from(month).ok()?).map(Expr::fixed)
            }
            // `11/2016`, `11-2016`, `2016/11`.
            (Piece::Number(month @ 1..=12, length @ 1..=2), Piece::Number(year @ 1900..2100, 4))
                if sign == "/" || sign == "-" && length == 2 =>
            {
                super::calendar::month_of(i16::try_from(year).ok()?, i8::try_from(month).ok()?).map(Expr::fixed)
            }
            (Piece::Number(year @ 1900..2100, 4), Piece::Number(month @ 1..=12, 2)) if sign == "/" => {
                super::calendar::month_of(i16::try_from(year).ok()?, i8::try_from(month).ok()?).map(Expr::fixed)
            }
            (Piece::Number(a, la @ 1..=2), Piece::Number(b, lb @ 1..=2)) if sign == "/" => {
                if let Some((year, month, day)) = self.named_day_at(at) {
                    return full_day_opt(Some(year), month, day, None);
                }
                let padded = la == 2 && lb == 2 && (a > 12 || b > 12 || self.tokens.raw(at).starts_with('0'));
                let led = self.after_any(at, &[Sense::On, Sense::By, Sense::Since, Sense::Until, Sense::Between])
                    || at > 0 && self.weekday(at - 1).is_some()
                    || self.clock_follows(at + 3)
                    || self.sign(at + 3, &['-', '–'])
                    || at == 0 && self.len() == at + 3;
                if !(padded || led || strong) {
                    return None;
                }
                let (day, month) = day_month(a, b, order)?;
                full_day_opt(None, month, day, None)
            }
            // `on 5.12`: no decimal stands there.
            (Piece::Number(a, 1..=2), Piece::Number(b, 1..=2)) if sign == "." && self.after_any(at, &[Sense::On]) => {
                let (day, month) = day_month(a, b, order)?;
                full_day_opt(None, month, day, None)
            }
            (Piece::Month(month), Piece::Number(day, 1..=2)) | (Piece::Number(day, 1..=2), Piece::Month(month)) => {
                full_day_opt(None, i64::from(month), day, None)
            }
            (Piece::Month(month), Piece::Number(year, 4)) => {
                super::calendar::month_of(i16::try_from(year).ok()?, month).map(Expr::fixed)
            }
            _ => None,
        }
    }

    /// A date with its month's name, with or without year and weekday: `7 March`, `Friday, 7 March`, `Friday (7 March)`,
    /// `Friday night, 7 March`.
    pub(super) fn named_at(&self, at: usize) -> Option<(Expr, usize)> {
        let weekday = self.weekday(at).map(|(weekday, _)| weekday);
        let Some(_) = weekday else { return self.named_from(at, None).map(|date| self.with_weekday_behind(date)) };
        let named = self.skip_sign(at + 1, &['.']);
        let part = self.day_part(named);
        let start = named + usize::from(part.is_some());
        let bracket = self.sign(start, &['(']);
        let (date, next) = self.named_from(self.skip_sign(start, &[',', '(']), weekday)?;
        let next = if bracket { self.sign(next, &[')']).then_some(next + 1)? } else { next };
        Some((part.map_or(date.clone(), |part| part_of(part, date)), next))
    }

    fn named_from(&self, at: usize, weekday: Option<i8>) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (date, next) = self.month_day_at(start, weekday).or_else(|| self.day_month_at(start, weekday))?;
        Some(self.of_another_year(date.clone(), next).unwrap_or((date, next)))
    }

    /// `March 20 last year`, `20 March two years ago`.
    fn of_another_year(&self, date: Expr, next: usize) -> Option<(Expr, usize)> {
        let Expr::Day { year: None, month, day, .. } = date else { return None };
        let at = self.skip(next, Sense::Of);
        if let Some(after) = self.that_year_at(at) {
            let of = Box::new(Expr::NthUnit {
                n: i64::from(month),
                unit: Unit::Month,
                of: Box::new(Expr::Same(Unit::Year)),
            });
            return Some((Expr::NthUnit { n: i64::from(day), unit: Unit::Day, of }, after));
        }
        let (shift, after) = match self.relative_at(at).or_else(|| self.offset_at(at, false))? {
            (Expr::Calendar { unit: Unit::Year, shift }, after) => (shift, after),
            (Expr::Offset { amounts, from }, after) if matches!(*from, Expr::Now) => match amounts.as_slice() {
                [(years, Unit::Year)] => (*years, after),
                _ => return None,
            },
            _ => return None,
        };
        let year = Box::new(Expr::Calendar { unit: Unit::Year, shift });
        let of = Box::new(Expr::NthUnit { n: i64::from(month), unit: Unit::Month, of: year });
        Some((Expr::NthUnit { n: i64::from(day), unit: Unit::Day, of }, after))
    }

    /// `that year`, `the same year`, `that same year`: the one of the date stated before.
    pub(super) fn that_year_at(&self, at: usize) -> Option<usize> {
        let that = self.word(at) == Some(THAT);
        let same = if that { at + 1 } else { self.skip(at, Sense::The) };
        let year = self.skip(same, Sense::Same);
        let points = that || year > same && same > at;
        (points && matches!(self.unit(year), Some((Unit::Year, 1)))).then_some(year + 1)
    }

    /// `February 24`, `Feb. 24th, 2022`.
    pub(super) fn month_day_at(&self, at: usize, weekday: Option<i8>) -> Option<(Expr, usize)> {
        let (month, trust) = self.month(at)?;
        let after = self.after_month(at);
        let the = self.skip(after, Sense::The);
        let (day, next) = self.day_number(the)?;
        // `Since January 8,400 people came`.
        let is_group = self.sign(next, &[',']) && self.glued(next) && self.glued(next + 1);
        if is_group && self.digits(next + 1).is_some_and(|(_, length)| length == 3) {
            return None;
        }
        if the > after && self.ordinal_at(the).is_none() {
            return None;
        }
        if trust == Trust::Doubtful && !self.is_capital(at) && self.is_plain_word(next) {
            return None;
        }
        // `Feb13`.
        let glued = trust == Trust::Short && the == at + 1 && self.glued(the) && self.is_capital(at);
        if self.person_before(at, trust) || self.in_numeral(the, next) && !self.sign(next, &[',']) && !glued {
            return None;
        }
        let (year, next) = self.year_after(next).map_or((None, next), |(year, next)| (Some(year), next));
        Some((full_day_opt(year, i64::from(month), day, weekday)?, next))
    }

    /// `24 February`, `the 24th of February 2022`.
    pub(super) fn day_month_at(&self, at: usize, weekday: Option<i8>) -> Option<(Expr, usize)> {
        self.begins_clean(at).then(|| self.day_of_month_at(at, weekday)).flatten()
    }

    /// The same, whatever stands before: the second day of `24-26 February`.
    pub(super) fn day_of_month_at(&self, at: usize, weekday: Option<i8>) -> Option<(Expr, usize)> {
        let (day, next) = self.day_number(at)?;
        let ordinal = self.ordinal_at(at).is_some();
        let next = match self.unit(next) {
            Some((Unit::Day, 1)) if ordinal => next + 1,
            _ => next,
        };
        let of = self.skip(next, Sense::Of);
        let of = self.skip_sign(of, if ordinal { &[',', '-'] } else { &['-'] });
        let (month, trust) = self.month(of)?;
        let lower = trust == Trust::Doubtful && !self.is_capital(of) || trust == Trust::Short && self.glued(of);
        let after = self.after_month(of);
        let year = self.year_after(after);
        if lower && of == next && !ordinal && year.is_none() && self.is_plain_word(after) {
            return None;
        }
        let (year, next) = year.map_or((None, after), |(year, next)| (Some(year), next));
        Some((full_day_opt(year, i64::from(month), day, weekday)?, next))
    }

    /// The token after a month's name and the dot of its short form.
    pub(super) fn after_month(&self, at: usize) -> usize {
        let short = matches!(self.month(at), Some((_, Trust::Short))) && self.glued(at + 1);
        if short { self.skip_sign(at + 1, &['.']) } else { at + 1 }
    }

    /// A day of the month in digits or ordinal words.
    fn day_number(&self, at: usize) -> Option<(i64, usize)> {
        let (day, next) = match self.ordinal_at(at) {
            Some(ordinal) => ordinal,
            None => match self.digits(at)? {
                (day, 1..=2) => (day, at + 1),
                _ => return None,
            },
        };
        let clock = self.sign(next, &[':']) && self.glued(next) && self.is_digits(next + 1);
        ((1..=31).contains(&day) && !clock && !self.meridiem_at(next)).then_some((day, next))
    }

    /// A year after a month or a day, with what joins it: `, 2022`, `of
    /// 2022`, `'22`.
    pub(super) fn year_after(&self, at: usize) -> Option<(i16, usize)> {
        let mut next = self.skip_sign(at, &[',', '-', '/']);
        if next == at {
            next = self.skip_any(at, &[Sense::Of, Sense::In]);
        }
        self.year_number(next)
    }

    /// A year in four digits, two after an apostrophe, or words.
    pub(super) fn year_number(&self, at: usize) -> Option<(i16, usize)> {
        if self.sign(at, &['\'', '’', '‘']) && self.glued(at + 1) {
            let (year, 2) = self.digits(at + 1)? else { return None };
            return Some((century_of(year), at + 2));
        }
        if let Some((year, 1..=4)) = self.digits(at)
            && self.is(at + 1, Sense::EraBefore)
        {
            return Some((i16::try_from(1 - year).ok()?, at + 2));
        }
        if let Some((year, length)) = self.digits(at) {
            let fits = length == 4 && (1000..3000).contains(&year) && !self.in_numeral(at, at + 1);
            // `2024: Police` is no `2024:30`.
            let clock = self.sign(at + 1, &[':']) && self.glued(at + 1) && self.glued(at + 2) && self.is_digits(at + 2);
            return (fits && !clock).then_some((i16::try_from(year).ok()?, at + 1));
        }
        let (year, next) = self.cardinal_at(at)?;
        if (1000..3000).contains(&year) {
            return Some((i16::try_from(year).ok()?, next));
        }
        // `nineteen eighty-four`.
        // `nineteen oh five`, `nineteen hundred and five`.
        let joined = self.skip(next, Sense::Oh);
        if let Some((rest @ 1..=9, after)) = self.cardinal_at(joined).filter(|_| joined > next) {
            return Some((i16::try_from(year * 100 + rest).ok()?, after)).filter(|_| (11..=21).contains(&year));
        }
        let (rest, after) = self.cardinal_at(next)?;
        let fits = (11..=21).contains(&year) && (10..100).contains(&rest);
        fits.then_some((i16::try_from(year * 100 + rest).ok()?, after))
    }

    /// A month's name with how far it can be trusted.
    pub(super) fn month(&self, at: usize) -> Option<(i8, Trust)> {
        self.sense(at, |sense| if let Sense::Month(month, trust) = sense { Some((month, trust)) } else { None })
    }

    /// A weekday's name, Monday being 1.
    pub(super) fn weekday(&self, at: usize) -> Option<(i8, Trust)> {
        self.sense(at, |sense| if let Sense::Weekday(day, trust) = sense { Some((day, trust)) } else { None })
    }

    /// Whether the numeral at `at` is not the rest of something longer.
    pub(super) fn begins_clean(&self, at: usize) -> bool {
        if !self.glued(at) || at == 0 {
            return true;
        }
        let opening = ['(', '[', '"', '“', '‘', '«', '=', ',', ';', '—', '–', '-', '*', '_', '|', '>', '\'', '’', '@'];
        self.sign(at - 1, &opening)
            && !(self.sign(at - 1, &[',', '-']) && at > 1 && self.is_digits(at - 2) && self.is_digits(at))
            || self.sign(at - 1, &['-']) && at > 2 && self.sign(at - 3, &['/'])
            || self.sign(at - 1, &['-']) && at > 1 && self.digits(at - 2).is_some_and(|(_, length)| length == 4)
    }

    fn ends_clean(&self, next: usize, sign: &str) -> bool {
        if next >= self.len() || !self.glued(next) {
            return true;
        }
        let more = self.is_digits(next) || self.word(next).is_some() && !self.is_time_letter(next);
        let same = self.tokens.raw(next) == sign && sign != "-" && self.glued(next + 1) && self.is_digits(next + 1);
        !more && !same && !self.sign(next, &['%'])
    }

    fn is_time_letter(&self, at: usize) -> bool {
        self.tokens.folded(at) == "t" && self.is_digits(at + 1) || self.tokens.folded(at) == POSSESSIVE
    }

    /// A lower-case word that may be counted: `may 5 people`.
    pub(super) fn is_plain_word(&self, at: usize) -> bool {
        self.word(at).is_some() && !self.is_capital(at) && !self.has_sense(at)
    }
}

/// Day and month of two numbers in the order of the setting, or the other
/// order where only that is a date.
fn day_month(a: i64, b: i64, order: DateOrder) -> Option<(i64, i64)> {
    let (day, month) = if order == DateOrder::DayMonthYear { (a, b) } else { (b, a) };
    let fits = |day, month| (1..=31).contains(&day) && (1..=12).contains(&month);
    if fits(day, month) {
        return Some((day, month));
    }
    fits(month, day).then_some((month, day))
}

fn three_pieces(a: Piece, b: Piece, c: Piece, sign: &str, order: DateOrder) -> Option<Expr> {
    let year_of = |year: i64, length: usize| match length {
        4 => Some(year),
        2 => Some(i64::from(century_of(year))),
        _ => None,
    };
    match (a, b, c) {
        (Piece::Number(year, 4), Piece::Number(month, 1..=2), Piece::Number(day, 1..=2)) => {
            (1..=12).contains(&month).then(|| full_day(year, month, day, None)).flatten()
        }
        (Piece::Number(x, 1..=2), Piece::Number(y, 1..=2), Piece::Number(year, length)) => {
            // `10-31-74`, but no sizes such as `6-10-12`.
            if length != 4 && sign != "/" && sign != "." && (sign != "-" || x < 10 || y < 13 && x < 13) {
                return None;
            }
            let (day, month) = day_month(x, y, order)?;
            full_day(year_of(year, length)?, month, day, None)
        }
        (Piece::Number(year, 4), Piece::Month(month), Piece::Number(day, 1..=2))
        | (Piece::Month(month), Piece::Number(year, 4), Piece::Number(day, 1..=2))
        | (Piece::Number(day, 1..=2), Piece::Number(year, 4), Piece::Month(month)) => {
            full_day(year, i64::from(month), day, None)
        }
        (Piece::Month(month), Piece::Number(day, 1..=2), Piece::Number(year, length))
        | (Piece::Number(day, 1..=2), Piece::Month(month), Piece::Number(year, length)) => {
            full_day(year_of(year, length)?, i64::from(month), day, None)
        }
        _ => None,
    }
}

/// Two digits are a year from 1950 to 2049.
pub(super) fn century_of(year: i64) -> i16 {
    let year = i16::try_from(year.rem_euclid(100)).unwrap_or_default();
    if year < 50 { 2000 + year } else { 1900 + year }
}

fn full_day(year: i64, month: i64, day: i64, weekday: Option<i8>) -> Option<Expr> {
    full_day_opt(Some(i16::try_from(year).ok()?), month, day, weekday)
}

/// A day, or the reason why no calendar has it.
pub(super) fn full_day_opt(year: Option<i16>, month: i64, day: i64, weekday: Option<i8>) -> Option<Expr> {
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    // Without a year, a 29 February is a day of some year.
    if super::calendar::day_of(year.unwrap_or(2024), month, day).is_some() {
        return Some(Expr::Day { year, month, day, weekday });
    }
    let name = MONTH_NAMES[usize::from(month.unsigned_abs().saturating_sub(1)) % 12];
    let of = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
    Some(Expr::Never(format!("{of} has no day {day}")))
}
