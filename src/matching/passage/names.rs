//! Where a text names the claimants, entities and events of the claims.
//!
//! A name matches whole words, without case and diacritics, except that a
//! name written with a capital needs one (`May` is not `may`). A single long
//! name may be misspelt a little (`Zelenskyj` is `Zelensky`). The name of an
//! event also matches with its words in another order: `since the war
//! started` names `the start of the war`.

use super::known::Known;
use super::owned::Owned;
use crate::claims::ClaimSet;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::patterns::likeness::could_be_alike;
use crate::matching::prefilter::beginnings::Threes;
use crate::matching::prefilter::forms::{Literal, forms_of_name, forms_of_stem};
use crate::text::stem::shared_stem;
use crate::text::{Tokens, stem};
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// The id of something that has names, as an index into the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub usize);

/// A name found in a text: which tokens, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAt {
    /// Whose name it is. Two ids may share a name: then there are two.
    pub id: NameId,
    /// The tokens of the text.
    pub tokens: Range<usize>,
}

/// Every name of a claim set, ready to be looked up.
#[derive(Debug, Default)]
pub struct Names {
    ids: Vec<String>,
    numbers: HashMap<String, NameId>,
    /// By first folded word.
    by_first: HashMap<String, Vec<Alias>, RandomState>,
    /// Single words that may be misspelt.
    likely: Vec<(String, NameId)>,
    /// The last word of every name of more than one, and the first one before `of`.
    heads: HashSet<(NameId, String)>,
    /// Names that begin with whose they are.
    pub(super) owned: Vec<Owned>,
    /// Names that end in where they are: of `the foreign ministry in Bern`.
    pub(super) placed: Vec<Owned>,
    /// What kind of thing a name is of.
    pub(super) known: Arc<Known>,
    /// Who has a name that begins with `The`, as a newspaper's does.
    titled: HashSet<NameId>,
    /// Names of events, as sorted stems of their content words.
    events: Vec<(Vec<String>, NameId)>,
    /// Which of these have a stem.
    events_with: HashMap<String, Vec<usize>, RandomState>,
    /// How the first words of names begin, and the words that have one of these stems: most
    /// words begin otherwise.
    beginnings: Threes,
    /// Every name as what a plain search may look for instead: words of which
    /// each must be there.
    spelt: Vec<(NameId, Vec<Vec<Literal>>)>,
}

#[derive(Debug)]
struct Alias {
    words: Vec<String>,
    /// Which words are capitals in the claims file, and so in the text.
    capital: Vec<bool>,
    id: NameId,
    /// Whether it is an office, which texts write in lower case, too.
    is_office: bool,
}

/// Names shorter than this, in letters, must be spelt right.
const SHORTEST_MISSPELT: usize = 6;
/// How like a misspelt name must be (normalised Damerau-Levenshtein).
pub(in crate::matching) const LIKENESS: f64 = 0.8;
/// How many words more than its own an event's name may be spread over.
const EVENT_SLACK: usize = 3;

impl Names {
    /// Gathers the names of a claim set.
    #[must_use]
    pub fn new(claims: &ClaimSet, lexicon: &Lexicon) -> Self {
        let mut names = Self::default();
        let people = claims.claimants.iter().chain(&claims.entities);
        let people: Vec<(NameId, Vec<&str>)> =
            people.map(|named| (names.intern(&named.id), named.names().collect())).collect();
        for (id, all) in &people {
            all.iter().for_each(|name| names.add(name, *id, false, lexicon));
        }
        names.known = Arc::new(Known::of(&people, lexicon));
        for event in &claims.events {
            let id = names.intern(&event.id);
            event.named.names().for_each(|name| names.add(name, id, true, lexicon));
        }
        let of_events = names.events_with.keys().flat_map(|stem| forms_of_stem(stem));
        let of_events = of_events.map(|form| form.text().to_owned());
        names.beginnings = Threes::of(&names.by_first.keys().cloned().chain(of_events).collect::<Vec<_>>());
        names
    }

    /// The id behind an index.
    #[must_use]
    pub fn id(&self, id: NameId) -> &str {
        &self.ids[id.0]
    }

    /// The index of an id, if anything has it.
    #[must_use]
    pub fn find_id(&self, id: &str) -> Option<NameId> {
        self.numbers.get(id).copied()
    }

    /// Whether one of the names of an id is that of a thing so called: of a `ministry` are `the
    /// education ministry` and `the Ministry of Education`.
    #[must_use]
    pub fn has_head(&self, id: NameId, word: &str) -> bool {
        self.heads.contains(&(id, word.to_owned()))
    }

    /// Whether somebody has a name that begins with `The`, and so may be a newspaper.
    pub(super) fn is_titled(&self, id: NameId) -> bool {
        self.titled.contains(&id)
    }

    /// Whether a body (`the ministry`) can be meant by the last word of its name.
    pub(in crate::matching) fn is_body(&self, id: NameId, lexicon: &Lexicon) -> bool {
        lexicon.bodies.iter().any(|body| self.has_head(id, body))
    }

