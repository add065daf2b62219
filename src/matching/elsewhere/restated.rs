//! Sentences that tell nothing but who gives another number, and the number.
//!
//! ```text
//! The union says / believes that there had been 25,000      its verbs
//! The union's count is / The union's account: 25,000        what it has
//! According to the union, it was 25,000
//! The union disputes that, saying it was 25,000
//! ```

use crate::claims::Topic;
use crate::matching::language::figure_words::FigureWords;
use crate::matching::language::words::Words;
use crate::matching::passage::Passage;
use std::ops::Range;

/// Whether the words before a number that could answer a topic name somebody who gives it, and tell nothing else. A
/// verb is that of the number before it: of `the call lasted 50 minutes`, `it lasted`.
pub(super) fn tells_only_who(passage: &Passage<'_>, before: Range<usize>, topic: &Topic, verb: Option<usize>) -> bool {
    let words = passage.lexicon.figures;
    let lead = Lead { passage, before, words, topic };
    let start = lead.past(lead.before.start, &words.going_over);
    lead.source(start)
        .or_else(|| lead.holder(start))
        .or_else(|| lead.opponent(start))
        .or_else(|| lead.speaker(start))
        .is_some_and(|told| match told {
            Told::Whole(at) => at == lead.before.end,
            Told::Who(at) => lead.clause(at, verb),
        })
}

/// How far whoever gives the number is told.
enum Told {
    /// What they say of it follows.
    Who(usize),
    /// The number follows.
    Whole(usize),
}

struct Lead<'p, 'a> {
    passage: &'p Passage<'a>,
    before: Range<usize>,
    words: &'static FigureWords,
    topic: &'p Topic,
}

impl Lead<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.before.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    fn says(&self, at: usize) -> bool {
        self.before.contains(&at) && self.passage.lexicon.says(&self.passage.stems[at])
    }

    fn has(&self, at: usize) -> bool {
        matches!(self.word(at), "has" | "gives")
    }

    /// Behind small words, and a comma.
    fn past(&self, mut at: usize, small: &Words) -> usize {
        while small.contains(self.word(at)) {
            at += 1;
        }
        at + usize::from(at > self.before.start && self.word(at) == ",")
    }

    /// Behind a name, with the article before it and the office of theirs behind.
    fn name(&self, at: usize) -> Option<usize> {
        let start = at + usize::from(self.word(at) == "the");
        let mut names = self.passage.names_in(start..self.before.end);
        let end = names.find(|name| name.tokens.start <= start && start < name.tokens.end)?.tokens.end;
        let lexicon = self.passage.lexicon;
        let speaks = |word: &str| word == "office" || lexicon.offices.contains(word) || lexicon.speakers.contains(word);
        Some(if self.word(end) == "'s" && speaks(self.word(end + 1)) { end + 2 } else { end })
    }

    /// `According to the union,`.
    fn source(&self, at: usize) -> Option<Told> {
        let is_source = self.passage.lexicon.according.contains(self.word(at)) && self.word(at + 1) == "to";
        let end = self.name(at + 2).filter(|_| is_source)?;
        Some(Told::Who(end + usize::from(self.word(end) == ",")))
    }

    /// `The union's account:`, `the union's tally stands at`, `the union's report has`. What `the union has` may be anything.
    fn holder(&self, at: usize) -> Option<Told> {
        let end = self.name(at)?;
        if self.word(end) != "'s" {
            return None;
        }
        let noun = self.past(end + 1, &self.words.owning);
        let is_account =
            |at: usize| self.before.contains(&at) && self.passage.lexicon.is_account(&self.passage.stems[at]);
        let verb = Some(noun + 1).filter(|_| self.words.calls(self.topic, self.word(noun)) || is_account(noun))?;
        if self.word(verb) == ":" || self.has(verb) {
            return Some(Told::Whole(verb + 1));
        }
        if self.says(verb) {
            return Some(Told::Who(verb + 1));
        }
        let value = self.level(verb)?;
        // `Was higher: 62 million`.
        let is_more = self.words.comparing.contains(self.word(value)) && self.word(value + 1) == ":";
        Some(Told::Whole(if is_more { value + 2 } else { value }))
    }

    /// `The union disputes that, saying`.
    fn opponent(&self, at: usize) -> Option<Told> {
        let end = self.name(at)?;
        let denies = self.passage.lexicon.denial.denying.contains(self.word(end));
        let that = end + 1 + usize::from(matches!(self.word(end + 1), "that" | "this" | "it"));
        let says = that + usize::from(self.word(that) == ",");
        (denies && says > end + 2 && self.says(says)).then_some(Told::Who(says + 1))
    }

    /// `The union says`, `Ferrante told reporters on Friday that the coastguard believed`.
    fn speaker(&self, mut at: usize) -> Option<Told> {
        let mut told = None;
        loop {
            let start = at + usize::from(self.word(at) == "that");
            let Some(verb) = self.name(start).filter(|&verb| verb < self.before.end) else { break };
            if !self.says(verb) {
                return None;
            }
            at = verb + 1;
            if self.word(verb) == "told" {
                at = self.day(at + usize::from(self.words.hearers.contains(self.word(at))));
            }
            told = Some(Told::Who(at));
        }
        told
    }

    /// Behind a day on which it was said.
    fn day(&self, at: usize) -> usize {
        let start = at + usize::from(self.word(at) == "on");
        if !self.before.contains(&start) {
            return at;
        }
        let told = self.passage.value_around(self.passage.tokens.get(start).span).filter(|told| told.is_moment());
        let tokens = told.map(|told| self.passage.tokens_of(told.span));
        tokens.filter(|tokens| tokens.start == start && tokens.end < self.before.end).map_or(at, |tokens| tokens.end)
    }

    /// What is said of the number: nothing, `that there had been`, `the true figure is`, `it was closer to`, `it lasted`.
    fn clause(&self, at: usize, verb: Option<usize>) -> bool {
        let at = at + usize::from(self.word(at) == "that");
        let again = |at: usize| {
            let stem = |at: usize| &self.passage.stems[at];
            self.before.contains(&at) && verb.is_some_and(|of| stem(of) == stem(at))
        };
        if at == self.before.end || self.word(at) == "it" && again(at + 1) && at + 2 == self.before.end {
            return true;
        }
        let subject = if matches!(self.word(at), "it" | "there") {
            at + 1
        } else {
            let noun = self.past(at + 1, &self.words.owning);
            let is_called = matches!(self.word(at), "the" | "its") && self.words.calls(self.topic, self.word(noun));
            if is_called { noun + 1 } else { at }
        };
        self.level(subject).is_some_and(|value| self.past(value, &self.words.nearing) == self.before.end)
    }

    /// Behind a verb that leads to a number: `is`, `had been`, `stands at`.
    fn level(&self, at: usize) -> Option<usize> {
        match (self.word(at), self.word(at + 1)) {
            ("had" | "has" | "have", "been") | ("stands" | "stood" | "remains", "at") => Some(at + 2),
            ("is" | "was" | "are" | "were", _) => Some(at + 1),
            _ => None,
        }
    }
}
