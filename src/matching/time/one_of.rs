//! The time of one of several, which is not that of all of them.
//!
//! ```text
//! twice this year, the last time in November             the last time's
//! six times, most recently in Vienna in April            the last time's
//! met in November, their fourth meeting                  that meeting's, and not the four's
//! ```

use super::period::is_ordinal;
use crate::extract::window::WindowRead;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How far before a window the word may stand by which it is of one of several, in tokens.
const ONE: usize = 3;
/// The same where a comma sets that one beside them.
const PICKED: usize = 10;

/// `The second in July`, `the last time in November`, `in the second failure this year`: the time of one of them.
pub(super) fn is_of_one(passage: &Passage<'_>, statement: &Range<usize>, read: &WindowRead) -> bool {
    let window = passage.tokens_of(read.span).start;
    let first = passage.sentences[passage.sentence_at(read.span.start)].tokens.start.max(window.saturating_sub(ONE));
    let goes_on =
        |at: &usize| !matches!(passage.tokens.folded(*at), "," | ";" | ":" | "and") && !statement.contains(at);
    let picks = |at: usize| {
        matches!(passage.tokens.folded(at), "last" | "latest" | "first")
            || is_ordinal(passage, passage.tokens.get(at).span)
    };
    (first..window).rev().take_while(goes_on).any(picks) || is_of_picked(passage, statement, window)
}

/// `Met six times, most recently in Vienna in April`, `six times, the last of them in Vienna in April`: of the one that
/// a comma sets beside them.
fn is_of_picked(passage: &Passage<'_>, statement: &Range<usize>, window: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let first = statement.end.max(window.saturating_sub(PICKED)).min(window);
    let is_sign = |at: &usize| matches!(word(*at), "," | ";" | ":" | "(" | "-" | "–" | "—");
    let Some(opens) = (first..window).rev().find(is_sign).filter(|&at| matches!(word(at), "," | "(" | "-" | "–" | "—"))
    else {
        return false;
    };
    let phrase = opens + 1..window;
    let lead = phrase.start + usize::from(matches!(phrase.clone().next().map(word), Some("the" | "most")));
    let picks = |at: usize| match word(at) {
        "recently" | "recent" => word(at - 1) == "most",
        "last" | "lastly" | "latest" | "first" => at + 1 < window,
        _ => false,
    };
    let mut numbers = passage.values_in(passage.span_of(&(opens..window)));
    phrase.contains(&lead)
        && picks(lead)
        && !numbers.any(|value| !value.is_moment() && passage.tokens_of(value.span).start > lead)
}

/// `Met in November, their fourth meeting`: the day of the fourth is not the time of the four.
pub(super) fn is_of_event(passage: &Passage<'_>, place: &Place<'_>, read: &WindowRead) -> bool {
    let end = passage.tokens_of(read.span).end;
    is_ordinal(passage, passage.span_of(&place.tokens))
        && (end..place.tokens.start).any(|at| passage.tokens.folded(at) == ",")
}
