//! How well a pattern fits a sentence: alignment with costs.
//!
//! A variant's elements are laid over the tokens of one sentence, in order,
//! anywhere in it. A word that is missing costs its weight; a token passed
//! over costs a little, more if it carries meaning; a negation passed over
//! costs more than any pattern is worth. The score is what is left of the
//! variant's weight, from 0 to 1. Digits and signs must stand there; a name
//! must stand there, or be a pronoun for one just named.
//!
//! **Cost.** Elements times tokens, with the slot's values all read from one
//! forward and one backward pass; no backtracking. Sentences past
//! [`LONGEST`] tokens are aligned in pieces.

use super::candidates::{Candidate, Sort};
use super::compile::{Element, Variant, Word, weight};
use super::names::starts_upper;
use super::passage::Passage;
use crate::extract::Reading;
use crate::text::TokenKind;
use crate::value::{Precision, Value};
use std::ops::Range;

/// How many tokens are aligned at once.
pub const LONGEST: usize = 400;
/// How far before a match, in tokens, a word may take it back.
const DENIAL_REACH: usize = 7;
/// How many tokens a name may have, at most, to be seen from its end.
const LONGEST_NAME: usize = 16;
/// What passing over another value costs: the words beyond it are rather its.
const PASSED_VALUE: f64 = 0.6;
/// The same for a date, which often stands in the middle of a statement.
const PASSED_MOMENT: f64 = 0.15;
/// More than any variant weighs: never worth it.
const NEVER: f64 = 1e3;

/// Where a variant fits, and how well.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// The tokens from the first to the last that the variant accounts for.
    pub tokens: Range<usize>,
    /// 0 to 1.
    pub score: f64,
}

/// A sentence, ready to be aligned with many patterns.
#[derive(Debug)]
pub struct Scene<'p, 'a> {
    /// The article.
    pub passage: &'p Passage<'a>,
    /// Index of the sentence.
    pub sentence: usize,
    /// Its tokens, or a piece of them.
    pub tokens: Range<usize>,
    skip: Vec<f64>,
}

/// One cell of the alignment: the cost so far, where the match began and where
/// its last matched token ended.
#[derive(Clone, Copy, Debug)]
struct Cell {
    cost: f64,
    first: Option<usize>,
    last: usize,
    /// Where the last matched token ended that was no small word.
    solid: usize,
}

/// What keeps a match from stating anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// A negation.
    TakenBack,
    /// A negation, or words that leave it open. (An answer may be left open and
    /// still be somebody's: `if it was a fault, as the owner says`.)
    TakenBackOrOpen,
}

/// Which way a pass runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Forward,
    Backward,
}

impl<'p, 'a> Scene<'p, 'a> {
    /// Prepares a piece of a sentence.
    #[must_use]
    pub fn new(passage: &'p Passage<'a>, sentence: usize, tokens: Range<usize>) -> Self {
        let mut skip: Vec<f64> = tokens.clone().map(|at| skip_cost(passage, at)).collect();
        if !tokens.is_empty() {
            for value in passage.values_in(passage.span_of(&tokens)) {
                let first = passage.tokens_of(value.span).start - tokens.start;
                let price = if matches!(value.reading, Reading::Moment(_)) { PASSED_MOMENT } else { PASSED_VALUE };
                skip[first] = skip[first].max(price);
            }
        }
        Self { passage, sentence, tokens, skip }
    }

    /// The pieces of a sentence, each short enough to be aligned.
    #[must_use]
    pub fn of_sentence(passage: &'p Passage<'a>, sentence: usize) -> Vec<Self> {
        let all = passage.sentences[sentence].tokens.clone();
        let starts = all.clone().step_by(LONGEST / 2);
        let starts = starts.filter(|&start| start == all.start || start + LONGEST / 2 < all.end);
        starts.map(|start| Self::new(passage, sentence, start..(start + LONGEST).min(all.end))).collect()
    }

