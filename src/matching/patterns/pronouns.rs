//! Whom a pronoun tells of: the one just named, whose place in a pattern it may then take, or
//! somebody else.
//!
//! ```text
//! Keller was there. He got five years.                      Keller
//! Keller was there. Roth, who got 18 months, was not.       Roth
//! Keller was there. His assistant, Eva Roth, got …          Eva Roth
//! The firm said that it stood by its list.                  the firm
//! The firm spoke of 40 and now says 50.                     the firm
//! The firm rang. It says it was the first to ring.          the firm
//! ```

use super::align::{LONGEST_NAME, Scene};
use crate::matching::passage::names::{NameId, starts_upper};
use crate::text::TokenKind;

/// How far behind its name, in tokens, the verb of whoever says something may stand.
const SAYS: usize = 4;
/// How many more names of whoever speaks may stand before the pronoun.
const NAMES: usize = 4;

impl Scene<'_, '_> {
    /// `The firm said that the list was wrong and that it stood by its own`, `at first spoke of 40 and now says 50`: a body
    /// that says something of itself, or that is left out before its next verb of saying, where nobody else is named
    /// before.
    pub(super) fn is_of_speaker(&self, id: NameId, at: usize) -> bool {
        let passage = self.passage;
        let start = self.tokens.start;
        let says = |at: usize| self.tokens.contains(&at) && passage.lexicon.says(&passage.stems[at]);
        let word = |at: usize| if self.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
        let leads = at > start
            && match word(at) {
                "it" => word(at - 1) == "that" || says(at - 1),
                "and" => says(at + 1 + usize::from(passage.lexicon.voices.helping.contains(word(at + 1)))),
                _ => false,
            };
        if leads && word(start) == "it" && says(start + 1) && word(at) == "it" && self.begins_before(id) {
            return true;
        }
        let mut names = passage.names_in(start..at);
        let Some(first) = names.next().filter(|first| leads && first.id == id && first.tokens.end < at) else {
            return false;
        };
        let is_verb = (first.tokens.end..at.min(first.tokens.end + SAYS)).any(says);
        is_verb && names.by_ref().take(NAMES).all(|name| name.id == id) && names.next().is_none()
    }

    /// `The firm rang the police. It says that it did so`: whether the sentence before, of the same paragraph, begins with
    /// a name.
    fn begins_before(&self, id: NameId) -> bool {
        let sentences = &self.passage.sentences;
        let before = self.sentence.checked_sub(1).map(|before| &sentences[before]);
        let Some(before) = before.filter(|before| before.block == sentences[self.sentence].block) else { return false };
        let first = self.passage.names_in(before.tokens.clone()).next();
        first.is_some_and(|name| name.id == id && name.tokens.start <= before.tokens.start + 1)
    }

    /// Whether a pronoun tells of somebody else than the one just named: `Roth, who got 18 months`,
    /// `a clerk who`, `his assistant, Eva Roth,`.
    pub(super) fn is_of_another(&self, id: NameId, at: usize) -> bool {
        let (passage, lexicon) = (self.passage, self.passage.lexicon);
        let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
        let is_upper = |at: usize| {
            at < passage.tokens.len()
                && passage.tokens.get(at).kind == TokenKind::Word
                && starts_upper(passage.tokens.raw(at))
                && !passage.is_in_value(passage.tokens.get(at).span)
        };
        let is_own = |at: usize| {
            let first = at.saturating_sub(LONGEST_NAME);
            passage.names_in(first..at + 1).any(|name| name.id == id && name.tokens.contains(&at))
        };
        let is_plain = |at: usize| {
            let small = lexicon.is_function_word(word(at));
            at < passage.tokens.len() && passage.tokens.get(at).kind == TokenKind::Word && !small && !is_upper(at)
        };
        match word(at) {
            // `Who is to blame is a question for the court.`
            "who" if at == self.tokens.start || lexicon.denial.inquiring.contains(&passage.stems[at - 1]) => true,
            "who" if at > 0 => {
                let comma = word(at - 1) == ",";
                let Some(before) = at.checked_sub(1 + usize::from(comma)) else { return false };
                // `Rivers, 44, who`.
                let is_age = comma && before > 1 && word(before - 1) == ",";
                let is_age = is_age && passage.is_in_value(passage.tokens.get(before).span);
                let before = if is_age { before - 2 } else { before };
                let one =
                    || (before.saturating_sub(2)..before).rev().find(|&at| matches!(word(at), "a" | "an" | "another"));
                // `Keller, a clerk who`: what he is.
                let is_apposed = |one: usize| one > 1 && word(one - 1) == "," && is_own(one - 2);
                is_upper(before) && !is_own(before) || !comma && one().is_some_and(|one| !is_apposed(one))
            }
            "his" | "her" | "their" => {
                let end = (at + 1..at + 4).find(|&at| !is_plain(at)).unwrap_or(at + 4);
                let named = end + usize::from(word(end) == ",");
                let is_kin = (at + 1..end).any(|at| lexicon.belongings.contains(word(at)));
                end > at + 1 && (is_kin || is_upper(named) && !is_own(named))
            }
            _ => false,
        }
    }
}
