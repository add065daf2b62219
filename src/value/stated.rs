//! What one statement says on a topic, whatever the topic's kind.

use super::{Basis, Hedge, Interval, Moment, Number};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of a topic: what sort of value answers its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Whole things: calls, people, fires.
    Count,
    /// A measure in a unit: hectares, degrees.
    Quantity,
    /// A sum in a currency.
    Money,
    /// A share in hundredths.
    Percent,
    /// A length of time.
    Duration,
    /// A point in time of any precision.
    Date,
    /// One of the topic's options.
    Choice,
    /// The wording of a quotation.
    Quote,
    /// What a side's account of one meeting says, point by point.
    Readout,
}

impl Kind {
    /// Every kind, in the order of the reference.
    pub const ALL: [Self; 9] = [
        Self::Count,
        Self::Quantity,
        Self::Money,
        Self::Percent,
        Self::Duration,
        Self::Date,
        Self::Choice,
        Self::Quote,
        Self::Readout,
    ];

    /// Its name in `claims.toml` and in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Quantity => "quantity",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Quote => "quote",
            Self::Readout => "readout",
        }
    }

    /// Whether its values are numbers in a unit.
    #[must_use]
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Count | Self::Quantity | Self::Money | Self::Percent | Self::Duration)
    }

    /// Whether its values are read from a `{value}` slot.
    #[must_use]
    pub fn has_slot(self) -> bool {
        self.is_amount() || self == Self::Date
    }
}

/// A number as stated, in the topic's unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// The number in the text, before its hedge; `None` for `dozens`.
    pub stated: Option<Number>,
    /// How it is qualified.
    pub hedge: Hedge,
    /// What it can be.
    pub interval: Interval<Number>,
    /// What it is of beside the unit: `a month`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

impl Amount {
    /// The same number for the period of another, where it can be worked out.
    #[must_use]
    pub fn on_basis_of(&self, other: &Self) -> Option<Self> {
        let (own, wanted) = (self.basis?, other.basis?);
        let times = own.times_in(&wanted).filter(|_| own != wanted)?;
        let more = |number: Number| number.checked_mul(times).map(|number| number.normalize());
        let interval = self.interval.try_map(more)?;
        Some(Self { stated: self.stated.and_then(more), hedge: self.hedge, interval, basis: Some(wanted) })
    }
}

impl Value {
    /// The same number of something, whatever its basis.
    #[must_use]
    pub fn on_basis(&self, basis: Option<Basis>) -> Self {
        match self {
            Self::Amount(amount) => Self::Amount(Amount { basis, ..amount.clone() }),
            other => other.clone(),
        }
    }

    /// What a number is of beside its unit.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Self::Amount(amount) => amount.basis,
            _ => None,
        }
    }
}

/// What a statement says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A number, in the topic's unit.
    Amount(Amount),
    /// A point or stretch of time.
    Date(Moment),
    /// The id of one of the topic's options.
    Choice(String),
    /// The words of a quotation, as printed.
    Wording(String),
    /// A readout has this point, and says this of it where it has options.
    Point {
        /// The point's id.
        point: String,
        /// The option's id, where the point has options.
        option: Option<String>,
    },
    /// The account leaves the topic, or this point of it, out.
    Silent {
        /// The point's id; `None` for the whole topic.
        point: Option<String>,
    },
}
