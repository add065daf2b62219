//! Statements over time, taken together.
//!
//! Counts over periods are sums over time, so all that is said on a topic is
//! one system of difference constraints. It tells which statements cannot all
//! be true although no two of them are about the same period, and what they
//! imply together. The same goes for dates that are tied to each other.
//!
//! [`tally`] reads positions as tallies, [`points`] makes them a system,
//! [`solver`] solves it, [`explain`] finds the statements that contradict each
//! other, [`implied`] what they leave possible, and [`joint`] tells of it.
//!
//! ```text
//! 11 calls from 7 Feb to 7 Mar, 8 calls from Dec to 3 May  →  joint-conflict: 8 at most, 11 at least
//! ```

pub(super) mod explain;
pub(super) mod implied;
mod members;
pub(super) mod points;
pub(super) mod solver;
pub(super) mod tally;
pub(super) mod ties;

#[cfg(test)]
mod oracle;
