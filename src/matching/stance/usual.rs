//! Whether a count is what there usually is, and nothing that happened: `in a normal year the service takes 1,200 calls`.
//!
//! Such a number is held against nothing: no other text tells of the same time. It refuses what the patterns ask for
//! (`typically takes {value} calls`).
//!
//! ```text
//! in a normal year it takes 1,200 calls    usual
//! on an average day 40 calls were made     usual
//! in a normal March it releases 300 tonnes  usual
//! the service typically takes 40 calls     usual
//! 40 calls were made every day             at a rate, and so many
//! ```

use super::Reader;
use crate::matching::passage::names::starts_upper;
use crate::text::is_calendar_word;
use std::ops::Range;

/// How far before a statement the adverb may stand.
const NEAR: usize = 4;
/// How far before it the phrase may begin that opens the sentence, and behind it, in its clause.
const OPENING: usize = 14;
const ADVERBS: &[&str] = &["typically", "usually", "normally", "ordinarily", "generally"];
const KINDS: &[&str] = &["normal", "typical", "average", "ordinary", "usual", "regular"];
const SPANS: &[&str] = &[
    "year", "month", "week", "day", "night", "season", "weekend", "spring", "summer", "autumn", "fall", "winter",
    "shift", "quarter", "weekday",
];

impl Reader<'_, '_> {
    /// Whether the statement around a value is of what there usually is; `asks` tells of a word whether a pattern has it.
    /// `counts` says that an adverb may tell it: what a thing normally measures or costs is so.
    pub(super) fn is_usual(
        &self,
        value: &Range<usize>,
        whole: &Range<usize>,
        counts: bool,
        asks: &dyn Fn(&str) -> bool,
    ) -> bool {
        let start = value.start.min(whole.start);
        let first = start.saturating_sub(NEAR).max(self.sentence.start);
        let adverb = (first..value.start).find(|&at| counts && ADVERBS.contains(&self.word(at)));
        let kind = |at: &usize| {
            let article = at
                .checked_sub(1)
                .is_some_and(|before| matches!(self.word(before), "a" | "an" | "any" | "each" | "every"));
            article
                && KINDS.contains(&self.word(*at))
                && (SPANS.contains(&self.word(at + 1)) || is_calendar_word(self.word(at + 1)))
        };
        let opening = start.saturating_sub(OPENING).max(self.sentence.start)..start;
        // `300 to 500 cases are reported in England and Wales in a typical year`: in the same clause.
        let behind = value.end..(whole.end.max(value.end) + OPENING).min(self.sentence.end);
        let parts =
            |at: &usize| matches!(self.word(*at), ";" | ":" | "\"" | "," | "and" | "but" | "while") && *at >= whole.end;
        let clause = || behind.clone().take_while(|at| !parts(at) || self.joins_names(*at));
        let phrase = || opening.clone().find(kind).or_else(|| clause().find(kind));
        adverb.or_else(phrase).is_some_and(|at| !asks(self.stem(at)))
    }

    /// `England and Wales`: an `and` that begins no clause.
    fn joins_names(&self, and: usize) -> bool {
        let is_upper = |at: usize| self.sentence.contains(&at) && starts_upper(self.passage.tokens.raw(at));
        self.word(and) == "and" && is_upper(and - 1) && is_upper(and + 1)
    }
}
