//! Whether none is told of one doer only: who says that his side fired no missiles, does not say that none were fired.
//!
//! ```text
//! No missiles were fired at the town by Varnian forces     of the missiles nothing is told
//! No missiles were fired at the town                       none
//! No missiles were fired by noon                           none
//! No shots were fired by the police, asked for so          none
//! 640 reported missing have been located                   they are not missing
//! ```

use super::Reader;
use std::ops::Range;

/// How far behind its verb the `by` of the doer stands, in tokens.
const DOER: usize = 10;

/// How far behind those who were missing it may be told that they were found, in tokens: `since Monday have been located`.
const FOUND: usize = 8;

impl Reader<'_, '_> {
    /// `640 people reported missing since Monday have been located safe`: so they are missing no more.
    pub(super) fn is_found_since(&self, value: &Range<usize>, whole: &Range<usize>) -> bool {
        let is_lost = |at: usize| self.words.lost.contains(self.word(at));
        let Some(lost) = (value.end..whole.end.max(value.end)).find(|&at| is_lost(at)) else { return false };
        let is_date = |at: usize| {
            let around = self.passage.value_around(self.passage.tokens.get(at).span);
            around.map(|value| value.is_moment())
        };
        // `Missing where bodies were found`, `missing since their boat was found`: others are. `Of 700 missing 640 have been`.
        let parts = |at: usize| {
            let word = self.word(at);
            matches!(word, "" | "," | ";") || self.words.parting.contains(word) || is_date(at) == Some(false)
        };
        let behind = || (lost + 1..lost + 1 + FOUND).take_while(|&at| !parts(at));
        // `Are missing since they were found to have left`: not where they are told to be so by a verb.
        let is_told =
            matches!(self.word(lost - 1), "is" | "are" | "was" | "were" | "been" | "still" | "remain" | "went" | "go");
        let is_passive = |at: usize| {
            let near = (at.saturating_sub(3)..at).any(|at| matches!(self.word(at), "been" | "was" | "were"));
            near && at > lost + 1
        };
        !is_told && behind().any(|at| self.words.found.contains(self.word(at)) && is_passive(at))
    }

    /// `No missiles were fired by Varnian forces`, where the words that are asked for name no doer.
    pub(super) fn is_undone_by_another(&self, value: &Range<usize>, whole: &Range<usize>) -> bool {
        if self.word(value.start) != "no" || value.len() != 1 {
            return false;
        }
        let lexicon = self.passage.lexicon;
        let behind = || self.after(value.end).take_while(|&at| !matches!(self.folded(at), "," | "and" | ":"));
        let Some(be) = behind().find(|&at| matches!(self.folded(at), "was" | "were" | "been" | "are" | "is")) else {
            return false;
        };
        let is_by = |at: &usize| *at > be && lexicon.by.contains(self.folded(*at)) && !whole.contains(at);
        let Some(by) = behind().take_while(|&at| at < be + DOER).find(is_by) else { return false };
        let doer = by + 1 + usize::from(matches!(self.word(by + 1), "the" | "any"));
        // `By noon on Tuesday`, `by accident`.
        let is_time = || self.passage.is_in_value(self.passage.tokens.get(doer).span);
        let is_own = || matches!(self.word(doer), "its" | "our" | "their" | "his" | "her" | "us" | "them");
        let is_named = || crate::matching::passage::names::starts_upper(self.passage.tokens.raw(doer));
        self.sentence.contains(&doer) && (is_own() || is_named()) && !is_time()
    }
}
