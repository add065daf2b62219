//! The formats of a report: a file a format, all of one shape. A format renders
//! the view as it stands; it never sorts, counts or decides.
//!
//! ```
//! use gainsay::report::formats::find_format;
//! assert_eq!(find_format("sarif").unwrap().name, "sarif");
//! ```

pub mod annotations;
pub mod claimreview;
pub mod csv;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
pub mod rdjson;
pub mod sarif;
pub mod table;

use super::{Layout, Report};
use std::io::{self, Write};

/// A way to write a report.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// One line, for `--help`.
    pub summary: &'static str,
    /// Its page, `docs/formats/<name>.md`.
    pub page: &'static str,
    /// Writes a report. Only text for a terminal heeds the layout.
    pub write: fn(&Report, &Layout, &mut dyn Write) -> io::Result<()>,
}

/// Every format: first those for people, then those for programs.
pub static FORMATS: [&Format; 13] = [
    &table::FORMAT,
    &html::FORMAT,
    &markdown::FORMAT,
    &csv::FORMAT,
    &json::FORMAT,
    &jsonl::FORMAT,
    &sarif::FORMAT,
    &github::FORMAT,
    &gitlab::FORMAT,
    &junit::FORMAT,
    &rdjson::FORMAT,
    &annotations::FORMAT,
    &claimreview::FORMAT,
];

/// The format with a name.
#[must_use]
pub fn find_format(name: &str) -> Option<&'static Format> {
    FORMATS.into_iter().find(|format| format.name == name)
}
