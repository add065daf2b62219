//! The words that matching itself needs to know, as tables: a language is one
//! [`Lexicon`]. Words are folded; those that stand for all their forms are
//! stems (see [`stem`](crate::text::stem())).

use super::stance_words::StanceWords;
use crate::text::stem;
use std::collections::HashSet;
use std::sync::OnceLock;

/// One language's words.
#[derive(Debug)]
pub struct Lexicon {
    /// Words that carry little: they weigh little in a pattern and cost
    /// little in a text.
    pub function_words: &'static [&'static str],
    /// Words that turn a statement round; never passed over.
    pub negations: &'static [&'static str],
    /// Who belongs to a person and is somebody else: `wife`, `spokesman`.
    pub belongings: &'static [&'static str],
    /// Words that leave open whether what follows is so.
    pub leaving_open: &'static [&'static str],
    /// Words before a part of what was counted: `including 12 children`.
    pub including: &'static [&'static str],
    /// Stems of verbs that turn away what others say: `dismissed claims that`.
    pub turning_away: &'static [&'static str],
    /// Words that may take the place of a name that was just mentioned.
    pub pronouns: &'static [&'static str],
    /// Words that point at what was named before: `the two`, `their three`.
    pub pointing: &'static [&'static str],
    /// Titles before names.
    pub titles: &'static [&'static str],
    /// Words for saying, for all their forms: `say`, `claim`, `estimate`.
    pub saying: &'static [&'static str],
    /// What a claimant says things in: `statement`, `readout`.
    pub accounts: &'static [&'static str],
    /// Who speaks for a body: `the union leader said`, `a police chief said`.
    pub offices: &'static [&'static str],
    /// What sort of thing a claimant is, for `the firm` after its name.
    pub bodies: &'static [&'static str],
    /// Words that begin the window of a tally, and not just name a time.
    pub tallying: &'static [&'static str],
    /// Phrases that mean one word, by stems, with `*` for a pronoun.
    pub idioms: &'static [(&'static [&'static str], &'static str)],
    /// What `at one …` says only that it was some time: `at one point`.
    pub occasions: &'static [&'static str],
    /// Words that are a number of times: `twice`.
    pub multiples: &'static [(&'static str, i64)],
    /// `according` (to), and what else puts a claimant after itself.
    pub according: &'static [&'static str],
    /// Stems of words that name a source before it is named: `citing X`.
    pub citing: &'static [&'static str],
    /// Stems of words by which a statement is passed on: `as reported by X`.
    pub passing_on: &'static [&'static str],
    /// Words by which a sentence says how a value stands.
    pub(super) stance: &'static StanceWords,
    /// Words that start a clause of its own.
    pub clause_starts: &'static [&'static str],
    /// Stems that mean nearly the same, a row a meaning.
    pub synonyms: &'static [&'static [&'static str]],
    /// Families of meanings that rule each other out, each meaning a row of
    /// stems: who was killed was not injured.
    pub contrasts: &'static [&'static [&'static [&'static str]]],
    /// Words with which a sentence carries on what the one before said.
    pub carrying_on: &'static [&'static str],
    /// Words that join two names as equals, so that their order is free.
    pub joining: &'static [&'static str],
    /// The word before the doer of a passive.
    pub by: &'static [&'static str],
    /// What stands between a length of time and a later date: `before`.
    pub before: &'static [&'static str],
    /// What stands between a length of time and an earlier date: `after`.
    pub after: &'static [&'static str],
    /// Words between a date and the length of time that it is from another:
    /// `20 February, just four days before`.
    pub before_length: &'static [&'static str],
}

