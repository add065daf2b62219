//! Interviews: whoever the introduction names as the one spoken to gives the answers, and where it
//! names nobody, the headline may: `Ada Lind on the night`.
//!
//! What stands in a question is the outlet's. Where the introduction names two, or nobody who is listed,
//! it is not known who answers. Behind the last question only one paragraph is an answer: what follows it
//! may be the outlet's again.
//!
//! ```text
//! We spoke to Hohl, Marek's lawyer.       introduces Hohl
//! Your client got €5m. Is it fair?        the outlet's
//! My client got €1m.                      Hohl's
//! ```

use super::Attributed;
use super::questions::{block_of, is_prompt, is_question, label};
use super::saying::skip_back;
use crate::corpus::BlockKind;
use crate::matching::language::words::Words;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use std::ops::Range;

/// In how many sentences an introduction names whom it introduces.
const INTRODUCTION: usize = 16;
/// How far behind `spoke to` the name may stand, in tokens.
const SPOKEN_TO: usize = 10;
/// In how many words a sentence names whom it begins with.
const OPENING: usize = 4;
/// How many sentences around an answer its questions may stand.
pub(super) const ANSWER: usize = 40;

/// Whoever is interviewed, where a sentence is of an answer.
pub(in crate::matching) fn interviewee(
    passage: &Passage<'_>,
    claimants: &[NameId],
    sentence: usize,
) -> Option<Attributed> {
    if passage.sentences[sentence].kind != BlockKind::Paragraph || !is_answer(passage, sentence) {
        return None;
    }
    let name = match guests(passage, claimants).as_slice() {
        [name] => *name,
        [] if !meets_another(passage) && speaks_of_self(passage, sentence) => {
            let told_of =
                || told_of(passage, claimants, sentence).or_else(|| quoted_there(passage, claimants, sentence));
            headlined(passage, claimants).or_else(told_of)?
        }
        _ => return None,
    };
    // The introduction itself is the outlet's.
    let introduction = passage.sentence_at(passage.tokens.get(name.tokens.start).span.start);
    let is_behind = passage.sentences[introduction].block < passage.sentences[sentence].block;
    is_behind.then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// Whether a sentence is of a block that answers a question.
fn is_answer(passage: &Passage<'_>, sentence: usize) -> bool {
    let here = block_of(passage, sentence);
    match label(passage, &here) {
        Some(is_answer) => return is_answer,
        None if is_question(passage, &here) => return false,
        None => {}
    }
    let near = here.start.max(sentence.saturating_sub(ANSWER))..here.end.min(sentence + ANSWER);
    let has = |words: &Words| {
        let mut tokens = near.clone().flat_map(|at| passage.sentences[at].tokens.clone());
        tokens.any(|at| words.contains(passage.tokens.folded(at)))
    };
    let words = passage.lexicon.voices.interview;
    let own = has(&words.own);
    // `The court says your client took it.` asks without a mark.
    let may = || own || !has(&words.addressing);
    let (mut first, mut is_next) = (here.start, true);
    while first > here.start.saturating_sub(ANSWER) && first > 0 {
        let before = block_of(passage, first - 1);
        if is_question(passage, &before) || is_prompt(passage, &before) {
            return is_next || may() && is_asked_again(passage, here.end);
        }
        if passage.sentences[before.start].kind != BlockKind::Paragraph {
            break;
        }
        (first, is_next) = (before.start, false);
    }
    own && is_asked_again(passage, here.end)
}

/// Whether a question follows before long.
fn is_asked_again(passage: &Passage<'_>, from: usize) -> bool {
    let (mut at, last) = (from, passage.sentences.len().min(from + ANSWER));
    while at < last {
        let next = block_of(passage, at);
        if is_question(passage, &next) || is_prompt(passage, &next) {
            return true;
        }
        at = next.end;
    }
    false
}

/// Whether somebody speaks of himself in an answer near by, right behind its question: an outlet that explains does not.
fn speaks_of_self(passage: &Passage<'_>, sentence: usize) -> bool {
    let mut at = sentence.saturating_sub(ANSWER);
    let last = passage.sentences.len().min(sentence + ANSWER);
    let mut is_behind = false;
    while at < last {
        let block = block_of(passage, at);
        let asks = is_question(passage, &block);
        let tokens = at..block.end.min(at + ANSWER);
        let mut tokens = tokens.flat_map(|at| passage.sentences[at].tokens.clone());
        if is_behind
            && !asks
            && tokens.any(|at| passage.lexicon.voices.interview.own.contains(passage.tokens.folded(at)))
        {
            return true;
        }
        (at, is_behind) = (block.end, asks);
    }
    false
}

/// The claimants whom the introduction names as spoken to, each once, up to the second.
fn guests<'p>(passage: &'p Passage<'_>, claimants: &[NameId]) -> Vec<&'p NameAt> {
    let mut found: Vec<&NameAt> = Vec::new();
    let mut at = 0;
    while at < passage.sentences.len().min(INTRODUCTION) {
        let block = block_of(passage, at);
        if is_question(passage, &block) {
            break;
        }
        for sentence in block.clone().filter(|&sentence| sentence < INTRODUCTION) {
            let tokens = &passage.sentences[sentence].tokens;
            for name in introduced(passage, claimants, tokens) {
                if found.iter().all(|found| found.id != name.id) {
                    found.push(name);
                }
            }
        }
        if found.len() > 1 {
            break;
        }
        at = block.end;
    }
    found
}

/// `We met a nurse`: whether the introduction tells of somebody spoken to who is not listed.
fn meets_another(passage: &Passage<'_>) -> bool {
    let introduction = passage
        .sentences
        .iter()
        .take(INTRODUCTION)
        .take_while(|sentence| passage.tokens.folded(sentence.tokens.end - 1) != "?");
    introduction.into_iter().any(|sentence| {
        let tokens = &sentence.tokens;
        let met = tokens.clone().find_map(|at| asked_at(passage, tokens, at)).filter(|met| tokens.contains(met));
        met.is_some_and(|met| !is_him(passage, met) && !is_met_there(passage, tokens, met))
    })
}

fn is_him(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.tokens.folded(at), "him" | "her" | "them")
}

