//! Whether an outlet gives up what it printed before.
//!
//! ```text
//! an earlier version of this article said that 40 died      40 is given up
//! a correction: earlier we reported that 40 died            40 is given up
//! we reported that 40 died. That was wrong.                 40 is given up
//! we reported that 40 died                                  40
//! ```

use super::Reader;
use crate::matching::behind::{between, few};

impl Reader<'_, '_> {
    /// `An earlier version of this article said that 40 died`, `this story originally said`: what the outlet has given up.
    pub(super) fn is_retracted(&self, value: usize) -> bool {
        let printed = |at: usize| self.passage.lexicon.correction.printed.contains(self.word(at));
        let former =
            |at: usize| self.words.earlier.contains(self.word(at)) || matches!(self.word(at), "previous" | "original");
        let of_this = |at: usize| self.word(at + 1) == "of" && matches!(self.word(at + 2), "this" | "our");
        let says = |at: usize| at < self.sentence.end && self.passage.lexicon.says(self.stem(at));
        let version = |at: usize| {
            let is_printed = of_this(at) || says(at + 1);
            matches!(self.word(at), "version" | "edition") && at > 0 && former(at - 1) && is_printed
        };
        let own = |at: usize| self.word(at) == "this" && printed(at + 1) && few(1, at + 1, value).any(former);
        let told = |at: usize| {
            let mut gap = between(at, value);
            gap.clone().all(|at| self.folded(at) != ";") && gap.any(|at| self.passage.lexicon.says(self.stem(at)))
        };
        (self.sentence.start..value).any(|at| (version(at) || own(at)) && told(at)) || self.is_taken_back(value)
    }

    /// `A correction: earlier we reported that 40 died`, `We reported that 40 died. That was wrong.`
    fn is_taken_back(&self, value: usize) -> bool {
        let says = |at: usize| self.passage.lexicon.says(self.stem(at));
        let ours = |at: &usize| self.word(*at) == "we" && few(3, *at, value).any(says);
        let Some(we) = (self.sentence.start..value).find(ours) else { return false };
        let parted = between(we, value).any(|at| self.folded(at) == ";");
        let heads = (self.sentence.start..we).any(|at| {
            let corrects = matches!(self.folded(at), "correction" | "corrections" | "clarification" | "erratum");
            corrects && matches!(self.word(at + 1), ":" | "-" | "." | ",")
        });
        !parted && (heads || self.is_called_wrong())
    }

    /// `That was wrong.`, `This figure was a mistake`, in the next sentence.
    fn is_called_wrong(&self) -> bool {
        let Some(next) = self.next_sentence() else { return false };
        let word = |at: usize| if next.contains(&at) { self.passage.tokens.folded(at) } else { "" };
        let first = next.start;
        let figure = usize::from(next.contains(&(first + 1)) && self.is_figure(first + 1));
        let is = first + 1 + figure;
        let small = usize::from(matches!(word(is + 1), "a" | "an"));
        let wrong = word(is + 1 + small);
        matches!(word(first), "that" | "this" | "it")
            && self.words.was.contains(word(is))
            && (self.words.withdrawn.untrue.contains(wrong) || matches!(wrong, "mistake" | "error"))
    }
}
