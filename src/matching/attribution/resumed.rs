//! A sentence that nobody is told to say, between two that one and the same person says.
//!
//! ```text
//! They spoke, Benoit said. It lasted 25 minutes. It was late, she said.    Benoit says all three
//! They spoke, Benoit said. It lasted 25 minutes. It was late, Roe said.    the outlet, in between
//! ```

use super::antecedent::antecedent;
use super::speakers::Speakers;
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use std::ops::Range;

/// Whether a sentence stands between two that end with the same one who says so.
pub(super) fn goes_on_saying(passage: &Passage<'_>, speakers: &Speakers, sentence: usize, voice: &Voice) -> bool {
    let Some(next) = passage.sentences.get(sentence + 1) else { return false };
    let before = &passage.sentences[sentence - 1].tokens;
    let closes = |end: usize, of: &Range<usize>| end + 1 >= of.end && end + 2 > of.start;
    let is_tag = voice.reach == Reach::Backward && voice.id.is_some() && closes(voice.tokens.end, before);
    let is_next = || next.block == passage.sentences[sentence].block;
    let ends_in_pronoun = || {
        let last = (next.tokens.start..next.tokens.end).rev().find(|&at| passage.carries(at));
        let pronoun = last.and_then(|verb| verb.checked_sub(1)).map_or("", |at| passage.tokens.folded(at));
        matches!(pronoun, "he" | "she") && last.is_some_and(|verb| passage.lexicon.says(&passage.stems[verb]))
    };
    let quotes = |of: &Range<usize>| of.clone().any(|at| passage.tokens.folded(at) == "\"");
    // Between two quotations the outlet speaks as often.
    let is_told = || !quotes(before) && !quotes(&next.tokens);
    is_tag
        && is_next()
        && is_told()
        && ends_in_pronoun()
        && antecedent(passage, speakers, sentence + 1).is_some_and(|found| found.id == voice.id)
}
