//! Values as mathematics: intervals, hedges, dates, windows. Pure: nothing
//! here reads text other than the notations of files (EDTF).

pub mod basis;
pub mod edtf;
pub mod hedge;
pub mod interval;
pub mod moment;
pub mod stated;
pub mod unit;
pub mod window;

pub use basis::Basis;
pub use hedge::Hedge;
pub use interval::{Bound, Interval};
pub use moment::{Moment, Precision, Zone};
pub use stated::{Amount, Kind, Value};
pub use window::{Edge, Window};

/// An exact decimal number (28 significant digits).
pub use rust_decimal::Decimal as Number;
