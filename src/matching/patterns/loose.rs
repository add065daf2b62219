//! The same words in another order: `60 times Putin was phoned by Macron`.
//!
//! Where strict alignment fails, a variant still fits a value when its words
//! stand near it in one stretch of the sentence, in whatever order, at a
//! price. What it never does: change who does what to whom (two names may
//! only change places where they are joined as equals or the sentence is a
//! passive), pass a negation, or leave the value's own neighbourhood.

use super::align::{Aligned, Scene, is_enough};
use super::candidates::Candidate;
use super::compile::{Element, Variant, Word};
use super::likeness::likeness_at;
use super::price::{is_intent, is_negation};
use super::weight;
use crate::claims::Topic;
use crate::matching::behind::between;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameId;
use crate::matching::stance::denial::{Denial, denies_statement};
use crate::text::stem;
use crate::value::Value;
use std::ops::Range;

/// How far from the value a word may stand, in tokens.
const REACH: usize = 18;
/// What another order costs at least, as a share of the variant's weight.
const DISORDER: f64 = 0.12;
/// The best score that another order can have.
pub(super) const BEST: f64 = 1.0 - DISORDER;
/// What each token between a word and the value costs, beyond the first few.
const DISTANCE: f64 = 0.02;
/// A word no further than this from the value, in tokens, is beside it.
const NEAR: f64 = 3.0;
/// What another value between a word and the value costs: the word is rather
/// that value's.
const CROSSING: f64 = 0.6;
/// How much of the price of passing over a token counts here.
const PASSED: f64 = 0.7;
/// What it costs, as a share of its weight, that what is counted is said by a
/// verb where the pattern has a noun, or the other way round.
const EVENT: f64 = 0.3;
/// How much of a variant's weight its missing words may have.
pub(in crate::matching) const MOST_MISSING: f64 = 0.5;
/// What must stand there costs more than any variant weighs.
pub(in crate::matching) const ALWAYS: f64 = 1e6;
/// Sums of decimals are not exact.
pub(in crate::matching) const SLACK: f64 = 1e-6;
/// Variants with fewer words and names than this must be in order.
const FEWEST: usize = 3;

/// Whether a sentence has enough of a variant's words and names for a score to be reached:
/// an upper bound, far cheaper than the alignment.
#[must_use]
pub fn could_fit(scene: &Scene<'_, '_>, variant: &Variant, score: f64) -> bool {
    let (passage, tokens) = (scene.passage, &scene.tokens);
    let is_meant = |id: NameId| {
        passage.names_in(tokens.clone()).any(|name| name.id == id)
            || passage.was_just_named(id, scene.sentence, tokens.end)
    };
    // `Twice` has the `times` of `two times` in it.
    let is_said = |word: &Word, at: usize| cost_at(scene, word, at).or_else(|| scene.stood_for(word, at)).is_some();
    let is_missing =
        |word: &Word| !word.is_function && word.stem != "time" && !tokens.clone().any(|at| is_said(word, at));
    let (mut cost, mut weight) = (0.0, 0.0);
    let (most_cost, most_weight) = ((1.0 - score) * variant.weight + SLACK, MOST_MISSING * variant.weight);
    for (at, element) in variant.elements.iter().enumerate() {
        match element {
            Element::Name(id) if !is_meant(*id) => return false,
            Element::Word(word) if is_missing(word) => {
                let is_counted = variant.slot.is_some_and(|slot| slot + 1 == at);
                cost += if is_counted { least_cost_of_counted(word) } else { word.weight };
                weight += word.weight;
            }
            _ => {}
        }
        if cost > most_cost || weight > most_weight {
            return false;
        }
    }
    true
}

