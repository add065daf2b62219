//! Whose a number is not that is held against theirs: who is named behind `than`, `twice what` or `contrary to`
//! says the other one.
//!
//! ```text
//! 40 died, twice what the ministry had said         of the 40 the ministry says nothing
//! 40 died, twice as many as last year, it said      the 40 are left to it
//! Contrary to what the ministry said, 40 died       of the 40 it says nothing
//! ```

use super::place::{Place, gap, is_as};
use super::saying::skip_back;
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use std::ops::Range;

/// How far before a name the `contrary to` may stand that puts it on the other side.
const AGAINST_REACH: usize = 6;

impl Place<'_> {
    /// `2,204 were rejected, far below the 3,100 that Holt had spoken of`: the voice is that of the number compared with.
    pub(super) fn is_compared_by(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let gap = self.tokens.end..voice.named.start.max(self.tokens.end);
        let compares = |at: usize| matches!(passage.tokens.folded(at), "than" | "below" | "above" | "against" | "with");
        // `Spoke with him by phone on 17 occasions` compares nothing.
        let leads = |at: &usize| !passage.carries(*at) || passage.is_in_value(passage.tokens.get(*at).span);
        let of_number = |at: usize| {
            let near = at + 1..(at + 7).min(gap.end);
            let is_with = passage.tokens.folded(at) == "with";
            let near = if is_with { near.start..near.start + near.clone().take_while(leads).count() } else { near };
            !near.is_empty()
                && passage
                    .values_in(passage.span_of(&near))
                    .any(|value| !value.is_moment() && value.span.start >= passage.tokens.get(at).span.end)
        };
        // `On 2 February and not on 3 February, as the mayor had said`.
        let sentence = passage.sentences[self.sentence].tokens.end;
        let denies = |at: usize| {
            let near = passage.span_of(&(at + 1..(at + 6).min(gap.end).min(sentence).max(at + 2)));
            passage.tokens.folded(at) == "not" && passage.values_in(near).next().is_some()
        };
        let is_denied = || voice.reach == Reach::Backward && is_as(passage, voice) && gap.clone().any(denies);
        let is_compared = |at: usize| compares(at) && of_number(at) && !self.is_closed_by(passage, voice, at);
        gap.clone().any(is_compared) || is_denied() || self.is_standard_of(passage, voice)
    }

    /// `40 died on a boat with 80 people on board, the guard said`, `40 died, more than the 30 of the year before, the guard
    /// said`: a comma parts the voice from all that is said, the number and what more is told of it.
    fn is_closed_by(&self, passage: &Passage<'_>, voice: &Voice, compares: usize) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        let first =
            skip_back(passage, &passage.sentences[self.sentence].tokens, voice.tokens.start, |word| word == "the");
        let comma = first.checked_sub(1).filter(|&comma| comma > compares && word(comma) == ",");
        // `Its songs say`: whose, is not told.
        let is_own = matches!(word(voice.named.start), "its" | "their");
        let Some(comma) = comma.filter(|_| voice.reach == Reach::Backward && !is_own) else { return false };
        let mut numbers = passage.values_in(passage.span_of(&(compares..comma))).filter(|value| !value.is_moment());
        numbers.next().is_some_and(|number| passage.tokens_of(number.span).end + 1 < comma)
    }

    /// `Four boats, one more than the authority had reported`, `three minutes, twice what the airport claimed`, `more than
    /// the airport claimed, three minutes`: the voice is that of what it is compared with.
    fn is_standard_of(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        if voice.tokens.end <= self.tokens.start {
            let start = passage.sentences[self.sentence].tokens.start;
            return gap(voice, self).any(|at| word(at) == ",") && measures(passage, start..voice.named.start, voice);
        }
        // `140 million, well above the ministry's estimate`.
        let named = &voice.named;
        let the = named.start - usize::from(named.start > self.tokens.end && word(named.start - 1) == "the");
        let is_owner = named.end < passage.tokens.len() && matches!(word(named.end), "'s" | "'");
        if is_owner && the > self.tokens.end && passage.lexicon.contrast.held_against.contains(word(the - 1)) {
            return true;
        }
        measures(passage, self.tokens.end..voice.named.start.max(self.tokens.end), voice)
    }

    /// `Contrary to what the mayor had said, 40 people died`: the voice is that of the other side.
    pub(super) fn is_against(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let start = passage.sentences[self.sentence].tokens.start;
        let first = voice.tokens.start.saturating_sub(AGAINST_REACH).max(start);
        let word = |at: usize| passage.tokens.folded(at);
        let parts = |at: &usize| !matches!(word(*at), "," | ";" | ":" | "\"");
        let words = passage.lexicon.voices;
        let opposed = |at: usize| {
            let joined = at > start && matches!(word(at), "to" | "with" | "of");
            words.opposing.contains(word(at)) || joined && words.opposing_with.contains(word(at - 1))
        };
        // `40 people died, contrary to what the mayor had said`.
        let first_behind = voice.named.start.saturating_sub(AGAINST_REACH).max(self.tokens.end);
        if voice.named.start > self.tokens.end && (first_behind..voice.named.start).rev().take_while(parts).any(opposed)
        {
            return true;
        }
        let what = (first..voice.tokens.start + 1).rev().take_while(parts).any(|at| word(at) == "what");
        let is_untrue = |at: usize| matches!(word(at), "wrong" | "untrue" | "false" | "mistaken" | "nonsense");
        // `What the mayor said is untrue: 40 people died`.
        if what && voice.tokens.end <= self.tokens.start && gap(voice, self).any(is_untrue) {
            return true;
        }
        voice.tokens.end <= self.tokens.start
            && gap(voice, self).any(|at| word(at) == ",")
            && (first..voice.tokens.start + 1).rev().take_while(parts).any(opposed)
    }
}

