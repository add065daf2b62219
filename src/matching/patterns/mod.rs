//! Patterns over sentences: where they fit, with which value.
//!
//! [`compile`] makes of a pattern what can be run, [`align`] and [`loose`] lay it over a
//! sentence at the [`price`] of what differs, and [`hits`] chooses among the [`candidates`].
//! Nothing here asks who says it or about when.

pub mod align;
mod aside;
mod beside;
#[cfg(test)]
mod bounds;
pub mod candidates;
pub mod compile;
pub mod contrast;
pub(super) mod counting_words;
mod currency;
mod describing;
pub(super) mod each;
mod elided;
pub(super) mod flow;
mod hedged;
pub mod hit;
pub mod hits;
mod idioms;
pub(super) mod intents;
pub mod likeness;
pub mod loose;
pub(super) mod no_answer;
mod occurrences;
mod others;
mod parties;
mod parts;
mod plain;
mod predicate;
pub mod price;
mod pronouns;
mod questions;
mod replaced;
mod reversed;
mod rivals;
mod roles;
mod shares;
pub(super) mod stood_for;
mod subjects;
mod weight;
mod wholes;
mod whose;
mod years;
