//! The words by which the head of a text says that it is what somebody gave out. A language is one table; its words are
//! folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct DocumentWords {
    /// What such a text is called: `press release`.
    pub(in crate::matching) titles: &'static [&'static [&'static str]],
    /// What stands between that and whose it is: transcript `of`.
    pub(in crate::matching) of: Words,
    /// Those of the words for it that are verbs elsewhere.
    pub(in crate::matching) nouns: Words,
    /// What stands below its end.
    pub(in crate::matching) ends: &'static [&'static [&'static str]],
    /// What somebody gives out, that a quotation behind it is from: a `statement`.
    pub(in crate::matching) given_out: Words,
    /// What somebody does to be heard, with the word behind it: `speaking to` reporters.
    pub(in crate::matching) addressing: &'static [(&'static str, &'static str)],
    /// What somebody does in a speech, with or by something: `opens` with an apology.
    pub(in crate::matching) speeches: Words,
    /// What announces that such a thing is there: `we have had` a response from the firm.
    pub(in crate::matching) announcing: Words,
}

/// English.
pub(super) static ENGLISH: DocumentWords = DocumentWords {
    titles: &[
        &["transcript"],
        &["full", "transcript"],
        &["full", "text"],
        &["statement"],
        &["full", "statement"],
        &["press", "statement"],
        &["press", "release"],
        &["news", "release"],
        &["media", "release"],
        &["media", "statement"],
        &["for", "immediate", "release"],
    ],
    of: Words::new(&["of", "by", "from", ":", "-", "–", "—"]),
    nouns: Words::new(&["statement", "statements", "release", "transcript", "text", "remarks", "speech", "address"]),
    ends: &[&["ends"], &["end"], &["notes", "to", "editors"], &["note", "to", "editors"], &["media", "contact"]],
    given_out: Words::new(&[
        "statement",
        "statements",
        "response",
        "reply",
        "rebuttal",
        "denial",
        "apology",
        "reaction",
        "comment",
        "comments",
        "letter",
        "message",
        "note",
        "post",
        "tweet",
        "email",
        "video",
        "report",
        "communique",
    ]),
    addressing: &[
        ("speaking", "to"),
        ("spoke", "to"),
        ("spoken", "to"),
        ("speaks", "to"),
        ("talking", "to"),
        ("talked", "to"),
        ("giving", "evidence"),
        ("gave", "evidence"),
        ("given", "evidence"),
        ("hit", "back"),
        ("hits", "back"),
        ("hitting", "back"),
    ],
    speeches: Words::new(&[
        "starts",
        "started",
        "begins",
        "began",
        "opens",
        "opened",
        "ends",
        "ended",
        "closes",
        "closed",
        "concludes",
        "concluded",
        "continues",
        "continued",
        "follows",
        "followed",
    ]),
    announcing: Words::new(&[
        "we", "we've", "have", "had", "here", "is", "here's", "this", "the", "a", "an", "just", "now", "also", "been",
        "received", "got", "and", "there", "with",
    ]),
};
