//! A value that the next sentence corrects: `The article said that turnout was 73 percent. It was
//! 71 percent.`
//!
//! The second sentence has none of a pattern's words. It is taken only where it says that it
//! corrects: by `the correct figure`, by `not 73`, or because the first is about what was
//! printed. `It was 71 percent in the capital` corrects nothing.
//!
//! ```text
//! Our report gave 40 dead. The correct number is 52.     52; 40 is given up
//! 40 died. … Correction to our post: 52 died, not 40.     52; 40 is given up
//! The union said 9,000 marched. The true figure is 12.   9,000 of the union stays; 12
//! ```

use super::ellipsis::ends_there;
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::extract::fit::fit;
use crate::matching::mention::Mention;
use crate::matching::passage::{Passage, names};
use crate::matching::patterns::candidates::{Sort, candidates, in_unit_of};
use crate::matching::patterns::hit::Hit;
use crate::matching::stance::Revises;
use crate::value::Value;
use std::ops::Range;

/// A correction of the one value of a sentence.
pub(in crate::matching) struct Correction {
    /// The value in the sentence after it.
    pub(in crate::matching) hit: Hit,
    /// Whether the outlet corrects itself, and so gives up the first.
    pub(in crate::matching) is_own: bool,
}

/// The correction that follows a sentence with one hit.
pub(in crate::matching) fn find_correction(topic: &Topic, passage: &Passage<'_>, hits: &[Hit]) -> Option<Correction> {
    let [hit] = hits else { return None };
    let old = passage.tokens_of(hit.value_span?);
    let word = |at: usize| passage.tokens.folded(at);
    let first = &passage.sentences[hit.sentence];
    // `We also said 9,000; it was 12,000`, and the same in two sentences.
    let semicolon = (old.end..first.tokens.end).find(|&at| word(at) == ";");
    let (sentence, next) = match semicolon {
        Some(at) => (hit.sentence, at + 1..first.tokens.end),
        None => (hit.sentence + 1, passage.sentences.get(hit.sentence + 1)?.tokens.clone()),
    };
    let of_next = &passage.sentences[sentence];
    if first.block != of_next.block || of_next.kind != BlockKind::Paragraph {
        return None;
    }
    let all = candidates(topic, passage, sentence);
    let candidate = all.into_iter().find(|found| found.sort == Sort::Plain && next.contains(&found.tokens.start));
    let bare =
        || in_unit_of(topic, passage, sentence, hit.value_span?).filter(|found| next.contains(&found.tokens.start));
    let candidate = candidate.or_else(bare)?;
    let opening = next.start..candidate.tokens.start;
    let words = passage.lexicon.correction;
    let is_right = |at: usize| words.right.contains(word(at));
    let is_be = |at: usize| words.being.contains(word(at));
    let again = |at: usize| hit.tokens.clone().any(|of| passage.stems[of] == passage.stems[at]);
    let opens = opening.clone().all(|at| is_right(at) || is_be(at) || words.opening.contains(word(at)) || again(at));
    if !opens || !opening.clone().any(is_be) || !ends_there(passage, candidate.tokens.end) {
        return None;
    }
    if is_placed(passage, &candidate.tokens, &next) {
        return None;
    }
    let is_own = is_printed(passage, first.tokens.start..old.start);
    let corrects = is_own || opening.clone().any(is_right) || is_not_the_old(passage, &candidate.tokens, &next);
    corrects.then(|| Correction { hit: Hit::elsewhere(sentence, &candidate, &hit.pattern, hit.score), is_own })
}

/// How far into its sentence the word may stand that makes it a correction, past the hour: `12:10 A correction to our post:`.
const HEAD: usize = 8;
/// How far behind a value the number may stand in whose place it comes, in tokens.
const DENIED: usize = 6;

/// Gives up what an entry further on corrects: `A correction to our 10.20 post: there were 68, not 71.`
pub(in crate::matching) fn give_up_denied(topic: &Topic, passage: &Passage<'_>, mentions: &mut [Mention]) {
    let place = |mention: &Mention| passage.sentence_at(mention.value_span.unwrap_or(mention.span).start);
    // Few corrections are told in one article.
    let denial = |at: usize| {
        let mention: &Mention = &mentions[at];
        denied_by(topic, passage, mention).or_else(|| taken_back(passage, mention))
    };
    let denials = (0..mentions.len()).filter_map(|at| Some((at, denial(at)?)));
    let denials: Vec<(usize, Value)> = denials.take(MOST).collect();
    for (new, from) in denials {
        let correction = mentions[new].clone();
        let is_old = |mention: &Mention| {
            // What the text takes back of its own account, it takes back whoever it had say it.
            let is_own = mention.claimant.is_none()
                || mention.claimant == correction.claimant
                || correction.claimant.is_none() && correction.value == from;
            place(mention) < place(&correction) && is_own && mention.value == from
        };
        let is_denied = |mention: &Mention| {
            is_of_same(mention, &correction) && is_of_one_place(passage, place(mention), place(&correction))
        };
        let old: Vec<usize> = (0..mentions.len()).filter(|&at| is_old(&mentions[at])).collect();
        let given_up: Vec<usize> = old.iter().copied().filter(|&at| is_denied(&mentions[at])).collect();
        // What alone is known to have the number is about another thing.
        if given_up.is_empty() && !old.is_empty() {
            continue;
        }
        for at in given_up {
            (mentions[at].stance.is_superseded, mentions[at].stance.is_withheld) = (true, true);
        }
        if mentions[new].value == from {
            continue;
        }
        mentions[new].stance.revises = Some(Revises { from: Some(from) });
    }
}

