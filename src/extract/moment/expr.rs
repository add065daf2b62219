//! What the words of a date say, before it is worked out: `the end of last
//! month` is a part of a stretch counted from the reference.
//!
//! [`Expr::eval`] works it out for one instant of reference; the reference of
//! an article is itself a stretch, so [`resolve`] takes the hull of both its
//! ends.

use super::Before;
use super::calendar as cal;
use super::holidays::{self, Rule};
use super::resolve::{
    at_clock, beside, day_of_month, first_end, here, holiday, moved, nth_unit, offset, one_weekday, precision_of,
    range, rolling, run, shifted_year, weekdays_on, whole, yearly,
};
use super::sense::{DayPart, Part, Shift, Unit};
use super::zone::NamedZone;
use crate::extract::{Prefer, Setting, When};
use crate::value::{Moment, Precision};
use jiff::civil::{Date, DateTime};

/// A clock time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clock {
    /// After midnight.
    pub(crate) minutes: u16,
    pub(crate) seconds: Option<i8>,
    /// Whether it can also be twelve hours later: `half past three`.
    pub(crate) either_half: bool,
    pub(crate) zone: Option<Box<NamedZone>>,
}

/// A date as words say it.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    /// A stretch that needs no reference.
    Fixed(Box<Moment>),
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
    /// The same by whole calendar stretches.
    Whole {
        unit: Unit,
        count: i64,
    },
    /// `the past several weeks`: at least so many, at most so many.
    Several {
        unit: Unit,
        few: i64,
        many: i64,
    },
    Now,
    /// The date last stated before, from which `a week earlier` counts.
    Anchor,
    /// `the same day`: the stretch that holds the date last stated, unless
    /// that is longer.
    Same(Unit),
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
    /// `the summer of last year`.
    SeasonOf {
        index: i8,
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
    /// A part of a day that no date goes with.
    PartAlone(DayPart),
    /// A first end and how long it goes on: `4pm for 30 minutes`.
    Lasting {
        from: Box<Expr>,
        amounts: Vec<(i64, Unit)>,
    },
    /// The reference's own day, for a range of clock times.
    Here,
    /// The first end of a range, as its second settles it.
    FirstEnd(Box<Expr>, Box<Expr>),
    /// `the week after the invasion`, `the two weeks before it`: the stretch
    /// beside another; counts are signed.
    Beside {
        amounts: Vec<(i64, Unit)>,
        of: Box<Expr>,
    },
    /// `the next day`, `the following week`, `the previous night`: stretches
    /// from the date last stated before, or from the reference where there is
    /// none.
    Onward {
        unit: Unit,
        shift: i64,
    },
    /// `Easter weekend`, `Christmas week`: the week of a day, or the weekend
    /// next to it and the day itself.
    Around {
        unit: Unit,
        of: Box<Expr>,
    },
    /// `the rest of the week`.
    Rest(Unit),
    /// `year to date`.
    ToDate(Unit),
    /// `the second closest Monday to 5 October`.
    Nearest {
        n: usize,
        weekday: i8,
        to: Box<Expr>,
    },
    /// `a few weeks ago`: so many units on at least, so many at most; counts
    /// are signed.
    About {
        few: i64,
        many: i64,
        unit: Unit,
        from: Box<Expr>,
    },
    /// A stretch of which the text does not say when it begins: `fiscal year
    /// 2018`.
    Unsettled,
    Range(Box<Expr>, Box<Expr>),
    /// A month or weekday after the next: `March after next`.
    AfterNext(Box<Expr>),
}

/// What an expression is worked out against.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) now: Option<DateTime>,
    /// Whether the reference is a clock time, and not a day or longer.
    pub(crate) fine: bool,
    pub(crate) prefer: Prefer,
    /// The last moment stated before.
    pub(crate) earlier: Before<'a>,
}

impl Expr {
    /// A stretch that needs no reference.
    pub(super) fn fixed(moment: Moment) -> Self {
        Self::Fixed(Box::new(moment))
    }

    /// Whether it is a part of a stretch that was stated before: `June of that year`.
    pub(crate) fn points_back(&self) -> bool {
        match self {
            Self::NthUnit { of, .. } => matches!(**of, Self::Same(_)) || of.points_back(),
            _ => false,
        }
    }

