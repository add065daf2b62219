//! Another word in the place of one of the pattern's: `the defence called 14 witnesses` is not what
//! `the prosecution called {value} witnesses` asks for.
//!
//! A word may be missing, since texts leave out what is understood; one that another takes the place of is said
//! otherwise. It looks only at words that carry meaning, right between those that the pattern has on either side. It
//! refuses nothing where the word stands nearby after all.
//!
//! ```text
//! president {name} resigned     president Dahl smiled        another verb
//! handed to the ministers       made by the ministers           another verb, leading to them otherwise
//! {value} people arrested       40 people, on Monday         left out: still a fit
//! the longest call took {value} the call took 20 minutes     any call: not left out
//! ```

use super::align::Scene;
use super::compile::{Element, Variant, Word};
use super::hits::variants;
use crate::matching::passage::names::starts_upper;
use crate::matching::topics::Probe;
use std::ops::Range;

/// How far beside a match a missing word may stand after all, in tokens.
const NEARBY: usize = 4;

/// The word that takes the place of one of the pattern's.
pub(super) fn is_replaced(
    scene: &Scene<'_, '_>,
    probe: &Probe,
    variant: &Variant,
    tokens: &Range<usize>,
    value: Option<&Range<usize>>,
) -> Option<usize> {
    let reader = Reader { scene, probe, variant, tokens, value };
    let missing = |at: &usize| reader.plain(*at).is_some_and(|word| !reader.stands(word));
    let replaced = (0..variant.elements.len()).filter(missing).find_map(|at| reader.in_place_of(at));
    replaced.or_else(|| (0..variant.elements.len()).find_map(|at| reader.not_singled_out(at)))
}

struct Reader<'r, 'p, 'a> {
    scene: &'r Scene<'p, 'a>,
    probe: &'r Probe,
    variant: &'r Variant,
    tokens: &'r Range<usize>,
    value: Option<&'r Range<usize>>,
}

