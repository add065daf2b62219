//! Values of neighbouring sentences that each open with another day, or of which the second tells what it was before.
//!
//! ```text
//! On Monday 40 died. On Tuesday 12 died.      40 [Monday], 12 [Tuesday]
//! On Monday 40 died. 12 died on Tuesday.      40, 12
//! It is 54 percent. In January it was 61.      54 [when it was printed], 61 [January]
//! ```

use super::period::opening_day;
use crate::matching::attribution::Place;
use crate::matching::mention::Mention;
use crate::matching::passage::Passage;
use crate::matching::scope::{dates_in, is_other_day};
use crate::matching::time::times::OwnTime;
use crate::value::Window;
use jiff::civil::Date;

/// Gives the values of neighbouring sentences the days with which these open, where they differ.
pub(in crate::matching) fn part_by_day(passage: &Passage<'_>, mentions: &mut [Mention]) {
    if mentions.len() < 2 {
        return;
    }
    let opening = |mention: &Mention| {
        let span = mention.value_span.filter(|_| mention.window.is_none())?;
        let (sentence, tokens) = (passage.sentence_at(span.start), passage.tokens_of(span));
        let place = Place { sentence, whole: tokens.clone(), tokens, rivals: &[] };
        opening_day(passage, &place).map(|day| (sentence, day))
    };
    let opened: Vec<Option<(usize, Window)>> = mentions.iter().map(opening).collect();
    let block = |sentence: usize| passage.sentences[sentence].block;
    for (mention, own) in mentions.iter_mut().zip(&opened) {
        let Some((sentence, day)) = own else { continue };
        let differs = |(other, of): &(usize, Window)| {
            sentence.abs_diff(*other) == 1 && block(*sentence) == block(*other) && of != day
        };
        if opened.iter().flatten().any(differs) {
            mention.window = Some(*day);
        }
    }
}

/// Who states something, listed or not.
type Voice = (Option<String>, Option<String>);

fn voice_of(mention: &Mention) -> Voice {
    (mention.claimant.clone(), mention.speaker.clone())
}

/// Gives what has no time that of its article, where the next sentence opens with the time of what it was before.
pub(in crate::matching) fn part_from_before(passage: &Passage<'_>, mentions: &mut [Mention]) {
    let Some(printed) = passage.printed().filter(|_| mentions.len() > 1) else { return };
    let sentence_of = |mention: &Mention| Some(passage.sentence_at(mention.value_span?.start));
    let mut before: Vec<(usize, Voice, Date)> = Vec::new();
    for mention in mentions.iter() {
        let (Some(sentence), Some(value)) = (sentence_of(mention), mention.value_span) else { continue };
        let Some(OwnTime::At(moment)) = &mention.time else { continue };
        let tokens = passage.tokens_of(value);
        let place = Place { sentence, whole: tokens.clone(), tokens, rivals: &[] };
        let start = passage.sentences[sentence].tokens.start;
        let opens = dates_in(passage, sentence, &place).any(|(date, told)| {
            date.start <= start + 1 && told.last_day() == moment.last_day() && !is_other_day(passage, start, &date)
        });
        if let Some(last) = moment.last_day().filter(|&last| opens && sentence > 0 && last < printed) {
            before.push((sentence - 1, voice_of(mention), last));
        }
    }
    if before.is_empty() {
        return;
    }
    for mention in mentions.iter_mut().filter(|mention| mention.time.is_none() && mention.window.is_none()) {
        let Some(sentence) = sentence_of(mention) else { continue };
        // `On 14 November she claimed 45. That Thursday she raised it to 50`: of no later day.
        let is_later = |last: Date| {
            let Some(tokens) = mention.value_span.map(|value| passage.tokens_of(value)) else { return false };
            let place = Place { sentence, whole: tokens.clone(), tokens, rivals: &[] };
            dates_in(passage, sentence, &place).all(|(_, told)| told.first_day().is_some_and(|first| last < first))
        };
        let goes_on = |(of, voice, last): &(usize, Voice, Date)| {
            let is_next = *of == sentence && passage.sentences[sentence].block == passage.sentences[sentence + 1].block;
            is_next && (*voice == (None, None) || *voice == voice_of(mention)) && is_later(*last)
        };
        if before.iter().any(goes_on) {
            mention.time = Some(OwnTime::Now(printed));
        }
    }
}
