//! What the cache knows of a text with the topics of a run, and what it is told of it.
//!
//! Where topics were changed since the last run, a text in which nobody spoke then is searched
//! for the changed ones alone: after one claim more, an archive is not searched for all again.

use super::cache::{Cache, bytes_of, topic_keys};
use super::silent::Silent;
use crate::claims::ClaimSet;
use crate::corpus::Article;
use crate::matching::Mention;
use crate::matching::prefilter::plain::Plain;
use crate::matching::topics::Topics;
use std::sync::Arc;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128, xxh3_128_with_seed};

/// A cache, with the keys of the topics in it.
#[derive(Debug)]
pub(super) struct Cached {
    pub(super) cache: Arc<Cache>,
    topics: Vec<u128>,
    /// Stands for all topics at once.
    pub(super) all: u128,
    /// The texts in which nobody speaks to any of them.
    silent: Silent,
    /// What the last run knew, where it had other topics.
    before: Option<Before>,
    /// Stands for the claims file.
    file: u128,
    /// Whether that had these topics when it was last checked.
    is_as_before: bool,
}

/// What a run with other topics knew.
#[derive(Debug)]
struct Before {
    /// The texts in which nobody spoke to any of its topics.
    silent: Silent,
    /// The topics that it did not have; none where all it had to do is to forget some.
    changed: Option<Topics>,
}

/// A text, by what the cache finds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct CachedText<'c> {
    cached: &'c Cached,
    text: u128,
    /// The same with the id of its article, since topics may name the articles they look in.
    with_id: u128,
}

impl Cached {
    /// What a cache knows with the topics of a claim set.
    pub(super) fn new(cache: Arc<Cache>, claims: &ClaimSet, topics: &Topics) -> Self {
        let topics = topic_keys(claims, topics);
        let all = stand_in(&topics);
        let file = xxh3_128(claims.source.path.as_os_str().as_encoded_bytes());
        let last = cache.last_topics(file);
        let is_as_before = last == topics;
        let before = (!is_as_before && !last.is_empty())
            .then(|| Before { silent: cache.silent(stand_in(&last)), changed: changed(claims, &topics, &last) });
        Self { silent: cache.silent(all), cache, topics, all, before, file, is_as_before }
    }

    /// Finds a text.
    pub(super) fn text(&self, article: &Article, text: &str) -> CachedText<'_> {
        // Most articles have none, and it takes longer to write out than their text to hash.
        let front = if article.front.is_there() { xxh3_64(format!("{:?}", article.front).as_bytes()) } else { 0 };
        let text = xxh3_128_with_seed(text.as_bytes(), front);
        CachedText { cached: self, text, with_id: text ^ xxh3_128(article.id.as_bytes()) }
    }

    /// Writes which of all texts are silent, and with which topics.
    pub(super) fn end(&self) {
        self.cache.put_silent(self.all, &self.silent);
        if !self.is_as_before {
            self.cache.put_last_topics(self.file, &self.topics);
        }
        self.cache.write(0);
    }
}

impl CachedText<'_> {
    /// Whether nobody speaks in it to any topic, as far as earlier runs saw.
    pub(super) fn is_silent(&self, text: &str) -> bool {
        let is_silent = self.cached.silent.holds(self.with_id) || self.was_silent(text);
        if is_silent {
            self.keep_silent();
        }
        is_silent
    }

    /// Whether nobody spoke in it to any topic that was there before, and it has nothing of those that were not.
    fn was_silent(&self, text: &str) -> bool {
        let Some(Before { silent, changed }) = &self.cached.before else { return false };
        silent.holds(self.with_id) && !changed.as_ref().is_some_and(|topics| topics.could_match(&Plain::new(text)))
    }

    /// All its mentions, where an earlier run with these topics met it and there are any.
    pub(super) fn said(&self) -> Option<Vec<Mention>> {
        let mentions = self.mentions(&self.cached.cache.asked(self.with_id, self.cached.all)?)?;
        (!mentions.is_empty()).then_some(mentions)
    }

    /// Its mentions of some topics, where all were looked for before.
    pub(super) fn mentions(&self, topics: &[usize]) -> Option<Vec<Mention>> {
        let mut all = Vec::new();
        for &topic in topics {
            let known = self.cached.cache.get(self.text, *self.cached.topics.get(topic)?)?;
            all.extend(known.into_iter().map(|mention| Mention { topic, ..mention }));
        }
        Some(all)
    }

    /// Keeps that nobody speaks in it.
    pub(super) fn keep_silent(&self) {
        self.cached.silent.keep(self.with_id);
    }

    /// Keeps to which topics it could speak.
    pub(super) fn keep_asked(&self, topics: &[usize]) {
        self.cached.cache.put_asked(self.with_id, self.cached.all, topics);
    }

    /// Keeps what was found in it of the topics that it could speak to.
    pub(super) fn keep(&self, topics: &[usize], mentions: &[Mention]) {
        for &topic in topics {
            let of_topic: Vec<&Mention> = mentions.iter().filter(|mention| mention.topic == topic).collect();
            self.cached.cache.put(self.text, self.cached.topics[topic], &of_topic);
        }
        if mentions.is_empty() {
            self.keep_silent();
        } else {
            self.keep_asked(topics);
        }
    }
}

/// Stands for some topics at once.
fn stand_in(topics: &[u128]) -> u128 {
    xxh3_128(&bytes_of(topics))
}

/// The topics whose keys are not among those of before, to be searched for alone.
fn changed(claims: &ClaimSet, topics: &[u128], before: &[u128]) -> Option<Topics> {
    let is_changed = |key: &u128| !before.contains(key);
    let changed = claims.topics.iter().zip(topics).filter(|(_, key)| is_changed(key));
    let changed: Vec<_> = changed.map(|(topic, _)| topic.clone()).collect();
    (!changed.is_empty()).then(|| Topics::new(&ClaimSet { topics: changed, claims: Vec::new(), ..claims.clone() }))
}
