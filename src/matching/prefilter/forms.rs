//! What plain text a word can stand as: the beginnings of all its forms, so that
//! a search that knows no grammar loses nothing that alignment would take.
//!
//! ```text
//! speak       →  speak… spoke spoken, and talk… convers… discuss… by synonymy
//! possible    →  possib…            (possibility has no possibl)
//! Macron      →  m…, in a word like it that has mac or ron   (one letter wrong leaves a half as it is)
//! ```
//!
//! It refuses to tell which form stands there: that is for alignment.

use super::likely::Likely;
use crate::matching::float;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::passage::names;
use crate::matching::patterns::compile::Word;
use crate::matching::patterns::likeness;
use crate::text::stem::irregular_forms;

/// The beginning of a word to be searched for, folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::matching) struct Literal {
    /// Its letters.
    pub(super) text: String,
    /// Whether the word ends with it.
    pub(super) ends: bool,
    /// Whether it begins with a capital letter.
    pub(super) is_capital: bool,
    /// What the word around it must be like.
    pub(super) likely: Option<Likely>,
    /// The stem of the word around it.
    pub(super) stem: Option<String>,
}

impl Literal {
    /// Its letters, with which the word begins.
    pub(in crate::matching) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn beginning(text: impl Into<String>) -> Self {
        Self { text: text.into(), ends: false, is_capital: false, likely: None, stem: None }
    }

    fn word(text: impl Into<String>) -> Self {
        Self { ends: true, ..Self::beginning(text) }
    }

    fn like(self, likely: Likely) -> Self {
        Self { likely: Some(likely), ..self }
    }
}

/// From so many letters on, a word may be misspelt.
const SHORTEST_MISSPELT: usize = 6;

/// Everything that a text may have where alignment would see this word.
pub(super) fn forms_of(word: &Word, lexicon: &Lexicon) -> Vec<Literal> {
    let mut stems = vec![word.stem.as_str()];
    stems.extend(&word.synonyms);
    let mut forms: Vec<Literal> = stems.iter().flat_map(|stem| forms_of_stem(stem)).collect();
    // `Lost their lives` is read as `died`.
    for (phrase, _) in lexicon.idioms.iter().filter(|(_, meaning)| stems.contains(meaning)) {
        let longest = phrase.iter().max_by_key(|word| word.len());
        forms.extend(longest.into_iter().flat_map(|word| forms_of_stem(word)));
    }
    // `Twice` has the `times` of `two times` in it.
    if word.stem == "time" {
        forms.extend(lexicon.multiples.iter().map(|(word, _)| Literal::word(*word)));
    }
    if !word.is_function && !word.is_number && word.folded.len() >= SHORTEST_MISSPELT {
        forms.push(beginning_likely(&word.folded));
    }
    settled(forms)
}

/// What a text has where a word of a wording counts as quoted: its form, or one
/// that begins and looks like it.
pub(super) fn forms_in_wording(folded: &str, stem: &str) -> Vec<Literal> {
    let mut forms = forms_of_stem(stem);
    forms.push(Literal::word(folded));
    if folded.len() >= SHORTEST_MISSPELT {
        forms.push(beginning_likely(folded));
    }
    settled(forms)
}

/// A word like this one; the first three bytes are certain.
fn beginning_likely(folded: &str) -> Literal {
    let three = folded.char_indices().take_while(|(at, _)| *at < 3).map(|(_, letter)| letter);
    let likely = Likely::new(folded, likeness::LIKENESS, Vec::new());
    Literal::beginning(three.collect::<String>()).like(likely)
}

/// The word itself, or a name like it.
pub(in crate::matching) fn forms_of_name(folded: &str, is_capital: bool, may_be_misspelt: bool) -> Vec<Literal> {
    let mut forms = vec![Literal { is_capital, ..Literal::word(folded) }];
    if may_be_misspelt {
        forms.extend(name_like(folded, names::LIKENESS));
    }
    settled(forms)
}

/// The beginnings of every word that has a stem.
pub(in crate::matching) fn forms_of_stem(stem: &str) -> Vec<Literal> {
    let mut forms: Vec<Literal> = irregular_forms(stem).iter().map(|form| Literal::word(*form)).collect();
    forms.push(Literal { stem: Some(stem.to_owned()), ..Literal::beginning(shared_beginning(stem)) });
    // What Snowball has by heart.
    let by_heart = match stem {
        "sky" => "skies",
        "die" => "dying",
        "lie" => "lying",
        "tie" => "tying",
        _ => return settled(forms),
    };
    forms.push(Literal::word(by_heart));
    settled(forms)
}

