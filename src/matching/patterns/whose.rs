//! Which of several things in its sentence a value is of, where the words of a pattern could
//! take it for theirs: the other name of a list, what was added, a part, another row, a year.
//!
//! It looks only at how values and names share a sentence; for words, see [`contrast`](super::contrast).
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
use crate::extract::is_change;
use crate::matching::behind::between;
use crate::matching::language::person_words::GROUPS;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use crate::matching::topics::TopicProbe;
use crate::text::TokenKind;
use crate::value::{Number, Value};
use std::ops::Range;

/// How far behind `taking` its `to` may stand: `taking the official death toll to`.
const TAKING: usize = 8;

/// How far behind a value the verb may stand that says what became of them, in tokens.
const FATE: usize = 4;

/// Verbs of a contest: `won by 187 votes` tells how far, `won 187 votes` how many.
pub(super) const WINNING: &[&str] =
    &["win", "wins", "won", "lose", "loses", "lost", "beat", "beats", "beaten", "led", "leads", "margin"];

/// A candidate that a variant could take.
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
    /// The word by which it is of another thing.
    pub(super) fn of_another(&self) -> Option<usize> {
        if self.candidate.sort == Sort::Turned {
            return None;
        }
        self.of_another_name()
            .or_else(|| self.is_by_another())
            .or_else(|| self.votes_otherwise())
            .or_else(|| self.is_of_neighbour())
            .or_else(|| self.is_before_another())
            .or_else(|| self.is_of_no_head())
            .or_else(|| self.is_joined_with_verb())
            .or_else(|| self.counts_doers())
            .or_else(|| self.is_of_other_things())
            .or_else(|| self.is_of_another_topic())
            .or_else(|| self.votes_for_it())
            .or_else(|| self.counts_word_ahead())
            .or_else(|| self.has_own_subject())
            .or_else(|| self.lacks_its_word())
            .or_else(|| self.lacks_what_it_counts())
            .or_else(|| self.counts_otherwise())
            .or_else(|| self.is_time_of_saying())
            .or_else(|| self.is_of_noun_before())
            .or_else(|| self.is_measure())
            .or_else(|| self.answers_another_question())
            .or_else(|| self.is_added())
            .or_else(|| self.is_included())
            .or_else(|| self.is_share())
            .or_else(|| self.is_whole())
            .or_else(|| self.is_multiplier())
            .or_else(|| self.is_left_out())
            .or_else(|| self.is_ratio())
            .or_else(|| self.is_of_losers())
            .or_else(|| self.is_of_winners())
            .or_else(|| self.is_counted_since())
            .or_else(|| self.is_group())
            .or_else(|| self.is_each())
            .or_else(|| self.is_of_place())
            .or_else(|| self.is_of_part_behind())
            .or_else(|| self.has_own_verb())
            .or_else(|| self.has_own_predicate())
            .or_else(|| self.has_own_clause())
            .or_else(|| self.takes_noun_before())
            .or_else(|| self.is_of_people_before())
            .or_else(|| self.is_of_another_side())
            .or_else(|| self.is_one_of_several())
            .or_else(|| self.is_of_its_label())
            .or_else(|| self.is_of_sum())
            .or_else(|| self.has_own_noun())
            .or_else(|| self.flows_in())
            .or_else(|| self.is_mark())
            .or_else(|| self.is_year())
            .or_else(|| self.is_pair_of_years())
            .or_else(|| self.describes_a_noun())
            .or_else(|| self.is_of_clause_behind())
            .or_else(|| self.denies_another_noun())
            .or_else(|| self.is_place_in_row())
            .or_else(|| self.is_taking_part())
            .or_else(|| self.is_since())
    }

    pub(super) fn value(&self) -> &Range<usize> {
        &self.candidate.tokens
    }

    pub(super) fn word(&self, at: usize) -> &str {
        if self.scene.tokens.contains(&at) { self.scene.passage.tokens.folded(at) } else { "" }
    }

    pub(super) fn before(&self) -> Option<usize> {
        self.value().start.checked_sub(1).filter(|&at| at >= self.scene.tokens.start)
    }

    /// The name beside the value, where the sentence gives another value to what the pattern
    /// names, and this one to that name.
    fn of_another_name(&self) -> Option<usize> {
        if self.all.len() < 2 || self.topic.names.is_empty() {
            return None;
        }
        let here = self.part_around(self.value());
        // `Was told on 12 July that the system failed`: a clause on another thing.
        let that = (self.value().end..here.end).find(|&at| self.word(at) == "that").unwrap_or(here.end);
        let foreign = self.foreign_name(&(here.start..that), self.value())?;
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
    pub(super) fn part_around(&self, value: &Range<usize>) -> Range<usize> {
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
    /// before the value.
    fn foreign_name(&self, part: &Range<usize>, value: &Range<usize>) -> Option<usize> {
        let passage = self.scene.passage;
        // `The union made 12 raids`: who does so and does not say so.
        let does = |name: &NameAt| {
            let verb = name.tokens.end;
            let lexicon = passage.lexicon;
            let is_plain = || {
                let small = lexicon.is_function_word(self.word(verb)) || lexicon.is_account(&passage.stems[verb]);
                passage.tokens.get(verb).kind == TokenKind::Word && !small && !lexicon.says(&passage.stems[verb])
            };
            let is_ours = || self.topic.names.contains(&name.id) || self.topic.events.contains(&name.id);
            verb < value.start && !is_ours() && is_plain()
        };
        let known = passage.names_in(part.clone()).find(|name| self.topic.others.contains(&name.id) || does(name));
        let unknown = || {
            let at = value.start.checked_sub(1).filter(|&at| at >= part.start && at > self.scene.tokens.start)?;
            let is_named = passage.names_in(part.start..at + 1).any(|name| name.tokens.contains(&at));
            let is_name = starts_upper(passage.tokens.raw(at)) && !is_named;
            let is_plain = !passage.lexicon.is_function_word(self.word(at)) && self.word(at) != "the";
            let is_day = passage.values_in(passage.tokens.get(at).span).next().is_some();
            (is_name && is_plain && !is_day && self.word(at - 1) != ":").then_some(at)
        };
        known.map(|name| name.tokens.start).or_else(unknown)
    }

    pub(super) fn own_names(&self, part: &Range<usize>) -> Vec<NameId> {
        let names = self.scene.passage.names_in(part.clone()).map(|name| name.id);
        names.filter(|id| self.topic.names.contains(id)).collect()
    }

    /// `has risen by 3 since Monday`: how far, unless that is what the pattern asks for; `two
    /// died, taking the toll to 54`.
    fn is_added(&self) -> Option<usize> {
        let taking = |&at: &usize| matches!(self.word(at), "taking" | "bringing" | "raising" | "lifting" | "pushing");
        let to_new = |taking: usize| {
            let to = between(taking, taking + TAKING).find(|&at| self.word(at) == "to");
            to.is_some_and(|to| self.all.iter().any(|other| between(to, to + 4).contains(&other.tokens.start)))
        };
        let behind = (self.value().end..self.scene.tokens.end).find(taking).filter(|&at| to_new(at));
        // `Fell 3,000 to 12,000`.
        let to = self.value().end;
        let is_new = |other: &&Candidate| other.tokens.start == to + 1;
        let fell = self.word(to) == "to" && is_change(&self.scene.passage.tokens, self.value().start);
        if behind.is_some() || fell && self.all.iter().any(is_new) {
            return behind.or(Some(to));
        }
        if let Some(rose) = self.before().filter(|&at| self.is_rise(at)) {
            return Some(rose);
        }
        if let Some(other) = self.is_margin().or_else(|| self.is_put_to()) {
            return Some(other);
        }
        let by = self.before().filter(|&at| self.word(at) == "by")?;
        let asked = self.variant.has_word("by");
        (!asked && is_change(&self.scene.passage.tokens, by)).then_some(by)
    }

    /// `Won by 187 votes`, `by a margin of 187`: how far, unless the pattern asks for that.
    fn is_margin(&self) -> Option<usize> {
        let before = self.before()?;
        let tells = match self.word(before) {
            "by" => true,
            "of" => self.word(before.saturating_sub(1)) == "margin",
            _ => false,
        };
        let near = before.saturating_sub(3).max(self.scene.tokens.start)..before;
        let asked =
            || self.variant.word_before_slot() == Some("by") || self.words().any(|word| word.folded == "margin");
        (tells && near.into_iter().any(|at| WINNING.contains(&self.word(at))) && !asked()).then_some(before)
    }

    /// `Adding 40 million to its value`, `wiped 40 million off it`: how far, unless the pattern has that verb.
    fn is_put_to(&self) -> Option<usize> {
        let (verb, lexicon) = (self.before()?, self.scene.passage.lexicon);
        let behind = self.value().end..self.value().end + 2;
        let is_put = |(does, way): &(&[&str], &str)| {
            does.contains(&self.word(verb)) && behind.clone().any(|at| self.word(at) == *way)
        };
        let asked = || self.words().any(|word| word.stem == self.scene.passage.stems[verb]);
        (lexicon.contrast.putting_to.iter().any(is_put) && !asked()).then_some(verb)
    }

    /// `Fell 30 to its lowest`, `is up 30`: how far, unless the pattern asks for a rise.
    fn is_rise(&self, at: usize) -> bool {
        let lexicon = self.scene.passage.lexicon;
        let asks = |word: &Word| {
            lexicon.rising.contains(word.folded.as_str())
                || lexicon.rises.contains(word.stem.as_str())
                || word.folded == self.word(at)
        };
        let is_asked =
            || self.variant.elements.iter().any(|element| matches!(element, Element::Word(word) if asks(word)));
        // `Rang him up 60 times` is no rise.
        let is_state = || at > 0 && matches!(self.word(at - 1), "is" | "are" | "was" | "were" | "been" | "now" | ",");
        let rises = lexicon.rising.contains(self.word(at)) || matches!(self.word(at), "up" | "down") && is_state();
        let is_level =
            matches!(self.word(self.value().start), "above" | "over" | "past" | "beyond" | "below" | "under");
        rises && !is_level && matches!(self.candidate.value, Value::Amount(_)) && !is_asked()
    }

    /// `63 people died in the boat`: the pattern says something of them, and the text that they met
    /// a fate that the pattern does not know.
    fn has_own_verb(&self) -> Option<usize> {
        let behind = &self.variant.elements[self.variant.slot? + 1..];
        let says = |element: &Element| matches!(element, Element::Word(word) if !word.is_function);
        if !behind.first().is_some_and(says) || !behind.iter().skip(1).any(says) {
            return None;
        }
        let lexicon = self.scene.passage.lexicon;
        let stem = |at: usize| &self.scene.passage.stems[at];
        let passes =
            |at: &usize| self.is_said(*at) || lexicon.is_function_word(self.word(*at)) || lexicon.says(stem(*at));
        let verb = (self.value().end..self.tokens.end).find(|at| !passes(at))?;
        let is_participle = self.word(verb).ends_with('d') || matches!(self.word(verb), "missing" | "bought");
        let mut families = lexicon.contrast.families.iter();
        let family = families.find(|family| family.iter().any(|fate| fate.contains(&stem(verb))))?;
        let own = self.words().any(|word| family.iter().any(|fate| fate.contains(&word.stem.as_str())));
        (is_participle && verb <= self.value().end + FATE && !own).then_some(verb)
    }

    /// `A man and two women died`, `12 men and three women died`: one of several groups, where
    /// the pattern does not say which.
    fn is_one_of_several(&self) -> Option<usize> {
        let noun = |at: usize| GROUPS.contains(&self.word(at)) && !self.is_said(at);
        let end = self.value().end;
        let before = self.before().filter(|&and| self.word(and) == "and" && and > self.scene.tokens.start);
        let first = before.is_some_and(|and| noun(and - 1));
        let second = self.word(end + 1) == "and" && (end + 2..end + 4).any(noun);
        // `54 percent of men and 40 percent of women`.
        let share = |end: usize| self.word(end) == "of" && noun(end + 1);
        let differs =
            |other: &&Candidate| share(other.tokens.end) && self.word(other.tokens.end + 1) != self.word(end + 1);
        let shares = share(end) && self.all.iter().any(differs);
        (shares || noun(end) && (first || second)).then_some(end)
    }

    /// `14.05: The police said`, `UPDATE 2-Toll rises`, `Day 3: 43 died`: a mark before what is
    /// said.
    fn is_mark(&self) -> Option<usize> {
        let (first, end) = (self.value().start, self.value().end);
        let asked = self.variant.elements.contains(&Element::Sign(':'));
        let start = self.scene.tokens.start;
        let opens = first == start && self.word(end) == ":" && !asked;
        // `Update 3: 43 people died`.
        let later = || self.all.iter().any(|other| other.tokens.start > end);
        let numbered = first == start + 1 && self.word(end) == ":" && !asked && !self.is_said(start) && later();
        let is_wire = |at: usize| {
            let raw = self.scene.passage.tokens.raw(at);
            raw.len() >= 4 && raw.bytes().all(|byte| byte.is_ascii_uppercase())
        };
        let glued = self.word(end) == "-" && !self.scene.passage.tokens.get(end).spaced;
        (opens || numbered || glued && self.before().is_some_and(is_wire)).then_some(end)
    }

    /// `Killed: 40. Injured: 120.`, `Killed | 40 | Injured | 120`: a word with a colon, past a mark,
    /// is the label of the next.
    fn is_of_its_label(&self) -> Option<usize> {
        self.before().filter(|&at| matches!(self.word(at), ":" | "|"))?;
        let after = self.value().end..self.tokens.end;
        let mark = after.clone().find(|&at| matches!(self.word(at), "." | "," | ";" | "|"))?;
        let is_label = |at: &usize| {
            matches!(self.word(*at + 1), ":" | "|") && self.scene.passage.tokens.get(*at).kind == TokenKind::Word
        };
        between(mark, after.end).find(is_label)
    }

    /// `6,000 jobs go: 4,200 in Denmark and 1,800 abroad`: one of several behind a colon or in
    /// brackets that make the number before.
    fn is_of_sum(&self) -> Option<usize> {
        let opens = |at: &usize| matches!(self.word(*at), ":" | "(");
        let mark = (self.scene.tokens.start..self.value().start).rev().find(opens)?;
        let stated = |other: &&&Candidate| match &other.value {
            Value::Amount(amount) if other.sort == Sort::Plain => amount.stated,
            _ => None,
        };
        let close = (mark..self.scene.tokens.end).find(|&at| matches!(self.word(at), ")" | ";")).unwrap_or(usize::MAX);
        let whole = self.all.iter().rfind(|other| other.tokens.end <= mark).as_ref().and_then(stated)?;
        let parts = self.all.iter().filter(|other| mark < other.tokens.start && other.tokens.start < close);
        let parts: Vec<Number> = parts.map(|other| stated(&other)).collect::<Option<_>>()?;
        let sum = parts.iter().try_fold(Number::ZERO, |sum, part| sum.checked_add(*part))?;
        (parts.len() > 1 && sum == whole && !self.has_own_words(mark)).then_some(mark)
    }

    /// `The second was injured`: one of several, of whom the next word tells.
    fn is_place_in_row(&self) -> Option<usize> {
        let next = self.value().end;
        let does = self.word(next).ends_with("ed")
            || matches!(self.word(next), "is" | "are" | "was" | "were" | "has" | "have" | "had" | "died" | "dies");
        (self.candidate.sort == Sort::Ordinal && does).then_some(self.value().start)
    }

    /// `Since January`: when something began to be counted.
    fn is_since(&self) -> Option<usize> {
        let is_date = matches!(self.candidate.value, Value::Date(_));
        self.before().filter(|&at| is_date && self.word(at) == "since" && !self.variant.asks_since())
    }

    /// `Took part for two hours`, `took place after 19 hours`: nothing took so long. What `took place on Sunday and lasted` did.
    fn is_taking_part(&self) -> Option<usize> {
        let takes = |at: &usize| {
            matches!(self.word(*at), "take" | "takes" | "took" | "taken" | "taking")
                && matches!(self.word(at + 1), "part" | "place")
                && !self.is_said(at + 1)
        };
        let joins = |at: usize| matches!(self.word(at - 1), "and" | "but" | "which" | "that" | "also" | "has" | "had");
        let lasts = |at: &usize| (at + 2..self.value().start).any(|at| self.is_said(at) && joins(at));
        self.tokens.clone().find(takes).filter(|at| !lasts(at))
    }

    /// Whether the pattern has a token of the text.
    pub(super) fn is_said(&self, at: usize) -> bool {
        self.scene.tokens.contains(&at) && self.words().any(|word| self.scene.word_cost(word, at).is_some())
    }

    /// The word right behind the slot, for what is counted.
    pub(super) fn counted(&self) -> Option<&Word> {
        match self.variant.elements.get(self.variant.slot? + 1)? {
            Element::Word(word) if !word.is_function => Some(word),
            _ => None,
        }
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &Word> {
        self.variant.elements.iter().filter_map(|element| match element {
            Element::Word(word) if !word.is_function => Some(word),
            _ => None,
        })
    }
}
