//! Whether a value is only what was to come, or what is told not to be: expected, planned,
//! feared, instead of what came; a report that is false.
//!
//! Such a value is shown, and held against nothing. A forecast alone is a statement like any
//! other, for desks compare forecasts; it is not where its sentence goes on to say what became
//! of it, nor is anything withheld where a pattern of the topic asks for what was expected.
//!
//! ```text
//! expected 10,000 but 12,000 marched        12,000
//! fewer than the 15,000 hoped for           nothing
//! expect 10,000 to march                    10,000
//! ```

use super::Reader;
use super::denial::Ahead;
use crate::claims::Topic;
use crate::matching::behind::{between, few};
use crate::matching::patterns::intents::asks_ahead;
use crate::text::stem;
use crate::value::Kind;
use std::ops::Range;

/// How far from a value, in tokens, the words that make it a comparison stand.
const NEAR: usize = 4;
/// How far behind a value it may be said that nobody confirms it, in tokens.
const FAR_BEHIND: usize = 20;
/// How far before its value a warning stands, in tokens.
const WARNED: usize = 14;

/// Whether a value of a topic is only expected, or told not to be so.
pub(super) fn is_not_so(reader: &Reader<'_, '_>, topic: &Topic, value: &Range<usize>, whole: &Range<usize>) -> bool {
    let (passage, sentence) = (reader.passage, reader.sentence.clone());
    let ahead = Ahead { passage, sentence, start: value.start.min(whole.start) };
    if ahead.is_presupposed() {
        return false;
    }
    if ahead.taken_back_from_afar().is_some()
        || reader.is_denied(value)
        || reader.is_believed_by_none(value)
        || reader.is_rumoured(value, whole)
        || reader.is_supposed(topic, value)
        || reader.is_left_to_others(value)
        || reader.is_told_wrong(value)
        || reader.is_withdrawn(value, whole)
        || topic.kind.is_amount() && reader.is_turned_down(value)
        || reader.is_judged_false()
        || topic.kind == Kind::Count
            && (reader.is_undone_by_another(value, whole) || reader.is_found_since(value, whole))
    {
        return true;
    }
    let asks_plan = || {
        let plans = ["was to ", "were to ", "supposed to ", "meant to ", "intended to ", "planned to ", "designed to "];
        topic.patterns.iter().any(|pattern| plans.iter().any(|plan| pattern.text.to_lowercase().contains(plan)))
    };
    let asks = || topic.asks(|word| reader.words.expecting.contains(stem(word).as_ref())) || asks_plan();
    let looks_ahead = || asks_ahead(topic, passage.lexicon);
    let asks_ahead = || topic.kind == Kind::Date || topic.asks(|word| word == reader.words.will);
    let asks_so = |of: &str| topic.asks(|word| stem(word) == of);
    if topic.kind.is_amount() && reader.is_usual(value, whole, topic.kind == Kind::Count, &asks_so) {
        return true;
    }
    // A readout has a point where somebody demands it, too.
    if topic.kind != Kind::Readout && reader.is_modal(topic, value, whole) {
        return true;
    }
    // What the law asks for answers a question of the law.
    let asks_rule = || {
        let is_of_rule = |word: &str| {
            let stem = stem(word);
            reader.words.rules.contains(word)
                || reader.words.ruling.contains(stem.as_ref())
                || matches!(word, "must" | "limit" | "limits" | "legal" | "legally" | "maximum" | "minimum" | "may")
        };
        topic.asks(is_of_rule) || topic.asks_in_question(is_of_rule)
    };
    if reader.ruled(value).is_some_and(|at| !asks_so(reader.stem(at))) && !asks_rule() {
        return true;
    }
    // A day that was planned may be the one that it came to.
    let is_planned = || {
        let mut before = reader.before(value.start).take_while(|&at| reader.folded(at) != ",").take(NEAR + 2);
        topic.kind != Kind::Date
            && before.any(|at| reader.was_planned_to(at) && !reader.is_told_after_plan(at, value.start))
            && !looks_ahead()
    };
    let is_ahead = || reader.is_foretold(value) || topic.kind.is_amount() && reader.is_to_be_done(topic, value);
    // `{value} jobs would be lost` asks for what somebody warns of.
    let asks_outcome = || {
        let may_come = |word: &str| matches!(word, "will" | "would" | "could" | "might" | "risk");
        topic.asks(may_come) || topic.asks_in_question(may_come)
    };
    let is_feared = || reader.is_warned_of(value) && !asks_outcome();
    (reader.is_expected(value) || is_planned() || is_feared() || is_ahead() && !asks_ahead()) && !asks()
}

