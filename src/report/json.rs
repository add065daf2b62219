//! The machine output, version 1: additions are compatible, renames are not.
//!
//! ```json
//! {"version": 1, "tool": {"name": "gainsay", "version": "0.1.0"}, "articles": [], "topics": [], …}
//! ```

use super::Report;
use serde::Serialize;
use std::io::{self, Write};

/// The version of the format.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    tool: Tool,
    #[serde(flatten)]
    report: &'r Report,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Writes the report as one JSON document, indented, with a line end.
///
/// # Errors
/// When `out` does not take it.
pub fn write_json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
    serde_json::to_writer_pretty(&mut *out, &Document { version: VERSION, tool, report })?;
    out.write_all(b"\n")
}
