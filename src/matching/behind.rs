//! The tokens behind one: [`between`] it and another, or the next [`few`].
//!
//! The token itself is never among them. Where the end stands before the first of them, there are
//! none.
//!
//! ```text
//! between(4, 7)    5, 6
//! few(2, 4, 9)     5, 6
//! few(2, 4, 6)     5
//! ```

use std::ops::Range;

/// The tokens between two.
pub(super) fn between(at: usize, end: usize) -> Range<usize> {
    at + 1..end
}

/// So many tokens behind one, as far as there are before the end.
pub(super) fn few(count: usize, at: usize, end: usize) -> Range<usize> {
    between(at, end.min(at + 1 + count))
}

#[cfg(test)]
mod tests {
    use super::between;
    use super::few;

    #[test]
    fn a_token_is_not_behind_itself() {
        assert_eq!(between(4, 7), 5..7);
        assert!(between(4, 5).is_empty());
        assert!(between(4, 4).is_empty());
        assert_eq!(few(2, 4, 9), 5..7);
        assert_eq!(few(2, 4, 6), 5..6);
        assert!(few(2, 4, 4).is_empty());
    }
}
