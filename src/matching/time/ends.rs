//! The end of a year or month, as that up to which something had been counted.
//!
//! `The end of` a stretch is its last third as a date, but who counts up to it means its last days, and
//! not what a text printed weeks before had counted. Told of what had been, `the end of the year` is
//! that of the year that is over.
//!
//! ```text
//! by the end of 2019, 40 had been freed        in December 2019
//! by the end of June, 40 had been freed        28 to 30 June
//! by the end of the year, 40 had been freed    in December of the year before, in a text of January
//! ```

use crate::extract::window::last_of;
use crate::matching::passage::Passage;
use crate::value::{Moment, Precision};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// A moment that some tokens of a sentence state, cut to its last days where they say that it is an end.
pub(super) fn closing(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
    moment: &Moment,
) -> Moment {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let end = tokens.start + usize::from(word(tokens.start) == "the");
    let is_end = moment.precision == Precision::Part && word(end) == "end" && word(end + 1) == "of";
    let Some((first, last)) = moment.first_day().zip(moment.last_day()).filter(|_| is_end) else {
        return moment.clone();
    };
    let had = || (tokens.end..sentence.end).any(|at| word(at) == "had");
    let is_ahead = |day: Date| passage.printed().is_some_and(|printed| printed < day);
    // `By the end of the year 40 had been freed`, written in January.
    let is_the_year = word(tokens.end - 1) == "year" && word(tokens.end.saturating_sub(2)) == "the";
    let before = |day: Date| day.checked_sub(1.year()).ok();
    let (first, last) = match before(first).zip(before(last)) {
        Some(before) if is_the_year && is_ahead(first) && had() => before,
        _ => (first, last),
    };
    Moment { zone: moment.zone.clone(), ..Moment::days(last_of(first, last), last, moment.precision) }
}
