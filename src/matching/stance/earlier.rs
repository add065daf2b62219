//! Whether a value is an earlier one, which another has replaced: what was revised, recalled or printed
//! before, or is denied as what was first said.
//!
//! ```text
//! raised from 40 to 52                       40 is superseded
//! which had put it at 40, now says 52        40 is superseded
//! 52, not 40 as it first said                40 is denied, and earlier
//! ```

use super::{NEAR, Reader};
use crate::claims::Topic;
use crate::matching::behind::{between, few};
use crate::text::stem;
use std::ops::Range;

/// How far before a value, in tokens, the word may stand that makes it an earlier one.
const FAR: usize = 10;

impl Reader<'_, '_> {
    /// `from 15,000 to 12,000`, `revised the figure of 15,000 to 12,000`, `an earlier figure
    /// of 15,000`, `it first said 15,000`, `15,000, as it said earlier`.
    pub(super) fn is_superseded(&self, topic: &Topic, tokens: &Range<usize>) -> bool {
        let start = tokens.start;
        let near: Vec<usize> = self.before(start).take(NEAR).collect();
        // `Raised it from 40 to 52` starts from 40.
        let starts = |&at: &usize| self.folded(at) == self.words.from && !self.is_ended(between(at, start));
        // `Up from an early estimate of 14`.
        let is_light = |&at: &usize| {
            let word = self.folded(at);
            starts(&at)
                || word == "early"
                || self.words.earlier.contains(word)
                || self.is_figure(at)
                || !self.passage.carries(at)
        };
        let far = || self.before(start).take(2 * NEAR).take_while(is_light).find(starts);
        let from = near.iter().copied().find(starts).or_else(far);
        if let Some(from) = from {
            let turned = from > self.sentence.start && self.words.directions.contains(self.folded(from - 1));
            if turned || self.revising_before(from).is_some() {
                return true;
            }
        }
        if self.revising_before(start).is_some() && self.is_replaced_behind(tokens.end) {
            return true;
        }
        // `The firm used to say 15,000`.
        if self.is_said_once(start)
            || self.is_printed_before(start)
            || self.is_recalled(tokens)
            || self.is_raised_behind(topic, tokens.end)
            || self.is_changed_since(tokens.end)
            || self.before(start).any(|at| self.words.withdrawn.mistaken.contains(self.folded(at)))
        {
            return true;
        }
        let earlier = |at: usize| {
            let rest = between(at, start);
            let other = self.is_taken(rest.clone()) || self.is_ended(rest);
            self.words.earlier.contains(self.folded(at)) && !other
        };
        let near_account =
            |at: usize| few(3, at, start).any(|at| self.is_account(at) || self.words.raised.contains(self.stem(at)));
        // `Was first warned on 3 May`, `first found out`: nothing was said before.
        let near_verb = |at: usize| {
            // `Spoke at first of four`.
            let back = 1 + usize::from(at > self.sentence.start && self.folded(at - 1) == "at");
            let around = at.saturating_sub(back).max(self.sentence.start)..(at + 4).min(start);
            let lexicon = self.passage.lexicon;
            let is_first = self.folded(at) == "first";
            let says = |at: usize| {
                if is_first { lexicon.tells(self.stem(at)) } else { lexicon.says(self.stem(at)) }
            };
            !(is_first && self.is_passive(at)) && around.into_iter().any(says)
        };
        let before = self.before(start).take(FAR).find(|&at| earlier(at));
        if before.is_some_and(|at| near_account(at) || near_verb(at)) {
            return true;
        }
        let behind: Vec<usize> = self.after(tokens.end).take(7).collect();
        let as_said = behind.iter().position(|&at| matches!(self.folded(at), "as" | "that"));
        let says = |at: usize| self.says_soon(at, self.sentence.end);
        let next = |at: usize| at + 1 < self.sentence.end && earlier(at + 1);
        let said_earlier =
            |at: &usize| earlier(*at) && says(*at) || self.passage.lexicon.says(self.stem(*at)) && next(*at);
        as_said.is_some_and(|from| from <= 2 && behind[from..].iter().any(said_earlier))
    }

