//! Words to stems: `spoke`, `spoken` and `speaks` are all `speak`.
//!
//! Regular endings are Snowball's work; what English bends irregularly is a
//! table. A stem is for comparing words and is never shown to anyone.
//!
//! ```
//! use gainsay::text::stem;
//! assert_eq!(stem("phoned"), stem("phones"));
//! assert_eq!(stem("spoken"), stem("speaking"));
//! ```

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Base form, then the forms that Snowball would not bring back to it.
const IRREGULAR: &[&[&str]] = &[
    &["arise", "arose", "arisen"],
    &["be", "am", "are", "is", "was", "were", "been", "being"],
    &["bear", "bore", "borne"],
    &["beat", "beaten"],
    &["become", "became"],
    &["begin", "began", "begun"],
    &["break", "broke", "broken"],
    &["bring", "brought"],
    &["build", "built"],
    &["burn", "burnt"],
    &["buy", "bought"],
    &["catch", "caught"],
    &["child", "children"],
    &["choose", "chose", "chosen"],
    &["close", "closed", "closes", "closing", "closure", "closures"],
    &["come", "came"],
    &["die", "died", "dies", "dying", "dead", "death", "deaths"],
    &["do", "does", "did", "done", "doing"],
    &["draw", "drew", "drawn"],
    &["drive", "drove", "driven"],
    &["explode", "explodes", "exploded", "exploding", "explosion", "explosions"],
    &["fall", "fell", "fallen"],
    &["feel", "felt"],
    &["fight", "fought"],
    &["find", "found"],
    &["flee", "fled"],
    &["fly", "flew", "flown", "flies"],
    &["foot", "feet"],
    &["get", "got", "gotten"],
    &["give", "gave", "given"],
    &["go", "goes", "went", "gone"],
    &["grow", "grew", "grown"],
    &["have", "has", "had", "having"],
    &["hear", "heard"],
    &["hide", "hid", "hidden"],
    &["hold", "held"],
    &["invade", "invades", "invaded", "invading", "invasion", "invasions"],
    &["keep", "kept"],
    &["know", "knew", "known"],
    &["lay", "laid"],
    &["lead", "led"],
    &["leave", "left"],
    &["lend", "lent"],
    &["lie", "lay", "lain"],
    &["lose", "lost"],
    &["make", "made"],
    &["man", "men"],
    &["mean", "meant"],
    &["meet", "met"],
    &["pay", "paid"],
    &["person", "people", "persons"],
    &["ride", "rode", "ridden"],
    &["ring", "rang", "rung"],
    &["rise", "rose", "risen"],
    &["run", "ran"],
    &["say", "said", "says"],
    &["see", "saw", "seen"],
    &["seek", "sought"],
    &["sell", "sold"],
    &["send", "sent"],
    &["shake", "shook", "shaken"],
    &["shoot", "shot"],
    &["show", "shown"],
    &["sink", "sank", "sunk"],
    &["sit", "sat"],
    &["speak", "spoke", "spoken"],
    &["spend", "spent"],
    &["stand", "stood"],
    &["steal", "stole", "stolen"],
    &["strike", "struck", "stricken"],
    &["sweep", "swept"],
    &["take", "took", "taken"],
    &["teach", "taught"],
    &["tell", "told"],
    &["think", "thought"],
    &["throw", "threw", "thrown"],
    &["understand", "understood"],
    &["wake", "woke", "woken"],
    &["wear", "wore", "worn"],
    &["win", "won"],
    &["withdraw", "withdrew", "withdrawn"],
    &["woman", "women"],
    &["write", "wrote", "written"],
];

/// The stem of a folded word.
#[must_use]
pub fn stem(folded: &str) -> Cow<'_, str> {
    Cow::Owned(shared_stem(folded).as_ref().to_owned())
}

/// The same, shared with whoever asks for the stem of this word again.
#[must_use]
pub fn shared_stem(folded: &str) -> Rc<str> {
    if folded.len() > LONGEST_KNOWN {
        return english(folded).into();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(stem) = known.get(folded) {
            return Rc::clone(stem);
        }
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        let stem = irregular(folded).map_or_else(|| english(folded), |row| row[0].to_owned());
        let stem: Rc<str> = stem.into();
        known.insert(folded.into(), Rc::clone(&stem));
        stem
    })
}

/// News says most words again and again: looking one up is a fraction of
/// stemming it. So many are kept by each thread.
const MOST_KNOWN: usize = 1 << 14;
/// Longer words are hardly ever met again, and none of them is irregular.
const LONGEST_KNOWN: usize = 24;

thread_local! {
    static ENGLISH: Stemmer = Stemmer::create(Algorithm::English);
    static KNOWN: RefCell<HashMap<Box<str>, Rc<str>, foldhash::fast::RandomState>> = RefCell::default();
}

/// Snowball wants its English without a possessive, which is a token here.
fn english(folded: &str) -> String {
    ENGLISH.with(|english| english.stem(folded).into_owned())
}

/// Every form of a word that shares no beginning with its stem, for searching
/// by plain text: for `speak` also `spoke` and `spoken`.
#[must_use]
pub fn irregular_forms(folded: &str) -> &'static [&'static str] {
    irregular(folded).unwrap_or(&[])
}

fn irregular(folded: &str) -> Option<&'static [&'static str]> {
    use std::sync::OnceLock;
    static BY_FORM: OnceLock<HashMap<&'static str, &'static [&'static str]>> = OnceLock::new();
    let by_form = BY_FORM.get_or_init(|| {
        // A form of two verbs (`lay`) belongs to the first that lists it.
        let mut map = HashMap::new();
        for row in IRREGULAR {
            for form in *row {
                map.entry(*form).or_insert(*row);
            }
        }
        map
    });
    by_form.get(folded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_verb_share_a_stem() {
        for (a, b) in
            [("spoke", "speaks"), ("held", "holding"), ("died", "dead"), ("calls", "called"), ("people", "persons")]
        {
            assert_eq!(stem(a), stem(b), "{a} and {b}");
        }
        assert_ne!(stem("call"), stem("hall"));
    }
}
