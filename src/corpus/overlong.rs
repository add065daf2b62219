//! Sentences that no reader would call one: cut to pieces, and told.
//!
//! Everything that reads a sentence weighs its words against each other, which
//! for a line of megabytes would never end. A sentence of more than
//! [`LONGEST_SENTENCE`] tokens is therefore read in pieces, cut at a semicolon
//! or a comma where there is one. What would stand across a cut is not found,
//! and so the cut is a diagnostic, never silent.

use super::article::Block;
use crate::text::{Span, Tokens};

/// The most tokens that are read as one sentence.
pub const LONGEST_SENTENCE: usize = 400;

/// What was cut, for the diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The first sentence that was cut.
    pub(super) first: Span,
    /// Its tokens.
    pub(super) tokens: usize,
    /// How many others there are.
    pub(super) others: usize,
}

/// Cuts every overlong sentence of some blocks.
pub(super) fn cut(body: &str, blocks: &mut [Block]) -> Option<Cut> {
    let mut made: Option<Cut> = None;
    for block in blocks {
        // No token is shorter than a byte: most text is never looked at.
        if block.sentences.iter().all(|span| span.len() <= LONGEST_SENTENCE) {
            continue;
        }
        let mut sentences = Vec::with_capacity(block.sentences.len());
        for span in &block.sentences {
            let Some((pieces, tokens)) = pieces(body, *span) else {
                sentences.push(*span);
                continue;
            };
            sentences.extend(pieces);
            match &mut made {
                Some(made) => made.others += 1,
                None => made = Some(Cut { first: *span, tokens, others: 0 }),
            }
        }
        block.sentences = sentences;
    }
    made
}

/// The pieces of a sentence, and how many tokens it has; `None` when it is
/// not overlong.
fn pieces(body: &str, span: Span) -> Option<(Vec<Span>, usize)> {
    if span.len() <= LONGEST_SENTENCE {
        return None;
    }
    let tokens = Tokens::new(span.of(body));
    if tokens.len() <= LONGEST_SENTENCE {
        return None;
    }
    let (mut made, mut start) = (Vec::new(), 0);
    while start < tokens.len() {
        let end = piece_end(&tokens, start);
        let piece = tokens.get(start).span.cover(&tokens.get(end - 1).span);
        made.push(piece.shift(span.start));
        start = end;
    }
    Some((made, tokens.len()))
}

/// Where a piece ends: after the last semicolon of its second half, else after
/// the last comma there that is no part of a number, else where it is full.
fn piece_end(tokens: &Tokens<'_>, start: usize) -> usize {
    let full = start + LONGEST_SENTENCE;
    if full >= tokens.len() {
        return tokens.len();
    }
    let after = |mark: &str| {
        let stands = |at: &usize| tokens.folded(*at) == mark && tokens.get(at + 1).spaced;
        (start + LONGEST_SENTENCE / 2..full).rev().find(stands).map(|at| at + 1)
    };
    after(";").or_else(|| after(",")).unwrap_or(full)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts(text: &str) -> Option<Vec<&str>> {
        let (made, _) = pieces(text, Span::new(0, text.len()))?;
        Some(made.iter().map(|span| span.of(text)).collect())
    }

    #[test]
    fn a_long_sentence_stays_whole() {
        assert_eq!(cuts(&"word ".repeat(LONGEST_SENTENCE)), None);
    }

    #[test]
    fn an_overlong_sentence_is_cut_between_its_clauses() {
        let text = "they spoke 1,200 times, ".repeat(400);
        let made = cuts(&text).unwrap();
        assert!(made.len() > 5 && made.len() < 20, "{}", made.len());
        assert!(made.iter().all(|piece| piece.starts_with("they spoke") && piece.ends_with("times,")), "{made:?}");
        let joined: String = made.join(" ");
        assert_eq!(joined, text.trim_end());
    }

    #[test]
    fn text_without_clauses_is_cut_where_it_is_full() {
        let made = cuts(&"1,".repeat(1000)).unwrap().len();
        assert_eq!(made, 2000 / LONGEST_SENTENCE);
    }
}
