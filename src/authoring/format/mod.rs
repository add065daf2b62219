//! The canonical form of a `claims.toml`: keys in the order of the reference,
//! one space around `=`, a blank line before each table, lists on one line
//! where they fit, exact dates as TOML dates.
//!
//! Tables keep their order: it is the order in which topics are told. Comments
//! stay with the key, item or table that they stand above or beside. Nothing
//! changes its meaning, and a second run changes nothing. It refuses what is
//! no TOML.
//!
//! ```
//! use gainsay::authoring::format_claims;
//! let formed = format_claims("version=1\n[[event]]\nname='the vote' # the second\non=\"2022-04-24\"\nid=\"vote\"\n");
//! assert_eq!(
//!     formed.unwrap(),
//!     "version = 1\n\n[[event]]\nid = \"vote\"\nname = \"the vote\" # the second\non = 2022-04-24\n"
//! );
//! ```

pub(super) mod list;
mod margin;
mod table;
mod value;

use std::collections::BTreeMap;
use thiserror::Error;
use toml_edit::DocumentMut;

/// Lines are no longer than this where they can be broken.
pub const WIDTH: usize = 120;

/// A text that has no canonical form.
#[derive(Debug, Error)]
#[error("the file is no TOML")]
pub struct NotToml(#[from] toml_edit::TomlError);

/// The canonical form of a claims file.
///
/// # Errors
/// When the text is no TOML: the loader tells where.
pub fn format_claims(text: &str) -> Result<String, NotToml> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A file of another system keeps its line ends, where they are all alike.
    let is_crlf = text.contains("\r\n") && text.matches('\n').count() == text.matches("\r\n").count();
    let mut document: DocumentMut = text.parse()?;
    if text.contains('\r') {
        // Only now: of a carriage return before a line end this would make one.
        document = text.replace("\r\n", "\n").parse()?;
    }
    let kinds = kinds(&document);
    table::format_body(document.as_table_mut(), &mut Vec::new(), &kinds);
    let trailing = margin::margin(document.trailing().as_str().unwrap_or_default(), margin::Before::Table);
    document.set_trailing(trailing);
    let formed = format!("{}\n", document.to_string().trim_matches('\n'));
    Ok(if is_crlf { formed.replace('\n', "\r\n") } else { formed })
}

/// The kind of each topic, by its id: only the values of dates are dates.
fn kinds(document: &DocumentMut) -> BTreeMap<String, String> {
    let topics = document.get("topic").and_then(|item| item.as_array_of_tables());
    let text = |table: &toml_edit::Table, key: &str| table.get(key)?.as_str().map(str::to_owned);
    let kinds = topics.into_iter().flatten().filter_map(|topic| Some((text(topic, "id")?, text(topic, "kind")?)));
    kinds.collect()
}
