//! The words by which a sentence tells who says it without a verb of saying, and who is not the one
//! whom it names. A language is one table; its words are folded.

use super::account_words::{
    AGREED, AIMED, ALLEGING, COMMISSIONED, DATA, DONE_WITH, FITTING, HAVING_IT, HEADINGS, MAKING, PARTING, POLLS,
    PUT_OUT, SCENES, TELLERS, WITNESSING, WRITINGS,
};
use super::document_words::{self, DocumentWords};
use super::interview_words::{self, InterviewWords};
use super::person_words::{MEN, OPENING, PLACES, PersonWords, SOMEONE, STAFF, WOMEN, WRITING};
use super::reckoning_words::{
    ARRIVING, FORECASTS, FORETELLING, MEDIA, OWN_WORK, RECKONED, RECKONERS, RECKONING, SIDES,
};
use super::said_words::{self, SaidWords};
use super::saying_words::{
    ASIDE, DEALS, DROPPING, EXCLAIMING, FINITE, INTERPOSED, KEEPING, MOVING, NAMING, OPINING, PARTICIPLES, PAST,
    SAYING, SAYING_ON, STRANGERS,
};
use super::stating_words::{AGREEING, BLAMING, FINDING, INFORMING, PHRASES, STATING};
use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct VoiceWords {
    /// What a ministry or a minister is of: `the interior minister`.
    pub(in crate::matching) portfolios: Words,
    /// Whoever tells something and is not named: `a source`.
    pub(in crate::matching) informants: Words,
    /// Stems of whoever speaks for others, and is no paper: `an official`.
    pub(in crate::matching) tellers: Words,
    /// Who works for a body, and speaks for it as long as he does: `a TRF official`.
    pub(in crate::matching) staff: Words,
    /// What such a one is no more: `former`.
    pub(in crate::matching) left: Words,
    /// Who is somewhere, and not of that place: in Bern, `foreign` officials.
    pub(in crate::matching) strangers: Words,
    /// What two agree on: `deal`.
    pub(in crate::matching) deals: Words,
    /// Verbs of opinion, which state only with a clause behind them, each with whether a number may begin that.
    pub(in crate::matching) opining: &'static [(&'static str, bool)],
    /// How somebody who knows of a thing stands to it, with the word before it: `familiar with`.
    pub(in crate::matching) near: &'static [(&'static str, &'static str)],
    /// Words that say without a verb of saying that something is so: `is adamant that`.
    pub(in crate::matching) saying: &'static [&'static [&'static str]],
    /// Words that state something only with what is stated behind them: `swore that`.
    pub(in crate::matching) stating: Words,
    /// Those of them that agree to a thing as often, and may have little before their `that`.
    pub(in crate::matching) agreeing: Words,
    /// What is done to whoever is told: `assured MPs that`.
    pub(in crate::matching) informing: Words,
    /// Stems of what is done to whoever is blamed: `slammed` her for hiding it.
    pub(in crate::matching) blaming: Words,
    /// Those that find a thing out, as often as they tell it.
    pub(in crate::matching) finding: Words,
    /// Phrases that state what follows: `let it slip that`.
    pub(in crate::matching) stating_phrases: &'static [&'static [&'static str]],
    /// Phrases before a verb of saying, that only say that somebody says on: `goes on` saying.
    pub(in crate::matching) saying_on: &'static [&'static [&'static str]],
    /// What a source does with a number right behind it: `names` eight calls.
    pub(in crate::matching) counting: Words,
    /// What a source does with a number that it has worked out, right behind it: `arrives at` four.
    pub(in crate::matching) arriving: &'static [&'static [&'static str]],
    /// Who works a number out for a body: the ministry's `engineers`.
    pub(in crate::matching) reckoners: Words,
    /// Stems of what is done with a number that is somebody's own: `recorded` 11.
    pub(in crate::matching) reckoning: Words,
    /// What somebody does with a number that is to come: `forecasts` growth of 0.9.
    pub(in crate::matching) foretelling: Words,
    /// What a number is called that is to come: its growth `forecast`.
    pub(in crate::matching) forecasts: Words,
    /// What those are called with whom somebody is at odds: the Varnian `side`.
    pub(in crate::matching) sides: Words,
    /// What a newspaper or a station is called behind its name.
    pub(in crate::matching) media: Words,
    /// What makes somebody say a thing, who then says it: `forced the firm to admit`.
    pub(in crate::matching) forcing: Words,
    /// What has something done to whoever stands behind it: `have the minutes published`.
    pub(in crate::matching) having: Words,
    /// Pronouns that may stand for whoever the sentence begins with, and those of what is theirs.
    pub(in crate::matching) standing_for: Words,
    /// What stresses who it was, between a name and its verb: `the firm itself told`.
    pub(in crate::matching) reflexive: Words,
    /// Words before a pronoun that says something: `since he told`.
    pub(in crate::matching) reporting_after: Words,
    /// Words that begin a clause that goes along with another one: `when` he told drivers to slow down.
    pub(in crate::matching) aside: Words,
    /// What becomes of a number by what somebody says: it was `revised` to.
    pub(in crate::matching) moving: Words,
    /// Participles that do not end in `-ed`: notes `read` to a hearing.
    pub(in crate::matching) participles: Words,
    /// Verbs of saying that are no nouns and no participles: `show`.
    pub(in crate::matching) finite: Words,
    /// Verbs of saying in a past without `-ed`, which may have another use: `put`.
    pub(in crate::matching) past: Words,
    /// What may stand before a verb, and is none of its own: `still` says, `had long` said.
    pub(in crate::matching) helping: Words,
    /// How somebody exclaims what stands before: `raged` the mayor.
    pub(in crate::matching) exclaiming: &'static [&'static [&'static str]],
    /// What keeps to an account: `stands by`.
    pub(in crate::matching) keeping: &'static [&'static [&'static str]],
    /// What gives one up: `dropped its claim that`.
    pub(in crate::matching) dropping: Words,
    /// What gives a figure, before the noun for it: `set the figure at`.
    pub(in crate::matching) setting: Words,
    /// What somebody does with a thing who tells what it is, before an `as`: `presents` the offer as.
    pub(in crate::matching) showing_as: Words,
    /// What gives a thing a name, before a quotation: `called the deal “a farce”`.
    pub(in crate::matching) naming: Words,
    /// Phrases between whoever says something and their verb: `in turn`.
    pub(in crate::matching) interposed: &'static [&'static [&'static str]],
    /// What has a ministry or an army: the `country`'s army.
    pub(in crate::matching) owners: Words,
    /// What gives it a day: `dates the deal to 5 May`.
    pub(in crate::matching) dating: Words,
    /// What an account does of which only the one before is named: the union's `has` it.
    pub(in crate::matching) having_it: Words,
    /// What somebody keeps in which a thing is so: the `register` that the port keeps, and what is done with it.
    pub(in crate::matching) kept: Words,
    pub(in crate::matching) keeps: Words,
    /// What of a thing is told by whomever it is called of: `the union's date is`.
    pub(in crate::matching) given: Words,
    /// What somebody has of a thing: `in Dahl's view`.
    pub(in crate::matching) views: Words,
    /// What is given by somebody behind a comma: `31, given by the ministry`.
    pub(in crate::matching) giving: Words,
    /// What a number is given with, behind what it is of: `put at 31 by the ministry`.
    pub(in crate::matching) putting: &'static [(&'static str, &'static str)],
    /// What is not told but clear: `for Dahl, it is clear that`.
    pub(in crate::matching) clear: Words,
    /// How what somebody says stands to a thing that is known: it `fits` the film.
    pub(in crate::matching) fitting: Words,
    /// What nobody disputes: it is `common ground`.
    pub(in crate::matching) agreed: &'static [&'static [&'static str]],
    /// What a thing does that has a number: `it now stands at`.
    pub(in crate::matching) standing: Words,
    /// What puts a source on the other side: `contradicting`.
    pub(in crate::matching) opposing: Words,
    /// The same in front of `to`, `with` or `of`: `contrary to`.
    pub(in crate::matching) opposing_with: Words,
    /// What stands before a colon and a quotation, and is nobody: `Claim:`.
    pub(in crate::matching) headings: Words,
    /// What somebody does with an account of his own: `wrote` to members, so that the letter is his.
    pub(in crate::matching) writing: Words,
    /// What tells what somebody named is.
    pub(in crate::matching) persons: &'static PersonWords,
    /// What begins an opening that tells when, where or of what somebody speaks: `at` a rally, she said.
    pub(in crate::matching) opening: Words,
    /// Who somebody is that no text need name: a `man`.
    pub(in crate::matching) someone: Words,
    /// What only a woman is called, and only a man.
    pub(in crate::matching) women: Words,
    pub(in crate::matching) men: Words,
    /// Capitalised words of places, institutions and days, which no person is called by.
    pub(in crate::matching) places: Words,
    /// Whoever speaks, in their own words.
    pub(in crate::matching) speaking: Words,
    /// What the label of a headline is of that nobody says: Inferno `Town`.
    pub(in crate::matching) scenes: Words,
    /// What is done to an account by whoever did not write it: a report `commissioned` by the firm.
    pub(in crate::matching) commissioned: Words,
    /// What is asked of many: a `poll`.
    pub(in crate::matching) polls: Words,
    /// What is done with a paper by whoever speaks in it: a poll `conducted` by the firm.
    pub(in crate::matching) making: Words,
    /// Papers that are as often about whomever they are called by: the `inquiry` into the firm is the firm's `inquiry`.
    pub(in crate::matching) aimed: Words,
    /// What stands behind a participle that only says what was done with a paper: sent `to` the firm.
    pub(in crate::matching) done_with: Words,
    /// What stands between a paper and a verb that is not its own.
    pub(in crate::matching) parting: Words,
    /// What somebody says a thing in, that as often is only heard of: the gang's `message` said.
    pub(in crate::matching) writings: Words,
    /// What others do whose word somebody sets his own against: they `say` four.
    pub(in crate::matching) alleging: Words,
    /// Words of a label before what it counts: `among`.
    pub(in crate::matching) labelling: Words,
    /// What the outlet does that knows a thing at first hand: we have `seen` the footage.
    pub(in crate::matching) witnessing: Words,
    /// Numbers of which it is not told who found them: `results` released on Monday.
    pub(in crate::matching) data: Words,
    /// What is done with these: results `released` on Monday.
    pub(in crate::matching) put_out: Words,
    /// What somebody has who reckons: a lower `estimate` of 190.
    pub(in crate::matching) reckoned: Words,
    /// What is known of whoever says a thing: he was `heard` saying it.
    pub(in crate::matching) heard: Words,
    /// What the outlet itself has worked out: our `analysis`.
    pub(in crate::matching) own_work: Words,
    /// The words at the head of what somebody gave out.
    pub(in crate::matching) documents: &'static DocumentWords,
    /// The words of an interview.
    pub(in crate::matching) interview: &'static InterviewWords,
    /// Nouns for what somebody says, and those that are also verbs.
    pub(in crate::matching) said: &'static SaidWords,
}

/// English.
pub(super) static ENGLISH: VoiceWords = VoiceWords {
    portfolios: Words::new(&[
        "interior",
        "defence",
        "defense",
        "finance",
        "health",
        "justice",
        "education",
        "energy",
        "transport",
        "trade",
        "labour",
        "labor",
        "environment",
        "agriculture",
        "deputy",
        "vice",
        "attorney",
        "police",
        "ministry",
    ]),
    informants: Words::new(&[
        "source", "sources", "insider", "insiders", "person", "persons", "people", "somebody", "someone",
    ]),
    tellers: TELLERS,
    staff: STAFF,
    left: Words::new(&["former", "ex", "onetime", "retired", "erstwhile"]),
    strangers: STRANGERS,
    deals: DEALS,
    opining: OPINING,
    near: &[
        ("close", "to"),
        ("familiar", "with"),
        ("acquainted", "with"),
        ("briefed", "on"),
        ("briefed", "about"),
        ("briefed", "by"),
        ("informed", "about"),
        ("informed", "of"),
        ("knowledge", "of"),
        ("privy", "to"),
        ("access", "to"),
        ("sight", "of"),
        ("involved", "in"),
    ],
    stating: STATING,
    agreeing: AGREEING,
    informing: INFORMING,
    blaming: BLAMING,
    finding: FINDING,
    stating_phrases: PHRASES,
    saying_on: SAYING_ON,
    counting: Words::new(&[
        "names",
        "disclosed",
        "discloses",
        "documents",
        "documented",
        "logged",
        "logs",
        "enumerates",
        "itemises",
    ]),
    arriving: ARRIVING,
    reckoners: RECKONERS,
    reckoning: RECKONING,
    foretelling: FORETELLING,
    forecasts: FORECASTS,
    sides: SIDES,
    media: MEDIA,
    forcing: Words::new(&[
        "forced",
        "forces",
        "forcing",
        "led",
        "leads",
        "prompted",
        "prompts",
        "prompting",
        "compelled",
        "obliged",
        "caused",
        "drove",
        "pushed",
        "allowed",
        "allows",
        "moved",
        "shamed",
        "brought",
    ]),
    having: Words::new(&[
        "have", "having", "had", "has", "get", "gets", "getting", "got", "see", "want", "wants", "wanted",
    ]),
    standing_for: Words::new(&["he", "she", "it", "they", "its", "their", "his", "her"]),
    reflexive: Words::new(&["itself", "himself", "herself", "themselves"]),
    reporting_after: Words::new(&["since", "after", "when", "before", "because", "where", "until"]),
    aside: ASIDE,
    moving: MOVING,
    participles: PARTICIPLES,
    finite: FINITE,
    past: PAST,
    helping: Words::new(&[
        "has", "have", "had", "been", "still", "now", "also", "later", "then", "once", "long", "already", "again",
        "always", "both", "first", "all",
    ]),
    saying: SAYING,
    exclaiming: EXCLAIMING,
    keeping: KEEPING,
    dropping: DROPPING,
    setting: Words::new(&["set", "sets", "fixed", "fixes", "pegged", "pegs", "placed", "places"]),
    showing_as: Words::new(&[
        "presents",
        "presented",
        "portrays",
        "portrayed",
        "paints",
        "painted",
        "bills",
        "billed",
        "casts",
        "characterises",
        "characterised",
        "characterizes",
        "characterized",
        "depicts",
        "depicted",
    ]),
    naming: NAMING,
    interposed: INTERPOSED,
    owners: Words::new(&["country", "nation", "republic", "kingdom"]),
    dating: Words::new(&["date", "dates", "dated", "dating"]),
    given: Words::new(&["date", "dates", "timeline", "timing"]),
    having_it: HAVING_IT,
    fitting: FITTING,
    agreed: AGREED,
    kept: Words::new(&["books", "register", "registry", "accounts", "minutes"]),
    keeps: Words::new(&["keeps", "keep", "kept", "maintains", "runs", "publishes", "published", "holds", "compiles"]),
    views: Words::new(&["view", "opinion", "eyes", "telling", "judgment", "judgement", "reading"]),
    giving: Words::new(&["given", "provided", "issued", "supplied", "cited", "released", "reported", "quoted"]),
    putting: &[
        ("put", "at"),
        ("given", "as"),
        ("given", "at"),
        ("estimated", "at"),
        ("set", "at"),
        ("placed", "at"),
        ("stated", "as"),
        ("reported", "as"),
        ("valued", "at"),
        ("quoted", "as"),
        ("quoted", "at"),
    ],
    clear: Words::new(&["clear", "certain", "obvious", "plain", "evident", "beyond", "no"]),
    standing: Words::new(&[
        "stands", "stood", "rose", "rises", "risen", "fell", "falls", "fallen", "climbed", "grew", "grown", "reached",
        "dropped", "jumped", "totals", "totalled",
    ]),
    opposing: Words::new(&[
        "contradicting",
        "contradicts",
        "contradicted",
        "despite",
        "unlike",
        "disputing",
        "refuting",
        "rebutting",
        "belying",
        "notwithstanding",
    ]),
    opposing_with: Words::new(&["contrary", "contrast", "odds", "opposed", "defiance", "contradiction", "spite"]),
    headings: HEADINGS,
    scenes: SCENES,
    writing: WRITING,
    persons: &super::person_words::ENGLISH,
    opening: OPENING,
    someone: SOMEONE,
    women: WOMEN,
    men: MEN,
    places: PLACES,
    speaking: Words::new(&["i", "me", "we", "us", "my", "our"]),
    commissioned: COMMISSIONED,
    polls: POLLS,
    making: MAKING,
    aimed: AIMED,
    done_with: DONE_WITH,
    parting: PARTING,
    writings: WRITINGS,
    alleging: ALLEGING,
    labelling: Words::new(&["of", "which", "whom", "for", "among", "by", "including"]),
    witnessing: WITNESSING,
    data: DATA,
    put_out: PUT_OUT,
    heard: Words::new(&["heard", "overheard", "seen", "filmed", "recorded", "taped", "caught", "quoted"]),
    own_work: OWN_WORK,
    reckoned: RECKONED,
    documents: &document_words::ENGLISH,
    interview: &interview_words::ENGLISH,
    said: &said_words::ENGLISH,
};
