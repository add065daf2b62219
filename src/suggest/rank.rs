//! Which groups disagree, the likeliest contradiction first: values that
//! exclude each other, in several articles, in like words.

use super::Statement;
use super::group::Group;
use super::likeness::Words;
use crate::value::{Kind, Value};
use std::collections::BTreeSet;

/// A group worth showing.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Indices of its statements, in order.
    pub statements: Vec<usize>,
    /// The higher the likelier.
    pub score: f64,
}

/// So many of the likest contradicting pairs are the evidence of a group.
const EVIDENCE: usize = 3;
/// Of a larger group so many statements are held against each other.
const LARGEST: usize = 64;

/// The groups in which values exclude each other, the likeliest first.
#[must_use]
pub fn rank(statements: &[Statement], words: &Words, groups: &[Group], most: usize) -> Vec<Ranked> {
    let of_group = |group: &Group| {
        let evidence = evidence(statements, words, group)?;
        let values = apart(some_of(group).map(|at| &statements[at].value));
        let articles: BTreeSet<usize> = group.statements.iter().map(|&at| statements[at].article).collect();
        let count = |number: usize| f64::from(u32::try_from(number.min(64)).unwrap_or(64));
        let spread = 1.0 + 0.5 * count(values.saturating_sub(1)).ln_1p() + 0.8 * count(articles.len() - 1).ln_1p();
        // Most dates of a story are of things that happened once each.
        let kind = if statements[group.statements[0]].kind == Kind::Date { 0.7 } else { 1.0 };
        Some(Ranked { statements: group.statements.clone(), score: kind * evidence * spread })
    };
    let mut ranked: Vec<Ranked> = groups.iter().filter_map(of_group).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.statements.cmp(&b.statements)));
    ranked.truncate(most);
    ranked
}

/// The statements of a group, of a large one evenly.
fn some_of(group: &Group) -> impl Iterator<Item = usize> {
    let stride = group.statements.len().div_ceil(LARGEST).max(1);
    group.statements.iter().step_by(stride).copied()
}

/// How like the statements are that exclude each other: the likest few pairs
/// of different sentences. Within one article fewer things are said twice.
fn evidence(statements: &[Statement], words: &Words, group: &Group) -> Option<f64> {
    let some: Vec<usize> = some_of(group).collect();
    let mut pairs: Vec<f64> = Vec::new();
    for (first, &a) in some.iter().enumerate() {
        for &b in &some[first + 1..] {
            let (x, y) = (&statements[a], &statements[b]);
            let is_one = x.article == y.article && x.sentence == y.sentence;
            if !is_one && is_disjoint(&x.value, &y.value) {
                let likeness = words.likeness(statements, a, b);
                pairs.push(if x.article == y.article { likeness / 2.0 } else { likeness });
            }
        }
    }
    pairs.sort_by(|a, b| b.total_cmp(a));
    pairs.truncate(EVIDENCE);
    let counted = f64::from(u32::try_from(pairs.len()).ok()?);
    (!pairs.is_empty()).then(|| pairs.iter().sum::<f64>() / counted)
}

/// How many different values there are that exclude some other.
fn apart<'v>(values: impl Iterator<Item = &'v Value>) -> usize {
    let mut different: Vec<&Value> = Vec::new();
    for value in values {
        if !different.contains(&value) {
            different.push(value);
        }
    }
    different.iter().filter(|value| different.iter().any(|other| is_disjoint(value, other))).count()
}

/// Whether two values cannot both be right.
#[must_use]
pub fn is_disjoint(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Amount(a), Value::Amount(b)) => a.interval.is_disjoint(&b.interval),
        (Value::Date(a), Value::Date(b)) => a.is_disjoint(b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Setting, read_value};

    #[test]
    fn an_open_value_hides_no_contradiction_of_others() {
        let value = |text: &str| read_value(text, Kind::Count, None, &Setting::default()).unwrap();
        let stated = ["at least nine", "12", "11", "12"].map(value);
        assert_eq!(apart(stated.iter()), 2);
        assert_eq!(apart(stated[..2].iter()), 0);
    }
}
