//! What the words of a date say, before it is worked out: `the end of last
//! month` is a part of a stretch counted from the reference.
//!
//! [`Expr::eval`] works it out for one instant of reference; the reference of
//! an article is itself a stretch, so [`resolve`] takes the hull of both its
//! ends.

use super::calendar as cal;
use super::holidays::{self, Rule};
use super::sense::{DayPart, Part, Shift, Unit};
use crate::extract::{Prefer, Setting, When};
use crate::value::{Moment, Precision, Zone};
use jiff::civil::{Date, DateTime};

/// A clock time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clock {
    /// After midnight.
    pub(crate) minutes: u16,
    pub(crate) seconds: Option<i8>,
    /// Whether it can also be twelve hours later: `half past three`.
    pub(crate) either_half: bool,
    pub(crate) zone: Option<Zone>,
}

/// A date as words say it.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    /// A stretch that needs no reference.
    Fixed(Moment),
    /// A day no calendar has, and why.
    Never(String),
    /// `24 February`, with the weekday the text gives it.
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
        weekday: Option<i8>,
    },
    Month {
        month: i8,
        shift: Option<Shift>,
    },
    /// `the 24th`, `Sunday the 24th`.
    DayOfMonth {
        day: i8,
        weekday: Option<i8>,
    },
    Weekday {
        weekday: i8,
        shift: Option<Shift>,
    },
    Season {
        index: i8,
        shift: Option<Shift>,
    },
    /// `last month`: whole calendar stretches from now.
    Calendar {
        unit: Unit,
        shift: i64,
    },
    /// `the past three days`: up to now, or from now on.
    Rolling {
        unit: Unit,
        count: i64,
    },
    Now,
    /// The date last stated before, from which `a week earlier` counts.
    Anchor,
    /// `two days ago`, `a week after Easter`; counts are signed.
    Offset {
        amounts: Vec<(i64, Unit)>,
        from: Box<Expr>,
    },
    /// `two years ago today`: the very day in the middle of an offset.
    DayOf(Box<Expr>),
    /// `three Fridays from now`.
    Weekdays {
        count: i64,
        weekday: i8,
    },
    /// `the third Tuesday after Christmas`.
    WeekdaysFrom {
        count: i64,
        weekday: i8,
        from: Box<Expr>,
    },
    Part {
        part: Part,
        of: Box<Expr>,
    },
    /// `the first Monday of June`, `the third month of 2021`.
    NthWeekday {
        n: i64,
        weekday: i8,
        of: Box<Expr>,
    },
    NthUnit {
        n: i64,
        unit: Unit,
        of: Box<Expr>,
    },
    /// `the last four months of 2021`.
    Run {
        count: i64,
        unit: Unit,
        of: Box<Expr>,
    },
    /// The stretch of a unit that holds another.
    Holding {
        unit: Unit,
        of: Box<Expr>,
    },
    DayPart {
        part: DayPart,
        of: Box<Expr>,
    },
    Holiday {
        rule: Rule,
        year: Option<Box<Expr>>,
        shift: Option<Shift>,
    },
    At {
        clock: Clock,
        of: Box<Expr>,
    },
    Clock(Clock),
    /// The reference's own day, for a range of clock times.
    Here,
    Range(Box<Expr>, Box<Expr>),
    /// A month or weekday after the next: `March after next`.
    AfterNext(Box<Expr>),
}

/// What an expression is worked out against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'a> {
    pub(crate) now: Option<DateTime>,
    pub(crate) prefer: Prefer,
    pub(crate) anchor: Option<&'a Moment>,
}

