//! Whether a date has been put off, and whether it is the one to which another was.
//!
//! ```text
//! planned for 1 May, was postponed until 3 June     1 May is superseded, 3 June is later than before
//! had been set for 1 May, will now open on 3 June   the same
//! moved back from May to June                       May is superseded, June is later than before
//! will now open on 3 June                           3 June is later than before
//! was brought forward to 3 April                    3 April is earlier than before
//! ```

use super::{Reader, Turn};
use crate::matching::behind::between;
use std::ops::Range;

/// How far before its new date the verb may stand that puts a thing off, in tokens.
const NEAR: usize = 8;
/// How far before a date it may be said that it was planned for then.
const PLANNED: usize = 6;

impl Reader<'_, '_> {
    /// Which way a date was moved that stands behind `until` or `to`.
    pub(super) fn put_off_to(&self, value: usize) -> Option<Turn> {
        // `Will now open on 3 June`.
        let now = |at: usize| {
            self.folded(at) == self.words.now && at > self.sentence.start && self.word(at - 1) == self.words.will
        };
        if self.before(value).take(NEAR).any(now) {
            return Some(Turn::Up);
        }
        let led = value.checked_sub(1).filter(|&at| matches!(self.word(at), "to" | "until" | "till"))?;
        self.before(led).take(NEAR).find_map(|at| self.moves(at))
    }

    /// A verb that puts a date off, or brings it nearer.
    fn moves(&self, at: usize) -> Option<Turn> {
        let pair = (self.word(at), self.word(at + 1));
        let later =
            self.words.postponed.postponing.contains(self.word(at)) || self.words.postponed.putting_off.contains(&pair);
        let earlier = self.words.postponed.bringing_forward.contains(&pair);
        (later || earlier).then_some(if later { Turn::Up } else { Turn::Down })
    }

    /// Whether another date of the sentence has taken a date's place.
    pub(super) fn is_put_off(&self, value: &Range<usize>, other: &Range<usize>) -> bool {
        if other.start <= value.start || self.put_off_to(other.start).is_none() {
            return false;
        }
        // `From May to June`.
        let is_from = value.start > self.sentence.start && self.word(value.start - 1) == self.words.from;
        let first = value.start.saturating_sub(PLANNED).max(self.sentence.start);
        let is_planned = (first..value.start).any(|at| self.words.postponed.dating.contains(self.word(at)));
        let moved = || between(value.end, other.start).any(|at| self.moves(at).is_some());
        // `Which had been set for 24 November, will now open on 8 December`.
        let now = || between(value.end, other.start).any(|at| self.folded(at) == self.words.now);
        is_from || is_planned && (moved() || now())
    }
}
