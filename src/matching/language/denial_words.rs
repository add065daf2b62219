//! The words by which a sentence takes back or leaves open what it says, and those that let it
//! stand under a negation. A language is one table; verbs and nouns are stems, the other words
//! folded.

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct DenialWords {
    /// Verbs that turn away what is told: `dismissed claims that`.
    pub(in crate::matching) turning_away: &'static [&'static str],
    /// The same with a word behind: `ruled out`.
    pub(in crate::matching) turning_away_with: &'static [(&'static str, &'static str)],
    /// What is only held or told: `the theory that`.
    pub(in crate::matching) notions: &'static [&'static str],
    /// What is said of a thing that is not so: `it is a lie that`.
    pub(in crate::matching) untrue: &'static [&'static str],
    /// What with an infinitive says that it is not done: `has yet to`, `failed to`.
    pub(in crate::matching) undone: &'static [&'static str],
    /// What asks: `whether`.
    pub(in crate::matching) asking: &'static [&'static str],
    /// What asks behind a word of asking only: `if`.
    pub(in crate::matching) asking_behind: &'static [&'static str],
    /// Words of asking, knowing and deciding: `too early to say if`.
    pub(in crate::matching) inquiring: &'static [&'static str],
    /// What may be done with, and need not be: `three days in which to`, `the right to`.
    pub(in crate::matching) chances: &'static [&'static str],
    /// What a negation lets stand of what is said behind it: `nobody disputes that`.
    pub(in crate::matching) granted: &'static [&'static str],
    /// The same where a clause is said behind it: `did not know that`.
    pub(in crate::matching) granted_clause: &'static [&'static str],
    /// What a plan or a figure outlives when it is not done: `has not changed its plan to`.
    pub(in crate::matching) keeping: &'static [&'static str],
    /// Words behind these that make it another thing: `did not fall below`.
    pub(in crate::matching) measuring: &'static [&'static str],
    /// Words behind which a thing is taken for granted: `did not say why`.
    pub(in crate::matching) granting: &'static [&'static str],
    /// What behind such a word asks after all: `how many`.
    pub(in crate::matching) degrees: &'static [&'static str],
    /// What denies nothing behind a negation: `not only`.
    pub(in crate::matching) merely: &'static [&'static str],
    /// The words before a clause that is told.
    pub(in crate::matching) telling: &'static [&'static str],
}

/// English.
pub(super) static ENGLISH: DenialWords = DenialWords {
    turning_away: &[
        "dismiss",
        "reject",
        "refut",
        "disput",
        "debunk",
        "rebut",
        "deni",
        "doubt",
        "contradict",
        "disprov",
        "exclud",
    ],
    turning_away_with: &[("rule", "out")],
    notions: &[
        "theori",
        "idea",
        "possibl",
        "hypothesi",
        "assumpt",
        "accus",
        "belief",
        "specul",
        "view",
        "fear",
        "impress",
        "insinu",
        "charg",
    ],
    untrue: &[
        "untrue",
        "false",
        "lie",
        "lies",
        "myth",
        "hoax",
        "nonsense",
        "fiction",
        "fabrication",
        "invention",
        "wrong",
        "incorrect",
        "inaccurate",
        "rubbish",
        "legend",
    ],
    undone: &["yet", "fail", "neglect", "omit"],
    asking: &["whether"],
    asking_behind: &["if"],
    inquiring: &[
        "ask",
        "say",
        "know",
        "investig",
        "examin",
        "check",
        "clarifi",
        "decid",
        "determin",
        "establish",
        "tell",
        "wonder",
        "see",
        "out",
        "unclear",
        "clear",
        "sure",
        "certain",
        "doubt",
        "question",
        "test",
        "find",
        "learn",
        "understand",
        "consid",
        "discuss",
        "debat",
        "studi",
        "review",
        "unknown",
        "unsur",
        "uncertain",
        "inquir",
        "enquir",
        "probe",
        "explor",
        "assess",
        "judg",
        "answer",
        "reveal",
        "disclos",
    ],
    chances: &[
        "which", "right", "chanc", "opportun", "possibl", "option", "choic", "day", "week", "month", "hour", "time",
        "entitl", "free",
    ],
    granted: &[
        "explain", "disput", "doubt", "deni", "contest", "challeng", "hide", "conceal", "secret", "regret", "surpris",
        "wonder", "justifi", "comment", "apologis", "apolog", "coincid", "accid",
    ],
    granted_clause: &[
        "know",
        "awar",
        "realis",
        "realiz",
        "notic",
        "mention",
        "disclos",
        "reveal",
        "question",
        "forget",
        "forgot",
        "forgotten",
        "ignor",
    ],
    keeping: &[
        "chang",
        "alter",
        "abandon",
        "drop",
        "give",
        "withdraw",
        "withdrew",
        "withdrawn",
        "retract",
        "revers",
        "reconsid",
        "scrap",
        "revis",
        "shelv",
        "cancel",
    ],
    measuring: &[
        "below", "above", "under", "over", "to", "by", "from", "in", "for", "at", "into", "beyond", "past", "more",
        "less", "further",
    ],
    granting: &["why", "how", "when", "where", "because", "after"],
    degrees: &["many", "much", "long", "far", "often", "high", "large", "big"],
    merely: &["only", "just", "merely", "simply", "least"],
    telling: &["that", "whether", "if"],
};
