//! What likeness and difference cost in an alignment: words passed over, a noun
//! left out, something between a value and what it belongs to; and what no
//! price can mend, a statement that the text takes back.
//!
//! ```text
//! {value} people marched   some 20,000 marched      people left out: little
//! {value} people marched   20,000 dogs marched      dogs counted instead: too much
//! invaded on {value}       invaded, leaked in June  another verb's date: too much
//! ```

use super::align::Scene;
use super::aside::taken_back_aside;
use super::candidates::{Candidate, Sort};
use super::compile::{Element, Variant};
use super::describing::is_of_noun;
use super::predicate::is_copula;
use super::weight;
use crate::corpus::BlockKind;
use crate::extract::Reading;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use crate::matching::stance::denial::{Ahead, Denial, denies_statement, lets_stand};
use crate::text::{Token, TokenKind};
use crate::value::{Precision, Value};
use std::ops::Range;

/// What it costs to pass over the end of a sentence within a row.
const ENDED: f64 = 0.8;
/// No word that a full stop shortens has more letters: `St.`, `Gen.`.
const ABBREVIATED: usize = 3;

/// More than any variant weighs: never worth it.
pub(super) const NEVER: f64 = 1e3;

impl Scene<'_, '_> {
    /// The same, given the tokens on each side between the value and what
    /// stands nearest to it.
    pub(super) fn price_between(
        &self,
        variant: &Variant,
        slot: usize,
        candidate: &Candidate,
        before: Range<usize>,
        after: Range<usize>,
    ) -> f64 {
        let (tokens, lexicon) = (&self.passage.tokens, self.passage.lexicon);
        if let Value::Date(moment) = &candidate.value {
            let starts_date = |at: usize| {
                let span = tokens.get(at).span;
                self.passage
                    .values_in(self.passage.sentences[self.sentence].span)
                    .filter(|value| !value.span.overlaps(&candidate.span))
                    .any(|value| value.span.start == span.start && value.is_moment())
            };
            // `Postponed from March to May`.
            let led = |at: usize, words: &[&str]| at > 0 && words.contains(&tokens.folded(at - 1));
            let is_moved = led(candidate.tokens.start, &["to", "until"]);
            // `Sat together for three hours on 2 February`.
            let is_length = |at: usize| {
                let value = self.passage.value_around(tokens.get(at).span);
                value.is_some_and(|value| matches!(value.reading, Reading::Duration(..)))
            };
            // `The 5.38pm train` is a train.
            let names_thing = |at: usize| {
                let value = self.passage.value_around(tokens.get(at).span);
                value.is_some_and(|value| is_of_noun(self.passage, &self.passage.tokens_of(value.span), &value.reading))
            };
            // `At 6pm, the three-year-old train derailed`: no verb has a hyphen.
            let is_of_compound = |at: usize| {
                let first = first_of_compound(self.passage, at).filter(|&first| first > candidate.tokens.end);
                first.is_some_and(|first| {
                    let gap = candidate.tokens.end..first - 1;
                    is_article(tokens.folded(first - 1))
                        && gap.len() <= 1
                        && gap.into_iter().all(|at| tokens.folded(at) == ",")
                })
            };
            let price = |at: usize| match tokens.folded(at) {
                _ if names_thing(at) => 0.0,
                _ if starts_date(at) && !(is_moved && led(at, &["from"])) => 1.5,
                // `Spoke on Sunday for the first time since the line was closed`.
                "since" => 1.5,
                "," => 0.4,
                _ if is_between_as(self.passage, at) || is_length(at) || is_of_compound(at) => 0.0,
                word if tokens.get(at).kind != TokenKind::Word || lexicon.is_function_word(word) => 0.0,
                _ => 0.7,
            };
            // `February, just days before the war` dates the other thing, and
            // the war only some days later.
            if turns(variant) && !after.is_empty() {
                return NEVER;
            }
            let at_a_day = says_at(variant) && moment.precision <= Precision::Day;
            let said_so = candidate.tokens.start > 0 && tokens.folded(candidate.tokens.start - 1) == "at";
            let wrong_word = if at_a_day && !said_so { 0.6 } else { 0.0 };
            // What the pattern leaves open is no other verb, but for one of another clause.
            let gaps = variant.gaps_at_slot();
            let joins = |at: usize| {
                at > 0 && tokens.folded(at - 1) == "," && matches!(tokens.folded(at), "and" | "but" | "while")
            };
            let is_open = |gap: bool, side: &Range<usize>| gap && !side.clone().any(joins);
            let left_open = |at: &usize| tokens.get(*at).kind == TokenKind::Word && !starts_date(*at);
            let opens = (is_open(gaps.0, &before), is_open(gaps.1, &after));
            let before = before.filter(|at| !(opens.0 && left_open(at)));
            let after = after.filter(|at| !(opens.1 && left_open(at)));
            return wrong_word + before.chain(after).map(price).sum::<f64>();
        }
        let counts = matches!(variant.elements.get(slot + 1), Some(Element::Word(word)) if !word.is_function);
        // `No serious injuries` says nothing of light ones.
        if candidate.sort == Sort::Nought && !(counts && after.is_empty()) {
            return NEVER;
        }
        // `Nothing of what was paid`.
        if matches!(candidate.sort, Sort::Nothing | Sort::Denied(_)) {
            let is_own = |at: usize| {
                let mut words = variant.elements.iter();
                words.any(|element| matches!(element, Element::Word(word) if word.folded == tokens.folded(at)))
            };
            let helps = |at: usize| lexicon.none.helping.contains(tokens.folded(at)) || is_own(at);
            return if before.chain(after).all(helps) { 0.0 } else { NEVER };
        }
        let parts = |at: &usize| lexicon.is_function_word(tokens.folded(*at)) && tokens.folded(*at) != "and";
        let partitive = after.clone().next().is_some_and(|at| tokens.folded(at) == "of");
        let small = after.filter(parts).fold(0.0, |sum, _| sum + 0.8);
        if counts && !partitive { small } else { 0.0 }
    }

