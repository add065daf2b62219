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
    /// What a line begins with that has it.
    pub(in crate::matching) lines: Words,
    /// What it says of what is not so, besides the words for what is untrue.
    pub(in crate::matching) against: Words,
    /// What it says of what is so.
    pub(in crate::matching) for_it: Words,
    /// Words before either by which it is so in part.
    pub(in crate::matching) partly: Words,
    /// Phrases that say of a thing that it is not so.
    pub(in crate::matching) phrases: &'static [&'static [&'static str]],
    /// What such a thing does, with no `is` before it.
    pub(in crate::matching) failing: &'static [&'static [&'static str]],
    /// What it does not.
    pub(in crate::matching) holding: &'static [&'static [&'static str]],
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
    lines: Words::new(&["verdict", "rating", "ruling", "conclusion"]),
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
        "overstated",
        "overblown",
        "inflated",
        "exaggeration",
        "overstatement",
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
        &["out", "by"],
        &["off", "by"],
        &["way", "off"],
        &["well", "off"],
        &["far", "off"],
        &["far", "too", "high"],
        &["far", "too", "low"],
        &["much", "too", "high"],
        &["much", "too", "low"],
        &["times", "too", "high"],
        &["times", "too", "low"],
        &["not", "supported"],
        &["not", "backed"],
        &["not", "borne", "out"],
    ],
    failing: &[
        &["misses", "the", "mark"],
        &["miss", "the", "mark"],
        &["has", "no", "basis"],
        &["have", "no", "basis"],
        &["has", "no", "foundation"],
        &["have", "no", "foundation"],
        &["lacks", "any", "basis"],
        &["lack", "any", "basis"],
    ],
    holding: &[
        &["stand", "up"],
        &["hold", "water"],
        &["hold", "up"],
        &["add", "up"],
        &["check", "out"],
        &["survive", "scrutiny"],
        &["withstand", "scrutiny"],
        &["bear", "scrutiny"],
    ],
};
