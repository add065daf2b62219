//! The stretch of time a value is about: `since December`, `over the past
//! month`. Its two edges are themselves known only so finely.

use super::Moment;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a window begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// Nothing says.
    Unknown,
    /// Still going on, or without beginning (`..` in EDTF).
    Open,
    /// On one of these days, both inclusive. A month is its first to its last
    /// day, never a made-up one.
    Between(Date, Date),
}

impl Edge {
    /// An edge on exactly one day.
    #[must_use]
    pub fn on(date: Date) -> Self {
        Self::Between(date, date)
    }

    /// An edge somewhere in a moment: `since December` may begin on any of
    /// its days.
    #[must_use]
    pub fn within(moment: &Moment) -> Self {
        match (moment.first_day(), moment.last_day()) {
            (Some(first), Some(last)) => Self::Between(first, last.max(first)),
            _ => Self::Unknown,
        }
    }

    /// The days it may lie on, where they are known.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Self::Between(low, high) => Some((*low, *high)),
            Self::Unknown | Self::Open => None,
        }
    }

    /// Whether both may be the same edge: `None` when one of them is unknown.
    #[must_use]
    pub fn meets(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => None,
            (Self::Open, Self::Open) => Some(true),
            (Self::Between(a, b), Self::Between(c, d)) => Some(a <= d && c <= b),
            (Self::Open, Self::Between(..)) | (Self::Between(..), Self::Open) => Some(false),
        }
    }
}

/// From one edge to another, both ends belonging to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Window {
    /// Where it begins.
    pub from: Edge,
    /// Where it ends.
    pub to: Edge,
}

impl Window {
    /// Both edges unknown: what a text without any window states.
    pub const UNKNOWN: Self = Self { from: Edge::Unknown, to: Edge::Unknown };

    /// Whether its last day comes before its first, however its edges lie.
    #[must_use]
    pub fn ends_before_it_begins(&self) -> bool {
        self.from.days().zip(self.to.days()).is_some_and(|((from, _), (_, to))| to < from)
    }

    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::UNKNOWN
    }

    /// Whether a moment shares a day with the window, or with so many days
    /// after it. An edge that is not known parts nothing.
    #[must_use]
    pub fn touches(&self, moment: &Moment, days_after: i64) -> bool {
        let ends = self.to.days().map(|(_, high)| high.checked_add(days_after.days()).unwrap_or(high));
        let after = self.from.days().is_none_or(|(low, _)| moment.last_day().is_none_or(|last| low <= last));
        let before = ends.is_none_or(|high| moment.first_day().is_none_or(|first| first <= high));
        after && before
    }

    /// Whether both edges may be the same: `Some(true)` the same window,
    /// `Some(false)` certainly another, `None` when an unknown edge leaves it
    /// open. One certain difference outweighs an unknown edge.
    #[must_use]
    pub fn meets(&self, other: &Self) -> Option<bool> {
        match (self.from.meets(&other.from), self.to.meets(&other.to)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}
