//! Stretches by their end and their length, by two years at once, and from the turn of a year on.
//!
//! ```text
//! in the year to December; in the six weeks to 5 October     up to that date, and so much before
//! in the year ended 31 March 2024                            the same
//! In two years there have been three         so much before the day of the text
//! in 2023-24; in the financial year 2023/24                  from some day of the one to some day of the other
//! since New Year; since the start of the year                from its first day on
//! ```

use super::{Finder, Gives, edge_of};
use crate::extract::language::en_beside_dates::{ENDED, NEW_YEAR, TURN};
use crate::extract::moment::expr::{self, Expr};
use crate::extract::moment::sense::{Part, Sense, Unit};
use crate::extract::moment::{NOTHING_BEFORE, back_from, years_of};
use crate::value::Edge;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many words behind a length of time its verb may stand.
const SUBJECT: usize = 6;

impl Finder<'_> {
    /// `in the year to December`, `in the 12 months to March`.
    pub(super) fn ending_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let the = reader.skip_any(at, &[Sense::In, Sense::Over, Sense::During, Sense::For]);
        let length = reader.is(the, Sense::The).then_some(the + 1)?;
        let (count, unit_at) = reader.count_at(length).unwrap_or((1, length));
        let (unit, times) = reader
            .unit(unit_at)
            .filter(|(unit, _)| *unit >= Unit::Day && !matches!(unit, Unit::Weekend | Unit::Season))?;
        let to = unit_at + 1;
        let ended = reader.word(to).is_some_and(|word| ENDED.contains(&word));
        if !ended && !reader.is(to, Sense::To) {
            return None;
        }
        let end = reader.skip_any(to + 1, &[Sense::To, Sense::On, Sense::In]);
        let (date, next) = reader.single_at_strong(end)?;
        if !is_end(&date) {
            return None;
        }
        let ahead = reader.is_ahead(at) && !reader.is_past(at);
        let moment =
            if ahead { expr::resolve(&date, self.setting, NOTHING_BEFORE).moment } else { self.resolve_behind(&date) };
        let to = edge_of(&moment?);
        let (first, last) = to.days()?;
        let length = count.checked_mul(times)?;
        let back = |day: Date| back_from(day, unit, -length)?.checked_add(1.day()).ok();
        Some((Gives::Whole(Edge::Between(back(first)?, back(last)?), to), next))
    }

    /// `In two years there have been three`, `In two years he has written nine`: what opens a clause, and is told of as over.
    /// Behind its verb it may be how long something took, or since when there was none: `the first in two years`.
    pub(super) fn counted_back_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let opens = at == 0 || reader.word(at - 1).is_none() && !reader.is_digits(at - 1);
        if !reader.is(at, Sense::In) || !opens {
            return None;
        }
        let (count, unit_at) = reader.count_at(at + 1)?;
        let whole = [Unit::Week, Unit::Month, Unit::Year, Unit::Decade];
        let (unit, times) = reader.unit(unit_at).filter(|(unit, _)| whole.contains(unit))?;
        let next = unit_at + 1;
        let words = (next..next + SUBJECT).take_while(|&at| reader.word(at).is_some());
        let is_told = words.into_iter().any(|at| reader.is(at, Sense::Have));
        let ends = reader.word(next).is_none_or(|word| !matches!(word, "of" | "to" | "time" | "from"));
        let length = count.checked_mul(times).filter(|_| is_told && ends)?;
        self.rolling(unit, -length, -length).map(|gives| (gives, next))
    }

    /// `in 2023-24`, `in the financial year 2023/24`.
    pub(super) fn season_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let led = reader.skip_any(at, &[Sense::In, Sense::Over, Sense::During, Sense::For]);
        let the = reader.skip(led, Sense::The);
        let named = reader.skip(the, Sense::Fiscal);
        let year = if named > the && reader.unit(named) == Some((Unit::Year, 1)) { named + 1 } else { named };
        let (first, next) = reader.two_years_at(year).filter(|_| led > at || year > the)?;
        let [from, to] = [first, first.checked_add(1)?].map(|year| years_of(year).map(|year| Edge::within(&year)));
        Some((Gives::Whole(from?, to?), next))
    }

    /// `[since] New Year`, `the turn of the year`, `the start of the year`: its first day.
    pub(super) fn turn_at(&self, at: usize) -> Option<(Edge, usize)> {
        let reader = &self.reader;
        let this_year = || {
            let day = self.setting.reference.as_ref()?.last_day()?;
            Some(Edge::on(Date::new(day.year(), 1, 1).ok()?))
        };
        let word = |at: usize| reader.tokens.all().get(at).map(|_| reader.tokens.folded(at));
        let the = reader.skip(at, Sense::The);
        if word(the) == Some(NEW_YEAR.0) && word(the + 1) == Some(NEW_YEAR.1) && word(the + 2) != Some("'s") {
            return Some((this_year()?, the + 2));
        }
        let of = reader.skip(the + 2, Sense::The);
        let year = reader.is(the + 1, Sense::Of) && matches!(reader.unit(of), Some((Unit::Year, 1)));
        if year && word(the) == Some(TURN) {
            return Some((this_year()?, of + 1));
        }
        if !reader.is(the, Sense::Edge(Part::Early)) {
            return None;
        }
        let (Expr::Part { part: Part::Early, of }, next) = reader.single_at_strong(at)? else { return None };
        let first = self.resolve_behind(&of)?.first_day()?;
        Some((Edge::on(first), next))
    }
}

/// Whether a stretch can end with a date: not with a clock time or a length.
fn is_end(date: &Expr) -> bool {
    !matches!(
        date,
        Expr::Clock(_) | Expr::At { .. } | Expr::Here | Expr::Range(..) | Expr::Rolling { .. } | Expr::DayPart { .. }
    )
}

/// The first day that is meant by the end of a stretch, of which the days of its last third are given, where something goes
/// on until then: of a year its last month, of a month its last three days.
#[must_use]
pub fn last_of(first: Date, last: Date) -> Date {
    let days = first.until(last).map_or(0, |length| length.get_days());
    let from = match days {
        100.. => last.checked_add(1.day()).and_then(|next| next.checked_sub(1.month())),
        7..=11 => last.checked_sub(2.days()),
        _ => Ok(first),
    };
    from.unwrap_or(first)
}
