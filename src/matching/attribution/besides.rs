//! What somebody says while they do something, by a participle behind the comma: `hit back, insisting that`.
//!
//! ```text
//! The firm hit back, insisting that 40 died           the firm
//! The firm was sued by nurses, saying that 40 died    of whom, is open
//! The firm shut, leaving clerks who say that 40 died  not the firm
//! ```

use super::clauses::opens_clause;
use super::persons::past_role;
use super::saying::{VERB_REACH, skip_back, verb_from};
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::text::TokenKind;
use std::ops::Range;

/// How far behind its verb the comma may stand, in tokens.
const REACH: usize = 14;
/// How many words may stand between the participle and the `that` of what is said.
const THAT: usize = 6;

/// Where the participle ends by which whoever a clause begins with says what follows; `first` is where the verb of the
/// clause begins.
pub(super) fn said_besides(passage: &Passage<'_>, sentence: &Range<usize>, first: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let comma = |at: usize| passage.is_comma(sentence, at);
    // `The union's office was cooler, saying that`: its office is another one.
    let does = sentence.contains(&first) && passage.tokens.get(first).kind == TokenKind::Word;
    if !does || matches!(word(first), "'s" | "'") {
        return None;
    }
    // `Was sued by nurses, saying`; not `rejected claims by nurses, saying`.
    let is_passive = (first..first + 3).any(|at| matches!(word(at), "was" | "were" | "been" | "is" | "are" | "being"));
    // `Closed as the union said`; not `dismissed it as a rumour`.
    let tells_clause = |at: usize| {
        passage.lexicon.subjects.contains(word(at + 1))
            || word(at + 1) == "the"
            || passage.names_in(at + 1..at + 2).next().is_some()
    };
    // `Disputes that figure, saying`.
    let is_figure = |at: usize| word(at) == "that" && (word(at + 1) == "," || word(at + 2) == ",");
    // Another subject, or somebody else who does it.
    let parts = |at: &usize| {
        !is_figure(*at) && matches!(word(*at), ";" | ":" | "\"" | "(" | "that" | "who" | "which" | "and" | "but" | "or")
            || matches!(word(*at), "while" | "when" | "after" | "because" | "if" | "although" | "though")
            || word(*at) == "by" && is_passive
            || word(*at) == "as" && tells_clause(*at)
    };
    let mut ahead = (first + 1..sentence.end.min(first + REACH)).take_while(|at| !parts(at));
    let verb = ahead.find(|&at| comma(at)).map(|comma| comma + 1).filter(|&verb| word(verb).ends_with("ing"))?;
    let end = verb_from(passage, verb, sentence.end).filter(|&end| end > verb)?;
    let tells = |at: usize| matches!(word(at), "that" | ":" | "\"");
    // `Insisting the track was to blame`, without a `that`.
    let is_finite =
        |at: usize| matches!(word(at), "was" | "were" | "is" | "are" | "had" | "has" | "have" | "would" | "will");
    let begins_clause =
        passage.lexicon.subjects.contains(word(end)) || matches!(word(end), "the" | "a" | "an" | "there");
    let states = || {
        let ahead = end + 1..end + 1 + THAT;
        begins_clause && ahead.take_while(|&at| !comma(at) && !parts(&at)).any(is_finite)
    };
    let is_told = matches!(word(verb), "saying" | "claiming") || (verb + 1..verb + 1 + THAT).any(tells) || states();
    is_told.then_some(end)
}

/// `The firm hit back at the union, saying`, `rejected the union's figure, saying`: what is said behind the comma is said by
/// whoever does the rest, and not by whom it is done to.
pub(super) fn is_answered(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_sign = |at: &usize| sentence.contains(at) && passage.tokens.get(*at).kind == TokenKind::Sign;
    let mut signs =
        (name.tokens.end..name.tokens.end + VERB_REACH).filter(|at| is_sign(at) && !matches!(word(*at), "'" | "-"));
    let Some(verb) = signs.next().filter(|&comma| word(comma) == ",").map(|comma| comma + 1) else { return false };
    // `Lists seven, counting today's`: it is among them.
    let says = word(verb).ends_with("ing") && word(verb) != "counting" && passage.lexicon.says(&passage.stems[verb]);
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    // `Was sued by the union, saying`.
    let is_agent = start > sentence.start
        && word(start - 1) == "by"
        && (sentence.start..start).any(|at| matches!(word(at), "was" | "were" | "been"));
    // `40 died, the union reported, citing`, `40 died, spokeswoman Ada Munn said, adding`.
    let first = past_role(passage, sentence, name).unwrap_or(start);
    let is_tag = first > sentence.start && matches!(word(first - 1), "," | "\"");
    says && !is_agent && !is_tag && !opens_clause(passage, sentence, start)
}
