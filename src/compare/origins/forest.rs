//! Every article with its sources, and the origin that they lead to.
//!
//! Each article has one first source at most, and following these ends at its
//! root. How many origins some articles have is asked of all sources: one that
//! has its words, in part, from another of them adds none.
//!
//! ```text
//! wire ← paper ← echo      roundup → wire, agency
//! {wire, paper, echo}: 1   {agency, roundup}: 1   {wire, agency, roundup}: 2
//! ```

use super::order::Order;
use std::collections::{BTreeMap, BTreeSet};

/// What ties an article to a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// It has a good part of its words from there.
    Copies,
    /// It says so.
    Cites,
}

/// An article that another has its words from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its index.
    pub article: usize,
    /// What ties the two.
    pub bond: Bond,
}

/// Where the articles of a corpus have their words from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The articles that were compared, sorted; all others are their own origin.
    articles: Vec<usize>,
    roots: Vec<usize>,
    ranks: Vec<u32>,
    sources: Vec<Vec<Source>>,
}

impl Origins {
    /// From what each rank copies, the most alike first, and what each
    /// article cites.
    pub(super) fn new(order: &Order, kin: &[Vec<u32>], cites: &[Vec<usize>]) -> Self {
        let mut sources: Vec<Vec<Source>> = vec![Vec::new(); order.articles.len()];
        let mut roots: Vec<usize> = (0..order.articles.len()).collect();
        for (&article, kin) in order.articles.iter().zip(kin) {
            let copied = kin.iter().map(|&rank| order.articles[rank as usize]);
            let mut own: Vec<Source> = copied.map(|article| Source { article, bond: Bond::Copies }).collect();
            let earlier = |cited: &&usize| order.rank[**cited] < order.rank[article];
            for &cited in cites[article].iter().filter(earlier) {
                if own.iter().all(|source| source.article != cited) {
                    own.push(Source { article: cited, bond: Bond::Cites });
                }
            }
            if let Some(first) = own.first() {
                roots[article] = roots[first.article];
            }
            sources[article] = own;
        }
        Self { articles: (0..roots.len()).collect(), roots, ranks: order.rank.clone(), sources }
    }

    /// The same for articles that are but some of a corpus: their indices there,
    /// sorted.
    pub(super) fn among(mut self, articles: &[usize]) -> Self {
        self.roots.iter_mut().for_each(|root| *root = articles[*root]);
        self.sources.iter_mut().flatten().for_each(|source| source.article = articles[source.article]);
        self.articles = articles.to_vec();
        self
    }

    fn find(&self, article: usize) -> Option<usize> {
        self.articles.binary_search(&article).ok()
    }

    /// The article that has the words of this one first; itself, when they are
    /// its own.
    #[must_use]
    pub fn root(&self, article: usize) -> usize {
        self.find(article).map_or(article, |at| self.roots[at])
    }

    /// The earlier articles that an article has its words from: copied ones
    /// before cited ones, those most like it first.
    #[must_use]
    pub fn sources(&self, article: usize) -> &[Source] {
        self.find(article).map_or(&[], |at| &self.sources[at])
    }

    /// The origins of some articles, each once, by index.
    ///
    /// One of them that has its words, wholly or in part, from another of them
    /// adds no origin; the others stand for their roots.
    #[must_use]
    pub fn of(&self, articles: &[usize]) -> Vec<usize> {
        let held: BTreeSet<usize> = articles.iter().copied().collect();
        // From early to late: whether an article or a source of it is held.
        let mut is_held: BTreeMap<(u32, usize), bool> = BTreeMap::new();
        let mut open: Vec<usize> = held.iter().copied().collect();
        while let Some(article) = open.pop() {
            if is_held.insert(self.key(article), false).is_none() {
                open.extend(self.sources(article).iter().map(|source| source.article));
            }
        }
        let keys: Vec<(u32, usize)> = is_held.keys().copied().collect();
        let mut origins = BTreeSet::new();
        for key in keys {
            let sources = self.sources(key.1).iter();
            let leads_back = sources.clone().any(|source| is_held.get(&self.key(source.article)) == Some(&true));
            if held.contains(&key.1) && !leads_back {
                origins.insert(self.root(key.1));
            }
            is_held.insert(key, leads_back || held.contains(&key.1));
        }
        origins.into_iter().collect()
    }

    fn key(&self, article: usize) -> (u32, usize) {
        (self.find(article).map_or(u32::MAX, |at| self.ranks[at]), article)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// wire 0 ← paper 1 ← echo 2; agency 3; roundup 4 of both; note 5 cites the
    /// paper.
    fn story() -> Origins {
        let order = Order { articles: vec![0, 1, 2, 3, 4, 5], rank: vec![0, 1, 2, 3, 4, 5] };
        let kin = [vec![], vec![0], vec![1], vec![], vec![1, 3], vec![]];
        Origins::new(&order, &kin, &[vec![], vec![4], vec![], vec![], vec![], vec![1]])
    }

    #[test]
    fn sources_lead_to_the_first_who_had_the_words() {
        let origins = story();
        assert_eq!((0..6).map(|at| origins.root(at)).collect::<Vec<_>>(), [0, 0, 0, 3, 0, 0]);
        assert_eq!(origins.sources(5), [Source { article: 1, bond: Bond::Cites }]);
        assert_eq!(origins.sources(1), [Source { article: 0, bond: Bond::Copies }], "a later article is no source");
    }

    #[test]
    fn a_roundup_adds_no_origin_and_merges_none() {
        let origins = story();
        assert_eq!(origins.of(&[0, 1, 2]), [0]);
        assert_eq!(origins.of(&[1, 2, 5]), [0]);
        assert_eq!(origins.of(&[0, 3]), [0, 3]);
        assert_eq!(origins.of(&[3, 4]), [3]);
        assert_eq!(origins.of(&[0, 3, 4]), [0, 3]);
        assert_eq!(origins.of(&[2, 3, 4]), [0, 3], "the roundup's wire is not among them");
        assert_eq!(origins.of(&[]), [0; 0]);
    }

    #[test]
    fn without_a_corpus_everybody_is_an_origin() {
        assert_eq!(Origins::default().of(&[3, 1]), [1, 3]);
    }
}