/// `We met in her office`, `when we meet, she says`: whoever the introduction tells of.
fn is_met_there(passage: &Passage<'_>, sentence: &Range<usize>, met: usize) -> bool {
    let words = passage.lexicon.voices.interview;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    words.meeting.contains(word(met - 1))
        && (words.met_where.contains(word(met)) || matches!(word(met), "" | "." | ","))
}

/// The one person of whom the introduction tells, where the answers are of one who speaks of himself to somebody who asks
/// him: `Ada Lind led the talks.` Any sentence that is not plainly of the same leaves open who is asked.
fn told_of<'p>(passage: &'p Passage<'_>, claimants: &[NameId], sentence: usize) -> Option<&'p NameAt> {
    let words = passage.lexicon.voices.interview;
    let (mut at, last) = (0, passage.sentences.len().min(INTRODUCTION));
    let mut found: Option<&NameAt> = None;
    loop {
        if at >= last {
            return None;
        }
        let block = block_of(passage, at);
        if is_question(passage, &block) {
            break;
        }
        if block.end > last {
            return None;
        }
        for index in block.clone() {
            let (kind, tokens) = (passage.sentences[index].kind, &passage.sentences[index].tokens);
            // A byline is no sentence.
            if kind != BlockKind::Paragraph || passage.tokens.folded(tokens.end - 1) != "." {
                continue;
            }
            let mut word = tokens.clone().map(|at| passage.tokens.folded(at));
            match found {
                None => found = Some(person_at(passage, claimants, tokens)?),
                Some(name) => {
                    let is_other = |other: &NameAt| other.id != name.id && other.tokens.start <= tokens.start + 1;
                    let same = person_at(passage, claimants, tokens).is_some_and(|other| other.id == name.id);
                    let of_same = same || word.any(|word| words.same.contains(word));
                    if !of_same || passage.names_in(tokens.clone()).any(is_other) {
                        return None;
                    }
                }
            }
        }
        at = block.end;
    }
    found.filter(|_| is_addressed(passage, at, sentence))
}

/// Whether a question near a sentence, behind the introduction, speaks to whoever is asked.
fn is_addressed(passage: &Passage<'_>, introduction: usize, sentence: usize) -> bool {
    let words = passage.lexicon.voices.interview;
    let asked = introduction.max(sentence.saturating_sub(ANSWER))..passage.sentences.len().min(sentence + ANSWER);
    let is_asked = |index: usize| {
        let block = block_of(passage, index);
        let mut tokens = passage.sentences[index].tokens.clone();
        is_question(passage, &block) && tokens.any(|at| words.addressing.contains(passage.tokens.folded(at)))
    };
    asked.into_iter().any(is_asked)
}

