//! The words by which a sentence says that there was none of what is asked for. A language is one table; its words are
//! folded.

use super::words::Words;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct NoneWords {
    /// None of anything: `paid nothing`.
    pub(in crate::matching) nothing: Words,
    /// Of which a negated verb leaves none: `did not pay anything`.
    pub(in crate::matching) any: Words,
    /// Words that negate a verb and nothing else.
    pub(in crate::matching) negating: Words,
    /// What a verb that is negated says of another time, or of none.
    pub(in crate::matching) unreal: Words,
    /// What money is called, behind a `no`: `no money`.
    pub(in crate::matching) money: Words,
    /// What a sum goes by that is hardly one, and that no list of units has: `not a dime`.
    pub(in crate::matching) coins: Words,
    /// Behind which there is something after all: `nothing but`, `not a penny more`.
    pub(in crate::matching) save: Words,
    /// Before which there is something, too: `next to nothing`.
    pub(in crate::matching) nearly: Words,
    /// Small words that may stand between it and the words of a statement: `nothing has been paid`, `paid them nothing`.
    pub(in crate::matching) helping: Words,
}

/// English.
pub(super) static ENGLISH: NoneWords = NoneWords {
    nothing: Words::new(&["nothing"]),
    any: Words::new(&["anything"]),
    negating: Words::new(&[
        "not", "never", "didn't", "hasn't", "haven't", "hadn't", "wasn't", "weren't", "isn't", "aren't",
    ]),
    unreal: Words::new(&[
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "do", "does", "to",
    ]),
    money: Words::new(&["money", "cash"]),
    coins: Words::new(&["dime", "farthing", "groat"]),
    save: Words::new(&[
        "but", "except", "more", "less", "like", "short", "other", "beyond", "besides", "further", "extra", "over",
        "above", "under", "of", "about", "if", "until", "unless", "without", "to",
    ]),
    nearly: Words::new(&["to", "or", "but", "almost", "nearly", "practically", "virtually", "for", "of", "with"]),
    helping: Words::new(&[
        "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "will", "would", "ever", "yet",
        "them", "him", "her", "it", "us",
    ]),
};
