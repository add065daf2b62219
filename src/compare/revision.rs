//! A claimant's later statement that replaces an earlier one.
//!
//! It takes a sign in the later text (`revised`, `now says`, `down from
//! 15,000`, `an earlier figure of 15,000`) and an order in time: who merely
//! reports another figure later may have copied it wrongly, and stays a
//! conflict. So does an article that repeats the old figure after the new one.
//! A figure that only grew replaces nothing.
//!
//! ```text
//! the police said 15,000 people on 3 May 2022 and revised it to 12,000 on 5 May 2022
//! ```

use super::dates::moment_in_words;
use super::pairs::Pair;
use super::relation::compare_values;
use super::table::Table;
use super::{Finding, Position, Relation, Rule, Severity};
use crate::claims::Topic;
use crate::corpus::Corpus;
use crate::matching::Mention;
use crate::value::{Moment, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A claimant's later statement replaces an earlier one.
pub static REVISION: Rule = Rule {
    id: "revision",
    severity: Severity::Note,
    summary: "a claimant has replaced an earlier value by a later one",
    page: include_str!("../../docs/rules/revision.md"),
};

/// That one position of a claimant replaces another: indices of positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Revision {
    /// What was said first.
    pub(super) old: usize,
    /// What replaces it.
    pub(super) new: usize,
}

/// What a topic's positions rest on.
pub(super) struct Grounds<'r> {
    pub(super) corpus: &'r Corpus,
    pub(super) topic: &'r Topic,
    pub(super) mentions: &'r [Mention],
    pub(super) positions: &'r [Position],
}

/// The revisions among some pairs, also over several steps.
pub(super) fn find_revisions(grounds: &Grounds<'_>, pairs: &[Pair]) -> BTreeSet<Revision> {
    let mut found = BTreeSet::new();
    for pair in pairs.iter().filter(|pair| pair.disjoint) {
        let same = |pair: &Pair| grounds.positions[pair.a].is_of_speaker(&grounds.positions[pair.b]);
        let ways = [Revision { old: pair.a, new: pair.b }, Revision { old: pair.b, new: pair.a }];
        found.extend(
            ways.into_iter()
                .filter(|way| same(pair) && grounds.replaces(*way, pair.relation == Relation::Conflict || pair.timed)),
        );
    }
    close_over_steps(pairs, &mut found);
    let confirmed = grounds.confirmed(pairs, &found);
    found.extend(confirmed);
    found
}

/// 20, revised to 15, revised to 12: 12 replaces 20 too.
fn close_over_steps(pairs: &[Pair], found: &mut BTreeSet<Revision>) {
    let disjoint: BTreeSet<(usize, usize)> =
        pairs.iter().filter(|pair| pair.disjoint).map(|pair| (pair.a, pair.b)).collect();
    loop {
        let mut more = Vec::new();
        for first in found.iter() {
            let from = Revision { old: first.new, new: 0 };
            for next in found.range(from..).take_while(|next| next.old == first.new) {
                let (old, new) = (first.old, next.new);
                if disjoint.contains(&(old.min(new), old.max(new))) && !found.contains(&Revision { old, new }) {
                    more.push(Revision { old, new });
                }
            }
        }
        if more.is_empty() {
            return;
        }
        found.extend(more);
    }
}

/// What replaces a position.
pub(super) fn replacements(found: &BTreeSet<Revision>, old: usize) -> impl Iterator<Item = usize> {
    found.range(Revision { old, new: 0 }..).take_while(move |way| way.old == old).map(|way| way.new)
}

