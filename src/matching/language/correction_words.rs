//! The words by which a sentence says that it corrects the one before it. A
//! language is one table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct CorrectionWords {
    /// What was printed, and may be corrected: `article`.
    pub(in crate::matching) printed: Words,
    /// Words that say that what follows is right: `the correct figure`.
    pub(in crate::matching) right: Words,
    /// Forms of the verb between what is meant and its value: `it was 52`.
    pub(in crate::matching) being: Words,
    /// What stands between a value and the place that it alone is of: `12,000 in Lyon`.
    pub(in crate::matching) placing: Words,
    /// What behind them is no place: `in all`.
    pub(in crate::matching) whole: Words,
    /// What names a correction at the head of a sentence.
    pub(in crate::matching) heads: Words,
    /// What else may open a correction.
    pub(in crate::matching) opening: Words,
}

/// English.
pub(super) static ENGLISH: CorrectionWords = CorrectionWords {
    printed: Words::new(&[
        "article",
        "story",
        "version",
        "report",
        "headline",
        "graphic",
        "caption",
        "chart",
        "item",
        "column",
        "post",
        "newsletter",
        "dispatch",
        "table",
        "entry",
        "we",
    ]),
    right: Words::new(&["correct", "actual", "true", "right", "real", "fact", "reality", "actually"]),
    being: Words::new(&["was", "is", "were", "are", "be", "been", "read"]),
    placing: Words::new(&["in", "at", "on", "near", "outside", "along", "across", "among", "for", "around"]),
    whole: Words::new(&["all", "total", "fact", "reality", "truth", "sum"]),
    heads: Words::new(&["correction", "corrections", "corrected", "clarification"]),
    opening: Words::new(&[
        "it", "this", "the", "in", ",", "figure", "number", "total", "toll", "count", "amount", "sum", "share", "rate",
        "date", "should", "have",
    ]),
};
