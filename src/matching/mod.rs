//! Articles against topics: the mentions.
//!
//! A mention is a place that states a value on a topic. Nothing here compares
//! two mentions: that is the floor above.

pub mod mention;

pub use mention::{Found, FoundBy, Mention, QuoteOutcome};
