//! Values of neighbouring sentences that each open with another day.
//!
//! ```text
//! On Monday 40 died. On Tuesday 12 died.      40 [Monday], 12 [Tuesday]
//! On Monday 40 died. 12 died on Tuesday.      40, 12
//! ```

use super::period::opening_day;
use crate::matching::attribution::Place;
use crate::matching::mention::Mention;
use crate::matching::passage::Passage;
use crate::value::Window;

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