    /// Fits a variant without a slot; `None` when it does not fit at all.
    #[must_use]
    pub fn align(&self, variant: &Variant) -> Option<Aligned> {
        let row = self.pass(&variant.elements, Way::Forward);
        let best = row.iter().filter(|cell| cell.first.is_some()).min_by(|a, b| a.cost.total_cmp(&b.cost))?;
        if self.is_denied(self.tokens.start + best.first?, Denial::TakenBack) {
            return None;
        }
        let tokens = self.tokens.start + best.first?..self.tokens.start + best.last;
        let score = score(best.cost, variant);
        (score > 0.0 && !tokens.is_empty()).then_some(Aligned { tokens, score })
    }

    /// Fits a variant with its slot on each of `candidates` (whose tokens lie in
    /// this scene), giving one result each.
    #[must_use]
    pub fn align_slot(&self, variant: &Variant, candidates: &[&Candidate]) -> Vec<Option<Aligned>> {
        let Some(slot) = variant.slot else { return vec![None; candidates.len()] };
        let before = self.pass(&variant.elements[..slot], Way::Forward);
        let mut after: Vec<(usize, Vec<Cell>)> = Vec::new();
        let mut fit = |candidate: &&Candidate| {
            let value = &candidate.tokens;
            let covered = self.covered_after(variant, slot, candidate);
            let elision = if covered == 0 { self.price_of_elision(variant, slot, candidate) } else { None };
            let right = match elision {
                None => self.right_of(variant, slot + 1 + covered, value, false, &mut after),
                Some(price) => {
                    let said = self.right_of(variant, slot + 1, value, true, &mut after);
                    let elided = self.right_of(variant, slot + 2, value, false, &mut after);
                    let elided = Cell { cost: elided.cost + price, ..elided };
                    if elided.cost < said.cost { elided } else { said }
                }
            };
            let left = before[value.start - self.tokens.start];
            let gaps = self.price_of_gaps(variant, slot, candidate, left, right);
            let score = score(left.cost + right.cost + gaps, variant);
            let start = left.first.map_or(value.start, |first| self.tokens.start + first);
            let end = right.first.map_or(value.end, |first| self.tokens.end - first);
            (score > 0.0 && !self.is_denied(start, Denial::TakenBackOrOpen))
                .then_some(Aligned { tokens: start..end, score })
        };
        candidates.iter().map(&mut fit).collect()
    }

