//! Two printings of one quotation: what was added, left out or replaced.
//!
//! Case, diacritics and punctuation make no difference. A quotation that is
//! cut at an end is the same wording, shortened; one that loses a `not` or
//! changes a digit says something else.
//!
//! ```
//! use gainsay::compare::wording::compare_wordings;
//! let drift = compare_wordings("a serious and frank exchange of views", "a serious and frank exchange");
//! assert!(drift.is_cut && !drift.contradicts);
//! ```
//!
//! **Cost.** Linear where one printing holds the other; otherwise the product
//! of the lengths of what differs, bounded by `CELLS`.

use crate::text::{TokenKind, Tokens};
use std::ops::Range;

/// Past so many pairs of words, what differs is shown as one piece.
const CELLS: usize = 40_000;

/// Words that turn a sentence round.
const NEGATIONS: [&str; 19] = [
    "not", "no", "never", "cannot", "without", "neither", "nor", "none", "nothing", "nobody", "nowhere", "pas",
    "jamais", "aucun", "aucune", "nicht", "nie", "kein", "keine",
];

/// How one printing differs from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Words of the first, and what stands for them in the second; either may
    /// be empty. Empty when the wordings are the same.
    pub changes: Vec<(String, String)>,
    /// Whether one of them is a piece of the other.
    pub is_cut: bool,
    /// Whether a negation or a digit changed.
    pub contradicts: bool,
}

/// Words and numbers of one wording.
struct Words<'t> {
    tokens: Tokens<'t>,
    kept: Vec<usize>,
}

/// A stretch of words in each wording.
type Hunk = (Range<usize>, Range<usize>);

/// Compares two printings word by word.
#[must_use]
pub fn compare_wordings(a: &str, b: &str) -> Drift {
    let (a, b) = (Words::new(a), Words::new(b));
    if let Some(start) = a.find(&b) {
        return Drift::cut(&a, start..start + b.len(), false);
    }
    if let Some(start) = b.find(&a) {
        return Drift::cut(&b, start..start + a.len(), true);
    }
    if b.all().lt(a.all()) { Drift::swapped(Drift::between(&b, &a)) } else { Drift::between(&a, &b) }
}

impl Drift {
    /// Of several ways to line the words up one is taken, so the order of the
    /// two must not depend on who asks.
    fn between(a: &Words<'_>, b: &Words<'_>) -> Self {
        let hunks = find_hunks(a, b);
        Self {
            changes: hunks.iter().map(|(left, right)| (a.said(left), b.said(right))).collect(),
            is_cut: false,
            contradicts: hunks.iter().any(|(left, right)| contradicts(a, left, b, right)),
        }
    }

    fn swapped(self) -> Self {
        Self { changes: self.changes.into_iter().map(|(from, to)| (to, from)).collect(), ..self }
    }

    /// `whole` cut down to `kept`; `swapped` when the first wording is the cut
    /// one.
    fn cut(whole: &Words<'_>, kept: Range<usize>, swapped: bool) -> Self {
        let ends = [0..kept.start, kept.end..whole.len()];
        let lost = ends.iter().filter(|end| !end.is_empty()).map(|end| whole.said(end));
        let order = |words: String| if swapped { (String::new(), words) } else { (words, String::new()) };
        let changes: Vec<_> = lost.map(order).collect();
        let before = kept.start.checked_sub(1);
        Self {
            is_cut: !changes.is_empty(),
            contradicts: !kept.is_empty() && before.is_some_and(|at| is_negation(whole.folded(at))),
            changes,
        }
    }

    /// What changed, in words: `“men” became “two men”`, `“of views” was left
    /// out`.
    #[must_use]
    pub fn in_words(&self) -> Vec<String> {
        let said = |(from, to): &(String, String)| match (from.as_str(), to.as_str()) {
            (from, "") => format!("“{from}” was left out"),
            ("", to) => format!("“{to}” was added"),
            (from, to) => format!("“{from}” became “{to}”"),
        };
        self.changes.iter().map(said).collect()
    }
}

impl<'t> Words<'t> {
    fn new(text: &'t str) -> Self {
        let tokens = Tokens::new(text);
        let kept = (0..tokens.len()).filter(|&at| tokens.get(at).kind != TokenKind::Sign).collect();
        Self { tokens, kept }
    }

    fn len(&self) -> usize {
        self.kept.len()
    }

    fn folded(&self, at: usize) -> &str {
        self.tokens.folded(self.kept[at])
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.kept.iter().map(|&at| self.tokens.folded(at))
    }

