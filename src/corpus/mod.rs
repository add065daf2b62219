//! A folder of texts to articles in a fixed order.

pub mod article;
pub mod front;
mod label;
mod line;
pub mod overlong;
mod pieces;
pub mod read;
pub mod structure;
mod walk;

pub use article::{Article, Block, BlockKind, Front};
pub use read::{article_from, read_corpus};

use crate::diagnostic::Diagnostic;

/// The articles of one run, sorted by id, and what went wrong reading them.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// Sorted by id, which is unique.
    pub articles: Vec<Article>,
    /// Files that could not be read, front matter that could not be used.
    pub diagnostics: Vec<Diagnostic>,
}

impl Corpus {
    /// The article with an id, with its index.
    #[must_use]
    pub fn article(&self, id: &str) -> Option<(usize, &Article)> {
        let at = self.articles.binary_search_by(|article| article.id.as_str().cmp(id)).ok()?;
        Some((at, &self.articles[at]))
    }
}
