//! `In the same period`: the period of a sentence before.
//!
//! ```text
//! 20 calls since May. Five in the same period with others.      5: since May
//! ```

use super::ordinal::end_on_its_day;
use crate::corpus::BlockKind;
use crate::extract::Reading;
use crate::matching::attribution::Place;
use crate::matching::passage::Passage;
use crate::value::Window;

/// How many sentences back `in the same period` may point.
const NEAR: usize = 3;
/// The same of what opens a paragraph.
const PARAGRAPH: usize = 6;

/// `In the same period`: the window of the nearest sentence before that has one, at most three sentences back; what opens a
/// paragraph points back at the one before.
pub(super) fn inherited(passage: &Passage<'_>, sentence: usize) -> Option<Window> {
    let block = |sentence: usize| passage.sentences[sentence].block;
    let opens = sentence > 0 && block(sentence - 1) < block(sentence);
    let earlier = (sentence.saturating_sub(if opens { PARAGRAPH } else { NEAR })..sentence).rev();
    // Below another heading, or a question, another thing is told.
    let goes_on = |&at: &usize| {
        let sentence = &passage.sentences[at];
        let asks = passage.tokens.folded(sentence.tokens.end - 1) == "?";
        !matches!(sentence.kind, BlockKind::Heading) && !asks
    };
    let earlier =
        earlier.take_while(goes_on).filter(|&at| !opens || sentence - at <= NEAR || block(at) == block(sentence - 1));
    let mut windows = earlier.flat_map(|index| {
        let windows = passage.windows_in(passage.sentences[index].span).rev();
        windows.filter(|read| !read.same).map(move |read| (index, read.window))
    });
    let (index, window) = windows.next()?;
    // `On Sunday, the ninth time since January`: up to that Sunday.
    let mut ordinals = passage.values_in(passage.sentences[index].span);
    let ordinal = ordinals.find(|value| matches!(value.reading, Reading::Ordinal(_)));
    Some(ordinal.map_or(window, |ordinal| {
        let tokens = passage.tokens_of(ordinal.span);
        end_on_its_day(passage, &Place { sentence: index, whole: tokens.clone(), tokens, rivals: &[] }, window)
    }))
}