impl Expr {
    /// Works the expression out; `None` when it needs a reference and there
    /// is none, or leaves the calendar.
    pub(crate) fn eval(&self, frame: Frame<'_>) -> Option<Moment> {
        match self {
            Self::Fixed(moment) => Some(moment.clone()),
            Self::Never(_) | Self::Clock(_) => None,
            Self::Day { year: Some(year), month, day, .. } => cal::day_of(*year, *month, *day).map(Moment::day),
            Self::Day { year: None, month, day, .. } => {
                yearly(frame, |year| cal::day_of(year, *month, *day).map(Moment::day))
            }
            Self::Month { month, shift } => shifted_year(frame, *shift, |year| cal::month_of(year, *month)),
            Self::DayOfMonth { day, weekday } => day_of_month(frame, *day, *weekday),
            Self::Weekday { weekday, shift } => one_weekday(frame, *weekday, *shift),
            Self::Season { index, shift } => shifted_year(frame, *shift, |year| cal::season(year, *index)),
            Self::Calendar { unit, shift } => {
                let now = frame.now?;
                cal::stretch(cal::add(cal::stretch(now, *unit)?.from?, *shift, *unit)?, *unit)
            }
            Self::Rolling { unit, count } => rolling(frame.now?, *unit, *count),
            Self::Here => cal::stretch(frame.now?, Unit::Day),
            Self::Now => cal::stretch(frame.now?, Unit::Minute),
            Self::Anchor => frame.anchor.cloned().or_else(|| cal::stretch(frame.now?, Unit::Day)),
            Self::Offset { amounts, from } => offset(amounts, &from.eval(frame)?),
            Self::DayOf(offset) => match offset.as_ref() {
                Self::Offset { amounts, from } => {
                    moved(amounts, from.eval(frame)?.from?).map(|at| Moment::day(at.date()))
                }
                other => other.eval(frame),
            },
            Self::Weekdays { count, weekday } => weekdays_on(frame.now?.date(), *count, *weekday),
            Self::WeekdaysFrom { count, weekday, from } => weekdays_on(from.eval(frame)?.last_day()?, *count, *weekday),
            Self::Part { part, of } => cal::part(&of.eval(frame)?, *part),
            Self::NthWeekday { n, weekday, of } => cal::nth_weekday(&of.eval(frame)?, *n, *weekday).map(Moment::day),
            Self::NthUnit { n, unit, of } => nth_unit(&of.eval(frame)?, *n, *unit),
            Self::Run { count, unit, of } => run(of.eval(frame)?, *count, *unit),
            Self::Holding { unit, of } => cal::stretch(of.eval(frame)?.from?, *unit),
            Self::DayPart { part, of } => cal::day_part(&of.eval(frame)?, *part),
            Self::Holiday { rule, year, shift } => holiday(frame, rule, year.as_deref(), *shift),
            Self::At { clock, of } => at_clock(clock, &of.eval(frame)?),
            Self::Range(from, to) => range(frame, from, to),
            Self::AfterNext(of) => {
                let next = of.eval(Frame { prefer: Prefer::Future, ..frame })?;
                of.eval(Frame { prefer: Prefer::Future, now: next.to, ..frame })
            }
        }
    }

    /// Why the expression cannot be right, given what it resolved to.
    fn flaw(&self, resolved: Option<&Moment>) -> Option<String> {
        match self {
            Self::Never(why) => Some(why.clone()),
            Self::Day { weekday: Some(said), .. } | Self::DayOfMonth { weekday: Some(said), .. } => {
                let date = resolved?.first_day()?;
                let real = date.weekday().to_monday_one_offset();
                (real != *said).then(|| contradiction(date, *said))
            }
            Self::At { of, .. } | Self::DayPart { of, .. } => of.flaw(resolved),
            _ => None,
        }
    }
}

fn contradiction(date: Date, said: i8) -> String {
    let name = |at: i8| holidays::WEEKDAY_NAMES[usize::from(at.unsigned_abs().saturating_sub(1)) % 7];
    let real = name(date.weekday().to_monday_one_offset());
    let month = holidays::MONTH_NAMES[usize::from(date.month().unsigned_abs().saturating_sub(1)) % 12];
    format!("{} {month} {} was a {real}, not a {}", date.day(), date.year(), name(said))
}

