//! Canonical texts of values and windows: what positions are grouped and
//! ordered by, and what [fingerprints](super::fingerprint) are made of.
//!
//! Nothing here depends on where a statement stands: not on lines, files, nor
//! the order of the claims.
//!
//! ```text
//! amount [14;14] exact 14      window 2022-02-24..2022-02-24/2022-10-01..2022-10-31
//! ```

use super::Position;
use super::fingerprint::APART;
use crate::claims::Topic;
use crate::text::fold_str;
use crate::value::{Amount, Bound, Edge, Interval, Moment, Number, Value, Window};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a value states, as one line.
pub(super) fn value_key(value: &Value) -> String {
    match value {
        Value::Amount(amount) => amount_key(amount),
        Value::Date(moment) => moment_key(moment),
        Value::Choice(option) => format!("choice {option}"),
        Value::Wording(words) => format!("wording {}", wording_key(words)),
        Value::Point { point, option } => format!("point {point} {}", option.as_deref().unwrap_or_default()),
        Value::Silent { point } => format!("silent {}", point.as_deref().unwrap_or_default()),
    }
}

/// A window, or `-` where nothing is known of it.
pub(super) fn window_key(window: Option<&Window>) -> String {
    let edge = |edge: &Edge| match edge {
        Edge::Unknown => String::new(),
        Edge::Open => "..".to_owned(),
        Edge::Between(low, high) => format!("{low}..{high}"),
    };
    window.map_or_else(|| "-".to_owned(), |window| format!("{}/{}", edge(&window.from), edge(&window.to)))
}

/// Facets, by their ids.
pub(super) fn facets_key(facets: &BTreeMap<String, String>) -> String {
    facets.iter().map(|(facet, option)| format!("{facet}={option}")).collect::<Vec<_>>().join(",")
}

/// Who speaks, over which scope: what a position is, whatever it says.
pub(super) fn speaker_key(position: &Position) -> String {
    let speaker = position.speaker.as_ref().map(|_| "“”".to_owned());
    let claimant = position.claimant.clone().or(speaker).unwrap_or_default();
    let window = window_key(position.window.as_ref());
    let point = match &position.value {
        Value::Point { point, .. } => point,
        Value::Silent { point: Some(point) } => point,
        _ => "",
    };
    format!("{claimant}{APART}{window}{APART}{}{APART}{point}", facets_key(&position.facets))
}

/// The order in which reports show values: a readout's points in the order of
/// the topic, numbers and dates from low to high, silence last.
pub(super) fn order_values(a: &Value, b: &Value, topic: &Topic) -> Ordering {
    let place = |value: &Value| {
        let (point, silent) = match value {
            Value::Point { point, .. } => (Some(point), false),
            Value::Silent { point } => (point.as_ref(), true),
            _ => (None, false),
        };
        let point = point.and_then(|id| topic.points.iter().position(|point| point.id == *id));
        (point.is_none() && silent, point, silent)
    };
    let size = match (a, b) {
        (Value::Amount(a), Value::Amount(b)) => order_intervals(&a.interval, &b.interval),
        (Value::Date(a), Value::Date(b)) => a.from.cmp(&b.from).then(a.to.cmp(&b.to)),
        _ => Ordering::Equal,
    };
    place(a).cmp(&place(b)).then(size).then_with(|| value_key(a).cmp(&value_key(b)))
}

fn order_intervals(a: &Interval<Number>, b: &Interval<Number>) -> Ordering {
    let low = |bound: &Bound<Number>| (bound.value().copied(), bound.is_open());
    let high = |bound: &Bound<Number>| (bound.value().is_none(), bound.value().copied(), !bound.is_open());
    low(&a.low).cmp(&low(&b.low)).then_with(|| high(&a.high).cmp(&high(&b.high)))
}

fn amount_key(amount: &Amount) -> String {
    let bound = |bound: &Bound<Number>| match bound {
        Bound::Unbounded => "~".to_owned(),
        Bound::Included(end) => format!("={}", end.normalize()),
        Bound::Excluded(end) => format!("<{}", end.normalize()),
    };
    let stated = amount.stated.map(|stated| stated.normalize().to_string()).unwrap_or_default();
    let Interval { low, high } = &amount.interval;
    let basis = amount.basis.map(|basis| format!(" {basis:?}")).unwrap_or_default();
    format!("amount {} {} {:?} {stated}{basis}", bound(low), bound(high), amount.hedge)
}

fn moment_key(moment: &Moment) -> String {
    let end = |at: Option<jiff::civil::DateTime>| at.map(|at| at.to_string()).unwrap_or_default();
    let zone = moment.zone.as_ref().map(|zone| zone.name.as_str()).unwrap_or_default();
    format!("date {}/{} {zone}", end(moment.from), end(moment.to))
}

/// Words without their signs and case: two printings of one quotation.
fn wording_key(words: &str) -> String {
    let apart = |sign: char| !sign.is_alphanumeric() && sign != '\'';
    fold_str(words).split(apart).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::edtf::parse_window;

    #[test]
    fn keys_do_not_depend_on_how_a_number_is_written() {
        let key = |number: &str| {
            let stated: Number = number.parse().unwrap();
            let interval = Interval::exact(stated);
            value_key(&Value::Amount(Amount {
                stated: Some(stated),
                hedge: crate::value::Hedge::Exact,
                interval,
                basis: None,
            }))
        };
        assert_eq!(key("20.0"), key("20"));
        assert_ne!(key("20"), key("60"));
    }

    #[test]
    fn a_quotation_keeps_its_key_in_other_type() {
        let key = |words: &str| value_key(&Value::Wording(words.to_owned()));
        assert_eq!(key("This is a “total war”."), key("this is a total war"));
        assert_ne!(key("this is not a total war"), key("this is a total war"));
    }

    #[test]
    fn a_window_shows_its_edges() {
        let window = parse_window("2022-02-24/..").unwrap();
        assert_eq!(window_key(Some(&window)), "2022-02-24..2022-02-24/..");
        assert_eq!(window_key(None), "-");
    }
}
