//! Dates on which something was told, and not on which it was: `said on Monday that`, `published on 12 September`.
//!
//! A text dates its sources nearly as often as what they tell. Refused is only what the pattern does not ask for
//! itself: of `announced on {value}` the day of announcing is the answer.
//!
//! ```text
//! the ministry said on Monday that the truce begins on 8 October    said on Monday
//! he was arrested on 3 October, the police told the court on Monday  told on Monday
//! on Monday the union said that it would march                      said on Monday
//! a story published September 12 about the fire                     published on that day
//! ```

use super::Passage;
use super::names::starts_upper;
use crate::claims::Topic;
use crate::text::{TokenKind, stem};
use std::ops::Range;

/// How far before a date the verb may stand behind which somebody is told, in tokens: `told the public on Monday`.
const TOLD: usize = 6;
/// How many words may stand before `used to` that name whose habit it was.
const HABIT: usize = 9;
/// What makes a `held` one of what took place.
const BEING: &[&str] = &["was", "were", "been", "be", "being", "is", "are", "indeed"];
/// How far behind a date that opens a clause the verb of saying may stand, in tokens.
const SPEAKER: usize = 6;

/// Whether a date is that of what was printed: `a story published September 12 about the fire`.
#[must_use]
pub fn is_of_print(passage: &Passage<'_>, topic: Option<&Topic>, date: &Range<usize>) -> bool {
    let at =
        (date.start.saturating_sub(2)..date.start).rev().find(|&at| !matches!(passage.tokens.folded(at), "on" | "in"));
    let word = |at: usize| passage.tokens.folded(at);
    let at = at.map(|at| obtained_by(passage, at).unwrap_or(at));
    let is_out =
        |at: usize| at > 0 && word(at) == "out" && matches!(word(at - 1), "came" | "come" | "comes" | "coming");
    let at = at.filter(|&at| passage.lexicon.printing.contains(word(at)) || is_out(at));
    at.is_some_and(|at| !asks(passage, topic, at))
}

/// The participle over whoever a source was printed or obtained by: `records obtained by the paper on Thursday`.
fn obtained_by(passage: &Passage<'_>, last: usize) -> Option<usize> {
    let first = last.saturating_sub(SPEAKER);
    let names = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Word;
    let by = (first..=last).rev().take_while(names).find(|&at| passage.tokens.folded(at) == "by")?;
    let verb = by.checked_sub(1)?;
    passage.lexicon.printing.contains(passage.tokens.folded(verb)).then_some(verb)
}

/// Whether a date is that of saying something: `the ministry said on Monday that`.
#[must_use]
pub fn is_of_saying(passage: &Passage<'_>, topic: Option<&Topic>, sentence: usize, date: &Range<usize>) -> bool {
    let reader = Reader { passage, sentence: &passage.sentences[sentence].tokens, date };
    if reader.is_of_named() {
        return false;
    }
    let verb = reader.verb_before().or_else(|| reader.verb_behind());
    verb.is_some_and(|verb| !asks(passage, topic, verb))
}

/// Whether a date is that of taking back what was said, or is what was taken back: `withdrew its date of 3 May yesterday`.
#[must_use]
pub fn is_of_withdrawal(passage: &Passage<'_>, sentence: usize, date: &Range<usize>) -> bool {
    let words = &passage.lexicon.stance.withdrawn.withdrawing;
    let first = date.start.saturating_sub(TOLD).max(passage.sentences[sentence].tokens.start);
    let word = |at: usize| passage.tokens.folded(at);
    (first..date.start).rev().take_while(|&at| !matches!(word(at), "," | ";" | ":")).any(|at| words.contains(word(at)))
}

/// Whether a pattern of the topic has a word of the text itself.
fn asks(passage: &Passage<'_>, topic: Option<&Topic>, at: usize) -> bool {
    topic.is_some_and(|topic| topic.asks(|word| stem(word) == passage.stems[at]))
}

struct Reader<'r, 'a> {
    passage: &'r Passage<'a>,
    sentence: &'r Range<usize>,
    date: &'r Range<usize>,
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    fn says(&self, at: usize) -> bool {
        // `They spoke on 20 February` says nothing.
        let is_done = |stem: &str| {
            matches!(stem, "speak" | "spoke" | "spoken" | "talk" | "give" | "gave" | "put" | "count" | "list")
        };
        let stem = |at: usize| &self.passage.stems[at];
        // `Was reportedly opened on 20 February`.
        let is_verb = !self.word(at).ends_with("ly");
        // `The talks were held on 20 February`.
        let is_passive = || self.word(at) == "held" && BEING.contains(&self.word(at.wrapping_sub(1)));
        let is_verb = is_verb && !is_passive();
        self.sentence.contains(&at) && is_verb && self.passage.lexicon.says(stem(at)) && !is_done(stem(at))
    }

    fn leads(&self, at: usize) -> bool {
        matches!(self.word(at), "on" | "in" | "late" | "early" | "earlier" | "back" | "the" | "of" | "this")
    }

    /// `Said the call of 26 March`, `said Thursday's call`: of what is told.
    fn is_of_named(&self) -> bool {
        let of = self.date.start.checked_sub(1).filter(|&at| at > self.sentence.start && self.word(at) == "of");
        let noun = of.is_some_and(|of| self.passage.carries(of - 1) && !self.says(of - 1));
        let owns =
            matches!(self.word(self.date.end), "'" | "’" | "'s") && !self.passage.tokens.get(self.date.end).spaced;
        noun || owns
    }

