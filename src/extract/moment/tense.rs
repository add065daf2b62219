//! Whether a sentence tells of what has been or of what will be: which way its dates without a year lie.
//!
//! ```text
//! met in January, written in October              the January before
//! will meet in January; agreed to meet in January the next one
//! ```

use super::reader::Reader;
use super::sense::Sense;
use crate::extract::language::en_tenses::{AHEAD, LEADING, PAST};

impl Reader<'_> {
    /// Whether the sentence of a token speaks of what will be: `will meet on
    /// Tuesday`.
    pub(super) fn is_future(&self, at: usize) -> bool {
        (at.saturating_sub(12)..at)
            .rev()
            .take_while(|&at| !self.sign(at, &['.', '!', '?', ';', '”', '"']))
            .any(|at| self.is(at, Sense::Will))
    }

    /// Whether the verb before a token tells of what has been: `met in January`, but `met to plan a strike in
    /// January`.
    pub(crate) fn is_past(&self, at: usize) -> bool {
        let clause = (at.saturating_sub(8)..at).rev();
        let mut words = clause.take_while(|&at| !self.sign(at, &['.', '!', '?', ';', ':', '”', '"']));
        words.find_map(|at| self.tells_past(at)).unwrap_or(false)
    }

    /// Whether something began then: `since January`.
    pub(super) fn is_since(&self, at: usize) -> bool {
        (at.saturating_sub(2)..at).any(|at| self.is(at, Sense::Since))
    }

    /// Whether a word tells of what has been, or of what will be; most tell of neither.
    fn tells_past(&self, at: usize) -> Option<bool> {
        let word = self.word(at)?;
        if AHEAD.contains(&word) {
            return Some(false);
        }
        let regular = word.len() > 4 && word.ends_with("ed");
        let is_past = regular || self.is_any(at, &[Sense::Had, Sense::Have]) || PAST.contains(&word);
        // `Will be published`, `is held`.
        let led = || (at.saturating_sub(3)..at).any(|at| self.word(at).is_some_and(|word| LEADING.contains(&word)));
        is_past.then(|| !led())
    }
}
