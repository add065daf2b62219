//! Times beside a statement that are those of something else.
//!
//! A sentence dates many things: since when the speaker is in office, when he said it, what the
//! highest number is since. None of these is the period of what it counts. Refused is only what its
//! own words tie to another thing; a time that stands free is the statement's.
//!
//! ```text
//! 40 people died, said the mayor, who took office in 2021     the mayor's
//! 40 people died, the highest toll since 1998                 the comparison's
//! 40 died, the most since a boat sank in 1998                 the comparison's
//! The mayor said in March that 40 people died                 of saying it
//! The mayor has put the toll at 40 since Monday               of putting it there
//! 40 cars sold in 2019 were recalled                          of selling them
//! the 20 calls that they have had since March                 the calls'
//! 14 are held, most of them engineers arrested in March       of most of them
//! ```

use super::back::is_when;
use super::done::is_of_deed;
use super::most::is_of_most;
use super::of_some::is_of_some;
use super::states::is_of_another;
use crate::matching::passage::Passage;
use crate::text::is_weekday;
use std::ops::Range;

/// How far before a noun it may be told what it is measured from, in tokens.
const OF_BASIS: usize = 6;
/// How far before a time the verb of saying may stand behind which somebody is told, in tokens.
const TOLD: usize = 5;
/// How far before a time the participle may stand that dates a thing, in tokens.
const DATED: usize = 8;
/// In how many words behind a time the clause has its helping verb that somebody said then.
const TOLD_CLAUSE: usize = 8;
/// How far before a time that it has been put somewhere may be said, in tokens.
const PUTTING: usize = 16;
/// How many words may stand between a preposition and the account it governs.
const ACCOUNT: usize = 4;
/// How far before a time the comma may stand with which an aside opens, in tokens.
const ASIDE: usize = 14;
/// What is said of a thing with a date that is the thing's: `cars built in 2019`.
const DATING: &[&str] = &[
    "built",
    "born",
    "founded",
    "formed",
    "established",
    "elected",
    "appointed",
    "voted",
    "named",
    "crowned",
    "launched",
    "designed",
    "manufactured",
    "produced",
    "assembled",
    "constructed",
    "registered",
    "sold",
    "signed",
    "adopted",
];
/// What makes a participle the verb of its clause: `was built in 2019`.
const AUXILIARIES: &[&str] =
    &["was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "who", "which", "that", "and"];
/// Verbs of saying behind which a time is that of saying it.
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "announced",
    "added",
    "wrote",
    "stated",
    "claimed",
    "declared",
    "warned",
    "insisted",
    "admitted",
];

/// The tokens of a statement, in its passage.
#[derive(Debug)]
pub(in crate::matching) struct Elsewhere<'e, 'a> {
    pub(in crate::matching) passage: &'e Passage<'a>,
    pub(in crate::matching) statement: Range<usize>,
}

impl Elsewhere<'_, '_> {
    /// Whether a time is that of something else.
    pub(in crate::matching) fn has(&self, time: &Range<usize>) -> bool {
        let is_its_own = is_when(self.passage, self.statement.start, time);
        !is_its_own && self.is_anothers(time)
    }

    fn is_anothers(&self, time: &Range<usize>) -> bool {
        self.is_of_relative_behind(time)
            || self.is_of_relative_before(time)
            || is_of_most(self.passage, &self.statement, self.sentence_of(time), time)
            || self.is_of_participle(time)
            || self.is_of_aside(time)
            || self.is_of_speaker(time)
            || self.is_of_dated(time)
            || self.is_of_saying(time)
            || self.is_of_print(time)
            || self.is_of_putting(time)
            || self.is_of_inquiry(time)
            || self.is_of_account_of_then(time)
            || self.is_of_quotation(time)
            || self.is_of_basis(time)
            || is_of_some(self.passage, &self.statement, time)
            || is_of_another(self.passage, self.sentence_of(time), &self.statement, time)
    }

    fn word(&self, at: usize) -> &str {
        self.passage.tokens.folded(at)
    }

