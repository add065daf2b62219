//! Patterns to straight sequences that alignment can run.
//!
//! Alternatives and optional words are multiplied out, so that a variant is a
//! plain list of elements. The loader refuses patterns of more than
//! [`MOST_VARIANTS`] ways through.

use super::contrast::{Contrast, contrasts};
use super::hedged::leave_to_value;
use super::idioms::read_idioms;
use super::weight;
use crate::claims::{Part, Pattern};
use crate::extract::number;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::passage::names::{NameId, Names, starts_upper};
use crate::text::stem::{print_of, stem};
use crate::text::{TokenKind, Tokens};

/// How many variants one pattern may have.
pub const MOST_VARIANTS: usize = crate::claims::pattern::parse::MAX_WAYS;

/// One element of a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// A word, by its stem.
    Word(Word),
    /// Digits that must stand there.
    Digits(String),
    /// A sign that must stand there.
    Sign(char),
    /// The typed slot.
    Value,
    /// Any name of an id.
    Name(NameId),
    /// Anything, at no cost.
    Gap,
}

/// A word of a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// As written, folded.
    pub folded: String,
    /// Its stem.
    pub stem: String,
    /// What its absence costs.
    pub weight: f64,
    /// Written with a capital: a name, never matched loosely.
    pub is_name: bool,
    /// It carries little, as `the` does.
    pub is_function: bool,
    /// It is a number word: `third` is never `second`.
    pub is_number: bool,
    /// It is what the verb behind it tells of: a pronoun may stand for it.
    pub is_subject: bool,
    /// Stems that mean nearly the same; a name has none.
    pub synonyms: Vec<&'static str>,
    /// The [numbers](print_of) of its stem and of these.
    prints: Vec<u64>,
    /// A bit for each of them: most words have none of these bits.
    bits: u64,
}

/// A pattern as alignment wants it.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The pattern as written.
    pub text: String,
    /// Its variants, each with the weight of all its elements.
    pub variants: Vec<Variant>,
}

/// One straight reading of a pattern.
#[derive(Clone, Debug)]
pub struct Variant {
    /// In order; gaps never stand at either end.
    pub elements: Vec<Element>,
    /// The weights of all elements: what a perfect match is worth.
    pub weight: f64,
    /// Where the slot is, if there is one.
    pub slot: Option<usize>,
    /// What its words rule out.
    pub contrasts: Vec<Contrast>,
    /// Whether its `over` is in the course of: `rounds over {value}`.
    pub is_in_the_course: bool,
}

impl Compiled {
    /// Compiles a pattern.
    #[must_use]
    pub fn new(pattern: &Pattern, names: &Names, lexicon: &Lexicon) -> Self {
        let capitals = capital_words(&pattern.text);
        let mut sequences: Vec<Vec<&Part>> = vec![Vec::new()];
        expand(&pattern.parts, &mut sequences);
        let build = |parts: Vec<&Part>| Variant::new(&parts, &capitals, names, lexicon);
        let variants = sequences.into_iter().map(build).filter(|variant| !variant.elements.is_empty()).collect();
        Self { text: pattern.text.clone(), variants }
    }
}

/// Adds `parts` to the end of every sequence, multiplying them out.
fn expand<'p>(parts: &'p [Part], sequences: &mut Vec<Vec<&'p Part>>) {
    for part in parts {
        match part {
            Part::Optional(inner) => {
                let mut with = sequences.clone();
                expand(inner, &mut with);
                sequences.extend(with);
            }
            Part::OneOf(branches) => {
                let before = std::mem::take(sequences);
                for branch in branches {
                    let mut with = before.clone();
                    expand(branch, &mut with);
                    sequences.extend(with);
                    sequences.truncate(MOST_VARIANTS);
                }
            }
            single => sequences.iter_mut().for_each(|sequence| sequence.push(single)),
        }
        sequences.truncate(MOST_VARIANTS);
    }
}

impl Variant {
    /// The word right before the slot, folded.
    pub(super) fn word_before_slot(&self) -> Option<&str> {
        self.word_at(self.slot?.checked_sub(1)?)
    }

    /// The word right behind it.
    pub(super) fn word_behind_slot(&self) -> Option<&str> {
        self.word_at(self.slot? + 1)
    }

    /// Whether it has a word, folded.
    pub(super) fn has_word(&self, folded: &str) -> bool {
        self.elements.iter().any(|element| matches!(element, Element::Word(word) if word.folded == folded))
    }

    fn word_at(&self, at: usize) -> Option<&str> {
        match self.elements.get(at)? {
            Element::Word(word) => Some(&word.folded),
            _ => None,
        }
    }

