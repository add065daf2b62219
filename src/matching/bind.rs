//! Claims to the mentions they hold.
//!
//! A claim is bound where its quote stands: to the mention of its topic there,
//! or, where no pattern found one, to a mention made from the quote itself.
//! What the claim says of claimant and scope was read by a person and wins;
//! the value stays the one the text states, so that the two can be compared.

use super::mention::{FoundBy, Mention, QuoteOutcome};
use super::passage::Passage;
use super::patterns::candidates::{Sort, candidates};
use super::patterns::counting_words::noughts;
use super::stance::Stance;
use super::wording::quotes::find_quote;
use crate::claims::{Claim, ClaimSet};
use crate::corpus::BlockKind;
use crate::text::Span;
use crate::value::Value;

/// Binds the claims of one article to its mentions, adding those that only a
/// quote finds. Returns what became of each quote.
pub fn bind_claims(
    claims: &ClaimSet,
    passage: &Passage<'_>,
    article: usize,
    mentions: &mut Vec<Mention>,
) -> Vec<(usize, QuoteOutcome)> {
    let mut outcomes = Vec::new();
    for (index, claim) in claims.claims.iter().enumerate() {
        let here = claim.article.as_ref().is_some_and(|(id, _)| **id == *passage.article.id);
        let Some((quote, _)) = claim.quote.as_ref().filter(|_| here) else { continue };
        let outcome = find_quote(passage, quote);
        if let QuoteOutcome::Found { span, .. } = &outcome {
            match holder(claim, *span, mentions) {
                // A second claim on the same words is held against them as well.
                Some(at) if mentions[at].claim.is_some() => {
                    let mut again = Mention { claim: None, found_by: FoundBy::Quote, ..mentions[at].clone() };
                    hold(&mut again, claim, index);
                    mentions.push(again);
                }
                Some(at) => hold(&mut mentions[at], claim, index),
                None => mentions.extend(from_quote(claims, claim, index, passage, article, *span)),
            }
        }
        outcomes.push((index, outcome));
    }
    outcomes
}

/// The mention that a claim's quote stands on: of those that overlap it, one
/// that no claim holds, that says what the claim says, that shares most words.
fn holder(claim: &Claim, quote: Span, mentions: &[Mention]) -> Option<usize> {
    let shared = |mention: &Mention| {
        let end = mention.span.end.min(quote.end);
        end.saturating_sub(mention.span.start.max(quote.start))
    };
    let same_point = |mention: &Mention| match (&mention.value, &claim.point) {
        (Value::Point { point, .. }, Some(wanted)) => point == wanted,
        _ => claim.point.is_none(),
    };
    let value_inside = |mention: &Mention| mention.value_span.is_none_or(|value| value.overlaps(&quote));
    let fits = mentions.iter().enumerate().filter(|(_, mention)| {
        mention.topic == claim.topic && mention.span.overlaps(&quote) && same_point(mention) && value_inside(mention)
    });
    let fits = fits.filter(|(_, mention)| !claim.silent && mention.currency.is_none());
    let best = fits.max_by_key(|(at, mention)| {
        let says_it = claim.value.as_ref().is_some_and(|value| value.on_basis(None) == mention.value.on_basis(None));
        (mention.claim.is_none(), says_it, shared(mention), std::cmp::Reverse(*at))
    });
    best.map(|(at, _)| at)
}

fn hold(mention: &mut Mention, claim: &Claim, index: usize) {
    mention.claim = Some(index);
    if claim.claimant.is_some() {
        mention.claimant.clone_from(&claim.claimant);
        mention.speaker = None;
        // Who takes a relay for the claimant sees those behind it no more.
        let claimant = mention.via.iter().position(|relay| Some(relay) == claim.claimant.as_ref());
        mention.via.truncate(claimant.unwrap_or(mention.via.len()));
    }
    mention.window = claim.during.or(mention.window);
    mention.facets.extend(claim.scope.clone());
}

/// A mention where only the quote says that there is one.
fn from_quote(
    claims: &ClaimSet,
    claim: &Claim,
    index: usize,
    passage: &Passage<'_>,
    article: usize,
    span: Span,
) -> Option<Mention> {
    let (value, value_span) = value_in(claims, claim, passage, span)?;
    let sentence = &passage.sentences.get(passage.sentence_at(span.start))?;
    let mut mention = Mention {
        topic: claim.topic,
        article,
        span,
        value_span,
        value,
        claimant: passage.article.front.claimant.clone(),
        speaker: None,
        via: Vec::new(),
        attribution: None,
        stance: Stance::default(),
        window: None,
        time: None,
        facets: std::collections::BTreeMap::new(),
        score: 1.0,
        found_by: FoundBy::Quote,
        claim: None,
        anchor: None,
        in_headline: sentence.kind == BlockKind::Headline,
        impossible: None,
        currency: None,
        entry: None,
    };
    hold(&mut mention, claim, index);
    Some(mention)
}

/// What the quote states: the value in it that is the claim's, or else the
/// first of its kind; for kinds without a slot, what the claim says.
fn value_in(claims: &ClaimSet, claim: &Claim, passage: &Passage<'_>, span: Span) -> Option<(Value, Option<Span>)> {
    if claim.silent {
        return Some((Value::Silent { point: claim.point.clone() }, None));
    }
    let topic = &claims.topics[claim.topic];
    if !topic.kind.has_slot() {
        return claim.value.clone().map(|value| (value, None));
    }
    let first = passage.sentence_at(span.start);
    let last = passage.sentence_at(span.end.saturating_sub(1));
    let stated = |sentence| candidates(topic, passage, sentence).into_iter().chain(noughts(topic, passage, sentence));
    let inside = (first..=last.max(first)).flat_map(stated);
    let inside: Vec<_> = inside.filter(|candidate| span.contains(&candidate.span)).collect();
    let same = inside.iter().find(|candidate| claim.value.as_ref() == Some(&candidate.value));
    let chosen = same.or_else(|| inside.iter().find(|candidate| candidate.sort != Sort::Turned))?;
    Some((chosen.value.clone(), Some(chosen.span)))
}