    /// What it costs that the word for what is counted is left out: little
    /// where nothing else is counted instead (`some 20,000 marched`), much
    /// where something is (`20 other leaders`). `None` when the pattern has no
    /// such word.
    pub(super) fn price_of_elision(&self, variant: &Variant, slot: usize, candidate: &Candidate) -> Option<f64> {
        let value = &candidate.tokens;
        let Some(Element::Word(counted)) = variant.elements.get(slot + 1) else { return None };
        if counted.is_function {
            return None;
        }
        let others = variant.elements.iter().filter(|element| match element {
            Element::Word(word) => !word.is_function,
            element => matches!(element, Element::Name(_)),
        });
        if matches!(candidate.sort, Sort::Ordinal | Sort::Nought) || others.count() < 2 {
            return Some(NEVER);
        }
        // `The two wrote 600 letters`: whom the text has named, where what is counted has another number.
        let pointed = value.start.checked_sub(1).filter(|at| self.tokens.contains(at));
        let is_pointed =
            pointed.is_some_and(|at| self.passage.lexicon.pointing.contains(self.passage.tokens.folded(at)));
        let has_number = |noun: usize| (value.end..noun).any(|at| self.passage.is_count(at));
        let mut nouns = (value.end..self.tokens.end).filter(|&at| self.word_cost(counted, at).is_some());
        if is_pointed && nouns.next().is_some_and(has_number) {
            return Some(NEVER);
        }
        // `“Some 250” soldiers`: past the mark that closes what holds nothing but the number.
        let marked = |at: usize| self.tokens.contains(&at) && matches!(self.passage.tokens.folded(at), "\"" | "'");
        let is_quoted = value.start > 0 && marked(value.start - 1) && marked(value.end);
        let end = value.end + usize::from(is_quoted);
        let next = (end < self.tokens.end).then_some(end);
        let behind = &variant.elements[slot + 2..];
        let helps = |element: &&Element| matches!(element, Element::Word(word) if is_copula(&word.folded));
        let follows = |at: usize| match behind.iter().find(|element| !helps(element)) {
            // `20,000 marched`, `12 wounded` for `12 guards were wounded`, leaves them out; `212 marches` counts marches, and `24 people` anybody.
            Some(Element::Word(word)) => {
                let is_noun = self.passage.tokens.folded(at).ends_with('s')
                    || self.passage.lexicon.anybody.contains(&self.passage.stems[at]);
                self.word_cost(word, at).is_some() && !is_noun
            }
            _ => false,
        };
        let nothing_else = next.is_none_or(|at| {
            let folded = self.passage.tokens.folded(at);
            let is_mark = self.passage.tokens.get(at).kind == TokenKind::Sign && folded != "-";
            let has_verb = variant.elements.len() > slot + 2;
            is_mark && !(folded == "," && has_verb) || self.passage.lexicon.is_function_word(folded) || follows(at)
        });
        Some(if nothing_else { weight::ELIDED } else { weight::COUNTED })
    }

