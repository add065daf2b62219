//! What the machine output shows of an article's front matter. Most articles of an archive
//! have none, and share it.
//!
//! ```text
//! "title": "…", "outlet": "AP", "published": "2022-03-12", "language": null
//! ```

use crate::corpus::Front;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// Front matter, of which four fields are shown.
#[derive(Clone, Debug)]
pub struct FrontView(Arc<Front>);

/// These.
#[derive(Serialize, JsonSchema)]
struct Shown<'f> {
    title: Option<&'f str>,
    outlet: Option<&'f str>,
    /// As written in the front matter.
    published: Option<&'f str>,
    language: Option<&'f str>,
}

impl From<Arc<Front>> for FrontView {
    fn from(front: Arc<Front>) -> Self {
        Self(front)
    }
}

impl Deref for FrontView {
    type Target = Front;

    fn deref(&self) -> &Front {
        &self.0
    }
}

impl Serialize for FrontView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = Shown {
            title: self.title.as_deref(),
            outlet: self.outlet.as_deref(),
            published: self.published.as_deref(),
            language: self.language.as_deref(),
        };
        shown.serialize(serializer)
    }
}

impl JsonSchema for FrontView {
    fn schema_name() -> Cow<'static, str> {
        "FrontView".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Shown::json_schema(generator)
    }
}
