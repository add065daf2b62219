//! The words of whoever works a number out, and of other sides and media. A language is one set of lists; its words are
//! folded.

use super::words::Words;

/// Folded phrases right before a number that somebody has worked out.
pub(super) const ARRIVING: &[&[&str]] = &[
    &["arrives", "at"],
    &["arrived", "at"],
    &["arrive", "at"],
    &["settles", "on"],
    &["settled", "on"],
    &["settle", "on"],
    &["comes", "to"],
    &["came", "to"],
    &["come", "to"],
    &["comes", "up", "with"],
    &["came", "up", "with"],
    &["come", "up", "with"],
    &["aiming", "for"],
    &["aims", "for"],
    &["aim", "for"],
    &["budgeting", "for"],
    &["budgets", "for"],
    &["pencilled", "in"],
    &["pencils", "in"],
    &["penciled", "in"],
];

/// Who works a number out for a body.
pub(super) const RECKONERS: Words = Words::new(&[
    "engineers",
    "statisticians",
    "auditors",
    "actuaries",
    "accountants",
    "surveyors",
    "assessors",
    "economists",
    "experts",
    "scientists",
    "researchers",
    "volunteers",
    "observers",
    "monitors",
    "inspectors",
    "stewards",
]);

/// Stems of what is done with a number that is somebody's own.
pub(super) const RECKONING: Words =
    Words::new(&["count", "record", "log", "talli", "tally", "regist", "reckon", "estim", "put"]);

/// What somebody has, gives or offers who reckons.
pub(super) const RECKONED: Words = Words::new(&["estimate", "count", "tally", "figure", "toll", "reckoning"]);

/// What the outlet itself has worked out, behind `our`.
pub(super) const OWN_WORK: Words = Words::new(&[
    "analysis",
    "calculation",
    "calculations",
    "count",
    "tally",
    "estimate",
    "estimates",
    "reckoning",
    "research",
    "investigation",
    "review",
    "reporting",
    "figures",
    "data",
    "database",
    "findings",
    "tracker",
    "survey",
]);

/// What somebody does with a number that is to come.
pub(super) const FORETELLING: Words =
    Words::new(&["forecast", "forecasts", "projects", "projected", "expect", "expects", "envisages", "targeting"]);

/// What such a number is called.
pub(super) const FORECASTS: Words =
    Words::new(&["forecast", "forecasts", "projection", "projections", "prediction", "predictions", "outlook"]);

/// What those are called with whom somebody is at odds.
pub(super) const SIDES: Words =
    Words::new(&["side", "authorities", "government", "regime", "army", "military", "forces", "delegation"]);

/// What a newspaper or a station is called behind its name.
pub(super) const MEDIA: Words =
    Words::new(&["newspaper", "paper", "daily", "weekly", "tabloid", "magazine", "broadcaster", "channel"]);
