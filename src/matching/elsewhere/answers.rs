//! Answers that do not say the words of their question again: `How many jobs will go? The firm
//! says 4,200.`
//!
//! An answer is the first sentence behind its question, or one more that goes on like it. It is
//! taken where nothing stands before its value but who says it, and nothing behind that says what
//! else it counts. In a block of its own, below no heading, it must say whose it is: in an
//! interview not the outlet speaks.
//!
//! ```text
//! How many died? Seventy, the police say.        70, the police
//! How many died? The police have 70 officers.    nothing
//! How many died is disputed: 70, the police say. 70, the police
//! And the toll? Seventy, the police say.         70, the police
//! How many died? The police say 70 and X 60.     70, the police; 60, X
//! Why did they die? The police say 70.           nothing
//! ```

use super::another::day_of_somebody;
use super::ellipsis::{is_facet_word, is_light};
use super::restated::First;
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::extract::Extracted;
use crate::matching::attribution::interview::interviewee;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameId;
use crate::matching::patterns::candidates::{Candidate, Sort, candidates};
use crate::matching::patterns::compile::{Element, Variant, Word};
use crate::matching::patterns::counting_words::{answered_once, nothings};
use crate::matching::patterns::hit::Hit;
use crate::matching::patterns::hits::variants;
use crate::matching::patterns::likeness::likeness_at;
use crate::matching::patterns::loose::{could_say, is_counted_noun};
use crate::matching::patterns::no_answer::is_of_name;
use crate::matching::topics::TopicProbe;
use crate::text::TokenKind;
use crate::value::Kind;
use std::ops::Range;

/// How many sentences may answer one question.
const MOST: usize = 3;
/// How long a question is that only names a thing, in tokens.
const NAMING: usize = 8;

/// Finds the answers of a topic.
pub(in crate::matching) struct Answers<'c, 'a> {
    pub(in crate::matching) topic: &'c Topic,
    pub(in crate::matching) probe: &'c TopicProbe,
    pub(in crate::matching) passage: &'c Passage<'a>,
    pub(in crate::matching) claimants: &'c [NameId],
}

impl Answers<'_, '_> {
    /// The hits in the sentences that answer one.
    pub(in crate::matching) fn hits(&self, question: usize) -> Vec<Hit> {
        let Some(asked) = self.asks(question) else { return Vec::new() };
        let scored = self.probe.probes.iter().flat_map(variants).filter_map(|(pattern, variant)| {
            let said = could_say(self.passage, question, variant, self.probe.threshold);
            Some((pattern, if said { self.score(question, variant, &asked)? } else { return None }))
        });
        let Some((pattern, score)) = scored.max_by(|a, b| a.1.total_cmp(&b.1)) else { return Vec::new() };
        let hit = |(sentence, candidate): (usize, Candidate)| Hit::elsewhere(sentence, &candidate, pattern, score);
        self.answers(question).into_iter().map(hit).collect()
    }

    /// What stands behind the phrase that asks for a value of the topic's kind, in a question
    /// that gives no value itself.
    fn asks(&self, question: usize) -> Option<Range<usize>> {
        let sentence = &self.passage.sentences[question];
        let (tokens, word) = (sentence.tokens.clone(), |at: usize| self.passage.tokens.folded(at));
        let last = tokens.clone().rev().find(|&at| !matches!(word(at), "*" | "_"))?;
        // What a facet tells of the question holds for the answer, where nobody would look for it.
        let is_part = |at: usize| is_facet_word(self.passage, &self.probe.facets, at);
        let plain = !tokens.clone().any(|at| self.passage.lexicon.is_negation(word(at)) || is_part(at));
        // The time at which an entry of a live blog begins is no value.
        let is_stamp = |value: &Extracted| {
            let at = self.passage.tokens_of(value.span).start;
            let is_stamp = value.is_moment() && (tokens.start..at).all(|at| matches!(word(at), "*" | "_" | "["));
            is_stamp || is_of_name(self.passage, &self.passage.tokens_of(value.span))
        };
        if let Some(asked) = self.disputed(question) {
            return Some(asked);
        }
        let is_told = word(last) == "." && self.is_told_question(&tokens);
        if word(last) != "?" && !is_told
            || !plain
            || self.passage.values_in(sentence.span).any(|value| !is_stamp(value))
        {
            return None;
        }
        let asking = self.passage.lexicon.questions.of(self.topic.kind);
        let asks = |at: usize| asking.iter().find(|phrase| self.passage.reads(at..last, phrase));
        let ends = |at: usize| asks(at).map(|phrase| at + phrase.len());
        let asked = tokens.clone().find_map(ends).map(|behind| behind..last);
        if is_told {
            return asked;
        }
        let named = || Some(tokens.start..last).filter(|_| self.is_verbless(question) || self.is_of_pattern(&tokens));
        asked.or_else(named).or_else(|| Some(tokens.start + 1..last).filter(|_| self.is_granted(question)))
    }

