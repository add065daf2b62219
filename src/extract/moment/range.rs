//! Ranges of dates: `24-26 February`, `from 3 to 5 May`, `between March and
//! May 2022`, `2014-2018`.

use super::absolute::full_day_opt;
use super::calendar as cal;
use super::expr::{Clock, Expr};
use super::lexicon::{Kinds, kind};
use super::reader::Reader;
use super::sense::{Part, Sense, Shift, Unit};
use super::together::is_day;
use crate::value::Precision;

impl Reader<'_> {
    /// The longest range that begins at a token.
    pub(crate) fn range_at(&self, at: usize) -> Option<(Expr, usize)> {
        let led = self.skip_any(at, &[Sense::From, Sense::Between]);
        let between = self.is(at, Sense::Between);
        let from = if between { self.skip(led, Sense::From) } else { led };
        // `Moved from March to May`: no stretch.
        if from > at && self.is_moved(at) || at > 0 && self.is(at - 1, Sense::From) && self.is_moved(at - 1) {
            return None;
        }
        let strong = from > at || self.after_any(at, &[Sense::From, Sense::Between]);
        let kinds = self.kinds(from);
        let when = |of: Kinds| (kinds & of != 0).then_some(());
        super::together::longest([
            when(kind::NUMBER).and_then(|()| self.days_of_month_at(from, between)),
            when(kind::MONTH).and_then(|()| self.month_days_at(from, between)),
            when(kind::DIGITS).and_then(|()| self.years_at(from, strong, between)),
            when(kind::CLOCK).and_then(|()| self.clocks_at(from, strong, between)),
            when(kind::CLOCK).and_then(|()| self.timed_dates_at(from, between)),
            when(Kinds::MAX).and_then(|()| self.dates_at(from, strong, between)),
            when(Kinds::MAX).and_then(|()| self.lasting_at(from, from > at)),
            self.length_first_at(at),
        ])
    }

    /// The token after what joins both ends: `to`, a dash, or, after
    /// `between`, `and`.
    pub(super) fn joint(&self, at: usize, between: bool) -> Option<usize> {
        if self.sign(at, &['-', '–', '—', '‐', '‑']) || self.is(at, Sense::To) {
            return Some(at + 1);
        }
        (between && self.is(at, Sense::And)).then_some(at + 1)
    }

    fn day_only(&self, at: usize) -> Option<(i64, usize)> {
        let at = self.skip(at, Sense::The);
        let day = self.ordinal_at(at).or_else(|| match self.digits(at)? {
            (day, 1..=2) => Some((day, at + 1)),
            _ => None,
        })?;
        (1..=31).contains(&day.0).then_some(day)
    }

    /// `24-26 February 2022`, `from the 3rd to the 5th of May`.
    fn days_of_month_at(&self, at: usize, between: bool) -> Option<(Expr, usize)> {
        if !self.begins_clean(at) {
            return None;
        }
        let (first, next) = self.day_only(at)?;
        let joint = self.joint(next, between);
        let listed = joint.is_none();
        let second = self.skip(joint.or_else(|| self.joins_next_day(at, next))?, Sense::The);
        // The second day and its month, as a date of their own.
        let (date, next) = self.day_of_month_at(second, None)?;
        let Expr::Day { year, month, day, .. } = date else { return None };
        let from = full_day_opt(year, i64::from(month), first, None)?;
        let fits = if listed { first + 1 == i64::from(day) } else { first < i64::from(day) };
        fits.then(|| (pair(from, Expr::Day { year, month, day, weekday: None }), next))
    }

    /// `February 24-26, 2022`.
    fn month_days_at(&self, at: usize, between: bool) -> Option<(Expr, usize)> {
        let (date, next) = self.month_day_at(at, None)?;
        let Expr::Day { year: None, month, day, .. } = date else { return None };
        let (second, after) = match self.joint(next, between) {
            Some(joint) => self.day_only(joint)?,
            None => self.next_day_at(next, day)?,
        };
        if second <= i64::from(day)
            || self.month(self.skip(after, Sense::Of)).is_some()
            || self.in_numeral(after - 1, after)
        {
            return None;
        }
        let (year, after) = self.year_after(after).map_or((None, after), |(year, after)| (Some(year), after));
        let to = full_day_opt(year, i64::from(month), second, None)?;
        Some((pair(Expr::Day { year, month, day, weekday: None }, to), after))
    }

    /// `2014-2018`, `between 2007 and 2009`, `2010-11`.
    fn years_at(&self, at: usize, strong: bool, between: bool) -> Option<(Expr, usize)> {
        if !self.begins_clean(at) {
            return None;
        }
        let (first, 4) = self.digits(at)? else { return None };
        // `In 2023-24 the club`.
        if let Some((year, next)) = self.two_years_at(at).filter(|_| self.after_any(at, &[Sense::In, Sense::During])) {
            let [from, to] = [year, year.checked_add(1)?].map(|year| cal::years(year, year, Precision::Year));
            return Some((pair(Expr::fixed(from?), Expr::fixed(to?)), next));
        }
        let joint = self.joint(at + 1, between)?;
        let (second, length) = self.digits(joint)?;
        let dashed = self.sign(at + 1, &['-', '–', '—', '‐', '‑']);
        let second = match length {
            4 => second,
            2 if dashed && self.glued(joint) && second == (first + 1) % 100 => first + 1,
            _ => return None,
        };
        let recent = |year: i64| (1500..2100).contains(&year);
        let next = joint + 1;
        let whole = recent(first) && recent(second) && first < second && !self.in_numeral(at, at + 1);
        let worded = !dashed && first >= 1900 && self.ends_date(joint + 1);
        let sure = strong
            || dashed && self.glued(joint)
            || worded
            || self.after_any(at, &[Sense::In, Sense::Of, Sense::During]);
        let counted = self.is_plain_word(next) || self.unit(next).is_some() || self.in_numeral(joint, next);
        let more = self.glued(next) && (self.sign(next, &['-', '/', ':']) || self.word(next).is_some());
        if !(whole && sure) || counted || more {
            return None;
        }
        let year = |year: i64| {
            let year = i16::try_from(year).ok()?;
            cal::years(year, year, Precision::Year).map(Expr::fixed)
        };
        Some((pair(year(first)?, year(second)?), next))
    }

    /// `2023-24`, `2023/24`: the first of two years that follow each other.
    pub(crate) fn two_years_at(&self, at: usize) -> Option<(i16, usize)> {
        let (first @ 1900..2100, 4) = self.digits(at).filter(|_| self.begins_clean(at))? else { return None };
        let joint = at + 1;
        let joins = self.sign(joint, &['-', '–', '‐', '‑', '/']) && self.glued(joint) && self.glued(joint + 1);
        let (second, 2) = self.digits(joint + 1).filter(|_| joins)? else { return None };
        // `2011/12` may be a month.
        let fits = second == (first + 1) % 100 && (second > 12 || !self.sign(joint, &['/']));
        let next = joint + 2;
        let more = self.glued(next)
            && (self.sign(next, &['-', '/', ':', '.', '%']) && self.glued(next + 1) || self.word(next).is_some());
        (fits && !more).then_some((i16::try_from(first).ok()?, next))
    }

    /// `from 9.30 to 11pm on Thursday`, `3:30-6:00pm`.
    fn clocks_at(&self, at: usize, strong: bool, between: bool) -> Option<(Expr, usize)> {
        if let Some(found) = self.hours_of_day_at(at) {
            return Some(found);
        }
        let (first, second, next) = self.clock_pair_at(at, between || strong)?;
        let on = self.skip_sign(next, &[',']);
        let on = if self.opens_sentence(on) { on } else { self.skip(on, Sense::On) };
        let dated = self.date_at(on, on > next).filter(|(date, _)| is_day(date));
        let (day, next) = match dated {
            Some((day, next)) => (day, next),
            None if strong || self.is_digits(at) => (Expr::Here, next),
            None => return None,
        };
        let end = |clock: Clock| Expr::At { clock, of: Box::new(day.clone()) };
        Some((pair(end(first), end(second)), next))
    }

    /// `6-8 next Monday`: bare hours, right before a day that lies ahead, so
    /// that no score is meant.
    fn hours_of_day_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (first, 1..=2) = self.digits(at).filter(|_| self.begins_clean(at))? else { return None };
        let joint = self.joint(at + 1, false)?;
        let (second, 1..=2) = self.digits(joint)? else { return None };
        let (day, next) = self.date_at(joint + 1, false)?;
        let ahead = matches!(
            day,
            Expr::Weekday { shift: Some(Shift::Next | Shift::Coming | Shift::This), .. }
                | Expr::Calendar { unit: Unit::Day, shift: 1.. }
        );
        if !ahead || first >= second || second > 24 || self.in_numeral(joint, joint + 1) {
            return None;
        }
        let end = |hour: i64| {
            let clock =
                Clock { minutes: u16::try_from(hour * 60).ok()?, seconds: None, either_half: false, zone: None };
            Some(Expr::At { clock, of: Box::new(day.clone()) })
        };
        Some((pair(end(first)?, end(second)?), next))
    }

    /// Two clock times, of which the second can be nothing else: `9-11am`,
    /// `two thirty to two forty-five`.
    pub(super) fn clock_pair_at(&self, at: usize, led: bool) -> Option<(Clock, Clock, usize)> {
        let (first, next, _) = self.clock_at(at)?;
        let worded = led && next > at + 1 && !self.is_digits(at);
        let joint = self.joint(next, led)?;
        let (second, next, sure) = self.clock_at(joint)?;
        let worded = worded && next > joint + 1 && !self.is_digits(joint);
        let next = self.skip(next, Sense::Ish);
        (sure || worded).then(|| (same_half(first, &second), second, next))
    }

    /// The first of two clock times that no date goes with.
    pub(super) fn first_clock_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (first, _, _) = self.clock_pair_at(at, self.after_any(at, &[Sense::From, Sense::Between]))?;
        let (_, next, sure) = self.clock_at(at)?;
        sure.then_some((Expr::Clock(first), next))
    }

    /// Two dates of any form.
    fn dates_at(&self, at: usize, strong: bool, between: bool) -> Option<(Expr, usize)> {
        let (first, next) = self.date_at(at, strong).or_else(|| self.short_month_at(at))?;
        let Some(joint) = self.joint(next, between) else { return self.timed_dates_at(at, between) };
        if matches!(first, Expr::Now)
            && let Some((clock, next, true)) = self.clock_at(joint)
        {
            return Some((pair(first, Expr::At { clock, of: Box::new(Expr::Here) }), next));
        }
        let (second, next) = match self.date_at(joint, true) {
            Some(found) => found,
            None if strong && self.is(joint, Sense::DateWord) => (Expr::Now, joint + 1),
            None => return None,
        };
        let first = if self.is(self.skip(at, Sense::The), Sense::Edge(Part::Mid)) { from_middle(first) } else { first };
        let begun = self.is(self.skip(joint, Sense::The), Sense::Edge(Part::Early));
        let second = if begun { to_start(second) } else { second };
        let dashed = !self.is_any(joint - 1, &[Sense::To, Sense::And]);
        let alike = matches!(
            (&first, &second),
            (Expr::Month { .. }, Expr::Month { .. } | Expr::Fixed(_))
                | (Expr::Day { .. }, Expr::Day { .. })
                | (Expr::Weekday { .. }, Expr::Weekday { .. })
                | (Expr::Fixed(_), Expr::Fixed(_))
                | (Expr::Season { .. }, Expr::Season { .. } | Expr::Fixed(_))
        );
        (alike || strong && !dashed).then(|| (pair(first, second), next))
    }

    /// `10am on Monday to 5pm on Tuesday`: two clock times with their days.
    fn timed_dates_at(&self, at: usize, between: bool) -> Option<(Expr, usize)> {
        let (first, next) = self.single_at(at)?;
        let joint = matches!(first, Expr::At { .. }).then(|| self.joint(next, between))??;
        let (second, next) = self.single_at_strong(joint)?;
        matches!(second, Expr::At { .. }).then(|| (pair(first, second), next))
    }

    /// `18 December for 10 days`, `4pm for 30 minutes`.
    fn lasting_at(&self, at: usize, led: bool) -> Option<(Expr, usize)> {
        // `from 9 for 2.5 hrs`, `16h for 30 mins`.
        let bare = || {
            let (clock, next, _) = self.clock_at(at)?;
            let hours = next > at + 1 && self.glued(at + 1);
            let sure = (led || hours) && self.is(next, Sense::For);
            sure.then(|| (Expr::At { clock, of: Box::new(Expr::Here) }, next))
        };
        let (from, next) = self.day_or_clock_at(at).or_else(bare)?;
        let (amounts, next) = self.amounts_at(self.is(next, Sense::For).then_some(next + 1)?)?;
        Some((Expr::Lasting { from: Box::new(from), amounts }, next))
    }

    /// `for 3 days from today`.
    fn length_first_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (amounts, next) = self.amounts_at(self.is(at, Sense::For).then_some(at + 1)?)?;
        let next = self.skip_sign(next, &[',']);
        let (from, next) = self.day_or_clock_at(self.is(next, Sense::From).then_some(next + 1)?)?;
        Some((Expr::Lasting { from: Box::new(from), amounts }, next))
    }

    /// A day, or a clock time of the reference's own day.
    fn day_or_clock_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (date, next) = self.single_at(at)?;
        match date {
            Expr::Clock(clock) => Some((Expr::At { clock, of: Box::new(Expr::Here) }, next)),
            Expr::At { .. } => Some((date, next)),
            date if is_day(&date) => Some((date, next)),
            _ => None,
        }
    }

    /// A month before a dash, which alone is no date: `Jan-Feb 2017`.
    fn short_month_at(&self, at: usize) -> Option<(Expr, usize)> {
        let (month, _) = self.month(at)?;
        let next = self.after_month(at);
        let joint = self.joint(next, false)?;
        self.month(joint).map(|_| (Expr::Month { month, shift: None }, next))
    }
}

/// `from the middle of 2007` begins half way through.
fn from_middle(expr: Expr) -> Expr {
    match expr {
        Expr::Part { part: Part::Mid, of } => Expr::Part { part: Part::SecondHalf, of },
        other => other,
    }
}

/// `to the start of 2008` ends where it begins.
fn to_start(expr: Expr) -> Expr {
    match expr {
        Expr::Part { part: Part::Early, of } => Expr::Beside { amounts: vec![(-1, Unit::Day)], of },
        other => other,
    }
}

fn pair(from: Expr, to: Expr) -> Expr {
    Expr::Range(Box::new(from), Box::new(to))
}

/// `3 to 5pm` is in the afternoon at both ends.
fn same_half(first: Clock, second: &Clock) -> Clock {
    let half = 12 * 60;
    let first = Clock { zone: first.zone.or_else(|| second.zone.clone()), ..first };
    if first.either_half && !second.either_half && second.minutes >= half && first.minutes + half < second.minutes {
        return Clock { minutes: first.minutes + half, either_half: false, ..first };
    }
    first
}
