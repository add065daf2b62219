//! The JSON Schemas of `claims.toml` and of the front matter of articles, for
//! editors that complete and check while somebody types.
//!
//! The loader walks a file by hand, to tell every mistake at its place; these
//! types mirror what it knows, for people's editors only. A test holds their
//! keys to those of the loader.
//!
//! ```
//! let schema: serde_json::Value = serde_json::from_str(&gainsay::authoring::schema::claims_schema()).unwrap();
//! assert_eq!(schema["properties"]["version"]["const"], 1);
//! ```

#![expect(dead_code, reason = "the fields are read by the derive only")]

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The schema of `claims.toml`.
#[must_use]
pub fn claims_schema() -> String {
    written::<ClaimsFile>()
}

/// The schema of the front matter of articles.
#[must_use]
pub fn front_matter_schema() -> String {
    written::<FrontMatter>()
}

fn written<T: JsonSchema>() -> String {
    // The editors that know `#:schema` read draft 7.
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    format!("{text}\n")
}

/// Claims: who says what, in which article, in which words.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "claims.toml")]
struct ClaimsFile {
    /// The version of the format.
    version: Version,
    /// Where the articles are.
    corpus: Option<CorpusTable>,
    /// Who states things.
    claimant: Option<Vec<NamedTable>>,
    /// Whom and what the topics talk about.
    entity: Option<Vec<NamedTable>>,
    /// What happened when.
    event: Option<Vec<EventTable>>,
    /// The questions that sources answer.
    topic: Option<Vec<TopicTable>>,
    /// What sources answer.
    claim: Option<Vec<ClaimTable>>,
    /// What editors decided about findings.
    ruling: Option<Vec<RulingTable>>,
}

/// Where the articles are.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CorpusTable {
    /// Files, folders or globs, relative to this file.
    paths: Vec<String>,
}

/// A claimant or an entity.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct NamedTable {
    /// Letters, digits, -, _ and .; patterns say {id}.
    id: Id,
    /// What reports call it.
    name: String,
    /// Other names that texts use.
    aliases: Option<Vec<String>>,
}

/// What happened when, so that "since the invasion" has a date.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct EventTable {
    /// Letters, digits, -, _ and .; patterns say {id}.
    id: Id,
    /// What reports call it.
    name: String,
    /// When it happened.
    on: Option<DateText>,
    /// Other names that texts use.
    aliases: Option<Vec<String>>,
}

/// A question that sources answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct TopicTable {
    /// Letters, digits, -, _ and .
    id: Id,
    /// As shown to people.
    question: String,
    /// What sort of value answers it.
    kind: KindName,
    /// The unit in which values are reported: call, minute, hectare, EUR.
    unit: Option<String>,
    /// The words of a quote topic.
    wording: Option<String>,
    /// The event from which a tally counts that only grows.
    since: Option<String>,
    /// Only statements about that time.
    during: Option<DateText>,
    /// Only look in these articles.
    articles: Option<Vec<String>>,
    /// Only look in articles published then.
    published: Option<DateText>,
    /// Only statements with these facets: facet = "option".
    only: Option<BTreeMap<String, String>>,
    /// The sides of a readout.
    claimants: Option<Vec<String>>,
    /// What else a readout shows of its meeting: ids of topics.
    facts: Option<Vec<String>>,
    /// The topics that add up to this one.
    parts: Option<Vec<String>>,
    /// The topic that this is a part of.
    total: Option<String>,
    /// The event whose date this is.
    dates: Option<String>,
    /// The two dated things that a length lies between, the earlier first.
    between: Option<Vec<String>>,
    /// The score below which a match does not count, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    threshold: Option<f64>,
    /// How texts say it: phrases with {value}; (a|b), [optional], ... is a gap.
    #[schemars(rename = "match")]
    patterns: Option<Vec<String>>,
    /// Texts that must match; `gainsay lint` runs them.
    matches: Option<Vec<String>>,
    /// Texts that must not match.
    rejects: Option<Vec<String>>,
    /// Known misses, told once they match.
    limits: Option<Vec<String>>,
    /// For people.
    note: Option<String>,
    /// Dimensions of scope, read from the text around the value.
    facet: Option<Vec<FacetTable>>,
    /// The answers of a choice.
    option: Option<Vec<OptionTable>>,
    /// What a readout compares.
    point: Option<Vec<PointTable>>,
}