    /// How many elements after the slot the value's own words already say:
    /// `{value} minutes` on `90 minutes`.
    pub(super) fn covered_after(&self, variant: &Variant, slot: usize, candidate: &Candidate) -> usize {
        let value = &candidate.tokens;
        if matches!(candidate.value, Value::Date(_)) {
            return 0;
        }
        let said = |element: &Element| match element {
            Element::Word(word) if candidate.sort == Sort::Multiple => word.stem == "time",
            Element::Word(word) => value.clone().any(|at| self.passage.stems[at] == word.stem),
            _ => false,
        };
        variant.elements[slot + 1..].iter().take_while(|element| said(element)).count()
    }

    /// How many elements before the slot a date begins with: `the afternoon of {value}` on `the afternoon of 14 May`.
    pub(super) fn covered_before(&self, variant: &Variant, slot: usize, candidate: &Candidate) -> usize {
        let value = &candidate.tokens;
        if !matches!(candidate.value, Value::Date(_)) {
            return 0;
        }
        let says = |at: usize, element: &Element| matches!(element, Element::Word(word) if word.folded == self.passage.tokens.folded(at));
        let tells = |element: &Element| matches!(element, Element::Word(word) if !word.is_function);
        let is_said = |count: &usize| {
            let said = &variant.elements[slot - count..slot];
            said.iter().any(tells) && said.iter().enumerate().all(|(n, element)| says(value.start + n, element))
        };
        (1..=slot.min(value.len())).rev().find(is_said).unwrap_or(0)
    }

    /// The word before a match, or within it and none of the variant's, that takes it back or
    /// leaves it open.
    pub(super) fn taken_back(&self, tokens: &Range<usize>, variant: &Variant, what: Denial) -> Option<usize> {
        let sentence = self.passage.sentences[self.sentence].tokens.clone();
        let says = |at: usize| {
            let mut words = variant.elements.iter();
            words.any(|element| matches!(element, Element::Word(word) if word.folded == self.passage.tokens.folded(at)))
        };
        let is_one = |&at: &usize| {
            let is_value = self.passage.is_in_value(self.passage.tokens.get(at).span);
            skip_cost(self.passage, at) >= NEVER && !is_value && !says(at)
        };
        let aside = || taken_back_aside(self, variant, tokens);
        let within = || tokens.clone().find(is_one).filter(|_| self.forgives).or_else(aside);
        // `Never got the 10 million it had demanded`: what was demanded stands.
        if variant.points_at_slot() {
            return within();
        }
        // `Never paid before March, then it was 5 percent`: what is denied was so before.
        let is_then =
            |&at: &usize| self.passage.tokens.folded(at) == "then" && self.passage.tokens.folded(at - 1) == ",";
        let start = (tokens.start + 1..tokens.end).find(is_then).unwrap_or(tokens.start);
        Ahead { passage: self.passage, sentence, start }.taken_back(what).or_else(within)
    }

    /// Whether a token is a sign of a pattern. `|` parts the cells of a table as `:` parts the two sides of a row, and so does
    /// a dash: `9 May – Talks end`.
    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        let tokens = &self.passage.tokens;
        let is_dash = || self.passage.sentences[self.sentence].kind == BlockKind::Row && self.passage.is_dash(at);
        tokens.folded(at).chars().eq([sign]) || sign == ':' && (tokens.folded(at) == "|" || is_dash())
    }

    /// `Putin's wife` is not Putin; `Macron's request` is what patterns write
    /// with the `'s` of their own.
    pub(super) fn owns_something(&self, name: &NameAt) -> bool {
        let next = |ahead: usize| {
            let at = name.tokens.end + ahead;
            (at < self.tokens.end).then(|| self.passage.tokens.folded(at))
        };
        let kin = |word: &str| self.passage.lexicon.belongings.contains(word);
        next(0) == Some("'s") && next(1).is_some_and(kin)
    }
}

/// Whether the slot is followed by `before` or `after`, so that the value is
/// the date of something else, worked out from.
pub(super) fn turns(variant: &Variant) -> bool {
    matches!(variant.word_behind_slot(), Some("before" | "after"))
}