/// Whether nothing tells apart what two mentions are about: no time that both give, and nothing that both are of.
fn is_of_same(old: &Mention, new: &Mention) -> bool {
    let agrees = |is_given: bool, is_one: bool| !is_given || is_one;
    old.facets == new.facets
        && agrees(old.window.is_some() && new.window.is_some(), old.window == new.window)
        && agrees(old.time.is_some() && new.time.is_some(), old.time == new.time)
}

/// `12 died in Lund` is not corrected by `in Bern 20 died, not 12`.
fn is_of_one_place(passage: &Passage<'_>, old: usize, new: usize) -> bool {
    let tokens = |sentence: usize| passage.sentences[sentence].tokens.clone();
    let places = |sentence: usize| {
        let within = tokens(sentence);
        let is_place = move |at: &usize| {
            passage.tokens.folded(at - 1) == "in"
                && names::starts_upper(passage.tokens.raw(*at))
                && !passage.is_in_value(passage.tokens.get(*at).span)
        };
        (within.start + 1..within.end).filter(is_place)
    };
    let mut of_old = places(old).peekable();
    let is_placed = of_old.peek().is_some();
    let (of_old, mut of_new): (Vec<usize>, _) = (of_old.collect(), places(new).peekable());
    let is_told = |at: usize| of_old.iter().any(|&of| passage.tokens.folded(of) == passage.tokens.folded(at));
    !is_placed || of_new.peek().is_none() || of_new.any(is_told)
}

/// How many corrections of one article are heard.
const MOST: usize = 16;

/// The value that a mention comes in the place of, where its sentence opens as a correction.
fn denied_by(topic: &Topic, passage: &Passage<'_>, mention: &Mention) -> Option<Value> {
    let value = passage.tokens_of(mention.value_span?);
    let sentence = &passage.sentences[passage.sentence_at(mention.value_span?.start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let words = passage.lexicon.correction;
    let ours = (sentence.start..sentence.start + HEAD).find(|&at| words.heads.contains(word(at)))?;
    // `Clarification from the police`, `not 12 as the mayor claimed`: of them, and not the text's own.
    let is_by_another = matches!(word(ours + 1), "from" | "by");
    let not = (value.end..value.end + DENIED).find(|&at| word(at) == "not")?;
    let number = Some(not + 1).filter(|at| *at < sentence.end && ours < value.start)?;
    let read = passage.value_around(passage.tokens.get(number).span)?;
    let behind = passage.tokens_of(read.span).end;
    let as_said = (behind..behind + DENIED).take_while(|&at| word(at) != ",").find(|&at| word(at) == "as");
    let is_anothers = as_said.is_some_and(|at| passage.names_in(at..sentence.end).next().is_some());
    if is_by_another || is_anothers {
        return None;
    }
    fit(&read.reading, topic.kind, topic.unit.as_deref())
}

/// The value that the outlet gives up in so many words, and that stands further up: `Correction: at 12.05 we reported that
/// police had said 46.`
fn taken_back(passage: &Passage<'_>, mention: &Mention) -> Option<Value> {
    let sentence = &passage.sentences[passage.sentence_at(mention.value_span?.start)].tokens;
    let mut head = sentence.clone().take(HEAD);
    let corrects = head.any(|at| passage.lexicon.correction.heads.contains(passage.tokens.folded(at)));
    (corrects && mention.stance.is_superseded).then(|| mention.value.clone())
}

/// `An article about the vote said`: what is printed says it.
fn is_printed(passage: &Passage<'_>, before: Range<usize>) -> bool {
    let printed = before.clone().find(|&at| passage.lexicon.correction.printed.contains(passage.tokens.folded(at)));
    let gives = |at: usize| {
        let stance = passage.lexicon.stance;
        passage.lexicon.says(&passage.stems[at]) || stance.withdrawn.mistaken.contains(passage.tokens.folded(at))
    };
    printed.is_some_and(|printed| (printed + 1..before.end).any(gives))
}

/// `It was 12,000 in Lyon`: a part, or another thing.
fn is_placed(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> bool {
    let words = passage.lexicon.correction;
    let mut behind = (value.end..sentence.end).take(2).map(|at| passage.tokens.folded(at));
    behind.next().is_some_and(|word| words.placing.contains(word))
        && behind.next().is_some_and(|word| !words.whole.contains(word))
}

/// `71, not 73`.
fn is_not_the_old(passage: &Passage<'_>, value: &Range<usize>, sentence: &Range<usize>) -> bool {
    let behind = value.end..(value.end + 3).min(sentence.end);
    let mut behind = behind.filter(|&at| passage.tokens.folded(at) != ",");
    behind.next().is_some_and(|at| passage.tokens.folded(at) == "not")
}