    /// The verb of saying before a date, behind which nothing is told yet: `told the public on Monday`.
    fn verb_before(&self) -> Option<usize> {
        let first = self.date.start.saturating_sub(TOLD).max(self.sentence.start);
        let goes_on =
            |at: &usize| !matches!(self.word(*at), "," | ";" | ":" | "\"" | "(" | ")" | "that" | "and" | "but");
        let verb = (first..self.date.start).rev().take_while(goes_on).find(|&at| self.says(at));
        let Some(verb) = verb else { return self.verb_of_clause() };
        let lead = (verb + 1..self.date.start).rev().take_while(|&at| self.leads(at)).last().unwrap_or(self.date.start);
        (self.is_who_was_told(verb + 1..lead)).then_some(verb)
    }

    /// `The court heard on Monday that`, but not `it was on Monday that`.
    fn verb_of_clause(&self) -> Option<usize> {
        let verb = (self.sentence.start..self.date.start).rev().find(|&at| !self.leads(at))?;
        let is_verb = self.passage.tokens.get(verb).kind == TokenKind::Word
            && !matches!(self.word(verb), "is" | "was" | "only" | "just" | "not" | "and" | "but");
        (is_verb && matches!(self.word(self.date.end), "that" | "whether")).then_some(verb)
    }

    /// `reporters`, `us`, `to the union`, `a rally`; not `the court he fled`. Nobody is told, too.
    fn is_who_was_told(&self, between: Range<usize>) -> bool {
        if between.len() == 1 && self.passage.lexicon.times.told.contains(self.word(between.start)) {
            return true;
        }
        let small = |at: &usize| matches!(self.word(*at), "to" | "the" | "a" | "an" | "his" | "her" | "its" | "their");
        let nouns: Vec<usize> = between.skip_while(|at| small(at)).collect();
        let is_upper = |at: usize| starts_upper(self.passage.tokens.raw(at));
        let is_noun = |at: usize| {
            // `Are told to wait till Monday`.
            self.passage.carries(at) && !self.passage.lexicon.times.turning.contains(self.word(at))
        };
        match nouns[..] {
            [] => true,
            [one] => is_noun(one),
            [first, second] => {
                is_noun(first)
                    && is_noun(second)
                    && (is_upper(first) || !is_upper(second))
                    && !self.word(second).ends_with("ed")
                    // `Says her resignation came on 17 March`.
                    && !self.passage.lexicon.stance.came.contains(self.word(second))
            }
            _ => false,
        }
    }

    /// The verb of saying of whom a date opens: `on Monday the union said that`; not of `on Monday, the union says,`.
    fn verb_behind(&self) -> Option<usize> {
        let first = (self.sentence.start..self.date.start)
            .rev()
            .find(|&at| !self.leads(at))
            .map_or(self.sentence.start, |at| at + 1);
        let opens = first == self.sentence.start
            || matches!(self.word(first - 1), "," | ";" | "\"" | "and" | "but" | "-" | "|");
        let start = self.date.end + usize::from(self.word(self.date.end) == ",");
        let goes_on = |at: &usize| !matches!(self.word(*at), "," | ";" | ":" | "\"" | "(" | "and");
        let verb = (start..start + SPEAKER).take_while(goes_on).find(|&at| self.says(at)).filter(|_| opens)?;
        let is_aside = self.word(verb + 1) == ",";
        (!is_aside && verb > start).then_some(verb)
    }
}

/// Whether `used to` is of whoever stands before it: `the police used to say`; and not of `the cameras the police used to`,
/// or `the tool used to report`.
#[must_use]
pub fn is_habit(passage: &Passage<'_>, used: usize) -> bool {
    let start = passage.sentences[passage.sentence_at(passage.tokens.get(used).span.start)].tokens.start;
    let first = used.saturating_sub(HABIT).max(start);
    let is_word = |at: usize| passage.tokens.get(at).kind == TokenKind::Word;
    let is_thing = |at: usize| is_word(at) && passage.carries(at) && !passage.lexicon.says(&passage.stems[at]);
    let begins = |at: usize| {
        let word = passage.tokens.folded(at);
        passage.lexicon.pointing.contains(word) || matches!(word, "a" | "an" | "its" | "their" | "that" | "which")
    };
    let Some(last) = used.checked_sub(1).filter(|&last| last >= start) else { return false };
    let word = passage.tokens.folded(last);
    let is_somebody = passage.names_in(last..used).next().is_some()
        || passage.lexicon.subjects.contains(word)
        || starts_upper(passage.tokens.raw(last))
        || passage.is_of_body(last)
        || word.ends_with('s');
    let is_relative = (first + 1..used).rev().take_while(|&at| is_word(at)).any(|at| begins(at) && is_thing(at - 1));
    is_somebody && !is_relative
}

/// Whether words tell that somebody says so: `it lasted 75 minutes, the office says`.
#[must_use]
pub fn is_told(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let lexicon = passage.lexicon;
    let tells = |at: usize| lexicon.says(&passage.stems[at]) || lexicon.according.contains(passage.tokens.folded(at));
    tokens.clone().any(tells)
}
