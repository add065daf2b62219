//! Lengths of time that a date is counted by: `two years and a month`, `half
//! an hour`, `2.5 hours`, `another ten minutes`.

use super::reader::Reader;
use super::sense::{Sense, Unit};

/// Signed counts of units, from the longest to the shortest.
pub(super) type Amounts = Vec<(i64, Unit)>;

impl Reader<'_> {
    /// Lengths of time.
    pub(super) fn amounts_at(&self, at: usize) -> Option<(Amounts, usize)> {
        let at = self.skip(at, Sense::Another);
        if let Some(found) = self.fraction_at(at).or_else(|| self.and_a_half_at(at)).or_else(|| self.marked_at(at)) {
            return Some(found);
        }
        let mut amounts: Amounts = Vec::new();
        let mut next = at;
        // Years, months, weeks, days, hours, minutes and seconds.
        for _ in 0..7 {
            let mut start = next;
            if !amounts.is_empty() {
                start = self.skip_sign(start, &[',']);
                start = self.skip(start, Sense::And);
            }
            let Some((count, after)) = self.count_at(start) else { break };
            let after = self.skip(self.skip_sign(after, &['-']), Sense::More);
            let Some((unit, times)) = self.unit(after) else { break };
            if amounts.last().is_some_and(|(_, last)| *last <= unit) {
                break;
            }
            amounts.push((count.checked_mul(times)?, unit));
            next = after + 1;
        }
        // `a year and a half`.
        if let [(count, unit)] = amounts[..]
            && let Some(half) = self.is(next, Sense::And).then(|| self.skip(next + 1, Sense::Article))
            && half > next + 1
            && self.is(half, Sense::Half)
        {
            let (small, many) = smaller(unit)?;
            return Some((vec![(count.checked_mul(many)?.checked_add(many / 2)?, small)], half + 1));
        }
        (!amounts.is_empty()).then_some((amounts, next))
    }

    /// `2.5 hours`, `1.25 years`, `two and a half years`: in the next smaller unit.
    fn and_a_half_at(&self, at: usize) -> Option<(Amounts, usize)> {
        let point = self.sign(at + 1, &['.']) && self.glued(at + 1) && self.glued(at + 2);
        let quarters = match self.digits(at + 2).filter(|_| point) {
            Some((5, 1)) => Some(2),
            Some((25, 2)) => Some(1),
            Some((75, 2)) => Some(3),
            _ => None,
        };
        let (count, next) = if quarters.is_some() {
            (self.digits(at).filter(|(_, length)| *length < 4 && self.begins_clean(at))?.0, at + 3)
        } else {
            let (count, next) = self.count_at(at)?;
            let half = self.skip(self.is(next, Sense::And).then_some(next + 1)?, Sense::Article);
            (count, self.is(half, Sense::Half).then_some(half + 1)?)
        };
        let (small, many) = self.whole_unit(next)?;
        let part = many * quarters.unwrap_or(2);
        (part % 4 == 0).then(|| (vec![(count * many + part / 4, small)], next + 1))
    }

    /// `half an hour`, `1/4 hour`, `three-quarters of an hour`, `half a year`.
    fn fraction_at(&self, at: usize) -> Option<(Amounts, usize)> {
        let (quarters, next) = match (self.digits(at), self.digits(at + 2)) {
            (Some((1, 1)), Some((share @ (2 | 4), 1))) if self.sign(at + 1, &['/']) => (4 / share, at + 3),
            (Some((3, 1)), Some((4, 1))) if self.sign(at + 1, &['/']) => (3, at + 3),
            _ => {
                let start = self.skip(at, Sense::Article);
                let (count, quarter) = match self.count_at(at) {
                    Some((3, next)) => (3, self.skip_sign(next, &['-'])),
                    _ => (1, start),
                };
                let (quarters, next) = if self.is(start, Sense::Half) {
                    (2, start + 1)
                } else {
                    let named =
                        matches!(self.unit(quarter), Some((Unit::Quarter, 1))) && self.is(quarter + 1, Sense::Of);
                    (count, named.then_some(quarter + 2)?)
                };
                (quarters, self.skip(self.skip(next, Sense::Of), Sense::Article))
            }
        };
        let (small, many) = self.whole_unit(next)?;
        (many * quarters % 4 == 0).then(|| (vec![(many * quarters / 4, small)], next + 1))
    }

    /// `15'`: minutes, where a text looks forward.
    fn marked_at(&self, at: usize) -> Option<(Amounts, usize)> {
        let marked = self.ahead && self.sign(at + 1, &['\'', '′', '’']) && self.glued(at + 1);
        let (count, length) = self.digits(at).filter(|_| marked)?;
        (length <= 3 && self.ends_date(at + 2)).then_some((vec![(count, Unit::Minute)], at + 2))
    }

    /// The next smaller unit of the one at a token, and how many make it up.
    fn whole_unit(&self, at: usize) -> Option<(Unit, i64)> {
        let (unit, 1) = self.unit(at)? else { return None };
        smaller(unit)
    }
}

fn smaller(unit: Unit) -> Option<(Unit, i64)> {
    Some(match unit {
        Unit::Minute => (Unit::Second, 60),
        Unit::Hour => (Unit::Minute, 60),
        Unit::Day => (Unit::Hour, 24),
        Unit::Year => (Unit::Month, 12),
        Unit::Decade => (Unit::Year, 10),
        Unit::Century => (Unit::Year, 100),
        _ => return None,
    })
}
