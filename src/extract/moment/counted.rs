//! Dates counted by a length of time: `two days ago`, `a year and a half
//! later`, `four days before the invasion`, `a few weeks ago`.

use super::Before;
use super::expr::Expr;
use super::reader::Reader;
use super::relative::today;
use super::sense::{Sense, Shift, Unit};
use crate::extract::{Setting, When};
use crate::value::Precision;

/// `At 4.10pm, the Citadel half an hour later`: hours and minutes count from the clock time that was stated, and from no
/// day: where there is none, they give no time. `None` of another expression, or where they count from a moment that is as
/// fine. `told` is the last clock time that has no day, in minutes.
pub(super) fn later_by_clock(
    expr: &Expr,
    read: &When,
    setting: &Setting,
    earlier: Before<'_>,
    told: Option<u16>,
) -> Option<When> {
    let Expr::Offset { amounts, from } = expr else { return None };
    if !matches!(**from, Expr::Anchor) {
        return None;
    }
    let minutes = amounts.iter().map(|(count, unit)| match unit {
        Unit::Minute => Some(*count),
        Unit::Hour => count.checked_mul(60),
        _ => None,
    });
    let minutes = minutes.sum::<Option<i64>>().filter(|minutes| minutes.abs() < 24 * 60)?;
    let anchor = earlier().or_else(|| setting.reference.clone());
    if told.is_none() && anchor.is_none_or(|anchor| anchor.precision >= Precision::Hour) {
        return None;
    }
    let on = |clock: u16| u16::try_from(i64::from(clock) + minutes).ok().filter(|on| *on < 24 * 60);
    Some(When { moment: None, point: None, clock: told.and_then(on), ..read.clone() })
}