/// The one person with whom the introduction begins, where it quotes them: `Ada Lind grew up here. “I felt nothing,” says the
/// 41-year-old.` Whoever else it quotes may be the one who is asked.
fn quoted_there<'p>(passage: &'p Passage<'_>, claimants: &[NameId], sentence: usize) -> Option<&'p NameAt> {
    let is_prompted = |at: &usize| is_question(passage, &block_of(passage, *at));
    let end = (0..passage.sentences.len().min(INTRODUCTION)).find(is_prompted)?;
    let is_prose = |at: &usize| {
        let prose = &passage.sentences[*at];
        prose.kind == BlockKind::Paragraph && passage.tokens.folded(prose.tokens.end - 1) == "."
    };
    let first = (0..end).find(is_prose)?;
    let name = person_at(passage, claimants, &passage.sentences[first].tokens)?;
    let tags = |at: usize, tokens: &Range<usize>| {
        let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
        let says = |at: usize| tokens.contains(&at) && passage.lexicon.says(&passage.stems[at]);
        let is_old = (1..6).map(|on| word(at + 1 + on)).skip(1).eq(["-", "year", "-", "old"]);
        let is_one = |at: usize| matches!(word(at), "he" | "she");
        let is_behind = at > tokens.start && word(at - 1) == "\"";
        is_behind.then(|| says(at) && (is_one(at + 1) || word(at + 1) == "the" && is_old) || is_one(at) && says(at + 1))
    };
    let told = |index: usize| {
        let tokens = &passage.sentences[index].tokens;
        tokens.clone().filter_map(|at| tags(at, tokens)).collect::<Vec<_>>()
    };
    let all: Vec<bool> = (first..end).flat_map(told).collect();
    let others = (first..end).any(|index| {
        let mut names = passage.names_in(passage.sentences[index].tokens.clone());
        let says = |at: usize| passage.tokens.len() > at && passage.lexicon.says(&passage.stems[at]);
        names.any(|other| claimants.contains(&other.id) && other.id != name.id && says(other.tokens.end))
    });
    let is_quoted = all.iter().any(|is_own| *is_own);
    (is_quoted && !others && is_addressed(passage, end, sentence)).then_some(name)
}

/// The claimant with whose name of more than one word a sentence begins: `Ada Lind`, and not `the Steel Union`.
fn person_at<'p>(passage: &'p Passage<'_>, claimants: &[NameId], sentence: &Range<usize>) -> Option<&'p NameAt> {
    let may_speak = |name: &&NameAt| claimants.contains(&name.id) && name.tokens.start == sentence.start;
    let name = passage.names_in(sentence.clone()).find(may_speak)?;
    let is_named = |at: usize| !passage.lexicon.bodies.contains(passage.tokens.folded(at));
    let last = name.tokens.end - 1;
    let is_upper = starts_upper(passage.tokens.raw(last));
    (name.tokens.len() > 1 && is_upper && name.tokens.clone().all(is_named)).then_some(name)
}

/// `We have also spoken to`: behind the words that begin at a token, by which those who ask speak to somebody.
fn asked_at(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let words = passage.lexicon.voices.interview;
    let phrase = phrase_at(passage, sentence, at, words.asking)?;
    let by = skip_back(passage, sentence, at, |word| matches!(word, "have" | "also" | "has" | "recently" | "then"));
    let is_asked = by > sentence.start && words.askers.contains(passage.tokens.folded(by - 1));
    is_asked.then(|| at + phrase.len())
}

/// The first of some phrases that begins at a token.
fn phrase_at(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    at: usize,
    phrases: &'static [&'static [&'static str]],
) -> Option<&'static [&'static str]> {
    phrases.iter().find(|phrase| passage.reads(at..sentence.end, phrase)).copied()
}

