//! How like a word of a text is to one of a pattern: the same stem, one that means nearly the same, or misspelt.
//!
//! ```text
//! phoned   phoned, phoning       the same
//! phoned   rang                  means nearly the same
//! phoned   phonned               misspelt
//! held     had a vote            means nearly the same; `had been` only helps another verb
//! ```

use super::compile::Word;
use crate::extract::Extracted;
use crate::matching::passage::Passage;

/// How like a misspelt word must be (normalised Damerau-Levenshtein).
pub(in crate::matching) const LIKENESS: f64 = 0.84;

/// What it costs that a text has this word where the pattern has `word`;
/// `None` when it is another word.
pub(super) fn word_likeness(word: &Word, folded: &str, stem: &str) -> Option<f64> {
    if word.stem == stem {
        return Some(if is_doer(&word.folded) == is_doer(folded) { 0.0 } else { 0.6 * word.weight });
    }
    if word.is_number {
        return None;
    }
    if word.is_function || !folded.starts_with(|first: char| first.is_alphabetic()) {
        return None;
    }
    if word.synonyms.contains(&stem) {
        return Some(0.2 * word.weight);
    }
    let alike = word.could_be_misspelt(folded.as_bytes())
        && could_be_alike(&word.folded, folded, LIKENESS)
        && strsim::normalized_damerau_levenshtein(&word.folded, folded) >= LIKENESS;
    alike.then_some(0.25 * word.weight)
}

/// The same of a token of an article.
#[inline]
pub(in crate::matching) fn likeness_at(passage: &Passage<'_>, word: &Word, at: usize) -> Option<f64> {
    if !word.could_be(passage.stems.print(at), || passage.tokens.folded_bytes(at)) {
        return None;
    }
    let stem = &passage.stems[at];
    let likeness = word_likeness(word, passage.tokens.folded(at), stem);
    likeness.filter(|_| word.stem == *stem || !helps_verb(passage, at)).filter(|_| !is_month(passage, word, at))
}

/// `13 March`, where the pattern has `marched`.
fn is_month(passage: &Passage<'_>, word: &Word, at: usize) -> bool {
    let is_other = word.folded != passage.tokens.folded(at);
    let is_moment = || passage.value_around(passage.tokens.get(at).span).is_some_and(Extracted::is_moment);
    is_other && passage.tokens.folded(at) == "march" && is_moment()
}

/// Whether a word only helps a verb: `has been`, `had lost` are not the `had` that means `held`.
fn helps_verb(passage: &Passage<'_>, at: usize) -> bool {
    let next = if at + 1 < passage.tokens.len() { passage.tokens.folded(at + 1) } else { "" };
    passage.lexicon.is_function_word(passage.tokens.folded(at))
        && (next == "been" || next.ends_with("ed") || passage.lexicon.times.done.contains(next))
}

/// Whether two words have letters enough in common to be so like: each one more is a mistake.
pub(in crate::matching) fn could_be_alike(a: &str, b: &str, likeness: f64) -> bool {
    let forgiven = (1.0 - likeness) * crate::matching::float(a.len().max(b.len())) + 1e-9;
    let mistakes = || crate::matching::float(least_mistakes(a.as_bytes(), b.as_bytes()));
    !(a.is_ascii() && b.is_ascii()) || mistakes() <= forgiven
}

/// How many letters of one word of ASCII the other has not got, in whatever order: no fewer mistakes
/// lie between them. (What differs only in five bits counts as the same.)
pub(in crate::matching) fn least_mistakes(one: &[u8], other: &[u8]) -> usize {
    let mut more = [0_i32; 32];
    one.iter().for_each(|letter| more[usize::from(letter & 0x1F)] += 1);
    other.iter().for_each(|letter| more[usize::from(letter & 0x1F)] -= 1);
    let (of_one, of_other) =
        more.iter().fold((0, 0), |(one, other), &more| (one + more.max(0), other + (-more).max(0)));
    usize::try_from(of_one.max(of_other)).unwrap_or(0)
}

/// `marchers` count people and `marches` do not, though they share a stem.
fn is_doer(folded: &str) -> bool {
    ["er", "ers", "or", "ors", "ist", "ists"].iter().any(|ending| folded.len() > 5 && folded.ends_with(ending))
}
