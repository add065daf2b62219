//! A pronoun that stands for the thing of which a pattern's verb tells, as the sentence before names it: `Macron held a call
//! with Putin. It lasted 90 minutes.`
//!
//! The thing must be the first that the sentence before names: of two things nobody can tell which is meant. Who is named
//! there is none.
//!
//! ```text
//! the call lasted {value}    Macron held a call with Putin. It lasted …    the call
//!                            The dinner followed the call. It lasted …     the dinner
//!                            The call was frank. They lasted …             nothing: one call is no `they`
//! ```

use super::align::Scene;
use super::compile::Word;
use super::likeness::likeness_at;
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use std::ops::Range;

/// What it costs.
const COST: f64 = 0.3;
/// In how many words a thing is named behind its article, with it: `a short telephone call`.
const NAMED: usize = 4;
/// How many sentences back it may be named, where those between begin with a pronoun for it too.
pub(in crate::matching) const BACK: usize = 2;

impl Scene<'_, '_> {
    /// What it costs that a pronoun stands for a pattern's subject; `None` where it does not.
    pub(super) fn stood_for(&self, word: &Word, at: usize) -> Option<f64> {
        if !word.is_subject {
            return None;
        }
        let passage = self.passage;
        let is_many = match passage.tokens.folded(at) {
            "it" => false,
            "they" => true,
            _ => return None,
        };
        // Of two calls nobody can tell how long the call was.
        if word.folded.ends_with('s') != is_many {
            return None;
        }
        let here = &passage.sentences[self.sentence];
        let leads = at == here.tokens.start || matches!(passage.tokens.folded(at - 1), "," | "that" | "\"");
        if !leads || here.kind != BlockKind::Paragraph || first_thing(passage, &(here.tokens.start..at)).is_some() {
            return None;
        }
        for before in (self.sentence.saturating_sub(BACK)..self.sentence).rev() {
            let sentence = &passage.sentences[before];
            if sentence.block != here.block {
                return None;
            }
            // `Macron called Putin. It lasted`: what he did.
            let named = first_thing(passage, &sentence.tokens);
            let is_done = named.is_none();
            let mut told = named.unwrap_or(sentence.tokens.clone());
            if let Some(thing) = told.find(|&at| likeness_at(passage, word, at).is_some()) {
                let is_plural = !is_done && passage.tokens.folded(thing).ends_with('s');
                return (is_plural == is_many).then_some(COST);
            }
            if !is_done {
                return None;
            }
            let goes_on = passage.tokens.folded(sentence.tokens.start) == passage.tokens.folded(at);
            if !goes_on {
                return None;
            }
        }
        None
    }
}

/// The first thing that some tokens name behind an article or a number: `a short call`. Those who have a name, and days,
/// are none.
fn first_thing(passage: &Passage<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let is_led = |at: usize| {
        let word = passage.tokens.folded(at);
        let value = || passage.value_around(passage.tokens.get(at).span);
        passage.lexicon.pointing.contains(word)
            || matches!(word, "a" | "an" | "another" | "its" | "their" | "his" | "her")
            || value().is_some_and(|value| !value.is_moment() && passage.tokens_of(value.span).end == at + 1)
    };
    let is_time = |at: usize| passage.value_around(passage.tokens.get(at).span).is_some_and(|value| value.is_moment());
    let noun = |at: usize| passage.carries(at) && !starts_upper(passage.tokens.raw(at)) && !is_time(at);
    tokens.clone().filter(|&at| is_led(at)).find_map(|led| {
        let first = led + 1;
        let end = (first..tokens.end.min(first + NAMED)).take_while(|&at| noun(at)).count() + first;
        let is_named = passage.names_in(led..end + 1).next().is_some();
        (end > first && !is_named).then_some(first..end)
    })
}
