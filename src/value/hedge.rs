//! How a source qualifies a number, and the interval that stands for it.

use super::{Bound, Interval, Number};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The word before or after a number that says how exactly it is meant
/// (section "Values" of the reference).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// `60`, `20th`, `zero`: `[x, x]`.
    Exact,
    /// `1.2 million`: half a unit of the last stated digit each side.
    Rounded,
    /// `about`, `some`, `roughly`: ±10 %.
    About,
    /// `nearly`, `almost`, `just under`: `[0.9x, x)`.
    Nearly,
    /// `more than`, `over`: `(x, ∞)`.
    MoreThan,
    /// `at least`, `x or more`: `[x, ∞)`.
    AtLeast,
    /// `fewer than`, `under`: `[0, x)`.
    LessThan,
    /// `up to`, `at most`: `[0, x]`.
    AtMost,
    /// `four or five`, `20-25`: `[a, b]`.
    Range,
    /// `dozens`, `hundreds`, `several`: a stated, documented, wide interval.
    Vague,
}

impl Hedge {
    /// The interval that the hedge makes of `stated`. For [`Hedge::Rounded`],
    /// `step` is the value of one unit of the last stated digit (`1.2 million`
    /// has a step of 100,000). [`Hedge::Range`] and [`Hedge::Vague`] have two
    /// ends of their own: for them, as for `Exact`, the result is `[x, x]`.
    ///
    /// ```
    /// use gainsay::value::{Bound, Hedge, Number};
    /// let nearly = Hedge::Nearly.interval(Number::from(120), Number::ONE);
    /// assert_eq!(nearly.low, Bound::Included(Number::from(108)));
    /// assert_eq!(nearly.high, Bound::Excluded(Number::from(120)));
    /// ```
    #[must_use]
    pub fn interval(self, stated: Number, step: Number) -> Interval<Number> {
        let tenth = stated.abs() / Number::TEN;
        match self {
            Self::Exact | Self::Range | Self::Vague => Interval::exact(stated),
            Self::Rounded => {
                let half = step / Number::TWO;
                Interval::closed(stated.saturating_sub(half), stated.saturating_add(half))
            }
            Self::About => Interval::closed(stated.saturating_sub(tenth), stated.saturating_add(tenth)),
            Self::Nearly => {
                Interval { low: Bound::Included(stated.saturating_sub(tenth)), high: Bound::Excluded(stated) }
            }
            Self::MoreThan => Interval::more_than(stated),
            Self::AtLeast => Interval::at_least(stated),
            Self::LessThan => Interval { low: floor(stated), high: Bound::Excluded(stated) },
            Self::AtMost => Interval { low: floor(stated), high: Bound::Included(stated) },
        }
    }
}

/// `under 60` starts at zero; `under -5` (degrees) has no lower end.
fn floor(stated: Number) -> Bound<Number> {
    if stated.is_sign_negative() { Bound::Unbounded } else { Bound::Included(Number::ZERO) }
}
