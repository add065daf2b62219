//! The arithmetic behind [`Expr`]: which year a date without one means, where
//! a weekday lies, how far `two months ago` reaches.

use super::calendar as cal;
use super::expr::{Clock, Expr, Frame};
use super::holidays::Rule;
use super::sense::{Shift, Unit};
use crate::extract::Prefer;
use crate::value::{Moment, Precision};
use jiff::civil::{Date, DateTime};

/// The one of a yearly row that the preference picks: `in March`.
pub(super) fn yearly(frame: Frame<'_>, of: impl Fn(i16) -> Option<Moment>) -> Option<Moment> {
    let now = frame.now?;
    let today = now.date();
    let year = today.year();
    // Eight years reach the next 29 February.
    let past = || (0..=8).filter_map(|back| of(year.checked_sub(back)?)).find(|m| m.first_day() <= Some(today));
    let future = || (-1..=8).filter_map(|on| of(year.checked_add(on)?)).find(|m| m.last_day() >= Some(today));
    match frame.prefer {
        Prefer::Past => match (past(), future()) {
            (Some(past), Some(future)) if is_announced(today, &past, &future) => Some(future),
            (past, future) => past.or(future),
        },
        Prefer::Behind => past().or_else(future),
        Prefer::Future => future(),
        Prefer::Nearest => match (past(), future()) {
            (Some(past), Some(future)) => Some(nearer(today, past, future)),
            (past, future) => past.or(future),
        },
    }
}

fn nearer(today: Date, past: Moment, future: Moment) -> Moment {
    let (back, ahead) = days_apart(today, &past, &future);
    if back <= ahead { past } else { future }
}

/// How far ahead of its day news speaks of a date without giving the year.
const MOST_DAYS_AHEAD: i32 = 91;

/// Whether a date without a year is one that news announces, although news
/// looks back: `the next strike is on 25 March`, written on 12 March. The one
/// behind lies most of a year away, the one ahead a few weeks.
fn is_announced(today: Date, past: &Moment, future: &Moment) -> bool {
    let (back, ahead) = days_apart(today, past, future);
    ahead <= MOST_DAYS_AHEAD && back > 3 * ahead
}

/// Days back to the end of one moment, and ahead to the start of another.
fn days_apart(today: Date, past: &Moment, future: &Moment) -> (i32, i32) {
    let days = |a: Option<Date>, b: Option<Date>| {
        a.zip(b).map_or(i32::MAX, |(a, b)| (b.duration_since(a).as_hours() / 24).try_into().unwrap_or(i32::MAX))
    };
    (days(past.last_day(), Some(today)), days(Some(today), future.first_day()))
}

pub(super) fn shifted_year(
    frame: Frame<'_>,
    shift: Option<Shift>,
    of: impl Fn(i16) -> Option<Moment>,
) -> Option<Moment> {
    let year = frame.now?.date().year();
    let prefer = match shift {
        None => return yearly(frame, of),
        // The winter that holds the day may have begun the year before.
        Some(Shift::This) => {
            let today = frame.now?.date();
            let holds = |m: &Moment| m.first_day() <= Some(today) && Some(today) <= m.last_day();
            return of(year.checked_sub(1)?).filter(holds).or_else(|| of(year));
        }
        Some(Shift::Last | Shift::Past) => Prefer::Past,
        Some(Shift::Next | Shift::Coming) => Prefer::Future,
    };
    // The last one is over, the next has not begun.
    let today = frame.now?.date();
    let over = |m: &Moment| match prefer {
        Prefer::Past => m.last_day() < Some(today),
        _ => m.first_day() > Some(today),
    };
    let step = if matches!(prefer, Prefer::Past | Prefer::Behind) { -1 } else { 1 };
    (0..=8).filter_map(|k| of(year.checked_add(k * step)?)).find(over)
}

pub(super) fn day_of_month(frame: Frame<'_>, day: i8, weekday: Option<i8>) -> Option<Moment> {
    let today = frame.now?.date();
    let step = if frame.prefer == Prefer::Future { 1 } else { -1 };
    let fits = |date: &Date| {
        let side = if step < 0 { *date <= today } else { *date >= today };
        side && weekday.is_none_or(|said| date.weekday().to_monday_one_offset() == said)
    };
    (0..=24)
        .filter_map(|months| cal::add(today.first_of_month().at(0, 0, 0, 0), months * step, Unit::Month))
        .filter_map(|first| cal::day_of(first.date().year(), first.date().month(), day))
        .find(fits)
        .map(Moment::day)
}