/// Whether a sentence without the value has so much of a variant that it is asked at all whether
/// its value stands elsewhere: no more than the [prefilter](crate::matching::prefilter) would let pass.
pub(in crate::matching) fn could_say(
    passage: &Passage<'_>,
    sentence: usize,
    variant: &Variant,
    threshold: f64,
) -> bool {
    let tokens = &passage.sentences[sentence].tokens;
    let is_near = |element: &Element| match element {
        Element::Name(id) => passage.was_just_named(*id, sentence, tokens.end),
        _ => true,
    };
    // Names are asked first: that costs least.
    if !variant.elements.iter().all(is_near) {
        return false;
    }
    let (most_cost, most_weight) = ((1.0 - threshold) * variant.weight, MOST_MISSING * variant.weight);
    let (mut cost, mut weight) = (0.0, 0.0);
    variant.elements.iter().enumerate().all(|(at, element)| {
        if let Element::Word(word) = element
            && !word.is_function
            && !tokens.clone().any(|at| likeness_at(passage, word, at).is_some())
        {
            cost += least_cost(variant, at, word, passage.lexicon);
            weight += word.weight;
        }
        cost <= most_cost && weight <= most_weight
    })
}

/// Whether a stem is of people, or of a topic's unit: it says no more than what is counted.
pub(in crate::matching) fn is_counted_noun(passage: &Passage<'_>, topic: &Topic, of: &str) -> bool {
    passage.lexicon.anybody.contains(of) || topic.unit.as_deref().is_some_and(|unit| stem(unit) == of)
}

/// The least that a word of a variant costs when a text has not got it.
pub(in crate::matching) fn least_cost(variant: &Variant, at: usize, word: &Word, lexicon: &Lexicon) -> f64 {
    let is_counted = variant.slot.is_some_and(|slot| slot + 1 == at);
    let is_certain = word.is_number || lexicon.is_negation(&word.folded);
    match (is_certain, is_counted) {
        (true, false) => ALWAYS,
        (_, true) => least_cost_of_counted(word),
        (false, false) => word.weight,
    }
}

/// The least that it costs to leave out the word for what is counted.
fn least_cost_of_counted(word: &Word) -> f64 {
    weight::ELIDED.min(EVENT * word.weight)
}

/// Fits a variant around one value, its words in any order; `None` where it scores less than `least`.
#[must_use]
pub fn align(
    scene: &Scene<'_, '_>,
    variant: &Variant,
    candidate: &Candidate,
    values: &[Range<usize>],
    least: f64,
) -> Option<Aligned> {
    let value = &candidate.tokens;
    let wanted: Vec<&Element> =
        variant.elements.iter().filter(|element| matches!(element, Element::Word(_) | Element::Name(_))).collect();
    let is_plain = variant.elements.iter().all(|element| !matches!(element, Element::Digits(_) | Element::Sign(_)));
    if wanted.len() < FEWEST || !is_plain {
        return None;
    }
    let reach = neighbourhood(scene, value);
    let head = head_of(variant);
    // The words of a date are its own; those of an amount may name its unit.
    let own = if matches!(candidate.value, Value::Date(_)) { value.clone().collect() } else { Vec::<usize>::new() };
    let (mut cost, mut tokens, mut taken) = (DISORDER * variant.weight, value.clone(), own);
    let mut places: Vec<(NameId, usize)> = Vec::new();
    for element in wanted {
        let is_head = head.is_some_and(|head| std::ptr::eq(head, element));
        let reach = match () {
            () if is_counted(variant, element) => beside(&reach, value),
            () if is_head => reach.start..value.start,
            () => reach.clone(),
        };
        let found =
            nearest(scene, element, &reach, value, &taken).or_else(|| as_an_event(scene, variant, element, value));
        let Some((at, price)) = found else {
            if matches!(element, Element::Name(_)) {
                return None;
            }
            cost += match variant.slot.filter(|_| is_counted(variant, element)) {
                Some(slot) => scene.price_of_elision(variant, slot, candidate).unwrap_or(0.0),
                None => element.weight(),
            };
            continue;
        };
        let crossed = count(values.iter().filter(|other| lies_between(other, at.start, value)));
        cost += price;
        if !is_function(element) {
            cost += CROSSING * (crossed + count(clauses_between(scene, variant, &at, candidate)))
                + DISTANCE * (distance(&at, value) - NEAR).max(0.0);
            tokens = tokens.start.min(at.start)..tokens.end.max(at.end);
        }
        if let Element::Name(id) = element {
            places.push((*id, at.start));
        }
        taken.extend(at);
    }
    let (first, passed) = (scene.tokens.start, |at: &usize| !taken.contains(at) && !value.contains(at));
    cost += PASSED * tokens.clone().filter(passed).map(|at| scene.skip_of(at - first)).sum::<f64>();
    cost += price_of_sides(scene, variant, candidate, &taken);
    if !roles_kept(scene, variant, &places) {
        return None;
    }
    let score = (1.0 - cost / variant.weight).max(0.0);
    let passage = scene.passage;
    let taken_back = || {
        let within = tokens
            .clone()
            .find(|&at| is_negation(passage, at) || is_intent(passage, at) || denies_statement(passage, at));
        within.or_else(|| scene.taken_back(&tokens, variant, Denial::TakenBackOrOpen))
    };
    is_enough(score, least).then(|| Aligned { taken_back: taken_back(), tokens: tokens.clone(), score })
}

