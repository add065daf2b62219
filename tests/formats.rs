//! One run with every rule, every kind of topic and hostile text, through every
//! format: a snapshot each, each format's own validator, and that every place
//! told cuts out of its file what is said to stand there.
//!
//! After a change of what a report says, `INSTA_UPDATE=always cargo test --test
//! formats` writes the snapshots anew; look at their difference.

#[path = "formats/fixture.rs"]
mod fixture;
#[path = "formats/page.rs"]
mod page;
#[path = "formats/places.rs"]
mod places;
#[path = "formats/registry.rs"]
mod registry;
#[path = "formats/snapshots.rs"]
mod snapshots;
#[path = "formats/stated.rs"]
mod stated;
#[path = "formats/stated_by_people.rs"]
mod stated_by_people;
#[path = "formats/terminal.rs"]
mod terminal;
#[path = "formats/told.rs"]
mod told;
#[path = "formats/validators.rs"]
mod validators;
