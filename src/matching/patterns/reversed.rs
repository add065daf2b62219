//! Whether a text counts on the other side of an event than a pattern asks for.
//!
//! `Since` and `before` are small words that an alignment would pass over, and turn the time of a number
//! into its opposite.
//!
//! ```text
//! {value} calls since {invasion}    22 calls since the invasion     22
//! {value} calls since {invasion}    22 calls before the invasion    nothing
//! ```

use super::compile::{Element, Variant};
use crate::matching::passage::Passage;
use std::ops::Range;

const SINCE: &[&str] = &["since", "after"];
const BEFORE: &[&str] = &["before", "until"];
/// How far before the name of an event the word may stand that leads to it.
const NEAR: usize = 3;

/// The word in a match that leads to an event of the pattern from the other side.
pub(super) fn leads_other_way(passage: &Passage<'_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let has = |words: &[&str]| {
        let mut elements = variant.elements.iter();
        elements.any(|element| matches!(element, Element::Word(word) if words.contains(&&*word.folded)))
    };
    variant.elements.windows(2).find_map(|pair| {
        let [Element::Word(word), Element::Name(id)] = pair else { return None };
        let other = match &*word.folded {
            "since" => BEFORE,
            "before" => SINCE,
            _ => return None,
        };
        let mut names = passage.names_in(tokens.clone()).filter(|name| name.id == *id);
        let leads = |start: usize| {
            let first = start.saturating_sub(NEAR).max(tokens.start);
            let is_lead = |at: &usize| {
                SINCE.contains(&passage.tokens.folded(*at)) || BEFORE.contains(&passage.tokens.folded(*at))
            };
            (first..start).rev().find(is_lead).filter(|&at| other.contains(&passage.tokens.folded(at)))
        };
        if has(other) { None } else { names.find_map(|name| leads(name.tokens.start)) }
    })
}
