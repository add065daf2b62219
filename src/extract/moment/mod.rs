//! Text to points and stretches of civil time: `late June`, `9pm on 21
//! February`, `last week`, `four days before the invasion`.
//!
//! Reading refuses to guess: a date without a year needs the reference of its
//! text, a month's name is a date only where its sentence makes it one
//! (`Theresa May` never is), and what resolves to nothing is still reported,
//! unresolved. Conventions, where English leaves a choice: weeks run from
//! Monday to Sunday, `last week` is the one before that of the reference,
//! `last Tuesday` is the Tuesday of last week, and a bare `Tuesday` is the
//! latest one up to the reference's own day.
//!
//! ```
//! use gainsay::extract::{Reading, Setting, moment::find_moments};
//! use gainsay::{text::Tokens, value::edtf};
//! let tokens = Tokens::new("The call leaked in late June.");
//! let setting = Setting { reference: edtf::parse_date("2022-07-08").ok(), ..Setting::default() };
//! let found = find_moments(&tokens, &setting, &[]);
//! let Reading::Moment(when) = &found[0].reading else { panic!() };
//! assert_eq!(found[0].span.of(tokens.text()), "late June");
//! assert_eq!(when.moment.as_ref().unwrap().from.unwrap().to_string(), "2022-06-21T00:00:00");
//! ```
//!
//! **Cost.** One look-up a token and a bounded look ahead from those that can
//! begin a date; linear in the text.

mod absolute;
mod alone;
mod amounts;
mod apposed;
mod calendar;
mod clock;
mod counted;
mod counts;
mod expected;
pub(crate) mod expr;
mod festive;
pub(crate) mod hebrew;
pub(crate) mod holidays;
mod lexicon;
mod listed;
mod lunar;
mod parts;
#[cfg(test)]
mod passed_over;
mod range;
pub(crate) mod reader;
mod relative;
mod resolve;
mod running;
pub(crate) mod sense;
mod stretch;
mod tense;
#[cfg(test)]
mod tests;
mod together;
mod told_year;
pub(crate) mod zone;

use super::{Extracted, Prefer, Reading, Setting};
use crate::text::Tokens;
use crate::value::{Edge, Moment, Precision};
use counted::later_by_clock;
use expr::Expr;
use reader::Reader;
pub use stretch::find_stretches;
use told_year::YearTold;

/// Every moment that a text states, in order and apart from each other; the
/// longest reading from the left wins. `known` are moments that the caller
/// has found, such as the names of events; they are read against (`four days
/// before the invasion`) and not returned.
#[must_use]
pub fn find_moments(tokens: &Tokens<'_>, setting: &Setting, known: &[Extracted]) -> Vec<Extracted> {
    find_moments_after(tokens, setting, known, Earlier::NOTHING)
}

/// The last moment that a text states before the part of it that is read. It is
/// asked for only where the part points back: `two days later`.
pub type Before<'b> = &'b dyn Fn() -> Option<Moment>;

/// Before the beginning of a text.
pub(crate) const NOTHING_BEFORE: Before<'static> = &|| None;

/// What a text states before the part of it that is read.
#[derive(Clone, Copy)]
pub struct Earlier<'b> {
    /// The last moment.
    pub last: Before<'b>,
    /// The last date with its year, where that stands right before the part. It is asked for only where
    /// the part has a date without one.
    pub in_full: Before<'b>,
}

impl Earlier<'static> {
    /// Of the beginning of a text.
    pub(crate) const NOTHING: Self = Self { last: NOTHING_BEFORE, in_full: NOTHING_BEFORE };
}

/// The same as [`find_moments`], of a part of a text.
#[must_use]
pub fn find_moments_after(
    tokens: &Tokens<'_>,
    setting: &Setting,
    known: &[Extracted],
    earlier: Earlier<'_>,
) -> Vec<Extracted> {
    find_in(&Reader::new(tokens, known, setting), setting, earlier)
}