/// The beginning of every regular word that has this stem: stems add an `e`
/// (hoping: hope), turn `y` to `i` (countries: countri) and `biliti` to `bl`.
fn shared_beginning(stem: &str) -> &str {
    let bare = stem.strip_suffix(['e', 'i', 'y']).unwrap_or(stem);
    if bare.ends_with("bl") { &bare[..bare.len() - 1] } else { bare }
}

/// A name like this one; its first letter is certain, and a capital.
fn name_like(folded: &str, likeness: f64) -> Option<Literal> {
    let likely = Likely::new(folded, likeness, pieces(folded, likeness));
    let first = folded.chars().next()?;
    Some(Literal { is_capital: true, ..Literal::beginning(first) }.like(likely))
}

/// Pieces of which every misspelling that still counts has at least one.
///
/// A word of `n` letters with `d` edits has one of `d + 1` pieces whole, unless
/// two letters change places where two pieces meet: then it has the first of
/// these with the letters changed.
fn pieces(folded: &str, likeness: f64) -> Vec<String> {
    let letters: Vec<char> = folded.chars().collect();
    // The other word may be longer, and then by so many edits at least.
    let most = |edits: usize| float(edits) <= (1.0 - likeness) * float(letters.len() + edits) + 1e-9;
    let edits = (1..letters.len()).take_while(|&edits| most(edits)).last().unwrap_or(0);
    let many = edits + 1;
    let mut pieces = Vec::new();
    for which in 0..many {
        let (from, to) = (which * letters.len() / many, (which + 1) * letters.len() / many);
        pieces.push(letters[from..to].iter().collect());
        if to < letters.len() && edits > 0 {
            let mut turned = letters[from..=to].to_vec();
            let last = turned.len() - 1;
            turned.swap(last - 1, last);
            pieces.push(turned.iter().collect());
        }
    }
    // Texts write apostrophes in many ways.
    pieces.into_iter().map(|piece: String| longest_part(&piece).1.to_owned()).collect()
}

/// Without an apostrophe, which texts write in many ways; each once, and none
/// that another begins.
fn settled(forms: Vec<Literal>) -> Vec<Literal> {
    let mut forms: Vec<Literal> = forms.into_iter().map(without_apostrophe).collect();
    forms.sort();
    forms.dedup();
    let all = forms.clone();
    forms.retain(|form| !all.iter().any(|other| other != form && covers(other, form)));
    forms
}

/// Whether every place that has `form` has `other` too.
fn covers(other: &Literal, form: &Literal) -> bool {
    other.likely.is_none()
        && (other.stem.is_none() || other.stem == form.stem)
        && !other.is_capital
        && (!other.ends || form.ends && other.text.len() == form.text.len())
        && form.text.starts_with(&other.text)
}

fn without_apostrophe(form: Literal) -> Literal {
    if !form.text.contains('\'') {
        return form;
    }
    let (at, text) = longest_part(&form.text);
    Literal { text: text.to_owned(), ends: false, is_capital: form.is_capital && at == 0, ..form }
}

