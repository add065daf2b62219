//! Counts that are words and no numbers: `twice`, `no`, `not a single`; sums and quantities that are none.
//!
//! Only what stands right before what a pattern counts is none of it: `no injuries` are none, and
//! `no serious injuries` say nothing of the others. `Nobody` is left: it mostly begins another clause. `No money` and
//! `nothing` name what there is none of themselves, and have to stand right beside the words of the pattern.
//!
//! ```text
//! {value} times              twice                  2
//! {value} people were hurt   no people were hurt    0
//! {value} people were hurt   no more people …       nothing
//! {value} was paid           not a penny was paid   0
//! {value} was paid           nothing of what was …  nothing
//! ```

use super::candidates::{Candidate, Sort};
use crate::claims::Topic;
use crate::extract::{Reading, Setting, extract, fit::fit};
use crate::matching::language::none_words::NoneWords;
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use crate::value::{Amount, Hedge, Interval, Kind, Number, Value};
use std::ops::Range;

/// How far from a `nothing`, in tokens, it may be said that it is not so.
const UNREAL: usize = 5;

/// `Twice`, for twice as in `two times`; not `twice a day`, nor `twice as many`.
pub(super) fn multiples(passage: &Passage<'_>, sentence: usize) -> impl Iterator<Item = Candidate> {
    let tokens = passage.sentences[sentence].tokens.clone();
    let number = |at: usize| passage.lexicon.multiples.iter().find(|(word, _)| *word == passage.tokens.folded(at));
    let is_rate = |at: usize| {
        at < passage.tokens.len()
            && matches!(passage.tokens.folded(at), "a" | "an" | "as" | "per" | "every" | "each" | "the")
    };
    let found = tokens.filter_map(move |at| number(at).map(|(_, times)| (at, *times)));
    let found =
        found.filter(move |(at, times)| !is_rate(at + 1) && (*times > 1 || is_counted_once(passage, sentence, *at)));
    found.map(|(at, times)| counted(passage, at..at + 1, Number::from(times), Sort::Multiple))
}

/// `Once, says the union.`: all of an answer.
pub(in crate::matching) fn answered_once(passage: &Passage<'_>, sentence: usize) -> Option<Candidate> {
    let here = &passage.sentences[sentence];
    let tokens = &here.tokens;
    let first = tokens.start + usize::from(passage.tokens.folded(tokens.start) == "\"");
    if !tokens.contains(&first) || passage.values_in(here.span).any(|value| !value.is_moment()) {
        return None;
    }
    let next = if tokens.contains(&(first + 1)) { passage.tokens.folded(first + 1) } else { "" };
    let is_all = passage.tokens.folded(first) == "once" && matches!(next, "" | "." | "," | ";");
    is_all.then(|| counted(passage, first..first + 1, Number::ONE, Sort::Multiple))
}

/// `They met once, in May`, `have only spoken once`; not `once in office`, `once again`, `who once led`, `at once`.
fn is_counted_once(passage: &Passage<'_>, sentence: usize, at: usize) -> bool {
    let tokens = &passage.sentences[sentence].tokens;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let Some(before) = at.checked_sub(1).filter(|before| tokens.contains(before)) else { return false };
    let led = passage.carries(before) && !passage.lexicon.clause_starts.contains(word(before))
        || matches!(word(before), "only" | "just" | "exactly" | "but" | "him" | "her" | "them" | "met");
    let goes_on = matches!(
        word(at + 1),
        "" | "."
            | ","
            | ";"
            | ")"
            | "in"
            | "on"
            | "at"
            | "during"
            | "since"
            | "by"
            | "over"
            | "before"
            | "between"
            | "and"
    );
    led && goes_on && passage.tokens.get(before).kind == TokenKind::Word
}

/// What says that there was none of what a topic asks for.
pub(in crate::matching) fn noughts(
    topic: &Topic,
    passage: &Passage<'_>,
    sentence: usize,
) -> impl Iterator<Item = Candidate> {
    counted_as_none(topic, passage, sentence).chain(nothings(topic, passage, sentence))
}

/// `No`, `not one`, `not a single`, `none of the` for none at all, where a topic counts.
fn counted_as_none(topic: &Topic, passage: &Passage<'_>, sentence: usize) -> impl Iterator<Item = Candidate> {
    let tokens = passage.sentences[sentence].tokens.clone().filter(|_| topic.kind == Kind::Count);
    let end = passage.sentences[sentence].tokens.end;
    let word = move |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    // `Doors which no passenger uses`, `no passenger ever uses them`: what is always so counts nobody.
    let is_general = move |at: usize| {
        let relates = at.checked_sub(1).is_some_and(|before| matches!(word(before), "which" | "whom"));
        relates || word(at + 2) == "ever"
    };
    let of = move |at: usize| match word(at) {
        "no" if is_general(at) => None,
        "no" => Some(1),
        "not" if word(at + 1) == "one" => Some(2),
        "not" if word(at + 1) == "a" && word(at + 2) == "single" => Some(3),
        "none" if word(at + 1) == "of" && matches!(word(at + 2), "the" | "its" | "their" | "his" | "her" | "our") => {
            Some(3)
        }
        _ => None,
    };
    let found = tokens.filter_map(move |at| of(at).map(|length| at..at + length));
    found.map(|tokens| counted(passage, tokens, Number::ZERO, Sort::Nought))
}

