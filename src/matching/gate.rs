//! The plain search that most text does not pass: for words that no topic can do
//! without.
//!
//! Where one stands, its paragraph is looked at: whether it could speak to a topic, or
//! has a whole name that one speaks of. Of a wording there must be several words, behind
//! a quotation mark and close enough to each other to stand in one quotation.
//!
//! ```text
//! the Velden ferry disaster       … ferry disaster off Velden …   opens
//!                                 … natural disasters …           does not
//! a serious and frank exchange    “… serious … frank …             opens
//!                                 … serious … frank …, “… serious  does not
//! ```
//!
//! **Cost.** One pass over the words, up to the paragraph that opens; a search of each
//! paragraph that has such a word.

use super::plain::Plain;
use super::present::Hit;
use super::search::Search;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many bytes a word and the space after it take, for telling how far two
/// words of one quotation may stand apart.
const WORD: usize = 12;

/// The words to look for.
#[derive(Debug)]
pub(super) struct Gate {
    search: Search,
    /// By word: whether its paragraph is to be looked at.
    is_solo: Vec<bool>,
    /// By word: the wordings that have it.
    of_wordings: Vec<Vec<usize>>,
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

/// Where words of one wording stood last.
#[derive(Debug, Default)]
struct Near(BTreeMap<usize, usize>);

impl Near {
    /// Takes in one more word; whether there are enough close to each other.
    fn is_enough(&mut self, wording: &Wording, word: usize, at: usize) -> bool {
        self.0.insert(word, at);
        self.0.values().filter(|&&seen| seen + wording.reach * WORD >= at).count() >= wording.wanted
    }
}

impl Wording {
    /// Whether a text has words enough, close enough to each other to stand in one quotation.
    pub(super) fn could_be_quoted(&self, text: &Plain<'_>, hits: &[Hit]) -> bool {
        let mut near = Near::default();
        let mut hits = hits.iter().filter(|hit| self.words.contains(&hit.word));
        self.wanted == 0 || hits.any(|hit| near.is_enough(self, hit.word, hit.at) && text.may_be_quoted(hit.at))
    }
}

impl Gate {
    /// A gate that `solo` words may open alone, and wordings together.
    pub(super) fn new(search: Search, words: usize, solo: &BTreeSet<usize>, wordings: Vec<Wording>) -> Self {
        let mut is_solo = vec![false; words];
        solo.iter().for_each(|&word| is_solo[word] = true);
        let mut of_wordings = vec![Vec::new(); words];
        for (which, wording) in wordings.iter().enumerate() {
            wording.words.iter().for_each(|&word| of_wordings[word].push(which));
        }
        Self { search, is_solo, of_wordings, wordings }
    }

    /// Whether a text opens it, given whether a paragraph with a solo word does.
    pub(super) fn opens(&self, text: &Plain<'_>, mut paragraph_opens: impl FnMut(Range<usize>) -> bool) -> bool {
        let mut near: Vec<Near> = Vec::new();
        let mut looked_at = 0;
        self.search.any(text, |word, at| {
            if self.is_solo[word] && at >= looked_at {
                let paragraph = text.paragraph_around(at);
                looked_at = paragraph.end;
                if paragraph_opens(paragraph) {
                    return true;
                }
            }
            if self.of_wordings[word].is_empty() {
                return false;
            }
            near.resize_with(self.wordings.len(), Near::default);
            let mut wordings = self.of_wordings[word].iter();
            wordings.any(|&which| near[which].is_enough(&self.wordings[which], word, at)) && text.may_be_quoted(at)
        })
    }
}
