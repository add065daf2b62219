//! Whose a number is by a tag behind it: a name in brackets, behind the dash of a headline, or behind a
//! participle, or left to somebody to be believed.
//!
//! ```text
//! 45,000 marched in Havn – unions            the unions
//! Marek took €2.1m (court)                   the court
//! The toll, put at 31 by the ministry, rose  the ministry
//! 40 marched, if one believes the union      the union
//! ```

use super::dissent::is_dash;
use super::saying::skip_back;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
use std::ops::Range;

/// How many tokens may stand between a number and the bracket that says whose it is.
const BRACKET: usize = 10;

/// Where a tag begins and ends that is all name: `(court)`, `– unions`.
pub(super) fn tag_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let opens = start.checked_sub(1).filter(|&at| at > sentence.start)?;
    let end = name.tokens.end;
    let counts = |from: usize| {
        let mut values = passage.values_in(passage.span_of(&(from..opens)));
        values.any(|value| !value.is_moment())
    };
    // A headline has no full stop.
    if end == sentence.end && (is_dash(passage, opens) || word(opens) == ":") {
        return counts(sentence.start).then_some(opens..end);
    }
    let closes = word(opens) == "(" && word(end) == ")" && matches!(word(end + 1), "" | "." | ";");
    // `Ann Poe (Railco)` is of Railco.
    let is_person =
        starts_upper(passage.tokens.raw(opens - 1)) && !matches!(word(opens.saturating_sub(2)), "in" | "at");
    let first = opens.saturating_sub(BRACKET).max(sentence.start);
    (closes && !is_person && counts(first)).then_some(opens..end + 1)
}

/// `Ann Poe (Railco): 40`: whom a person is with says nothing of them.
pub(super) fn is_affiliation(passage: &Passage<'_>, name: &NameAt) -> bool {
    let tokens = &passage.tokens;
    let sentence = &passage.sentences[passage.sentence_at(tokens.get(name.tokens.start).span.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let Some(opens) = start.checked_sub(1).filter(|&opens| word(opens) == "(" && word(name.tokens.end) == ")") else {
        return false;
    };
    let is_upper = |back: usize| {
        let at = opens.checked_sub(back).filter(|at| sentence.contains(at));
        at.is_some_and(|at| passage.is_capital(at))
    };
    is_upper(1) && is_upper(2)
}

/// `Put at 31 by`, `31, given by`: a participle behind what is counted.
pub(super) fn is_given_by(passage: &Passage<'_>, sentence: &Range<usize>, by: usize) -> bool {
    let words = passage.lexicon.voices;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let Some(last) = by.checked_sub(1).filter(|last| sentence.contains(last)) else { return false };
    let value =
        |at: usize| passage.value_around(passage.tokens.get(at).span).map(|value| passage.tokens_of(value.span));
    if words.giving.contains(word(last)) {
        let comma = last.checked_sub(1).filter(|&comma| comma > sentence.start && word(comma) == ",");
        if comma.is_some_and(|comma| value(comma - 1).is_some()) {
            return true;
        }
    }
    // `The figure of 31 put forward by`.
    if word(last) == "forward" && word(last.wrapping_sub(1)) == "put" {
        return last >= sentence.start + 2 && value(last - 2).is_some();
    }
    // `40 million a year published by`: of the number, where but its noun or its rate stands between.
    if words.put_out.contains(word(last)) {
        let noun = last.checked_sub(1).filter(|&noun| noun > sentence.start);
        let rate = noun.and_then(|noun| noun.checked_sub(1)).filter(|&at| matches!(word(at), "a" | "an" | "per"));
        let ends = |at: usize| value(at).is_some_and(|number| number.end == at + 1);
        return noun.is_some_and(|noun| ends(noun) || ends(noun - 1) || rate.is_some_and(|rate| ends(rate - 1)));
    }
    let Some(number) = value(last).filter(|number| number.start > sentence.start + 1) else { return false };
    let (at, verb) = (number.start - 1, number.start - 2);
    number.end == by && words.putting.iter().any(|(put, as_)| word(verb) == *put && word(at) == *as_)
}

/// `40 marched, if one believes the union`, `if we are to believe the union`: where the words begin that leave it to a name
/// to be believed, which begins at a token.
pub(super) fn believed_from(passage: &Passage<'_>, sentence: &Range<usize>, name: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let verb = name.checked_sub(1).filter(|&verb| matches!(word(verb), "believe" | "believes" | "trust" | "trusts"))?;
    let small = |at: &usize| matches!(word(*at), "one" | "you" | "we" | "is" | "are" | "to" | "can" | "may" | "only");
    let first = (sentence.start..verb).rev().take_while(small).last()?;
    first.checked_sub(1).filter(|&if_| word(if_) == "if")
}
