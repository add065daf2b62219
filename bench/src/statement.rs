//! A sentence that speaks to a topic, and what is known of it.

use crate::prose::{Prose, Template, capitalise};
use crate::random::{Random, Zipf};
use crate::topic::{Pattern, Saying, Topic, fill_slots};
use crate::value::End;
use serde::{Deserialize, Serialize};

/// A known mention: a line of `truth.jsonl`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The article's id.
    pub article: String,
    /// The topic's id.
    pub topic: String,
    /// The words of the value; of a choice its option.
    pub value: String,
    /// Where the value begins and ends, `None` where it is open or no number.
    pub low: Option<End>,
    /// Its upper end.
    pub high: Option<End>,
    /// The statement in code points of the article's body.
    pub start: usize,
    /// Its end, exclusive.
    pub end: usize,
    /// How it differs from its pattern.
    pub how: How,
    /// The statement.
    pub quote: String,
    /// The window of a tally, as EDTF.
    pub during: Option<String>,
    /// Who states it, by id.
    pub claimant: Option<String>,
}

/// How a statement differs from its pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Not at all.
    Plain,
    /// A word more.
    Adverb,
    /// Two letters of a long word changed places.
    Misspelt,
    /// In capitals, as headlines of agencies.
    Capitals,
}

/// A statement within its sentence, before it has a place.
#[derive(Debug)]
pub struct Statement {
    /// The whole sentence.
    pub sentence: String,
    /// The bytes of the statement in it.
    pub at: std::ops::Range<usize>,
    /// What is known but for the article and the place.
    pub known: Known,
}

/// Writes statements.
#[derive(Debug)]
pub struct Speaker {
    zipf: Zipf,
    tails: Vec<Template>,
}

/// What may follow a statement without changing what it says.
const TAILS: [&str; 6] = [
    "",
    "",
    "",
    ", to the dismay of the {A} {NS}",
    ", much to the surprise of the {N} of {L}",
    ", according to a {N} in the {N}",
];

impl Speaker {
    /// For the sayings of topics.
    #[must_use]
    pub fn new(sayings: usize) -> Self {
        Self { zipf: Zipf::new(sayings), tails: TAILS.iter().map(|tail| Template::new(tail)).collect() }
    }

    /// A sentence on the topic.
    pub fn state(&self, topic: &Topic, prose: &Prose, random: &mut Random) -> Statement {
        let saying = &topic.sayings[self.zipf.draw(random)];
        match topic.wording {
            Some(wording) => quotation(topic, wording),
            None => self.pattern(topic, saying, prose, random),
        }
    }

    fn pattern(&self, topic: &Topic, saying: &Saying, prose: &Prose, random: &mut Random) -> Statement {
        let pattern = random.pick(&topic.patterns);
        let value = saying.stated.as_ref().map_or("", |stated| &stated.text);
        let mut words = pattern.words(random);
        let how = How::draw(&mut words, random);
        words = fill_slots(&words, value, random);
        if how == How::Capitals {
            words = words.to_uppercase();
        }
        let window = (!topic.family.windows.is_empty()).then(|| random.pick(topic.family.windows));
        if let Some((told, _)) = window {
            words = format!("{words} {told}");
        }
        let (before, after) = match saying.claimant.map(|claimant| claimant.name) {
            None => (String::new(), String::new()),
            Some(name) => match random.below(3) {
                0 => (format!("{name} said that "), String::new()),
                1 => (format!("according to {name}, "), String::new()),
                _ => (String::new(), format!(", {name} said")),
            },
        };
        let mut sentence = format!("{before}{words}");
        capitalise(&mut sentence, 0);
        let at = before.len()..sentence.len();
        sentence.push_str(&after);
        if after.is_empty() {
            let tail = random.pick(&self.tails);
            prose.fill(tail, random, &mut sentence);
        }
        sentence.push('.');
        let mut known = known(topic, saying, pattern, how, sentence[at.clone()].to_owned());
        known.during = window.map(|(_, dates)| (*dates).to_owned());
        Statement { sentence, at, known }
    }
}

fn quotation(topic: &Topic, wording: &str) -> Statement {
    let name = topic.subjects[0].name;
    let mut words = wording.to_owned();
    capitalise(&mut words, 0);
    let sentence = format!("“{words},” {name} said.");
    let start = '“'.len_utf8();
    let mut known = known(topic, &topic.sayings[0], &Pattern { text: String::new(), option: None }, How::Plain, words);
    known.claimant = None;
    known.value = wording.to_owned();
    Statement { at: start..start + wording.len(), sentence, known }
}

fn known(topic: &Topic, saying: &Saying, pattern: &Pattern, how: How, quote: String) -> Known {
    let stated = saying.stated.as_ref();
    let value =
        pattern.option.map_or_else(|| stated.map(|stated| stated.text.clone()).unwrap_or_default(), str::to_owned);
    Known {
        article: String::new(),
        topic: topic.id.clone(),
        value,
        low: stated.and_then(|stated| stated.low.clone()),
        high: stated.and_then(|stated| stated.high.clone()),
        start: 0,
        end: 0,
        how,
        quote,
        during: None,
        claimant: saying.claimant.map(|claimant| claimant.id.to_owned()),
    }
}

impl How {
    /// Changes the words of a pattern in one of the ways that matching has to
    /// bear; what stands in a slot is never changed.
    fn draw(words: &mut String, random: &mut Random) -> Self {
        match random.below(100) {
            0..12 => add_adverb(words, random.word(&["reportedly", "apparently", "officially"])),
            12..15 => swap_letters(words),
            15..17 => Self::Capitals,
            _ => Self::Plain,
        }
    }
}

/// Behind the first auxiliary verb.
fn add_adverb(words: &mut String, adverb: &str) -> How {
    let auxiliaries = ["was", "were", "has", "have", "had", "is"].iter();
    let places = auxiliaries.filter_map(|verb| words.find(&format!(" {verb} ")).map(|at| at + 1 + verb.len()));
    let Some(at) = places.min() else { return How::Plain };
    words.insert_str(at, &format!(" {adverb}"));
    How::Adverb
}

/// Two letters in the middle of the longest word change places.
fn swap_letters(words: &mut String) -> How {
    let plain = |word: &&str| word.len() >= 8 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    let Some(word) = words.split(' ').filter(plain).max_by_key(|word| word.len()) else { return How::Plain };
    let (first, second) = (word.len() / 2 - 1, word.len() / 2);
    let mut letters: Vec<char> = word.chars().collect();
    letters.swap(first, second);
    let swapped: String = letters.into_iter().collect();
    if word == swapped {
        return How::Plain;
    }
    *words = words.replacen(word, &swapped, 1);
    How::Misspelt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_never_misspelt() {
        let mut words = "{value} residents fled {sarnow-flood}".to_owned();
        assert_eq!(swap_letters(&mut words), How::Misspelt);
        assert_eq!(words, "{value} resdients fled {sarnow-flood}");
        assert_eq!(swap_letters(&mut "{tolbek-train} left {value}".to_owned()), How::Plain);
    }

    #[test]
    fn a_statement_is_where_it_says() {
        let (topics, prose) = (crate::topic::topics(3), Prose::new());
        let (speaker, mut random) = (Speaker::new(9), Random::new(3, 3));
        for topic in topics.iter().cycle().take(500) {
            let made = speaker.state(topic, &prose, &mut random);
            assert_eq!(made.sentence[made.at.clone()], made.known.quote, "{made:?}");
        }
    }
}
