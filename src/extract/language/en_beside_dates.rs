//! English words that stand beside a date and say which one it is, or where it ends.

/// What a length of time has behind it before the date on which it ended: `the year ended 31 March`.
pub(crate) const ENDED: &[&str] = &["ended", "ending"];

/// What has a price: `traded at around 4.20 on Tuesday` is no clock time.
pub(in crate::extract) const PRICED: &[&str] = &[
    "traded", "trades", "trading", "closed", "closing", "stood", "stands", "priced", "quoted", "valued", "sold",
    "bought", "settled", "fixed", "pegged",
];

/// What people have in somebody: `trust in May was low`.
pub(in crate::extract) const TRUST_IN: &[&str] = &["trust", "faith", "confidence", "belief", "believe"];

/// The first day of a year.
pub(crate) const NEW_YEAR: (&str, &str) = ("new", "year");

/// The same, as that of the year.
pub(crate) const TURN: &str = "turn";

/// What points back to a year that was stated: `of that year`.
pub(crate) const THAT: &str = "that";

/// Words that no day counts, and that go on with the sentence behind one: `on February 16 and 17 the talks`.
pub(crate) const BEHIND_DAYS: &[&str] = &[
    "the", "a", "an", "he", "she", "they", "it", "we", "his", "her", "their", "its", "was", "were", "is", "are", "has",
    "have", "had", "will", "would", "did", "this", "that", "who", "which", "because", "if", "so", "then", "until",
];

/// Words behind a date that say that no other is meant: `in 2024 alone`.
pub(in crate::extract) const ONLY: &[&str] = &["alone", "itself"];

/// Words before `after` or `before` that make a clock time one about which something was: `shortly after six`.
pub(crate) const SHORTLY: &[&str] = &["just", "shortly", "soon", "right", "immediately", "straight", "directly"];

/// What opens a clause on a date before the end of its stretch: `from June 2017, when he took office, until March`.
pub(crate) const WHEN: &str = "when";

/// Words before `of` and a stretch of time by which all of it is meant: `in the whole of 2020`, `in the month of April`.
pub(crate) const WHOLE: &[&str] = &["whole", "all", "entirety", "course", "month"];

/// Words before `of` and a year by which a part of it is meant: `in the course of 2020`.
pub(in crate::extract) const OF_YEARS: &[&str] = &["course", "close", "turn", "dawn", "whole", "all", "entirety"];

/// What stands between a date and its weekday behind it: `19 November, a Wednesday`.
pub(in crate::extract) const BEING_A: &[&[&str]] = &[
    &["a"],
    &["which", "was", "a"],
    &["which", "is", "a"],
    &["that", "was", "a"],
    &["which", "fell", "on", "a"],
    &["which", "falls", "on", "a"],
];

/// What a number before `from` and a stretch is that is measured by that stretch: `5 percent from the first quarter`.
pub(in crate::extract) const SHARES: &[&str] = &["percent", "per", "pct", "point", "points", "times"];

/// What says that a stretch like one stated before lies a year before it: `in the same period a year earlier`.
pub(in crate::extract) const YEAR_BEFORE: &[&[&str]] = &[
    &["a", "year", "earlier"],
    &["a", "year", "before"],
    &["a", "year", "ago"],
    &["one", "year", "earlier"],
    &["one", "year", "before"],
    &["the", "year", "before"],
    &["the", "previous", "year"],
    &["the", "year", "prior"],
];

/// What may stand between a `since` and its date: `since at least 2014`.
pub(in crate::extract) const SINCE_ABOUT: &[&[&str]] = &[
    &["at", "least"],
    &["around"],
    &["roughly"],
    &["about"],
    &["as", "early", "as"],
    &["as", "long", "ago", "as"],
    &["as", "far", "back", "as"],
];

/// What makes the name of a place of a month before it: `in March Street`.
pub(crate) const STREETS: &[&str] =
    &["street", "road", "avenue", "lane", "square", "place", "park", "hall", "house", "station", "court", "island"];

/// What stands before a day of which there are many: `a single day`, `any boxing day`.
pub(crate) const UNNAMED: &[&str] = &["a", "an", "one", "any", "every", "each", "no"];
