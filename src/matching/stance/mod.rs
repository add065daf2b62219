//! How a value stands in its sentence: whether it replaces an earlier one, is
//! itself the earlier one, and how sure it is said to be.
//!
//! Only words of the sentence count, and only those of the value's clause. It
//! judges nothing: what a revision or a doubt means beside another article is
//! decided where statements are compared.
//!
//! ```text
//! lowered its figure to 12,000, down from 15,000   12,000 revises 15,000; 15,000 is superseded
//! may have been caused by welding                  doubted
//! documents show that 20 were there                proven
//! ```

mod another;
mod assured;
pub(in crate::matching) mod denial;
mod earlier;
mod expected;
mod modal;
mod notions;
mod planned;
mod postponed;
mod reached;
mod retracted;
mod ruled;
pub(in crate::matching) mod silence;
mod status;
mod supposed;
mod undone;
mod usual;
pub(in crate::matching) mod verdict;
mod withdrawn;

use crate::claims::Topic;
use crate::extract::{Extracted, Reading, Role, fit::fit, is_change};
use crate::matching::behind::{between, few};
use crate::matching::language::stance_words::StanceWords;
use crate::matching::passage::Passage;
use crate::matching::patterns::candidates::Candidate;
use crate::text::TokenKind;
use crate::value::{Kind, Value};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How far a word that says how a value stands may be from it, in tokens.
const REACH: usize = 14;
/// How far between `from` and its value.
const NEAR: usize = 4;

/// How a value stands in its sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stance {
    /// How sure it is said to be.
    pub assurance: Assurance,
    /// That it replaces an earlier value.
    pub revises: Option<Revises>,
    /// That it is an earlier value, which another has replaced.
    pub is_superseded: bool,
    /// That it has risen or fallen to what it is, or is what it has come to so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
    /// That it is told of what has been done up to the day of the text: `has been paid`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_to_date: bool,
    /// That it is not even stated: `could not confirm that`.
    pub is_withheld: bool,
}

/// That a value replaces an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Revises {
    /// The earlier value, where the sentence gives it.
    pub from: Option<Value>,
}

/// Which way a value has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// `Rises to 9`.
    Up,
    /// `Fell to 9`.
    Down,
    /// `9 so far`, `has been out for 9 days`: it can only have grown to it, and may grow on.
    SoFar,
    /// `9 are still missing`: the other way.
    Still,
    /// `Reached 9 on Tuesday`: as many as there were on that day.
    Reached,
}

impl Turn {
    /// Whether it may have come from one value to the next, the second being the greater as
    /// `grown` says.
    #[must_use]
    pub const fn allows(self, grown: bool) -> bool {
        match self {
            Self::Up | Self::SoFar | Self::Reached => grown,
            Self::Down | Self::Still => !grown,
        }
    }

    /// Whether it tells of what is still going on, so that a later value may be another.
    #[must_use]
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::SoFar | Self::Still)
    }
}

/// How sure a sentence says a thing to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assurance {
    /// Left open: `may have`, `could not confirm`.
    Doubted,
    /// Simply stated.
    #[default]
    Plain,
    /// Said to be certain: `documents show`.
    Proven,
}

impl Assurance {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Doubted => "doubted",
            Self::Plain => "plain",
            Self::Proven => "proven",
        }
    }
}

/// Reads how a value stands. `tokens` are the value's, `whole` those of the
/// statement, `others` the values of the sentence that could answer the topic.
#[must_use]
pub(in crate::matching) fn read_stance(
    passage: &Passage<'_>,
    topic: &Topic,
    sentence: usize,
    tokens: &Range<usize>,
    whole: &Range<usize>,
    others: &[Candidate],
) -> Stance {
    let reader = Reader { passage, sentence: &passage.sentences[sentence].tokens, words: passage.lexicon.stance };
    let is_date = topic.kind == Kind::Date;
    let is_given_up = is_date && others.iter().any(|other| reader.is_put_off(tokens, &other.tokens));
    let is_retracted = topic.kind.has_slot() && reader.is_retracted(tokens.start);
    let is_superseded = is_given_up || is_retracted || topic.kind.has_slot() && reader.is_superseded(topic, tokens);
    let put_off = others.iter().find(|other| is_date && reader.is_put_off(&other.tokens, tokens));
    let put_off = put_off.map(|other| Revises { from: Some(other.value.clone()) });
    let revises = if is_superseded { None } else { put_off.or_else(|| reader.revises(topic, tokens, others)) };
    let is_withheld = is_given_up
        || is_retracted
        || reader.is_unconfirmed(tokens.start.min(whole.start))
        || another::is_another_to_come(&reader, topic, tokens)
        || expected::is_not_so(&reader, topic, tokens, whole);
    let is_revised = is_superseded || reader.revising_before(tokens.start).is_some();
    let turn = match topic.kind {
        Kind::Date if !is_superseded => reader.put_off_to(tokens.start),
        kind if kind.is_amount() && !is_revised => {
            let turn = reader.turn(tokens.start).or_else(|| reader.level(tokens.start));
            turn.or_else(|| reader.status(topic.kind, tokens, whole))
        }
        _ => None,
    };
    let statement = tokens.start.min(whole.start)..tokens.end.max(whole.end);
    let is_to_date = topic.kind.is_amount() && reader.is_to_date(&statement);
    Stance { assurance: reader.assurance(topic, tokens, whole), revises, is_superseded, turn, is_to_date, is_withheld }
}

