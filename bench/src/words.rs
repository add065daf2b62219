//! The words that sentences are made of, and their forms.
//!
//! The lists are the project's own; each begins with its frequent words. With
//! their forms and with the names put together from parts they are some five
//! thousand distinct words.

use crate::random::{Random, Zipf};

/// Words of one sort, drawn by rank.
#[derive(Debug)]
pub struct Words {
    words: Vec<String>,
    zipf: Zipf,
}

impl Words {
    fn new(words: Vec<String>) -> Self {
        let zipf = Zipf::new(words.len());
        Self { words, zipf }
    }

    fn of(list: &str, form: impl Fn(&str) -> String) -> Self {
        Self::new(list.split_whitespace().map(form).collect())
    }

    /// One of them, the first ones most often.
    pub fn draw(&self, random: &mut Random) -> &str {
        &self.words[self.zipf.draw(random)]
    }
}

/// All sorts.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named for its sort")]
pub struct Vocabulary {
    pub nouns: Words,
    pub plurals: Words,
    pub adjectives: Words,
    pub adverbs: Words,
    pub verbs: Words,
    pub past: Words,
    pub present: Words,
    pub gerunds: Words,
    pub first_names: Words,
    pub surnames: Words,
    pub places: Words,
}

const NOUNS: &str = include_str!("../words/nouns.txt");
const VERBS: &str = include_str!("../words/verbs.txt");

impl Vocabulary {
    /// Reads the lists.
    #[must_use]
    pub fn new() -> Self {
        Self {
            nouns: Words::of(NOUNS, str::to_owned),
            plurals: Words::of(NOUNS, plural),
            adjectives: Words::of(include_str!("../words/adjectives.txt"), str::to_owned),
            adverbs: Words::of(include_str!("../words/adverbs.txt"), str::to_owned),
            verbs: Words::of(VERBS, |entry| base_and_past(entry).0.to_owned()),
            past: Words::of(VERBS, |entry| base_and_past(entry).1.to_owned()),
            present: Words::of(VERBS, |entry| with_s(base_and_past(entry).0)),
            gerunds: Words::of(VERBS, gerund),
            first_names: Words::of(include_str!("../words/first.txt"), str::to_owned),
            surnames: Words::new(surnames()),
            places: Words::new(places()),
        }
    }
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}

fn base_and_past(entry: &str) -> (&str, &str) {
    entry.split_once(':').unwrap_or((entry, entry))
}

/// Those of the list, then names put together from parts.
fn places() -> Vec<String> {
    const BEGINNINGS: &str = "Alder Birk Brom Cald Dray Ever Fal Gar Had Kel Lar Mal Nor Ost Pen Rad Sal Tar Ul Wen";
    const ENDINGS: &str =
        "bach berg bridge burg by cliff dale den field ford gate ham haven hurst ley mere stead ton ville wick";
    listed_and_joined(include_str!("../words/places.txt"), BEGINNINGS, ENDINGS)
}

fn surnames() -> Vec<String> {
    const BEGINNINGS: &str =
        "Ander Berg Carl Dan Ek Fors Grun Hal Isak Jan Kar Lund Mar Nils Pet Rosen Stein Thor Wal Zell";
    const ENDINGS: &str =
        "bach berg er feld gren haus holm ini ley mann ov ova quist sen ski son stam stein strand well";
    listed_and_joined(include_str!("../words/surnames.txt"), BEGINNINGS, ENDINGS)
}

fn listed_and_joined(list: &str, beginnings: &str, endings: &str) -> Vec<String> {
    let joined = endings.split(' ').flat_map(|end| beginnings.split(' ').map(move |start| format!("{start}{end}")));
    list.split_whitespace().map(str::to_owned).chain(joined).collect()
}

fn plural(noun: &str) -> String {
    match noun {
        "man" | "woman" => noun.replace("man", "men"),
        "child" => "children".to_owned(),
        "person" | "people" => "people".to_owned(),
        "wife" => "wives".to_owned(),
        "tooth" => "teeth".to_owned(),
        "fish" | "sheep" | "series" => noun.to_owned(),
        _ => with_s(noun),
    }
}

/// A plural, or the third person.
fn with_s(word: &str) -> String {
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    match before_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if hissing => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// What stands before a `y` that follows a consonant.
fn before_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// `stop:stopped` doubles its consonant as its past does.
fn gerund(entry: &str) -> String {
    let (base, past) = base_and_past(entry);
    let doubled = past.strip_suffix("ed").filter(|stem| stem.len() == base.len() + 1 && stem.starts_with(base));
    match (doubled, base.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ing"),
        (None, Some(stem)) if !base.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn forms_are_english() {
        assert_eq!(["city", "day", "match", "woman"].map(plural), ["cities", "days", "matches", "women"]);
        assert_eq!(["stop:stopped", "hope:hoped", "feed:fed"].map(gerund), ["stopping", "hoping", "feeding"]);
    }

    #[test]
    fn there_are_thousands_of_words() {
        let all = Vocabulary::new();
        let lists = [
            &all.nouns,
            &all.plurals,
            &all.adjectives,
            &all.adverbs,
            &all.verbs,
            &all.past,
            &all.present,
            &all.gerunds,
            &all.first_names,
            &all.surnames,
            &all.places,
        ];
        let distinct: BTreeSet<&str> = lists.iter().flat_map(|list| list.words.iter().map(String::as_str)).collect();
        assert!(distinct.len() > 4_000, "{}", distinct.len());
    }
}
