//! Whether a sentence tells of what has been or of what will be: which way its dates without a year lie.
//!
//! ```text
//! met in January, written in October              the January before
//! will meet in January; agreed to meet in January the next one
//! ```

use super::reader::Reader;
use super::sense::Sense;
use crate::extract::language::en_expected::FOUNDED;
use crate::extract::language::en_tenses::{AHEAD, BY, LAST, LEADING, MOVING, PARTS, PAST, SCHEDULED, TIMES, TOWARDS};
use crate::value::Moment;

/// How far before its date an event may stand before which it was the last of something, in tokens.
const OF_EVENT: usize = 12;
/// How far before a stretch what was counted in it may stand, in tokens.
const COUNTED: usize = 8;
/// How far behind a stretch that opens a clause its verb may stand, in tokens.
const OPENED: usize = 12;
/// How far from a date by which something had come to be so its verb may stand, in tokens.
const REACHED: usize = 8;
/// How far before that `before` the `last` may stand.
const TO_LAST: usize = 4;

impl Reader<'_> {
    /// Whether the sentence of a token speaks of what will be: `will meet on
    /// Tuesday`.
    pub(super) fn is_future(&self, at: usize) -> bool {
        let clause =
            || (at.saturating_sub(12)..at).rev().take_while(|&at| !self.sign(at, &['.', '!', '?', ';', '”', '"']));
        // `Calls will resume, she said on Friday`: the date is of the saying.
        let told = |at: usize| {
            if self.is(at, Sense::Will) { Some(true) } else { self.is_said(at).then_some(false) }
        };
        clause().find_map(told) == Some(true) || self.is_scheduled(&mut clause())
    }

    /// `The court meets on Saturday`: what is said in the present of what has a date.
    fn is_scheduled(&self, clause: &mut dyn Iterator<Item = usize>) -> bool {
        let near = clause.take(6).take_while(|&at| !self.sign(at, &[',']));
        near.into_iter().find_map(|at| {
            let word = self.word(at)?;
            if SCHEDULED.contains(&word) { Some(true) } else { self.tells_past(at).map(|_| false) }
        }) == Some(true)
    }

    /// Whether the verb before a token tells of what has been: `met in January`, but `met to plan a strike in
    /// January`.
    pub(crate) fn is_past(&self, at: usize) -> bool {
        self.tense(at) == Some(true)
    }

    /// Whether the words before a token tell of what is to come: `will meet twice this year`.
    pub(crate) fn is_ahead(&self, at: usize) -> bool {
        self.tense(at) == Some(false) || self.is_future(at)
    }

    /// Whether the nearest word before a token that tells of either tells of what has been.
    fn tense(&self, at: usize) -> Option<bool> {
        let clause = (at.saturating_sub(8)..at).rev();
        let mut words = clause.take_while(|&at| !self.sign(at, &['.', '!', '?', ';', ':', '”', '"']));
        words.find_map(|at| self.tells_past(at))
    }

    /// Whether something stands before a stretch that may have been counted in it: `five calls this year`, and not `20
    /// March this year`, `later this year`.
    pub(crate) fn is_counted_up_to(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let parts = self.word(before).is_none_or(|word| PARTS.contains(&word)) || self.month(before).is_some();
        // `The eighth call between the two Prime Ministers this year`: the words right before it may be a title.
        let clause = (at.saturating_sub(COUNTED)..at).rev();
        let mut clause = clause.take_while(|&at| !self.sign(at, &['.', '!', '?', ';', ':', ',', '”', '"']));
        !parts && clause.any(|at| self.is_plain_word(at))
    }

    /// Whether a stretch opens its clause, and the next verb behind it tells of what has been: `This year they have met
    /// twice`, and not `This year they are to meet twice`.
    pub(crate) fn opens_past(&self, at: usize, next: usize) -> bool {
        let opens = at.checked_sub(1).is_none_or(|before| self.word(before).is_none() && !self.is_digits(before));
        let clause = next..self.len().min(next + OPENED);
        let mut clause = clause.take_while(|&at| !self.sign(at, &['.', '!', '?', ';', ':', '”', '"']));
        // `The ministry damaged by the storm will`: no verb of the clause.
        let is_reduced =
            |at: usize| self.is(at + 1, Sense::By) && self.word(at).is_some_and(|word| word.ends_with("ed"));
        let verb = |at: usize| match self.is(at, Sense::Will) {
            true => Some(false),
            false => self.tells_past(at).filter(|_| !is_reduced(at)),
        };
        // `This year, nine times.` is no plan either.
        let is_counted = || {
            let first = next + usize::from(self.sign(next, &[',']));
            let of = if self.word(first).is_some_and(|word| TIMES.contains(&word)) { first } else { first + 1 };
            let is_times = self.word(of).is_some_and(|word| TIMES.contains(&word));
            is_times && (of + 1 >= self.len() || self.sign(of + 1, &['.', ';', '!']))
        };
        opens && (clause.find_map(verb) == Some(true) || is_counted())
    }

    /// Whether what stands before a stretch is told of as one of a row, and so counted up to now: `is the sixth call this
    /// year`; not `is the sixth call to be held this year`, `will be the sixth this year`.
    pub(crate) fn is_nth_told(&self, at: usize) -> bool {
        let clause = (at.saturating_sub(8)..at).rev();
        let mut words = clause.take_while(|&at| !self.sign(at, &['.', ',', '!', '?', ';', ':', '”', '"']));
        let verb = words.find(|&at| self.tells_past(at).is_some());
        let is_nth = |verb: usize| {
            let is = matches!(self.tokens.folded(verb), "is" | "are");
            is && self.is(verb + 1, Sense::The) && self.ordinal_at(verb + 2).is_some()
        };
        verb.is_some_and(is_nth) && !self.is_future(at)
    }

    /// Whether something had come to be so by a date, which then lies back: `by September it had paid five`, `five had been
    /// paid by September`; not `had agreed to pay five by September`.
    pub(super) fn is_reached(&self, at: usize, next: usize) -> bool {
        let is_by = |at: usize| at < self.len() && self.tokens.folded(at) == BY;
        let Some(by) = at.checked_sub(1).filter(|&at| is_by(at)) else { return false };
        let ends = |at: usize| self.sign(at, &['.', '!', '?', ';', ':', ',', '”', '"']);
        let had = |at: usize| {
            if self.is(at, Sense::Had) {
                return Some(self.word(at + 1).is_some_and(|word| !AHEAD.contains(&word)));
            }
            self.word(at).is_some_and(|word| AHEAD.contains(&word)).then_some(false)
        };
        let opens = by.checked_sub(1).is_none_or(ends);
        let next = next + usize::from(self.sign(next, &[',']));
        let behind = (next..self.len().min(next + REACHED)).take_while(|&at| opens && !ends(at)).find_map(had);
        let ahead = || (by.saturating_sub(REACHED)..by).rev().take_while(|&at| !ends(at)).find_map(had);
        behind.or_else(ahead) == Some(true)
    }

    /// Whether a verb before a `from` moves a date: `postponed from March to May`.
    pub(super) fn is_moved(&self, at: usize) -> bool {
        (at.saturating_sub(2)..at).any(|at| self.word(at).is_some_and(|word| MOVING.contains(&word)))
    }

    /// Whether something began then: `since January`.
    pub(super) fn is_since(&self, at: usize) -> bool {
        (at.saturating_sub(2)..at).any(|at| self.is(at, Sense::Since))
    }

    /// `Lists a last call before the invasion on 11 February`, where that event was before the date: the last of what was
    /// before it was no later.
    pub(super) fn is_last_before(&self, at: usize, moment: &Moment) -> bool {
        let clause = (at.saturating_sub(OF_EVENT)..at).rev();
        let mut clause = clause.take_while(|&at| !self.sign(at, &['.', '!', '?', ';', ':', '”', '"']));
        clause.any(|before| {
            let known = self.known_at(before + 1).filter(|_| self.is(before, Sense::Before));
            let over = known.is_some_and(|known| known.next <= at && known.moment.last_day() < moment.first_day());
            let mut ahead = before.saturating_sub(TO_LAST)..before;
            over && ahead.any(|at| self.word(at).is_some_and(|word| LAST.contains(&word)))
        })
    }

    /// Whether a word tells of what has been, or of what will be; most tell of neither.
    fn tells_past(&self, at: usize) -> Option<bool> {
        let word = self.word(at)?;
        let regular = word.len() > 4 && word.ends_with("ed");
        // `Has called twice this year`, where `called for March` is ahead.
        let has = |at: usize| self.is_any(at, &[Sense::Had, Sense::Have]);
        // `Wrote to him on 28 June`, where `agreed to meet on 28 June` is ahead.
        let towards = || at + 1 < self.len() && TOWARDS.contains(&self.tokens.folded(at + 1));
        if word == "to" && towards() {
            return None;
        }
        // `Have spoken by telephone four times this year`, `have spoken to Brask twice`: to nobody's plan, and up to no date.
        let is_plain = || at + 1 < self.len() && self.word(at + 1).is_some() && !self.has_sense(at + 1);
        if word == "by" && is_plain() || word == "to" && is_plain() && self.is_capital(at + 1) {
            return None;
        }
        // `A helpline set up on 15 September`: not what is set for a day.
        let is_founded = self.word(at + 1) == Some(FOUNDED) && AHEAD.contains(&word);
        if AHEAD.contains(&word) && !is_founded {
            return Some(regular && at > 0 && has(at - 1));
        }
        let is_past = regular || is_founded || self.is_any(at, &[Sense::Had, Sense::Have]) || PAST.contains(&word);
        // `Will be published`, `is held`.
        let led = || (at.saturating_sub(3)..at).any(|at| self.word(at).is_some_and(|word| LEADING.contains(&word)));
        is_past.then(|| !led())
    }
}
