//! Until when an ordinal counts: to the day of what it counts last, where the text gives it.
//!
//! `On 14 March they spoke, the seventh time since January`, printed on 15 March, and `the fifth
//! time since January`, printed on 14 March, count up to one and the same call.
//!
//! ```text
//! On Sunday, 2 June, the 16th call this year was short.     1 January to 2 June
//! They spoke on 2 June. It was the 16th call this year.     1 January to 2 June
//! It was the 16th call this year.                           1 January to the day of the article
//! ```

use super::period::is_ordinal;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_other_day};
use crate::value::{Edge, Moment, Window};
use jiff::civil::Date;
use std::ops::Range;

/// How many sentences before, the day may be told.
const BACK: usize = 3;
/// How old, in days, news may be for a day to be told in a sentence before.
const NEWS: i32 = 7;

/// The window of an ordinal that ends when it is printed, or does not say when, ended on its day.
pub(in crate::matching) fn end_on_its_day(passage: &Passage<'_>, place: &Place<'_>, window: Window) -> Window {
    let printed = passage.article.front.published_on.as_ref().and_then(Moment::first_day);
    let ends = window.to == Edge::Unknown || printed.is_some_and(|day| window.to == Edge::on(day));
    let begins = window.from.days().map(|(_, last)| last);
    let (Some(printed), Some(begins), true) =
        (printed, begins, ends && is_ordinal(passage, passage.span_of(&place.tokens)))
    else {
        return window;
    };
    let fits = |day: &Date| *day > begins && *day <= printed;
    let is_news = |day: &Date| day.until(printed).is_ok_and(|ago| ago.get_days() <= NEWS);
    let own = only_day(passage, place, place.sentence);
    let day = own.filter(fits).or_else(|| {
        let block = passage.sentences[place.sentence].block;
        let back = (place.sentence.saturating_sub(BACK)..place.sentence).rev();
        let mut near = back.filter(|&at| passage.sentences[at].block + 1 >= block);
        near.find_map(|at| only_day(passage, place, at)).filter(fits).filter(is_news)
    });
    day.map_or(window, |day| Window { to: Edge::on(day), ..window })
}

/// The one day that a sentence gives and that is no end of a window.
fn only_day(passage: &Passage<'_>, place: &Place<'_>, sentence: usize) -> Option<Date> {
    let span = passage.sentences[sentence].span;
    let start = passage.sentences[sentence].tokens.start;
    let in_window = |tokens: &Range<usize>| {
        let date = passage.span_of(tokens);
        passage.windows_in(span).any(|read| read.span.contains(&date))
    };
    let mut days = dates_in(passage, sentence, place).filter_map(|(tokens, moment)| {
        let day = moment.only_day()?;
        // `They spoke on 14 March` tells of what is counted.
        let first = tokens.start.saturating_sub(2).max(start);
        let spoke = (first..tokens.start).any(|at| matches!(passage.tokens.folded(at), "spoke" | "spoken" | "talked"));
        (!in_window(&tokens) && (spoke || !is_other_day(passage, start, &tokens))).then_some(day)
    });
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}
