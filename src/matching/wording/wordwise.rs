//! Two runs of words laid side by side: which words are shared, which differ.
//!
//! Local alignment over folded words (Smith and Waterman's), so that the part
//! of a long text that is most like a short one is found with its beginning
//! and end. Quotes of claims and the wordings of quotations both use it.
//!
//! **Cost.** The product of the two lengths; callers give it a sentence or
//! two, never an article.

use crate::text::stem;

/// What a shared word is worth, and what other things cost.
const SHARED: f64 = 1.0;
const CHANGED: f64 = -0.6;
const DROPPED: f64 = -0.45;
/// How like two words must be to count as one misspelt.
const LIKENESS: f64 = 0.84;

/// Where two runs of words are most alike. Ranges are indices of words.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// First and one past the last word of the first run.
    pub left: std::ops::Range<usize>,
    /// The same of the second.
    pub right: std::ops::Range<usize>,
    /// How many words they share.
    pub shared: usize,
    /// Pairs of words in order: shared (both), changed (both), dropped (left
    /// only) and added (right only).
    pub pairs: Vec<(Option<usize>, Option<usize>)>,
}

/// Whether two folded words count as the same.
#[must_use]
pub fn same_word(a: &str, b: &str) -> bool {
    if a == b || stem(a) == stem(b) {
        return true;
    }
    let long = a.len().min(b.len()) >= 6 && a.len().max(b.len()) <= 2 * a.len().min(b.len());
    long && strsim::normalized_damerau_levenshtein(a, b) >= LIKENESS
}

/// Whether one of two folded words only denies the other: `can` and `can't`.
#[must_use]
pub fn is_turned(a: &str, b: &str) -> bool {
    let denies = |not: &str, word: &str| match not {
        "can't" | "cannot" => word == "can",
        "won't" => word == "will",
        "shan't" => word == "shall",
        _ => not.strip_suffix("n't") == Some(word),
    };
    denies(a, b) || denies(b, a)
}

/// Lays two runs of folded words side by side; `None` when they share nothing.
#[must_use]
pub fn side_by_side(left: &[&str], right: &[&str]) -> Option<SideBySide> {
    let width = right.len() + 1;
    let mut scores = vec![0.0_f64; (left.len() + 1) * width];
    let (mut best, mut best_at) = (0.0, (0, 0));
    for i in 1..=left.len() {
        for j in 1..=right.len() {
            let pair = if same_word(left[i - 1], right[j - 1]) { SHARED } else { CHANGED };
            let diagonal = scores[(i - 1) * width + j - 1] + pair;
            let gap = scores[(i - 1) * width + j].max(scores[i * width + j - 1]) + DROPPED;
            let score = diagonal.max(gap).max(0.0);
            scores[i * width + j] = score;
            if score > best {
                (best, best_at) = (score, (i, j));
            }
        }
    }
    (best > 0.0).then(|| trace(left, right, &scores, best_at))
}

fn trace(left: &[&str], right: &[&str], scores: &[f64], from: (usize, usize)) -> SideBySide {
    let width = right.len() + 1;
    let (mut i, mut j) = from;
    let (mut pairs, mut shared) = (Vec::new(), 0);
    while i > 0 && j > 0 && scores[i * width + j] > 0.0 {
        let score = scores[i * width + j];
        let same = same_word(left[i - 1], right[j - 1]);
        let pair = if same { SHARED } else { CHANGED };
        if (scores[(i - 1) * width + j - 1] + pair - score).abs() < 1e-9 {
            (i, j) = (i - 1, j - 1);
            shared += usize::from(same);
            pairs.push((Some(i), Some(j)));
        } else if (scores[(i - 1) * width + j] + DROPPED - score).abs() < 1e-9 {
            i -= 1;
            pairs.push((Some(i), None));
        } else {
            j -= 1;
            pairs.push((None, Some(j)));
        }
    }
    pairs.reverse();
    SideBySide { left: i..from.0, right: j..from.1, shared, pairs }
}

impl SideBySide {
    /// How many words are shared or only denied: `can't` for `can`.
    #[must_use]
    pub fn kept(&self, left: &[&str], right: &[&str]) -> usize {
        let is_denied =
            |(a, b): &&(Option<usize>, Option<usize>)| a.zip(*b).is_some_and(|(a, b)| is_turned(left[a], right[b]));
        self.shared + self.pairs.iter().filter(is_denied).count()
    }

    /// The words that differ, `left` to `right`; a side that lacks the word is
    /// empty.
    #[must_use]
    pub fn differing(&self, left: &[&str], right: &[&str]) -> Vec<(String, String)> {
        let word = |words: &[&str], at: Option<usize>| at.map_or(String::new(), |at| words[at].to_owned());
        let pairs = self.pairs.iter().map(|(a, b)| (word(left, *a), word(right, *b)));
        pairs.filter(|(a, b)| a != b).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_is_alike_is_found_with_its_differences() {
        let left = ["a", "serious", "and", "frank", "exchange"];
        let right = ["they", "had", "a", "serious", "frank", "exchange", "of", "views"];
        let found = side_by_side(&left, &right).unwrap();
        assert_eq!((found.left.clone(), found.right.clone(), found.shared), (0..5, 2..6, 4));
        assert_eq!(found.differing(&left, &right), [("and".to_owned(), String::new())]);
    }
}
