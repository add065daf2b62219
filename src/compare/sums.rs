//! Parts against their total.
//!
//! A topic lists its `parts`, or others name it as their `total`. For every
//! total that is stated, each part is everything that it can be by what is
//! stated over the same scope: where even that leaves no sum that is the total,
//! the statements cannot all be true. Whose word is taken for a part is the
//! claimant's own where there is one, otherwise everybody's. A part that nobody
//! states can be anything.
//!
//! ```text
//! the police say 520,000 people in all, but the parts make 481,000: paris 81,000 + elsewhere 400,000
//! ```

use super::dates::period_in_words;
use super::fingerprint::{Evidence, fingerprint};
use super::relation::tighten;
use super::scope::same_scope;
use super::table::Table;
use super::words::{interval_in_words, option_in_words, verb_for};
use super::{Finding, Position, Rule, Severity};
use crate::value::{Bound, Interval, Number, Value};
use std::collections::BTreeSet;

/// Stated parts and total cannot add up.
pub static SUM_CONFLICT: Rule = Rule {
    id: "sum-conflict",
    severity: Severity::Conflict,
    summary: "stated parts and a stated total cannot add up",
    page: include_str!("../../docs/rules/sum-conflict.md"),
};

/// Finds totals that their parts do not add up to. The tables are those of all
/// topics, in their order.
pub(super) fn find_sum_conflicts(tables: &[Table<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for total in tables {
        let parts: Vec<&Table<'_>> = tables.iter().filter(|table| is_part(total, table)).collect();
        if parts.is_empty() {
            continue;
        }
        for at in 0..total.positions.len() {
            let shares: Vec<Share<'_>> = parts.iter().map(|part| Share::of(total, at, part)).collect();
            findings.extend(check_sum(total, at, &shares));
        }
    }
    findings
}

fn is_part(total: &Table<'_>, table: &Table<'_>) -> bool {
    let listed = total.topic.parts.contains(&table.topic.id);
    let names = table.topic.total.as_ref() == Some(&total.topic.id);
    (listed || names) && total.topic.unit == table.topic.unit && total.topic.kind == table.topic.kind
}

/// What is stated of one part over the scope of a total.
struct Share<'r> {
    part: &'r Table<'r>,
    /// Indices of its positions.
    stated: Vec<usize>,
    /// From the least to the most that they say.
    can_be: Interval<Number>,
}

impl<'r> Share<'r> {
    fn of(total: &Table<'_>, at: usize, part: &'r Table<'r>) -> Self {
        let whole = &total.positions[at];
        let fits = |position: &Position| {
            let (a, b) = (without_only(total, part, whole), without_only(total, part, position));
            let is_like = position.value.basis() == whole.value.basis();
            matches!(position.value, Value::Amount(_)) && is_like && same_scope(&a, &b) == Some(true)
        };
        let mut stated: Vec<usize> = (0..part.positions.len()).filter(|&at| fits(&part.positions[at])).collect();
        let own = |at: &usize| part.positions[*at].is_of_voice(whole);
        if stated.iter().any(own) {
            stated.retain(own);
        }
        let values = stated.iter().filter_map(|&at| interval_of(part, &part.positions[at]));
        let can_be = values.reduce(|a, b| hull(&a, &b));
        let anything = Interval { low: Bound::Included(Number::ZERO), high: Bound::Unbounded };
        Self { part, stated, can_be: can_be.unwrap_or(anything) }
    }

    /// `paris 81,000`.
    fn in_words(&self) -> String {
        format!("{} {}", option_in_words(&self.part.topic.id), interval_in_words(&self.can_be))
    }
}

/// What tells the parts of a topic from their whole is no difference in scope.
fn without_only(total: &Table<'_>, part: &Table<'_>, position: &Position) -> Position {
    let mut position = position.clone();
    position.facets.retain(|facet, _| !total.topic.only.contains_key(facet) && !part.topic.only.contains_key(facet));
    position
}

fn check_sum(total: &Table<'_>, at: usize, shares: &[Share<'_>]) -> Option<Finding> {
    let whole = interval_of(total, &total.positions[at])?;
    if shares.iter().all(|share| share.stated.is_empty()) {
        return None;
    }
    let sum = shares.iter().map(|share| share.can_be).reduce(|a, b| add(&a, &b))?;
    sum.is_disjoint(&whole).then(|| tell(total, at, shares, &sum))
}

