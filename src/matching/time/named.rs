//! The time of a thing that is named before something is stated of it, where that time is no period of the value.
//!
//! A month beside an event says which one it is, as its name would: what came of it is not what was counted over the
//! month. Beside the one that a superlative picks, the date may be left out by others who tell of the same.
//!
//! ```text
//! an exchange in November, in which 112 came home     112 at one time in November, and of no period
//! the longest call, on 12 January, lasted two hours   two hours, at whatever time
//! in November, when 112 came home                     112 over November
//! ```

use crate::matching::passage::Passage;
use std::ops::Range;

/// How many tokens the name of the thing may have.
const NAME: usize = 6;
/// How many tokens may stand between its time and the statement: `, in which all`.
const CLAUSE: usize = 6;
/// How many tokens a date in an aside may have.
const DATE: usize = 8;

/// Whether a time is that of a thing on which a clause goes on: `a prisoner exchange in November, in which 112 came home`.
pub(super) fn is_of_named(passage: &Passage<'_>, statement: &Range<usize>, time: &Range<usize>) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(time.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let led = matches!(word(time.end + 1), "in" | "during" | "at" | "under" | "of" | "by" | "through");
    let goes_on = word(time.end) == "," && led && word(time.end + 2) == "which";
    let clause = time.end + 3..time.end + 3 + CLAUSE;
    if !goes_on || !clause.contains(&statement.start) {
        return false;
    }
    let leads = |at: &usize| matches!(word(*at), "in" | "on" | "of");
    let end = time.start.checked_sub(1).filter(leads).unwrap_or(time.start);
    let is_article = |at: &usize| matches!(word(*at), "a" | "an" | "the" | "this" | "that" | "another");
    let first = end.saturating_sub(NAME).max(sentence.start);
    let name = (first..end).rev().find(is_article).map(|at| at + 1..end);
    name.is_some_and(|mut name| !name.is_empty() && name.all(|at| passage.carries(at)))
}

/// Whether a date stands in an aside on what a superlative picks: `the longest call, on 12 January, lasted`, `the biggest
/// raid (3 May) cost`.
pub(super) fn is_of_superlative(passage: &Passage<'_>, statement: &Range<usize>, time: &Range<usize>) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(time.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = time.start.saturating_sub(2).max(sentence.start);
    let Some(opens) = (first..time.start).rev().find(|&at| matches!(word(at), "," | "(")) else { return false };
    let is_led = (opens + 1..time.start).all(|at| matches!(word(at), "on" | "in" | "of"));
    let closes = if word(opens) == "(" { ")" } else { "," };
    let is_aside = is_led && word(time.end) == closes && time.len() <= DATE && time.end <= statement.end;
    let picks = |at: usize| {
        let word = word(at);
        matches!(word, "most" | "least" | "first" | "only") || passage.lexicon.is_superlative(word)
    };
    let name = opens.saturating_sub(NAME).max(sentence.start)..opens;
    let mut name = name.rev().take_while(|&at| !matches!(word(at), "," | ";" | ":" | "(" | ")"));
    is_aside && name.any(picks)
}
