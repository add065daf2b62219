//! Text as text: spans, lines, folding, words, sentences. Nothing here knows
//! of values, claims or articles.

pub mod calendar;
pub mod fold;
mod hours;
pub mod letters;
pub mod lines;
pub mod sentence;
pub mod span;
pub mod stem;
pub mod token;

pub use calendar::{is_calendar_word, is_weekday};
pub use fold::{Fold, ascii_before, fold_but_case, fold_into, fold_str};
pub use letters::capitalised;
pub use lines::{CodePoint, Column, Line, Lines, Place};
pub use sentence::sentences;
pub use span::Span;
pub use stem::stem;
pub use token::{Token, TokenKind, Tokens};
