//! What stands beside a value and makes it another's: the noun for how far one is ahead, the unit of the number before,
//! a verb or a subject of its own.
//!
//! ```text
//! a majority of 2,226 votes over Voss       how far ahead, and no number of votes
//! won 58 per cent here, and there 41        41 per cent, and no votes
//! logged 12 letters, and lost 5             5 were lost
//! Haldane had 12 votes and Voss 9           the 12 are not those of Voss
//! the trust's turnover is £9m               no fine of the trust
//! the trust said on Monday that it opened   not when it opened
//! ```

use super::candidates::Sort;
use super::compile::{Element, Word};
use super::whose::{Taken, WINNING};
use crate::extract::{Extracted, Reading};
use crate::matching::behind::between;
use crate::matching::passage::names::starts_upper;
use crate::matching::passage::telling;
use crate::text::TokenKind;
use crate::value::{Number, Value};

/// How far before a value, in tokens, a number may stand whose unit it has.
const UNIT_BEFORE: usize = 14;
/// How far beside a match a missing word may stand after all, in tokens.
const NEARBY: usize = 4;

impl Taken<'_, '_, '_> {
    /// The word by which something beside the value has it.
    pub(super) fn is_of_neighbour(&self) -> Option<usize> {
        self.is_lead()
            .or_else(|| self.is_won_otherwise())
            .or_else(|| self.is_division())
            .or_else(|| self.has_unit_before())
            .or_else(|| self.is_of_subject_before())
            .or_else(|| self.is_of_verb_beside())
            .or_else(|| self.is_of_other_head())
            .or_else(|| self.is_times_of_nothing())
            .or_else(|| self.is_any_one())
            .or_else(|| self.is_anybody())
            .or_else(|| self.is_of_another_one())
            .or_else(|| self.is_of_compared())
            .or_else(|| self.is_among())
    }

    /// Whether the pattern or the question asks how far one is ahead.
    fn asks_for_lead(&self) -> bool {
        let words = self.scene.passage.lexicon.contrast;
        let is_lead = |word: &Word| words.leads.contains(&word.folded) || word.folded == "ahead";
        self.words().any(is_lead) || self.topic.own.iter().any(is_lead)
    }

    /// `A majority of 2,226 votes`: how far ahead, unless that is asked for.
    fn is_lead(&self) -> Option<usize> {
        let of = self.value().start.checked_sub(1).filter(|&of| self.word(of) == "of" && of > 0)?;
        let leads = &self.scene.passage.lexicon.contrast.leads;
        (leads.contains(self.word(of - 1)) && !self.asks_for_lead()).then_some(of - 1)
    }

    /// `Won 418,940 votes`, where a pattern has `wins by [just] {value} votes`: how many, and not by how many.
    fn is_won_otherwise(&self) -> Option<usize> {
        let slot = self.variant.slot?;
        let word = |element: &Element| match element {
            Element::Word(word) => Some(word.folded.clone()),
            _ => None,
        };
        let ahead: Vec<String> = self.variant.elements[..slot].iter().rev().map_while(word).collect();
        let by = ahead.iter().position(|word| word == "by").filter(|&by| by <= 2)?;
        let is_contest = ahead.get(by + 1).is_some_and(|verb| WINNING.contains(&verb.as_str()));
        let start = self.value().start;
        let near = start.saturating_sub(3).max(self.scene.tokens.start)..self.value().end;
        ((is_contest || self.asks_for_lead()) && !near.into_iter().any(|at| self.word(at) == "by")).then_some(start)
    }

    /// `By six votes to three`: how a body was divided, where a pattern asks how far one was ahead.
    fn is_division(&self) -> Option<usize> {
        let end = self.value().end;
        let to = (end..end + 2).find(|&at| self.word(at) == "to")?;
        let is_other = self.all.iter().any(|other| other.tokens.start == to + 1);
        (is_other && self.asks_for_lead()).then_some(to)
    }

    /// `Won 58 per cent in the city and he took 41`, `delays of more than 30 minutes, the mission those of more than 15`: a
    /// number without a noun that is in the unit of the number before it.
    fn has_unit_before(&self) -> Option<usize> {
        let (passage, value) = (self.scene.passage, self.value());
        let own = passage.value_around(self.candidate.span)?;
        let Reading::Number(measure) = &own.reading else { return None };
        let ends = value.end >= self.scene.tokens.end
            || passage.tokens.get(value.end).kind == TokenKind::Sign && self.word(value.end) != "-";
        if !ends {
            return None;
        }
        let start = value.start.saturating_sub(UNIT_BEFORE).max(self.scene.tokens.start);
        if start >= value.start {
            return None;
        }
        let before = passage.values_in(passage.span_of(&(start..value.start))).next_back()?;
        let before_tokens = passage.tokens_of(before.span);
        let word = |back: usize| value.start.checked_sub(back).map_or("", |at| self.word(at));
        // `Those of 15`: of what was told before.
        if matches!(word(2), "those" | "that") && word(1) == "of" {
            return has_unit(before).then_some(value.start - 2);
        }
        let is_share = matches!(before.reading, Reading::Percent(_))
            && measure.stated.is_some_and(|stated| stated <= Number::ONE_HUNDRED);
        let is_joined =
            between(before_tokens.end - 1, value.start).any(|at| matches!(self.word(at), "and" | "while" | ","));
        let parts = between(before_tokens.end - 1, value.start).any(|at| matches!(self.word(at), ";" | ":" | "."));
        let is_left_out = self.counted().is_some_and(|counted| !self.stands_near(counted));
        (is_share && is_joined && !parts && is_left_out).then_some(before_tokens.start)
    }

    /// `Haldane had received 12 votes and Voss 9`, where a pattern has `{voss} had received {value}`: a subject does not stand
    /// behind the next `and`.
    fn is_of_subject_before(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let slot = self.variant.slot?;
        let ahead = &self.variant.elements[..slot];
        let (id, is_beside) = match ahead {
            [.., Element::Name(id)] => (id, true),
            [Element::Name(id), ..] => (id, false),
            _ => return None,
        };
        let verb = ahead.iter().find_map(|element| match element {
            Element::Word(word) if !word.is_function => Some(word),
            _ => None,
        })?;
        let is_joined = |element: &Element| matches!(element, Element::Word(word) if passage.lexicon.joining.contains(word.folded.as_str()) || word.folded == "'s");
        if !is_beside && self.variant.elements.iter().any(is_joined) {
            return None;
        }
        let end = self.value().end;
        let mut names = self.scene.names.iter().filter(|name| name.id == *id);
        if passage.names_in(self.tokens.start..end).any(|name| name.id == *id) {
            return None;
        }
        let name = names.find(|name| name.tokens.start >= end && name.tokens.end <= self.tokens.end)?;
        let gap = end..name.tokens.start;
        let is_verb_ahead = (self.tokens.start..self.value().start).any(|at| self.scene.word_cost(verb, at).is_some());
        let leads = |at: usize| matches!(self.word(at), "by" | "between" | "from" | "with" | "for" | "of" | "among");
        let parts = |at: &usize| matches!(self.word(*at), "and" | "while" | "but" | ";");
        gap.clone().find(parts).filter(|_| (is_beside || is_verb_ahead) && !gap.clone().any(leads))
    }

    /// `Its deadline for filing them, and upheld 19`, where a pattern has `filed {value} complaints`: a verb of its own, behind
    /// what the pattern's verb has.
    fn is_of_verb_beside(&self) -> Option<usize> {
        let slot = self.variant.slot?;
        let Element::Word(own) = self.variant.elements.get(slot.checked_sub(1)?)? else { return None };
        let verb = self.value().start.checked_sub(1).filter(|&at| self.scene.tokens.contains(&at))?;
        let counted = self.counted().filter(|_| !own.is_function)?;
        let passage = self.scene.passage;
        let is_verb = passage.carries(verb) && !self.is_said(verb) && !starts_upper(passage.tokens.raw(verb));
        let and = verb.checked_sub(1).filter(|&and| self.word(and) == "and")?;
        let comma = and.checked_sub(1).filter(|&comma| self.word(comma) == ",")?;
        let place = (self.tokens.start..comma).rev().find(|&at| self.scene.word_cost(own, at).is_some())?;
        (is_verb && comma > place + 1 && !self.stands_near(counted)).then_some(verb)
    }

    /// `The trust's annual turnover is £890 million`, where a pattern has `{trust}'s {value} fine`: what the sum is of stands
    /// before it, and not behind.
    fn is_of_other_head(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let counted = self.counted().filter(|counted| !self.stands_near(counted))?;
        let own = passage.value_around(self.candidate.span)?;
        let before = self.value().start.saturating_sub(1);
        let is_told = matches!(self.word(before), "is" | "was" | "are" | "were" | "of" | "at");
        if !has_unit(own) || !is_told || self.tokens.start >= before || passage.lexicon.anybody.contains(&counted.stem)
        {
            return None;
        }
        let is_own =
            |at: usize| self.is_said(at) || self.topic.own.iter().any(|word| self.scene.word_cost(word, at).is_some());
        let noun =
            (self.tokens.start..before).rev().find(|&at| passage.carries(at) && !self.word(at).ends_with("ly"))?;
        let is_noun =
            !is_own(noun) && !starts_upper(passage.tokens.raw(noun)) && !passage.lexicon.says(&passage.stems[noun]);
        let is_name = passage.names_in(noun..noun + 1).next().is_some();
        (is_noun && !is_name && noun + 1 == before).then_some(noun)
    }

    /// `The firm said last night that`, where a pattern has `{firm} says it did, at {value}`: when it was said, and not what
    /// the pattern has behind its verb of saying.
    pub(super) fn is_time_of_saying(&self) -> Option<usize> {
        let (slot, passage) = (self.variant.slot?, self.scene.passage);
        if !matches!(self.candidate.value, Value::Date(_)) {
            return None;
        }
        let ahead = self.variant.elements[..slot].iter().filter_map(|element| match element {
            Element::Word(word) => Some(word),
            _ => None,
        });
        let ahead: Vec<&Word> = ahead.collect();
        let says = ahead.iter().position(|word| passage.lexicon.says(&word.stem))?;
        // `It warned you on {value}` has nobody who does a thing behind the verb.
        let does = |next: &Word| !passage.lexicon.times.leading.contains(&next.folded);
        let begins = |pair: &[&Word]| {
            let subject = passage.lexicon.subjects.contains(&pair[0].folded) || pair[0].folded == "that";
            subject && does(pair[1])
        };
        let asks_what = ahead[says + 1..].windows(2).any(begins);
        let is_of_saying = || telling::is_of_saying(passage, None, self.scene.sentence, self.value());
        (asks_what && is_of_saying()).then_some(self.value().start)
    }

    /// `Had their votes counted twice`, where a topic counts stations: how often something was done.
    fn is_times_of_nothing(&self) -> Option<usize> {
        let is_counting = |at: usize| self.scene.passage.lexicon.is_account(&self.scene.passage.stems[at]);
        let verb = self.value().start.checked_sub(1).filter(|&at| self.scene.tokens.contains(&at))?;
        let is_other = self.candidate.sort == Sort::Multiple && self.counted().is_none();
        (is_other && is_counting(verb) && self.is_said(verb)).then_some(verb)
    }

    /// `What one calls a call`: anybody, and what they do; nobody counts `one calls`.
    fn is_anybody(&self) -> Option<usize> {
        let verb = self.value().end;
        let word = self.word(verb);
        let is_one = self.value().len() == 1 && self.word(self.value().start) == "one";
        let does = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        let leads = || {
            let before = self.value().start.checked_sub(1).map_or("", |at| self.word(at));
            matches!(before, "what" | "how" | "when" | "if" | "whether" | "where" | "whom" | "as" | "that" | "which")
        };
        let has_object = || {
            matches!(
                self.word(verb + 1),
                "a" | "an" | "the" | "it" | "them" | "him" | "her" | "this" | "that" | "these"
            )
        };
        (is_one && does && (leads() || has_object())).then_some(verb)
    }

    /// `Began to thaw with one phone call`, where a pattern has `there were {value} phone calls`: any one, and no number.
    fn is_any_one(&self) -> Option<usize> {
        let is_one = self.value().len() == 1 && self.word(self.value().start) == "one";
        let end = self.named_until();
        // `One day of it costs more`, `one call too many`.
        let costs = self.scene.passage.lexicon.contrast.of_each.contains(self.word(end));
        if is_one && costs || matches!((self.word(end), self.word(end + 1)), ("too", "many" | "few")) {
            return Some(end);
        }
        let before = self.value().start.checked_sub(1).filter(|&at| self.scene.tokens.contains(&at))?;
        let leads = matches!(self.word(before), "with" | "by" | "in" | "after" | "during" | "through" | "from");
        let is_existential = self
            .variant
            .elements
            .iter()
            .any(|element| matches!(element, Element::Word(word) if word.folded == "there"));
        let there = (self.scene.tokens.start..before).any(|at| self.word(at) == "there");
        (is_one && leads && is_existential && !there).then_some(before)
    }

    /// Where the words end that name what a value counts: `days of strike`.
    fn named_until(&self) -> usize {
        let names = |at: &usize| self.word(*at) == "of" || self.scene.passage.carries(*at);
        let is_each = |at: usize| self.scene.passage.lexicon.contrast.of_each.contains(self.word(at));
        let behind = self.value().end..(self.value().end + NEARBY).min(self.scene.tokens.end);
        behind.clone().find(|at| !names(at) || is_each(*at) || self.word(*at) == "too").unwrap_or(behind.end)
    }

    /// `A total of 55: 31 Dresnians freed and 24 Velmorans freed`: all that the pattern says stands behind a mark, with a noun
    /// that no other part has.
    pub(super) fn has_own_words(&self, mark: usize) -> bool {
        let passage = self.scene.passage;
        let noun = |end: usize| (self.scene.tokens.contains(&end) && passage.carries(end)).then(|| &passage.stems[end]);
        let own = noun(self.value().end).filter(|_| self.tokens.start > mark && self.is_said(self.value().end));
        let others =
            self.all.iter().filter(|other| other.tokens.start > mark && other.tokens.start != self.value().start);
        own.is_some() && others.into_iter().all(|other| noun(other.tokens.end) != own)
    }

    /// Whether a word of the pattern stands in a match, or right beside it.
    fn stands_near(&self, word: &Word) -> bool {
        let first = self.tokens.start.saturating_sub(NEARBY).max(self.scene.tokens.start);
        let last = (self.tokens.end.max(self.value().end) + NEARBY).min(self.scene.tokens.end);
        (first..last).any(|at| self.scene.word_cost(word, at).is_some())
    }
}

/// Whether a value has a unit of its own.
fn has_unit(value: &Extracted) -> bool {
    matches!(value.reading, Reading::Percent(_) | Reading::Money(_) | Reading::Quantity(_) | Reading::Duration(..))
}
