//! Two printings of one quotation: what was cut, turned round, changed or
//! only put in other words.
//!
//! Case, diacritics and punctuation make no difference. A quotation that is
//! cut at an end, or inside where it says so (`…`, `[...]`), is the same
//! wording, shortened. One that loses a `not` or changes a number says
//! something else, however it lost it: also a cut contradicts, when the words
//! that went hold a negation of what stayed. A clause of its own may go whole.
//!
//! It knows no meanings: a word for another word is a translation variant
//! unless a table or its form says that it is a verb or a number.
//!
//! ```
//! use gainsay::compare::wording::{ChangeKind, compare_wordings};
//! let drift = compare_wordings("a serious and frank exchange of views", "a serious and frank exchange");
//! assert!(drift.is_cut && !drift.contradicts);
//! let turned = compare_wordings("We will not, he said, give in to them", "We will … give in");
//! assert_eq!(turned.changes[0].kind, ChangeKind::Negation);
//! assert!(turned.contradicts);
//! ```
//!
//! **Cost.** Linear for each piece where one printing holds the other;
//! otherwise the product of the lengths of what differs, bounded by `CELLS`.

mod align;
mod beside;
mod kind;
mod negation;
mod printed;
mod stretches;

pub use stretches::{Stretch, stretches};

pub use beside::{Run, mark_differences};

use align::{Hunk, find_hunks, fit_pieces};
use kind::kind_of;
use printed::Printed;
use std::ops::Range;

/// How one printing differs from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// What differs, from the first word to the last. Empty when the wordings
    /// are the same.
    pub changes: Vec<Change>,
    /// Whether nothing but cuts tells them apart.
    pub is_cut: bool,
    /// Whether a negation or a number changed.
    pub contradicts: bool,
}

/// One difference. Either side may lack the words, not both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of difference it is.
    pub kind: ChangeKind,
    /// Words of the first printing.
    pub from: String,
    /// What stands for them in the second.
    pub to: String,
}

/// What sort of difference; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A negation is dropped or added, or a word replaced by its opposite.
    Negation,
    /// Another number.
    Number,
    /// Another verb, tense or modal: `will` for `may`.
    Verb,
    /// Other words, as two translations have them.
    Variant,
    /// Words stand there that the other printing lacks inside.
    Added,
    /// Words are missing inside, and nothing marks the gap.
    LeftOut,
    /// Words are missing at an end, or where a mark says so.
    Cut,
}

/// Compares two printings word by word.
#[must_use]
pub fn compare_wordings(a: &str, b: &str) -> Drift {
    let (a, b) = (Printed::new(a), Printed::new(b));
    if a.all().eq(b.all()) {
        return Drift::default();
    }
    if let Some(hunks) = fit_pieces(&a, &b) {
        return Drift::of(&a, &b, &hunks);
    }
    if let Some(hunks) = fit_pieces(&b, &a) {
        return Drift::of(&b, &a, &hunks).swapped();
    }
    // Of several ways to line the words up one is taken, so the order of the
    // two must not depend on who asks.
    if b.all().lt(a.all()) {
        Drift::of(&b, &a, &find_hunks(&b, &a)).swapped()
    } else {
        Drift::of(&a, &b, &find_hunks(&a, &b))
    }
}

impl Drift {
    fn of(a: &Printed<'_>, b: &Printed<'_>, hunks: &[Hunk]) -> Self {
        let change =
            |(left, right): &Hunk| Change { kind: kind_of(a, left, b, right), from: a.said(left), to: b.said(right) };
        let mut changes: Vec<Change> = hunks.iter().map(change).collect();
        take_moves(a, b, hunks, &mut changes);
        take_moved_negations(a, b, hunks, &mut changes);
        let turns = |change: &Change| matches!(change.kind, ChangeKind::Negation | ChangeKind::Number);
        Self {
            is_cut: !changes.is_empty() && changes.iter().all(|change| change.kind == ChangeKind::Cut),
            contradicts: changes.iter().any(turns),
            changes,
        }
    }

    fn swapped(self) -> Self {
        Self { changes: self.changes.into_iter().map(Change::swapped).collect(), ..self }
    }

