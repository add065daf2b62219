//! Suggestions as stanzas: a topic with a claim for each statement, and claims
//! for the mentions that no claim holds.

use super::stanza::{NewClaim, NewNamed, NewTopic};
use super::written::{written_value, written_window};
use crate::claims::{ClaimSet, Named};
use crate::corpus::Corpus;
use crate::matching::Mention;
use crate::suggest::{Statement, Suggestion};
use crate::text::Span;
use std::collections::BTreeSet;

/// A quote is no longer than this, in characters, where its value allows.
const LONGEST_QUOTE: usize = 200;

/// The topic that a suggestion proposes.
#[must_use]
pub fn proposed_topic(suggestion: &Suggestion) -> NewTopic {
    let of = &suggestion.proposal;
    NewTopic {
        id: of.id.clone(),
        question: of.question.clone(),
        kind: of.kind.name().to_owned(),
        unit: of.unit.clone(),
        patterns: of.patterns.clone(),
        matches: of.matches.clone(),
        rejects: of.rejects.clone(),
        ..NewTopic::default()
    }
}

/// The claimants and entities that it needs, each by its id.
#[must_use]
pub fn proposed_names(suggestion: &Suggestion) -> Vec<(String, String)> {
    let of = &suggestion.proposal;
    let claimants = of.claimants.iter().map(|named| ("claimant", named));
    let all = claimants.chain(of.entities.iter().map(|named| ("entity", named)));
    let stanza = |(table, named): (&str, &Named)| {
        let new = NewNamed { id: named.id.clone(), name: named.name.clone(), aliases: named.aliases.clone() };
        (named.id.clone(), new.stanza(table))
    };
    all.map(stanza).collect()
}

/// A claim for each of its statements; their ids are `taken` from then on.
#[must_use]
pub fn proposed_claims(corpus: &Corpus, suggestion: &Suggestion, taken: &mut BTreeSet<String>) -> Vec<NewClaim> {
    let of = &suggestion.proposal;
    let claim = |(statement, claimant): (&Statement, &Option<String>)| {
        let article = &corpus.articles[statement.article];
        let words = statement.value_span.of(&article.body);
        NewClaim {
            id: free_claim_id(taken, &article.id, words),
            topic: of.id.clone(),
            claimant: claimant.clone(),
            article: Some(article.id.to_string()),
            quote: Some(quote_around(&article.body, own_stretch(statement, suggestion), statement.value_span)),
            value: written_value(&statement.value, words, of.kind, of.unit.as_deref()),
            during: statement.window.as_ref().filter(|_| of.kind.is_amount()).and_then(written_window),
            ..NewClaim::default()
        }
    };
    suggestion.statements.iter().zip(&of.said_by).map(claim).collect()
}

/// The sentence, or what of it lies between the values before and after, where
/// it states several: a quote with two of them says neither.
fn own_stretch(statement: &Statement, suggestion: &Suggestion) -> Span {
    let own = statement.value_span;
    let beside = suggestion
        .statements
        .iter()
        .filter(|other| other.article == statement.article && other.sentence == statement.sentence)
        .map(|other| other.value_span);
    let (mut start, mut end) = (statement.sentence.start, statement.sentence.end);
    for other in beside {
        if other.end <= own.start {
            start = start.max(other.end);
        } else if other.start >= own.end {
            end = end.min(other.start);
        }
    }
    Span::new(start, end)
}

/// A claim that would hold a mention.
#[must_use]
pub fn claim_of_mention(
    claims: &ClaimSet,
    corpus: &Corpus,
    mention: &Mention,
    taken: &mut BTreeSet<String>,
) -> NewClaim {
    let (topic, article) = (&claims.topics[mention.topic], &corpus.articles[mention.article]);
    let words = mention.value_span.unwrap_or(mention.span).of(&article.body);
    let point = match &mention.value {
        crate::value::Value::Point { point, .. } => Some(point.clone()),
        crate::value::Value::Silent { point } => point.clone(),
        _ => None,
    };
    NewClaim {
        id: free_claim_id(taken, &article.id, words),
        topic: topic.id.clone(),
        point,
        claimant: mention.claimant.clone(),
        article: Some(article.id.to_string()),
        quote: Some(mention.span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ")),
        value: written_value(&mention.value, words, topic.kind, topic.unit.as_deref()),
        silent: matches!(mention.value, crate::value::Value::Silent { .. }),
        during: mention.window.as_ref().and_then(written_window),
        scope: mention.facets.clone(),
        note: mention.speaker.as_ref().map(|speaker| match speaker.starts_with('“') {
            true => "said in a quotation that nobody is named for".to_owned(),
            false => format!("said by “{speaker}”, whom no claimant is listed for"),
        }),
    }
}

/// The ids of all claims.
#[must_use]
pub fn taken_ids(claims: &ClaimSet) -> BTreeSet<String> {
    claims.claims.iter().map(|claim| claim.id.clone()).collect()
}

/// `express-20th`: the article's first word and the value, with a number where
/// that is taken.
#[must_use]
pub fn free_claim_id(taken: &mut BTreeSet<String>, article: &str, value: &str) -> String {
    let plain = |text: &str| -> String {
        let folded = crate::text::fold_str(text).into_owned();
        let words = folded.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.take(4).collect::<Vec<_>>().join("-")
    };
    let stem = plain(article.rsplit('/').next().unwrap_or(article));
    let id = [stem.split('-').next().unwrap_or_default().to_owned(), plain(value)].join("-");
    let id = id.trim_matches('-').to_owned();
    let mut free = id.clone();
    let mut number = 2;
    while taken.contains(&free) {
        free = format!("{id}-{number}");
        number += 1;
    }
    taken.insert(free.clone());
    free
}

/// The sentence, or of a long one the part around the value: whole words, as
/// the article has them.
#[must_use]
pub fn quote_around(body: &str, sentence: Span, value: Span) -> String {
    let whole = sentence.of(body).trim();
    let quote = if whole.chars().count() <= LONGEST_QUOTE {
        whole
    } else {
        let room = LONGEST_QUOTE.saturating_sub(value.len()) / 2;
        let mut start = value.start - room.min(value.start - sentence.start);
        let mut end = value.end + room.min(sentence.end - value.end);
        while !body.is_char_boundary(start) {
            start -= 1;
        }
        while !body.is_char_boundary(end) {
            end += 1;
        }
        let is_space = |sign: char| sign.is_whitespace();
        let from = if start == sentence.start {
            start
        } else {
            body[start..value.start].find(is_space).map_or(value.start, |at| start + at)
        };
        let to = if end == sentence.end {
            end
        } else {
            body[value.end..end].rfind(is_space).map_or(value.end, |at| value.end + at)
        };
        body[from..to].trim()
    };
    let quote = quote.trim_start_matches([',', ';', ':', '.', ')']).trim_end_matches([',', ';', ':', '(']);
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}