/// Whether a number is measured by what a voice right behind some words says.
fn measures(passage: &Passage<'_>, before: Range<usize>, voice: &Voice) -> bool {
    let lexicon = passage.lexicon;
    let word = |at: usize| passage.tokens.folded(at);
    let is_figure = |at: usize| {
        word(at) == "what"
            || passage.is_count(at)
            || lexicon.figures.nouns.contains(word(at))
            || lexicon.is_account(&passage.stems[at])
    };
    let is_multiple = |at: usize| lexicon.contrast.multiplying.contains(word(at)) || word(at) == "times";
    let small = |at: &usize| {
        matches!(word(*at), "the" | "that" | "which" | "by" | "of" | "from" | "with" | "to" | "against")
            || lexicon.titles.contains(word(*at))
            || lexicon.voices.giving.contains(word(*at))
            || is_figure(*at) && !is_multiple(*at)
    };
    let Some(at) = before.clone().rev().find(|at| !small(at)) else { return false };
    let as_many = || {
        let much = at.checked_sub(1).filter(|much| before.contains(much));
        word(at) == "as" && much.is_some_and(|much| lexicon.denial.degrees.contains(word(much)))
    };
    // `Twice what the union said`, `half of the number given by the union`; not `twice the union said`.
    let is_of_figure = || (at + 1..before.end).any(is_figure);
    let compares = || at + 1 < before.end && lexicon.contrast.measured_by.contains(&(word(at), word(at + 1)));
    // `Well over what the union said.`; not `under what the union said was a reckless regime`.
    let end = passage.sentences[passage.sentence_at(passage.tokens.get(voice.named.start).span.start)].tokens.end;
    let closes = || voice.tokens.end >= end || passage.tokens.get(voice.tokens.end).kind != TokenKind::Word;
    let bounds = || lexicon.denial.bounding.contains(word(at)) && closes();
    word(at) == "than" || as_many() || is_of_figure() && (is_multiple(at) || compares() || bounds())
}