/// `last` and `next` count weeks from Monday to Sunday; without either, the
/// preference says which way. A text of that very weekday means its own day
/// when looking back, and the next when looking forward.
pub(super) fn one_weekday(frame: Frame<'_>, weekday: i8, shift: Option<Shift>) -> Option<Moment> {
    let today = frame.now?.date();
    let ahead = (i64::from(weekday) - i64::from(today.weekday().to_monday_one_offset())).rem_euclid(7);
    let in_week = |weeks: i64| cal::add_days(cal::monday(today)?, weeks * 7 + i64::from(weekday) - 1);
    let next = if ahead == 0 { 7 } else { ahead };
    let date = match (shift, frame.prefer) {
        (Some(Shift::Last), _) => in_week(-1),
        (Some(Shift::Next), _) => in_week(1),
        (Some(Shift::This), _) => in_week(0),
        (Some(Shift::Past), _) => cal::add_days(today, next - 7 - if ahead == 0 { 7 } else { 0 }),
        (Some(Shift::Coming), _) | (None, Prefer::Future) => cal::add_days(today, next),
        (None, Prefer::Past | Prefer::Behind) => cal::add_days(today, if ahead == 0 { 0 } else { ahead - 7 }),
        (None, Prefer::Nearest) => cal::add_days(today, if ahead > 3 { ahead - 7 } else { ahead }),
    };
    date.map(Moment::day)
}

/// `the past three days` runs up to now, `the next three days` from now.
/// Quarters and weekends are counted whole.
pub(super) fn rolling(now: DateTime, unit: Unit, count: i64) -> Option<Moment> {
    if matches!(unit, Unit::Quarter | Unit::Weekend | Unit::Season) {
        return whole(now, unit, count);
    }
    let precision = precision_of(unit);
    let small = unit < Unit::Day;
    let here = if small { now } else { now.date().at(0, 0, 0, 0) };
    let there = cal::add(here, count, unit)?;
    let one = if small { 0 } else { 1 };
    let (from, to) =
        if count < 0 { (there, here) } else { (cal::add(here, one, Unit::Day)?, cal::add(there, one, Unit::Day)?) };
    Some(Moment { from: Some(from), to: Some(to), precision, zone: None })
}

/// So many whole stretches before or after the one that holds now.
pub(super) fn whole(now: DateTime, unit: Unit, count: i64) -> Option<Moment> {
    let this = cal::stretch(now, unit)?;
    let (first, last) = if count < 0 { (count, -1) } else { (1, count) };
    let (first, last) = (cal::stretch_on(&this, first, unit)?, cal::stretch_on(&this, last, unit)?);
    Some(Moment { precision: precision_of(unit), ..cal::hull(&first, &last) })
}

/// A count of days or weeks lands on a day. A count of months or years is
/// only as fine as its unit: half a unit lies on each side.
pub(super) fn offset(amounts: &[(i64, Unit)], from: &Moment) -> Option<Moment> {
    let finest = amounts.iter().map(|(_, unit)| *unit).min()?;
    let base = from.from?;
    let moved = moved(amounts, base)?;
    if finest < Unit::Day {
        return Some(Moment { zone: from.zone.clone(), ..cal::stretch(moved, Unit::Minute)? });
    }
    let day = Moment::day(moved.date());
    if from.precision >= Precision::Day {
        if amounts.len() > 1 || finest < Unit::Month {
            return Some(day);
        }
        let around = |sign: i64| match finest {
            Unit::Month => cal::add_days(moved.date(), 15 * sign),
            Unit::Year => cal::add(moved, 6 * sign, Unit::Month).map(DateTime::date),
            Unit::Decade => cal::add(moved, 5 * sign, Unit::Year).map(DateTime::date),
            Unit::Century => cal::add(moved, 50 * sign, Unit::Year).map(DateTime::date),
            _ => cal::add_days(moved.date(), 45 * sign),
        };
        return Some(Moment::days(around(-1)?, around(1)?, precision_of(finest)));
    }
    let to = self::moved(amounts, from.to?)?;
    Some(Moment { from: Some(moved), to: Some(to), precision: from.precision, zone: None })
}

