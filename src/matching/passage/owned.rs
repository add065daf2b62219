//! Names that tell whose or where somebody is, told by other words: `Kostrovia's defence ministry` and `Kostrovia tells
//! another story. Its defence ministry says`, `the foreign ministry in Bern` and `In Bern, the foreign ministry says`.
//!
//! Only where it is certain whose: `its` is of whoever the sentence begins with, or the one before it; `her` is of a woman
//! whom the claims file tells to be one, and of no other who is named there.
//!
//! ```text
//! Kostrovia denies it. Its defence ministry says …                Kostrovia's defence ministry
//! Lindovar told Brask so, according to her office                  Lindovar's office, with the alias Ms Lindovar
//! In Bern, the foreign ministry says …                            the foreign ministry in Bern
//! The union met Kostrovia. Its defence ministry says …            nobody's that is known
//! ```

use super::Sentence;
use super::names::{NameAt, Names, starts_upper};
use crate::matching::language::lexicon::Lexicon;
use crate::text::{TokenKind, Tokens};
use std::ops::Range;

/// How many sentences back whoever `her` is of may be named.
const BACK: usize = 1;
/// How many words may say what those are like who are somewhere.
const DESCRIBED: usize = 2;

/// Adds the names whose owner a pronoun stands for.
pub(super) fn name_owned(
    tokens: &Tokens<'_>,
    found: &mut Vec<NameAt>,
    names: &Names,
    sentences: &[Sentence],
    lexicon: &Lexicon,
) {
    if names.owned.is_empty() && names.placed.is_empty() {
        return;
    }
    let mut added: Vec<NameAt> =
        sentences.iter().filter_map(|sentence| placed(tokens, names, sentence, lexicon)).collect();
    for (index, sentence) in sentences.iter().enumerate() {
        for at in sentence.tokens.clone() {
            if let Some(name) = of_body(tokens, sentences, index, at, names, lexicon) {
                added.push(name);
            }
            let pronoun = tokens.folded(at);
            if !matches!(pronoun, "its" | "his" | "her") {
                continue;
            }
            let fits = |of: &&Owned| {
                let end = at + 1 + of.thing.len();
                end <= sentence.tokens.end && stands(tokens, at + 1..end, &of.thing)
            };
            let found_here = names.owned.iter().filter(fits);
            let owned: Vec<&Owned> = match pronoun {
                "its" => found_here.filter(|of| begins(tokens, sentences, index, at, of)).collect(),
                _ => found_here.filter(|of| is_of_person(tokens, sentences, index, at, of, names)).collect(),
            };
            let first = owned.first().map(|of| of.id);
            if let (Some(id), true) = (first, owned.iter().all(|of| Some(of.id) == first)) {
                added.push(NameAt { id, tokens: at..at + 1 + owned[0].thing.len() });
            }
        }
    }
    found.extend(added);
    found.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end), name.id));
}

/// `In Bern, the foreign ministry says`: the name of `the foreign ministry in Bern`; `in Bern, weary officials say`.
fn placed(tokens: &Tokens<'_>, names: &Names, sentence: &Sentence, lexicon: &Lexicon) -> Option<NameAt> {
    let end = sentence.tokens.end;
    let describes = |at: usize| {
        let word = tokens.folded(at);
        tokens.get(at).kind == TokenKind::Word
            && !starts_upper(tokens.raw(at))
            && !lexicon.is_function_word(word)
            && !lexicon.voices.strangers.contains(word)
    };
    let start = sentence.tokens.start;
    if tokens.folded(start) != "in" {
        return None;
    }
    names.placed.iter().find_map(|of| {
        let comma = start + 1 + of.owner.len();
        if comma + 1 >= end || !stands(tokens, start + 1..comma, &of.owner) || tokens.folded(comma) != "," {
            return None;
        }
        let named = |first: usize| first..first + of.thing.len();
        let is_named = |first: usize| named(first).end <= end && stands(tokens, named(first), &of.thing);
        let first = if tokens.folded(comma + 1) == "the" {
            Some(comma + 2).filter(|&first| is_named(first))
        } else {
            let last = (comma + 2 + DESCRIBED).min(end);
            let found = (comma + 1..last).find(|&first| is_named(first));
            found.filter(|&first| (comma + 1..first).all(describes))
        };
        Some(NameAt { id: of.id, tokens: named(first?) })
    })
}