impl Grounds<'_> {
    fn replaces(&self, way: Revision, comparable: bool) -> bool {
        let (old, new) = (&self.positions[way.old], &self.positions[way.new]);
        if !self.is_of_outlet(old, new) {
            return false;
        }
        // Where the scopes differ in more than the time of saying, a new value is one more figure unless it
        // names the one that it replaces or counts from the same day, and is not
        // what has been added since.
        let begins = |position: &Position| position.window.map(|window| window.from);
        let counts_on = begins(old).zip(begins(new)).is_some_and(|(old, new)| old.meets(&new) == Some(true));
        let shrinks = !is_greater(&new.value, &old.value);
        // Each is asked for once: a position may have very many mentions.
        let recalled: BTreeSet<usize> =
            self.of(old).filter(|old| old.stance.is_superseded).map(|old| old.article).collect();
        let stated = self.stated(new);
        stated.iter().any(|mention| match self.sign(mention, old, &recalled) {
            Some(is_named) => {
                (comparable || (is_named || counts_on) && shrinks && old.facets == new.facets)
                    && self.is_later(mention, way, is_named)
            }
            None => false,
        })
    }

    /// What has been replaced is replaced by every later value that fits the new
    /// one: 9,000, revised to 15,000, and `about 15,000` two days later.
    fn confirmed(&self, pairs: &[Pair], found: &BTreeSet<Revision>) -> Vec<Revision> {
        let fits = |a: usize, b: usize| {
            let wanted = (a.min(b), a.max(b));
            let at = pairs.binary_search_by_key(&wanted, |pair| (pair.a, pair.b));
            at.is_ok_and(|at| matches!(pairs[at].relation, Relation::Agree | Relation::Compatible))
        };
        let is_confirmed = |way: &Revision| {
            let (old, new) = (&self.positions[way.old], &self.positions[way.new]);
            let news = replacements(found, way.old);
            old.is_of_voice(new)
                && self.is_of_outlet(old, new)
                && news.into_iter().any(|known| fits(known, way.new))
                && !new.mentions.is_empty()
                && self.of(new).all(|mention| self.is_later(mention, *way, true))
        };
        let conflicts = pairs.iter().filter(|pair| pair.relation == Relation::Conflict && !found.is_empty());
        let ways =
            conflicts.flat_map(|pair| [Revision { old: pair.a, new: pair.b }, Revision { old: pair.b, new: pair.a }]);
        ways.filter(is_confirmed).collect()
    }

    /// Whether a mention says that it replaces an earlier value, and whether
    /// that value is named: `recalled` are the articles that only recall it. `None` where it says so of another value.
    fn sign(&self, mention: &Mention, old: &Position, recalled: &BTreeSet<usize>) -> Option<bool> {
        let same = |value: &Value| {
            matches!(compare_values(self.topic.kind, value, &old.value), Some(Relation::Agree | Relation::Compatible))
        };
        if recalled.contains(&mention.article) {
            return Some(true);
        }
        match mention.stance.revises.as_ref()?.from.as_ref() {
            Some(from) => same(from).then_some(true),
            None => Some(false),
        }
    }

    /// Whether everybody who states the old value did so before a mention of
    /// the new one, and nobody stated the new one before.
    fn is_later(&self, mention: &Mention, way: Revision, is_named: bool) -> bool {
        let (old, new) = (&self.positions[way.old], &self.positions[way.new]);
        let Some(day) = self.published(mention.article) else { return false };
        let before = |other: &Mention| {
            other.article != mention.article
                && self.published(other.article).is_some_and(|then| match (then.last_day(), day.first_day()) {
                    (Some(last), Some(first)) => last < first || is_named && last == first,
                    _ => false,
                })
        };
        let undated = |position: &Position| self.of(position).count() == 0;
        let earlier = self.stated(old);
        let known = !undated(old) || is_named;
        let last_old = earlier.iter().filter_map(|old| self.published(old.article).and_then(Moment::first_day)).max();
        let first_new = |new: &&Mention| {
            let new = self.published(new.article).and_then(Moment::last_day);
            new.zip(last_old).is_none_or(|(new, old)| new >= old)
        };
        // Another outlet may have had the right figure all the time.
        let outlets = self.outlets(old);
        let is_own = |other: &&&Mention| old.claimant.is_some() || outlets.contains(&self.outlet(other.article));
        known && earlier.iter().all(|other| before(other)) && self.stated(new).iter().filter(is_own).all(first_new)
    }

    pub(super) fn of<'e>(&'e self, position: &'e Position) -> impl Iterator<Item = &'e Mention> {
        position.mentions.iter().map(|&at| &self.mentions[at])
    }

    /// The mentions that state a position and do not only recall it.
    fn stated<'e>(&'e self, position: &'e Position) -> Vec<&'e Mention> {
        self.of(position).filter(|mention| !mention.stance.is_superseded).collect()
    }

    pub(super) fn published(&self, article: usize) -> Option<&Moment> {
        self.corpus.articles.get(article)?.front.published_on.as_ref()
    }

    fn outlet(&self, article: usize) -> Option<&String> {
        self.corpus.articles[article].front.outlet.as_ref()
    }

    pub(super) fn outlets(&self, position: &Position) -> BTreeSet<Option<&String>> {
        position.articles.iter().map(|&article| self.outlet(article)).collect()
    }

    /// Whether one outlet states both, where they are stated in nobody else's name.
    fn is_of_outlet(&self, old: &Position, new: &Position) -> bool {
        old.claimant.is_some() || self.outlets(old).is_subset(&self.outlets(new))
    }

    /// The first day on which a position is stated, and in words.
    fn first_stated(&self, position: &Position) -> Option<&Moment> {
        let days = self.stated(position).into_iter().filter_map(|mention| self.published(mention.article));
        days.min_by_key(|day| (day.first_day(), day.last_day()))
    }
}

