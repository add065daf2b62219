//! Whether a number in the same sentence as another has nothing but its source beside it.
//!
//! ```text
//! it lasted 75 minutes, the office said, and 40 by the union's account       40
//! it lasted 75 minutes, the office said, with the union insisting on 40      40
//! it lasted 75 minutes, well above the union's estimate of 40                40
//! it lasted 75 minutes, the office said, with the union demanding 40 more    nothing
//! it lasted 75 minutes, the office said, and 40 on the union's ships waited  nothing
//! ```

use crate::matching::passage::Passage;
use std::ops::Range;

/// `And 40, according to the union`, `or 40 by the union's account`, `and 40 on the union's`, `the union 40`, `the union put it
/// at 40`, `with the union insisting on 40`, `above the union's estimate of 40`: a number that nothing but its source stands
/// beside.
pub(super) fn is_somebodys(passage: &Passage<'_>, sentence: &Range<usize>, number: &Range<usize>) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let back = |by: usize| number.start.checked_sub(by).map_or("", word);
    let ends_name = |end: usize| passage.names_in(sentence.start..end).any(|name| name.tokens.end == end);
    let is_owner = |end: usize| matches!(word(end), "'s" | "'") && ends_name(end);
    let comma = number.end + usize::from(word(number.end) == ",");
    let is_tag = passage.lexicon.according.contains(word(comma)) || matches!(word(comma), "by" | "on" | "in");
    let source = || passage.names_in(comma + 1..sentence.end).find(|name| name.tokens.start <= comma + 3);
    if let Some(source) = source().filter(|_| is_tag) {
        // `And 40, according to the union, took part`; `and 40 on Monday` is no account.
        let ends = matches!(word(source.tokens.end), "" | "." | ";" | ")" | "!" | "'s");
        let owner = source.tokens.end;
        let account = owner + 1 + usize::from(sentence.contains(&(owner + 1)) && is_figure(passage, owner + 1));
        let closes = || matches!(word(account), "" | "." | "," | ";" | ")" | "!");
        let is_account = !matches!(word(comma), "on" | "in") || is_owner(owner) && closes();
        return ends && is_account && matches!(back(1), "and" | "or" | "," | "(");
    }
    let ends = matches!(word(number.end), "" | "." | "," | ";" | ")" | "!");
    let is_put = || matches!((back(3), back(2), back(1)), ("put" | "puts", "it", "at"));
    ends && (ends_name(number.start) || is_put() || is_told_before(passage, sentence, number.start))
}

/// `The union insisting on 40`, `the union's estimate of 40`, `the union's 40`: whether the words right before a number tell
/// whose it is.
fn is_told_before(passage: &Passage<'_>, sentence: &Range<usize>, number: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let ends_name = |end: usize| passage.names_in(sentence.start..end).any(|name| name.tokens.end == end);
    let small = number > sentence.start && matches!(word(number - 1), "on" | "of" | "at");
    let Some(last) = (number - usize::from(small)).checked_sub(1).filter(|at| sentence.contains(at)) else {
        return false;
    };
    let owns = |owner: usize| matches!(word(owner), "'s" | "'") && ends_name(owner);
    let owned = || if small { is_figure(passage, last) && last > 0 && owns(last - 1) } else { owns(last) };
    passage.lexicon.says(&passage.stems[last]) && ends_name(last) || owned()
}

/// Whether a word is what somebody gives a number in: `estimate`, `figure`.
pub(super) fn is_figure(passage: &Passage<'_>, at: usize) -> bool {
    passage.lexicon.is_account(&passage.stems[at]) || passage.lexicon.figures.nouns.contains(passage.tokens.folded(at))
}
