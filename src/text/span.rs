//! Where something stands in a text.
//!
//! A [`Span`] counts bytes and nothing else. Code points, lines and columns
//! are for people and for reports; they are other types, made from a span by
//! [`Lines`](super::lines::Lines), so that the two can never be mixed up.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range of **bytes** of one text: `start` inclusive, `end`
/// exclusive, both on character boundaries of the text it was made for.
///
/// ```
/// use gainsay::text::Span;
/// let span = Span::new(4, 7);
/// assert_eq!(span.of("the 20 calls"), "20 ");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`.
    ///
    /// # Panics
    /// When `start` lies after `end`: that is a bug of the caller.
    #[must_use]
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span starts at or before its end: {start}..{end}");
        Self { start, end }
    }

    /// The piece of `text` that the span cuts out.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// Length in bytes.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    #[inline]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    #[inline]
    pub fn contains(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(&self, other: &Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span moved right by `by` bytes: from a part of a text to the
    /// whole of it.
    #[must_use]
    pub fn shift(&self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
