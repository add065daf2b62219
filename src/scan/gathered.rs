//! What scanning many articles gave, in whatever order they came.
//!
//! It puts them into the one order that everything above relies on, and tells
//! their mentions where they are. It refuses to hold what a silent article does not
//! have.

use super::broken::Broken;
use super::recall::State;
use super::{Scanned, Scanner};
use crate::corpus::{Article, Corpus};
use crate::diagnostic::{Diagnostic, Source};
use crate::matching::{Found, Mention, QuoteOutcome};
use crate::text::Span;
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// Articles, and what those that speak say.
#[derive(Debug, Default)]
pub struct Gathered {
    articles: Vec<Article>,
    spoken: Vec<Spoken>,
    broken: Broken,
    /// What went wrong reading.
    pub diagnostics: Vec<Diagnostic>,
    /// The state of the files before they were read, where it is known.
    pub(super) state: Option<State>,
}

/// What was found in one article.
#[derive(Debug)]
struct Spoken {
    /// Its place among those taken in.
    article: usize,
    mentions: Vec<Mention>,
    quotes: Vec<(usize, QuoteOutcome)>,
}

/// All that is known of an article beyond its place.
fn content(article: &Article) -> (&str, u32, u32, String) {
    (&article.body, article.lines_before, article.points_before, format!("{:?}", article.front))
}

/// The first bytes of an id, which are in the order of ids: most are told apart by them, without looking for
/// the id itself.
fn beginning(id: &str) -> u128 {
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(id.bytes()).for_each(|(byte, of_id)| *byte = of_id);
    u128::from_be_bytes(bytes)
}

/// Puts each item where its place is: without room for another copy of an archive.
fn put_in_place<T>(items: &mut [T], mut place: Vec<usize>) {
    for at in 0..items.len() {
        while place[at] != at {
            let other = place[at];
            items.swap(at, other);
            place.swap(at, other);
        }
    }
}

impl Gathered {
    /// Makes room for so many articles.
    #[must_use]
    pub fn with_room(articles: usize, diagnostics: Vec<Diagnostic>) -> Self {
        Self { articles: Vec::with_capacity(articles), diagnostics, ..Self::default() }
    }

