//! Whether a value is only what could have been, should have been, was feared, demanded or
//! considered: nobody states it then.
//!
//! A pattern that has the word itself asks for it, and gets it.
//!
//! ```text
//! 20 people could have died         20 is possible
//! 35 should have been annulled      35 is what ought to be
//! it is feared that 30 died         30 is feared
//! had demanded that it cut 1,000    1,000 is demanded
//! had considered a fine of 40       40 is considered
//! are working on a fund of 40       40 is worked on
//! risks a fine of 40                40 is not there yet
//! ```

use super::Reader;
use crate::claims::Topic;
use crate::matching::behind::{between, few};
use crate::text::stem;
use std::ops::Range;

/// How far from a value a modal verb stands, in tokens.
const NEAR: usize = 8;
/// How far before a statement the verb stands that considers it.
const CONSIDERED: usize = 4;
/// How far before a value the verb may stand by which somebody wants it, in tokens.
const SOUGHT: usize = 16;
/// How many tokens may stand between a verb of demanding and its `that` or `to`.
const DEMANDED: usize = 5;

impl Reader<'_, '_> {
    /// Whether a value, or the statement around it, is only possible, wanted, feared or considered;
    /// `asks` tells of a word whether a pattern has it.
    pub(super) fn is_modal(&self, topic: &Topic, value: &Range<usize>, whole: &Range<usize>) -> bool {
        let asks = |of: &str| topic.asks(|word| stem(word) == of);
        let start = value.start.min(whole.start);
        let found =
            self.never_came(topic, value, whole).or_else(|| self.feared(value, start)).or_else(|| self.demanded(start));
        let found = found.or_else(|| self.considered(start)).or_else(|| self.left_open(value, start));
        let found = found.or_else(|| self.could_be(value)).or_else(|| self.sought(value));
        found.or_else(|| self.not_there(topic, start, value)).is_some_and(|at| !asks(self.stem(at)))
    }

    /// `Could have died`, `should have been annulled`, `would have cost`.
    fn never_came(&self, topic: &Topic, value: &Range<usize>, whole: &Range<usize>) -> Option<usize> {
        // `12 died in a crash that could have been avoided`: it is of another verb.
        let goes_on = |at: &usize| !self.words.opening.contains(self.folded(*at)) && self.folded(*at) != ":";
        let is_modal = |&at: &usize| {
            let word = self.folded(at);
            // `Would have to pay`.
            let is_have = |at: usize| self.folded(at) == self.words.have && self.word(at + 1) != self.words.to;
            let has = few(3, at, self.sentence.end).any(is_have);
            let would = word == self.words.would && !self.is_reckoned_by_then();
            (word == self.words.can || would || self.words.obliging.contains(word)) && has
        };
        // `40 people almost died`; not `almost all of them`, nor `almost instantly`.
        let is_almost = |at: &usize| {
            let verb = at + 1;
            let is_done = || verb + 1 == whole.end || topic.asks(|word| stem(word) == self.stem(verb));
            matches!(self.folded(*at), "almost" | "nearly")
                && verb < whole.end
                && self.passage.carries(verb)
                && is_done()
                && !self.passage.is_in_value(self.passage.tokens.get(*at).span)
        };
        let mut before = self.before(value.start).take_while(goes_on).take(NEAR);
        // `40 jobs it would have kept`, `the toll of 40 would have been higher`: of what there is.
        let is_of_it = |at: &usize| !self.passage.lexicon.subjects.contains(self.folded(*at));
        let is_given = self.is_given(value.start);
        let mut behind =
            self.after(value.end).take_while(goes_on).take_while(is_of_it).take(NEAR).filter(|_| !is_given);
        let almost = (value.end..whole.end).find(is_almost);
        before.find(is_modal).or_else(|| behind.find(is_modal)).or(almost)
    }

    /// `The toll of 40`: one that there is.
    fn is_given(&self, value: usize) -> bool {
        let of = value.checked_sub(3).filter(|&the| the >= self.sentence.start);
        of.is_some_and(|the| self.word(the) != "a" && self.passage.lexicon.pointing.contains(self.word(the)))
            && self.word(value - 1) == "of"
    }

    /// `By July 40 would have died`: what had come by then, and no more than seen from before.
    fn is_reckoned_by_then(&self) -> bool {
        let is_time = |at: usize| {
            let read = self.passage.value_around(self.passage.tokens.get(at).span);
            read.is_some_and(|read| read.is_moment())
        };
        let by = |at: usize| self.passage.lexicon.by.contains(self.folded(at));
        self.sentence.clone().any(|at| by(at) && (at + 1..(at + 3).min(self.sentence.end)).any(is_time))
    }

