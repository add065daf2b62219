//! Mending what needs no decision; everything else of the file stays.

use crate::authoring::edit::{comments, comments_of, edit};
use crate::authoring::format::NotToml;
use crate::authoring::format::list::{note_above, push_noted, take_out};
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// How a complaint is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// A text goes from `limits` to `matches`.
    MoveLimit {
        /// The topic's id.
        topic: String,
        /// The text.
        text: String,
    },
    /// An alias goes.
    DropAlias {
        /// `claimant`, `entity` or `event`.
        table: &'static str,
        /// Whose alias it is.
        id: String,
        /// The last alias that reads so.
        alias: String,
    },
}

/// The text with everything mended.
///
/// # Errors
/// When the text is no TOML.
pub fn apply_fixes<'f>(text: &str, fixes: impl Iterator<Item = &'f Fix>) -> Result<String, NotToml> {
    edit(text, |document| {
        for fix in fixes {
            match fix {
                Fix::MoveLimit { topic, text } => move_limit(document, topic, text),
                Fix::DropAlias { table, id, alias } => drop_alias(document, table, id, alias),
            }
        }
    })
}

/// The last alias that reads so goes; what is noted beside it stays.
fn drop_alias(document: &mut DocumentMut, table: &str, id: &str, alias: &str) {
    let Some(aliases) = list(document, table, id, "aliases") else { return };
    let reads_so = |at: &usize| aliases.get(*at).and_then(Value::as_str) == Some(alias);
    let Some(at) = (0..aliases.len()).rev().find(reads_so) else { return };
    let comments = take_out(aliases, at);
    note_above(aliases, at, comments);
}

/// A text goes from `limits` to `matches`, and with it what is noted of it.
fn move_limit(document: &mut DocumentMut, topic: &str, text: &str) {
    let Some(limits) = list(document, "topic", topic, "limits") else { return };
    let Some(at) = limits.iter().position(|limit| limit.as_str() == Some(text)) else { return };
    let mut noted = take_out(limits, at);
    let is_empty = limits.is_empty();
    let Some(of) = table(document, "topic", topic) else { return };
    if is_empty && let Some((key, limits)) = of.remove_entry("limits") {
        noted.splice(0..0, comments(key.leaf_decor()));
        if let Some(limits) = limits.as_array() {
            noted.extend(comments_of(Some(limits.trailing())));
            noted.extend(comments(limits.decor()));
        }
    }
    let matches = of.entry("matches").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    if let Some(matches) = matches.as_array_mut() {
        push_noted(matches, text, noted);
    }
}

fn list<'d>(document: &'d mut DocumentMut, name: &str, id: &str, key: &str) -> Option<&'d mut Array> {
    table(document, name, id)?.get_mut(key)?.as_array_mut()
}

fn table<'d>(document: &'d mut DocumentMut, name: &str, id: &str) -> Option<&'d mut Table> {
    let tables = document.get_mut(name)?.as_array_of_tables_mut()?;
    tables.iter_mut().find(|table| table.get("id").and_then(Item::as_str) == Some(id))
}
