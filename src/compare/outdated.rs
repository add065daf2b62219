//! Conflicts that time has settled: of a figure that its claimant has given up with one that agrees
//! with the new figure, and of a figure with a later one that is said to have risen or fallen to
//! where it is.
//!
//! It asks for a sign in a text, and for an order in time: a figure that is merely higher in a
//! later article is a conflict, and so is a lower one that is stated again after it has risen.
//!
//! ```text
//! we earlier reported 12, the number is 15 | elsewhere 15        the 12 are given up
//! 20 came so far today (2 March)           | 46 came on 2 March
//! the toll is 7 (2 March)                  | the toll rises to 9 (3 March)
//! 37 are missing (2 March)                 | 9 are still missing (3 March)
//! 7 have died (2 March)                    | the toll stood at 9 on 3 March (4 March)
//! 362 had been paid by the end of 2024     | 410 has been paid (June 2025)
//! ```

use super::dates::{date_in_words, moment_in_words};
use super::own_times::time_in_words;
use super::pairs::Pair;
use super::reached::find_reached;
use super::relation::{compare_values, order_of};
use super::revision::{Grounds, Revision, replacements};
use super::{Position, Relation};
use crate::matching::stance::Turn;
use crate::matching::{Mention, OwnTime};
use crate::value::{Kind, Moment, Value};
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Before this hour an entry may be of the night that began before midnight.
const SMALL_HOURS: u16 = 6 * 60;
/// From this hour on it may be of the night that goes on past midnight.
const EVENING: u16 = 18 * 60;
/// The minutes of a day.
const DAY: u16 = 24 * 60;

/// Why a pair is no conflict any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outdated {
    /// One of the two has been replaced by what the other agrees with.
    GivenUp(Revision),
    /// The later of the two is where the earlier has come to.
    Moved {
        /// The times of the first and of the second position, in words.
        times: [String; 2],
        /// The earlier, where one text has both and gives it up for the later.
        old: Option<usize>,
    },
}

/// The conflicts that are none, by their positions, the lower index first. `times` are those of the mentions.
pub(super) fn find_outdated(
    grounds: &Grounds<'_>,
    times: &[Option<Moment>],
    pairs: &[Pair],
    revisions: &BTreeSet<Revision>,
) -> BTreeMap<(usize, usize), Outdated> {
    let mut found = BTreeMap::new();
    let turned = grounds.mentions.iter().enumerate().filter(|(_, mention)| mention.stance.turn.is_some());
    let turned: Vec<(usize, &Mention)> = turned.collect();
    for pair in pairs.iter().filter(|pair| pair.relation == Relation::Conflict) {
        let ways = [(pair.a, pair.b), (pair.b, pair.a)];
        let mut given_up = ways.into_iter().filter(|(old, other)| is_anothers(grounds, *old, *other));
        let given_up = given_up.find_map(|(old, other)| given_up_for(pairs, revisions, old, other));
        let moved = || {
            let moved = || moved(grounds, times, &turned, pair).or_else(|| by_entry(grounds, pair));
            let moved = within_day(grounds, pair).or_else(moved);
            moved.or_else(|| find_reached(grounds, times, pair))
        };
        if let Some(outdated) = given_up.map(Outdated::GivenUp).or_else(moved) {
            found.insert((pair.a, pair.b), outdated);
        }
    }
    found
}

/// Whether a position is of somebody else: what one claimant says one after another is for
/// [`revision`](super::revision).
fn is_anothers(grounds: &Grounds<'_>, old: usize, other: usize) -> bool {
    let (old, other) = (&grounds.positions[old], &grounds.positions[other]);
    let is_outlets = || old.claimant.is_none() && grounds.outlets(old).is_disjoint(&grounds.outlets(other));
    old.claimant != other.claimant || is_outlets()
}

/// That a position has been replaced for good by one that another agrees with.
fn given_up_for(pairs: &[Pair], revisions: &BTreeSet<Revision>, old: usize, other: usize) -> Option<Revision> {
    let agrees = |new: usize| {
        let wanted = (new.min(other), new.max(other));
        let at = pairs.binary_search_by_key(&wanted, |pair| (pair.a, pair.b));
        at.is_ok_and(|at| matches!(pairs[at].relation, Relation::Agree | Relation::Compatible))
    };
    let is_last = |new: usize| replacements(revisions, new).next().is_none();
    let new = replacements(revisions, old).find(|&new| is_last(new) && agrees(new))?;
    Some(Revision { old, new })
}

