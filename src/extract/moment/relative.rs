//! Dates counted from the reference or from another date: `yesterday`, `last
//! week`, `two days ago`, `four days before the invasion`.

use super::expr::Expr;
use super::reader::Reader;
use super::sense::{DayPart, Sense, Shift, Trust, Unit};

impl Reader<'_> {
    /// `today`, `last week`, `this morning`, `the past three days`.
    pub(super) fn relative_at(&self, at: usize) -> Option<(Expr, usize)> {
        if let Some(days) = self.sense(at, |sense| if let Sense::Day(days) = sense { Some(days) } else { None }) {
            return Some((today(days), at + 1));
        }
        if self.day_part(at) == Some(DayPart::Tonight) {
            return Some((part_of(DayPart::Tonight, today(0)), at + 1));
        }
        // `in the afternoon`, of a text that looks forward from its day.
        if let Some(part) = self.day_part(at).filter(|_| self.ahead && self.after_any(at, &[Sense::The]) && at > 1)
            && self.after_any(at - 1, &[Sense::In])
            && self.ends_date(at + 1)
        {
            return Some((part_of(part, Expr::Here), at + 1));
        }
        if let Some(next) = self.now_at(at) {
            return Some((Expr::Now, next));
        }
        let start = self.skip(at, Sense::The);
        let calendar_unit = start > at && self.unit_of_now(start).is_some();
        if calendar_unit {
            return self.unit_of_now(start);
        }
        if self.is(start, Sense::Same) {
            let (unit, 1) = self.unit(start + 1)? else { return None };
            let whole = [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year].contains(&unit);
            let joined = self.sign(start + 2, &['-']) || start == at && at > 0 && self.sign(at - 1, &['-']);
            return (whole && !joined).then_some((Expr::Same(unit), start + 2));
        }
        // `all week`.
        if self.is(start, Sense::All) {
            let (unit @ (Unit::Week | Unit::Month | Unit::Year), 1) = self.unit(start + 1)? else { return None };
            let whole = start == at && self.ends_date(start + 2);
            return whole.then_some((Expr::Calendar { unit, shift: 0 }, start + 2));
        }
        let (shift, next) = self.shift_at(start)?;
        // `it will last two hours`.
        if shift == Shift::Last
            && self.after_any(at, &[Sense::Modal, Sense::To])
            && start == at
            && self.count_at(next).is_some()
        {
            return None;
        }
        self.shifted_at(shift, next).or_else(|| self.shifted_unit_at(shift, next))
    }

    /// `two upcoming weeks`: as many of them as come next.
    pub(super) fn counted_shift_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (count, next) = self.count_at(self.skip(at, Sense::The))?;
        let coming = self.is_any(next, &[Sense::Shift(Shift::Coming), Sense::Shift(Shift::Next)]);
        let past = self.is_any(next, &[Sense::Shift(Shift::Past), Sense::Shift(Shift::Last)]);
        let (unit, times) = self.unit(next + 1).filter(|_| coming || past)?;
        let count = count.checked_mul(times)?;
        Some((self.row_of(unit, if past { -count } else { count }), next + 2))
    }

    /// `now`, `right now`, `at present`, `at this time`, but not `the now
    /// 46-year-old`.
    fn now_at(&self, at: usize) -> Option<usize> {
        if self.is(at, Sense::Now) {
            let led = self.after_any(at, &[Sense::The, Sense::Article, Sense::Of, Sense::Earlier]) || self.glued(at);
            return (!led && !self.is_capital(at) && self.ends_date(at + 1) && !self.is_digits(at + 1))
                .then_some(at + 1);
        }
        if self.is(at, Sense::Right) && self.is(at + 1, Sense::Now) {
            return Some(at + 2);
        }
        if !self.is(at, Sense::At) {
            return None;
        }
        let time = self.is(at + 1, Sense::Shift(Shift::This)) && self.is(at + 2, Sense::TimeWord);
        if time { Some(at + 3) } else { self.is(at + 1, Sense::Present).then_some(at + 2) }
    }

    /// `last`, `this past`, `this coming`.
    pub(super) fn shift_at(&self, at: usize) -> Option<(Shift, usize)> {
        let shift =
            |at: usize| self.sense(at, |sense| if let Sense::Shift(shift) = sense { Some(shift) } else { None });
        let first = shift(at)?;
        match (first, shift(at + 1)) {
            (Shift::This, Some(second @ (Shift::Past | Shift::Coming))) => Some((second, at + 2)),
            _ => Some((first, at + 1)),
        }
    }

    /// A day, month, season or holiday after its shift.
    fn shifted_at(&self, shift: Shift, at: usize) -> Option<(Expr, usize)> {
        if let Some((weekday, _)) = self.weekday(at) {
            return Some((Expr::Weekday { weekday, shift: Some(shift) }, self.after_weekday(at)));
        }
        if let Some((month, trust)) = self.month(at) {
            // `This may …`.
            let verb = trust == Trust::Doubtful && shift == Shift::This && !self.is_capital(at);
            return (!verb).then(|| (Expr::Month { month, shift: Some(shift) }, self.after_month(at)));
        }
        if let Some((index, _)) = self.season(at) {
            return Some((Expr::Season { index, shift: Some(shift) }, at + 1));
        }
        if let Some((rule, next)) = self.holiday_at(at) {
            return Some((Expr::Holiday { rule, year: None, shift: Some(shift) }, next));
        }
        let part = self.day_part(at)?;
        let days = match shift {
            Shift::This => 0,
            Shift::Last | Shift::Past => -1,
            Shift::Next | Shift::Coming => 1,
        };
        (shift == Shift::This || part == DayPart::Night).then(|| (part_of(part, today(days)), at + 1))
    }

    /// `last week`, `the past three days`, `next two months`.
    fn shifted_unit_at(&self, shift: Shift, at: usize) -> Option<(Expr, usize)> {
        let at = self.skip(at, Sense::Calendar);
        if let Some((unit, times)) = self.unit(at) {
            // The season of news is one of sport.
            if unit == Unit::Season && !self.ahead {
                return None;
            }
            let expr = match shift {
                Shift::Past if !matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Season) => {
                    Expr::Rolling { unit, count: -times }
                }
                Shift::Last | Shift::Past if unit < Unit::Day => Expr::Rolling { unit, count: -times },
                Shift::Last | Shift::Past => Expr::Calendar { unit, shift: -times },
                Shift::This => Expr::Calendar { unit, shift: 0 },
                Shift::Next | Shift::Coming => Expr::Calendar { unit, shift: times },
            };
            return Some((expr, at + 1));
        }
        if let Some((few, many)) = self.sense(at, |s| if let Sense::Several(a, b) = s { Some((a, b)) } else { None }) {
            let (unit, times) = self.unit(at + 1)?;
            let sign = match shift {
                Shift::Last | Shift::Past => -times,
                Shift::Next | Shift::Coming => times,
                Shift::This => return None,
            };
            return Some((Expr::Several { unit, few: few * sign, many: many * sign }, at + 2));
        }
        let (count, next) = self.count_at(at)?;
        let (unit, times) = self.unit(next)?;
        let count = count.checked_mul(times)?;
        let count = match shift {
            Shift::Last | Shift::Past => -count,
            Shift::Next | Shift::Coming => count,
            Shift::This => return None,
        };
        Some((self.row_of(unit, count), next + 1))
    }

    /// Some units up to now or from now on. A text that looks forward plans
    /// by whole weeks, months and years.
    fn row_of(&self, unit: Unit, count: i64) -> Expr {
        let whole = self.ahead && unit >= Unit::Week;
        if whole { Expr::Whole { unit, count } } else { Expr::Rolling { unit, count } }
    }

    /// `the month`, after a word of a part: `the end of the month`.
    fn unit_of_now(&self, at: usize) -> Option<(Expr, usize)> {
        let (unit, _) = self.unit(at)?;
        let counted = [Unit::Week, Unit::Month, Unit::Year, Unit::Quarter, Unit::Decade];
        let step = match (self.is(at + 1, Sense::After), self.is(at + 1, Sense::Before)) {
            (true, _) if self.is(at + 2, Sense::Shift(Shift::Next)) => Some(2),
            (_, true) if self.is(at + 2, Sense::Shift(Shift::Last)) => Some(-2),
            _ => None,
        };
        step.filter(|_| counted.contains(&unit)).map(|shift| (Expr::Calendar { unit, shift }, at + 3))
    }

    /// The token after a weekday's name and the dot of its short form.
    pub(super) fn after_weekday(&self, at: usize) -> usize {
        let short = matches!(self.weekday(at), Some((_, Trust::Short))) && self.glued(at + 1);
        if short { self.skip_sign(at + 1, &['.']) } else { at + 1 }
    }

    /// Lengths of time: `two years and a month`.
    pub(super) fn amounts_at(&self, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
        if let Some(found) = self.half_at(at).or_else(|| self.and_a_half_at(at)) {
            return Some(found);
        }
        let mut amounts: Vec<(i64, Unit)> = Vec::new();
        let mut next = at;
        // Years, months, weeks, days, hours, minutes and seconds.
        for _ in 0..7 {
            let mut start = next;
            if !amounts.is_empty() {
                start = self.skip_sign(start, &[',']);
                start = self.skip(start, Sense::And);
            }
            let Some((count, after)) = self.count_at(start) else { break };
            let after = self.skip_sign(after, &['-']);
            let Some((unit, times)) = self.unit(after) else { break };
            if amounts.last().is_some_and(|(_, last)| *last <= unit) {
                break;
            }
            amounts.push((count.checked_mul(times)?, unit));
            next = after + 1;
        }
        (!amounts.is_empty()).then_some((amounts, next))
    }

    /// `2.5 hours`, `two and a half years`: in the next smaller unit.
    fn and_a_half_at(&self, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
        let point = self.sign(at + 1, &['.']) && self.glued(at + 1) && self.glued(at + 2);
        let (count, next) = if point && self.digits(at + 2) == Some((5, 1)) {
            (self.digits(at).filter(|(_, length)| *length < 4 && self.begins_clean(at))?.0, at + 3)
        } else {
            let (count, next) = self.count_at(at)?;
            let half = self.skip(self.is(next, Sense::And).then_some(next + 1)?, Sense::Article);
            (count, self.is(half, Sense::Half).then_some(half + 1)?)
        };
        let (small, many) = match self.unit(next)? {
            (Unit::Minute, 1) => (Unit::Second, 60),
            (Unit::Hour, 1) => (Unit::Minute, 60),
            (Unit::Day, 1) => (Unit::Hour, 24),
            (Unit::Year, 1) => (Unit::Month, 12),
            (Unit::Decade, 1) => (Unit::Year, 10),
            _ => return None,
        };
        Some((vec![(count * many + many / 2, small)], next + 1))
    }

    /// `half an hour`, `1/4 hour`.
    fn half_at(&self, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
        let (minutes, next) = match (self.digits(at), self.digits(at + 2)) {
            (Some((1, 1)), Some((share @ (2 | 4), 1))) if self.sign(at + 1, &['/']) => (60 / share, at + 3),
            _ => {
                let half = self.skip(at, Sense::Article);
                (30, self.skip(self.is(half, Sense::Half).then_some(half + 1)?, Sense::Article))
            }
        };
        let (Unit::Hour, 1) = self.unit(next)? else { return None };
        Some((vec![(minutes, Unit::Minute)], next + 1))
    }

    /// A length of time with its direction and what it is counted from.
    pub(super) fn offset_at(&self, at: usize, look_ahead: bool) -> Option<(Expr, usize)> {
        if self.is(at, Sense::In) && look_ahead {
            let about = self.skip(at + 1, Sense::About);
            let (amounts, next) = self.amounts_at(about)?;
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Now) }, next));
        }
        if let Some(found) = self.weekdays_at(at) {
            return Some(found);
        }
        let (mut amounts, next) = self.the_amounts_at(at).or_else(|| self.the_day_at(at))?;
        let back = |amounts: &mut Vec<(i64, Unit)>| amounts.iter_mut().for_each(|(count, _)| *count = -*count);
        if self.is(next, Sense::Ago) {
            back(&mut amounts);
            if self.is(next + 1, Sense::Day(0)) {
                return Some((Expr::DayOf(Box::new(Expr::Offset { amounts, from: Box::new(Expr::Now) })), next + 2));
            }
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Now) }, next + 1));
        }
        let stretch = self.is(at, Sense::The) && amounts.first().is_none_or(|amount| *amount != (1, Unit::Day));
        if self.is_any(next, &[Sense::Earlier, Sense::Later]) {
            if self.is(next, Sense::Earlier) {
                back(&mut amounts);
            }
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Anchor) }, next + 1));
        }
        let backward = self.is(next, Sense::Before);
        if !(backward || self.is_any(next, &[Sense::After, Sense::From])) {
            return None;
        }
        let operand = self.operand_at(next + 1);
        if backward {
            back(&mut amounts);
        }
        if operand.is_none() && !self.is(next, Sense::From) && self.ends_date(next + 1) {
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Anchor) }, next + 1));
        }
        let (from, next) = operand?;
        if stretch && !self.is(next, Sense::From) {
            return Some((Expr::Beside { amounts, of: Box::new(from) }, next));
        }
        Some((Expr::Offset { amounts, from: Box::new(from) }, next))
    }

    /// Lengths of time, or those after an article and before `after`: `the
    /// two weeks after`.
    fn the_amounts_at(&self, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
        let start = self.skip(at, Sense::The);
        let led = |next: usize| start == at || self.is_any(next, &[Sense::Before, Sense::After]);
        self.amounts_at(start).filter(|(_, next)| led(*next))
    }

    /// `the day before`, `the week after`: one of the unit.
    fn the_day_at(&self, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
        let start = self.skip(at, Sense::The);
        let (unit, times) = self.unit(start)?;
        let one = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
        let led = self.is_any(start + 1, &[Sense::Before, Sense::After]);
        (one && led && start > at).then(|| (vec![(times, unit)], start + 1))
    }

    /// What a length of time is counted from.
    pub(super) fn operand_at(&self, at: usize) -> Option<(Expr, usize)> {
        if self.is(at, Sense::Now) {
            return Some((Expr::Now, at + 1));
        }
        if let Some(found) = self.date_at(at, true) {
            return Some(found);
        }
        if let Some((clock, next, true)) = self.clock_at(at) {
            return Some((Expr::At { clock, of: Box::new(today(0)) }, next));
        }
        let known = self.known_at(at)?;
        Some((Expr::Fixed(known.moment.clone()), known.next))
    }

    /// `three Fridays from now`, `two Thursdays ago`.
    fn weekdays_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (count, next) = self.count_at(at)?;
        let (weekday, _) = self.weekday(next)?;
        if self.is(next + 1, Sense::Ago) {
            return Some((Expr::Weekdays { count: -count, weekday }, next + 2));
        }
        let ahead = self.is(next + 1, Sense::From) && self.is(next + 2, Sense::Now);
        ahead.then_some((Expr::Weekdays { count, weekday }, next + 3))
    }
}

/// A day counted from the reference.
pub(super) fn today(days: i64) -> Expr {
    Expr::Calendar { unit: Unit::Day, shift: days }
}

/// A part of a day.
pub(super) fn part_of(part: DayPart, day: Expr) -> Expr {
    Expr::DayPart { part, of: Box::new(day) }
}
