//! Telephone numbers, which are no numbers: `020 7946 0958`, `+44 20 7946
//! 0958`, `(212) 555-0100`, `1-800-555-0199`.
//!
//! What decides is how the digits stand in groups; a range (`500-1000`) or a
//! number with spaces between its thousands is none.

use crate::text::{TokenKind, Tokens};

/// Digits of a telephone number, at least and at most.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;

/// One past the telephone number that begins with the token `at`.
pub(super) fn telephone_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let sign = |at: usize, sign: &str| tokens.all().get(at).is_some_and(|_| tokens.raw(at) == sign);
    let plus = at > 0 && sign(at - 1, "+") && !tokens.get(at).spaced;
    let naught = tokens.raw(at).starts_with('0') && tokens.raw(at).len() >= 2;
    let mut groups = vec![tokens.raw(at).len()];
    let mut digits = groups[0];
    let mut hyphens = 0;
    let mut end = at + 1;
    // A number has at most fifteen digits, so that many groups.
    while groups.len() < *DIGITS.end() {
        let closed = end + usize::from(sign(end, ")") && at > 0 && sign(at - 1, "("));
        let joint = closed + usize::from(sign(closed, "-") || sign(closed, "."));
        let Some(next) = tokens.all().get(joint).filter(|next| next.kind == TokenKind::Digits) else { break };
        if joint > closed && (tokens.get(closed).spaced || next.spaced) {
            break;
        }
        let Some(more) = digits.checked_add(next.span.len()).filter(|more| DIGITS.end() >= more) else { break };
        hyphens += joint - closed;
        digits = more;
        groups.push(next.span.len());
        end = joint + 1;
    }
    let american = matches!(groups[..], [3, 3, 4] | [1, 3, 3, 4]) && hyphens > 0;
    let local = groups == [3, 4] && hyphens == 1 && tokens.raw(end - 1).starts_with('0');
    let long = DIGITS.contains(&digits) && groups.len() >= 2 && (plus || naught && !tokens.raw(at).starts_with("000"));
    (american || local || long && hyphens_agree(hyphens, groups.len())).then_some(end)
}

/// A date has two hyphens between its three groups, and years are long.
fn hyphens_agree(hyphens: usize, groups: usize) -> bool {
    groups > 3 || hyphens < 2
}
