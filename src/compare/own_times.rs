//! What part the times of single values play: those that no window is read from.
//!
//! They tell two positions apart where every text of both gives one and no two of these can be
//! the same; they never leave a scope open. So they are kept only where they tell two positions
//! of a topic apart, or answer for the window of a day that only one side states.
//!
//! ```text
//! 7 % in January  | 8 % in February   → differs: Jan 2022 against Feb 2022
//! 7 % in January  | 8 %               → nothing
//! ```

use super::Position;
use super::dates::{date_in_words, moment_in_words};
use super::key::value_key;
use super::relation::order_of;
use super::statement::Statement;
use crate::corpus::Corpus;
use crate::matching::{Mention, OwnTime, is_before};
use crate::value::{Kind, Moment, Precision};
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// How many times a position can have: past that they tell nothing.
const MOST: usize = 16;

/// The times of some statements; none where one of them has none.
pub(super) fn times_of(statements: &[&Statement]) -> Vec<OwnTime> {
    let mut times: Vec<OwnTime> = Vec::new();
    for statement in statements {
        let Some(time) = &statement.time else { return Vec::new() };
        if times.len() > MOST {
            return Vec::new();
        }
        if !times.contains(time) {
            times.push(time.clone());
        }
    }
    times
}

/// Who gives a time, whether in a headline, and which.
type Donor = (Option<String>, bool, OwnTime);

/// Gives a statement without a time that of the same value and claimant in its article, as a
/// headline takes it from its body whoever speaks there. Where donors disagree none gives.
pub(super) fn inherit_times(statements: &mut [Statement]) {
    let mut donors: BTreeMap<(usize, String), Vec<Donor>> = BTreeMap::new();
    for statement in statements.iter() {
        if let (Some(article), Some(time)) = (statement.article, &statement.time) {
            let donor = (statement.claimant.clone(), statement.in_headline, time.clone());
            donors.entry((article, value_key(&statement.value))).or_default().push(donor);
        }
    }
    let timeless = statements.iter_mut().filter(|statement| statement.time.is_none() && !donors.is_empty());
    for statement in timeless {
        let key = statement.article.map(|article| (article, value_key(&statement.value)));
        let Some(all) = key.and_then(|key| donors.get(&key)) else { continue };
        let own = |donor: &&Donor| donor.0 == statement.claimant || statement.in_headline && !donor.1;
        let mut given = all.iter().filter(own).map(|donor| &donor.2);
        let first = given.next();
        if let Some(time) = first.filter(|first| given.all(|other| other == *first)) {
            statement.time = Some(time.clone());
        }
    }
}

/// Gives what there is so far the day of its article, where another statement is of a day long before it: `by the end of
/// December 19 million had been paid` and, in March, `24 million has been paid so far`.
pub(super) fn date_so_far(corpus: &Corpus, statements: &mut [Statement]) {
    let dated: Vec<Moment> = statements
        .iter()
        .filter_map(|statement| match &statement.time {
            Some(OwnTime::At(moment)) => Some(moment.clone()),
            _ => None,
        })
        .collect();
    for statement in statements.iter_mut().filter(|statement| statement.time == Some(OwnTime::Interim)) {
        if let Some(day) = printed(corpus, statement).filter(|&day| dated.iter().any(|moment| is_before(moment, day))) {
            statement.time = Some(OwnTime::SoFar(day));
        }
    }
}

/// The day on which the article of a statement was printed.
fn printed(corpus: &Corpus, statement: &Statement) -> Option<Date> {
    corpus.articles.get(statement.article?)?.front.published_on.as_ref()?.first_day()
}

/// Whether a text gives a statement no time at all.
fn is_timeless(statement: &Statement) -> bool {
    statement.time.is_none() && statement.mention.is_some() && statement.window.is_unknown() && !statement.curated
}

/// Gives what has no time that of its article, where one text goes on to tell the like of the same value from before:
/// `it is 54 percent; in January it was 61`.
pub(super) fn take_time_of_now(corpus: &Corpus, statements: &mut [Statement]) {
    let is_now = |statement: &&Statement| matches!(statement.time, Some(OwnTime::Now(_)));
    let now: BTreeSet<String> = statements.iter().filter(is_now).map(|statement| value_key(&statement.value)).collect();
    let timeless = statements.iter_mut().filter(|statement| !now.is_empty() && is_timeless(statement));
    for statement in timeless.filter(|statement| now.contains(&value_key(&statement.value))) {
        statement.time = printed(corpus, statement).map(OwnTime::Now);
    }
}

