//! The words that tell one thing from another: what rules out what, what means only one of several, by what people
//! are counted. A language is one table.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct ContrastWords {
    /// Families of meanings that rule each other out, each meaning a row of
    /// stems: who was killed was not injured.
    pub(in crate::matching) families: &'static [&'static [&'static [&'static str]]],
    /// Who is of another side, whoever speaks: `enemy` soldiers.
    pub(in crate::matching) of_others: Words,
    /// How words end that say from where somebody is: `Norvian`.
    pub(in crate::matching) origins: &'static [&'static str],
    /// Words in `-s` behind a number that are no noun: `14 overseas`.
    pub(in crate::matching) no_nouns: Words,
    /// Long words in `-est` that are no superlative: `the protest`.
    pub(in crate::matching) no_superlatives: Words,
    /// Stems of what several do once: so many of them did it, and not so often.
    pub(in crate::matching) done_by_several: Words,
    /// Their past, where it does not end in `ed`.
    pub(in crate::matching) did: Words,
    /// Two words that mean as much as one of these stems: `taken prisoner`.
    pub(in crate::matching) taken: &'static [(&'static str, &'static str, &'static str)],
    /// Words by which one of several is meant, and without which it may be any: `the longest call`.
    pub(in crate::matching) singling_out: Words,
    /// Words by which another one is meant than the one that is told of: `a separate attack`.
    pub(in crate::matching) setting_apart: Words,
    /// What stands before another's figure that a number is held against: `above the union's estimate`.
    pub(in crate::matching) held_against: Words,
    /// What is so of each one, whose number is no count: `one day of it costs more than that`.
    pub(in crate::matching) of_each: Words,
    /// What makes a thing of the same kind of what a noun alone would mean: `its sister ship`.
    pub(in crate::matching) beside_it: Words,
    /// How something came over a place, besides verbs in `ed`: `since a dam burst`.
    pub(in crate::matching) coming: Words,
    /// What stands before another one at which a thing came to pass: `in a separate attack`.
    pub(in crate::matching) occurring: Words,
    /// What stands before the verb that tells what became of somebody, besides its `was`.
    pub(in crate::matching) befalling: Words,
    /// Who is asked in a poll, all of them: `40% among adults`.
    pub(in crate::matching) everyone: Words,
    /// Nouns by which people are counted, besides those for whoever does something.
    pub(in crate::matching) people: Words,
    /// Those who are counted together, by a word that has no plural.
    pub(in crate::matching) staff: Words,
    /// Pronouns that stand for a thing: `it lasted`.
    pub(in crate::matching) standing_in: Words,
    /// Words by which it is told where something was, before it is: `on the deck it came`.
    pub(in crate::matching) placing: Words,
    /// What may stand between a subject and its verb.
    pub(in crate::matching) helping: Words,
    /// Stems by which one thing is called, a row a thing: whoever asks for a call may read of a conversation.
    pub(in crate::matching) same_thing: &'static [&'static [&'static str]],
    /// Stems of nouns that may be of any thing.
    pub(in crate::matching) any_thing: Words,
    /// What leads from a verb or noun to whom it has to do with: `handed to`, `made by`.
    pub(in crate::matching) leading_on: Words,
    /// Stems of being for something: who asks for these asks how somebody voted.
    pub(in crate::matching) backing: Words,
    /// What a number says how far one is ahead by: `a majority of 2,226 votes`.
    pub(in crate::matching) leads: Words,
    /// What stands before a number by which another is measured.
    pub(in crate::matching) measured_by: &'static [(&'static str, &'static str)],
    /// What makes another number of one: `twice` what was planned.
    pub(in crate::matching) multiplying: Words,
    /// What is put to a thing or taken from it is no number of it: `adding 40 million to`.
    pub(in crate::matching) putting_to: &'static [(&'static [&'static str], &'static str)],
}

