//! The plain search that most text does not pass: for words that no topic can do
//! without.
//!
//! One such word opens the gate; of a wording it takes several, close enough to
//! each other to stand in one quotation.
//!
//! ```text
//! a serious and frank exchange    … serious … frank …   opens
//!                                 … serious …           does not
//! ```
//!
//! **Cost.** One pass of Aho-Corasick over the bytes, up to the word that opens.

use super::plain::Plain;
use super::search::Search;

/// How many bytes a word and the space after it take, for telling how far two
/// words of one quotation may stand apart.
const WORD: usize = 12;

/// The words to look for.
#[derive(Debug)]
pub(super) struct Gate {
    search: Search,
    /// By word: whether it is enough.
    is_enough: Vec<bool>,
    /// By word: its place in each wording that has it.
    places: Vec<Vec<(usize, usize)>>,
    wordings: Vec<Wording>,
}

/// Words of which several must stand close to each other.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// The words, by number.
    pub(super) words: Vec<usize>,
    /// How many of them there must be.
    pub(super) wanted: usize,
    /// How many words a quotation of it may have between two of them.
    pub(super) reach: usize,
}

impl Gate {
    /// A gate that `solo` words open alone, and wordings together.
    pub(super) fn new(search: Search, words: usize, solo: &[usize], wordings: Vec<Wording>) -> Self {
        let mut is_enough = vec![false; words];
        solo.iter().for_each(|&word| is_enough[word] = true);
        let mut places = vec![Vec::new(); words];
        for (which, wording) in wordings.iter().enumerate() {
            for (place, &word) in wording.words.iter().enumerate() {
                places[word].push((which, place));
            }
        }
        Self { search, is_enough, places, wordings }
    }

    /// Whether a text opens it.
    pub(super) fn opens(&self, text: &Plain<'_>) -> bool {
        // Where each word of each wording stood last, made when the first is met.
        let mut seen: Vec<Vec<Option<usize>>> = Vec::new();
        self.search.any(text, |word, at| {
            if self.is_enough[word] {
                return true;
            }
            if seen.is_empty() {
                seen.extend(self.wordings.iter().map(|wording| vec![None; wording.words.len()]));
            }
            self.places[word].iter().any(|&(which, place)| {
                seen[which][place] = Some(at);
                let wording = &self.wordings[which];
                let is_close = |seen: &&Option<usize>| seen.is_some_and(|seen| seen + wording.reach * WORD >= at);
                seen[which].iter().filter(is_close).count() >= wording.wanted
            })
        })
    }
}
