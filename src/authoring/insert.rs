//! New tables into a text: what stands there stays to the byte.
//!
//! A claim goes after the last claim of its topic, or after the topic; a
//! ruling after the last ruling; everything else to the end.

use toml_edit::{Document, Item, Table};

/// Where a new table belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'p> {
    /// With the claims of a topic.
    ClaimOf(&'p str),
    /// With the rulings.
    Ruling,
    /// After everything.
    End,
}

/// The text with a stanza in its place.
///
/// ```
/// use gainsay::authoring::insert::{Place, insert};
/// let text = "version = 1\n\n[[topic]]\nid = \"calls\" # the first\n\n# Others.\n[[topic]]\nid = \"visits\"\n";
/// assert_eq!(
///     insert(text, "[[claim]]\nid = \"a\"\n", Place::ClaimOf("calls")),
///     "version = 1\n\n[[topic]]\nid = \"calls\" # the first\n\n[[claim]]\nid = \"a\"\n\n# Others.\n[[topic]]\nid = \"visits\"\n"
/// );
/// ```
#[must_use]
pub fn insert(text: &str, stanza: &str, place: Place<'_>) -> String {
    let is_crlf = text.contains("\r\n");
    let at = anchor(text, place).unwrap_or_else(|| text.trim_end().len());
    let end = text[at..].find('\n').map_or(text.len(), |line| at + line + 1);
    let (before, after) = (text[..end].trim_end(), &text[end..]);
    let stanza = format!("\n\n{}\n", stanza.trim_end());
    let stanza = if is_crlf { stanza.replace('\n', "\r\n") } else { stanza };
    // Blank lines at the end are no part of the file.
    let after = if after.trim().is_empty() { "" } else { after };
    let stanza = if before.is_empty() { stanza.trim_start() } else { &stanza };
    format!("{before}{stanza}{after}")
}

/// The last byte of what the new table comes after.
fn anchor(text: &str, place: Place<'_>) -> Option<usize> {
    let document = Document::parse(text).ok()?;
    let tables = |name: &str| document.get(name).and_then(Item::as_array_of_tables).into_iter().flatten();
    let says = |table: &Table, key: &str, wanted: &str| table.get(key).and_then(Item::as_str) == Some(wanted);
    match place {
        Place::ClaimOf(topic) => {
            let claims = tables("claim").filter(|claim| says(claim, "topic", topic)).filter_map(last_byte);
            let of_topic = || tables("topic").filter(|table| says(table, "id", topic)).filter_map(last_byte).max();
            claims.max().or_else(of_topic)
        }
        Place::Ruling => tables("ruling").filter_map(last_byte).max(),
        Place::End => None,
    }
}

/// The end of the last thing in a table.
fn last_byte(table: &Table) -> Option<usize> {
    let inner = table.iter().filter_map(|(_, item)| match item {
        Item::Value(value) => value.span().map(|span| span.end),
        Item::Table(table) => last_byte(table),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(last_byte).max(),
        Item::None => None,
    });
    inner.chain(table.span().map(|span| span.end)).max()
}
