//! The first part of a window that was stated before.
//!
//! ```text
//! 16 times since the war began. In the first month alone seven.    7: the first month of the war
//! ```

use super::same::inherited_before;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::value::{Edge, Window};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The window of a value that is of the first part of another.
pub(super) fn first_part(passage: &Passage<'_>, place: &Place<'_>) -> Option<Window> {
    let sentence = passage.sentences[place.sentence].tokens.clone();
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let opens = |at: &usize| {
        matches!(word(*at), "in" | "during" | "within" | "over") && word(at + 1) == "the" && word(at + 2) == "first"
    };
    let at = sentence.clone().find(opens)? + 3;
    let length: Span = match word(at) {
        "day" => 1.day(),
        "week" => 1.week(),
        "month" => 1.month(),
        "year" => 1.year(),
        _ => return None,
    };
    // `In the first week of May` is a date.
    let (first, last) = inherited_before(passage, place.sentence)?.from.days().filter(|_| word(at + 1) != "of")?;
    let end = |day: Date| day.checked_add(length).and_then(|end| end.yesterday()).ok();
    Some(Window { from: Edge::Between(first, last), to: Edge::Between(end(first)?, end(last)?) })
}
