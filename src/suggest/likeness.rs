//! How like the words of two statements are.
//!
//! A word weighs by how near it stands to the value, and by how few statements
//! of its kind have it: all of a corpus about Macron name Macron.

use super::Statement;
use super::kin::{is_faint, is_generic};
use crate::value::{Interval, Kind, Moment, Number, Value};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// So many of its words tell what a statement is about.
const LONGEST: usize = 12;
/// A statement has at most this many words by which it is looked for.
const KEYS: usize = 6;
/// Of the statements that share one, this many neighbours are compared.
const NEIGHBOURS: usize = 48;

/// Words, as numbers, each with its weight; sorted by word.
pub type Vector = Vec<(u32, f64)>;

/// The words of all statements, as numbers.
#[derive(Debug)]
pub struct Words {
    /// Of each statement: word and weight, by word, of length 1.
    pub vectors: Vec<Vector>,
}

impl Words {
    /// Weighs the words of all statements.
    #[must_use]
    pub fn new(statements: &[Statement]) -> Self {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        let mut holders: BTreeMap<(Kind, &str), f64> = BTreeMap::new();
        let mut sizes: BTreeMap<Kind, f64> = BTreeMap::new();
        for statement in statements {
            *sizes.entry(statement.kind).or_default() += 1.0;
            for word in statement.words.keys() {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                numbers.entry(word).or_insert(next);
                *holders.entry((statement.kind, word)).or_default() += 1.0;
            }
        }
        let vector = |statement: &Statement| {
            let weigh = |(word, near): (&String, &f64)| {
                let rare = (1.0 + sizes[&statement.kind] / holders[&(statement.kind, word.as_str())]).ln();
                (numbers[word.as_str()], near * rare.sqrt())
            };
            let mut vector: Vector = statement.words.iter().map(weigh).collect();
            vector.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            vector.truncate(LONGEST);
            vector.sort_by_key(|(word, _)| *word);
            unit_length(&mut vector);
            vector
        };
        Self { vectors: statements.iter().map(vector).collect() }
    }

    /// How like two statements are, 0 to 1.
    #[must_use]
    pub fn likeness(&self, statements: &[Statement], a: usize, b: usize) -> f64 {
        fits(&statements[a], &statements[b]) * dot(&self.vectors[a], &self.vectors[b])
    }

    /// Pairs of statements that share a word that tells much of either and are
    /// at least so like, each with its likeness, the likest first.
    #[must_use]
    pub fn pairs(&self, statements: &[Statement], least: f64) -> Vec<(f64, usize, usize)> {
        let keys: Vec<Vec<u32>> = self.vectors.iter().map(|vector| strongest(vector)).collect();
        let mut blocks: BTreeMap<(Kind, u32), Vec<usize>> = BTreeMap::new();
        for (at, keys) in keys.iter().enumerate() {
            keys.iter().for_each(|&word| blocks.entry((statements[at].kind, word)).or_default().push(at));
        }
        let of_one = |a: usize| {
            let mut others: Vec<usize> = Vec::new();
            for &word in &keys[a] {
                let block = &blocks[&(statements[a].kind, word)];
                // Near in the block is near in the corpus: of a large one, take steps through it.
                let rest = &block[block.partition_point(|&other| other <= a)..];
                let stride = rest.len().div_ceil(NEIGHBOURS).max(1);
                others.extend(rest.iter().step_by(stride));
            }
            others.sort_unstable();
            others.dedup();
            // Nothing makes two statements more alike than their words do.
            others.retain(|&b| dot(&self.vectors[a], &self.vectors[b]) >= least);
            let pairs = others.into_iter().map(|b| (self.likeness(statements, a, b), a, b));
            pairs.filter(|(likeness, ..)| *likeness >= least).collect::<Vec<_>>()
        };
        let found: Vec<Vec<(f64, usize, usize)>> = (0..statements.len()).into_par_iter().map(of_one).collect();
        let mut pairs: Vec<(f64, usize, usize)> = found.into_iter().flatten().collect();
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        pairs
    }
}

/// The words by which a statement is looked for.
fn strongest(vector: &[(u32, f64)]) -> Vec<u32> {
    let mut strongest = vector.to_vec();
    strongest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    strongest.into_iter().take(KEYS).map(|(word, _)| word).collect()
}