pub(super) fn moved(amounts: &[(i64, Unit)], base: DateTime) -> Option<DateTime> {
    amounts.iter().try_fold(base, |at, (count, unit)| cal::add(at, *count, *unit))
}

/// Now, as finely as it is known.
pub(super) fn here(frame: Frame<'_>) -> Option<DateTime> {
    let now = frame.now?;
    Some(if frame.fine { now } else { now.date().at(0, 0, 0, 0) })
}

pub(super) fn precision_of(unit: Unit) -> Precision {
    match unit {
        Unit::Second => Precision::Second,
        Unit::Minute => Precision::Minute,
        Unit::Hour => Precision::Hour,
        Unit::Day => Precision::Day,
        Unit::Week => Precision::Week,
        Unit::Weekend => Precision::Weekend,
        Unit::Month => Precision::Month,
        Unit::Quarter => Precision::Quarter,
        Unit::Season => Precision::Season,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century => Precision::Century,
    }
}

pub(super) fn weekdays_on(today: Date, count: i64, weekday: i8) -> Option<Moment> {
    let here = i64::from(today.weekday().to_monday_one_offset());
    let days = if count > 0 {
        let ahead = (i64::from(weekday) - here - 1).rem_euclid(7) + 1;
        ahead.checked_add(count.checked_sub(1)?.checked_mul(7)?)?
    } else {
        let back = (here - i64::from(weekday) - 1).rem_euclid(7) + 1;
        count.checked_add(1)?.checked_mul(7)?.checked_sub(back)?
    };
    cal::add_days(today, days).map(Moment::day)
}

/// Weeks of a stretch are those whose Thursday lies in it, as in ISO 8601.
pub(super) fn nth_unit(whole: &Moment, n: i64, unit: Unit) -> Option<Moment> {
    if unit == Unit::Week {
        let thursday = cal::nth_weekday(whole, n, 4)?;
        return cal::stretch(thursday.at(0, 0, 0, 0), Unit::Week);
    }
    if unit == Unit::Weekend {
        let saturday = cal::nth_weekday(whole, n, 6)?;
        return cal::stretch(saturday.at(0, 0, 0, 0), Unit::Weekend);
    }
    let at = if n > 0 { cal::add(whole.from?, n.checked_sub(1)?, unit)? } else { cal::add(whole.to?, n, unit)? };
    let found = cal::stretch(at, unit)?;
    (!found.is_disjoint(whole)).then_some(found)
}

/// The first (or, negative, last) few units of a stretch.
pub(super) fn run(whole: Moment, count: i64, unit: Unit) -> Option<Moment> {
    let (from, to) = (whole.from?, whole.to?);
    let moment = if count > 0 {
        Moment { to: Some(cal::add(from, count, unit)?), ..whole }
    } else {
        Moment { from: Some(cal::add(to, count, unit)?), ..whole }
    };
    Some(Moment { precision: precision_of(unit), ..moment })
}

pub(super) fn holiday(frame: Frame<'_>, rule: &Rule, year: Option<&Expr>, shift: Option<Shift>) -> Option<Moment> {
    let Some(year) = year else {
        return shifted_year(frame, shift, |year| rule.in_year(year));
    };
    let year = year.eval(frame)?.first_day()?.year();
    rule.in_year(year)
}