    /// `Correction: A report said`, `our story of Monday said`: what the outlet said itself, and tells because it is not so.
    fn is_printed_before(&self, value: usize) -> bool {
        let first = self.sentence.start;
        let says = |at: usize| self.passage.lexicon.says(self.stem(at));
        let printed = |at: usize| self.passage.lexicon.correction.printed.contains(self.folded(at));
        let heads = matches!(self.word(first), "correction" | "corrections" | "corrected" | "erratum")
            && matches!(self.word(first + 1), ":" | "-" | "–" | "—");
        let reach = if heads { value } else { value.min(first + NEAR + 1) };
        let own = self.word(first) == "our" || heads;
        // `We also said five; it was four`.
        let parted = |at: usize| between(at, value).any(|at| self.folded(at) == ";");
        let told =
            (first..reach).find(|&at| printed(at) && !parted(at)).is_some_and(|at| between(at + 1, value).any(says));
        own && told
    }

    /// `12,000, not 15,000 as it first said`: where the earlier value begins.
    pub(super) fn denied_earlier(&self, end: usize) -> Option<usize> {
        let behind: Vec<usize> = self.after(end).take(NEAR + 8).collect();
        let not = behind.iter().position(|&at| {
            self.passage.lexicon.is_negation(self.folded(at))
                || self.folded(at) == "rather" && self.word(at + 1) == "than"
        })?;
        let number = behind[not..].iter().copied().take(NEAR).find(|&at| self.is_number(at))?;
        let mut rest = between(number + 1, (number + 10).min(self.sentence.end));
        rest.any(|at| {
            self.words.earlier.contains(self.folded(at)) && few(3, at, self.sentence.end).any(|at| self.gives(at))
        })
        .then_some(number)
    }

    /// `Announced`, `gave`: as good as said.
    fn gives(&self, at: usize) -> bool {
        self.passage.lexicon.says(self.stem(at))
            || matches!(self.folded(at), "given" | "gave" | "announced" | "published")
    }

    /// Whether `to` and another number stand behind a value, with no number between.
    fn is_replaced_behind(&self, end: usize) -> bool {
        let first = self.after(end).take(NEAR).find(|&at| self.is_number(at));
        first.is_some_and(|at| at > end && self.folded(at - 1) == self.words.to)
    }

    /// `11 deaths, a number it has since raised`, `a figure since revised`.
    fn is_changed_since(&self, end: usize) -> bool {
        let comma = (end..(end + NEAR).min(self.sentence.end)).find(|&at| self.folded(at) == ",");
        let Some(noun) = comma.map(|comma| comma + 1 + usize::from(matches!(self.word(comma + 1), "a" | "the"))) else {
            return false;
        };
        let is_noun = noun < self.sentence.end && self.is_figure(noun);
        let since = (noun + 1..(noun + 2 * NEAR).min(self.sentence.end)).find(|&at| self.folded(at) == "since");
        let revises = |at: usize| self.words.revising.contains(self.stem(at)) || self.adjusts(at);
        is_noun && since.is_some_and(|at| at + 1 < self.sentence.end && revises(at + 1))
    }

    /// `Offered £500 and has since raised this to £750`: the number behind takes its place.
    fn is_raised_behind(&self, topic: &Topic, end: usize) -> bool {
        let named = |number: usize| self.passage.names_in(end..number).next().is_some();
        self.replaced_at(topic, end).is_some_and(|number| !named(number))
    }

    /// Where the number begins that takes the place of one that ends at a token: `but later corrected that to 9`, `before
    /// raising its estimate to 9`, `was revised down to 9`, `later cut to 9`, `a figure that they raised to 9`.
    pub(in crate::matching) fn replaced_at(&self, topic: &Topic, end: usize) -> Option<usize> {
        let last = (end + 3 * NEAR).min(self.sentence.end);
        // `Said 40; on Monday it corrected that to 9`.
        let parts = |at: usize| self.folded(at) == ";" && self.passage.pronoun_behind(self.sentence, at).is_none();
        let mut behind = (end..last).take_while(|&at| !self.is_number(at) && !parts(at));
        behind.find_map(|verb| {
            if !self.adjusts(verb) && !self.words.revising.contains(self.stem(verb)) {
                return None;
            }
            let object = self.behind_figure(topic, verb + 1);
            // `Raised to 9`, right behind the number or what stands for it.
            let noun = (end..verb.min(end + NEAR)).take_while(|&at| self.passage.carries(at)).count();
            let alone = || (end + noun..verb).all(|at| self.leads_to_change(at)).then_some(verb + 1);
            let behind = object.or_else(alone)?;
            let turned = (behind..(behind + 2).min(self.sentence.end)).take_while(|&at| self.turns(at)).count();
            let to = behind + turned;
            (self.word(to) == self.words.to && to + 1 < self.sentence.end && self.is_number(to + 1)).then_some(to + 1)
        })
    }

