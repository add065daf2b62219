//! Support that is but one text, told with what the articles share.
//!
//! All positions of a topic that stand in the same articles are one finding.
//! Silence is no support. The shared passages are looked for here and in
//! `show`, for the articles that are named and for no others.
//!
//! ```text
//! echo and paper carry one text, that of wire: they count as one source
//! paper shares 212 of its 240 words with wire; the longest passage: “…” (paper:8)
//! ```

use super::super::table::Table;
use super::super::words::{list_in_words, quotation};
use super::super::{Finding, Rule, Severity};
use super::forest::{Bond, Origins, Source};
use super::passages::find_passages;
use crate::corpus::{Article, Corpus};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// All support for a position is copies of one text.
pub static SINGLE_ORIGIN: Rule = Rule {
    id: "single-origin",
    severity: Severity::Note,
    summary: "all articles behind a position carry one text",
    page: include_str!("../../../docs/rules/single-origin.md"),
};

/// How many articles a message names.
const NAMED: usize = 4;

/// How many ties between articles are told.
const TOLD: usize = 8;

/// Finds positions whose articles, two or more, have one origin.
pub(in crate::compare) fn find_single_origins(table: &Table<'_>) -> Vec<Finding> {
    let mut alike: BTreeMap<&[usize], BTreeSet<usize>> = BTreeMap::new();
    for (at, position) in table.positions.iter().enumerate() {
        if position.articles.len() > 1 && position.origins == 1 && !matches!(position.value, Value::Silent { .. }) {
            alike.entry(&position.articles).or_default().insert(at);
        }
    }
    let to_finding = |(articles, positions): (&[usize], BTreeSet<usize>)| {
        let message = say_origin(table.corpus, table.origins, articles);
        let mut finding = table.finding(&SINGLE_ORIGIN, &positions, message);
        finding.detail.extend(say_ties(table.corpus, table.origins, articles));
        finding
    };
    alike.into_iter().map(to_finding).collect()
}

/// `echo and paper go back to one text, wire: they count as one source`.
fn say_origin(corpus: &Corpus, origins: &Origins, articles: &[usize]) -> String {
    let id = |article: usize| corpus.articles[article].id.to_string();
    let root = origins.of(articles).first().copied().unwrap_or_default();
    let copies: Vec<String> = articles.iter().filter(|article| **article != root).map(|&article| id(article)).collect();
    if copies.len() == articles.len() {
        let names = list_in_words(&copies, NAMED);
        return format!("{names} go back to one text, {}: they count as one source", id(root));
    }
    let verb = if copies.len() == 1 { "goes" } else { "go" };
    format!("{} {verb} back to {}: they count as one source", list_in_words(&copies, NAMED), id(root))
}

/// What ties some articles to their origins, link by link: the passages that
/// they share with their sources, with the place of the longest, or that they
/// cite them. Of many links the first are told.
#[must_use]
pub fn say_ties(corpus: &Corpus, origins: &Origins, articles: &[usize]) -> Vec<String> {
    let ties = find_ties(origins, articles);
    let told = ties.iter().take(TOLD).filter_map(|&(article, source)| {
        let (from, to) = (corpus.articles.get(article)?, corpus.articles.get(source.article)?);
        Some(match source.bond {
            Bond::Copies => say_shared(from, to),
            Bond::Cites => format!("{} cites {}", from.id, to.id),
        })
    });
    let mut lines: Vec<String> = told.collect();
    match ties.len().saturating_sub(TOLD) {
        0 => {}
        1 => lines.push("and one more tie of this kind".to_owned()),
        more => lines.push(format!("and {more} more ties of this kind")),
    }
    lines
}

/// Each article with the source that leads to another of them, or else to its
/// root, and so on from there.
fn find_ties(origins: &Origins, articles: &[usize]) -> Vec<(usize, Source)> {
    let held: BTreeSet<usize> = articles.iter().copied().collect();
    let mut seen = BTreeSet::new();
    let mut ties = Vec::new();
    for &article in &held {
        let mut at = article;
        while seen.insert(at) {
            let sources = origins.sources(at);
            let among = sources.iter().find(|source| held.contains(&source.article));
            let Some(&source) = among.or(sources.first()) else { break };
            ties.push((at, source));
            at = source.article;
        }
    }
    ties
}

/// `paper shares 212 of its 240 words with wire; the longest passage: “…”
/// (paper:8)`; the words counted are those of the shorter article.
fn say_shared(from: &Article, to: &Article) -> String {
    let passages = find_passages(from, to);
    let outside = if passages.without_quotations { " outside quotations" } else { "" };
    let (shared, words) = (passages.shared, passages.words);
    let count = if passages.second_is_shorter {
        format!("{} has {shared} of the {words} words{outside} of {}", from.id, to.id)
    } else {
        format!("{} shares {shared} of its {words} words{outside} with {}", from.id, to.id)
    };
    let Some(longest) = passages.longest else { return count };
    let line = from.place(longest.start).line.0;
    format!("{count}; the longest passage: {} ({}:{line})", quotation(longest.of(&from.body)), from.id)
}
