//! What is stated, as an interval: `more than two hours` is (120 min, ∞).

use serde::{Deserialize, Serialize};

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound<T> {
    /// The interval goes on for ever on this side.
    Unbounded,
    /// The end itself belongs to the interval.
    Included(T),
    /// The end itself does not belong to it.
    Excluded(T),
}

impl<T> Bound<T> {
    /// The end's value, `None` when unbounded.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Unbounded => None,
            Self::Included(value) | Self::Excluded(value) => Some(value),
        }
    }

    /// Whether the end is stated and does not belong to the interval.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Excluded(_))
    }

    /// The same bound with its value changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Bound<U> {
        match self {
            Self::Unbounded => Bound::Unbounded,
            Self::Included(value) => Bound::Included(change(value)),
            Self::Excluded(value) => Bound::Excluded(change(value)),
        }
    }

    fn try_map<U>(self, change: impl FnOnce(T) -> Option<U>) -> Option<Bound<U>> {
        Some(match self {
            Self::Unbounded => Bound::Unbounded,
            Self::Included(value) => Bound::Included(change(value)?),
            Self::Excluded(value) => Bound::Excluded(change(value)?),
        })
    }
}

/// Everything between two bounds.
///
/// ```
/// use gainsay::value::Interval;
/// let twenty = Interval::exact(20);
/// assert!(twenty.is_disjoint(&Interval::exact(60)));
/// assert!(!twenty.is_disjoint(&Interval::at_least(15)));
/// assert!(twenty.is_disjoint(&Interval::more_than(20)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval<T> {
    /// The lower end.
    pub low: Bound<T>,
    /// The upper end.
    pub high: Bound<T>,
}

impl<T: Ord + Clone> Interval<T> {
    /// `[x, x]`.
    pub fn exact(value: T) -> Self {
        Self { low: Bound::Included(value.clone()), high: Bound::Included(value) }
    }

    /// `[low, high]`.
    pub fn closed(low: T, high: T) -> Self {
        Self { low: Bound::Included(low), high: Bound::Included(high) }
    }

    /// `[x, ∞)`.
    pub fn at_least(low: T) -> Self {
        Self { low: Bound::Included(low), high: Bound::Unbounded }
    }

    /// `(x, ∞)`.
    pub fn more_than(low: T) -> Self {
        Self { low: Bound::Excluded(low), high: Bound::Unbounded }
    }

    /// Whether no value lies in both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        below(&self.high, &other.low) || below(&other.high, &self.low)
    }

    /// Whether `value` lies inside.
    pub fn contains(&self, value: &T) -> bool {
        !self.is_disjoint(&Self::exact(value.clone()))
    }

    /// The value when the interval holds exactly one.
    pub fn single(&self) -> Option<&T> {
        match (&self.low, &self.high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// The same interval in another measure; `change` must keep the order.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Interval<U> {
        Interval { low: self.low.map(&change), high: self.high.map(&change) }
    }

    /// The same where an end may have no such measure: then there is none.
    pub fn try_map<U>(self, change: impl Fn(T) -> Option<U>) -> Option<Interval<U>> {
        Some(Interval { low: self.low.try_map(&change)?, high: self.high.try_map(&change)? })
    }
}

/// Whether everything up to `high` lies before everything from `low`.
fn below<T: Ord>(high: &Bound<T>, low: &Bound<T>) -> bool {
    match (high, low) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
        (Bound::Included(high), Bound::Included(low)) => high < low,
        (Bound::Included(high) | Bound::Excluded(high), Bound::Included(low) | Bound::Excluded(low)) => high <= low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bound() -> impl Strategy<Value = Bound<i32>> {
        prop_oneof![
            Just(Bound::Unbounded),
            (0..12).prop_map(|x| Bound::Included(x * 2)),
            (0..12).prop_map(|x| Bound::Excluded(x * 2))
        ]
    }

    fn holds(interval: &Interval<i32>, x: i32) -> bool {
        let above = match interval.low {
            Bound::Unbounded => true,
            Bound::Included(low) => low <= x,
            Bound::Excluded(low) => low < x,
        };
        let under = match interval.high {
            Bound::Unbounded => true,
            Bound::Included(high) => x <= high,
            Bound::Excluded(high) => x < high,
        };
        above && under
    }

    proptest! {
        /// Ends are even numbers and points all whole ones, so a gap between
        /// two ends always has a point in it: brute force sees what reals do.
        #[test]
        fn disjoint_is_what_trying_every_point_says(a in (bound(), bound()), b in (bound(), bound())) {
            let a = Interval { low: a.0, high: a.1 };
            let b = Interval { low: b.0, high: b.1 };
            let filled = |i: &Interval<i32>| (-1..=25).any(|x| holds(i, x));
            prop_assume!(filled(&a) && filled(&b));
            let shared = (-1..=25).any(|x| holds(&a, x) && holds(&b, x));
            prop_assert_eq!(a.is_disjoint(&b), !shared);
            prop_assert_eq!(a.is_disjoint(&b), b.is_disjoint(&a));
        }
    }
}
