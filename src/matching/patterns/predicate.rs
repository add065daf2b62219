//! What is said of so many behind their own `were`, where the pattern says another thing of them.
//!
//! ```text
//! {value} were women   41 were women and six were under age   41; of the six something else is said
//! {value} are out there   24 are out there in the fog              24, wherever they are
//! ```

use super::compile::Element;
use super::price::likeness_at;
use super::whose::Taken;

/// Verbs that say of somebody what they are.
const COPULAS: &[&str] = &["was", "were", "is", "are"];

impl Taken<'_, '_, '_> {
    /// What the sentence says of the value in the place of what the pattern says of it.
    pub(super) fn has_own_predicate(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let (copula, end) = (self.value().end, self.scene.tokens.end);
        let is_copula = |word: &str| COPULAS.contains(&word);
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
        let says_small = || small.clone().count() == behind.len() && small.clone().all(|word| has(word));
        let own = clause.clone().find(|&at| passage.carries(at))?;
        (!clause.clone().any(says) && (behind.is_empty() || !says_small())).then_some(own)
    }
}
