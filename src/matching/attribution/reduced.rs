//! Whoever speaks behind words that only tell which one it is, without a comma: `Notes read to the hearing yesterday show
//! that`. Between the name and its verb nothing may stand that could be another subject.
//!
//! ```text
//! Notes kept by his office show that 40 died           the notes
//! The ministry in a statement issued on Monday says     the ministry
//! The ministry backed experts who say that 40 died      not the ministry
//! ```

use super::saying::skip_back;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand between a name and its verb.
const REACH: usize = 14;

/// Where the verb ends that follows a participle or a phrase behind the name that a clause begins with.
pub(super) fn verb_past_aside(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a") || passage.lexicon.titles.contains(word)
    });
    let begins = start == sentence.start || matches!(word(start - 1), ";" | ":" | "\"" | "but" | "while");
    let first = name.tokens.end;
    let words = passage.lexicon.voices;
    let participle = words.participles.contains(word(first)) || word(first).ends_with("ed");
    // `In a statement issued yesterday`.
    let led = matches!(word(first), "in" | "on" | "at")
        && (first + 1..first + 4).any(|at| sentence.contains(&at) && passage.lexicon.is_account(&passage.stems[at]));
    if !begins || !(participle || led) || name.tokens.end + 2 >= sentence.end {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_word = passage.tokens.get(*at).kind == TokenKind::Word || matches!(word(*at), "'s" | "'" | "-");
        let parts =
            matches!(word(*at), "who" | "which" | "that" | "whose" | "whom" | "and" | "but" | "or" | "what" | "how");
        is_word && !parts && passage.names_in(*at..*at + 1).next().is_none()
    };
    let ahead = (first + 1..sentence.end.min(first + REACH)).take_while(goes_on);
    let is_verb = |at: &usize| words.finite.contains(word(*at)) || led && matches!(word(*at), "said" | "told");
    let to = |at: usize| matches!(word(at - 1), "to" | "the" | "a" | "of" | "'s");
    let verb = ahead.into_iter().find(is_verb).filter(|&at| at > first + 1 && !to(at))?;
    matches!(word(verb + 1), "that" | "it" | "there" | "how" | ":").then_some(verb + 1)
}
