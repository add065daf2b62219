//! Lists: on one line where they fit, else an item a line. Comments stay with
//! the item that they stand above or beside.

use super::WIDTH;
use super::value::{Place, format_inner};
use toml_edit::{Array, Decor, Value};

const INDENT: &str = "  ";

/// The comments above an item, or above the closing bracket, and the one
/// beside the item before.
#[derive(Default)]
struct Notes {
    beside_last: String,
    above: Vec<String>,
}

/// Takes an item out, with the comments above and beside it; those of others
/// stay with them.
pub(in crate::authoring) fn take_out(list: &mut Array, at: usize) -> Vec<String> {
    let mut notes = take_notes(list);
    if !has_notes(&notes) {
        let gone = list.remove(at);
        // The space before it is that of the next.
        if let (Some(prefix), Some(next)) = (gone.decor().prefix(), list.get_mut(at)) {
            next.decor_mut().set_prefix(prefix.clone());
        }
        return Vec::new();
    }
    list.remove(at);
    let gone = notes.remove(at);
    let beside = std::mem::replace(&mut notes[at].beside_last, gone.beside_last);
    break_lines(list, &notes);
    gone.above.into_iter().chain(Some(beside.trim().to_owned()).filter(|beside| !beside.is_empty())).collect()
}

/// Puts comments above the item at an index, or above the closing bracket.
pub(in crate::authoring) fn note_above(list: &mut Array, at: usize, comments: Vec<String>) {
    if comments.is_empty() {
        return;
    }
    let mut notes = take_notes(list);
    notes[at].above.splice(0..0, comments);
    break_lines(list, &notes);
}

/// Adds an item at the end, with comments above it.
pub(in crate::authoring) fn push_noted(list: &mut Array, item: &str, comments: Vec<String>) {
    let mut notes = take_notes(list);
    let had_notes = has_notes(&notes);
    list.push(item);
    if !had_notes && comments.is_empty() {
        return;
    }
    let mut end = notes.pop().unwrap_or_default();
    notes.push(Notes { beside_last: std::mem::take(&mut end.beside_last), above: comments });
    notes.push(end);
    break_lines(list, &notes);
}

/// Formats a list.
pub(super) fn format_list(list: &mut Array, place: &Place<'_>) {
    let notes = take_notes(list);
    for item in list.iter_mut() {
        format_inner(item, place);
    }
    if !has_notes(&notes) {
        list.fmt();
        let is_single = !list.iter().any(|item| item.to_string().contains('\n'));
        // A list within a list stands on the line of the outer one.
        let length = list.to_string().trim().chars().count();
        if list.is_empty() || place.column == 0 || is_single && place.column + length <= WIDTH {
            return;
        }
    }
    break_lines(list, &notes);
}

/// The comments of a list: one entry an item, and one for its end.
fn take_notes(list: &Array) -> Vec<Notes> {
    let mut notes: Vec<Notes> = Vec::with_capacity(list.len() + 1);
    let mut before_comma = String::new();
    let text = |raw: Option<&toml_edit::RawString>| raw.and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    for item in list {
        notes.push(read_notes(&before_comma, &text(item.decor().prefix()), notes.is_empty()));
        before_comma = text(item.decor().suffix());
    }
    notes.push(read_notes(&before_comma, list.trailing().as_str().unwrap_or_default(), list.is_empty()));
    notes
}

fn has_notes(notes: &[Notes]) -> bool {
    notes.iter().any(|notes| !notes.above.is_empty() || !notes.beside_last.is_empty())
}

/// What stands before a comma and after it: the first line is beside the item
/// before, the others are above the next.
fn read_notes(before_comma: &str, after_comma: &str, is_first: bool) -> Notes {
    let mut notes = Notes::default();
    for raw in [before_comma, after_comma] {
        for (number, line) in raw.split('\n').enumerate() {
            let comment = line.trim();
            if comment.is_empty() {
            } else if number == 0 && !is_first && notes.beside_last.is_empty() && notes.above.is_empty() {
                notes.beside_last = format!(" {comment}");
            } else {
                notes.above.push(comment.to_owned());
            }
        }
    }
    notes
}

fn break_lines(list: &mut Array, notes: &[Notes]) {
    let lead = |notes: &Notes, indent: &str| {
        let above: String = notes.above.iter().map(|comment| format!("{INDENT}{comment}\n")).collect();
        format!("{}\n{above}{indent}", notes.beside_last)
    };
    for (item, notes) in list.iter_mut().zip(notes) {
        set_decor(item, lead(notes, INDENT));
    }
    list.set_trailing_comma(!list.is_empty());
    if let Some(last) = notes.last() {
        list.set_trailing(lead(last, ""));
    }
}

fn set_decor(item: &mut Value, prefix: String) {
    *item.decor_mut() = Decor::new(prefix, "");
}
