//! Verbs of opinion before a clause without a `that`: what somebody who is not listed thinks.
//!
//! ```text
//! Analysts reckon the toll was 40         analysts
//! Two nurses believe 40 people died       two nurses
//! The storm claimed 40 lives              nobody
//! The clinics maintain 40 beds            nobody
//! ```

use super::unlisted::Finder;
use crate::matching::passage::names::starts_upper;

/// How many words may stand between the verb and that of its clause.
const CLAUSE: usize = 10;

impl Finder<'_, '_> {
    /// Whether a verb of opinion has a clause behind it.
    pub(super) fn opines(&self, verb: usize) -> bool {
        let stem = &self.passage.stems[verb];
        let Some((_, may_count)) = self.passage.lexicon.voices.opining.iter().find(|(of, _)| *of == stem) else {
            return false;
        };
        let folded = self.word(verb);
        if folded.ends_with("ing") || folded.ends_with("ment") {
            return false;
        }
        let is_value =
            |at: usize| self.sentence.contains(&at) && self.passage.is_in_value(self.passage.tokens.get(at).span);
        let goes_on = |at: &usize| {
            let word = self.word(*at);
            let parts =
                matches!(word, "and" | "or" | "but" | "who" | "which" | "that" | "to" | "as" | "when" | "while");
            let is_sign = !self.is_word(*at) && !matches!(word, "'s" | "'" | "-") && !is_value(*at);
            !parts && !is_sign && !matches!(word, "" | "after" | "before" | "because" | "if" | "since" | "where")
        };
        let is_finite = |at: usize| {
            matches!(
                self.word(at),
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
            let is_name = at > verb + 1 && starts_upper(self.passage.tokens.raw(at - 1));
            is_name && self.is_word(at) && self.word(at).ends_with("ed")
        };
        let is_verb = |at: usize| is_finite(at) || is_done(at);
        *may_count && is_value(verb + 1) && !self.is_of_time(verb + 1)
            || (verb + 1..verb + 1 + CLAUSE).take_while(goes_on).skip(1).any(is_verb)
    }
}
