//! Dates counted from the reference or from another date: `yesterday`, `last
//! week`, `the past three days`.

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
        // `in the afternoon`: of the reference's day, where a text looks forward.
        if let Some(part) =
            self.day_part(at).filter(|_| (self.ahead || self.lists) && self.after_any(at, &[Sense::The]) && at > 1)
            && self.after_any(at - 1, &[Sense::In])
            && self.ends_date(at + 1)
        {
            let of = if self.ahead { part_of(part, Expr::Here) } else { Expr::PartAlone(part) };
            return Some((of, at + 1));
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
        self.onward_at(at, start, next)
            .or_else(|| self.shifted_at(shift, next))
            .or_else(|| self.shifted_unit_at(shift, next))
    }

    /// `the next day`, `the following morning`, `the previous night` of a
    /// story that looks back: counted from the date that it stated before.
    fn onward_at(&self, at: usize, shift: usize, next: usize) -> Option<(Expr, usize)> {
        let following = self.is(shift, Sense::Following);
        let back = self.is(shift, Sense::Shift(Shift::Last));
        let ahead = self.is(shift, Sense::Shift(Shift::Next));
        let tells = !self.ahead && shift > at && !self.is_future(at) && next == shift + 1;
        if !tells || !(following || back || ahead) || self.is_last(shift) {
            return None;
        }
        let days = if back { -1 } else { 1 };
        if let Some(part) = self.day_part(next) {
            return Some((part_of(part, Expr::Onward { unit: Unit::Day, shift: days }), next + 1));
        }
        let (unit, 1) = self.unit(next)? else { return None };
        let counts = unit == Unit::Day || following && unit > Unit::Day && unit != Unit::Season;
        counts.then_some((Expr::Onward { unit, shift: days }, next + 1))
    }

    /// `last`, which counts from now; `previous` counts from what was said.
    fn is_last(&self, at: usize) -> bool {
        self.is(at, Sense::Latest)
    }

    /// `two upcoming weeks`: as many of them as come next.
    pub(super) fn counted_shift_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (count, next) = self.count_at(self.skip(at, Sense::The))?;
        let coming = self.is_any(next, &[Sense::Shift(Shift::Coming), Sense::Shift(Shift::Next)]);
        let past = self.is_any(next, &[Sense::Shift(Shift::Past), Sense::Shift(Shift::Last)]);
        let (unit, times) = self.unit(next + 1).filter(|_| coming || past)?;
        // `March 20 last year` has no years.
        let is_of_day = past || self.is(next, Sense::Shift(Shift::Next));
        if is_of_day && count != 1 && !self.tokens.folded(next + 1).ends_with('s') {
            return None;
        }
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
        // `at the moment`, `at this moment`.
        if self.is_any(at + 1, &[Sense::The, Sense::Shift(Shift::This)]) && self.is(at + 2, Sense::MomentWord) {
            return self.ends_date(at + 3).then_some(at + 3);
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
                // The last fortnight is two weeks up to now.
                Shift::Last | Shift::Past if unit < Unit::Day || times > 1 && unit == Unit::Week => {
                    Expr::Rolling { unit, count: -times }
                }
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
        let counted =
            [Unit::Day, Unit::Week, Unit::Weekend, Unit::Month, Unit::Year, Unit::Quarter, Unit::Decade, Unit::Century];
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
}

/// A day counted from the reference.
pub(super) fn today(days: i64) -> Expr {
    Expr::Calendar { unit: Unit::Day, shift: days }
}

/// A part of a day.
pub(super) fn part_of(part: DayPart, day: Expr) -> Expr {
    Expr::DayPart { part, of: Box::new(day) }
}
