//! The time that the head of a column gives the cells below it.
//!
//! A table sets the periods of its numbers side by side in its heads, where no words lead them: a bare
//! year there is a year, and no number of what is counted. A day is left out: it is when a figure
//! was given as often as what it is of.
//!
//! ```text
//! | Source | Calls before the invasion | Calls, 2018 |
//! | Police | 22                        | 19          |    22 before the invasion, 19 in 2018
//! ```

use super::Passage;
use super::tables::{column_head, is_head};
use crate::extract::Reading;
use crate::text::TokenKind;
use crate::value::{Edge, Precision, Window};
use jiff::civil::Date;
use std::ops::Range;

/// The period in the head of the column that a token stands in.
#[must_use]
pub fn window_of_head(passage: &Passage<'_>, sentence: usize, token: usize) -> Option<Window> {
    let head = column_head(passage, sentence, token).filter(|head| !head.is_empty())?;
    let span = passage.span_of(&head);
    if let Some(read) = passage.windows_in(span).find(|read| !read.same) {
        return Some(read.window);
    }
    let mut moments = passage.values_in(span).filter_map(|value| match &value.reading {
        Reading::Moment(when) => when.moment.as_ref(),
        _ => None,
    });
    let (first, last) = match moments.next() {
        Some(moment) if moment.precision <= Precision::Month => (moment.first_day()?, moment.last_day()?),
        Some(_) => return None,
        None => {
            let mut years = head.clone().filter_map(|at| year_at(passage, at));
            years.next().filter(|_| years.next().is_none())?
        }
    };
    Some(Window { from: Edge::on(first), to: Edge::on(last) })
}

/// Whether a number in the head of a table is a year.
#[must_use]
pub fn is_year_of_head(passage: &Passage<'_>, sentence: usize, tokens: &Range<usize>) -> bool {
    tokens.len() == 1 && year_at(passage, tokens.start).is_some() && is_head(passage, sentence)
}

/// The days of a year in four digits that stand alone: not `1,2019` or `$2019`.
fn year_at(passage: &Passage<'_>, at: usize) -> Option<(Date, Date)> {
    let token = passage.tokens.get(at);
    let raw = passage.tokens.raw(at);
    let is_free = |next: usize| {
        next >= passage.tokens.len()
            || passage.tokens.get(next).spaced
            || matches!(passage.tokens.folded(next), "|" | ")" | ",")
    };
    let alone = token.kind == TokenKind::Digits && raw.len() == 4 && is_free(at + 1);
    let begins = token.spaced || at.checked_sub(1).is_some_and(|at| matches!(passage.tokens.folded(at), "|" | "("));
    let year = raw.parse::<i16>().ok().filter(|year| alone && begins && (1900..2100).contains(year))?;
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}