pub(super) fn at_clock(clock: &Clock, day: &Moment) -> Option<Moment> {
    let evening = matches!(day.precision, Precision::DayPart)
        && day.from.is_some_and(|from| from.hour() >= 12)
        && clock.either_half
        && clock.minutes < 12 * 60;
    // `12.08 on Friday morning`: behind midnight.
    let behind_midnight = matches!(day.precision, Precision::DayPart)
        && day.from.is_some_and(|from| from.hour() < 12)
        && clock.either_half
        && clock.minutes > 12 * 60;
    let minutes = match (evening, behind_midnight) {
        (true, _) => clock.minutes + 12 * 60,
        (_, true) => clock.minutes - 12 * 60,
        _ => clock.minutes,
    };
    // `this evening at 12` is the end of that day.
    let late = matches!(day.precision, Precision::DayPart)
        && day.from.is_some_and(|from| from.hour() >= 18)
        && clock.either_half
        && clock.minutes == 12 * 60;
    if late {
        let at = cal::add_days(day.first_day()?, 1)?.at(0, 0, 0, 0);
        return Some(Moment {
            zone: clock.zone.as_ref().map(|zone| zone.at(Some(at))),
            ..cal::stretch(at, Unit::Minute)?
        });
    }
    let hour = i8::try_from(minutes / 60).ok()?;
    let minute = i8::try_from(minutes % 60).ok()?;
    let at = day.first_day()?.at(hour % 24, minute, clock.seconds.unwrap_or(0).min(59), 0);
    let unit = if clock.seconds.is_some() { Unit::Second } else { Unit::Minute };
    Some(Moment { zone: clock.zone.as_ref().map(|zone| zone.at(Some(at))), ..cal::stretch(at, unit)? })
}

/// The first end of a range; without a year it is the latest before the
/// second.
pub(super) fn first_end(frame: Frame<'_>, from: &Expr, to: &Moment) -> Option<Moment> {
    let day = if let Expr::At { of, .. } = from { of } else { from };
    if is_recurring(day) {
        let now = to.from.or(frame.now);
        return from.eval(Frame { now, prefer: Prefer::Behind, ..frame });
    }
    from.eval(frame)
}

/// Whether a date comes round: without a year, or a weekday without a week.
fn is_recurring(date: &Expr) -> bool {
    matches!(date, Expr::Day { year: None, .. } | Expr::Month { shift: None, .. } | Expr::Weekday { shift: None, .. })
}

/// The stretch of a length right before or after another.
pub(super) fn beside(amounts: &[(i64, Unit)], of: &Moment) -> Option<Moment> {
    let (count, unit) = amounts.first()?;
    let moment = if *count < 0 {
        Moment { from: Some(moved(amounts, of.from?)?), to: of.from, ..of.clone() }
    } else {
        Moment { from: of.to, to: Some(moved(amounts, of.to?)?), ..of.clone() }
    };
    Some(Moment { precision: precision_of(*unit), ..moment })
}

/// The second end may take its year and month from the first: `3 to 5 May`
/// is read so by the grammar, `November to February` here.
pub(super) fn range(frame: Frame<'_>, from: &Expr, to: &Expr) -> Option<Moment> {
    let to_read = to.eval(frame)?;
    let to_read_from = to_read.from;
    let from_read = first_end(frame, from, &to_read)?;
    let moment = Moment { from: from_read.from, to: to_read.to, ..to_read };
    // A range of clock times ends at its second, and does not outlast it.
    let moment = match to {
        Expr::At { .. } | Expr::Now => Moment { to: to_read_from, ..moment },
        _ => moment,
    };
    // `between now and eight`, said at ten in the morning.
    let moment = match to {
        Expr::At { clock, .. } if clock.either_half && moment.to < moment.from => {
            Moment { to: moment.to.and_then(|to| cal::add(to, 12, Unit::Hour)), ..moment }
        }
        _ => moment,
    };
    // `from 9pm to 2am`: over midnight, and so from the evening before or into the next day.
    let moment = match (from, to) {
        (Expr::At { of: first, .. }, Expr::At { of: second, .. })
            if matches!((&**first, &**second), (Expr::Here, Expr::Here)) && moment.to < moment.from =>
        {
            let days = |at: Option<DateTime>, days| at.and_then(|at| cal::add(at, days, Unit::Day));
            match frame.prefer {
                Prefer::Past | Prefer::Behind => Moment { from: days(moment.from, -1), ..moment },
                Prefer::Future | Prefer::Nearest => Moment { to: days(moment.to, 1), ..moment },
            }
        }
        _ => moment,
    };
    // `from tomorrow to 22 August`: the next one after it.
    let moment = match to {
        to if is_recurring(to) && moment.to < moment.from => {
            let later = to.eval(Frame { now: moment.from, prefer: Prefer::Future, ..frame })?;
            Moment { to: later.to, ..moment }
        }
        _ => moment,
    };
    let ordered = moment.from.zip(moment.to).is_none_or(|(from, to)| from < to);
    ordered.then_some(Moment { precision: from_read.precision.max(moment.precision), ..moment })
}
