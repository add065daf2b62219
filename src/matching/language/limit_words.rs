//! The words beside a date that leave a side of it open, and what denies them: `by`, `not before`. A language is one
//! table; its words are folded.

use super::words::Words;
use crate::matching::passage::limits::{Limit, Limiting};

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct LimitWords {
    /// Words right beside a date that leave a side of it open: `by`, `at the latest`. The longer ones first.
    pub(in crate::matching) limits: &'static [Limiting],
    /// The first words of limits that compare: `later than`.
    pub(in crate::matching) comparing: Words,
    /// Words that are a limit only where they are denied: `not until`.
    pub(in crate::matching) until: Words,
    /// What denies such a word: `not before`.
    pub(in crate::matching) denying: Words,
    /// What takes that back, before it: `if not before`.
    pub(in crate::matching) undenying: Words,
    /// Words between the two by which something else is denied: `not long before`.
    pub(in crate::matching) undenied: Words,
    /// Words that put what is denied ahead.
    pub(in crate::matching) possible: Words,
}

/// English.
pub(super) static ENGLISH: LimitWords = LimitWords {
    limits: &[
        Limiting { words: [&["later", "than"], &[]], limit: Limit::From },
        Limiting { words: [&["earlier", "than"], &[]], limit: Limit::Before },
        Limiting { words: [&["sooner", "than"], &[]], limit: Limit::Before },
        Limiting { words: [&["on", "or", "before"], &[]], limit: Limit::UpTo },
        Limiting { words: [&["prior", "to"], &[]], limit: Limit::Before },
        Limiting { words: [&["before"], &[]], limit: Limit::Before },
        Limiting { words: [&["by"], &[]], limit: Limit::UpTo },
        Limiting { words: [&["after"], &[]], limit: Limit::From },
        Limiting { words: [&["around"], &[]], limit: Limit::About },
        Limiting { words: [&["about"], &[]], limit: Limit::About },
        Limiting { words: [&["circa"], &[]], limit: Limit::About },
        Limiting { words: [&["approximately"], &[]], limit: Limit::About },
        Limiting { words: [&["roughly"], &[]], limit: Limit::About },
        Limiting { words: [&[], &["at", "the", "latest"]], limit: Limit::UpTo },
        Limiting { words: [&[], &["at", "the", "earliest"]], limit: Limit::From },
        Limiting { words: [&[], &["or", "earlier"]], limit: Limit::UpTo },
        Limiting { words: [&[], &["or", "before"]], limit: Limit::UpTo },
        Limiting { words: [&[], &["or", "later"]], limit: Limit::From },
        Limiting { words: [&[], &["or", "after"]], limit: Limit::From },
        Limiting { words: [&[], &["or", "thereabouts"]], limit: Limit::About },
        Limiting { words: [&[], &["or", "so"]], limit: Limit::About },
    ],
    comparing: Words::new(&["later", "earlier", "sooner"]),
    until: Words::new(&["until", "till"]),
    denying: Words::new(&[
        "no", "not", "never", "nothing", "nobody", "none", "neither", "cannot", "can't", "won't", "wouldn't", "didn't",
        "doesn't", "couldn't",
    ]),
    undenying: Words::new(&["if", "or", "why", "whether", "but"]),
    undenied: Words::new(&[
        "long",
        "only",
        "just",
        "much",
        "far",
        "shortly",
        "soon",
        "immediately",
        "even",
        "clear",
        "known",
        "certain",
        "sure",
        "rule",
        "exclude",
        "if",
        "whether",
        "that",
        "or",
        "and",
        "but",
        "think",
        "believe",
        "until",
    ]),
    possible: Words::new(&["will", "may", "might", "can", "cannot", "can't", "won't", "must", "shall"]),
};
