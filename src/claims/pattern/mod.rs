//! The pattern language: plain phrases with a typed slot.

pub mod parse;

pub use parse::{PatternError, parse_pattern};

use crate::text::Span;

/// One pattern, parsed; the matching floor compiles it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// As written.
    pub text: String,
    /// Where it stands in the claims file.
    pub span: Span,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
}

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A word, folded; it matches by stem.
    Word(String),
    /// Digits, as written; they match exactly.
    Digits(String),
    /// A sign that carries meaning between slots, such as the colon of
    /// `{macron} : {value}`; other punctuation is dropped.
    Sign(char),
    /// `{value}`: the typed slot.
    Value,
    /// `{putin}`: any name of that id.
    Name(String),
    /// `(a|b)`: one of these.
    OneOf(Vec<Vec<Part>>),
    /// `[a]`: may be absent.
    Optional(Vec<Part>),
    /// `...`: a gap.
    Gap,
}
