//! A number for another time, or in place of the first, of what was just measured: `turnout was 54 percent in 2018. In 2022 it was 61.`
//!
//! The clause has no word of a pattern but `it`. It is taken where it gives a time and nothing else before `it`, or a
//! time behind its number, and where the statement before has one number that `it` could mean.
//!
//! ```text
//! Turnout was 54 percent in 2018; this time it was 61 percent.      61 percent
//! Turnout was 54 percent. In 2022, it was 61 percent.               61 percent
//! Turnout was 54 percent. In May, before the strike, it was 61.      61 percent
//! Turnout was 61 percent; it had been 54 percent in 2018.           54 percent
//! Turnout was 54 percent, they said, and corrected that to 61.       61 percent
//! Turnout was 54 percent in 2018. In 2022 it was 61 who stood.      nothing
//! Turnout was 54 percent, and the lead of it was 61 percent.        nothing
//! ```

use super::ellipsis::{ends_there, is_followed_by_time};
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::patterns::candidates::{Candidate, Sort, candidates};
use crate::matching::patterns::hit::Hit;
use crate::matching::stance::Reader;
use std::ops::Range;

/// How many tokens a clause may have that stands between a time and `it`.
const ASIDE: usize = 12;

/// The hits behind the only one of a sentence, in it and in the next.
pub(in crate::matching) fn find_again(topic: &Topic, passage: &Passage<'_>, hits: &[Hit]) -> Vec<Hit> {
    let [hit] = hits else { return Vec::new() };
    let Some(value) = hit.value_span.filter(|_| topic.kind.is_amount()) else { return Vec::new() };
    let end = passage.tokens_of(value).end;
    let (here, next) = (&passage.sentences[hit.sentence], passage.sentences.get(hit.sentence + 1));
    let goes_on = next.filter(|next| next.block == here.block && next.kind == BlockKind::Paragraph);
    let of_sentence = |sentence: usize, behind: Range<usize>| {
        let is_again = |found: &Candidate| {
            found.sort == Sort::Plain
                && behind.start <= found.tokens.start
                && is_again(topic, passage, &behind, &found.tokens)
        };
        let found = candidates(topic, passage, sentence).into_iter().find(is_again);
        found.map(|candidate| Hit::elsewhere(sentence, &candidate, &hit.pattern, hit.score))
    };
    let beside = of_sentence(hit.sentence, end..here.tokens.end);
    beside.into_iter().chain(goes_on.and_then(|next| of_sentence(hit.sentence + 1, next.tokens.clone()))).collect()
}

/// Whether a number is what `it` was at another time.
fn is_again(topic: &Topic, passage: &Passage<'_>, behind: &Range<usize>, value: &Range<usize>) -> bool {
    let word = |at: usize| if behind.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_led = |phrase: &&[&str]| {
        let first = value.start.checked_sub(phrase.len()).filter(|first| behind.contains(first));
        first.is_some_and(|first| passage.reads(first..value.start, phrase))
    };
    if is_adjusted(topic, passage, behind, value) {
        return ends_there(passage, value.end);
    }
    let words = passage.lexicon.times;
    let Some(verb) = words.levels.iter().find(|phrase| is_led(phrase)) else { return false };
    let Some(it) = (value.start - verb.len()).checked_sub(1).filter(|&it| word(it) == "it") else { return false };
    let ends = ends_there(passage, value.end);
    let dates: Vec<Range<usize>> = passage
        .values_in(passage.span_of(behind))
        .filter(|read| read.is_moment())
        .map(|read| passage.tokens_of(read.span))
        .collect();
    let is_date = |at: usize| dates.iter().any(|date| date.contains(&at));
    let is_time = |at: &usize| is_date(*at) || words.anew.contains(word(*at));
    let is_small = |at: &usize| passage.lexicon.is_function_word(word(*at)) && !words.joining.contains(word(*at));
    let comma = it - usize::from(word(it.saturating_sub(1)) == ",");
    // `In January, before the strike began, it was 61.`
    let aside = (behind.start..comma).rev().take(ASIDE).find(|&at| word(at) == ",");
    let is_aside = |at: &usize| comma < it && matches!(word(at + 1), "before" | "after" | "when" | "as" | "shortly");
    let comma = aside.filter(is_aside).unwrap_or(comma);
    let lead = (behind.start..comma).rev().take_while(|at| is_time(at) || is_small(at)).count();
    let first = comma - lead;
    let opens = first == behind.start || first.checked_sub(1).is_some_and(|before| opens_clause(passage, word(before)));
    let is_timed = (first..comma).any(|at| is_time(&at));
    opens && ends && (is_timed || comma == it && is_followed_by_time(passage, value.end))
}

/// `Said that seven were hurt, but later corrected that to nine`, `was revised down to nine`.
fn is_adjusted(topic: &Topic, passage: &Passage<'_>, behind: &Range<usize>, value: &Range<usize>) -> bool {
    let reader = Reader { passage, sentence: behind, words: passage.lexicon.stance };
    reader.replaced_at(topic, behind.start) == Some(value.start)
}

/// Whether a clause of its own may begin behind a word.
fn opens_clause(passage: &Passage<'_>, before: &str) -> bool {
    matches!(before, "–" | "—") || passage.lexicon.times.joining.contains(before) || before == "whereas"
}