    /// Behind what stands for a number: `that`, `its estimate`, `the number of dead`.
    fn behind_figure(&self, topic: &Topic, at: usize) -> Option<usize> {
        if matches!(self.word(at), "this" | "that" | "it") && !self.is_figure_at(at + 1) {
            return Some(at + 1);
        }
        let points = |at: usize| self.passage.lexicon.pointing.contains(self.word(at)) || self.word(at) == "that";
        let noun = (at + 1..at + 4).find(|&at| self.is_figure_at(at)).filter(|_| points(at))?;
        if self.word(noun + 1) != "of" || self.word(noun + 2) == self.words.to {
            return Some(noun + 1);
        }
        // `The number of officers` is not of those who marched.
        let counted = Some(noun + 2).filter(|at| self.sentence.contains(at))?;
        let is_it = |word: &str| stem(word) == self.stem(counted);
        (topic.asks(is_it) || topic.asks_in_question(is_it)).then_some(counted + 1)
    }

    fn is_figure_at(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.is_figure(at)
    }

    /// `Was later`, `, a figure that they`: what may stand between a number and the verb by which another takes its place.
    fn leads_to_change(&self, at: usize) -> bool {
        let lexicon = self.passage.lexicon;
        let word = self.word(at);
        self.words.to_change.contains(word)
            || self.words.was.contains(word)
            || word.ends_with("ly")
            || lexicon.pointing.contains(word)
            || lexicon.subjects.contains(word)
            || self.is_figure_at(at)
    }

    /// `Down`, `upwards`, `sharply`.
    fn turns(&self, at: usize) -> bool {
        let word = self.folded(at);
        self.words.directions.contains(word.trim_end_matches('s').trim_end_matches("ward")) || word.ends_with("ly")
    }

    /// Whether a number stands between a word and its value, and a comma or a `now` behind that: `contrary
    /// to earlier reports of 40, 52 people died`, `at first spoke of 40 and now says 52`.
    fn is_taken(&self, between: Range<usize>) -> bool {
        let parts = |&at: &usize| self.folded(at) == "," || self.folded(at) == self.words.now;
        let mark = between.clone().rev().find(parts);
        mark.is_some_and(|mark| (between.start..mark).any(|at| self.is_number(at)))
    }

    /// Whether a number, and `to` behind it, stand between `from` and a value.
    fn is_ended(&self, between: Range<usize>) -> bool {
        let to = between.clone().rev().find(|&at| self.folded(at) == self.words.to);
        to.is_some_and(|to| (between.start..to).any(|at| self.is_number(at)))
    }

    /// `The toll, put at 40 on Monday, was raised to 52`, `which had put it at 40, now says 52`: a
    /// value that its sentence recalls before it gives the new one, of nobody else.
    fn is_recalled(&self, tokens: &Range<usize>) -> bool {
        let behind: Vec<usize> = self.after(tokens.end).take_while(|&at| self.folded(at) != "and").collect();
        let named = |word: usize| self.passage.names_in(tokens.end..word).next().is_some();
        let replaced = |&word: &usize| {
            let changes = self.words.revising.contains(self.stem(word)) || self.adjusts(word);
            changes
                && self.is_passive(word)
                && self.has_figure_before(tokens.start)
                && self.is_replaced_behind(word + 1)
                && !named(word)
        };
        let says = |at: usize| self.says_soon(at, self.sentence.end);
        let now = |&word: &usize| self.folded(word) == self.words.now && says(word) && !named(word);
        let had = || self.before(tokens.start).any(|at| self.folded(at) == self.words.had);
        behind.iter().any(replaced) || had() && behind.iter().any(now)
    }
}
