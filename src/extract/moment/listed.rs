//! Days that share their month or week: the one that names it does so for all.
//!
//! ```text
//! on 16 and 17 February; February 16 and 17       both days, one stretch as they follow each other
//! on 3 and 5 May; on 3, 4 and 9 May               each a moment of its own
//! on Thursday and Friday next week                both of that week
//! between 2 and 5 May; 20 and 30 people           no lists
//! ```

use super::absolute::full_day_opt;
use super::expr::Expr;
use super::reader::Reader;
use super::sense::{Sense, Unit};
use crate::extract::language::en_beside_dates::BEHIND_DAYS;

/// How many days a list can have.
const MOST_DAYS: usize = 8;

impl Reader<'_> {
    /// A day whose month another day of its list has: the `3` of `3 and 5 May`, the `5` of `May 3 and 5`.
    pub(super) fn listed_day_at(&self, at: usize) -> Option<(Expr, usize)> {
        let ahead = self.begins_clean(at) && !self.after_any(at, &[Sense::Between]);
        ahead.then(|| self.day_before_at(at)).flatten().or_else(|| self.day_behind_at(at))
    }

    /// The `3` of `3 and 5 May`, whose month stands behind.
    fn day_before_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (first, next) = self.listed(at)?;
        let mut last = next;
        for _ in 1..MOST_DAYS {
            let day_at = self.joined(last)?;
            if let Some((Expr::Day { year, month, .. }, _)) = self.day_of_month_at(day_at, None) {
                return full_day_opt(year, i64::from(month), first, None).map(|day| (day, next));
            }
            last = self.listed(day_at)?.1;
        }
        None
    }

    /// The `17` of `February 16 and 17`, which the month stands before.
    fn day_behind_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (day, next) = self.listed(at)?;
        let mut from = at;
        for _ in 0..MOST_DAYS {
            let joint = from.checked_sub(1).filter(|&joint| self.is_and(joint) || self.sign(joint, &[',']))?;
            let joint = if self.is_and(joint) && joint > 0 && self.sign(joint - 1, &[',']) { joint - 1 } else { joint };
            let before = joint.checked_sub(1)?;
            let before = if self.is(before, Sense::OrdinalEnd) { before.checked_sub(1)? } else { before };
            self.listed(before)?;
            let named = before.checked_sub(1)?;
            if let Some((month, _)) = self.month(named).filter(|_| self.is_capital(named)) {
                let (year, next) = self.year_after(next).map_or((None, next), |(year, next)| (Some(year), next));
                let closes = self.ends_days(next) && (from..=at).any(|at| at > 0 && self.is_and(at - 1));
                let is_list = closes || self.goes_on_to_last(next);
                return full_day_opt(year, i64::from(month), day, None).filter(|_| is_list).map(|day| (day, next));
            }
            from = before;
        }
        None
    }

    /// Whether a list of days goes on to its last one.
    fn goes_on_to_last(&self, at: usize) -> bool {
        let mut last = at;
        for _ in 0..MOST_DAYS {
            let Some(day_at) = self.joined(last) else { return false };
            let Some((_, next)) = self.listed(day_at) else { return false };
            if self.is_and(day_at - 1) {
                return self.ends_days(next);
            }
            last = next;
        }
        false
    }

    /// `February 16 and 17`: two days that follow each other, as the ends of a stretch.
    pub(super) fn next_day_at(&self, joint: usize, day: i8) -> Option<(i64, usize)> {
        let (second, next) = self.listed(self.is_and(joint).then_some(joint + 1)?)?;
        let after = self.year_after(next).map_or(next, |(_, next)| next);
        (second == i64::from(day) + 1 && self.ends_days(after)).then_some((second, next))
    }

    /// What joins the first of two days with the next: the `and` of `16 and 17 February`, where no day stands before.
    pub(super) fn joins_next_day(&self, at: usize, joint: usize) -> Option<usize> {
        let in_list = at > 1 && (self.is_and(at - 1) || self.sign(at - 1, &[','])) && self.is_digits(at - 2);
        (self.is_and(joint) && !in_list).then_some(joint + 1)
    }

    /// The `Thursday` of `Thursday and Friday next week`.
    pub(super) fn listed_weekday_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (weekday, _) = self.weekday(at)?;
        let next = self.after_weekday(at);
        let mut last = next;
        for _ in 0..MOST_DAYS {
            let day_at = self.joined(last)?;
            if let Some((Expr::NthWeekday { n: 1, of, .. }, _)) = self.weekday_of_week_at(day_at)
                && matches!(*of, Expr::Calendar { unit: Unit::Week, .. })
            {
                return Some((Expr::NthWeekday { n: 1, weekday, of }, next));
            }
            self.weekday(day_at)?;
            last = self.after_weekday(day_at);
        }
        None
    }

    /// Whether digits stand in a list of days, so that a comma or the end of the sentence may follow them: the `3` of `3, 4
    /// and 5 May`, the `5` of `May 3 and 5`.
    pub(super) fn is_of_list(&self, at: usize) -> bool {
        let ahead = || {
            let mut last = at;
            (0..MOST_DAYS).any(|_| {
                last = match self.joined(last + 1).filter(|&day| self.is_digits(day)) {
                    Some(day) => day,
                    None => return false,
                };
                self.month(last + 1).is_some()
            })
        };
        let behind = || {
            let mut first = at;
            (0..MOST_DAYS).any(|_| {
                let joint = first.saturating_sub(1);
                let joint =
                    if self.is_and(joint) && self.sign(joint.saturating_sub(1), &[',']) { joint - 1 } else { joint };
                let joins = self.is_and(joint) || self.sign(joint, &[',']);
                first = match joint.checked_sub(1).filter(|&day| joins && self.is_digits(day)) {
                    Some(day) => day,
                    None => return false,
                };
                first > 0 && self.month(first - 1).is_some()
            })
        };
        self.joined(at + 1).is_some() && ahead() || at > 2 && behind()
    }

    /// A day of the month that nothing is written onto.
    fn listed(&self, at: usize) -> Option<(i64, usize)> {
        let (day, next) = match self.ordinal_at(at) {
            Some(ordinal) if self.is_digits(at) => ordinal,
            _ => match self.digits(at)? {
                (day, 1..=2) if !self.clock_follows(at) => (day, at + 1),
                _ => return None,
            },
        };
        (1..=31).contains(&day).then_some((day, next))
    }

    /// The token after what joins two days of a list.
    fn joined(&self, at: usize) -> Option<usize> {
        let comma = self.skip_sign(at, &[',']);
        let next = if self.is_and(comma) { comma + 1 } else { comma };
        (next > at).then_some(next)
    }

    fn is_and(&self, at: usize) -> bool {
        self.is_any(at, &[Sense::And, Sense::Or])
    }

    /// Whether nothing is counted by what was read as a day.
    fn ends_days(&self, at: usize) -> bool {
        let goes_on = || BEHIND_DAYS.contains(&self.tokens.folded(at));
        self.ends_date(at) || self.is_capital(at) || goes_on()
    }
}