    /// Where `other` stands in one piece.
    fn find(&self, other: &Self) -> Option<usize> {
        let last = self.len().checked_sub(other.len())?;
        let word = |at: usize| self.folded(at);
        (0..=last).find(|start| other.all().enumerate().all(|(at, other)| word(start + at) == other))
    }

    /// The words as printed.
    fn said(&self, range: &Range<usize>) -> String {
        if range.is_empty() {
            return String::new();
        }
        let (first, last) = (self.kept[range.start], self.kept[range.end - 1]);
        self.tokens.text()[self.tokens.get(first).span.start..self.tokens.get(last).span.end].to_owned()
    }
}

fn find_hunks(a: &Words<'_>, b: &Words<'_>) -> Vec<Hunk> {
    let same = |(left, right): &(&str, &str)| left == right;
    let front = a.all().zip(b.all()).take_while(same).count();
    let rest = a.len().min(b.len()) - front;
    let back = (0..rest).take_while(|at| a.folded(a.len() - 1 - at) == b.folded(b.len() - 1 - at)).count();
    let (left, right) = (front..a.len() - back, front..b.len() - back);
    if left.len().saturating_mul(right.len()) > CELLS {
        return vec![(left, right)];
    }
    let common = longest_common(a, &left, b, &right);
    let mut hunks = Vec::new();
    let (mut at, mut to) = (left.start, right.start);
    for (i, j) in common.into_iter().chain([(left.end, right.end)]) {
        if at < i || to < j {
            hunks.push((at..i, to..j));
        }
        (at, to) = (i + 1, j + 1);
    }
    hunks
}

/// The longest common subsequence of two stretches, as pairs of places.
fn longest_common(a: &Words<'_>, left: &Range<usize>, b: &Words<'_>, right: &Range<usize>) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut length = vec![0_u32; (left.len() + 1) * width];
    let same = |i: usize, j: usize| a.folded(left.start + i) == b.folded(right.start + j);
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            length[i * width + j] = if same(i, j) {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        if same(i, j) {
            pairs.push((left.start + i, right.start + j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn contradicts(a: &Words<'_>, left: &Range<usize>, b: &Words<'_>, right: &Range<usize>) -> bool {
    let negations =
        |words: &Words<'_>, range: &Range<usize>| range.clone().filter(|&at| is_negation(words.folded(at))).count();
    let digits = |words: &Words<'_>, range: &Range<usize>| -> Vec<String> {
        let tokens = range.clone().map(|at| words.folded(at).to_owned());
        tokens.filter(|token| token.starts_with(char::is_numeric)).collect()
    };
    if negations(a, left) != negations(b, right) {
        return true;
    }
    let (from, to) = (digits(a, left), digits(b, right));
    !from.is_empty() && !to.is_empty() && from != to
}

fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || NEGATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn type_and_case_are_no_drift() {
        assert_eq!(compare_wordings("This is “total” war.", "this is total war"), Drift::default());
    }

    #[test]
    fn a_cut_is_told_as_a_cut() {
        let drift = compare_wordings("exchange of views", "a frank exchange of views on Ukraine");
        assert!(drift.is_cut);
        assert_eq!(drift.in_words(), ["“a frank” was added", "“on Ukraine” was added"]);
    }

    #[test]
    fn a_lost_negation_contradicts_and_a_lost_adverb_does_not() {
        let turned = compare_wordings("we do not give a damn", "we do give a damn");
        assert!(turned.contradicts);
        assert_eq!(turned.in_words(), ["“not” was left out"]);
        assert!(!compare_wordings("we really do give a damn", "we do give a damn").contradicts);
        assert!(compare_wordings("I don't know him", "know him").contradicts);
    }

    #[test]
    fn a_changed_digit_contradicts() {
        let drift = compare_wordings("all 60 calls count", "all 16 calls count");
        assert!(drift.contradicts);
        assert_eq!(drift.in_words(), ["“60” became “16”"]);
    }

    #[test]
    fn long_wordings_are_compared_all_the_same() {
        let (a, b) = ("one ".repeat(900), "two ".repeat(900));
        assert_eq!(compare_wordings(&a, &b).changes.len(), 1);
    }

    proptest! {
        #[test]
        fn comparison_is_symmetric(a in "[abn ]{0,12}( not| 7)?", b in "[abn ]{0,12}( not| 7)?") {
            let (there, back) = (compare_wordings(&a, &b), compare_wordings(&b, &a));
            prop_assert_eq!(there.contradicts, back.contradicts);
            prop_assert_eq!(there.changes.is_empty(), back.changes.is_empty());
            prop_assert_eq!(there.is_cut, back.is_cut);
        }
    }
}
