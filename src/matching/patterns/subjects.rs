//! Of what a verb tells, where a pattern has only a pronoun for it.
//!
//! Whoever writes `it lasted {value}` means the thing that the topic asks about. A sentence that names a thing before
//! that verb tells of this one: it must be one of the words of the question, the unit or the patterns, or go by another
//! name for one of them. It refuses nothing where no thing is named, or only somebody.
//!
//! ```text
//! it lasted {value}   the call lasted 50 minutes         what is asked for
//! it lasted {value}   the exchange lasted 50 minutes     the same by another name
//! it lasted {value}   a trial that lasted 50 minutes     another thing
//! it lasted {value}   rang him, and lasted 50 minutes    nothing is named beside it
//! ```

use super::compile::{Element, Word};
use super::hits::variants;
use super::whose::Taken;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;

/// How far before its verb, in tokens, a subject may begin.
const LONGEST: usize = 16;

/// How many words may stand between a number and the noun that it counts.
const DESCRIBED: usize = 4;
/// The fewest letters of a word for where somebody is from.
const ORIGIN: usize = 5;

impl Taken<'_, '_, '_> {
    /// The noun of which the verb tells behind which the value stands, where that is another thing than the pronoun means.
    pub(super) fn has_own_subject(&self) -> Option<usize> {
        let (passage, lexicon) = (self.scene.passage, self.scene.passage.lexicon);
        let contrast = lexicon.contrast;
        let ahead = &self.variant.elements[..self.variant.slot?];
        let [Element::Word(pronoun), behind @ ..] = ahead else { return None };
        if !contrast.standing_in.contains(&pronoun.folded) {
            return None;
        }
        let verb = behind.iter().find_map(|element| match element {
            Element::Word(word) if !word.is_function => Some(word),
            _ => None,
        })?;
        let value = self.value().start;
        let first = self.tokens.start.min(value);
        let verb = (first..value).rev().find(|&at| self.scene.word_cost(verb, at).is_some())?;
        let helps = |at: usize| contrast.helping.contains(self.word(at)) || self.word(at).ends_with("ly");
        let start = self.scene.tokens.start;
        let mut end = (start..verb).rev().find(|&at| !helps(at))? + 1;
        // `A trial that lasted`, `the call, which lasted`.
        if matches!(self.word(end - 1), "that" | "which") {
            end -= 1;
            end -= usize::from(end > start && self.word(end - 1) == ",");
        }
        let parts = |at: &usize| {
            let word = self.word(*at);
            let is_sign = passage.tokens.get(*at).kind == TokenKind::Sign && !matches!(word, "-" | "'" | "'s");
            let joins = matches!(word, "and" | "but" | "or" | "that" | "when" | "while" | "because" | "if" | "as");
            is_sign || joins || lexicon.clause_starts.contains(word) || lexicon.says(&passage.stems[*at])
        };
        let from = start.max(end.saturating_sub(LONGEST));
        let from = (from..end).rev().find(parts).map_or(from, |at| at + 1);
        // `Tells the world it got three`: who is told is not what it is told of.
        let is_hearer = || from > start && matches!(self.word(from - 1), "tell" | "tells" | "told" | "telling");
        // `On the deck of the ship it came at noon`: where it was.
        let is_place = || contrast.placing.contains(self.word(from));
        if end > 0 && self.word(end - 1) == pronoun.folded && (is_hearer() || is_place()) {
            return None;
        }
        let is_value = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
        let is_thing = |at: &usize| passage.carries(*at) && !starts_upper(passage.tokens.raw(*at)) && !is_value(*at);
        // The first word of a sentence has a capital in any case.
        let opens = |at: usize| at == start && passage.carries(at) && end == start + 1;
        let thing = (from..end).rev().find(is_thing).filter(|_| !opens(from))?;
        let is_own = (from..end).any(|at| self.is_of_topic(at)) || !self.own_names(&(from..end)).is_empty();
        (!is_own).then_some(thing)
    }

    /// Whether a word is one of the topic's own, or of what goes by another name for one of these.
    pub(super) fn is_of_topic(&self, at: usize) -> bool {
        let is = |word: &Word| self.is_called(word, at);
        let said = self.topic.probes.iter().flat_map(variants).flat_map(|(_, variant)| &variant.elements);
        let mut said = said.filter_map(|element| if let Element::Word(word) = element { Some(word) } else { None });
        self.is_any_thing(at) || self.topic.own.iter().any(is) || said.any(is)
    }

    /// Whether a noun may be of any thing.
    pub(super) fn is_any_thing(&self, at: usize) -> bool {
        self.scene.passage.lexicon.contrast.any_thing.contains(self.scene.passage.stems[at].as_ref())
    }

    /// Whether a token is a word, or goes by another name for it.
    pub(super) fn is_called(&self, word: &Word, at: usize) -> bool {
        let (passage, stem) = (self.scene.passage, self.scene.passage.stems[at].as_ref());
        let is_same = |row: &&[&str]| row.contains(&stem) && row.contains(&word.stem.as_str());
        let same_thing = passage.lexicon.contrast.same_thing;
        !word.is_function && (self.scene.word_cost(word, at).is_some() || same_thing.iter().any(is_same))
    }

    /// `Kestria says 214 Marovian soldiers died`, where a pattern has `{value} of its soldiers died` and its topic asks how
    /// many Kestrian soldiers did: of another side. Where the question names none, `London says 14 British soldiers died`
    /// is of those that `its` means.
    pub(super) fn is_of_another_side(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let contrast = passage.lexicon.contrast;
        let [Element::Word(of), Element::Word(its), Element::Word(noun), ..] =
            &self.variant.elements[self.variant.slot? + 1..]
        else {
            return None;
        };
        let is_its = |word: &str| matches!(word, "its" | "their" | "his" | "her" | "our");
        if of.folded != "of" || !is_its(&its.folded) || noun.is_function {
            return None;
        }
        let end = self.value().end;
        let last = (end + DESCRIBED).min(self.scene.tokens.end);
        let described = end..(end..last).find(|&at| self.scene.word_cost(noun, at).is_some())?;
        if described.clone().any(|at| is_its(self.word(at)) || self.word(at) == "of") {
            return None;
        }
        if let Some(other) = described.clone().find(|&at| contrast.of_others.contains(self.word(at))) {
            return Some(other);
        }
        let is_origin =
            |word: &str| word.len() >= ORIGIN && contrast.origins.iter().any(|ending| word.ends_with(ending));
        let asked: Vec<&Word> = self.topic.own.iter().filter(|word| is_origin(&word.folded)).collect();
        let is_upper = |at: usize| passage.carries(at) && starts_upper(passage.tokens.raw(at));
        let is_other = |at: &usize| {
            is_upper(*at) && is_origin(self.word(*at)) && !asked.iter().any(|word| word.folded == self.word(*at))
        };
        let side = described.clone().find(is_other)?;
        let is_own = |at: usize| asked.iter().any(|word| word.folded == self.word(at));
        (!asked.is_empty() && !described.into_iter().any(is_own)).then_some(side)
    }
}
