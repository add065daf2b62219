//! The words of one printing, and what stands between them: a mark that words
//! were left out, or a sign that ends a clause.
//!
//! ```text
//! We will, … of course, go   →  we | will ‖ … ‖ of | course ‖ go
//! ```

use crate::text::{TokenKind, Tokens};
use std::ops::Range;

/// Words and numbers of one wording.
pub(super) struct Printed<'t> {
    pub(super) tokens: Tokens<'t>,
    /// The tokens that are words or digits.
    pub(super) kept: Vec<usize>,
}

impl<'t> Printed<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let tokens = Tokens::new(text);
        let kept = (0..tokens.len()).filter(|&at| tokens.get(at).kind != TokenKind::Sign).collect();
        Self { tokens, kept }
    }

    pub(super) fn len(&self) -> usize {
        self.kept.len()
    }

    pub(super) fn folded(&self, at: usize) -> &str {
        self.tokens.folded(self.kept[at])
    }

    pub(super) fn raw(&self, at: usize) -> &str {
        self.tokens.raw(self.kept[at])
    }

    /// The words, folded, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.kept.iter().map(|&at| self.tokens.folded(at))
    }

    /// The words as printed.
    pub(super) fn said(&self, range: &Range<usize>) -> String {
        if range.is_empty() {
            return String::new();
        }
        let (first, last) = (self.kept[range.start], self.kept[range.end - 1]);
        self.tokens.text()[self.tokens.get(first).span.start..self.tokens.get(last).span.end].to_owned()
    }

    /// What is printed before a word, from the end of the one before it.
    fn gap(&self, at: usize) -> &'t str {
        let start = at.checked_sub(1).map_or(0, |before| self.tokens.get(self.kept[before]).span.end);
        let text = self.tokens.text();
        let end = self.kept.get(at).map_or(text.len(), |&word| self.tokens.get(word).span.start);
        &text[start..end]
    }

    /// Whether a mark before a word says that words were left out.
    pub(super) fn is_marked(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.contains('…') || gap.contains("...") || gap.contains(". . .")
    }

    /// Whether a clause ends before a word, by its signs. A point or comma
    /// inside `U.S.` or `1,200` ends nothing.
    pub(super) fn is_parted(&self, at: usize) -> bool {
        let gap = self.gap(at).replace("...", " ").replace(". . .", " ");
        let mut signs = gap.chars().peekable();
        while let Some(sign) = signs.next() {
            let spaced = signs.peek().is_none_or(|next| !next.is_alphanumeric());
            let ends = match sign {
                ',' | '.' | ':' => spaced && (at == self.len() || gap.chars().count() > 1),
                ';' | '!' | '?' | '—' | '–' => true,
                '-' => gap.starts_with(' ') && spaced,
                _ => false,
            };
            if ends {
                return true;
            }
        }
        false
    }

    /// The runs of words between the marks that words were left out.
    pub(super) fn pieces(&self) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for at in 1..=self.len() {
            if at == self.len() || self.is_marked(at) {
                pieces.push(start..at);
                start = at;
            }
        }
        pieces
    }
}
