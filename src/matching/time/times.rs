//! What the time of one value can be, and when two such times certainly differ.
//!
//! A time that is not known to differ is taken to be the same: nothing is told apart by a guess.
//!
//! ```text
//! January      February        apart
//! 12:00        17:00           apart
//! Wednesday    the week        may be the same
//! provisional  final           apart
//! ```

use crate::value::{Moment, Precision};
use serde::{Deserialize, Serialize};

/// The time that a text gives one value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnTime {
    /// A day, month or year, or a clock time of a known day.
    At(Moment),
    /// A clock time of a day that is not said, in minutes after midnight.
    Clock(u16),
    /// Before the end: `provisional`.
    Interim,
    /// In the end: `when polls closed`.
    Final,
    /// That of the thing of which it is stated, given beside it: `the contract, signed in 2021, was worth`. It is apart
    /// from none.
    Thing,
    /// None is given, and the text goes on to what it was before this day, on which it was printed.
    Now(jiff::civil::Date),
    /// None is given, and the article was printed on this day: it is of that time, where a text
    /// gives a value that is of years before. Told by comparing alone.
    #[serde(skip)]
    Printed(jiff::civil::Date),
    /// None is given, in an article that was printed on this day, before the day that another is of: it cannot be of that. Told by
    /// comparing alone.
    #[serde(skip)]
    By(jiff::civil::Date),
    /// Before the end, in an article of this day, where another is dated long before it. Told by comparing alone.
    #[serde(skip)]
    SoFar(jiff::civil::Date),
}

/// So many days before what there is so far, what there was by a day is of another time.
const BEFORE_SO_FAR: i32 = 14;

/// So many days before it was printed, what a text dates is of another time than the rest of it.
const LONG_AGO: i64 = 300;

impl OwnTime {
    /// Whether two times certainly differ: they are stated equally finely and share no
    /// instant, or lie long apart, or only one of them is the end.
    #[must_use]
    pub fn is_apart(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Printed(day), other) | (other, Self::Printed(day)) => other.is_long_before(*day),
            (Self::Now(day), Self::At(moment)) | (Self::At(moment), Self::Now(day)) => {
                moment.last_day().is_some_and(|last| last < *day)
            }
            (Self::SoFar(day), Self::At(moment)) | (Self::At(moment), Self::SoFar(day)) => is_before(moment, *day),
            (Self::By(day), other) | (other, Self::By(day)) => other.is_after(*day),
            (Self::At(a), Self::At(b)) => {
                let is_alike = a.precision == b.precision && a.zone == b.zone;
                let long_before =
                    |of: &Self, day: Option<jiff::civil::Date>| day.is_some_and(|day| of.is_long_before(day));
                is_alike && a.is_disjoint(b)
                    || are_of_other_days(a, b)
                    || long_before(self, b.first_day())
                    || long_before(other, a.first_day())
            }
            (Self::Final, other) | (other, Self::Final) => {
                matches!(other, Self::Interim | Self::SoFar(_) | Self::Clock(_)) || other.minute().is_some()
            }
            (a, b) => a.minute().zip(b.minute()).is_some_and(|(a, b)| a != b),
        }
    }

    /// Whether it began behind a day.
    #[must_use]
    pub fn is_after(&self, day: jiff::civil::Date) -> bool {
        let Self::At(moment) = self else { return false };
        moment.first_day().is_some_and(|first| first > day)
    }

    /// Whether it had ended long before a day.
    #[must_use]
    pub fn is_long_before(&self, day: jiff::civil::Date) -> bool {
        let Self::At(moment) = self else { return false };
        let last = moment.last_day();
        last.is_some_and(|last| last.until(day).is_ok_and(|apart| i64::from(apart.get_days()) > LONG_AGO))
    }

    /// The time of day, where it is as fine as that.
    pub(super) fn minute(&self) -> Option<u16> {
        match self {
            Self::Clock(minute) => Some(*minute),
            Self::At(moment) if moment.precision >= Precision::Hour => {
                let from = moment.from?;
                u16::try_from(i32::from(from.hour()) * 60 + i32::from(from.minute())).ok()
            }
            Self::At(_)
            | Self::Interim
            | Self::Final
            | Self::Thing
            | Self::Now(_)
            | Self::Printed(_)
            | Self::By(_)
            | Self::SoFar(_) => None,
        }
    }
}

/// Whether a moment had ended so long before a day that what there is so far is of another time.
#[must_use]
pub fn is_before(moment: &Moment, day: jiff::civil::Date) -> bool {
    let last = moment.last_day().filter(|_| moment.precision >= Precision::Month);
    last.is_some_and(|last| last.until(day).is_ok_and(|apart| apart.get_days() >= BEFORE_SO_FAR))
}

/// Whether two times, each of a part of a month or finer, lie on different days: on Wednesday, on Friday
/// afternoon. With clocks of different zones there must be a day between them.
fn are_of_other_days(a: &Moment, b: &Moment) -> bool {
    let days = |moment: &Moment| {
        let is_fine = moment.precision >= Precision::Part;
        moment.first_day().zip(moment.last_day()).filter(|_| is_fine)
    };
    let (Some(a_days), Some(b_days)) = (days(a), days(b)) else { return false };
    let least = if a.zone == b.zone { 1 } else { 2 };
    let apart = |last: jiff::civil::Date, first: jiff::civil::Date| {
        last.until(first).is_ok_and(|apart| apart.get_days() >= least)
    };
    apart(a_days.1, b_days.0) || apart(b_days.1, a_days.0)
}
