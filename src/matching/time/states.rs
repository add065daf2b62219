//! Times of what lasts, or was done before: since when somebody is missing, or has not been seen, is no stretch over which
//! they are counted, and the years in which somebody is said to have done a thing are not those of who says so.
//!
//! ```text
//! Two have not been seen since Monday                       since then unseen
//! The figure of 40 has not been revised since Monday        since then as it is
//! 46 boats have been unable to sail since Monday            since then unable
//! Roe, mayor of Selby since 2015, wants 40 homes            since then mayor
//! Nine accuse him of threats between 2008 and 2021          the threats'
//! 40 have died since Monday                                 the stretch in which they died
//! ```

use crate::matching::passage::Passage;
use std::ops::Range;

/// How far before its time it may stand what lasts since then, in tokens.
const LASTING: usize = 8;
/// How far before its time the comma may stand behind which it is said what somebody is, in tokens.
const OFFICE: usize = 10;
/// How far before the years the verb may stand by which somebody is said to have done a thing then, in tokens.
const ACCUSED: usize = 14;

/// Whether a time is of what lasts since then, or was done then.
pub(super) fn is_of_another(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    statement: &Range<usize>,
    time: &Range<usize>,
) -> bool {
    is_of_state(passage, sentence, time)
        || is_of_deeds(passage, sentence, time)
        || is_of_office(passage, sentence, statement, time)
}

/// `Roe, 51, mayor of Selby since 2015, wants 40 homes`: since when somebody is what stands beside the name.
fn is_of_office(passage: &Passage<'_>, sentence: &Range<usize>, statement: &Range<usize>, time: &Range<usize>) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = time.start.saturating_sub(OFFICE).max(sentence.start + 1);
    let Some(opens) = (first..time.start).rev().find(|&at| word(at) == ",") else { return false };
    // What is stated in the aside is of its time.
    let is_aside = word(time.end) == "," && (time.end < statement.start || statement.end <= opens);
    let is_age = |at: usize| passage.is_in_value(passage.tokens.get(at).span) && word(at.wrapping_sub(1)) == ",";
    let is_beside = passage.is_capital(opens - 1) || is_age(opens - 1);
    let is_verb = |at: usize| {
        let word = word(at);
        let helps = matches!(word, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "who" | "which");
        helps || word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
    };
    matches!(word(time.start), "since" | "from" | "until")
        && is_aside
        && is_beside
        && passage.carries(opens + 1)
        && !(opens + 1..time.start).any(is_verb)
}

/// Whether a time tells since when a thing is as it is, or has not been otherwise.
fn is_of_state(passage: &Passage<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let words = passage.lexicon.times;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let led = matches!(word(time.start), "since" | "after");
    let goes_on =
        |at: &usize| !matches!(word(*at), "," | ";" | ":" | "(" | ")" | "and" | "but" | "while" | "who" | "that");
    let first = time.start.saturating_sub(LASTING).max(sentence.start);
    let before = || (first..time.start).rev().take_while(goes_on);
    // `Have gone missing since Monday` is what has happened since.
    let comes = |at: usize| words.coming_to_be.contains(word(at.wrapping_sub(1)));
    // `Taken out of service seven times since May` is no state that lasts.
    let is_repeated = |next: usize| (next..time.start).any(|at| passage.is_in_value(passage.tokens.get(at).span));
    let lasts = |at: usize| {
        words.lasting.contains(word(at)) && !comes(at)
            || words.lasting_in.contains(&(word(at), word(at + 1))) && !is_repeated(at + 2)
    };
    // `Has not been revised since`, `had not called since`.
    let is_unbroken = |at: usize| {
        let next = at + 1 + usize::from(word(at + 1) == "been");
        let is_done =
            next > at + 1 || word(next).ends_with("ed") || passage.lexicon.voices.participles.contains(word(next));
        let has = matches!(word(at.wrapping_sub(1)), "has" | "have" | "had");
        let negates = word(at) == "not" && has || matches!(word(at), "hasn't" | "haven't" | "hadn't");
        negates && is_done
    };
    led && before().any(|at| lasts(at) || word(time.start) == "since" && is_unbroken(at))
}

/// `Nine women accuse him of threats between 2008 and 2021`: when he is said to have made them.
fn is_of_deeds(passage: &Passage<'_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_stretch = matches!(word(time.start), "between" | "from") || word(time.start.wrapping_sub(1)) == "between";
    let first = time.start.saturating_sub(ACCUSED).max(sentence.start);
    let goes_on = |at: &usize| !matches!(word(*at), "," | ";" | ":" | "but" | "while");
    let accuses = |at: usize| passage.lexicon.times.accusing.contains(&passage.stems[at]);
    let leads = |at: usize| matches!(word(at), "of" | "with" | "over");
    let mut before = (first..time.start).rev().take_while(goes_on);
    let deed = before.find(|&at| accuses(at));
    is_stretch && deed.is_some_and(|verb| (verb + 1..time.start).any(leads))
}
