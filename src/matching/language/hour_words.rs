//! The words beside an hour that say which half of the day it is of, and what it is held against. A language is one table;
//! its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct HourWords {
    /// Words of a clock time that say which half of the day is meant, or that all 24 hours are counted.
    pub(in crate::matching) sure: Words,
    /// Words between two clock times that are held against each other: `21.40 against 21.52`.
    pub(in crate::matching) against: Words,
    /// Words of a question for a part of the day, with its first hour and the one after its last.
    pub(in crate::matching) parts: &'static [(Words, (i8, i8))],
}

/// English.
pub(super) static ENGLISH: HourWords = HourWords {
    sure: Words::new(&[
        "am",
        "pm",
        "a",
        "p",
        "m",
        "noon",
        "midday",
        "midnight",
        "h",
        "hours",
        "hrs",
        "morning",
        "dawn",
        "afternoon",
        "evening",
        "tonight",
        "night",
    ]),
    against: Words::new(&["against", "versus", "vs", "not", "or", "was", "than"]),
    parts: &[
        (Words::new(&["night", "overnight", "nightly"]), (18, 6)),
        (Words::new(&["evening", "tonight"]), (18, 0)),
        (Words::new(&["afternoon"]), (12, 19)),
        (Words::new(&["morning"]), (4, 12)),
    ],
};
