//! The words that tell one thing from another: what rules out what, what means only one of several, by what people
//! are counted. A language is one table.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct ContrastWords {
    /// Families of meanings that rule each other out, each meaning a row of
    /// stems: who was killed was not injured.
    pub(in crate::matching) families: &'static [&'static [&'static [&'static str]]],
    /// Words by which one of several is meant, and without which it may be any: `the longest call`.
    pub(in crate::matching) singling_out: Words,
    /// Nouns by which people are counted, besides those for whoever does something.
    pub(in crate::matching) people: Words,
    /// What stands before a number by which another is measured.
    pub(in crate::matching) measured_by: &'static [(&'static str, &'static str)],
}

/// English.
pub(super) static ENGLISH: ContrastWords = ContrastWords {
    families: &[
        &[
            &["die", "kill", "perish", "dead", "death", "fatal", "drown"],
            &["injur", "hurt", "wound"],
            &["miss", "unaccount"],
            &["arrest", "detain"],
            &["rescu", "surviv"],
        ],
        &[&["favour", "favor", "support", "back", "approv", "endors"], &["oppos", "reject", "disapprov"]],
        &[&["import"], &["export"]],
        &[&["buy", "bought", "purchas"], &["sell", "sold"]],
        &[&["man", "men"], &["woman", "women"], &["child", "children"]],
    ],
    singling_out: Words::new(&[
        "longest",
        "shortest",
        "largest",
        "biggest",
        "smallest",
        "highest",
        "lowest",
        "tallest",
        "oldest",
        "youngest",
        "fastest",
        "slowest",
        "heaviest",
        "deepest",
        "deadliest",
        "costliest",
        "busiest",
        "hottest",
        "coldest",
        "wettest",
        "strongest",
        "earliest",
        "worst",
    ]),
    people: Words::new(&[
        "victim", "casualty", "pupil", "child", "hostage", "woman", "job", "life", "death", "troop", "girl", "boy",
    ]),
    measured_by: &[("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"), ("as", "against")],
};
