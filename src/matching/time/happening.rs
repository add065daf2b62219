//! The month of what happened once: it tells which one it was, and counts nothing.
//!
//! Others tell of the same crash and give no month, as they would give none beside its name.
//!
//! ```text
//! 40 died in the crash last month               40, at one time last month
//! In May 52 people were taken off the ferry     52, at one time in May
//! The crash in May killed 40                    40, the same
//! 40 died in crashes last month                 40 over last month
//! 40 have died since the crash in May           40 since May
//! ```

use crate::extract::window::WindowRead;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How far behind its number, or before the time, a thing that happened may stand, in tokens.
const NEAR: usize = 12;
/// How many tokens may stand between it and what leads to it: `in the deadly coach crash`.
const NAME: usize = 5;

/// Whether a time is the month, or another stretch, in which the only thing happened of which a number is.
pub(super) fn is_of_happening(passage: &Passage<'_>, place: &Place<'_>, read: &WindowRead) -> bool {
    let time = passage.tokens_of(read.span);
    let word = |at: usize| passage.tokens.folded(at);
    let names = matches!(word(time.start), "in" | "during" | "last");
    // `In the past month`, `in the last six months` count back from now.
    let counts_back = time.clone().any(|at| matches!(word(at), "past" | "far" | "months" | "weeks" | "years" | "days"));
    if read.same || !names || counts_back {
        return false;
    }
    let sentence = &passage.sentences[place.sentence].tokens;
    let parts = |at: &usize| matches!(word(*at), "," | ";" | ":" | "." | "and" | "but" | "or");
    // `The crash last month killed 40`.
    if time.end <= place.tokens.start && !(time.end..place.tokens.start).any(|at| parts(&at)) {
        let first = time.start.saturating_sub(NAME + 1).max(sentence.start);
        if time.start.checked_sub(1).is_some_and(|at| is_only(passage, &(first..time.start), at).is_some()) {
            return true;
        }
    }
    let end = (place.tokens.end + NEAR).min(sentence.end);
    let end = if time.start >= place.tokens.end { time.start.min(end) } else { end };
    let end = (place.tokens.end..end).find(parts).unwrap_or(end);
    let is_near = time.start < place.tokens.start || time.start <= end;
    is_near && (place.tokens.end..end).any(|at| is_led(passage, &(place.tokens.end..end), at))
}

/// Whether at a token stands the only thing of its kind, with what leads to it: `in the crash`, `off the Orla bus`.
fn is_led(passage: &Passage<'_>, within: &Range<usize>, at: usize) -> bool {
    let words = passage.lexicon.times.happening;
    let word = |at: usize| passage.tokens.folded(at);
    let leads = if words.craft.contains(word(at)) { &words.off_craft } else { &words.at_happenings };
    let lead = is_only(passage, within, at).and_then(|the| the.checked_sub(1));
    lead.is_some_and(|lead| within.contains(&lead) && leads.contains(word(lead)))
}

/// Where the name of a thing that happens once begins, if it ends at a token and there is one of it: `the ferry crash`.
fn is_only(passage: &Passage<'_>, within: &Range<usize>, at: usize) -> Option<usize> {
    let words = passage.lexicon.times.happening;
    let word = |at: usize| passage.tokens.folded(at);
    // `The bus station` is another thing.
    let next = at + 1;
    let goes_on = within.contains(&next) && passage.carries(next) && !words.nearby.contains(word(next));
    if goes_on || !(words.craft.contains(word(at)) || words.happenings.contains(word(at))) {
        return None;
    }
    let first = at.saturating_sub(NAME).max(within.start);
    // `In the country by shooting`: the article is of another noun.
    let own = (first..at)
        .rev()
        .take_while(|&at| !words.at_happenings.contains(word(at)) && !words.off_craft.contains(word(at)));
    own.into_iter().find(|&at| words.definite.contains(word(at)))
}