/// Works out an expression against the setting of its text.
pub(crate) fn resolve(expr: &Expr, setting: &Setting, anchor: Option<&Moment>) -> When {
    let absolute = expr.eval(Frame { now: None, prefer: setting.prefer, anchor });
    let relative = absolute.is_none();
    let moment = absolute.or_else(|| against_reference(expr, setting, anchor));
    let impossible = expr.flaw(moment.as_ref());
    let clock = match expr {
        Expr::Clock(clock) | Expr::At { clock, .. } if moment.is_none() => Some(clock.minutes),
        _ => None,
    };
    When { moment, clock, impossible, relative }
}

fn against_reference(expr: &Expr, setting: &Setting, anchor: Option<&Moment>) -> Option<Moment> {
    let reference = setting.reference.as_ref()?;
    let prefer = setting.prefer;
    let (first, last) = (reference.from.or(reference.to)?, reference.last_day()?);
    let first_read = expr.eval(Frame { now: Some(first), prefer, anchor })?;
    if reference.first_day() == Some(last) {
        return Some(first_read);
    }
    let last_read = expr.eval(Frame { now: Some(last.at(0, 0, 0, 0)), prefer, anchor })?;
    Some(cal::hull(&first_read, &last_read))
}

/// The one of a yearly row that the preference picks: `in March`.
fn yearly(frame: Frame<'_>, of: impl Fn(i16) -> Option<Moment>) -> Option<Moment> {
    let now = frame.now?;
    let today = now.date();
    let year = today.year();
    // Eight years reach the next 29 February.
    let past = || (0..=8).filter_map(|back| of(year.checked_sub(back)?)).find(|m| m.first_day() <= Some(today));
    let future = || (-1..=8).filter_map(|on| of(year.checked_add(on)?)).find(|m| m.last_day() >= Some(today));
    match frame.prefer {
        Prefer::Past => past(),
        Prefer::Future => future(),
        Prefer::Nearest => match (past(), future()) {
            (Some(past), Some(future)) => Some(nearer(today, past, future)),
            (past, future) => past.or(future),
        },
    }
}

fn nearer(today: Date, past: Moment, future: Moment) -> Moment {
    let days = |a: Option<Date>, b: Option<Date>| {
        a.zip(b).map_or(i32::MAX, |(a, b)| (b.duration_since(a).as_hours() / 24).try_into().unwrap_or(i32::MAX))
    };
    let back = days(past.last_day(), Some(today));
    let ahead = days(Some(today), future.first_day());
    if back <= ahead { past } else { future }
}

fn shifted_year(frame: Frame<'_>, shift: Option<Shift>, of: impl Fn(i16) -> Option<Moment>) -> Option<Moment> {
    let year = frame.now?.date().year();
    let prefer = match shift {
        None => return yearly(frame, of),
        Some(Shift::This) => return of(year),
        Some(Shift::Last | Shift::Past) => Prefer::Past,
        Some(Shift::Next | Shift::Coming) => Prefer::Future,
    };
    // The last one is over, the next has not begun.
    let today = frame.now?.date();
    let over = |m: &Moment| match prefer {
        Prefer::Past => m.last_day() < Some(today),
        _ => m.first_day() > Some(today),
    };
    let step = if prefer == Prefer::Past { -1 } else { 1 };
    (0..=8).filter_map(|k| of(year.checked_add(k * step)?)).find(over)
}

fn day_of_month(frame: Frame<'_>, day: i8, weekday: Option<i8>) -> Option<Moment> {
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
fn one_weekday(frame: Frame<'_>, weekday: i8, shift: Option<Shift>) -> Option<Moment> {
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
        (None, Prefer::Past) => cal::add_days(today, if ahead == 0 { 0 } else { ahead - 7 }),
        (None, Prefer::Nearest) => cal::add_days(today, if ahead > 3 { ahead - 7 } else { ahead }),
    };
    date.map(Moment::day)
}

