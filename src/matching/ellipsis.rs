//! Values that a sentence states without saying the words again: `the police
//! counted 20,000 marchers, the union 60,000`.
//!
//! A value of the same kind is taken along when nothing but another claimant
//! or another facet parts it from one that was found, and nothing follows it
//! that says it counts something else.

use super::hits::{Candidate, Hit};
use super::names::NameId;
use super::passage::Passage;
use super::topics::FacetProbe;
use crate::text::TokenKind;
use std::ops::Range;

/// How many tokens may part the two values.
const REACH: usize = 14;
/// What such a value is worth of the one it follows.
const WORTH: f64 = 0.9;

/// Adds the values that the hits of one sentence take along.
pub fn take_along(
    passage: &Passage<'_>,
    facets: &[FacetProbe],
    claimants: &[NameId],
    candidates: &[Candidate],
    hits: &mut Vec<Hit>,
) {
    loop {
        let free = candidates.iter().filter(|candidate| {
            !candidate.turned
                && hits.iter().all(|hit| hit.value_span.is_none_or(|span| !span.overlaps(&candidate.span)))
        });
        let follow = |candidate: &Candidate| {
            let hit = hits.iter().find(|hit| follows(passage, facets, claimants, hit, candidate))?;
            Some(Hit {
                tokens: candidate.tokens.clone(),
                value: candidate.value.clone(),
                value_span: Some(candidate.span),
                score: hit.score * WORTH,
                pattern: hit.pattern.clone(),
                sentence: hit.sentence,
            })
        };
        let Some(hit) = free.filter_map(follow).next() else { return };
        hits.push(hit);
    }
}

/// Whether a candidate is the same statement by somebody, or somewhere, else.
fn follows(
    passage: &Passage<'_>,
    facets: &[FacetProbe],
    claimants: &[NameId],
    hit: &Hit,
    candidate: &Candidate,
) -> bool {
    let Some(value) = hit.value_span.map(|span| passage.tokens_of(span)) else { return false };
    let between = if value.end <= candidate.tokens.start {
        value.end..candidate.tokens.start
    } else if candidate.tokens.end <= value.start {
        candidate.tokens.end..value.start
    } else {
        return false;
    };
    if between.len() > REACH || !stands_alone(passage, &value, &candidate.tokens) {
        return false;
    }
    let around = between.start.saturating_sub(1)..candidate.tokens.end.max(value.end) + 6;
    let names: Vec<Range<usize>> = passage
        .names_in(around.start..around.end.min(passage.sentences[hit.sentence].tokens.end))
        .filter(|name| claimants.contains(&name.id))
        .map(|name| name.tokens.clone())
        .collect();
    let changes = !names.is_empty() || between.clone().any(|at| is_facet_word(passage, facets, at));
    let in_hit = |at: usize| hit.tokens.contains(&at);
    changes
        && between.clone().all(|at| {
            in_hit(at)
                || names.iter().any(|name| name.contains(&at))
                || is_facet_word(passage, facets, at)
                || is_light(passage, at)
        })
}

/// Whether nothing after the value says what else it counts: the sentence
/// ends, a mark or a small word follows, or the very word that follows the
/// value it is compared with.
fn stands_alone(passage: &Passage<'_>, value: &Range<usize>, candidate: &Range<usize>) -> bool {
    let next = |tokens: &Range<usize>| (tokens.end < passage.tokens.len()).then_some(tokens.end);
    let Some(after) = next(candidate) else { return true };
    let same = next(value).is_some_and(|at| passage.stems[at] == passage.stems[after]);
    let is_mark = passage.tokens.get(after).kind == TokenKind::Sign && passage.tokens.folded(after) != "-";
    let is_name = passage.names_in(after..after + 1).next().is_some();
    let folded = passage.tokens.folded(after);
    same || is_mark
        || is_name
        || passage.lexicon.is_function_word(folded)
        || passage.lexicon.according.contains(&folded)
}

fn is_light(passage: &Passage<'_>, at: usize) -> bool {
    let (folded, stem) = (passage.tokens.folded(at), passage.stems[at].as_str());
    let lexicon = passage.lexicon;
    if lexicon.is_negation(folded) {
        return false;
    }
    passage.tokens.get(at).kind == TokenKind::Sign
        || lexicon.is_function_word(folded)
        || lexicon.saying.contains(&stem)
        || lexicon.accounts.contains(&stem)
        || lexicon.clause_starts.contains(&folded)
        || lexicon.titles.contains(&folded)
        || lexicon.according.contains(&folded)
}

fn is_facet_word(passage: &Passage<'_>, facets: &[FacetProbe], at: usize) -> bool {
    use super::compile::Element;
    let patterns = facets.iter().flat_map(|facet| &facet.options).flat_map(|(_, patterns)| patterns);
    let mut elements = patterns.flat_map(|pattern| &pattern.variants).flat_map(|variant| &variant.elements);
    elements
        .any(|element| matches!(element, Element::Word(word) if !word.is_function && word.stem == passage.stems[at]))
}
