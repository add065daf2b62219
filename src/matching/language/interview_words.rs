//! The words of an interview: who asks, how an introduction or a headline names whoever answers, and how answers speak. A
//! language is one table; its words are folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct InterviewWords {
    /// What those who ask do with whom they speak to, each with its last word: `spoke to`.
    pub(in crate::matching) asking: &'static [&'static [&'static str]],
    /// Those of them that need nobody behind them: `we met` in her office.
    pub(in crate::matching) meeting: Words,
    /// What stands there in place of somebody.
    pub(in crate::matching) met_where: Words,
    /// Words for one who was named before, or for those who ask.
    pub(in crate::matching) same: Words,
    /// What an interview is called: `interview with`.
    pub(in crate::matching) interviews: &'static [&'static [&'static str]],
    /// Those who ask: `we`.
    pub(in crate::matching) askers: Words,
    /// What whoever is asked does: `answers our questions`.
    pub(in crate::matching) answering: &'static [&'static [&'static str]],
    /// What somebody does who speaks in public: `took questions`.
    pub(in crate::matching) public: &'static [&'static [&'static str]],
    /// What is told of it below, before a colon: `the main points:`.
    pub(in crate::matching) points: Words,
    /// Behind the name of whoever speaks below a headline: Ada Lind `speaks`.
    pub(in crate::matching) headlining: Words,
    /// What such a name is followed by behind an `on`: Ada Lind on `the` night.
    pub(in crate::matching) headed: Words,
    /// How somebody fares, behind the same `on`: on the `brink`.
    pub(in crate::matching) plights: Words,
    /// What whoever is asked says of himself, and of nobody with him: `my`.
    pub(in crate::matching) own: Words,
    /// What whoever asks calls him: `your`.
    pub(in crate::matching) addressing: Words,
    /// What follows `you` where something is put to whoever is asked, without a question mark: you `have` criticised it.
    pub(in crate::matching) put_to: Words,
    /// Before a question and before an answer: `Q:`, `A:`.
    pub(in crate::matching) labels: (&'static [&'static str], &'static [&'static str]),
}

/// English.
pub(super) static ENGLISH: InterviewWords = InterviewWords {
    asking: &[
        &["spoke", "to"],
        &["spoke", "with"],
        &["speak", "to"],
        &["speak", "with"],
        &["spoken", "to"],
        &["spoken", "with"],
        &["talked", "to"],
        &["talked", "with"],
        &["talk", "to"],
        &["talk", "with"],
        &["asked"],
        &["interviewed"],
        &["met"],
        &["meet"],
        &["questions", "to"],
    ],
    public: &[
        &["taken", "questions"],
        &["took", "questions"],
        &["taking", "questions"],
        &["answered", "questions"],
        &["answering", "questions"],
        &["briefed"],
        &["briefing"],
        &["news", "conference"],
        &["press", "conference"],
        &["spoke", "to", "reporters"],
        &["spoken", "to", "reporters"],
        &["speaking", "to", "reporters"],
        &["addressed"],
    ],
    points: Words::new(&[
        "points",
        "point",
        "lines",
        "takeaways",
        "remarks",
        "comments",
        "answers",
        "highlights",
        "summary",
        "quotes",
    ]),
    meeting: Words::new(&["met", "meet", "talked", "spoke", "talk"]),
    met_where: Words::new(&[
        "in", "at", "on", "over", "for", "outside", "near", "again", "by", "under", "late", "early",
    ]),
    same: Words::new(&["he", "she", "his", "her", "him", "we", "our", "us"]),
    interviews: &[&["interview", "with"], &["conversation", "with"], &["questions", "for"], &["questions", "to"]],
    askers: Words::new(&["we", "i"]),
    answering: &[
        &["answers", "our", "questions"],
        &["answered", "our", "questions"],
        &["answers", "your", "questions"],
        &["answers", "questions"],
        &["answered", "questions"],
        &["spoke", "to", "us"],
        &["spoke", "with", "us"],
        &["talked", "to", "us"],
        &["talked", "with", "us"],
        &["told", "us"],
    ],
    headlining: Words::new(&["speaks", "talks", "answers", "tells", "explains"]),
    headed: Words::new(&[
        "the", "a", "an", "his", "her", "their", "our", "my", "this", "that", "those", "what", "why", "how", "who",
        "when", "where", "being", "life", "losing", "leaving", "winning",
    ]),
    plights: Words::new(&[
        "brink",
        "edge",
        "verge",
        "rise",
        "ropes",
        "run",
        "defensive",
        "offensive",
        "move",
        "spot",
        "rocks",
        "attack",
        "back",
        "front",
        "way",
        "road",
        "march",
        "mend",
        "alert",
        "hunt",
        "lookout",
        "line",
        "cusp",
        "warpath",
        "receiving",
        "wane",
        "streets",
        "ground",
        "scene",
        "path",
    ]),
    own: Words::new(&["i", "my", "me", "i'm", "i've", "mine"]),
    addressing: Words::new(&["you", "your", "you've", "you're"]),
    put_to: Words::new(&[
        "have",
        "had",
        "say",
        "said",
        "call",
        "called",
        "claim",
        "claimed",
        "accuse",
        "accused",
        "criticise",
        "criticised",
        "criticized",
        "also",
        "once",
        "still",
        "yourself",
        "promised",
        "wrote",
        "told",
        "insist",
        "insisted",
    ]),
    labels: (&["q", "question"], &["a", "answer"]),
};