/// Gives what has no time that of its article, where another statement is of years before its own:
/// of a count only where one article sets the two beside each other, since a retrospect gives
/// the year of what others tell without it.
pub(super) fn take_time_of_print(kind: Kind, corpus: &Corpus, statements: &mut [Statement]) {
    let is_past = |statement: &&Statement| {
        let (Some(time), Some(day)) = (&statement.time, printed(corpus, statement)) else { return false };
        let is_beside = |other: &Statement| {
            other.article == statement.article && is_timeless(other) && other.value != statement.value
        };
        time.is_long_before(day) && (kind != Kind::Count || statements.iter().any(is_beside))
    };
    if !statements.iter().any(|statement| is_past(&statement)) {
        return;
    }
    let times: Vec<Option<OwnTime>> = statements
        .iter()
        .map(|statement| printed(corpus, statement).filter(|_| is_timeless(statement)).map(OwnTime::Printed))
        .collect();
    for (statement, time) in statements.iter_mut().zip(times) {
        if time.is_some() {
            statement.time = time;
        }
    }
}

/// Gives what has no time the day of its article, where another value is told to be of a later one: 14 on Tuesday are none of
/// the 62 `as of noon` on Thursday.
pub(super) fn take_day_before(corpus: &Corpus, statements: &mut [Statement]) {
    // What is to come is of no day yet.
    let has_come = |statement: &&Statement| {
        let Some(OwnTime::At(moment)) = &statement.time else { return false };
        let last = moment.last_day().filter(|_| moment.precision >= Precision::Day);
        last.zip(printed(corpus, statement)).is_some_and(|(last, day)| last <= day)
    };
    let dated = statements.iter().filter(has_come);
    let times: Vec<OwnTime> = dated.filter_map(|statement| statement.time.clone()).collect();
    let timeless = statements.iter_mut().filter(|statement| !times.is_empty() && is_timeless(statement));
    for statement in timeless {
        let day = printed(corpus, statement).filter(|&day| times.iter().any(|time| time.is_after(day)));
        statement.time = day.map(OwnTime::By);
    }
}

/// Whether all that two positions are stated of lies apart.
pub(super) fn are_apart(a: &Position, b: &Position) -> bool {
    // What was printed before may have grown to what there was then; what is less then, was never so many.
    let may_be = |before: &Position, then: &Position| order_of(&before.value, &then.value) == Some(Ordering::Less);
    let fits = |time: &OwnTime, other: &OwnTime| match (time, other) {
        (OwnTime::By(_), _) => may_be(a, b),
        (_, OwnTime::By(_)) => may_be(b, a),
        _ => true,
    };
    let apart = |time: &OwnTime| b.times.iter().all(|other| time.is_apart(other) && fits(time, other));
    !a.times.is_empty() && !b.times.is_empty() && a.times.iter().all(apart)
}

/// Whether two positions are of one and the same time.
pub(super) fn are_same(a: &Position, b: &Position) -> bool {
    a.times.len() == 1 && a.times == b.times
}

/// Forgets the times of positions that they do not tell apart, and of what these rest on.
pub(super) fn keep_telling(positions: &mut [Position], mentions: &mut [Mention]) {
    let timed: Vec<&Position> = positions.iter().filter(|position| !position.times.is_empty()).collect();
    let answers = |a: &Position, b: &Position| a.window.is_some() != b.window.is_some() && are_same(a, b);
    let tells = |at: usize| timed[at + 1..].iter().any(|b| are_apart(timed[at], b) || answers(timed[at], b));
    if (0..timed.len()).any(tells) {
        return;
    }
    positions.iter_mut().for_each(|position| position.times.clear());
    mentions.iter_mut().for_each(|mention| mention.time = None);
}

/// The times of a position: `Jan 2022`, `12:00`, `the end`.
#[must_use]
pub fn times_in_words(times: &[OwnTime]) -> String {
    let words: Vec<String> = times.iter().map(time_in_words).collect();
    super::words::list_in_words(&words, NAMED)
}

/// How many times are named.
const NAMED: usize = 3;

/// A time of a value: `3 Jan 2022`, `12:00`, `the end`.
#[must_use]
pub fn time_in_words(time: &OwnTime) -> String {
    match time {
        OwnTime::At(moment) => moment_in_words(moment),
        OwnTime::Clock(minute) => format!("{:02}:{:02}", minute / 60, minute % 60),
        OwnTime::Interim => "before the end".to_owned(),
        OwnTime::Final => "the end".to_owned(),
        OwnTime::Thing => "any time".to_owned(),
        OwnTime::SoFar(day) => format!("up to {}", date_in_words(*day)),
        OwnTime::Now(day) | OwnTime::Printed(day) | OwnTime::By(day) => {
            format!("when it was printed, {}", date_in_words(*day))
        }
    }
}
