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

mod broken;
pub mod cache;
mod cached;
mod collator;
mod files;
mod fits;
mod gathered;
mod guarded;
pub mod recall;
mod seen;
mod silent;
pub mod wire;

pub use collator::{Collator, WireError};
pub use files::{Done, about, scan_files};
pub use gathered::Gathered;

use crate::claims::ClaimSet;
use crate::corpus::Article;
use crate::corpus::read::{head_from, read_body};
use crate::corpus::records::Record;
use crate::corpus::stamp::Stamp;
use crate::corpus::walk::Files;
use crate::diagnostic::Diagnostic;
use crate::matching::bind::bind_claims;
use crate::matching::passage::Passage;
use crate::matching::prefilter::chances::{Candidates, Chance};
use crate::matching::prefilter::plain::Plain;
use crate::matching::topics::{Topics, is_looked_for};
use crate::matching::{Mention, QuoteOutcome, find_in_passage, find_unbound};
use cache::Cache;
use cached::{Cached, CachedText};
use guarded::guarded;
use seen::Seen;
use std::cell::LazyCell;
use std::collections::HashSet;
use std::sync::Arc;

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

/// What came of a file, under its stamp, or why nothing did.
type Outcome = Result<(Scanned, Option<Stamp>), Box<Diagnostic>>;

impl Scanned {
    fn silent(article: Article, diagnostics: Vec<Diagnostic>) -> Self {
        Self { article, mentions: Vec::new(), quotes: Vec::new(), diagnostics }
    }

    /// Whether nothing is known of it but its head.
    fn says_nothing(&self) -> bool {
        self.article.text.is_none() && self.mentions.is_empty() && self.quotes.is_empty() && self.diagnostics.is_empty()
    }
}

/// A claim set, ready for any number of articles.
#[derive(Debug)]
pub struct Scanner<'c> {
    claims: &'c ClaimSet,
    topics: Topics,
    /// The articles that claims name.
    cited: HashSet<&'c str>,
    texts: Texts,
    cached: Option<Cached>,
}

impl<'c> Scanner<'c> {
    /// Compiles a claim set.
    #[must_use]
    pub fn new(claims: &'c ClaimSet, texts: Texts) -> Self {
        let cited = claims.claims.iter().filter_map(|claim| Some(claim.article.as_ref()?.0.as_str()));
        // `calls#2` is the second article with the id `calls`.
        let cited = cited.flat_map(|id| [id, id.split('#').next().unwrap_or(id)]).collect();
        Self { claims, topics: Topics::new(claims), cited, texts, cached: None }
    }

    /// Looks through no text again that a cache knows.
    #[must_use]
    pub fn with_cache(self, cache: Option<Arc<Cache>>) -> Self {
        let cached = cache.map(|cache| Cached::new(cache, self.claims, &self.topics));
        Self { cached, ..self }
    }

    /// Whether the cache has all that a text could say.
    #[must_use]
    pub fn knows(&self, id: &str, path: &str, text: &str) -> bool {
        let (article, ..) = head_from(id, path, text);
        let wanted = self.topics.candidates(self.claims, &article, &Plain::new(text));
        self.cached.as_ref().is_some_and(|cached| cached.text(&article, text).mentions(&wanted.topics).is_some())
    }

    /// The files of a corpus that the cache knows to be silent.
    fn seen(&self, files: &Files) -> Option<Seen> {
        let Cached { cache, all, .. } = self.cached.as_ref()?;
        Some(Seen::read(cache, files, *all))
    }

    /// Keeps which files of a batch need not be opened again.
    fn keep_seen(&self, seen: &Seen, batch: usize, scanned: &[Outcome]) {
        let Some(cached) = &self.cached else { return };
        seen.keep(&cached.cache, batch, scanned.iter().map(file_of));
    }

    /// Whether a text need not be looked at where it is known that nobody speaks in it.
    fn may_skip(&self, id: &str) -> bool {
        self.texts == Texts::OfSpeakers && !self.is_cited(id)
    }

    /// Writes what was found since to the cache, once it is worth it.
    fn write_cache(&self) {
        self.cached.iter().for_each(|cached| _ = cached.cache.write(1 << 20));
    }

    /// Writes which of all texts are silent.
    fn end(&self) {
        self.cached.iter().for_each(Cached::end);
    }

    /// Looks through the text of one article.
    #[must_use]
    pub fn scan(&self, id: impl Into<Arc<str>>, path: impl Into<Arc<str>>, text: &str) -> Scanned {
        self.scan_head(head_from(id, path, text), text)
    }

