//! What had been counted up to a day that a text gives, and what has been counted up to the printing of another.
//!
//! A sum that has been paid, and any tally, only grows: the smaller one, up to an end that lies well before, and the greater
//! one, as it now is, may both be true. A smaller one later cannot, and what was printed in the days after that end may be
//! the same news.
//!
//! ```text
//! 362 had been paid by the end of 2024 | 410 has been paid (June 2025)     of other times
//! 362 had been paid by the end of 2024 | 340 has been paid (June 2025)     a conflict
//! 362 had been paid by the end of May  | 410 has been paid (2 June)        a conflict
//! 362 had been paid by the end of 2024 | 410 was to be paid (June 2025)    a conflict
//! ```

use super::Position;
use super::dates::moment_in_words;
use super::outdated::{Outdated, first_day};
use super::pairs::Pair;
use super::relation::order_of;
use super::revision::Grounds;
use crate::matching::OwnTime;
use crate::matching::stance::Turn;
use crate::value::{Kind, Moment};
use std::cmp::Ordering;

/// For so many days what is told may be the news of that day.
const NEWS: i32 = 7;

/// That one position of a pair is what things had come to well before the other. `times` are those of the mentions.
pub(super) fn find_reached(grounds: &Grounds<'_>, times: &[Option<Moment>], pair: &Pair) -> Option<Outdated> {
    if !matches!(grounds.topic.kind, Kind::Count | Kind::Money | Kind::Quantity) {
        return None;
    }
    let (a, b) = (&grounds.positions[pair.a], &grounds.positions[pair.b]);
    let is_first = order_of(&a.value, &b.value)? == Ordering::Less;
    let (old, new) = if is_first { (a, b) } else { (b, a) };
    let (end, told) = (end_of(grounds, times, old)?, day_of(grounds, times, new)?);
    let apart = end.last_day()?.until(told.first_day()?).ok()?.get_days();
    let (first, last) = (moment_in_words(end), moment_in_words(told));
    let times = if is_first { [first, last] } else { [last, first] };
    (apart > NEWS).then_some(Outdated::Moved { times, old: None })
}

/// The last time up to which a position is said to hold, where every text of it gives one.
fn end_of<'t>(grounds: &Grounds<'_>, times: &'t [Option<Moment>], position: &Position) -> Option<&'t Moment> {
    first_day(grounds, position)?;
    let end = |at: usize| {
        let is_end = grounds.mentions[at].stance.turn == Some(Turn::SoFar);
        times.get(at)?.as_ref().filter(|_| is_end)
    };
    let ends: Vec<(usize, &Moment)> =
        position.mentions.iter().filter_map(|&at| Some((grounds.mentions[at].article, end(at)?))).collect();
    let is_told = |article: &usize| ends.iter().any(|(of, _)| of == article);
    let is_ended = |&at: &usize| end(at).is_some() || !grounds.mentions[at].stance.is_to_date;
    let all = position.articles.iter().all(is_told) && position.mentions.iter().all(is_ended);
    let ends = ends.into_iter().map(|(_, moment)| moment);
    ends.max_by_key(|moment| (moment.last_day(), moment.first_day())).filter(|_| all)
}

/// The first day on which a position is told, where it is told of what has been done until then.
fn day_of<'g>(grounds: &'g Grounds<'_>, times: &[Option<Moment>], position: &Position) -> Option<&'g Moment> {
    let is_now = |at: usize| {
        let mention = &grounds.mentions[at];
        let goes_on = mention.stance.turn == Some(Turn::SoFar) || mention.time == Some(OwnTime::Interim);
        mention.stance.is_to_date || goes_on
    };
    let is_timeless = |&at: &usize| times.get(at).is_some_and(Option::is_none);
    let is_told = position.mentions.iter().all(is_timeless) && position.mentions.iter().any(|&at| is_now(at));
    first_day(grounds, position).filter(|_| is_told)
}
