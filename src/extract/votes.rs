//! How a vote went: `passed by 61 to 58` are two numbers, and no range.
//!
//! ```text
//! failed by 79 to 92          a vote
//! the vote was 61 to 108      a vote
//! lost by 20 to 30 seats      a range of seats
//! rose by 3 to 5              a range
//! ```

use super::amount::Amount;
use super::language;
use crate::text::{TokenKind, Tokens};

/// How far before its `by` the verb may stand that tells how a vote went, in tokens: `was voted down narrowly by`.
const REACH: usize = 4;

/// Whether two numbers tell how many were for a thing and how many against it.
pub(super) fn divides(tokens: &Tokens<'_>, first: &Amount, second: &Amount) -> bool {
    let is_bare = |amount: &Amount| amount.unit.is_none() && amount.time.is_none() && amount.end == amount.start + 1;
    let Some(before) = first.start.checked_sub(1).filter(|_| is_bare(first) && is_bare(second)) else { return false };
    let near = before.saturating_sub(REACH)..before;
    let any = |tells: fn(&str) -> bool| near.clone().any(|at| tells(tokens.folded(at)));
    let is_told = match tokens.folded(before) {
        language::BY => any(language::is_decided),
        word if language::leads_vote(word) => any(language::is_vote),
        word => language::is_voted(word),
    };
    is_told && !counts(tokens, second.end)
}

/// Whether a word behind a number is what it counts.
fn counts(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_word = tokens.all().get(at).is_some_and(|token| token.kind == TokenKind::Word);
    is_word && !language::follows_vote(tokens.folded(at))
}
