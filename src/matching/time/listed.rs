//! The times of the parts of what was counted, in a list behind it: behind a colon, in brackets or between dashes.
//!
//! They are no time of the whole: that is one which stands outside of the list, or none where the list gives several.
//!
//! ```text
//! since March they met three times: in Brill in June, at Ober in July     since March
//! they met three times: in Brill in June, at Ober in July                 none
//! since March they met three times (twice in June)                        since March
//! they met three times (in June)                                          in June
//! ```

use crate::extract::window::WindowRead;
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use std::ops::Range;

/// Whether a window behind a statement is that of a part of what this counts.
pub(super) fn is_of_part(passage: &Passage<'_>, statement: &Range<usize>, read: &WindowRead) -> bool {
    let window = passage.tokens_of(read.span);
    let Some(list) = list_around(passage, statement.end, window.start) else { return false };
    let sentence = passage.sentences[passage.sentence_at(read.span.start)].span;
    let start = |other: &WindowRead| passage.tokens_of(other.span).start;
    let windows = || passage.windows_in(sentence);
    windows().any(|other| start(other) < list.start)
        || windows().filter(|other| list.contains(&start(other))).nth(1).is_some()
}

/// The list that opens behind a statement and holds a token.
fn list_around(passage: &Passage<'_>, from: usize, at: usize) -> Option<Range<usize>> {
    let word = |at: usize| passage.tokens.folded(at);
    let end = passage.sentences[passage.sentence_at(passage.tokens.get(at).span.start)].tokens.end;
    let is_dash = |at: usize| {
        let is_sign = passage.tokens.get(at).kind == TokenKind::Sign && matches!(word(at), "-" | "–" | "—");
        is_sign && (word(at) == "—" || passage.tokens.get(at).spaced)
    };
    let opens = |at: &usize| matches!(word(*at), ":" | "(") || is_dash(*at);
    let first = (from..at).find(opens)?;
    let closes = |other: &usize| match word(first) {
        ":" => word(*other) == ";",
        "(" => word(*other) == ")",
        _ => is_dash(*other),
    };
    let last = (first + 1..end).find(closes).unwrap_or(end);
    (at < last).then_some(first + 1..last)
}
