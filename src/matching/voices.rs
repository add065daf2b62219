//! Who speaks in a sentence: the places where a claimant is named as the one
//! who says, counts or writes.
//!
//! `according to X`, `X said`, `said X`, `X's readout`, `the records of X`,
//! `by X`, `X: 20`. A name that is only talked about is no voice.

use super::names::{NameAt, NameId};
use super::passage::Passage;
use crate::text::TokenKind;
use std::ops::Range;

/// Which values of its sentence a voice speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What follows: `The police said that …`.
    Forward,
    /// What stands before: `…, according to the police`.
    Backward,
}

/// A claimant named as the one who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub id: NameId,
    /// The words that name them, with the cue: `according to the Kremlin`.
    pub tokens: Range<usize>,
    /// What they speak for.
    pub reach: Reach,
    /// Named only by standing next to a value (`the Élysée 60`).
    pub elliptic: bool,
}

/// How many tokens may stand between a name and its verb.
const VERB_REACH: usize = 4;

/// The voices of some tokens of a sentence, in order. `may_speak` says whose
/// names can be voices at all.
#[must_use]
pub fn find_voices(passage: &Passage<'_>, sentence: &Range<usize>, may_speak: &dyn Fn(NameId) -> bool) -> Vec<Voice> {
    let names = passage.names_in(sentence.clone()).filter(|name| may_speak(name.id) && name.tokens.end <= sentence.end);
    let mut voices: Vec<Voice> = names.filter_map(|name| voice_of(passage, sentence, name)).collect();
    voices.dedup_by(|later, earlier| earlier.id == later.id && earlier.tokens.end >= later.tokens.start);
    voices
}

fn voice_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Voice> {
    let make = |tokens: Range<usize>, reach| Voice { id: name.id, tokens, reach, elliptic: false };
    if let Some(start) = cue_before(passage, sentence, name) {
        let reach = if opens_clause(passage, sentence, start) { Reach::Forward } else { Reach::Backward };
        return Some(make(start..name.tokens.end, reach));
    }
    if let Some(end) = account_after(passage, sentence, name).or_else(|| verb_after(passage, sentence, name)) {
        let ends = closes_clause(passage, sentence, end);
        return Some(make(name.tokens.start..end, if ends { Reach::Backward } else { Reach::Forward }));
    }
    if is_account_name(passage, name) {
        return Some(make(name.tokens.clone(), Reach::Forward));
    }
    let start = verb_before(passage, sentence, name)?;
    Some(make(start..name.tokens.end, Reach::Backward))
}

/// `according to the`, `by`, `the records of the`, `a statement from the`:
/// where the cue before a name begins.
fn cue_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let lexicon = passage.lexicon;
    let mut at = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a" | "an" | "'s") || lexicon.titles.contains(&word)
    });
    if at == sentence.start {
        return None;
    }
    let word = passage.tokens.folded(at - 1);
    if matches!(word, "to" | "from" | "of" | "by" | "for" | "at" | "in") {
        at -= 1;
        let before = skip_back(passage, sentence, at, |word| {
            matches!(word, "released" | "issued" | "published" | "compiled" | "kept")
        });
        let cue = before.checked_sub(1).filter(|&cue| cue >= sentence.start)?;
        let (folded, stem) = (passage.tokens.folded(cue), passage.stems[cue].as_str());
        if word == "to" && lexicon.according.contains(&folded) {
            return Some(cue);
        }
        if matches!(word, "of" | "from" | "by" | "at" | "in" | "for") && lexicon.accounts.contains(&stem) {
            return Some(account_start(passage, sentence, cue));
        }
        if word == "by" && lexicon.saying.contains(&stem) {
            return Some(at);
        }
        return None;
    }
    // `per police`, `(police)`.
    matches!(word, "per" | "citing" | "quoting").then_some(at - 1)
}

/// `according to the readout from Russia` begins at `according`.
fn account_start(passage: &Passage<'_>, sentence: &Range<usize>, account: usize) -> usize {
    let before = skip_back(passage, sentence, account, |word| {
        matches!(word, "the" | "a" | "an" | "its" | "to" | "official" | "latest")
    });
    let according = before > sentence.start && passage.lexicon.according.contains(&passage.tokens.folded(before - 1));
    if according { before - 1 } else { account }
}

