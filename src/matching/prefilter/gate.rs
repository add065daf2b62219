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
pub(in crate::matching) struct Wording {
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

#[cfg(test)]
mod tests {
    use super::super::forms::Literal;
    use super::*;

    /// A gate for `storm` alone, and for `frank` and `serious` in one quotation with a word
    /// between them at most.
    fn gate(wanted: usize) -> Gate {
        let forms: Vec<Vec<Literal>> =
            ["storm", "frank", "serious"].iter().map(|word| vec![Literal::beginning(*word)]).collect();
        let wording = Wording { words: vec![1, 2], wanted, reach: 2 };
        Gate::new(Search::new(0..3, &forms), 3, &BTreeSet::from([0]), vec![wording])
    }

    /// Whether the gate opens, and the paragraphs that it asked for.
    fn opens(text: &str, found: bool) -> (bool, Vec<String>) {
        let mut asked = Vec::new();
        let opens = gate(2).opens(&Plain::new(text), |paragraph| {
            asked.push(text[paragraph].trim().to_owned());
            found
        });
        (opens, asked)
    }

    #[test]
    fn each_paragraph_with_a_word_of_its_own_is_asked_for_once() {
        let text = "A storm, a storm.\n\nA calm.\n\nA storm.";
        let both = vec!["A storm, a storm.".to_owned(), "A storm.".to_owned()];
        assert_eq!(opens(text, false), (false, both.clone()));
        assert_eq!(opens(text, true), (true, both[..1].to_vec()));
        assert_eq!(opens("A calm.", true), (false, Vec::new()));
    }

    #[test]
    fn words_of_a_wording_open_it_close_to_each_other_in_a_quotation() {
        assert_eq!(opens("He spoke of “a frank and serious” talk.", true), (true, Vec::new()));
        assert!(!opens("He spoke of a frank and serious talk.", true).0);
        assert!(!opens("He spoke of “a frank and frank” talk.", true).0);
        let apart = |bytes: usize| opens(&format!("“frank{}serious”", " ".repeat(bytes - 5)), true).0;
        assert!(apart(2 * WORD) && !apart(2 * WORD + 1));
    }

    #[test]
    fn a_wording_could_be_quoted_where_its_words_stand_close_behind_a_mark() {
        let could = |wanted: usize, text: &str| {
            let gate = gate(wanted);
            let text = Plain::new(text);
            let mut hits = Vec::new();
            gate.search.any(&text, |word, at| {
                hits.push(Hit { at, word });
                false
            });
            gate.wordings[0].could_be_quoted(&text, &hits)
        };
        assert!(could(2, "“frank and serious”") && could(1, "“frank”") && could(0, "storm"));
        assert!(!could(2, "frank and serious") && !could(2, "“frank and a storm”") && !could(1, "“storm”"));
        assert!(!could(2, &format!("“frank {} serious”", "and ".repeat(9))));
    }
}
