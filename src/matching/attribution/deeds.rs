//! What somebody does of whom it is told in the same breath what they say: that they did it, the outlet says itself.
//!
//! ```text
//! The firm shut the line on 9 May, saying that it leaked    that it shut, the outlet
//! The firm shut the line on 9 May and said that it leaked   the same
//! The line was shut by the firm, saying that it leaked      the same
//! The firm put the toll at 40, saying that more had died    the firm: its first verb says something
//! ```

use super::place::Place;
use super::saying::skip_back;
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use crate::text::TokenKind;

/// Whether a place is part of what somebody does before their verb of saying.
pub(super) fn is_deed_of(passage: &Passage<'_>, place: &Place<'_>, voice: &Voice) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let (first, end) = (voice.named.end, voice.tokens.end);
    if voice.id.is_none() || voice.reach == Reach::Backward || first >= end {
        return false;
    }
    // `Slammed the firm for paying nothing after 40 died`.
    if word(end - 1) == "for" && place.tokens.start > end {
        return (end..place.tokens.start).any(|at| passage.lexicon.voices.aside.contains(word(at)));
    }
    let says_besides = |at: usize| word(at) == "," && at + 1 < end && word(at + 1).ends_with("ing");
    // `The line was shut by the firm, saying that`.
    if says_besides(first) {
        let start = passage.sentences[place.sentence].tokens.clone();
        let by = skip_back(passage, &start, voice.named.start, |word| word == "the");
        return by > start.start && word(by - 1) == "by" && place.tokens.end < by;
    }
    let does = passage.tokens.get(first).kind == TokenKind::Word
        && !matches!(word(first), "who" | "which" | "that" | "whose" | "whom" | "and" | "or");
    let joins = |&at: &usize| says_besides(at) || matches!(word(at), "and" | "but");
    let Some(joint) = (first..end).rev().find(joins).filter(|_| does) else { return false };
    // `Gave out a list of 40 deaths and said`: an account says it.
    let is_account = |at: usize| passage.lexicon.is_account(&passage.stems[at]);
    // `“40 had died,” the firm wrote, adding that`.
    let is_quoted = || (place.tokens.end..voice.named.start).any(|at| word(at) == "\"");
    place.tokens.end <= joint && !(first..place.tokens.start.min(joint)).any(is_account) && !is_quoted()
}