impl Reader<'_, '_> {
    fn is_expected(&self, value: &Range<usize>) -> bool {
        let (start, end) = (value.start, value.end);
        let no_comma = |at: &usize| self.folded(*at) != ",";
        let before = || self.before(start).take_while(|at| no_comma(at) && !self.says_anew(*at, start));
        let had = |at: usize| {
            let first = at.saturating_sub(2).max(self.sentence.start);
            self.expects(at) && (first..at).any(|at| self.folded(at) == self.words.had)
        };
        // `Could reach 100`.
        let foresees = |at: usize| {
            let to_come = few(3, at, start).any(|at| self.words.arriving.contains(self.stem(at)));
            let is_own = !between(at, start).any(|at| self.tells_anew(at, start));
            self.words.could.contains(self.folded(at)) && to_come && is_own
        };
        // `Six million instead of the four it had expected`: of the other.
        let of_another = |at: usize| between(end, at).any(|at| self.is_number(at));
        let mut behind = self.after(end).take_while(no_comma);
        before().any(|at| had(at) && !self.is_told_after_plan(at, start))
            || behind.any(|at| {
                had(at) && !of_another(at) && !self.is_likened(end, at) && !self.is_planned_of_another(value, at)
            })
            || before().take(NEAR + 2).any(|at| foresees(at) || self.was_to(at) && !self.is_told_after_plan(at, start))
            || self.is_replaced(value)
            || self.is_compared(value)
            || self.is_outdone(value)
    }

    pub(super) fn expects(&self, at: usize) -> bool {
        self.words.expecting.contains(self.stem(at))
    }

    /// `As expected`, `more than the police had expected`: the value is what came.
    fn is_likened(&self, value: usize, expects: usize) -> bool {
        (value..expects).any(|at| self.words.likening.contains(self.folded(at)))
    }

    /// `Warned that the toll could rise and said that 300 had died`, `and that 300 had died`: what is told behind it is not
    /// what could be.
    fn tells_anew(&self, at: usize, value: usize) -> bool {
        let that = matches!(self.folded(at), "and" | "but") && self.word(at + 1) == self.words.that;
        self.folded(at) == ";" || that || self.says_anew(at, value)
    }

    /// `Warned that a breach could kill 300`.
    fn is_warned_of(&self, value: &Range<usize>) -> bool {
        let first = value.start.saturating_sub(WARNED).max(self.sentence.start);
        let warns = |&at: &usize| self.words.warning.contains(self.stem(at));
        let could = |at: usize| {
            let is_modal = self.words.could.contains(self.folded(at)) || self.words.would == self.folded(at);
            // `May have killed` is a doubt about what was.
            is_modal && self.word(at + 1) != "have"
        };
        let could_behind = (value.end..(value.end + NEAR).min(self.sentence.end)).any(could);
        // `And that 300 could be killed` is of the same warning.
        let goes_on = |at: usize| could_behind && self.folded(at) == "and" && self.word(at + 1) == self.words.that;
        let mut ahead = (first..value.start).rev().take_while(|&at| goes_on(at) || !self.tells_anew(at, value.start));
        ahead.find(warns).is_some_and(|warned| could_behind || between(warned, value.start).any(could))
    }

