//! An article as reports show it. An archive has many, of which little is known: what few
//! have is held apart, and the rest is shared with the corpus.
//!
//! ```text
//! "id": "ap", "path": "ap.txt", "title": "…", "outlet": "AP", "published": "2022-03-12", …
//! ```

use crate::corpus::{Article, Front};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// One article.
#[derive(Clone, Debug)]
pub struct ArticleView {
    /// The article's.
    pub id: Arc<str>,
    /// The article's.
    pub path: Arc<str>,
    /// What its front matter says, of which the machine output shows four fields.
    pub front: Arc<Front>,
    /// How many mentions it has, over all topics.
    pub mentions: usize,
    rare: Option<Box<Rare>>,
}

/// What few articles have.
#[derive(Clone, Debug)]
struct Rare {
    origin: Arc<str>,
    file: Arc<str>,
}

/// One article.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ArticleView")]
struct Shown<'a> {
    id: &'a str,
    path: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    /// As written in the front matter.
    published: Option<&'a str>,
    language: Option<&'a str>,
    /// The article whose text it carries; itself when it is its own.
    origin: &'a str,
}

impl ArticleView {
    pub(super) fn new(article: &Article, mentions: usize, origin: &Arc<str>, file: Cow<'_, str>) -> Self {
        let Article { id, path, front, .. } = article;
        let is_rare = id != origin || *file != **path;
        let rare = is_rare.then(|| Box::new(Rare { origin: Arc::clone(origin), file: file.into() }));
        Self { id: Arc::clone(id), path: Arc::clone(path), front: Arc::clone(front), mentions, rare }
    }

    /// The article whose text it carries; itself when it is its own.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.rare.as_ref().map_or(&self.id, |rare| &rare.origin)
    }

    /// Its file from the working directory, with `/`.
    #[must_use]
    pub fn file(&self) -> &str {
        self.rare.as_ref().map_or(&self.path, |rare| &rare.file)
    }
}

impl Serialize for ArticleView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let front = &self.front;
        let shown = Shown {
            id: &self.id,
            path: &self.path,
            title: front.title.as_deref(),
            outlet: front.outlet.as_deref(),
            published: front.published.as_deref(),
            language: front.language.as_deref(),
            origin: self.origin(),
        };
        shown.serialize(serializer)
    }
}

impl JsonSchema for ArticleView {
    fn schema_name() -> Cow<'static, str> {
        "ArticleView".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Shown::json_schema(generator)
    }
}
