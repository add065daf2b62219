//! Sentences in which the outlet itself tells how it knows: it has seen the footage, or the documents show it. What is
//! told behind them is its own, and carries on nobody's account.
//!
//! ```text
//! The union says it was calm. It was a long day.                           the union's
//! The union says it was calm. We have seen the footage. It was a riot.     the outlet's
//! The union says it was calm. Security footage shows more. It was a riot.  the outlet's
//! ```

use crate::matching::behind::few;
use crate::matching::passage::Passage;

/// In how many words a sentence names the proof with which it begins.
const PROOF: usize = 4;
/// How far behind a proof it is told what it shows, in tokens.
const SHOWS: usize = 3;

/// Whether a sentence tells how the outlet knows.
pub(super) fn is_witnessed(passage: &Passage<'_>, sentence: usize) -> bool {
    let tokens = &passage.sentences[sentence].tokens;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let (voices, stance) = (passage.lexicon.voices, passage.lexicon.stance);
    let first = tokens.start + usize::from(matches!(word(tokens.start), "but" | "and" | "yet"));
    if first >= tokens.end || passage.quotation_around(passage.tokens.get(first).span).is_some() {
        return false;
    }
    let verb = first + 1 + usize::from(matches!(word(first + 1), "have" | "had"));
    let has_seen = voices.interview.askers.contains(word(first)) && voices.witnessing.contains(word(verb));
    // `Its footage shows` is of whoever was named.
    let is_theirs = |at: usize| matches!(word(at), "its" | "their" | "his" | "her" | "'s" | "'");
    let mut opening = (first..(first + PROOF).min(tokens.end)).take_while(|&at| !is_theirs(at));
    let shows = |proof: usize| few(SHOWS, proof, tokens.end).any(|at| stance.showing.contains(&passage.stems[at]));
    has_seen || opening.any(|at| stance.proofs.contains(&passage.stems[at]) && shows(at))
}
