//! Whether a value is of another one of what a pattern tells of: of the strike before, of a march somewhere else.
//!
//! A word that sets one of several apart stands before a noun of the topic, which is what the value is told of, or the
//! place where. A topic that has the word itself asks for that one. Of a figure such a word tells when it was given, and
//! of a source whose it is.
//!
//! ```text
//! the previous strike lasted two days        not how long this one does
//! 12 people died in a separate attack        nobody of this one
//! the previous toll was 12                   what was said of this one before
//! an earlier offer of 12                     the same
//! the worst since a boat sank and killed 12  nobody of this one
//! the worst since 1998 and killed 12         12 of this one
//! ```

use super::compile::Element;
use super::whose::Taken;
use crate::matching::behind::between;

/// How far before its value, in tokens, the noun may stand of which that is told.
const SUBJECT: usize = 8;
/// How many words may stand between the word that sets apart and its noun.
const DESCRIBED: usize = 2;
/// How far before its value, in tokens, the `since` of what is compared may stand, and how far before that the superlative.
const COMPARED: (usize, usize) = (16, 8);
/// How far behind its value, in tokens, the place may be told.
const BEHIND: usize = 6;

impl Taken<'_, '_, '_> {
    /// The word that says that the value is of another one.
    pub(super) fn is_of_another_one(&self) -> Option<usize> {
        let value = self.value();
        let sets_apart = |at: usize| self.scene.passage.lexicon.contrast.setting_apart.contains(self.word(at));
        let parts = |at: &usize| {
            let word = self.word(*at);
            // `A crash with another train killed 12`, `they fear another crash after 12 died`.
            matches!(word, "with" | "after" | "since" | "like" | "before" | "which" | "on")
                || matches!(word, "" | "," | ";" | ":" | "(" | ")" | "\"" | "and" | "but" | "while" | "than")
                || self.scene.passage.lexicon.says(&self.scene.passage.stems[*at])
        };
        let first = value.start.saturating_sub(SUBJECT + DESCRIBED).max(self.scene.tokens.start);
        let mut ahead = (first..value.start).rev().take_while(|at| !parts(at));
        let is_told_of = |at: &usize| sets_apart(*at) && self.is_pointed_at(*at) && self.is_of_noun_of_topic(*at);
        let last = (value.end + BEHIND).min(self.scene.tokens.end);
        let mut behind = (value.end..last).take_while(|at| !parts(at));
        let is_place = |at: &usize| is_told_of(at) && self.is_placed_at(*at);
        let found = ahead.find(|at| is_told_of(at) && !self.is_beside(*at)).or_else(|| behind.find(is_place))?;
        let asks = |word: &str| self.words().chain(&self.topic.own).any(|own| own.folded == word);
        (!asks(self.word(found))).then_some(found)
    }

    /// `The worst since a boat sank in 1998 and killed 12`: the `since` behind which another one is told, up to the value.
    pub(super) fn is_of_compared(&self) -> Option<usize> {
        let (passage, sentence, value) = (self.scene.passage, &self.scene.tokens, self.value());
        let first = value.start.saturating_sub(COMPARED.0).max(sentence.start);
        let goes_on = |at: &usize| {
            !matches!(self.word(*at), "," | ";" | ":" | "(" | ")" | "\"" | "it" | "this" | "but" | "while")
        };
        let since = (first..value.start).rev().take_while(goes_on).find(|&at| self.word(at) == "since")?;
        let tells = matches!(self.word(since + 1), "a" | "an" | "one") || value.start == since + 1;
        // `The worst since a fire in 1998, and killed 12` may be of this one: what is joined needs a verb before it.
        let is_verb = |at: usize| {
            let word = self.word(at);
            word.ends_with("ed")
                || passage.lexicon.stance.came.contains(word)
                || passage.lexicon.contrast.coming.contains(word)
        };
        let joins = (since + 1..value.start).find(|&at| self.word(at) == "and");
        let is_joined = joins.is_none_or(|and| (since + 2..and).any(is_verb));
        let near = since.saturating_sub(COMPARED.1).max(sentence.start)..since;
        let is_most = |at: usize| {
            passage.lexicon.is_superlative(self.word(at)) && self.word(at) != "latest" || self.word(at) == "first"
        };
        let compared = near.into_iter().rev().take_while(goes_on).any(is_most);
        (tells && is_joined && compared).then_some(since)
    }

    /// `The 17th day since the strike began`, where a pattern has `{value} days of strike`: how long ago, and not how many.
    pub(super) fn is_counted_since(&self) -> Option<usize> {
        let slot = self.variant.slot?;
        let is_of = matches!(self.variant.elements.get(slot + 2), Some(Element::Word(word)) if word.folded == "of");
        let (noun, since) = (self.value().end, self.value().end + 1);
        let says = self.scene.tokens.contains(&since)
            && self.counted().is_some_and(|counted| self.scene.word_cost(counted, noun).is_some());
        (is_of && says && self.word(since) == "since").then_some(since)
    }

    /// `A separate`, `the previous`, `Another`.
    fn is_pointed_at(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| self.scene.tokens.contains(before));
        self.word(at) == "another"
            || before.is_none_or(|before| {
                matches!(self.word(before), "a" | "an" | "'s" | "\"")
                    || self.scene.passage.lexicon.pointing.contains(self.word(before))
            })
    }

    /// `The crash with another train`, `a fall into the old quarry`: what it has to do with, and not what is told of.
    fn is_beside(&self, at: usize) -> bool {
        let article = at - usize::from(self.word(at) != "another");
        let before = article.checked_sub(1).map_or("", |at| self.word(at));
        matches!(before, "with" | "into" | "against" | "on" | "onto" | "like" | "between")
    }

    /// `In a separate`, `by another`.
    fn is_placed_at(&self, at: usize) -> bool {
        let article = at - usize::from(self.word(at) != "another");
        let before = article.checked_sub(1).map_or("", |at| self.word(at));
        self.scene.passage.lexicon.contrast.occurring.contains(before)
    }

    /// Whether the noun behind a word is one of the topic, or goes by another name for one; a figure is none.
    fn is_of_noun_of_topic(&self, at: usize) -> bool {
        let (passage, stance) = (self.scene.passage, self.scene.passage.lexicon.stance);
        let is_figure = |at: usize| {
            let stem = passage.stems[at].as_ref();
            passage.lexicon.is_account(stem) || stance.figures.contains(stem) || stance.raised.contains(stem)
        };
        let last = (at + 2 + DESCRIBED).min(self.scene.tokens.end);
        let mut words = between(at, last).take_while(|&at| passage.carries(at) && !self.value().contains(&at));
        let noun = words.find(|&at| self.is_of_topic(at));
        noun.is_some_and(|noun| !is_figure(noun) && !is_figure(noun + usize::from(noun + 1 < self.scene.tokens.end)))
    }
}