    /// Works the expression out; `None` when it needs a reference and there
    /// is none, or leaves the calendar.
    pub(crate) fn eval(&self, frame: Frame<'_>) -> Option<Moment> {
        match self {
            Self::Fixed(moment) => Some(moment.as_ref().clone()),
            Self::Never(_) | Self::Clock(_) | Self::Unsettled | Self::PartAlone(_) => None,
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
                cal::stretch_on(&cal::stretch(now, *unit)?, *shift, *unit)
            }
            Self::Rolling { unit, count } => rolling(frame.now?, *unit, *count),
            Self::Whole { unit, count } => whole(frame.now?, *unit, *count),
            Self::Several { unit, few, .. } => rolling(frame.now?, *unit, *few),
            Self::Here => cal::stretch(frame.now?, Unit::Day),
            Self::Now => {
                let now = frame.now?;
                cal::stretch(now, if frame.fine { Unit::Minute } else { Unit::Day })
            }
            Self::Anchor => (frame.earlier)().or_else(|| cal::stretch(frame.now?, Unit::Day)),
            Self::Same(unit) => {
                let stated = Self::Anchor.eval(frame)?;
                let same = cal::stretch(stated.from?, *unit)?;
                (same.to >= stated.to).then_some(same)
            }
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
            Self::SeasonOf { index, of } => cal::season(of.eval(frame)?.first_day()?.year(), *index),
            Self::NthUnit { n, unit, of } => nth_unit(&of.eval(frame)?, *n, *unit),
            Self::Run { count, unit, of } => run(of.eval(frame)?, *count, *unit),
            Self::Holding { unit, of } => cal::stretch(of.eval(frame)?.from?, *unit),
            Self::DayPart { part, of } => cal::day_part(&of.eval(frame)?, *part),
            Self::Holiday { rule, year, shift } => holiday(frame, rule, year.as_deref(), *shift),
            Self::At { clock, of } => at_clock(clock, &of.eval(frame)?),
            Self::Lasting { from, amounts } => {
                let from = from.eval(frame)?;
                let to = moved(amounts, from.from?)?;
                (Some(to) > from.from).then_some(Moment { to: Some(to), ..from })
            }
            Self::FirstEnd(from, to) => first_end(frame, from, &to.eval(frame)?),
            Self::Beside { amounts, of } => beside(amounts, &of.eval(frame)?),
            Self::Onward { unit, shift } => {
                let from = Self::Anchor.eval(frame)?.from?;
                cal::stretch_on(&cal::stretch(from, *unit)?, *shift, *unit)
            }
            Self::Around { unit, of } => cal::around(of.eval(frame)?, *unit),
            Self::Rest(unit) => Some(Moment { from: Some(here(frame)?), ..cal::stretch(frame.now?, *unit)? }),
            Self::ToDate(unit) => Some(Moment { to: Some(here(frame)?), ..cal::stretch(frame.now?, *unit)? }),
            Self::Nearest { n, weekday, to } => cal::nearest(to.eval(frame)?.first_day()?, *n, *weekday),
            Self::About { few, many, unit, from } => {
                let from = from.eval(frame)?;
                let [few, many] = [few, many].map(|count| moved(&[(*count, *unit)], from.from?));
                let (few, many) =
                    (cal::stretch(few?, *unit.min(&Unit::Day))?, cal::stretch(many?, *unit.min(&Unit::Day))?);
                Some(Moment { precision: precision_of(*unit), ..cal::hull(&few, &many) })
            }
            Self::Range(from, to) => range(frame, from, to),
            Self::AfterNext(of) => {
                let next = of.eval(Frame { prefer: Prefer::Future, ..frame })?;
                of.eval(Frame { prefer: Prefer::Future, now: next.to, ..frame })
            }
        }
    }

    /// The instant to which an offset counts from one that is known as finely.
    fn point(&self, setting: &Setting, earlier: Before<'_>) -> Option<DateTime> {
        let Self::Offset { amounts, from } = self else { return None };
        let reference = setting.reference.as_ref()?;
        let fine = reference.precision >= Precision::Minute;
        let frame = Frame { now: reference.from, fine, prefer: setting.prefer, earlier };
        let from = from.eval(frame).filter(|from| from.precision >= Precision::Day)?;
        moved(amounts, from.from?)
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
pub(crate) fn resolve(expr: &Expr, setting: &Setting, earlier: Before<'_>) -> When {
    let absolute = expr.eval(Frame { now: None, fine: false, prefer: setting.prefer, earlier });
    let relative = absolute.is_none();
    let moment = absolute.or_else(|| against_reference(expr, setting, earlier));
    let impossible = expr.flaw(moment.as_ref());
    let clock = match expr {
        Expr::Clock(clock) | Expr::At { clock, .. } if moment.is_none() => Some(clock.minutes),
        _ => None,
    };
    let hours = match expr {
        Expr::PartAlone(part) => Some(cal::hours(*part)),
        _ => None,
    };
    let zone = match expr {
        Expr::Clock(Clock { zone: Some(zone), .. }) if moment.is_none() => {
            let day = setting.reference.as_ref().and_then(Moment::first_day);
            let minutes = clock.unwrap_or_default();
            let local = day.and_then(|day| at_minutes(day, minutes));
            Some(zone.at(local))
        }
        _ => None,
    };
    let point = moment.as_ref().and_then(|_| expr.point(setting, earlier));
    When { moment, clock, hours, zone, point, impossible, relative }
}

fn at_minutes(day: Date, minutes: u16) -> Option<DateTime> {
    Some(day.at(i8::try_from(minutes / 60 % 24).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0))
}

fn against_reference(expr: &Expr, setting: &Setting, earlier: Before<'_>) -> Option<Moment> {
    let reference = setting.reference.as_ref()?;
    let prefer = setting.prefer;
    let fine = reference.precision >= Precision::Minute;
    let (first, last) = (reference.from.or(reference.to)?, reference.last_day()?);
    let first_read = expr.eval(Frame { now: Some(first), fine, prefer, earlier })?;
    if reference.first_day() == Some(last) {
        return Some(first_read);
    }
    let last_read = expr.eval(Frame { now: Some(last.at(0, 0, 0, 0)), fine, prefer, earlier })?;
    Some(cal::hull(&first_read, &last_read))
}