    /// What is asked in a sentence that says of the answer only that not all give the same: `How many died is disputed.`
    fn disputed(&self, question: usize) -> Option<Range<usize>> {
        let tokens = self.statement(question);
        let words = self.passage.lexicon.questions;
        let figures = self.passage.lexicon.figures;
        let opens = |word: &str| figures.disputing.contains(word) || words.leaving_open.contains(word);
        let is_open = tokens.clone().any(|at| opens(self.passage.tokens.folded(at)));
        if !is_open || self.passage.values_in(self.passage.span_of(&tokens)).next().is_some() {
            return None;
        }
        let phrases = || words.of(self.topic.kind).iter().chain(words.named(self.topic.kind));
        let asks = |at: usize| phrases().find(|phrase| self.passage.reads(at..tokens.end, phrase));
        tokens.clone().find_map(|at| asks(at).map(|phrase| at + phrase.len()..tokens.end))
    }

    /// A sentence up to the colon behind which it answers itself.
    fn statement(&self, question: usize) -> Range<usize> {
        let tokens = self.passage.sentences[question].tokens.clone();
        let colon = tokens.clone().skip(1).find(|&at| self.passage.tokens.folded(at) == ":");
        tokens.start..colon.unwrap_or(tokens.end)
    }

    /// `And the meeting itself?`: a question that only names a thing, the answer to which says whose it is.
    fn is_verbless(&self, question: usize) -> bool {
        let sentence = &self.passage.sentences[question];
        let words = self.passage.lexicon.questions;
        let opens = |phrase: &&&[&str]| self.passage.reads(sentence.tokens.clone(), phrase);
        let is_led = words.going_on.iter().any(|phrase| opens(&phrase));
        is_led && sentence.tokens.len() <= NAMING && self.is_told(question + 1)
    }

    fn is_told(&self, sentence: usize) -> bool {
        let tokens = self.passage.sentences.get(sentence).map(|next| next.tokens.clone()).unwrap_or_default();
        self.passage.names_in(tokens).any(|name| self.claimants.contains(&name.id))
    }

    /// `What did the firm spend?`: whether a pattern begins as a question does, and ends with its value.
    fn is_of_pattern(&self, question: &Range<usize>) -> bool {
        let first = self.passage.tokens.folded(question.start);
        let is_asked = |variant: &Variant| {
            let begins = matches!(variant.elements.first(), Some(Element::Word(word)) if word.folded == first);
            begins && variant.slot == variant.elements.len().checked_sub(1)
        };
        matches!(first, "what" | "how" | "when" | "did" | "has" | "have")
            && self.probe.probes.iter().flat_map(variants).any(|(_, variant)| is_asked(variant))
    }

    /// `“Eight hundred thousand.”`, `£1.2 million, the papers say.`: by somebody who is not listed.
    fn is_said(&self, sentence: usize) -> bool {
        let tokens = &self.passage.sentences[sentence].tokens;
        let word = |at: usize| if tokens.contains(&at) { self.passage.tokens.folded(at) } else { "" };
        let says = |at: usize| self.passage.lexicon.says(&self.passage.stems[at]) && !word(at).ends_with("ing");
        let comma = tokens.clone().find(|&at| self.passage.is_comma(tokens, at));
        word(tokens.start) == "\"" || comma.is_some_and(|comma| (comma + 1..tokens.end).any(says))
    }

    /// `Qureshi is asked how much was taken.`: what somebody is asked.
    fn is_told_question(&self, sentence: &Range<usize>) -> bool {
        let phrases = self.passage.lexicon.questions.of(self.topic.kind);
        let begins = |at: usize| phrases.iter().any(|phrase| phrase.first() == Some(&self.passage.tokens.folded(at)));
        let is_asked = |at: usize| self.passage.stems[at] == *"ask" && at + 1 < sentence.end && begins(at + 1);
        sentence.clone().any(is_asked)
    }