/// The longest of the parts that apostrophes make, the first of such, and which it is.
fn longest_part(text: &str) -> (usize, &str) {
    let parts = text.split('\'').enumerate();
    parts.max_by_key(|(at, part)| (part.len(), std::cmp::Reverse(*at))).unwrap_or((0, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::pattern::parse::parse_pattern;
    use crate::matching::language::english::ENGLISH;
    use crate::matching::passage::names::Names;
    use crate::matching::patterns::compile::{Compiled, Element};
    use crate::text::{Span, stem};

    fn has(forms: &[Literal], word: &str) -> bool {
        let stands = |form: &Literal| {
            let likely = form.likely.as_ref();
            word.starts_with(&form.text)
                && (!form.ends || word.len() == form.text.len())
                && likely.is_none_or(|likely| likely.is_around(word.as_bytes(), 0, form.text.len()))
        };
        forms.iter().any(stands)
    }

    #[test]
    fn every_word_has_a_form_of_its_stem() {
        let bases = [
            "hope", "make", "rate", "possible", "country", "happy", "active", "stop", "run", "call", "agree", "die",
            "lie", "tie", "sky", "cry", "organize", "general", "fluent", "relate", "able", "visible", "sense", "use",
            "rally", "supply", "phone", "march", "injury", "wound", "busy", "early", "single", "idle", "gentle",
        ];
        let endings = [
            "", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "ness", "ful", "fully", "less", "able", "ability",
            "ation", "ations", "ator", "ational", "ize", "izer", "ization", "al", "ally", "ity", "ities", "ive",
            "iveness", "ivity", "ous", "ously", "ousness", "ment", "ments", "ance", "ancy", "ence", "ency", "ied",
            "ies", "ier", "y", "ying", "ility", "ilities", "bed", "ping", "ning", "ical", "icate", "ative", "ent",
            "ently", "ism", "ist", "ate", "ates", "ated",
        ];
        for base in bases {
            for cut in 0..3.min(base.len() - 1) {
                for ending in endings {
                    let word = format!("{}{ending}", &base[..base.len() - cut]);
                    let stem = stem(&word).into_owned();
                    assert!(has(&forms_of_stem(&stem), &word), "{word} ({stem}): {:?}", forms_of_stem(&stem));
                }
            }
        }
    }

    #[test]
    fn every_misspelling_that_counts_has_a_piece() {
        for name in ["macron", "phoned", "zelensky", "o'brien", "erdoganian", "conversation", "demonstrations"] {
            let likely = name_like(name, names::LIKENESS).unwrap();
            let accent = format!("{}é", likely.text);
            for first in edited(name) {
                for second in edited(&first).into_iter().chain([first.clone()]) {
                    if second.starts_with(&likely.text)
                        && strsim::normalized_damerau_levenshtein(name, &second) >= names::LIKENESS
                    {
                        assert!(has(std::slice::from_ref(&likely), &second), "{name}: {second} {likely:?}");
                        // A letter beyond ASCII is one mistake more, and leaves the pieces to look at.
                        let joined = second.replacen(&likely.text, &accent, 1);
                        if strsim::normalized_damerau_levenshtein(name, &joined) >= names::LIKENESS {
                            assert!(has(std::slice::from_ref(&likely), &joined), "{name}: {joined} {likely:?}");
                        }
                    }
                }
            }
        }
        let macron = [name_like("macron", names::LIKENESS).unwrap()];
        assert!(!has(&macron, "mustn't") && !has(&macron, "märz") && !has(&macron, "moscow"));
    }

    /// A word with one letter left out, added, changed, or two in each other's
    /// place.
    fn edited(word: &str) -> Vec<String> {
        let mut made = Vec::new();
        for at in 0..word.len() {
            made.push(format!("{}{}", &word[..at], &word[at + 1..]));
            made.push(format!("{}x{}", &word[..at], &word[at..]));
            made.push(format!("{}x{}", &word[..at], &word[at + 1..]));
            if at + 1 < word.len() {
                made.push(format!("{}{}{}{}", &word[..at], &word[at + 1..at + 2], &word[at..=at], &word[at + 2..]));
            }
        }
        made
    }

    /// The forms as they are searched for: `…` where the word may go on, `like` one that may be
    /// misspelt, with its pieces, and the stem that it must have.
    fn written(forms: &[Literal]) -> String {
        let one = |form: &Literal| {
            let capital = if form.is_capital { "^" } else { "" };
            let open = if form.ends { "" } else { "…" };
            let stem = form.stem.as_ref().map(|stem| format!(" of {stem}")).unwrap_or_default();
            let like = form.likely.as_ref().map(|likely| {
                let pieces =
                    if likely.pieces.is_empty() { String::new() } else { format!(": {}", likely.pieces.join("|")) };
                format!(" like {} {}{pieces}", likely.word, likely.hundredths)
            });
            format!("{capital}{}{open}{stem}{}", form.text, like.unwrap_or_default())
        };
        forms.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn of_word(text: &str) -> String {
        let pattern = parse_pattern(text, Span::new(0, text.len()), &|_| false).unwrap();
        let compiled = Compiled::new(&pattern, &Names::default(), &ENGLISH);
        let Element::Word(word) = &compiled.variants[0].elements[0] else { panic!("{text}") };
        written(&forms_of(word, &ENGLISH))
    }

    #[test]
    fn no_more_is_searched_for_than_may_stand_there() {
        assert_eq!(of_word("boats {value}"), "boat… of boat");
        assert_eq!(of_word("harbours {value}"), "har… like harbours 84, harbour… of harbour");
        assert_eq!(of_word("their {value}"), "their… of their");
        assert_eq!(of_word("behind {value}"), "beh… like behind 84, behind… of behind");
        assert_eq!(of_word("twelve {value}"), "twelv… of twelv");
        assert_eq!(of_word("seventeen {value}"), "seventeen… of seventeen");
        assert_eq!(of_word("times {value}"), "occas… of occas, once, thrice, tim… of time, twice");
        assert_eq!(
            of_word("died {value}"),
            "dead, death, deaths, di… of die, die, died, dies, dying, kill… of kill, lif… of life, liv… of live, perish… of perish"
        );
    }

    #[test]
    fn the_words_of_a_wording_may_be_misspelt_from_six_letters_on() {
        let of = |word: &str| written(&forms_in_wording(word, &stem(word)));
        assert_eq!(of("frank"), "frank… of frank, frank");
        assert_eq!(of("serious"), "ser… like serious 84, serious… of serious, serious");
        assert_eq!(of("phoned"), "pho… like phoned 84, phon… of phone, phoned");
    }

    #[test]
    fn a_stem_is_searched_for_by_the_beginning_of_all_its_words() {
        let of = |stem: &str| written(&forms_of_stem(stem));
        assert_eq!(of("sky"), "sk… of sky, skies");
        assert_eq!(of("die"), "dead, death, deaths, di… of die, die, died, dies, dying");
        assert_eq!(of("lie"), "lain, lay, li… of lie, lie, lying");
        assert_eq!(of("tie"), "ti… of tie, tying");
        assert_eq!(of("possibl"), "possib… of possibl");
        assert_eq!(of("countri"), "countr… of countri");
        assert_eq!(of("speak"), "speak… of speak, speak, spoke, spoken");
    }

    #[test]
    fn a_name_is_searched_for_by_the_pieces_that_a_misspelling_leaves() {
        let of = |name: &str, misspelt: bool| written(&forms_of_name(name, true, misspelt));
        assert_eq!(of("un", false), "^un");
        assert_eq!(of("ng", true), "^n… like ng 80: ng, ^ng");
        assert_eq!(of("macron", true), "^m… like macron 80: mac|marc|ron, ^macron");
        assert_eq!(of("zelensky", true), "^z… like zelensky 80: ze|zle|len|lesn|sky, ^zelensky");
        assert_eq!(of("o'brien", true), "brien…, ^o… like o'brien 80: o|rb|rien");
        assert_eq!(of("d'estaing", false), "estaing…");
        assert_eq!(of("erdoganianov", true), "^e… like erdoganianov 80: erd|erod|oga|ogna|nia|nina|nov, ^erdoganianov");
        assert_eq!(written(&forms_of_name("police", false, false)), "police");
    }

    #[test]
    fn of_forms_only_those_stay_that_no_other_covers() {
        let word = Literal::word("phoned");
        let beginning = Literal::beginning("phon");
        let of_stem = |text: &str, stem: &str| Literal { stem: Some(stem.to_owned()), ..Literal::beginning(text) };
        let capital = |form: Literal| Literal { is_capital: true, ..form };
        let left = |forms: &[&Literal]| written(&settled(forms.iter().copied().cloned().collect()));
        assert_eq!(left(&[&word, &beginning, &word]), "phon…");
        assert_eq!(left(&[&word, &Literal::word("phone")]), "phone, phoned");
        assert_eq!(left(&[&word, &capital(word.clone())]), "phoned");
        assert_eq!(left(&[&word, &capital(beginning.clone())]), "^phon…, phoned");
        assert_eq!(left(&[&Literal::beginning("phoned"), &word]), "phoned…");
        assert_eq!(left(&[&word, &of_stem("phon", "phone")]), "phon… of phone, phoned");
        assert_eq!(left(&[&of_stem("phone", "phone"), &of_stem("phon", "phone")]), "phon… of phone");
        assert_eq!(left(&[&of_stem("phone", "phonet"), &of_stem("phon", "phone")]), "phon… of phone, phone… of phonet");
        assert_eq!(left(&[&of_stem("phone", "phone"), &beginning]), "phon…");
        let like = beginning_likely("phoned");
        assert_eq!(left(&[&like, &word]), "pho… like phoned 84, phoned");
        assert_eq!(left(&[&Literal::word("o'brien")]), "brien…");
        assert_eq!(left(&[&capital(Literal::word("o'brien"))]), "brien…");
        assert_eq!(left(&[&capital(Literal::word("brien's"))]), "^brien…");
    }
}
