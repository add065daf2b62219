//! The day by which, or the month in which, something is to happen: no period over which it has been counted.
//!
//! ```text
//! would release 300 before the end of the month      300, over no period
//! 300 would be freed next month                      300, at one time next month
//! a strike of five days, beginning next week         five, over next week
//! will deliver 4,000 next year, 4,000 this year      over that year
//! 300 were freed before the end of the month         up to its end
//! ```

use crate::extract::window::WindowRead;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::value::Edge;
use jiff::civil::Date;
use std::ops::Range;

/// How many days the time of what is done once may have: what is to be done in a quarter or a year is done all through it.
const ONCE: i32 = 31;

/// Whether a time only tells when something is to be.
pub(super) fn is_ahead(passage: &Passage<'_>, place: &Place<'_>, read: &WindowRead) -> bool {
    let printed = passage.printed();
    let is_later = |day: Date| printed.is_some_and(|printed| day > printed);
    let Some((_, last)) = read.window.to.days().filter(|(_, last)| is_later(*last)) else { return false };
    let time = passage.tokens_of(read.span);
    match read.window.from {
        Edge::Unknown | Edge::Open => {
            is_put_ahead(passage, clause(passage, place, &time)) || !has_been(passage, place, &time)
        }
        // Where the statement itself is of what is to be: others are of the same, whether they say when or not.
        Edge::Between(first, _) => {
            first.until(last).is_ok_and(|length| length.get_days() < ONCE) && is_put_ahead(passage, place.statement())
        }
    }
}

/// The sentence of a value, up to a time or the end of what is stated.
fn clause(passage: &Passage<'_>, place: &Place<'_>, time: &Range<usize>) -> Range<usize> {
    let sentence = &passage.sentences[place.sentence].tokens;
    sentence.start..time.start.max(place.statement().end).min(sentence.end)
}

/// `There were nine before June`, in a text of May: whatever is meant, it has been.
fn has_been(passage: &Passage<'_>, place: &Place<'_>, time: &Range<usize>) -> bool {
    clause(passage, place, time).any(|at| matches!(passage.tokens.folded(at), "was" | "were" | "had" | "did"))
}

/// Whether some tokens tell of what is to be.
fn is_put_ahead(passage: &Passage<'_>, mut within: Range<usize>) -> bool {
    let words = passage.lexicon.times;
    within.any(|at| {
        let word = passage.tokens.folded(at);
        let puts = words.limit.possible.contains(word) || words.supposing.contains(word);
        // `In May`.
        puts && !passage.is_in_value(passage.tokens.get(at).span)
    })
}
