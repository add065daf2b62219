//! Papers as sources: whose word a poll, a letter or a filing is, by what stands before and behind it. Whoever drew it up
//! speaks in it, and neither who paid for it, nor who got it, saw it or printed it; who put it out does where nobody is named
//! who drew it up.
//!
//! ```text
//! An X poll on Sunday found that 41             X
//! A poll by X for Y put it at 41                X
//! according to a memo from X to Y, seen by Z    X
//! a poll that X published                       X
//! a survey commissioned by X found              not X
//! ```

use super::clauses::{closes_clause, is_aside, is_inserted, opens_clause};
use super::inverted::is_inverting;
use super::saying::{skip_back, verb_from};
use super::voices::Reach;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may stand between whoever drew a paper up and the noun for it.
const KIND: usize = 4;
/// How many words may tell, before a name, what whoever is named is.
const ROLE: usize = 4;
/// How far behind a paper its maker may be named, in tokens.
const BEHIND: usize = 16;
/// How far behind a paper, and whose it is, the verb may stand, in tokens.
const VERB: usize = 26;
/// How many words may stand before a paper and belong to it.
const BEFORE: usize = 8;

/// What somebody named beside a paper has to do with it.
pub(super) enum Part {
    /// They speak in it: the words that tell, and of what.
    Maker(Range<usize>, Reach),
    /// They had it made, or only have it.
    Other,
}

/// What a name beside a paper is to it, where the paper tells something.
pub(super) fn part_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Part> {
    let papers = Papers { passage, sentence };
    let (paper, end, is_maker) = match papers.before(name) {
        Some((paper, is_maker)) => (paper, name.tokens.end, is_maker),
        None => {
            let (paper, is_maker) = papers.behind(name)?;
            (paper, paper + 1, is_maker)
        }
    };
    let (start, end, reach) = papers.told(paper.min(name.tokens.start), end)?;
    Some(if is_maker { Part::Maker(start..end, reach) } else { Part::Other })
}

/// What is asked of many, or looked into: a `poll`, a `study`.
fn is_inquiry(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens.folded(at);
    let is_one =
        |word: &str| passage.lexicon.voices.polls.contains(word) || passage.lexicon.times.inquiries.contains(word);
    is_one(word) || word.strip_suffix('s').is_some_and(is_one)
}

/// The same where it is the one that is named, no `search of the index`; its name may begin at a token.
pub(super) fn is_named_inquiry(passage: &Passage<'_>, from: usize, at: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let is_of_it = |at: &usize| matches!(word(*at), "the" | "a" | "an") || passage.carries(*at);
    is_inquiry(passage, at) && (from..at).rev().find(|at| !is_of_it(at)).is_none_or(|of| word(of) != "of")
}

struct Papers<'p, 'a> {
    passage: &'p Passage<'a>,
    sentence: &'p Range<usize>,
}