/// That one position is stated later than the other, where one text says that the one has come to
/// be the other, or that it was what things had come to.
fn moved(
    grounds: &Grounds<'_>,
    days: &[Option<Moment>],
    turned: &[(usize, &Mention)],
    pair: &Pair,
) -> Option<Outdated> {
    // What things cost is disputed; how many there are and which share grows from day to day.
    if turned.is_empty() || !matches!(grounds.topic.kind, Kind::Count | Kind::Percent | Kind::Date | Kind::Duration) {
        return None;
    }
    let (a, b) = (&grounds.positions[pair.a], &grounds.positions[pair.b]);
    let order = match (&a.value, &b.value) {
        (Value::Date(a), Value::Date(b)) if is_before(a, b) => Ordering::Less,
        (Value::Date(_), Value::Date(_)) => Ordering::Greater,
        (a, b) => order_of(a, b)?,
    };
    let ways = [(a, b, order == Ordering::Less), (b, a, order == Ordering::Greater)];
    let is_moved = |(old, new, grown): (&Position, &Position, bool)| {
        let (Some(last), Some(first)) = (last_day(grounds, old), first_day(grounds, new)) else { return false };
        let of = |position: &Position, mention: &Mention| {
            let said = compare_values(grounds.topic.kind, &mention.value, &position.value);
            said == Some(Relation::Agree) && mention.facets == position.facets
        };
        let published = |mention: &Mention| grounds.published(mention.article);
        // Of what it is said to have come to on a day, that day is the later one, and not that of print.
        let is_later = |at: usize, turn: Turn| {
            let told = days.get(at).and_then(Option::as_ref);
            turn != Turn::Reached || told.is_some_and(|told| is_before(last, told))
        };
        let says = |(at, mention): &(usize, &Mention)| {
            let Some((turn, day)) = mention.stance.turn.zip(published(mention)) else { return false };
            let is_of_new = || is_before(last, day) && of(new, mention) && is_later(*at, turn);
            let is_of_old = || turn.goes_on() && is_before(day, first) && of(old, mention);
            turn.allows(grown) && (is_of_new() || is_of_old())
        };
        is_before(last, first) && turned.iter().any(says)
    };
    if is_of_one_day(days, a, b) || !ways.into_iter().any(is_moved) {
        return None;
    }
    let words = |position| first_day(grounds, position).map(moment_in_words);
    Some(Outdated::Moved { times: [words(a)?, words(b)?], old: None })
}

/// That one is what there was `so far today`, and the other has more for the whole of that day.
fn within_day(grounds: &Grounds<'_>, pair: &Pair) -> Option<Outdated> {
    if grounds.topic.kind != Kind::Count {
        return None;
    }
    let (a, b) = (&grounds.positions[pair.a], &grounds.positions[pair.b]);
    let is_first = order_of(&a.value, &b.value)? == Ordering::Less;
    let (old, new) = if is_first { (a, b) } else { (b, a) };
    let turn = |&at: &usize| grounds.mentions[at].stance.turn;
    let is_so_far = old.mentions.iter().all(|at| turn(at) == Some(Turn::SoFar));
    let is_whole = new.mentions.iter().all(|at| !turn(at).is_some_and(Turn::goes_on));
    let day = only_day(old).filter(|_| is_so_far && is_whole && only_day(old) == only_day(new))?;
    // On a day that is over there is no more to come.
    let is_told_then = last_day(grounds, old)?.only_day() == Some(day);
    let (told, whole) = (format!("{} so far", date_in_words(day)), date_in_words(day));
    let times = if is_first { [told, whole] } else { [whole, told] };
    is_told_then.then_some(Outdated::Moved { times, old: None })
}

/// The one day that a position is about.
fn only_day(position: &Position) -> Option<Date> {
    let window = position.window.as_ref()?;
    let (first, last) = window.from.days()?;
    (first == last && window.to.days() == Some((first, last))).then_some(first)
}

