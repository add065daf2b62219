//! What somebody did with a thing, in a clause on it.
//!
//! ```text
//! 60 percent of the votes, with shares that Norwell abolished for all others in 1998     when that was done
//! 40 shares that were sold in 1998                                                       when they were sold
//! 60 percent, it is estimated that Norwell sold in 1998                                  no clause on a thing
//! ```

use crate::matching::passage::Passage;

/// How many words of a name may stand before its verb.
const NAME: usize = 3;

/// Whether a `that` opens such a clause.
pub(super) fn is_of_deed(passage: &Passage<'_>, that: usize) -> bool {
    let noun = that.checked_sub(1).filter(|&noun| passage.carries(noun) && !passage.is_capital(noun));
    let is_noun = noun.is_some_and(|noun| !passage.tokens.folded(noun).ends_with("ed"));
    let subject = that + 1;
    let is_who = passage.is_capital(subject) || passage.lexicon.subjects.contains(passage.tokens.folded(subject));
    let end = passage.tokens.len().min(subject + 1 + NAME);
    let verb = (subject + 1..end).find(|&at| !passage.is_capital(at));
    let acts = |at: usize| passage.tokens.folded(at).ends_with("ed") && !passage.lexicon.says(&passage.stems[at]);
    is_noun && is_who && verb.is_some_and(acts)
}