/// What stands between a date and the words nearest to it, on the nearer side.
fn price_of_sides(scene: &Scene<'_, '_>, variant: &Variant, candidate: &Candidate, taken: &[usize]) -> f64 {
    let (Value::Date(_), Some(slot)) = (&candidate.value, variant.slot) else { return 0.0 };
    let value = &candidate.tokens;
    let before = taken.iter().filter(|&&at| at < value.start).max().map(|&at| between(at, value.start));
    let after = taken.iter().filter(|&&at| at >= value.end).min().map(|&at| value.end..at);
    let price = |side: Range<usize>| scene.price_between(variant, slot, candidate, side, 0..0);
    let sides = before.into_iter().chain(after).map(price);
    sides.min_by(f64::total_cmp).unwrap_or(0.0)
}

/// The tokens around a value that may speak of it: up to [`REACH`] away, not
/// past a semicolon.
fn neighbourhood(scene: &Scene<'_, '_>, value: &Range<usize>) -> Range<usize> {
    let stops = |at: &usize| scene.passage.tokens.folded(*at) == ";";
    let first = value.start.saturating_sub(REACH).max(scene.tokens.start);
    let last = (value.end + REACH).min(scene.tokens.end);
    let start = (first..value.start).rev().find(stops).map_or(first, |stop| stop + 1);
    let end = (value.end..last).find(stops).unwrap_or(last);
    start..end
}

/// The occurrence of an element nearest to the value, and its price.
fn nearest(
    scene: &Scene<'_, '_>,
    element: &Element,
    reach: &Range<usize>,
    value: &Range<usize>,
    taken: &[usize],
) -> Option<(Range<usize>, f64)> {
    let free = |range: &Range<usize>| !range.clone().any(|at| taken.contains(&at));
    let places: Vec<(Range<usize>, f64)> = match element {
        Element::Word(word) => {
            reach.clone().filter_map(|at| cost_at(scene, word, at).map(|cost| (at..at + 1, cost))).collect()
        }
        Element::Name(id) => {
            let names =
                scene.passage.names_in(reach.clone()).filter(|name| name.id == *id && name.tokens.end <= reach.end);
            names.filter(|name| !scene.owns_something(name)).map(|name| (name.tokens.clone(), 0.0)).collect()
        }
        _ => Vec::new(),
    };
    let places = places.into_iter().filter(|(range, _)| free(range));
    places.min_by(|a, b| {
        let key = |place: &(Range<usize>, f64)| place.1 + DISTANCE * distance(&place.0, value);
        key(a).total_cmp(&key(b))
    })
}

fn cost_at(scene: &Scene<'_, '_>, word: &Word, at: usize) -> Option<f64> {
    likeness_at(scene.passage, word, at)
}

/// `Rang him on three occasions` for `three calls`, and `three calls` for `rang
/// three times`: what is counted is said by a verb and a number of times, or by
/// a noun for what the pattern says with a verb.
fn as_an_event(
    scene: &Scene<'_, '_>,
    variant: &Variant,
    element: &Element,
    value: &Range<usize>,
) -> Option<(Range<usize>, f64)> {
    let Element::Word(counted) = element else { return None };
    if !is_counted(variant, element) {
        return None;
    }
    let is_times = |stem: &str| matches!(stem, "time" | "occas");
    let after = value.end..(value.end + 3).min(scene.tokens.end);
    let says = |word: &Word, at: usize| !word.is_function && cost_at(scene, word, at).is_some();
    let price = EVENT * counted.weight;
    if is_times(&counted.stem) {
        let others = || {
            variant.elements.iter().filter_map(|other| match other {
                Element::Word(word) if !std::ptr::eq(word, counted) => Some(word),
                _ => None,
            })
        };
        let mut after = after;
        return after.find(|&at| others().any(|word| says(word, at))).map(|at| (at..at + 1, price));
    }
    let verb = neighbourhood(scene, value).find(|&at| says(counted, at));
    let times = after.into_iter().find(|&at| is_times(&scene.passage.stems[at]));
    verb.and(times).map(|at| (at..at + 1, price))
}

