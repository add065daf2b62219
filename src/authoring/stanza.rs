//! New tables for a claims file, in canonical form.
//!
//! ```
//! use gainsay::authoring::stanza::NewClaim;
//! let claim = NewClaim { id: "elysee-6".into(), topic: "calls".into(), value: Some(6.into()), ..NewClaim::default() };
//! assert_eq!(claim.stanza(), "[[claim]]\nid = \"elysee-6\"\ntopic = \"calls\"\nvalue = 6\n");
//! ```

use super::format_claims;
use std::collections::BTreeMap;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

/// A claim to be added: its keys are those of the file.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of a claim, named in the reference")]
pub struct NewClaim {
    pub id: String,
    pub topic: String,
    pub point: Option<String>,
    pub claimant: Option<String>,
    pub article: Option<String>,
    pub quote: Option<String>,
    pub value: Option<Value>,
    pub silent: bool,
    pub during: Option<Value>,
    pub scope: BTreeMap<String, String>,
    pub note: Option<String>,
}

/// A topic to be added: its keys are those of the file.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of a topic, named in the reference")]
pub struct NewTopic {
    pub id: String,
    pub question: String,
    pub kind: String,
    pub unit: Option<String>,
    pub wording: Option<String>,
    pub claimants: Vec<String>,
    pub patterns: Vec<String>,
    pub matches: Vec<String>,
    pub rejects: Vec<String>,
    pub facets: Vec<NewFacet>,
    pub options: Vec<NewChoice>,
    pub points: Vec<NewPoint>,
}

/// A dimension of scope of a new topic.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of a facet, named in the reference")]
pub struct NewFacet {
    pub id: String,
    pub default: Option<String>,
    pub options: Vec<NewChoice>,
}

/// One answer of several, and how texts give it.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of an option, named in the reference")]
pub struct NewChoice {
    pub id: String,
    pub patterns: Vec<String>,
}

/// A point of a new readout.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of a point, named in the reference")]
pub struct NewPoint {
    pub id: String,
    pub question: String,
    pub patterns: Vec<String>,
    pub options: Vec<NewChoice>,
}

/// A claimant or an entity to be added.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of a name, named in the reference")]
pub struct NewNamed {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
}

/// A ruling to be recorded: its keys are those of the file.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the keys of a ruling, named in the reference")]
pub struct NewRuling {
    pub finding: String,
    pub verdict: String,
    pub claim: Option<String>,
    pub by: String,
    pub on: Option<Value>,
    pub until: Option<Value>,
    pub note: Option<String>,
}

impl NewClaim {
    /// Its table.
    #[must_use]
    pub fn stanza(&self) -> String {
        let mut keys = Keys::default();
        keys.text("id", Some(&self.id));
        keys.text("topic", Some(&self.topic));
        keys.text("point", self.point.as_ref());
        keys.text("claimant", self.claimant.as_ref());
        keys.text("article", self.article.as_ref());
        keys.text("quote", self.quote.as_ref());
        keys.value("value", self.value.as_ref());
        keys.value("silent", self.silent.then(|| Value::from(true)).as_ref());
        keys.value("during", self.during.as_ref());
        let scope: InlineTable = self.scope.iter().map(|(facet, option)| (facet.as_str(), option.as_str())).collect();
        keys.value("scope", (!scope.is_empty()).then(|| Value::InlineTable(scope)).as_ref());
        keys.text("note", self.note.as_ref());
        keys.stanza("claim")
    }
}

impl NewTopic {
    /// Its table.
    #[must_use]
    pub fn stanza(&self) -> String {
        let mut keys = Keys::default();
        keys.text("id", Some(&self.id));
        keys.text("question", Some(&self.question));
        keys.text("kind", Some(&self.kind));
        keys.text("unit", self.unit.as_ref());
        keys.text("wording", self.wording.as_ref());
        keys.list("claimants", &self.claimants);
        keys.list("match", &self.patterns);
        keys.list("matches", &self.matches);
        keys.list("rejects", &self.rejects);
        keys.tables("facet", self.facets.iter().map(NewFacet::table));
        keys.tables("option", self.options.iter().map(NewChoice::table));
        keys.tables("point", self.points.iter().map(NewPoint::table));
        keys.stanza("topic")
    }
}

impl NewFacet {
    fn table(&self) -> Table {
        let mut keys = Keys::default();
        keys.text("id", Some(&self.id));
        keys.text("default", self.default.as_ref());
        let inline = |option: &NewChoice| Value::InlineTable(option.table().into_inline_table());
        let options: Array = self.options.iter().map(inline).collect();
        keys.value("options", Some(&Value::Array(options)));
        keys.0
    }
}

impl NewChoice {
    fn table(&self) -> Table {
        let mut keys = Keys::default();
        keys.text("id", Some(&self.id));
        keys.list("match", &self.patterns);
        keys.0
    }
}

impl NewPoint {
    fn table(&self) -> Table {
        let mut keys = Keys::default();
        keys.text("id", Some(&self.id));
        keys.text("question", Some(&self.question));
        keys.list("match", &self.patterns);
        keys.tables("option", self.options.iter().map(NewChoice::table));
        keys.0
    }
}

impl NewNamed {
    /// Its table, of `claimant` or `entity`.
    #[must_use]
    pub fn stanza(&self, table: &str) -> String {
        let mut keys = Keys::default();
        keys.text("id", Some(&self.id));
        keys.text("name", Some(&self.name));
        keys.list("aliases", &self.aliases);
        keys.stanza(table)
    }
}

impl NewRuling {
    /// Its table.
    #[must_use]
    pub fn stanza(&self) -> String {
        Keys(self.table()).stanza("ruling")
    }

    /// Its keys.
    pub(super) fn table(&self) -> Table {
        let mut keys = Keys::default();
        keys.text("finding", Some(&self.finding));
        keys.text("verdict", Some(&self.verdict));
        keys.text("claim", self.claim.as_ref());
        keys.text("by", Some(&self.by));
        keys.value("on", self.on.as_ref());
        keys.value("until", self.until.as_ref());
        keys.text("note", self.note.as_ref());
        keys.0
    }
}

/// The keys of a table in the making.
#[derive(Default)]
struct Keys(Table);

impl Keys {
    fn text(&mut self, key: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.0.insert(key, value(text.as_str()));
        }
    }

    fn value(&mut self, key: &str, of: Option<&Value>) {
        if let Some(of) = of {
            self.0.insert(key, value(of.clone()));
        }
    }

    fn list(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.0.insert(key, value(texts.iter().collect::<Array>()));
        }
    }

    fn tables(&mut self, key: &str, of: impl Iterator<Item = Table>) {
        let tables: ArrayOfTables = of.collect();
        if !tables.is_empty() {
            self.0.insert(key, Item::ArrayOfTables(tables));
        }
    }

    fn stanza(self, name: &str) -> String {
        let mut tables = ArrayOfTables::new();
        tables.push(self.0);
        let mut document = DocumentMut::new();
        document.insert(name, Item::ArrayOfTables(tables));
        let text = document.to_string();
        format_claims(&text).unwrap_or(text)
    }
}
