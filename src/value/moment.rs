//! Points and stretches of civil time at the precision a text states them.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How finely a moment is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Precision {
    Century,
    Decade,
    Year,
    Season,
    Quarter,
    Month,
    /// `early`, `mid`, `late`: a part of a month, or of a longer stretch.
    Part,
    Week,
    Weekend,
    Day,
    /// `morning`, `night`.
    DayPart,
    Hour,
    Minute,
    Second,
}

/// A civil zone as the text names it, with its offset where it is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Zone {
    /// As written, folded to its common form: `GMT`, `Moscow time`, `+03:00`.
    pub name: String,
    /// East of Greenwich, in minutes, at that moment.
    pub offset_minutes: Option<i32>,
}

/// A stretch of civil time `[from, to)`: half-open, `None` is open. A day is
/// 00:00 to 00:00 of the next; `11.30pm` is one minute long.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// The first instant that belongs to it.
    pub from: Option<DateTime>,
    /// The first instant after it.
    pub to: Option<DateTime>,
    /// How finely it was stated.
    pub precision: Precision,
    /// The zone of its clock time, where the text names one. The instants
    /// above are local to it.
    pub zone: Option<Zone>,
}

impl Moment {
    /// One whole day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::days(date, date, Precision::Day)
    }

    /// From the start of `first` to the end of `last`, both inclusive.
    #[must_use]
    pub fn days(first: Date, last: Date, precision: Precision) -> Self {
        let to = last.checked_add(1.day()).ok().map(|day| day.at(0, 0, 0, 0));
        Self { from: Some(first.at(0, 0, 0, 0)), to, precision, zone: None }
    }

    /// One minute of one day.
    #[must_use]
    pub fn minute(at: DateTime) -> Self {
        Self { from: Some(at), to: at.checked_add(1.minute()).ok(), precision: Precision::Minute, zone: None }
    }

    /// About then: three days each side of a day, ten minutes of a minute, half an hour of an hour, else one unit of the
    /// stated precision.
    #[must_use]
    pub fn about(&self) -> Self {
        let unit = match self.precision {
            Precision::Century => 100.years(),
            Precision::Decade => 10.years(),
            Precision::Year | Precision::Season | Precision::Quarter => 1.year(),
            Precision::Month => 1.month(),
            Precision::Part | Precision::Week | Precision::Weekend => 1.week(),
            Precision::Day => 3.days(),
            Precision::DayPart => 3.hours(),
            Precision::Hour => 30.minutes(),
            Precision::Minute | Precision::Second => 10.minutes(),
        };
        let from = self.from.and_then(|from| from.checked_sub(unit).ok());
        let to = self.to.and_then(|to| to.checked_add(unit).ok());
        Self { from, to, ..self.clone() }
    }

    /// The first day touched; `None` when open at the start.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        self.from.map(|from| from.date())
    }

    /// The last day touched, inclusive; `None` when open at the end.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        let to = self.to?;
        let before = to.checked_sub(1.nanosecond()).unwrap_or(to);
        Some(self.from.map_or(before.date(), |from| before.date().max(from.date())))
    }

    /// The day that it lies in; `None` when it touches more than one, or is open.
    ///
    /// ```
    /// use gainsay::value::Moment;
    /// let day = jiff::civil::date(2022, 5, 4);
    /// assert_eq!(Moment::minute(day.at(9, 30, 0, 0)).only_day(), Some(day));
    /// assert_eq!(Moment::day(day).about().only_day(), None);
    /// ```
    #[must_use]
    pub fn only_day(&self) -> Option<Date> {
        self.first_day().filter(|day| self.last_day() == Some(*day))
    }

    /// Whether no instant belongs to both.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| matches!((a.to, b.from), (Some(to), Some(from)) if to <= from);
        before(self, other) || before(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let day = Moment::day(date(2022, 2, 24));
        assert_eq!(day.first_day(), Some(date(2022, 2, 24)));
        assert_eq!(day.last_day(), Some(date(2022, 2, 24)));
        assert!(day.is_disjoint(&Moment::day(date(2022, 2, 25))));
        assert!(!day.is_disjoint(&Moment::minute(date(2022, 2, 24).at(23, 30, 0, 0))));
    }

    #[test]
    fn the_last_day_of_all_has_no_end() {
        assert_eq!(Moment::day(Date::MAX).to, None);
    }
}
