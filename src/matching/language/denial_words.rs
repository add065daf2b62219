//! The words by which a sentence takes back or leaves open what it says, and those that let it
//! stand under a negation. A language is one table; verbs and nouns are stems, the other words
//! folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct DenialWords {
    /// Verbs that turn away what is told: `dismissed claims that`.
    pub(in crate::matching) turning_away: Words,
    /// Their forms, as they stand within a statement: `Railco denied that it cancelled`.
    pub(in crate::matching) denying: Words,
    /// The same with a word behind: `ruled out`.
    pub(in crate::matching) turning_away_with: &'static [(&'static str, &'static str)],
    /// What is only held or told: `the theory that`.
    pub(in crate::matching) notions: Words,
    /// What is said of a thing that is not so: `it is a lie that`.
    pub(in crate::matching) untrue: Words,
    /// What with an infinitive says that it is not done: `has yet to`, `failed to`.
    pub(in crate::matching) undone: Words,
    /// What asks: `whether`.
    pub(in crate::matching) asking: Words,
    /// What asks behind a word of asking only: `if`.
    pub(in crate::matching) asking_behind: Words,
    /// Words of asking, knowing and deciding: `too early to say if`.
    pub(in crate::matching) inquiring: Words,
    /// What may be done with, and need not be: `three days in which to`, `the right to`.
    pub(in crate::matching) chances: Words,
    /// What somebody did who took a time for it: `needed three days to`.
    pub(in crate::matching) spending: Words,
    /// What nothing does for what is not so: `nothing to support the claim that`.
    pub(in crate::matching) supporting: Words,
    /// What a negation lets stand of what is said behind it: `nobody disputes that`.
    pub(in crate::matching) granted: Words,
    /// The same where a clause is said behind it: `did not know that`.
    pub(in crate::matching) granted_clause: Words,
    /// What a plan or a figure outlives when it is not done: `has not changed its plan to`.
    pub(in crate::matching) keeping: Words,
    /// Words behind these that make it another thing: `did not fall below`.
    pub(in crate::matching) measuring: Words,
    /// Words that bound a number, which a negation turns round: `never more than 840`.
    pub(in crate::matching) bounding: Words,
    /// Words behind which a thing is taken for granted: `did not say why`.
    pub(in crate::matching) granting: Words,
    /// What behind such a word asks after all: `how many`.
    pub(in crate::matching) degrees: Words,
    /// What denies nothing behind a negation: `not only`.
    pub(in crate::matching) merely: Words,
    /// What is not done of what is not raised: `did not discuss`, `made no mention of`.
    pub(in crate::matching) speaking: Words,
    /// Verbs of not raising a thing: `omits the sanctions`.
    pub(in crate::matching) omitting: Words,
    /// The same before `out`.
    pub(in crate::matching) leaving: Words,
    /// Verbs that say so of an account alone: a statement ignores what a side may break.
    pub(in crate::matching) passing_over: Words,
    /// What is no account in general and yet leaves things out.
    pub(in crate::matching) papers: Words,
    /// The words before a clause that is told.
    pub(in crate::matching) telling: Words,
}

/// English.
pub(super) static ENGLISH: DenialWords = DenialWords {
    turning_away: Words::new(&[
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
    ]),
    denying: Words::new(&[
        "deny",
        "denies",
        "denied",
        "denying",
        "dispute",
        "disputes",
        "disputed",
        "disputing",
        "reject",
        "rejects",
        "rejected",
        "rejecting",
        "dismiss",
        "dismisses",
        "dismissed",
        "dismissing",
        "refute",
        "refutes",
        "refuted",
        "rebuts",
        "rebutted",
        "contradicts",
        "contradicted",
    ]),
    turning_away_with: &[
        ("rule", "out"),
        ("stop", "short"),
        ("decid", "against"),
        ("vote", "against"),
        ("advis", "against"),
        ("warn", "against"),
        ("laugh", "off"),
        ("brush", "off"),
        ("shrug", "off"),
    ],
    notions: Words::new(&[
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
    ]),
    untrue: Words::new(&[
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
    ]),
    undone: Words::new(&["yet", "fail", "neglect", "omit"]),
    asking: Words::new(&["whether"]),
    asking_behind: Words::new(&["if"]),
    inquiring: Words::new(&[
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
    ]),
    chances: Words::new(&[
        "which", "right", "chanc", "opportun", "possibl", "option", "choic", "day", "week", "month", "hour", "time",
        "entitl", "free",
    ]),
    spending: Words::new(&[
        "need", "took", "take", "spent", "spend", "work", "battl", "requir", "fought", "fight", "labour", "struggl",
        "toil",
    ]),
    supporting: Words::new(&["support", "back", "substanti", "suggest", "indic", "prove", "confirm", "corrobor"]),
    granted: Words::new(&[
        "explain", "disput", "doubt", "deni", "contest", "challeng", "hide", "conceal", "secret", "regret", "surpris",
        "wonder", "justifi", "comment", "forget", "apologis", "apolog", "coincid", "accid",
    ]),
    granted_clause: Words::new(&[
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
    ]),
    keeping: Words::new(&[
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
    ]),
    measuring: Words::new(&[
        "below", "above", "under", "over", "to", "by", "from", "in", "for", "at", "into", "beyond", "past", "more",
        "less", "further",
    ]),
    bounding: Words::new(&["more", "fewer", "less", "over", "above", "under", "below"]),
    granting: Words::new(&["why", "how", "when", "where", "because", "after"]),
    degrees: Words::new(&["many", "much", "long", "far", "often", "high", "large", "big"]),
    merely: Words::new(&["only", "just", "merely", "simply", "least"]),
    speaking: Words::new(&[
        "discuss", "mention", "rais", "touch", "talk", "speak", "address", "cover", "say", "refer", "bring", "come",
        "figur", "featur", "appear", "negoti", "agre", "word", "refer", "trace", "includ", "contain",
    ]),
    omitting: Words::new(&["omit", "omits", "omitted", "omitting", "omission"]),
    leaving: Words::new(&["leaves", "leave", "left", "leaving"]),
    passing_over: Words::new(&[
        "ignores",
        "ignore",
        "ignored",
        "skips",
        "skip",
        "skipped",
        "avoids",
        "avoid",
        "avoided",
        "skirts",
        "skirted",
        "sidesteps",
        "sidestepped",
        "overlooks",
        "overlooked",
        "drops",
        "dropped",
    ]),
    papers: Words::new(&["release", "communique", "text", "summary", "transcript", "minutes", "letter", "note"]),
    telling: Words::new(&["that", "whether", "if"]),
};
