//! What a number is of beside its unit: so much a month, or points by which a share changed.
//!
//! A month's and a year's are each other's by arithmetic; a day's and a month's are not, since
//! nobody says how many of the days count. Shares a year and shares a month are never each
//! other's: they compound.
//!
//! ```
//! use gainsay::value::{Basis, basis::Period};
//! let (month, year) = (Basis::Per(Period::Month), Basis::Per(Period::Year));
//! assert_eq!(month.times_in(&year), Some(12.into()));
//! assert_eq!(Basis::Per(Period::Day).times_in(&month), None);
//! ```

use super::Number;
use serde::{Deserialize, Serialize};

/// A stretch of time for each of which a number is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Period {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Period {
    /// `month`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// Among which others it can be counted, and how many of the smallest of them it is.
    fn parts(self) -> Option<(u8, u32)> {
        match self {
            Self::Second => Some((0, 1)),
            Self::Minute => Some((0, 60)),
            Self::Hour => Some((0, 3600)),
            Self::Day | Self::Week => None,
            Self::Month => Some((1, 1)),
            Self::Quarter => Some((1, 3)),
            Self::Year => Some((1, 12)),
        }
    }
}

/// What a number is of beside its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// So much for each period: `€100 a month`.
    Per(Period),
    /// A share of growth for each period: `2 percent a year`.
    Growth(Period),
    /// By how many hundredths a share changed: `0.3 percentage points`.
    Points,
}

impl Basis {
    /// How often it is contained in another: 12 for a month's in a year's.
    #[must_use]
    pub fn times_in(&self, other: &Self) -> Option<Number> {
        let (Self::Per(own), Self::Per(other)) = (self, other) else { return None };
        let ((family, own), (of, other)) = (own.parts()?, other.parts()?);
        if family != of || own > other || other % own != 0 {
            return None;
        }
        Some(Number::from(other / own))
    }

    /// Whether numbers of both can be held against each other.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self == other || self.times_in(other).is_some() || other.times_in(self).is_some()
    }

    /// Behind a number with its unit: ` a month`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Per(Period::Hour) | Self::Growth(Period::Hour) => "an hour".to_owned(),
            Self::Per(period) | Self::Growth(period) => format!("a {}", period.name()),
            Self::Points => "in points".to_owned(),
        }
    }
}
