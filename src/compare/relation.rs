//! Two values over one scope: do they agree, fit together or conflict?
//!
//! Numbers are intervals: disjoint ones conflict, identical ones agree,
//! otherwise both can be true. Whole things are counted in whole numbers, so
//! more than 20 and fewer than 22 calls is 21. Dates are stretches of time;
//! clock times are brought to one clock where their zones are known, and
//! where one zone is not, no conflict is seen that some zone would avoid.
//!
//! ```
//! use gainsay::compare::{Relation, relation::compare_values};
//! use gainsay::value::{Kind, Value};
//! let side = |id: &str| Value::Choice(id.to_owned());
//! assert_eq!(compare_values(Kind::Choice, &side("french"), &side("russian")), Some(Relation::Conflict));
//! ```

use super::Relation;
use super::wording::compare_wordings;
use crate::value::{Amount, Bound, Hedge, Interval, Kind, Moment, Number, Value};
use jiff::{Span as Duration, ToSpan};
use std::cmp::Ordering;

/// How two values stand to each other when both are about the same thing.
/// `None` where they answer different questions: two points of a readout, a
/// silence.
#[must_use]
pub fn compare_values(kind: Kind, a: &Value, b: &Value) -> Option<Relation> {
    match (a, b) {
        (Value::Amount(a), Value::Amount(b)) => Some(compare_amounts(kind, a, b)),
        (Value::Date(a), Value::Date(b)) => Some(compare_moments(a, b)),
        (Value::Choice(a), Value::Choice(b)) => Some(same_or(Relation::Conflict, a == b)),
        (Value::Wording(a), Value::Wording(b)) => {
            let drift = compare_wordings(a, b);
            let otherwise = if drift.contradicts { Relation::Conflict } else { Relation::Compatible };
            Some(same_or(otherwise, drift.changes.is_empty()))
        }
        (Value::Point { point: a, option: first }, Value::Point { point: b, option: second }) if a == b => {
            Some(match (first, second) {
                (Some(first), Some(second)) => same_or(Relation::Conflict, first == second),
                (None, None) => Relation::Agree,
                _ => Relation::Compatible,
            })
        }
        _ => None,
    }
}

/// How two numbers stand to each other, of one period where each is of its own.
fn compare_amounts(kind: Kind, a: &Amount, b: &Amount) -> Relation {
    let (first, second) = (a.on_basis_of(b), b.on_basis_of(a));
    let (a, b) = (first.as_ref().unwrap_or(a), second.as_ref().unwrap_or(b));
    compare_intervals(kind, &a.interval, &b.interval)
}

/// How two intervals stand to each other.
#[must_use]
pub fn compare_intervals(kind: Kind, a: &Interval<Number>, b: &Interval<Number>) -> Relation {
    let (a, b) = (tighten(kind, a), tighten(kind, b));
    if a.is_disjoint(&b) {
        return Relation::Conflict;
    }
    same_or(Relation::Compatible, a == b)
}

/// Whether two amounts are one number, once plain and once as a bound of it: `six hours` and `nearly six hours`. From one mouth
/// they are no two accounts.
pub(super) fn is_one_number(a: &Value, b: &Value) -> bool {
    let (Value::Amount(a), Value::Amount(b)) = (a, b) else { return false };
    let is_plain = |amount: &Amount| matches!(amount.hedge, Hedge::Exact | Hedge::Rounded);
    let is_bound = |amount: &Amount| matches!(amount.hedge, Hedge::Nearly | Hedge::MoreThan | Hedge::LessThan);
    let is_same = a.stated.is_some() && a.stated == b.stated;
    is_same && (is_plain(a) && is_bound(b) || is_bound(a) && is_plain(b))
}

/// Which of two numbers that have nothing in common is the greater, of one period.
pub(super) fn order_of(a: &Value, b: &Value) -> Option<Ordering> {
    let (Value::Amount(a), Value::Amount(b)) = (a, b) else { return None };
    let (first, second) = (a.on_basis_of(b), b.on_basis_of(a));
    let (a, b) = (first.as_ref().unwrap_or(a), second.as_ref().unwrap_or(b));
    if !a.interval.is_disjoint(&b.interval) {
        return None;
    }
    match (a.interval.high.value(), b.interval.low.value()) {
        (Some(high), Some(low)) if high <= low => Some(Ordering::Less),
        _ => Some(Ordering::Greater),
    }
}

