//! An article as reports show it. An archive has many, of which little is known: what few
//! have is held apart, and the rest is shared with the corpus.
//!
//! ```text
//! "id": "ap", "path": "ap.txt", "title": "…", "outlet": "AP", "published": "2022-03-12", …
//! ```

use crate::corpus::{Article, SharedFront};
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
    pub front: SharedFront,
    rare: Option<Box<Rare>>,
}

/// What few articles have.
#[derive(Clone, Debug)]
struct Rare {
    origin: Option<Arc<str>>,
    mentions: usize,
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
    pub(super) fn new(article: &Article, mentions: usize, origin: &Arc<str>) -> Self {
        let Article { id, path, front, .. } = article;
        let origin = (id != origin).then(|| Arc::clone(origin));
        let rare = (origin.is_some() || mentions > 0).then(|| Box::new(Rare { origin, mentions }));
        Self { id: Arc::clone(id), path: Arc::clone(path), front: front.clone(), rare }
    }

    /// The article whose text it carries; itself when it is its own.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.rare.as_ref().and_then(|rare| rare.origin.as_ref()).unwrap_or(&self.id)
    }

    /// How many mentions it has, over all topics.
    #[must_use]
    pub fn mentions(&self) -> usize {
        self.rare.as_ref().map_or(0, |rare| rare.mentions)
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
