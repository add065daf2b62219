//! Shares in hundredths: `18 %`, `6.5 per cent`, `3 percentage points`, and
//! `per cent of twenty`, which opens its clause.

use super::language::{self, UnitWord};
use crate::text::{TokenKind, Tokens};

/// The unit's name, for the two kinds of share.
pub(super) fn unit(word: UnitWord) -> &'static str {
    if word == UnitWord::Points { "percentage-point" } else { "percent" }
}

/// The first token of a share's name before its number. Where another word
/// stands before the name it is that word's: `6 per cent of 20`, `a small per
/// cent of 20`.
pub(super) fn before(tokens: &Tokens<'_>, start: usize, floor: usize) -> Option<usize> {
    let (_, at) = language::SHARES_BEFORE.before(tokens, start).filter(|(_, at)| *at >= floor)?;
    let opens = at == 0 || tokens.get(at - 1).kind == TokenKind::Sign && tokens.get(at).spaced;
    opens.then_some(at)
}
