//! The day up to which something that only grows has been counted, where that is no window.
//!
//! ```text
//! on Friday it reported 131 cases                         Friday
//! # Situation as of 6pm on Friday … 131 cases              Friday
//! eight deaths were announced on the morning after        the day after the event from which it counts
//! the ninth died on 20 June; ten were dead the day after  none: it is the day after another day
//! ```

use crate::corpus::BlockKind;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_day_of_saying};
use crate::value::Moment;
use jiff::civil::Date;
use std::ops::Range;

/// In how many sentences before, another day may be told that it is the day after.
const BACK: usize = 2;
/// In how many words a clause tells of the day after.
const NEAR: usize = 8;

/// The one day that a sentence gives before a tally, be it that of saying so: `on Friday it reported 131 cases`. What only
/// grows was as many then.
pub(in crate::matching) fn day_of_tally(passage: &Passage<'_>, place: &Place<'_>) -> Option<Moment> {
    day_before(passage, place).or_else(|| day_of_heading(passage, place))
}

fn day_before(passage: &Passage<'_>, place: &Place<'_>) -> Option<Moment> {
    let start = passage.sentences[place.sentence].tokens.start;
    let mut dates = dates_in(passage, place.sentence, place);
    let (tokens, moment) = dates.next().filter(|_| dates.next().is_none())?;
    let is_day = moment.first_day().is_some() && moment.first_day() == moment.last_day();
    let leads = tokens.start <= start + 1 || is_day_of_saying(passage, start, &tokens);
    (is_day && leads && tokens.end <= place.tokens.start).then_some(moment)
}

/// The day as of which a heading gives all figures below it: `Situation as of 18:00 on 2 May`; not `New rules as of 2 May`.
fn day_of_heading(passage: &Passage<'_>, place: &Place<'_>) -> Option<Moment> {
    let block = passage.sentences[place.sentence].block;
    let blocks = &passage.article.blocks;
    let headline = || blocks.iter().position(|block| block.kind == BlockKind::Headline);
    let heading = blocks.get(block)?.heading.or_else(headline).filter(|&heading| heading < block)?;
    let index = passage.sentence_at(blocks[heading].span.start);
    let tokens = &passage.sentences[index].tokens;
    if dates_in(passage, place.sentence, place).next().is_some() {
        return None;
    }
    let as_of = (tokens.start..tokens.end)
        .find(|&at| passage.reads(at..tokens.end, &["as", "of"]) || passage.reads(at..tokens.end, &["as", "at"]))?;
    let is_of_figures = as_of == tokens.start
        || passage.lexicon.is_account(&passage.stems[as_of - 1])
        || passage.lexicon.times.standing.contains(passage.tokens.folded(as_of - 1));
    let mut dates = dates_in(passage, index, place);
    let (date, moment) = dates.next().filter(|_| dates.next().is_none())?;
    let is_day = moment.first_day().is_some() && moment.first_day() == moment.last_day();
    (is_of_figures && is_day && date.end > as_of).then_some(moment)
}

/// The day after the event from which a tally counts: `eight deaths were announced on the morning after`, where the text
/// gives no day before that it could be the day after.
pub(in crate::matching) fn day_after(passage: &Passage<'_>, place: &Place<'_>, event: Date) -> Option<Moment> {
    let sentence = &passage.sentences[place.sentence];
    let (tokens, _) = dates_in(passage, place.sentence, place).next()?;
    let word = |at: usize| passage.tokens.folded(at);
    let is_named = tokens.clone().any(|at| matches!(word(at), "next" | "following"));
    let points = word(tokens.start) == "the" && tokens.len() == 3 && (word(tokens.end - 1) == "after" || is_named);
    let statement = place.statement();
    let is_near =
        |gap: &mut Range<usize>| gap.len() <= NEAR && !gap.any(|at| matches!(word(at), "," | ";" | "and" | "but"));
    // `The morning after, eight deaths were announced.`
    let comma = usize::from(
        tokens.start == sentence.tokens.start && sentence.tokens.contains(&tokens.end) && word(tokens.end) == ",",
    );
    let gap =
        if tokens.start >= statement.end { statement.end..tokens.start } else { tokens.end + comma..statement.start };
    let is_own = gap.is_empty() || is_near(&mut gap.clone());
    let mut before = place.sentence.saturating_sub(BACK)..place.sentence;
    let has_day = before.any(|at| dates_in(passage, at, place).next().is_some());
    let day = event.tomorrow().ok().filter(|_| points && is_own && !has_day)?;
    Some(Moment::day(day))
}
