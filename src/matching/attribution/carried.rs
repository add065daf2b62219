//! Sentences that carry on what an earlier one said: whose words those are that a pronoun says, or the
//! one whose name and colon begin the paragraph.
//!
//! Of `he` and `she` it is known that they are a person, and not the outlet, whoever they are.
//!
//! ```text
//! The police came late. They said 20 marched.              the police
//! The police say so. It also lists 20 marchers.            the police
//! The mayor: It was calm. 20 marched.                      the mayor
//! ```

use super::antecedent::{antecedent, meant};
use super::described::CARRY;
use super::labels::labelled;
use super::rebuttals::{is_behind_claim, is_rebuttal};
use super::resumed::goes_on_saying;
use super::speakers::voices_of;
use super::voices::Voice;
use super::witnessed::is_witnessed;
use super::{Attributed, Place, Speakers, attributed};
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use std::ops::Range;

/// How many words may tell which figure of theirs it is.
const OWN: usize = 4;
/// In how many words an `it` is told to be a thing that has a number.
const STANDS: usize = 5;
/// In how many words it is told that something is `a feature of the debate that`.
const FEATURE: usize = 12;
/// Within how many words behind its verb it is told what somebody wants: `its renewed demand`.
const WANTED: usize = 4;

/// A sentence that carries on what an earlier one said: a pronoun in the same
/// paragraph; `also`, where the earlier voice speaks of the same person; in a
/// readout, anything up to the next voice.
pub(super) fn carried_on(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let sentence = place.sentence;
    let here = &passage.sentences[sentence];
    if !matches!(here.kind, BlockKind::Paragraph) {
        return None;
    }
    if let Some(speaker) = labelled(passage, speakers, sentence) {
        return Some(speaker);
    }
    let words: Vec<&str> = here.tokens.clone().take(8).map(|at| passage.tokens.folded(at)).collect();
    if is_impersonal(&words) || is_feature(passage, sentence) {
        return None;
    }
    if is_behind_claim(passage, place) {
        return None;
    }
    if let Some(antecedent) = antecedent(passage, speakers, sentence) {
        return Some(antecedent);
    }
    if let Some(voice) = earlier_account(passage, speakers, sentence) {
        return Some(voice);
    }
    let also = words.iter().position(|word| *word == "also").map(|at| here.tokens.start + at);
    // `Renko also met the family`: of somebody else.
    let is_of = |voice: &Voice, also: usize| {
        let upper = |at: &usize| starts_upper(passage.tokens.raw(*at));
        let small = |at: &usize| passage.lexicon.is_function_word(passage.tokens.folded(*at));
        let mut others = (here.tokens.start..also).filter(|at| upper(at) && !small(at));
        others.all(|at| passage.names_in(at..at + 1).any(|name| Some(name.id) == voice.id))
    };
    // `It now stands at 800`: a thing.
    let opens_with = |word: &str| words.first() == Some(&word);
    let is_thing =
        opens_with("it") && words.iter().take(STANDS).any(|word| passage.lexicon.voices.standing.contains(word));
    let pronoun = words.first().is_some_and(|first| passage.lexicon.carrying_on.contains(first)) && !is_thing;
    // In what a side gave out itself, whoever it names besides says no more than their own sentence.
    let is_of_sides = !speakers.sides.is_empty() && passage.article.front.claimant.is_none();
    let earlier = (sentence.saturating_sub(CARRY)..sentence)
        .rev()
        .filter(|&index| passage.sentences[index].kind == BlockKind::Paragraph);
    for index in earlier {
        let same_block = passage.sentences[index].block == here.block;
        if let Some(voice) = voices_of(passage, speakers, index).last() {
            // `They spoke, Benoit said. It lasted 25 minutes. It was late, she said.`
            if index + 1 == sentence && same_block && goes_on_saying(passage, speakers, sentence, voice) {
                return Some(attributed(passage, voice));
            }
            let is_side = is_of_sides && voice.id.is_some_and(|id| speakers.sides.contains(&id));
            let goes_on = pronoun || also.is_some_and(|also| is_of(voice, also));
            if is_side && !goes_on && only_wants(passage, voice) {
                continue;
            }
            // What is only told of her, she does not say.
            let spoken = voice.id.is_some();
            if opens_with("they") && place.whole.contains(&here.tokens.start) && is_of_parties(passage, index) {
                return None;
            }
            return (is_side || same_block && spoken && goes_on).then(|| attributed(passage, voice));
        }
        if !is_of_sides && (!same_block || is_witnessed(passage, index) || is_rebuttal(passage, index)) {
            return None;
        }
    }
    None
}

/// `Its first figure of 40 lasted three days`: whose number it is with which a sentence begins.
pub(super) fn own_figure(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let its = passage.sentences[place.sentence].tokens.start;
    let noun = place.tokens.start.checked_sub(2).filter(|&noun| noun > its && noun <= its + OWN)?;
    let words = passage.lexicon.voices;
    let is_figure = words.reckoned.contains(passage.tokens.folded(noun)) && passage.tokens.folded(noun + 1) == "of";
    let is_owned = matches!(passage.tokens.folded(its), "its" | "their" | "his" | "her");
    let is_theirs = is_figure && is_owned && (its + 1..noun).all(|at| passage.carries(at));
    is_theirs.then(|| meant(passage, speakers, place.sentence, place.sentence, its)).flatten()
}

