//! What scanning many articles gave, in whatever order they came.
//!
//! It puts them into the one order that everything above relies on, and tells
//! their mentions where they are. It refuses to hold what a silent article does not
//! have.

use super::Scanned;
use crate::corpus::{Article, Corpus};
use crate::diagnostic::Diagnostic;
use crate::matching::{Found, Mention, QuoteOutcome};

/// Articles, and what those that speak say.
#[derive(Debug, Default)]
pub struct Gathered {
    articles: Vec<Article>,
    spoken: Vec<Spoken>,
    /// What went wrong reading.
    pub diagnostics: Vec<Diagnostic>,
}

/// What was found in one article.
#[derive(Debug)]
struct Spoken {
    id: String,
    mentions: Vec<Mention>,
    quotes: Vec<(usize, QuoteOutcome)>,
}

impl Gathered {
    /// Makes room for so many articles.
    pub(super) fn with_room(articles: usize, diagnostics: Vec<Diagnostic>) -> Self {
        Self { articles: Vec::with_capacity(articles), spoken: Vec::new(), diagnostics }
    }

    /// Takes in an article.
    pub fn push(&mut self, scanned: Scanned) {
        let Scanned { article, mentions, quotes, diagnostics } = scanned;
        self.diagnostics.extend(diagnostics);
        if !mentions.is_empty() || !quotes.is_empty() {
            self.spoken.push(Spoken { id: article.id.clone(), mentions, quotes });
        }
        self.articles.push(article);
    }

    /// Lets go of articles with a certain text.
    pub fn forget(&mut self, body: &str) {
        let (gone, kept) = std::mem::take(&mut self.articles).into_iter().partition(|article| article.body == body);
        self.articles = kept;
        let gone: Vec<Article> = gone;
        self.spoken.retain(|spoken| gone.iter().all(|article| article.id != spoken.id));
    }

    /// Puts everything in its order.
    ///
    /// # Panics
    /// When an article that speaks is not among those taken in, which would be a bug.
    #[must_use]
    pub fn in_order(self) -> (Corpus, Found) {
        let corpus = Corpus::new(self.articles, self.diagnostics);
        let mut found = Found::default();
        for spoken in self.spoken {
            let (at, _) = corpus.article(&spoken.id).expect("an article that speaks was taken in");
            let mentions = spoken.mentions.into_iter().map(|mention| Mention { article: at, ..mention });
            found.mentions.extend(mentions);
            found.quotes.extend(spoken.quotes);
        }
        found.sort();
        (corpus, found)
    }
}