/// `No money`, `not a penny`, `not a single gigabyte`, `nothing`, where a topic asks for a sum or a quantity; `a penny` of
/// `did not pay a penny`.
pub(in crate::matching) fn nothings(
    topic: &Topic,
    passage: &Passage<'_>,
    sentence: usize,
) -> impl Iterator<Item = Candidate> {
    let Range { start, end } = passage.sentences[sentence].tokens;
    let asks = matches!(topic.kind, Kind::Money | Kind::Quantity);
    let words = passage.lexicon.none;
    let of = move |at: usize| {
        let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
        let one = at + 1 + usize::from(word(at + 1) == "even");
        let single = |at: usize| at + usize::from(word(at) == "single");
        let is_money = |noun: usize| topic.kind == Kind::Money && words.money.contains(word(noun));
        let is_unit = |noun: usize| is_one_of(topic, words, word(noun));
        // Whether it is denied is seen sooner than what it is.
        let by_verb = |noun: usize, is_one: &dyn Fn(usize) -> bool| {
            let negation = negation_of_verb(passage, start, at)?;
            is_one(noun).then_some((noun, Sort::Denied(negation)))
        };
        let (noun, sort) = match word(at) {
            nothing if words.nothing.contains(nothing) => Some((at, Sort::Nothing)),
            "no" => Some((at + 1, Sort::Nothing)).filter(|(noun, _)| is_money(*noun)),
            "not" if matches!(word(one), "a" | "one") => {
                Some((single(one + 1), Sort::Nothing)).filter(|(noun, _)| is_unit(*noun))
            }
            "a" | "one" => by_verb(single(at + 1), &is_unit),
            "any" => by_verb(at + 1, &is_money),
            any if words.any.contains(any) => by_verb(at, &|_| true),
            _ => None,
        }?;
        let is_limited = words.save.contains(word(noun + 1))
            || at > start && words.nothing.contains(word(at)) && words.nearly.contains(word(at - 1));
        // `Paid nothing in tax`, `towards the fine`: of a part.
        let is_part = words.nothing.contains(word(at)) && matches!(word(noun + 1), "in" | "towards" | "toward" | "of");
        let is_unreal = sort == Sort::Nothing && is_unreal(passage, start..end, at);
        (!is_limited && !is_part && !is_unreal).then_some((at..noun + 1, sort))
    };
    let found = (start..end).filter(move |_| asks).filter_map(of);
    found.map(|(tokens, sort)| counted(passage, tokens, Number::ZERO, sort))
}

/// `Might have paid nothing`, `nothing would have been paid`, `had nothing been paid`, `feared that nothing was paid`: what
/// nobody says to be so.
fn is_unreal(passage: &Passage<'_>, sentence: Range<usize>, at: usize) -> bool {
    let stance = passage.lexicon.stance;
    let near = at.saturating_sub(UNREAL).max(sentence.start)..(at + UNREAL).min(sentence.end);
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_so = |at: usize| {
        let supposes = word(at) == "had" && (at == sentence.start || passage.lexicon.subjects.contains(word(at + 1)));
        supposes
            || stance.could.contains(word(at))
            || word(at) == stance.would
            || stance.warning.contains(&passage.stems[at])
    };
    near.into_iter().any(is_so)
}

/// The word that negates the verb right before a token: `did not pay`, and no other time than what has been: `will not pay`.
fn negation_of_verb(passage: &Passage<'_>, start: usize, at: usize) -> Option<usize> {
    let (words, word) = (passage.lexicon.none, |at: usize| passage.tokens.folded(at));
    let helps = |at: usize| words.helping.contains(word(at)) || word(at).ends_with("ly") || word(at) == "even";
    let is_before = |at: &usize| *at >= start && passage.tokens.get(*at).kind == TokenKind::Word;
    let verb = (start..at).rev().find(|&at| !helps(at)).filter(|&at| is_before(&at) && passage.carries(at))?;
    let negation = (start..verb).rev().find(|&at| !helps(at)).filter(|&at| words.negating.contains(word(at)))?;
    let first = negation.saturating_sub(2).max(start);
    (!(first..verb).any(|at| words.unreal.contains(word(at)))).then_some(negation)
}

/// Whether a word is a unit, or a coin, of what a topic asks for.
fn is_one_of(topic: &Topic, words: &NoneWords, noun: &str) -> bool {
    let read = || extract(&format!("1 {noun}"), &Setting::default(), &[]).into_iter().next();
    match topic.kind {
        Kind::Money => {
            words.coins.contains(noun) || read().is_some_and(|read| matches!(read.reading, Reading::Money(_)))
        }
        _ => read().is_some_and(|read| fit(&read.reading, topic.kind, topic.unit.as_deref()).is_some()),
    }
}

fn counted(passage: &Passage<'_>, tokens: Range<usize>, stated: Number, sort: Sort) -> Candidate {
    let amount = Amount { stated: Some(stated), hedge: Hedge::Exact, interval: Interval::exact(stated), basis: None };
    let span = passage.span_of(&tokens);
    Candidate { tokens, span, value: Value::Amount(amount), sort, currency: None }
}
