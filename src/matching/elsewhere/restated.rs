//! Sentences that tell nothing but who gives another number, and the number.
//!
//! ```text
//! The union says / believes that there had been 25,000      its verbs
//! The union, which marched, says 25,000                     past an aside
//! The union's count is / The union's account: 25,000        what it has
//! The union came up with another figure: 25,000
//! According to the union, it was 25,000                     whose account it is
//! For the union the figure is 25,000
//! The union disputes that, saying it was 25,000
//! Not so, says the union: 25,000
//! It was 25,000, says the union                             behind the number
//! It says 25,000 / Its figure is 25,000                     of whoever disputed the first in between
//! ```

use crate::claims::Topic;
use crate::matching::language::figure_words::FigureWords;
use crate::matching::language::words::Words;
use crate::matching::passage::Passage;
use crate::matching::passage::heads::year_at;
use crate::value::Kind;
use std::ops::Range;

/// How many words may stand in an aside behind a name.
const ASIDE: usize = 12;
/// How many words may stand between whoever gives another number and what they call it.
const GIVING: usize = 4;
/// How long a sentence may be that only disputes another, in tokens.
const DISPUTE: usize = 12;

/// What is known of the number that another is set against.
#[derive(Clone, Copy)]
pub(super) struct First<'t> {
    pub(super) topic: &'t Topic,
    /// Its verb: of `the call lasted 50 minutes`, `it lasted`.
    pub(super) verb: Option<usize>,
    /// Whether somebody disputed it in a sentence between, whom a pronoun then means.
    pub(super) is_disputed: bool,
    /// Whether its paragraph begins with whose words it is, as in an interview.
    pub(super) is_labelled: bool,
}

impl<'t> First<'t> {
    /// Where nothing is known of it but what it answers.
    pub(super) fn of(topic: &'t Topic) -> Self {
        Self { topic, verb: None, is_disputed: false, is_labelled: false }
    }
}

/// Whether the words before a number that could answer a topic name somebody who gives it, and tell nothing else.
pub(super) fn tells_only_who(passage: &Passage<'_>, before: Range<usize>, first: First<'_>) -> bool {
    let words = passage.lexicon.figures;
    let lead = Lead { passage, before, words, first };
    let start = lead.past(lead.before.start, &words.going_over);
    lead.source(start)
        .or_else(|| lead.label(start))
        .or_else(|| lead.holder(start))
        .or_else(|| lead.opponent(start))
        .or_else(|| lead.speaker(start))
        .or_else(|| lead.giver(start))
        .is_some_and(|told| match told {
            Told::Whole(at) => at == lead.before.end,
            Told::Who(at) => lead.clause(at, first.verb),
            Told::For(at) => at < lead.before.end && lead.clause(at, first.verb),
        })
}

/// Whether the words behind a number name somebody who gives it, and nothing but `it was` stands before it: `"It was 25,000,"
/// said the union`.
pub(super) fn is_told_behind(
    passage: &Passage<'_>,
    clause: &Range<usize>,
    number: &Range<usize>,
    first: First<'_>,
) -> bool {
    let words = passage.lexicon.figures;
    let lead = Lead { passage, before: clause.start..number.start, words, first };
    let start = lead.past(clause.start, &words.going_over);
    let start = start + usize::from(lead.word(start) == "\"");
    let start = start + usize::from(lead.word(start) == "that");
    // `It would be 60 in May`: what may come is no other number for what was.
    let is_ahead = || (start..number.start).any(|at| passage.lexicon.times.modal.contains(lead.word(at)));
    let is_led = || lead.past(start, &words.nearing) == number.start || lead.clause(start, first.verb) && !is_ahead();
    let tag = Lead { passage, before: number.end..clause.end, words, first };
    let marks = (number.end..clause.end).take_while(|&at| matches!(tag.word(at), "," | "\"")).count();
    let told = number.end + marks;
    let end = if tag.says(told) { tag.name(told + 1) } else { tag.tag(told) };
    // `"It was 1960," she said` tells when it was.
    let is_year = || {
        let is_bare = number.len() == 1 && first.topic.kind != Kind::Date;
        is_bare && year_at(passage, number.start).is_some()
    };
    marks > 0 && !is_year() && end.is_some_and(|end| matches!(tag.word(end), "" | "." | "!" | ";")) && is_led()
}

