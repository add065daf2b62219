//! Sentences in which the outlet itself tells how it knows: it has seen the footage, or the documents show it. What is
//! told behind them is its own, and carries on nobody's account. So is what is so by its own count.
//!
//! ```text
//! The union says it was calm. It was a long day.                           the union's
//! The union says it was calm. We have seen the footage. It was a riot.     the outlet's
//! The union says it was calm. Security footage shows more. It was a riot.  the outlet's
//! The union says it was calm. It was their fifth march, by our count.      the outlet's
//! ```

use super::Place;
use super::voices::Voice;
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

/// Where what a place states is told to be so `by our count`, `on this newspaper's own tally`: not between quotation marks,
/// and not in another clause.
pub(super) fn own_count(passage: &Passage<'_>, place: &Place<'_>) -> Option<usize> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let voices = passage.lexicon.voices;
    // `More than eight hours on anybody's account, and 11 on the port's`: of the number right before it.
    let is_anybodys = |at: usize| {
        let is_all = matches!(word(at + 1), "anybody" | "anyone" | "everybody" | "everyone") && word(at + 2) == "'s";
        let noun = at + 3;
        let near = place.tokens.end..=place.tokens.end + 1;
        is_all && near.contains(&at) && sentence.contains(&noun) && passage.lexicon.is_account(&passage.stems[noun])
    };
    let is_own = |at: usize| {
        if is_anybodys(at) {
            return true;
        }
        let owner = match word(at + 1) {
            "our" => at + 2,
            "this" if voices.media.contains(word(at + 2)) && word(at + 3) == "'s" => at + 4,
            _ => return false,
        };
        matches!(word(at), "by" | "on" | "at" | "to")
            && voices.own_work.contains(word(owner + usize::from(word(owner) == "own")))
    };
    let outside = |at: usize| passage.quotation_around(passage.tokens.get(at).span).is_none();
    let counted = sentence.clone().find(|&at| is_own(at) && outside(at))?;
    let gap = if counted < place.tokens.start { counted..place.tokens.start } else { place.tokens.end..counted };
    (!gap.into_iter().any(|at| parts(passage, at, counted))).then_some(counted)
}

/// Whether a voice speaks in another clause than that which is the outlet's own.
pub(super) fn is_beside_count(passage: &Passage<'_>, voice: &Voice, counted: usize) -> bool {
    let gap = voice.tokens.end.min(counted)..counted;
    gap.into_iter().any(|at| parts(passage, at, counted))
}

/// Whether another clause begins at a token.
fn parts(passage: &Passage<'_>, at: usize, counted: usize) -> bool {
    let word = passage.tokens.folded(at);
    matches!(word, ";" | "but" | "while" | "whereas" | "although" | "though") || word == "and" && at + 1 == counted
}