/// A sentence whose words tell how its values stand.
pub(in crate::matching) struct Reader<'r, 'a> {
    pub(in crate::matching) passage: &'r Passage<'a>,
    pub(in crate::matching) sentence: &'r Range<usize>,
    pub(in crate::matching) words: &'static StanceWords,
}

impl Reader<'_, '_> {
    pub(in crate::matching) fn folded(&self, at: usize) -> &str {
        self.passage.tokens.folded(at)
    }

    /// The word at a token of the sentence; none outside it.
    pub(in crate::matching) fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.folded(at) } else { "" }
    }

    pub(in crate::matching) fn stem(&self, at: usize) -> &str {
        &self.passage.stems[at]
    }

    /// The tokens of a value's clause before it, the nearest first.
    pub(in crate::matching) fn before(&self, at: usize) -> impl Iterator<Item = usize> {
        let first = at.saturating_sub(REACH).max(self.sentence.start);
        (first..at).rev().take_while(|&at| !self.ends_clause(at))
    }

    pub(in crate::matching) fn after(&self, at: usize) -> impl Iterator<Item = usize> {
        let last = (at + REACH).min(self.sentence.end);
        (at..last).take_while(|&at| !self.ends_clause(at))
    }

    fn ends_clause(&self, at: usize) -> bool {
        self.folded(at) == ";" || self.passage.lexicon.clause_starts.contains(self.folded(at))
    }

    fn is_account(&self, at: usize) -> bool {
        self.passage.lexicon.is_account(self.stem(at))
    }

    /// A word of revising before the value: `revised its count to 12,000`, `the toll was raised to 52`.
    fn revising_before(&self, at: usize) -> Option<usize> {
        let adjusts = |word: usize| {
            let of_figure = between(word, at).any(|at| self.is_figure(at))
                || word > self.sentence.start && self.is_figure(word - 1);
            let adjusts = of_figure || self.is_passive(word) && self.has_figure_before(word);
            self.adjusts(word) && (adjusts || self.adjusts_it(word)) && !self.is_said_anew(word, at)
        };
        // `Have not changed their own count of 9,000`, `an update from the police: 9,000`.
        let is_kept = |word: usize| {
            if self.folded(word) == "update" && self.word(word + 1) == "from" {
                return true;
            }
            let before = word.checked_sub(1).filter(|&before| self.sentence.contains(&before));
            before.is_some_and(|before| self.passage.lexicon.is_negation(self.folded(before)))
        };
        let revises = |word: usize| self.words.revising.contains(self.stem(word)) || adjusts(word);
        self.before(at).find(|&word| revises(word) && !is_kept(word))
    }

    /// `Raised the count of stewards and put the crowd at 12,000`: what stands behind the `and` is said
    /// by a verb of its own.
    fn is_said_anew(&self, verb: usize, value: usize) -> bool {
        between(verb, value).any(|at| self.says_anew(at, value))
    }

    /// Whether an `and` or a `but` leads to a verb of saying, before a value.
    fn says_anew(&self, joins: usize, value: usize) -> bool {
        let is_verb = |at: usize| {
            let noun = self.is_account(at) && !self.folded(at).ends_with("ed");
            self.passage.lexicon.says(self.stem(at)) && !noun
        };
        matches!(self.folded(joins), "and" | "but") && few(2, joins, value).any(is_verb)
    }

    fn adjusts(&self, word: usize) -> bool {
        let (stem, folded) = (self.stem(word), self.folded(word));
        // `Our loss adjusters put it at 12` adjusts nothing.
        let is_doer = (folded.ends_with("er") || folded.ends_with("ers")) && !stem.ends_with("er");
        !is_doer && (self.words.adjusting.contains(stem) || self.words.adjusting.contains(folded))
    }

    /// `Raised this to`, of a number that stands before.
    fn adjusts_it(&self, word: usize) -> bool {
        let is_it = matches!(self.word(word + 1), "this" | "that" | "it") && self.word(word + 2) == self.words.to;
        is_it && (self.adjusts(word) || self.words.revising.contains(self.stem(word)))
    }

    pub(in crate::matching) fn is_figure(&self, at: usize) -> bool {
        self.is_account(at) || self.words.figures.contains(self.stem(at))
    }

    fn has_figure_before(&self, at: usize) -> bool {
        let first = at.saturating_sub(2 * REACH).max(self.sentence.start);
        (first..at).any(|at| self.is_figure(at))
    }

    /// `Was raised`, `has since been revised`.
    pub(in crate::matching) fn is_passive(&self, verb: usize) -> bool {
        let first = verb.saturating_sub(2).max(self.sentence.start);
        (first..verb).any(|at| matches!(self.folded(at), "been" | "was" | "were" | "is" | "are" | "being"))
    }

    fn says_soon(&self, at: usize, end: usize) -> bool {
        let lexicon = self.passage.lexicon;
        // `Now accepts that`.
        let states = |at: usize| {
            let next = if at + 1 < end { self.folded(at + 1) } else { "" };
            // `Now accepts the works began on 3 May`.
            let is_clause = || few(REACH, at + 1, end).any(|at| self.words.was.contains(self.folded(at)));
            lexicon.states(self.stem(at)) && (matches!(next, "that" | "it" | "there" | "they") || is_clause())
        };
        few(2, at, end).any(|at| lexicon.says(self.stem(at)) || states(at))
    }

    /// Whether a number begins at a token.
    pub(in crate::matching) fn is_number(&self, at: usize) -> bool {
        let mut values = self.passage.values_in(self.passage.span_of(self.sentence));
        let start = self.passage.tokens.get(at).span.start;
        values.any(|value| value.span.start == start && !value.is_moment())
    }

    /// That the value replaces another, with that one where it is named.
    fn revises(&self, topic: &Topic, tokens: &Range<usize>, others: &[Candidate]) -> Option<Revises> {
        let rival = |word: usize| {
            others.iter().any(|other| {
                word < other.tokens.start
                    && other.tokens.end <= tokens.start
                    && !self.is_superseded(topic, &other.tokens)
            })
        };
        let revised = self.revising_before(tokens.start).is_some_and(|word| !rival(word));
        let now = self
            .before(tokens.start)
            .any(|at| self.folded(at) == self.words.now && self.says_soon(at, tokens.start) && !rival(at));
        // `20 patients have had their records stolen, up from 12`: no other number stands between.
        let turned = self
            .after(tokens.end)
            .take(REACH)
            .take_while(|&at| !self.is_number(at))
            .any(|at| self.words.directions.contains(self.folded(at)) && self.word(at + 1) == self.words.from);
        // `The toll has risen to seven from five`.
        let moved = || is_change(&self.passage.tokens, tokens.start) && !rival(self.sentence.start);
        let denied = self.denied_earlier(tokens.end);
        let names_another = turned || denied.is_some() || moved();
        if !(revised || now || names_another) {
            return None;
        }
        let superseded = |other: &&Candidate| other.tokens != *tokens && self.is_superseded(topic, &other.tokens);
        let named = others.iter().find(superseded).map(|other| other.value.clone());
        let from = named.or_else(|| self.former(topic)).or_else(|| self.value_at(topic, denied?));
        (revised || now || names_another && from.is_some()).then_some(Revises { from })
    }

    /// The value of the sentence that begins at a token.
    fn value_at(&self, topic: &Topic, at: usize) -> Option<Value> {
        let start = self.passage.tokens.get(at).span.start;
        let mut values = self.passage.values_in(self.passage.span_of(self.sentence));
        let value = values.find(|value| value.span.start == start)?;
        fit(&value.reading, topic.kind, topic.unit.as_deref())
    }

    /// A value of the sentence that is read as what was before.
    fn former(&self, topic: &Topic) -> Option<Value> {
        let span = self.passage.span_of(self.sentence);
        let is_former = |value: &&Extracted| match &value.reading {
            Reading::Number(read) | Reading::Percent(read) | Reading::Money(read) | Reading::Quantity(read) => {
                read.role == Role::Former
            }
            Reading::Duration(read, _) => read.role == Role::Former,
            Reading::Ordinal(_) | Reading::Moment(_) => false,
        };
        let former = self.passage.values_in(span).find(is_former)?;
        fit(&former.reading, topic.kind, topic.unit.as_deref())
    }

    /// `Was to cost`: what was planned, and not what became of it.
    pub(in crate::matching) fn was_to(&self, at: usize) -> bool {
        let is_verb = at + 1 < self.sentence.end
            && self.passage.tokens.get(at + 1).kind == TokenKind::Word
            && !self.passage.lexicon.pointing.contains(self.folded(at + 1))
            && !matches!(self.folded(at + 1), "a" | "an");
        let was = |at: usize| at > self.sentence.start && self.words.was.contains(self.folded(at - 1));
        // `Was supposed to cost`.
        let supposed =
            || at > self.sentence.start && self.words.meant.contains(self.folded(at - 1)) && self.is_passive(at - 1);
        self.folded(at) == self.words.to && is_verb && (was(at) || supposed())
    }

    fn is_negated(&self, at: usize) -> bool {
        let first = at.saturating_sub(3).max(self.sentence.start);
        (first..at).any(|at| self.passage.lexicon.is_negation(self.folded(at)))
    }
}