    /// The gravest of its changes.
    #[must_use]
    pub fn gravest(&self) -> Option<ChangeKind> {
        self.changes.iter().map(|change| change.kind).min()
    }

    /// What changed, in words: `“men” became “two men”`, `“of views” was cut`.
    #[must_use]
    pub fn in_words(&self) -> Vec<String> {
        self.changes.iter().map(Change::in_words).collect()
    }
}

/// `frank and serious` for `serious and frank`: words that only stand elsewhere
/// are neither left out nor added.
fn take_moves(a: &Printed<'_>, b: &Printed<'_>, hunks: &[Hunk], changes: &mut [Change]) {
    let (mut lost, mut added) = (Vec::new(), Vec::new());
    for ((left, right), change) in hunks.iter().zip(changes.iter()) {
        match change.kind {
            ChangeKind::LeftOut => lost.extend(left.clone().map(|at| a.folded(at))),
            ChangeKind::Added => added.extend(right.clone().map(|at| b.folded(at))),
            _ => {}
        }
    }
    lost.sort_unstable();
    added.sort_unstable();
    if lost == added {
        let moved = |change: &&mut Change| matches!(change.kind, ChangeKind::LeftOut | ChangeKind::Added);
        changes.iter_mut().filter(moved).for_each(|change| change.kind = ChangeKind::Variant);
    }
}

/// `It never will be` for `it will never be`: a negation that only stands on the other side of small words negates the
/// same.
fn take_moved_negations(a: &Printed<'_>, b: &Printed<'_>, hunks: &[Hunk], changes: &mut [Change]) {
    let negations = |words: &Printed<'_>, range: &Range<usize>| -> Vec<String> {
        let negated = range.clone().filter(|&at| negation::is_negation(words.folded(at)));
        negated.map(|at| words.folded(at).to_owned()).collect()
    };
    for first in 0..changes.len().saturating_sub(1) {
        let second = first + 1;
        let ((left, right), (next_left, next_right)) = (&hunks[first], &hunks[second]);
        let both = changes[first].kind == ChangeKind::Negation && changes[second].kind == ChangeKind::Negation;
        let lost = (negations(a, left), negations(a, next_left));
        let added = (negations(b, right), negations(b, next_right));
        let is_moved = lost.0 == added.1 && lost.1 == added.0 && lost.0 != lost.1;
        if both && is_moved && negation::passes_over(a, &(left.end..next_left.start)) {
            changes[first].kind = ChangeKind::Variant;
            changes[second].kind = ChangeKind::Variant;
        }
    }
}

impl Change {
    fn swapped(self) -> Self {
        let kind = match self.kind {
            ChangeKind::Added => ChangeKind::LeftOut,
            ChangeKind::LeftOut => ChangeKind::Added,
            kind => kind,
        };
        Self { kind, from: self.to, to: self.from }
    }

    fn in_words(&self) -> String {
        let (from, to) = (&self.from, &self.to);
        let became = || format!("“{from}” became “{to}”");
        match self.kind {
            ChangeKind::Negation if to.is_empty() => format!("“{from}” was dropped, which turns its sense"),
            ChangeKind::Negation if from.is_empty() => format!("“{to}” was added, which turns its sense"),
            ChangeKind::Negation => format!("{}, which turns its sense", became()),
            ChangeKind::Number if to.is_empty() => format!("“{from}” was dropped, which changes the number"),
            ChangeKind::Number if from.is_empty() => format!("“{to}” was added, which changes the number"),
            ChangeKind::Number => format!("{}, which changes the number", became()),
            ChangeKind::Verb if to.is_empty() => format!("“{from}” was left out, which changes the verb"),
            ChangeKind::Verb if from.is_empty() => format!("“{to}” was added, which changes the verb"),
            ChangeKind::Verb => format!("{}, which changes the verb", became()),
            ChangeKind::Variant if to.is_empty() => format!("“{from}” was left out"),
            ChangeKind::Variant if !from.is_empty() => became(),
            ChangeKind::Variant | ChangeKind::Added => format!("“{to}” was added"),
            ChangeKind::LeftOut => format!("“{from}” was left out without a mark"),
            ChangeKind::Cut if to.is_empty() => format!("“{from}” was cut"),
            ChangeKind::Cut => format!("“{to}” is quoted as well"),
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod told;