    /// Looks through one record.
    #[must_use]
    pub fn scan_record(&self, record: &Record) -> Scanned {
        self.scan_head(record.head(), &record.text)
    }

    fn scan_head(&self, head: (Article, usize, Vec<Diagnostic>), text: &str) -> Scanned {
        let article = head.0.clone();
        guarded(&article, || self.look_through(head, text))
    }

    fn look_through(
        &self,
        (mut article, body, mut diagnostics): (Article, usize, Vec<Diagnostic>),
        text: &str,
    ) -> Scanned {
        let may_skip = self.may_skip(&article.id);
        let cached = self.cached.as_ref().map(|cached| cached.text(&article, text));
        if cached.is_some_and(|cached| may_skip && cached.is_silent(text)) {
            return Scanned::silent(article, diagnostics);
        }
        let mut known = cached.and_then(|cached| cached.said());
        let mut wanted = Candidates::default();
        if known.is_none() {
            let plain = Plain::new(text);
            if !may_skip || self.topics.could_match(&plain) {
                wanted = self.topics.candidates(self.claims, &article, &plain);
            }
            known = cached.and_then(|cached| cached.mentions(&wanted.topics));
            if may_skip && (wanted.topics.is_empty() || known.as_ref().is_some_and(Vec::is_empty)) {
                cached.iter().for_each(CachedText::keep_silent);
                return Scanned::silent(article, diagnostics);
            }
            // What is asked of a text without a mention is not looked up.
            if known.as_ref().is_some_and(|mentions| !mentions.is_empty()) {
                cached.iter().for_each(|cached| cached.keep_asked(&wanted.topics));
            }
        }
        let told = read_body(&mut article, text, body);
        // What the structure gave cause to say would not be said of a text that is known.
        let cached = cached.filter(|_| told.is_none());
        let keep = |mentions: &[Mention]| cached.iter().for_each(|cached| cached.keep(&wanted.topics, mentions));
        diagnostics.extend(told);
        let (article, mentions, quotes) = self.find(article, body, &wanted, known, keep);
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
        let (article, mentions, quotes) = self.find(article, 0, &wanted, None, |_| {});
        Scanned { article, mentions, quotes, diagnostics: Vec::new() }
    }

    /// Every mention in an article, each topic being looked for whether the
    /// prefilter would let it or not: what the prefilter is held against.
    #[must_use]
    pub fn find_everywhere(&self, article: &Article) -> Vec<Mention> {
        let looked_for = |topic: &usize| is_looked_for(&self.claims.topics[*topic], article);
        let wanted = (0..self.claims.topics.len()).filter(looked_for);
        let wanted: Vec<Chance> = wanted.map(|topic| Chance::everywhere(topic, article)).collect();
        let passage = Passage::read(article, self.claims, &self.topics.names);
        find_in_passage(self.claims, &self.topics, &passage, 0, &wanted).0
    }

    /// The mentions of an article, unless they are known already, and what became of the quotes that claims have
    /// from it. Those that were looked for are handed over before any claim holds them.
    fn find(
        &self,
        mut article: Article,
        body: usize,
        wanted: &Candidates,
        known: Option<Vec<Mention>>,
        keep: impl Fn(&[Mention]),
    ) -> (Article, Vec<Mention>, Vec<(usize, QuoteOutcome)>) {
        let passage = LazyCell::new(|| Passage::read(&article, self.claims, &self.topics.names));
        let mut mentions = known.unwrap_or_else(|| {
            let chances = self.topics.chances(self.claims, &article, body, wanted);
            let found = if chances.is_empty() {
                Vec::new()
            } else {
                find_unbound(self.claims, &self.topics, &passage, 0, &chances)
            };
            keep(&found);
            found
        });
        let is_cited = self.is_cited(&article.id);
        let quotes = if is_cited { bind_claims(self.claims, &passage, 0, &mut mentions) } else { Vec::new() };
        drop(passage);
        if mentions.is_empty() && self.may_skip(&article.id) {
            article.forget_text();
        }
        (article, mentions, quotes)
    }
}

/// What is kept of a file.
fn file_of(outcome: &Outcome) -> seen::File<'_> {
    let Ok((scanned, stamp)) = outcome else { return (None, "", None) };
    (*stamp, &scanned.article.id, scanned.says_nothing().then_some(&scanned.article))
}
