//! English names of shares and lengths of time, and words around units.

use super::UnitWord::{self, Percent, Points, Time};
use crate::extract::TimeUnit::{
    Century, Day, Decade, Fortnight, Hour, Millisecond, Minute, Month, Second, Week, Weekend, Year,
};

/// Shares in hundredths.
pub(super) const SHARES: &[(&str, UnitWord)] = &[
    ("%", Percent),
    ("％", Percent),
    ("per cent", Percent),
    ("percent", Percent),
    ("percents", Percent),
    ("pct", Percent),
    ("pc", Percent),
    ("percentage point", Points),
    ("percentage points", Points),
    ("per cent points", Points),
    ("percent points", Points),
    ("% points", Points),
    ("pp", Points),
];

/// Shares named before their number.
pub(super) const SHARES_BEFORE: &[(&str, ())] =
    &[("percent of", ()), ("percents of", ()), ("per cent of", ()), ("percentage of", ())];

/// What makes an age of a length of time.
pub(super) const AGES: &[(&str, ())] = &[("old", ()), ("olds", ()), ("of age", ())];

/// Lengths of time. `m` is not among them: it may be metres or millions.
pub(super) const TIMES: &[(&str, UnitWord)] = &[
    ("millisecond", Time(Millisecond)),
    ("milliseconds", Time(Millisecond)),
    ("second", Time(Second)),
    ("seconds", Time(Second)),
    ("sec", Time(Second)),
    ("secs", Time(Second)),
    ("s", Time(Second)),
    ("minute", Time(Minute)),
    ("minutes", Time(Minute)),
    ("min", Time(Minute)),
    ("mins", Time(Minute)),
    ("hour", Time(Hour)),
    ("hours", Time(Hour)),
    ("hr", Time(Hour)),
    ("hrs", Time(Hour)),
    ("h", Time(Hour)),
    ("day", Time(Day)),
    ("days", Time(Day)),
    ("week", Time(Week)),
    ("weeks", Time(Week)),
    ("weekend", Time(Weekend)),
    ("weekends", Time(Weekend)),
    ("fortnight", Time(Fortnight)),
    ("fortnights", Time(Fortnight)),
    ("month", Time(Month)),
    ("months", Time(Month)),
    ("mth", Time(Month)),
    ("mths", Time(Month)),
    ("mos", Time(Month)),
    ("year", Time(Year)),
    ("years", Time(Year)),
    ("yr", Time(Year)),
    ("yrs", Time(Year)),
    ("decade", Time(Decade)),
    ("decades", Time(Decade)),
    ("century", Time(Century)),
    ("centuries", Time(Century)),
];

/// Names that are other words when they stand alone.
pub(super) const GLUED: &[&str] = &["in", "pc"];

/// What may stand between a number and its unit: `three more hours`.
pub(super) const FILLERS: &[&str] = &[
    "full",
    "whole",
    "entire",
    "long",
    "straight",
    "consecutive",
    "successive",
    "solid",
    "more",
    "additional",
    "extra",
    "further",
    "working",
    "calendar",
    "business",
    "trading",
    "school",
];