/// Whether two statements are certainly of two things: one sentence states
/// both, and each has words of its own there.
///
/// ```text
/// killed 19 people and injured more than 130
/// 184 metres high and 710 metres long
/// ```
#[must_use]
pub fn are_told_apart(a: &Statement, b: &Statement) -> bool {
    if a.article != b.article || a.sentence != b.sentence {
        return false;
    }
    let differ = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
    let has_heads = !a.heads.is_empty() && !b.heads.is_empty();
    if has_heads {
        !a.heads.iter().any(|head| b.heads.contains(head))
    } else {
        differ(&a.before, &b.before) || differ(&a.after, &b.after)
    }
}

/// Whether two statements can be of one thing at all, from 0 to 1: the same
/// sort of value, of the same sort of things, of a like size.
fn fits(a: &Statement, b: &Statement) -> f64 {
    if a.kind != b.kind || a.unit != b.unit || are_told_apart(a, b) {
        return 0.0;
    }
    let counted = if a.kind == Kind::Count { same_heads(a, b) } else { 1.0 };
    counted * like_sizes(&a.value, &b.value) * like_periods(a, b) * like_grammar(a, b)
}

/// Counts of two days are seldom of one thing; of a toll that rises they are.
fn like_periods(a: &Statement, b: &Statement) -> f64 {
    match (a.days, b.days) {
        (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0 => 0.5,
        _ => 1.0,
    }
}

/// What stands right beside a value tells what it is of: the other statement
/// should have it too.
fn like_grammar(a: &Statement, b: &Statement) -> f64 {
    let beside = |of: &'_ Statement| {
        let words = of.before.iter().chain(&of.after).chain(&of.heads);
        words.filter(|word| !is_faint(word)).cloned().collect::<Vec<String>>()
    };
    let (x, y) = (beside(a), beside(b));
    let is_shared = x.iter().any(|word| b.words.contains_key(word)) || y.iter().any(|word| a.words.contains_key(word));
    if is_shared || x.is_empty() || y.is_empty() { 1.0 } else { 0.6 }
}

fn same_heads(a: &Statement, b: &Statement) -> f64 {
    let is_open = |statement: &Statement| statement.heads.iter().all(|head| is_generic(head));
    if a.heads.iter().any(|head| b.heads.contains(head)) {
        return 1.0;
    }
    // `20th phone call` beside `spoke 60 times`: the words around must say it.
    let says = |heads: &[String], words: &BTreeMap<String, f64>| heads.iter().any(|head| words.contains_key(head));
    match (is_open(a), is_open(b)) {
        (true, true) => 0.9,
        (true, false) if says(&b.heads, &a.words) => 0.9,
        (false, true) if says(&a.heads, &b.words) => 0.9,
        (true, false) | (false, true) => 0.5,
        (false, false) if says(&a.heads, &b.words) || says(&b.heads, &a.words) => 0.6,
        (false, false) => 0.0,
    }
}

/// 58 hours and two days are of a size; 20 minutes and 25 years are not.
fn like_sizes(a: &Value, b: &Value) -> f64 {
    match (a, b) {
        (Value::Amount(a), Value::Amount(b)) => {
            let (Some(a), Some(b)) = (middle(&a.interval, a.stated), middle(&b.interval, b.stated)) else { return 1.0 };
            let decades = ((a + 1.0) / (b + 1.0)).log10().abs();
            if decades > 3.0 { 0.0 } else { 1.0 / (1.0 + 0.25 * (decades - 0.7).max(0.0)) }
        }
        (Value::Date(a), Value::Date(b)) => like_dates(a, b),
        _ => 1.0,
    }
}

fn like_dates(a: &Moment, b: &Moment) -> f64 {
    let (Some(a), Some(b)) = (a.first_day(), b.first_day()) else { return 1.0 };
    let years = f64::from(a.since(b).map_or(0, |span| span.get_days()).abs()) / 365.0;
    1.0 / (1.0 + 0.3 * years)
}

fn middle(interval: &Interval<Number>, stated: Option<Number>) -> Option<f64> {
    let number = stated.or_else(|| interval.low.value().copied()).or_else(|| interval.high.value().copied())?;
    number.to_string().parse().ok()
}

/// The likeness of two vectors of length 1.
#[must_use]
pub fn dot(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let (mut x, mut y, mut sum) = (0, 0, 0.0);
    while x < a.len() && y < b.len() {
        match a[x].0.cmp(&b[y].0) {
            std::cmp::Ordering::Less => x += 1,
            std::cmp::Ordering::Greater => y += 1,
            std::cmp::Ordering::Equal => {
                sum += a[x].1 * b[y].1;
                x += 1;
                y += 1;
            }
        }
    }
    sum
}

/// Brings a vector to length 1.
pub fn unit_length(vector: &mut [(u32, f64)]) {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
}
