//! The machine output, version 1: additions are compatible, renames are not.
//!
//! ```json
//! {"version": 1, "tool": {"name": "gainsay", "version": "0.1.0"}, "articles": [], "topics": [], …}
//! ```

use super::Format;
use crate::report::escaped::write_document;
use crate::report::{Layout, Report};
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "json",
    summary: "everything, for programs: one document",
    page: include_str!("../../../docs/formats/json.md"),
    write: write_json,
};

/// The version of the format.
pub const VERSION: u32 = 1;

/// The whole document.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "The report of gainsay check --format json")]
pub struct Document<'r> {
    /// Of the format: additions keep it, renames do not.
    pub version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// What was found.
    #[serde(flatten)]
    pub report: &'r Report,
}

/// What wrote a document.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Tool {
    /// The name of the program.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Tool {
    /// This program.
    pub const THIS: Self = Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

/// Writes the report as one JSON document, indented, with a line end.
///
/// # Errors
/// When `out` does not take it.
pub fn write_json(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    write_document(&Document { version: VERSION, tool: Tool::THIS, report }, out)
}
