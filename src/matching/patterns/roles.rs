//! Who does a thing and whom it is done to, where a pattern says it in the passive; and what was to be,
//! where a pattern asks for a plan.
//!
//! ```text
//! {firm} is to blame         The firm blamed its supplier     the firm does it
//! {firm} was fined           The firm, fined for it, paid     it is done to the firm
//! {dahl} phoned              Dahl was phoned by Toska         it is done to Dahl
//! a call to the guards       The guards called a halt         they do it
//! {dahl} rang {toska}        Dahl was on the phone to her     it is not told who rang
//! {dam} was to cost {value}  The dam cost 40 million          no plan
//! ```

use super::align::Scene;
use super::compile::{Element, Variant, Word};
use crate::corpus::BlockKind;
use crate::matching::behind::few;
use crate::matching::passage::names::starts_upper;
use std::ops::Range;

/// How many small words may stand between a name and its verb.
const NEAR: usize = 3;

/// What stands behind a participle and is no object: `told again on`.
const ADVERBS: &[&str] = &[
    "again",
    "first",
    "later",
    "early",
    "earlier",
    "twice",
    "once",
    "abroad",
    "away",
    "home",
    "today",
    "overnight",
    "together",
    "instead",
    "separately",
    "already",
    "even",
    "personally",
    "back",
    "off",
    "up",
    "down",
    "guilty",
    "dead",
    "captive",
    "hostage",
    "alive",
    "responsible",
    "recently",
    "afterwards",
];

/// The verb by which a name does itself what the pattern says is done to it.
pub(super) fn acts(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let word = |at: usize| if scene.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_capital = |at: usize| starts_upper(passage.tokens.raw(at));
    // `Told parliament on`, `told MPs that`: a sentence of a text does not leave out the `was`.
    let is_text = passage.sentences[scene.sentence].kind == BlockKind::Paragraph;
    let is_plain_object = |at: usize| {
        let is_noun = scene.tokens.contains(&(at + 1))
            && passage.carries(at)
            && !word(at).ends_with("ly")
            && !passage.is_in_value(passage.tokens.get(at).span)
            && !ADVERBS.contains(&word(at));
        is_text && is_noun && matches!(word(at + 1), "on" | "in" | "at" | "that" | "about" | "to" | "of" | "for")
    };
    let is_determined = |at: usize| {
        matches!(
            word(at),
            "a" | "an" | "the" | "its" | "their" | "his" | "her" | "it" | "them" | "him" | "this" | "those"
        )
    };
    // `He was told`, where the text says that he told others.
    let by_pronoun = || {
        let is_pronoun = |element: &Element| matches!(element, Element::Word(word) if passage.lexicon.pronouns.contains(&word.folded));
        let pronoun = variant.elements.iter().position(is_pronoun)?;
        let verb = passive(&variant.elements[pronoun + 1..])?;
        let at = tokens.clone().find(|&at| scene.word_cost(verb, at).is_some())?;
        let first = at.saturating_sub(NEAR).max(scene.tokens.start);
        let is_passive = (first..at).any(|at| is_be(word(at)) || word(at) == ",");
        (!is_passive && (is_determined(at + 1) || is_plain_object(at + 1))).then_some(at)
    };
    let by_name = variant.elements.iter().enumerate().find_map(|(at, element)| {
        let Element::Name(id) = element else { return None };
        let verb = passive(&variant.elements[at + 1..])?;
        let mut names = passage.names_in(tokens.clone()).filter(|name| name.id == *id);
        names.find_map(|name| {
            let says = |&at: &usize| scene.word_cost(verb, at).is_some();
            let verb = few(NEAR, name.tokens.end.checked_sub(1)?, tokens.end).find(says)?;
            let is_passive = (name.tokens.end..verb).any(|at| is_be(word(at)) || word(at) == ",");
            // An object follows: `blamed the supplier`.
            let next = verb + 1;
            let is_object = is_determined(next)
                || is_plain_object(next)
                || scene.tokens.contains(&next) && is_capital(next) && !is_capital(verb);
            (!is_passive && is_object).then_some(verb)
        })
    });
    by_name.or_else(by_pronoun)
}

