//! What is expected, planned or possible on a day, although no `will` says so: its date lies ahead.
//!
//! ```text
//! are expected to meet on Friday; is due on Friday; may strike on Friday     the coming Friday
//! has been moved to January; the next flight is on 20 January                the next one
//! was expected to meet on Friday; said on Friday that it may strike          the Friday behind
//! ```
//!
//! The nearest word before a date that tells decides. What tells of the past stands between a plan and a date only where
//! the date is its own.

use super::expr::Expr;
use super::reader::Reader;
use super::sense::Sense;
use crate::extract::language::en_expected::{
    AGREED, ASIDE, AWAY, BARE, BE, BESIDE, BLAME, DETERMINERS, FOUNDED, HAS, HAVE, MIGHT, NOT, PAST_AUXILIARIES, PLANS,
    PRONOUNS, REDUCED, SAYING, SOONER, STATES, WOULD,
};
use crate::extract::language::en_tenses::{LEADING, MOVING, PAST};
use crate::extract::{Prefer, Setting};
use crate::value::Moment;
use std::ops::Range;

/// How many tokens may stand between a plan and its date.
const REACH: usize = 12;

/// How near to its plan a date of the year is surely that of the plan, and not of what it is about: `is expected to
/// plead guilty over the crash in January`.
const NEAR: usize = 6;

/// What a word tells of the date behind it.
enum Tells {
    /// A plan, that ends before this token.
    Plan(usize),
    /// `Would`: ahead of what somebody said.
    Would,
    Past,
}

