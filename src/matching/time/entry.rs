//! The entry of a live blog in which something stands: the time of day with which it opens.
//!
//! What one entry tells, a later one may tell otherwise without contradicting it: how many are
//! missing, how far the count has come. A text with a single paragraph that opens with a time is
//! no live blog.
//!
//! ```text
//! **22:15** Four people have died.     22:15
//! **11:25** Three people have died.    11:25
//! 08.05 CET / 08.05                    08:05, on a line of its own
//! The mayor came.                      11:25, as the paragraph goes on with the entry above it
//! - Four dead                          22:15, where it stands above both
//! 15 June, 09.30                       9:30, where it stands alone above what it tells
//! **14:05** X counts 57, more than Y.  none: it has not come to be 57, X says so against Y
//! ```

use super::times::OwnTime;
use crate::extract::Reading;
use crate::extract::language::en_zones::is_zone_name;
use crate::matching::attribution::Place;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::text::Span;

/// How many paragraphs an entry may have.
const LONGEST: usize = 12;
/// How many paragraphs may stand above the entries, and how far below the second may begin.
const SUMMARY: usize = 24;
/// In how many paragraphs the last entry is looked for.
const BLOG: usize = 400;
/// How many signs may stand before its time: `**[`.
const MARKS: usize = 4;
/// In how many words whoever a number is set against is named behind `than`.
const NAMED: usize = 2;
/// How far behind `whatever` it may be told that they say so.
const SAID: usize = 10;

/// The time of day of the entry that a statement is of, in minutes after midnight; of what is set against what another
/// says, none: both hold to it, whatever the hour.
pub(in crate::matching) fn entry_of(passage: &Passage<'_>, place: &Place<'_>) -> Option<u16> {
    let sentence = place.sentence;
    if is_set_against(passage, sentence, place.tokens.end) {
        return None;
    }
    let block = passage.sentences[sentence].block;
    let back = (block.saturating_sub(LONGEST)..=block).rev();
    let Some((own, minute)) = back.into_iter().find_map(|at| Some((at, opening_clock(passage, at)?))) else {
        return above_entries(passage, block);
    };
    let is_another = |at: &usize| *at != own && opening_clock(passage, *at).is_some();
    (0..passage.article.blocks.len()).find(is_another).map(|_| minute)
}

/// `57 are missing, 19 more than the county says`, `whatever the police have been telling us`; not `more than the county
/// said earlier`.
fn is_set_against(passage: &Passage<'_>, sentence: usize, end: usize) -> bool {
    let words = passage.lexicon.times;
    let tokens = end..passage.sentences[sentence].tokens.end;
    let is_earlier = |at: usize| words.of_before.contains(passage.tokens.folded(at));
    let word = |at: usize| passage.tokens.folded(at);
    let others = |at: usize| {
        let named = passage.names_in(at + 1..(at + 1 + NAMED).min(tokens.end)).next();
        let says = |at: usize| {
            passage.lexicon.says(&passage.stems[at]) && !passage.lexicon.stance.expecting.contains(&passage.stems[at])
        };
        let clause = || few(SAID, at, tokens.end).take_while(|&at| !matches!(word(at), "," | ";"));
        // `More than Y`, and nothing behind it: Y says so.
        let is_bare = |end: usize| end >= tokens.end || matches!(word(end), "," | ";" | "." | "'s");
        match named {
            Some(name) => is_bare(name.tokens.end) || clause().any(says),
            None => word(at) != "than" && clause().any(says),
        }
    };
    let opposes = |at: usize| words.opposing.contains(passage.tokens.folded(at)) && others(at);
    tokens.clone().any(opposes) && !tokens.clone().any(is_earlier)
}

/// What stands above all entries, as key points do, is kept up to the last of them.
fn above_entries(passage: &Passage<'_>, block: usize) -> Option<u16> {
    let clocks = |from: usize, to: usize| {
        (from..to.min(passage.article.blocks.len())).filter_map(|at| opening_clock(passage, at))
    };
    if block > SUMMARY || clocks(block + 1, block + 1 + SUMMARY).nth(1).is_none() || clocks(0, block).next().is_some() {
        return None;
    }
    clocks(block + 1, block + 1 + BLOG).max()
}

/// The time of day with which a paragraph opens.
fn opening_clock(passage: &Passage<'_>, block: usize) -> Option<u16> {
    let span = passage.article.blocks[block].span;
    let text = span.of(&passage.article.body);
    let marks = text.find(|sign: char| sign.is_alphanumeric()).filter(|&marks| marks <= MARKS)?;
    if !text[marks..].starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let start = span.start + marks;
    let first = passage.value_around(Span::new(start, start + 1)).filter(|value| value.span.start == start)?;
    let clock = match &first.reading {
        Reading::Moment(when) => when.clock.or_else(|| OwnTime::At(when.moment.clone()?).minute()),
        _ => None,
    };
    clock.or_else(|| {
        // `15 June, 09.30`: a day leads to the number behind it. `9.30` alone may be any number.
        let is_day = first.is_moment();
        let rest = if is_day { &text[first.span.end - span.start..] } else { &text[marks..] };
        let is_padded = is_day || rest.find('.') == Some(2);
        hour_alone(rest.trim_start_matches([',', ' ', '-', '–', '—'])).filter(|_| is_padded)
    })
}

/// An hour that is written as a number with a dot, as it is in print, where nothing else stands in the line: `09.30`,
/// `09.30 BST`.
fn hour_alone(text: &str) -> Option<u16> {
    let text = text.lines().next()?.trim_end_matches(|sign: char| sign.is_whitespace() || sign.is_ascii_punctuation());
    let (number, zone) = text.split_once(' ').unwrap_or((text, ""));
    let (hour, minute) = number.split_once('.').filter(|(hour, minute)| hour.len() <= 2 && minute.len() == 2)?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let is_zone = zone.is_empty() || zone.bytes().all(|letter| letter.is_ascii_uppercase()) && is_zone_name(zone);
    (is_zone && hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_with_a_dot_stands_alone() {
        assert_eq!(hour_alone("09.30"), Some(570));
        assert_eq!(hour_alone("9.05 BST"), Some(545));
        assert_eq!(hour_alone("23.15:"), Some(1395));
        assert_eq!(hour_alone("20.45**\nThe doors open."), Some(1245));
        assert_eq!(hour_alone("09.30 Four people have died"), None);
        assert_eq!(hour_alone("12.50 EUR"), None);
        assert_eq!(hour_alone("2025"), None);
        assert_eq!(hour_alone("24.30"), None);
        assert_eq!(hour_alone("9.75"), None);
    }
}
