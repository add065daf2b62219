//! From numbers and days to places on an axis, in hundredths of its length,
//! and the marks along it.
//!
//! ```
//! use gainsay::report::page::scale::Scale;
//! let scale = Scale::over([10.0, 60.0].into_iter());
//! assert!(scale.at(10.0) < scale.at(60.0));
//! ```

use super::chart::Tick;
use crate::compare::words::number_in_words;
use crate::value::Number;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// How many marks fit on a telephone.
const TICKS: usize = 5;
/// Where the smallest and the largest value stand.
const ENDS: (f64, f64) = (4.0, 96.0);
/// From this ratio on an axis counts by powers.
const WIDE: f64 = 200.0;

/// An axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    is_by_powers: bool,
}

impl Scale {
    /// An axis that holds all of some values.
    pub fn over(values: impl Iterator<Item = f64> + Clone) -> Self {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low.is_finite() { (low, high) } else { (0.0, 1.0) };
        let is_by_powers = low > 0.0 && high / low > WIDE;
        if high > low {
            return Self { low, high, is_by_powers };
        }
        Self::around(low, if low == 0.0 { 1.0 } else { low.abs() / 2.0 })
    }

    /// An axis that holds all of some days, given by their numbers.
    pub fn over_days(days: impl Iterator<Item = f64> + Clone) -> Self {
        const ROOM: f64 = 2.0;
        let only = days.clone().next().filter(|first| days.clone().all(|day| day == *first));
        only.map_or_else(|| Self::over(days), |day| Self::around(day, ROOM))
    }

    fn around(value: f64, room: f64) -> Self {
        Self { low: value - room, high: value + room, is_by_powers: false }
    }

    /// Where a value stands, from 0 to 100.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let measure = |value: f64| if self.is_by_powers { value.max(f64::MIN_POSITIVE).ln() } else { value };
        let share = (measure(value) - measure(self.low)) / (measure(self.high) - measure(self.low));
        let place = ENDS.0 + share * (ENDS.1 - ENDS.0);
        (place.clamp(0.0, 100.0) * 100.0).round() / 100.0
    }

    /// Marks at round numbers.
    #[must_use]
    pub fn number_ticks(&self) -> Vec<Tick> {
        let marks: Vec<f64> = if self.is_by_powers { self.powers() } else { self.steps() };
        let tick = |value: f64| {
            Number::try_from(value)
                .ok()
                .map(|number| Tick { at: self.at(value), label: number_in_words(number.normalize()) })
        };
        marks.into_iter().filter_map(tick).collect()
    }

    fn steps(&self) -> Vec<f64> {
        let rough = (self.high - self.low) / (TICKS as f64);
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|of| of * power).into_iter().find(|step| *step >= rough);
        let step = step.unwrap_or(power * 10.0);
        let first = (self.low / step).ceil();
        (0..TICKS + 1).map(|at| (first + at as f64) * step).filter(|mark| *mark <= self.high).collect()
    }

    fn powers(&self) -> Vec<f64> {
        let (first, last) = (self.low.log10().ceil(), self.high.log10().floor());
        let every = (((last - first) / TICKS as f64).ceil()).max(1.0);
        let count = ((last - first) / every).floor().max(0.0) as usize;
        (0..=count.min(TICKS)).map(|at| 10f64.powf(first + at as f64 * every)).collect()
    }

    /// Marks at the first days of years, months or weeks.
    #[must_use]
    pub fn day_ticks(&self) -> Vec<Tick> {
        let (Some(first), Some(last)) = (day_of(self.low), day_of(self.high)) else { return Vec::new() };
        let days = (self.high - self.low).max(1.0);
        let months = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 6000];
        let fitting = months.into_iter().find(|months| days / (f64::from(*months) * 30.4) <= TICKS as f64);
        let marks =
            if days < 45.0 { by_days(first, last, days) } else { by_months(first, last, fitting.unwrap_or(12_000)) };
        let label = |day: Date| match (days < 45.0, day.month(), fitting) {
            (true, ..) => crate::compare::dates::date_in_words(day),
            (false, 1, Some(months)) if months >= 12 => day.year().to_string(),
            _ => crate::compare::dates::days_in_words(day, last_of_month(day)),
        };
        let ticks = marks.into_iter().filter_map(|day| Some(Tick { at: self.at(number_of(day)?), label: label(day) }));
        ticks.take(TICKS + 1).collect()
    }
}

fn by_days(first: Date, last: Date, days: f64) -> Vec<Date> {
    // A date with its year is long: fewer of them fit.
    let step = ((days / 4.0).ceil() as i64).max(1);
    let marks = std::iter::successors(Some(first), |day| day.checked_add(step.days()).ok());
    marks.take_while(|day| *day <= last).take(TICKS).collect()
}

fn by_months(first: Date, last: Date, step: i32) -> Vec<Date> {
    let start = if step >= 12 {
        let years = i16::try_from(step / 12).unwrap_or(1);
        date(first.year() / years * years, 1, 1)
    } else {
        first.first_of_month()
    };
    let marks = std::iter::successors(Some(start), |day| day.checked_add(step.months()).ok());
    marks.take_while(|day| *day <= last).filter(|day| *day >= first).take(TICKS + 1).collect()
}

fn last_of_month(day: Date) -> Date {
    day.last_of_month()
}

/// The days since the year 0.
#[must_use]
pub fn number_of(day: Date) -> Option<f64> {
    let since = day.since((jiff::Unit::Day, date(0, 1, 1))).ok()?;
    Some(f64::from(since.get_days()))
}

fn day_of(number: f64) -> Option<Date> {
    date(0, 1, 1).checked_add((number.floor() as i64).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_and_their_numbers_are_the_same() {
        let day = date(2022, 2, 24);
        assert_eq!(day_of(number_of(day).expect("a number")), Some(day));
    }

    #[test]
    fn marks_are_round() {
        let labels = |scale: Scale| scale.number_ticks().into_iter().map(|tick| tick.label).collect::<Vec<_>>();
        assert_eq!(labels(Scale::over([4.0, 60.0].into_iter())), ["20", "40", "60"]);
        assert_eq!(
            labels(Scale::over([10.0, 1_000_000.0].into_iter())),
            ["10", "100", "1,000", "10,000", "100,000", "1 million"]
        );
    }

    #[test]
    fn years_are_marked_over_years_and_months_over_months() {
        let labels = |from: Date, to: Date| {
            let ends = [from, to].map(|day| number_of(day).expect("a number"));
            Scale::over_days(ends.into_iter()).day_ticks().into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(date(2017, 5, 7), date(2022, 10, 31)), ["2018", "2020", "2022"]);
        assert_eq!(labels(date(2021, 12, 1), date(2022, 5, 3)), ["Dec 2021", "Feb 2022", "Apr 2022"]);
        let day = date(2026, 3, 9);
        assert_eq!(labels(day, day), ["7 Mar 2026", "8 Mar 2026", "9 Mar 2026", "10 Mar 2026", "11 Mar 2026"]);
    }

    proptest! {
        #[test]
        fn places_keep_the_order_of_values(values in prop::collection::vec(-1e6f64..1e6, 1..8)) {
            let scale = Scale::over(values.iter().copied());
            let mut sorted = values;
            sorted.sort_by(f64::total_cmp);
            let places: Vec<f64> = sorted.iter().map(|value| scale.at(*value)).collect();
            prop_assert!(places.is_sorted());
            prop_assert!(places.iter().all(|place| (0.0..=100.0).contains(place)));
            prop_assert!(scale.number_ticks().len() <= TICKS + 1);
        }
    }
}
