//! Values: strings in their plainest quotation marks, exact dates as dates,
//! lists and inline tables on one line where they fit.

use super::list::format_list;
use super::margin::beside;
use crate::claims::keys;
use crate::value::edtf::parse_date;
use toml_edit::{Decor, InlineTable, Value};

/// Where a value stands.
pub(super) struct Place<'p> {
    /// The keys that lead to it.
    pub(super) path: &'p [String],
    /// The kind of its claim's topic.
    pub(super) kind: Option<&'p str>,
    /// How many columns stand before it.
    pub(super) column: usize,
}

/// Formats the value of a key; a comment beside it stays there.
pub(super) fn format_value(value: &mut Value, place: &Place<'_>) {
    let after = value.decor().suffix().and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    format_inner(value, place);
    *value.decor_mut() = Decor::new(" ", beside(&after));
}

/// Formats a value but for what stands around it.
pub(super) fn format_inner(value: &mut Value, place: &Place<'_>) {
    match value {
        Value::String(text) => {
            let plain = date_of(text.value(), place).or_else(|| {
                let is_long = text.as_repr().and_then(|repr| repr.as_raw().as_str()).is_some_and(is_multi_line);
                if is_long { None } else { plain_string(text.value()) }
            });
            if let Some(plain) = plain {
                *value = plain;
            }
        }
        Value::Array(list) => format_list(list, place),
        Value::InlineTable(table) => format_inline(table, place),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

fn is_multi_line(repr: &str) -> bool {
    repr.starts_with("\"\"\"") || repr.starts_with("'''")
}

/// A string in the quotation marks that need no escapes; `None` where it
/// needs some, and stays as it is.
fn plain_string(text: &str) -> Option<Value> {
    let is_plain = !text.chars().any(|sign| sign.is_control() || sign == '\u{7f}');
    let written = match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) if is_plain => format!("\"{text}\""),
        (true, false) if is_plain => format!("'{text}'"),
        _ => return None,
    };
    written.parse().ok()
}

/// The TOML date that a string is, where a date is meant.
fn date_of(text: &str, place: &Place<'_>) -> Option<Value> {
    let steps: Vec<&str> = place.path.iter().map(String::as_str).collect();
    let is_date = match steps.as_slice() {
        ["event", "on"] | ["topic", "during" | "published"] | ["claim", "during"] | ["ruling", "on" | "until"] => true,
        ["claim", "value"] => place.kind == Some("date"),
        _ => false,
    };
    let is_exact = text.len() == "2022-02-24".len() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_date && is_exact && parse_date(text).is_ok() { text.parse().ok() } else { None }
}

/// `{ id = "visit", match = ["in person"] }`. One that is spread over lines,
/// as later versions of TOML allow, stays as it is.
fn format_inline(table: &mut InlineTable, place: &Place<'_>) {
    if table.to_string().trim().contains('\n') || table.is_dotted() {
        return;
    }
    let steps: Vec<&str> = place.path.iter().map(String::as_str).collect();
    if let Some(known) = keys::of(&steps) {
        let rank = |key: &str| known.iter().position(|name| *name == key).unwrap_or(known.len());
        table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
    }
    for (key, value) in table.iter_mut() {
        let path: Vec<String> = place.path.iter().cloned().chain([key.get().to_owned()]).collect();
        // Inside of one line nothing is broken.
        format_inner(value, &Place { path: &path, kind: place.kind, column: 0 });
    }
    table.fmt();
}
