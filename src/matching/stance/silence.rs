//! What an account is said to leave out: `is silent on the sanctions`, `omits`, `contains nothing about`.
//!
//! Who tells that a side does not speak of a point is no voice of that side. What is refused or denied is spoken of,
//! and is for [`denial`](super::denial).
//!
//! ```text
//! its readout is silent on the sanctions        on
//! its readout omits the sanctions               omits
//! has nothing on the sanctions                  nothing
//! has nothing on grain but has the sanctions    it has them
//! did nothing of the sort and agreed to them    it has them
//! mentions the children but not the sanctions   not
//! the sanctions are missing from its readout    missing
//! ```

use crate::matching::passage::Passage;
use std::ops::Range;

/// How far before a statement, in tokens, the words may stand by which it is left out.
const REACH: usize = 6;
/// How far behind it.
const BEHIND: usize = 5;
/// How far before a verb that has other meanings the account may stand that leaves something out.
const SUBJECT: usize = 6;

/// The word by which what stands at some tokens is left out.
pub(in crate::matching) fn leaves_out(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    at: &Range<usize>,
) -> Option<usize> {
    let reader = Reader { passage, sentence };
    let first = at.start.saturating_sub(REACH).max(sentence.start);
    let ends = |at: &usize| matches!(reader.word(*at), "," | ";" | ":" | "\"" | "." | "(");
    let goes_on = |at: &usize| !ends(at) && !reader.begins_clause(*at);
    let before = (first..at.start).rev().take_while(goes_on).find(|&word| reader.leaves_before(word, at.start));
    let last = (at.end + BEHIND).min(sentence.end);
    before.or_else(|| (at.end..last).take_while(|at| !ends(at)).find(|&word| reader.leaves_behind(word)))
}

/// The same within what a pattern has been laid over, where the words that it has itself leave nothing out: `has nothing on
/// the sanctions` for `has the sanctions`.
pub(in crate::matching) fn leaves_out_within(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    at: &Range<usize>,
    is_own: impl Fn(usize) -> bool,
) -> Option<usize> {
    let reader = Reader { passage, sentence };
    let goes_on = |at: &usize| !matches!(reader.word(*at), "," | ";" | ":") && !reader.begins_clause(*at);
    at.clone().rev().take_while(goes_on).find(|&word| !is_own(word) && reader.leaves_before(word, at.end))
}

struct Reader<'r, 'a> {
    passage: &'r Passage<'a>,
    sentence: &'r Range<usize>,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    /// `And had refused it`, `but agreed`: what stands behind is no more of what is left out.
    fn begins_clause(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let verb = || matches!(next, "has" | "have" | "had" | "is" | "are" | "was" | "were" | "did" | "will" | "would");
        let subject = || self.passage.lexicon.subjects.contains(next);
        match self.word(at) {
            "but" | "yet" => next != "not",
            "and" | "or" => verb() || subject(),
            _ => false,
        }
    }

    /// `Nothing of the sort`, `nothing of it`: whatever that is, it is told of before.
    fn is_the_like(&self, on: usize) -> bool {
        let pointed = on + 1 + usize::from(matches!(self.word(on + 1), "the" | "that" | "this"));
        matches!(self.word(pointed), "sort" | "kind") || matches!(self.word(on + 1), "it" | "them")
    }

    fn leaves_before(&self, at: usize, start: usize) -> bool {
        let words = self.passage.lexicon.denial;
        let word = self.word(at);
        let leads = || matches!(self.word(at + 1), "on" | "about" | "of" | "regarding" | "concerning" | "over");
        let on = || leads() && !self.is_the_like(at + 1);
        match word {
            "silent" | "mum" | "nothing" => on(),
            "out" => at > self.sentence.start && words.leaving.contains(self.word(at - 1)),
            // `But not the sanctions`.
            "not" => {
                let small = (at + 1..start)
                    .all(|at| matches!(self.word(at), "the" | "any" | "its" | "their" | "of" | "to" | "on" | "about"));
                small && at > self.sentence.start && matches!(self.word(at - 1), "but" | "and" | ",")
            }
            _ if words.omitting.contains(word) => true,
            // `Refused to discuss the sanctions`.
            "refused" | "refuses" | "refusing" | "declined" | "declines" | "declining" => {
                self.word(at + 1) == "to" && at + 2 < start && words.speaking.contains(&self.passage.stems[at + 2])
            }
            _ if words.passing_over.contains(word) => self.has_account_before(at),
            _ => false,
        }
    }

    fn leaves_behind(&self, at: usize) -> bool {
        let words = self.passage.lexicon.denial;
        let from = || matches!(self.word(at + 1), "from" | "in");
        let be = || {
            at > self.sentence.start
                && matches!(self.word(at - 1), "is" | "are" | "was" | "were" | "been" | "go" | "goes" | "went")
        };
        match self.word(at) {
            "absent" | "missing" => from(),
            "unmentioned" => true,
            "left" => be() && self.word(at + 1) == "out",
            word => words.omitting.contains(word) && be(),
        }
    }

    fn has_account_before(&self, at: usize) -> bool {
        let first = at.saturating_sub(SUBJECT).max(self.sentence.start);
        let papers = &self.passage.lexicon.denial.papers;
        (first..at).any(|at| self.passage.lexicon.is_account(&self.passage.stems[at]) || papers.contains(self.word(at)))
    }
}
