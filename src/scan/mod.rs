//! Articles one after another: read, searched, and dropped again where nobody
//! speaks to a topic.
//!
//! A text that no topic can match costs what a plain search costs: it is not cut
//! into sentences, not folded, not copied, and of its article only the head is
//! kept. What a corpus holds in memory follows its mentions, not its size.
//! Nothing here compares two articles.
//!
//! ```
//! use gainsay::check::load_text;
//! use gainsay::scan::{Scanner, Texts};
//! let claims = load_text("claims.toml".as_ref(), r#"
//!     version = 1
//!     [[topic]]
//!     id = "calls"
//!     question = "How many calls were there?"
//!     kind = "count"
//!     unit = "call"
//!     match = ["{value} phone calls were made"]
//! "#.to_owned()).claims;
//! let scanner = Scanner::new(&claims, Texts::OfSpeakers);
//! let speaks = scanner.scan("a", "a.txt", "Twenty phone calls were made.");
//! assert_eq!((speaks.mentions.len(), speaks.article.body.is_empty()), (1, false));
//! let silent = scanner.scan("b", "b.txt", "Nobody counted anything.");
//! assert_eq!((silent.mentions.len(), silent.article.body.is_empty()), (0, true));
//! ```

mod files;
mod gathered;
pub mod wire;

pub use files::{Done, scan_files};
pub use gathered::Gathered;

use crate::claims::ClaimSet;
use crate::corpus::Article;
use crate::corpus::read::{head_from, read_body};
use crate::corpus::records::Record;
use crate::diagnostic::Diagnostic;
use crate::matching::passage::Passage;
use crate::matching::plain::Plain;
use crate::matching::topics::{Topics, is_looked_for};
use crate::matching::{Mention, QuoteOutcome, find_in_passage};
use std::collections::HashSet;

/// Of which articles the text is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Texts {
    /// Of those that speak to a topic or that claims name: their evidence is
    /// shown.
    #[default]
    OfSpeakers,
    /// Of all: for what looks at articles in which no topic was found.
    All,
}

/// What was found in one article.
#[derive(Clone, Debug)]
pub struct Scanned {
    /// The article: of a silent one only the head.
    pub article: Article,
    /// Its mentions; their `article` is not yet an index of anything.
    pub mentions: Vec<Mention>,
    /// What became of the quotes that claims have from it.
    pub quotes: Vec<(usize, QuoteOutcome)>,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A claim set, ready for any number of articles.
#[derive(Debug)]
pub struct Scanner<'c> {
    claims: &'c ClaimSet,
    topics: Topics,
    /// The articles that claims name.
    cited: HashSet<&'c str>,
    texts: Texts,
}

impl<'c> Scanner<'c> {
    /// Compiles a claim set.
    #[must_use]
    pub fn new(claims: &'c ClaimSet, texts: Texts) -> Self {
        let cited = claims.claims.iter().filter_map(|claim| Some(claim.article.as_ref()?.0.as_str()));
        // `calls#2` is the second article with the id `calls`.
        let cited = cited.flat_map(|id| [id, id.split('#').next().unwrap_or(id)]).collect();
        Self { claims, topics: Topics::new(claims), cited, texts }
    }

    /// Looks through the text of one article.
    #[must_use]
    pub fn scan(&self, id: &str, path: &str, text: &str) -> Scanned {
        self.scan_head(head_from(id, path, text), text)
    }

    /// Looks through one record.
    #[must_use]
    pub fn scan_record(&self, record: &Record) -> Scanned {
        self.scan_head(record.head(), &record.text)
    }

    fn scan_head(
        &self,
        (mut article, body, mut diagnostics): (Article, usize, Vec<Diagnostic>),
        text: &str,
    ) -> Scanned {
        let keeps = self.texts == Texts::All || self.is_cited(&article.id);
        let plain = Plain::new(text);
        let wanted = if keeps || self.topics.could_match(&plain) {
            self.topics.candidates(self.claims, &article, &plain)
        } else {
            Vec::new()
        };
        if !keeps && wanted.is_empty() {
            return Scanned { article, mentions: Vec::new(), quotes: Vec::new(), diagnostics };
        }
        diagnostics.extend(read_body(&mut article, text, body));
        let (article, mentions, quotes) = self.find(article, wanted);
        Scanned { article, mentions, quotes, diagnostics }
    }

    /// Whether a claim names an article, or one that is called after it because
    /// another has its id.
    fn is_cited(&self, id: &str) -> bool {
        self.cited.contains(id)
    }

    /// Looks through an article that has been read.
    #[must_use]
    pub fn scan_article(&self, article: Article) -> Scanned {
        let wanted = self.topics.candidates(self.claims, &article, &Plain::new(&article.body));
        let (article, mentions, quotes) = self.find(article, wanted);
        Scanned { article, mentions, quotes, diagnostics: Vec::new() }
    }

    /// Every mention in an article, each topic being looked for whether the
    /// prefilter would let it or not: what the prefilter is held against.
    #[must_use]
    pub fn find_everywhere(&self, article: &Article) -> Vec<Mention> {
        let looked_for = |topic: &usize| is_looked_for(&self.claims.topics[*topic], article);
        let wanted: Vec<usize> = (0..self.claims.topics.len()).filter(looked_for).collect();
        let passage = Passage::read(article, self.claims, &self.topics.names);
        find_in_passage(self.claims, &self.topics, &passage, 0, &wanted).0
    }

    fn find(
        &self,
        mut article: Article,
        mut wanted: Vec<usize>,
    ) -> (Article, Vec<Mention>, Vec<(usize, QuoteOutcome)>) {
        let is_cited = self.is_cited(&article.id);
        self.topics.retain_quoted(&article, &mut wanted);
        let (mut mentions, mut quotes) = (Vec::new(), Vec::new());
        if !wanted.is_empty() || is_cited {
            let passage = Passage::read(&article, self.claims, &self.topics.names);
            (mentions, quotes) = find_in_passage(self.claims, &self.topics, &passage, 0, &wanted);
        }
        if mentions.is_empty() && !is_cited && self.texts == Texts::OfSpeakers {
            article.forget_text();
        }
        (article, mentions, quotes)
    }
}
