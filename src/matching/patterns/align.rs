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
//! forward and one backward pass; no backtracking.

use super::aside::skip_costs;
use super::candidates::Candidate;
use super::compile::{Element, Variant, Word};
use super::likeness::likeness_at;
use super::price::NEVER;
use super::weight;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId};
use crate::matching::stance::denial::Denial;
use std::ops::Range;
use std::rc::Rc;

/// How many tokens a name may have, at most, to be seen from its end.
pub(super) const LONGEST_NAME: usize = 16;
/// What passing over a word that takes a statement back costs where it is only to be told.
const FORGIVEN: f64 = 0.18;

/// Where a variant fits, and how well.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// The tokens from the first to the last that the variant accounts for.
    pub tokens: Range<usize>,
    /// 0 to 1.
    pub score: f64,
    /// The word that takes it back.
    pub taken_back: Option<usize>,
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
    skip: Rc<[f64]>,
    /// The names that lie in it, by first token.
    pub(super) names: Vec<&'p NameAt>,
    /// Whether what takes a statement back may stand within it.
    pub(super) forgives: bool,
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
        let skip = skip_costs(passage, &tokens).into();
        Self { passage, sentence, names: names_within(passage, &tokens), tokens, skip, forgives: false }
    }

    /// Prepares a sentence. None is too long: a corpus cuts those that are.
    #[must_use]
    pub fn of_sentence(passage: &'p Passage<'a>, sentence: usize) -> Self {
        let tokens = passage.sentences[sentence].tokens.clone();
        // Many topics ask for the same sentence.
        let skip = passage.skip_costs[sentence].get_or_init(|| skip_costs(passage, &tokens).into());
        let (skip, names) = (Rc::clone(skip), names_within(passage, &tokens));
        Self { passage, sentence, names, skip, tokens, forgives: false }
    }

    /// The same where what takes a statement back may stand within it, to tell which word does.
    #[must_use]
    pub(super) fn forgiving(passage: &'p Passage<'a>, sentence: usize) -> Self {
        let scene = Self::of_sentence(passage, sentence);
        let skip = scene.skip.iter().map(|&cost| if cost >= NEVER { FORGIVEN } else { cost }).collect();
        Self { skip, forgives: true, ..scene }
    }

    /// The same where some of the tokens are passed over as small words are.
    #[must_use]
    pub(super) fn passing_freely(mut self, tokens: impl Iterator<Item = usize>) -> Self {
        let mut free = tokens.peekable();
        if free.peek().is_some() {
            let mut skip = self.skip.to_vec();
            free.for_each(|at| skip[at - self.tokens.start] = 0.0);
            self.skip = skip.into();
        }
        self
    }

    /// Fits a variant without a slot; `None` when it does not fit at all, or scores less than `least`.
    #[must_use]
    pub fn align(&self, variant: &Variant, least: f64) -> Option<Aligned> {
        let row = self.pass(&variant.elements, Way::Forward);
        let best = row.iter().filter(|cell| cell.first.is_some()).min_by(|a, b| a.cost.total_cmp(&b.cost))?;
        let tokens = self.tokens.start + best.first?..self.tokens.start + best.last;
        let score = score(best.cost, variant);
        let taken_back = || self.taken_back(&tokens, variant, Denial::TakenBack);
        (is_enough(score, least) && !tokens.is_empty()).then(|| Aligned {
            taken_back: taken_back(),
            tokens: tokens.clone(),
            score,
        })
    }

    /// Fits a variant with its slot on each of `candidates` (whose tokens lie in
    /// this scene), giving one result each: none where it scores less than `least`.
    #[must_use]
    pub fn align_slot(&self, variant: &Variant, candidates: &[&Candidate], least: f64) -> Vec<Option<Aligned>> {
        let Some(slot) = variant.slot else { return vec![None; candidates.len()] };
        // By how many of the elements before the slot a date begins with.
        let mut before: Vec<Option<Vec<Cell>>> = vec![None; slot + 1];
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
            let said = self.covered_before(variant, slot, candidate);
            let row = before[said].get_or_insert_with(|| self.pass(&variant.elements[..slot - said], Way::Forward));
            let left = row[value.start - self.tokens.start];
            let gaps = self.price_of_gaps(variant, slot, candidate, left, right);
            let score = score(left.cost + right.cost + gaps, variant);
            let start = left.first.map_or(value.start, |first| self.tokens.start + first);
            let end = right.first.map_or(value.end, |first| self.tokens.end - first);
            let taken_back = || self.taken_back(&(start..end), variant, Denial::TakenBackOrOpen);
            is_enough(score, least).then(|| Aligned { tokens: start..end, score, taken_back: taken_back() })
        };
        candidates.iter().map(&mut fit).collect()
    }

    /// What it costs beyond the words themselves that something stands between
    /// the value and what it belongs to. Another verb takes a date for itself
    /// (`Russia invaded Ukraine, leaked in late June`); a count stands before
    /// its noun with nothing but adjectives between (not `one is the call`).
    fn price_of_gaps(&self, variant: &Variant, slot: usize, candidate: &Candidate, left: Cell, right: Cell) -> f64 {
        let start = left.first.map(|_| self.tokens.start + left.solid);
        let before = start.map_or(0..0, |start| start..self.before_passed(start..candidate.tokens.start));
        let after = right.first.map_or(0..0, |_| candidate.tokens.end..self.tokens.end - right.solid);
        self.price_between(variant, slot, candidate, before, after)
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
        let at = self.row_right(variant, from, first_stands, known);
        known[at].1[self.tokens.end - value.end]
    }

    /// Which of the known rows is that of the elements from an index on: it is laid where there is none.
    fn row_right(
        &self,
        variant: &Variant,
        from: usize,
        first_stands: bool,
        known: &mut Vec<(usize, Vec<Cell>)>,
    ) -> usize {
        if let Some(at) = known.iter().position(|(known, _)| *known == from) {
            return at;
        }
        let row = if first_stands {
            let rest = self.row_right(variant, from + 1, false, known);
            let mut row = Vec::new();
            self.step(&variant.elements[from], &known[rest].1, &mut row, Way::Backward, NEVER);
            row
        } else {
            self.pass(&variant.elements[from..], Way::Backward)
        };
        known.push((from, row));
        known.len() - 1
    }

    /// Runs `elements` over the scene. The result has a cell for each boundary
    /// between tokens, counted from the side the pass starts at.
    fn pass(&self, elements: &[Element], way: Way) -> Vec<Cell> {
        let size = self.tokens.len();
        let mut row: Vec<Cell> = (0..=size).map(|at| Cell { cost: 0.0, first: None, last: at, solid: at }).collect();
        let mut next = Vec::with_capacity(row.len());
        for at in 0..elements.len() {
            let element = match way {
                Way::Forward => &elements[at],
                Way::Backward => &elements[elements.len() - 1 - at],
            };
            self.step(element, &row, &mut next, way, self.absence(element));
            std::mem::swap(&mut row, &mut next);
        }
        row
    }

    /// Lays one more element over the scene, behind the others: `before` tells of these,
    /// `row` of all.
    fn step(&self, element: &Element, before: &[Cell], row: &mut Vec<Cell>, way: Way, absent: f64) {
        row.clear();
        row.extend(before.iter().map(|cell| Cell { cost: cell.cost + absent, ..*cell }));
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
            Element::Word(word) => self.word_cost(word, at).or_else(|| self.stood_for(word, at)).map(|cost| (1, cost)),
            Element::Digits(digits) => (tokens.raw(at) == digits).then_some((1, 0.0)),
            Element::Sign(sign) => self.is_sign(at, *sign).then_some((1, 0.0)),
            Element::Name(id) => {
                let stands = |name: &NameAt| match way {
                    Way::Forward => name.tokens.start == at,
                    Way::Backward => name.tokens.end == at + 1,
                };
                let mut names = self.names.iter().filter(|name| name.id == *id && stands(name));
                let name = names.find(|name| !self.owns_something(name));
                name.map(|name| (name.tokens.len(), 0.0)).or_else(|| self.pronoun_cost(*id, at).map(|cost| (1, cost)))
            }
            Element::Value | Element::Gap => None,
        }
    }

    fn pronoun_cost(&self, id: NameId, at: usize) -> Option<f64> {
        let is_pronoun =
            self.passage.lexicon.pronouns.contains(self.passage.tokens.folded(at)) || self.is_of_speaker(id, at);
        let word = |at: usize| if self.tokens.contains(&at) { self.passage.tokens.folded(at) } else { "" };
        // `The clerks, for their part, counted 26`.
        let is_idle = is_pronoun && word(at + 1) == "part" && at > 0 && word(at - 1) == "for";
        (is_pronoun && !is_idle && self.passage.was_just_named(id, self.sentence, at) && !self.is_of_another(id, at))
            .then_some(0.3)
    }

    pub(super) fn word_cost(&self, word: &Word, at: usize) -> Option<f64> {
        likeness_at(self.passage, word, at)
    }
}

/// The names that lie in some tokens.
fn names_within<'p>(passage: &'p Passage<'_>, tokens: &Range<usize>) -> Vec<&'p NameAt> {
    let names = passage.names_in(tokens.clone());
    names.filter(|name| name.tokens.end <= tokens.end).collect()
}

fn score(cost: f64, variant: &Variant) -> f64 {
    (1.0 - cost / variant.weight).max(0.0)
}

/// Whether a score is worth telling more of: what takes a fit back is looked for only then.
pub(super) fn is_enough(score: f64, least: f64) -> bool {
    score > 0.0 && score >= least
}
