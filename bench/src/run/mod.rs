//! One command measures everything and writes a table.
//!
//! Commands on one corpus take turns, so that a moment in which the machine
//! is busy hits them all alike; of each the best and the middle time is told.

pub mod machine;
pub mod rounds;
pub mod rows;
pub mod scene;
pub mod table;

pub use scene::{Plan, Sizes, Tools};
pub use table::quote;

use std::io;
use std::path::Path;

/// Makes the corpora and measures on each. The table as Markdown is told after
/// each part, so that a run which is cut short leaves what it has.
///
/// # Errors
/// When something cannot be written or run.
pub fn run(plan: &Plan, dir: &Path, mut told: impl FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    let (machine, mut results) = (machine::look(&plan.tools)?, rows::Results::default());
    for measure in rows::PARTS {
        measure(plan, dir, &mut results)?;
        told(&table::write(plan, &machine, &results))?;
    }
    Ok(())
}