    /// The state that the files were in before they were read; `None` where nothing was kept of it.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.state
    }

    /// Takes in an article.
    pub fn push(&mut self, scanned: Scanned) {
        let Scanned { article, mentions, quotes, diagnostics } = scanned;
        self.diagnostics.extend(diagnostics);
        if !mentions.is_empty() || !quotes.is_empty() {
            self.spoken.push(Spoken { article: self.articles.len(), mentions, quotes });
        }
        self.articles.push(article);
    }

    /// Takes in an article, or why there is none.
    pub(super) fn take(&mut self, scanned: Result<Scanned, Box<Diagnostic>>) {
        match scanned {
            Ok(scanned) => self.push(scanned),
            Err(unread) => self.diagnostics.push(*unread),
        }
    }

    /// Takes in what is wrong with a line that is no record.
    pub(super) fn push_broken(&mut self, line: Diagnostic) {
        self.broken.push(line);
    }

    /// Lets go of articles with a certain text.
    pub fn forget(&mut self, body: &str) {
        let (broken, diagnostics) = (std::mem::take(&mut self.broken), std::mem::take(&mut self.diagnostics));
        let mut kept = Self { broken, diagnostics, state: self.state, ..Self::default() };
        let mut spoken = std::mem::take(&mut self.spoken).into_iter().peekable();
        for (at, article) in std::mem::take(&mut self.articles).into_iter().enumerate() {
            let said = spoken.next_if(|spoken| spoken.article == at);
            if article.body == body {
                continue;
            }
            kept.spoken.extend(said.map(|said| Spoken { article: kept.articles.len(), ..said }));
            kept.articles.push(article);
        }
        *self = kept;
    }

    /// Puts everything in its order.
    ///
    /// Articles of one id are told apart by `#2`, `#3`…, in the order of their
    /// places: files before records, then by path and line; records that say
    /// themselves where they stand may stand in one, and are told apart by what they hold. What
    /// a claim says of the id is about the first; the others are looked through again.
    #[must_use]
    pub fn in_order(mut self, scanner: &Scanner<'_>) -> (Corpus, Found) {
        let key = |at: usize| {
            let article = &self.articles[at];
            (&article.id, article.record.is_some(), &article.path, article.record)
        };
        let mut order: Vec<(u128, usize)> =
            self.articles.iter().enumerate().map(|(at, article)| (beginning(&article.id), at)).collect();
        order.par_sort_unstable_by(|&(a_id, a), &(b_id, b)| {
            let by_place = a_id.cmp(&b_id).then_with(|| key(a).cmp(&key(b)));
            by_place.then_with(|| content(&self.articles[a]).cmp(&content(&self.articles[b])))
        });
        let same_id = |a: usize, b: usize| self.articles[a].id == self.articles[b].id;
        let is_shared = order.windows(2).any(|pair| pair[0].0 == pair[1].0 && same_id(pair[0].1, pair[1].1));
        let mut order: Vec<usize> = order.into_iter().map(|(_, at)| at).collect();
        if is_shared {
            self.tell_apart(&order, scanner);
            order.par_sort_unstable_by(|a, b| self.articles[*a].id.cmp(&self.articles[*b].id));
        }
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, &article)| place[article] = at);
        let mut found = Found::default();
        for spoken in self.spoken {
            let at = place[spoken.article];
            found.mentions.extend(spoken.mentions.into_iter().map(|mention| Mention { article: at, ..mention }));
            found.quotes.extend(spoken.quotes);
        }
        found.sort();
        put_in_place(&mut self.articles, place);
        self.diagnostics.extend(self.broken.into_diagnostics());
        (Corpus::in_order(self.articles, self.diagnostics), found)
    }

    /// Gives each article an id of its own; they are in `order`.
    fn tell_apart(&mut self, order: &[usize], scanner: &Scanner<'_>) {
        let mut taken: HashSet<Arc<str>> = self.articles.iter().map(|article| Arc::clone(&article.id)).collect();
        let (mut first, mut number) = (String::new(), 1);
        for &at in order {
            let article = &mut self.articles[at];
            if number == 1 && first.is_empty() && article.id.is_empty() || *article.id != *first {
                (first, number) = (article.id.to_string(), 1);
                continue;
            }
            while !taken.insert(format!("{first}#{}", number + 1).into()) {
                number += 1;
            }
            number += 1;
            article.id = format!("{first}#{number}").into();
            let message = format!("another article has the id `{first}`: this one is called `{}`", article.id);
            let line = article.record.unwrap_or(1).saturating_sub(1);
            let source = Arc::new(Source::behind(line, &*article.path, ""));
            self.diagnostics.push(Diagnostic::warning(&source, Span::new(0, 0), message));
            if !article.body.is_empty() {
                self.scan_again(at, scanner);
            }
        }
    }

    fn scan_again(&mut self, at: usize, scanner: &Scanner<'_>) {
        let scanned = scanner.scan_article(self.articles[at].clone());
        self.spoken.retain(|spoken| spoken.article != at);
        self.spoken.push(Spoken { article: at, mentions: scanned.mentions, quotes: scanned.quotes });
        self.articles[at] = scanned.article;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_in_the_order_of_ids() {
        let ids = ["", "a", "a\0", "a-b", "ab", "january-0054790", "january-00547901", "january-00547902", "é"];
        for (at, id) in ids.iter().enumerate() {
            let is_later = |later: &str| beginning(later) >= beginning(id) && later > *id;
            assert!(ids[at + 1..].iter().all(|later| is_later(later)), "{id:?}");
        }
        assert!(beginning("ab") > beginning("a-b"));
    }

    #[test]
    fn each_item_is_put_in_its_place() {
        let mut items = ["c", "a", "e", "b", "d"];
        put_in_place(&mut items, vec![2, 0, 4, 1, 3]);
        assert_eq!(items, ["a", "b", "c", "d", "e"]);
    }
}
