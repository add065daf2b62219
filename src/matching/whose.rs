//! Which of several things in its sentence a value is of, where the words of a pattern could
//! take it for theirs: the other name of a list, what was added, a part, another row, a year.
//!
//! It looks only at how values and names share a sentence; words that rule each other out are
//! for [`contrast`](super::contrast).
//!
//! ```text
//! Macron phoned Putin 60 times and Scholz 12     12 are the calls to Scholz
//! rose by three to 43                            three were added; there are 43
//! 40 people, including 12 children, were killed  12 are some of the 40
//! Killed: 40. Injured: 120.                      40 is what stands before it
//! the quake of 1999 killed 17,000                1999 is a year
//! ```

use super::align::Scene;
use super::candidates::{Candidate, Sort};
use super::compile::{Element, Variant, Word};
use super::names::{NameId, starts_upper};
use super::topics::TopicProbe;
use crate::extract::is_change;
use crate::text::TokenKind;
use std::ops::Range;

/// How far before a part the word may stand that makes it one, in tokens.
const PART_REACH: usize = 3;

/// A candidate that a variant could take, in its sentence.
pub(super) struct Taken<'t, 'p, 'a> {
    pub(super) scene: &'t Scene<'p, 'a>,
    pub(super) topic: &'t TopicProbe,
    pub(super) variant: &'t Variant,
    pub(super) candidate: &'t Candidate,
    /// All the values of the scene that could stand in the slot.
    pub(super) all: &'t [&'t Candidate],
    /// The tokens that the variant accounts for.
    pub(super) tokens: &'t Range<usize>,
}

