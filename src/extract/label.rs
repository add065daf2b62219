//! Numbers that name a thing and count none.
//!
//! ```text
//! Flight 7 released prisoners; on day three calls resumed      no number of prisoners, of calls
//! press release 24/118; case no. 24/118; (ref. 118/24)         no fraction of anything
//! On Monday 40 people; in the room 12 people; each day three   40 people, 12 people, three
//! ```
//!
//! The noun stands in the singular right before its number. With a capital letter it is a name; without one it also
//! needs a preposition before it, for with an article the number begins what follows.

use super::language;
use crate::text::{TokenKind, Tokens};

/// Whether the number at a token names what stands before it.
pub(super) fn is_label(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1) else { return false };
    if tokens.get(noun).kind != TokenKind::Word {
        return is_file_number(tokens, at);
    }
    if !tokens.get(at).spaced {
        return false;
    }
    let word = tokens.folded(noun);
    let capital = tokens.raw(noun).starts_with(char::is_uppercase);
    let before = noun.checked_sub(1).map(|before| tokens.folded(before));
    if capital && language::is_labelled(word) {
        // `Group 4 people`, but `Line 2,000`.
        return is_short(tokens, at) && !is_of_body(tokens, noun);
    }
    let led = before.is_none_or(|before| language::leads_label(before) || matches!(before, "." | "(" | "," | ";"));
    let plain = language::is_numbered_thing(word) && led;
    let paper = is_slashed(tokens, at) && (language::is_labelled(word) || language::is_reference(word));
    (plain || paper) && is_short(tokens, at)
}

/// `The Joint Observation Mission 112`: a body with a name of several words and an article is not one of many.
fn is_of_body(tokens: &Tokens<'_>, noun: usize) -> bool {
    const LONGEST: usize = 6;
    let is_capital = |&at: &usize| tokens.raw(at).starts_with(char::is_uppercase) && tokens.folded(at) != "the";
    let names = (noun.saturating_sub(LONGEST)..noun).rev().take_while(is_capital).count();
    let the = noun.checked_sub(names + 1).filter(|_| names > 0);
    language::is_body(tokens.folded(noun)) && the.is_some_and(|the| tokens.folded(the) == "the")
}

/// `no. 24/118`, `(ref. 118/24)`: the short form of a word for a number, with its dot.
fn is_file_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_dotted = |word: usize| {
        let dot = word + 1;
        tokens.folded(dot) == "." && !tokens.get(dot).spaced && language::is_reference(tokens.folded(word))
    };
    let Some(word) = at.checked_sub(2).filter(|&word| is_dotted(word)) else { return false };
    let before = word.checked_sub(1).map(|before| tokens.folded(before));
    // `He said no. 24 people came.`
    let named = before.is_some_and(|before| before == "(" || language::is_labelled(before));
    is_slashed(tokens, at) || named && is_short(tokens, at)
}

/// The number of a thing has few digits and neither groups nor decimals.
fn is_short(tokens: &Tokens<'_>, at: usize) -> bool {
    let goes_on = |next: usize| {
        let digits = tokens.all().get(next + 1).is_some_and(|token| !token.spaced && token.kind == TokenKind::Digits);
        tokens.all().get(next).is_some_and(|token| !token.spaced) && digits && matches!(tokens.folded(next), "," | ".")
    };
    let scaled = tokens.all().get(at + 1).is_some_and(|next| {
        next.kind == TokenKind::Word && language::number_word(tokens.folded(at + 1)).is_some_and(language::is_magnitude)
    });
    tokens.get(at).span.len() <= 5 && !goes_on(at + 1) && !scaled
}

/// `24/118`.
fn is_slashed(tokens: &Tokens<'_>, at: usize) -> bool {
    let digits = |at: usize| tokens.all().get(at).is_some_and(|token| token.kind == TokenKind::Digits);
    digits(at) && digits(at + 2) && tokens.folded(at + 1) == "/" && !tokens.get(at + 2).spaced
}
