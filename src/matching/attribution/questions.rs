//! Which blocks of an interview ask: by a label, a mark at the end, or by what they put to whoever answers.
//!
//! ```text
//! How can you be sure?                      asks
//! Q: The union says 6,000.                  asks
//! You have criticised the rescue, too.      asks, where a question stands before
//! You have to be brave.                     does not
//! ```

use super::interview::ANSWER;
use crate::corpus::BlockKind;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How many sentences a question has at the most.
const QUESTION: usize = 3;
/// How many tokens a line has at the most that puts something to whoever is asked.
const PROMPT: usize = 24;

/// Whether a block asks: by its label, or by the mark at its end.
pub(super) fn is_question(passage: &Passage<'_>, block: &Range<usize>) -> bool {
    if let Some(is_answer) = label(passage, block) {
        return !is_answer;
    }
    let tokens = &passage.sentences[block.end - 1].tokens;
    let is_mark = |at: &usize| !matches!(passage.tokens.folded(*at), "*" | "_" | "\"");
    let last = tokens.clone().rev().find(is_mark);
    block.len() <= QUESTION && last.is_some_and(|at| passage.tokens.folded(at) == "?")
}

/// `You have criticised the rescue, too.`: a line that puts something to whoever is asked, without a mark at its end, where
/// there was an answer before. Who answers says `I`, and what is put to him states no number.
pub(super) fn is_prompt(passage: &Passage<'_>, block: &Range<usize>) -> bool {
    let words = passage.lexicon.voices.interview;
    let sentence = &passage.sentences[block.start];
    let tokens = &sentence.tokens;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    if block.len() != 1 || sentence.kind != BlockKind::Paragraph || tokens.len() > PROMPT || block.start == 0 {
        return false;
    }
    let you = tokens.start + usize::from(matches!(word(tokens.start), "but" | "and" | "yet" | "still" | "so"));
    let is_put =
        word(you) == "you've" || word(you) == "you" && words.put_to.contains(word(you + 1)) && word(you + 2) != "to";
    let is_other = |at: usize| words.own.contains(word(at)) || matches!(word(at), "\"" | "we" | "our");
    is_put
        && !tokens.clone().any(is_other)
        && passage.values_in(passage.span_of(tokens)).next().is_none()
        && !is_question(passage, &block_of(passage, block.start - 1))
        && is_asked_before(passage, block.start)
}

/// Whether a question stands before, not far off.
fn is_asked_before(passage: &Passage<'_>, from: usize) -> bool {
    let (mut at, last) = (from, from.saturating_sub(ANSWER));
    while at > last {
        let before = block_of(passage, at - 1);
        if is_question(passage, &before) {
            return true;
        }
        at = before.start;
    }
    false
}

/// `Q:` or `A:`, and whether it is that of an answer.
pub(super) fn label(passage: &Passage<'_>, block: &Range<usize>) -> Option<bool> {
    let tokens = &passage.sentences[block.start].tokens;
    let first = tokens.clone().find(|&at| !matches!(passage.tokens.folded(at), "*" | "_"))?;
    let (questions, answers) = passage.lexicon.voices.interview.labels;
    let word = passage.tokens.folded(first);
    let colon = tokens.contains(&(first + 1)) && passage.tokens.folded(first + 1) == ":";
    let (asks, answers) = (questions.contains(&word), answers.contains(&word));
    (colon && (asks || answers)).then_some(answers)
}

/// The sentences of the block that a sentence is of. A block may have very many.
pub(super) fn block_of(passage: &Passage<'_>, sentence: usize) -> Range<usize> {
    let block = passage.sentences[sentence].block;
    let (before, behind) = passage.sentences.split_at(sentence);
    before.partition_point(|other| other.block < block)..sentence + behind.partition_point(|other| other.block <= block)
}
