//! Quotations of a topic's wording: what articles put between quotation marks
//! and is, or is part of, or nearly is, the words that the topic asks about.

use super::passage::Passage;
use super::wordwise::side_by_side;
use crate::text::{Span, TokenKind, Tokens};

/// How much of the wording a quotation must have to be one of it.
const MOST_OF_WORDING: f64 = 0.6;
/// How much of a shorter quotation must be in the wording.
const MOST_OF_QUOTATION: f64 = 0.8;
/// The fewest shared words by which a shortened quotation is known.
const FEWEST: usize = 4;
/// How many words of a quotation are looked at on each side of the first
/// shared one, in wordings.
const WINDOW: usize = 3;

/// A quotation of the wording: where, and how much of it is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// The words as the article prints them: bytes of the body.
    pub span: Span,
    /// Shared words among all that stand side by side, 0 to 1.
    pub score: f64,
}

/// Every quotation of a wording in an article, in order.
#[must_use]
pub fn find_wording(passage: &Passage<'_>, wording: &str) -> Vec<Quoted> {
    let wording = Tokens::new(wording);
    let words: Vec<&str> = words_of(&wording, 0..wording.len()).into_iter().map(|at| wording.folded(at)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let quotations = passage.quotations.iter();
    quotations.filter_map(|quotation| in_quotation(passage, quotation.span, &words)).collect()
}

fn in_quotation(passage: &Passage<'_>, span: Span, wording: &[&str]) -> Option<Quoted> {
    let all = words_of(&passage.tokens, passage.tokens.within(span));
    // A long quotation is looked at where it first has a word of the wording.
    let reach = wording.len() * WINDOW;
    let starts = (0..all.len()).step_by(wording.len().max(1));
    let pieces = starts.map(|start| &all[start..(start + reach).min(all.len())]);
    let fits = pieces.filter_map(|piece| {
        let folded: Vec<&str> = piece.iter().map(|&at| passage.tokens.folded(at)).collect();
        let found = side_by_side(wording, &folded)?;
        let shared = ratio(found.shared, 1);
        let of_wording = shared / ratio(wording.len(), 1);
        let of_quotation = shared / ratio(all.len(), 1);
        let is_cut = of_quotation >= MOST_OF_QUOTATION && found.shared >= FEWEST.min(wording.len());
        let score = shared / ratio(found.pairs.len().max(1), 1);
        let tokens = piece[found.right.start]..piece[found.right.end - 1] + 1;
        (of_wording >= MOST_OF_WORDING || is_cut).then(|| Quoted { span: passage.span_of(&tokens), score })
    });
    fits.fold(None, |best: Option<Quoted>, fit| match best {
        Some(best) if best.score >= fit.score => Some(best),
        _ => Some(fit),
    })
}

/// The tokens that are words or digits.
pub(super) fn words_of(tokens: &Tokens<'_>, range: std::ops::Range<usize>) -> Vec<usize> {
    range.filter(|&at| tokens.get(at).kind != TokenKind::Sign).collect()
}

fn ratio(count: usize, of: usize) -> f64 {
    let float = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    float(count) / float(of)
}