/// Whether the slot follows `at`, which wants a time of day.
fn says_at(variant: &Variant) -> bool {
    variant.word_before_slot() == Some("at")
}

/// `Plans to phone`, `wants to phone`: the verb says that it has not happened.
/// `A plan to phone` and `is planned for Monday` say nothing of the kind.
pub(super) fn is_intent(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens.folded(at);
    let before_verb = at + 1 < passage.tokens.len() && passage.tokens.folded(at + 1) == "to";
    before_verb && word.ends_with('s') && passage.lexicon.leaving_open.contains(word)
}

/// Whether a word takes back what is said behind it.
pub(super) fn is_negation(passage: &Passage<'_>, at: usize) -> bool {
    let sentence = || &passage.sentences[passage.sentence_at(passage.tokens.get(at).span.start)].tokens;
    passage.lexicon.is_negation(passage.tokens.folded(at)) && !lets_stand(passage, sentence(), at, sentence().end)
}

/// What it costs to pass over a token inside a match.
pub(super) fn skip_cost(passage: &Passage<'_>, at: usize) -> f64 {
    let (token, folded, lexicon) = (passage.tokens.get(at), passage.tokens.folded(at), passage.lexicon);
    match token.kind {
        TokenKind::Digits => 0.4,
        TokenKind::Sign => match folded {
            ";" => 0.4,
            ":" | "|" => 0.15,
            "," => 0.05,
            "." if ends_sentence(passage, at) => ENDED,
            _ => 0.03,
        },
        TokenKind::Word if is_negation(passage, at) || denies_statement(passage, at) => NEVER,
        // `Plans to phone` is no phoning.
        TokenKind::Word if is_intent(passage, at) => NEVER,
        TokenKind::Word if is_of_age(passage, at) => 0.03,
        TokenKind::Word if lexicon.clause_starts.contains(folded) => 0.3,
        TokenKind::Word if lexicon.is_function_word(folded) => 0.04,
        // `As early as 1 March`.
        TokenKind::Word if is_between_as(passage, at) => 0.04,
        TokenKind::Word if lexicon.titles.contains(folded) || folded.ends_with("ly") => 0.05,
        TokenKind::Word if starts_upper(passage.tokens.raw(at)) => 0.14,
        TokenKind::Word => 0.18,
    }
}

/// Whether a full stop ends a sentence within a row or a headline, which are one each: `A quota of 20 tonnes. The old one is 10`.
fn ends_sentence(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = &passage.tokens;
    let next = |next: &Token| next.spaced && starts_upper(tokens.raw(at + 1));
    let is_word = |at: usize| tokens.raw(at).chars().count() > ABBREVIATED;
    tokens.all().get(at + 1).is_some_and(next)
        && at.checked_sub(1).is_some_and(is_word)
        && passage.sentences[passage.sentence_at(tokens.get(at).span.start)].kind != BlockKind::Paragraph
}

/// Whether a word stands behind the first of a compound: `carriage` of `twelve-carriage`.
pub(super) fn is_in_compound(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = &passage.tokens;
    let is_glued = |at: usize| !tokens.get(at).spaced;
    at > 1
        && is_glued(at)
        && is_glued(at - 1)
        && tokens.folded(at - 1) == "-"
        && tokens.get(at - 2).kind == TokenKind::Word
}

/// The first token of the compound that a token is of.
fn first_of_compound(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let mut first = at;
    while is_in_compound(passage, first) {
        first -= 2;
    }
    let opens = || at + 2 < passage.tokens.len() && is_in_compound(passage, at + 2);
    (first < at || opens()).then_some(first)
}

/// Whether a word is behind the number of an age: `year` and `old` of `three-year-old`.
fn is_of_age(passage: &Passage<'_>, at: usize) -> bool {
    let ends =
        |at: usize| at < passage.tokens.len() && passage.tokens.folded(at) == "old" && is_in_compound(passage, at);
    is_in_compound(passage, at) && (ends(at) || ends(at + 2))
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "this" | "that" | "its" | "their")
}

fn is_between_as(passage: &Passage<'_>, at: usize) -> bool {
    let is_as = |at: usize| at < passage.tokens.len() && passage.tokens.folded(at) == "as";
    let measures = matches!(passage.tokens.folded(at), "early" | "late" | "soon" | "many" | "much" | "long");
    measures && at > 0 && is_as(at - 1) && is_as(at + 1)
}
