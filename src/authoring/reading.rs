//! What a claim says, read from its article: the words, the value, who says
//! it, over which period and scope.
//!
//! The reading is the matcher's own: a claim with nothing but its quote is held
//! against the article, and what the mention states is what the claim says.

use super::propose::{claim_of_mention, taken_ids};
use super::stanza::NewClaim;
use crate::check::Checked;
use crate::claims::Claim;
use crate::corpus::{Article, Corpus};
use crate::matching::{Mention, QuoteOutcome, find_mentions};
use crate::text::Span;
use thiserror::Error;

/// Why nothing could be read.
#[derive(Debug, Error)]
#[expect(missing_docs, reason = "each message says what its variant is")]
pub enum Unread {
    #[error("line {line} of {article} has no sentence")]
    NoSentence { article: String, line: u32 },
    #[error("line {line} of {article} has several sentences that could be meant: give the quote.\n  {}", sentences.join("\n  "))]
    Several { article: String, line: u32, sentences: Vec<String> },
    #[error("the words are not in {article}{}", nearest.as_ref().map(|near| format!("; the nearest are: {near}")).unwrap_or_default())]
    NotThere { article: String, nearest: Option<String> },
    #[error("the words stand in several places of {article}: quote more of them")]
    Ambiguous { article: String },
}

/// The words on a line of an article that speak to a topic: the sentence.
///
/// # Errors
/// When there is none, or several could be meant.
pub fn sentence_on(checked: &Checked, topic: usize, article: &Article, line: u32) -> Result<String, Unread> {
    let touches = |span: &Span| (article.line(span.start).0..=article.line(span.end).0).contains(&line);
    let sentences: Vec<Span> =
        article.blocks.iter().flat_map(|block| &block.sentences).copied().filter(|span| touches(span)).collect();
    let at = checked.corpus.article(&article.id).map(|(at, _)| at);
    let mentions =
        checked.compared.topics.iter().filter(|result| result.topic == topic).flat_map(|result| &result.mentions);
    let here: Vec<&Mention> = mentions.filter(|mention| Some(mention.article) == at).collect();
    let speaks = |span: &&Span| here.iter().any(|mention| span.overlaps(&mention.span));
    let speaking: Vec<Span> = sentences.iter().filter(speaks).copied().collect();
    let candidates = if speaking.is_empty() { &sentences } else { &speaking };
    let words = |span: &Span| span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
    match candidates.as_slice() {
        [] => Err(Unread::NoSentence { article: article.id.to_string(), line }),
        [span] => Ok(words(span)),
        several => {
            let sentences = several.iter().map(words).collect();
            Err(Unread::Several { article: article.id.to_string(), line, sentences })
        }
    }
}

/// The claim that some words of an article make on a topic, or on a point of
/// it.
///
/// # Errors
/// When the words are not in it, or in several places.
pub fn read_claim(
    checked: &Checked,
    topic: usize,
    article: &Article,
    quote: &str,
    point: Option<&str>,
) -> Result<NewClaim, Unread> {
    let mut claims = checked.claims.clone();
    let span = Span::default();
    // An id that no file can have.
    let trial = Claim {
        id: String::new(),
        topic,
        claimant: None,
        article: Some((article.id.to_string(), span)),
        quote: Some((quote.to_owned(), span)),
        value: None,
        value_text: None,
        during: None,
        scope: std::collections::BTreeMap::new(),
        point: point.map(str::to_owned),
        silent: false,
        note: None,
        span,
    };
    claims.claims = vec![trial];
    let alone = Corpus { articles: vec![article.clone()], diagnostics: Vec::new() };
    let found = find_mentions(&claims, &alone);
    let exact = match found.quotes.first().map(|(_, outcome)| outcome) {
        Some(QuoteOutcome::Found { span, .. }) => *span,
        Some(QuoteOutcome::Ambiguous(_)) => return Err(Unread::Ambiguous { article: article.id.to_string() }),
        Some(QuoteOutcome::Missing { nearest, .. }) => {
            let nearest = nearest.map(|span| span.of(&article.body).to_owned());
            return Err(Unread::NotThere { article: article.id.to_string(), nearest });
        }
        None => return Err(Unread::NotThere { article: article.id.to_string(), nearest: None }),
    };
    let words = exact.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ");
    let held = found.mentions.iter().find(|mention| mention.claim == Some(0));
    let mut taken = taken_ids(&checked.claims);
    let mut claim = match held {
        Some(mention) => claim_of_mention(&claims, &alone, mention, &mut taken),
        None => NewClaim {
            topic: claims.topics[topic].id.clone(),
            article: Some(article.id.to_string()),
            claimant: article.front.claimant.clone(),
            ..NewClaim::default()
        },
    };
    claim.quote = Some(words);
    // The default of a facet goes without saying.
    let defaults = |facet: &String, option: &mut String| {
        !claims.topics[topic].facets.iter().any(|of| of.id == *facet && of.default.as_ref() == Some(option))
    };
    claim.scope.retain(defaults);
    Ok(claim)
}