impl Reader<'_> {
    /// Which way a date lies of which the words before it tell that it is ahead.
    fn ahead(&self, at: usize, next: usize, expr: &Expr) -> Option<Prefer> {
        let mut near = (at.saturating_sub(REACH)..at).rev().take_while(|&before| !self.sign(before, &ASIDE));
        let is_weekday = matches!(expr, Expr::Weekday { .. });
        match near.find_map(|before| self.tells(before, at, next))? {
            // A retrospect tells of what would be, too: of a day of the year the nearer one.
            Tells::Would => Some(if is_weekday { Prefer::Future } else { Prefer::Nearest }),
            Tells::Plan(end) => {
                let is_near = is_weekday || matches!(expr, Expr::DayOfMonth { .. }) || at <= end + NEAR;
                is_near.then_some(Prefer::Future)
            }
            Tells::Past => None,
        }
    }

    /// The setting for a date of which the words before it tell that it lies ahead. A weekday of the text's own day is
    /// that day, as it is behind.
    pub(crate) fn planned(&self, at: usize, next: usize, expr: &Expr, setting: &Setting) -> Option<Setting> {
        if setting.prefer != Prefer::Past {
            return None;
        }
        let prefer = self.ahead(at, next, expr)?;
        let today =
            || setting.reference.as_ref().and_then(Moment::last_day).map(|day| day.weekday().to_monday_one_offset());
        if matches!(expr, Expr::Weekday { weekday, shift: None } if today() == Some(*weekday)) {
            return None;
        }
        Some(Setting { prefer, ..setting.clone() })
    }

    /// Whether a verb of saying or telling is in the past: `said on Friday`, but not `will be announced on Friday`.
    pub(super) fn is_said(&self, at: usize) -> bool {
        self.one_of(at, SAYING) && !self.any_before(at, 3, LEADING)
    }

    fn tells(&self, at: usize, date: usize, next: usize) -> Option<Tells> {
        if self.word(at)? == WOULD && self.would(at, date) {
            return Some(Tells::Would);
        }
        let end = self
            .modal_at(at)
            .or_else(|| self.state_at(at, date, next))
            .or_else(|| self.plan_at(at, date))
            .or_else(|| self.moved_at(at, date))
            .or_else(|| self.on_at(at, date, next))
            .or_else(|| self.not_before_at(at, date))
            .or_else(|| self.has_until_at(at, date));
        let was = || self.any_before(at, 4, PAST_AUXILIARIES);
        match end {
            Some(_) if was() => Some(Tells::Past),
            Some(end) => Some(Tells::Plan(end)),
            None => self.is_over(at, date).then_some(Tells::Past),
        }
    }

    /// `Has until Monday`.
    fn has_until_at(&self, at: usize, date: usize) -> Option<usize> {
        let has = at > 0 && self.one_of(at - 1, HAS);
        (has && self.is(at, Sense::Until) && self.is_direct(at + 1, date)).then_some(at + 1)
    }

    /// `The line would reopen on 1 March`; not `would have reopened`, `which would last until March`.
    fn would(&self, at: usize, date: usize) -> bool {
        let verb = at + 1 + usize::from(self.one_of(at + 1, NOT));
        let relates = at > 0 && matches!(self.tokens.folded(at - 1), "which" | "who");
        let is_verb = self.word(verb).is_some() && !self.one_of(verb, HAVE) && !self.one_of(verb, SAYING);
        is_verb && !relates && date <= verb + NEAR
    }

    /// Whether a time is that of saying what would be: `said in March 2021 that it would`, `on 3 May she said it would`; not
    /// `the firm, founded in 2019, said it would`.
    pub(super) fn is_of_saying(&self, time: &Range<usize>, date: usize) -> bool {
        let parts = |at: &usize| self.sign(*at, &['.', '!', '?', ',', ';', ':']);
        let before = (time.start.saturating_sub(NEAR)..time.start).rev().take_while(|at| !parts(at));
        let behind = (time.end..date.min(time.end + NEAR)).take_while(|at| !parts(at));
        let ends = (time.end..date).any(|at| self.sign(at, &['.', '!', '?']));
        !ends && before.chain(behind).any(|at| self.is_said(at))
    }

    /// `may strike`, `might not start`; not `may have struck`.
    fn modal_at(&self, at: usize) -> Option<usize> {
        let is_modal = self.word(at).is_some_and(|word| MIGHT.contains(&word));
        let is_denied = self.one_of(at + 1, NOT);
        let verb = if is_denied { at + 2 } else { at + 1 };
        // `Start` may be a part of a date as well, but not behind `not`.
        let follows = is_denied && self.word(verb).is_some() && !self.is_capital(verb);
        let is_verb = follows || self.is_plain_word(verb) || self.one_of(verb, BE);
        (is_modal && is_verb && !self.one_of(verb, HAVE)).then_some(verb)
    }

    /// `is expected to`, `are to`, `is likely to`, `talks due on`.
    fn state_at(&self, at: usize, date: usize, next: usize) -> Option<usize> {
        let is_to = self.is(at, Sense::To) && at > 0 && self.one_of(at - 1, BE);
        if is_to {
            return (!self.one_of(at + 1, BLAME)).then_some(at + 1);
        }
        // `As expected on Friday`; `is due to the strike`; `set up on Friday`.
        if !self.one_of(at, STATES)
            || self.word(at + 1) == Some(FOUNDED)
            || at > 0 && self.one_of(at - 1, BESIDE)
            || self.is(at + 1, Sense::To) && self.one_of(at + 2, DETERMINERS)
        {
            return None;
        }
        if self.any_before(at, 4, BE) || self.any_before(at, 4, PAST_AUXILIARIES) {
            return Some(at + 1);
        }
        let noun = at > 0 && self.is_plain_word(at - 1) && !self.one_of(at - 1, PRONOUNS);
        let over = || (next..next + 3).any(|at| self.one_of(at, PAST_AUXILIARIES));
        (noun && self.one_of(at, REDUCED) && self.is_direct(at + 1, date) && !over()).then_some(at + 1)
    }

    /// `plan to strike`, `is aiming for`, `have agreed to meet`, `expects it`.
    fn plan_at(&self, at: usize, date: usize) -> Option<usize> {
        if self.one_of(at, BARE) {
            return Some(at + 1);
        }
        let to = self.is(at + 1, Sense::To);
        // `Announced the plan on Monday`: the day of announcing it.
        let noun = at > 0 && self.one_of(at - 1, DETERMINERS) && self.is(at + 1, Sense::On);
        let direct = self.is_any(at + 1, &[Sense::To, Sense::For, Sense::On]) && self.is_direct(at + 1, date) && !noun;
        let plans = self.one_of(at, PLANS) && (to || direct) || self.one_of(at, AGREED) && to;
        plans.then_some(at + 2)
    }

    /// `has been moved to`, `pushed back to`, `has slipped to`.
    fn moved_at(&self, at: usize, date: usize) -> Option<usize> {
        if !self.one_of(at, MOVING) {
            return None;
        }
        let to = if self.one_of(at + 1, AWAY) { at + 2 } else { at + 1 };
        let noun = at > 0 && self.is_plain_word(at - 1) && !self.one_of(at - 1, PRONOUNS);
        let passive = noun || self.any_before(at, 3, HAVE) || self.any_before(at, 3, BE);
        (passive && self.is_any(to, &[Sense::To, Sense::Until]) && self.is_direct(to + 1, date)).then_some(to + 1)
    }

    /// `The next flight is on 20 January`; not `it is on Friday that`.
    fn on_at(&self, at: usize, date: usize, next: usize) -> Option<usize> {
        let leads = [Sense::On, Sense::In, Sense::At, Sense::For, Sense::By, Sense::From, Sense::Until];
        let is = matches!(self.tokens.folded(at), "is" | "are");
        let named = self.word(next) == Some("that");
        (is && !named && self.is_any(at + 1, &leads) && self.is_direct(at + 2, date)).then_some(at + 2)
    }

    /// `Not before January`, `no earlier than Friday`, and, quoted of what binds, `"not later than Friday"`.
    fn not_before_at(&self, at: usize, date: usize) -> Option<usize> {
        let quoted = |no: usize| no > 0 && self.sign(no - 1, &['"', '“', '‘', ':']);
        let later = at > 1 && self.is(at - 1, Sense::Later) && quoted(at - 2);
        let than = self.is(at, Sense::Than) && at > 1 && (self.one_of(at - 1, SOONER) || later);
        let no = if than { at.checked_sub(2)? } else { at.checked_sub(1)? };
        let fits = (than || self.is_any(at, &[Sense::Before, Sense::Until])) && self.one_of(no, NOT);
        let opens = no == 0 || self.word(no - 1).is_none() || self.one_of(no - 1, BE) || self.is(no - 1, Sense::Will);
        (fits && opens && self.is_direct(at + 1, date)).then_some(at + 1)
    }

    /// A word of the past between a plan and a date: `said on Friday`, `the mediator whom they named on Friday`; not `to
    /// resume suspended talks on Friday`.
    fn is_over(&self, at: usize, date: usize) -> bool {
        if self.is_said(at) || self.one_of(at, PAST_AUXILIARIES) {
            return true;
        }
        let folded = self.tokens.folded(at);
        let led = || self.any_before(at, 3, LEADING);
        if PAST.contains(&folded) {
            return !led();
        }
        let regular = folded.len() > 4 && folded.ends_with("ed");
        let by = |at: usize| self.one_of(at, PRONOUNS) || self.is_capital(at);
        regular && (self.is_direct(at + 1, date) || at > 0 && by(at - 1)) && !led()
    }

    /// Whether nothing but a preposition and an article stands before a date.
    fn is_direct(&self, end: usize, date: usize) -> bool {
        end <= date && date <= end + 2 && (end..date).all(|at| self.has_sense(at))
    }

    fn one_of(&self, at: usize, words: &[&str]) -> bool {
        at < self.len() && words.contains(&self.tokens.folded(at))
    }

    /// Whether one of some words stands at most so many tokens before, in the same part of the sentence.
    fn any_before(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        let mut near = (at.saturating_sub(reach)..at).rev().take_while(|&at| !self.sign(at, &ASIDE));
        near.any(|at| self.one_of(at, words))
    }
}
