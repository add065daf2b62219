//! What somebody shows a thing to be, `presents the offer as “40 million over two years”`, and at what number they have it.
//!
//! ```text
//! The firm presents it as a gain of 40 percent     the firm
//! The firm presents it as a gift                   says nothing
//! The firm presented Dahl with a bill of €40       the same
//! The firm has support for it at 40 percent        the firm
//! ```

use super::views::{gives_number, is_told_by_another};
use crate::extract::Reading;
use crate::matching::passage::Passage;
use crate::text::TokenKind;

/// How many words may name the thing.
const NAMED: usize = 8;

/// `Presents the offer as “40 million over two years”`: where the words end by which somebody tells of a thing what it is.
/// `Presented Dahl as its candidate` gives no number and no words.
pub(super) fn shown_as(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    if !passage.lexicon.voices.showing_as.contains(word(at)) {
        return None;
    }
    let goes_on =
        |at: &usize| passage.tokens.get(*at).kind == TokenKind::Word && !matches!(word(*at), "and" | "with" | "who");
    let as_ = at + 1 + (at + 1..end.min(at + 1 + NAMED)).take_while(|at| goes_on(at) && word(*at) != "as").count();
    let tells = || word(as_ + 1) == "\"" || gives_number(passage, as_ + 1, end);
    (word(as_) == "as" && tells()).then_some(as_ + 1)
}

/// Whether a number stands at a token that counts, and nothing behind it of what.
pub(super) fn is_bare_count(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let Some(number) = passage.value_around(passage.tokens.get(at).span) else { return false };
    let next = passage.tokens_of(number.span).end;
    matches!(number.reading, Reading::Number(..)) && !(next < end && passage.carries(next))
}

/// `Has support for the plan at 58 percent`, `had the toll at 40`: where the words end by which somebody has a level at a
/// number. What is theirs is no statement: `has its rate at 4 percent`.
pub(super) fn level_from(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let noun = at + 1 + usize::from(word(at + 1) == "the");
    if !matches!(word(at), "has" | "have" | "had" | "puts") || !passage.lexicon.figures.levels.contains(word(noun)) {
        return None;
    }
    let goes_on = |at: &usize| {
        let is_word = passage.tokens.get(*at).kind == TokenKind::Word || word(*at) == "-";
        is_word && !matches!(word(*at), "at" | "who" | "which" | "that" | "and" | "but")
    };
    let led = noun + (noun..end.min(noun + NAMED)).take_while(goes_on).count();
    let is_number = |at: usize| at < end && passage.is_in_value(passage.tokens.get(at).span);
    let behind = (led + 1..end).find(|&at| !is_number(at));
    // `Had the crowd at 5,000 cheering`: that they did.
    let is_done = behind.is_some_and(|behind| word(behind).ends_with("ing") && word(behind) != "including");
    (word(led) == "at" && is_number(led + 1) && !is_done && !is_told_by_another(passage, at)).then_some(led)
}
