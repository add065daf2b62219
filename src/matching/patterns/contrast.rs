//! Words that rule each other out: who was killed was not injured, and who
//! opposed did not favour.
//!
//! An alignment lets a word be missing, since texts say one thing in many ways.
//! Where another word of its family stands in its place, the text says another
//! thing in the same way.
//!
//! ```text
//! the number of injured has risen to {value}
//!   the number of killed has risen to 152      another number
//!   after three were killed, the number of injured has risen to 40      this one
//! ```

use super::compile::{Element, Variant};
use crate::matching::behind::between;
use crate::matching::language::lexicon::Lexicon;
use crate::matching::passage::Passage;
use crate::matching::passage::names::starts_upper;
use crate::text::TokenKind;
use std::ops::Range;

/// How far from a match, in tokens, a word still says what the match is about.
const REACH: usize = 3;
/// How long the clause behind a value may be, in tokens, in which it is looked what it counts.
const CLAUSE: usize = 12;

/// The stems of a variant's words, and those that they rule out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    own: Vec<&'static str>,
    others: Vec<&'static str>,
}

impl Contrast {
    /// Whether a stem is one of those ruled out.
    pub(super) fn rules_out(&self, stem: &str) -> bool {
        self.others.contains(&stem)
    }
}

/// What the words of a variant rule out, a family each.
pub(super) fn contrasts(elements: &[Element], lexicon: &Lexicon) -> Vec<Contrast> {
    let says = |stem: &&str| {
        elements.iter().any(|element| matches!(element, Element::Word(word) if !word.is_name && word.stem == **stem))
    };
    let split = |family: &&'static [&'static [&'static str]]| {
        let (own, others): (Vec<_>, Vec<_>) = family.iter().partition(|meaning| meaning.iter().any(&says));
        let stems = |meanings: Vec<&&'static [&'static str]>| -> Vec<&'static str> {
            meanings.into_iter().flat_map(|meaning| meaning.iter().copied()).collect()
        };
        Contrast { own: stems(own), others: stems(others) }
    };
    let all = lexicon.contrast.families.iter().map(split);
    all.filter(|contrast| !contrast.own.is_empty() && !contrast.others.is_empty()).collect()
}

/// How many tokens may name whom a sentence sets apart from whom it tells of.
const APART: usize = 16;

/// The word at a match or a value, or right beside it, that is of the same family as one of
/// the variant's and yet says something else.
pub(super) fn another_thing(
    passage: &Passage<'_>,
    variant: &Variant,
    tokens: &Range<usize>,
    within: &Range<usize>,
) -> Option<usize> {
    if variant.contrasts.is_empty() {
        return None;
    }
    let ends_clause = |at: &usize| {
        matches!(passage.tokens.folded(*at), "," | ";" | ":" | "." | "(" | ")" | "\"" | "and" | "or" | "but" | "while")
    };
    let before = (within.start.max(tokens.start.saturating_sub(REACH))..tokens.start).rev();
    let after = tokens.end..within.end.min(tokens.end + REACH);
    let beside = before.take_while(|at| !ends_clause(at)).chain(after.take_while(|at| !ends_clause(at)));
    let around: Vec<usize> = tokens.clone().chain(beside).collect();
    // `Were taken prisoner`, but not `were taken prisoner and killed`.
    let is_taken = |contrast: &Contrast, at: usize| {
        let next = if at + 1 < within.end { passage.tokens.folded(at + 1) } else { "" };
        let mut phrases = passage.lexicon.contrast.taken.iter();
        let rules_out = |means: &str| contrast.rules_out(means);
        phrases.any(|(taken, as_, means)| *taken == passage.tokens.folded(at) && *as_ == next && rules_out(means))
            && !has_fate_behind(passage, contrast, at + 2, within)
    };
    variant.contrasts.iter().find_map(|contrast| {
        let one_of = |stems: &[&str]| {
            around.iter().copied().find(|&at| stems.contains(&&passage.stems[at]) || is_taken(contrast, at))
        };
        let other = one_of(&contrast.others)?;
        let is_own =
            |at: &usize| contrast.own.contains(&&passage.stems[*at]) && !is_of_value_before(passage, *at, tokens);
        (!around.iter().any(is_own)).then_some(other)
    })
}

/// `Taken hostage and later killed`, `held hostage at the school were killed`: what became of those in the end.
fn has_fate_behind(passage: &Passage<'_>, contrast: &Contrast, start: usize, within: &Range<usize>) -> bool {
    let is_own = |at: usize| contrast.own.contains(&&passage.stems[at]);
    let clause = start..start + clause_behind(passage, &(start..start), within).count();
    if clause.clone().any(|at| is_own(at) && is_verb(passage, at)) {
        return true;
    }
    let joins = clause.end < within.end && passage.tokens.folded(clause.end) == "and";
    let helps = |at: usize| {
        let word = passage.tokens.folded(at);
        passage.lexicon.contrast.helping.contains(word) || passage.lexicon.is_function_word(word)
    };
    let last = (clause.end + 1 + REACH).min(within.end);
    joins && (clause.end + 1..last).find(|&at| !helps(at)).is_some_and(is_own)
}

/// `500 were killed or wounded`: a sum, of which nobody says how many were killed.
pub(super) fn is_joined_with_another(
    passage: &Passage<'_>,
    variant: &Variant,
    tokens: &Range<usize>,
    within: &Range<usize>,
) -> Option<usize> {
    // What is left out of the pattern may stand right behind: `had been killed or wounded`.
    let last = (tokens.end + REACH).min(within.end);
    let joins = |at: usize| at + 2 < within.end && matches!(passage.tokens.folded(at + 1), "or" | "and" | "/");
    let ends = |contrast: &Contrast, at: usize| {
        contrast.own.contains(&&passage.stems[at]) && contrast.others.contains(&&passage.stems[at + 2])
    };
    let is_sum = |at: &usize| joins(*at) && variant.contrasts.iter().any(|contrast| ends(contrast, *at));
    (tokens.end.saturating_sub(1)..last).find(is_sum).map(|at| at + 2)
}

