//! Whether a value is of a part of those whom a pattern counts, or of the group of whom some are
//! counted, where the words of the pattern could take it for all of them.
//!
//! A part is told by a word, `including`, `of whom`, or by the number of which it is one; a value
//! that the pattern itself asks for as a part is none.
//!
//! ```text
//! seven people died, including three people in hospital    three are some of the seven
//! of 20 people, seven people died                          20 are those of whom some died
//! of 120 injured people, 40 died                           120 were injured, all of them
//! ```

use super::candidates::Candidate;
use super::compile::Element;
use super::contrast::is_verb;
use super::whose::Taken;
use crate::extract::{Reading, is_change};
use crate::matching::behind::between;
use crate::matching::language::person_words::GROUPS;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// How far before a part the word may stand that makes it one, in tokens.
const PART_REACH: usize = 3;
/// How far from a statement an `each` may stand, in tokens.
const EACH: usize = 4;
/// How far from a statement, and behind its preposition, `alone` may stand, in tokens.
const ALONE: usize = 6;
/// How far before a share it may be told among whom it is one, in tokens.
const AMONG: usize = 12;
/// What stands before a place.
const PLACING: &[&str] = &["in", "within", "at", "near", "on", "inside", "outside"];

impl Taken<'_, '_, '_> {
    /// `63 people, 12 of whom died`: what is said of those 12.
    pub(super) fn is_of_part_behind(&self) -> Option<usize> {
        let mut behind = self.value().end..self.tokens.end;
        if self.variant.asks_for_part() {
            return None;
        }
        // `40 people, six of them children, were injured` says it of all.
        let closes = |at: usize| between(at, self.tokens.end).any(|at| self.word(at) == ",");
        behind
            .find(|&at| self.word(at) == "of" && matches!(self.word(at + 1), "whom" | "which" | "them") && !closes(at))
    }

    /// `including 12 children`: a part, unless the pattern says of what.
    pub(super) fn is_included(&self) -> Option<usize> {
        let first = self.value().start.saturating_sub(PART_REACH).max(self.scene.tokens.start);
        let including = (first..self.value().start).rev().take_while(|&at| self.word(at) != ",");
        let including =
            including.into_iter().find(|&at| self.scene.passage.lexicon.including.contains(self.word(at)))?;
        let counted = self.value().end;
        // `Seven people died, including three people who …`: what is counted is the whole's too.
        let is_of_whole = self.all.iter().any(|whole| whole.tokens.end < including && self.has_noun_of(whole));
        let asked = self.tokens.contains(&including) && self.words().any(|word| word.folded == self.word(including))
            || counted < self.scene.tokens.end
                && self.words().any(|word| self.scene.word_cost(word, counted).is_some());
        (!asked || is_of_whole).then_some(including)
    }

    /// Whether a word behind the value is the one behind another.
    fn has_noun_of(&self, other: &Candidate) -> bool {
        let noun = |value: &Range<usize>| {
            let is_noun =
                self.scene.passage.tokens.get(value.end.min(self.scene.tokens.end - 1)).kind == TokenKind::Word;
            (is_noun && self.scene.tokens.contains(&value.end)).then(|| &self.scene.passage.stems[value.end])
        };
        noun(self.value()).is_some_and(|own| noun(&other.tokens) == Some(own))
    }

    /// `Of 20 people, 7 people died`: those of whom some are told of, unless the pattern has the `of`.
    pub(super) fn is_group(&self) -> Option<usize> {
        let article = |at: &usize| matches!(self.word(*at), "the" | "all" | "these" | "those" | "its" | "their");
        let of = (self.scene.tokens.start..self.value().start).rev().find(|at| !article(at))?;
        let opens = of == self.scene.tokens.start
            || self.all.iter().any(|some| some.tokens.end == of)
            || matches!(self.word(of - 1), "," | ";" | "\"" | "that" | "and" | "but" | "out" | "said");
        let asked = self.variant.word_before_slot() == Some("of");
        let parted = |other: &&Candidate| {
            let gap = self.value().end..other.tokens.start;
            !gap.is_empty()
                && gap.end < self.tokens.end
                && !gap.into_iter().any(|at| matches!(self.word(at), ";" | "and" | "but"))
        };
        // `Seven of the 20 people died`, but `two of the 14 injured` are of 14 injured.
        let some = |other: &&Candidate| other.tokens.end == of && is_verb(self.scene.passage, self.tokens.end - 1);
        let is_told = self.all.iter().any(|other| some(other) || parted(other));
        (matches!(self.word(of), "of" | "among") && opens && !asked && is_told).then_some(of)
    }

    /// `480 prisoners by each side`: what goes for one of several, unless the pattern says so.
    pub(super) fn is_each(&self) -> Option<usize> {
        let each = |at: &usize| {
            let is_other = matches!(self.word(*at + 1), "of" | "other");
            matches!(self.word(*at), "each" | "apiece") && !is_other && !self.is_said(*at)
        };
        let behind = (self.tokens.end..self.tokens.end + EACH).take_while(|at| !self.ends_part(*at)).find(each);
        let before = self.tokens.start.saturating_sub(EACH).max(self.scene.tokens.start)..self.value().start;
        behind.or_else(|| before.rev().take_while(|at| !self.ends_part(*at)).find(each))
    }

    /// `5,000 hectares within the town alone`: of one place, where neither pattern nor topic knows
    /// places.
    pub(super) fn is_of_place(&self) -> Option<usize> {
        let statement = self.tokens.start..self.tokens.end.max(self.value().end);
        let alone = |at: &usize| self.word(*at) == "alone";
        let behind = (statement.end..statement.end + ALONE).take_while(|at| !self.ends_part(*at)).find(alone);
        let before = (statement.start.saturating_sub(2).max(self.scene.tokens.start)..statement.start).find(alone);
        let at = behind.or(before).filter(|_| self.topic.facets.is_empty())?;
        let reach = at.saturating_sub(ALONE).max(self.scene.tokens.start)..at;
        let in_it = reach.rev().find(|&at| PLACING.contains(&self.word(at)))?;
        // `Where they lived alone` is no place.
        let passage = self.scene.passage;
        // `On Tuesday alone`.
        let placed = in_it + 1..at;
        if placed.is_empty() {
            return None;
        }
        let mut values = passage.values_in(passage.span_of(&placed));
        let is_time = values.any(|value| value.is_moment());
        let is_name = starts_upper(passage.tokens.raw(at - 1)) && !is_time;
        (is_name || matches!(self.word(in_it), "within" | "inside")).then_some(in_it)
    }

    /// `By 61.8 percent to 38.2`, `by 52 votes to 48`: how many were against it.
    pub(super) fn is_of_losers(&self) -> Option<usize> {
        let is_asked = self.variant.word_before_slot() == Some("to");
        let to = self.value().start.checked_sub(1).filter(|&to| self.word(to) == "to" && !is_asked)?;
        let is_won = |won: &&&Candidate| {
            let by = won.tokens.start.checked_sub(1).map_or("", |at| self.word(at));
            let is_near = won.tokens.end <= to && to <= won.tokens.end + 1;
            is_near && matches!(by, "by" | "won" | "voted")
        };
        let is_change = is_change(&self.scene.passage.tokens, self.value().start);
        self.all.iter().find(is_won).filter(|_| !is_change).map(|_| to)
    }

    /// `By 52 votes to 48`, where a pattern has `votes to {value}`: how many were for it.
    pub(super) fn is_of_winners(&self) -> Option<usize> {
        let is_amount = matches!(self.candidate.value, Value::Amount(_));
        let is_asked = is_amount && self.variant.word_before_slot() == Some("to");
        let end = self.value().end;
        let to = (end..end + 2).find(|&at| self.word(at) == "to").filter(|_| is_asked)?;
        let is_led = self.value().start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "to" | "from"));
        (!is_led && self.all.iter().any(|other| other.tokens.start == to + 1)).then_some(to)
    }

    fn ends_part(&self, at: usize) -> bool {
        matches!(self.word(at), "," | ";" | ":" | "." | "and" | "but" | "while")
    }

    /// `Among the under-25s it rose to 11%`, `11% among women`: the share of some, unless the pattern says of whom.
    pub(super) fn is_among(&self) -> Option<usize> {
        let (passage, value) = (self.scene.passage, self.value());
        let is_share =
            passage.value_around(self.candidate.span).is_some_and(|read| matches!(read.reading, Reading::Percent(_)));
        if !is_share {
            return None;
        }
        let is_among = |at: &usize| matches!(self.word(*at), "among" | "amongst");
        let parts = |at: &usize| matches!(self.word(*at), "" | ";" | ":" | "(" | ")" | "\"" | "but" | "while");
        let first = value.start.saturating_sub(AMONG).max(self.scene.tokens.start);
        let ahead = (first..value.start).rev().take_while(|at| !parts(at) && self.word(*at) != "and").find(is_among);
        // What stands before the comma is of all that comes behind it, and nothing else is.
        let opens =
            |at: &usize| *at == self.scene.tokens.start || matches!(self.word(*at - 1), ";" | "," | "and" | "but");
        let end = value.end.max(self.tokens.end);
        // `Rose to 40% amid fears among MPs` is of the fears.
        let is_of_another = |at: usize| {
            let span = passage.tokens.get(at).span;
            passage.carries(at) && !passage.value_around(span).is_some_and(|read| read.is_moment())
        };
        let behind = || {
            let mut behind = (end..end + PART_REACH).take_while(|at| !parts(at) && self.word(*at) != ",");
            behind.find(is_among).filter(|&among| !(end..among).any(is_of_another))
        };
        let among = ahead.filter(opens).or_else(behind)?;
        let mut group = (among + 1..(among + AMONG).min(self.scene.tokens.end)).take_while(|at| self.word(*at) != ",");
        let is_some = |at: &usize| {
            let (word, stem) = (self.word(*at), &passage.stems[*at]);
            // `Among the findings` is among nobody.
            let is_told = passage.lexicon.is_account(stem) || passage.lexicon.says(stem);
            let is_group = word.ends_with('s') && !passage.lexicon.is_function_word(word) || GROUPS.contains(&word);
            is_group && !is_told
        };
        let last = group.find(is_some)?;
        let is_all = |at: usize| {
            matches!(self.word(at), "other" | "those" | "them" | "all" | "us")
                || passage.lexicon.contrast.everyone.contains(self.word(at))
                || passage.lexicon.anybody.contains(&passage.stems[at])
                || self.is_said(at)
                || self.is_of_topic(at)
                || self.is_of_facet(at)
        };
        (!(among + 1..last + 1).any(is_all)).then_some(among)
    }

    /// Whether a word tells one of the groups that the topic holds apart itself.
    fn is_of_facet(&self, at: usize) -> bool {
        let options = self.topic.facets.iter().flat_map(|facet| &facet.options).flat_map(|(_, patterns)| patterns);
        let mut elements = options.flat_map(|pattern| &pattern.variants).flat_map(|variant| &variant.elements);
        elements.any(|element| {
            matches!(element, Element::Word(word) if !word.is_function && self.scene.word_cost(word, at).is_some())
        })
    }

    /// `40 of the marchers`: some of them, unless the pattern has the `of`.
    pub(super) fn is_share(&self) -> Option<usize> {
        let of = self.value().end;
        let all = matches!(self.word(of + 1), "the" | "these" | "those" | "its" | "their");
        let counted = || (of + 2..(of + 5).min(self.scene.tokens.end)).find(|&at| self.is_said(at));
        let noun = counted().filter(|_| self.word(of) == "of" && all && !self.variant.asks_for_part())?;
        // `40 of the 63 witnesses testified` says of how many.
        let whole = self.all.iter().find(|whole| whole.tokens.end == noun);
        if whole.is_some_and(|candidate| Self { candidate, ..*self }.is_whole().is_some()) {
            return None;
        }
        // `6,217 of its members struck`: so many members struck. (`Of the people injured` tells who they are.)
        let is_own = matches!(self.word(of + 1), "its" | "their");
        let is_told = is_own && noun + 1 < self.tokens.end && self.is_said(noun + 1);
        (!is_told).then_some(of)
    }
}
