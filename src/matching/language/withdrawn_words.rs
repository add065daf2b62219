//! The words by which a text says that a statement is not so, or was taken back by whoever made it. A language is one
//! table; verbs are stems, but for those of taking back, and other words folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct WithdrawnWords {
    /// Words that say that what was printed is not so: `misstated the number as`.
    pub(in crate::matching) mistaken: Words,
    /// Forms of taking back what was said: `has withdrawn the figure`.
    pub(in crate::matching) withdrawing: Words,
    /// Phrases for saying it no more: `has stopped using the figure`.
    pub(in crate::matching) stopping: &'static [&'static [&'static str]],
    /// What an offer is that another followed: a `first` offer.
    pub(in crate::matching) first: Words,
    /// Stems of what somebody does who gives up what he said for what another says.
    pub(in crate::matching) accepting: Words,
    /// What was done with such an offer: it was `turned down`.
    pub(in crate::matching) turned_down: &'static [&'static [&'static str]],
    /// Verbs of those who print a thing: what they have wrong is nobody's statement.
    pub(in crate::matching) printing: Words,
    /// Whom what was printed is told of: `he was never arrested`.
    pub(in crate::matching) subjects: Words,
    /// What is said of a report that is not so, as a noun: `that is a slip`.
    pub(in crate::matching) slips: Words,
    /// What is said of a report that is not so.
    pub(in crate::matching) untrue: Words,
    /// What is passed around with no name to it: `a post says`.
    pub(in crate::matching) unsigned: Words,
    /// Verbs that say so of it without an `is`: `called reports false`.
    pub(in crate::matching) calling: Words,
    /// What a report does not do that is not so: `does not correspond to reality`.
    pub(in crate::matching) holding: Words,
}

/// English.
pub(super) static ENGLISH: WithdrawnWords = WithdrawnWords {
    mistaken: Words::new(&[
        "misstated",
        "misreported",
        "wrongly",
        "mistakenly",
        "incorrectly",
        "erroneously",
        "falsely",
    ]),
    withdrawing: Words::new(&[
        "withdrew",
        "withdrawn",
        "withdraws",
        "retracted",
        "retracts",
        "recanted",
        "disowned",
        "corrected",
        "corrects",
    ]),
    stopping: &[
        &["stopped", "using"],
        &["stopped", "citing"],
        &["stopped", "quoting"],
        &["stopped", "giving"],
        &["stopped", "repeating"],
        &["no", "longer", "uses"],
        &["no", "longer", "cites"],
        &["no", "longer", "quotes"],
        &["no", "longer", "gives"],
        &["no", "longer", "repeats"],
        &["no", "longer", "stands", "by"],
    ],
    first: Words::new(&["first", "earlier", "initial", "previous", "opening", "original", "second"]),
    accepting: Words::new(&["accept", "agre", "conced", "acknowledg"]),
    turned_down: &[
        &["turned", "down"],
        &["rejected"],
        &["rebuffed"],
        &["refused"],
        &["declined"],
        &["spurned"],
        &["thrown", "out"],
        &["voted", "down"],
    ],
    subjects: Words::new(&["he", "she", "it", "they"]),
    printing: Words::new(&["report", "wrote", "written", "print", "publish", "misreport", "misstat"]),
    slips: Words::new(&["slip", "mistake", "error", "misprint", "typo", "misreport"]),
    untrue: Words::new(&[
        "false",
        "untrue",
        "wrong",
        "fake",
        "baseless",
        "unfounded",
        "fabricated",
        "exaggerated",
        "nonsense",
        "invented",
        "incorrect",
        "inaccurate",
        "fiction",
        "lie",
        "lies",
        "myth",
        "hoax",
        "rubbish",
    ]),
    unsigned: Words::new(&[
        "post", "posts", "tweet", "blog", "site", "website", "headline", "meme", "video", "leaflet", "message",
        "rumour", "rumor", "hoax", "email",
    ]),
    calling: Words::new(&["call", "brand", "label", "describ", "deem", "rate", "rule", "judg"]),
    holding: Words::new(&["true", "correspond", "correct", "accur", "right"]),
};
