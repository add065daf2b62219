//! Who takes part in what a pattern counts or tells, where a text has the same words for other parties.
//!
//! ```text
//! the two firms have met {value} times      she called the two firms 14 times    they did nothing
//! he had {value} talks with the two firms   the fifth talk of the two firms      he was not there
//! I asked for the loan                      asked for loan agreements            no loan was asked for
//! they met {value} times                    he met his lawyers twice             not each other
//! ```

use super::align::Scene;
use super::compile::{Element, Variant, Word};
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;
use std::ops::Range;

/// How many small words may stand between a verb and what it is done to: `called both of the firms`.
const SMALL: usize = 3;

/// The verb by which something is done to those who do a thing in the pattern, where the text has not got that.
pub(super) fn does_nothing(
    scene: &Scene<'_, '_>,
    variant: &Variant,
    tokens: &Range<usize>,
    value: &Range<usize>,
) -> Option<usize> {
    let (passage, lexicon) = (scene.passage, scene.passage.lexicon);
    let ahead = &variant.elements[..variant.slot?];
    let helps = |element: &Element| matches!(element, Element::Word(word) if lexicon.contrast.helping.contains(&word.folded) || word.folded == "have");
    let first = ahead.iter().position(helps)?;
    let subject = ahead[..first].iter().rev().find_map(|element| match element {
        Element::Word(word) if !word.is_function && !word.is_name => Some(word),
        _ => None,
    })?;
    let verb = content(&ahead[first..])?;
    if tokens.clone().any(|at| scene.word_cost(verb, at).is_some()) {
        return None;
    }
    let noun = tokens.clone().find(|&at| scene.word_cost(subject, at).is_some())?;
    // `He hoped the two firms would meet ten times`: they do something.
    if noun >= value.start || (noun + 1..value.start).any(|at| passage.tokens.get(at).kind == TokenKind::Word) {
        return None;
    }
    let is_said = |at: usize| variant.elements.iter().any(|element| is_at(scene, element, at));
    let small = |at: usize| is_said(at) || lexicon.is_function_word(passage.tokens.folded(at));
    let start = scene.tokens.start.max(noun.saturating_sub(SMALL + 2));
    let before = (start..noun).rev().find(|&at| !small(at))?;
    let did = passage.tokens.folded(before).ends_with("ed") && before + 1 < noun;
    (did && passage.carries(before) && !lexicon.says(&passage.stems[before])).then_some(before)
}

/// The `of` or `between` by which those with whom somebody does a thing in the pattern do it alone.
pub(super) fn is_among_others(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let word = |at: usize| if scene.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_with = |element: &Element| matches!(element, Element::Word(word) if word.folded == "with");
    let with =
        variant.elements.iter().position(is_with).filter(|&with| variant.slot.is_some_and(|slot| slot < with))?;
    if tokens.clone().any(|at| word(at) == "with") {
        return None;
    }
    let others = &variant.elements[with + 1..];
    let next = match others.iter().find(|element| !matches!(element, Element::Word(word) if word.is_function))? {
        Element::Word(word) if !word.is_name => word,
        _ => return None,
    };
    let at = tokens.clone().rev().find(|&at| scene.word_cost(next, at).is_some())?;
    let small = |at: &usize| matches!(word(*at), "the" | "both" | "these" | "those" | "two" | "three" | "four");
    let of = (scene.tokens.start..at).rev().find(|at| !small(at))?;
    // `Between the two firms and the mayor`: a third one is there.
    let joined = (at + 1..at + 4).take_while(|&at| !matches!(word(at), "," | ";" | ".")).any(|at| word(at) == "and");
    (tokens.contains(&of) && matches!(word(of), "of" | "between") && !joined).then_some(of)
}

/// What somebody else does a thing with, where those of the pattern do it with each other: `his lawyers`.
pub(super) fn is_with_others(
    scene: &Scene<'_, '_>,
    variant: &Variant,
    tokens: &Range<usize>,
    value: &Range<usize>,
) -> Option<usize> {
    let passage = scene.passage;
    let [.., Element::Word(they), Element::Word(verb)] = &variant.elements[..variant.slot?] else { return None };
    if verb.is_function || !passage.lexicon.several.contains(&they.folded) {
        return None;
    }
    let at = (tokens.start..value.start).rev().find(|&at| scene.word_cost(verb, at).is_some())?;
    let object = at + 1..value.start;
    let is_led = || passage.lexicon.pointing.contains(passage.tokens.folded(at + 1));
    let is_noun = |at: usize| passage.carries(at) && !passage.is_in_value(passage.tokens.get(at).span);
    let is_another = object.len() > 1 && is_led() && passage.names_in(object.clone()).next().is_none();
    object.rev().find(|&at| is_noun(at) && !passage.tokens.folded(at).ends_with("ly")).filter(|_| is_another)
}

/// The noun of which the last word of a pattern is only a part in the text: `loan agreements`, for `the loan`.
pub(super) fn is_part_of_noun(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let [.., Element::Word(the), Element::Word(noun)] = &variant.elements[..] else { return None };
    let points = passage.lexicon.pointing.contains(&the.folded) || matches!(the.folded.as_str(), "the" | "a" | "an");
    let at = tokens.clone().next_back().filter(|&at| at > tokens.start && scene.word_cost(noun, at).is_some())?;
    let leads = matches!(passage.tokens.folded(at - 1), "for" | "of" | "about" | "with" | "on" | "in" | "from" | "to");
    let next = at + 1;
    let is_noun = scene.tokens.contains(&next)
        && passage.carries(next)
        && !passage.tokens.folded(next).ends_with("ly")
        && !passage.tokens.folded(next).ends_with("ed")
        && !starts_upper(passage.tokens.raw(next))
        && !passage.lexicon.says(&passage.stems[next])
        && !passage.is_in_value(passage.tokens.get(next).span)
        && passage.values_in(passage.tokens.get(next).span).next().is_none();
    (points && !noun.is_function && leads && is_noun).then_some(next)
}

/// The first word of elements that carries a meaning.
fn content(elements: &[Element]) -> Option<&Word> {
    elements.iter().find_map(|element| match element {
        Element::Word(word) if !word.is_function => Some(word),
        _ => None,
    })
}

fn is_at(scene: &Scene<'_, '_>, element: &Element, at: usize) -> bool {
    matches!(element, Element::Word(word) if scene.word_cost(word, at).is_some())
}