    /// `Instead of the 20,000`, `rather than 20,000`.
    fn is_replaced(&self, value: &Range<usize>) -> bool {
        let near: Vec<usize> = self.before(value.start).take(NEAR).collect();
        let none_between = |at: usize| !between(at, value.start).any(|at| self.is_number(at));
        near.into_iter().any(|at| {
            let pair = (self.word(at), self.word(at + 1));
            // `It spoke instead of the gas`.
            let speaks =
                at > self.sentence.start && matches!(self.folded(at - 1), "spoke" | "speaks" | "talked" | "talks");
            self.words.instead.contains(&pair) && none_between(at + 1) && !speaks
        })
    }

    /// `Fewer than the 15,000 hoped for`, `short of the expected 15,000`, `missed its target of
    /// 15,000`.
    fn is_compared(&self, value: &Range<usize>) -> bool {
        let start = value.start;
        let of = (start > self.sentence.start && self.word(start - 1) == "of").then(|| start - 1);
        let named = of.and_then(|of| of.checked_sub(1)).filter(|&noun| self.sentence.contains(&noun));
        if let Some(noun) = named {
            let led = || self.before(noun).take(NEAR).any(|at| self.compares(at));
            if self.words.aims.contains(self.stem(noun)) || self.expects(noun) && led() {
                return true;
            }
        }
        let small = |at: &usize| {
            self.passage.lexicon.pointing.contains(self.folded(*at)) || self.folded(*at) == "a" || self.expects(*at)
        };
        let led = self.before(start).take(NEAR).find(|at| !small(at)).is_some_and(|at| self.compares(at));
        let adjective = start > self.sentence.start && self.expects(start - 1);
        let mut behind = self.after(value.end).take(NEAR).take_while(|&at| self.folded(at) != ",");
        led && (adjective || behind.any(|at| self.expects(at)))
    }

    fn compares(&self, at: usize) -> bool {
        let word = self.folded(at);
        self.words.comparing.contains(word) || self.words.outdoing.contains(self.stem(at))
    }

    /// `Expected 10,000 but 12,000 marched`, `12,000 marched, though 10,000 were expected`: a
    /// number that the sentence sets against what was expected.
    fn is_outdone(&self, value: &Range<usize>) -> bool {
        let ahead = self.before(value.start).take_while(|&at| self.folded(at) != ",").find(|&at| self.expects(at));
        let behind = || {
            let found = self.after(value.end).take(NEAR + 1).find(|&at| self.expects(at));
            found.filter(|&at| !self.is_likened(value.end, at))
        };
        let Some(expects) = ahead.or_else(behind) else { return false };
        let counts = |range: Range<usize>| {
            !range.clone().any(|at| self.expects(at)) && range.into_iter().any(|at| self.is_number(at))
        };
        let parts = |range: Range<usize>| range.into_iter().find(|&at| self.words.but.contains(self.folded(at)));
        let from = value.end.max(expects + 1);
        if parts(from..self.sentence.end).is_some_and(|but| counts(between(but, self.sentence.end))) {
            return true;
        }
        let first = value.start.min(expects);
        let concedes = |at: &usize| self.words.conceding.contains(self.folded(*at));
        let conceded = (first.saturating_sub(NEAR).max(self.sentence.start)..first).find(concedes);
        conceded.is_some_and(|at| counts(self.sentence.start..at))
    }

