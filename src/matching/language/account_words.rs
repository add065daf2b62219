//! The words that tell whose an account is, or that it is nobody's who is named beside it. A language is one set of lists;
//! its words are folded.

use super::words::Words;

/// What somebody gives in which it is told what they say, or what they have counted.
pub(super) const ACCOUNTS: Words = Words::new(&[
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
    "database",
    "press",
    "communique",
    "toll",
    "data",
    "list",
    "number",
    "total",
    "bulletin",
    "update",
    "briefing",
    "summary",
    "reckoning",
    "calculation",
    "survey",
    "log",
    "diary",
    "transcript",
    "roster",
    "ledger",
    "payroll",
    "logbook",
]);

/// What stands before a colon and a quotation, and is nobody: `Claim:`.
pub(super) const HEADINGS: Words = Words::new(&[
    "claim",
    "claims",
    "quote",
    "quotes",
    "verdict",
    "fact",
    "facts",
    "rating",
    "update",
    "post",
    "caption",
    "headline",
    "statement",
    "context",
    "correction",
]);

/// What a headline in capitals is about, where its label says where something happened.
pub(super) const SCENES: Words = Words::new(&[
    "town", "village", "harbour", "port", "valley", "tower", "island", "coast", "school", "stadium", "border", "blaze",
    "fire", "inferno", "flood", "quake", "crash", "crush", "disaster", "tragedy", "horror", "attack", "siege", "war",
    "raid", "strike",
]);

/// What is done to an account by whoever did not write it.
pub(super) const COMMISSIONED: Words = Words::new(&[
    "commissioned",
    "ordered",
    "requested",
    "seen",
    "obtained",
    "funded",
    "financed",
    "sponsored",
    "leaked",
    "sought",
    "demanded",
    "reviewed",
    "received",
    "read",
    "challenged",
    "disputed",
    "rejected",
    "recovered",
    "seized",
    "intercepted",
    "criticised",
    "criticized",
    "withheld",
    "suppressed",
    "appointed",
    "hired",
    "dismissed",
    "welcomed",
    "ignored",
]);

/// What somebody says a thing in.
pub(super) const WRITINGS: Words = Words::new(&[
    "message",
    "messages",
    "letter",
    "letters",
    "note",
    "post",
    "posts",
    "tweet",
    "email",
    "e-mail",
    "memo",
    "video",
    "submission",
    "filing",
    "manifesto",
    "leaflet",
    "blog",
    "newsletter",
    "affidavit",
    "testimony",
    "speech",
    "e-mails",
    "emails",
    "memos",
    "memorandum",
    "filings",
    "leaflets",
    "notice",
    "circular",
    "lawsuit",
    "indictment",
    "complaint",
    "petition",
    "prospectus",
    "presentation",
    "page",
    "feed",
    "channel",
    "copy",
    "evidence",
    "mail",
    "mails",
]);

/// What others do whose word somebody sets his own against.
pub(super) const ALLEGING: Words = Words::new(&[
    "say",
    "says",
    "said",
    "claim",
    "claims",
    "claimed",
    "tell",
    "tells",
    "told",
    "insist",
    "insists",
    "insisted",
    "allege",
    "alleges",
    "alleged",
    "boast",
    "boasts",
    "boasted",
    "maintain",
    "maintains",
]);

/// What is done with a thing by whoever knows it at first hand.
pub(super) const WITNESSING: Words = Words::new(&[
    "seen",
    "saw",
    "watched",
    "viewed",
    "reviewed",
    "examined",
    "inspected",
    "checked",
    "verified",
    "obtained",
]);

/// What figures are told in.
pub(super) const DATA: Words =
    Words::new(&["results", "figures", "data", "statistics", "numbers", "records", "documents"]);

/// What is done with them.
pub(super) const PUT_OUT: Words =
    Words::new(&["released", "published", "compiled", "issued", "collected", "posted", "shared"]);

/// What is asked of many, or reckons for its maker.
pub(super) const POLLS: Words =
    Words::new(&["poll", "polling", "barometer", "index", "tracker", "model", "questionnaire"]);

/// Papers that are as often about whomever they are called by: `the Orme inquiry`.
pub(super) const AIMED: Words = Words::new(&[
    "inquiry",
    "enquiry",
    "investigation",
    "probe",
    "audit",
    "review",
    "lawsuit",
    "indictment",
    "complaint",
    "petition",
]);

/// What stands behind a participle that only says what was done with a paper.
pub(super) const DONE_WITH: Words = Words::new(&[
    "by",
    "on",
    "in",
    "for",
    "to",
    "with",
    "at",
    "from",
    "among",
    "between",
    "last",
    "this",
    "yesterday",
    "earlier",
    "over",
    "during",
    "out",
    "up",
    "jointly",
    "after",
    "of",
    "before",
    "ahead",
    "and",
    "as",
    "exclusively",
    "late",
    "hours",
    "days",
    "weeks",
]);

/// What stands between a paper and a verb that is not its own.
pub(super) const PARTING: Words = Words::new(&[
    ";", ":", "\"", "(", ")", "who", "whom", "whose", "while", "when", "because", "if", "but", "was", "were", "is",
    "are", "will", "would", "could", "did", "does", "do", "may", "might",
]);

/// What is done with a paper by whoever speaks in it, beside what is done by whoever puts it out.
pub(super) const MAKING: Words = Words::new(&[
    "conducted",
    "carried",
    "produced",
    "prepared",
    "written",
    "drafted",
    "drawn",
    "authored",
    "undertaken",
    "signed",
    "sent",
    "made",
    "done",
    "run",
    "put",
    "filed",
    "submitted",
    "circulated",
    "distributed",
    "handed",
    "gathered",
    "kept",
    "held",
    "led",
]);

/// Stems of whoever speaks for others, and is no paper.
pub(super) const TELLERS: Words = Words::new(&[
    "offici",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokesmen",
    "spokespeopl",
    "lawyer",
    "solicitor",
    "barrist",
    "attorney",
    "negoti",
    "economist",
    "inspector",
    "detect",
    "envoy",
]);

/// What an account does that is only told to be somebody's: `the union's has it that`.
pub(super) const HAVING_IT: Words = Words::new(&[
    "has", "is", "was", "says", "gives", "puts", "lists", "shows", "leaves", "omits", "makes", "speaks", "counts",
    "runs", "names", "mentions", "records", "dates", "ends", "begins",
]);

/// How what somebody says stands to a thing that is known.
pub(super) const FITTING: Words = Words::new(&[
    "fits",
    "fit",
    "matches",
    "matched",
    "contradicts",
    "contradicted",
    "contrasts",
    "tallies",
    "tallied",
    "squares",
    "conflicts",
    "agrees",
    "clashes",
]);

/// What nobody disputes.
pub(super) const AGREED: &[&[&str]] = &[
    &["common", "ground"],
    &["undisputed"],
    &["uncontested"],
    &["not", "in", "dispute"],
    &["no", "longer", "in", "dispute"],
    &["beyond", "dispute"],
    &["not", "disputed"],
    &["hardly", "disputed"],
    &["agreed", "by", "both"],
    &["agreed", "by", "all"],
];