/// Whether a claim's value is what a text says: identical, or the same number
/// once as written and once rounded.
pub(super) fn is_same_statement(kind: Kind, claim: &Value, text: &Value) -> bool {
    match (claim, text) {
        (Value::Amount(claim), Value::Amount(text)) => is_same_amount(kind, claim, text),
        (Value::Wording(claim), Value::Wording(text)) => {
            let drift = compare_wordings(claim, text);
            drift.changes.is_empty() || (drift.is_cut && !drift.contradicts)
        }
        _ => matches!(compare_values(kind, claim, text), Some(Relation::Agree)),
    }
}

fn is_same_amount(kind: Kind, claim: &Amount, text: &Amount) -> bool {
    if compare_intervals(kind, &claim.interval, &text.interval) == Relation::Agree {
        return true;
    }
    let plain = |amount: &Amount| matches!(amount.hedge, Hedge::Exact | Hedge::Rounded);
    let rounded = |rough: &Amount, fine: &Amount| rough.hedge == Hedge::Rounded && holds(rough, fine);
    plain(claim) && plain(text) && (claim.stated == text.stated || rounded(claim, text) || rounded(text, claim))
}

/// Whether everything that the second interval allows lies in the first.
pub(super) fn contains_all(outer: &Interval<Number>, inner: &Interval<Number>) -> bool {
    let reaches = |outer: &Bound<Number>, inner: &Bound<Number>, order: Ordering| match (outer.value(), inner.value()) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(a), Some(b)) => a.cmp(b) == order || a == b && (!outer.is_open() || inner.is_open()),
    };
    reaches(&outer.low, &inner.low, Ordering::Less) && reaches(&outer.high, &inner.high, Ordering::Greater)
}

/// Whether everything that `fine` can be lies within what `rough` can be.
fn holds(rough: &Amount, fine: &Amount) -> bool {
    let ends = [fine.interval.low.value(), fine.interval.high.value()];
    ends.iter().all(|end| end.is_some_and(|end| rough.interval.contains(end)))
}

/// Open ends of counts as whole numbers: (20, ∞) is [21, ∞).
pub(super) fn tighten(kind: Kind, interval: &Interval<Number>) -> Interval<Number> {
    if kind != Kind::Count {
        return *interval;
    }
    let low = match interval.low {
        Bound::Excluded(low) if low.is_integer() => Bound::Included(low.saturating_add(Number::ONE)),
        low => low,
    };
    let high = match interval.high {
        Bound::Excluded(high) if high.is_integer() => Bound::Included(high.saturating_sub(Number::ONE)),
        high => high,
    };
    let empty = matches!((low.value(), high.value()), (Some(low), Some(high)) if low > high);
    if empty { *interval } else { Interval { low, high } }
}

/// How two stretches of time stand to each other.
#[must_use]
pub fn compare_moments(a: &Moment, b: &Moment) -> Relation {
    let zone = |moment: &Moment| moment.zone.as_ref().map(|zone| zone.name.clone());
    if zone(a) == zone(b) {
        return compare_stretches(a, b, true);
    }
    let offset = |moment: &Moment| moment.zone.as_ref().and_then(|zone| zone.offset_minutes);
    match (offset(a), offset(b)) {
        (Some(east), Some(other)) => compare_stretches(&universal(a, east), &universal(b, other), true),
        (Some(east), None) => compare_stretches(&universal(a, east), &anywhere(b), false),
        (None, Some(east)) => compare_stretches(&anywhere(a), &universal(b, east), false),
        (None, None) => compare_stretches(&anywhere(a), &anywhere(b), false),
    }
}

fn compare_stretches(a: &Moment, b: &Moment, certain: bool) -> Relation {
    if a.is_disjoint(b) {
        return Relation::Conflict;
    }
    same_or(Relation::Compatible, certain && a.from == b.from && a.to == b.to)
}

fn universal(moment: &Moment, east: i32) -> Moment {
    let shift = i64::from(east).minutes();
    moved(moment, shift, shift)
}

/// Every stretch that a local time can be on the universal clock, which runs
/// up to 14 hours behind and 12 hours ahead of local ones.
fn anywhere(moment: &Moment) -> Moment {
    moved(moment, 14.hours(), (-12).hours())
}

fn moved(moment: &Moment, from: Duration, to: Duration) -> Moment {
    let back = |at: jiff::civil::DateTime, by: Duration| at.checked_sub(by).ok();
    Moment {
        from: moment.from.and_then(|at| back(at, from)),
        to: moment.to.and_then(|at| back(at, to)),
        precision: moment.precision,
        zone: None,
    }
}

