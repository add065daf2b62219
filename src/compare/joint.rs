//! Statements that cannot all be true although no two of them are about the
//! same period.
//!
//! A topic's positions are taken as tallies over time. What is told is a
//! smallest set of statements that no history makes true, with the sum that
//! proves it; sets that share a statement hang together and are told once.
//! Where the periods are the parts of a longer one the finding is a
//! `sum-conflict`.
//!
//! ```text
//! Associated Press says 11 calls for 7 Feb to 7 Mar 2022, the Élysée 8 for Dec 2021 to 3 May 2022: the shorter
//! period lies within the longer one, they cannot both be right
//! ```

use super::dates::{edge_in_words, period_in_words};
use super::sums::SUM_CONFLICT;
use super::table::Table;
use super::timeline::explain::{Model, find_explanations};
use super::timeline::solver::{Arc, Weight};
use super::timeline::tally::{Reach, Tally, pairs_of_tallies};
use super::words::{list_in_words, number_in_words, plural, unit_of};
use super::{Finding, Position, Rule, Severity};
use crate::value::{Number, Value};
use std::collections::BTreeSet;

/// No pair conflicts, the set cannot all be true.
pub static JOINT_CONFLICT: Rule = Rule {
    id: "joint-conflict",
    severity: Severity::Conflict,
    summary: "statements about different periods cannot all be true together",
    page: include_str!("../../docs/rules/joint-conflict.md"),
};

/// How many proofs a finding spells out.
const PROOFS: usize = 3;

/// Finds statements that cannot all be true.
pub(super) fn find_joint_conflicts(table: &Table<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for tallies in table.tallies.iter().map(Vec::as_slice) {
        let nested = pairs_of_tallies(tallies, table.nested.iter().copied());
        // Nor do those contradict each other that time has settled.
        let told = table.told().chain(table.outdated.keys().copied());
        let told = pairs_of_tallies(tallies, told).union(&nested).copied().collect();
        let mut sets: Vec<Vec<usize>> = nested.into_iter().map(|(a, b)| vec![a, b]).collect();
        sets.extend(find_explanations(&tallies, &told));
        for sets in gather(sets) {
            let finding = tell(table, tallies, &sets);
            // Facets that some leave out can bring one set up twice.
            if findings.iter().all(|told| told.fingerprint != finding.fingerprint) {
                findings.push(finding);
            }
        }
    }
    findings
}

/// Sets that hang together by a statement, smallest first.
fn gather(mut sets: Vec<Vec<usize>>) -> Vec<Vec<Vec<usize>>> {
    sets.sort_by_key(|set| (set.len(), set.clone()));
    let mut groups: Vec<Vec<Vec<usize>>> = Vec::new();
    for set in sets {
        let touches = |group: &Vec<Vec<usize>>| group.iter().flatten().any(|member| set.contains(member));
        let (mut near, far): (Vec<_>, Vec<_>) = groups.into_iter().partition(touches);
        near.push(vec![set]);
        groups = far;
        groups.push(near.into_iter().flatten().collect());
    }
    groups.sort();
    groups
}

fn tell(table: &Table<'_>, tallies: &[Tally], sets: &[Vec<usize>]) -> Finding {
    let involved: BTreeSet<usize> = sets.iter().flatten().map(|&at| tallies[at].position).collect();
    let proofs: Vec<Proof<'_>> = sets.iter().take(PROOFS).map(|set| Proof::new(table, tallies, set)).collect();
    let whole = sets.first().and_then(|set| whole_of_parts(tallies, set));
    let rule = if whole.is_some() { &SUM_CONFLICT } else { &JOINT_CONFLICT };
    let message = match (proofs.first(), whole) {
        (Some(proof), Some(whole)) => proof.say_sum(whole),
        (Some(proof), None) => proof.say(),
        (None, _) => String::new(),
    };
    let mut finding = table.finding(rule, &involved, message);
    finding.detail.extend(proofs.iter().flat_map(Proof::steps));
    if sets.len() > proofs.len() {
        finding.detail.push(format!("and {} more such sets", sets.len() - proofs.len()));
    }
    finding
}

/// The tally that the others of a set make up, one after another; two edges
/// meet at one border, or share a day.
fn whole_of_parts(tallies: &[Tally], set: &[usize]) -> Option<usize> {
    let meets = |a: Reach, b: Reach| a.first <= b.last + 1 && b.first <= a.last + 1;
    let is_whole = |&&whole: &&usize| {
        let mut parts: Vec<&Tally> = set.iter().filter(|&&at| at != whole).map(|&at| &tallies[at]).collect();
        parts.sort_by_key(|part| (part.from, part.to));
        let joined = parts.windows(2).all(|pair| meets(pair[0].to, pair[1].from));
        let ends = parts.first().zip(parts.last());
        joined && ends.is_some_and(|(first, last)| first.from == tallies[whole].from && last.to == tallies[whole].to)
    };
    if set.len() < 3 { None } else { set.iter().find(is_whole).copied() }
}

/// A set of statements that cannot all be true, and the sum that shows it.
struct Proof<'r> {
    table: &'r Table<'r>,
    tallies: &'r [Tally],
    set: Vec<usize>,
    /// What must have been at least, and by whom: indices of tallies.
    least: Vec<usize>,
    /// What can have been at most.
    most: Vec<usize>,
}