/// Whether a sentence only disputes the one before, or asks for somebody's figure: `The union disagrees.`
pub(super) fn only_disputes(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let (words, stance) = (passage.lexicon.figures, passage.lexicon.denial);
    let doubts = |at: usize| {
        passage.lexicon.is_negation(word(at))
            && words.granting.iter().any(|phrase| passage.reads(at + 1..sentence.end, phrase))
    };
    let disputes = |at: usize| words.disputing.contains(word(at)) || stance.denying.contains(word(at)) || doubts(at);
    sentence.len() <= DISPUTE
        && passage.values_in(passage.span_of(sentence)).next().is_none()
        && word(sentence.end - 1) != "?"
        && sentence.clone().any(disputes)
}

/// Whether a sentence asks for somebody's figure: `And the union's figure?`
pub(super) fn asks_for_figure(passage: &Passage<'_>, sentence: &Range<usize>, topic: &Topic) -> bool {
    let words = passage.lexicon.figures;
    let first = First::of(topic);
    let lead = Lead { passage, before: sentence.clone(), words, first };
    let end = lead.name(lead.past(sentence.start, &words.going_over)).and_then(|end| lead.figure_behind(end));
    end.is_some_and(|end| lead.word(end) == "?" && end + 1 == sentence.end)
}

/// How far whoever gives the number is told.
enum Told {
    /// What they say of it follows.
    Who(usize),
    /// What is so for them follows, in words.
    For(usize),
    /// The number follows.
    Whole(usize),
}

