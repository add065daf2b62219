//! Whether a date is that of another one to come: `they will meet again on 24 February`.
//!
//! A topic that asks when something was done is not answered by when it will be done once more. Such a date
//! is shown, and held against nothing; a topic whose patterns or question look ahead takes it as any other.
//!
//! ```text
//! they met on 2 February, and will meet again on 24 February     2 February
//! they agreed to meet again on 24 February                       nothing
//! they will meet on 24 February                                  24 February
//! ```

use super::Reader;
use crate::claims::Topic;
use crate::value::Kind;
use std::ops::Range;

/// How far behind a date, in tokens, the word may stand that makes it another time.
const BEHIND: usize = 2;

/// Whether a date of a topic is that of another time, and to come.
pub(super) fn is_another_to_come(reader: &Reader<'_, '_>, topic: &Topic, value: &Range<usize>) -> bool {
    let words = reader.words;
    let ahead = |word: &str| words.will == word || words.once_more.contains(word) || matches!(word, "would" | "next");
    let past = |word: &str| matches!(word, "did" | "was" | "were" | "had" | "has" | "have");
    if topic.kind != Kind::Date || topic.asks(ahead) || topic.asks_in_question(ahead) || !topic.asks_in_question(past) {
        return false;
    }
    let no_comma = |at: &usize| !matches!(reader.folded(*at), "," | "and");
    let before: Vec<usize> = reader.before(value.start).take_while(no_comma).collect();
    let behind = reader.after(value.end).take(BEHIND);
    let again = before.iter().copied().chain(behind).any(|at| words.once_more.contains(reader.folded(at)));
    let plans = |at: usize| {
        let agreed = || at > reader.sentence.start && words.agreeing.contains(reader.stem(at - 1));
        words.will == reader.folded(at) || reader.folded(at) == "to" && agreed()
    };
    again && before.iter().any(|&at| plans(at))
}
