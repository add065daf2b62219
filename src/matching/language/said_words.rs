//! The nouns for what somebody says: their boast, their line that something is so; and those that are a verb as well. A
//! language is one table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct SaidWords {
    /// What somebody says, as a thing: `the union's boast that`.
    pub(in crate::matching) assertions: Words,
    /// What says, with a `that` behind it, what whoever it is of says: `the ministry's line that`.
    pub(in crate::matching) contents: Words,
    /// Verbs of saying in the plural that are nouns in the singular: `officials note`, `a ransom note`.
    pub(in crate::matching) nouns: Words,
    /// Those who are several without an `s`.
    pub(in crate::matching) plurals: Words,
}

/// English.
pub(super) static ENGLISH: SaidWords = SaidWords {
    assertions: Words::new(&[
        "boast",
        "boasts",
        "contention",
        "assertion",
        "insistence",
        "allegation",
        "allegations",
        "belief",
        "conviction",
        "warning",
        "complaint",
        "argument",
        "conclusion",
        "conclusions",
        "finding",
        "findings",
    ]),
    contents: Words::new(&[
        "line",
        "position",
        "stance",
        "message",
        "theory",
        "thesis",
        "reminder",
        "admission",
        "admissions",
        "acknowledgement",
        "acknowledgment",
        "concession",
        "disclosure",
        "disclosures",
        "revelation",
        "revelations",
        "reply",
        "assurance",
        "assurances",
        "reassurance",
        "reassurances",
        "guarantee",
        "explanation",
        "excuse",
        "forecast",
        "suspicion",
        "verdict",
        "testimony",
        "evidence",
        "view",
        "hint",
        "hints",
        "impression",
        "story",
        "narrative",
        "refrain",
        "mantra",
        "retort",
        "rejoinder",
        "tale",
        "posture",
    ]),
    nouns: Words::new(&[
        "note", "claim", "report", "estimate", "count", "tally", "state", "boast", "quote", "list", "rule", "answer",
        "reply", "comment", "record", "log", "show", "view", "guess", "forecast", "project", "object", "address",
    ]),
    plurals: Words::new(&["police", "people", "staff", "media", "men", "women", "children", "crew", "clergy", "both"]),
};
