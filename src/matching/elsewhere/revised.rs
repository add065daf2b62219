//! A value that a later sentence of the same paragraph takes the place of, by the word of whoever stated it: `On 3 May the
//! police said 15,000. They have since corrected the figure to 12,000.`
//!
//! The sentence that revises names only its own value. The one before is what it revises where the same claimant stated it
//! a little earlier, and that is the last number they were given for.
//!
//! ```text
//! The police said 15,000. They corrected it to 12,000.      12,000 revises 15,000
//! The police said 15,000. The union corrected its 9,000 …   15,000 stays
//! The police said 15,000. They had corrected it to 12,000.  which came first, is open
//! ```

use crate::matching::mention::Mention;
use crate::matching::passage::Passage;
use crate::matching::stance::Revises;
use crate::text::Span;
use crate::value::Value;

/// How many sentences before it the value may stand that is revised.
const BACK: usize = 2;

/// Gives what is revised to those mentions that only say that they revise something.
pub(in crate::matching) fn replace_before(passage: &Passage<'_>, mentions: &mut [Mention]) {
    for new in 1..mentions.len() {
        if let Some(old) = replaced_by(passage, mentions, new) {
            let from = Some(mentions[old].value.clone());
            mentions[old].stance.is_superseded = true;
            mentions[new].stance.revises = Some(Revises { from });
        }
    }
}

/// The mention before it that a mention takes the place of.
fn replaced_by(passage: &Passage<'_>, mentions: &[Mention], new: usize) -> Option<usize> {
    let revising = &mentions[new];
    let is_open = revising.stance.revises.as_ref().is_some_and(|revises| revises.from.is_none());
    let value =
        stated_at(revising).filter(|_| is_open && revising.claimant.is_some() && !revising.stance.is_withheld)?;
    let of = |mention: &Mention| passage.sentence_at(mention.value_span.unwrap_or(mention.span).start);
    let (sentence, tokens) = (of(revising), passage.tokens_of(value));
    // `They had corrected it`: before they said the other.
    let mut before = passage.sentences[sentence].tokens.start..tokens.start;
    if before.any(|at| passage.tokens.folded(at) == passage.lexicon.stance.had) {
        return None;
    }
    let of_same = |at: &usize| mentions[*at].claimant == revising.claimant;
    let old = (0..new).rev().find(of_same)?;
    let stated = &mentions[old];
    // Those of a sentence stand together.
    let in_sentence = |at: &usize| of(&mentions[*at]) == of(stated);
    let before = (0..old).rev().take_while(in_sentence);
    let alone = || !before.chain((old + 1..new).take_while(in_sentence)).any(|at| of_same(&at));
    let near = of(stated) < sentence
        && sentence - of(stated) <= BACK
        && passage.sentences[of(stated)].block == passage.sentences[sentence].block;
    let is_another = stated.value != revising.value
        && stated.facets == revising.facets
        && (stated.window == revising.window || stated.window.is_none() || revising.window.is_none());
    let is_stated = stated_at(stated).is_some() && !stated.stance.is_superseded && !stated.stance.is_withheld;
    (near && is_another && is_stated && alone()).then_some(old)
}

/// Where a value stands: an option is all of its words.
fn stated_at(mention: &Mention) -> Option<Span> {
    let is_option = matches!(mention.value, Value::Choice(_));
    mention.value_span.or_else(|| is_option.then_some(mention.span))
}