    /// `Could be sentenced to 12 years`, `faces being fined`; not `the toll could be 40`, which is a guess at what is.
    fn could_be(&self, value: &Range<usize>) -> Option<usize> {
        // `Can be heard saying that`.
        let is_heard = |at: usize| self.passage.lexicon.voices.heard.contains(self.word(at));
        let is_done = |at: usize| at < value.start && !self.is_number(at) && self.passage.carries(at) && !is_heard(at);
        let could = |&at: &usize| match self.folded(at) {
            "could" | "can" => self.word(at + 1) == "be" && is_done(at + 2),
            "faces" | "face" | "facing" | "faced" | "risks" | "risk" | "risking" => self.word(at + 1) == "being",
            _ => false,
        };
        let goes_on = |at: &usize| !self.words.opening.contains(self.folded(*at)) && self.folded(*at) != ",";
        self.before(value.start).take_while(goes_on).take(NEAR).find(could)
    }

    /// `Asked the court that he be sentenced to nine years`, `are seeking for him to be sentenced`.
    fn sought(&self, value: &Range<usize>) -> Option<usize> {
        let first = value.start.saturating_sub(SOUGHT).max(self.sentence.start);
        let goes_on = |at: &usize| !matches!(self.folded(*at), "," | ";");
        let before = || (first..value.start).rev().take_while(goes_on);
        let be = before().take(NEAR).find(|&at| self.folded(at) == "be")?;
        let is_open = be > first && self.word(be - 1) == self.words.to
            || (first..be).any(|at| self.folded(at) == self.words.that);
        let seeks = |&at: &usize| {
            let stem = self.stem(at);
            at < be && (self.words.demanding.contains(stem) || self.words.requesting.contains(stem) || stem == "seek")
        };
        // `A guard who asked not to be named said that`.
        let says = (be..value.start).any(|at| self.passage.lexicon.says(&self.passage.stems[at]));
        before().find(seeks).filter(|_| is_open && !says)
    }

    /// `May call a 48-hour strike`, `a 48-hour strike has not been ruled out`, `was called off`.
    fn left_open(&self, value: &Range<usize>, start: usize) -> Option<usize> {
        let calls = |at: usize| {
            self.words.could.contains(self.folded(at)) && self.words.calling_out.contains(self.word(at + 1))
        };
        let mut before = self.before(start).take(NEAR / 2).take_while(|&at| self.folded(at) != ",");
        let ends = |at: &usize| {
            let out = (self.word(*at), self.word(at + 1));
            self.words.calling_off.contains(&out) && (self.is_passive(*at) || self.is_passive(at.saturating_sub(1)))
        };
        let mut behind = self.after(value.end).take_while(|&at| self.folded(at) != ",").take(NEAR);
        before.find(|&at| calls(at)).or_else(|| behind.find(ends))
    }

    /// `It is feared that 30 died`, `the union fears there will be`, `villagers fear 30 died`, `fears the loss of 30`; not
    /// `fears the mountain`.
    fn feared(&self, value: &Range<usize>, start: usize) -> Option<usize> {
        // `Fear the toll of 30 will rise`: of one that there is.
        let helps = |at: usize| self.passage.lexicon.contrast.helping.contains(self.folded(at));
        let is_given = self.is_given(value.start) && self.after(value.end).take(CONSIDERED).any(helps);
        let fears = |&at: &usize| {
            let is_noun = at > self.sentence.start && self.words.despite.contains(self.folded(at - 1));
            let next = at + 1;
            let is_of_it = self.word(next) == self.words.that
                || self.word(next) == "there"
                || next == start && start == value.start
                || next + 1 == start && start < value.start && self.words.requested.contains(self.word(next));
            self.stem(at) == self.words.fear && !is_noun && is_of_it && !is_given
        };
        self.before(start).take_while(|&at| self.folded(at) != ",").find(fears)
    }

    /// `Demanded that Halden cut 1,000`, `urged it to cut 1,000`.
    fn demanded(&self, start: usize) -> Option<usize> {
        let mut before = self.before(start).take_while(|&at| self.folded(at) != ",");
        let lexicon = self.passage.lexicon;
        // Whom it is demanded of may stand between, and no other verb.
        let is_own = |verb: usize, end: usize| {
            let parts =
                |at: usize| self.words.opening.contains(self.folded(at)) || lexicon.says(&self.passage.stems[at]);
            end <= verb + 1 + DEMANDED && !between(verb, end).any(parts)
        };
        // `Demanded that it act after a report found that 12 died`: the 12 are of a clause within.
        let is_within = |that: usize| {
            let opens = |at: usize| matches!(self.folded(at), "after" | "because" | "when");
            let says = |at: usize| lexicon.says(&self.passage.stems[at]) && self.word(at + 1) == self.words.that;
            (that + 2..start).any(|at| opens(at) || at + 1 < start && says(at))
        };
        let that = |verb: usize| {
            let that = between(verb, start).find(|&at| self.folded(at) == self.words.that);
            that.is_some_and(|that| is_own(verb, that) && !is_within(that))
        };
        // `To act after 12 died` and `to say 12 died` are of other verbs; whoever is to reject an
        // offer has one.
        let to = |verb: usize| {
            // `To impose a fine of 40`.
            let articles = (verb + 1..start).rev().take_while(|&at| self.words.requested.contains(self.word(at)));
            let start = start - articles.count();
            let near = start.saturating_sub(3).max(verb + 1)..start;
            // `To let in 12,000`.
            let is_near = |at: usize| at + 3 > start || self.words.particles.contains(self.word(at + 2));
            near.into_iter().filter(|&at| is_near(at)).any(|at| {
                let done: &str = &self.passage.stems[at + 1];
                let is_verb =
                    !self.is_pointed(at + 1) && !lexicon.says(done) && !lexicon.denial.turning_away.contains(done);
                self.folded(at) == self.words.to && is_verb && is_own(verb, at)
            })
        };
        before.find(|&at| {
            self.words.demanding.contains(self.stem(at)) && (that(at) || to(at))
                || self.words.requesting.contains(self.stem(at)) && to(at)
        })
    }