/// English.
pub static ENGLISH: Lexicon = Lexicon {
    before: &["before"],
    after: &["after"],
    before_length: &[",", "-", "just", "only", "some", "exactly", "which", "was", "or"],
    function_words: &[
        "a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "by", "from", "as", "and", "or", "that", "this",
        "these", "those", "it", "its", "he", "she", "they", "them", "his", "her", "their", "him", "has", "have", "had",
        "was", "were", "is", "are", "be", "been", "being", "will", "would", "also", "just", "only", "which", "who",
        "whom", "when", "where", "there", "than", "then", "so", "but", "into", "over", "up", "out", "about", "during",
        "since", "until", "'s", "some", "all", "both", "such", "still", "now", "already", "more", "most", "even",
        "very", "while", "after", "before", "between", "did", "do", "does", "we", "our", "us", "you", "your", "i",
        "my", "be",
    ],
    negations: &[
        "not", "no", "never", "neither", "nor", "without", "cannot", "didn't", "don't", "doesn't", "wasn't", "weren't",
        "isn't", "aren't", "hasn't", "haven't", "hadn't", "won't", "wouldn't", "can't", "couldn't", "denied", "none",
        "nobody",
    ],
    belongings: &[
        "wife",
        "husband",
        "son",
        "daughter",
        "brother",
        "sister",
        "father",
        "mother",
        "friend",
        "ally",
        "allies",
        "adviser",
        "advisers",
        "aide",
        "aides",
        "deputy",
        "rival",
        "predecessor",
        "successor",
        "party",
        "lawyer",
    ],
    leaving_open: &[
        "if",
        "whether",
        "unless",
        "unlike",
        "plan",
        "plans",
        "planned",
        "planning",
        "hope",
        "hopes",
        "hoped",
        "hoping",
        "want",
        "wants",
        "wanted",
        "intends",
        "intended",
        "threatens",
        "threatened",
        "doubts",
        "doubted",
        "denies",
        "denying",
        "untrue",
        "false",
        "refused",
        "refuses",
        "wished",
        "wishes",
    ],
    including: &["including"],
    turning_away: &["dismiss", "reject", "refut", "disput", "debunk", "rebut", "deni"],
    pronouns: &["he", "she", "they", "him", "her", "them", "his", "their", "who"],
    pointing: &["the", "these", "those", "his", "her", "its", "their", "our", "your", "my"],
    titles: &[
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "president",
        "minister",
        "prime",
        "chancellor",
        "leader",
        "king",
        "queen",
        "premier",
        "counterpart",
        "french",
        "russian",
        "german",
        "british",
        "american",
        "chinese",
        "ukrainian",
        "us",
        "uk",
        "foreign",
        "secretary",
        "general",
    ],
    saying: &[
        "say",
        "tell",
        "claim",
        "state",
        "report",
        "announce",
        "estimate",
        "count",
        "put",
        "declare",
        "insist",
        "add",
        "added",
        "confirm",
        "argue",
        "admit",
        "acknowledge",
        "note",
        "explain",
        "reply",
        "answer",
        "respond",
        "disagree",
        "counter",
        "stress",
        "tweet",
        "write",
        "record",
        "allege",
        "assert",
        "maintain",
        "believe",
        "reckon",
        "calculate",
        "list",
        "reveal",
        "warn",
        "describe",
        "quote",
        "speak",
        "give",
        "point",
        "suggest",
        "mention",
        "cite",
        "tally",
        "blame",
        "suspect",
        "concede",
        "think",
        "conclude",
        "find",
        "show",
        "register",
        "publish",
        "recall",
        "contend",
        "predict",
        "assess",
        "rule",
        "judge",
        "hold",
        "value",
    ],
    accounts: &[
        "statement",
        "readout",
        "account",
        "version",
        "record",
        "figure",
        "tally",
        "estimate",
        "count",
        "report",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "source",
        "site",
        "website",
        "press",
        "communique",
        "toll",
        "data",
        "list",
        "number",
        "total",
        "bulletin",
        "summary",
        "reckoning",
        "calculation",
        "survey",
    ],
    offices: &[
        "leader",
        "leaders",
        "chief",
        "chiefs",
        "head",
        "boss",
        "director",
        "secretary",
        "general",
        "chairman",
        "chairwoman",
        "chair",
        "president",
        "organisers",
        "members",
        "representative",
        "representatives",
        "officer",
        "officers",
        "commissioner",
    ],
    bodies: &[
        "firm",
        "company",
        "agency",
        "ministry",
        "office",
        "group",
        "union",
        "service",
        "association",
        "body",
        "organisation",
        "organization",
        "party",
        "department",
        "force",
        "institute",
        "watchdog",
        "authority",
        "federation",
        "council",
        "commission",
        "committee",
        "presidency",
        "palace",
        "bureau",
        "outlet",
        "paper",
        "newspaper",
    ],
    according: &["according"],
    stance: &super::stance_words::ENGLISH,
    citing: &["cite", "quot"],
    passing_on: &["report", "relay", "carri", "write", "broadcast"],
    tallying: &["since", "between", "from", "over"],
    idioms: &[
        (&["lose", "*", "live"], "die"),
        (&["lose", "*", "life"], "die"),
        (&["take", "to", "the", "street"], "demonstr"),
        (&["walk", "off", "the", "job"], "strike"),
        (&["be", "home", "to"], "live"),
    ],
    occasions: &["time", "point", "stage", "moment"],
    multiples: &[("twice", 2), ("thrice", 3)],
    clause_starts: &["while", "whereas", "but", "although", "though", "however", "against", "compared", "versus"],
    synonyms: &[
        &["phone", "call", "telephon", "ring"],
        &["speak", "talk", "convers", "discuss"],
        &["time", "occas"],
        &["die", "kill", "perish"],
        &["injur", "hurt", "wound"],
        &["protest", "demonstr", "march", "ralli"],
        &["protest", "demonstr", "marcher"],
        &["person", "individu"],
        &["blaze", "fire"],
        &["last", "go", "take"],
        &["begin", "start"],
        &["end", "finish", "conclud"],
        &["request", "initi", "behest"],
        &["destroy", "burn", "ravag", "scorch", "consum"],
        &["evacu", "displac"],
        &["cost", "price"],
        &["damag", "loss"],
        &["strike", "walkout", "stoppag"],
        &["meet", "encount"],
        &["hold", "have"],
        &["attack", "assault", "invad"],
        &["releas", "publish"],
        &["share", "post"],
        &["minut", "min"],
    ],
    contrasts: super::contrast_words::ENGLISH,
    carrying_on: &["also", "it", "he", "she", "they", "further", "furthermore", "moreover", "additionally"],
    joining: &["with", "and", "between", "together"],
    by: &["by"],
};

