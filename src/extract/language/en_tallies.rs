//! English hedges that depend on what stands before them: `the toll passed 30`, `heard witnesses over two days`.

use super::Qualifier::{self, Hedge};
use crate::value::Hedge::{LessThan, MoreThan, Nearly};

/// Words behind which the hedge is one of a length of time: `lasted over two hours`. Behind others it is the stretch in
/// the course of which something was done: `heard witnesses over two days`.
pub(super) const BEFORE_OVER: &[&str] = &[
    "for",
    "last",
    "lasts",
    "lasted",
    "lasting",
    "take",
    "takes",
    "took",
    "taken",
    "taking",
    "spend",
    "spends",
    "spent",
    "spending",
    "run",
    "runs",
    "ran",
    "running",
    "wait",
    "waits",
    "waited",
    "waiting",
    "go",
    "went",
    "on",
    "well",
    "just",
    "little",
    "slightly",
    "of",
    "after",
    "within",
    "in",
    "to",
    "at",
    "by",
    "from",
    "than",
    "with",
    "and",
    "or",
    "not",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "now",
    "already",
    "still",
    "continued",
    "continues",
    "stretched",
    "the",
    "a",
    "some",
    "need",
    "needs",
    "needed",
    "require",
    "requires",
    "required",
    "aged",
    "until",
];

/// Hedges that are verbs of other things too: read where a tally is their subject.
pub(super) const TALLY_BEFORE: &[(&str, Qualifier)] = &[
    ("pass", Hedge(MoreThan)),
    ("passes", Hedge(MoreThan)),
    ("passed", Hedge(MoreThan)),
    ("passing", Hedge(MoreThan)),
    ("cross", Hedge(MoreThan)),
    ("crosses", Hedge(MoreThan)),
    ("crossed", Hedge(MoreThan)),
    ("past", Hedge(MoreThan)),
    ("nears", Hedge(Nearly)),
    ("neared", Hedge(Nearly)),
    ("nearing", Hedge(Nearly)),
    ("approaches", Hedge(Nearly)),
    ("approached", Hedge(Nearly)),
    ("fall short of", Hedge(LessThan)),
    ("falls short of", Hedge(LessThan)),
    ("fell short of", Hedge(LessThan)),
    ("fallen short of", Hedge(LessThan)),
];

/// The one of them that is mostly an adjective: `the past 30 days`, `climbed past 30`.
pub(super) const PAST: &str = "past";

/// What passes a number.
pub(super) const TALLIES: &[&str] = &[
    "toll",
    "number",
    "numbers",
    "total",
    "totals",
    "count",
    "figure",
    "figures",
    "tally",
    "losses",
    "cost",
    "costs",
    "price",
    "prices",
    "turnout",
    "deaths",
    "cases",
    "casualties",
    "fatalities",
    "attendance",
    "bill",
    "debt",
];

/// What parts a tally from the verb of something else: `the number of bills that passed`.
pub(super) const PARTS_TALLY: &[&str] = &["who", "which", "that", "he", "she", "they", "it", "and", "but", "when"];

/// Verbs of rising, before `past`.
pub(super) const RISING: &[&str] = &[
    "climb", "climbs", "climbed", "climbing", "rise", "rises", "rose", "risen", "rising", "grow", "grows", "grew",
    "grown", "growing", "go", "goes", "went", "gone", "move", "moved", "push", "pushed", "pushing", "soar", "soared",
    "soaring", "surge", "surged", "surging", "jump", "jumped", "jumping", "shot", "creep", "crept", "tick", "ticked",
    "swell", "swelled", "swollen", "sail", "sailed", "edged", "well",
];

/// What became of what was voted on: `failed by 79 to 92`.
pub(super) const DECIDED: &[&str] = &[
    "passed", "failed", "carried", "won", "lost", "beaten", "survived", "rejected", "approved", "adopted", "defeated",
    "ratified", "upheld", "backed", "elected", "voted", "ousted", "quashed",
];

/// What tells it without a `by`: `voted 79 to 92`.
pub(super) const VOTED: &[&str] = &["voted"];

/// What it was: `the vote was 61 to 108`.
pub(super) const VOTES: &[&str] = &["vote", "ballot", "division", "tally"];

/// What stands between that and the numbers.
pub(super) const BEFORE_VOTE: &[&str] = &["was", "is", "stood", "of", "came", "at", "a", "to"];

/// What may stand behind the numbers and is not counted.
pub(super) const BEHIND_VOTE: &[&str] = &[
    "to",
    "in",
    "on",
    "at",
    "for",
    "against",
    "with",
    "after",
    "before",
    "and",
    "but",
    "when",
    "as",
    "last",
    "despite",
    "because",
    "by",
    "that",
    "while",
    "late",
    "yesterday",
    "today",
];
