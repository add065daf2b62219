//! Stretches longer than a day and their parts: `late June`, `the end of last
//! year`, `spring 2014`, `the first quarter`, `the 1990s`, `the third Monday
//! of May`.

use super::calendar as cal;
use super::expr::Expr;
use super::reader::Reader;
use super::sense::{DayPart, Part, Sense, Shift, Trust, Unit};

impl Reader<'_> {
    /// `early June`, `the end of last year`, `later this week`, `EOY`.
    pub(super) fn part_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        if let Some(unit) = self.sense(start, |s| if let Sense::EndOf(unit) = s { Some(unit) } else { None }) {
            return Some((part(Part::Late, Expr::Calendar { unit, shift: 0 }), start + 1));
        }
        if let Some(which) = self.sense(start, |s| if let Sense::Part(part) = s { Some(part) } else { None }) {
            let next = self.skip_sign(start + 1, &['-', '‐', '‑', '–']);
            let next = self.skip_any(next, &[Sense::In, Sense::On]);
            let (of, next) = self.stretch_at(next)?;
            return fine(which, of).map(|expr| (expr, next));
        }
        if let Some(which) = self.sense(start, |s| if let Sense::Edge(part) = s { Some(part) } else { None }) {
            let of = self.skip(start + 1, Sense::Of);
            if of == start + 1 && start > at {
                return None;
            }
            let (of, next) = self.stretch_at(of)?;
            return fine(which, of).map(|expr| (expr, next));
        }
        let which = match (self.is(start, Sense::Earlier), self.is(start, Sense::Later)) {
            (true, _) => Part::FirstHalf,
            (_, true) => Part::SecondHalf,
            _ => return None,
        };
        let next = self.skip(start + 1, Sense::In);
        let (of, next) = self.stretch_at(next)?;
        matches!(of, Expr::Calendar { .. } | Expr::DayPart { .. }).then(|| (part(which, of), next))
    }

    /// A date that a part can be taken of, `the month` among them.
    fn stretch_at(&self, at: usize) -> Option<(Expr, usize)> {
        if let Some(found) = self.date_at(at, true) {
            return Some(found);
        }
        let unit = self.skip(at, Sense::The);
        let (unit, _) = self.unit(unit).filter(|(unit, _)| *unit >= Unit::Day)?;
        Some((Expr::Calendar { unit, shift: 0 }, self.skip(at, Sense::The) + 1))
    }

    /// `the 1990s`, `the 19th century`.
    pub(super) fn decade_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        if let Some((year, 4)) = self.digits(start)
            && year % 10 == 0
            && self.glued(start + 1)
            && matches!(self.word(start + 1), Some("s" | "'s" | "’s"))
        {
            let year = i16::try_from(year).ok()?;
            let whole = if year % 100 == 0 && start > at && year < 2000 {
                cal::years(year, year.checked_add(99)?, crate::value::Precision::Century)
            } else {
                cal::decade(year)
            };
            return Some((Expr::Fixed(whole?), start + 2));
        }
        let (n, next) = self.ordinal_at(start)?;
        let next = self.skip_sign(next, &['-']);
        let (Unit::Century, _) = self.unit(next)? else { return None };
        let before = self.is(next + 1, Sense::EraBefore);
        // 1 BC is the year 0.
        let first =
            if before { 1 - n.checked_mul(100)? } else { n.checked_sub(1)?.checked_mul(100)?.checked_add(1)? };
        let first = i16::try_from(first).ok()?;
        let whole = cal::years(first, first.checked_add(99)?, crate::value::Precision::Century)?;
        Some((Expr::Fixed(whole), if before { next + 2 } else { next + 1 }))
    }

    /// `spring 2014`, `the summer of last year`, `in summer`.
    pub(super) fn season_at(&self, at: usize, strong: bool) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (index, trust) = self.season(start)?;
        if matches!(self.unit(start + 1), Some((Unit::Month | Unit::Season, _))) {
            return None;
        }
        let joined = self.skip_any(start + 1, &[Sense::Of, Sense::In]);
        let joined = self.skip_sign(joined, &[',']);
        if let Some((year, next)) = self.year_number(joined) {
            return Some((Expr::Fixed(cal::season(year, index)?), next));
        }
        if let Some((Expr::Calendar { unit: Unit::Year, shift }, next)) = self.relative_at(joined) {
            let year = Expr::Calendar { unit: Unit::Year, shift };
            let expr = if index == 3 {
                Expr::Season { index, shift: None }
            } else {
                Expr::NthUnit { n: i64::from(index) + 2, unit: Unit::Season, of: Box::new(year) }
            };
            return Some((expr, next));
        }
        let led = self.after_any(at, &[Sense::In, Sense::Since, Sense::During, Sense::Until, Sense::Of])
            || start > at && trust == Trust::Plain && self.after_any(at, &[Sense::Over, Sense::By]);
        (strong && trust == Trust::Plain || led).then_some((Expr::Season { index, shift: None }, start + 1))
    }

    pub(super) fn season(&self, at: usize) -> Option<(i8, Trust)> {
        self.sense(at, |sense| if let Sense::Season(index, trust) = sense { Some((index, trust)) } else { None })
    }

    /// `the third quarter of 2018`, `Q1 2022`, `2019 q1`, `the first half of
    /// last year`.
    pub(super) fn quarter_at(&self, at: usize) -> Option<(Expr, usize)> {
        if let Some((year, next)) = self.year_number(at) {
            let next = self.skip_sign(next, &['-']);
            let (unit, n, next) = self.short_quarter_at(next)?;
            return Some((share(unit, n, Some(fixed_year(year)?))?, next));
        }
        if let Some((unit, n, next)) = self.short_quarter_at(at) {
            let (year, next) = self.year_of(next).map_or((None, next), |(year, next)| (Some(year), next));
            return Some((share(unit, n, year)?, next));
        }
        let start = self.skip(at, Sense::The);
        let (n, next) = self.ordinal_at(start)?;
        let half = self.is(next, Sense::Half);
        let quarter = matches!(self.unit(next), Some((Unit::Quarter, _)));
        if !(half || quarter) || !(1..=4).contains(&n) || half && n > 2 {
            return None;
        }
        let unit = if half { 2 } else { 4 };
        let year = self.year_of(next + 1);
        if year.is_none() && half {
            return None;
        }
        let (year, next) = year.map_or((None, next + 1), |(year, next)| (Some(year), next));
        Some((share(unit, n, year)?, next))
    }

    /// `Q1`, `H2`: in how many the year is cut, and which.
    fn short_quarter_at(&self, at: usize) -> Option<(i64, i64, usize)> {
        let parts = self.sense(at, |sense| if let Sense::Share(parts) = sense { Some(parts) } else { None })?;
        if parts == 2 && !self.is_capital(at) {
            return None;
        }
        let (n, 1) = self.digits(at + 1)? else { return None };
        (self.glued(at + 1) && (1..=parts).contains(&n) && !self.in_numeral(at + 2, at + 2)).then_some((
            parts,
            n,
            at + 2,
        ))
    }

    /// A year with what joins it: `of 2018`, `last year`.
    fn year_of(&self, at: usize) -> Option<(Expr, usize)> {
        if let Some((year, next)) = self.year_after(at) {
            return Some((fixed_year(year)?, next));
        }
        let next = self.skip_any(at, &[Sense::Of, Sense::In]);
        match self.relative_at(next)? {
            (year @ Expr::Calendar { unit: Unit::Year, .. }, next) => Some((year, next)),
            _ => None,
        }
    }

    /// A holiday, with its year where it is stated.
    pub(super) fn holiday_date_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (rule, next) = self.holiday_at(start)?;
        if let Some((offset @ Expr::Offset { .. }, next)) = self.offset_at(next, self.looks_ahead(next)) {
            let year = Some(Box::new(Expr::DayOf(Box::new(offset))));
            return Some((Expr::Holiday { rule, year, shift: None }, next));
        }
        let (year, next) = self.year_of(next).map_or((None, next), |(year, next)| (Some(Box::new(year)), next));
        Some((Expr::Holiday { rule, year, shift: None }, next))
    }

    /// `the first Monday of this month`, `the third week of January`, `the
    /// last four months of 2021`.
    pub(super) fn nth_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let last = self.is(start, Sense::Shift(Shift::Last));
        let (n, next) = match self.ordinal_at(start) {
            Some((n, next)) if self.is(next, Sense::Shift(Shift::Last)) => (n.checked_neg()?, next + 1),
            Some(found) => found,
            None if last => (-1, start + 1),
            None => return None,
        };
        if let Some(found) = self.run_at(n, next) {
            return Some(found);
        }
        if let Some((weekday, _)) = self.weekday(next) {
            let after = self.after_weekday(next);
            if self.is(after, Sense::After) {
                let (from, next) = self.operand_at(after + 1)?;
                return Some((Expr::WeekdaysFrom { count: n, weekday, from: Box::new(from) }, next));
            }
            let (of, next) = self.of_stretch(after)?;
            return Some((Expr::NthWeekday { n, weekday, of: Box::new(of) }, next));
        }
        let (unit, 1) = self.unit(next)? else { return None };
        let (of, next) = self.of_stretch(next + 1)?;
        let nth = Expr::NthUnit { n, unit, of: Box::new(of) };
        // `the first week of October, on Friday`.
        let on = self.skip_sign(next, &[',']);
        if unit == Unit::Week
            && self.is(on, Sense::On)
            && let Some((weekday, _)) = self.weekday(on + 1)
        {
            return Some((Expr::NthWeekday { n: 1, weekday, of: Box::new(nth) }, self.after_weekday(on + 1)));
        }
        Some((nth, next))
    }

    /// `[the last] four months of 2021`.
    fn run_at(&self, n: i64, at: usize) -> Option<(Expr, usize)> {
        let (count, next) = self.count_at(at).filter(|_| n.abs() == 1)?;
        let (unit, times) = self.unit(next)?;
        let (of, next) = self.of_stretch(next + 1)?;
        Some((Expr::Run { count: count.checked_mul(times)?.checked_mul(n)?, unit, of: Box::new(of) }, next))
    }

    fn of_stretch(&self, at: usize) -> Option<(Expr, usize)> {
        let of = self.skip_any(at, &[Sense::Of, Sense::In]);
        if of == at {
            return None;
        }
        let found = self.stretch_at(of)?;
        (!matches!(found.0, Expr::Clock(_))).then_some(found)
    }

    /// `week 27 of last year`, `the week of the 18th`, `the week beginning
    /// February 4`.
    pub(super) fn week_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (unit @ (Unit::Week | Unit::Weekend), 1) = self.unit(start)? else { return None };
        if let Some((n @ 1..=53, _)) = self.digits(start + 1).filter(|_| unit == Unit::Week) {
            let (year, next) = self.year_of(start + 2)?;
            return Some((Expr::NthUnit { n, unit, of: Box::new(year) }, next));
        }
        let joined = self.is_any(start + 1, &[Sense::Of, Sense::Beginning]);
        let (of, next) = self.date_at(start + 2, true).filter(|_| joined)?;
        let day =
            matches!(of, Expr::Day { .. } | Expr::DayOfMonth { .. } | Expr::Holiday { .. } | Expr::Weekday { .. });
        day.then(|| (Expr::Holding { unit, of: Box::new(of) }, next))
    }

    /// `the night of 24 February`, `the evening before the invasion`.
    pub(super) fn day_part_of_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (part, days) = match (self.day_part(start), self.is(start, Sense::Eve)) {
            (Some(part), _) => (Some(part), 0),
            (_, true) => (None, -1),
            _ => return None,
        };
        let days = match (self.is(start + 1, Sense::Before), self.is(start + 1, Sense::After)) {
            (true, _) => -1,
            (_, true) => 1,
            _ if self.is_any(start + 1, &[Sense::Of, Sense::On]) => days,
            _ => return None,
        };
        let (day, next) = self.operand_at(start + 2)?;
        let day = match day {
            Expr::At { .. } | Expr::Clock(_) | Expr::Range(..) => return None,
            day if days == 0 => day,
            day => Expr::Offset { amounts: vec![(days, Unit::Day)], from: Box::new(day) },
        };
        Some((part.map_or(day.clone(), |part| Expr::DayPart { part, of: Box::new(day) }), next))
    }

    pub(crate) fn day_part(&self, at: usize) -> Option<DayPart> {
        self.sense(at, |sense| if let Sense::DayPart(part) = sense { Some(part) } else { None })
    }

    /// A weekday of a week that is named: `last week's Sunday`, `Monday of
    /// next week`.
    pub(super) fn weekday_of_week_at(&self, at: usize) -> Option<(Expr, usize)> {
        let one = |weekday: i8, of: Expr| Expr::NthWeekday { n: 1, weekday, of: Box::new(of) };
        if let Some((weekday, _)) = self.weekday(at) {
            let next = self.after_weekday(at);
            // `Sunday three weeks after 15 January`.
            if let Some((offset @ Expr::Offset { .. }, next)) = self.offset_at(next, false)
                && matches!(&offset, Expr::Offset { amounts, .. } if amounts.iter().all(|(_, unit)| *unit == Unit::Week))
            {
                return Some((one(weekday, Expr::Holding { unit: Unit::Week, of: Box::new(offset) }), next));
            }
            let next = self.skip(next, Sense::Of);
            let (week @ Expr::Calendar { unit: Unit::Week, .. }, next) = self.relative_at(next)? else { return None };
            return Some((one(weekday, week), next));
        }
        let (week @ Expr::Calendar { unit: Unit::Week, .. }, next) = self.relative_at(at)? else { return None };
        let next = if matches!(self.word(next), Some("'s" | "’s")) { next + 1 } else { self.skip(next, Sense::On) };
        let (weekday, _) = self.weekday(next)?;
        Some((one(weekday, week), self.after_weekday(next)))
    }
}

/// `early` of a day's part or a clock time says nothing that can be counted.
fn fine(which: Part, of: Expr) -> Option<Expr> {
    match of {
        Expr::Clock(_) | Expr::At { .. } | Expr::Range(..) => None,
        of => Some(part(which, of)),
    }
}

fn part(part: Part, of: Expr) -> Expr {
    Expr::Part { part, of: Box::new(of) }
}

fn fixed_year(year: i16) -> Option<Expr> {
    cal::years(year, year, crate::value::Precision::Year).map(Expr::Fixed)
}

/// The nth of two or four parts of a year.
fn share(parts: i64, n: i64, year: Option<Expr>) -> Option<Expr> {
    let of = Box::new(year.unwrap_or(Expr::Calendar { unit: Unit::Year, shift: 0 }));
    Some(match (parts, n) {
        (4, _) => Expr::NthUnit { n, unit: Unit::Quarter, of },
        (_, 1) => Expr::Part { part: Part::FirstHalf, of },
        _ => Expr::Part { part: Part::SecondHalf, of },
    })
}