    /// `Has compensation been paid? Yes, 40 million.`: the answer says that it has, and how much.
    fn is_granted(&self, question: usize) -> bool {
        let (words, sentences) = (self.passage.lexicon.questions, &self.passage.sentences);
        let first = |sentence: usize| self.passage.tokens.folded(sentences[sentence].tokens.start);
        let answer = sentences.get(question + 1).filter(|next| next.block == sentences[question].block);
        words.deciding.contains(first(question)) && answer.is_some() && first(question + 1) == words.granting
    }

    /// How much of a variant a question says; `None` where that is too little, or where it asks
    /// for the number of other things.
    fn score(&self, question: usize, variant: &Variant, asked: &Range<usize>) -> Option<f64> {
        let tokens = &self.asking(question, variant);
        let slot = variant.slot?;
        let (mut said, mut all) = (0.0, 0.0);
        let mut names = Vec::new();
        for element in &variant.elements {
            match element {
                Element::Word(word) if word.is_function && !word.is_name => {}
                Element::Word(word) => {
                    let here = tokens.clone().any(|at| self.says(word, at));
                    if here || !self.is_noun(&word.stem) {
                        all += word.weight;
                        said += if here { word.weight } else { 0.0 };
                    }
                }
                Element::Name(id) => {
                    names.push(self.passage.names_in(tokens.clone()).find(|name| name.id == *id)?.tokens.start);
                }
                Element::Digits(_) => return None,
                Element::Sign(_) | Element::Value | Element::Gap => {}
            }
        }
        let counted = match variant.elements.get(slot + 1) {
            Some(Element::Word(word)) if !word.is_function => Some(word),
            _ => None,
        };
        let is_asked = self.topic.kind != Kind::Count || self.asks_for(asked, counted, variant);
        let score = if all > 0.0 { said / all } else { 0.0 };
        (is_asked && names.is_sorted() && score >= self.probe.threshold).then_some(score)
    }

    /// The part of a question that asks: `When did they last speak before all this began?` does not ask when it began.
    fn asking(&self, question: usize, variant: &Variant) -> Range<usize> {
        let tokens = self.passage.sentences[question].tokens.clone();
        let is_own = |folded: &str| {
            variant.elements.iter().any(|element| matches!(element, Element::Word(word) if word.folded == folded))
        };
        let word = |at: usize| self.passage.tokens.folded(at);
        let turns = |at: &usize| matches!(word(*at), "before" | "after" | "since" | "until") && !is_own(word(*at));
        // `Since the strike began, how many have left?`
        let verb = (tokens.start + 1..tokens.end).find(|&at| self.passage.carries(at)).unwrap_or(tokens.end);
        let end = (verb..tokens.end).find(turns).unwrap_or(tokens.end);
        tokens.start..end
    }

    /// Whether the first word behind `how many` is for what a variant counts, or for what the
    /// counted do (`how many died?`) where the noun is the topic's own.
    fn asks_for(&self, asked: &Range<usize>, counted: Option<&Word>, variant: &Variant) -> bool {
        let Some(first) = asked.clone().find(|&at| self.passage.carries(at)) else { return false };
        let of_variant =
            || variant.elements.iter().any(|element| matches!(element, Element::Word(word) if self.says(word, first)));
        let first_stem = &self.passage.stems[first];
        let is_anybody = |stem: &str| self.passage.lexicon.anybody.contains(stem);
        match counted {
            Some(counted) if self.says(counted, first) => true,
            Some(counted) if is_anybody(first_stem) => is_anybody(&counted.stem),
            Some(counted) => self.is_noun(&counted.stem) && of_variant(),
            None => self.is_noun(first_stem) || of_variant(),
        }
    }

