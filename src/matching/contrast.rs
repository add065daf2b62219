//! Words that rule each other out: who was killed was not injured, and who
//! opposed did not favour.
//!
//! An alignment lets a word be missing, since texts say one thing in many ways.
//! Where another word of its family stands in its place, the text says another
//! thing in the same way.
//!
//! ```text
//! the number of injured has risen to {value}
//!   the number of killed has risen to 152      another number
//!   after three were killed, the number of injured has risen to 40      this one
//! ```

use super::compile::{Element, Variant};
use super::lexicon::Lexicon;
use super::passage::Passage;
use std::ops::Range;

/// How far from a match, in tokens, a word still says what the match is about.
const REACH: usize = 3;

/// The stems of a variant's words, and those that they rule out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    own: Vec<&'static str>,
    others: Vec<&'static str>,
}

/// What the words of a variant rule out, a family each.
pub(super) fn contrasts(elements: &[Element], lexicon: &Lexicon) -> Vec<Contrast> {
    let says = |stem: &&str| {
        elements.iter().any(|element| matches!(element, Element::Word(word) if !word.is_name && word.stem == **stem))
    };
    let split = |family: &&'static [&'static [&'static str]]| {
        let (own, others): (Vec<_>, Vec<_>) = family.iter().partition(|meaning| meaning.iter().any(&says));
        let stems = |meanings: Vec<&&'static [&'static str]>| -> Vec<&'static str> {
            meanings.into_iter().flat_map(|meaning| meaning.iter().copied()).collect()
        };
        Contrast { own: stems(own), others: stems(others) }
    };
    let all = lexicon.contrasts.iter().map(split);
    all.filter(|contrast| !contrast.own.is_empty() && !contrast.others.is_empty()).collect()
}

/// The word at a match or a value, or right beside it, that is of the same family as one of
/// the variant's and yet says something else.
pub(super) fn another_thing(
    passage: &Passage<'_>,
    variant: &Variant,
    tokens: &Range<usize>,
    within: &Range<usize>,
) -> Option<usize> {
    if variant.contrasts.is_empty() {
        return None;
    }
    let ends_clause = |at: &usize| {
        matches!(passage.tokens.folded(*at), "," | ";" | ":" | "." | "(" | ")" | "\"" | "and" | "or" | "but" | "while")
    };
    let before = (within.start.max(tokens.start.saturating_sub(REACH))..tokens.start).rev();
    let after = tokens.end..within.end.min(tokens.end + REACH);
    let beside = before.take_while(|at| !ends_clause(at)).chain(after.take_while(|at| !ends_clause(at)));
    let around: Vec<usize> = tokens.clone().chain(beside).collect();
    variant.contrasts.iter().find_map(|contrast| {
        let one_of = |stems: &[&str]| around.iter().copied().find(|&at| stems.contains(&&passage.stems[at]));
        one_of(&contrast.others).filter(|_| one_of(&contrast.own).is_none())
    })
}
