//! Plans in the mouth of whoever means to do a thing: where a topic asks what is to come, they answer it.
//!
//! ```text
//! how many jobs will go?     the firm plans to cut 40 jobs            40
//!                            the firm said it planned to cut 40       40
//!                            the firm dropped plans to cut 40         nothing: what became of a plan is told
//! how many jobs went?        the firm plans to cut 40 jobs            nothing
//! ```

use crate::claims::Topic;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use std::ops::Range;

/// How far before a plan, in tokens, it may be said to be open.
const OPEN: usize = 7;
/// How far behind a plan it may be told that it was dropped, in tokens.
const DROPPED: usize = 24;
/// How far before the body whose plan it is its article may stand.
const ARTICLE: usize = 3;

/// Whether a topic asks what is to come, or is planned.
pub(in crate::matching) fn asks_ahead(topic: &Topic, lexicon: &Lexicon) -> bool {
    let stance = lexicon.stance;
    // `The peace plan` is a thing.
    let is_ahead =
        |word: &str| word == stance.will || word == stance.would || stance.intending.contains(word) && word != "plan";
    topic.asks(is_ahead) || topic.asks_in_question(is_ahead)
}

/// The verbs of a sentence by which somebody plans to do something.
pub(super) fn plans(passage: &Passage<'_>, sentence: usize) -> impl Iterator<Item = usize> {
    let tokens = passage.sentences[sentence].tokens.clone();
    let whole = tokens.clone();
    tokens.filter(move |&at| is_plan(passage, &whole, at))
}

/// Whether a token is the verb of a subject that plans: `the firm plans to`, `said it planned to`.
pub(super) fn is_plan(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let (lexicon, word) =
        (passage.lexicon, |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" });
    if !lexicon.stance.intending.contains(word(at)) || word(at + 1) != lexicon.stance.to {
        return false;
    }
    let adverb = |at: &usize| word(*at).ends_with("ly") || matches!(word(*at), "now" | "also" | "still");
    let before = || (sentence.start..at).rev();
    let Some(subject) = before().find(|at| !adverb(at)) else { return false };
    let is_body = || {
        let first = subject.saturating_sub(ARTICLE).max(sentence.start);
        lexicon.bodies.contains(word(subject)) && (first..subject).any(|at| lexicon.pointing.contains(word(at)))
    };
    let is_pronoun = lexicon.subjects.contains(word(subject));
    let is_subject = || {
        let named = passage.names_in(subject..at).any(|name| name.tokens.end == subject + 1);
        let upper = subject > sentence.start && starts_upper(passage.tokens.raw(subject));
        named || upper || is_body() || matches!(word(subject), "which" | "who")
    };
    // What somebody planned may have come to nothing; what he said that he planned he plans.
    let told = |at: usize| lexicon.says(&passage.stems[at]);
    let is_told = || !word(at).ends_with("ed") || before().any(told);
    let ends = |at: &usize| matches!(word(*at), "," | ";" | ":" | "\"");
    let opens = |at: usize| lexicon.leaving_open.contains(word(at)) || &passage.stems[at] == lexicon.stance.fear;
    // `Said it planned to cut 40 jobs, but dropped the plan`.
    let is_dropped = || {
        let names_plan =
            |at: usize| lexicon.stance.intending.contains(word(at)) || matches!(word(at), "it" | "them" | "idea");
        let drops = |at: usize| lexicon.voices.dropping.contains(word(at)) && (at + 1..at + 4).any(names_plan);
        word(at).ends_with("ed") && (at + 2..sentence.end.min(at + DROPPED)).any(drops)
    };
    let is_noun = word(at) == "plan" && !is_pronoun;
    !is_noun
        && (is_pronoun || is_subject())
        && is_told()
        && !is_dropped()
        && !before().take_while(|at| !ends(at)).take(OPEN).any(opens)
}
