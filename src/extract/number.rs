//! Numbers: digits, words and what they are built of.
//!
//! ```
//! use gainsay::{extract::number::cardinal_at, text::Tokens, value::Number};
//! let tokens = Tokens::new("four days before");
//! assert_eq!(cardinal_at(&tokens, 0), Some((Number::from(4), 1)));
//! ```

use super::words::{ordinal_words_at, whole_at};
use crate::text::Tokens;
use crate::value::Number;

/// The plain cardinal that begins with the token `at`, in digits or words and
/// without sign, fraction or hedge, and one past its last token. What is
/// written onto either side of it is not looked at: `11` of `11pm` is read.
#[must_use]
pub fn cardinal_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    let read = whole_at(tokens, at)?;
    Some((read.sum.value()?, read.end))
}

/// The ordinal that begins with the token `at`, in digits or words: `20th`,
/// `twenty-first`, and one past its last token.
#[must_use]
pub fn ordinal_at(tokens: &Tokens<'_>, at: usize) -> Option<(Number, usize)> {
    ordinal_words_at(tokens, at)
}
