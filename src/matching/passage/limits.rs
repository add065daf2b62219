//! What the words beside a date leave open: `by 20 October`, `after midnight`, `around 3 May`.
//!
//! A date so led is the stretch that its sentence allows: two of them disagree only where no day fits
//! both. It refuses what patterns ask for themselves (`must be paid by {value}`): there the day is the answer.
//!
//! ```text
//! began by 20 October                   up to that day
//! began after 20 October                from that day on
//! began shortly before 6am on 3 May     3 May up to 6:00
//! began around 20 October               17 to 23 October
//! might not start before 20 October     from that day on
//! no later than 20 October              up to that day
//! will not resume until 20 October      from that day on
//! begins on 3 May at the earliest       from that day on
//! ```

use super::Passage;
use crate::claims::Topic;
use crate::matching::language::words::Words;
use crate::text::TokenKind;
use crate::value::{Moment, Precision};
use jiff::civil::Time;
use std::ops::Range;

/// Which of two sides of a date is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::matching) enum Limit {
    /// Earlier than it.
    Before,
    /// It, or earlier.
    UpTo,
    /// It, or later.
    From,
    /// A little earlier or later.
    About,
}

/// A date as the words beside it leave it, with its tokens: `around` is of it.
pub(in crate::matching) fn limited(
    passage: &Passage<'_>,
    topic: &Topic,
    date: Range<usize>,
    moment: Moment,
) -> (Range<usize>, Moment) {
    let found = passage.lexicon.times.limit.limits.iter().find(|limit| {
        let [before, behind] = limit.words;
        let led = date.start.checked_sub(before.len()).is_some_and(|first| passage.reads(first..date.start, before));
        let stands = led && passage.reads(date.end..passage.tokens.len(), behind);
        stands && !asks(topic, before)
    });
    let until = || not_until(passage, topic, date.start).then_some(Limit::From);
    let Some(Limiting { words: [before, _], limit }) = found else {
        let moment = until().and_then(|limit| within_day(&moment, limit)).unwrap_or(moment);
        return (date, moment);
    };
    let is_denied = !before.is_empty() && denied(passage, date.start - before.len()).is_some();
    let limit = if is_denied { &limit.denied() } else { limit };
    let tokens = if *limit == Limit::About { date.start - before.len()..date.end } else { date };
    (tokens, within_day(&moment, *limit).unwrap_or(moment))
}

impl Limit {
    /// What a `not` before it makes of it.
    fn denied(self) -> Self {
        match self {
            Self::Before | Self::UpTo => Self::From,
            Self::From => Self::UpTo,
            Self::About => Self::About,
        }
    }
}

/// How many words may stand between a `not` and a limit: `not be delivered before`.
const VERB: usize = 2;

/// The `not` that denies the words from a token on, with a verb between at most: `no later than`, `might not start
/// before`; not `if not before`, `not long before`, `not say before`.
fn denied(passage: &Passage<'_>, limit: usize) -> Option<usize> {
    let words = passage.lexicon.times;
    let word = |at: usize| passage.tokens.folded(at);
    let among = |at: Option<usize>, words: &Words| at.is_some_and(|at| words.contains(word(at)));
    let not = (limit.saturating_sub(VERB + 1)..limit).rev().find(|&at| words.limit.denying.contains(word(at)))?;
    let between = not + 1..limit;
    let is_verb = |at: usize| {
        let is_word = passage.tokens.get(at).kind == TokenKind::Word;
        is_word && !words.limit.undenied.contains(word(at)) && !passage.lexicon.says(&passage.stems[at])
    };
    let is_alone = among(not.checked_sub(1), &words.limit.undenying);
    // `Voted no before noon` denies no time.
    let is_answer = between.is_empty() && word(not) == "no" && !words.limit.comparing.contains(word(limit));
    (!is_alone && !is_answer && between.into_iter().all(is_verb)).then_some(not)
}

/// `Will not resume until Monday`: what is to come. Of what has been it is the day: `did not resume until Monday`.
fn not_until(passage: &Passage<'_>, topic: &Topic, date: usize) -> bool {
    let words = passage.lexicon.times;
    let Some(until) = date.checked_sub(1).filter(|&at| words.limit.until.contains(passage.tokens.folded(at))) else {
        return false;
    };
    let is_ahead = |not: usize| {
        let near = not.saturating_sub(1)..=not;
        near.into_iter().any(|at| words.limit.possible.contains(passage.tokens.folded(at)))
    };
    !topic.asks(|word| words.limit.until.contains(word)) && denied(passage, until).is_some_and(is_ahead)
}

/// A kind of limit, and the words right before and right behind the date that make it.
#[derive(Debug)]
pub(in crate::matching) struct Limiting {
    pub(in crate::matching) words: [&'static [&'static str]; 2],
    pub(in crate::matching) limit: Limit,
}

/// Whether a pattern of the topic has the last of the words itself.
fn asks(topic: &Topic, words: &[&str]) -> bool {
    words.last().is_some_and(|last| topic.asks(|word| word == *last))
}

/// What is left of time on one side of a moment: of a clock time, of its day.
fn within_day(moment: &Moment, limit: Limit) -> Option<Moment> {
    if limit == Limit::About {
        return Some(moment.about());
    }
    let is_clock = moment.precision >= Precision::DayPart;
    let day_begins = moment.from.filter(|_| is_clock).map(|from| from.date().to_datetime(Time::midnight()));
    let day_ends = match moment.to.filter(|_| is_clock) {
        // The first instant after it may be the midnight at which its day ends.
        Some(_) => Moment::day(moment.last_day()?).to,
        None => None,
    };
    let (from, to) = match limit {
        Limit::Before => (day_begins, moment.from),
        Limit::UpTo => (day_begins, moment.to),
        _ => (moment.from, day_ends),
    };
    (from.is_none() || to.is_none() || from < to).then(|| Moment { from, to, ..moment.clone() })
}
