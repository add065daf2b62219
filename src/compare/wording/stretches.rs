//! Two printings side by side, for people to see what differs.

use super::align::find_hunks;
use super::printed::Printed;

/// A stretch of two printings held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Words that both have, as the second prints them.
    Same(String),
    /// Words that only the first has.
    LeftOut(String),
    /// Words that only the second has.
    Added(String),
}

/// Two printings, stretch by stretch, in the order of their words.
///
/// ```
/// use gainsay::compare::wording::{Stretch, stretches};
/// let told = stretches("a frank exchange", "a serious exchange");
/// assert_eq!(told[1], Stretch::LeftOut("frank".to_owned()));
/// assert_eq!(told[2], Stretch::Added("serious".to_owned()));
/// ```
#[must_use]
pub fn stretches(a: &str, b: &str) -> Vec<Stretch> {
    let (a, b) = (Printed::new(a), Printed::new(b));
    let (mut told, mut at) = (Vec::new(), 0);
    for (left, right) in find_hunks(&a, &b) {
        told.push(Stretch::Same(b.said(&(at..right.start))));
        told.push(Stretch::LeftOut(a.said(&left)));
        told.push(Stretch::Added(b.said(&right)));
        at = right.end;
    }
    told.push(Stretch::Same(b.said(&(at..b.len()))));
    told.retain(|stretch| match stretch {
        Stretch::Same(words) | Stretch::LeftOut(words) | Stretch::Added(words) => !words.is_empty(),
    });
    told
}
