//! `Since then`: from the day that was told last, in the sentence or in the one before.
//!
//! ```text
//! Talks began on 19 January. Since then there have been 11 rounds.    11: since 19 January
//! ```

use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_other_day};
use crate::value::{Edge, Moment, Window};
use jiff::civil::Date;
use std::ops::Range;

/// The window of a value whose sentence has a `since then`.
pub(super) fn since_then(passage: &Passage<'_>, place: &Place<'_>) -> Option<Window> {
    let sentence = &passage.sentences[place.sentence];
    let word = |at: usize| if sentence.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let since = sentence.tokens.clone().find(|&at| word(at) == "since" && word(at + 1) == "then")?;
    let here = sentence.tokens.start..since;
    let before = || {
        let index = place.sentence.checked_sub(1)?;
        let before = &passage.sentences[index];
        (before.block == sentence.block).then(|| told_last(passage, place, index, &before.tokens))?
    };
    let (first, last) = told_last(passage, place, place.sentence, &here).or_else(before)?;
    let to = passage.printed().filter(|printed| *printed >= last).map_or(Edge::Unknown, Edge::on);
    Some(Window { from: Edge::Between(first, last), to })
}

/// The days of the last moment, or else of the last event, that some tokens of a sentence tell of.
fn told_last(passage: &Passage<'_>, place: &Place<'_>, sentence: usize, tokens: &Range<usize>) -> Option<(Date, Date)> {
    let is_here = |of: &Range<usize>| tokens.start <= of.start && of.end <= tokens.end;
    let days = |moment: &Moment| Some((moment.first_day()?, moment.last_day()?));
    let dates = dates_in(passage, sentence, place)
        .filter(|(of, _)| is_here(of) && !is_other_day(passage, passage.sentences[sentence].tokens.start, of));
    let event = || {
        let mut events = passage.events.iter().rev().filter(|event| is_here(&passage.tokens_of(event.span)));
        events.find_map(|event| days(event.reading.moment()?))
    };
    dates.rev().find_map(|(_, moment)| days(&moment)).or_else(event)
}