    /// `Are working on a fund of 40 million`, `called for a toll of 4 euros`, `risks a fine of`, `faces a six-match ban`, `the
    /// draft speaks of a fund of`: the object of whoever wants or fears it, and of no clause within. Neither `are working on
    /// the fund`, which there is, nor `called for help after 12 died`, nor `asked for the call and that it lasted an hour`.
    fn not_there(&self, topic: &Topic, start: usize, value: &Range<usize>) -> Option<usize> {
        let lexicon = self.passage.lexicon;
        let is_new = |at: usize| matches!(self.word(at), "a" | "an" | "another");
        let paper = |at: usize| {
            let first = at.saturating_sub(3).max(self.sentence.start);
            (first..at).any(|at| self.words.drafts.contains(self.word(at)))
        };
        let is_within = (start..value.start).any(|at| self.folded(at) == self.words.that);
        // `A record fine of`, and not `a review of the fine of`.
        let leads = |first: usize| {
            let small = |at: usize| lexicon.is_function_word(self.word(at)) || self.is_number(at);
            first <= start && !(first..start).any(small)
        };
        let is_object = |first: usize| {
            !is_within && (first == start || self.words.requested.contains(self.word(first)) && leads(first + 1))
        };
        let is_penalty = |verb: usize| {
            let behind = verb + 1..(value.end + CONSIDERED).min(self.sentence.end);
            // `A fine imposed in May` is there.
            let is_there =
                few(CONSIDERED, value.end - 1, self.sentence.end).any(|at| self.words.imposed.contains(self.word(at)));
            !is_there && behind.into_iter().any(|at| self.words.penalties.contains(self.word(at)))
        };
        let is_one = |&at: &usize| {
            let (behind, verb) = (self.word(at + 1), self.stem(at));
            let first = at + 1 + usize::from(behind == "for");
            let wants = self.words.wanting.contains(verb) || self.words.demanding.contains(verb);
            match self.folded(at) {
                "working" => behind == "on" && is_new(at + 2),
                "speaks" | "talks" | "spoke" | "talked" => behind == "of" && is_new(at + 2) && paper(at),
                "face" | "faces" | "facing" => is_object(first) && is_penalty(at),
                word if self.words.working_out.contains(word) => is_new(at + 1),
                _ if self.words.requesting.contains(verb) => behind == "for" && is_object(first),
                _ => wants && !is_within && is_new(first) && leads(first + 1),
            }
        };
        let found = self.before(start).take(CONSIDERED + 2).take_while(|&at| self.folded(at) != ",").find(is_one)?;
        // Whoever asks what was offered or wanted gets it.
        let is_wish = |word: &str| {
            let stem = stem(word);
            self.words.offers.contains(word)
                || [self.words.wanting, self.words.demanding, self.words.requesting, self.words.considering]
                    .iter()
                    .any(|words| words.contains(stem.as_ref()))
        };
        (!topic.asks(is_wish) && !topic.asks_in_question(is_wish)).then_some(found)
    }

    /// A word that is of a noun, and not a verb: `to the`.
    fn is_pointed(&self, at: usize) -> bool {
        self.passage.lexicon.pointing.contains(self.word(at)) || self.is_number(at)
    }

    /// `Had at first considered a fine of 40 million`; not `considers that`, nor `is considered`.
    fn considered(&self, start: usize) -> Option<usize> {
        // `Considered its offer of 6 percent fair`: there is one.
        let is_there = |at: usize| {
            let is_offer = |at: usize| self.words.offers.contains(self.word(at));
            self.words.determining.contains(self.word(at + 1)) || (at + 1..start + 2).any(is_offer)
        };
        let mut before = self.before(start).take(CONSIDERED).take_while(|&at| self.folded(at) != ",");
        let is_one = |&at: &usize| {
            let that = between(at, start).any(|at| self.folded(at) == self.words.that);
            self.words.considering.contains(self.stem(at)) && !that && !self.is_passive(at) && !is_there(at)
        };
        // `Is considering` is no passive.
        let is_going_on =
            |at: &usize| self.folded(*at).ends_with("ing") && self.words.considering.contains(self.stem(*at));
        before.find(|at| is_going_on(at) && !is_there(*at) || is_one(at))
    }
}
