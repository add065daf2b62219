//! Whether none is told of one doer only: who says that his side fired no missiles, does not say that none were fired.
//!
//! ```text
//! No missiles were fired at the town by Varnian forces     of the missiles nothing is told
//! No missiles were fired at the town                       none
//! No missiles were fired by noon                           none
//! No shots were fired by the police, asked for so          none
//! ```

use super::Reader;
use std::ops::Range;

/// How far behind its verb the `by` of the doer stands, in tokens.
const DOER: usize = 10;

impl Reader<'_, '_> {
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
