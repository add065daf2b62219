//! Stretches longer than a day and their parts: `late June`, `the end of last
//! year`, `spring 2014`, `the first quarter`, `the 1990s`, `the third Monday
//! of May`.

use super::calendar as cal;
use super::expr::Expr;
use super::reader::Reader;
use super::sense::{DayPart, Part, Sense, Shift, Trust, Unit};
use super::together::is_day;

impl Reader<'_> {
    /// `early June`, `the end of last year`, `later this week`, `EOY`.
    pub(super) fn part_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        if let Some(unit) = self.sense(start, |s| if let Sense::EndOf(unit) = s { Some(unit) } else { None }) {
            return Some((part(Part::Late, Expr::Calendar { unit, shift: 0 }), start + 1));
        }
        if let Some(unit) = self.sense(start, |s| if let Sense::StartOf(unit) = s { Some(unit) } else { None }) {
            // `boy` in lower case is a child.
            let sure = self.word(start).is_some_and(|word| word.chars().all(char::is_uppercase));
            return sure.then(|| (part(Part::Early, Expr::Calendar { unit, shift: 0 }), start + 1));
        }
        if let Some(which) = self.sense(start, |s| if let Sense::Part(part) = s { Some(part) } else { None }) {
            let next = self.skip_sign(start + 1, &['-', '‐', '‑', '–']);
            // `mid-day` is a clock time.
            if which == Part::Mid && matches!(self.unit(next), Some((Unit::Day, 1))) {
                return None;
            }
            let next = self.skip_any(next, &[Sense::In, Sense::On]);
            let (of, next) = self.stretch_at(next)?;
            let (of, next) = if is_day(&of) { self.with_part(of, next) } else { (of, next) };
            return fine(which, of).map(|expr| (expr, next));
        }
        if let Some(which) = self.sense(start, |s| if let Sense::Edge(part) = s { Some(part) } else { None }) {
            let of = self.skip(start + 1, Sense::Of);
            // `A strike beginning April 21` begins then.
            if of == start + 1 && (start > at || self.is(start, Sense::Beginning)) {
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

    /// `the 1990s`, `the 19th century`; `the 1800s` and `late 1800s` are all
    /// the century's.
    pub(super) fn decade_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        if let Some((year, 4)) = self.digits(start)
            && year % 10 == 0
            && self.glued(start + 1)
            && self.ends_decade(start + 1)
        {
            let year = i16::try_from(year).ok()?;
            let before = at.saturating_sub(usize::from(at > 0 && self.sign(at - 1, &['-'])));
            let whole = if year % 100 == 0 && (start > at || self.is_part_before(before)) && year < 2000 {
                cal::years(year, year.checked_add(99)?, crate::value::Precision::Century)
            } else {
                cal::decade(year)
            };
            return Some((Expr::fixed(whole?), start + 2));
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
        Some((Expr::fixed(whole), if before { next + 2 } else { next + 1 }))
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
            return Some((Expr::fixed(cal::season(year, index)?), next));
        }
        if let Some((Expr::Calendar { unit: Unit::Year, shift }, next)) = self.relative_at(joined) {
            let of = Box::new(Expr::Calendar { unit: Unit::Year, shift });
            return Some((Expr::SeasonOf { index, of }, next));
        }
        // `in the fall of Kabul`.
        let event = trust == Trust::Doubtful && self.is(start + 1, Sense::Of);
        let led = self.after_any(at, &[Sense::In, Sense::Since, Sense::During, Sense::Until, Sense::Of]) && !event
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
            let next = self.skip_sign(next, &['-', '/']);
            let (unit, n, next) = self.short_quarter_at(next).or_else(|| {
                let (n @ 1..=4, next) = self.ordinal_at(self.skip(next, Sense::The))? else { return None };
                matches!(self.unit(next), Some((Unit::Quarter, 1))).then_some((4, n, next + 1))
            })?;
            return Some((share(unit, n, Some(fixed_year(year)?))?, next));
        }
        // `18Q4`.
        if let Some((year, 2)) = self.digits(at).filter(|_| self.begins_clean(at) && self.glued(at + 1))
            && let Some((unit, n, next)) = self.short_quarter_at(at + 1)
        {
            return Some((share(unit, n, Some(fixed_year(super::absolute::century_of(year))?))?, next));
        }
        if let Some((unit, n, next)) = self.short_quarter_at(at) {
            let (year, next) = self.year_of(next).map_or((None, next), |(year, next)| (Some(year), next));
            return Some((share(unit, n, year)?, next));
        }
        let start = self.skip(at, Sense::The);
        let last = || self.is(start, Sense::Shift(Shift::Last)) && self.is(start + 1, Sense::Half);
        let (n, next) = self.ordinal_at(start).or_else(|| last().then_some((2, start + 1)))?;
        let half = self.is(next, Sense::Half);
        let quarter = matches!(self.unit(next), Some((Unit::Quarter, _)));
        if !(half || quarter) || !(1..=4).contains(&n) || half && n > 2 {
            return None;
        }
        let unit = if half { 2 } else { 4 };
        let year = self.year_of(next + 1);
        // `the second half of April`, `the first half of the week`.
        if year.is_none() && half {
            let (of, next) = self.of_stretch(next + 1)?;
            let which = if n == 1 { Part::FirstHalf } else { Part::SecondHalf };
            return fine(which, of).map(|expr| (expr, next));
        }
        let (year, next) = year.map_or((None, next + 1), |(year, next)| (Some(year), next));
        Some((share(unit, n, year)?, next))
    }

    /// `Q1`, `H2`: in how many the year is cut, and which.
    fn short_quarter_at(&self, at: usize) -> Option<(i64, i64, usize)> {
        let share = |sense| if let Sense::Share(parts) = sense { Some(parts) } else { None };
        // `3Q`, `1H`, right before a year.
        if let Some((n, 1)) = self.digits(at)
            && let Some(parts) = self.sense(at + 1, share).filter(|_| self.glued(at + 1) && self.begins_clean(at))
            && (1..=parts).contains(&n)
            && self.is_capital(at + 1)
            && self.year_after(at + 2).is_some()
        {
            return Some((parts, n, at + 2));
        }
        let parts = self.sense(at, share)?;
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
    pub(super) fn year_of(&self, at: usize) -> Option<(Expr, usize)> {
        if let Some((year, next)) = self.year_after(at) {
            return Some((fixed_year(year)?, next));
        }
        let next = self.skip_any(at, &[Sense::Of, Sense::In]);
        match self.relative_at(next)? {
            (year @ Expr::Calendar { unit: Unit::Year, .. }, next) => Some((year, next)),
            _ => None,
        }
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

    /// `the 20th of next month`, `20 of this month`.
    pub(super) fn day_of_stretch_at(&self, at: usize) -> Option<(Expr, usize)> {
        let start = self.skip(at, Sense::The);
        let (n, next) = self.ordinal_at(start).or_else(|| match self.digits(start)? {
            (n, 1..=2) if self.begins_clean(start) => Some((n, start + 1)),
            _ => None,
        })?;
        let month = self.is(next, Sense::Of).then_some(next + 1)?;
        let (of, next) = self.stretch_at(month).filter(|_| (1..=31).contains(&n))?;
        let fits = matches!(of, Expr::Calendar { unit: Unit::Month, .. }) && self.ends_date(next);
        fits.then(|| (Expr::NthUnit { n, unit: Unit::Day, of: Box::new(of) }, next))
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
        let early = self.early_hours_at(start);
        let (part, days) = match (early, self.day_part(start), self.is(start, Sense::Eve)) {
            (Some(_), ..) => (Some(DayPart::EarlyMorning), 0),
            (_, Some(part), _) => (Some(part), 0),
            (.., true) => (None, -1),
            _ => return None,
        };
        let start = early.map_or(start, |next| next - 1);
        let days = match (self.is(start + 1, Sense::Before), self.is(start + 1, Sense::After)) {
            (true, _) => -1,
            (_, true) => 1,
            _ if self.is_any(start + 1, &[Sense::Of, Sense::On]) => days,
            _ => return None,
        };
        // `the night before`, `the morning after`, of what was said.
        let spoken = days != 0 && self.ends_date(start + 2) && !self.ahead && start > at;
        let operand = self.operand_at(start + 2);
        if let (None, Some(part), true) = (&operand, part, spoken) {
            let day = Expr::Onward { unit: Unit::Day, shift: days };
            return Some((Expr::DayPart { part, of: Box::new(day) }, start + 2));
        }
        let (day, next) = operand?;
        let day = match day {
            Expr::At { .. } | Expr::Clock(_) | Expr::Range(..) => return None,
            day if days == 0 => day,
            day => Expr::Offset { amounts: vec![(days, Unit::Day)], from: Box::new(day) },
        };
        Some((part.map_or(day.clone(), |part| Expr::DayPart { part, of: Box::new(day) }), next))
    }

    /// `early hours`, `early hours of the morning`.
    pub(super) fn early_hours_at(&self, at: usize) -> Option<usize> {
        let hours = self.is(at, Sense::Part(Part::Early)) && matches!(self.unit(at + 1), Some((Unit::Hour, 1)));
        let next = hours.then_some(at + 2)?;
        let the = self.skip(self.skip(next, Sense::Of), Sense::The);
        Some(if the > next && self.day_part(the) == Some(DayPart::Morning) { the + 1 } else { next })
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
            let next = self.skip_any(next, &[Sense::Of, Sense::From]);
            let (week @ Expr::Calendar { unit: Unit::Week, .. }, next) = self.relative_at(next)? else { return None };
            return Some((one(weekday, week), next));
        }
        let (week @ Expr::Calendar { unit: Unit::Week, .. }, next) = self.relative_at(at)? else { return None };
        let next = if self.is_possessive(next) { next + 1 } else { self.skip(next, Sense::On) };
        let (weekday, _) = self.weekday(next)?;
        Some((one(weekday, week), self.after_weekday(next)))
    }
}

/// `early` of a day's part or a clock time says nothing that can be counted.
fn fine(which: Part, of: Expr) -> Option<Expr> {
    match of {
        Expr::Clock(_) | Expr::At { .. } | Expr::Range(..) => None,
        Expr::DayPart { part: DayPart::Morning, of } if which == Part::Early => {
            Some(Expr::DayPart { part: DayPart::EarlyMorning, of })
        }
        of => Some(part(which, of)),
    }
}

fn part(part: Part, of: Expr) -> Expr {
    Expr::Part { part, of: Box::new(of) }
}

fn fixed_year(year: i16) -> Option<Expr> {
    cal::years(year, year, crate::value::Precision::Year).map(Expr::fixed)
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
