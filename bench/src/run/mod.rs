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

/// Makes the corpora, measures, and gives the table as Markdown.
///
/// # Errors
/// When something cannot be written or run.
pub fn run(plan: &Plan, dir: &Path) -> io::Result<String> {
    let machine = machine::look(&plan.tools)?;
    let results = rows::measure(plan, dir)?;
    Ok(table::write(plan, &machine, &results))
}
