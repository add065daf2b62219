//! Tables: their keys in order, and what stands around them.

use super::margin::{Before, beside, margin};
use super::value::{Place, format_value};
use crate::claims::keys;
use std::collections::BTreeMap;
use toml_edit::{Item, Table};

/// Formats the keys and the tables of a table, not its header.
pub(super) fn format_body(table: &mut Table, path: &mut Vec<String>, kinds: &BTreeMap<String, String>) {
    sort_keys(table, path);
    let kind = table.get("topic").and_then(Item::as_str).and_then(|topic| kinds.get(topic)).cloned();
    let mut before = Before::FirstKey;
    for (mut key, item) in table.iter_mut() {
        path.push(key.get().to_owned());
        match item {
            Item::Value(value) => {
                let above = key.leaf_decor().prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
                key.fmt();
                key.leaf_decor_mut().set_prefix(margin(&above, before));
                key.leaf_decor_mut().set_suffix(" ");
                before = Before::Key;
                let place = Place { path, kind: kind.as_deref(), column: key.display_repr().len() + " = ".len() };
                format_value(value, &place);
            }
            Item::Table(inner) => {
                format_header(inner);
                format_body(inner, path, kinds);
            }
            Item::ArrayOfTables(tables) => {
                for inner in tables.iter_mut() {
                    format_header(inner);
                    format_body(inner, path, kinds);
                }
            }
            Item::None => {}
        }
        path.pop();
    }
}

/// Keys that nobody knows come last, in the order they have.
fn sort_keys(table: &mut Table, path: &[String]) {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let Some(known) = keys::of(&steps) else { return };
    let rank = |key: &str| known.iter().position(|name| *name == key).unwrap_or(known.len());
    table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
}

fn format_header(table: &mut Table) {
    // A table of dotted keys has no header of its own.
    if table.is_dotted() || table.is_implicit() {
        return;
    }
    let decor = table.decor_mut();
    let above = decor.prefix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    let after = decor.suffix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    decor.set_prefix(margin(&above, Before::Table));
    decor.set_suffix(beside(&after));
}
