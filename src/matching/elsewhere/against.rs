//! A number that a sentence measures its own by, where it is told whose that is: another number for the same.
//!
//! ```text
//! 40,000 marched, compared with 12,000 in the police's account    12,000, the police
//! 40,000 marched, compared with 12,000 according to the police    12,000, the police
//! 40,000 marched, above the police's estimate of 12,000            12,000, the police
//! 40,000 marched, compared with 12,000 last year                  nothing
//! 40,000 marched, compared with the 12,000 police on duty         nothing
//! ```

use super::sourced::is_figure;
use crate::claims::Topic;
use crate::extract::fit::fit;
use crate::matching::passage::Passage;
use crate::matching::patterns::candidates::{Candidate, Sort};
use crate::matching::patterns::no_answer::is_measure;
use std::ops::Range;

/// The numbers of a sentence that are held against another by the word of somebody who is named.
pub(super) fn held_against(topic: &Topic, passage: &Passage<'_>, sentence: usize) -> Vec<Candidate> {
    let here = &passage.sentences[sentence];
    let values = passage.values_in(here.span).filter(|_| topic.kind.is_amount());
    let against = values.filter_map(|read| {
        let tokens = passage.tokens_of(read.span);
        let value = fit(&read.reading, topic.kind, topic.unit.as_deref())?;
        let number = Candidate { tokens, span: read.span, value, sort: Sort::Plain, currency: None };
        is_held_against(passage, &here.tokens, &number.tokens).then_some(number)
    });
    against.collect()
}

/// `Compared with 12,000 in the police's account`.
pub(in crate::matching) fn is_held_against(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    number: &Range<usize>,
) -> bool {
    if !number.is_empty() && is_estimate(passage, sentence, number) {
        return true;
    }
    // `Up from 12,000`: what it was before.
    if number.is_empty() || is_measure(passage, number.start).is_none_or(|(_, small)| small == "from") {
        return false;
    }
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let named = |at: usize| {
        let start = at + usize::from(word(at) == "the");
        passage.names_in(start..sentence.end).find(|name| name.tokens.start <= start).map(|name| name.tokens.end)
    };
    let end = match (word(number.end), word(number.end + 1)) {
        ("in" | "by" | "on", _) => named(number.end + 1).and_then(|end| {
            let account = end + 1;
            let is_account = sentence.contains(&account) && passage.lexicon.is_account(&passage.stems[account]);
            (matches!(word(end), "'s" | "'") && is_account).then_some(account + 1)
        }),
        (according, "to") if passage.lexicon.according.contains(according) => named(number.end + 2),
        _ => None,
    };
    end.is_some_and(|end| matches!(word(end), "" | "." | "," | ";" | ")" | "!"))
}

/// `Well above the police's estimate of 12,000`.
fn is_estimate(passage: &Passage<'_>, sentence: &Range<usize>, number: &Range<usize>) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let Some(noun) = number.start.checked_sub(2).filter(|&noun| noun > sentence.start && word(noun + 1) == "of") else {
        return false;
    };
    let owner = passage.names_in(sentence.start..noun).find(|name| name.tokens.end + 1 == noun);
    let led = owner.is_some_and(|owner| {
        let start = owner.tokens.start;
        let the = start - usize::from(start > sentence.start && word(start - 1) == "the");
        the > sentence.start && passage.lexicon.contrast.held_against.contains(word(the - 1))
    });
    let ends = matches!(word(number.end), "" | "." | "," | ";" | ")" | "!");
    is_figure(passage, noun) && led && ends && matches!(word(noun - 1), "'s" | "'")
}