struct Lead<'p, 'a> {
    passage: &'p Passage<'a>,
    before: Range<usize>,
    words: &'static FigureWords,
    first: First<'p>,
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
        let speaks = |word: &str| word == "office" || lexicon.holds_office(word);
        Some(if self.word(end) == "'s" && speaks(self.word(end + 1)) { end + 2 } else { end })
    }

    /// Behind whoever says what was disputed: a name, or the pronoun of one.
    fn who(&self, at: usize) -> Option<usize> {
        let is_pronoun = || self.first.is_disputed && matches!(self.word(at), "it" | "they" | "he" | "she");
        self.name(at).or_else(|| is_pronoun().then_some(at + 1))
    }

    /// `According to the union,`, `for the union`, `by the union's count`.
    fn source(&self, at: usize) -> Option<Told> {
        let comma = |end: usize| end + usize::from(self.word(end) == ",");
        match self.word(at) {
            "for" => self.name(at + 1).map(|end| Told::For(comma(end))),
            "by" => {
                let owner = self.name(at + 1).filter(|&end| self.is_owner(end))?;
                Some(Told::Who(comma(self.figure_behind(owner).unwrap_or(owner + 1))))
            }
            _ => self.accorded(at).map(|end| Told::Who(comma(end))),
        }
    }

    /// `According to the union`, `the union said`, behind a number.
    fn tag(&self, at: usize) -> Option<usize> {
        self.accorded(at).or_else(|| self.name(at).filter(|&verb| self.says(verb)).map(|verb| verb + 1))
    }

    /// Behind whoever something is according to: `according to the union`.
    fn accorded(&self, at: usize) -> Option<usize> {
        let is_led = self.passage.lexicon.according.contains(self.word(at)) && self.word(at + 1) == "to";
        self.name(at + 2).filter(|_| is_led)
    }

    /// `Ada Lind:`, where another speaker's words were labelled so before.
    fn label(&self, at: usize) -> Option<Told> {
        let end = self.name(at).filter(|_| self.first.is_labelled && at == self.before.start)?;
        (self.word(end) == ":").then_some(Told::Whole(end + 1))
    }

    fn is_owner(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "'")
    }

    /// Behind what a number is called, or an account, that is of whoever ends at a token: `'s own count`, ` figure`.
    fn figure_behind(&self, end: usize) -> Option<usize> {
        let noun = self.past(end + usize::from(self.is_owner(end)), &self.words.owning);
        self.is_figure(noun).then_some(noun + 1)
    }

    fn is_figure(&self, at: usize) -> bool {
        let is_account =
            |at: usize| self.before.contains(&at) && self.passage.lexicon.is_account(&self.passage.stems[at]);
        self.words.calls(self.first.topic, self.word(at)) || is_account(at)
    }

    /// `The estimate from the union`.
    fn figure_of(&self, at: usize) -> Option<usize> {
        let noun = self.past(at + usize::from(self.word(at) == "the"), &self.words.owning);
        let is_of = matches!(self.word(noun + 1), "from" | "by" | "of") && self.is_figure(noun);
        self.name(noun + 2).filter(|_| is_of)
    }

    /// `The union's account:`, `the union's tally stands at`, `the union's report has`, `the union's is`. What `the union
    /// has` may be anything.
    fn holder(&self, at: usize) -> Option<Told> {
        let is_its = self.first.is_disputed && matches!(self.word(at), "its" | "their" | "his" | "her");
        let verb = if is_its {
            self.figure_behind(at + 1)?
        } else if let Some(end) = self.name(at) {
            // `The union's is 40`: of what was called so before.
            let bare = || {
                Some(end + 1)
                    .filter(|&verb| self.is_owner(end) && (self.word(verb) == ":" || self.level(verb).is_some()))
            };
            self.figure_behind(end).or_else(bare)?
        } else {
            self.figure_of(at)?
        };
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

    /// `The union came up with a different figure:`, `the union gave another number:`.
    fn giver(&self, at: usize) -> Option<Told> {
        let end = self.who(at)?;
        let one = (end + 1..end + 1 + GIVING).find(|&at| matches!(self.word(at), "a" | "an" | "another"))?;
        let is_anothers = |at: usize| self.passage.names_in(at..at + 1).next().is_some();
        let noun = self.past(one + 1, &self.words.comparing);
        let is_other = noun > one + 1 || self.word(one) == "another";
        let is_given = is_other && self.words.calls(self.first.topic, self.word(noun)) && !(end..one).any(is_anothers);
        (is_given && matches!(self.word(noun + 1), ":" | "of" | ",")).then_some(Told::Whole(noun + 2))
    }

    /// `The union disputes that, saying`, `not so, says the union:`.
    fn opponent(&self, at: usize) -> Option<Told> {
        let told = at + dissent(self.passage, &(at..self.before.end));
        if told > at {
            let end = if self.says(told) { self.name(told + 1) } else { self.tag(told) }?;
            return (self.word(end) == ":").then_some(Told::Whole(end + 1));
        }
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
            let Some(name) = self.who(start).filter(|&verb| verb < self.before.end) else { break };
            let verb = self.past_having(self.past_aside(name));
            if !self.says(verb) {
                return None;
            }
            at = verb + 1;
            if matches!(self.word(verb), "told" | "tells" | "tell") {
                at = self.day(at + usize::from(self.words.hearers.contains(self.word(at))));
            }
            told = Some(Told::Who(at));
        }
        told
    }

    /// Behind what is told between commas of whoever is named: `, which marched,`, `, for her part,`.
    fn past_aside(&self, at: usize) -> usize {
        if self.word(at) != "," {
            return at;
        }
        let closes = (at + 1..at + 1 + ASIDE).find(|&at| matches!(self.word(at), "," | ";" | ":" | "\"" | ""));
        closes.filter(|&close| self.word(close) == ",").map_or(at, |close| close + 1)
    }

    /// Behind what stands before the participle of a verb: `has told us`, `has always said`.
    fn past_having(&self, at: usize) -> usize {
        let has = matches!(self.word(at), "has" | "have" | "had");
        let often = at + usize::from(has);
        often + usize::from(has && self.words.often.contains(self.word(often)))
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
            let is_called =
                matches!(self.word(at), "the" | "its") && self.words.calls(self.first.topic, self.word(noun));
            if is_called { noun + 1 } else { at }
        };
        self.level(subject).is_some_and(|value| self.past(value, &self.words.nearing) == self.before.end)
    }

    /// Behind a verb that leads to a number: `is`, `had been`, `stands at`.
    fn level(&self, at: usize) -> Option<usize> {
        match (self.word(at), self.word(at + 1)) {
            ("had" | "has" | "have", "been") | ("stands" | "stood" | "remains", "at") => Some(at + 2),
            ("will" | "would", "be") => Some(at + 2),
            ("is" | "was" | "are" | "were", _) => Some(at + 1),
            _ => None,
        }
    }
}

/// How many tokens at the beginning of a clause take back what was said before: `Not so,`.
pub(super) fn dissent(passage: &Passage<'_>, clause: &Range<usize>) -> usize {
    let dissents = passage.lexicon.figures.dissenting;
    let opens = |phrase: &&&[&str]| {
        let end = clause.start + phrase.len();
        end < clause.end && passage.reads(clause.start..end, phrase) && passage.tokens.folded(end) == ","
    };
    dissents.iter().find(opens).map_or(0, |phrase| phrase.len() + 1)
}
