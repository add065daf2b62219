//! English words of what is planned, expected or possible, and of what parts a date from it.

/// What a plan does not reach across.
pub(in crate::extract) const ASIDE: [char; 14] = ['.', ',', '!', '?', ';', ':', '(', ')', '”', '“', '"', '—', '–', '…'];

/// Verbs that leave a thing possible. (`May` with a capital is a month or a name.)
pub(in crate::extract) const MIGHT: &[&str] = &["may", "might"];

/// What stands behind a form of `be` and puts what follows ahead.
pub(in crate::extract) const STATES: &[&str] = &[
    "expected",
    "due",
    "set",
    "scheduled",
    "planned",
    "slated",
    "likely",
    "unlikely",
    "poised",
    "bound",
    "timed",
    "pencilled",
    "hoped",
];

/// Those of them that do so without it: `talks due on Friday`.
pub(in crate::extract) const REDUCED: &[&str] =
    &["expected", "due", "set", "scheduled", "planned", "slated", "timed", "pencilled"];

/// Behind one of them it tells of what was founded: `set up`.
pub(in crate::extract) const FOUNDED: &str = "up";

/// What makes something else of them: `as expected`, `more than expected`.
pub(in crate::extract) const BESIDE: &[&str] = &["as", "than"];

/// What a cause begins with: `is due to the strike`.
pub(in crate::extract) const DETERMINERS: &[&str] =
    &["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "bad", "heavy"];

/// What is `to` and no plan: `is to blame`.
pub(in crate::extract) const BLAME: &[&str] = &["blame", "date"];

/// Forms of `be` that leave a plan a plan.
pub(in crate::extract) const BE: &[&str] =
    &["is", "are", "'s", "'re", "isn't", "aren't", "be", "been", "am", "remain", "remains"];

/// Auxiliaries that put a plan behind: `was expected to`, `had been due`, `did not plan to`.
pub(in crate::extract) const PAST_AUXILIARIES: &[&str] =
    &["was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"];

/// What gives somebody time, before `until`.
pub(in crate::extract) const HAS: &[&str] = &["has", "have", "given", "gives", "give"];

pub(in crate::extract) const HAVE: &[&str] = &["has", "have", "'ve", "hasn't", "haven't"];

/// Verbs of planning in the present, before `to` or `for`.
pub(in crate::extract) const PLANS: &[&str] = &[
    "plan",
    "plans",
    "planning",
    "intend",
    "intends",
    "intending",
    "aim",
    "aims",
    "aiming",
    "hope",
    "hopes",
    "hoping",
    "want",
    "wants",
    "prepare",
    "prepares",
    "preparing",
    "threaten",
    "threatens",
    "threatening",
    "promise",
    "promises",
    "promising",
    "vow",
    "vows",
    "vowing",
    "pledge",
    "pledges",
    "pledging",
    "stick",
    "sticks",
    "sticking",
    "keep",
    "keeps",
    "keeping",
];

/// Those that need neither: `expects a vote on Friday`.
pub(in crate::extract) const BARE: &[&str] = &["expect", "expects"];

/// Verbs that bind to what follows, whatever their tense, before `to`.
pub(in crate::extract) const AGREED: &[&str] = &["agreed", "promised", "pledged", "vowed", "undertaken", "threatened"];

/// What stands behind a verb that moves a date.
pub(in crate::extract) const AWAY: &[&str] = &["back", "forward", "off", "out", "again"];

/// What is done by whom, and no property of what follows: `whom they named`.
pub(in crate::extract) const PRONOUNS: &[&str] =
    &["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "whom"];

/// What negates a point in time.
pub(in crate::extract) const NOT: &[&str] = &["not", "no"];

/// What stands before `than` then: `no earlier than`.
pub(in crate::extract) const SOONER: &[&str] = &["earlier", "sooner"];

/// Verbs of saying in the past, behind which a date is that of the saying.
pub(in crate::extract) const SAYING: &[&str] = &[
    "said",
    "told",
    "says",
    "added",
    "announced",
    "warned",
    "confirmed",
    "reported",
    "wrote",
    "declared",
    "stated",
    "insisted",
    "admitted",
    "acknowledged",
    "argued",
    "claimed",
    "testified",
    "tweeted",
    "posted",
    "spoke",
];

/// What tells of a day that lay ahead when somebody spoke of it.
pub(in crate::extract) const WOULD: &str = "would";
