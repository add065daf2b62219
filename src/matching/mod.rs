//! Articles against topics: the mentions.
//!
//! A mention is a place that states a value on a topic. Nothing here compares
//! two mentions: that is the floor above. The way through this floor:
//! [`topics`] compiles the claim set once; the [`prefilter`] tells where an article is
//! worth reading; [`passage`] reads it once; [`patterns`] lays patterns over its sentences,
//! [`elsewhere`] looks for values whose words stand apart, and [`wording`] for quotations;
//! [`find`] makes mentions of the hits, with [`attribution`], [`time`],
//! [`scope`] and [`stance`]; [`bind`] ties the claims to them.

pub mod attribution;
mod behind;
pub mod bind;
pub mod elsewhere;
pub mod explain;
pub mod find;
pub mod language;
pub mod mention;
pub mod passage;
pub mod patterns;
pub mod prefilter;
mod rate;
pub mod scope;
pub mod stance;
pub mod time;
pub mod topics;
pub mod wording;

pub use explain::{Attempt, explain};
pub use mention::{Found, FoundBy, Mention, QuoteOutcome};
pub use time::times::{OwnTime, is_before};
pub use topics::is_looked_for;

use crate::claims::ClaimSet;
use crate::corpus::Corpus;
use passage::Passage;
use prefilter::chances::Chance;
use prefilter::plain::Plain;
use rayon::prelude::*;
use topics::Topics;

/// Finds every mention of every topic in every article. Articles are read in
/// parallel; the result does not depend on how many threads there are.
#[must_use]
pub fn find_mentions(claims: &ClaimSet, corpus: &Corpus) -> Found {
    let topics = Topics::new(claims);
    let articles = corpus.articles.par_iter().enumerate();
    let found: Vec<Found> = articles.map(|(index, _)| find_in_article(claims, &topics, corpus, index)).collect();
    let mut all = Found::default();
    for found in found {
        all.mentions.extend(found.mentions);
        all.quotes.extend(found.quotes);
    }
    all.sort();
    all
}

fn find_in_article(claims: &ClaimSet, topics: &Topics, corpus: &Corpus, index: usize) -> Found {
    let article = &corpus.articles[index];
    let chances = topics.chances(claims, article, 0, &topics.candidates(claims, article, &Plain::new(&article.body)));
    let is_cited = claims.claims.iter().any(|claim| claim.article.as_ref().is_some_and(|(id, _)| **id == *article.id));
    if chances.is_empty() && !is_cited {
        return Found::default();
    }
    let passage = Passage::read(article, claims, &topics.names);
    let (mentions, quotes) = find_in_passage(claims, topics, &passage, index, &chances);
    Found { mentions, quotes }
}

/// The mentions of some topics in an article that has been read, and what
/// became of the quotes that claims have from it.
pub fn find_in_passage(
    claims: &ClaimSet,
    topics: &Topics,
    passage: &Passage<'_>,
    article: usize,
    chances: &[Chance],
) -> (Vec<Mention>, Vec<(usize, QuoteOutcome)>) {
    let mut mentions = find_unbound(claims, topics, passage, article, chances);
    let quotes = bind::bind_claims(claims, passage, article, &mut mentions);
    (mentions, quotes)
}

/// The same mentions before any claim holds them: what of them hangs on no claim.
pub fn find_unbound(
    claims: &ClaimSet,
    topics: &Topics,
    passage: &Passage<'_>,
    article: usize,
    chances: &[Chance],
) -> Vec<Mention> {
    chances.iter().flat_map(|chance| find::find_in(claims, topics, chance, passage, article)).collect()
}

/// A count, as likenesses and prices reckon with it.
fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
