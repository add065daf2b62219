//! Whoever a text that is itself somebody's account lets speak by another's name: a body does not call itself so.
//!
//! ```text
//! The Minister recalled that the Varnian side had spoken of four     the Varnian side
//! The Minister said that doctors had counted four                    of the account
//! ```

use super::Attributed;
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use crate::matching::stance::verdict::is_contested;
use crate::text::Span;

/// How many words may name such a side.
const SIDE: usize = 4;

/// In how many letters the name of a country and what is of it are alike.
const ALIKE: usize = 5;

/// Whether a voice in a text that is itself somebody's account is another's: of whom the claims file knows, of another side,
/// or of whoever claims what the text contests.
pub(in crate::matching) fn is_anothers(passage: &Passage<'_>, sentence: usize, voice: &Attributed) -> bool {
    voice.id.is_some() || is_of_other_side(passage, voice.span) || is_contested(passage, sentence)
}

/// Whether words behind a `that` of saying name a side by a word with a capital.
fn is_of_other_side(passage: &Passage<'_>, named: Span) -> bool {
    let tokens = passage.tokens_of(named);
    let start = passage.sentences[passage.sentence_at(named.start)].tokens.start;
    let word = |at: usize| passage.tokens.folded(at);
    let is_side = tokens.len() >= 2
        && tokens.len() <= SIDE
        && passage.lexicon.voices.sides.contains(word(tokens.end - 1))
        && tokens.clone().any(|at| passage.is_capital(at));
    // `The Vardanian side`, in a text of the President of Vardania.
    let outlet = passage.article.front.outlet.as_deref().map(crate::text::fold_str).unwrap_or_default();
    let begin = |at: usize| word(at).chars().take(ALIKE).collect::<String>();
    let is_own = tokens.clone().any(|at| starts_upper(passage.tokens.raw(at)) && outlet.contains(&begin(at)));
    let that = tokens.start.checked_sub(1).filter(|&at| at > start && word(at) == "that");
    is_side && !is_own && that.is_some_and(|that| (start..that).any(|at| passage.lexicon.says(&passage.stems[at])))
}
