//! The year of a date without one, where a date just before it is stated in full.
//!
//! A writer gives the year once: `was told on 6 November 2023. The firm wrote to him on 28 June`, and
//! what he `told parliament in November 2023 that he had learned on 6 November`. Only a date that would
//! else lie in a year before the text's own is read so: of the text's own year it is news.
//!
//! ```text
//! He was told on 6 November 2023. She wrote on 28 June. (March 2025)      28 June 2023
//! Told in March 2024 that he had learned on 6 November. (March 2025)      6 November 2023
//! The bridge fell on 6 November 2023. The trial began on 12 February. (March 2025)    12 February 2025
//! It opened on 3 May 1998. She resigned on 28 June. (March 2025)          28 June 2024
//! ```

use super::calendar as cal;
use super::expr::{self, Expr};
use super::reader::Reader;
use super::{Before, NOTHING_BEFORE};
use crate::extract::{Prefer, Setting, When};
use crate::value::{Moment, Precision};
use jiff::civil::Date;
use std::ops::Range;

/// How far behind the date that is stated in full the other may stand, in tokens.
const REACH: usize = 60;
/// How many sentences may end between the two.
const SENTENCES: usize = 2;
/// How many years before the other's own reading the date in full may lie: what is longer ago is more
/// likely told in passing. Of a month, one.
const YEARS: i16 = 2;
/// How many days before its text a date without a year is news, whatever is told before it.
const NEWS: i32 = 183;
/// How far before the date in full the other may lie, in days, for the two to be of one year.
const BACK: i32 = 200;

/// The last date stated in full, and the token after it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    moment: Moment,
    next: usize,
}

/// The date stated in full that dates without a year are read by, as a text goes on.
#[derive(Default)]
pub(super) struct YearTold {
    told: Option<Told>,
    /// Whether a date was read that has its year.
    begun: bool,
}

impl YearTold {
    /// Takes note of a moment that was read, at the tokens up to `next`.
    pub(super) fn note(&mut self, reader: &Reader<'_>, read: &Range<usize>, expr: &Expr, when: &When, carried: bool) {
        // `Yesterday` and `on Monday` are mostly of saying so.
        let is_near = matches!(expr, Expr::Weekday { .. } | Expr::Calendar { .. } | Expr::Now);
        let Some(moment) = when.moment.as_ref().filter(|_| !is_near) else { return };
        let is_date = moment.precision >= Precision::Month && moment.first_day().is_some();
        let year = |moment: &Moment| moment.first_day().map(Date::year);
        if is_date && (carried || !when.relative && !reader.is_since(read.start)) {
            self.told = Some(Told { moment: moment.clone(), next: read.end });
            self.begun = true;
        } else if in_year(expr, 1).is_none() {
            // What is of another year leads away from it.
            self.told.take_if(|told| year(&told.moment) != year(moment));
            self.begun = true;
        }
    }

    /// The date of an expression in the year that is told before it; `None` where its own reading
    /// holds. `before` is the date stated in full before the text.
    pub(super) fn of(
        &self,
        reader: &Reader<'_>,
        at: usize,
        expr: &Expr,
        read: &When,
        setting: &Setting,
        before: Before<'_>,
    ) -> Option<When> {
        if setting.prefer != Prefer::Past || in_year(expr, 1).is_none() {
            return None;
        }
        let own = read.moment.as_ref()?.first_day()?;
        let today = setting.reference.as_ref().and_then(Moment::last_day)?;
        let told = self.told.clone().or_else(|| {
            let first = || before().map(|moment| Told { moment, next: 0 });
            if self.begun { None } else { first() }
        })?;
        let (first, last) = (told.moment.first_day()?, told.moment.last_day()?);
        let ends = (told.next..at).filter(|&at| reader.sign(at, &['.', '!', '?'])).count();
        let is_day = read.moment.as_ref().is_some_and(|moment| moment.precision >= Precision::Day);
        let governed = ends == 0 && reader.word(told.next) == Some("that") && reader.is_past(at);
        let years = if is_day || governed { YEARS } else { 1 };
        let apart = own.year() - first.year();
        if apart < i16::from(!governed) || apart > years || at > told.next + REACH || ends > SENTENCES {
            return None;
        }
        let is_news = own.year() == today.year() || own.until(today).map_or(0, |ago| ago.get_days()) <= NEWS;
        if is_news && !governed {
            return None;
        }
        let ahead = reader.is_ahead(at);
        let fits = |day: &Date| {
            let back = day.until(first).map_or(i32::MAX, |back| back.get_days());
            *day < own && back < BACK && (!ahead || back <= 0)
        };
        // What somebody said that he had done was done by then.
        let years = [first.year(), first.year() + if governed { -1 } else { 1 }];
        let fits = |day: &Date| if governed { *day <= last && *day < own } else { fits(day) };
        let mut dates = years.into_iter().filter_map(|year| {
            let when = expr::resolve(&in_year(expr, year)?, setting, NOTHING_BEFORE);
            when.moment.as_ref()?.first_day().filter(fits)?;
            when.impossible.is_none().then_some(When { relative: true, ..when })
        });
        dates.next()
    }
}

/// A date without a year in a year.
fn in_year(expr: &Expr, year: i16) -> Option<Expr> {
    let within = |of: &Expr| in_year(of, year).map(Box::new);
    match expr {
        Expr::Day { year: None, month, day, weekday } => {
            Some(Expr::Day { year: Some(year), month: *month, day: *day, weekday: *weekday })
        }
        Expr::Month { month, shift: None } => cal::month_of(year, *month).map(Expr::fixed),
        Expr::Part { part, of } => Some(Expr::Part { part: *part, of: within(of)? }),
        Expr::DayPart { part, of } => Some(Expr::DayPart { part: *part, of: within(of)? }),
        Expr::At { clock, of } => Some(Expr::At { clock: clock.clone(), of: within(of)? }),
        _ => None,
    }
}
