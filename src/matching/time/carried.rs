//! The period, or the day, of a number that somebody else sets against the one before it.
//!
//! `They spoke nine times since January, X says. By Y's count it was five`: the five are counted
//! over the same time, since the number has no noun of its own and the sentence no time. What one
//! voice goes on to tell may be of another time, and so may what is said to be all.
//!
//! ```text
//! nine times since January, X says. Y counts five.          five [since January]
//! 1,400 were stuck on Monday, X says. Y counts 900.         900 [Monday]
//! nine times since January, X says. There have been five calls, Y says.    five [since January]
//! nine times since January, X says. In all it was 60, Y says.    60
//! nine times since January, X says. They met five times, Y says.  five
//! ```

use super::back::is_anew;
use super::period::is_overall;
use crate::matching::attribution::{Place, is_of_earlier_account};
use crate::matching::elsewhere::against::is_held_against;
use crate::matching::elsewhere::ellipsis::ends_there;
use crate::matching::mention::Mention;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_other_day};
use crate::matching::time::times::OwnTime;
use crate::text::Span;
use crate::value::{Moment, Precision, Window};
use std::ops::Range;

/// How many sentences back the number may stand that another is set against.
const BACK: usize = 2;
/// How many other numbers may lie between them.
const MANY: usize = 64;
/// How many words may name what is counted.
const NOUN: usize = 2;
/// How far before a number, in tokens, it may be told that it is so up to now.
const PERFECT: usize = 4;

/// Gives numbers without a period that of the number which they are set against. The day of a number that only `grows`
/// is one on which it was told, and not the other's.
pub(in crate::matching) fn carry_periods(passage: &Passage<'_>, mentions: &mut [Mention], grows: bool) {
    if mentions.iter().all(|mention| mention.window.is_none() && mention.time.is_none()) {
        return;
    }
    // One after another: a third number is set against a second that has its period from the first.
    for at in 0..mentions.len() {
        if let Some((window, time)) = carried(passage, mentions, at) {
            mentions[at].window = window;
            mentions[at].time = time.filter(|_| !grows);
        }
    }
}

/// The mentions near one of the sentence `here`, up to two sentences before it: they stand in the order of the text.
fn near<'m>(passage: &Passage<'_>, mentions: &'m [Mention], at: usize, here: usize) -> &'m [Mention] {
    let sentence = |other: &Mention| passage.sentence_at(other.span.start);
    let before = mentions[..at].iter().rev().take(MANY).take_while(|other| sentence(other) + BACK >= here).count();
    let behind = mentions[at..].iter().take(MANY).take_while(|other| sentence(other) <= here).count();
    &mentions[at - before..at + behind]
}

/// Whether a noun was counted in a sentence a little before.
fn is_counted_before(passage: &Passage<'_>, mentions: &[Mention], here: usize, noun: usize) -> bool {
    let near = mentions.iter().filter_map(|other| other.value_span);
    let near = near.filter(|value| {
        let at = passage.sentence_at(value.start);
        at < here && here <= at + BACK
    });
    let is_same = |value: Span| {
        let end = passage.tokens_of(value).end;
        // `Spoken 17 times` and `22 calls` count the same where they are of one topic; `seven since May` names nothing.
        let names_nothing = || {
            passage.windows_from(passage.span_of(&(end..end + 1))).any(|read| passage.tokens_of(read.span).start == end)
        };
        end < passage.tokens.len()
            && (passage.stems[end] == passage.stems[noun] || &passage.stems[end] == "time" || names_nothing())
    };
    near.into_iter().any(is_same)
}

/// The period of a number, or the day.
type Time = (Option<Window>, Option<OwnTime>);

