//! Which word of a sentence says something and stands for somebody whom an earlier one names: a pronoun, or those who speak
//! for whoever it stands for.
//!
//! ```text
//! They said 20,000              they
//! 20,000 marched, they said     they
//! 20,000, its spokeswoman says  its
//! ```

use super::clauses::{closes_speech, past_hearers};
use super::described::{office, subject_at};
use super::inverted::tags_quotation;
use super::pronouns::{can_be, counted_behind, office_behind, office_says};
use super::saying::says_after;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId};
use std::ops::Range;

/// How far behind a pronoun the colon may stand that leads to a quotation, in tokens.
const TALKING: usize = 14;
/// How far from its end a sentence may name who says it by a pronoun, in tokens.
const CLOSING: usize = 20;

/// The pronoun of a sentence that says something.
pub(super) fn pronoun_that_tells(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<usize> {
    let opening = sentence.start..(sentence.start + 6).min(sentence.end);
    let is_pronoun = |at: &usize| passage.lexicon.carrying_on.contains(passage.tokens.folded(*at));
    // `When it was declared out`: what is said of it.
    let is_said = |at: usize| {
        let behind = passage.tokens.folded(sentence.end.min(at + 2) - 1);
        matches!(behind, "was" | "were" | "is" | "are" | "be") && at + 1 < sentence.end
    };
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    // `“The ship was late,” it reads`: a letter.
    // `In the transcript it reads`: there, and not in what somebody said before.
    let is_there = |at: usize| (sentence.start..at).any(|at| passage.lexicon.is_account(&passage.stems[at]));
    let reads = |at: usize| (word(at) == "it" && word(at + 1) == "reads" && !is_there(at)).then_some(at + 2);
    let says = |at: usize| says_after(passage, sentence, at).or_else(|| reads(at)).filter(|_| !is_said(at));
    let behind = || subject_at(passage, sentence).filter(|at| !opening.contains(at));
    let opens = opening.clone().find(|at| is_pronoun(at) && says(*at).is_some());
    let opens = opens.or_else(|| behind().filter(|at| is_pronoun(at) && says(*at).is_some()));
    // `20,000 people marched, it said.`
    let closes = |at: &usize| {
        is_pronoun(at)
            && matches!(passage.tokens.folded(at - 1), "," | "\"")
            && says(*at).is_some_and(|end| closes_speech(passage, sentence, end))
    };
    let last = sentence.end.saturating_sub(CLOSING).max(sentence.start + 1)..sentence.end;
    // `It took six days, they say, since clerks were called back.`
    let inserted = |at: &usize| {
        let ends = |end: usize| matches!(word(past_hearers(passage, sentence, end)), "," | ";");
        is_pronoun(at) && word(at - 1) == "," && says(*at).is_some_and(ends)
    };
    let tagged = || (sentence.start + 1..sentence.end).find(inserted);
    // `Asked who had phoned, she replied: “He did.”`
    let leads = |at: &usize| {
        let quotes = |end: usize| matches!(word(end), ":" | ",") && word(end + 1) == "\"";
        // `She has been talking to our reporter: “It was dark.”`
        let talks = |at: usize| {
            let colon = few(TALKING, at, sentence.end).find(|&at| word(at) == ":")?;
            let words = passage.lexicon.voices.documents.addressing;
            (at + 1..colon).any(|at| words.contains(&(word(at), word(at + 1)))).then_some(colon)
        };
        is_pronoun(at) && says(*at).or_else(|| talks(*at)).is_some_and(quotes)
    };
    let led = || sentence.clone().find(leads);
    // `“Talk is cheap,” she snapped when we asked.`
    let snaps = || {
        let mut person = sentence.clone().filter(|&at| matches!(word(at), "he" | "she"));
        person.find(|&at| tags_quotation(passage, sentence, &(at..at + 1)))
    };
    last.rev().find(closes).or(opens).or_else(tagged).or_else(led).or_else(snaps)
}

/// What stands in a sentence for those who speak for somebody, or by whose count a thing is so.
pub(super) fn office_that_tells(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_end = |end: usize| matches!(word(end), "" | "." | "," | ";");
    // `Four people died, its spokeswoman says.`
    let spoken_for = || {
        let closes = |at: &usize| {
            matches!(word(*at), "its" | "their")
                && matches!(word(at - 1), "," | "\"")
                && office_says(passage, sentence, *at).is_some()
        };
        // `…, according to its annual report.`
        let accords = |at: &usize| {
            let cue = matches!(word(*at), "its" | "their") && word(at.wrapping_sub(1)) == "to" && *at >= 2;
            let end = || office_behind(passage, sentence, *at);
            cue && passage.lexicon.according.contains(word(at - 2)) && end().is_some_and(is_end)
        };
        (sentence.start + 1..sentence.end).find(|at| closes(at) || accords(at))
    };
    // `By her count four people died`, `the call, by his account, lasted`: where nobody else is named before.
    let counted = || {
        let is_counted = |its: &usize| {
            let counted = counted_behind(passage, sentence, *its);
            let is_aside = |end: usize| word(its.wrapping_sub(2)) == "," && matches!(word(end), "," | "." | "" | ";");
            counted.is_some_and(|end| *its == sentence.start + 1 || is_aside(end))
        };
        let its = (sentence.start + 1..sentence.end).find(is_counted)?;
        let is_own = |name: &NameAt| may_speak(name.id) && can_be(passage, sentence, name, passage.tokens.folded(its));
        (!passage.names_in(sentence.start..its).any(is_own)).then_some(its)
    };
    office(passage, sentence).or_else(spoken_for).or_else(counted)
}