    /// The tokens of the sentence that a time stands in.
    fn sentence_of(&self, time: &Range<usize>) -> &Range<usize> {
        let at = self.passage.sentence_at(self.passage.tokens.get(time.start).span.start);
        &self.passage.sentences[at].tokens
    }

    /// Whether a clause on what stands before it begins at a token.
    fn opens_relative(&self, at: usize) -> bool {
        let led = at
            .checked_sub(1)
            .is_some_and(|before| matches!(self.word(before), "," | "in" | "of" | "for" | "to" | "from"));
        match self.word(at) {
            "who" | "whom" | "whose" | "which" => true,
            "where" => led,
            "that" => {
                let is_verb = |word: &str| {
                    matches!(word, "was" | "were" | "is" | "are" | "has" | "have" | "had" | "began" | "broke")
                };
                let says = at.checked_sub(1).is_some_and(|before| {
                    let stem = &self.passage.stems[before];
                    self.passage.lexicon.says(stem) || self.passage.lexicon.is_account_or_claim(stem)
                });
                // `A report that was leaked last week`.
                let is_passive = || {
                    at + 2 < self.passage.tokens.len()
                        && matches!(self.word(at + 1), "was" | "were")
                        && self.word(at + 2).ends_with("ed")
                };
                let is_open = (!says || is_passive()) && at + 1 < self.passage.tokens.len();
                is_open && (is_verb(self.word(at + 1)) || is_of_deed(self.passage, at))
            }
            _ => false,
        }
    }

    /// `40 died, said the mayor, who took office in 2021`; a clause right behind the statement is on
    /// what it counts.
    fn is_of_relative_behind(&self, time: &Range<usize>) -> bool {
        let gap = self.statement.end..time.start;
        let opens = gap.rev().take_while(|&at| self.word(at) != ",").find(|&at| self.opens_relative(at));
        let is_own = |at: usize| {
            at == self.statement.end || at == self.statement.end + 1 && self.word(self.statement.end) == ","
        };
        opens.is_some_and(|at| !is_own(at))
    }

    /// `The mayor, who has been in office since 2021, said that 40 died`.
    pub(super) fn is_of_relative_before(&self, time: &Range<usize>) -> bool {
        let closes = (time.end..self.statement.start).any(|at| self.word(at) == ",");
        let first = self.sentence_of(time).start;
        let relates = |at: usize| self.opens_relative(at) || self.is_of_account(at, time);
        let opens = || (first..time.start).rev().take_while(|&at| self.word(at) != ",").any(relates);
        closes && opens()
    }

    /// `40 died in the camp, closed since 2018`.
    fn is_of_participle(&self, time: &Range<usize>) -> bool {
        let word =
            |back: usize| time.start.checked_sub(back).filter(|&at| at >= self.statement.end).map(|at| self.word(at));
        word(1).is_some_and(|word| word.len() > 4 && word.ends_with("ed")) && word(2) == Some(",")
    }

    /// `The contract, signed in 2021, was worth 148 million`, `the union, in a list that it sent on Monday, counts 9`: of a
    /// thing of which something is stated behind it.
    pub(super) fn is_of_aside(&self, time: &Range<usize>) -> bool {
        let closes = self.statement.contains(&time.end) && self.word(time.end) == ",";
        let first = time.start.saturating_sub(ASIDE).max(self.statement.start);
        let Some(opens) = (first..time.start).rev().find(|&at| self.word(at) == ",").filter(|_| closes) else {
            return false;
        };
        let is_made = self.word(opens + 1).ends_with("ed") || DATING.contains(&self.word(opens + 1));
        is_made
            || (opens + 1..time.start)
                .any(|at| self.opens_relative(at) || self.word(at) == "that" || self.is_of_account(at, time))
    }

