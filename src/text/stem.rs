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

use foldhash::fast::RandomState;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use xxhash_rust::xxh3::xxh3_64;

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

/// A stem, with a number by which nearly all others are told from it at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stem {
    text: Rc<str>,
    print: u64,
}

impl Stem {
    /// A stem as it is written.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { print: print_of(text), text: text.into() }
    }

    /// Its [number](print_of).
    #[must_use]
    #[inline]
    pub fn print(&self) -> u64 {
        self.print
    }
}

impl std::ops::Deref for Stem {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.text
    }
}

/// A number for a word: that of another one is most probably another.
#[must_use]
pub fn print_of(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// The stem of a folded word.
#[must_use]
pub fn stem(folded: &str) -> Cow<'_, str> {
    Cow::Owned((*shared_stem(folded)).to_owned())
}

/// The same, shared with whoever asks for the stem of this word again.
#[must_use]
pub fn shared_stem(folded: &str) -> Stem {
    if folded.len() > LONGEST_KNOWN {
        return Stem::new(&english(folded));
    }
    KNOWN.with_borrow_mut(|known| known.stem(folded))
}

/// News says most words again and again: looking one up is a fraction of
/// stemming it. So many are kept by each thread.
const MOST_KNOWN: usize = 1 << 14;
/// Longer words are hardly ever met again, and none of them is irregular.
const LONGEST_KNOWN: usize = 24;

thread_local! {
    static ENGLISH: Stemmer = Stemmer::create(Algorithm::English);
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The words that a thread has stemmed.
#[derive(Default)]
struct Known {
    /// By their bytes, as a number: so that none has to be looked for elsewhere.
    short: HashMap<u128, Stem, RandomState>,
    longer: HashMap<Box<str>, Stem, RandomState>,
}

impl Known {
    fn stem(&mut self, folded: &str) -> Stem {
        // Both are forgotten once they are too many.
        if self.short.len() + self.longer.len() >= MOST_KNOWN {
            *self = Self::default();
        }
        let stem = || irregular(folded).map_or_else(|| Stem::new(&english(folded)), |row| Stem::new(row[0]));
        match number_of(folded) {
            Some(number) => self.short.entry(number).or_insert_with(stem).clone(),
            None => self.longer.get(folded).cloned().unwrap_or_else(|| {
                let stem = stem();
                self.longer.insert(folded.into(), stem.clone());
                stem
            }),
        }
    }
}

/// The bytes of a short word as a number that no other has; `None` for a longer one.
fn number_of(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    // The last byte is free for the length: a text may have a NUL.
    bytes[..15].get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes[15] = u8::try_from(word.len()).ok()?;
    Some(u128::from_le_bytes(bytes))
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
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_that_differ_have_numbers_that_do(words in prop::array::uniform2("[ab\0]{0,17}")) {
            let numbers = words.each_ref().map(|word| number_of(word));
            prop_assert_eq!(numbers[0].is_some(), words[0].len() < 16);
            prop_assert!(words[0] == words[1] || numbers[0].is_none() || numbers[0] != numbers[1]);
        }
    }

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
