//! Which groups disagree, the likeliest contradiction first: values that
//! exclude each other, in several articles, in like words.

use super::Statement;
use super::group::Group;
use crate::value::Value;
use std::collections::BTreeSet;

/// A group worth showing.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Indices of its statements, in order.
    pub statements: Vec<usize>,
    /// The higher the likelier.
    pub score: f64,
}

/// The groups in which values exclude each other, the likeliest first.
#[must_use]
pub fn rank(statements: &[Statement], groups: &[Group], most: usize) -> Vec<Ranked> {
    let of_group = |group: &Group| {
        let values = apart(group.statements.iter().map(|&at| &statements[at].value));
        if values < 2 {
            return None;
        }
        let articles: BTreeSet<usize> = group.statements.iter().map(|&at| statements[at].article).collect();
        let count = |number: usize| f64::from(u32::try_from(number.min(64)).unwrap_or(64));
        let spread = 1.0 + 0.5 * count(values - 1).ln_1p() + 0.8 * count(articles.len() - 1).ln_1p();
        Some(Ranked { statements: group.statements.clone(), score: group.likeness * spread })
    };
    let mut ranked: Vec<Ranked> = groups.iter().filter_map(of_group).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.statements.cmp(&b.statements)));
    ranked.truncate(most);
    ranked
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
    use crate::value::Kind;

    #[test]
    fn an_open_value_hides_no_contradiction_of_others() {
        let value = |text: &str| read_value(text, Kind::Count, None, &Setting::default()).unwrap();
        let stated = ["at least nine", "12", "11", "12"].map(value);
        assert_eq!(apart(stated.iter()), 2);
        assert_eq!(apart(stated[..2].iter()), 0);
    }
}