    /// `In a review it finished in July`, `in an audit drawn up in July`: whether a clause on an account, up to a time, begins
    /// at a token without a pronoun that relates it.
    fn is_of_account(&self, at: usize, time: &Range<usize>) -> bool {
        let lexicon = self.passage.lexicon;
        let first = self.sentence_of(time).start;
        let Some(noun) = at.checked_sub(1).filter(|&noun| noun > first && self.is_account(noun)) else { return false };
        let near = noun.saturating_sub(ACCOUNT).max(first)..noun;
        let small = |at: &usize| !matches!(self.word(*at), "," | ";" | ":" | "that");
        let led = near.rev().take_while(small).any(|at| matches!(self.word(at), "in" | "by" | "from" | "to"));
        let next = self.word(at);
        // `In a study carried out in 2019` is of then.
        let is_held = matches!(next, "carried" | "conducted" | "held" | "taken");
        let is_done = !is_held
            && (next.ends_with("ed") || lexicon.times.done.contains(next) || lexicon.stance.came.contains(next));
        let says = || lexicon.says(&self.passage.stems[at]);
        led && (lexicon.subjects.contains(next) || matches!(next, "the" | "its") || is_done && !says())
    }

    /// `The network, a group formed last week, says that 312 were hurt`: of who speaks, as what stands beside their name is.
    pub(super) fn is_of_speaker(&self, time: &Range<usize>) -> bool {
        let sentence = self.sentence_of(time);
        let first = time.start.saturating_sub(ASIDE).max(sentence.start);
        let Some(opens) = (first..time.start).rev().find(|&at| self.word(at) == ",") else { return false };
        let is_beside = matches!(self.word(opens + 1), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "one")
            || self.word(opens + 1).ends_with("ed");
        // `Formed in 2003 by the mayor,`.
        let beside = time.end..self.statement.start.min(time.end + ASIDE);
        let comma = |at: &usize| self.passage.is_comma(&beside, *at);
        let Some(closes) = beside.clone().find(comma) else { return false };
        // Right behind it, but for an adverb.
        let verb = closes + 1 + usize::from(sentence.contains(&(closes + 1)) && self.word(closes + 1).ends_with("ly"));
        let says = || sentence.contains(&verb) && self.passage.lexicon.says(&self.passage.stems[verb]);
        is_beside && opens > sentence.start && says()
    }

    /// `The ferry, built in 1991, carried 180`, `recalled 40 cars sold in 2019`: of a thing, and not of what is
    /// stated.
    pub(super) fn is_of_dated(&self, time: &Range<usize>) -> bool {
        let sentence = self.sentence_of(time);
        let first = time.start.saturating_sub(DATED).max(sentence.start);
        // What the statement says itself is of it.
        let goes_on = |at: &usize| !matches!(self.word(*at), "," | ";") && !self.statement.contains(at);
        let mut near = (first..time.start).rev().take_while(goes_on);
        let made = |at: usize| self.word(at) == "made" && at > self.statement.end;
        let dates = |at: &usize| DATING.contains(&self.word(*at)) || made(*at);
        // `12 cars sold in March` are counted by when they were sold, and `recalled 12 cars sold in March` are not.
        let counts = |at: usize| {
            let first = self.passage.tokens.get(self.statement.start).span;
            at == self.statement.end && self.passage.is_in_value(first)
        };
        near.find(dates).filter(|&at| !counts(at)).is_some_and(|at| {
            let before = at.checked_sub(1).filter(|before| sentence.contains(before));
            let adverb = before.filter(|&before| self.word(before).ends_with("ly")).and_then(|at| at.checked_sub(1));
            adverb.or(before).is_none_or(|before| !AUXILIARIES.contains(&self.word(before)))
        })
    }

