//! What an account is said to leave out: `is silent on the sanctions`, `omits`, `contains nothing about`.
//!
//! Who tells that a side does not speak of a point is no voice of that side. What is refused or denied is spoken of,
//! and is for [`denial`](super::denial).
//!
//! ```text
//! its readout is silent on the sanctions        on
//! its readout omits the sanctions               omits
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
    let before = (first..at.start).rev().take_while(|at| !ends(at)).find(|&word| reader.leaves_before(word, at.start));
    let last = (at.end + BEHIND).min(sentence.end);
    before.or_else(|| (at.end..last).take_while(|at| !ends(at)).find(|&word| reader.leaves_behind(word)))
}

struct Reader<'r, 'a> {
    passage: &'r Passage<'a>,
    sentence: &'r Range<usize>,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    fn leaves_before(&self, at: usize, start: usize) -> bool {
        let words = self.passage.lexicon.denial;
        let word = self.word(at);
        let on = || matches!(self.word(at + 1), "on" | "about" | "of" | "regarding" | "concerning" | "over");
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