/// The same in a text that has its reader.
fn find_in(reader: &Reader<'_>, setting: &Setting, earlier: Earlier<'_>) -> Vec<Extracted> {
    let before = earlier.last;
    let ahead = Setting { prefer: Prefer::Future, ..setting.clone() };
    let mut found = Vec::new();
    let mut anchor: Option<Moment> = None;
    let mut anchored = 0..0;
    let mut year_told = YearTold::default();
    let mut last_clock: Option<(u16, usize)> = None;
    let mut at = 0;
    while at < reader.len() {
        let Some((mut expr, mut next)) = reader.moment_at(at) else {
            at += 1;
            continue;
        };
        let planned = if reader.is_future(at) { None } else { reader.planned(at, next, &expr, setting) };
        let asked = if reader.is_future(at) { &ahead } else { planned.as_ref().unwrap_or(setting) };
        let told = || anchor.clone().or_else(before);
        let resolve = |expr: &expr::Expr| expr::resolve(expr, asked, &told);
        let mut when = resolve(&expr);
        // `Met in January`, written in October. (Of a day more likely the year of writing is wrong.)
        let is_announced = |moment: &Moment| {
            let is_near = moment.precision >= Precision::Day && !is_after(moment, setting, NEAR_DAYS);
            is_after(moment, setting, 0)
                && (reader.is_since(at)
                    || !is_near && (reader.is_past(at) || reader.is_reached(at, next))
                    || !reader.is_future(at) && reader.is_last_before(at, moment))
        };
        if setting.prefer == Prefer::Past && planned.is_none() && when.moment.as_ref().is_some_and(is_announced) {
            let behind = Setting { prefer: Prefer::Behind, ..setting.clone() };
            when = expr::resolve(&expr, &behind, &told);
        }
        let is_all = at == 0 && next >= reader.len();
        let clock = last_clock.filter(|(_, end)| at <= end + CLOCK).map(|(clock, _)| clock);
        if let Some(on) = later_by_clock(&expr, &when, setting, &told, clock).filter(|_| !is_all) {
            when = on;
        }
        let is_plan = planned.as_ref().is_some_and(|plan| plan.prefer == Prefer::Future) || reader.is_future(at);
        // `Said in March 2021 that it would open on 6 November`: of the time from then on.
        let would = planned.is_some() && !is_plan;
        let since = anchor.clone().filter(|_| would && reader.is_of_saying(&anchored, at));
        if let Some(since) = since.filter(|since| since.precision >= Precision::Month && !is_after(since, setting, 0)) {
            when = expr::resolve(&expr, &Setting { reference: Some(since), ..ahead.clone() }, &told);
        }
        let of_year = if is_plan { None } else { year_told.of(reader, at, &expr, &when, setting, earlier.in_full) };
        let carried = of_year.is_some();
        when = of_year.unwrap_or(when);
        // Where a range of clock times has no day, its ends are clock times all the same.
        if let Some((first, end)) = reader.first_clock_at(at).filter(|_| when.moment.is_none() && !stands_alone(&expr))
        {
            (when, next, expr) = (resolve(&first), end, first);
        }
        let span = reader.span(at, next);
        // The last none of something is no time at all.
        when.moment.take_if(|moment| matches!((moment.from, moment.to), (Some(from), Some(to)) if to <= from));
        if when.moment.is_some() || when.clock.is_some() || when.impossible.is_some() || stands_alone(&expr) {
            if let Some(moment) = when.moment.as_ref().filter(|moment| moment.from.is_some()) {
                (anchor, anchored) = (Some(moment.clone()), at..next);
                last_clock.take_if(|_| moment.precision >= Precision::Hour);
            }
            last_clock = when.clock.map(|clock| (clock, next)).or(last_clock);
            year_told.note(reader, &(at..next), &expr, &when, carried);
            found.push(Extracted { span, reading: Reading::Moment(when) });
            at = next;
        } else {
            at += 1;
        }
    }
    found
}

/// The edge that the reference is: as of when a text speaks.
#[must_use]
pub fn reference_edge(setting: &Setting) -> Edge {
    setting.reference.as_ref().map_or(Edge::Unknown, Edge::within)
}

/// How far behind a clock time without a day `half an hour later` counts from it, in tokens.
const CLOCK: usize = 30;

/// A day of the past year is hardly given without its year so near to its day.
const NEAR_DAYS: i64 = 31;

/// Whether a moment lies wholly after the day of the text, and more than some days.
fn is_after(moment: &Moment, setting: &Setting, days: i64) -> bool {
    let day = setting.reference.as_ref().and_then(Moment::last_day);
    let day = day.and_then(|day| calendar::add_days(day, days));
    day.is_some_and(|day| moment.first_day().is_some_and(|first| first > day))
}

/// A date moved by a number of units, for windows that count back.
pub(crate) fn back_from(date: jiff::civil::Date, unit: sense::Unit, count: i64) -> Option<jiff::civil::Date> {
    calendar::add(date.at(0, 0, 0, 0), count, unit).map(jiff::civil::DateTime::date)
}

/// The days of a year.
pub(crate) fn years_of(year: i16) -> Option<Moment> {
    calendar::years(year, year, Precision::Year)
}

/// Whether words are a date even where nothing resolves them.
fn stands_alone(expr: &Expr) -> bool {
    !matches!(expr, Expr::Never(_) | Expr::Range(..) | Expr::Same(_))
}
