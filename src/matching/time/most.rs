//! Times that are the reach of a comparison: since when nothing was more.
//!
//! ```text
//! 40 people died, the highest toll since 1998               the comparison's
//! the deadliest storm since ten died in a hotel in 2021     the comparison's
//! it has seen four storms since 1998                        of the four
//! 11 died in a coup, the fourth since 1974                  of the fourth
//! ```

use crate::extract::Reading;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How far before a time the superlative may stand that it is the reach of, in tokens.
const SUPERLATIVE: usize = 6;
/// How far before a `since` an adjective may stand in the superlative, and how far before its time the `since`, in tokens:
/// `the deadliest fire in the country since ten people died in a hotel in 2021`.
const COMPARED: usize = 10;

/// `The highest toll since 1998`, `for the first time since May`, `the worst fire since ten died in a hotel in 2021`.
pub(super) fn is_of_most(
    passage: &Passage<'_>,
    statement: &Range<usize>,
    sentence: &Range<usize>,
    time: &Range<usize>,
) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let names_most = |at: usize| word(at) != "latest" && passage.lexicon.is_superlative(word(at));
    // `The worst seen since`, and not `has seen four since`.
    let is_seen = |at: usize| matches!(word(at.saturating_sub(1)), "has" | "have" | "had" | "now" | "also");
    // `, the fourth coup attempt since 1974`: a count of its own.
    let is_ordinal = |at: usize| {
        let value = passage.value_around(passage.tokens.get(at).span);
        let is_nth = value.is_some_and(|value| matches!(value.reading, Reading::Ordinal(_)));
        is_nth && at > sentence.start + 1 && word(at - 1) == "the" && word(at - 2) == ","
    };
    let is_one = |at: usize| {
        !(word(at) == "seen" && is_seen(at))
            && matches!(word(at), "most" | "least" | "first" | "record" | "records" | "any" | "high" | "low" | "seen")
            || names_most(at)
    };
    // `The deadliest storm`, and no `arrest of` somebody.
    let picks = |at: usize| passage.carries(at + 1);
    let goes_on = |at: &usize| !matches!(word(*at), "," | ";" | "and");
    let picked = |since: usize| {
        let mut near = (since.saturating_sub(COMPARED)..since).rev().take_while(goes_on);
        let superlative =
            near.find(|&at| is_ordinal(at) || names_most(at) && picks(at) || at + SUPERLATIVE >= since && is_one(at));
        superlative.is_some_and(|at| !statement.contains(&at))
    };
    if word(time.start) == "since" {
        return picked(time.start);
    }
    let first = time.start.saturating_sub(COMPARED).max(sentence.start);
    let since = (first..time.start).rev().take_while(goes_on).find(|&at| word(at) == "since");
    since.is_some_and(|at| !statement.contains(&at) && picked(at))
}