/// Where what is counted may stand: in the value or right after it.
fn beside(reach: &Range<usize>, value: &Range<usize>) -> Range<usize> {
    value.start..(value.end + 4).min(reach.end)
}

/// Whether an element is the word right after the slot, for what is counted.
fn is_counted(variant: &Variant, element: &Element) -> bool {
    let counted = variant.slot.and_then(|slot| variant.elements.get(slot + 1));
    !is_function(element) && counted.is_some_and(|counted| std::ptr::eq(counted, element))
}

/// The word of which a value is, `records of {value} people`: it stands before that.
fn head_of(variant: &Variant) -> Option<&Element> {
    let head = variant.elements.get(variant.slot?.checked_sub(2)?)?;
    (variant.word_before_slot() == Some("of") && !is_function(head)).then_some(head)
}

/// The places between a word and a value where another clause begins: `its offer stands at 5 percent, and the union's
/// claim at nine`. What so many did or suffered did not happen after a thing that so many others had to do with: `were
/// rescued after a boat with 160 people sank`, nor those on it: `were taken off a boat with 160 people`. What has been since another thing did not happen on its day: `spoke on Sunday
/// for the first time since the line was closed`.
fn clauses_between(
    scene: &Scene<'_, '_>,
    variant: &Variant,
    at: &Range<usize>,
    Candidate { tokens: value, value: stated, .. }: &Candidate,
) -> impl Iterator<Item = usize> {
    let dates = matches!(stated, Value::Date(_));
    let word = |at: usize| scene.passage.tokens.folded(at);
    let counts = variant.elements.iter().any(|element| is_counted(variant, element));
    let between = if at.end <= value.start { at.end..value.start } else { value.end..at.start };
    let (end, first) = (at.end, value.start);
    between.filter(move |&at| match word(at) {
        "while" | "whereas" | "but" | "than" | "because" => true,
        "after" | "when" => counts,
        "since" => dates,
        // `Were taken off a boat with 160 people`: of those on the boat.
        "with" => {
            let noun = at > end && scene.passage.carries(at - 1) && !matches!(word(at - 1), "together" | "along");
            counts && at + 1 == first && noun
        }
        "," => at + 1 < scene.tokens.end && matches!(word(at + 1), "and" | "the" | "its" | "their" | "his" | "her"),
        _ => false,
    })
}

fn count<T>(of: impl Iterator<Item = T>) -> f64 {
    of.fold(0.0, |sum, _| sum + 1.0)
}

fn distance(at: &Range<usize>, value: &Range<usize>) -> f64 {
    if at.end <= value.start { count(at.end..value.start) } else { count(value.end..at.start) }
}

fn lies_between(other: &Range<usize>, at: usize, value: &Range<usize>) -> bool {
    *other != *value && (at < other.start && other.end <= value.start || value.end <= other.start && other.end <= at)
}

fn is_function(element: &Element) -> bool {
    matches!(element, Element::Word(word) if word.is_function)
}

/// Whether every two names stand in the pattern's order, or may not: joined as
/// equals in the pattern (`with`, `and`), or turned by a passive in the text
/// (`was phoned by`).
fn roles_kept(scene: &Scene<'_, '_>, variant: &Variant, places: &[(NameId, usize)]) -> bool {
    let lexicon = scene.passage.lexicon;
    let is_joined = variant
        .elements
        .iter()
        .any(|element| matches!(element, Element::Word(word) if lexicon.joining.contains(word.folded.as_str())));
    let after_by =
        |at: usize| (at.saturating_sub(3)..at).any(|before| lexicon.by.contains(scene.passage.tokens.folded(before)));
    let in_order = places.windows(2).all(|pair| pair[0].1 < pair[1].1 || after_by(pair[0].1));
    is_joined || in_order
}