impl Reader<'_, '_, '_> {
    /// An element that is a word with a meaning.
    /// (Of what is counted, the word behind the slot, [`counts_another`](super::contrast::counts_another) tells.)
    fn plain(&self, at: usize) -> Option<&Word> {
        let in_order = || self.value.zip(self.place(at + 1)).is_none_or(|(value, next)| value.end <= next.start);
        let is_counted = self.variant.slot.is_some_and(|slot| slot + 1 == at) && in_order();
        match &self.variant.elements[at] {
            Element::Word(word) if !word.is_function && !is_counted => Some(word),
            _ => None,
        }
    }

    fn stands(&self, word: &Word) -> bool {
        let first = self.tokens.start.saturating_sub(NEARBY).max(self.scene.tokens.start);
        let last = (self.tokens.end + NEARBY).min(self.scene.tokens.end);
        let stands = |at: usize| self.scene.word_cost(word, at).or_else(|| self.scene.stood_for(word, at)).is_some();
        (first..last).any(|at| stands(at) && !self.is_of_next(at))
    }

    /// Whether a word behind the match begins another clause with a value of its own: `phoned him 31 times, but visited
    /// him twice`.
    fn is_of_next(&self, at: usize) -> bool {
        let passage = self.scene.passage;
        let joins = |at: usize| matches!(passage.tokens.folded(at), "and" | "but" | "while" | ";");
        let counts = |at: usize| {
            let word = passage.tokens.folded(at);
            passage.is_in_value(passage.tokens.get(at).span)
                || passage.lexicon.multiples.iter().any(|(multiple, _)| *multiple == word)
        };
        let end = (at + 1 + NEARBY).min(self.scene.tokens.end);
        self.value.is_some() && (self.tokens.end..at).any(joins) && (at + 1..end).any(counts)
    }

    /// The tokens of an element, where the sentence has it.
    fn place(&self, at: usize) -> Option<Range<usize>> {
        match self.variant.elements.get(at)? {
            Element::Value => self.value.cloned(),
            Element::Word(word) => {
                let mut near = self.tokens.clone();
                near.find(|&at| self.scene.word_cost(word, at).is_some()).map(|at| at..at + 1)
            }
            Element::Name(id) => {
                let mut names = self.scene.names.iter().filter(|name| name.id == *id);
                names.find(|name| self.tokens.contains(&name.tokens.start)).map(|name| name.tokens.clone())
            }
            _ => None,
        }
    }

    fn in_place_of(&self, at: usize) -> Option<usize> {
        let elements = &self.variant.elements;
        let is_plain = |at: &usize| elements[*at] != Element::Gap;
        let before = (0..at).rev().find(is_plain);
        let behind = (at + 1..elements.len()).find(is_plain);
        let is_far = |gap: Option<usize>| gap.is_some_and(|other| other.abs_diff(at) > 1);
        // What stands next to a gap may be anything.
        let gaps = (is_far(before), is_far(behind));
        let only = match (before.map(|at| self.place(at)), behind.map(|at| self.place(at))) {
            (Some(Some(before)), Some(Some(behind))) if before.end < behind.start => match gaps {
                (false, true) => before.end..before.end + 1,
                (true, false) => behind.start - 1..behind.start,
                _ => before.end..behind.start,
            },
            (Some(Some(before)), None) if !gaps.0 => before.end..before.end + 1,
            (None | Some(_), Some(Some(behind))) if !gaps.1 => behind.start.checked_sub(1)?..behind.start,
            (None, Some(None)) => return self.led_otherwise(behind?),
            _ => return None,
        };
        let is_name = matches!(&self.variant.elements[at], Element::Word(word) if word.is_name);
        let mut words =
            only.filter(|&at| self.carries(at) && (is_name || !starts_upper(self.scene.passage.tokens.raw(at))));
        let word = words.next()?;
        words.next().is_none().then_some(word)
    }

    /// `Made by the two ministers`, where a pattern begins with `handed to the two ministers`: another verb that leads to
    /// them in another way.
    fn led_otherwise(&self, preposition: usize) -> Option<usize> {
        let leads_on = &self.scene.passage.lexicon.contrast.leading_on;
        let Element::Word(own) = &self.variant.elements[preposition] else { return None };
        let next = self.place(preposition + 1)?.start;
        if self.value.is_some() || next < self.scene.tokens.start + 2 || !leads_on.contains(&own.folded) {
            return None;
        }
        let (verb, leads) = (next - 2, self.scene.passage.tokens.folded(next - 1));
        let is_other = leads_on.contains(leads) && leads != own.folded;
        (is_other && self.carries(verb) && !starts_upper(self.scene.passage.tokens.raw(verb))).then_some(verb)
    }

    /// The noun of which the pattern means only one, `the longest call`, where the text does not say so, nor did
    /// right before.
    fn not_singled_out(&self, at: usize) -> Option<usize> {
        let Element::Word(word) = &self.variant.elements[at] else { return None };
        let passage = self.scene.passage;
        if !passage.lexicon.contrast.singling_out.contains(&word.folded) {
            return None;
        }
        let here = self.scene.sentence;
        let before =
            here.checked_sub(1).filter(|&before| passage.sentences[before].block == passage.sentences[here].block);
        let first = before.map_or(self.scene.tokens.start, |before| passage.sentences[before].tokens.start);
        let says = |at: usize| self.scene.word_cost(word, at).is_some();
        (!(first..self.scene.tokens.end).any(says)).then(|| self.place(at + 1).unwrap_or(self.tokens.clone()).start)
    }

    /// Whether a word has a meaning of its own, and is none by which some pattern says the same.
    fn carries(&self, at: usize) -> bool {
        let passage = self.scene.passage;
        let is_own = |element: &Element| match element {
            Element::Word(word) => self.scene.word_cost(word, at).is_some(),
            _ => false,
        };
        self.scene.tokens.contains(&at)
            && !variants(self.probe).any(|(_, variant)| variant.elements.iter().any(is_own))
            && passage.carries(at)
            && !passage.tokens.folded(at).ends_with("ly")
            && !passage.is_in_value(passage.tokens.get(at).span)
    }
}
