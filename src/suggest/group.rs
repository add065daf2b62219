//! Like statements to groups, the likest first. A group takes in a statement,
//! or another group, only while all of it stays alike: no chain leads from one
//! subject to the next.

use super::Statement;
use super::likeness::{Vector, Words, are_told_apart, dot, unit_length};
use std::collections::{BTreeMap, HashSet};

/// Two statements less like than this are about different things.
const PAIR: f64 = 0.13;
/// Two groups less like than this are about different things.
const GROUP: f64 = 0.18;

/// A statement less like the middle of its group than this has strayed in.
const STRAY: f64 = 0.3;

/// The middle of a group has no more words than this: what few of it say is
/// not what it is about, and comparing two stays cheap however large they are.
const LONGEST: usize = 64;

/// A group of statements.
#[derive(Clone, Debug)]
pub struct Group {
    /// Their indices, in order.
    pub statements: Vec<usize>,
    /// How like they are to their middle, 0 to 1.
    pub likeness: f64,
}

/// Gathers statements into groups of two and more.
#[must_use]
pub fn gather(statements: &[Statement], words: &Words) -> Vec<Group> {
    let mut group_of: Vec<usize> = (0..statements.len()).collect();
    let mut sentences: Vec<Sentences> = (0..statements.len()).map(|at| Sentences::of(statements, at)).collect();
    // Groups only grow: what is told apart stays so.
    let mut apart: HashSet<(usize, usize)> = HashSet::new();
    let mut groups: Vec<(Vec<usize>, Vector)> =
        words.vectors.iter().enumerate().map(|(at, vector)| (vec![at], vector.clone())).collect();
    for (_, a, b) in words.pairs(statements, PAIR) {
        let (a, b) = (group_of[a], group_of[b]);
        if a == b {
            continue;
        }
        if apart.contains(&(a.min(b), a.max(b))) || dot(&middle(&groups[a].1), &middle(&groups[b].1)) < GROUP {
            continue;
        }
        if sentences[a].tell_apart(&sentences[b], statements) {
            apart.insert((a.min(b), a.max(b)));
            continue;
        }
        let (into, from) = if groups[a].0.len() >= groups[b].0.len() { (a, b) } else { (b, a) };
        let (members, vector) = std::mem::take(&mut groups[from]);
        members.iter().for_each(|&member| group_of[member] = into);
        groups[into].0.extend(members);
        let taken = std::mem::take(&mut sentences[from]);
        sentences[into].take_in(taken);
        groups[into].1 = sum(&groups[into].1, &vector);
    }
    let grown = groups.into_iter().filter(|(members, _)| members.len() > 1);
    let made = grown.map(|(mut members, vector)| {
        members.sort_unstable();
        let middle = middle(&vector);
        members.retain(|&member| dot(&words.vectors[member], &middle) >= STRAY);
        let total: f64 = members.iter().map(|&member| dot(&words.vectors[member], &middle)).sum();
        let likeness = total / f64::from(u32::try_from(members.len()).unwrap_or(u32::MAX));
        Group { statements: members, likeness }
    });
    made.collect()
}

/// The statements of a group by article and sentence.
#[derive(Clone, Debug, Default)]
struct Sentences(BTreeMap<(usize, usize), Vec<usize>>);

impl Sentences {
    fn of(statements: &[Statement], at: usize) -> Self {
        Self(BTreeMap::from([((statements[at].article, statements[at].sentence.start), vec![at])]))
    }

    /// Whether a sentence tells something of the one group apart from something
    /// of the other.
    fn tell_apart(&self, other: &Self, statements: &[Statement]) -> bool {
        let (few, many) = if self.0.len() < other.0.len() { (self, other) } else { (other, self) };
        let mut shared = few.0.iter().filter_map(|(sentence, here)| Some((here, many.0.get(sentence)?)));
        shared.any(|(here, there)| {
            here.iter().any(|&a| there.iter().any(|&b| are_told_apart(&statements[a], &statements[b])))
        })
    }

    fn take_in(&mut self, other: Self) {
        for (sentence, mut statements) in other.0 {
            self.0.entry(sentence).or_default().append(&mut statements);
        }
    }
}

fn middle(vector: &[(u32, f64)]) -> Vector {
    let mut middle = vector.to_vec();
    unit_length(&mut middle);
    middle
}

fn sum(a: &[(u32, f64)], b: &[(u32, f64)]) -> Vector {
    let mut both: BTreeMap<u32, f64> = BTreeMap::new();
    for &(word, weight) in a.iter().chain(b) {
        *both.entry(word).or_default() += weight;
    }
    let mut both: Vector = both.into_iter().collect();
    if both.len() > LONGEST {
        both.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        both.truncate(LONGEST);
        both.sort_by_key(|(word, _)| *word);
    }
    both
}
