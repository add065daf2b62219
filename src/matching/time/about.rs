//! Whether a statement is about the time of its topic, by the dates that its text gives.
//!
//! The nearest date of its sentence decides, unless it is that of something else: of saying so, of what it is held
//! against, of what a clause tells besides. Without one, the sentences before and the heading do; without these, the day
//! on which it was published.
//!
//! ```text
//! during = 7 March
//! on 7 March 54 percent struck                                    it is
//! 54 percent struck, down from 61 percent on 31 January           as it was published
//! 300 marched, the biggest crowd since 2014                       as it was published
//! 300 marched on 31 January                                       it is not
//! ```

use super::back::is_anew;
use super::elsewhere::Elsewhere;
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::extract::Reading;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_other_day, remoteness};
use crate::value::{Kind, Moment};
use jiff::civil::Date;
use std::ops::Range;

/// How far from a statement the words may stand by which it is of one stretch of time, in tokens.
const STRETCH: usize = 8;
/// How far before a date the number may stand that it is of, in tokens.
const COMPARED: usize = 12;

/// Whether a statement is about the time of its topic (`during`): the date
/// that the text gives it decides; without one, the article must have been
/// published then or up to three days later.
///
/// A tally that grows from an event (`begins`) is not about anything that the
/// text dates wholly before it.
#[must_use]
pub(in crate::matching) fn is_about(
    passage: &Passage<'_>,
    topic: &Topic,
    begins: Option<Date>,
    place: &Place<'_>,
) -> bool {
    let date = || date_within(passage, place).or_else(|| date_of(passage, place));
    let is_earlier = |begins: Date| date().and_then(|date| date.last_day()).is_some_and(|last| last < begins);
    if begins.is_some_and(is_earlier) || begins.is_some() && is_of_one_stretch(passage, place) {
        return false;
    }
    let Some(during) = &topic.during else { return true };
    match date() {
        Some(date) => during.touches(&date, 0),
        // Whoever asks for the hour of one day has the texts of all days answer it.
        None if topic.kind == Kind::Date && topic.day.is_some() => true,
        None => {
            let published = passage.article.front.published_on.as_ref();
            published.is_some_and(|published| during.touches(published, 3))
                || date_of_headline(passage, place).is_some_and(|date| during.touches(&date, 0))
                || dates_in(passage, place.sentence, place).any(|(_, date)| during.touches(&date, 0))
        }
    }
}

/// The only date of the headline, which heads a text that dates nothing else. It takes a statement in, and keeps none out.
fn date_of_headline(passage: &Passage<'_>, place: &Place<'_>) -> Option<Moment> {
    let headline = passage.sentences.iter().position(|sentence| sentence.kind == BlockKind::Headline)?;
    let mut dates = dates_in(passage, headline, place).map(|(_, moment)| moment);
    dates.next().filter(|_| dates.next().is_none())
}

/// The date within a statement that has no value of its own: `asked for the 14 March call`.
fn date_within(passage: &Passage<'_>, place: &Place<'_>) -> Option<Moment> {
    let start = passage.sentences[place.sentence].tokens.start;
    let within = passage.span_of(&place.tokens);
    let moments = passage.values_in(within).filter_map(|read| match &read.reading {
        Reading::Moment(when) => Some((passage.tokens_of(read.span), when.moment.clone()?)),
        _ => None,
    });
    let mut own = moments.filter(|(tokens, _)| !is_other_day(passage, start, tokens));
    let (_, moment) = own.next().filter(|_| place.tokens == place.whole && own.next().is_none())?;
    Some(moment)
}

/// `The readout of 15 March says`, `a statement issued on 15 March says`: the date of a document.
fn is_of_document(passage: &Passage<'_>, place: &Place<'_>, date: &Range<usize>) -> bool {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| passage.tokens.folded(at);
    let leads = |at: &usize| matches!(word(*at), "of" | "on" | "from" | "dated" | "issued" | "published" | "released");
    let of = (sentence.start..date.start).rev().find(|at| !leads(at)).filter(|at| at + 1 < date.start);
    let says = date.end < place.whole.start && passage.lexicon.says(&passage.stems[date.end]);
    says && of.is_some_and(|at| passage.lexicon.is_account(&passage.stems[at]))
}

/// The date that the text gives a statement: of the moments of its sentence
/// the nearest, leaving out the days on which somebody said something. Where
/// only those are given there is none.
fn date_of(passage: &Passage<'_>, place: &Place<'_>) -> Option<Moment> {
    let sentence = &passage.sentences[place.sentence];
    let all: Vec<(Range<usize>, Moment)> = dates_in(passage, place.sentence, place).collect();
    let whole = place.statement();
    let elsewhere = Elsewhere { passage, statement: whole };
    let is_own = |tokens: &Range<usize>| {
        !is_other_day(passage, sentence.tokens.start, tokens)
            && !is_of_document(passage, place, tokens)
            && !elsewhere.has(tokens)
            && !is_compared(passage, &elsewhere.statement, tokens)
    };
    let told = all.iter().filter(|(tokens, _)| is_own(tokens));
    if let Some((_, moment)) = told.min_by_key(|(tokens, _)| remoteness(passage, place, tokens)) {
        return Some(moment.clone());
    }
    if is_anew(passage, place.sentence) || !all.iter().all(|(tokens, _)| is_of_document(passage, place, tokens)) {
        return None;
    }
    // Without a date of its own a sentence is about the day of the one before.
    let earlier = || {
        let before = (place.sentence.saturating_sub(2)..place.sentence).rev();
        let mut before = before.filter(|&index| passage.sentences[index].block == sentence.block);
        before.find_map(|index| {
            let start = passage.sentences[index].tokens.start;
            let told = |(tokens, _): &(Range<usize>, Moment)| {
                !is_other_day(passage, start, tokens) && !is_aside(passage, index, tokens)
            };
            let mut dates = dates_in(passage, index, place).filter(told);
            let date = if is_of_first_day(passage, place) { dates.next() } else { dates.next_back() };
            date.map(|(_, moment)| moment)
        })
    };
    let heading = || {
        let heading = passage.article.blocks.get(sentence.block)?.heading?;
        let index = passage.sentence_at(passage.article.blocks[heading].span.start);
        dates_in(passage, index, place).map(|(_, moment)| moment).next()
    };
    earlier().or_else(heading)
}

