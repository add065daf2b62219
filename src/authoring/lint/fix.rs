//! Mending what needs no decision; everything else of the file stays.

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
pub fn apply_fixes<'f>(text: &str, fixes: impl Iterator<Item = &'f Fix>) -> Result<String, super::super::NotToml> {
    let mut document: DocumentMut = text.parse().map_err(super::super::NotToml::from)?;
    for fix in fixes {
        match fix {
            Fix::MoveLimit { topic, text } => move_limit(&mut document, topic, text),
            Fix::DropAlias { table, id, alias } => {
                if let Some(aliases) = list(&mut document, table, id, "aliases")
                    && let Some(at) =
                        (0..aliases.len()).rev().find(|&at| aliases.get(at).and_then(Value::as_str) == Some(alias))
                {
                    remove(aliases, at);
                }
            }
        }
    }
    Ok(document.to_string())
}

fn move_limit(document: &mut DocumentMut, topic: &str, text: &str) {
    let Some(limits) = list(document, "topic", topic, "limits") else { return };
    let Some(at) = limits.iter().position(|limit| limit.as_str() == Some(text)) else { return };
    remove(limits, at);
    let is_empty = limits.is_empty();
    let Some(of) = table(document, "topic", topic) else { return };
    if is_empty {
        of.remove("limits");
    }
    let matches = of.entry("matches").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    if let Some(matches) = matches.as_array_mut() {
        matches.push(text);
    }
}

/// Takes an item out; the space before it is that of the next.
fn remove(list: &mut Array, at: usize) {
    let gone = list.remove(at);
    let is_blank = |raw: &str| raw.trim().is_empty();
    let prefix = gone.decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    if let Some(next) = list.get_mut(at)
        && next.decor().prefix().and_then(|raw| raw.as_str()).is_some_and(is_blank)
        && is_blank(&prefix)
    {
        next.decor_mut().set_prefix(prefix);
    }
}

fn list<'d>(document: &'d mut DocumentMut, name: &str, id: &str, key: &str) -> Option<&'d mut Array> {
    table(document, name, id)?.get_mut(key)?.as_array_mut()
}

fn table<'d>(document: &'d mut DocumentMut, name: &str, id: &str) -> Option<&'d mut Table> {
    let tables = document.get_mut(name)?.as_array_of_tables_mut()?;
    tables.iter_mut().find(|table| table.get("id").and_then(Item::as_str) == Some(id))
}