    /// Every name of an id, as words of which each must be there in some form.
    pub(in crate::matching) fn spellings(&self, id: NameId) -> impl Iterator<Item = Vec<Vec<Literal>>> {
        self.spelt.iter().filter(move |(of, _)| *of == id).map(|(_, words)| words.clone())
    }

    fn intern(&mut self, id: &str) -> NameId {
        self.find_id(id).unwrap_or_else(|| {
            let number = NameId(self.ids.len());
            self.ids.push(id.to_owned());
            self.numbers.insert(id.to_owned(), number);
            number
        })
    }

    fn add(&mut self, name: &str, id: NameId, is_event: bool, lexicon: &Lexicon) {
        let tokens = Tokens::new(name);
        let skip = usize::from(tokens.len() > 1 && matches!(tokens.folded(0), "the" | "a" | "an"));
        let words: Vec<String> = (skip..tokens.len()).map(|at| tokens.folded(at).to_owned()).collect();
        let Some(first) = words.first().cloned() else { return };
        if skip == 1 && tokens.raw(0) == "The" && starts_upper(tokens.raw(1)) && !is_event {
            self.titled.insert(id);
        }
        if let Some(at) = words.iter().position(|word| word == "'s").filter(|&at| at > 0 && at + 1 < words.len()) {
            let (owner, thing) = (words[..at].to_vec(), words[at + 1..].to_vec());
            self.owned.push(Owned { owner, thing, id });
        }
        if let Some(at) = words.iter().position(|word| word == "in").filter(|&at| at > 0 && at + 1 < words.len()) {
            self.placed.push(Owned { owner: words[at + 1..].to_vec(), thing: words[..at].to_vec(), id });
        }
        let is_office = is_office(&words, lexicon);
        let mut capital =
            (skip..tokens.len()).map(|at| starts_upper(tokens.raw(at)) && !is_office).collect::<Vec<bool>>();
        // `St Anne's hospital`: of a name of several words the one for what it is.
        let last = words.len() - 1;
        let is_kind =
            lexicon.bodies.contains(&words[last]) || lexicon.voices.persons.institutions.contains(&words[last]);
        if last > 0 && is_kind && capital[..last].iter().any(|is_upper| *is_upper) {
            capital[last] = false;
        }
        let may_be_misspelt = !is_event && words.len() == 1 && first.chars().count() >= SHORTEST_MISSPELT && capital[0];
        // Texts write signs in many ways, and nothing parts them from words.
        let letters = words.iter().zip(&capital).filter(|(word, _)| is_letters(word));
        let spelt = letters.map(|(word, capital)| forms_of_name(word, *capital, may_be_misspelt));
        self.spelt.push((id, spelt.collect()));
        if is_event {
            let mut stems: Vec<String> = content_stems(&words, lexicon);
            stems.sort();
            stems.dedup();
            if stems.len() > 1 {
                let letters = stems.iter().filter(|stem| is_letters(stem));
                self.spelt.push((id, letters.map(|stem| forms_of_stem(stem)).collect()));
                for stem in &stems {
                    self.events_with.entry(stem.clone()).or_default().push(self.events.len());
                }
                self.events.push((stems, id));
            }
        } else if may_be_misspelt {
            self.likely.push((first.clone(), id));
        }
        if words.len() > 1 {
            let head = if words[1] == "of" { words.first() } else { None };
            self.heads.extend(words.last().into_iter().chain(head).map(|head| (id, head.clone())));
        }
        self.by_first.entry(first).or_default().push(Alias { words, capital, id, is_office });
    }