impl Reader<'_> {
    /// A length of time with its direction and what it is counted from.
    pub(super) fn offset_at(&self, at: usize, look_ahead: bool) -> Option<(Expr, usize)> {
        if self.is(at, Sense::In) && look_ahead {
            let about = self.skip(at + 1, Sense::About);
            let (amounts, next) = self.amounts_at(about)?;
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Now) }, next));
        }
        let special = self.weekdays_at(at).or_else(|| self.months_at(at)).or_else(|| self.vaguely_at(at));
        if let Some(found) = special.or_else(|| self.weeks_before_at(at)) {
            return Some(found);
        }
        let (mut amounts, next) = self.the_amounts_at(at).or_else(|| self.the_day_at(at))?;
        let back = |amounts: &mut Vec<(i64, Unit)>| amounts.iter_mut().for_each(|(count, _)| *count = -*count);
        if self.is(next, Sense::Ago) || self.is(next, Sense::Back) && self.ends_phrase(next + 1) {
            back(&mut amounts);
            if let [(count, Unit::Weekend)] = amounts[..] {
                return Some((Expr::Calendar { unit: Unit::Weekend, shift: count }, next + 1));
            }
            if self.is(next + 1, Sense::Day(0)) {
                return Some((Expr::DayOf(Box::new(Expr::Offset { amounts, from: Box::new(Expr::Now) })), next + 2));
            }
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Now) }, next + 1));
        }
        let stretch = self.is(at, Sense::The) && amounts.first().is_none_or(|amount| *amount != (1, Unit::Day));
        if self.is_any(next, &[Sense::Earlier, Sense::Later]) {
            // `39 minutes later than the mayor has said`: how far apart two times are.
            if self.is(next + 1, Sense::Than) {
                return None;
            }
            if self.is(next, Sense::Earlier) {
                back(&mut amounts);
            }
            return Some((Expr::Offset { amounts, from: Box::new(Expr::Anchor) }, next + 1));
        }
        let prior = self.is(next, Sense::Prior);
        if prior && !self.is(next + 1, Sense::To) {
            back(&mut amounts);
            let ends = self.ends_phrase(next + 1);
            return ends.then(|| (Expr::Offset { amounts, from: Box::new(Expr::Anchor) }, next + 1));
        }
        let next = if prior { next + 1 } else { next };
        let backward = prior || self.is(next, Sense::Before);
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
        if let ([(count, Unit::Weekend)], Expr::Now) = (&amounts[..], &from) {
            return Some((Expr::Calendar { unit: Unit::Weekend, shift: *count }, next));
        }
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

    /// Whether a token is a unit of time in the plural: `months`.
    pub(crate) fn is_plural_unit(&self, at: usize) -> bool {
        self.unit(at).is_some() && self.word(at).is_some_and(|word| word.ends_with('s'))
    }

    /// `the day before`, `the week after`: one of the unit.
    fn the_day_at(&self, at: usize) -> Option<(Vec<(i64, Unit)>, usize)> {
        let start = self.skip(at, Sense::The);
        let (unit, times) = self.unit(start)?;
        let one = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
        let led = self.is_any(start + 1, &[Sense::Before, Sense::After]);
        // `day before yesterday`.
        let bare = || {
            let days = self.sense(start + 2, |s| if let Sense::Day(days) = s { Some(days) } else { None });
            unit == Unit::Day && days == Some(if self.is(start + 1, Sense::Before) { -1 } else { 1 })
        };
        // `The months after` are no one month.
        let one = one && !self.is_plural_unit(start);
        (one && led && (start > at || bare())).then(|| (vec![(times, unit)], start + 1))
    }

    /// `a few weeks ago`, `several days later`, `several months before the
    /// invasion`.
    fn vaguely_at(&self, at: usize) -> Option<(Expr, usize)> {
        let coming = self.is(at, Sense::In) && self.looks_ahead(at);
        let start = self.skip(if coming { at + 1 } else { at }, Sense::Article);
        let (few, many) = self.sense(start, |s| if let Sense::Several(a, b) = s { Some((a, b)) } else { None })?;
        let (unit, times) = self.unit(start + 1)?;
        let next = start + 2;
        let about = |sign: i64, from: Expr, next: usize| {
            let (few, many) = (few * times * sign, many * times * sign);
            Some((Expr::About { few, many, unit, from: Box::new(from) }, next))
        };
        if coming {
            return about(1, Expr::Now, next);
        }
        if self.is(next, Sense::Ago) {
            return about(-1, Expr::Now, next + 1);
        }
        if self.is_any(next, &[Sense::Earlier, Sense::Later]) {
            return about(if self.is(next, Sense::Earlier) { -1 } else { 1 }, Expr::Anchor, next + 1);
        }
        if !self.is_any(next, &[Sense::Before, Sense::After]) {
            return None;
        }
        let (from, after) = self.operand_at(next + 1)?;
        about(if self.is(next, Sense::Before) { -1 } else { 1 }, from, after)
    }

    /// Whether a phrase ends here: at a sign, or with the text.
    fn ends_phrase(&self, at: usize) -> bool {
        at >= self.len() || self.word(at).is_none() && self.ends_date(at)
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
        Some((Expr::fixed(known.moment.clone()), known.next))
    }

    /// `a week on Friday`, `a fortnight tomorrow`: so many weeks after a day to come.
    fn weeks_before_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (amounts, next) = self.amounts_at(at)?;
        let [(_, Unit::Week)] = amounts[..] else { return None };
        let (day, end) = self.coming_day_at(self.skip(next, Sense::On))?;
        let named = self.is_any(next, &[Sense::Day(0), Sense::Day(1)]);
        let is_ahead = named || self.ahead || self.is_future(at);
        (is_ahead && self.ends_date(end)).then(|| (Expr::Offset { amounts, from: Box::new(day) }, end))
    }

    /// `Friday week`, `tomorrow fortnight`.
    pub(super) fn weeks_behind_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (day, next) = self.coming_day_at(at)?;
        let (Unit::Week, weeks) = self.unit(next)? else { return None };
        let is_whole = !self.tokens.folded(next).ends_with('s') && self.ends_date(next + 1);
        let amounts = vec![(weeks, Unit::Week)];
        is_whole.then(|| (Expr::Offset { amounts, from: Box::new(day) }, next + 1))
    }

    /// `today`, `tomorrow`, `Friday`.
    fn coming_day_at(&self, at: usize) -> Option<(Expr, usize)> {
        let named = self.sense(at, |sense| if let Sense::Day(days @ 0..=1) = sense { Some(days) } else { None });
        let weekday = || Some((Expr::Weekday { weekday: self.weekday(at)?.0, shift: None }, self.after_weekday(at)));
        named.map(|days| (today(days), at + 1)).or_else(weekday)
    }

    /// `three Fridays from now`, `two Thursdays ago`.
    fn weekdays_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (count, next) = self.count_at(at)?;
        let (weekday, _) = self.weekday(next)?;
        if self.is(next + 1, Sense::Ago) || self.is(next + 1, Sense::Back) && self.ends_phrase(next + 2) {
            return Some((Expr::Weekdays { count: -count, weekday }, next + 2));
        }
        let ahead = self.is(next + 1, Sense::From) && self.is(next + 2, Sense::Now);
        ahead.then_some((Expr::Weekdays { count, weekday }, next + 3))
    }

    /// `two Novembers ago`: of those that are over, the second back.
    fn months_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (count, next) = self.count_at(at)?;
        let month = self.sense(next, |sense| if let Sense::Months(month) = sense { Some(month) } else { None })?;
        let is_told = count > 0 && self.is(next + 1, Sense::Ago);
        let last = Expr::Month { month, shift: Some(Shift::Last) };
        let amounts = vec![(1 - count, Unit::Year)];
        is_told.then(|| (Expr::Offset { amounts, from: Box::new(last) }, next + 2))
    }
}
