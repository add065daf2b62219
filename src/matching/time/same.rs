//! `In the same period`: the period of a sentence before.
//!
//! ```text
//! 20 calls since May. Five in the same period with others.      5: since May
//! 20 calls since May, 12 in the same period last year           12: from May last year to this day last year
//! 20 calls since 2021. In the two years before that, 12.        12: from 2019 to 2021
//! ```

use super::ordinal::end_on_its_day;
use crate::corpus::BlockKind;
use crate::extract::Reading;
use crate::extract::window::{OtherYear, WindowRead};
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::value::{Edge, Window};
use jiff::ToSpan;
use jiff::civil::Date;

/// How many sentences back `in the same period` may point.
const NEAR: usize = 3;
/// The same of what opens a paragraph.
const PARAGRAPH: usize = 6;

/// `In the same period`: the window of the nearest sentence before that has one, at most three sentences back; what opens a
/// paragraph points back at the one before.
pub(super) fn inherited(passage: &Passage<'_>, place: &Place<'_>, read: &WindowRead) -> Option<Window> {
    let sentence = place.sentence;
    // Beside another number, of which it may be; else it dates something else, as `a review of last summer counted`.
    let here = passage.windows_in(passage.sentences[sentence].span).take_while(|other| other.span != read.span);
    let beside = here.filter(|other| !other.same && !place.rivals.is_empty()).map(|other| other.window).last();
    let before = beside.or_else(|| inherited_before(passage, sentence));
    match read.year {
        None => before,
        Some(OtherYear::UpTo(years)) => before.and_then(|window| up_to(&window, years)),
        Some(year) => before.and_then(|window| in_other_year(&window, year)).or_else(|| within_year(year)),
    }
}

/// Some stretch of a year.
fn within_year(year: OtherYear) -> Option<Window> {
    let OtherYear::In(year) = year else { return None };
    let edge = Edge::Between(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    Some(Window { from: edge, to: edge })
}

/// `Five from January to May, and three in the same period last year`: from January to May of that year.
fn in_other_year(window: &Window, year: OtherYear) -> Option<Window> {
    let years = match year {
        OtherYear::In(year) => window.from.days().or(window.to.days())?.1.year().checked_sub(year)?,
        OtherYear::Before(years) | OtherYear::UpTo(years) => years,
    };
    Some(Window { from: years_back(window.from, years)?, to: years_back(window.to, years)? })
}

/// So many years up to the beginning of a window.
fn up_to(window: &Window, years: i16) -> Option<Window> {
    let (first, _) = window.from.days()?;
    Some(Window {
        from: years_back(window.from, years)?,
        to: Edge::Between(first.yesterday().ok()?, window.from.days()?.1),
    })
}

fn years_back(edge: Edge, years: i16) -> Option<Edge> {
    let back = |date: Date| date.checked_sub(years.years()).ok();
    match edge {
        Edge::Between(first, last) => Some(Edge::Between(back(first)?, back(last)?)),
        other => Some(other),
    }
}

/// The window of a sentence before.
pub(super) fn inherited_before(passage: &Passage<'_>, sentence: usize) -> Option<Window> {
    let block = |sentence: usize| passage.sentences[sentence].block;
    let opens = sentence > 0 && block(sentence - 1) < block(sentence);
    let earlier = (sentence.saturating_sub(if opens { PARAGRAPH } else { NEAR })..sentence).rev();
    // Below another heading, or a question, another thing is told.
    let goes_on = |&at: &usize| {
        let sentence = &passage.sentences[at];
        let asks = passage.tokens.folded(sentence.tokens.end - 1) == "?";
        !matches!(sentence.kind, BlockKind::Heading) && !asks
    };
    let earlier =
        earlier.take_while(goes_on).filter(|&at| !opens || sentence - at <= NEAR || block(at) == block(sentence - 1));
    let mut windows = earlier.flat_map(|index| {
        let windows = passage.windows_in(passage.sentences[index].span).rev();
        windows.filter(|read| !read.same).map(move |read| (index, read.window))
    });
    let (index, window) = windows.next()?;
    // `On Sunday, the ninth time since January`: up to that Sunday.
    let mut ordinals = passage.values_in(passage.sentences[index].span);
    let ordinal = ordinals.find(|value| matches!(value.reading, Reading::Ordinal(_)));
    Some(ordinal.map_or(window, |ordinal| {
        let tokens = passage.tokens_of(ordinal.span);
        end_on_its_day(passage, &Place { sentence: index, whole: tokens.clone(), tokens, rivals: &[] }, window)
    }))
}