    /// The sentences behind a question that answer it, each with its value.
    fn answers(&self, question: usize) -> Vec<(usize, Candidate)> {
        let (sentences, of) = (&self.passage.sentences, &self.passage.sentences[question]);
        let behind = question + 1..sentences.len().min(question + 1 + MOST);
        let first = sentences.get(question + 1).map(|first| first.block);
        let is_near = |sentence: &usize| {
            let next = &sentences[*sentence];
            next.kind == BlockKind::Paragraph && Some(next.block) == first && next.block <= of.block + 1
        };
        let statement = self.statement(question);
        let is_disputed = self.disputed(question).is_some();
        if is_disputed && statement.end < of.tokens.end {
            let found = self.answer(question, statement.end + 1..of.tokens.end).filter(|_| self.is_told(question));
            return found.map(|candidate| (question, candidate)).into_iter().collect();
        }
        let answer = |sentence: usize| {
            let next = &sentences[sentence];
            let told = || self.is_told(sentence) || interviewee(self.passage, self.claimants, sentence).is_some();
            let told = || told() || self.is_said(sentence);
            let may = next.block == of.block && !is_disputed || of.kind == BlockKind::Heading || told();
            may.then(|| self.answer(sentence, next.tokens.clone())).flatten().map(|candidate| (sentence, candidate))
        };
        behind.take_while(is_near).map_while(answer).collect()
    }

    /// The value of a sentence that says no more than it, and who says it.
    fn answer(&self, sentence: usize, tokens: Range<usize>) -> Option<Candidate> {
        let tokens = &tokens;
        let all = candidates(self.topic, self.passage, sentence).into_iter();
        // `Not a penny.`
        let all = all.chain(nothings(self.topic, self.passage, sentence));
        let once = answered_once(self.passage, sentence).filter(|_| self.topic.kind == Kind::Count);
        let all = all.chain(once);
        let first = all
            .filter(|found| matches!(found.sort, Sort::Plain | Sort::Nothing | Sort::Multiple))
            .filter(|found| tokens.contains(&found.tokens.start))
            .min_by_key(|found| found.tokens.start);
        // `The firm says June 18` gives no day of saying so, where a day is asked for.
        let first = first.or_else(|| day_of_somebody(First::of(self.topic), self.passage, tokens.clone()))?;
        let names: Vec<Range<usize>> = self.passage.names_in(tokens.clone()).map(|name| name.tokens.clone()).collect();
        let is_named = |at: usize| names.iter().any(|name| name.contains(&at));
        let word = |at: usize| self.passage.tokens.folded(at);
        let is_yes = |at: usize| at == tokens.start && word(at) == self.passage.lexicon.questions.granting;
        let passes = |at: usize| is_light(self.passage, at) || is_named(at) || is_yes(at);
        // `4,200 jobs`: no other things.
        let noun = first.tokens.end;
        // `Three times, says the union.`
        let is_counted = |at: usize| self.is_noun(&self.passage.stems[at]) || word(at) == "times";
        let end = noun + usize::from(noun < tokens.end && is_counted(noun));
        let says =
            |phrase: &[&str]| (0..phrase.len()).all(|next| end + next < tokens.end && word(end + next) == phrase[next]);
        let overall = self.passage.lexicon.overall.iter().find(|phrase| says(phrase));
        let end = end + overall.map_or(0, |phrase| phrase.len());
        let closes = end >= tokens.end
            || self.passage.tokens.get(end).kind == TokenKind::Sign && !matches!(word(end), "-" | ":" | "|" | "%")
            || is_named(end)
            || matches!(word(end), "and" | "but" | "while" | "whereas") && self.is_given_next(sentence, end + 1)
            || self.passage.lexicon.according.contains(word(end));
        let asks = word(tokens.end - 1) == "?";
        (closes && !asks && (tokens.start..first.tokens.start).all(passes)).then_some(first)
    }

    /// `Lisk says 14 and Dresno 11`: what stands behind the `and` is who says another number.
    fn is_given_next(&self, sentence: usize, at: usize) -> bool {
        let tokens = &self.passage.sentences[sentence].tokens;
        let at = at + usize::from(tokens.contains(&at) && self.passage.tokens.folded(at) == "the");
        let mut names = self.passage.names_in(at..tokens.end);
        let name = names.find(|name| name.tokens.start == at && self.claimants.contains(&name.id));
        name.is_some_and(|name| {
            let mut rest = name.tokens.end..tokens.end;
            let number = rest.find(|&at| !is_light(self.passage, at));
            number.is_some_and(|at| self.passage.is_in_value(self.passage.tokens.get(at).span))
        })
    }

    fn is_noun(&self, of: &str) -> bool {
        is_counted_noun(self.passage, self.topic, of)
    }

    fn says(&self, word: &Word, at: usize) -> bool {
        likeness_at(self.passage, word, at).is_some()
    }
}