    /// What it costs beyond the words themselves that something stands between
    /// the value and what it belongs to. Another verb takes a date for itself
    /// (`Russia invaded Ukraine, leaked in late June`); a count stands before
    /// its noun with nothing but adjectives between (not `one is the call`).
    fn price_of_gaps(&self, variant: &Variant, slot: usize, candidate: &Candidate, left: Cell, right: Cell) -> f64 {
        let before = left.first.map_or(0..0, |_| self.tokens.start + left.solid..candidate.tokens.start);
        let after = right.first.map_or(0..0, |_| candidate.tokens.end..self.tokens.end - right.solid);
        self.price_between(variant, slot, candidate, before, after)
    }

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
                    .any(|value| value.span.start == span.start && matches!(value.reading, Reading::Moment(_)))
            };
            let price = |at: usize| match tokens.folded(at) {
                _ if starts_date(at) => 1.5,
                "," => 0.4,
                word if tokens.get(at).kind != TokenKind::Word || lexicon.is_function_word(word) => 0.0,
                _ => 0.7,
            };
            // `February, just days before the war` dates the other thing, and
            // the war only some days later.
            if turns(variant, slot) && !after.is_empty() {
                return NEVER;
            }
            let at_a_day = says_at(variant, slot) && moment.precision <= Precision::Day;
            let said_so = candidate.tokens.start > 0 && tokens.folded(candidate.tokens.start - 1) == "at";
            let wrong_word = if at_a_day && !said_so { 0.6 } else { 0.0 };
            return wrong_word + before.chain(after).map(price).sum::<f64>();
        }
        let counts = matches!(variant.elements.get(slot + 1), Some(Element::Word(word)) if !word.is_function);
        let parts = |at: &usize| lexicon.is_function_word(tokens.folded(*at)) && tokens.folded(*at) != "and";
        let partitive = after.clone().next().is_some_and(|at| tokens.folded(at) == "of");
        let small = after.filter(parts).fold(0.0, |sum, _| sum + 0.8);
        if counts && !partitive { small } else { 0.0 }
    }

    /// The cost of the elements from an index on, laid right of a value;
    /// `first_stands` where the first of them must be there.
    fn right_of(
        &self,
        variant: &Variant,
        from: usize,
        value: &Range<usize>,
        first_stands: bool,
        known: &mut Vec<(usize, Vec<Cell>)>,
    ) -> Cell {
        let at = known.iter().position(|(known, _)| *known == from).unwrap_or_else(|| {
            let rest = if first_stands { from + 1 } else { from };
            let mut row = self.pass(&variant.elements[rest..], Way::Backward);
            if first_stands {
                row = self.step(&variant.elements[from], &row, Way::Backward, NEVER);
            }
            known.push((from, row));
            known.len() - 1
        });
        known[at].1[self.tokens.end - value.end]
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
        if candidate.sort == Sort::Ordinal || others.count() < 2 {
            return Some(NEVER);
        }
        let next = (value.end < self.tokens.end).then_some(value.end);
        let follows = |at: usize| match variant.elements.get(slot + 2) {
            // `20,000 marched` leaves the marchers out; `212 marches` counts marches.
            Some(Element::Word(word)) => {
                self.word_cost(word, at).is_some() && !self.passage.tokens.folded(at).ends_with('s')
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

    /// Whether the clause before a match takes it back or leaves it open: `has not
    /// phoned`, `it is not true that`, `plans to phone`, `if he phoned`. `Not
    /// only` denies nothing.
    pub(super) fn is_denied(&self, start: usize, what: Denial) -> bool {
        let first = start.saturating_sub(DENIAL_REACH).max(self.passage.sentences[self.sentence].tokens.start);
        let (tokens, lexicon) = (&self.passage.tokens, self.passage.lexicon);
        let ends_clause = |at: &usize| matches!(tokens.folded(*at), "," | ";" | ":" | "\"" | "." | "(" | "and" | "but");
        let denies = |at: usize| {
            let is_only = at + 1 < tokens.len() && tokens.folded(at + 1) == "only";
            let word = tokens.folded(at);
            lexicon.is_negation(word) && !is_only
                || what == Denial::TakenBackOrOpen && lexicon.leaving_open.contains(&word)
        };
        (first..start).rev().take_while(|at| !ends_clause(at)).any(denies)
    }

    /// How many elements after the slot the value's own words already say:
    /// `{value} minutes` on `90 minutes`.
    fn covered_after(&self, variant: &Variant, slot: usize, candidate: &Candidate) -> usize {
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

    /// Runs `elements` over the scene. The result has a cell for each boundary
    /// between tokens, counted from the side the pass starts at.
    fn pass(&self, elements: &[Element], way: Way) -> Vec<Cell> {
        let size = self.tokens.len();
        let mut row: Vec<Cell> = (0..=size).map(|at| Cell { cost: 0.0, first: None, last: at, solid: at }).collect();
        let ordered: Box<dyn Iterator<Item = &Element>> = match way {
            Way::Forward => Box::new(elements.iter()),
            Way::Backward => Box::new(elements.iter().rev()),
        };
        for element in ordered {
            row = self.step(element, &row, way, self.absence(element));
        }
        row
    }

    fn step(&self, element: &Element, before: &[Cell], way: Way, absent: f64) -> Vec<Cell> {
        let mut row: Vec<Cell> = before.iter().map(|cell| Cell { cost: cell.cost + absent, ..*cell }).collect();
        let gap = *element == Element::Gap;
        for at in 0..before.len() {
            if at > 0 {
                let skip = self.skip_at(at - 1, way);
                let skip = if gap && skip < 1.0 { 0.005 } else { skip };
                let passed = Cell { cost: row[at - 1].cost + skip, ..row[at - 1] };
                if passed.first.is_some() && passed.cost < row[at].cost {
                    row[at] = passed;
                }
            }
            let Some((length, cost)) = self.match_at(element, at, way) else { continue };
            let end = at + length;
            let is_small = matches!(element, Element::Word(word) if word.is_function && word.weight < weight::CONTENT);
            let matched = Cell {
                solid: if is_small && before[at].first.is_some() { before[at].solid } else { end },
                cost: before[at].cost + cost,
                first: Some(before[at].first.unwrap_or(at)),
                last: end,
            };
            // On equal cost a match beats an absence.
            if end < row.len() && matched.cost <= row[end].cost {
                row[end] = matched;
            }
        }
        row
    }

    /// What it costs to pass over a token, counted from the scene's first.
    #[must_use]
    pub fn skip_of(&self, position: usize) -> f64 {
        self.skip[position]
    }

    fn skip_at(&self, position: usize, way: Way) -> f64 {
        match way {
            Way::Forward => self.skip[position],
            Way::Backward => self.skip[self.skip.len() - 1 - position],
        }
    }

    /// What it costs that an element is not there.
    fn absence(&self, element: &Element) -> f64 {
        match element {
            Element::Word(word) if self.passage.lexicon.is_negation(&word.folded) => NEVER,
            Element::Digits(_) | Element::Value => NEVER,
            Element::Word(word) if word.is_number => NEVER,
            Element::Sign(_) => NEVER,
            Element::Name(id) if self.passage.was_just_named(*id, self.sentence, self.tokens.end) => weight::UNNAMED,
            Element::Name(_) => NEVER,
            Element::Word(_) | Element::Gap => element.weight(),
        }
    }

    /// Whether the element stands at a position of the pass: how many tokens
    /// it takes, and what the likeness costs.
    fn match_at(&self, element: &Element, position: usize, way: Way) -> Option<(usize, f64)> {
        if position >= self.tokens.len() {
            return None;
        }
        let at = match way {
            Way::Forward => self.tokens.start + position,
            Way::Backward => self.tokens.end - 1 - position,
        };
        let tokens = &self.passage.tokens;
        match element {
            Element::Word(word) => self.word_cost(word, at).map(|cost| (1, cost)),
            Element::Digits(digits) => (tokens.raw(at) == digits).then_some((1, 0.0)),
            Element::Sign(sign) => is_sign(tokens.folded(at), *sign).then_some((1, 0.0)),
            Element::Name(id) => {
                let reach = match way {
                    Way::Forward => at..at + 1,
                    Way::Backward => at.saturating_sub(LONGEST_NAME)..at + 1,
                };
                let here = self.passage.names_in(reach).filter(|name| name.id == *id);
                let starts = |name: &&super::names::NameAt| match way {
                    Way::Forward => name.tokens.start == at,
                    Way::Backward => name.tokens.end == at + 1,
                };
                let inside = |name: &&super::names::NameAt| {
                    self.tokens.start <= name.tokens.start && name.tokens.end <= self.tokens.end
                };
                let name = here.filter(inside).filter(|name| !self.owns_something(name)).find(starts);
                name.map(|name| (name.tokens.len(), 0.0)).or_else(|| self.pronoun_cost(*id, at).map(|cost| (1, cost)))
            }
            Element::Value | Element::Gap => None,
        }
    }

    /// `Putin's wife` is not Putin; `Macron's request` is what patterns write
    /// with the `'s` of their own.
    pub(super) fn owns_something(&self, name: &super::names::NameAt) -> bool {
        let next = |ahead: usize| {
            let at = name.tokens.end + ahead;
            (at < self.tokens.end).then(|| self.passage.tokens.folded(at))
        };
        let kin = |word: &str| self.passage.lexicon.belongings.contains(&word);
        next(0) == Some("'s") && next(1).is_some_and(kin)
    }

    fn pronoun_cost(&self, id: super::names::NameId, at: usize) -> Option<f64> {
        let is_pronoun = self.passage.lexicon.pronouns.contains(&self.passage.tokens.folded(at));
        (is_pronoun && self.passage.was_just_named(id, self.sentence, at)).then_some(0.3)
    }

    fn word_cost(&self, word: &Word, at: usize) -> Option<f64> {
        word_likeness(word, self.passage.tokens.folded(at), &self.passage.stems[at])
    }
}

/// What it costs that a text has this word where the pattern has `word`;
/// `None` when it is another word.
pub(super) fn word_likeness(word: &Word, folded: &str, stem: &str) -> Option<f64> {
    if word.stem == stem {
        return Some(if is_doer(&word.folded) == is_doer(folded) { 0.0 } else { 0.6 * word.weight });
    }
    if word.is_number {
        return None;
    }
    if word.is_function || !folded.starts_with(|first: char| first.is_alphabetic()) {
        return None;
    }
    if word.synonyms.contains(&stem) {
        return Some(0.2 * word.weight);
    }
    let long = word.folded.len() >= 6
        && (6..=2 * word.folded.len()).contains(&folded.len())
        && word.folded.as_bytes()[..3] == folded.as_bytes()[..3];
    let alike = long && strsim::normalized_damerau_levenshtein(&word.folded, folded) >= 0.84;
    alike.then_some(0.25 * word.weight)
}

/// Whether the slot is followed by `before` or `after`, so that the value is
/// the date of something else, worked out from.
pub(super) fn turns(variant: &Variant, slot: usize) -> bool {
    let after = variant.elements.get(slot + 1);
    matches!(after, Some(Element::Word(word)) if matches!(word.folded.as_str(), "before" | "after"))
}

/// Whether the slot follows `at`, which wants a time of day.
fn says_at(variant: &Variant, slot: usize) -> bool {
    let before = slot.checked_sub(1).map(|at| &variant.elements[at]);
    matches!(before, Some(Element::Word(word)) if word.folded == "at")
}

/// `marchers` count people and `marches` do not, though they share a stem.
fn is_doer(folded: &str) -> bool {
    ["er", "ers", "or", "ors", "ist", "ists"].iter().any(|ending| folded.len() > 5 && folded.ends_with(ending))
}

fn score(cost: f64, variant: &Variant) -> f64 {
    (1.0 - cost / variant.weight).max(0.0)
}

/// `|` parts the cells of a table as `:` parts the two sides of a row.
fn is_sign(folded: &str, sign: char) -> bool {
    folded.chars().eq([sign]) || sign == ':' && folded == "|"
}

/// `Plans to phone`, `wants to phone`: the verb says that it has not happened.
/// `A plan to phone` and `is planned for Monday` say nothing of the kind.
pub(super) fn is_intent(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens.folded(at);
    let before_verb = at + 1 < passage.tokens.len() && passage.tokens.folded(at + 1) == "to";
    before_verb && word.ends_with('s') && passage.lexicon.leaving_open.contains(&word)
}

/// What it costs to pass over a token inside a match.
fn skip_cost(passage: &Passage<'_>, at: usize) -> f64 {
    let (token, folded, lexicon) = (passage.tokens.get(at), passage.tokens.folded(at), passage.lexicon);
    match token.kind {
        TokenKind::Digits => 0.4,
        TokenKind::Sign => match folded {
            ";" => 0.4,
            ":" | "|" => 0.15,
            "," => 0.05,
            _ => 0.03,
        },
        TokenKind::Word if lexicon.is_negation(folded) => NEVER,
        // `Plans to phone` is no phoning.
        TokenKind::Word if is_intent(passage, at) => NEVER,
        TokenKind::Word if lexicon.clause_starts.contains(&folded) => 0.3,
        TokenKind::Word if lexicon.is_function_word(folded) => 0.04,
        TokenKind::Word if lexicon.titles.contains(&folded) || folded.ends_with("ly") => 0.05,
        TokenKind::Word if starts_upper(passage.tokens.raw(at)) => 0.14,
        TokenKind::Word => 0.18,
    }
}
