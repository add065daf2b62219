//! What the words beside a number make of it: a name, a tally, a length.

use super::{Cardinal, NumberWord, en_labels};

/// Nouns that bear a number as their name: `Flight 7`.
pub(in crate::extract) fn is_labelled(folded: &str) -> bool {
    en_labels::LABELLED.contains(&folded)
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