impl Taken<'_, '_, '_> {
    /// The word by which the value is of another thing than the variant says.
    pub(super) fn of_another(&self) -> Option<usize> {
        if self.candidate.sort == Sort::Turned {
            return None;
        }
        self.of_another_name()
            .or_else(|| self.is_added())
            .or_else(|| self.is_included())
            .or_else(|| self.is_of_its_label())
            .or_else(|| self.is_year())
    }

    fn value(&self) -> &Range<usize> {
        &self.candidate.tokens
    }

    fn word(&self, at: usize) -> &str {
        if self.scene.tokens.contains(&at) { self.scene.passage.tokens.folded(at) } else { "" }
    }

    fn before(&self) -> Option<usize> {
        self.value().start.checked_sub(1).filter(|&at| at >= self.scene.tokens.start)
    }

    /// The name beside the value, where the sentence gives another value to what the pattern
    /// names, and this one to that name.
    fn of_another_name(&self) -> Option<usize> {
        if self.all.len() < 2 || self.topic.names.is_empty() {
            return None;
        }
        let here = self.part_around(self.value());
        let foreign = self.foreign_name(&here, self.value())?;
        let own = self.own_names(&here);
        let others = self.all.iter().filter(|other| other.tokens.start != self.value().start);
        let mut parts = others.map(|other| (self.part_around(&other.tokens), other));
        let is_given = parts.any(|(part, other)| {
            self.foreign_name(&part, &other.tokens).is_none()
                && self.own_names(&part).iter().any(|name| !own.contains(name))
        });
        is_given.then_some(foreign)
    }

    /// The part of a list that a value stands in: up to a comma or an `and`.
    fn part_around(&self, value: &Range<usize>) -> Range<usize> {
        let parts = |at: &usize| {
            let word = self.word(*at);
            matches!(word, "," | ";" | ":" | "(" | ")" | "and" | "while" | "but" | "whereas")
        };
        let start =
            (self.scene.tokens.start..value.start).rev().find(parts).map_or(self.scene.tokens.start, |at| at + 1);
        let end = (value.end..self.scene.tokens.end).find(parts).unwrap_or(self.scene.tokens.end);
        start..end
    }

    /// A name that the topic does not speak of: one of the claims' people, or a capital right
    /// before the value of a later part.
    fn foreign_name(&self, part: &Range<usize>, value: &Range<usize>) -> Option<usize> {
        let passage = self.scene.passage;
        let known = passage.names_in(part.clone()).find(|name| self.topic.others.contains(&name.id));
        let unknown = || {
            let at = value.start.checked_sub(1).filter(|&at| at == part.start && at > self.scene.tokens.start)?;
            let is_name = starts_upper(passage.tokens.raw(at)) && passage.names_in(at..at + 1).next().is_none();
            let is_plain = !passage.lexicon.is_function_word(self.word(at)) && self.word(at) != "the";
            let is_day = passage.values_in(passage.tokens.get(at).span).next().is_some();
            (is_name && is_plain && !is_day && self.word(at - 1) != ":").then_some(at)
        };
        known.map(|name| name.tokens.start).or_else(unknown)
    }

    fn own_names(&self, part: &Range<usize>) -> Vec<NameId> {
        let names = self.scene.passage.names_in(part.clone()).map(|name| name.id);
        names.filter(|id| self.topic.names.contains(id)).collect()
    }

    /// `has risen by 3 since Monday`: how far, unless that is what the pattern asks for.
    fn is_added(&self) -> Option<usize> {
        let by = self.before().filter(|&at| self.word(at) == "by")?;
        let asked =
            self.variant.elements.iter().any(|element| matches!(element, Element::Word(word) if word.folded == "by"));
        (!asked && is_change(&self.scene.passage.tokens, by)).then_some(by)
    }

    /// `including 12 children`: a part, unless the pattern says of what.
    fn is_included(&self) -> Option<usize> {
        let first = self.value().start.saturating_sub(PART_REACH).max(self.scene.tokens.start);
        let including = (first..self.value().start).rev().take_while(|&at| self.word(at) != ",");
        let including =
            including.into_iter().find(|&at| self.scene.passage.lexicon.including.contains(&self.word(at)))?;
        let counted = self.value().end;
        let asked = self.tokens.contains(&including) && self.words().any(|word| word.folded == self.word(including))
            || counted < self.scene.tokens.end
                && self.words().any(|word| self.scene.word_cost(word, counted).is_some());
        (!asked).then_some(including)
    }

    /// `Killed: 40. Injured: 120.`: a word with a colon, past a mark, is the label of the next.
    fn is_of_its_label(&self) -> Option<usize> {
        self.before().filter(|&at| matches!(self.word(at), ":" | "|"))?;
        let after = self.value().end..self.tokens.end;
        let mark = after.clone().find(|&at| matches!(self.word(at), "." | "," | ";" | "|"))?;
        let is_label =
            |at: &usize| self.word(*at + 1) == ":" && self.scene.passage.tokens.get(*at).kind == TokenKind::Word;
        (mark + 1..after.end).find(is_label)
    }

    /// `the quake of 1999`: a year, with nothing behind it that it counts, nor before.
    fn is_year(&self) -> Option<usize> {
        let (at, next) = (self.value().start, self.value().end);
        let raw = self.scene.passage.tokens.raw(at);
        let looks = self.value().len() == 1 && raw.len() == 4 && (raw.starts_with("19") || raw.starts_with("20"));
        let of = self.before().filter(|_| looks && raw.bytes().all(|byte| byte.is_ascii_digit()))?;
        let is_said = |at: usize| self.words().any(|word| self.scene.word_cost(word, at).is_some());
        let counts = self.scene.tokens.contains(&next) && is_said(next) && !self.word(next).ends_with("ed");
        let of_what = of.checked_sub(1).filter(|at| self.scene.tokens.contains(at));
        let said = of_what
            .is_some_and(|at| is_said(at) || self.scene.passage.lexicon.is_account(&self.scene.passage.stems[at]));
        (self.word(of) == "of" && !counts && !said).then_some(at)
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.variant.elements.iter().filter_map(|element| match element {
            Element::Word(word) if !word.is_function => Some(word),
            _ => None,
        })
    }
}
