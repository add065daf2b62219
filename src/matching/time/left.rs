//! How many are left after something: what is so then, and no count of what has happened since.
//!
//! ```text
//! 35 remain after Saturday's release            35, over no period
//! After Saturday's release, 35 are still held   the same
//! After Saturday's release, 35 were arrested    35 since Saturday
//! ```

use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How far behind its number a verb may stand, in tokens: `22 of the people are`.
const NOUN: usize = 5;
/// What opens such a time.
const AFTER: &str = "after";

/// Whether a time only tells after what so many are left, or are in a state.
pub(super) fn is_left_after(passage: &Passage<'_>, place: &Place<'_>, time: &Range<usize>) -> bool {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    if word(time.start) != AFTER {
        return false;
    }
    let remaining = &passage.lexicon.stance.remaining;
    if time.start >= place.tokens.end {
        return (place.tokens.end..time.start).any(|at| remaining.contains(word(at)));
    }
    let words = passage.lexicon.times;
    let ends =
        |at: &usize| passage.tokens.all().get(*at).is_none() || matches!(word(*at), "," | ";" | "." | "and" | "");
    let end = place.tokens.end;
    let mut verbs = (end..end + NOUN).take_while(|at| !ends(at));
    let is_state = |at: usize| {
        let still = words.being.contains(word(at)) && passage.lexicon.stance.still.contains(word(at + 1));
        still || words.present.contains(word(at)) || remaining.contains(word(at))
    };
    // `There are 22 left`, `that leaves 22 in the camp` say it before the number.
    let before = place.tokens.start.checked_sub(1).filter(|at| *at >= time.end);
    time.end <= place.tokens.start && (verbs.any(is_state) || before.is_some_and(is_state))
}
