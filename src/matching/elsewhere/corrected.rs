//! A value that the next sentence corrects: `The article said that turnout was 73 percent. It was
//! 71 percent.`
//!
//! The second sentence has none of a pattern's words. It is taken only where it says that it
//! corrects: by `the correct figure`, by `not 73`, or because the first is about what was
//! printed. `It was 71 percent in the capital` corrects nothing.
//!
//! ```text
//! Our report gave 40 dead. The correct number is 52.     52; 40 is given up
//! The union said 9,000 marched. The true figure is 12.   9,000 of the union stays; 12
//! ```

use super::ellipsis::ends_there;
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use crate::matching::patterns::candidates::{Sort, candidates, in_unit_of};
use crate::matching::patterns::hit::Hit;
use std::ops::Range;

/// A correction of the one value of a sentence.
pub(in crate::matching) struct Correction {
    /// The value in the sentence after it.
    pub(in crate::matching) hit: Hit,
    /// Whether the outlet corrects itself, and so gives up the first.
    pub(in crate::matching) is_own: bool,
}

/// The correction that follows a sentence with one hit.
pub(in crate::matching) fn find_correction(topic: &Topic, passage: &Passage<'_>, hits: &[Hit]) -> Option<Correction> {
    let [hit] = hits else { return None };
    let old = passage.tokens_of(hit.value_span?);
    let word = |at: usize| passage.tokens.folded(at);
    let first = &passage.sentences[hit.sentence];
    // `We also said 9,000; it was 12,000`, and the same in two sentences.
    let semicolon = (old.end..first.tokens.end).find(|&at| word(at) == ";");
    let (sentence, next) = match semicolon {
        Some(at) => (hit.sentence, at + 1..first.tokens.end),
        None => (hit.sentence + 1, passage.sentences.get(hit.sentence + 1)?.tokens.clone()),
    };
    let of_next = &passage.sentences[sentence];
    if first.block != of_next.block || of_next.kind != BlockKind::Paragraph {
        return None;
    }
    let all = candidates(topic, passage, sentence);
    let candidate = all.into_iter().find(|found| found.sort == Sort::Plain && next.contains(&found.tokens.start));
    let bare =
        || in_unit_of(topic, passage, sentence, hit.value_span?).filter(|found| next.contains(&found.tokens.start));
    let candidate = candidate.or_else(bare)?;
    let opening = next.start..candidate.tokens.start;
    let words = passage.lexicon.correction;
    let is_right = |at: usize| words.right.contains(word(at));
    let is_be = |at: usize| words.being.contains(word(at));
    let again = |at: usize| hit.tokens.clone().any(|of| passage.stems[of] == passage.stems[at]);
    let opens = opening.clone().all(|at| is_right(at) || is_be(at) || words.opening.contains(word(at)) || again(at));
    if !opens || !opening.clone().any(is_be) || !ends_there(passage, candidate.tokens.end) {
        return None;
    }
    if is_placed(passage, &candidate.tokens, &next) {
        return None;
    }
    let is_own = is_printed(passage, first.tokens.start..old.start);
    let corrects = is_own || opening.clone().any(is_right) || is_not_the_old(passage, &candidate.tokens, &next);
    corrects.then(|| Correction { hit: Hit::elsewhere(sentence, &candidate, &hit.pattern, hit.score), is_own })
}

/// `An article about the vote said`: what is printed says it.
fn is_printed(passage: &Passage<'_>, before: Range<usize>) -> bool {
    let printed = before.clone().find(|&at| passage.lexicon.correction.printed.contains(passage.tokens.folded(at)));
    let gives = |at: usize| {
        let stance = passage.lexicon.stance;
        passage.lexicon.says(&passage.stems[at]) || stance.mistaken.contains(passage.tokens.folded(at))
    };
    printed.is_some_and(|printed| (printed + 1..before.end).any(gives))
}

/// `It was 12,000 in Lyon`: a part, or another thing.
fn is_placed(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> bool {
    let words = passage.lexicon.correction;
    let mut behind = (value.end..sentence.end).take(2).map(|at| passage.tokens.folded(at));
    behind.next().is_some_and(|word| words.placing.contains(word))
        && behind.next().is_some_and(|word| !words.whole.contains(word))
}

/// `71, not 73`.
fn is_not_the_old(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> bool {
    let behind = value.end..(value.end + 3).min(sentence.end);
    let mut behind = behind.filter(|&at| passage.tokens.folded(at) != ",");
    behind.next().is_some_and(|at| passage.tokens.folded(at) == "not")
}
