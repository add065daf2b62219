//! Sums that a pattern fits and the topic does not count in; what the text converts one to is read.
//!
//! ```text
//! a fee of £75 million, for a topic in EUR      75 million GBP, held against nothing
//! a fee of $70 million (€62 million)            62 million EUR
//! ```

use super::candidates::{candidates, in_other_currencies};
use super::hit::{Hit, Wanted};
use super::hits::fits_of;
use crate::claims::Topic;
use crate::matching::passage::Passage;
use crate::matching::topics::TopicProbe;
use std::ops::Range;

/// The hits of sums that the topic does not count in; where the text converts one (`$70 million
/// (€62 million)`), of what it is in the topic's currency.
pub(super) fn in_another_currency(
    topic: &Topic,
    probe: &TopicProbe,
    passage: &Passage<'_>,
    sentence: usize,
) -> Vec<Hit> {
    let others = in_other_currencies(topic, passage, sentence);
    let mut hits = fits_of(&others, topic, probe, passage, sentence, Wanted::This(probe.threshold));
    hits.retain(|hit| hit.score >= probe.threshold);
    let own = if hits.is_empty() { Vec::new() } else { candidates(topic, passage, sentence) };
    for hit in &mut hits {
        let Some(sum) = hit.value_span.map(|span| passage.tokens_of(span)) else { continue };
        let is_joined = |gap: Range<usize>| !gap.is_empty() && gap.into_iter().all(|at| converts(passage, at));
        let converted = own.iter().find(|own| own.tokens.start > sum.end && is_joined(sum.end..own.tokens.start));
        if let Some(own) = converted {
            (hit.value, hit.value_span) = (own.value.clone(), Some(own.span));
            hit.tokens.end = hit.tokens.end.max(own.tokens.end);
        }
    }
    hits
}

/// Whether a token may stand between a sum and what it is in another currency.
fn converts(passage: &Passage<'_>, at: usize) -> bool {
    let joins = ["(", "[", ",", "/", "=", "or", "the", "equivalent", "of", "to", "then", "at", "time"];
    joins.contains(&passage.tokens.folded(at))
}
