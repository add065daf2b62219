//! Whoever is told to have given something out, or to have spoken to somebody, right before a quotation: its words are theirs.
//!
//! ```text
//! Lindby has issued a statement. “We were late.”          Lindby's
//! A statement from Lindby has come in. “We were late.”    Lindby's
//! Ada Lind begins with an apology. “We were late.”        Lind's
//! Ada Lind shrugs. “We were late.”                        Lind's
//! Lindby hit back. “We were late,” a spokesman said.      Lindby's
//! Lindby has seen a statement. “We were late.”            nobody's that is known
//! ```

use super::antecedent::meant;
use super::described::subject_at;
use super::saying::skip_back;
use super::{Attributed, Speakers};
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId};
use std::ops::Range;

/// How far behind a name it may be told what it gave out, in tokens.
const GIVEN: usize = 24;
/// In how many words it is told what somebody does before he speaks.
const GESTURE: usize = 8;
/// How many words may tell what kind of account it is: `a short statement`.
const ACCOUNT: usize = 4;

/// Whoever the sentence before a quotation says so of; `sentences` are that one and the one in which the quotation begins.
pub(super) fn heralded(passage: &Passage<'_>, speakers: &Speakers, sentences: Range<usize>) -> Option<Attributed> {
    let (before, here) = (passage.sentences.get(sentences.start)?, passage.sentences.get(sentences.end)?);
    let begins = passage.tokens.folded(here.tokens.start) == "\"";
    let is_next = sentences.len() == 1 && before.block + 1 >= here.block && before.kind == BlockKind::Paragraph;
    if !begins || !is_next {
        return None;
    }
    let tokens = &before.tokens;
    // `Ada Lind was there. She has been speaking to reporters. “We were late.”`
    if let Some(subject) = subject_at(passage, tokens).filter(|&at| gives_out(passage, at + 1..tokens.end)) {
        return meant(passage, speakers, sentences.start, sentences.start, subject).filter(|found| found.id.is_some());
    }
    let may_speak = |name: &&NameAt| speakers.claimants.contains(&name.id) || speakers.entities.contains(&name.id);
    let mut names = passage.names_in(tokens.clone()).filter(may_speak);
    let name = names.next()?;
    let start = skip_back(passage, tokens, name.tokens.start, |word| {
        word == "the" || word == "but" || passage.lexicon.titles.contains(word)
    });
    let opens = start == tokens.start && gives_out(passage, name.tokens.end..tokens.end.min(name.tokens.end + GIVEN));
    let mut is_alone = || names.all(|other| other.id == name.id);
    let is_close = before.block == here.block && start == tokens.start;
    let gestures = is_close && is_about_to_speak(passage, tokens, name.tokens.end);
    let answers = || answers(passage, tokens, name);
    let found = opens || (gestures || answers() || is_account_of(passage, tokens, start)) && is_alone();
    found.then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `Lind shrugs.`, `Lind is adamant.`: what is told of somebody who says something next.
fn is_about_to_speak(passage: &Passage<'_>, tokens: &Range<usize>, end: usize) -> bool {
    let words = passage.lexicon.voices.documents;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_mood = || matches!(word(end), "is" | "was" | "remains") && words.moods.contains(word(end + 1));
    let is_short =
        tokens.end - end <= GESTURE && !tokens.clone().any(|at| matches!(word(at), "," | ";" | "\"" | "and"));
    is_short && (words.gestures.contains(word(end)) || is_mood())
}

/// `Last night Lindby hit back.`: an answer that a sentence of its own announces.
fn answers(passage: &Passage<'_>, tokens: &Range<usize>, name: &NameAt) -> bool {
    let words = passage.lexicon.voices.documents;
    let small = |at: &usize| matches!(passage.tokens.folded(*at), "has" | "have" | "had" | "now" | "also" | "quickly");
    let verb = name.tokens.end + (name.tokens.end..tokens.end).take_while(small).count();
    let answer = words.answering.iter().find(|answer| passage.reads(verb..tokens.end, answer));
    let ends = |at: usize| at >= tokens.end || matches!(passage.tokens.folded(at), "." | ":" | "!");
    answer.is_some_and(|answer| ends(verb + answer.len())) && tokens.len() <= GESTURE + ACCOUNT
}

/// Whoever a sentence of its own, right before another one, announces an answer of: whose spokesman speaks there.
pub(super) fn announces_answer(passage: &Passage<'_>, sentence: usize, may_speak: &dyn Fn(NameId) -> bool) -> bool {
    let Some(before) = sentence.checked_sub(1).map(|before| &passage.sentences[before]) else { return false };
    let is_next = before.kind == BlockKind::Paragraph && before.block + 1 >= passage.sentences[sentence].block;
    let mut names = passage.names_in(before.tokens.clone()).filter(|name| may_speak(name.id));
    let Some(name) = names.next().filter(|_| is_next) else { return false };
    answers(passage, &before.tokens, name) && names.all(|other| other.id == name.id)
}

/// `Has put out a short statement`, `has been speaking to reporters`, `gave evidence to the inquiry`.
fn gives_out(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    let words = passage.lexicon.voices;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_account = |at: usize| words.documents.given_out.contains(word(at));
    let small = |at: usize| matches!(word(at), "a" | "an" | "the" | "this" | "its" | "his" | "her" | "their" | "out");
    let object = |verb: usize| {
        let goes_on = |at: &usize| tokens.contains(at) && (small(*at) || passage.carries(*at));
        (verb + 1..verb + 1 + ACCOUNT).take_while(goes_on).any(is_account)
    };
    let is_negated = || tokens.clone().any(|at| passage.lexicon.is_negation(word(at)));
    let issues = |at: usize| {
        let is_verb = words.persons.issuing.contains(word(at)) || word(at) == "put" && word(at + 1) == "out";
        let is_passive = at > tokens.start && matches!(word(at - 1), "was" | "were" | "is" | "are" | "being");
        is_verb && !is_passive && object(at)
    };
    let speaks = |at: usize| words.documents.addressing.contains(&(word(at), word(at + 1)));
    // `Opens with an apology`, `begins by thanking the crew`.
    let begins = |at: usize| {
        let is_verb = || words.documents.speeches.contains(word(at));
        let says = |at: &usize| {
            is_account(*at) || words.said.contents.contains(word(*at)) || words.said.assertions.contains(word(*at))
        };
        match word(at + 1) {
            "with" => is_verb() && (at + 2..at + 2 + ACCOUNT).any(|at| says(&at)),
            "by" => is_verb() && word(at + 2).ends_with("ing"),
            _ => false,
        }
    };
    tokens.clone().any(|at| issues(at) || speaks(at) || begins(at)) && !is_negated()
}

/// `A statement from Lindby`, `we have had a response from Lindby`: an account of whoever is named, where the sentence is
/// of nothing else.
fn is_account_of(passage: &Passage<'_>, tokens: &Range<usize>, named: usize) -> bool {
    let words = passage.lexicon.voices.documents;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let Some(from) = named.checked_sub(1).filter(|&from| word(from) == "from") else { return false };
    let Some(account) = from.checked_sub(1).filter(|account| tokens.contains(account)) else { return false };
    let is_account = words.given_out.contains(word(account));
    let small = |at: usize| words.announcing.contains(word(at)) || passage.carries(at) && at + 1 == account;
    is_account && (tokens.start..account).all(small)
}