/// `The authority has its own numbers: 33 ran. Local lines did better, with 47. Only 19 were late, it says.`: what stands
/// between two sentences of whoever speaks, in one paragraph that names nobody else.
pub(super) fn framed(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let (before, next) = (place.sentence.checked_sub(1)?, place.sentence + 1);
    let block = passage.sentences[place.sentence].block;
    let is_beside = |index: usize| {
        let sentence = passage.sentences.get(index);
        sentence.is_some_and(|of| of.block == block && of.kind == BlockKind::Paragraph)
    };
    let is_silent = || {
        let here = passage.sentences[place.sentence].tokens.clone();
        voices_of(passage, speakers, place.sentence).is_empty() && passage.names_in(here).next().is_none()
    };
    if !is_beside(before) || !is_beside(next) || !is_silent() {
        return None;
    }
    let voices = voices_of(passage, speakers, before);
    let speaker = voices.iter().find_map(|voice| voice.id)?;
    let is_alone = voices.iter().all(|voice| voice.id == Some(speaker));
    let goes_on = || {
        let tokens = &passage.sentences[next].tokens;
        let is_tag = |at: usize| {
            matches!(passage.tokens.folded(at), "it" | "they" | "he" | "she") && passage.is_comma(tokens, at - 1)
        };
        tokens.clone().skip(1).any(is_tag)
            && antecedent(passage, speakers, next).is_some_and(|by| by.id == Some(speaker))
    };
    let voice = voices.last().filter(|_| is_alone && goes_on())?;
    Some(attributed(passage, voice))
}

/// `Roe and Poe met, says the police. The union puts the crowd at 31. They have met twice`: whether `they`, of whom a
/// statement is, are those of whom the paragraph spoke before the sentence in which a body gave only a number.
fn is_of_parties(passage: &Passage<'_>, voice: usize) -> bool {
    let block = passage.sentences[voice].block;
    let are_two = |index: usize| {
        let tokens = &passage.sentences[index].tokens;
        let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
        let joined = |name: &NameAt| {
            let and = name.tokens.end;
            let next = and + 1 + usize::from(word(and + 1) == "the");
            word(and) == "and" && passage.names_in(next..tokens.end).any(|other| other.tokens.start == next)
        };
        tokens.clone().any(|at| word(at) == "the" && matches!(word(at + 1), "two" | "pair") || word(at) == "both")
            || passage.names_in(tokens.clone()).any(joined)
    };
    let mut before = (voice.saturating_sub(CARRY)..voice).filter(|&index| passage.sentences[index].block == block);
    !are_two(voice) && before.any(are_two)
}

/// `There were nine, according to the firm. An earlier statement had given seven`: an account of whoever alone spoke right
/// before.
fn earlier_account(passage: &Passage<'_>, speakers: &Speakers, sentence: usize) -> Option<Attributed> {
    let is_earlier = is_of_earlier_account(passage, &passage.sentences[sentence].tokens);
    let before = sentence
        .checked_sub(1)
        .filter(|&before| is_earlier && passage.sentences[before].block == passage.sentences[sentence].block)?;
    let voices = voices_of(passage, speakers, before);
    let voice = voices.first().filter(|first| voices.iter().all(|other| other.id == first.id))?;
    voice.id.is_some().then(|| attributed(passage, voice))
}

/// Whether a sentence begins with what was first said, `an earlier statement`, and does not tell whose it was.
pub(in crate::matching) fn is_of_earlier_account(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let (first, noun) = (sentence.start, sentence.start + 2);
    matches!(word(first), "an" | "a")
        && passage.lexicon.stance.earlier.contains(word(first + 1))
        && sentence.contains(&noun)
        && passage.lexicon.is_account(&passage.stems[noun])
        // `A first count` may be anybody's.
        && !passage.lexicon.voices.reckoned.contains(word(noun))
        && !matches!(word(noun + 1), "by" | "from" | "of")
}

/// `The union has not moved from its demand for more`: what somebody wants is no account of what was said.
fn only_wants(passage: &Passage<'_>, voice: &Voice) -> bool {
    let sentence = &passage.sentences[passage.sentence_at(passage.tokens.get(voice.tokens.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let owned = voice.tokens.end;
    let wants = |at: usize| {
        let is_call = matches!(word(at), "claim" | "claims" | "call" | "calls") && word(at + 1) == "for";
        sentence.contains(&at) && (is_call || passage.lexicon.stance.demanding.contains(&passage.stems[at]))
    };
    matches!(word(owned), "its" | "their" | "his" | "her") && (owned + 1..owned + WANTED).any(wants)
}

/// `It is a feature of the debate that`, `it is no secret that`: what a thing is, and nobody says.
fn is_feature(passage: &Passage<'_>, sentence: usize) -> bool {
    let tokens = &passage.sentences[sentence].tokens;
    let first = tokens.start;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_thing = word(first) == "it"
        && matches!(word(first + 1), "is" | "was" | "remains")
        && matches!(word(first + 2), "a" | "an" | "no" | "one" | "part" | "worth");
    let goes_on = |at: &usize| tokens.contains(at) && !matches!(word(*at), "," | ";" | ":" | "\"" | "who" | "which");
    is_thing && (first + 3..first + FEATURE).take_while(goes_on).any(|at| word(at) == "that")
}

/// `It must also be remembered that`, `it is often said that`: nobody says so.
fn is_impersonal(words: &[&str]) -> bool {
    let told = words.windows(2).position(|pair| pair[1] == "that" && (pair[0].ends_with("ed") || pair[0] == "said"));
    let before = told.and_then(|told| words[..told].iter().rfind(|word| !word.ends_with("ly") && **word != "often"));
    words.first() == Some(&"it") && before.is_some_and(|word| matches!(*word, "be" | "been" | "being" | "is" | "was"))
}
