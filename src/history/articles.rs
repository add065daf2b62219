//! What a changed article says now: not its lines, its statements.

use crate::check::Checked;
use crate::corpus::Article;
use crate::matching::Mention;
use std::collections::BTreeMap;

/// An article whose text changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleChange {
    /// Its id, after the change.
    pub article: String,
    /// What of its statements changed; empty when none that a topic asks for.
    pub meanings: Vec<Meaning>,
}

/// What changed of one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The article is new, or gone.
    Came,
    /// The article is gone.
    Went,
    /// It says something else on a topic.
    Became {
        /// The topic's id.
        topic: String,
        /// The words before.
        before: String,
        /// The words now.
        after: String,
    },
    /// It says something on a topic of which it said nothing.
    Says {
        /// The topic's id.
        topic: String,
        /// The words.
        words: String,
    },
    /// It says nothing more of what it said.
    Dropped {
        /// The topic's id.
        topic: String,
        /// The words before.
        words: String,
    },
}

/// The articles whose text changed, by id. An article of another name with the
/// same text is the same article.
pub(super) fn compare_articles(before: &Checked, after: &Checked) -> Vec<ArticleChange> {
    let by_body: BTreeMap<&str, &Article> =
        after.corpus.articles.iter().map(|article| (article.body.as_str(), article)).collect();
    let mut changes = Vec::new();
    for old in &before.corpus.articles {
        let Some((_, new)) = after.corpus.article(&old.id) else {
            if !by_body.contains_key(old.body.as_str()) {
                changes.push(ArticleChange { article: old.id.to_string(), meanings: vec![Meaning::Went] });
            }
            continue;
        };
        if old.body != new.body {
            let meanings = compare_statements(&statements(before, old), &statements(after, new));
            changes.push(ArticleChange { article: old.id.to_string(), meanings });
        }
    }
    let known: Vec<&str> = before.corpus.articles.iter().map(|article| article.body.as_str()).collect();
    let is_new =
        |article: &&Article| before.corpus.article(&article.id).is_none() && !known.contains(&article.body.as_str());
    let came = after.corpus.articles.iter().filter(is_new);
    changes
        .extend(came.map(|article| ArticleChange { article: article.id.to_string(), meanings: vec![Meaning::Came] }));
    changes.sort_by(|a, b| a.article.cmp(&b.article));
    changes
}

/// One statement: what is compared, and how it is told.
struct Said {
    topic: String,
    who: Option<String>,
    value: String,
    words: String,
}

/// The statements of an article, in the order of topics and places.
fn statements(of: &Checked, article: &Article) -> Vec<Said> {
    let Some((index, _)) = of.corpus.article(&article.id) else { return Vec::new() };
    let mentions = of.compared.topics.iter().flat_map(|topic| &topic.mentions);
    let here = mentions.filter(|mention| mention.article == index);
    let said = |mention: &Mention| Said {
        topic: of.claims.topics[mention.topic].id.clone(),
        who: mention.claimant.clone().or_else(|| mention.speaker.clone()),
        value: format!("{:?}", mention.value),
        words: told_words(article, mention),
    };
    here.map(said).collect()
}

/// The value with the word after it: `four times`.
fn told_words(article: &Article, mention: &Mention) -> String {
    let span = mention.value_span.unwrap_or(mention.span);
    let value = span.of(&article.body);
    let rest = &article.body[span.end..];
    let next: String = rest
        .chars()
        .take_while(|sign| *sign == ' ')
        .chain(rest.trim_start_matches(' ').chars().take_while(|sign| sign.is_alphabetic()))
        .collect();
    let words = if mention.value_span.is_some() { format!("{value}{}", next.trim_end()) } else { value.to_owned() };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Of each topic, what is said by the same one is paired; then what is left, in
/// order.
fn compare_statements(before: &[Said], after: &[Said]) -> Vec<Meaning> {
    let mut old: Vec<&Said> = before.iter().collect();
    let mut new: Vec<&Said> = Vec::new();
    for said in after {
        let same = |other: &&Said| (&other.topic, &other.who, &other.value) == (&said.topic, &said.who, &said.value);
        match old.iter().position(same) {
            Some(at) => drop(old.remove(at)),
            None => new.push(said),
        }
    }
    let mut meanings = Vec::new();
    for same_voice in [true, false] {
        new.retain(|said| {
            let fits = |other: &&Said| other.topic == said.topic && (!same_voice || other.who == said.who);
            let Some(at) = old.iter().position(fits) else { return true };
            let earlier = old.remove(at);
            let (topic, before, after) = (said.topic.clone(), earlier.words.clone(), said.words.clone());
            meanings.push(Meaning::Became { topic, before, after });
            false
        });
    }
    let told = |said: &Said| (said.topic.clone(), said.words.clone());
    meanings.extend(new.into_iter().map(told).map(|(topic, words)| Meaning::Says { topic, words }));
    meanings.extend(old.into_iter().map(told).map(|(topic, words)| Meaning::Dropped { topic, words }));
    meanings
}
