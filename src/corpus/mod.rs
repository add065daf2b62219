//! A folder of texts to articles in a fixed order.

pub mod article;
pub mod front;
mod ids;
mod label;
mod line;
pub mod near;
pub mod overlong;
mod pieces;
mod plain;
pub mod read;
pub mod records;
mod shared_front;
pub mod stamp;
pub mod structure;
pub mod unpack;
pub mod walk;

pub use article::{Article, Block, BlockKind, Front, Text};
pub use read::{article_from, read_corpus};
pub use shared_front::SharedFront;

use crate::diagnostic::Diagnostic;
use rayon::prelude::*;

/// The articles of one run, sorted by id, and what went wrong reading them.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// Sorted by id, which is unique.
    pub articles: Vec<Article>,
    /// Files that could not be read, front matter that could not be used.
    pub diagnostics: Vec<Diagnostic>,
}

impl Corpus {
    /// A corpus of articles in any order, whose ids are unique.
    #[must_use]
    pub fn new(mut articles: Vec<Article>, diagnostics: Vec<Diagnostic>) -> Self {
        articles.par_sort_unstable_by(|a, b| a.id.cmp(&b.id));
        Self::in_order(articles, diagnostics)
    }

    /// The same of articles that are sorted by their ids: to see that they are takes a look at each.
    pub(crate) fn in_order(articles: Vec<Article>, mut diagnostics: Vec<Diagnostic>) -> Self {
        debug_assert!(articles.is_sorted_by_key(|article| &article.id), "articles are in the order of their ids");
        diagnostics.sort_by(|a, b| read::place(a).cmp(&read::place(b)));
        diagnostics.dedup();
        Self { articles, diagnostics }
    }

    /// The article with an id, with its index.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<(usize, &Article)> {
        let at = self.articles.binary_search_by(|article| (*article.id).cmp(id)).ok()?;
        Some((at, &self.articles[at]))
    }
}
