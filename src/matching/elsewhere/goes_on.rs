//! The other numbers for what a sentence states: of another time, or from somebody else.

use super::again::find_again;
use super::another::find_others;
use crate::claims::Topic;
use crate::matching::passage::Passage;
use crate::matching::patterns::hit::Hit;
use std::collections::BTreeMap;

/// Adds the other numbers that sentences with hits, and those behind them, give for the same.
pub(in crate::matching) fn add_others(
    topic: &Topic,
    passage: &Passage<'_>,
    by_sentence: &mut BTreeMap<usize, Vec<Hit>>,
) {
    let mut found: Vec<Hit> = Vec::new();
    for (sentence, hits) in by_sentence.iter_mut() {
        found.extend(find_others(topic, passage, hits));
        let again = find_again(topic, passage, hits);
        let (beside, behind): (Vec<Hit>, Vec<Hit>) = again.into_iter().partition(|again| again.sentence == *sentence);
        hits.extend(beside);
        found.extend(behind);
    }
    for hit in found {
        let of = by_sentence.entry(hit.sentence).or_default();
        if of.is_empty() {
            of.push(hit);
        }
    }
}