/// The one claimant of a headline whom it has speak: `Ada Lind on the night`, `Ada Lind: “It was dark”`.
fn headlined<'p>(passage: &'p Passage<'_>, claimants: &[NameId]) -> Option<&'p NameAt> {
    let of_headline = passage.sentences.iter().take_while(|sentence| sentence.kind == BlockKind::Headline);
    let tokens = passage.sentences.first()?.tokens.start..of_headline.last()?.tokens.end;
    let named: Vec<&NameAt> = passage.names_in(tokens.clone()).filter(|name| claimants.contains(&name.id)).collect();
    let first = *named.first()?;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_alone = named.iter().all(|other| other.id == first.id);
    let is_quoted = matches!(word(tokens.start), "\"" | "'");
    let speaks = |name: &&&NameAt| {
        let next = name.tokens.end;
        // `Ada Lind on the night`, `on why she left`, and not `on edge`; behind a quotation, `Ada Lind on Harrow Bank`, too.
        let is_matter = || {
            let is_named = is_quoted && tokens.contains(&(next + 1)) && starts_upper(passage.tokens.raw(next + 1));
            is_named || passage.lexicon.voices.interview.headed.contains(word(next + 1))
        };
        let quotes = matches!(word(next), ":" | "-") && word(next + 1) == "\"";
        word(next) == "on" && is_matter() || quotes || passage.lexicon.voices.interview.headlining.contains(word(next))
    };
    // `Steel union leader Ada Lind on the night`: she may be named with those for whom she speaks.
    named.iter().find(speaks).copied().filter(|_| is_alone)
}

/// Those whom a sentence names as spoken to.
fn introduced<'p>(passage: &'p Passage<'_>, claimants: &[NameId], sentence: &Range<usize>) -> Vec<&'p NameAt> {
    let words = passage.lexicon.voices.interview;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_named = |name: &&NameAt| claimants.contains(&name.id) && word(name.tokens.end) != "'s";
    let behind = |from: usize| -> Vec<&NameAt> {
        let ends = |at: &usize| matches!(word(*at), "about" | "on" | "who" | "after" | "before" | "." | ":");
        let end = (from..(from + SPOKEN_TO).min(sentence.end)).find(ends).unwrap_or(sentence.end.min(from + SPOKEN_TO));
        let mut named: Vec<&NameAt> = passage.names_in(from..end).filter(is_named).collect();
        let one = |name: &&NameAt| word(name.tokens.end) == "and";
        // `We asked both governments and the commission`: more than one, and who answers is not known.
        let is_one_of_many = |name: &&NameAt| {
            let the = usize::from(word(name.tokens.start - 1) == "the");
            let listed = |at: usize| passage.names_in(at..at + 1).next().is_some();
            let last = name.tokens.start - 1 - the;
            let is_last = last > from && word(last) == "and" && !listed(last - 1);
            let next = name.tokens.end + 1;
            let others = matches!(word(next), "the" | "both" | "two" | "three" | "other" | "several" | "all");
            is_last || one(name) && others && !listed(next + 1)
        };
        if named.iter().any(is_one_of_many) {
            return Vec::new();
        }
        // `Spoke to Hohl and Dahl`; behind a comma stands who he is.
        let count = if named.first().is_some_and(one) { 2 } else { 1 };
        named.truncate(count);
        // `Hohl has defended Marek since 2020. We met her in May.`
        let is_meant = || is_him(passage, from) || is_met_there(passage, sentence, from);
        if named.is_empty() && sentence.contains(&from) && is_meant() {
            let before = subject_before(passage, claimants, sentence);
            before.or_else(|| headlined(passage, claimants)).into_iter().collect()
        } else {
            named
        }
    };
    sentence
        .clone()
        .flat_map(|at| {
            let find = |phrases| phrase_at(passage, sentence, at, phrases);
            let named = || find(words.interviews).map(|phrase| at + phrase.len());
            if let Some(end) = asked_at(passage, sentence, at).or_else(named) {
                return behind(end);
            }
            let mut before = passage.names_in(sentence.start..at).filter(is_named);
            before.next().filter(|_| find(words.answering).is_some()).into_iter().collect()
        })
        .collect()
}

/// Whom the paragraph begins with, where all that stands between is told of `she`: `Hohl has defended Marek since 2020. She
/// is tired. We met her in May.`
fn subject_before<'p>(passage: &'p Passage<'_>, claimants: &[NameId], sentence: &Range<usize>) -> Option<&'p NameAt> {
    let here = passage.sentence_at(passage.tokens.get(sentence.start).span.start);
    let block = passage.sentences[here].block;
    let same = |at: &usize| passage.sentences[*at].block == block;
    for before in (here.saturating_sub(INTRODUCTION)..here).rev().take_while(same) {
        let tokens = &passage.sentences[before].tokens;
        let opening = tokens.start..(tokens.start + OPENING).min(tokens.end);
        if let Some(name) = passage.names_in(opening.clone()).find(|name| claimants.contains(&name.id)) {
            return Some(name);
        }
        if !opening.into_iter().any(|at| matches!(passage.tokens.folded(at), "she" | "he")) {
            return None;
        }
    }
    None
}