/// `84 drones hit Kostrovia, according to the country's army`: the name of `Kostrovia's army`, where the sentence (or the one
/// before, where it begins so) names nobody else whose country that could be.
fn of_body(
    tokens: &Tokens<'_>,
    sentences: &[Sentence],
    index: usize,
    the: usize,
    names: &Names,
    lexicon: &Lexicon,
) -> Option<NameAt> {
    let here = &sentences[index];
    let word = |at: usize| if here.tokens.contains(&at) { tokens.folded(at) } else { "" };
    let thing = the + 3;
    if word(the) != "the" || word(thing - 1) != "'s" || !lexicon.voices.owners.contains(word(the + 1)) {
        return None;
    }
    let before = match the == here.tokens.start {
        true => sentences[index.checked_sub(1)?].tokens.clone(),
        false => here.tokens.start..the,
    };
    let owner_at = |of: &Owned| {
        let mut firsts = before.clone();
        firsts.find(|&at| at + of.owner.len() <= before.end && stands(tokens, at..at + of.owner.len(), &of.owner))
    };
    let fits = |of: &&Owned| {
        let end = thing + of.thing.len();
        end <= here.tokens.end && stands(tokens, thing..end, &of.thing)
    };
    // `Lind's office` is no country's.
    let is_of_one = |of: &&Owned| {
        let is_one = |word: &String| names.known.women.contains_key(word);
        let thing = of.thing.last().map_or("", String::as_str);
        of.owner.last().is_some_and(is_one)
            || of.thing.len() == 1
                && (matches!(thing, "office" | "team" | "campaign" | "party") || lexicon.speakers.contains(thing))
    };
    let (of, first) = names
        .owned
        .iter()
        .filter(fits)
        .filter(|of| !is_of_one(of))
        .find_map(|of| owner_at(of).map(|first| (of, first)))?;
    let is_owner = |at: usize| of.owner.iter().any(|word| word == tokens.folded(at));
    // The first word of a sentence may be any.
    let may_be_another = |at: &usize| {
        tokens.get(*at).kind == TokenKind::Word
            && starts_upper(tokens.raw(*at))
            && !is_owner(*at)
            && (*at > before.start || !lexicon.is_function_word(tokens.folded(*at)))
    };
    (first < the && !before.clone().any(|at| may_be_another(&at)))
        .then(|| NameAt { id: of.id, tokens: the..thing + of.thing.len() })
}

/// A name of the form `X's Y`, or `Y in X`.
#[derive(Clone, Debug)]
pub(super) struct Owned {
    /// The folded words of `X`.
    pub(super) owner: Vec<String>,
    /// Those of `Y`.
    pub(super) thing: Vec<String>,
    /// Whose name it is.
    pub(super) id: super::names::NameId,
}

fn stands(tokens: &Tokens<'_>, range: Range<usize>, words: &[String]) -> bool {
    range.len() == words.len() && range.zip(words).all(|(at, word)| tokens.folded(at) == word)
}

/// Whether the sentence of `its` begins with the owner, or, where it begins with `its`, the one before it does.
fn begins(tokens: &Tokens<'_>, sentences: &[Sentence], index: usize, its: usize, of: &Owned) -> bool {
    let here = &sentences[index];
    let of_sentence = match its == here.tokens.start {
        true => index.checked_sub(1).map(|before| &sentences[before]).filter(|before| before.block == here.block),
        false => Some(here),
    };
    of_sentence.is_some_and(|sentence| {
        let first = sentence.tokens.start + usize::from(tokens.folded(sentence.tokens.start) == "the");
        let end = first + of.owner.len();
        // `Kostrovia's president sacked its ministers` is of Kostrovia, too.
        end <= its && end <= sentence.tokens.end && stands(tokens, first..end, &of.owner)
    })
}

/// Whether the owner is named in the sentence, or the one before it, and is known to be who the pronoun says.
fn is_of_person(
    tokens: &Tokens<'_>,
    sentences: &[Sentence],
    index: usize,
    pronoun: usize,
    of: &Owned,
    names: &Names,
) -> bool {
    let is_woman = of.owner.last().and_then(|last| names.known.women.get(last));
    if is_woman != Some(&(tokens.folded(pronoun) == "her")) {
        return false;
    }
    let first = sentences[index.saturating_sub(BACK)..=index].iter().find(|of| of.block == sentences[index].block);
    let start = first.map_or(pronoun, |sentence| sentence.tokens.start);
    (start..pronoun).any(|at| at + of.owner.len() <= pronoun && stands(tokens, at..at + of.owner.len(), &of.owner))
}