/// Whether a word says what another value right before it counts: the `injured` of `out of
/// 120 injured people 40 died` is no word of the 40.
fn is_of_value_before(passage: &Passage<'_>, at: usize, value: &Range<usize>) -> bool {
    if at >= value.start {
        return false;
    }
    let number = at.saturating_sub(2)..at;
    let counts = |range: Range<usize>| {
        let mut values = passage.values_in(passage.span_of(&range));
        values.any(|read| !read.is_moment() && passage.tokens_of(read.span).end == range.end)
    };
    number.clone().any(|last| {
        between(last, at).all(|at| passage.tokens.get(at).kind == TokenKind::Word) && counts(last..last + 1)
    })
}

/// The word of another meaning that a value counts where the variant's own word only says of
/// whom, or of another value: the `died` of `14 injured people died`, the `killed` of `three had been killed and 40
/// injured`, and, where the variant asks who died, the `injured` of `some of the 14 injured died`.
pub(super) fn counts_another(
    passage: &Passage<'_>,
    variant: &Variant,
    value: &Range<usize>,
    within: &Range<usize>,
) -> Option<usize> {
    if variant.contrasts.is_empty() {
        return None;
    }
    let is_part = is_part_of(passage, value, within);
    let clause: Vec<usize> = clause_behind(passage, value, within).collect();
    variant.contrasts.iter().find_map(|contrast| {
        let is_one = |at: usize, stems: &[&str]| stems.contains(&&passage.stems[at]);
        let find = |stems: &[&str], from: usize| clause.iter().copied().find(|&at| at >= from && is_one(at, stems));
        let verb = |stems: &[&str], from: usize| {
            clause.iter().copied().find(|&at| at >= from && is_one(at, stems) && is_verb(passage, at))
        };
        if is_part {
            let (of, own) = (find(&contrast.others, value.end)?, verb(&contrast.own, value.end)?);
            return (of < own).then_some(of);
        }
        // `Three people have since been killed and dozens injured`: what is told of the three ends before the dozens.
        let Some(own) = find(&contrast.own, value.end) else {
            let mut before = value.start.saturating_sub(REACH).max(within.start)..value.start;
            let is_led = before.any(|at| is_one(at, &contrast.own));
            return verb(&contrast.others, value.end).filter(|_| !is_led);
        };
        verb(&contrast.others, own + 1)
    })
}

/// `Of the 14`, `out of 14`.
fn is_part_of(passage: &Passage<'_>, value: &Range<usize>, within: &Range<usize>) -> bool {
    let mut before = (within.start..value.start).rev().map(|at| passage.tokens.folded(at));
    let article = |word: &&str| matches!(*word, "the" | "those" | "these" | "its" | "their");
    before.find(|word| !article(word)).is_some_and(|word| matches!(word, "of" | "among"))
}

/// The words behind a value up to the end of its clause, or the next value.
fn clause_behind<'r>(
    passage: &'r Passage<'_>,
    value: &Range<usize>,
    within: &Range<usize>,
) -> impl Iterator<Item = usize> + 'r {
    let ends = |at: &usize| {
        let word = passage.tokens.folded(*at);
        let joins = matches!(
            word,
            "and"
                | "or"
                | "but"
                | "that"
                | "which"
                | "who"
                | "whom"
                | "when"
                | "where"
                | "while"
                | "after"
                | "as"
                | "before"
        );
        let kind = passage.tokens.get(*at).kind;
        joins || kind == TokenKind::Digits || kind == TokenKind::Sign && word != "-"
    };
    (value.end..within.end.min(value.end + CLAUSE)).take_while(move |at| !ends(at))
}

/// `Died`, `were later killed`: what somebody did or what was done to them, and not what they are.
pub(super) fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    let be = |at: usize| matches!(passage.tokens.folded(at), "was" | "were" | "is" | "are" | "been" | "be" | "being");
    let dies = matches!(passage.tokens.folded(at), "died" | "die" | "dies" | "perished" | "survived");
    dies || (at.saturating_sub(2)..at).any(be)
}

/// The negations of a sentence that set somebody else apart, between commas: `it was the union, not the ministry and not the
/// mayor, who asked`.
pub(super) fn set_apart(passage: &Passage<'_>, sentence: &Range<usize>) -> Vec<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if word(at) != "," || word(at + 1) != "not" {
            at += 1;
            continue;
        }
        let closes = (at + 1..(at + 1 + APART).min(sentence.end)).find(|&at| matches!(word(at), "," | ";" | ":" | "."));
        let Some(closes) = closes else { break };
        let tells = |at: usize| {
            let lexicon = passage.lexicon;
            lexicon.contrast.helping.contains(word(at)) || lexicon.subjects.contains(word(at)) || word(at) == "that"
        };
        // `Not the mayor`, `not Anna Lind`, but neither `not quite` nor `not until Monday`.
        let first = at + 2;
        let is_led = matches!(word(first), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "any");
        let is_named = || {
            let is_small = passage.lexicon.is_function_word(word(first));
            let is_upper = starts_upper(passage.tokens.raw(first)) && !is_small;
            is_upper && !passage.is_in_value(passage.tokens.get(first).span)
                || passage.names_in(first..first + 1).next().is_some()
        };
        let is_somebody = first < closes && (is_led || is_named());
        if word(closes) == "," && is_somebody && !(at..closes).any(tells) {
            found.extend((at..closes).filter(|&at| word(at) == "not"));
        }
        at = closes;
    }
    found
}
