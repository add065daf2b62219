//! Verbs before a clause without a `that`: what somebody who is not listed thinks, and what somebody boasts.
//!
//! ```text
//! Analysts reckon the toll was 40         analysts
//! Two nurses believe 40 people died       two nurses
//! Nurses expect 40 people to be hurt      nurses
//! The storm claimed 40 lives              nobody
//! The clinics maintain 40 beds            nobody
//! ```

use super::unlisted::Finder;
use super::views::{is_told_by_another, reckoned_from};
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;

/// How many words may stand between the verb and that of its clause.
const CLAUSE: usize = 10;

impl Finder<'_, '_> {
    /// Whether a verb of opinion has a clause behind it.
    pub(super) fn opines(&self, verb: usize) -> bool {
        let stem = &self.passage.stems[verb];
        // `Insurers expect it to cost 40 million`; a `forecast` is a thing as often.
        if self.word(verb) == "expect" {
            let (passage, end) = (self.passage, self.sentence.end);
            return reckoned_from(passage, verb, end).is_some() && !is_told_by_another(passage, verb);
        }
        let Some((_, may_count)) = self.passage.lexicon.voices.opining.iter().find(|(of, _)| *of == stem) else {
            return false;
        };
        let folded = self.word(verb);
        if folded.ends_with("ing") || folded.ends_with("ment") {
            return false;
        }
        let is_value =
            |at: usize| self.sentence.contains(&at) && self.passage.is_in_value(self.passage.tokens.get(at).span);
        *may_count && is_value(verb + 1) && !self.is_of_time(verb + 1)
            || clause_behind(self.passage, verb, self.sentence.end)
    }
}

/// `Boasted the line would reopen`, `insist Kestria begged for peace`: whether a clause follows a verb, without a `that`.
pub(super) fn clause_behind(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let is_word = |at: usize| at < end && passage.tokens.get(at).kind == TokenKind::Word;
    let is_value = |at: usize| at < end && passage.is_in_value(passage.tokens.get(at).span);
    let goes_on = |at: &usize| {
        let word = word(*at);
        let parts = matches!(word, "and" | "or" | "but" | "who" | "which" | "that" | "to" | "as" | "when" | "while");
        let is_sign = !is_word(*at) && !matches!(word, "'s" | "'" | "-") && !is_value(*at);
        !parts && !is_sign && !matches!(word, "" | "after" | "before" | "because" | "if" | "since" | "where")
    };
    let is_finite = |at: usize| {
        matches!(
            word(at),
            "was"
                | "were"
                | "is"
                | "are"
                | "had"
                | "has"
                | "have"
                | "did"
                | "would"
                | "will"
                | "could"
                | "may"
                | "might"
        )
    };
    // `Claims Kestria begged for peace`; not `maintains beds donated by the firm`.
    let is_done = |at: usize| {
        let is_name = at > verb + 1 && starts_upper(passage.tokens.raw(at - 1));
        is_name && is_word(at) && word(at).ends_with("ed")
    };
    let ahead = (verb + 1..verb + 1 + CLAUSE).take_while(goes_on).skip(1);
    ahead.into_iter().any(|at| is_finite(at) || is_done(at))
}

/// Whether what stands before an `expect` may be its subject or goes along with it: `the owners now`.
pub(super) fn expects(passage: &Passage<'_>, before: usize) -> bool {
    let word = passage.tokens.folded(before);
    let small = |word: &str| passage.lexicon.is_function_word(word) || passage.lexicon.is_negation(word);
    passage.lexicon.subjects.contains(word)
        || matches!(word, "all" | "both" | "now" | "still" | "also" | "already")
        || !small(word) && !matches!(word, "can" | "could" | "should" | "may" | "might" | "must" | "shall")
}