impl Papers<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.passage.tokens.folded(at) } else { "" }
    }

    fn is_word(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.passage.tokens.get(at).kind == TokenKind::Word
    }

    fn is_upper(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.passage.is_capital(at)
    }

    fn is_in_value(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.passage.is_in_value(self.passage.tokens.get(at).span)
    }

    fn is_inquiry(&self, at: usize) -> bool {
        self.sentence.contains(&at) && is_inquiry(self.passage, at)
    }

    fn is_paper(&self, at: usize) -> bool {
        let (lexicon, word) = (self.passage.lexicon, self.word(at));
        let is_account = || {
            let stem = &self.passage.stems[at];
            lexicon.is_account(stem)
                && !lexicon.voices.tellers.contains(stem)
                && !lexicon.voices.informants.contains(word)
        };
        let is_name = || self.passage.names_in(at..at + 1).next().is_some();
        self.is_word(at)
            && !is_name()
            && (self.is_inquiry(at) || lexicon.voices.writings.contains(word) || is_account())
    }

    /// `An X poll`, `X's internal memo`: the paper behind the one whose it is. An account right behind them is a voice
    /// without a verb, and read as one elsewhere.
    fn behind(&self, name: &NameAt) -> Option<(usize, bool)> {
        let end = name.tokens.end;
        let first = end + usize::from(matches!(self.word(end), "'s" | "'"));
        let (lexicon, stems) = (self.passage.lexicon, &self.passage.stems);
        let is_kind = |at: &usize| {
            let is_own = self.word(*at) == "own";
            let is_plain = self.is_word(*at) && self.passage.carries(*at) && !lexicon.says(&stems[*at]);
            is_own || is_plain || matches!(self.word(*at), "/" | "-") || self.is_paper(*at)
        };
        // `The union's message boards` are no message.
        let is_head = |at: &usize| {
            let next = at + 1;
            let goes_on = self.is_word(next) && self.passage.carries(next) && !self.is_upper(next);
            let is_done = || {
                self.word(next).ends_with("ed")
                    || lexicon.voices.participles.contains(self.word(next))
                    || lexicon.times.done.contains(self.word(next))
            };
            !goes_on
                || self.is_in_value(next)
                || lexicon.says(&stems[next])
                || is_done()
                || self.word(next).ends_with("ing")
        };
        let paper = (first..first + KIND).take_while(is_kind).find(|&at| self.is_paper(at)).filter(is_head)?;
        if lexicon.is_account(&stems[paper]) && (first > end || paper == first) {
            return None;
        }
        let is_bare = first == end;
        if is_bare && self.is_about(name, paper, first) {
            return None;
        }
        // `An Infratrend/KTV poll` is the first one's.
        let is_second = matches!(self.word(name.tokens.start.wrapping_sub(1)), "/" | "-");
        Some((paper, !is_second))
    }

    /// `The X inquiry`, `the X approval poll`: of whom it is, as often as whose it is; `an X inquiry` is theirs.
    fn is_about(&self, name: &NameAt, paper: usize, first: usize) -> bool {
        let lexicon = self.passage.lexicon;
        let before = name.tokens.start.saturating_sub(BEFORE).max(self.sentence.start)..name.tokens.start;
        let lead = before.rev().find(|&at| !self.passage.carries(at));
        let is_new = lead.is_some_and(|lead| matches!(self.word(lead), "a" | "an")) && paper == first;
        let is_asked = |at: usize| lexicon.figures.levels.contains(self.word(at));
        lexicon.voices.aimed.contains(self.word(paper)) && !is_new || (first..paper).any(is_asked)
    }

    /// `A poll of 2,014 adults carried out by X`, `a poll that the broadcaster X published`: the paper before the one who
    /// has to do with it, and whether they speak in it.
    fn before(&self, name: &NameAt) -> Option<(usize, bool)> {
        let link = self.link(name)?;
        let lexicon = self.passage.lexicon;
        let words = lexicon.voices;
        let (mut from, mut is_put_out) = (link, false);
        let is_maker = match self.word(link) {
            // `A memo hidden from X`, `a message from the X hall` are nobody's of theirs.
            "from" => {
                let next = name.tokens.end;
                let goes_on = self.is_word(next)
                    && self.passage.carries(next)
                    && !lexicon.says(&self.passage.stems[next])
                    && !self.word(next).ends_with("ed")
                    && !self.is_upper(next);
                if goes_on || !(self.is_paper(link - 1) || self.is_in_value(link - 1)) {
                    return None;
                }
                true
            }
            "by" => {
                let small =
                    |word: &str| matches!(word, "out" | "up" | "together" | "jointly" | "on") || word.ends_with("ly");
                let done = skip_back(self.passage, self.sentence, link, small).checked_sub(1)?;
                let word = self.word(done);
                is_put_out = words.put_out.contains(word) || lexicon.printing.contains(word);
                let is_other = words.commissioned.contains(word);
                let is_made = words.making.contains(word);
                if is_made || is_put_out || is_other {
                    from = done;
                } else if from > done + 1 || word.ends_with("ed") {
                    return None;
                }
                is_made || !is_other
            }
            "for" | "with" => false,
            // `A report on X`: whom it is about, and no `statement on X's website`.
            "on" | "into" | "about" | "against" if matches!(self.word(name.tokens.end), "'s" | "'") => return None,
            "on" | "into" | "about" | "against" => false,
            _ => {
                let small = |at: &usize| {
                    matches!(self.word(*at), "has" | "have" | "had" | "itself") || self.word(*at).ends_with("ly")
                };
                let verb = (name.tokens.end..self.sentence.end).find(|at| !small(at))?;
                let word = self.word(verb);
                let is_other = words.commissioned.contains(word);
                is_put_out = words.put_out.contains(word) || lexicon.printing.contains(word);
                if !(is_other || is_put_out || words.making.contains(word)) {
                    return None;
                }
                !is_other
            }
        };
        let first = from.saturating_sub(BEHIND).max(self.sentence.start);
        let parts = |at: &usize| {
            let says =
                || self.passage.lexicon.says(&self.passage.stems[*at]) && !self.is_paper(*at) && !self.is_done(*at);
            matches!(self.word(*at), ";" | ":" | "\"" | "(" | "that" | "which" | "who" | "was" | "were" | "is" | "are")
                || matches!(self.word(*at), "has" | "have" | "had" | "will" | "would")
                || says()
        };
        let paper = (first..from).rev().take_while(|at| !parts(at)).find(|&at| self.is_paper(at))?;
        // `A letter with X` has them for no client; `a report was sent on to X`.
        let is_of_it = match self.word(link) {
            "for" | "with" => self.is_inquiry(paper) && paper + 1 == link,
            "on" | "into" | "about" | "against" => paper + 1 == link,
            _ => true,
        };
        if !is_of_it {
            return None;
        }
        // `An X poll published by Y`, `a report by X that Y published`.
        let is_anothers = || {
            let led = |at: usize| matches!(self.word(at), "by" | "from") && self.is_word(at + 1);
            let is_named = self.is_upper(paper.wrapping_sub(1)) && paper > self.sentence.start + 1;
            is_named || self.word(paper.wrapping_sub(2)) == "'s" || (paper..from).any(led)
        };
        Some((paper, is_maker && !(is_put_out && is_anothers())))
    }

    /// The word that leads to a name, past what whoever is named is: `by the polling firm X`.
    fn link(&self, name: &NameAt) -> Option<usize> {
        let is_link = |at: usize| {
            let is_about = matches!(self.word(at), "on" | "into" | "about" | "against");
            is_about || matches!(self.word(at), "by" | "from" | "for" | "with" | "that" | "which")
        };
        let first = name.tokens.start.saturating_sub(ROLE + 1).max(self.sentence.start);
        let passes = |at: usize| {
            let word = self.word(at);
            matches!(word, "the" | "a" | "an" | "'s")
                || self.passage.lexicon.titles.contains(word)
                || self.passage.carries(at) && !self.is_upper(at) && !word.ends_with("ed")
        };
        (first..name.tokens.start).rev().find(|&at| is_link(at) || !passes(at)).filter(|&at| is_link(at))
    }

    /// Where the words begin and end by which a paper tells something, and of what; it stands at a token, and whose it is
    /// ends at another.
    fn told(&self, paper: usize, end: usize) -> Option<(usize, usize, Reach)> {
        let (passage, sentence) = (self.passage, self.sentence);
        let is_of_it = |at: &usize| {
            let small =
                matches!(self.word(*at), "a" | "an" | "the" | "its" | "'s" | "-" | "/" | "own" | "this" | "one");
            let is_verb = passage.lexicon.says(&passage.stems[*at]) && !self.is_done(*at) && !self.is_paper(*at);
            small || self.is_word(*at) && passage.carries(*at) && !is_verb
        };
        let first = paper.saturating_sub(BEFORE).max(sentence.start);
        let start = (first..paper).rev().take_while(is_of_it).last().unwrap_or(paper);
        let lead = start.checked_sub(1).filter(|lead| sentence.contains(lead));
        let led = lead.map_or("", |lead| self.word(lead));
        let ahead = |cue: usize| if opens_clause(passage, sentence, cue) { Reach::Forward } else { Reach::Backward };
        if let Some(to) = lead.filter(|&to| to > sentence.start && led == "to") {
            let cue = to - 1;
            return passage.lexicon.according.contains(self.word(cue)).then(|| (cue, end, ahead(cue)));
        }
        // `“40 died,” says a leaflet from X`.
        if let Some(verb) =
            lead.filter(|&verb| verb > sentence.start && is_inverting(passage, verb)).filter(|_| !led.ends_with("ing"))
        {
            return matches!(self.word(verb - 1), "," | "\"").then_some((verb, end, Reach::Backward));
        }
        let opened = (paper..end).any(|at| self.passage.is_comma(self.sentence, at));
        if let Some(verb) = self.verb(end, opened) {
            let closes = closes_clause(passage, sentence, verb)
                || is_aside(passage, sentence, start, verb)
                || is_inserted(passage, sentence, start, verb);
            return Some((start, verb, if closes { Reach::Backward } else { Reach::Forward }));
        }
        // `In a poll by X, 40 percent`, `40 percent in an X poll`.
        let cue = lead.filter(|_| led == "in" && self.is_inquiry(paper) | self.is_inquiry(end - 1))?;
        let counts = || {
            let near = cue.saturating_sub(1)..cue;
            // `Up from 44 percent in the X poll`.
            let span = passage.tokens.get(cue.saturating_sub(1)).span;
            let first = passage.value_around(span).map_or(cue, |value| passage.tokens_of(value.span).start);
            let is_compared = matches!(self.word(first.wrapping_sub(1)), "from" | "than" | "with" | "against" | "to");
            cue > sentence.start && !is_compared && near.into_iter().any(|at| self.is_in_value(at))
        };
        let reach = ahead(cue);
        (reach == Reach::Forward || counts()).then_some((cue, end, reach))
    }

    /// Where the verb of saying ends that a paper has, past when, of whom and by whom it was drawn up.
    fn verb(&self, from: usize, opened: bool) -> Option<usize> {
        let passage = self.passage;
        let limit = (from + VERB).min(self.sentence.end);
        let mut at = from;
        while at < limit {
            let word = self.word(at);
            if self.is_in_value(at) {
                at += 1;
                continue;
            }
            match word {
                // `The poll, conducted by X, found`.
                "," if opened => return verb_from(passage, at + 1, self.sentence.end),
                "," => {
                    let opens = self.is_done(at + 1)
                        || matches!(self.word(at + 1), "which" | "who" | "a" | "dated" | "based" | "in" | "on" | "of");
                    let comma = |at: &usize| self.passage.is_comma(self.sentence, *at);
                    at = (at + 1..limit).find(comma).filter(|_| opens)?;
                    return verb_from(passage, at + 1, self.sentence.end);
                }
                _ if passage.lexicon.voices.parting.contains(word) => return None,
                "that" | "which" => {
                    return self.is_saying(at + 1).then(|| verb_from(passage, at + 1, self.sentence.end))?;
                }
                "and" if !self.is_done(at + 1) => return None,
                "has" | "have" | "had" => return verb_from(passage, at, self.sentence.end),
                _ if self.is_saying(at) => return verb_from(passage, at, self.sentence.end),
                _ if word.ends_with("ed") && !self.is_done(at) && !self.is_upper(at) => return None,
                _ => at += 1,
            }
        }
        None
    }

    /// `Published on Sunday`, `sent to X`: what was done to a paper, and is no verb of its own.
    fn is_done(&self, at: usize) -> bool {
        let (word, words) = (self.word(at), self.passage.lexicon.voices);
        let is_participle = words.making.contains(word)
            || words.put_out.contains(word)
            || words.commissioned.contains(word)
            || words.participles.contains(word) && !words.past.contains(word)
            || word.ends_with("ed") && !words.finite.contains(word);
        is_participle && (words.done_with.contains(self.word(at + 1)) || self.is_in_value(at + 1))
    }

    /// A verb of saying in a form that is no noun.
    fn is_saying(&self, at: usize) -> bool {
        let (word, words) = (self.word(at), self.passage.lexicon.voices);
        if !self.is_word(at)
            || self.is_upper(at)
            || !self.passage.lexicon.says(&self.passage.stems[at])
            || self.is_done(at)
        {
            return false;
        }
        let before = self.word(at.wrapping_sub(1));
        let is_noun =
            || matches!(before, "of" | "in" | "for" | "the" | "a" | "its" | "with") || self.is_in_value(at - 1);
        words.finite.contains(word)
            || words.past.contains(word)
            || word.ends_with("ed")
            || word.ends_with("ing")
            || word.ends_with('s') && !is_noun()
    }
}
