//! English hedges that stand behind their number, or behind what it counts.

use super::Qualifier::{self, Hedge};
use crate::value::Hedge::{About, AtLeast, AtMost};

/// What stands after the number it qualifies.
pub(super) const AFTER: &[(&str, Qualifier)] = &[
    ("or greater", Hedge(AtLeast)),
    ("or greater than", Hedge(AtLeast)),
    ("or more than", Hedge(AtLeast)),
    ("or higher", Hedge(AtLeast)),
    ("or longer", Hedge(AtLeast)),
    ("or above", Hedge(AtLeast)),
    ("or over", Hedge(AtLeast)),
    ("or better", Hedge(AtLeast)),
    ("or larger", Hedge(AtLeast)),
    ("or bigger", Hedge(AtLeast)),
    ("or older", Hedge(AtLeast)),
    ("or younger", Hedge(AtMost)),
    ("and older", Hedge(AtLeast)),
    ("and younger", Hedge(AtMost)),
    ("and under", Hedge(AtMost)),
    ("and above", Hedge(AtLeast)),
    ("and over", Hedge(AtLeast)),
    ("and up", Hedge(AtLeast)),
    ("-plus", Hedge(AtLeast)),
    ("+", Hedge(AtLeast)),
    ("or less than", Hedge(AtMost)),
    ("or lower", Hedge(AtMost)),
    ("or smaller", Hedge(AtMost)),
    ("or shorter", Hedge(AtMost)),
    ("or below", Hedge(AtMost)),
    ("or under", Hedge(AtMost)),
    ("and below", Hedge(AtMost)),
    ("at the outside", Hedge(AtMost)),
    (", at the outside", Hedge(AtMost)),
    ("max", Hedge(AtMost)),
    ("-odd", Hedge(About)),
    ("-ish", Hedge(About)),
    ("-some", Hedge(About)),
    ("or equal", Qualifier::OrEqual),
    ("or equal to", Qualifier::OrEqual),
];

/// What stands behind the thing that is counted: `40 people, perhaps more`.
pub(super) const AFTER_NOUN: &[(&str, Qualifier)] = &[
    (", or more", Hedge(AtLeast)),
    ("and perhaps more", Hedge(AtLeast)),
    ("and possibly more", Hedge(AtLeast)),
    (", perhaps more", Hedge(AtLeast)),
    (", possibly more", Hedge(AtLeast)),
    (", maybe more", Hedge(AtLeast)),
    (", at least", Hedge(AtLeast)),
    (", at the most", Hedge(AtMost)),
];

/// What stands behind either: `40 or more`, `40 people or more`.
pub(super) const AFTER_EITHER: &[(&str, Qualifier)] = &[
    ("or more", Hedge(AtLeast)),
    ("and counting", Hedge(AtLeast)),
    (", and counting", Hedge(AtLeast)),
    ("if not more", Hedge(AtLeast)),
    (", if not more", Hedge(AtLeast)),
    ("at least", Hedge(AtLeast)),
    ("at the very least", Hedge(AtLeast)),
    (", at the very least", Hedge(AtLeast)),
    ("at a minimum", Hedge(AtLeast)),
    (", at a minimum", Hedge(AtLeast)),
    ("at minimum", Hedge(AtLeast)),
    ("or less", Hedge(AtMost)),
    ("or fewer", Hedge(AtMost)),
    ("at most", Hedge(AtMost)),
    ("at the most", Hedge(AtMost)),
    ("at the very most", Hedge(AtMost)),
    (", at the very most", Hedge(AtMost)),
    (", at most", Hedge(AtMost)),
    (", tops", Hedge(AtMost)),
    ("or so", Hedge(About)),
    ("or thereabouts", Hedge(About)),
    ("give or take", Hedge(About)),
    (", give or take", Hedge(About)),
];

/// How those begin that are no hedges where the clause goes on: `40 people, at least in Tolva`.
pub(super) const ADVERBS: &[&str] = &["at", "tops"];

/// What stands before the number by which another one may be off: `12 metres, give or take one`.
pub(super) const MARGINS: &[(&str, ())] = &[
    ("give or take", ()),
    (", give or take", ()),
    ("plus or minus", ()),
    (", plus or minus", ()),
    ("±", ()),
    ("+/-", ()),
];

/// Verbs and pronouns that what stands behind a counted thing may be followed by: `40 people or more were there`.
pub(super) const BEHIND_NOUN: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "did", "will", "would", "may", "might", "could",
    "can", "who", "which", "that", "as", "when", "while", "because", "but", "during", "over", "across", "every",
    "each", "a", "this", "last", "so", "since",
];
