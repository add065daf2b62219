//! Whether what a sentence says is asked, and not stated.
//!
//! A question states nothing. What stands before it in the same headline does, and so does who adds no more than a
//! tag, to be told that it is right.
//!
//! ```text
//! Did 40 die?                              asked
//! 40 died. Did it matter? (a headline)     stated
//! He rang and said, what is it?            stated, that he rang
//! The register says seven, doesn't it?     stated
//! "So 40 died?" she asked.                 asked
//! ```

use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use std::ops::Range;

/// Where the question begins with which a sentence ends; `None` where it ends with none.
pub(super) fn opening(passage: &Passage<'_>, sentence: usize) -> Option<usize> {
    let tokens = passage.sentences[sentence].tokens.clone();
    let word = |at: usize| passage.tokens.folded(at);
    let last = tokens.end.checked_sub(1).filter(|&at| word(at) == "?" && !is_tag(passage, &tokens, at))?;
    let opens = |at: usize| passage.lexicon.questions.opening.contains(word(at));
    // A headline is one sentence.
    let begins = |&at: &usize| {
        let next = at + 1;
        matches!(word(at), "." | "!")
            && passage.tokens.get(next).spaced
            && starts_upper(passage.tokens.raw(next))
            && opens(next)
    };
    // `He rang her and said, what do you need?` says that he rang.
    let says = |&at: &usize| {
        let tells = |stem: &str| passage.lexicon.says(stem) || passage.lexicon.denial.inquiring.contains(stem);
        let is_told = at > tokens.start + 1 && word(at - 2) == "and" && tells(&passage.stems[at - 1]);
        is_told && matches!(word(at), "," | ":") && !opens(tokens.start)
    };
    let stop = (tokens.start..last.saturating_sub(1)).rev().find(|at| begins(at) || says(at));
    Some(stop.map_or(tokens.start, |stop| stop + 1))
}

/// Whether what ends before a token is asked by the mark that ends its sentence: `“So 40 died?” she asked.`, and in a
/// headline `Did 40 die? We checked`; not `40 (?) died`.
pub(super) fn is_asked(passage: &Passage<'_>, sentence: usize, end: usize) -> bool {
    let tokens = passage.sentences[sentence].tokens.clone();
    let word = |at: usize| passage.tokens.folded(at);
    if opening(passage, sentence).is_some_and(|opening| opening > tokens.start && end <= opening) {
        return false;
    }
    let asks_there = |at: usize| word(at) == "?" && passage.tokens.get(at + 1).spaced && word(at - 1) != "(";
    let ends = |at: &usize| {
        matches!(word(*at), "." | "!" | "?") && (at + 1 == tokens.end || word(at + 1) == "\"" || asks_there(*at))
    };
    (end..tokens.end).find(ends).is_some_and(|at| word(at) == "?" && !is_tag(passage, &tokens, at))
}

/// `Their register says seven, doesn't it?`, `the register says seven, right?`: it is stated; not `is it seven, right?`.
fn is_tag(passage: &Passage<'_>, sentence: &Range<usize>, mark: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let behind = |back: usize| mark.checked_sub(back).map_or("", word);
    let negated =
        behind(3) == "," && behind(2).ends_with("n't") && passage.lexicon.questions.tagged.contains(behind(1));
    let confirmed = behind(2) == "," && matches!(behind(1), "right" | "correct");
    let opens = |at: usize| passage.lexicon.questions.opening.contains(word(at));
    let asks = (sentence.start..mark).any(|at| {
        opens(at) && (at == sentence.start || matches!(word(at - 1), ":" | "\"" | "-" | "so" | "and" | "but"))
    });
    (negated || confirmed) && !asks
}
