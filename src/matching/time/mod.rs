//! Of what time a value is: the period that a text gives it, or the day, hour or stage; and what
//! is the time of another thing.

pub(super) mod about;
mod ahead;
mod at_event;
pub(super) mod back;
pub(super) mod carried;
mod completed;
mod done;
mod elsewhere;
mod ends;
pub(super) mod entry;
mod first_part;
mod happening;
mod left;
mod listed;
mod most;
mod named;
mod of_some;
mod one_of;
pub(super) mod ordinal;
pub mod own;
pub(super) mod parted;
pub mod period;
mod same;
mod stages;
mod states;
pub(super) mod tally;
mod then;
pub mod times;
