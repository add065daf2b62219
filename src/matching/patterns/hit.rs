//! What it is for a pattern to fit: where, with which value and how well, or why it is no hit after all.

use super::candidates::Candidate;
use super::no_answer::is_measure;
use crate::matching::passage::Passage;
use crate::text::Span;
use crate::value::Value;
use std::ops::Range;

/// What a value is worth, of one whose words stand beside it, when they stand elsewhere.
const ELSEWHERE: f64 = 0.9;

/// A place where a topic's pattern fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The tokens it accounts for.
    pub tokens: Range<usize>,
    /// What it states.
    pub value: Value,
    /// The words of the value, where there is a slot.
    pub value_span: Option<Span>,
    /// 0 to 1.
    pub score: f64,
    /// The pattern that fits best, as written.
    pub pattern: String,
    /// Index of the sentence.
    pub sentence: usize,
    /// The words that name who gives it, where nothing else may be known to tell.
    pub teller: Option<Range<usize>>,
    /// Why it is none after all.
    pub instead: Option<Instead>,
}

/// Why what fits is no hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The token by which the text says another thing in the same way.
    Another(usize),
    /// The token that takes it back or leaves it open.
    TakenBack(usize),
}

impl Hit {
    /// The hit of a value whose words stand in another sentence or beside another value, where they
    /// reach a score.
    pub(in crate::matching) fn elsewhere(sentence: usize, candidate: &Candidate, pattern: &str, score: f64) -> Self {
        Self {
            tokens: candidate.tokens.clone(),
            value: candidate.value.clone(),
            value_span: Some(candidate.span),
            score: score * ELSEWHERE,
            pattern: pattern.to_owned(),
            sentence,
            teller: None,
            instead: None,
        }
    }

    /// Whether another value is only measured by its own, which takes from that neither its time nor its voice.
    pub(in crate::matching) fn is_measure(&self, passage: &Passage<'_>) -> bool {
        self.value_span.is_some_and(|span| is_measure(passage, passage.tokens_of(span).start).is_some())
    }
}

/// Which fits are wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wanted {
    /// Those that say what the pattern says; of these some that have less than a score
    /// may be left out.
    This(f64),
    /// Those that say another thing in the same way, or that are taken back.
    Another,
}

impl Wanted {
    pub(super) fn has(self, instead: Option<Instead>) -> bool {
        instead.is_some() == (self == Self::Another)
    }

    pub(super) fn least(self) -> f64 {
        match self {
            Self::This(score) => score,
            Self::Another => 0.0,
        }
    }
}
