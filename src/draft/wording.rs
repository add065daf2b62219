//! Wording that takes no side: the range of what the ledger has, and whose it
//! is.
//!
//! ```text
//! between 6 and 14 calls, according to the Élysée and the Kremlin
//! ```

use crate::check::Checked;
use crate::claims::Topic;
use crate::compare::Position;
use crate::compare::words::{interval_in_words, list_in_words, number_in_words, plural, unit_of, value_in_words};
use crate::value::{Interval, Number, Value};

/// What can be said of these positions; `None` where there is none.
pub(super) fn safe_wording(checked: &Checked, topic: &Topic, positions: &[&Position]) -> Option<String> {
    let mut amounts: Vec<(&Interval<Number>, String)> = Vec::new();
    for position in positions {
        if let Value::Amount(amount) = &position.value {
            amounts.push((&amount.interval, who(checked, position)));
        }
    }
    if amounts.len() == positions.len() && amounts.len() > 1 {
        return Some(range(topic, amounts));
    }
    let each = |position: &&Position| {
        format!("{}, according to {}", value_in_words(&position.value, topic), who(checked, position))
    };
    let told: Vec<String> = positions.iter().map(each).collect();
    (!told.is_empty()).then(|| list_in_words(&told, told.len()))
}

/// `between 6 and 14 calls, according to …`: the lowest and the highest that
/// anybody states.
fn range(topic: &Topic, mut amounts: Vec<(&Interval<Number>, String)>) -> String {
    amounts.sort_by_key(|(interval, _)| (interval.low.value().copied(), interval.high.value().copied()));
    let low = amounts.first().and_then(|(interval, _)| interval.low.value().copied());
    let highs: Option<Vec<Number>> = amounts.iter().map(|(interval, _)| interval.high.value().copied()).collect();
    let high = highs.and_then(|highs| highs.into_iter().max());
    let unit = unit_of(topic)
        .map(|unit| if unit == "%" { "%".to_owned() } else { format!(" {}", plural(unit)) })
        .unwrap_or_default();
    let figure = match (low, high) {
        (Some(low), Some(high)) if low == high => number_in_words(low),
        (Some(low), Some(high)) => format!("between {} and {}", number_in_words(low), number_in_words(high)),
        (Some(low), None) => format!("at least {}", number_in_words(low)),
        _ => interval_in_words(amounts[0].0),
    };
    let mut people: Vec<String> = amounts.into_iter().map(|(_, who)| who).collect();
    people.dedup();
    format!("{figure}{unit}, according to {}", list_in_words(&people, people.len()))
}

/// The claimant, or the outlets that say it in their own voice.
fn who(checked: &Checked, position: &Position) -> String {
    if let Some(claimant) = &position.claimant {
        return checked.claims.display(claimant).to_owned();
    }
    let outlets = position.articles.iter().map(|&at| {
        let article = &checked.corpus.articles[at];
        article.front.outlet.clone().unwrap_or_else(|| article.id.clone())
    });
    let mut outlets: Vec<String> = outlets.collect();
    outlets.dedup();
    if outlets.is_empty() { "the ledger".to_owned() } else { list_in_words(&outlets, 3) }
}
