//! The words by which a sentence asks for a value. A language is one table; its words are folded.

use super::words::Words;
use crate::value::Kind;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct QuestionWords {
    /// Asks how many things there are.
    pub(super) number: &'static [&'static [&'static str]],
    /// Asks for an amount that is no number of things.
    pub(super) amount: &'static [&'static [&'static str]],
    /// Asks for a length of time.
    pub(super) length: &'static [&'static [&'static str]],
    /// Asks for a point in time.
    pub(super) time: &'static [&'static [&'static str]],
    /// What names an answer, by the kind of which it is: `the number of`.
    pub(super) number_named: &'static [&'static [&'static str]],
    /// The same of an amount.
    pub(super) amount_named: &'static [&'static [&'static str]],
    /// The same of a length of time.
    pub(super) length_named: &'static [&'static [&'static str]],
    /// What says of an answer that not all give the same, beside what disputes a number: `how many died depends`.
    pub(in crate::matching) leaving_open: Words,
    /// What opens a question that only names a thing: `And the meeting?`
    pub(in crate::matching) going_on: &'static [&'static [&'static str]],
    /// What opens a question.
    pub(in crate::matching) opening: Words,
    /// Those of them that ask for a yes or a no.
    pub(in crate::matching) deciding: Words,
    /// What ends a tag behind its verb: `doesn't it`.
    pub(in crate::matching) tagged: Words,
    /// What grants a question.
    pub(in crate::matching) granting: &'static str,
}

impl QuestionWords {
    /// The phrases that ask for a value of a kind.
    pub(in crate::matching) fn of(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Count => self.number,
            Kind::Quantity | Kind::Money | Kind::Percent => self.amount,
            Kind::Duration => self.length,
            Kind::Date => self.time,
            Kind::Choice | Kind::Quote | Kind::Readout => &[],
        }
    }

    /// The phrases that name an answer of a kind.
    pub(in crate::matching) fn named(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Count => self.number_named,
            Kind::Quantity | Kind::Money | Kind::Percent => self.amount_named,
            Kind::Duration => self.length_named,
            Kind::Date | Kind::Choice | Kind::Quote | Kind::Readout => &[],
        }
    }
}

/// English.
pub(super) static ENGLISH: QuestionWords = QuestionWords {
    number: &[&["how", "many"], &["how", "often"]],
    amount: &[
        &["how", "much"],
        &["how", "high"],
        &["how", "large"],
        &["how", "big"],
        &["how", "fast"],
        &["how", "far"],
        &["how", "deep"],
        &["how", "tall"],
        &["how", "wide"],
        &["how", "heavy"],
        &["how", "hot"],
        &["how", "many"],
        &["what", "share"],
        &["what", "is"],
        &["what", "was"],
        &["what", "are"],
        &["what", "were"],
        &["what", "will"],
        &["what", "would"],
        &["what", "did"],
        &["what", "does"],
    ],
    length: &[&["how", "long"], &["how", "many"]],
    time: &[
        &["when", "did"],
        &["when", "does"],
        &["when", "do"],
        &["when", "was"],
        &["when", "were"],
        &["when", "is"],
        &["when", "are"],
        &["when", "will"],
        &["what", "time"],
        &["which", "day"],
    ],
    number_named: &[&["number", "of"], &["size", "of"]],
    amount_named: &[&["cost", "of"], &["price", "of"], &["size", "of"], &["amount", "of"], &["value", "of"]],
    length_named: &[&["length", "of"], &["duration", "of"]],
    leaving_open: Words::new(&["depends", "agree", "agrees"]),
    going_on: &[&["and", "the"], &["but", "the"], &["what", "about", "the"], &["as", "for", "the"]],
    opening: Words::new(&[
        "did",
        "does",
        "do",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "should",
        "shall",
        "might",
        "must",
        "didn't",
        "doesn't",
        "don't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "won't",
        "wouldn't",
        "can't",
        "couldn't",
        "shouldn't",
        "what",
        "why",
        "how",
        "who",
        "whom",
        "whose",
        "which",
        "when",
        "where",
    ]),
    deciding: Words::new(&["did", "does", "do", "is", "are", "was", "were", "has", "have", "had"]),
    tagged: Words::new(&["it", "he", "she", "they", "we", "you", "there", "i"]),
    granting: "yes",
};
