//! The time that the head of a column, or the label of a row, gives its cells.
//!
//! A table sets the periods of its numbers side by side in its heads, or one below the other, where no words lead
//! them: a bare year there is a year, and no number of what is counted. A day is no period: it is when a figure
//! was given as often as what it is of.
//!
//! ```text
//! | Source | Calls before the invasion | Calls, 2018 |
//! | Police | 22                        | 19          |    22 before the invasion, 19 in 2018
//!
//! | Year | Police | Union |
//! | 2018 | 19     | 22    |    19 in 2018 by the police, 22 by the union
//! ```

use super::Passage;
use super::tables::{cells, column_head, head_of, is_head};
use crate::extract::{Extracted, Reading};
use crate::text::TokenKind;
use crate::value::{Edge, Precision, Window};
use jiff::civil::Date;
use std::ops::Range;

/// The period in the head of the column that a token stands in.
#[must_use]
pub fn window_of_head(passage: &Passage<'_>, sentence: usize, token: usize) -> Option<Window> {
    let head = column_head(passage, sentence, token).filter(|head| !head.is_empty())?;
    window_of(passage, &head)
}

/// The period that is the label of the row that a token stands in. A year that is not over ends when the article was
/// printed.
#[must_use]
pub fn window_of_label(passage: &Passage<'_>, sentence: usize, token: usize) -> Option<Window> {
    head_of(passage, sentence)?;
    let label = cells(passage, sentence).into_iter().next().filter(|label| !label.contains(&token))?;
    if !is_period(passage, &label) {
        return None;
    }
    let window = window_of(passage, &label)?;
    let (first, last) = (window.from.days()?.0, window.to.days()?.1);
    let is_within = |printed: &Date| (first..last).contains(printed);
    let to = passage.printed().filter(is_within).map_or(window.to, Edge::on);
    Some(Window { to, ..window })
}

/// The year with which an entry of a timeline opens: `1998: coke ovens close`.
#[must_use]
pub fn window_of_entry(passage: &Passage<'_>, sentence: usize) -> Option<Window> {
    let tokens = &passage.sentences[sentence].tokens;
    let year = (tokens.start..tokens.end).find(|&at| passage.tokens.folded(at) != "*")?;
    let mark = (year + 1..tokens.end).find(|&at| passage.tokens.folded(at) != "*")?;
    let opens = matches!(passage.tokens.folded(mark), ":" | "-") && year_at(passage, year).is_some();
    if opens { window_of(passage, &(year..year + 1)) } else { None }
}

/// Whether a label is a year or a month, and nothing else.
#[must_use]
pub fn is_period(passage: &Passage<'_>, label: &Range<usize>) -> bool {
    if label.is_empty() {
        return false;
    }
    let is_year = || label.len() == 1 && year_at(passage, label.start).is_some();
    let is_month = |value: &Extracted| match &value.reading {
        Reading::Moment(when) => {
            let precision = when.moment.as_ref().map(|moment| moment.precision);
            precision.is_some_and(|precision| precision <= Precision::Month) && passage.tokens_of(value.span) == *label
        }
        _ => false,
    };
    is_year() || passage.values_in(passage.span_of(label)).any(is_month)
}

/// The day that is the label of a row, with nothing besides: a level in the row is of that day.
#[must_use]
pub fn day_of_label(passage: &Passage<'_>, label: &Range<usize>) -> Option<Date> {
    let of = |value: &Extracted| match &value.reading {
        Reading::Moment(when) if passage.tokens_of(value.span) == *label => when.moment.as_ref()?.only_day(),
        _ => None,
    };
    if label.is_empty() { None } else { passage.values_in(passage.span_of(label)).find_map(of) }
}

/// The day of the row that a token stands in.
#[must_use]
pub fn day_of_row(passage: &Passage<'_>, sentence: usize, token: usize) -> Option<Date> {
    head_of(passage, sentence)?;
    let label = cells(passage, sentence).into_iter().next().filter(|label| !label.contains(&token))?;
    day_of_label(passage, &label)
}

/// The period that a cell names.
fn window_of(passage: &Passage<'_>, head: &Range<usize>) -> Option<Window> {
    let span = passage.span_of(head);
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
pub(in crate::matching) fn year_at(passage: &Passage<'_>, at: usize) -> Option<(Date, Date)> {
    let token = passage.tokens.get(at);
    let raw = passage.tokens.raw(at);
    let is_free = |next: usize| {
        next >= passage.tokens.len()
            || passage.tokens.get(next).spaced
            || matches!(passage.tokens.folded(next), "|" | ")" | "," | ":")
    };
    let alone = token.kind == TokenKind::Digits && raw.len() == 4 && is_free(at + 1);
    let begins = token.spaced || at.checked_sub(1).is_some_and(|at| matches!(passage.tokens.folded(at), "|" | "("));
    let year = raw.parse::<i16>().ok().filter(|year| alone && begins && (1900..2100).contains(year))?;
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}
