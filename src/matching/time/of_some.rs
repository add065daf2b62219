//! Times of a part of what was counted, told of behind it, and of what was done with it besides.
//!
//! ```text
//! 14 are held, most of them engineers arrested in March     March is that of most of them
//! 14 were held, including nine in March                     that of the nine
//! 14 are held, engineers arrested in March                  that of arresting them
//! 14 were held, all of them in March                        March is that of the 14
//! 14 were held, most of them engineers, in March            the same
//! the first of 1,150 homes will be sold in March            March is that of the first
//! ```

use crate::matching::passage::Passage;
use std::ops::Range;

/// How far before its time a phrase on a part may open, in tokens.
const PHRASE: usize = 14;
/// How many small words may stand before what says which part: `at least some of them`.
const SMALL: usize = 3;
/// How far before its time a participle may stand, in tokens.
const DONE: usize = 4;

/// Whether a time behind a statement is that of a part of what it counts.
pub(super) fn is_of_some(passage: &Passage<'_>, statement: &Range<usize>, time: &Range<usize>) -> bool {
    let words = passage.lexicon.times;
    let word = |at: usize| if at < time.start { passage.tokens.folded(at) } else { "" };
    let first = time.start.saturating_sub(PHRASE).max(statement.end);
    if time.start >= statement.end && is_led_by_part(passage, statement.start) {
        return true;
    }
    let opens = |at: &usize| matches!(word(*at), "," | ";" | ":" | "(" | "-" | "–" | "—");
    let Some(mark) = (first..time.start).rev().find(opens) else { return false };
    let is_part = |at: usize| {
        let of = word(at + 1) == "of" && words.parted.contains(word(at + 2));
        let is_number = || passage.is_in_value(passage.tokens.get(at).span);
        of && (words.part.contains(word(at)) || is_number())
    };
    let led = (mark + 1..mark + 1 + SMALL).find(|&at| at < time.start && is_part(at));
    led.is_some() || words.including.contains(word(mark + 1)) || is_of_done(passage, statement, mark, time)
}

/// `The first of 1,150 homes`, `some of the 1,150 homes`.
fn is_led_by_part(passage: &Passage<'_>, statement: usize) -> bool {
    let words = passage.lexicon.times;
    let word = |back: usize| statement.checked_sub(back).map_or("", |at| passage.tokens.folded(at));
    let of = 1 + usize::from(matches!(word(1), "the" | "its" | "their" | "those" | "these"));
    word(of) == "of" && (words.part.contains(word(of + 1)) || words.single.contains(word(of + 1)))
}

/// `14 are held, engineers arrested in March`: what was done with them, by a verb that the statement does not say.
fn is_of_done(passage: &Passage<'_>, statement: &Range<usize>, mark: usize, time: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let is_said = |at: usize| statement.clone().any(|of| passage.stems[of] == passage.stems[at]);
    let is_done = |at: &usize| word(*at).len() > 4 && word(*at).ends_with("ed") && !is_said(*at);
    let first = time.start.saturating_sub(DONE).max(mark + 2);
    let done = (first..time.start).rev().find(is_done);
    done.is_some_and(|at| {
        let whose = mark + 1..at;
        whose.clone().all(|at| passage.carries(at) || passage.lexicon.is_function_word(word(at)))
            && passage.carries(at - 1)
            && !whose.clone().any(|at| passage.lexicon.times.parting.contains(word(at)))
            && !word(at - 1).ends_with("ly")
    })
}