/// What is said of a name in the passive: `was fined`, `is to blame`.
fn passive(behind: &[Element]) -> Option<&Word> {
    let mut has_be = false;
    for element in behind {
        match element {
            Element::Word(word) if is_be(&word.folded) => has_be = true,
            Element::Word(word) if has_be && ADVERBS.contains(&&*word.folded) => {}
            // `Is seeking` is no passive.
            Element::Word(word) if !word.is_function => {
                return Some(word).filter(|word| has_be && !word.folded.ends_with("ing"));
            }
            Element::Word(_) => {}
            _ => return None,
        }
    }
    None
}

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "gets" | "got")
}

/// The verb by which is done to a name what the pattern says that it does (`{dahl} phoned`, `Dahl was phoned by Toska`),
/// the word for a thing in its place (`took a phone call`, `spoke by telephone`), or what both do (`telephoned with`).
pub(super) fn is_done_to(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let word = |at: usize| if scene.tokens.contains(&at) { scene.passage.tokens.folded(at) } else { "" };
    let is_thing = |at: usize| {
        let noun = !word(at).ends_with("ed") && !word(at).ends_with("ing");
        let led =
            matches!(word(at - 1), "a" | "an" | "the" | "by" | "another" | "one" | "per" | "their" | "its" | "over");
        noun && led
    };
    // `What we know of the Calloway calls`: what they are called by, and not who rang.
    let is_of_name = |at: usize| {
        let mut names = scene.passage.names_in(scene.tokens.start..at);
        let name = names.find(|name| name.tokens.end == at && name.tokens.start > scene.tokens.start);
        let led = name.is_some_and(|name| matches!(word(name.tokens.start - 1), "the" | "these" | "those" | "all"));
        let ends = matches!(word(at + 1), "" | "." | "," | ":" | ";" | "?" | "and" | "were" | "are" | "that" | "which");
        led && ends && word(at).ends_with('s')
    };
    variant.elements.windows(2).find_map(|pair| {
        let [Element::Name(_), Element::Word(verb)] = pair else { return None };
        let is_past = verb.folded.ends_with("ed") || verb.folded == "rang";
        let mut places = tokens.clone().filter(|&at| at > scene.tokens.start && scene.word_cost(verb, at).is_some());
        let place = places.next().filter(|_| is_past)?;
        // `A telephone call` is one thing.
        let is_one = places.enumerate().all(|(behind, at)| at == place + behind + 1 && is_thing(place));
        let done = is_be(word(place - 1)) && (place..place + 4).any(|at| word(at) == "by");
        let asks_with = variant.has_word("with");
        let together = !asks_with && word(place + 1) == "with";
        // `A call to` is what the one did, and `on the phone to` where they were.
        let is_means = |at: usize| match word(at.saturating_sub(1)) {
            "by" | "over" | "per" => true,
            "the" => at > scene.tokens.start + 1 && word(at - 2) == "on",
            _ => false,
        };
        let is_to =
            tokens.clone().any(|at| scene.word_cost(verb, at).is_some() && word(at + 1) == "to" && !is_means(at));
        (is_one && (done || is_thing(place) && !is_to || together || is_of_name(place))).then_some(place)
    })
}

/// `Brek claims the Swiss asked for the call`, where a pattern has `{brek} asked`: the word by which it only says so of
/// another.
pub(super) fn tells_of_another(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    variant.elements.windows(2).find_map(|pair| {
        let [Element::Name(id), Element::Word(verb)] = pair else { return None };
        let name = passage.names_in(tokens.clone()).find(|name| name.id == *id)?.tokens.end;
        let place = (name..tokens.end).find(|&at| scene.word_cost(verb, at).is_some())?;
        let says = (name..place).find(|&at| passage.lexicon.says(&passage.stems[at]))?;
        (says + 1..place).any(|at| passage.carries(at) && !passage.lexicon.says(&passage.stems[at])).then_some(says)
    })
}

/// `The guards called a halt`, where a pattern has `call to the guards`: whoever the pattern says it goes to does another
/// thing by that word.
pub(super) fn does_itself(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let word = |at: usize| if scene.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_object = |at: usize| matches!(word(at), "a" | "an" | "its" | "their" | "for" | "off" | "it");
    variant.elements.windows(2).enumerate().find_map(|(first, pair)| {
        let [Element::Word(thing), Element::Word(to)] = pair else { return None };
        if thing.is_function || to.folded != "to" {
            return None;
        }
        let whom = variant.elements[first + 2..]
            .iter()
            .find(|element| !matches!(element, Element::Word(word) if word.is_function))?;
        let ends = |end: usize| match whom {
            Element::Word(word) => scene.word_cost(word, end - 1).is_some(),
            Element::Name(id) => scene.names.iter().any(|name| name.id == *id && name.tokens.end == end),
            _ => false,
        };
        let is_verb = |at: &usize| scene.word_cost(thing, *at).is_some() && word(*at).ends_with("ed");
        let verb = tokens.clone().find(is_verb).filter(|&verb| is_object(verb + 1))?;
        let small = |at: &usize| passage.lexicon.is_function_word(word(*at)) && !is_be(word(*at));
        let near = verb.saturating_sub(NEAR).max(scene.tokens.start);
        let end = (near..verb).rev().find(|at| !small(at))? + 1;
        ends(end).then_some(verb)
    })
}

