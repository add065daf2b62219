//! Rows and items of lists: which of their words are a label, and which a sentence.
//!
//! ```text
//! The union: 20                                    of the union
//! Raids by the army: 12                            of nobody: what is counted is the army's
//! The union met the army on Monday, and left.      a sentence
//! ```

use super::Place;
use super::tags::is_affiliation;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words a row has at the least that is a sentence.
const PROSE: usize = 8;

/// Whether a row is a sentence, and no cells.
pub(super) fn is_prose(passage: &Passage<'_>, row: &Range<usize>) -> bool {
    let is_word = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Word;
    let ends = row.end > row.start && passage.tokens.folded(row.end - 1) == ".";
    ends && row.clone().filter(is_word).count() >= PROSE && !row.clone().any(|at| passage.tokens.folded(at) == "|")
}

/// The first word of a row, past its mark.
pub(super) fn first_word(passage: &Passage<'_>, row: &Range<usize>) -> usize {
    row.clone().find(|&at| passage.tokens.get(at).kind == TokenKind::Word).unwrap_or(row.start)
}

/// Whether a name in an item of a list stands for who gives what it says: `The union: 20`, `20 (the union)`; not `The union
/// has until 1 April`, nor `The union's members: 20`.
pub(super) fn labels(passage: &Passage<'_>, item: &Range<usize>, name: &Range<usize>) -> bool {
    let word = |at: usize| if item.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_value = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
    let before = name.start.checked_sub(1 + usize::from(word(name.start.wrapping_sub(1)) == "the"));
    let closes = before.is_some_and(|at| matches!(word(at), "(" | "," | "-" | "–" | "—") && at > item.start + 1);
    let next = name.end;
    let owns = word(next) == "'s" && passage.lexicon.is_account_or_claim(&passage.stems[(next + 1).min(item.end - 1)]);
    let is_sign = |at: usize| passage.tokens.get(at).kind == TokenKind::Sign && word(at) != "'s";
    closes || owns || next >= item.end || is_sign(next) || is_value(next)
}

/// `Raids by the army: 12`, `For the prosecution: 63`: whose the statement says that what it counts is.
pub(super) fn is_of_label(passage: &Passage<'_>, place: &Place<'_>, name: &NameAt) -> bool {
    if is_affiliation(passage, name) {
        return true;
    }
    let row = &passage.sentences[place.sentence].tokens;
    let the = usize::from(name.tokens.start > row.start && passage.tokens.folded(name.tokens.start - 1) == "the");
    let is_led = |at: &usize| passage.lexicon.voices.labelling.contains(passage.tokens.folded(*at));
    let start = name.tokens.start - the;
    let first = start - (row.start.min(start)..start).rev().take_while(is_led).count();
    let opens = first <= row.start || matches!(passage.tokens.folded(first - 1), "|" | "*" | "-" | ":");
    if first < start && opens && name.tokens.end <= place.tokens.start {
        return true;
    }
    let word = |back: usize| name.tokens.start.checked_sub(back).filter(|at| place.whole.contains(at));
    let by = word(1).filter(|&at| passage.tokens.folded(at) != "the").or(word(2));
    let is_led = by.is_some_and(|at| {
        matches!(passage.tokens.folded(at), "by" | "of" | "against" | "between" | "with" | "in" | "for" | "among")
    });
    is_led && by.and_then(|at| at.checked_sub(1)).is_some_and(|at| !passage.lexicon.is_account(&passage.stems[at]))
}
