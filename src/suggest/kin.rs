//! Words by which news says the same thing, as stems: `killed`, `dead` and
//! `toll`. Wider than what patterns take for the same: a suggestion is read by
//! somebody before it is used.
//!
//! ```text
//! kin("phone") == kin("call"), kin("casualti") == kin("dead")
//! ```

use crate::matching::language::english::ENGLISH;
use crate::text::stem;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A row a meaning; the first word names it.
const ROWS: &[&[&str]] = &[
    &[
        "die", "dead", "death", "killed", "deadly", "fatality", "fatal", "toll", "lives", "perished", "bodies",
        "victims",
    ],
    &["injured", "hurt", "wounded", "injury", "wounds"],
    &[
        "call",
        "phone",
        "telephone",
        "conversation",
        "spoke",
        "speak",
        "spoken",
        "talk",
        "talked",
        "rang",
        "ring",
        "phoned",
    ],
    &["meeting", "met", "meet", "summit", "visit"],
    &[
        "people",
        "persons",
        "person",
        "men",
        "women",
        "residents",
        "civilians",
        "inhabitants",
        "individuals",
        "protesters",
        "demonstrators",
        "marchers",
        "participants",
        "attendees",
        "crowd",
        "turnout",
    ],
    &["march", "protest", "demonstration", "rally", "demonstrated", "marched", "demonstrate"],
    &["worker", "employee", "staff", "miner", "builder", "labourer"],
    &["household", "family", "home"],
    &["refugee", "displaced", "evacuated", "evacuee", "evacuation", "fled", "uprooted"],
    &["missing", "unaccounted"],
    &["arrested", "arrest", "detained", "detention", "custody"],
    &["cost", "price", "bill", "budget", "costs"],
    &["damage", "loss", "losses", "destroyed"],
    &["fire", "blaze", "flames", "burned", "burnt", "burning"],
    &["begin", "began", "begun", "start", "started", "broke"],
    &["end", "finish", "finished", "completed", "ended", "concluded", "ready"],
    &["attack", "invasion", "invaded", "assault", "attacked", "offensive", "strike"],
    &["vote", "election", "elected", "ballot", "voted", "poll"],
    &["lasted", "last", "duration", "long", "length"],
    &["high", "height", "tall"],
    &["produce", "generate", "capacity", "output"],
    &["aid", "pledge", "pledged", "donation", "donated"],
    &["sack", "dismissed", "redundant", "layoff", "fired"],
    &["earn", "salary", "paid", "wage", "pay"],
    &["sold", "sale", "sell", "bought", "buy", "purchase"],
    &["ship", "vessel", "boat"],
    &["infected", "infection", "case", "tested"],
    &["house", "building", "dwelling"],
    &["time", "times", "occasion", "occasions"],
];

/// The word that stands for a stem and all that mean the same.
pub(super) fn kin(stem_of_word: &str) -> &str {
    static KIN: OnceLock<HashMap<String, String>> = OnceLock::new();
    let kin = KIN.get_or_init(|| {
        let mut kin = HashMap::new();
        for row in ROWS {
            for word in *row {
                kin.entry(stem(word).into_owned()).or_insert_with(|| row[0].to_owned());
            }
        }
        for row in ENGLISH.synonyms {
            let name = row.iter().find_map(|stem| kin.get(*stem).cloned()).unwrap_or_else(|| row[0].to_owned());
            for stem in *row {
                kin.entry((*stem).to_owned()).or_insert_with(|| name.clone());
            }
        }
        kin
    });
    kin.get(stem_of_word).map_or(stem_of_word, String::as_str)
}

/// Whether a head word says nothing of what is counted: `spoke 60 times`.
pub(super) fn is_generic(kin: &str) -> bool {
    kin == "time"
}

/// Whether a word stands beside so many numbers that it tells little.
pub(super) fn is_faint(kin: &str) -> bool {
    matches!(kin, "people" | "time")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_says_one_thing_in_many_words() {
        let same = |a: &str, b: &str| kin(&stem(a)) == kin(&stem(b));
        assert!(same("killed", "toll") && same("phone", "spoken") && same("demonstrators", "people"));
        assert!(!same("killed", "injured") && !same("north", "south"));
    }
}
