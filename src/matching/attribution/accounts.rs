//! Accounts that are named by what stands around them.
//!
//! ```text
//! The readout from X gives 75. The one from Y gives 40.    the readout from Y
//! A poll by X for the Herald found that 41                 X's, whoever paid for it
//! ```

use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may name for whom something was reckoned.
const CLIENT: usize = 8;
/// How far before a `one` the account may stand that it means, in tokens.
const BACK: usize = 60;

/// Whether a token is an account by what stands beside it. A `poll` is a vote elsewhere.
pub(super) fn is_account_here(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_poll = || word(at) == "poll" && matches!(word(at + 1), "by" | "from");
    passage.lexicon.is_account(&passage.stems[at]) || is_poll() || is_one_of_accounts(passage, sentence, at)
}

/// Whether a token is the `one` of `the one from X`, where an account was told of before.
fn is_one_of_accounts(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let is_one = matches!(word(at), "one" | "ones") && at > sentence.start && matches!(word(at - 1), "the" | "that");
    if !is_one {
        return false;
    }
    let here = passage.sentence_at(passage.tokens.get(at).span.start);
    let before = here.checked_sub(1).filter(|&of| passage.sentences[of].block == passage.sentences[here].block);
    let first = before.map_or(sentence.start, |of| passage.sentences[of].tokens.start);
    (first.max(at.saturating_sub(BACK))..at - 1).any(|at| passage.lexicon.is_account(&passage.stems[at]))
}

/// Where the words end that tell, behind whose it is, for whom it was made: `a poll by X for Radio Valleys`.
pub(super) fn past_client(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let names = |at: &usize| {
        let token = passage.tokens.get(*at);
        let small = matches!(word(*at), "the" | "a" | "an" | "of" | "and" | "'s");
        small || token.kind == TokenKind::Digits || starts_upper(passage.tokens.raw(*at))
    };
    let client = end + 1..(end + 1 + CLIENT).min(sentence.end);
    let named = client.clone().take_while(names).count();
    (matches!(word(end), "for" | "with") && named > 0 && named < client.len()).then_some(end + 1 + named)
}
