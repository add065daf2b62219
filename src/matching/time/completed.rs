//! The other edge of a window, where a sentence gives its two edges apart.
//!
//! ```text
//! Since the invasion they have met twice before today        from the invasion to today
//! Up to 31 May they had met twice since January              from January to 31 May
//! 11 times since January. Nine up to 8 June.                 9: from January to 8 June
//! Since January 11 calls, and two before the truce           2: up to the truce
//! ```

use crate::extract::window::WindowRead;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::text::Span;
use crate::value::{Edge, Window};
use std::ops::Range;

/// The window of a value, with the edge that it has not itself: of `others`, those of its sentence that could be the
/// value's, or of the sentence before.
pub(super) fn completed<'p>(
    passage: &Passage<'_>,
    place: &Place<'_>,
    read: &WindowRead,
    others: impl Iterator<Item = &'p WindowRead>,
) -> Window {
    // What opens the sentence is of all that it counts: `Until Thursday it was 15 since March, X says, and 14 in Y's books`.
    let first = passage.sentences[place.sentence].tokens.start;
    let opens = |window: &Range<usize>| window.start == first && passage.tokens.folded(window.end) == ",";
    let is_own = is_of_clause(passage, place, &passage.tokens_of(read.span));
    let is_near = |window: &Range<usize>| {
        if is_own { is_of_clause(passage, place, window) } else { !place.rivals.is_empty() && opens(window) }
    };
    let mut others =
        others.filter(|other| !other.same && other.span != read.span && is_near(&passage.tokens_of(other.span)));
    let joined = |other: &WindowRead| match (read.window.from, other.window.from) {
        (Edge::Unknown, from) => within(from, read.window.to, other.window.to),
        (from, Edge::Unknown) => within(from, other.window.to, read.window.to),
        _ => None,
    };
    others.find_map(joined).unwrap_or_else(|| begun(passage, place, read))
}

/// From one edge to a second, where that lies between the first and a third, or the third is not told.
fn within(from: Edge, to: Edge, last: Edge) -> Option<Window> {
    let ends = from.days().zip(to.days()).is_some_and(|(from, to)| from.1 < to.1);
    let cuts = last.days().is_none_or(|last| to.days().is_some_and(|to| to.1 <= last.1));
    (ends && cuts).then_some(Window { from, to })
}

/// Whether nothing parts a window from the value: another number, a mark, a word with which something else begins. What
/// opens the sentence may have its comma.
fn is_of_clause(passage: &Passage<'_>, place: &Place<'_>, window: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let first = passage.sentences[place.sentence].tokens.start;
    let opens = window.end <= place.tokens.start && window.start == first;
    let gap = if window.end <= place.tokens.start {
        window.end + usize::from(opens && word(window.end) == ",")..place.tokens.start
    } else {
        place.tokens.end..window.start.max(place.tokens.end)
    };
    let span = |tokens: &Range<usize>| -> Span { passage.span_of(tokens) };
    let statement = place.statement();
    let is_parted = gap.clone().any(|at| {
        matches!(word(at), "," | ";" | ":" | "and" | "but" | "or" | "(" | "\"" | "–" | "—")
            || passage.lexicon.clause_starts.contains(word(at))
            || passage.lexicon.says(&passage.stems[at]) && !statement.contains(&at)
    });
    !is_parted && (gap.is_empty() || passage.values_in(span(&gap)).next().is_none())
}

/// `11 times since January. Nine up to 8 June`: what only ends, begins as what the sentence before counts.
fn begun(passage: &Passage<'_>, place: &Place<'_>, read: &WindowRead) -> Window {
    let first = passage.tokens.folded(passage.tokens_of(read.span).start);
    let is_end = read.window.from == Edge::Unknown && matches!(first, "up" | "until" | "till");
    let before = place.sentence.checked_sub(1).filter(|_| is_end);
    let before = before.filter(|&at| passage.sentences[at].block == passage.sentences[place.sentence].block);
    let counted = before.and_then(|at| {
        let windows = passage.windows_in(passage.sentences[at].span);
        windows.rev().find(|read| !read.same && passage.tokens.folded(passage.tokens_of(read.span).start) == "since")
    });
    let from = counted.map(|read| read.window.from).filter(|from| {
        let ends = from.days().zip(read.window.to.days());
        ends.is_some_and(|(from, to)| from.1 < to.1)
    });
    from.map_or(read.window, |from| Window { from, ..read.window })
}
