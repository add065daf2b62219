//! The words by which a sentence gives another number for what the one before it counts. A
//! language is one table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct FigureWords {
    /// What a number is called that was given just before: `the figure`.
    pub(in crate::matching) nouns: Words,
    /// What stands at a number, so that whoever has it there says so: `has support for the plan at 58 percent`.
    pub(in crate::matching) levels: Words,
    /// Verbs that give it: `put the figure at`.
    pub(in crate::matching) giving: Words,
    /// Small words between such a verb, such a noun and the number.
    pub(in crate::matching) small: Words,
    /// Words of saying that have a number right behind them: `spoke of 9,000`.
    pub(in crate::matching) telling: &'static [&'static [&'static str]],
}

/// English.
pub(super) static ENGLISH: FigureWords = FigureWords {
    nouns: Words::new(&["figure", "number", "total", "toll", "count", "tally", "estimate", "turnout"]),
    levels: Words::new(&[
        "support",
        "backing",
        "approval",
        "opposition",
        "turnout",
        "inflation",
        "unemployment",
        "growth",
        "toll",
        "crowd",
        "number",
        "figure",
        "total",
        "count",
        "tally",
    ]),
    giving: Words::new(&[
        "put",
        "puts",
        "gave",
        "gives",
        "placed",
        "places",
        "estimated",
        "estimates",
        "set",
        "sets",
        "has",
        "had",
    ]),
    small: Words::new(&[
        "the", "that", "their", "its", "his", "her", "own", "at", "as", "to", "be", "of", "is", "was", ":", "it",
        "only", "just",
    ]),
    telling: &[
        &["spoke", "of"],
        &["speaks", "of"],
        &["speak", "of"],
        &["spoke", "only", "of"],
        &["talked", "of"],
        &["counted"],
        &["counted", "only"],
        &["counts"],
        &["put", "it", "at"],
        &["puts", "it", "at"],
    ],
};
