//! The period of a number that somebody else sets against the one before it.
//!
//! `They spoke nine times since January, X says. By Y's count it was five`: the five are counted
//! over the same time, since the number has no noun of its own and the sentence no time. What one
//! voice goes on to tell may be of another time, and so may what is said to be all.
//!
//! ```text
//! nine times since January, X says. Y counts five.          five [since January]
//! nine times since January, X says. In all it was 60, Y says.    60
//! nine times since January, X says. They met five times, Y says.  five
//! ```

use super::period::is_overall;
use crate::matching::elsewhere::ellipsis::ends_there;
use crate::matching::mention::Mention;
use crate::matching::passage::Passage;
use crate::value::Window;

/// How many sentences back the number may stand that another is set against.
const BACK: usize = 2;

/// Gives numbers without a period that of the number which they are set against.
pub(in crate::matching) fn carry_periods(passage: &Passage<'_>, mentions: &mut [Mention]) {
    if mentions.iter().all(|mention| mention.window.is_none()) {
        return;
    }
    let carried: Vec<Option<Window>> = mentions.iter().map(|mention| carried(passage, mentions, mention)).collect();
    for (mention, window) in mentions.iter_mut().zip(carried) {
        mention.window = mention.window.or(window);
    }
}

fn carried(passage: &Passage<'_>, mentions: &[Mention], mention: &Mention) -> Option<Window> {
    let value = mention.value_span.filter(|_| mention.window.is_none() && mention.time.is_none())?;
    let here = passage.sentence_at(value.start);
    let sentence = &passage.sentences[here];
    if !ends_there(passage, passage.tokens_of(value).end) || is_overall(passage, &sentence.tokens) {
        return None;
    }
    let before = |other: &&Mention| {
        let at = passage.sentence_at(other.span.start);
        at < here && here <= at + BACK && passage.sentences[at].block == sentence.block
    };
    let nearest = mentions.iter().filter(before).map(|other| passage.sentence_at(other.span.start)).max()?;
    let mut against = mentions.iter().filter(|other| passage.sentence_at(other.span.start) == nearest);
    let is_set_against = |other: &Mention| (&other.claimant, &other.speaker) != (&mention.claimant, &mention.speaker);
    let first = against.next().filter(|other| is_set_against(other))?;
    against.all(|other| other.window == first.window && is_set_against(other)).then_some(first.window)?
}