/// English.
pub(super) static ENGLISH: ContrastWords = ContrastWords {
    families: &[
        &[
            &["die", "kill", "perish", "dead", "death", "fatal", "drown"],
            &["injur", "hurt", "wound"],
            &["miss", "unaccount"],
            &["arrest", "detain", "captur"],
            &["rescu", "surviv"],
        ],
        &[&["favour", "favor", "support", "back", "approv", "endors"], &["oppos", "reject", "disapprov"]],
        &[&["import"], &["export"]],
        &[&["confirm"], &["suspect"]],
        &[&["gross"], &["net"]],
        &[&["buy", "bought", "purchas"], &["sell", "sold"]],
        &[&["man", "men"], &["woman", "women"], &["child", "children"]],
    ],
    of_others: Words::new(&["enemy", "hostile", "rebel", "foreign", "allied", "opposing", "rival"]),
    origins: &["an", "ese", "ish", "ch", "i"],
    no_nouns: Words::new(&[
        "times",
        "overseas",
        "always",
        "sometimes",
        "afterwards",
        "besides",
        "nowadays",
        "perhaps",
        "indoors",
        "outdoors",
        "upwards",
        "downwards",
        "onwards",
        "includes",
        "regardless",
    ]),
    done_by_several: Words::new(&[
        "meet", "call", "talk", "speak", "visit", "convers", "negoti", "debat", "protest", "march", "demonstr",
        "ralli", "attack", "raid", "clash", "fight", "flight", "trip", "consult",
    ]),
    did: Words::new(&["met", "spoke", "spoken", "rang", "fought", "flew"]),
    no_superlatives: Words::new(&[
        "arrest",
        "attest",
        "behest",
        "bequest",
        "budapest",
        "bucharest",
        "conquest",
        "contest",
        "detest",
        "digest",
        "divest",
        "earnest",
        "everest",
        "forest",
        "rainforest",
        "harvest",
        "honest",
        "dishonest",
        "infest",
        "ingest",
        "inquest",
        "interest",
        "disinterest",
        "invest",
        "manifest",
        "midwest",
        "modest",
        "molest",
        "northwest",
        "southwest",
        "priest",
        "protest",
        "request",
        "suggest",
        "tempest",
        "unrest",
        "immodest",
    ]),
    taken: &[
        ("taken", "prisoner", "captur"),
        ("taken", "captive", "captur"),
        ("taken", "hostage", "captur"),
        ("took", "prisoner", "captur"),
        ("took", "captive", "captur"),
        ("took", "hostage", "captur"),
        ("made", "prisoner", "captur"),
        ("held", "captive", "captur"),
        ("held", "hostage", "captur"),
        ("held", "prisoner", "captur"),
    ],
    singling_out: Words::new(&[
        "longest",
        "shortest",
        "largest",
        "biggest",
        "smallest",
        "highest",
        "lowest",
        "tallest",
        "oldest",
        "youngest",
        "fastest",
        "slowest",
        "heaviest",
        "deepest",
        "deadliest",
        "costliest",
        "busiest",
        "hottest",
        "coldest",
        "wettest",
        "strongest",
        "earliest",
        "worst",
    ]),
    coming: Words::new(&["burst", "sank", "broke", "struck", "hit", "began", "gave", "swept", "shook", "tore", "blew"]),
    setting_apart: Words::new(&[
        "previous",
        "earlier",
        "former",
        "separate",
        "another",
        "different",
        "unrelated",
        "similar",
        "rival",
        "old",
        "average",
        "typical",
    ]),
    held_against: Words::new(&["above", "below", "over", "under", "beyond", "than", "against"]),
    of_each: Words::new(&["costs", "equals", "saves", "suffices", "means", "weighs"]),
    beside_it: Words::new(&["sister", "twin", "rival", "another", "fellow", "neighbouring", "neighboring", "opposing"]),
    occurring: Words::new(&["in", "by", "during", "at", "from"]),
    befalling: Words::new(&["have", "has", "had", "been", "being", "later", "also"]),
    everyone: Words::new(&["adults", "respondents", "voters", "electors", "residents", "citizens", "everyone"]),
    people: Words::new(&[
        "victim", "casualty", "pupil", "child", "hostage", "woman", "job", "life", "death", "troop", "girl", "boy",
    ]),
    staff: Words::new(&["staff", "personnel", "crew", "police", "security", "men", "women", "children"]),
    standing_in: Words::new(&["it", "this"]),
    placing: Words::new(&["on", "in", "at", "aboard", "inside", "outside", "off", "near"]),
    helping: Words::new(&[
        "has", "have", "had", "was", "were", "is", "are", "been", "will", "would", "could", "may", "might", "also",
        "then", "just", "only", "thus", "now", "even", "still", "later", "all",
    ]),
    same_thing: &[
        &["call", "phone", "telephon", "convers", "talk", "discuss", "exchang", "chat", "dialogu"],
        &[
            "meet", "talk", "summit", "encount", "session", "visit", "audienc", "convers", "discuss", "negoti",
            "consult",
        ],
        &["talk", "negoti", "consult", "discuss", "convers", "session", "round", "dialogu"],
        &["sieg", "standoff", "blockad", "encircl"],
        &["war", "conflict", "fight", "battl", "hostil", "campaign"],
        &["journey", "trip", "cross", "flight", "voyag", "passag", "ride"],
        &["closur", "shutdown", "close", "stoppag"],
        &["search", "hunt", "rescu", "oper"],
        &["strike", "walkout", "stoppag", "action", "protest", "disput"],
        &["protest", "march", "demonstr", "ralli"],
        &["fire", "blaze", "inferno", "flame"],
        &["attack", "raid", "strike", "assault", "bomb", "shell", "explos", "blast"],
        &["quak", "earthquak", "tremor"],
        &["flood", "storm", "hurrican", "cyclon", "typhoon"],
        &["crash", "collis", "accid", "derail"],
        &["truce", "ceasefir", "paus"],
        &["trial", "hear", "case"],
        &["outag", "blackout", "failur", "cut"],
        &["soldier", "serviceman", "servicemen", "troop", "men", "fighter", "personnel"],
        &["polic", "offic", "policeman", "policemen"],
        &["worker", "miner", "employe", "staff"],
        &["pupil", "student", "children", "child"],
        &["civilian", "resid", "villag", "inhabit"],
        &["prison", "inmat", "detaine"],
    ],
    any_thing: Words::new(&[
        "event", "incid", "affair", "oper", "process", "effort", "project", "whole", "total", "disast", "tragedi",
        "crisi",
    ]),
    leading_on: Words::new(&["to", "by", "from", "with", "against", "for", "into", "of", "on", "at", "about", "over"]),
    backing: Words::new(&["back", "support", "favour", "favor", "approv", "accept", "endors", "yes"]),
    leads: Words::new(&["majority", "margin", "lead", "advantage", "plurality"]),
    putting_to: &[
        (&["add", "adds", "adding", "added"], "to"),
        (&["wipe", "wipes", "wiping", "wiped"], "off"),
        (&["knock", "knocks", "knocking", "knocked"], "off"),
        (&["shave", "shaves", "shaving", "shaved"], "off"),
        (&["take", "takes", "taking", "took"], "off"),
        (&["wipe", "wipes", "wiping", "wiped"], "from"),
    ],
    measured_by: &[
        ("compared", "with"),
        ("compared", "to"),
        ("up", "from"),
        ("down", "from"),
        ("as", "against"),
        ("cry", "from"),
    ],
    multiplying: Words::new(&[
        "double",
        "doubled",
        "twice",
        "triple",
        "treble",
        "thrice",
        "quadruple",
        "half",
        "quarter",
        "third",
    ]),
};
