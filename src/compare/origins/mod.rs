//! Which articles are copies of one text, and so count once.
//!
//! Articles are compared by what they say in their own words, in runs of five:
//! quotations are no evidence, since two outlets may quote one statement, and
//! neither is boilerplate. An article has its words from earlier ones that share
//! a good part of them, and whatever it declares to cite; the first at the end
//! of that chain is its origin. A roundup carries several texts without making
//! one of them: sources branch and never merge what they lead to.
//!
//! It refuses to guess: a translation, or a story retold in other words, is an
//! origin of its own. Articles are read one by one into a [`Signature`]; of
//! the corpus together only these are needed.
//!
//! ```
//! use gainsay::compare::origins::{find_origins, sign};
//! use gainsay::corpus::article_from;
//! let wire = "The harbour office counted the boats on Monday, after the storm had passed over the bay, and \
//!     found that most of those moored at the long pier were gone or had been driven far up the beach.";
//! let own = "Nobody at the quay would say how many boats there were, and the insurers, who had sent two of \
//!     their people, left again before the evening without having spoken to any of the crews.";
//! let articles = [("echo", "2023-04-04", wire), ("own", "2023-04-03", own), ("wire", "2023-04-02", wire)];
//! let signatures = articles.map(|(id, date, text)| {
//!     sign(&article_from(id, id, format!("+++\npublished = {date}\n+++\n{text}")).0)
//! });
//! let origins = find_origins(&signatures);
//! assert_eq!([origins.root(0), origins.root(1), origins.root(2)], [2, 1, 2]);
//! ```
//!
//! **Cost.** Linear in the text, then a sort of the shingles that are kept (100
//! for an article of 400 words); no two articles are compared but those whose
//! shingles point at each other.

mod forest;
mod kinship;
mod order;
mod passages;
mod roundup;
mod shared;
mod signature;
pub mod told;
mod words;

pub use forest::{Bond, Origins, Source};
pub use signature::{Signature, sign};

use crate::corpus::Corpus;
use order::{Order, order_articles, resolve_cites};
use rayon::prelude::*;

/// Finds the origins of articles by their signatures. The same articles give
/// the same origins in whatever order they come.
#[must_use]
pub fn find_origins(signatures: &[Signature]) -> Origins {
    let cites = resolve_cites(signatures);
    let origins = by_order(signatures, &cites, &order_articles(signatures, &cites));
    let roundups = roundup::find_roundups(signatures, &origins);
    if roundups.is_empty() {
        return origins;
    }
    let mut before = cites.clone();
    for (roundup, parts) in roundups {
        before[roundup].extend(parts);
        before[roundup].sort_unstable();
        before[roundup].dedup();
    }
    by_order(signatures, &cites, &order_articles(signatures, &before))
}

/// The origins of some articles of a corpus, by their sorted indices: of those
/// that speak. What is copied from an article in which nobody speaks to a topic
/// cannot have been said in it.
pub(super) fn find_origins_of(corpus: &Corpus, articles: &[usize]) -> Origins {
    let signatures: Vec<Signature> = articles.par_iter().map(|&at| sign(&corpus.articles[at])).collect();
    find_origins(&signatures).among(articles)
}

fn by_order(signatures: &[Signature], cites: &[Vec<usize>], order: &Order) -> Origins {
    let in_order: Vec<&Signature> = order.articles.iter().map(|&at| &signatures[at]).collect();
    Origins::new(order, &kinship::find_kin(&in_order), cites)
}
