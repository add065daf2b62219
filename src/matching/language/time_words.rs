//! The words around a date or a clock time that say whether it is the time of a value, and
//! those by which a value is of a stage and not of a time. A language is one table; its words
//! are folded.

use super::happening_words::{self, HappeningWords};
use super::hour_words::{self, HourWords};
use super::level_words::{self, LevelWords};
use super::limit_words::{self, LimitWords};
use super::words::Words;
use crate::value::basis::Period;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct TimeWords {
    /// Words right before a time that is a value's: `on Monday`, `by noon`.
    pub(in crate::matching) leading: Words,
    /// Words right before a time of something else: `than in January`, `since January`.
    pub(in crate::matching) turning: Words,
    /// What happens once.
    pub(in crate::matching) happening: &'static HappeningWords,
    /// By what a level has a day.
    pub(in crate::matching) level: &'static LevelWords,
    /// Words right before the time up to which there was counted: `by noon`.
    pub(in crate::matching) reaching: Words,
    /// Words before `have` that make of it what is not done: `will have`, `should have`.
    pub(in crate::matching) modal: Words,
    /// Words for some of what was counted, before `of them`.
    pub(in crate::matching) part: Words,
    /// What stands for one of it: `the first of them`.
    pub(in crate::matching) single: Words,
    /// What stands for what was counted: `most of them`.
    pub(in crate::matching) parted: Words,
    /// Words behind which some of it is told: `including nine`.
    pub(in crate::matching) including: Words,
    /// What tells how many there are: `55 are missing`.
    pub(in crate::matching) being: Words,
    /// What may stand behind it.
    pub(in crate::matching) so: Words,
    /// How they are.
    pub(in crate::matching) states: Words,
    /// Forms of the present by which so many are in a state: `22 are held`.
    pub(in crate::matching) present: Words,
    /// Words behind a length of time and before its end: `in the year to March`.
    pub(in crate::matching) ending: Words,
    /// The lengths that such an end is of.
    pub(in crate::matching) lengths: Words,
    /// Words with which something else is told: `who`, `because`, `according`.
    pub(in crate::matching) parting: Words,
    /// Words behind which a time may stand that is told of what follows: `, and in May`.
    pub(in crate::matching) joining: Words,
    /// Names of the period for which a number is given: `a month`.
    pub(in crate::matching) periods: &'static [(&'static str, Period)],
    /// Words that say it alone: `monthly`.
    pub(in crate::matching) periodic: &'static [(&'static str, Period)],
    /// Words before the name of such a period: `per`.
    pub(in crate::matching) per: Words,
    /// Words behind the name of a period that make it a point or a length: `a year ago`.
    pub(in crate::matching) pointing: Words,
    /// Words by which a value is not yet the last: `provisional`.
    pub(in crate::matching) interim: Words,
    /// The same as two words: `so far`.
    pub(in crate::matching) so_far: [&'static str; 2],
    /// Words by which a value is the last: `final`.
    pub(in crate::matching) last: Words,
    /// Verbs of putting a number somewhere, as they stand behind `has`, and what stands before it: `has put it at 41`.
    pub(in crate::matching) putting: &'static [(&'static str, &'static str)],
    /// Words of a time that lies a few days back, beside the days of the week: `last week`, `the weekend`.
    pub(in crate::matching) lately: Words,
    /// What somebody or something is and stays, so that a `since` tells for how long: `missing` since Monday.
    pub(in crate::matching) lasting: Words,
    /// Parts of the day: `up from 23 overnight`.
    pub(in crate::matching) parts_of_day: Words,
    /// Verbs before these by which something comes to be so: `gone missing`.
    pub(in crate::matching) coming_to_be: Words,
    /// The same of two words: `without power`.
    pub(in crate::matching) lasting_in: &'static [(&'static str, &'static str)],
    /// Stems of verbs for what somebody is said to have done, in some years: nine `accuse` him of abuse.
    pub(in crate::matching) accusing: Words,
    /// What is counted until it ends, by its words: `polls`, `voting`.
    pub(in crate::matching) counted: Words,
    /// That it has ended: `closed`, `the close of`.
    pub(in crate::matching) closing: Words,
    /// Words of a question by which it asks when something was over: `when did the call end`.
    pub(in crate::matching) over: Words,
    /// Words that stand between two clock times, or before the first.
    pub(in crate::matching) joining_hours: Words,
    /// Words right before a clock time.
    pub(in crate::matching) leading_hours: Words,
    /// Words of a clock time.
    pub(in crate::matching) hours: Words,
    /// The words beside an hour.
    pub(in crate::matching) hour: &'static HourWords,
    /// Words with which a sentence opens that goes on with the one before: `It began at noon`.
    pub(in crate::matching) going_on: Words,
    /// What a heading calls figures that it gives as of a day: `Situation as of 2 May`.
    pub(in crate::matching) standing: Words,
    /// Who is told something on a day, where a pronoun says so: `told us on Monday`.
    pub(in crate::matching) told: Words,
    /// Words of a stretch over which something went on, where a bare month may be that of saying so: `said since May`.
    pub(in crate::matching) stretching: Words,
    /// The words that leave a side of a date open.
    pub(in crate::matching) limit: &'static LimitWords,
    /// What a sentence opens with that is of the time of the sentence before.
    pub(in crate::matching) pointing_back: &'static [&'static [&'static str]],
    /// Verbs with which a sentence tells more of its subject behind an `and`: `and was 74 percent contained`.
    pub(in crate::matching) going_on_with: Words,
    /// What stands before those whom a number is set against: `more than the county says`.
    pub(in crate::matching) opposing: Words,
    /// Words by which what they said is of an earlier time.
    pub(in crate::matching) of_before: Words,
    /// What a sentence opens with that is not.
    pub(in crate::matching) setting_apart: &'static [&'static [&'static str]],
    /// What stands between `it` and what it was at another time: `in 2018 it was 54 percent`.
    pub(in crate::matching) levels: &'static [&'static [&'static str]],
    /// Words of another time that are no dates: `this time it was`.
    pub(in crate::matching) anew: Words,
    /// Stems of verbs that say when a thing began or ended, which is not the time of its length.
    pub(in crate::matching) bounding: Words,
    /// Participles that end as no other does: had `paid`.
    pub(in crate::matching) done: Words,
    /// What is drawn up over a time and out on a day: in a `review` it finished in July.
    pub(in crate::matching) inquiries: Words,
    /// Words by which a value is of the day of the text: it is `now` 34.
    pub(in crate::matching) now: Words,
    /// Words that put ahead what somebody wants or has agreed to.
    pub(in crate::matching) supposing: Words,
}

/// English.
pub(super) static ENGLISH: TimeWords = TimeWords {
    leading: Words::new(&["on", "in", "during", "for", "at", "by", "over", "of"]),
    turning: Words::new(&[
        "than",
        "from",
        "since",
        "until",
        "till",
        "to",
        "before",
        "after",
        "with",
        "against",
        "through",
        "between",
        "and",
        "or",
        "following",
        "that",
        "versus",
    ]),
    happening: &happening_words::ENGLISH,
    level: &level_words::ENGLISH,
    reaching: Words::new(&["by"]),
    modal: Words::new(&["will", "would", "shall", "should", "can", "could", "may", "might", "must", "to"]),
    part: Words::new(&[
        "most", "some", "many", "half", "several", "none", "few", "majority", "minority", "third", "quarter", "rest",
        "part", "another", "others", "any",
    ]),
    single: Words::new(&["first", "second", "last", "final", "latest"]),
    parted: Words::new(&["them", "whom", "which", "these", "those"]),
    including: Words::new(&["including", "among"]),
    being: Words::new(&["is", "are", "was", "were", "remain", "remained"]),
    so: Words::new(&["still", "now", "already"]),
    states: Words::new(&[
        "missing",
        "unaccounted",
        "without",
        "in",
        "on",
        "at",
        "under",
        "out",
        "down",
        "up",
        "available",
        "full",
        "empty",
        "open",
        "ill",
        "sick",
        "homeless",
        "offline",
        "online",
        "alive",
        "there",
        "present",
        "stuck",
        "stranded",
        "trapped",
        "waiting",
        "queuing",
        "queueing",
    ]),
    present: Words::new(&["is", "are", "remain", "remains"]),
    ending: Words::new(&["to", "ended", "ending", "through"]),
    lengths: Words::new(&["year", "quarter", "month", "months", "half", "week", "weeks", "days"]),
    parting: Words::new(&[
        "and",
        "but",
        "or",
        "than",
        "from",
        "since",
        "until",
        "till",
        "before",
        "after",
        "because",
        "if",
        "when",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "where",
        "according",
        "citing",
        "with",
        "against",
        "while",
        "as",
    ]),
    joining: Words::new(&[",", ";", ":", "and", "but", "that", "while"]),
    periods: &[
        ("second", Period::Second),
        ("minute", Period::Minute),
        ("hour", Period::Hour),
        ("day", Period::Day),
        ("week", Period::Week),
        ("month", Period::Month),
        ("quarter", Period::Quarter),
        ("year", Period::Year),
        ("annum", Period::Year),
    ],
    periodic: &[
        ("hourly", Period::Hour),
        ("daily", Period::Day),
        ("weekly", Period::Week),
        ("monthly", Period::Month),
        ("quarterly", Period::Quarter),
        ("yearly", Period::Year),
        ("annual", Period::Year),
        ("annually", Period::Year),
    ],
    per: Words::new(&["a", "an", "per", "each", "every", "/"]),
    pointing: Words::new(&[
        "ago", "earlier", "later", "before", "after", "from", "long", "old", "early", "late", "and", "or",
    ]),
    interim: Words::new(&["interim", "provisional", "preliminary", "partial", "initial"]),
    so_far: ["so", "far"],
    last: Words::new(&["final"]),
    putting: &[
        ("put", "at"),
        ("set", "at"),
        ("placed", "at"),
        ("estimated", "at"),
        ("spoken", "of"),
        ("talked", "of"),
        ("insisted", "on"),
        ("stuck", "to"),
        ("stuck", "at"),
        ("stood", "by"),
        ("kept", "to"),
    ],
    lately: Words::new(&["yesterday", "night", "week", "weekend", "morning", "afternoon", "evening"]),
    parts_of_day: Words::new(&[
        "overnight",
        "night",
        "morning",
        "afternoon",
        "evening",
        "noon",
        "midnight",
        "dawn",
        "dusk",
    ]),
    coming_to_be: Words::new(&["gone", "went", "become", "became", "fallen", "fell"]),
    lasting: Words::new(&[
        "missing",
        "unaccounted",
        "unable",
        "stranded",
        "adrift",
        "trapped",
        "unconscious",
        "homeless",
        "jobless",
        "bedridden",
        "comatose",
        "idle",
    ]),
    lasting_in: &[
        ("without", "power"),
        ("without", "electricity"),
        ("without", "water"),
        ("without", "heating"),
        ("without", "pay"),
        ("without", "work"),
        ("on", "strike"),
        ("in", "hospital"),
        ("in", "hiding"),
        ("in", "custody"),
        ("in", "detention"),
        ("in", "jail"),
        ("in", "prison"),
        ("in", "quarantine"),
        ("of", "action"),
        ("of", "service"),
        ("of", "use"),
        ("of", "work"),
        ("off", "work"),
    ],
    accusing: Words::new(&["accus", "charg", "alleg", "indict", "suspect", "convict"]),
    counted: Words::new(&[
        "poll", "polls", "polling", "voting", "vote", "stations", "booths", "counting", "count", "trading",
    ]),
    closing: Words::new(&["closed", "close", "ended", "end", "shut", "finished"]),
    over: Words::new(&[
        "end", "ended", "ends", "close", "closed", "finish", "finished", "over", "leave", "left", "out",
    ]),
    leading_hours: Words::new(&["at", "by", "until", "till", "from", "since", "about", "around"]),
    joining_hours: Words::new(&["from", "between", "to", "until", "till", "and", "-", "–"]),
    hours: Words::new(&["am", "pm", "a", "p", "m", "noon", "midnight", "h", "hours", "o'clock", "o", "clock"]),
    hour: &hour_words::ENGLISH,
    going_on: Words::new(&["it", "he", "she", "they", "this", "that", "then", "there", "both"]),
    standing: Words::new(&["situation", "status", "update", "numbers", "totals", "cases", "losses"]),
    told: Words::new(&["us", "me", "him", "her", "them", "you", "everyone", "everybody"]),
    stretching: Words::new(&["since", "past", "between", "from", "over", "until", "till", "up"]),
    limit: &limit_words::ENGLISH,
    pointing_back: &[
        &["at", "that", "time"],
        &["at", "the", "time"],
        &["back", "then"],
        &["that", "year"],
        &["that", "month"],
        &["that", "day"],
    ],
    going_on_with: Words::new(&["was", "were", "is", "are", "had", "has", "have", "stood"]),
    opposing: Words::new(&["than", "whatever", "unlike", "despite"]),
    of_before: Words::new(&["earlier", "before", "yesterday", "initially", "first", "previously"]),
    setting_apart: &[&["this", "time"], &["now"], &["currently"], &["these", "days"]],
    levels: &[
        &["was"],
        &["is"],
        &["has", "been"],
        &["had", "been"],
        &["stood", "at"],
        &["stands", "at"],
        &["reached"],
        &["hit"],
        &["rose", "to"],
        &["fell", "to"],
        &["dropped", "to"],
        &["climbed", "to"],
        &["came", "to"],
    ],
    anew: Words::new(&["time", "now", "then", "today", "before", "earlier", "previously", "later", "round"]),
    bounding: Words::new(&[
        "begin", "start", "open", "commenc", "launch", "erupt", "broke", "end", "finish", "conclud", "close",
    ]),
    done: Words::new(&[
        "paid", "sent", "spent", "built", "bought", "sold", "made", "met", "held", "lost", "found", "left", "gone",
        "done", "come", "become", "begun", "run", "put", "cut", "read", "won", "brought", "caught", "taught", "fled",
        "gotten", "got", "had", "grown", "risen", "fallen", "known", "shown", "drawn", "flown", "torn", "worn", "born",
    ]),
    inquiries: Words::new(&[
        "review",
        "inquiry",
        "enquiry",
        "investigation",
        "audit",
        "study",
        "analysis",
        "inspection",
        "assessment",
        "evaluation",
        "examination",
        "probe",
        "survey",
        "paper",
        "document",
        "dossier",
        "letter",
    ]),
    now: Words::new(&["now", "currently", "presently"]),
    supposing: Words::new(&["would", "should"]),
};
