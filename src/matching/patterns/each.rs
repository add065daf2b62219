//! Sentences that are nothing but names, each with a number: what they count the sentence before says, or a question.
//!
//! ```text
//! The ministry says six, the union five.        6, 5
//! The ministry six, the union five.             nothing: nobody says so
//! The ministry says six, the union five vans.   nothing
//! ```

use crate::extract::Reading;
use crate::matching::passage::Passage;
use std::ops::Range;

/// How many small words may stand before a number: `says that it was six`.
const SMALL: usize = 4;

/// The tokens of the numbers in a sentence that has nothing else but who gives them: of two or more.
#[must_use]
pub(in crate::matching) fn numbers_of_each(passage: &Passage<'_>, sentence: usize) -> Option<Vec<Range<usize>>> {
    let tokens = passage.sentences[sentence].tokens.clone();
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let (mut at, mut numbers) = (tokens.start, Vec::new());
    loop {
        at += usize::from(word(at) == "the");
        let mut names = passage.names_in(at..tokens.end).map(|name| name.tokens.clone());
        at = names.find(|name| name.start <= at && at < name.end)?.end;
        let says = tokens.contains(&at) && passage.lexicon.says(&passage.stems[at]);
        // The first verb is that of all.
        if !says && numbers.is_empty() {
            return None;
        }
        at += usize::from(says);
        let small = &passage.lexicon.figures.small;
        at += (at..at + SMALL).take_while(|&at| small.contains(word(at)) || word(at) == "there").count();
        let start = tokens.contains(&at).then(|| passage.tokens.get(at).span)?;
        let value = passage.value_around(start).filter(|value| value.span.start == start.start)?;
        if matches!(value.reading, Reading::Moment(_) | Reading::Ordinal(_)) {
            return None;
        }
        let number = passage.tokens_of(value.span);
        at = number.end;
        at += usize::from(tokens.contains(&at) && matches!(&passage.stems[at], "time" | "occas"));
        numbers.push(number);
        if at >= tokens.end || matches!(word(at), "." | "!") && at + 1 >= tokens.end {
            return Some(numbers).filter(|numbers| numbers.len() > 1);
        }
        let mark = usize::from(matches!(word(at), "," | ";"));
        let joins = usize::from(matches!(word(at + mark), "and" | "but" | "while" | "whereas"));
        at += Some(mark + joins).filter(|&parted| parted > 0)?;
    }
}
