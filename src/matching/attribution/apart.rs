//! What stands in the sentence of a voice and is told apart from it: the number of another account, what the outlet says of the
//! voice's own number, and a clause with a subject of its own.
//!
//! ```text
//! Eight hours on anybody's count, and 11 on the port's    the port says nothing of the eight
//! The port says 15, which fits the film, at 14            nor of the 14
//! The port's log gives 17, the film is 14 minutes long    nor of that
//! That it was 18 is common ground: the port dropped 19    nor of the 18
//! ```

use super::place::{Place, gap};
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may name the subject of a clause: `the second recording`.
const SUBJECT: usize = 4;
/// Within how many tokens behind its verb the number stands that a voice gives: `a length of about 17`.
const GIVEN: usize = 5;

impl Place<'_> {
    /// Whether a voice says nothing of the place.
    pub(super) fn is_apart_from(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        self.is_measured_otherwise(passage, voice)
            || self.is_remarked(passage, voice)
            || self.is_of_other_subject(passage, voice)
            || self.is_common_ground(passage, voice)
    }

    /// `Eight hours on anybody's count, and 11 on the port's`: a voice that leaves its noun to an account before is that of
    /// the number right before it.
    fn is_measured_otherwise(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let led = voice.tokens.start;
        let leaves_out = matches!(passage.tokens.folded(voice.tokens.end - 1), "'s" | "'");
        let is_number = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
        let counts = led > 1 && (is_number(led - 1) || passage.carries(led - 1) && is_number(led - 2));
        voice.reach == Reach::Backward && leaves_out && counts && self.tokens.end + 1 < led
    }

    /// `15 minutes, which fits the film, at 14`: what the outlet holds the voice's own number against.
    fn is_remarked(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let word = |at: usize| passage.tokens.folded(at);
        let holds = |at: usize| {
            let fits = passage.lexicon.voices.fitting.contains(word(at + 1));
            matches!(word(at), "which" | "that") && word(at - 1) == "," && fits
        };
        let said = voice.tokens.end..self.tokens.start.max(voice.tokens.end);
        voice.reach == Reach::Forward && said.skip(1).any(holds)
    }

    /// `The log gives 17, the film is 14 minutes long`: another subject, behind the number that is all the voice gives.
    fn is_of_other_subject(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let end = voice.tokens.end;
        if voice.reach != Reach::Forward || self.tokens.start < end + GIVEN || !gives_number(passage, voice) {
            return false;
        }
        let within = end..self.tokens.start;
        let comma = within.clone().rev().find(|&at| passage.is_comma(&within, at));
        comma.is_some_and(|comma| own_verb(passage, &(comma + 1..self.tokens.start)).is_some())
    }

    /// `That it was 18 is common ground: the port dropped 19`: nobody says so alone.
    fn is_common_ground(&self, passage: &Passage<'_>, voice: &Voice) -> bool {
        let agreed =
            |at: usize| passage.lexicon.voices.agreed.iter().any(|of| passage.reads(at..voice.tokens.start, of));
        voice.tokens.start > self.tokens.end && gap(voice, self).any(agreed)
    }
}

/// Whether a voice has nothing but a number for its object: `gives a length of 17`.
fn gives_number(passage: &Passage<'_>, voice: &Voice) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let counts = passage.lexicon.voices.reckoning.contains(&passage.stems[voice.tokens.end - 1]);
    let gives = matches!(word(voice.tokens.end - 1), "gives" | "gave" | "has" | "had" | "lists" | "shows");
    let first = voice.tokens.end + usize::from(matches!(word(voice.tokens.end), "gives" | "gave" | "has" | "had"));
    let near = first..(first + GIVEN).min(passage.tokens.len());
    let number = near.clone().find(|&at| passage.is_in_value(passage.tokens.get(at).span));
    let is_clause = |at: usize| matches!(word(at), "that" | "," | ":" | "\"" | "it" | "was" | "were" | "is" | "are");
    (counts || gives || first > voice.tokens.end) && number.is_some_and(|at| !(first..at).any(is_clause))
}

/// The verb of a clause that begins with some tokens and has a thing for its subject: `the film is`.
fn own_verb(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    let word = |at: usize| if clause.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = clause.start;
    let is_noun = |at: usize| passage.tokens.get(at).kind == TokenKind::Word && passage.carries(at);
    let verb = (first + 2..first + 2 + SUBJECT).take_while(|at| clause.contains(at)).find(|&at| {
        matches!(word(at), "is" | "was" | "are" | "were" | "runs" | "ran" | "lasts" | "lasted" | "shows")
    })?;
    (word(first) == "the" && (first + 1..verb).all(is_noun)).then_some(verb)
}
