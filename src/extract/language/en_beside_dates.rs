//! English words that stand beside a date and say which one it is, or where it ends.

/// What a length of time has behind it before the date on which it ended: `the year ended 31 March`.
pub(crate) const ENDED: &[&str] = &["ended", "ending"];

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

/// Words before `after` or `before` that make a clock time one about which something was: `shortly after six`.
pub(crate) const SHORTLY: &[&str] = &["just", "shortly", "soon", "right", "immediately", "straight", "directly"];

/// What opens a clause on a date before the end of its stretch: `from June 2017, when he took office, until March`.
pub(crate) const WHEN: &str = "when";

/// Words before `of` and a stretch of time by which all of it is meant: `in the whole of 2020`.
pub(crate) const WHOLE: &[&str] = &["whole", "all", "entirety"];