fn tell(total: &Table<'_>, at: usize, shares: &[Share<'_>], sum: &Interval<Number>) -> Finding {
    let position = &total.positions[at];
    let who = total.who(position);
    let period =
        if total.is_windowed { format!(" for {}", period_in_words(position.window.as_ref())) } else { String::new() };
    let known: Vec<String> = shares.iter().filter(|share| !share.stated.is_empty()).map(Share::in_words).collect();
    let message = format!(
        "{who} {} {} in all{period}, but {} {}: {}",
        verb_for(&who, "says", "say"),
        total.value(&position.value),
        if known.len() == 1 { "one part is" } else { "the parts make" },
        interval_in_words(sum),
        known.join(" + ")
    );
    let mut finding = total.finding(&SUM_CONFLICT, &BTreeSet::from([at]), message);
    let mut evidence = total.evidence(&[position]);
    for share in shares {
        let rows: Vec<&Position> = share.stated.iter().map(|&at| &share.part.positions[at]).collect();
        let Evidence { speakers, statements, .. } = share.part.evidence(&rows);
        evidence.about.push(share.part.topic.id.clone());
        evidence.speakers.extend(speakers);
        evidence.statements.extend(statements);
        let name = option_in_words(&share.part.topic.id);
        match rows.as_slice() {
            [] => finding.detail.push(format!("{name}: nobody states it over this scope")),
            rows => finding.detail.extend(rows.iter().map(|row| format!("{name}: {}", share.part.line(row)))),
        }
        finding.claims.extend(rows.iter().flat_map(|row| row.claims.iter().copied()));
        finding.articles.extend(rows.iter().flat_map(|row| row.articles.iter().copied()));
    }
    for indices in [&mut finding.claims, &mut finding.articles] {
        indices.sort_unstable();
        indices.dedup();
    }
    finding.fingerprint = fingerprint(&SUM_CONFLICT, &total.topic.id, evidence);
    finding
}

fn interval_of(table: &Table<'_>, position: &Position) -> Option<Interval<Number>> {
    match &position.value {
        Value::Amount(amount) => Some(tighten(table.topic.kind, &amount.interval)),
        _ => None,
    }
}

/// The least interval that holds two.
fn hull(a: &Interval<Number>, b: &Interval<Number>) -> Interval<Number> {
    let pick = |a: Bound<Number>, b: Bound<Number>, lower: bool| match (a.value(), b.value()) {
        (None, _) | (_, None) => Bound::Unbounded,
        (Some(x), Some(y)) if x == y => {
            if a.is_open() && b.is_open() {
                a
            } else {
                Bound::Included(*x)
            }
        }
        (Some(x), Some(y)) if (x < y) == lower => a,
        _ => b,
    };
    Interval { low: pick(a.low, b.low, true), high: pick(a.high, b.high, false) }
}

/// Every sum of a number of one and a number of the other.
fn add(a: &Interval<Number>, b: &Interval<Number>) -> Interval<Number> {
    let sum = |a: Bound<Number>, b: Bound<Number>| match (a.value(), b.value()) {
        (Some(x), Some(y)) => {
            let sum = x.saturating_add(*y);
            if a.is_open() || b.is_open() { Bound::Excluded(sum) } else { Bound::Included(sum) }
        }
        _ => Bound::Unbounded,
    };
    Interval { low: sum(a.low, b.low), high: sum(a.high, b.high) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn interval() -> impl Strategy<Value = Interval<Number>> {
        let end = |open: bool, end: i64| if open { Bound::Excluded(end.into()) } else { Bound::Included(end.into()) };
        (0..8_i64, 1..6_i64, any::<(bool, bool)>(), any::<bool>()).prop_map(
            move |(low, width, (left, right), endless)| {
                let high = if endless { Bound::Unbounded } else { end(right, low + width) };
                Interval { low: end(left, low), high }
            },
        )
    }

    /// Every half number up to a bound that is in an interval.
    fn halves(interval: &Interval<Number>) -> Vec<Number> {
        (0..=60).map(|half| Number::new(half * 5, 1)).filter(|number| interval.contains(number)).collect()
    }

    proptest! {
        #[test]
        fn a_sum_holds_every_sum_and_a_hull_every_number(a in interval(), b in interval()) {
            let (sum, hull) = (add(&a, &b), hull(&a, &b));
            for x in halves(&a) {
                prop_assert!(hull.contains(&x));
                for y in halves(&b) {
                    prop_assert!(hull.contains(&y) && sum.contains(&(x + y)));
                }
            }
            // Nothing below both is in the hull, nothing below all sums in the sum.
            let least = halves(&a).into_iter().chain(halves(&b)).min();
            prop_assert!(halves(&hull).iter().all(|number| Some(*number) >= least));
            let least = halves(&a).first().copied().zip(halves(&b).first().copied()).map(|(x, y)| x + y);
            // Between two open ends lies half a number that no two halves make.
            let both_open = a.low.is_open() && b.low.is_open();
            let step = Number::new(if both_open { 5 } else { 0 }, 1);
            prop_assert!(halves(&sum).first().copied().is_none_or(|low| Some(low + step) >= least));
        }
    }
}