    /// Every name in the tokens of a text, sorted by first token; of names of one id that
    /// overlap only the longest is kept.
    #[must_use]
    pub fn find(&self, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Vec<NameAt> {
        let mut found: Vec<NameAt> = Vec::new();
        for at in 0..tokens.len() {
            let folded = tokens.folded(at);
            let mut begun: &[Alias] = &[];
            if self.beginnings.begin(folded.as_bytes()) {
                if let Some(aliases) = self.by_first.get(folded) {
                    found.extend(aliases.iter().filter_map(|alias| alias.at(tokens, at, lexicon)));
                    begun = aliases;
                }
                for &event in self.events_of(folded) {
                    let (wanted, id) = &self.events[event];
                    found.extend(event_at(tokens, at, wanted, *id, lexicon));
                }
            }
            if folded.len() >= SHORTEST_MISSPELT - 1 && starts_upper(tokens.raw(at)) {
                // `Ardanian`, of Ardania that is also called `Ardanian officials`.
                let is_theirs = |id: &NameId| begun.iter().all(|alias| alias.id == *id && alias.words.len() > 1);
                found.extend(self.misspelt(folded).filter(is_theirs).map(|id| NameAt { id, tokens: at..at + 1 }));
            }
        }
        longest_of_each(found)
    }

    /// The events that have a word in their names.
    fn events_of(&self, folded: &str) -> &[usize] {
        if self.events_with.is_empty() {
            return &[];
        }
        self.events_with.get(&*shared_stem(folded)).map_or(&[], Vec::as_slice)
    }

    /// Whose name a word is that is spelt a little otherwise.
    fn misspelt(&self, word: &str) -> Option<NameId> {
        let alike = |name: &str| {
            // Without the bound, a word of megabytes would take its length in memory, squared.
            name.chars().next() == word.chars().next()
                && word.len() <= 2 * name.len()
                && could_be_alike(name, word, LIKENESS)
                && strsim::normalized_damerau_levenshtein(name, word) >= LIKENESS
        };
        let mut candidates = self.likely.iter().filter(|(name, _)| alike(name)).map(|(_, id)| *id);
        let first = candidates.next()?;
        // A misspelling that could be two people is nobody's name.
        candidates.all(|other| other == first).then_some(first)
    }
}

impl Alias {
    fn at(&self, tokens: &Tokens<'_>, at: usize, lexicon: &Lexicon) -> Option<NameAt> {
        let end = at + self.words.len();
        if end > tokens.len() {
            return None;
        }
        let fits = self.words.iter().zip(&self.capital).enumerate().all(|(offset, (word, capital))| {
            tokens.folded(at + offset) == word && (!capital || starts_upper(tokens.raw(at + offset)))
        });
        let fits = fits && (!self.is_office || is_upper(tokens, at, end) || is_the_office(tokens, at, end));
        // `Its sister ship`, `a rival union`, where the ship and the union have names.
        let is_noun = || !self.capital.contains(&true) && !starts_upper(tokens.raw(at));
        let is_another = |before: usize| lexicon.contrast.beside_it.contains(tokens.folded(before));
        let fits = fits && !(at.checked_sub(1).is_some_and(is_another) && is_noun());
        (fits && !is_month(tokens, at, end, &self.words)).then_some(NameAt { id: self.id, tokens: at..end })
    }
}

/// Whether a name is that of an office alone: `the Prime Minister`, `the Interior Ministry`.
fn is_office(words: &[String], lexicon: &Lexicon) -> bool {
    let is_word = |word: &String| {
        lexicon.titles.contains(word) || lexicon.offices.contains(word) || lexicon.voices.portfolios.contains(word)
    };
    words.len() > 1 && words.iter().all(is_word)
}

fn is_upper(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    (at..end).all(|at| starts_upper(tokens.raw(at)) || !is_letters(tokens.folded(at)))
}

/// `The prime minister`, and neither `the prime minister of Elbia` nor `a prime minister`, `prime minister Dahl`.
fn is_the_office(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let led = at > 0 && tokens.folded(at - 1) == "the";
    let is_of_another = end < tokens.len()
        && (matches!(tokens.folded(end), "of" | "for" | "in" | "-")
            || starts_upper(tokens.raw(end)) && tokens.get(end).spaced);
    led && !is_of_another
}

/// `May 2017`, `3 May`: the month, not the person.
fn is_month(tokens: &Tokens<'_>, at: usize, end: usize, words: &[String]) -> bool {
    if words != ["may"] && words != ["march"] && words != ["april"] && words != ["june"] && words != ["august"] {
        return false;
    }
    let digits = |index: usize| tokens.get(index).kind == crate::text::TokenKind::Digits;
    let ordinal =
        |index: usize| matches!(tokens.folded(index), "st" | "nd" | "rd" | "th") && index > 0 && digits(index - 1);
    let after = end < tokens.len() && digits(end);
    let before = at > 0 && (digits(at - 1) || ordinal(at - 1));
    let preposition = at > 0 && matches!(tokens.folded(at - 1), "in" | "since" | "until" | "late" | "early" | "mid");
    after || before || preposition
}

/// An event whose content words all stand within a few words of each other,
/// in any order, with nothing but function words between.
fn event_at(tokens: &Tokens<'_>, at: usize, wanted: &[String], id: NameId, lexicon: &Lexicon) -> Option<NameAt> {
    let mut seen = vec![false; wanted.len()];
    let limit = (at + wanted.len() + EVENT_SLACK).min(tokens.len());
    for index in at..limit {
        let said = shared_stem(tokens.folded(index));
        match wanted.binary_search_by(|stem| stem.as_str().cmp(&said)) {
            Ok(which) => seen[which] = true,
            Err(_) if lexicon.is_function_word(tokens.folded(index)) => {}
            Err(_) => return None,
        }
        if seen.iter().all(|&seen| seen) {
            return Some(NameAt { id, tokens: at..index + 1 });
        }
    }
    None
}

fn content_stems(words: &[String], lexicon: &Lexicon) -> Vec<String> {
    let content =
        words.iter().filter(|word| !lexicon.is_function_word(word) && word.chars().all(char::is_alphanumeric));
    content.map(|word| stem(word).into_owned()).collect()
}

fn longest_of_each(mut found: Vec<NameAt>) -> Vec<NameAt> {
    found.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end), name.id));
    let mut kept: Vec<NameAt> = Vec::new();
    for name in found {
        let inside = |other: &NameAt| {
            other.id == name.id && other.tokens.start <= name.tokens.start && name.tokens.end <= other.tokens.end
        };
        if !kept.iter().rev().take_while(|other| other.tokens.start + 16 > name.tokens.start).any(inside) {
            kept.push(name);
        }
    }
    kept
}

fn is_letters(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
}

pub(in crate::matching) fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
