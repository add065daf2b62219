//! What is said of so many behind their own `were`, where the pattern says another thing of them.
//!
//! ```text
//! {value} were women                41 were women and six were under age             41; of the six something else is said
//! {value} are out there              24 are out there in the fog                     24, wherever they are
//! {value} were hurt                  41 died and six were hurt                       six; the 41 have a verb of their own
//! {value} drones were shot down      84 drones were launched and 79 were shot down    79; of the 84 something else is said
//! ```

use super::candidates::{Candidate, Sort};
use super::compile::Element;
use super::contrast::is_verb;
use super::price::likeness_at;
use super::whose::Taken;

/// How many tokens the clause of another number may have.
const CLAUSE: usize = 12;

/// Verbs that say of somebody what they are.
const COPULAS: &[&str] = &["was", "were", "is", "are"];

/// Whether a word says of somebody what they are.
pub(super) fn is_copula(word: &str) -> bool {
    COPULAS.contains(&word)
}

impl Taken<'_, '_, '_> {
    /// `41 women died and six were under age`, for `{value} were under age`: the verb of its own, where the pattern's words
    /// stand behind the number of another clause.
    pub(super) fn has_own_clause(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let (start, end) = (self.value().end, self.tokens.end);
        let joins = |at: usize| matches!(self.word(at), "and" | "but" | "while");
        let is_next = |other: &&Candidate| {
            let gap = start..other.tokens.start;
            let small = |at: &usize| passage.lexicon.is_function_word(self.word(*at));
            let told = (other.tokens.end..end).find(|at| !small(at)).is_some_and(|at| self.is_said(at));
            gap.end < end && gap.len() <= CLAUSE && joins(gap.end.saturating_sub(1)) && told
        };
        let next = self.all.iter().copied().find(|other| start < other.tokens.start && is_next(other))?;
        let clause = start..next.tokens.start - 1;
        // `12 men and three women were hurt` are hurt together.
        let verb =
            clause.clone().find(|&at| is_verb(passage, at) || passage.lexicon.stance.came.contains(self.word(at)))?;
        (!clause.clone().any(|at| at >= verb && self.is_said(at))).then_some(verb)
    }

    /// What the sentence says of the value in the place of what the pattern says of it.
    pub(super) fn has_own_predicate(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let (copula, end) = (self.value().end, self.scene.tokens.end);
        let is_said = |element: &Element| matches!(element, Element::Word(word) if is_copula(&word.folded));
        let behind = &self.variant.elements[self.variant.slot? + 1..];
        let behind = &behind[behind.iter().position(is_said)? + 1..];
        if !is_copula(self.word(copula)) {
            return None;
        }
        let is_end = |at: &usize| matches!(self.word(*at), "," | ";" | ":" | "." | "and" | "but" | "while");
        let clause = copula + 1..(copula + 1..end).find(is_end).unwrap_or(end);
        let has = |word: &String| clause.clone().any(|at| passage.tokens.folded(at) == word);
        let says = |at: usize| {
            behind.iter().any(|element| match element {
                Element::Word(word) => !word.is_function && likeness_at(passage, word, at).is_some(),
                Element::Name(_) => true,
                _ => false,
            })
        };
        // `Are still out there`: small words are all that the pattern says.
        let small = behind.iter().map_while(|element| match element {
            Element::Word(word) if word.is_function => Some(&word.folded),
            _ => None,
        });
        let says_small = || small.clone().count() == behind.len() && small.clone().all(&has);
        let own = clause.clone().find(|&at| passage.carries(at))?;
        (!clause.clone().any(says) && (behind.is_empty() || !says_small())).then_some(own)
    }

    /// `84 drones were launched and 79 were shot down`: what the pattern says of so many stands right behind another
    /// number, and of this one it is said what else became of them.
    pub(super) fn leaves_predicate_to_next(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let counted = self.counted()?;
        let behind = &self.variant.elements[self.variant.slot? + 2..];
        let says = |at: usize| {
            let mut words = behind.iter();
            words.any(|element| {
                matches!(element, Element::Word(word) if !word.is_function && likeness_at(passage, word, at).is_some())
            })
        };
        let end = self.value().end;
        let later = self.all.iter().filter(|other| other.sort == Sort::Plain && other.tokens.start > end);
        let next = later.min_by_key(|other| other.tokens.start)?;
        let opens = self.joined_at(next.tokens.start)?;
        let helps = |at: usize| {
            let word = self.word(at);
            is_copula(word) || matches!(word, "have" | "has" | "had" | "been" | "being" | "later" | "also")
        };
        (next.tokens.end..self.scene.tokens.end).find(|&at| !helps(at)).filter(|&at| says(at))?;
        let is_done = |at: &usize| {
            let is_noun = likeness_at(passage, counted, *at).is_some();
            passage.carries(*at) && !is_noun && (self.word(*at).ends_with("ed") || *at > end && helps(*at - 1))
        };
        let own = (end..opens).find(is_done)?;
        (!(end..opens).any(says)).then_some(own)
    }

    /// The word that joins a number to what stands before: the `and` of `and another 79`.
    pub(super) fn joined_at(&self, number: usize) -> Option<usize> {
        let passes = |at: &usize| matches!(self.word(*at), "another" | "a" | "further" | "only" | "just" | "the");
        let first = self.scene.tokens.start;
        let joins = (first..number).rev().find(|at| !passes(at))?;
        matches!(self.word(joins), "and" | "," | ";" | "but" | "while" | "whereas").then_some(joins)
    }
}
