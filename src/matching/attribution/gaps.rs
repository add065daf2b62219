//! Whoever is not listed and leaves the verb of saying to another voice before.
//!
//! ```text
//! The police count 12 dead, aid groups 40 dead           aid groups
//! Doctors said that 30 had died, and nurses that 40 had  nurses
//! Doctors said so, and the fact that 40 had died         nobody
//! ```

use super::unlisted::{Finder, GAPPED};
use super::voices::{Reach, Voice};
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameId;
use std::ops::Range;

/// `The police count 12 dead, aid groups 40 dead`: who stands right before a number, where they begin a
/// part of the sentence and leave the verb to another voice before.
pub(super) fn find_gapped(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    value: usize,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<Voice> {
    let finder = Finder::new(passage, sentence, may_speak);
    let first = value.saturating_sub(GAPPED).max(sentence.start);
    let small = |at: usize| passage.lexicon.is_function_word(finder.word(at)) && finder.word(at) != "the";
    let is_named = |at: &usize| finder.is_word(*at) && !small(*at) && passage.names_in(*at..at + 1).next().is_none();
    let start = (first..value).rev().take_while(is_named).last()?;
    let opens = start > sentence.start && (finder.is_comma(start - 1) || finder.word(start - 1) == ";");
    let plural = finder.word(value - 1).ends_with('s') && !finder.says(value - 1);
    let named = start..value;
    let is_other = finder.is_somebody(&named) && !named.clone().any(|at| finder.is_doing(at));
    (opens && plural && is_other).then(|| Voice {
        id: None,
        tokens: named.clone(),
        named,
        reach: Reach::Forward,
        until: usize::MAX,
    })
}

impl Finder<'_, '_> {
    /// `Doctors said that 30 had died, and nurses that 40 had`: who leaves the verb to another voice before.
    pub(super) fn gapped_that(&self, that: usize) -> Option<Voice> {
        let first = that.saturating_sub(GAPPED).max(self.sentence.start);
        let goes_on = |at: &usize| self.is_word(*at) && !matches!(self.word(*at), "and" | "but" | "while");
        let start = that - (first..that).rev().take_while(goes_on).count();
        let joins = start.checked_sub(1).filter(|&at| matches!(self.word(at), "and" | "but" | "while" | ";" | ","))?;
        let named = start..that;
        // `The fact that` is nobody.
        let holds = |at: usize| self.passage.is_of_body(at) || self.passage.lexicon.holds_office(self.word(at));
        let is_other = |at: usize| self.word(at).ends_with('s') || self.word(at) == "latter" || holds(at);
        let begins = named.len() == 1 || self.word(named.start) == "the" || is_other(named.start);
        let is_many = self.word(that) == "that" && !named.is_empty() && begins && is_other(that - 1);
        let says = |at: usize| self.lead(at).is_some_and(|lead| self.word(lead - 1) != "and");
        let is_gapped = is_many && !named.clone().any(|at| self.is_doing(at)) && self.is_somebody(&named);
        (is_gapped && (self.sentence.start + 1..joins).any(says))
            .then(|| self.voice(named.clone(), named, Reach::Forward, None))
            .flatten()
    }
}
