//! What an outlet says of a claim, which is not of whoever made it.
//!
//! ```text
//! Roe said 40 died. That can't be so: 31 did.    31 is nobody's but the outlet's
//! Its claim that 40 died is untrue: 31 did.      the same
//! ```

use super::Place;
use crate::matching::passage::Passage;

/// `He can't have: he was in Bern`, `That isn't so.`: whether the outlet says in a sentence that what was said before is not so.
pub(super) fn is_rebuttal(passage: &Passage<'_>, index: usize) -> bool {
    let tokens = &passage.sentences[index].tokens;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = tokens.start + usize::from(matches!(word(tokens.start), "but" | "yet" | "in"));
    let is_he = matches!(word(first), "he" | "she" | "they" | "it" | "that" | "this");
    let not = (first + 1..first + 4).find(|&at| passage.lexicon.is_negation(word(at)));
    let ends = |at: usize| matches!(word(at), "" | "." | ":" | ";" | "," | "!");
    let is_end = |at: usize| {
        let closes = matches!(word(at), "have" | "true" | "so" | "right" | "correct" | "possible" | "be");
        closes && ends(at + 1)
    };
    is_he && not.is_some_and(|not| (not + 1..not + 3).any(is_end))
}

/// `Its claim that 40 died is untrue: 52 died`: what is said of a claim that the sentence begins with is no part of it.
pub(super) fn is_behind_claim(passage: &Passage<'_>, place: &Place<'_>) -> bool {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let that = (sentence.start + 2..sentence.start + 5).find(|&at| word(at) == "that");
    // `Its leader claims that`, `its leaders claim that`: a verb.
    let is_claim = |noun: usize| {
        let lexicon = passage.lexicon;
        let is_noun =
            lexicon.is_account_or_claim(&passage.stems[noun]) || lexicon.voices.said.assertions.contains(word(noun));
        let is_verb = word(noun).ends_with("ed")
            || noun > sentence.start + 1 && (word(noun).ends_with('s') || word(noun - 1).ends_with('s'));
        is_noun && !is_verb
    };
    let is_owned = matches!(word(sentence.start), "its" | "their" | "his" | "her");
    let Some(that) = that.filter(|&that| is_owned && is_claim(that - 1)) else {
        return false;
    };
    let parts = |at: usize| matches!(word(at), ":" | ";" | "-" | "but" | "as" | "while" | "because" | "since" | "when");
    let ends = matches!(word(that - 1), "is" | "was" | "remains");
    let has_own = || place.rivals.iter().any(|rival| that < rival.start && rival.end <= place.tokens.start);
    that < place.tokens.start && !ends && (has_own() || (that..place.tokens.start).any(parts))
}
