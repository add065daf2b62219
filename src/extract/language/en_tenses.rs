//! English words by which a sentence tells of what has been, or of what is to come.

/// Words that put what follows ahead, whatever their tense.
pub(in crate::extract) const AHEAD: &[&str] = &[
    "to",
    "for",
    "by",
    "until",
    "till",
    "from",
    "next",
    "due",
    "set",
    "plan",
    "plans",
    "planned",
    "planning",
    "expected",
    "scheduled",
    "proposed",
    "announced",
    "agreed",
    "promised",
    "postponed",
    "delayed",
    "called",
    "is",
    "are",
    "be",
    "would",
    "could",
    "may",
    "might",
    "if",
    "demanded",
    "vowed",
    "pledged",
    "threatened",
    "needed",
    "wanted",
    "hoped",
    "invited",
];

/// What is counted where no verb says so: `this year, nine times`.
pub(in crate::extract) const TIMES: &[&str] = &["times", "once", "twice", "thrice"];

/// What a date stands behind by which something had come to be so.
pub(in crate::extract) const BY: &str = "by";

/// Words before a participle that make it no past: `will be published`, `is held`.
pub(in crate::extract) const LEADING: &[&str] = &[
    "will", "would", "shall", "should", "to", "be", "being", "can", "could", "may", "might", "must", "is", "are", "not",
];

/// Verbs in the past that do not end in `ed`.
pub(in crate::extract) const PAST: &[&str] = &[
    "was", "were", "been", "died", "did", "done", "met", "spoke", "spoken", "took", "taken", "began", "begun", "came",
    "went", "gone", "left", "fell", "fallen", "held", "struck", "fled", "won", "lost", "broke", "broken", "ran",
    "made", "sent", "shot", "built", "sold", "bought", "paid", "spent", "rose", "risen", "grew", "sank", "sunk", "hit",
    "quit", "drew", "drawn", "gave", "given", "became", "found", "saw", "seen", "brought", "caught", "cut", "led",
    "rang", "told", "wrote", "written",
];

/// Verbs that in the present tell of what is to come on a day: `the court meets on Saturday`.
pub(in crate::extract) const SCHEDULED: &[&str] =
    &["opens", "reopens", "starts", "begins", "resumes", "closes", "ends", "expires", "meets", "convenes", "votes"];

/// Verbs that give a thing another date: `postponed from March to May`.
pub(in crate::extract) const MOVING: &[&str] =
    &["postponed", "delayed", "deferred", "rescheduled", "moved", "pushed", "put", "brought", "shifted", "slipped"];

/// Words before a year or month that name a part of it: `later this year`.
pub(in crate::extract) const PARTS: &[&str] =
    &["of", "later", "earlier", "early", "late", "mid", "far", "end", "start", "beginning", "rest", "summer", "winter"];

/// Words that make a thing the one right before an event: `the last call before the invasion`.
pub(in crate::extract) const LAST: &[&str] = &["last", "latest", "final", "first"];

/// What stands behind a `to` that leads to somebody or something, and to no verb: `wrote to him`, `sent to the court`.
pub(in crate::extract) const TOWARDS: &[&str] = &[
    "him", "her", "them", "us", "me", "it", "you", "the", "a", "an", "his", "its", "their", "our", "this", "that",
    "each",
];

/// Who does something in a clause behind `before`: `before she left in May`.
pub(in crate::extract) const SUBJECTS: &[&str] = &["he", "she", "it", "they", "we", "i", "you"];

/// Verbs that make what stands before them one that does or suffers something.
pub(in crate::extract) const VERBS: &[&str] = &["was", "were", "had"];

/// What makes of a clause one on the thing before it: `before the panel that was set up in May`.
pub(in crate::extract) const RELATIVES: &[&str] = &["that", "which", "who", "whom", "whose"];