    /// `The mayor said in March that 40 died`, `told the public in March that 40 died`, `said in March 40 had died`, `40
    /// died, the mayor said in March`.
    pub(super) fn is_of_saying(&self, time: &Range<usize>) -> bool {
        let small = |at: usize| matches!(self.word(at), "in" | "on" | "late" | "early" | "back");
        let verb = (0..time.start).rev().find(|&at| !small(at));
        let is_next = |sign: &str| self.passage.tokens.all().get(time.end).is_some_and(|_| self.word(time.end) == sign);
        // `Reported in March, 40 cases` are of March, and `reported in March that there were 40` may be of any time.
        let says = |at: usize| {
            SAYING.contains(&self.word(at)) || is_next("that") && self.passage.lexicon.says(&self.passage.stems[at])
        };
        let said = verb.is_some_and(says);
        let goes_on = || ["that", ",", ":"].into_iter().any(is_next);
        // Whom it was told may stand between.
        let told = || {
            let near = time.start.saturating_sub(TOLD).max(self.sentence_of(time).start)..time.start;
            let verb = near.rev().take_while(|&at| self.word(at) != ",").find(|&at| SAYING.contains(&self.word(at)));
            verb.is_some_and(|verb| self.passage.values_in(self.passage.span_of(&(verb..time.start))).next().is_none())
        };
        // `He was, the inquiry concluded in March, one of 40`.
        let concluded = || {
            let first = self.sentence_of(time).start;
            let names = |end: usize| self.passage.names_in(first..end).any(|name| name.tokens.end == end);
            let speaks = |at: usize| names(at + 1) || self.passage.lexicon.is_account(&self.passage.stems[at]);
            verb.is_some_and(|at| {
                let is_ahead = time.end <= self.statement.start && self.word(time.end) == ",";
                is_ahead && at > 0 && self.passage.lexicon.says(&self.passage.stems[at]) && speaks(at - 1)
            })
        };
        let is_told = || (time.start.saturating_sub(3)..time.start).any(|at| self.word(at) == "told");
        said && time.start >= self.statement.end
            || goes_on() && (said || told())
            || (said || is_told()) && self.is_told_without_that(time)
            || concluded()
    }

    /// `Said last week there had been 12`, `said in May 12 had come`: what had been when it was said, or has been since.
    /// `Said last year there were 12` may be of that year, and `said since May there had been 12` is.
    fn is_told_without_that(&self, time: &Range<usize>) -> bool {
        let is_stretch = time.clone().any(|at| self.passage.lexicon.times.stretching.contains(self.word(at)));
        let end = self.sentence_of(time).end.min(time.end + TOLD_CLAUSE);
        let clause = (time.end..end).take_while(|&at| !matches!(self.word(at), "," | ";" | ":" | "\"" | "and" | "but"));
        let has = |at: usize| matches!(self.word(at), "had" | "has" | "have");
        !is_stretch && self.statement.start >= time.end && clause.skip(1).any(has)
    }

    /// `The ministry has put its losses at 41 since last week`: for so long it has said so. Since an event, or a date, is
    /// since when there was counted, and so is any time behind what was counted: `at 41 deaths since last week`.
    fn is_of_putting(&self, time: &Range<usize>) -> bool {
        let words = self.passage.lexicon.times;
        let sentence = self.sentence_of(time);
        let word = |at: usize| if sentence.contains(&at) { self.word(at) } else { "" };
        let lately = time.start + 1 + usize::from(matches!(word(time.start + 1), "last" | "the" | "this"));
        let is_lately = words.lately.contains(word(lately)) || is_weekday(word(lately));
        if word(time.start) != "since" || lately + 1 != time.end || !is_lately {
            return false;
        }
        // `Since Sunday's storm`, `since Sunday, when it sank`.
        let is_of_event = matches!(word(time.end), "'s" | "'") || matches!(word(time.end + 1), "when" | "after");
        if is_of_event {
            return false;
        }
        let first = time.start.saturating_sub(PUTTING).max(sentence.start);
        let value = time.start.checked_sub(1).filter(|at| *at > first);
        let value = value.and_then(|at| self.passage.value_around(self.passage.tokens.get(at).span));
        let Some(link) = value.and_then(|value| self.passage.tokens_of(value.span).start.checked_sub(1)) else {
            return false;
        };
        let is_put = |at: &usize| words.putting.contains(&(word(*at), word(link)));
        let mut before = (first..link).rev().take_while(|&at| !matches!(word(at), "," | ";" | "that"));
        let put = before.find(is_put).and_then(|put| put.checked_sub(1));
        let helps =
            put.map(|at| if word(at) == "been" || word(at).ends_with("ly") { at.saturating_sub(1) } else { at });
        helps.is_some_and(|at| matches!(word(at), "has" | "have"))
    }

