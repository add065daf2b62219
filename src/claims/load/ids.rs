//! Ids: what may be one, and that no two are the same. `id = "vladimir putin"`
//! is told, with `vladimir-putin` for help.
//!
//! An id is letters, digits, `-`, `_` and `.`: it must fit into `{id}` in a
//! pattern and between spaces on a command line.

use super::problems::Problems;
use super::walk::{Table, Text};
use crate::text::Span;
use std::collections::BTreeMap;

/// The ids of one kind, each with the place of its first use.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids<'d> {
    first: BTreeMap<&'d str, Span>,
}

impl<'d> Ids<'d> {
    /// The `id` of a table: there, well formed and new.
    pub(super) fn read(&mut self, table: &Table<'d>, problems: &mut Problems) -> Option<&'d str> {
        let id = table.need("id", problems)?.text(problems)?;
        if !is_id(id, problems) {
            return None;
        }
        if let Some(&first) = self.first.get(id.text) {
            let help = format!("the first is on line {}", problems.line(first));
            problems.error(id.span, format!("duplicate id `{}`", id.text), "", Some(help));
            return None;
        }
        self.first.insert(id.text, id.span);
        Some(id.text)
    }

    /// Whether some table has this id, even one that was left out.
    pub(super) fn has(&self, id: &str) -> bool {
        self.first.contains_key(id)
    }

    /// All of them, in order of the alphabet.
    pub(super) fn all(&self) -> impl Iterator<Item = &'d str> {
        self.first.keys().copied()
    }
}

fn is_id(id: Text<'_>, problems: &mut Problems) -> bool {
    let fits = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
    if id.text.is_empty() {
        problems.error(id.span, "empty id", "", None);
        return false;
    }
    if id.text == "value" {
        let help = "in a pattern, {value} is the slot of the value".to_owned();
        problems.error(id.span, "the id `value` is taken", "", Some(help));
        return false;
    }
    let Some(wrong) = id.text.chars().find(|&character| !fits(character)) else { return true };
    let hyphened: String = id.text.trim().chars().map(|c| if fits(c) { c } else { '-' }).collect();
    let hyphened = hyphened.trim_matches('-');
    let help = (!hyphened.is_empty()).then(|| format!("did you mean `{hyphened}`?"));
    let label = if wrong.is_whitespace() { "an id has no spaces" } else { "an id is letters, digits, -, _ and ." };
    problems.error(id.span, format!("`{}` is no id", id.text.escape_debug()), label, help);
    false
}
