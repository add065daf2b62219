//! Everything that writes a `claims.toml`, or judges one: its canonical form,
//! new stanzas, and what `lint` says.
//!
//! Nothing here touches a file: texts go in, texts come out, and the program
//! replaces a file whole or not at all. What a writer makes is in canonical
//! form already, so that [`format_claims`] leaves it alone.

mod edit;
pub mod format;
pub mod insert;
pub mod lint;
pub mod propose;
pub mod reading;
pub mod rulings;
pub mod schema;
pub mod stanza;
pub mod written;

pub use format::{NotToml, format_claims};
