//! What a sentence leaves out of a pattern, where the rest says too little: its only word, or the noun that it counts
//! where the text before counts other things.
//!
//! ```text
//! the Harbour Office lists {value}   the Harbour Office five              nobody says what five are
//! the firm's figure is {value} guests  the firm's figure is 90                of what, nobody says
//! the firm now says {value}          the firm now says it had 90 buses    of buses
//! held {value} calls                 sent a dozen letters. It held eight  eight letters
//! killed {value} people              two drones came. They killed eight   people are left out everywhere
//! {value} civilians were wounded     12 soldiers died and 20 were wounded  soldiers
//! the start is {value}               the raids began on 3 May              the raids' start
//! ```

use super::candidates::Sort;
use super::compile::{Element, Variant, Word};
use super::hits::variants;
use super::whose::Taken;
use crate::extract::{Extracted, Reading};
use crate::text::TokenKind;

/// How far beside a match a missing word may stand after all, in tokens.
const NEARBY: usize = 4;
/// How many sentences back the noun may stand that is left out.
const BACK: usize = 2;
/// How far before its number, in tokens, it may.
const FAR: usize = 80;
/// How many words a counted noun may have.
const NOUN: usize = 3;

impl Taken<'_, '_, '_> {
    /// `The Harbour Office five`, where a pattern has `the Harbour Office lists {value}`: but for a name nothing is left.
    /// (What is counted may be left out, [for a price](super::price).)
    pub(super) fn lacks_its_word(&self) -> Option<usize> {
        let mut words = self.words().filter(|word| !word.is_name);
        let only = words.next().filter(|_| words.next().is_none())?;
        let is_counted = self.counted().is_some_and(|counted| std::ptr::eq(counted, only));
        let first = self.tokens.start.saturating_sub(NEARBY).max(self.scene.tokens.start);
        let last = (self.tokens.end.max(self.value().end) + NEARBY).min(self.scene.tokens.end);
        let stands = |at: usize| self.scene.word_cost(only, at).is_some() && !self.is_done_instead(only, at);
        (!is_counted && !(first..last).any(stands)).then_some(self.value().start)
    }

    /// `Stands by its figure of 90`, where a pattern has `figure is {value} guests`: what is left says only that there is a
    /// number, and the text has not spoken of guests.
    pub(super) fn lacks_what_it_counts(&self) -> Option<usize> {
        let counted = self.counted().filter(|word| word.stem != "time" && self.candidate.sort == Sort::Plain)?;
        let passage = self.scene.passage;
        let mut others = self.words().filter(|word| !word.is_name && !std::ptr::eq(*word, counted)).peekable();
        let is_of_any = others.peek().is_some() && others.all(|word| self.is_of_any_number(word));
        if !is_of_any || passage.lexicon.anybody.contains(&counted.stem) {
            return None;
        }
        let first = passage.sentences[self.scene.sentence.saturating_sub(BACK)].tokens.start;
        let first = first.max(self.value().start.saturating_sub(FAR));
        let is_told = (first..self.scene.tokens.end).any(|at| self.is_called(counted, at));
        (!is_told).then_some(self.value().start)
    }

    /// `Now says it had 90 buses`, where a pattern has `{firm} now says {value}` and its topic counts guests: the pattern
    /// does not say what it counts, and the text says that it is something else.
    pub(super) fn counts_otherwise(&self) -> Option<usize> {
        let (slot, passage) = (self.variant.slot?, self.scene.passage);
        let is_last = slot + 1 == self.variant.elements.len();
        if !is_last || !self.topic.counts_things || self.candidate.sort != Sort::Plain {
            return None;
        }
        let mut words = self.words().filter(|word| !word.is_name).peekable();
        if words.peek().is_none() || !words.all(|word| self.is_of_any_number(word)) {
            return None;
        }
        let end = self.value().end;
        let last = (end + NOUN).min(self.scene.tokens.end);
        let is_number = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
        let row = end..(end..last).find(|&at| !passage.carries(at) || is_number(at)).unwrap_or(last);
        let head = row.clone().next_back()?;
        // `A count of 12 includes the three`: a verb.
        let no_nouns = &passage.lexicon.contrast.no_nouns;
        let takes_object = self.scene.tokens.contains(&row.end)
            && (passage.lexicon.pointing.contains(self.word(row.end)) || is_number(row.end));
        let is_verb = takes_object || no_nouns.contains(self.word(row.start));
        let people = &passage.lexicon.contrast.staff;
        let word = self.word(head);
        let is_plural = word.ends_with('s') && !word.ends_with("ss") && !no_nouns.contains(word);
        let is_noun = is_plural || people.contains(word);
        let may_be_own = |at: usize| self.is_of_topic(at) || passage.lexicon.anybody.contains(&passage.stems[at]);
        (is_noun && !is_verb && !row.clone().any(may_be_own)).then_some(row.start)
    }

    /// Whether a word says no more than that somebody gives a number: `spoke of`, and not `spoke with`.
    fn is_of_any_number(&self, word: &Word) -> bool {
        let lexicon = self.scene.passage.lexicon;
        let mut elements = self.variant.elements.iter();
        let mut has_of = || elements.any(|element| matches!(element, Element::Word(word) if word.folded == "of"));
        let is_done = matches!(&*word.stem, "speak" | "spoke" | "spoken" | "talk") && !has_of();
        !is_done
            && (lexicon.says(&word.stem)
                || lexicon.is_account_or_claim(&word.stem)
                || lexicon.figures.nouns.contains(&word.folded))
    }

    /// `The raids began on {value}`, where a pattern has `the start is`: what began, the text says itself.
    fn is_done_instead(&self, noun: &Word, at: usize) -> bool {
        let mut pairs = self.variant.elements.windows(2);
        let is_noun = pairs.any(|pair| match pair {
            [Element::Word(the), Element::Word(word)] => {
                std::ptr::eq(word, noun) && matches!(&*the.folded, "the" | "its")
            }
            _ => false,
        });
        let is_same = self.word(at).strip_prefix(noun.folded.as_str()).is_some_and(|rest| matches!(rest, "" | "s"));
        let before = at.checked_sub(1).map_or("", |at| self.word(at));
        let led = matches!(before, "the" | "a" | "an" | "its" | "their" | "this" | "'s");
        // `The truce began`, where the truce is what is asked for.
        let subject =
            (self.scene.tokens.start..at).rev().find(|&at| self.scene.passage.carries(at) || self.word(at) == "it");
        let is_asked = subject.is_some_and(|at| {
            self.word(at) == "it"
                || self.topic.own.iter().any(|word| self.is_called(word, at))
                || self.scene.passage.names_in(at..at + 1).next().is_some()
        });
        is_noun && !is_same && !led && !is_asked && !matches!(self.word(at + 1), "is" | "was" | "of")
    }

    /// `A dozen letters. It has had only eight.`, where a pattern has `held {value} calls`: a noun that is left out is the
    /// one counted last. People are left out anywhere, and so is what somebody does so many times.
    pub(super) fn is_of_noun_before(&self) -> Option<usize> {
        let slot = self.variant.slot?;
        let counted = self.counted().filter(|word| word.stem != "time" && self.candidate.sort == Sort::Plain)?;
        let passage = self.scene.passage;
        let lexicon = passage.lexicon;
        if lexicon.anybody.contains(&counted.stem)
            || lexicon.contrast.people.contains(&counted.folded)
            || !self.topic.counts_things
        {
            return None;
        }
        let says = |element: &Element| matches!(element, Element::Word(word) if !word.is_function);
        if self.variant.elements[slot + 2..].iter().any(says) {
            return None;
        }
        let (value, end) = (self.value(), self.scene.tokens.end);
        let ends =
            value.end >= end || passage.tokens.get(value.end).kind == TokenKind::Sign && self.word(value.end) != "-";
        let first = self.tokens.start.min(value.start);
        let stands = |at: usize| self.scene.word_cost(counted, at).is_some();
        if !ends || (first..(value.end + NEARBY).min(end)).any(stands) {
            return None;
        }
        let here = self.scene.sentence;
        let block = passage.sentences[here].block;
        let from = (here.saturating_sub(BACK)..=here).find(|&at| passage.sentences[at].block == block)?;
        let before = passage.sentences[from].tokens.start.max(value.start.saturating_sub(FAR))..value.start;
        if before.is_empty() {
            return None;
        }
        let mut nouns = passage.values_in(passage.span_of(&before)).filter_map(|read| self.noun_of(read));
        let (noun, is_own) = nouns.next_back()?;
        (!is_own && self.goes_on_from(noun)).then_some(noun)
    }

    /// `23 servicemen were killed and 71 were wounded`, where a pattern has `{value} civilians were wounded`: people are left
    /// out anywhere, but where another fate of others is told right before, it is of these.
    pub(super) fn is_of_people_before(&self) -> Option<usize> {
        let passage = self.scene.passage;
        let anybody = &passage.lexicon.anybody;
        let is_plain = self.candidate.sort == Sort::Plain;
        let counted = self.counted().filter(|word| is_plain && !anybody.contains(&word.stem))?;
        let value = self.value();
        let last = (value.end + NOUN).min(self.scene.tokens.end);
        if (value.end..last).any(|at| self.scene.word_cost(counted, at).is_some()) {
            return None;
        }
        let joined = self.joined_at(value.start)?;
        let earlier = self.all.iter().filter(|other| other.tokens.end < joined);
        let other = earlier.max_by_key(|other| other.tokens.end)?;
        let is_fate = |at: &usize| self.variant.contrasts.iter().any(|of| of.rules_out(&passage.stems[*at]));
        let fate = (other.tokens.end..joined).find(is_fate)?;
        let is_noun = |at: &usize| passage.carries(*at) && *at < other.tokens.end + NOUN;
        let nouns = other.tokens.end..fate;
        let noun = nouns.clone().take_while(is_noun).next()?;
        // `One man died and 12 were wounded`: of whom the 12 are, is not told.
        let people = passage.lexicon.contrast.people;
        let is_kind = |at: usize| {
            let word = self.word(at);
            let is_of_men = word.ends_with("men") && !matches!(word, "men" | "women");
            is_of_men || word.strip_suffix('s').is_some_and(|one| !people.contains(one))
        };
        if !nouns.clone().take_while(is_noun).any(is_kind) {
            return None;
        }
        let is_own = |at: usize| anybody.contains(passage.stems[at].as_ref()) || self.is_counted(at);
        (!nouns.take_while(is_noun).any(is_own)).then_some(noun)
    }

    /// `It has had eight`, `Dresno says it has eight`: whether whoever has the number is told by a pronoun, or was named
    /// with the noun before.
    fn goes_on_from(&self, noun: usize) -> bool {
        let passage = self.scene.passage;
        let start = self.scene.tokens.start;
        if noun >= start || self.only_says() {
            return true;
        }
        let is_pronoun = |at: usize| matches!(self.word(at), "it" | "they" | "he" | "she" | "we" | "there");
        let before = &passage.sentences[passage.sentence_at(passage.tokens.get(noun).span.start)].tokens;
        let same = |id| passage.names_in(before.clone()).any(|name| name.id == id);
        let subject = passage.names_in(start..self.value().start).next();
        (start..self.value().start).any(is_pronoun) || subject.is_none_or(|name| same(name.id))
    }

    /// `The ministry says seven`: who says so, and nothing else.
    fn only_says(&self) -> bool {
        let passage = self.scene.passage;
        let (start, value) = (self.scene.tokens.start, self.value());
        let says = value.start > start && passage.lexicon.says(&passage.stems[value.start - 1]);
        let is_name = |at: usize| passage.names_in(start..value.start).any(|name| name.tokens.contains(&at));
        says && (start..value.start - 1).all(|at| is_name(at) || passage.lexicon.is_function_word(self.word(at)))
    }

    /// The noun that a number counts, and whether the topic has it: not of `the two leaders`, whom the text has named.
    fn noun_of(&self, read: &Extracted) -> Option<(usize, bool)> {
        let passage = self.scene.passage;
        let tokens = passage.tokens_of(read.span);
        let is_named = tokens.start > 0 && passage.lexicon.pointing.contains(passage.tokens.folded(tokens.start - 1));
        if !matches!(read.reading, Reading::Number(_)) || is_named || tokens.is_empty() {
            return None;
        }
        let last = (tokens.end + NOUN).min(passage.tokens.len());
        let mut noun = (tokens.end..last).take_while(|&at| passage.carries(at));
        let first = noun.next()?;
        let is_times = |at: usize| matches!(passage.stems[at].as_ref(), "time" | "occas");
        Some((first, std::iter::once(first).chain(noun).any(|at| is_times(at) || self.is_counted(at))))
    }

    /// Whether a noun is one that the topic counts, or goes by another name for one: of `rounds of talks` the rounds.
    fn is_counted(&self, at: usize) -> bool {
        let behind = |variant: &'_ Variant| variant.slot.map_or(0, |slot| slot + 1);
        let counted = self.topic.probes.iter().flat_map(variants).flat_map(|(_, variant)| {
            let row = variant.elements.iter().skip(behind(variant)).map_while(|element| match element {
                Element::Word(word) if !word.is_function => Some(word),
                _ => None,
            });
            row.take(NOUN)
        });
        let mut words = counted.chain(self.topic.own.last()).peekable();
        let is_one = |word: &Word| self.is_called(word, at);
        words.peek().is_none() || words.any(is_one) || self.is_any_thing(at)
    }
}