impl<'r> Proof<'r> {
    fn new(table: &'r Table<'r>, tallies: &'r [Tally], set: &[usize]) -> Self {
        let cycle = tallies.contradiction(set).unwrap_or_default();
        let takes = |arc: &&Arc| arc.most < Weight::default();
        let of = |arc: &Arc| arc.of;
        let least = cycle.iter().filter(takes).filter_map(of).collect();
        let most = cycle.iter().filter(|arc| !takes(arc)).filter_map(of).collect();
        Self { table, tallies, set: set.to_vec(), least, most }
    }

    fn position(&self, at: usize) -> &Position {
        &self.table.positions[self.tallies[at].position]
    }

    fn who(&self, at: usize) -> String {
        self.table.who(self.position(at))
    }

    fn period(&self, at: usize) -> String {
        period_in_words(self.position(at).window.as_ref())
    }

    fn least_of(&self, at: usize) -> Number {
        self.tallies[at].low.number
    }

    fn most_of(&self, at: usize) -> Number {
        self.tallies[at].high.map(|high| high.number).unwrap_or_default()
    }

    fn say(&self) -> String {
        let ([inner], [outer]) = (self.least.as_slice(), self.most.as_slice()) else { return self.say_many() };
        let (a, b) = (self.position(*inner), self.position(*outer));
        let (more, fewer) = (self.table.value(&a.value), self.table.bare_value(&b.value));
        let (who, other) = (self.who(*inner), self.who(*outer));
        let say = super::words::verb_for(&who, "says", "say");
        let whom = if who == other { String::new() } else { format!("{other} ") };
        let begin_alike = self.tallies[*inner].from == self.tallies[*outer].from;
        if self.table.topic.since.is_some() && begin_alike {
            let until =
                |position: &Position| position.window.map(|window| edge_in_words(&window.to)).unwrap_or_default();
            let (before, after) = (until(a), until(b));
            return format!(
                "{who} {say} {more} up to {before}, {whom}{fewer} up to {after}: what only grows has fallen"
            );
        }
        let (short, long) = (self.period(*inner), self.period(*outer));
        format!(
            "{who} {say} {more} for {short}, {whom}{fewer} for {long}: the shorter period lies within the longer one, they cannot both be right"
        )
    }

    fn say_many(&self) -> String {
        let said: Vec<String> = self.set.iter().map(|&at| self.named(at)).collect();
        let (least, most) = (self.sum(&self.least, Self::least_of), self.sum(&self.most, Self::most_of));
        format!(
            "{} cannot all be right: together they need at least {} where there were at most {}",
            list_in_words(&said, 6),
            self.with_unit(least),
            number_in_words(most)
        )
    }

    /// `60 and 14 calls make 74, not the 80 of …`.
    fn say_sum(&self, whole: usize) -> String {
        let parts: Vec<String> = self.set.iter().filter(|&&at| at != whole).map(|&at| self.named(at)).collect();
        let total = self.with_unit_of(&self.position(whole).value);
        let (who, period) = (self.who(whole), self.period(whole));
        let over = self.least.contains(&whole);
        let (sum, which) = if over {
            (self.sum(&self.most, Self::most_of), "at most")
        } else {
            (self.sum(&self.least, Self::least_of), "at least")
        };
        let sum = number_in_words(sum);
        format!(
            "{} make {which} {sum}, not the {total} that {who} {} for {period}",
            list_in_words(&parts, 6),
            self.gives(&who)
        )
    }

    fn gives(&self, who: &str) -> &'static str {
        super::words::verb_for(who, "gives", "give")
    }

    /// `14 (the Kremlin, 24 Feb 2022 to Oct 2022)`.
    fn named(&self, at: usize) -> String {
        format!("{} ({}, {})", self.table.bare_value(&self.position(at).value), self.who(at), self.period(at))
    }

    fn sum(&self, of: &[usize], many: impl Fn(&Self, usize) -> Number) -> Number {
        of.iter().fold(Number::ZERO, |sum, &at| sum.saturating_add(many(self, at)))
    }

    fn with_unit(&self, number: Number) -> String {
        match unit_of(self.table.topic) {
            Some(unit) => format!("{} {}", number_in_words(number), plural(unit)),
            None => number_in_words(number),
        }
    }

    fn with_unit_of(&self, value: &Value) -> String {
        self.table.value(value)
    }

    /// The proof, line by line, to be read aloud.
    fn steps(&self) -> Vec<String> {
        let line = |which: &str, number: Number, at: usize| {
            format!("{which} {} over {}, says {}", self.with_unit(number), self.period(at), self.who(at))
        };
        let mut steps: Vec<String> = self.least.iter().map(|&at| line("at least", self.least_of(at), at)).collect();
        steps.extend(self.most.iter().map(|&at| line("at most", self.most_of(at), at)));
        let terms = |of: &[usize], many: &dyn Fn(usize) -> Number| {
            of.iter().map(|&at| number_in_words(many(at))).collect::<Vec<_>>().join(" + ")
        };
        let (least, most) = (self.sum(&self.least, Self::least_of), self.sum(&self.most, Self::most_of));
        let summed = |sum: Number, terms: String, of: &[usize]| {
            if of.len() > 1 { format!("{terms} = {}", number_in_words(sum)) } else { terms }
        };
        let least_terms = summed(least, terms(&self.least, &|at| self.least_of(at)), &self.least);
        let most_terms = summed(most, terms(&self.most, &|at| self.most_of(at)), &self.most);
        steps.push(format!(
            "the periods with at least {least_terms} lie within those with at most {most_terms}: no number is both"
        ));
        steps
    }
}