    /// `A study, published in October, put the number at 40`: of the study, where what is counted was not published.
    fn is_of_print(&self, time: &Range<usize>) -> bool {
        let small = |at: usize| matches!(self.word(at), "in" | "on" | "late" | "early" | "last" | "back");
        let verb = (self.sentence_of(time).start..time.start).rev().find(|&at| !small(at));
        let prints = verb.filter(|&at| self.passage.lexicon.printing.contains(self.word(at)));
        prints.is_some_and(|at| !self.statement.contains(&at) && at != self.statement.end)
    }

    /// `12 percent above Friday's close`, `a premium of 12 percent to the price of 17 April`: of what it is measured by.
    pub(super) fn is_of_basis(&self, time: &Range<usize>) -> bool {
        let words = self.passage.lexicon.times;
        let sentence = self.sentence_of(time);
        let word = |at: usize| if sentence.contains(&at) { self.word(at) } else { "" };
        let is_basis = |at: usize| words.level.bases.contains(word(at));
        let near = || (time.end + 1..time.end + 3).find(|&at| is_basis(at));
        let owned = matches!(word(time.end), "'s" | "'") && near().is_some();
        let named = || {
            let of = time.start.checked_sub(1).filter(|&of| of > sentence.start && matches!(word(of), "of" | "on"))?;
            is_basis(of - 1).then_some(of - 1)
        };
        let Some(noun) = (if owned { Some(time.start) } else { named() }) else { return false };
        let small = |at: &usize| {
            self.passage.lexicon.pointing.contains(word(*at))
                || words.level.undisturbed.contains(word(*at))
                || word(*at) == "a"
        };
        let first = noun.saturating_sub(OF_BASIS).max(sentence.start);
        let Some(by) = (first..noun).rev().find(|at| !small(at)) else { return false };
        let is_margin = || words.level.margins.contains(word(by.wrapping_sub(1)));
        by >= self.statement.start
            && (words.level.measuring.contains(word(by)) || matches!(word(by), "to" | "on") && is_margin())
    }

    /// `A review by the ministry in 2019 had put the number at 40`: of the review.
    fn is_of_inquiry(&self, time: &Range<usize>) -> bool {
        let first = time.start.saturating_sub(ACCOUNT + 2).max(self.sentence_of(time).start);
        let by = (first..time.start).rev().find(|&at| self.word(at) == "by");
        let noun = by.and_then(|by| by.checked_sub(1)).filter(|&noun| noun >= first);
        noun.is_some_and(|at| self.passage.lexicon.times.inquiries.contains(self.word(at)))
            && time.end <= self.statement.start
            && self.word(time.end) == self.passage.lexicon.stance.had
            && !(first..time.start).any(|at| self.word(at) == ",")
    }

    /// Whether a token is a word for an account, or for an inquiry that gives one.
    fn is_account(&self, at: usize) -> bool {
        let lexicon = self.passage.lexicon;
        lexicon.is_account(&self.passage.stems[at]) || lexicon.times.inquiries.contains(self.word(at))
    }

    /// `Last week's report by the auditors found 40`, `in Monday's statement it counts 40`: of the report.
    fn is_of_account_of_then(&self, time: &Range<usize>) -> bool {
        let sentence = self.sentence_of(time);
        let owns = time.end <= self.statement.start && matches!(self.word(time.end), "'s" | "'");
        let mut near = (time.end + 1..time.end + 1 + ACCOUNT).take_while(|at| sentence.contains(at));
        owns && near.any(|at| at < self.statement.start && self.is_account(at))
    }

    /// `The mayor speaks of four dead: “There is a man nobody has seen since Sunday.”`
    fn is_of_quotation(&self, time: &Range<usize>) -> bool {
        let colon = (self.statement.end..time.start).find(|&at| self.word(at) == ":");
        colon.is_some_and(|at| self.word(at + 1) == "\"")
    }
}