    /// `Reports of 100 dead are false`, `the figure of 60 calls is not true`.
    fn is_denied(&self, value: &Range<usize>) -> bool {
        let told = |at: usize| self.is_figure(at) || self.words.hearsay.contains(self.stem(at));
        let that = |at: usize| between(at, value.start).any(|at| self.folded(at) == self.words.that);
        // `Reports it will cut 40 jobs`.
        let leads = |at: usize| self.passage.lexicon.subjects.contains(self.word(at + 1)) || that(at);
        let retold = |at: usize| self.words.hearsay.contains(self.stem(at)) && leads(at);
        let of = self.before(value.start).take(NEAR).any(told)
            || self.before(value.start).take_while(|&at| self.folded(at) != ",").any(retold);
        // `A claim of 60 calls, repeated by several papers, was never true`.
        let comma = self.after(value.end).find(|&at| self.folded(at) == ",");
        let aside = comma.filter(|&at| self.word(at + 1).ends_with("ed") || self.word(at + 1) == "made");
        let closes = aside.and_then(|aside| between(aside + 1, self.sentence.end).find(|&at| self.folded(at) == ","));
        let past = closes.map_or(self.sentence.end, |at| at + 1)..self.sentence.end;
        let behind = self.after(value.end).take_while(|&at| self.folded(at) != ",");
        let mut behind = behind.chain(past.take_while(|&at| self.folded(at) != ","));
        // `The report says 40 died and is misleading on motive`: of all that it says.
        let says = |at: usize| self.passage.lexicon.says(self.stem(at)) && !told(at);
        let goes_on = self.before(value.start).take(NEAR).any(says);
        let is = |at: usize| {
            if goes_on && self.folded(at - 1) == "and" {
                return false;
            }
            matches!(self.folded(at), "is" | "are" | "was" | "were" | "be" | "been" | "remains" | "remain" | "as")
                || at > value.end && self.words.withdrawn.calling.contains(self.stem(at)) && self.is_passive(at)
        };
        let is_untrue =
            |word: &str| self.words.withdrawn.untrue.contains(word) || self.words.verdicts.against.contains(word);
        let unlike = |at: usize| {
            let negated = self.passage.lexicon.is_negation(self.folded(at));
            let adverb = self.word(at + 1).ends_with("ly") || matches!(self.word(at + 1), "simply" | "all");
            let article = matches!(self.word(at + 1), "a" | "an" | "pure" | "\"");
            let said = at + 1 + usize::from(adverb || article);
            let said = said + usize::from(article && self.word(said) == "pure");
            // `Is ten times too high`.
            let said = said + usize::from(self.sentence.contains(&said) && self.is_number(said));
            // Not `does not hold up the traffic`.
            let takes = |at: usize| self.passage.lexicon.pointing.contains(self.word(at)) || self.word(at) == "a";
            let reads = |first: usize, phrases: &[&[&str]]| {
                let mut phrases = phrases.iter();
                let here = first.min(self.sentence.end)..self.sentence.end;
                phrases.find(|phrase| self.passage.reads(here.clone(), phrase)).map(|phrase| first + phrase.len())
            };
            let verdicts = self.words.verdicts;
            let stem = |at: usize| if self.sentence.contains(&at) { self.stem(at) } else { "" };
            let holds = || reads(said, verdicts.holding).is_some_and(|end| !takes(end));
            is(at) && (is_untrue(self.word(said)) || reads(said, verdicts.phrases).is_some())
                || negated && (self.words.withdrawn.holding.contains(stem(said)) || holds())
                || reads(at, verdicts.failing).is_some()
        };
        // `Called reports that 100 died false`.
        let called = self.before(value.start).any(|at| self.words.withdrawn.calling.contains(self.stem(at)));
        // `Reports that 100 died could not be confirmed`.
        let open = |at: usize| {
            let confirms = |at: usize| self.words.confirming.contains(self.stem(at));
            self.passage.lexicon.is_negation(self.folded(at)) && few(3, at, self.sentence.end).any(confirms)
        };
        let unconfirmed = || {
            let rest = value.end..(value.end + FAR_BEHIND).min(self.sentence.end);
            rest.into_iter()
                .take_while(|&at| !self.words.but.contains(self.folded(at)) && self.folded(at) != ";")
                .any(open)
        };
        of && (behind.any(|at| unlike(at) || called && is_untrue(self.folded(at))) || unconfirmed())
            && !self.is_disputed_by_another(value)
    }
}
