//! The values of texts for programs: one JSON document, version 1.
//!
//! Each value has the fields of `values --jsonl`, and its place in its file.

use super::values_list::ListedValue;
use serde::Serialize;
use std::io::{self, Write};

/// The values of one text.
#[derive(Clone, Debug, Serialize)]
pub struct TextView<'a> {
    /// Its file, or `-` for standard input.
    pub path: &'a str,
    /// What relative dates were resolved against, in EDTF as it was given.
    pub reference: Option<String>,
    /// In order, without overlap.
    pub values: Vec<ListedValue<'a>>,
}

#[derive(Serialize)]
struct Listing<'a> {
    version: u32,
    tool: Tool,
    texts: &'a [TextView<'a>],
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Writes all texts as one document.
///
/// # Errors
/// When `out` does not take it.
pub fn write_json(texts: &[TextView<'_>], out: &mut dyn Write) -> io::Result<()> {
    let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
    serde_json::to_writer_pretty(&mut *out, &Listing { version: 1, tool, texts })?;
    writeln!(out)
}
