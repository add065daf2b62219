//! Values, periods and facets as a table says them: the words of
//! [`compare::words`](crate::compare::words) and
//! [`compare::dates`](crate::compare::dates), with a no-break space (U+00A0)
//! between a number and its unit and inside a date, so that no line ends there.
//!
//! ```
//! use gainsay::report::says::glued;
//! assert_eq!(glued("more than 120 minutes"), "more than 120\u{a0}minutes");
//! assert_eq!(glued("24 Feb 2022 to Oct 2022"), "24\u{a0}Feb\u{a0}2022 to\u{a0}Oct\u{a0}2022");
//! ```

use crate::claims::{ClaimSet, Topic};
use crate::compare::dates::window_in_words;
use crate::compare::words::{option_in_words, value_in_words};
use crate::value::{Value, Window};

/// Words after a number that are not its unit.
const LOOSE: [&str; 7] = ["to", "until", "or", "and", "on", "under", "over"];
/// Words between a number and its unit.
const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A value of a topic. A choice between people, such as who asked for a call,
/// says their names.
#[must_use]
pub fn value(value: &Value, topic: &Topic, claims: &ClaimSet) -> String {
    match value {
        Value::Choice(option) if !claims.names(option).is_empty() => claims.display(option).to_owned(),
        value => glued(&value_in_words(value, topic)),
    }
}

/// A window; `None` when nothing is known of it.
#[must_use]
pub fn period(window: &Window) -> Option<String> {
    (!window.is_unknown()).then(|| glued(&window_in_words(window)))
}

/// A facet: `counted by: organisers`.
#[must_use]
pub fn facet(id: &str, option: &str) -> String {
    format!("{}: {}", option_in_words(id), option_in_words(option))
}

/// The words with each number held to what it counts, and a date to itself.
#[must_use]
pub fn glued(words: &str) -> String {
    let mut glued = String::with_capacity(words.len());
    let mut last = "";
    for word in words.split(' ') {
        if !glued.is_empty() {
            let counts = (ends_in_digit(last) || SCALES.contains(&last)) && !LOOSE.contains(&word);
            let leads = matches!(last, "to" | "until");
            let dates = MONTHS.contains(&last) && ends_in_digit(word);
            glued.push(if counts || dates || leads { '\u{a0}' } else { ' ' });
        }
        glued.push_str(word);
        last = word;
    }
    glued
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|sign: char| sign.is_ascii_digit())
}
