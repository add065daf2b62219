//! In which order the articles came to be, as far as can be known: an article
//! can only have its words from one that stands before it.
//!
//! What an article declares to cite comes before it, and so do the parts of
//! which it was found to be put together. Then the publication date decides, of
//! a month or year its last day; undated articles stand last, and at last ids
//! decide. The order of files never does.
//!
//! ```text
//! wire (2022-03-07), paper (2022-03-08), monthly (2022-03), undated
//! ```

use super::signature::Signature;
use crate::text::fold_str;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};

/// Articles by their place in time.
#[derive(Clone, Debug)]
pub(super) struct Order {
    /// Indices of articles, the first first.
    pub(super) articles: Vec<usize>,
    /// Of each article, its place in `articles`.
    pub(super) rank: Vec<u32>,
}

/// The articles that each article cites, as far as they are in the corpus: by
/// id, by URL, or by an outlet that has one article there. What else is named
/// is outside the corpus, or leaves open which article is meant.
pub(super) fn resolve_cites(signatures: &[Signature]) -> Vec<Vec<usize>> {
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    let mut by_outlet: HashMap<&str, Option<usize>> = HashMap::new();
    if signatures.iter().any(|signature| !signature.cites.is_empty()) {
        for (at, signature) in signatures.iter().enumerate() {
            if let Some(outlet) = &signature.outlet {
                by_outlet.entry(outlet).and_modify(|only| *only = None).or_insert(Some(at));
            }
        }
        let urls = signatures.iter().enumerate().filter_map(|(at, signature)| Some((signature.url.as_deref()?, at)));
        by_name.extend(urls.collect::<Vec<_>>().into_iter().rev());
        by_name.extend(signatures.iter().enumerate().map(|(at, signature)| (signature.id.as_str(), at)));
    }
    let cited = |name: &String| {
        let outlet = || by_outlet.get(&*fold_str(name)).copied().flatten();
        by_name.get(name.as_str()).copied().or_else(outlet)
    };
    let of_article = |(at, signature): (usize, &Signature)| {
        let cited: BTreeSet<usize> = signature.cites.iter().filter_map(cited).filter(|&cited| cited != at).collect();
        cited.into_iter().collect()
    };
    signatures.iter().enumerate().map(of_article).collect()
}

/// Puts the articles in order; `before` has for each the ones that come before
/// it whatever their dates, each once. A ring of these is broken by date.
pub(super) fn order_articles(signatures: &[Signature], before: &[Vec<usize>]) -> Order {
    let mut dated: Vec<usize> = (0..signatures.len()).collect();
    dated.sort_by_key(|&at| {
        let Signature { published, id, .. } = &signatures[at];
        (published.is_none(), *published, id)
    });
    let mut place = vec![0; dated.len()];
    dated.iter().enumerate().for_each(|(at, &article)| place[article] = at);
    let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut after: HashMap<usize, Vec<usize>> = HashMap::new();
    for (article, earlier) in before.iter().enumerate() {
        earlier.iter().for_each(|&earlier| after.entry(earlier).or_default().push(article));
    }
    let free = dated.iter().enumerate().filter(|(_, article)| waiting[**article] == 0);
    let mut free: BinaryHeap<Reverse<usize>> = free.map(|(at, _)| Reverse(at)).collect();
    let (mut articles, mut is_taken, mut first) = (Vec::with_capacity(dated.len()), vec![false; dated.len()], 0);
    while articles.len() < dated.len() {
        // In a ring nobody is free: the first by date breaks it.
        let at = free.pop().map_or(first, |Reverse(at)| at);
        if std::mem::replace(&mut is_taken[at], true) {
            first += usize::from(at == first);
            continue;
        }
        articles.push(dated[at]);
        for &next in after.get(&dated[at]).into_iter().flatten() {
            waiting[next] -= 1;
            if waiting[next] == 0 {
                free.push(Reverse(place[next]));
            }
        }
    }
    let mut rank = vec![0; articles.len()];
    articles.iter().zip(0_u32..).for_each(|(&article, at)| rank[article] = at);
    Order { articles, rank }
}

#[cfg(test)]
mod tests {
    use super::super::signature::sign;
    use super::*;
    use crate::corpus::article_from;

    fn ids(fronts: &[(&str, &str)]) -> Vec<String> {
        let sign = |(id, front): &(&str, &str)| sign(&article_from(*id, "a", format!("+++\n{front}\n+++\nText")).0);
        let signatures: Vec<Signature> = fronts.iter().map(sign).collect();
        let order = order_articles(&signatures, &resolve_cites(&signatures));
        order.articles.iter().map(|&at| signatures[at].id.clone()).collect()
    }

    #[test]
    fn dates_decide_then_ids_and_the_undated_stand_last() {
        let (may, fourth, none) = ("published = \"2022-05\"", "published = 2022-05-04", "");
        assert_eq!(ids(&[("d", none), ("c", may), ("b", fourth), ("a", fourth)]), ["a", "b", "c", "d"]);
    }

    #[test]
    fn what_is_cited_comes_first_by_id_url_or_outlet() {
        let late = "published = 2023-01-01\noutlet = \"L’Écho\"\nurl = \"https://echo.example/1\"";
        for name in ["late", "https://echo.example/1", "l'echo"] {
            let early = format!("published = 2022-01-01\ncites = [\"{name}\", \"AFP\"]");
            assert_eq!(ids(&[("early", &early), ("late", late)]), ["late", "early"], "{name}");
            let two = [("early", early.as_str()), ("late", late), ("z", late)];
            assert_eq!(ids(&two)[0], if name == "l'echo" { "early" } else { "late" }, "two articles of one outlet");
        }
    }

    #[test]
    fn a_ring_of_cites_is_taken_by_date() {
        let front = |date: &str, cites: &str| format!("published = {date}\ncites = \"{cites}\"");
        let (a, b, c) = (front("2022-03-03", "b"), front("2022-03-02", "c"), front("2022-03-01", "a"));
        assert_eq!(ids(&[("a", &a), ("b", &b), ("c", &c)]), ["c", "b", "a"]);
    }
}
