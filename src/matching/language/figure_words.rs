//! The words by which a sentence gives another number for what the one before it counts. A
//! language is one table; its words are folded.

use super::words::Words;
use crate::claims::Topic;
use crate::text::stem;
use crate::value::Kind;

/// One language's words.
#[derive(Debug)]
pub(in crate::matching) struct FigureWords {
    /// What a number is called that was given just before: `the figure`.
    pub(in crate::matching) nouns: Words,
    /// What a sum of money is called.
    pub(in crate::matching) sums: Words,
    /// What a date is called.
    pub(in crate::matching) days: Words,
    /// What such a number is called besides: the union's `own` figure, the `true` cost.
    pub(in crate::matching) owning: Words,
    /// What stands at a number, so that whoever has it there says so: `has support for the plan at 58 percent`.
    pub(in crate::matching) levels: Words,
    /// Verbs that give it: `put the figure at`.
    pub(in crate::matching) giving: Words,
    /// Small words between such a verb, such a noun and the number.
    pub(in crate::matching) small: Words,
    /// With what a sentence opens that sets somebody against the one before.
    pub(in crate::matching) going_over: Words,
    /// Whom something is told: `told reporters that`.
    pub(in crate::matching) hearers: Words,
    /// How often or since when somebody has said it: has `always` said.
    pub(in crate::matching) often: Words,
    /// What joins a clause to a number: `41, but we kept a list`.
    pub(in crate::matching) joining: Words,
    /// How a number is to the one before: `its estimate was higher`.
    pub(in crate::matching) comparing: Words,
    /// Small words before a number that say how near it is: `it was closer to`, `it was really`.
    pub(in crate::matching) nearing: Words,
    /// What disputes the number before, with no other one.
    pub(in crate::matching) disputing: Words,
    /// What disputes it behind a negation: doesn't `think so`.
    pub(in crate::matching) granting: &'static [&'static [&'static str]],
    /// What takes it back before another one.
    pub(in crate::matching) dissenting: &'static [&'static [&'static str]],
    /// Words of saying that have a number right behind them: `spoke of 9,000`.
    pub(in crate::matching) telling: &'static [&'static [&'static str]],
}

impl FigureWords {
    /// Whether a word is what a value of a topic is called that was given just before. `The cost` is what it is called where
    /// the topic asks for one.
    pub(in crate::matching) fn calls(&self, topic: &Topic, word: &str) -> bool {
        let is_asked = || {
            let same = |asked: &str| self.sums.contains(asked) || stem(asked) == stem(word);
            topic.asks(same) || topic.asks_in_question(same)
        };
        match topic.kind {
            Kind::Date => self.days.contains(word),
            Kind::Money if self.sums.contains(word) => is_asked(),
            _ => self.nouns.contains(word),
        }
    }
}

/// English.
pub(super) static ENGLISH: FigureWords = FigureWords {
    nouns: Words::new(&["figure", "number", "total", "toll", "count", "tally", "estimate", "turnout"]),
    sums: Words::new(&["bill", "cost", "price", "sum"]),
    days: Words::new(&["date", "day"]),
    owning: Words::new(&[
        "own",
        "first",
        "latest",
        "official",
        "new",
        "preliminary",
        "provisional",
        "final",
        "early",
        "initial",
        "true",
        "real",
        "actual",
        "correct",
        "right",
        "current",
    ]),
    levels: Words::new(&[
        "support",
        "backing",
        "approval",
        "opposition",
        "turnout",
        "inflation",
        "unemployment",
        "growth",
        "toll",
        "crowd",
        "number",
        "figure",
        "total",
        "count",
        "tally",
    ]),
    giving: Words::new(&[
        "put",
        "puts",
        "gave",
        "gives",
        "placed",
        "places",
        "estimated",
        "estimates",
        "set",
        "sets",
        "has",
        "had",
    ]),
    small: Words::new(&[
        "the", "that", "their", "its", "his", "her", "own", "at", "as", "to", "be", "of", "is", "was", ":", "it",
        "only", "just",
    ]),
    going_over: Words::new(&["but", "yet", "however", "meanwhile", "though", "and", "instead"]),
    hearers: Words::new(&[
        "reporters",
        "journalists",
        "us",
        "lawmakers",
        "mps",
        "parliament",
        "news",
        "investors",
        "everyone",
        "everybody",
    ]),
    often: Words::new(&["always", "long", "since", "now", "also", "already", "later", "repeatedly", "consistently"]),
    joining: Words::new(&["and", "but", "though", "although", "because", "while", "yet"]),
    comparing: Words::new(&["higher", "lower", "larger", "smaller", "bigger", "greater", "different"]),
    nearing: Words::new(&[
        "closer", "nearer", "more", "like", "to", "really", "actually", "in", "fact", "rather", "just", "only",
        "barely", "merely",
    ]),
    disputing: Words::new(&[
        "dispute",
        "disputed",
        "disagree",
        "disagrees",
        "disagreed",
        "differ",
        "differs",
        "differed",
        "contest",
        "contests",
        "contested",
    ]),
    granting: &[
        &["agree"],
        &["think", "so"],
        &["believe", "so"],
        &["believe", "it"],
        &["believe", "that"],
        &["buy", "it"],
        &["buy", "that"],
        &["accept", "it"],
        &["accept", "that"],
        &["see", "it"],
        &["sure"],
        &["so", "sure"],
        &["convinced"],
    ],
    dissenting: &[&["not", "so"], &["no"], &["wrong"], &["nonsense"]],
    telling: &[
        &["spoke", "of"],
        &["speaks", "of"],
        &["speak", "of"],
        &["spoke", "only", "of"],
        &["talked", "of"],
        &["counted"],
        &["counted", "only"],
        &["counts"],
        &["put", "it", "at"],
        &["puts", "it", "at"],
        &["made", "it"],
        &["makes", "it"],
        &["insisted", "on"],
        &["insists", "on"],
    ],
};
