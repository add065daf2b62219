//! What the words beside a number make of it: a name, a tally, a length.

use super::{Cardinal, NumberWord, Phrases, Qualifier, en_behind, en_labels, en_numbers, en_tallies};
use std::sync::LazyLock;

/// Hedges, found after their number.
pub(in crate::extract) static AFTER: LazyLock<Phrases<Qualifier>> =
    LazyLock::new(|| Phrases::forward(&[en_behind::AFTER, en_behind::AFTER_EITHER]));

/// Hedges, found after what their number counts.
pub(in crate::extract) static AFTER_NOUN: LazyLock<Phrases<Qualifier>> =
    LazyLock::new(|| Phrases::forward(&[en_behind::AFTER_NOUN, en_behind::AFTER_EITHER]));

/// What leads to the number by which one may be off, found after that.
pub(in crate::extract) static MARGINS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::forward(&[en_behind::MARGINS]));

/// Whether a hedge behind what is counted, that begins so, is none where the clause goes on.
pub(in crate::extract) fn is_adverb_of_number(folded: &str) -> bool {
    en_behind::ADVERBS.contains(&folded)
}

/// Whether a word may follow a hedge behind what is counted: `40 people or more were there`.
pub(in crate::extract) fn may_follow_noun(folded: &str) -> bool {
    en_behind::BEHIND_NOUN.contains(&folded) || leads_label(folded)
}

/// Nouns that bear a number as their name: `Flight 7`.
pub(in crate::extract) fn is_labelled(folded: &str) -> bool {
    en_labels::LABELLED.contains(&folded)
}

/// Whether a body may be called by such a noun.
pub(in crate::extract) fn is_body(folded: &str) -> bool {
    en_labels::BODIES.contains(&folded)
}

/// Nouns that bear one in running text too: `on day three`.
pub(in crate::extract) fn is_numbered_thing(folded: &str) -> bool {
    en_labels::NUMBERED_THINGS.contains(&folded)
}

/// What stands before those: `on`, of `on day three`.
pub(in crate::extract) fn leads_label(folded: &str) -> bool {
    en_labels::BEFORE_LABEL.contains(&folded)
}

/// Short words for the number of a paper: `no. 24/118`.
pub(in crate::extract) fn is_reference(folded: &str) -> bool {
    en_labels::REFERENCES.contains(&folded)
}

/// `hundred`, `million`, `dozen`.
pub(in crate::extract) fn is_magnitude(word: NumberWord) -> bool {
    matches!(word, NumberWord::Cardinal(Cardinal::Hundred | Cardinal::Scale(_)) | NumberWord::Group(_))
}

/// Persons, who are counted whole: `15.000 people`.
pub(in crate::extract) fn is_counted_whole(folded: &str) -> bool {
    en_numbers::PERSONS.contains(&folded)
}

/// Hedges that are verbs of other things too, found before their number: `the toll passed 30`.
pub(in crate::extract) static TALLY_BEFORE: LazyLock<Phrases<Qualifier>> =
    LazyLock::new(|| Phrases::backward(&[en_tallies::TALLY_BEFORE]));

/// A tally, which such a hedge is said of.
pub(in crate::extract) fn is_tally(folded: &str) -> bool {
    en_tallies::TALLIES.contains(&folded)
}

/// What parts a tally from a verb of something else: `the number of bills that passed`.
pub(in crate::extract) fn parts_tally(folded: &str) -> bool {
    en_tallies::PARTS_TALLY.contains(&folded)
}

/// The hedge of a tally that is mostly an adjective.
pub(in crate::extract) const PAST: &str = en_tallies::PAST;

/// Verbs of rising, before `past 30`.
pub(in crate::extract) fn is_rising(folded: &str) -> bool {
    en_tallies::RISING.contains(&folded)
}

/// Words behind which `over two hours` is more than two hours, and no stretch in whose course something was done.
pub(in crate::extract) fn keeps_over(folded: &str) -> bool {
    en_tallies::BEFORE_OVER.contains(&folded)
}

/// What stands before a whole: `half the voters`.
pub(in crate::extract) fn is_determiner(folded: &str) -> bool {
    en_numbers::DETERMINERS.contains(&folded)
}

/// What stands before the part by which something changed: `fell by a third`.
pub(in crate::extract) fn leads_change(folded: &str) -> bool {
    en_numbers::BEFORE_CHANGE.contains(&folded)
}

/// What half of is no share: `half the average`.
pub(in crate::extract) fn is_level(folded: &str) -> bool {
    en_numbers::LEVELS.contains(&folded)
}

/// What became of what was voted on: `failed by 79 to 92`.
pub(in crate::extract) fn is_decided(folded: &str) -> bool {
    en_tallies::DECIDED.contains(&folded)
}

/// What tells how a vote went right before its numbers: `voted 79 to 92`.
pub(in crate::extract) fn is_voted(folded: &str) -> bool {
    en_tallies::VOTED.contains(&folded)
}

/// What a vote is called: `the vote was 61 to 108`.
pub(in crate::extract) fn is_vote(folded: &str) -> bool {
    en_tallies::VOTES.contains(&folded)
}

/// What stands between that and the numbers.
pub(in crate::extract) fn leads_vote(folded: &str) -> bool {
    en_tallies::BEFORE_VOTE.contains(&folded)
}

/// What may stand behind the numbers and is not counted.
pub(in crate::extract) fn follows_vote(folded: &str) -> bool {
    en_tallies::BEHIND_VOTE.contains(&folded)
}

/// What a number in words describes behind a hyphen: `one-off`.
pub(in crate::extract) fn is_described_by_number(folded: &str) -> bool {
    en_numbers::DESCRIBED.contains(&folded)
}
