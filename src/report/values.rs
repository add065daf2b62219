//! Values and windows as the machine output has them: numbers in the topic's
//! unit, days as ISO 8601, `null` for what is unbounded.
//!
//! ```
//! use gainsay::report::values::ValueView;
//! use gainsay::value::{Amount, Hedge, Interval, Number, Value};
//! let twenty = Number::from(20);
//! let value = Value::Amount(Amount { stated: Some(twenty), hedge: Hedge::MoreThan, interval: Interval::more_than(twenty), basis: None });
//! let json = serde_json::to_string(&ValueView::new(&value, Some("more than 20"))).unwrap();
//! assert!(json.contains(r#""low":20,"high":null,"low_open":true"#), "{json}");
//! ```

use crate::value::{Bound, Edge, Hedge, Moment, Number, Precision, Value, Window};
use jiff::ToSpan;
use jiff::civil::DateTime;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A value of the machine output.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub enum ValueView {
    Amount {
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        stated: Option<Figure>,
        hedge: Hedge,
        low: Option<Figure>,
        high: Option<Figure>,
        low_open: bool,
        high_open: bool,
        /// What the number is of beside its unit: `a month`, `in points`.
        #[serde(skip_serializing_if = "Option::is_none")]
        basis: Option<String>,
    },
    Date {
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        low: Option<String>,
        high: Option<String>,
        precision: Precision,
        #[serde(skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
    },
    Choice {
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        option: String,
    },
    Wording {
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        wording: String,
    },
    Point {
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        point: String,
        option: Option<String>,
    },
    Silent {
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        point: Option<String>,
        silent: bool,
    },
}

impl ValueView {
    /// A value, with the words that state it where there is one text.
    #[must_use]
    pub fn new(value: &Value, text: Option<&str>) -> Self {
        let text = text.map(str::to_owned);
        match value {
            Value::Amount(amount) => Self::Amount {
                text,
                stated: amount.stated.map(Figure),
                hedge: amount.hedge,
                low: figure(&amount.interval.low),
                high: figure(&amount.interval.high),
                low_open: amount.interval.low.is_open(),
                high_open: amount.interval.high.is_open(),
                basis: amount.basis.map(|basis| basis.in_words()),
            },
            Value::Date(moment) => Self::Date {
                text,
                low: first_iso(moment),
                high: last_iso(moment),
                precision: moment.precision,
                zone: moment.zone.as_ref().map(|zone| zone.name.clone()),
            },
            Value::Choice(option) => Self::Choice { text, option: option.clone() },
            Value::Wording(wording) => Self::Wording { text, wording: wording.clone() },
            Value::Point { point, option } => Self::Point { text, point: point.clone(), option: option.clone() },
            Value::Silent { point } => Self::Silent { text, point: point.clone(), silent: true },
        }
    }
}

/// A number written as a JSON number: whole where it is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure(pub Number);

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_integer()
            && let Ok(whole) = i64::try_from(self.0)
        {
            return serializer.serialize_i64(whole);
        }
        // The decimal's own digits, read as the nearest binary number, are
        // written back as those digits.
        let near: f64 = self.0.to_string().parse().map_err(serde::ser::Error::custom)?;
        serializer.serialize_f64(near)
    }
}

impl JsonSchema for Figure {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number"})
    }
}

pub(super) fn figure(bound: &Bound<Number>) -> Option<Figure> {
    bound.value().copied().map(Figure)
}

fn first_iso(moment: &Moment) -> Option<String> {
    if is_clock(moment) { moment.from.map(minute_iso) } else { moment.first_day().map(|day| day.to_string()) }
}

/// The last minute or day that belongs to it.
fn last_iso(moment: &Moment) -> Option<String> {
    if !is_clock(moment) {
        return moment.last_day().map(|day| day.to_string());
    }
    let last = moment.to?.checked_sub(1.nanosecond()).ok()?;
    Some(minute_iso(moment.from.map_or(last, |from| last.max(from))))
}

fn is_clock(moment: &Moment) -> bool {
    moment.precision >= Precision::DayPart
}

fn minute_iso(at: DateTime) -> String {
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

/// A window of the machine output; an edge that is open or unknown is `null`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct WindowView {
    pub from: Option<EdgeView>,
    pub to: Option<EdgeView>,
}

/// The days on which an edge may lie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct EdgeView {
    pub low: String,
    pub high: String,
}

impl WindowView {
    /// A window; `None` when nothing is known of it.
    #[must_use]
    pub fn new(window: &Window) -> Option<Self> {
        let edge =
            |edge: Edge| edge.days().map(|(low, high)| EdgeView { low: low.to_string(), high: high.to_string() });
        (!window.is_unknown()).then(|| Self { from: edge(window.from), to: edge(window.to) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_minute_is_its_own_first_and_last() {
        let night = Moment::minute(date(2022, 2, 24).at(23, 30, 0, 0));
        assert_eq!(first_iso(&night).as_deref(), Some("2022-02-24T23:30"));
        assert_eq!(last_iso(&night).as_deref(), Some("2022-02-24T23:30"));
    }

    #[test]
    fn numbers_are_whole_where_they_are_whole() {
        let written = |text: &str| serde_json::to_string(&Figure(text.parse().unwrap())).unwrap();
        assert_eq!(written("120.0"), "120");
        assert_eq!(written("2.5"), "2.5");
        assert_eq!(written("-0.1"), "-0.1");
        assert_eq!(written("79228162514264337593543950335"), "7.922816251426434e+28");
    }
}