/// A dimension of scope.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FacetTable {
    /// Letters, digits, -, _ and .
    id: Id,
    /// The option meant where the text says nothing.
    default: Option<String>,
    /// What it can be.
    options: Vec<OptionTable>,
}

/// One of several answers.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OptionTable {
    /// Letters, digits, -, _ and .
    id: Id,
    /// How texts say it.
    #[schemars(rename = "match")]
    patterns: Vec<String>,
}

/// One point of a readout.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct PointTable {
    /// Letters, digits, -, _ and .
    id: Id,
    /// As shown to people.
    question: String,
    /// How texts say it.
    #[schemars(rename = "match")]
    patterns: Option<Vec<String>>,
    /// Where the sides can give different answers.
    option: Option<Vec<OptionTable>>,
}

/// One answer, with its evidence.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ClaimTable {
    /// Letters, digits, -, _ and .
    id: Id,
    /// The topic that it is on.
    topic: String,
    /// The point of a readout.
    point: Option<String>,
    /// Who says it; leave it out where the outlet speaks for itself.
    claimant: Option<String>,
    /// The article: its file name without the ending.
    article: Option<String>,
    /// The words of the article.
    quote: Option<String>,
    /// What it states: a number, a date, or as a text would: "more than 20".
    value: Option<ValueText>,
    /// The claimant's account leaves the topic, or the point, out.
    silent: Option<bool>,
    /// The period that the value is about.
    during: Option<DateText>,
    /// Its facets: facet = "option".
    scope: Option<BTreeMap<String, String>>,
    /// For people.
    note: Option<String>,
}

/// What an editor decided about a finding.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RulingTable {
    /// The finding's fingerprint.
    #[schemars(regex(pattern = "^[0-9a-f]{16}$"))]
    finding: String,
    /// What was decided.
    verdict: VerdictName,
    /// The claim that the verdict favours.
    claim: Option<String>,
    /// Who decided.
    by: String,
    /// When.
    on: DateText,
    /// The last day it holds.
    until: Option<DateText>,
    /// Why.
    note: Option<String>,
}

/// What stands between +++ above an article.
#[derive(JsonSchema)]
#[schemars(title = "front matter of an article")]
struct FrontMatter {
    /// Its headline.
    title: Option<String>,
    /// Who publishes it.
    outlet: Option<String>,
    /// Who wrote it.
    author: Option<String>,
    /// When: 2022-05-04, "2022-10".
    published: Option<DateText>,
    /// Where it is found.
    url: Option<String>,
    /// Its language: en.
    language: Option<String>,
    /// Whose readout the text is.
    claimant: Option<String>,
    /// Ids of articles that it takes over.
    cites: Option<Vec<String>>,
    /// For people.
    note: Option<String>,
}

/// A schema written by hand: what a derive cannot say.
macro_rules! by_hand {
    ($name:ident, $schema:tt) => {
        struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

by_hand!(Version, { "const": 1 });
by_hand!(Id, { "type": "string", "pattern": "^[\\p{L}\\p{N}._-]+$" });
by_hand!(DateText, { "type": "string" });
by_hand!(ValueText, { "type": ["string", "number"] });

struct KindName;

impl JsonSchema for KindName {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "kind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": crate::value::Kind::ALL.map(crate::value::Kind::name) })
    }
}

struct VerdictName;

impl JsonSchema for VerdictName {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "verdict".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": crate::claims::Verdict::ALL.map(crate::claims::Verdict::name) })
    }
}
