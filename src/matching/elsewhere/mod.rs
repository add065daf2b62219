//! Values whose words stand in another place than they do: in the head of a table, in the
//! question that they answer, in the statement before. Each is a hit like any other.

mod again;
pub(super) mod against;
mod another;
pub(super) mod answers;
mod captions;
pub(super) mod cells;
pub(super) mod corrected;
pub mod ellipsis;
mod given;
pub(super) mod goes_on;
mod restated;
pub(super) mod revised;
mod sourced;