fn same_or(otherwise: Relation, same: bool) -> Relation {
    if same { Relation::Agree } else { otherwise }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Zone, edtf::parse_date};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn bound() -> impl Strategy<Value = Bound<Number>> {
        let number = (0..12_i64).prop_map(Number::from);
        prop_oneof![Just(Bound::Unbounded), number.clone().prop_map(Bound::Included), number.prop_map(Bound::Excluded)]
    }

    fn whole_numbers(interval: &Interval<Number>) -> Vec<i64> {
        (-3..=15).filter(|&x| interval.contains(&Number::from(x))).collect()
    }

    proptest! {
        #[test]
        fn counts_relate_as_trying_every_number_says(a in (bound(), bound()), b in (bound(), bound())) {
            let a = Interval { low: a.0, high: a.1 };
            let b = Interval { low: b.0, high: b.1 };
            let (left, right) = (whole_numbers(&a), whole_numbers(&b));
            prop_assume!(!left.is_empty() && !right.is_empty());
            let expected = if left == right {
                Relation::Agree
            } else if left.iter().any(|x| right.contains(x)) {
                Relation::Compatible
            } else {
                Relation::Conflict
            };
            prop_assert_eq!(compare_intervals(Kind::Count, &a, &b), expected);
            prop_assert_eq!(compare_intervals(Kind::Count, &b, &a), expected);
        }
    }

    fn amount(hedge: Hedge, stated: i64, step: i64) -> Value {
        let (stated, step) = (Number::from(stated), Number::from(step));
        Value::Amount(Amount { stated: Some(stated), hedge, interval: hedge.interval(stated, step), basis: None })
    }

    #[test]
    fn more_than_twenty_calls_and_fewer_than_twenty_one_conflict() {
        let (over, under) = (amount(Hedge::MoreThan, 20, 1), amount(Hedge::LessThan, 21, 1));
        assert_eq!(compare_values(Kind::Count, &over, &under), Some(Relation::Conflict));
        assert_eq!(compare_values(Kind::Quantity, &over, &under), Some(Relation::Compatible));
    }

    #[test]
    fn a_claim_may_round_but_not_change_its_hedge() {
        let same = |claim: &Value, text: &Value| is_same_statement(Kind::Count, claim, text);
        let rounded = amount(Hedge::Rounded, 1_200_000, 100_000);
        assert!(same(&amount(Hedge::Exact, 1_200_000, 1), &rounded));
        assert!(same(&amount(Hedge::Exact, 1_170_000, 1), &rounded));
        assert!(!same(&amount(Hedge::Exact, 1_270_000, 1), &rounded));
        assert!(!same(&amount(Hedge::Exact, 20, 1), &amount(Hedge::MoreThan, 20, 1)));
    }

    #[test]
    fn clock_times_are_compared_on_one_clock() {
        let at = |hour: i8, name: &str, minutes: Option<i32>| {
            let zone = Some(Zone { name: name.to_owned(), offset_minutes: minutes });
            Moment { zone, ..Moment::minute(date(2022, 2, 24).at(hour, 30, 0, 0)) }
        };
        let (london, moscow) = (at(20, "GMT", Some(0)), at(23, "Moscow time", Some(180)));
        assert_eq!(compare_moments(&london, &moscow), Relation::Agree);
        assert_eq!(compare_moments(&at(21, "GMT", Some(0)), &moscow), Relation::Conflict);
        let local = Moment { zone: None, ..at(21, "", None) };
        assert_eq!(compare_moments(&local, &moscow), Relation::Compatible);
        assert_eq!(compare_moments(&parse_date("2022-02-26").unwrap(), &london), Relation::Conflict);
    }

    #[test]
    fn points_relate_only_to_themselves() {
        let point =
            |id: &str, option: Option<&str>| Value::Point { point: id.to_owned(), option: option.map(str::to_owned) };
        let relate = |a: &Value, b: &Value| compare_values(Kind::Readout, a, b);
        assert_eq!(
            relate(&point("food", Some("blockade")), &point("food", Some("sanctions"))),
            Some(Relation::Conflict)
        );
        assert_eq!(relate(&point("food", None), &point("ceasefire", None)), None);
        assert_eq!(relate(&point("food", None), &Value::Silent { point: Some("food".to_owned()) }), None);
    }
}
