//! Words by which a statement takes its time from a date that stands before it.
//!
//! ```text
//! It last voted on 3 May 2019, when turnout was 54 percent.       54: 3 May 2019
//! It last voted in 2019. Turnout then was 54 percent.             54: 2019
//! It last voted in 2019. This time turnout was 61 percent.        61: not 2019
//! Nine times since 2019; before that they had met twice.          twice: not since 2019
//! ```

use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How far behind `when` a statement may begin, in tokens.
const CLAUSE: usize = 8;
/// How many tokens the clause with `when` may have that a sentence opens with, up to its time.
const OPENING: usize = 14;
/// In how many tokens behind a date an aside tells what it is counted from: `, just two days after`.
const ASIDE: usize = 6;
/// How far behind its value a `then` may stand, in tokens.
const BEHIND: usize = 4;

/// Whether a time is that of a statement in a clause with `when` right behind it: `on 3 May 2019, when turnout was 54
/// percent`.
pub(super) fn is_when(passage: &Passage<'_>, statement: usize, time: &Range<usize>) -> bool {
    let word = |at: usize| if at < statement { passage.tokens.folded(at) } else { "" };
    let next = time.end + usize::from(word(time.end) == ",");
    let opens = word(next) == "when" || word(next) == "in" && word(next + 1) == "which";
    opens && statement <= next + CLAUSE && !(next..statement).any(|at| matches!(word(at), "," | ";"))
}

/// The token past a clause on a time, before a statement: `by 2019, when it last voted, turnout was 54 percent`, `in May,
/// before the strike began, it was 54`.
pub(super) fn past_when(passage: &Passage<'_>, time: usize, statement: usize) -> usize {
    let word = |at: usize| if at < statement { passage.tokens.folded(at) } else { "" };
    // `On 13 March, the day after the session, it was 29`
    let is_beside = matches!(word(time + 1), "the" | "a" | "one" | "two" | "three" | "just" | "only");
    let counts_from = |at: usize| matches!(word(at), "before" | "after");
    let is_aside = is_beside && (time + 3..time + ASIDE).any(counts_from);
    let opens = word(time) == "," && (matches!(word(time + 1), "when" | "before" | "after") || is_aside);
    let closes = (time + 1..statement).find(|&at| opens && word(at) == ",");
    // `On 3 May, when 40 cars were lost, 7 died`: the day may be that of the cars alone.
    let counts = |closes: &usize| {
        let mut values = passage.values_in(passage.span_of(&(time + 1..*closes)));
        values.any(|value| !value.is_moment())
    };
    closes.filter(|closes| !counts(closes)).map_or(time, |closes| closes + 1)
}

/// Whether a time ends the clause with `when` that a sentence opens with: `when guards came in January, 20 were missing`.
pub(super) fn closes_when(passage: &Passage<'_>, sentence: usize, time: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    time - sentence <= OPENING && word(sentence) == "when" && !(sentence..time).any(|at| word(at) == ",")
}

/// The sentence before, where a value is of its time: `at that time`, `turnout then was 54 percent`, `it had 54 then`.
pub(in crate::matching) fn pointed_back(passage: &Passage<'_>, place: &Place<'_>) -> Option<usize> {
    let sentence = &passage.sentences[place.sentence];
    let before = place.sentence.checked_sub(1)?;
    let points = opens_with(passage, place.sentence, passage.lexicon.times.pointing_back) || has_then(passage, place);
    (points && passage.sentences[before].block == sentence.block).then_some(before)
}

/// Whether a sentence opens with what sets it apart from the time of the sentence before: `this time`.
pub(super) fn is_anew(passage: &Passage<'_>, sentence: usize) -> bool {
    opens_with(passage, sentence, passage.lexicon.times.setting_apart)
}

/// `Nine times since 2019; before that they had met twice`: where the clause begins that is of no time before it.
pub(super) fn before_that(passage: &Passage<'_>, place: &Place<'_>) -> Option<usize> {
    let word = |at: usize| passage.tokens.folded(at);
    let mut clause = (passage.sentences[place.sentence].tokens.start..place.tokens.start).rev();
    let points =
        |at: usize| matches!((word(at), word(at + 1)), ("before" | "until", "that" | "then") | ("this", "time"));
    clause.find(|&at| matches!(word(at), ";" | "and" | "but") || points(at)).filter(|&at| points(at))
}

fn opens_with(passage: &Passage<'_>, sentence: usize, phrases: &[&[&str]]) -> bool {
    phrases.iter().any(|phrase| passage.reads(passage.sentences[sentence].tokens.clone(), phrase))
}

/// `Turnout then was 54 percent`, `was then 54`, `had 54 then`; not `then called 54`, `since then`.
fn has_then(passage: &Passage<'_>, place: &Place<'_>) -> bool {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_then = |at: &usize| {
        let led = at.checked_sub(1).is_some_and(|before| matches!(word(before), "since" | "by" | "until" | "before"));
        word(*at) == "then" && *at > sentence.start && !led
    };
    let value = &place.tokens;
    let is_level = |at: usize| matches!(word(at), "was" | "were" | "stood" | "at" | "only" | "just" | "about");
    let leads = |at: usize| {
        let is = at + 1 < value.start || matches!(word(at - 1), "was" | "were" | "stood");
        is && (at + 1..value.start).all(is_level)
    };
    let ends = |at: usize| matches!(word(at + 1), "." | "," | ";" | "");
    let ahead = (sentence.start..value.start).rev().find(is_then);
    let behind = (value.end..value.end + BEHIND).take_while(|&at| !matches!(word(at), "," | ";")).find(is_then);
    // `Had confirmed 23 at that time.`
    let times = passage.lexicon.times.pointing_back;
    let reads =
        |at: usize| times.iter().any(|phrase| passage.reads(at..sentence.end, phrase) && ends(at + phrase.len() - 1));
    let near = (value.end..value.end + BEHIND).take_while(|&at| !matches!(word(at), "," | ";" | ""));
    ahead.is_some_and(leads) || behind.is_some_and(ends) || near.into_iter().any(reads)
}
