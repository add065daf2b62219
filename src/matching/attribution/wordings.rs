//! What is told to be somebody's words, and what their own account quotes.
//!
//! ```text
//! “Not one will go” – the words of Ida Brandt             Ida Brandt
//! “Not one will go” were the firm's words                 the firm
//! “Not one will go” – not the words of Ida Brandt         not hers
//! The firm's statement quotes a driver as saying that …   the firm
//! The firm's statement quotes the police as saying that   the police
//! ```

use super::dissent::is_dash;
use super::saying::skip_back;
use super::voices::Reach;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use std::ops::Range;

/// How many words may stand between whose account it is and the verb by which it quotes.
const ACCOUNT: usize = 4;
/// How many words may name who is quoted, up to the `as saying`.
const QUOTED: usize = 10;

/// `– the words of X`, `in the words of X`, `were X's words`: the words that tell so, beside a quotation.
pub(super) fn words_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<(Range<usize>, Reach)> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let start =
        skip_back(passage, sentence, name.tokens.start, |word| word == "the" || passage.lexicon.titles.contains(word));
    let end = name.tokens.end;
    let tokens = if matches!(word(end), "'s" | "'") && word(end + 1) == "words" {
        start..end + 2
    } else {
        let the = start.checked_sub(3).filter(|the| sentence.contains(the))?;
        let of_words = word(the) == "the" && word(the + 1) == "words" && word(the + 2) == "of";
        of_words.then_some(the..end)?
    };
    let before = tokens.start.checked_sub(1).filter(|before| sentence.contains(before));
    let leads = |at: usize| {
        is_dash(passage, at) || matches!(word(at), "," | ":" | "\"" | "in" | "were" | "was" | "are" | "is" | "-")
    };
    let quoted = sentence.clone().find(|&at| word(at) == "\"")?;
    let reach = if quoted < tokens.start { Reach::Backward } else { Reach::Forward };
    before.is_none_or(leads).then_some((tokens, reach))
}

/// `Meridian's statement quotes the tower as saying`: where that ends, where whoever is quoted is nobody that is listed.
pub(super) fn quoted_in_account(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    name: &NameAt,
    may_speak: &dyn Fn(&NameAt) -> bool,
) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let owner = Some(name.tokens.end).filter(|&at| matches!(word(at), "'s" | "'"))?;
    let account = few(ACCOUNT, owner, sentence.end).find(|&at| passage.lexicon.is_account(&passage.stems[at]))?;
    let verb = account + 1 + usize::from(matches!(word(account + 1), "also" | "then"));
    let cites = sentence.contains(&verb) && passage.lexicon.citing.contains(&passage.stems[verb]);
    let says = |at: usize| word(at).ends_with("ing") && passage.lexicon.says(&passage.stems[at]);
    let as_ = few(QUOTED, verb, sentence.end).find(|&at| word(at) == "as" && sentence.contains(&(at + 1)))?;
    let is_listed = passage.names_in(verb + 1..as_).any(may_speak);
    (cites && says(as_ + 1) && !is_listed).then_some(as_ + 2)
}
