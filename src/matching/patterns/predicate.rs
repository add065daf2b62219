//! What is said of so many behind their own `were`, where the pattern says another thing of them.
//!
//! ```text
//! {value} were women                41 were women and six were under age             41; of the six something else is said
//! {value} are out there              24 are out there in the fog                     24, wherever they are
//! {value} were hurt                  41 died and six were hurt                       six; the 41 have a verb of their own
//! {value} drones were shot down      84 drones were launched and 79 were shot down    79; of the 84 something else is said
//! ```

use super::candidates::Candidate;
use super::compile::{Element, Word};
use super::contrast::is_verb;
use super::likeness::likeness_at;
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
    /// `41 women died and six were under age`, `84 drones were launched and 79 were shot down`: the verb of a clause of its
    /// own, where the words that the pattern has behind what is counted stand right behind another number.
    pub(super) fn has_own_clause(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let end = self.value().end;
        let behind = &self.variant.elements[self.variant.slot? + 1 + usize::from(self.counted().is_some())..];
        let says = |at: usize| {
            let is_one = |word: &Word| !word.is_function && likeness_at(passage, word, at).is_some();
            behind.iter().any(|element| matches!(element, Element::Word(word) if is_one(word)))
        };
        let counts = |at: usize| self.counted().is_some_and(|word| likeness_at(passage, word, at).is_some());
        // What stands before the verb that tells what became of them.
        let helps = |word: &str| is_copula(word) || passage.lexicon.contrast.befalling.contains(word);
        let is_small = |at: usize| {
            let word = self.word(at);
            passage.lexicon.is_function_word(word) || helps(word)
        };
        let opens = |other: &Candidate| {
            let near = end < other.tokens.start && other.tokens.start <= end + CLAUSE;
            let opens = near.then(|| self.joined_at(other.tokens.start))?.filter(|&opens| end < opens)?;
            let first = (other.tokens.end..self.scene.tokens.end).find(|&at| !is_small(at) && !counts(at))?;
            says(first).then_some(opens)
        };
        let opens = self.all.iter().find_map(|other| opens(other))?;
        let is_done = |at: usize| {
            let helped = at > end && helps(self.word(at - 1));
            passage.carries(at) && (self.word(at).ends_with("ed") || helped)
        };
        let is_own =
            |&at: &usize| is_verb(passage, at) || passage.lexicon.stance.came.contains(self.word(at)) || is_done(at);
        // `12 men and three women were hurt` are hurt together.
        let own = (end..opens).filter(|&at| !counts(at)).find(is_own)?;
        (!(end..opens).any(says)).then_some(own)
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

    /// The word that joins a number to what stands before: the `and` of `and another 79`.
    pub(super) fn joined_at(&self, number: usize) -> Option<usize> {
        let passes = |at: &usize| matches!(self.word(*at), "another" | "a" | "further" | "only" | "just" | "the");
        let first = self.scene.tokens.start;
        let joins = (first..number).rev().find(|at| !passes(at))?;
        matches!(self.word(joins), "and" | "," | ";" | "but" | "while" | "whereas").then_some(joins)
    }
}