/// The days, months or years that texts give some mentions, before those are dropped that tell nothing apart.
pub(super) fn moments_of(mentions: &[Mention]) -> Vec<Option<Moment>> {
    let time = |mention: &Mention| match &mention.time {
        Some(OwnTime::At(moment)) => Some(moment.clone()),
        _ => None,
    };
    mentions.iter().map(time).collect()
}

/// Whether two positions are told of one and the same day: by then it was the one or the other.
fn is_of_one_day(days: &[Option<Moment>], a: &Position, b: &Position) -> bool {
    let of = |position: &Position| -> Option<BTreeSet<Date>> {
        position.mentions.iter().map(|&at| days.get(at)?.as_ref()?.only_day()).collect()
    };
    of(a).zip(of(b)).is_some_and(|(a, b)| a.len() == 1 && a == b)
}

/// That a live blog gives one of the two in one entry and the other in another, where both are of one voice or
/// one is its own: how many there are moves on from entry to entry.
fn by_entry(grounds: &Grounds<'_>, pair: &Pair) -> Option<Outdated> {
    if !matches!(grounds.topic.kind, Kind::Count | Kind::Percent | Kind::Quantity) {
        return None;
    }
    let (a, b) = (&grounds.positions[pair.a], &grounds.positions[pair.b]);
    let is_one_side = a.is_of_voice(b) || a.is_own_voice() || b.is_own_voice();
    let (([article], _) | (_, [article])) = (a.articles.as_slice(), b.articles.as_slice()) else { return None };
    let article = *article;
    let entries = |position: &Position| -> Option<BTreeSet<u16>> {
        let here = position.mentions.iter().map(|&at| &grounds.mentions[at]).filter(|told| told.article == article);
        here.map(|mention| mention.entry).collect::<Option<BTreeSet<u16>>>().filter(|entries| !entries.is_empty())
    };
    let (first, second) = (entries(a)?, entries(b)?);
    // A night goes on past midnight, where nothing is of the day between.
    let is_night = first.iter().chain(&second).all(|minute| *minute < SMALL_HOURS || *minute >= EVENING);
    let in_turn = |entries: BTreeSet<u16>| -> BTreeSet<u16> {
        let shift = |minute: u16| minute + if is_night && minute < SMALL_HOURS { DAY } else { 0 };
        entries.into_iter().map(shift).collect()
    };
    let (first, second) = (in_turn(first), in_turn(second));
    // What is stated again after the other has been has not moved on.
    let is_parted = first.last() < second.first() || second.last() < first.first();
    let clock = |entries: &BTreeSet<u16>| entries.first().map(|minute| time_in_words(&OwnTime::Clock(*minute % DAY)));
    let (at, old, new) = if first.first() < second.first() { (pair.a, a, b) } else { (pair.b, b, a) };
    // Others may have the later one after it, and nobody but the blog the earlier.
    let is_after = |other: &usize| {
        let days = grounds.published(article).zip(grounds.published(*other));
        *other == article || days.is_some_and(|(blog, other)| blog.first_day() <= other.first_day())
    };
    let is_known = old.articles.len() == 1 && new.articles.iter().all(is_after);
    let moved = Outdated::Moved { times: [clock(&first)?, clock(&second)?], old: Some(at) };
    (is_one_side && is_parted && is_known).then_some(moved)
}

fn is_before(old: &Moment, new: &Moment) -> bool {
    old.last_day().zip(new.first_day()).is_some_and(|(old, new)| old < new)
}

/// The first day on which a position is stated, where the day of every text is known.
pub(super) fn first_day<'g>(grounds: &'g Grounds<'_>, position: &Position) -> Option<&'g Moment> {
    days(grounds, position)?.into_iter().min_by_key(|day| (day.first_day(), day.last_day()))
}

fn last_day<'g>(grounds: &'g Grounds<'_>, position: &Position) -> Option<&'g Moment> {
    days(grounds, position)?.into_iter().max_by_key(|day| (day.last_day(), day.first_day()))
}

/// The days of publication of all texts that state a position; `None` where it rests on something else.
fn days<'g>(grounds: &'g Grounds<'_>, position: &Position) -> Option<Vec<&'g Moment>> {
    let is_told = |article: &usize| position.mentions.iter().any(|&at| grounds.mentions[at].article == *article);
    if position.mentions.is_empty() || !position.articles.iter().all(is_told) {
        return None;
    }
    position.articles.iter().map(|&article| grounds.published(article)).collect()
}
