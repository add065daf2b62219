//! `Since then`: from the day that was told last, in the sentence or in the one before.
//!
//! ```text
//! Talks began on 19 January. Since then there have been 11 rounds.    11: since 19 January
//! They met nine times in 2019, and have met twice since.              twice: since 2019
//! ```

use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_other_day};
use crate::value::{Edge, Moment, Window};
use jiff::civil::Date;
use std::ops::Range;

/// How far behind its value a `since` without an object may stand, in tokens.
const BEHIND: usize = 4;

/// The window of a value whose sentence has a `since then`.
pub(super) fn since_then(passage: &Passage<'_>, place: &Place<'_>) -> Option<Window> {
    let sentence = &passage.sentences[place.sentence];
    let word = |at: usize| if sentence.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let since = sentence.tokens.clone().find(|&at| word(at) == "since" && word(at + 1) == "then")?;
    Some(from_told(passage, told_before(passage, place, since)?))
}

/// The same of a `since` right behind the value that has no object: `nine times in 2019, and twice since`. Since what, the
/// text may leave to its reader, beside another number.
pub(super) fn ever_since(passage: &Passage<'_>, place: &Place<'_>) -> Option<Window> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let ends = |at: usize| matches!(word(at), "." | "," | ";" | "!" | ")" | "");
    let near = place.tokens.end..(place.tokens.end + BEHIND).min(sentence.end);
    let since = near.clone().take_while(|&at| !ends(at)).find(|&at| word(at) == "since" && ends(at + 1))?;
    let is_number = |at: usize| place.rivals.iter().any(|rival| rival.contains(&at));
    if (near.start..since).any(is_number) {
        return None;
    }
    let told = told_before(passage, place, since).map(|told| from_told(passage, told));
    let open = || Some(Window { from: Edge::Unknown, to: Edge::on(passage.printed()?) });
    told.or_else(|| if place.rivals.is_empty() { None } else { open() })
}

fn from_told(passage: &Passage<'_>, (first, last): (Date, Date)) -> Window {
    let to = passage.printed().filter(|printed| *printed >= last).map_or(Edge::Unknown, Edge::on);
    Window { from: Edge::Between(first, last), to }
}

/// The days that were told last before a token, in its sentence or in the one before.
fn told_before(passage: &Passage<'_>, place: &Place<'_>, since: usize) -> Option<(Date, Date)> {
    let sentence = &passage.sentences[place.sentence];
    let here = sentence.tokens.start..since;
    let before = || {
        let index = place.sentence.checked_sub(1)?;
        let before = &passage.sentences[index];
        (before.block == sentence.block).then(|| told_last(passage, place, index, &before.tokens))?
    };
    told_last(passage, place, place.sentence, &here).or_else(before)
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