    /// Whether it tells of a thing that is known: `the {value} it had demanded`.
    pub(super) fn points_at_slot(&self) -> bool {
        let tells = |word: &str| matches!(word, "it" | "he" | "she" | "they" | "we" | "that" | "which");
        let is_pointed = matches!(self.word_before_slot(), Some("the" | "its" | "his" | "her" | "their"));
        let is_named = || matches!(self.elements.get(2), Some(Element::Name(_)));
        let is_told = self.word_behind_slot().is_some_and(tells) || is_named();
        self.slot == Some(1) && is_pointed && is_told
    }

    /// Whether a gap stands before the slot, and one behind it, with small words at most between.
    pub(super) fn gaps_at_slot(&self) -> (bool, bool) {
        let is_small = |element: &&Element| matches!(element, Element::Word(word) if word.is_function);
        let is_gap = |element: Option<&Element>| element == Some(&Element::Gap);
        let Some(slot) = self.slot else { return (false, false) };
        let before = self.elements[..slot].iter().rev().find(|element| !is_small(element));
        (is_gap(before), is_gap(self.elements[slot + 1..].iter().find(|element| !is_small(element))))
    }

    /// Whether it asks for some of a group: `{value} of them`.
    pub(in crate::matching) fn asks_for_part(&self) -> bool {
        self.word_behind_slot() == Some("of")
    }

    /// The same of a sum, of which `{value} of investment` is all: `{value} of the loan`.
    pub(in crate::matching) fn asks_for_part_of_it(&self) -> bool {
        let is_small = |at| matches!(self.elements.get(at), Some(Element::Word(word)) if word.is_function);
        self.asks_for_part() && self.slot.is_some_and(|slot| is_small(slot + 2))
    }

    /// The two words right before it, by which it may ask for what another value is measured by: `compared with {value}`.
    pub(in crate::matching) fn words_before_slot(&self) -> Option<(&str, &str)> {
        Some((self.word_at(self.slot?.checked_sub(2)?)?, self.word_before_slot()?))
    }

    /// Whether it says something of those of whom others were named: `{value} of them died`, `killed {value} of them`.
    pub(in crate::matching) fn tells_of_part(&self) -> bool {
        let says = |at: Option<usize>| {
            let element = at.and_then(|at| self.elements.get(at));
            matches!(element, Some(Element::Word(word)) if !word.is_function)
        };
        let behind = |slot: usize| (slot + 2..self.elements.len()).any(|at| says(Some(at)));
        self.asks_for_part() && self.slot.is_some_and(|slot| says(slot.checked_sub(1)) || behind(slot))
    }

    /// Whether it asks when something began: `closed since {value}`.
    pub(in crate::matching) fn asks_since(&self) -> bool {
        self.word_before_slot() == Some("since")
    }

    /// Whether it asks for the beginning of what goes on: `strike from {value}`.
    pub(in crate::matching) fn asks_from(&self) -> bool {
        self.word_before_slot() == Some("from")
    }

    /// Whether it asks how old something is: `{plane} was {value} old`.
    pub(super) fn asks_age(&self) -> bool {
        self.word_behind_slot() == Some("old")
    }

    /// Whether it asks for what is added: `wants {value} more`, `a further {value} were injured`.
    pub(in crate::matching) fn asks_for_more(&self) -> bool {
        self.word_behind_slot() == Some("more")
            || matches!(self.word_before_slot(), Some("further" | "additional" | "extra" | "more"))
    }

    fn new(parts: &[&Part], capitals: &[String], names: &Names, lexicon: &Lexicon) -> Self {
        let mut elements: Vec<Element> =
            parts.iter().filter_map(|part| element(part, capitals, names, lexicon)).collect();
        read_idioms(&mut elements, lexicon);
        let is_in_the_course = leave_to_value(&mut elements, lexicon);
        while elements.first() == Some(&Element::Gap) {
            elements.remove(0);
        }
        while elements.last() == Some(&Element::Gap) {
            elements.pop();
        }
        let slot = elements.iter().position(|element| *element == Element::Value);
        weight::function_words(&mut elements);
        weight::relations(&mut elements, slot);
        weight::counted(&mut elements);
        mark_subject(&mut elements, slot);
        let weight = elements.iter().map(Element::weight).sum();
        let contrasts = contrasts(&elements, lexicon);
        Self { elements, weight, slot, contrasts, is_in_the_course }
    }
}

/// `The call lasted {value}`: a word that small words at most stand before, and a verb before the slot behind.
fn mark_subject(elements: &mut [Element], slot: Option<usize>) {
    let is_small = |element: &&Element| matches!(element, Element::Word(word) if word.is_function && !word.is_name);
    let first = elements.iter().take_while(is_small).count();
    let verb = first + 1 + elements.iter().skip(first + 1).take_while(is_small).count();
    let is_verb = matches!(elements.get(verb), Some(Element::Word(word)) if !word.is_name);
    let is_ahead = slot.is_some_and(|slot| verb < slot) && is_verb;
    if let Some(Element::Word(word)) = elements.get_mut(first) {
        word.is_subject = is_ahead && !word.is_name && !word.is_number;
    }
}

