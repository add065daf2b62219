//! Whether a value is the whole of which a part is told, or what another number is measured by: not what the
//! statement counts.
//!
//! It looks at the words before a value, back to the number or the word that takes a part of it. A value that the
//! pattern reads as a thing of its own (`{value} calls made`) stays one.
//!
//! ```text
//! forty of the 63 witnesses testified        40 testified
//! most of the 63 witnesses testified         how many is not said
//! all but three of the 63 testified          nor here
//! answered 12 of the 30 calls made           30 calls made, 12 answered
//! one in ten calls were made at night        no number of calls
//! cost twice the $450 million planned        it cost another sum
//! ```

use super::candidates::{Candidate, Sort};
use super::no_answer::is_measure;
use super::whose::Taken;
use crate::extract::{Reading, Role};
use crate::value::Value;

/// How many words may stand between an article and its number: `the originally planned 20`.
const DESCRIBED: usize = 3;
/// What stands before a number that is somebody's, or known already.
const DETERMINERS: &[&str] = &["the", "its", "their", "his", "her", "our", "my", "your", "those"];
/// What else points at one.
const POINTING: &[&str] = &["these", "that", "this", "'s", "s"];
/// Parts of which nobody says how many they are.
const PARTS: &[&str] = &[
    "half",
    "halves",
    "most",
    "some",
    "many",
    "few",
    "several",
    "none",
    "bulk",
    "majority",
    "rest",
    "part",
    "parts",
    "fraction",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "percent",
    "%",
    "cent",
    "tenth",
    "fifth",
    "share",
    "handful",
    "proportion",
];
/// With what a verb begins.
const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "be", "has", "have", "had", "do", "did", "does", "will", "would", "can", "could",
    "may", "might", "must", "should", "who", "that", "which",
];
/// What compares.
const COMPARING: &[&str] =
    &["more", "less", "fewer", "higher", "lower", "longer", "shorter", "larger", "bigger", "smaller", "greater"];

