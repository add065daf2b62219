//! Those who speak of a body and not for it: who was with it once, who stands close to it, who knows its
//! figures.
//!
//! ```text
//! a former TRF official said             not TRF
//! a source close to the ministry said    not the ministry
//! a TRF official said                    TRF
//! ```

use super::saying::skip_back;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand between `former` and what somebody is no more.
const LEFT: usize = 3;
/// How far before a name the `close to` may stand of whoever knows of it, in tokens.
const NEAR: usize = 12;
/// How many words may stand between such a one and the `familiar with`.
const INFORMED: usize = 3;

/// Whether a name is that of a body of which an outsider speaks.
pub(super) fn is_outsider(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let start = skip_back(passage, sentence, name.tokens.start, |word| matches!(word, "the" | "a" | "an"));
    is_of_former(passage, sentence, name, start) || is_known_to(passage, sentence, start)
}

/// `A former TRF official`, `an ex-employee of Railco`.
fn is_of_former(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt, start: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let staff = |at: usize| {
        let glued = word(at).rsplit('-').next().unwrap_or_default();
        passage.lexicon.voices.staff.contains(glued) || passage.lexicon.voices.informants.contains(glued)
    };
    let left = |at: usize| {
        let word = word(at);
        passage.lexicon.voices.left.contains(word) || word.starts_with("ex-")
    };
    // `Former president Dahl` is Dahl: whose office it is stands before it.
    let behind = name.tokens.end + usize::from(word(name.tokens.end) == "'s");
    let told = |at: &usize| is_word(passage, sentence, *at) && !is_verb(passage, *at);
    if let Some(noun) = (behind..behind + LEFT).take_while(told).find(|&at| staff(at)) {
        let before = sentence.start.max(name.tokens.start.saturating_sub(2))..name.tokens.start;
        let passes = |at: &usize| word(*at) == "-" || left(*at);
        if before.rev().take_while(passes).any(left) || (behind..noun).any(left) {
            return true;
        }
    }
    let of = start.checked_sub(1).filter(|&at| matches!(word(at), "of" | "at" | "from" | "in" | "for" | "with"));
    let Some(noun) = of.and_then(|of| of.checked_sub(1)).filter(|&noun| staff(noun)) else { return false };
    let first = noun.saturating_sub(LEFT).max(sentence.start);
    let passes = |at: &usize| is_word(passage, sentence, *at) || word(*at) == "-";
    left(noun) || (first..noun).rev().take_while(passes).any(left)
}

/// `A source close to the ministry`, `a person familiar with the company's figures`.
fn is_known_to(passage: &Passage<'_>, sentence: &Range<usize>, start: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let words = passage.lexicon.voices;
    let first = start.saturating_sub(NEAR).max(sentence.start);
    let passes = |at: &usize| is_word(passage, sentence, *at) && !is_verb(passage, *at) && word(*at) != "that";
    let near = |at: &usize| words.near.iter().any(|(near, with)| word(*at) == *near && word(at + 1) == *with);
    let Some(near) = (first..start).rev().take_while(passes).find(near) else { return false };
    // A spokeswoman speaks for whomever she is close to.
    let knows = |at: usize| {
        words.staff.contains(word(at)) && !passage.lexicon.is_account(&passage.stems[at])
            || matches!(word(at), "official" | "officials")
    };
    let before = (near.saturating_sub(INFORMED).max(sentence.start)..near).rev();
    before.take_while(passes).any(|at| words.informants.contains(word(at)) || knows(at))
}

fn is_word(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let possessive = |at: usize| matches!(passage.tokens.folded(at), "'s" | "'");
    sentence.contains(&at) && (passage.tokens.get(at).kind == TokenKind::Word || possessive(at))
}

/// `Said`, and not `the report`.
fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    passage.lexicon.tells(&passage.stems[at]) && matches!(passage.tokens.folded(at), "said" | "says" | "told" | "tells")
}
