//! Whom a pronoun tells of: the one just named, whose place in a pattern it may then take, or
//! somebody else.
//!
//! ```text
//! Keller was there. He got five years.                      Keller
//! Keller was there. Roth, who got 18 months, was not.       Roth
//! Keller was there. His assistant, Eva Roth, got …          Eva Roth
//! ```

use super::align::{LONGEST_NAME, Scene};
use crate::matching::passage::names::{NameId, starts_upper};
use crate::text::TokenKind;

impl Scene<'_, '_> {
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