impl Lexicon {
    /// The stems that mean nearly the same as one, itself left out. Patterns
    /// ask for them once: a text is full of words, and most have none.
    #[must_use]
    pub fn synonyms_of(&self, stem: &str) -> Vec<&'static str> {
        let rows = self.synonyms.iter().filter(|row| row.contains(&stem));
        rows.flat_map(|row| row.iter().copied()).filter(|other| *other != stem).collect()
    }

    /// Whether a stem is of a word for saying.
    #[must_use]
    pub fn says(&self, stem: &str) -> bool {
        stems_of(&SAYING, self.saying).contains(stem)
    }

    /// Whether a stem is of a word for an account.
    #[must_use]
    pub fn is_account(&self, stem: &str) -> bool {
        stems_of(&ACCOUNTS, self.accounts).contains(stem)
    }

    /// Whether a stem is of a word for an account, or for what is only claimed in it.
    #[must_use]
    pub fn is_account_or_claim(&self, stem: &str) -> bool {
        self.is_account(stem)
            || matches!(stem, "claim" | "rumour" | "rumor" | "suggest" | "alleg" | "assert" | "notion")
    }

    /// Whether a folded word carries little.
    #[must_use]
    pub fn is_function_word(&self, folded: &str) -> bool {
        words_of(&FUNCTION_WORDS, self.function_words).contains(folded)
    }

    /// Whether a folded word turns a statement round.
    #[must_use]
    pub fn is_negation(&self, folded: &str) -> bool {
        words_of(&NEGATIONS, self.negations).contains(folded)
    }
}

/// Looked into with every token.
type Set<T> = HashSet<T, foldhash::fast::RandomState>;

static FUNCTION_WORDS: OnceLock<Set<&'static str>> = OnceLock::new();
static NEGATIONS: OnceLock<Set<&'static str>> = OnceLock::new();

/// A table's words, to be looked up: they are asked for with every token.
fn words_of(cell: &'static OnceLock<Set<&'static str>>, words: &[&'static str]) -> &'static Set<&'static str> {
    cell.get_or_init(|| words.iter().copied().collect())
}

static SAYING: OnceLock<Set<String>> = OnceLock::new();
static ACCOUNTS: OnceLock<Set<String>> = OnceLock::new();

/// The stems of a table's words, made once. There is one language so far;
/// with a second the cells move into it.
fn stems_of(cell: &'static OnceLock<Set<String>>, words: &[&str]) -> &'static Set<String> {
    cell.get_or_init(|| words.iter().map(|word| stem(word).into_owned()).collect())
}