fn carried(passage: &Passage<'_>, mentions: &[Mention], at: usize) -> Option<Time> {
    let mention = &mentions[at];
    let value = mention.value_span.filter(|_| mention.window.is_none() && mention.time.is_none())?;
    let here = passage.sentence_at(value.start);
    let mentions = near(passage, mentions, at, here);
    let sentence = &passage.sentences[here];
    let value = passage.tokens_of(value);
    // `The firm says 11 times`: said so of what the other did so many times.
    let is_times = |at: usize| sentence.tokens.contains(&at) && matches!(&passage.stems[at], "time" | "occas");
    let says = value.start > sentence.tokens.start && passage.lexicon.says(&passage.stems[value.start - 1]);
    // `The firm says there have been 22 calls`: up to now, as the number before is, and no calls of another time.
    let within = |at: usize| sentence.tokens.contains(&at);
    let first = value.start.saturating_sub(PERFECT).max(sentence.tokens.start);
    let is_up_to_now = (first..value.start).any(|at| matches!(passage.tokens.folded(at), "has" | "have"));
    // `There have been 12 strike days`, as there were 13 days before.
    let is_noun = |noun: usize| is_counted_before(passage, mentions, here, noun) && ends_there(passage, noun + 1);
    let nouns = (value.end..value.end + NOUN).take_while(|&at| is_up_to_now && within(at) && passage.carries(at));
    let noun = nouns.filter(|&at| is_noun(at)).map(|at| at + 1 - value.end).next().unwrap_or_default();
    let end = value.end + noun.max(usize::from(says && is_times(value.end)));
    // `The firm lists four: on 14 January and …` names them.
    let is_listed = within(end + 1) && passage.tokens.folded(end) == ":" && passage.tokens.get(end + 1).spaced;
    if !(is_listed || ends_there(passage, end)) || is_overall(passage, &sentence.tokens) || is_anew(passage, here) {
        return None;
    }
    // `The number has since fallen to 34`, `is now 34`; not `has since been put at 34`, `now says that it was 34`.
    let word = |at: usize| if sentence.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let moves_on = |at: usize| {
        let stance = passage.lexicon.stance;
        let is_change = stance.rising.contains(word(at + 1)) || stance.falling.contains(word(at + 1));
        let is_level = at > 0 && matches!(word(at - 1), "is" | "are" | "stands");
        word(at) == "since" && is_change || passage.lexicon.times.now.contains(word(at)) && is_level
    };
    if sentence.tokens.clone().any(moves_on) {
        return None;
    }
    // `Go back to 2010 and it was 13`: the sentence has a time of its own, be that no period.
    let place = Place { sentence: here, whole: value.clone(), tokens: value.clone(), rivals: &[] };
    // A day before it is as often that of saying so.
    let is_own = |(tokens, moment): (Range<usize>, Moment)| {
        let is_long = moment.precision < Precision::Day && tokens.end <= value.start;
        is_long && !is_other_day(passage, sentence.tokens.start, &tokens)
    };
    // `17 times since January, X says, compared with 22 in Y's account`: the time is that of both.
    let is_against = is_held_against(passage, &sentence.tokens, &value);
    if !is_against && dates_in(passage, here, &place).any(is_own) {
        return None;
    }
    let before = |other: &&Mention| {
        let at = passage.sentence_at(other.span.start);
        let is_near = at < here && here <= at + BACK || is_against && at == here;
        // `The office says seven.`, as a paragraph of its own.
        let is_bare = || says && at + 1 == here && value.end + 1 >= sentence.tokens.end;
        let is_beside = passage.sentences[at].block == sentence.block || is_bare();
        is_near && other.value_span != mention.value_span && is_beside
    };
    let nearest = mentions.iter().filter(before).map(|other| passage.sentence_at(other.span.start)).max()?;
    let is_one =
        |other: &&Mention| passage.sentence_at(other.span.start) == nearest && other.value_span != mention.value_span;
    let mut against = mentions.iter().filter(is_one);
    // `An earlier statement had given seven`: of the same, whoever gave both.
    let is_earlier = is_of_earlier_account(passage, &sentence.tokens);
    let is_set_against =
        |other: &Mention| is_earlier || (&other.claimant, &other.speaker) != (&mention.claimant, &mention.speaker);
    let first = against.next().filter(|other| is_set_against(other))?;
    let time = (first.window, first.time.clone());
    let is_of_it = |other: &Mention| other.window == first.window && other.time == first.time && is_set_against(other);
    (against.all(is_of_it) && (time.0.is_some() || time.1.is_some())).then_some(time)
}
