//! The patterns of a topic, facet, option or point, each mistake at its place
//! inside the string: in `"{puttin} called"` the caret is under `{puttin}`.

use super::names::Names;
use super::problems::Problems;
use super::walk::{Table, Text};
use crate::claims::pattern::parse::locate;
use crate::claims::{Part, Pattern, parse_pattern};
use crate::text::Span;

/// Whether patterns have to have a slot, or must not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// The value is read from it.
    Needed,
    /// The pattern itself says which answer it is.
    Barred,
    /// The topic's kind is wrong, and told.
    Open,
}

/// The patterns under a key; none when it is not there.
pub(super) fn read_patterns(
    table: &Table<'_>,
    key: &str,
    slot: Slot,
    names: &Names<'_>,
    problems: &mut Problems,
) -> Vec<Pattern> {
    let texts = table.texts(key, problems);
    texts.into_iter().filter_map(|text| read_pattern(text, slot, names, problems)).collect()
}

fn read_pattern(text: Text<'_>, slot: Slot, names: &Names<'_>, problems: &mut Problems) -> Option<Pattern> {
    let pattern = match parse_pattern(text.text, text.span, &|id| names.has(id)) {
        Ok(pattern) => pattern,
        Err(errors) => {
            for error in errors {
                let near = error.unknown.and_then(|name| problems.suggest(&name, names.all().chain(["value"])));
                problems.error(error.span, error.message, "", error.help.or(near));
            }
            return None;
        }
    };
    match (slot, has_slot(&pattern.parts)) {
        (Slot::Needed, false) => {
            let help = Some("put {value} where texts have it".to_owned());
            problems.error(text.span, "a pattern without `{value}`", "", help);
        }
        (Slot::Barred, true) => {
            let at = text.text.find("{value}").map(|at| Span::new(at, at + "{value}".len()));
            let span = at.map_or(text.span, |at| locate(text.text, text.span, at));
            let help = Some("these patterns say which answer it is, not a number or date: take it out".to_owned());
            problems.error(span, "no place for `{value}`", "", help);
        }
        _ => return Some(pattern),
    }
    None
}

fn has_slot(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Value => true,
        Part::OneOf(ways) => ways.iter().any(|way| has_slot(way)),
        Part::Optional(inner) => has_slot(inner),
        Part::Word(_) | Part::Digits(_) | Part::Sign(_) | Part::Name(_) | Part::Gap => false,
    })
}
