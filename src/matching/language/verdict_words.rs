//! The words by which a fact-check sets out a claim and judges it. A language is one table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct VerdictWords {
    /// What it calls what it judges: `Claim 6:`.
    pub(in crate::matching) claims: Words,
    /// Those of them that say already that it is not so.
    pub(in crate::matching) myths: Words,
    /// What stands before its verdict: `our verdict:`.
    pub(in crate::matching) opening: Words,
    /// What it says of what is not so, besides the words for what is untrue.
    pub(in crate::matching) against: Words,
    /// What it says of what is so.
    pub(in crate::matching) for_it: Words,
    /// Words before either by which it is so in part.
    pub(in crate::matching) partly: Words,
    /// Phrases that say of a thing that it is not so.
    pub(in crate::matching) phrases: &'static [&'static [&'static str]],
}

/// English.
pub(super) static ENGLISH: VerdictWords = VerdictWords {
    claims: Words::new(&["claim", "myth", "rumour", "rumor", "allegation", "assertion"]),
    myths: Words::new(&["myth"]),
    opening: Words::new(&[
        "our",
        "the",
        "verdict",
        "rating",
        "ruling",
        "conclusion",
        ":",
        "*",
        "this",
        "that",
        "is",
        "a",
        "it",
    ]),
    against: Words::new(&[
        "misleading",
        "bogus",
        "debunked",
        "unproven",
        "falsehood",
        "distorted",
        "unsupported",
        "unsubstantiated",
        "unverified",
    ]),
    for_it: Words::new(&["true", "correct", "right", "accurate", "confirmed"]),
    partly: Words::new(&[
        "partly",
        "partially",
        "mostly",
        "largely",
        "half",
        "entirely",
        "completely",
        "wholly",
        "quite",
        "simply",
    ]),
    phrases: &[
        &["pants", "on", "fire"],
        &["not", "so"],
        &["made", "up"],
        &["wide", "of", "the", "mark"],
        &["no", "evidence"],
        &["no", "proof"],
        &["without", "evidence"],
        &["lacks", "evidence"],
    ],
};
