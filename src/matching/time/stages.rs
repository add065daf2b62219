//! The stage of what was counted, where no time is told: it may still change, or it is the last.
//!
//! ```text
//! 41 percent had voted so far          of an earlier stage
//! the clinic is now 34 short           the same
//! final turnout was 67 percent         the last
//! ```

use super::times::OwnTime;
use crate::matching::attribution::Place;
use crate::matching::language::words::Words;
use crate::matching::passage::Passage;

/// How far behind a statement it may be told, in tokens.
const BEHIND: usize = 8;

/// The stage of what was counted: `final turnout`, `so far`, `when polls closed`.
pub(super) fn stage_of(passage: &Passage<'_>, place: &Place<'_>) -> Option<OwnTime> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let words = passage.lexicon.times;
    let statement = place.statement();
    let first = statement.start.saturating_sub(2).max(sentence.start);
    let last = (statement.end + BEHIND).min(sentence.end);
    let behind = statement.end..last;
    let ends = |at: &usize| matches!(word(*at), "," | ";" | "and" | "but");
    let behind = behind.start..behind.clone().find(ends).unwrap_or(behind.end);
    let around = || (first..statement.end).chain(behind.clone());
    let near = |words: &Words| (first..statement.end).any(|at| words.contains(word(at)));
    let [so, far] = words.so_far;
    // `It is now 34 short`, and not `now says that 34 are missing`, `has now phoned 34 times`.
    let is_level = |at: usize| matches!(word(at), "is" | "are" | "'s" | "stands" | "stand");
    let is_now = |at: usize| words.now.contains(word(at)) && (is_level(at.wrapping_sub(1)) || is_level(at + 1));
    if (first..place.tokens.start).any(is_now)
        || near(&words.interim)
        || around().any(|at| word(at) == so && word(at + 1) == far)
    {
        return Some(OwnTime::Interim);
    }
    let has = |words: &Words| behind.clone().any(|at| words.contains(word(at)));
    let closes = has(&words.counted) && has(&words.closing);
    (near(&words.last) || closes).then_some(OwnTime::Final)
}