fn skip_back(passage: &Passage<'_>, sentence: &Range<usize>, from: usize, skips: impl Fn(&str) -> bool) -> usize {
    let mut at = from;
    while at > sentence.start && skips(passage.tokens.folded(at - 1)) {
        at -= 1;
    }
    at
}

/// `X's records`, `X's own figures`, `X spokesman`: where the account ends.
fn account_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let limit = (name.tokens.end + VERB_REACH).min(sentence.end);
    let stop = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Sign && passage.tokens.folded(*at) != "-";
    let end = (name.tokens.end..limit).find(stop).unwrap_or(limit);
    let account = (name.tokens.end..end).find(|&at| passage.lexicon.accounts.contains(&passage.stems[at].as_str()))?;
    let direct = account <= name.tokens.end + 1 || passage.tokens.folded(name.tokens.end) == "'s";
    direct.then_some(account + 1)
}

/// `X said`, `X has also claimed`: where the verb ends.
fn verb_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let limit = (name.tokens.end + VERB_REACH).min(sentence.end);
    for at in name.tokens.end..limit {
        let (token, folded) = (passage.tokens.get(at), passage.tokens.folded(at));
        if token.kind == TokenKind::Word && passage.lexicon.saying.contains(&passage.stems[at].as_str()) {
            return (!is_object(passage, sentence, name)).then_some(at + 1);
        }
        let passes = passage.lexicon.is_function_word(folded)
            || folded.ends_with("ly")
            || matches!(folded, "presidency" | "palace" | "officials" | "press" | "service");
        if !passes {
            return None;
        }
    }
    None
}

/// `told Putin that`: the one spoken to, not the one who speaks.
fn is_object(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let at =
        skip_back(passage, sentence, name.tokens.start, |word| word == "the" || passage.lexicon.titles.contains(&word));
    at > sentence.start && {
        let before = at - 1;
        let folded = passage.tokens.folded(before);
        matches!(folded, "to" | "with" | "against" | "of" | "for" | "from") || passage.stems[before] == "tell"
    }
}

/// `said X`, `claimed the X`: where the verb begins.
fn verb_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let at = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a") || passage.lexicon.titles.contains(&word)
    });
    let verb = at.checked_sub(1).filter(|&verb| verb >= sentence.start)?;
    let says = matches!(passage.stems[verb].as_str(), "say" | "claim" | "report" | "add" | "insist" | "announc");
    // `said X` follows what was said: a quotation mark or a comma.
    let after_words = verb > sentence.start && matches!(passage.tokens.folded(verb - 1), "," | "\"" | "'");
    (says && after_words).then_some(verb)
}

/// A name that itself names an account: `the Russian readout`.
fn is_account_name(passage: &Passage<'_>, name: &NameAt) -> bool {
    name.tokens.clone().any(|at| passage.lexicon.accounts.contains(&passage.stems[at].as_str()))
}

/// Whether a cue stands at the start of the sentence or of a clause, so that
/// it speaks for what follows.
fn opens_clause(passage: &Passage<'_>, sentence: &Range<usize>, start: usize) -> bool {
    let mut at = start;
    while at > sentence.start {
        let before = passage.tokens.folded(at - 1);
        if matches!(before, "\"" | "'" | "*" | "#" | "-") {
            at -= 1;
            continue;
        }
        return before == ";" || before == ":" || passage.lexicon.clause_starts.contains(&before);
    }
    true
}

/// Whether a clause ends right here, so that the voice speaks for what stands
/// before it.
fn closes_clause(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> bool {
    let rest = (end..sentence.end).take(3).map(|at| passage.tokens.folded(at)).collect::<Vec<_>>();
    match rest.first() {
        None => true,
        Some(&("." | ";" | "!" | "?")) => true,
        // `X said on Tuesday.`: a day may follow the verb.
        Some(&"on") => sentence.end <= end + 4,
        Some(_) => sentence.end <= end + 1,
    }
}
