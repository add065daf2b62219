//! What plain text a word can stand as: the beginnings of all its forms, so that
//! a search that knows no grammar loses nothing that alignment would take.
//!
//! ```text
//! speak       →  speak… spoke spoken, and talk… convers… discuss… by synonymy
//! possible    →  possib…            (possibility has no possibl)
//! Macron      →  mac… or …ron…, in a word like it   (one letter wrong leaves a half as it is)
//! ```
//!
//! It refuses to tell which form stands there: that is for alignment.

use super::compile::Word;
use super::float;
use super::lexicon::Lexicon;
use super::likely::Likely;
use crate::text::stem::irregular_forms;

/// A piece of text to be searched for, folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Literal {
    /// Its letters.
    pub(super) text: String,
    /// Whether it stands at the beginning of a word.
    pub(super) begins: bool,
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
    pub(super) fn beginning(text: impl Into<String>) -> Self {
        Self { text: text.into(), begins: true, ends: false, is_capital: false, likely: None, stem: None }
    }

    fn word(text: impl Into<String>) -> Self {
        Self { ends: true, ..Self::beginning(text) }
    }

    pub(super) fn anywhere(text: impl Into<String>) -> Self {
        Self { begins: false, ..Self::beginning(text) }
    }

    fn of(self, likely: &Likely) -> Self {
        Self { likely: Some(likely.clone()), ..self }
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
    let likely = Likely { word: folded.to_owned(), hundredths: hundredths(super::price::LIKENESS) };
    Literal::beginning(three.collect::<String>()).of(&likely)
}

/// The word itself, or a name like it.
pub(super) fn forms_of_name(folded: &str, is_capital: bool, may_be_misspelt: bool) -> Vec<Literal> {
    let mut forms = vec![Literal { is_capital, ..Literal::word(folded) }];
    if may_be_misspelt {
        forms.extend(misspellings(folded, super::names::LIKENESS, true));
    }
    settled(forms)
}

/// The beginnings of every word that has a stem.
pub(super) fn forms_of_stem(stem: &str) -> Vec<Literal> {
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

/// Pieces of which every misspelling that still counts has at least one.
///
/// A word of `n` letters with `d` edits has one of `d + 1` pieces whole, unless
/// two letters change places where two pieces meet: then it has the first of
/// these with the letters changed. Where the first letter is certain, so is the
/// place of the first piece.
fn misspellings(folded: &str, likeness: f64, first_is_certain: bool) -> Vec<Literal> {
    let letters: Vec<char> = folded.chars().collect();
    // The other word may be longer, and then by so many edits at least.
    let most = |edits: usize| float(edits) <= (1.0 - likeness) * float(letters.len() + edits) + 1e-9;
    let edits = (1..letters.len()).take_while(|&edits| most(edits)).last().unwrap_or(0);
    let pieces = edits + 1;
    let likely = Likely { word: folded.to_owned(), hundredths: hundredths(likeness) };
    let mut forms = Vec::new();
    for which in 0..pieces {
        let (from, to) = (which * letters.len() / pieces, (which + 1) * letters.len() / pieces);
        let begins = first_is_certain && which == 0;
        let piece =
            |letters: &[char]| Literal { begins, ..Literal::beginning(letters.iter().collect::<String>()) }.of(&likely);
        forms.push(piece(&letters[from..to]));
        if to < letters.len() && edits > 0 {
            let mut turned = letters[from..=to].to_vec();
            let last = turned.len() - 1;
            turned.swap(last - 1, last);
            forms.push(piece(&turned));
        }
    }
    forms
}

/// In whole hundredths, so that words can be told apart by it.
fn hundredths(likeness: f64) -> u8 {
    (0..100).find(|&part| f64::from(part) / 100.0 >= likeness - 1e-9).unwrap_or(100)
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
        && match (other.begins, form.begins) {
            (true, true) => form.text.starts_with(&other.text),
            (false, _) => form.text.contains(&other.text),
            (true, false) => false,
        }
}

fn without_apostrophe(form: Literal) -> Literal {
    if !form.text.contains('\'') {
        return form;
    }
    let pieces = form.text.split('\'').enumerate();
    let longest = pieces.max_by_key(|(at, piece)| (piece.len(), std::cmp::Reverse(*at)));
    let (at, text) = longest.map_or((0, String::new()), |(at, piece)| (at, piece.to_owned()));
    Literal { text, begins: form.begins && at == 0, ends: false, is_capital: form.is_capital && at == 0, ..form }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::stem;

    fn has(forms: &[Literal], word: &str) -> bool {
        let stands =
            |form: &Literal| if form.begins { word.starts_with(&form.text) } else { word.contains(&form.text) };
        forms.iter().any(|form| stands(form) && (!form.ends || word.len() == form.text.len()))
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
        for word in ["phoned", "zelensky", "telephone", "erdoganian", "conversation", "demonstrations"] {
            for likeness in [super::super::price::LIKENESS, super::super::names::LIKENESS] {
                let forms = settled(misspellings(word, likeness, false));
                for first in edited(word) {
                    for second in edited(&first).into_iter().chain([first.clone()]) {
                        if strsim::normalized_damerau_levenshtein(word, &second) >= likeness {
                            assert!(has(&forms, &second), "{word}: {second} {forms:?}");
                        }
                    }
                }
            }
        }
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
}
