//! The words by which a level has a day: what it was published in, and what it is measured by. A language is
//! one table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct LevelWords {
    /// Phrases before the name of an event on whose day something was so: `when the bid was announced`.
    pub(in crate::matching) at_event: &'static [&'static [&'static str]],
    /// What a level stands in that has a day: `its filing of 9 May shows`.
    pub(in crate::matching) papers: Words,
    /// What something is measured by that has a day of its own: `above Friday's close`.
    pub(in crate::matching) bases: Words,
    /// What such a thing is called besides.
    pub(in crate::matching) undisturbed: Words,
    /// Words that set a number against it.
    pub(in crate::matching) measuring: Words,
    /// What a number is that is measured: `a premium to`, `a rise on`.
    pub(in crate::matching) margins: Words,
}

/// English.
pub(super) static ENGLISH: LevelWords = LevelWords {
    at_event: &[
        &["when"],
        &["at"],
        &["at", "the", "time", "of"],
        &["at", "the", "moment", "of"],
        &["on", "the", "day"],
        &["on", "the", "day", "of"],
        &["the", "day"],
    ],
    papers: Words::new(&["filing", "filings", "accounts", "register", "disclosure", "return"]),
    bases: Words::new(&["price", "prices", "close", "level", "levels", "rate", "value", "valuation", "opening"]),
    undisturbed: Words::new(&["undisturbed", "closing", "last", "previous", "average", "market", "share", "opening"]),
    measuring: Words::new(&["above", "below", "over", "under", "than", "against", "from", "beneath"]),
    margins: Words::new(&[
        "premium",
        "discount",
        "rise",
        "increase",
        "gain",
        "improvement",
        "drop",
        "fall",
        "markup",
        "%",
        "percent",
        "cent",
    ]),
};
