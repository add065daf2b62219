//! Rulings that are replaced: the old one goes, with the comments above it.

use super::format::format_claims;
use toml_edit::{DocumentMut, Item};

/// The text without the ruling on a finding; all else stays.
#[must_use]
pub fn drop_ruling(text: &str, finding: &str) -> String {
    let Ok(mut document) = text.parse::<DocumentMut>() else { return text.to_owned() };
    if let Some(rulings) = document.get_mut("ruling").and_then(Item::as_array_of_tables_mut) {
        rulings.retain(|ruling| ruling.get("finding").and_then(Item::as_str) != Some(finding));
        if rulings.is_empty() {
            document.remove("ruling");
        }
    }
    let dropped = document.to_string();
    // A file in canonical form stays in it.
    let was_formed = format_claims(text).is_ok_and(|formed| formed == text);
    if was_formed { format_claims(&dropped).unwrap_or(dropped) } else { dropped }
}
