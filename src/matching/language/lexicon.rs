//! The words that matching itself needs to know, as tables: a language is one
//! [`Lexicon`]. Words are folded; those that stand for all their forms are
//! stems (see [`stem`](crate::text::stem())).

use super::contrast_words::ContrastWords;
use super::correction_words::CorrectionWords;
use super::denial_words::DenialWords;
use super::figure_words::FigureWords;
use super::none_words::NoneWords;
use super::question_words::QuestionWords;
use super::stance_words::StanceWords;
use super::time_words::TimeWords;
use super::voice_words::VoiceWords;
use super::words::Words;
use crate::text::stem;
use std::collections::HashSet;
use std::sync::OnceLock;

/// One language's words.
#[derive(Debug)]
pub struct Lexicon {
    /// Words that carry little: they weigh little in a pattern and cost
    /// little in a text.
    pub function_words: Words,
    /// Words that turn a statement round; never passed over.
    pub negations: Words,
    /// Who belongs to a person and is somebody else: `wife`, `spokesman`.
    pub belongings: Words,
    /// Words that leave open whether what follows is so.
    pub leaving_open: Words,
    /// Words before a part of what was counted: `including 12 children`.
    pub including: Words,
    /// Words by which a sentence takes back what it says.
    pub(in crate::matching) denial: &'static DenialWords,
    /// Words that may take the place of a name that was just mentioned.
    pub pronouns: Words,
    /// Words that point at what was named before: `the two`, `their three`.
    pub pointing: Words,
    /// Pronouns that are the subject of their verb: `they recall`.
    pub subjects: Words,
    /// Those who do a thing with each other: `they met`.
    pub several: Words,
    /// Titles before names.
    pub titles: Words,
    /// Words for saying, for all their forms: `say`, `claim`, `estimate`.
    pub saying: Words,
    /// Words for telling, of which whoever stands before them is the one who says: not `counted`,
    /// which doctors do to patients.
    pub telling: Words,
    /// What a claimant says things in: `statement`, `readout`.
    pub accounts: Words,
    /// Who speaks for a body: `the union leader said`, `a police chief said`.
    pub offices: Words,
    /// The same of one person: `spokeswoman`.
    pub speakers: Words,
    /// What a person does who speaks for a body: `who leads the union`.
    pub leading: Words,
    /// What was done to a text on its day: `published on 12 September`.
    pub printing: Words,
    /// What sort of thing a claimant is, for `the firm` after its name.
    pub bodies: Words,
    /// Words that begin the window of a tally, and not just name a time.
    pub tallying: Words,
    /// Phrases that mean one word, by stems, with `*` for a pronoun.
    pub idioms: &'static [(&'static [&'static str], &'static str)],
    /// What `at one …` says only that it was some time: `at one point`.
    pub occasions: Words,
    /// Words that are a number of times: `twice`.
    pub multiples: &'static [(&'static str, i64)],
    /// `according` (to), and what else puts a claimant after itself.
    pub according: Words,
    /// Stems of words that name a source before it is named: `citing X`.
    pub citing: Words,
    /// Stems of words by which a statement is passed on: `as reported by X`.
    pub passing_on: Words,
    /// Words by which a sentence says how a value stands.
    pub(in crate::matching) stance: &'static StanceWords,
    /// Words by which a sentence asks for a value.
    pub(in crate::matching) questions: &'static QuestionWords,
    /// Words by which a sentence says that it corrects the one before.
    pub(in crate::matching) correction: &'static CorrectionWords,
    /// The words of another number for the same.
    pub(in crate::matching) figures: &'static FigureWords,
    /// The words of there being none.
    pub(in crate::matching) none: &'static NoneWords,
    /// Words by which a time is that of a value.
    pub(in crate::matching) times: &'static TimeWords,
    /// Words by which somebody says a thing without a verb of saying.
    pub(in crate::matching) voices: &'static VoiceWords,
    /// Labels of what is all together: `Total`.
    pub totals: Words,
    /// Stems of nouns that say no more than that people are counted.
    pub anybody: Words,
    /// Where one value of a sentence stops and what is said of another begins.
    pub parting: Words,
    /// Phrases by which a value is that of all times: `in all`.
    pub overall: &'static [&'static [&'static str]],
    /// Words that start a clause of its own.
    pub clause_starts: Words,
    /// Stems that mean nearly the same, a row a meaning.
    pub synonyms: &'static [&'static [&'static str]],
    /// Words right behind which a number says how far, and not how many.
    pub rising: Words,
    /// The stems of other words by which a pattern asks for that.
    pub rises: Words,
    /// The words that tell one thing from another.
    pub(in crate::matching) contrast: &'static ContrastWords,
    /// Words with which a sentence carries on what the one before said.
    pub carrying_on: Words,
    /// Words that join two names as equals, so that their order is free.
    pub joining: Words,
    /// The word before the doer of a passive.
    pub by: Words,
    /// What stands between a length of time and a later date: `before`.
    pub before: Words,
    /// What stands between a length of time and an earlier date: `after`.
    pub after: Words,
    /// Words between a date and the length of time that it is from another:
    /// `20 February, just four days before`.
    pub before_length: Words,
}

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
        stems_of(&SAYING, &self.saying).contains(stem)
    }

    /// Whether a stem is of a word for telling.
    #[must_use]
    pub fn tells(&self, stem: &str) -> bool {
        stems_of(&TELLING, &self.telling).contains(stem)
    }

    /// Whether a stem is of a word that states what is stated behind it.
    #[must_use]
    pub(in crate::matching) fn states(&self, stem: &str) -> bool {
        stems_of(&STATING, &self.voices.stating).contains(stem)
    }

    /// Whether a stem is of a word for what is done to whoever is told.
    #[must_use]
    pub(in crate::matching) fn informs(&self, stem: &str) -> bool {
        stems_of(&INFORMING, &self.voices.informing).contains(stem)
    }

    /// Whether a folded word is the first of a phrase by which somebody states something, or says on.
    #[must_use]
    pub(in crate::matching) fn begins_a_statement(&self, folded: &str) -> bool {
        let phrases = || self.voices.stating_phrases.iter().chain(self.voices.saying_on);
        let first = || Words::new(phrases().map(|phrase| phrase[0]).collect::<Vec<_>>().leak());
        PHRASES.get_or_init(first).contains(folded)
    }

    /// Whether a stem is of a word for an account.
    #[must_use]
    pub fn is_account(&self, stem: &str) -> bool {
        stems_of(&ACCOUNTS, &self.accounts).contains(stem)
    }

    /// Whether a stem is of a word for an account, or for what is only claimed in it.
    #[must_use]
    pub fn is_account_or_claim(&self, stem: &str) -> bool {
        self.is_account(stem)
            || matches!(
                stem,
                "claim" | "rumour" | "rumor" | "suggest" | "alleg" | "assert" | "notion" | "boast" | "insist"
            )
    }

    /// Whether a stem is the first of a phrase that means one word.
    #[must_use]
    pub(in crate::matching) fn begins_an_idiom(&self, stem: &str) -> bool {
        let first = || Words::new(self.idioms.iter().map(|(phrase, _)| phrase[0]).collect::<Vec<_>>().leak());
        IDIOMS.get_or_init(first).contains(stem)
    }

    /// Whether a folded word is what somebody is who speaks for others: `mayor`, `spokesman`.
    pub(in crate::matching) fn holds_office(&self, folded: &str) -> bool {
        self.offices.contains(folded) || self.speakers.contains(folded)
    }

    /// Whether a folded word carries little.
    #[must_use]
    pub fn is_function_word(&self, folded: &str) -> bool {
        let set = || self.function_words.iter().copied().collect();
        self.function_words.may_contain(folded) && FUNCTION_WORDS.get_or_init(set).contains(folded)
    }

    /// Whether a folded word picks the most of a kind: `largest`, `worst`.
    #[must_use]
    pub(in crate::matching) fn is_superlative(&self, folded: &str) -> bool {
        let is_long = folded.len() > 5 && folded.ends_with("est");
        matches!(folded, "best" | "worst") || is_long && !self.contrast.no_superlatives.contains(folded)
    }

    /// Whether a folded word turns a statement round.
    #[must_use]
    pub fn is_negation(&self, folded: &str) -> bool {
        self.negations.contains(folded)
    }
}

/// Too many to be compared one by one.
static FUNCTION_WORDS: OnceLock<HashSet<&'static str, foldhash::fast::RandomState>> = OnceLock::new();
static IDIOMS: OnceLock<Words> = OnceLock::new();
static SAYING: OnceLock<Words> = OnceLock::new();
static TELLING: OnceLock<Words> = OnceLock::new();
static ACCOUNTS: OnceLock<Words> = OnceLock::new();
static STATING: OnceLock<Words> = OnceLock::new();
static INFORMING: OnceLock<Words> = OnceLock::new();
static PHRASES: OnceLock<Words> = OnceLock::new();

/// The stems of a table's words, made once and kept for good. There is one language so far;
/// with a second the cells move into it.
fn stems_of(cell: &'static OnceLock<Words>, words: &[&str]) -> &'static Words {
    let stem = |word: &&str| -> &'static str { stem(word).into_owned().leak() };
    cell.get_or_init(|| Words::new(words.iter().map(stem).collect::<Vec<_>>().leak()))
}