/// `The firm, which has run the mine since 2011, put it at 41. The union said 53 had died`: whether a sentence tells a date
/// beside what it says, or says since when something is so, and no day of what follows.
fn is_aside(passage: &Passage<'_>, index: usize, date: &Range<usize>) -> bool {
    let Range { start, end } = passage.sentences[index].tokens;
    let elsewhere = Elsewhere { passage, statement: end..end };
    let since = date.start.checked_sub(1).is_some_and(|at| at > start && passage.tokens.folded(at) == "since");
    since || elsewhere.is_of_relative_before(date) || elsewhere.is_of_speaker(date) || elsewhere.is_of_dated(date)
}

/// `46 came on the first day`, behind `38 came on Sunday and another 55 on Monday`: of the days told of, the first.
fn is_of_first_day(passage: &Passage<'_>, place: &Place<'_>) -> bool {
    let Range { start, end } = near(passage, place);
    (start..end).any(|at| passage.reads(at..end, &["on", "the", "first", "day"]))
}

/// The tokens of a statement and those of its sentence that stand near it.
fn near(passage: &Passage<'_>, place: &Place<'_>) -> Range<usize> {
    let (sentence, statement) = (&passage.sentences[place.sentence].tokens, place.statement());
    statement.start.saturating_sub(STRETCH).max(sentence.start)..(statement.end + STRETCH).min(sentence.end)
}

/// `On Friday alone 36 were killed`, `36 were killed overnight`, `on the first day`: no tally since an event.
fn is_of_one_stretch(passage: &Passage<'_>, place: &Place<'_>) -> bool {
    let sentence = &passage.sentences[place.sentence].tokens;
    let Range { start, end } = near(passage, place);
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_moment = |at: usize| {
        let mut values = passage.values_in(passage.tokens.get(at).span);
        values.any(|value| value.is_moment())
    };
    let is_rival = |at: usize| place.rivals.iter().any(|rival| rival.contains(&at));
    let first = |at: usize| {
        let length = (at + 1..at + 4).any(|at| matches!(word(at), "hours" | "day" | "night" | "days" | "minutes"));
        word(at) == "first" && at > sentence.start && word(at - 1) == "the" && length
    };
    let ends = |at: &usize| matches!(word(*at), ";" | ":") || is_rival(*at);
    let here =
        |at: usize| word(at) == "overnight" || word(at) == "alone" && at > start && is_moment(at - 1) || first(at);
    let comma = |at: &usize| word(*at) == ",";
    let behind = (place.tokens.end..end).take_while(|at| !ends(at) && !comma(at)).any(here);
    // `On Friday alone, 36 were killed`; not `27 were shot down overnight, which takes the total to 158`.
    let opening = |at: &usize| comma(at) && *at > sentence.start + STRETCH;
    behind || (start..place.tokens.start).rev().take_while(|at| !ends(at) && !opening(at)).any(here)
}

/// `Down from 61 percent on 19 January`, `fewer than last month`, `the fourth since December`: of what the statement is
/// held against.
fn is_compared(passage: &Passage<'_>, statement: &Range<usize>, date: &Range<usize>) -> bool {
    let against = |at: usize| {
        let words = passage.lexicon.times;
        let word = passage.tokens.folded(at);
        words.turning.contains(word) && !words.joining.contains(word) || matches!(word, "(" | "versus")
    };
    let before = |at: usize| at.checked_sub(1).filter(|&at| at >= statement.end);
    if date.start < statement.end {
        return false;
    }
    let word = |at: usize| passage.tokens.folded(at);
    let behind = statement.end.max(date.start.saturating_sub(COMPARED))..date.start;
    let is_written = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
    let ends = |at: &usize| matches!(word(*at), "," | ";" | "and" | "but") && !is_written(*at);
    let clause = behind.clone().rev().take_while(|at| !ends(at)).last().unwrap_or(date.start)..date.start;
    // `Well up on the vote of October 2019`.
    let moved =
        |at: usize| matches!((word(at), word(at + 1)), ("up" | "down", "on" | "from")) && clause.contains(&(at + 1));
    let near = (!clause.is_empty()).then(|| passage.values_in(passage.span_of(&clause)));
    let numbers = near.into_iter().flatten().filter(|value| !value.is_moment());
    let mut starts = numbers.map(|value| passage.tokens_of(value.span).start);
    let is_led = before(date.start).is_some_and(|at| matches!(word(at), "than" | "since" | "against"));
    is_led || clause.clone().any(moved) || starts.any(|start| before(start).is_some_and(against))
}
