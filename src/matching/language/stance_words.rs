//! The words by which a sentence says how a value stands: corrected, given
//! earlier, doubted, proven. A language is one table; verbs and accounts are
//! stems, the other words folded.

use super::postponing_words::{self, PostponingWords};
use super::verdict_words::{self, VerdictWords};
use super::withdrawn_words::{self, WithdrawnWords};
use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct StanceWords {
    /// What begins another clause, or goes on with one.
    pub(in crate::matching) opening: Words,
    /// Verbs and participles that say by themselves that a figure replaces
    /// another: `revise`, `correct`.
    pub(in crate::matching) revising: Words,
    /// Verbs that say so of a figure, count or estimate, as stems or as they are written:
    /// `lower`, `raise`, `upped`.
    pub(in crate::matching) adjusting: Words,
    /// What such verbs have besides: `cut the number`.
    pub(in crate::matching) figures: Words,
    /// What puts a statement before another of its sentence: `which had put it at 40, now says`.
    pub(in crate::matching) had: &'static str,
    /// Verbs of what was to come: `had expected 60,000`.
    pub(in crate::matching) expecting: Words,
    /// Verbs of whoever means to do a thing: `plans to cut`.
    pub(in crate::matching) intending: Words,
    /// What lays down what is to come, before `that`: `the agreement provided that 40 would go`.
    pub(in crate::matching) foreseeing: Words,
    /// What a rule is in: `the licence requires`.
    pub(in crate::matching) rules: Words,
    /// What it does: `requires the owner to`.
    pub(in crate::matching) ruling: Words,
    /// What is to be done with a level: `must stay below`.
    pub(in crate::matching) keeping: Words,
    /// Nouns of what was wanted: `its target of 60,000`.
    pub(in crate::matching) aims: Words,
    /// Verbs of what may yet come: `warned that 300 could die`.
    pub(in crate::matching) warning: Words,
    /// What with them tells of it, besides `could`.
    pub(in crate::matching) would: &'static str,
    /// What tells of what is to come: a pattern that has it asks for that.
    pub(in crate::matching) will: &'static str,
    /// What makes of what is to come another one: `will meet again`.
    pub(in crate::matching) once_more: Words,
    /// What, with `to`, tells of what is to come, by its stem: `agreed to meet`.
    pub(in crate::matching) agreeing: Words,
    /// What makes of `would` and `could` what was not: `could have been`.
    pub(in crate::matching) have: &'static str,
    /// What stands between a verb or a noun of telling and what is told.
    pub(in crate::matching) that: &'static str,
    /// What puts a date off or brings it nearer.
    pub(in crate::matching) postponed: &'static PostponingWords,
    /// What was to be, and is not told to have been: `was supposed to cost`.
    pub(in crate::matching) meant: Words,
    /// The same of what was laid out: `was planned to last`.
    pub(in crate::matching) planned: Words,
    /// Verbs in the past that do not end in `ed`, behind what was planned: `and cost 40 million`, they say what came.
    pub(in crate::matching) came: Words,
    /// Words under which a thing is only supposed.
    pub(in crate::matching) conditions: Words,
    /// Verbs of holding something to be so.
    pub(in crate::matching) believing: Words,
    /// What stands before a number that another took the place of.
    pub(in crate::matching) instead: &'static [(&'static str, &'static str)],
    /// What stands before a number that another is held against: `than the 60,000 expected`.
    pub(in crate::matching) comparing: Words,
    /// What stands between a value that came and what was expected of it: `as expected`.
    pub(in crate::matching) likening: Words,
    /// Verbs that hold one number against another: `missed its forecast of`.
    pub(in crate::matching) outdoing: Words,
    /// Words between what was expected and what came.
    pub(in crate::matching) but: Words,
    /// Words between what came and what was expected.
    pub(in crate::matching) conceding: Words,
    /// What is told and need not be so: `rumours of 100 dead`.
    pub(in crate::matching) hearsay: Words,
    /// How a fact-check judges.
    pub(in crate::matching) verdicts: &'static VerdictWords,
    /// What with `to` tells of a plan: `was to cost`.
    pub(in crate::matching) was: Words,
    /// Words before what is not yet so: `could reach`.
    pub(in crate::matching) could: Words,
    /// What may be called or begun: `may call a strike`.
    pub(in crate::matching) calling_out: Words,
    /// What was done with what did not come, or may not come: `was called off`.
    pub(in crate::matching) calling_off: &'static [(&'static str, &'static str)],
    /// What with `have` tells of what did not come: `could have died`.
    pub(in crate::matching) can: &'static str,
    /// The same of what ought to have come: `should have been`.
    pub(in crate::matching) obliging: Words,
    /// The stem of what is only feared.
    pub(in crate::matching) fear: &'static str,
    /// Words before `fear` as a noun that tell of something else: `despite fears`.
    pub(in crate::matching) despite: Words,
    /// Verbs of wanting something: `demanded that`, `urged it to`.
    pub(in crate::matching) demanding: Words,
    /// Verbs that want something with `to` only: `asked it to`.
    pub(in crate::matching) requesting: Words,
    /// Verbs of thinking about what may be done.
    pub(in crate::matching) considering: Words,
    /// What is done to what is not there yet: `are negotiating a loan`.
    pub(in crate::matching) working_out: Words,
    /// What is heard and said by nobody: `rumours that 40 died`.
    pub(in crate::matching) rumours: Words,
    /// Verbs of whoever wants, or fears, what is not there: `risks a fine of`.
    pub(in crate::matching) wanting: Words,
    /// What one faces that has not been imposed: `faces a ban`.
    pub(in crate::matching) penalties: Words,
    /// What may stand between a number and the verb by which another takes its place: `which has since been`.
    pub(in crate::matching) to_change: Words,
    /// What was done with one that has been: `a fine upheld by the court`.
    pub(in crate::matching) imposed: Words,
    /// What tells of what is not there yet: `the draft speaks of a fund`.
    pub(in crate::matching) drafts: Words,
    /// What somebody has made, so that whoever considers it does not make it: `an offer`.
    pub(in crate::matching) offers: Words,
    /// What says of a noun that there is one: `its offer`.
    pub(in crate::matching) determining: Words,
    /// What stands between a verb and its object: `to let in 12,000`.
    pub(in crate::matching) particles: Words,
    /// What stands between a verb of requesting and what it is for: `called for a new toll`.
    pub(in crate::matching) requested: Words,
    /// Verbs of reckoning: `if you count`.
    pub(in crate::matching) reckoning: Words,
    /// Who reckons: `if you`.
    pub(in crate::matching) anyone: Words,
    /// Verbs of getting to a number.
    pub(in crate::matching) arriving: Words,
    /// Forms of verbs by which a figure has grown: `rises to 9`.
    pub(in crate::matching) rising: Words,
    /// The same of one that has shrunk.
    pub(in crate::matching) falling: Words,
    /// What puts a number at what it has come to, right before it: `reached 9`.
    pub(in crate::matching) reaching: &'static [&'static [&'static str]],
    /// Stems of numbers that only grow: `the toll`.
    pub(in crate::matching) growing: Words,
    /// Stems of verbs by which somebody counts on: `had registered 71,500`.
    pub(in crate::matching) registering: Words,
    /// What a figure is told with that goes on growing: `12 so far`.
    pub(in crate::matching) so_far: &'static [&'static [&'static str]],
    /// The same of one that goes on shrinking: `12 are still missing`.
    pub(in crate::matching) still: Words,
    /// Its verbs, behind the number: `12 remain missing`.
    pub(in crate::matching) remaining: Words,
    /// What the value that replaces another stands behind: `to 12,000`.
    pub(in crate::matching) to: &'static str,
    /// Words that put a statement before the present one: `earlier`.
    pub(in crate::matching) earlier: Words,
    /// Stems of what is raised from one number to the next: `its first offer was 500`.
    pub(in crate::matching) raised: Words,
    /// `up from 14`, `down from 20`.
    pub(in crate::matching) directions: Words,
    /// The word after them, and what a revision starts from.
    pub(in crate::matching) from: &'static str,
    /// What a figure does that its owner moves: `has come up to 52`.
    pub(in crate::matching) moving: Words,
    /// What those are who are not there: `640 reported missing`.
    pub(in crate::matching) lost: Words,
    /// What is told of them when they are: `have been located`.
    pub(in crate::matching) found: Words,
    /// Words behind which others may be told to be.
    pub(in crate::matching) parting: Words,
    /// `now says`.
    pub(in crate::matching) now: &'static str,
    /// Words that leave open whether a thing is so.
    pub(in crate::matching) doubting: Words,
    /// Verbs that, negated, leave it open: `could not confirm`.
    pub(in crate::matching) confirming: Words,
    /// Words that say that a thing is certain.
    pub(in crate::matching) proving: Words,
    /// What proves something when it `shows` it: `documents show`.
    pub(in crate::matching) proofs: Words,
    /// What a proof does.
    pub(in crate::matching) showing: Words,
    /// By which a statement is not so, or was taken back.
    pub(in crate::matching) withdrawn: &'static WithdrawnWords,
}

/// English.
pub(super) static ENGLISH: StanceWords = StanceWords {
    opening: Words::new(&[
        ",", "that", "who", "whom", "whose", "which", "where", "when", "because", "and", "but", "as", "so", "if",
        "after", "before", "since", "while",
    ]),
    revising: Words::new(&["revis", "correct", "amend", "updat", "retract", "restat"]),
    adjusting: Words::new(&[
        "lower", "rais", "cut", "reduc", "adjust", "downgrad", "upgrad", "scale", "withdraw", "chang", "slash", "trim",
        "hike", "boost", "bump", "lift", "increas", "pare", "upped",
    ]),
    figures: Words::new(&["number", "total", "toll", "talli", "demand", "offer", "bid", "pledg"]),
    had: "had",
    intending: Words::new(&["plan", "plans", "planned", "intend", "intends", "intended"]),
    expecting: Words::new(&[
        "expect", "hope", "anticip", "forecast", "predict", "plan", "envisag", "project", "fear", "budget",
    ]),
    foreseeing: Words::new(&["forese", "foresaw", "foreseen", "provid", "stipul"]),
    rules: Words::new(&[
        "law",
        "laws",
        "licence",
        "license",
        "permit",
        "rule",
        "rules",
        "regulation",
        "regulations",
        "statute",
        "contract",
        "code",
        "directive",
        "ordinance",
        "constitution",
        "treaty",
        "charter",
        "guideline",
        "guidelines",
        "standard",
        "standards",
        "bylaw",
        "bylaws",
    ]),
    ruling: Words::new(&["requir", "oblig", "permit", "allow", "forbid", "prohibit", "compel", "entitl"]),
    keeping: Words::new(&["stay", "remain", "keep", "kept", "held"]),
    aims: Words::new(&["target", "goal", "aim", "ambit"]),
    warning: Words::new(&["warn", "fear", "threaten"]),
    would: "would",
    will: "will",
    once_more: Words::new(&["again"]),
    agreeing: Words::new(&[
        "agre", "plan", "intend", "arrang", "promis", "schedul", "due", "expect", "hope", "are", "set", "vow",
    ]),
    have: "have",
    that: "that",
    postponed: &postponing_words::ENGLISH,
    meant: Words::new(&["supposed", "meant", "intended"]),
    planned: Words::new(&["planned", "designed", "due", "scheduled", "set", "slated", "expected"]),
    came: Words::new(&[
        "was", "were", "had", "did", "took", "ran", "came", "went", "drew", "brought", "saw", "got", "made", "held",
        "left", "fell", "rose", "grew", "sold", "bought", "paid", "spent", "built", "cost", "killed", "lost", "won",
    ]),
    conditions: Words::new(&["if", "unless"]),
    believing: Words::new(&[
        "believ", "think", "say", "claim", "suggest", "assert", "alleg", "insist", "maintain", "accept",
    ]),
    instead: &[("instead", "of"), ("rather", "than")],
    comparing: Words::new(&["than", "of", "below", "above", "beyond", "under", "over", "not", "from"]),
    likening: Words::new(&["as", "than"]),
    outdoing: Words::new(&["miss", "beat", "exceed", "surpass", "undershot", "overshot", "outstrip", "defi"]),
    but: Words::new(&["but", "yet", "instead", "only"]),
    conceding: Words::new(&["though", "although", "where", "when", "while", "whereas", "against"]),
    hearsay: Words::new(&["report", "claim", "rumour", "rumor", "alleg", "talk", "suggest", "assert", "stori"]),
    verdicts: &verdict_words::ENGLISH,
    was: Words::new(&["was", "were"]),
    could: Words::new(&["could", "might", "may"]),
    calling_out: Words::new(&["call", "hold", "stage", "order", "announce", "launch", "impose", "seek", "begin"]),
    calling_off: &[("ruled", "out"), ("called", "off"), ("put", "off")],
    can: "could",
    obliging: Words::new(&["should", "ought"]),
    fear: "fear",
    despite: Words::new(&["despite", "amid", "of", "for", "over", "in", "no", "without", "and"]),
    demanding: Words::new(&["demand", "urg", "request", "propos", "recommend", "plead", "implor"]),
    requesting: Words::new(&["ask", "call", "beg", "press"]),
    working_out: Words::new(&["discussing", "negotiating", "drafting", "devising", "debating", "weighing"]),
    rumours: Words::new(&["rumour", "rumours", "rumor", "rumors", "speculation", "gossip"]),
    wanting: Words::new(&["seek", "sought", "want", "risk", "threaten", "avoid", "escap", "spare", "argu", "push"]),
    penalties: Words::new(&["fine", "fines", "ban", "bans", "penalty", "sentence", "jail", "prison", "suspension"]),
    to_change: Words::new(&[",", "a", "that", "which", "been", "has", "had", "since", "then", "later"]),
    imposed: Words::new(&["imposed", "upheld", "confirmed", "levied", "issued", "handed"]),
    drafts: Words::new(&["draft", "drafts", "proposal", "proposals", "plan", "plans", "blueprint"]),
    considering: Words::new(&["consid", "contempl", "mull", "moot"]),
    offers: Words::new(&["offer", "offers", "proposal", "bid"]),
    determining: Words::new(&["its", "their", "his", "her", "the", "this"]),
    particles: Words::new(&["in", "out", "up", "off", "on", "down"]),
    requested: Words::new(&["a", "an", "the", "its", "new"]),
    reckoning: Words::new(&["count", "includ", "add", "exclud", "subtract", "deduct", "factor", "ignor", "leave"]),
    anyone: Words::new(&["you", "we", "one"]),
    arriving: Words::new(&["reach", "rise", "climb", "exceed", "surpass", "grow", "hit", "increas", "top"]),
    rising: Words::new(&[
        "raised",
        "raises",
        "lifted",
        "lifts",
        "rise",
        "rises",
        "rose",
        "risen",
        "rising",
        "climbs",
        "climbed",
        "climbing",
        "grows",
        "grew",
        "grown",
        "growing",
        "jumps",
        "jumped",
        "jumping",
        "increases",
        "increased",
        "increasing",
        "soars",
        "soared",
        "surges",
        "surged",
        "mounts",
        "mounted",
    ]),
    falling: Words::new(&[
        "falls",
        "fell",
        "fallen",
        "falling",
        "drops",
        "dropped",
        "dropping",
        "declines",
        "declined",
        "declining",
        "decreases",
        "decreased",
        "decreasing",
        "sinks",
        "sank",
        "sunk",
        "shrinks",
        "shrank",
        "shrunk",
        "slips",
        "slipped",
    ]),
    reaching: &[&["reached"], &["hit"], &["stood", "at"], &["stands", "at"]],
    growing: Words::new(&["toll", "talli"]),
    registering: Words::new(&["regist", "record", "count", "log", "talli"]),
    so_far: &[
        &["so", "far"],
        &["to", "date"],
        &["until", "now"],
        &["up", "to", "now"],
        &["already"],
        &["have", "now"],
        &["has", "now"],
        &["now", "been"],
    ],
    still: Words::new(&["still"]),
    remaining: Words::new(&["remain", "remained"]),
    to: "to",
    raised: Words::new(&["offer", "bid", "demand", "propos"]),
    earlier: Words::new(&[
        "earlier",
        "previously",
        "previous",
        "initially",
        "initial",
        "originally",
        "original",
        "preliminary",
        "first",
    ]),
    directions: Words::new(&["up", "down"]),
    from: "from",
    moving: Words::new(&["come", "came", "gone", "went"]),
    lost: Words::new(&["missing", "unaccounted", "stranded", "trapped"]),
    found: Words::new(&["located", "found", "traced", "accounted", "rescued", "freed"]),
    parting: Words::new(&[
        "and", "but", "after", "before", "where", "when", "while", "as", "because", "which", "whose", "who", "whom",
        "that", "they", "their", "his", "her", "its", "it",
    ]),
    now: "now",
    doubting: Words::new(&[
        "may",
        "might",
        "allegedly",
        "alleged",
        "unconfirmed",
        "unverified",
        "possibly",
        "perhaps",
        "probably",
        "apparently",
        "suspected",
        "rumoured",
        "rumored",
        "reportedly",
        "supposedly",
        "likely",
        "purported",
        "purportedly",
        "presumably",
        "feared",
        "fears",
    ]),
    confirming: Words::new(&["confirm", "verifi", "establish", "prove", "corrobor"]),
    proving: Words::new(&["undoubtedly", "certainly", "definitely", "proven", "proved", "undeniably", "verified"]),
    proofs: Words::new(&["document", "record", "evid", "footag", "proof", "data", "paper", "file"]),
    showing: Words::new(&["show", "prove", "reveal", "confirm", "establish"]),
    withdrawn: &withdrawn_words::ENGLISH,
};