fn element(part: &Part, capitals: &[String], names: &Names, lexicon: &Lexicon) -> Option<Element> {
    Some(match part {
        Part::Word(folded) => Element::Word(Word::new(folded, capitals, lexicon)),
        Part::Digits(digits) => Element::Digits(digits.clone()),
        Part::Sign(sign) => Element::Sign(*sign),
        Part::Value => Element::Value,
        Part::Name(id) => Element::Name(names.find_id(id)?),
        Part::Gap => Element::Gap,
        Part::OneOf(_) | Part::Optional(_) => return None,
    })
}

impl Element {
    /// What its absence costs.
    #[must_use]
    pub fn weight(&self) -> f64 {
        match self {
            Self::Word(word) => word.weight,
            Self::Digits(_) | Self::Name(_) => weight::NAME,
            Self::Sign(_) => weight::SIGN,
            Self::Value => weight::VALUE,
            Self::Gap => 0.0,
        }
    }
}

/// Words shorter than this, in bytes, must be spelt right.
const SHORTEST_MISSPELT: usize = 6;

impl Word {
    fn new(folded: &str, capitals: &[String], lexicon: &Lexicon) -> Self {
        let is_function = lexicon.is_function_word(folded);
        let is_name = !is_function && capitals.iter().any(|capital| capital == folded);
        let weight = match (is_function, is_name) {
            (true, _) => weight::FUNCTION,
            (_, true) => weight::CAPITAL,
            _ => weight::CONTENT,
        };
        let (is_number, folded) = (is_number(folded), folded.to_owned());
        let stem = stem(&folded).into_owned();
        let (is_subject, synonyms, prints, bits) = (false, Vec::new(), Vec::new(), 0);
        let word = Self {
            stem: String::new(),
            folded,
            weight,
            is_name,
            is_function,
            is_number,
            is_subject,
            synonyms,
            prints,
            bits,
        };
        word.of_stem(stem, lexicon)
    }

    /// The same word, read as one of another stem.
    pub(super) fn of_stem(self, stem: String, lexicon: &Lexicon) -> Self {
        let synonyms = if self.is_name { Vec::new() } else { lexicon.synonyms_of(&stem) };
        let prints: Vec<u64> = std::iter::once(&*stem).chain(synonyms.iter().copied()).map(print_of).collect();
        let bits = prints.iter().fold(0, |bits, print| bits | 1 << (print % 64));
        Self { stem, synonyms, prints, bits, ..self }
    }

    /// Whether a word whose stem has a number could be meant at all: nearly none could.
    #[inline]
    pub(super) fn could_be<'f>(&self, print: u64, folded: impl FnOnce() -> &'f [u8]) -> bool {
        self.bits & 1 << (print % 64) != 0 && self.prints.contains(&print)
            || self.folded.len() >= SHORTEST_MISSPELT && self.could_be_misspelt(folded())
    }

    /// Whether a word is near enough in length, and begins alike: then it may be this one misspelt.
    #[inline]
    pub(super) fn could_be_misspelt(&self, folded: &[u8]) -> bool {
        let own = self.folded.as_bytes();
        own.len() >= SHORTEST_MISSPELT
            && (SHORTEST_MISSPELT..=2 * own.len()).contains(&folded.len())
            && own[..3] == folded[..3]
    }
}

/// The words of a text, as those of a pattern are.
pub(in crate::matching) fn words_of(text: &str, lexicon: &Lexicon) -> Vec<Word> {
    let tokens = Tokens::new(text);
    let words = (0..tokens.len()).filter(|&at| tokens.get(at).kind == TokenKind::Word);
    words.map(|at| Word::new(tokens.folded(at), &[], lexicon)).collect()
}

fn is_number(folded: &str) -> bool {
    let tokens = Tokens::new(folded);
    // `one` and the like have other meanings; they stay loose.
    let is_plain = !matches!(folded, "one" | "a" | "an" | "half" | "quarter" | "no");
    is_plain && (number::cardinal_at(&tokens, 0).is_some() || number::ordinal_at(&tokens, 0).is_some())
}

/// The folded words that a pattern writes with a capital.
fn capital_words(text: &str) -> Vec<String> {
    let tokens = Tokens::new(text);
    let capital = |at: &usize| starts_upper(tokens.raw(*at));
    (0..tokens.len()).filter(capital).map(|at| tokens.folded(at).to_owned()).collect()
}