fn is_greater(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Amount(a), Value::Amount(b)) => match (a.interval.low.value(), b.interval.high.value()) {
            (Some(low), Some(high)) => low >= high,
            _ => false,
        },
        _ => false,
    }
}

/// Tells every revision, one finding a claimant.
pub(super) fn find_revised(table: &Table<'_>) -> Vec<Finding> {
    let mut chains: BTreeMap<&Option<String>, BTreeSet<usize>> = BTreeMap::new();
    for revision in &table.revisions {
        chains.entry(&table.positions[revision.old].claimant).or_default().extend([revision.old, revision.new]);
    }
    chains.values().flat_map(|chain| chain_by_step(table, chain)).collect()
}

/// A claimant may have revised several figures of different scopes: each run
/// of revisions that hang together is told by itself.
fn chain_by_step(table: &Table<'_>, chain: &BTreeSet<usize>) -> Vec<Finding> {
    let mut rest = chain.clone();
    let mut findings = Vec::new();
    while let Some(first) = rest.pop_first() {
        let mut run = BTreeSet::from([first]);
        loop {
            let near = |revision: &&Revision| run.contains(&revision.old) != run.contains(&revision.new);
            let Some(next) = table.revisions.iter().find(near) else { break };
            run.extend([next.old, next.new]);
        }
        rest.retain(|at| !run.contains(at));
        findings.push(table.finding(&REVISION, &run, say_run(table, &run)));
    }
    findings
}

/// Why two positions of which one replaces the other are no conflict.
pub(super) fn say_revision(table: &Table<'_>, revision: Revision) -> String {
    say_run(table, &BTreeSet::from([revision.old, revision.new]))
}

fn say_run(table: &Table<'_>, run: &BTreeSet<usize>) -> String {
    // What is replaced by more of the others came first.
    let mut order: Vec<usize> = run.iter().copied().collect();
    let replaced = |at: usize| replacements(&table.revisions, at).filter(|new| run.contains(new)).count();
    let grounds = table.grounds();
    let day = |at: usize| grounds.first_stated(&table.positions[at]).and_then(Moment::first_day);
    order.sort_by_key(|&at| (std::cmp::Reverse(replaced(at)), day(at), at));
    let when = |at: usize| match grounds.first_stated(&table.positions[at]) {
        Some(day) if day.first_day() == day.last_day() => format!(" on {}", moment_in_words(day)),
        Some(time) => format!(" in {}", moment_in_words(time)),
        None => " earlier".to_owned(),
    };
    let who = table.who(&table.positions[order[0]]);
    let mut said = format!("{who} said {}{}", table.value(&table.positions[order[0]].value), when(order[0]));
    let mut verb = " and revised it to ";
    for step in order.windows(2) {
        let replaces = table.revisions.contains(&Revision { old: step[0], new: step[1] });
        let value = table.bare_value(&table.positions[step[1]].value);
        // What stands beside another first value replaces nothing yet.
        said += &format!("{}{value}{}", if replaces { verb } else { " and " }, when(step[1]));
        verb = if replaces { ", then to " } else { verb };
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions_in_steps_reach_from_the_first_to_the_last() {
        let pair = |a, b| Pair { a, b, relation: Relation::Conflict, disjoint: true, timed: false };
        let pairs = [pair(0, 1), pair(1, 2), pair(0, 2), pair(2, 3)];
        let mut found = BTreeSet::from([Revision { old: 2, new: 1 }, Revision { old: 1, new: 0 }]);
        close_over_steps(&pairs, &mut found);
        assert!(found.contains(&Revision { old: 2, new: 0 }));
        assert_eq!(found.len(), 3);
    }
}