/// Where a pattern asks for what was to be, the beginning of a statement that tells of no plan.
pub(super) fn is_no_plan(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let is_plan = |pair: &[Element]| match pair {
        [Element::Word(was), Element::Word(to)] => matches!(&*was.folded, "was" | "were") && to.folded == "to",
        _ => false,
    };
    let tells = |at: usize| matches!(scene.passage.tokens.folded(at), "to" | "will" | "would" | "should" | "shall");
    let asks = variant.elements.windows(2).any(is_plan);
    (asks && !tokens.clone().any(tells)).then_some(tokens.start)
}

/// `Public bodies do not pay`, where a pattern has `did not pay`: what is always so is no act.
pub(super) fn is_general(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let word = |at: usize| scene.passage.tokens.folded(at);
    let denies_act = |pair: &[Element]| match pair {
        [Element::Word(did), Element::Word(not)] => did.folded == "did" && not.folded == "not",
        _ => false,
    };
    let is_rule = |at: &usize| word(*at) == "not" && *at > scene.tokens.start && matches!(word(*at - 1), "do" | "does");
    let not = tokens.clone().find(is_rule)?;
    variant.elements.windows(2).any(denies_act).then(|| not - 1)
}

/// `The Emir called Dahl, then he called Toska`, where a pattern has `{dahl} called {toska}`: whom something was done to does
/// not do the next thing, where that has a subject of its own.
pub(super) fn is_of_object(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    let word = |at: usize| passage.tokens.folded(at);
    variant.elements.windows(2).find_map(|pair| {
        let [Element::Name(id), Element::Word(verb)] = pair else { return None };
        let name = passage.names_in(tokens.clone()).find(|name| name.id == *id)?.tokens.clone();
        let place = (name.end..tokens.end).find(|&at| scene.word_cost(verb, at).is_some())?;
        let subject = (name.end..place).rev().find(|&at| matches!(word(at), "he" | "she" | "it" | "they"))?;
        let is_title = |at: usize| {
            starts_upper(passage.tokens.raw(at)) || word(at) == "the" || passage.lexicon.titles.contains(word(at))
        };
        let first = (scene.tokens.start..name.start).rev().find(|&at| !is_title(at))?;
        let (stem, says) = (&passage.stems[first], |at: usize| passage.lexicon.says(&passage.stems[at]));
        let is_object = passage.carries(first) && scene.word_cost(verb, first).is_some() && !passage.lexicon.says(stem);
        let parts = (name.end..subject).any(|at| matches!(word(at), "," | "and" | "then" | ";"));
        (is_object && parts && !says(subject + 1)).then_some(subject)
    })
}

/// `At the former's request`, where a pattern has `at {firm}'s request`: it is somebody else's.
pub(super) fn is_anothers(scene: &Scene<'_, '_>, variant: &Variant, tokens: &Range<usize>) -> Option<usize> {
    let passage = scene.passage;
    variant.elements.windows(3).find_map(|row| {
        let [Element::Name(id), Element::Word(owns), Element::Word(thing)] = row else { return None };
        let is_thing = |at: &usize| passage.tokens.folded(*at) == "'s" && scene.word_cost(thing, at + 1).is_some();
        let at = tokens.clone().filter(|&at| at > scene.tokens.start && at + 1 < tokens.end).find(is_thing)?;
        let named = || passage.names_in(scene.tokens.start..at);
        // The two named before, of whom `the latter` is the second.
        let told = match passage.tokens.folded(at - 1) {
            "latter" => named().last(),
            "former" => named().nth(named().count().checked_sub(2)?),
            _ => named().find(|name| name.tokens.end == at && name.id == *id),
        };
        let is_own = told.is_some_and(|name| name.id == *id);
        (owns.folded == "'s" && !is_own).then_some(at)
    })
}