impl Taken<'_, '_, '_> {
    /// `Twice the 20 calls`, `most of the 20 calls`, `12 of 20 calls`.
    pub(super) fn is_whole(&self) -> Option<usize> {
        let first = self.pointed_from();
        // `Fewer than the 260 trains that it cancelled last year` is a statement of its own.
        let is_known = first < self.value().start && self.tokens.start < self.value().start;
        let at = first.checked_sub(1).filter(|at| self.scene.tokens.contains(at))?;
        // `Five times the 62 the police reported`, for `the {value} the police reported`.
        let is_asked = self.tokens.start > at && self.variant.points_at_slot();
        let is_known = is_known && !is_asked;
        match self.word(at) {
            word if is_known && self.scene.passage.lexicon.contrast.multiplying.contains(word) => Some(at),
            "times" if is_known => Some(at),
            "than" if is_known && COMPARING.contains(&self.word(at.wrapping_sub(1))) => Some(at),
            "to" if is_known && self.word(at.wrapping_sub(1)) == "than" => Some(at),
            "as" if is_known && matches!(self.word(at.wrapping_sub(1)), "many" | "much" | "long") => Some(at),
            // `A fraction of the 10 million it had demanded`, for `the {value} it had demanded`.
            "of" if is_asked => None,
            "of" => self.part_before(at).filter(|&part| self.is_of_part(part)).map(|_| at),
            _ => None,
        }
    }

    /// Of which of all the values the words of the pattern are told, where this one is the whole: the 36 of `36 out of
    /// 38 satellites were lost`.
    pub(super) fn told_part(&self) -> Option<usize> {
        let of = self.is_whole().filter(|_| self.word(self.pointed_from() - 1) == "of")?;
        let part = self.part_number(of)?;
        let taken = Self { candidate: self.all[part], ..*self };
        (taken.is_left_out().is_none() && taken.candidate.sort == Sort::Plain).then_some(part)
    }

    /// `Twice its 20 calls`: how often, and not how many.
    pub(super) fn is_multiplier(&self) -> Option<usize> {
        let end = self.value().end;
        let pointed = || DETERMINERS.contains(&self.word(end)) || self.word(end) == "as";
        (self.candidate.sort == Sort::Multiple && pointed()).then_some(end)
    }

    /// `All but three of the 63`: those who are left out.
    pub(super) fn is_left_out(&self) -> Option<usize> {
        let but = self.value().start.checked_sub(1).filter(|&at| self.word(at) == "but")?;
        matches!(self.word(but.wrapping_sub(1)), "all" | "everyone" | "everybody" | "none" | "each").then_some(but)
    }

    /// `Compared with 59%`: what another number is measured by, unless the pattern has these words.
    pub(super) fn is_measure(&self) -> Option<usize> {
        let value = self.value().start;
        let words = is_measure(self.scene.passage, value).filter(|_| self.topic.asks.measures)?;
        let role = self.scene.passage.value_around(self.candidate.span).map(|value| &value.reading)?;
        (is_former(role) && self.variant.words_before_slot() != Some(words)).then(|| value - 2)
    }

    /// `One in ten calls`: a share, of neither number.
    pub(super) fn is_ratio(&self) -> Option<usize> {
        let end = |of: &Candidate| of.tokens.end;
        let joined = |few: &Candidate, many: &Candidate| {
            let is_counted = self.is_said(end(many)) && !self.is_said(end(few));
            let is_fewer = match (&few.value, &many.value) {
                (Value::Amount(few), Value::Amount(many)) => few.stated < many.stated,
                _ => false,
            };
            self.word(end(few)) == "in" && end(few) + 1 == many.tokens.start && is_counted && is_fewer
        };
        let own = self.candidate;
        let other = self.all.iter().find(|other| joined(own, other) || joined(other, own))?;
        Some(if other.tokens.start > self.value().start { self.value().end } else { other.tokens.end })
    }

    /// The first token of the value with what points at it: `the originally planned 20`.
    fn pointed_from(&self) -> usize {
        let value = self.value().start;
        let first = value.saturating_sub(DESCRIBED + 1).max(self.scene.tokens.start);
        let describes = |at: usize| self.scene.passage.carries(at);
        let points = |at: usize| DETERMINERS.contains(&self.word(at)) || POINTING.contains(&self.word(at));
        let pointing = (first..value).rev().find(|&at| points(at) || !describes(at));
        let Some(at) = pointing.filter(|&at| points(at)) else { return value };
        match self.word(at) {
            // `The depot's 140 drivers`.
            "'s" | "s" => {
                let owner = (first.saturating_sub(2).max(self.scene.tokens.start)..at).rev();
                owner.into_iter().find(|&at| self.word(at) == "of").map_or(at, |of| of + 1)
            }
            _ => at,
        }
    }

    /// The first token of what is a part of the value: before `of`, `out of`.
    fn part_before(&self, of: usize) -> Option<usize> {
        let number = self.part_number(of).map(|number| self.all[number].tokens.start);
        let last = of.checked_sub(1)?;
        number.or_else(|| PARTS.contains(&self.word(last)).then_some(last))
    }

    /// The number before `of` or `out of`.
    fn part_number(&self, of: usize) -> Option<usize> {
        let last = of.checked_sub(1)?;
        let end = if self.word(last) == "out" { last } else { of };
        self.all.iter().position(|other| other.tokens.end == end)
    }

    /// Whether the words of the pattern are told of the part: where it opens its clause, or where some of them stand
    /// before it.
    fn is_of_part(&self, part: usize) -> bool {
        let asked = self.variant.word_before_slot() == Some("of");
        let leads = |at: usize| {
            matches!(
                self.word(at),
                "only"
                    | "just"
                    | "some"
                    | "about"
                    | "around"
                    | "nearly"
                    | "almost"
                    | "over"
                    | "a"
                    | "an"
                    | "the"
                    | "at"
                    | "least"
                    | "all"
                    | "but"
                    | "more"
                    | "than"
                    | "under"
                    | "up"
                    | "to"
                    | "another"
            )
        };
        let first = (self.scene.tokens.start..part).rev().find(|&at| !leads(at));
        let opens = first
            .is_none_or(|at| matches!(self.word(at), "," | ";" | ":" | "\"" | "that" | "and" | "said" | "-" | "says"));
        // `Some of the 19 injured workers are here`: the pattern only says of what there are 19.
        let is_adverb =
            |at: usize| matches!(self.word(at), "later" | "then" | "also" | "since") || self.word(at).ends_with("ly");
        let verb = self.word(self.tokens.end + usize::from(is_adverb(self.tokens.end)));
        let is_thing = AUXILIARIES.contains(&verb) || verb.len() > 3 && verb.ends_with("ed");
        !asked && (opens && !is_thing || self.tokens.start < part)
    }
}

/// Whether a value was so before, or is only compared.
fn is_former(reading: &Reading) -> bool {
    reading.measure().is_some_and(|measure| measure.role == Role::Former) && !matches!(reading, Reading::Ordinal(_))
}
