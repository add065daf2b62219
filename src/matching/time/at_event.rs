//! The time of a level that its sentence gives by another thing: by an event that has a name, by the filing in which it
//! stands, by what it is measured by.
//!
//! Only a level has it. What happened when something else did may have happened over days.
//!
//! ```text
//! it held 11 percent when the bid was announced        the day of the bid
//! at the time of the bid it held 11 percent            the day of the bid
//! it held 11 percent before the bid was announced      none
//! its filing of 9 May shows a holding of 11 percent    9 May
//! 11 percent above Friday's close                      Friday
//! ```

use super::elsewhere::Elsewhere;
use super::times::OwnTime;
use crate::extract::Reading;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How many tokens may stand between a statement and the words that name the event.
const GAP: usize = 3;

/// The day of the event at which a value was so, where the words around it name one.
pub(super) fn at_event(passage: &Passage<'_>, place: &Place<'_>) -> Option<OwnTime> {
    let sentence = &passage.sentences[place.sentence];
    let statement = place.statement();
    let first = passage.events.partition_point(|event| event.span.start < sentence.span.start);
    let events = passage.events[first..].iter().take_while(|event| event.span.end <= sentence.span.end);
    let told = events.filter_map(|event| match &event.reading {
        Reading::Moment(when) => Some((passage.tokens_of(event.span), when.moment.clone()?)),
        _ => None,
    });
    let own = told.filter(|(tokens, _)| is_of_statement(passage, &sentence.tokens, &statement, tokens));
    own.map(|(_, moment)| OwnTime::At(moment)).next()
}

/// The day of the filing in which a value stands, `its filing of 9 May shows 11 percent`, or of what it is measured by.
pub(super) fn of_paper_or_basis(passage: &Passage<'_>, place: &Place<'_>) -> Option<OwnTime> {
    let sentence = &passage.sentences[place.sentence];
    let statement = place.statement();
    let elsewhere = Elsewhere { passage, statement: statement.clone() };
    let told = passage.values_in(sentence.span).filter_map(|read| match &read.reading {
        Reading::Moment(when) => Some((passage.tokens_of(read.span), when.moment.clone()?)),
        _ => None,
    });
    let counts =
        |gap: Range<usize>| !gap.is_empty() && passage.values_in(passage.span_of(&gap)).any(|value| !value.is_moment());
    let word = |at: usize| if sentence.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_of_paper = |time: &Range<usize>| {
        let of = time.start.checked_sub(1).filter(|&of| matches!(word(of), "of" | "from" | "dated"));
        let noun = of.map(|of| if of > 0 && word(of - 1) == "," { of.wrapping_sub(2) } else { of.wrapping_sub(1) });
        noun.is_some_and(|noun| passage.lexicon.times.level.papers.contains(word(noun)))
            && time.end <= statement.start
            && !counts(time.end..statement.start)
    };
    let is_of_basis = |time: &Range<usize>| {
        place.tokens.end <= time.start && elsewhere.is_of_basis(time) && !counts(place.tokens.end..time.start)
    };
    let mut own = told.filter(|(time, _)| is_of_paper(time) || is_of_basis(time));
    own.next().map(|(_, moment)| OwnTime::At(moment))
}

/// Whether the name of an event, with the words that lead to it, stands right behind a statement or opens its clause.
fn is_of_statement(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    statement: &Range<usize>,
    event: &Range<usize>,
) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let the = event.start.checked_sub(1).filter(|&at| word(at) == "the").unwrap_or(event.start);
    let leads = |phrase: &&&[&str]| {
        let first = the.checked_sub(phrase.len());
        first.is_some_and(|first| sentence.contains(&first) && passage.reads(first..sentence.end, phrase))
    };
    let Some(lead) = passage.lexicon.times.level.at_event.iter().filter(leads).map(|phrase| the - phrase.len()).min()
    else {
        return false;
    };
    let plain =
        |gap: Range<usize>| gap.len() <= GAP && !gap.into_iter().any(|at| matches!(word(at), "," | ";" | "and"));
    let comma = usize::from(word(event.end) == ",");
    statement.end <= lead && plain(statement.end..lead)
        || lead == sentence.start && event.end <= statement.start && plain(event.end + comma..statement.start)
}
