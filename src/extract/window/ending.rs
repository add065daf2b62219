//! Stretches by their end and their length, by two years at once, and from the turn of a year on.
//!
//! ```text
//! in the year to December; in the six weeks to 5 October     up to that date, and so much before
//! in the year ended 31 March 2024                            the same
//! in the 24 hours to 6am on Wednesday                        from Tuesday to Wednesday
//! In two years there have been three         so much before the day of the text
//! in 2023-24; in the financial year 2023/24                  from some day of the one to some day of the other
//! since New Year; since the start of the year                from its first day on
//! ```

use super::{Finder, Gives, edge_of, is_event};
use crate::extract::language::en_beside_dates::{ENDED, NEW_YEAR, THAT, TURN};
use crate::extract::moment::expr::{self, Expr};
use crate::extract::moment::sense::{Part, Sense, Unit};
use crate::extract::moment::{NOTHING_BEFORE, back_from, reference_edge, years_of};
use crate::value::{Edge, Moment, Precision};
use jiff::ToSpan;
use jiff::civil::Date;

/// How many words behind a length of time its verb may stand.
const SUBJECT: usize = 6;
/// How many hours a day has.
const DAY: i64 = 24;

impl Finder<'_> {
    /// `in the year to December`, `in the 12 months to March`.
    pub(super) fn ending_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let the = reader.skip_any(at, &[Sense::In, Sense::Over, Sense::During, Sense::For]);
        let length = reader.is(the, Sense::The).then_some(the + 1)?;
        let length = reader.skip(length, Sense::Fiscal);
        let (count, unit_at) = reader.count_at(length).unwrap_or((1, length));
        let (unit, times) = reader
            .unit(unit_at)
            .filter(|(unit, _)| *unit >= Unit::Hour && !matches!(unit, Unit::Weekend | Unit::Season))?;
        let to = unit_at + 1 + usize::from(reader.word(unit_at + 1) == Some(THAT));
        let ended = reader.word(to).is_some_and(|word| ENDED.contains(&word));
        let to = if unit == Unit::Hour { reader.skip(to, Sense::Up) } else { to };
        if !ended && !reader.is(to, Sense::To) {
            return None;
        }
        let end = reader.skip_any(to + 1, &[Sense::To, Sense::On, Sense::In]);
        let (date, next) = reader.single_at_strong(end)?;
        if unit == Unit::Hour {
            return self.hours_to(count.checked_mul(times)?, &date).map(|gives| (gives, next));
        }
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

    /// `In the first week of the war`, `in the first two months after the invasion`: so long from its day on.
    pub(super) fn first_of_event_at(&self, at: usize) -> Option<(Gives, usize)> {
        let reader = &self.reader;
        let led = reader.skip_any(at, &[Sense::In, Sense::Over, Sense::During]);
        let first = reader.skip(led, Sense::The);
        if led == at || !reader.is(first, Sense::Ordinal(1)) {
            return None;
        }
        let (count, unit_at) = reader.count_at(first + 1).unwrap_or((1, first + 1));
        let (unit, times) = reader.unit(unit_at).filter(|(unit, _)| *unit >= Unit::Day)?;
        let of = reader.is_any(unit_at + 1, &[Sense::Of, Sense::After]).then_some(unit_at + 2)?;
        let known = reader.known_at(of).filter(|known| is_event(known.moment.precision))?;
        let day = known.moment.only_day()?;
        let last = back_from(day, unit, count.checked_mul(times)?)?.yesterday().ok()?;
        let printed = self.setting.reference.as_ref().and_then(Moment::last_day);
        let to =
            if printed.is_some_and(|printed| printed < last) { reference_edge(self.setting) } else { Edge::on(last) };
        Some((Gives::Whole(Edge::on(day), to), known.next))
    }

    /// `In the 24 hours to 6am on Wednesday`: from a day that may be either of two, unless the hours make whole days.
    fn hours_to(&self, hours: i64, end: &Expr) -> Option<Gives> {
        let moment = match end {
            // Of the day of the text, or the one before.
            Expr::Clock(_) => {
                let day = self.setting.reference.as_ref()?.only_day()?;
                Moment::days(day.yesterday().ok()?, day, Precision::Day)
            }
            end => self.resolve_behind(end)?,
        };
        let (first, last) = (moment.first_day()?, moment.last_day()?);
        let (least, most) = (hours / DAY, hours.checked_add(DAY - 1)? / DAY);
        let back = |day: Date, days: i64| back_from(day, Unit::Day, -days);
        let from = Edge::Between(back(first, most)?, back(last, least)?);
        Some(Gives::Whole(from, Edge::Between(first, last)))
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
