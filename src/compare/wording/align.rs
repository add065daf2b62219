//! Lining two printings up: what stands in both, and the stretches that
//! differ.
//!
//! ```text
//! we do not give a damn | we give a damn   →  (do not, –)
//! ```

use super::negation::loses_negation;
use super::printed::Printed;
use std::ops::Range;

/// Past so many pairs of words, what differs is shown as one piece.
const CELLS: usize = 40_000;

/// A stretch of words in each printing; one of them may be empty.
pub(super) type Hunk = (Range<usize>, Range<usize>);

/// The stretches of `whole` that `part` lacks, when all of `part` stands in
/// it, piece by piece between its marks. Where a piece fits in several places,
/// one is taken that turns no sense round, if there is one.
pub(super) fn fit_pieces(whole: &Printed<'_>, part: &Printed<'_>) -> Option<Vec<Hunk>> {
    let pieces = part.pieces();
    let lost = |places: Vec<usize>| lost_between(whole, part, &pieces, &places);
    let turns = |hunks: &Vec<Hunk>| hunks.iter().any(|(left, right)| loses_negation(whole, left, right, part));
    let first = lost(place_each(whole, part, &pieces, 0)?);
    if !turns(&first) {
        return Some(first);
    }
    let last = whole.len().saturating_sub(part.len());
    let others = (1..=last).filter_map(|from| place_each(whole, part, &pieces, from)).map(lost);
    let tried = others.take(CELLS / whole.len().max(1)).find(|hunks| !turns(hunks));
    Some(tried.unwrap_or(first))
}

/// Where each piece begins, each as early as it can, the first from `from` on.
fn place_each(whole: &Printed<'_>, part: &Printed<'_>, pieces: &[Range<usize>], mut from: usize) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let last = whole.len().checked_sub(piece.len())?;
        let stands = |start: &usize| {
            piece.clone().enumerate().all(|(offset, at)| whole.folded(start + offset) == part.folded(at))
        };
        let start = (from..=last).find(stands)?;
        places.push(start);
        from = start + piece.len();
    }
    Some(places)
}

fn lost_between(whole: &Printed<'_>, part: &Printed<'_>, pieces: &[Range<usize>], places: &[usize]) -> Vec<Hunk> {
    let mut lost = Vec::new();
    let mut from = 0;
    for (piece, &start) in pieces.iter().zip(places) {
        lost.push((from..start, piece.start..piece.start));
        from = start + piece.len();
    }
    lost.push((from..whole.len(), part.len()..part.len()));
    lost.retain(|(left, _)| !left.is_empty());
    lost
}

/// The stretches that differ, of the alignment with the most shared words.
pub(super) fn find_hunks(a: &Printed<'_>, b: &Printed<'_>) -> Vec<Hunk> {
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
fn longest_common(a: &Printed<'_>, left: &Range<usize>, b: &Printed<'_>, right: &Range<usize>) -> Vec<(usize, usize)> {
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
