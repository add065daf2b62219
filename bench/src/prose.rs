//! Sentences of news English on no topic at all, from templates.
//!
//! `The {A} {N} {V} the {NS}` is filled anew each time. Figures, dates, money,
//! quotation marks and names with accents stand in them as in newspapers, and
//! so do statements of the sort that topics ask about, on other matters.

use crate::random::Random;
use crate::words::Vocabulary;
use std::fmt::Write as _;

/// Names of months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const BODIES: [&str; 12] = [
    "Port Authority",
    "City Council",
    "Water Company",
    "Chamber of Commerce",
    "Teachers’ Union",
    "Health Board",
    "Football Association",
    "University",
    "Chronicle",
    "Housing Office",
    "Savings Bank",
    "Transport Agency",
];

/// One piece of a template.
#[derive(Debug)]
enum Piece {
    Text(String),
    Slot(Slot),
}

#[derive(Clone, Copy, Debug)]
enum Slot {
    Noun,
    Plural,
    Adjective,
    Adverb,
    Verb,
    Past,
    Present,
    Gerund,
    Person,
    Surname,
    Place,
    Body,
    Few,
    Many,
    Percent,
    Money,
    Date,
    Weekday,
    Year,
}

const SLOTS: [(&str, Slot); 19] = [
    ("N", Slot::Noun),
    ("NS", Slot::Plural),
    ("A", Slot::Adjective),
    ("ADV", Slot::Adverb),
    ("VB", Slot::Verb),
    ("V", Slot::Past),
    ("VS", Slot::Present),
    ("VG", Slot::Gerund),
    ("P", Slot::Person),
    ("S", Slot::Surname),
    ("L", Slot::Place),
    ("O", Slot::Body),
    ("#", Slot::Few),
    ("##", Slot::Many),
    ("PC", Slot::Percent),
    ("M", Slot::Money),
    ("D", Slot::Date),
    ("DY", Slot::Weekday),
    ("Y", Slot::Year),
];

/// A sentence to be filled.
#[derive(Debug)]
pub struct Template(Vec<Piece>);

impl Template {
    /// Reads `the {N} {V}`; what is in braces and no slot stays as it stands.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            pieces.push(Piece::Text(before.to_owned()));
            match SLOTS.iter().find(|(slot, _)| *slot == name) {
                Some((_, slot)) => pieces.push(Piece::Slot(*slot)),
                None => pieces.push(Piece::Text(format!("{{{name}}}"))),
            }
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Self(pieces)
    }
}

/// Writes sentences.
#[derive(Debug)]
pub struct Prose {
    words: Vocabulary,
    sentences: Vec<Template>,
    headlines: Vec<Template>,
}

impl Default for Prose {
    fn default() -> Self {
        Self::new()
    }
}

impl Prose {
    /// Reads the lists of words and templates.
    #[must_use]
    pub fn new() -> Self {
        let templates = |text: &str| text.lines().map(Template::new).collect();
        Self {
            words: Vocabulary::new(),
            sentences: templates(include_str!("../words/sentences.txt")),
            headlines: templates(include_str!("../words/headlines.txt")),
        }
    }

    /// Adds a sentence.
    pub fn sentence(&self, random: &mut Random, out: &mut String) {
        let template = random.pick(&self.sentences);
        self.fill(template, random, out);
    }

    /// A headline, without a full stop.
    pub fn headline(&self, random: &mut Random) -> String {
        let mut headline = String::new();
        let template = random.pick(&self.headlines);
        self.fill(template, random, &mut headline);
        headline
    }

    /// A person's full name.
    pub fn person(&self, random: &mut Random) -> String {
        format!("{} {}", self.words.first_names.draw(random), self.words.surnames.draw(random))
    }

    /// Adds a template, filled, its first letter a capital.
    pub fn fill(&self, template: &Template, random: &mut Random, out: &mut String) {
        let start = out.len();
        for piece in &template.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Slot(slot) => self.fill_slot(*slot, random, out),
            }
        }
        capitalise(out, start);
    }

    fn fill_slot(&self, slot: Slot, random: &mut Random, out: &mut String) {
        let words = &self.words;
        let list = match slot {
            Slot::Noun => &words.nouns,
            Slot::Plural => &words.plurals,
            Slot::Adjective => &words.adjectives,
            Slot::Adverb => &words.adverbs,
            Slot::Verb => &words.verbs,
            Slot::Past => &words.past,
            Slot::Present => &words.present,
            Slot::Gerund => &words.gerunds,
            Slot::Surname => &words.surnames,
            Slot::Place => &words.places,
            _ => return self.fill_figure(slot, random, out),
        };
        let word = list.draw(random);
        // `a old bridge`: the article before it is part of the template.
        if out.ends_with(" a ") && sounds_open(word) {
            out.truncate(out.len() - 1);
            out.push_str("n ");
        }
        out.push_str(word);
    }

    fn fill_figure(&self, slot: Slot, random: &mut Random, out: &mut String) {
        match slot {
            Slot::Person => out.push_str(&self.person(random)),
            Slot::Body => {
                let place = self.words.places.draw(random);
                push(out, format_args!("the {place} {}", random.pick(&BODIES)));
            }
            Slot::Few => push(out, format_args!("{}", random.between(2, 96))),
            Slot::Many => push(out, format_args!("{},{:03}", random.between(1, 98), random.between(0, 999))),
            Slot::Percent => push(out, format_args!("{}.{}%", random.between(1, 80), random.between(0, 9))),
            Slot::Money => push(out, format_args!("€{} million", random.between(2, 900))),
            Slot::Date => push(out, format_args!("{} {}", random.between(1, 28), random.pick(&MONTHS))),
            Slot::Weekday => out.push_str(random.word(&DAYS)),
            _ => push(out, format_args!("{}", random.between(1987, 2023))),
        }
    }
}

/// Whether a word begins with a vowel to the ear, as far as these words go.
fn sounds_open(word: &str) -> bool {
    let like_you = ["uni", "use", "euro"].iter().any(|start| word.starts_with(start));
    let silent = ["hour", "honest"].iter().any(|start| word.starts_with(start));
    silent || word.starts_with(['a', 'e', 'i', 'o', 'u']) && !like_you
}

fn push(out: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a string never fails.
    let _ = out.write_fmt(what);
}

/// Makes the first letter from `start` on a capital.
pub fn capitalise(text: &mut String, start: usize) {
    let Some(first) = text[start..].chars().next().filter(|first| first.is_lowercase()) else { return };
    let capital: String = first.to_uppercase().collect();
    text.replace_range(start..start + first.len_utf8(), &capital);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_slot_is_left() {
        let (prose, mut random, mut text) = (Prose::new(), Random::new(5, 0), String::new());
        (0..2_000).for_each(|_| prose.sentence(&mut random, &mut text));
        (0..200).for_each(|_| text.push_str(&prose.headline(&mut random)));
        assert!(!text.contains(['{', '}']), "{}", &text[text.find('{').unwrap_or(0)..]);
    }

    #[test]
    fn a_vowel_has_its_article() {
        let (prose, mut random, mut text) = (Prose::new(), Random::new(5, 0), String::new());
        (0..5_000).for_each(|_| prose.sentence(&mut random, &mut text));
        assert!(text.contains(" an old ") && !text.contains(" a old "));
        assert!(text.contains(" an urgent ") && text.contains(" a useful ") && text.contains(" an honest "));
    }
}