/// `the past three days` runs up to now, `the next three days` from now.
/// Quarters and weekends are counted whole.
fn rolling(now: DateTime, unit: Unit, count: i64) -> Option<Moment> {
    let precision = precision_of(unit);
    if matches!(unit, Unit::Quarter | Unit::Weekend | Unit::Season) {
        let this = cal::stretch(now, unit)?;
        let (first, last) = if count < 0 { (count, -1) } else { (1, count) };
        let first = cal::stretch(cal::add(this.from?, first, unit)?, unit)?;
        let last = cal::stretch(cal::add(this.from?, last, unit)?, unit)?;
        return Some(Moment { precision, ..cal::hull(&first, &last) });
    }
    let small = unit < Unit::Day;
    let here = if small { now } else { now.date().at(0, 0, 0, 0) };
    let there = cal::add(here, count, unit)?;
    let one = if small { 0 } else { 1 };
    let (from, to) =
        if count < 0 { (there, here) } else { (cal::add(here, one, Unit::Day)?, cal::add(there, one, Unit::Day)?) };
    Some(Moment { from: Some(from), to: Some(to), precision, zone: None })
}

/// A count of days or weeks lands on a day. A count of months or years is
/// only as fine as its unit: half a unit lies on each side.
fn offset(amounts: &[(i64, Unit)], from: &Moment) -> Option<Moment> {
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

fn moved(amounts: &[(i64, Unit)], base: DateTime) -> Option<DateTime> {
    amounts.iter().try_fold(base, |at, (count, unit)| cal::add(at, *count, *unit))
}

fn precision_of(unit: Unit) -> Precision {
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

fn weekdays_on(today: Date, count: i64, weekday: i8) -> Option<Moment> {
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
fn nth_unit(whole: &Moment, n: i64, unit: Unit) -> Option<Moment> {
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
fn run(whole: Moment, count: i64, unit: Unit) -> Option<Moment> {
    let (from, to) = (whole.from?, whole.to?);
    let moment = if count > 0 {
        Moment { to: Some(cal::add(from, count, unit)?), ..whole }
    } else {
        Moment { from: Some(cal::add(to, count, unit)?), ..whole }
    };
    Some(Moment { precision: precision_of(unit), ..moment })
}

fn holiday(frame: Frame<'_>, rule: &Rule, year: Option<&Expr>, shift: Option<Shift>) -> Option<Moment> {
    let Some(year) = year else {
        return shifted_year(frame, shift, |year| rule.in_year(year));
    };
    let year = year.eval(frame)?.first_day()?.year();
    rule.in_year(year)
}

fn at_clock(clock: &Clock, day: &Moment) -> Option<Moment> {
    let evening = matches!(day.precision, Precision::DayPart)
        && day.from.is_some_and(|from| from.hour() >= 12)
        && clock.either_half
        && clock.minutes < 12 * 60;
    let minutes = if evening { clock.minutes + 12 * 60 } else { clock.minutes };
    let hour = i8::try_from(minutes / 60).ok()?;
    let minute = i8::try_from(minutes % 60).ok()?;
    let at = day.first_day()?.at(hour % 24, minute, clock.seconds.unwrap_or(0).min(59), 0);
    let unit = if clock.seconds.is_some() { Unit::Second } else { Unit::Minute };
    Some(Moment { zone: clock.zone.clone(), ..cal::stretch(at, unit)? })
}

/// The second end may take its year and month from the first: `3 to 5 May`
/// is read so by the grammar, `November to February` here.
fn range(frame: Frame<'_>, from: &Expr, to: &Expr) -> Option<Moment> {
    let to_read = to.eval(frame)?;
    let from_read = match from {
        // A first end without a year is the latest before the second.
        Expr::Day { year: None, .. } | Expr::Month { shift: None, .. } => {
            let now = to_read.from.or(frame.now);
            from.eval(Frame { now, prefer: Prefer::Past, ..frame })?
        }
        _ => from.eval(frame)?,
    };
    let moment = Moment { from: from_read.from, to: to_read.to, ..to_read };
    let ordered = moment.from.zip(moment.to).is_none_or(|(from, to)| from < to);
    ordered.then_some(Moment { precision: from_read.precision, ..moment })
}
