//! The keys of each table of `claims.toml`, in the order of its canonical
//! form: what the loader knows, what `fmt` sorts by and what the schema has.
//!
//! ```
//! use gainsay::claims::keys;
//! assert_eq!(keys::of(&["topic", "facet"]), Some(&keys::FACET[..]));
//! assert_eq!(keys::of(&["claim", "scope"]), None);
//! ```

/// The whole file.
pub const FILE: [&str; 8] = ["version", "corpus", "claimant", "entity", "event", "topic", "claim", "ruling"];
/// `[corpus]`.
pub const CORPUS: [&str; 1] = ["paths"];
/// `[[claimant]]` and `[[entity]]`.
pub const NAMED: [&str; 3] = ["id", "name", "aliases"];
/// `[[event]]`.
pub const EVENT: [&str; 4] = ["id", "name", "on", "aliases"];
/// `[[topic]]`.
pub const TOPIC: [&str; 25] = [
    "id",
    "question",
    "kind",
    "unit",
    "wording",
    "since",
    "during",
    "articles",
    "published",
    "only",
    "claimants",
    "facts",
    "parts",
    "total",
    "dates",
    "between",
    "threshold",
    "match",
    "matches",
    "rejects",
    "limits",
    "note",
    "facet",
    "option",
    "point",
];
/// `[[topic.facet]]`.
pub const FACET: [&str; 3] = ["id", "default", "options"];
/// `[[topic.option]]`, the options of a facet and those of a point.
pub const OPTION: [&str; 2] = ["id", "match"];
/// `[[topic.point]]`.
pub const POINT: [&str; 4] = ["id", "question", "match", "option"];
/// `[[claim]]`.
pub const CLAIM: [&str; 11] =
    ["id", "topic", "point", "claimant", "article", "quote", "value", "silent", "during", "scope", "note"];

/// `[[ruling]]`.
pub const RULING: [&str; 7] = ["finding", "verdict", "claim", "by", "on", "until", "note"];

/// The keys of the table at a path; `None` where the user chooses them (a
/// scope), or nothing is known of the path.
#[must_use]
pub fn of(path: &[&str]) -> Option<&'static [&'static str]> {
    Some(match path {
        [] => &FILE,
        ["corpus"] => &CORPUS,
        ["claimant" | "entity"] => &NAMED,
        ["event"] => &EVENT,
        ["topic"] => &TOPIC,
        ["topic", "facet"] => &FACET,
        ["topic", "facet", "options"] | ["topic", "option"] | ["topic", "point", "option"] => &OPTION,
        ["topic", "point"] => &POINT,
        ["claim"] => &CLAIM,
        ["ruling"] => &RULING,
        _ => return None,
    })
}
