//! Who speaks in a sentence: the places where a claimant is named as the one
//! who says, counts or writes.
//!
//! `according to X`, `X said`, `said X`, `X's readout`, `the records of X`,
//! `by X`, `X: 20`. A name that is only talked about is no voice.

use super::names::{NameAt, NameId};
use super::passage::Passage;
use super::persons::speaks_for;
use crate::extract::Reading;
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
}

/// How far before its `by` a passive verb of saying may stand, in tokens.
const PASSIVE: usize = 10;
/// How long an aside between a name and its verb may be, in tokens.
const ASIDE: usize = 16;
/// How many tokens may stand between a name and the colon before its words.
const QUOTED: usize = 12;
/// How many tokens may stand between a name and its verb.
const VERB_REACH: usize = 6;

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
    let make = |tokens: Range<usize>, reach| Voice { id: name.id, tokens, reach };
    if is_somebodys_own(passage, sentence, name) {
        return None;
    }
    if let Some(tokens) = speaks_for(passage, sentence, name) {
        let ahead = opens_clause(passage, sentence, tokens.start) && !closes_clause(passage, sentence, tokens.end);
        return Some(make(tokens, if ahead { Reach::Forward } else { Reach::Backward }));
    }
    if let Some(start) = cue_before(passage, sentence, name).or_else(|| according_before(passage, sentence, name)) {
        let reach = if opens_clause(passage, sentence, start) { Reach::Forward } else { Reach::Backward };
        return Some(make(start..name.tokens.end, reach));
    }
    if let Some(end) = account_after(passage, sentence, name).or_else(|| verb_after(passage, sentence, name)) {
        let as_before = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
        let is_as = as_before > sentence.start && passage.tokens.folded(as_before - 1) == "as";
        let ends = is_as || closes_clause(passage, sentence, end) || is_aside(passage, sentence, as_before, end);
        return Some(make(name.tokens.start..end, if ends { Reach::Backward } else { Reach::Forward }));
    }
    if is_account_name(passage, name) {
        return Some(make(name.tokens.clone(), Reach::Forward));
    }
    if let Some(colon) = colon_after(passage, sentence, name).or_else(|| quotes_after(passage, sentence, name)) {
        return Some(make(name.tokens.start..colon + 1, Reach::Forward));
    }
    let start = verb_before(passage, sentence, name)?;
    Some(make(start..name.tokens.end, Reach::Backward))
}

/// Those who say with a voice what it says: `the police and the union both said`, `according to
/// the police and the union`.
#[must_use]
pub fn beside(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    voice: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Vec<NameAt> {
    let Some(name) = passage.names_in(voice.clone()).find(|name| may_speak(name.id)) else { return Vec::new() };
    let each = |at: usize| passage.tokens.folded(at) == "respectively";
    if sentence.clone().any(each) {
        return Vec::new();
    }
    let the = |word: &str| word == "the" || passage.lexicon.titles.contains(&word);
    let skip = |at: usize| skip_back(passage, sentence, at, the);
    let is_and = |at: usize| sentence.contains(&at) && passage.tokens.folded(at) == "and";
    // Whoever stands before must begin the clause: `met the union and the mayor said`.
    let begins = |at: usize| {
        let at = skip_back(passage, sentence, skip(at), |word| word == "both");
        at == sentence.start || matches!(passage.tokens.folded(at - 1), "," | ";" | "\"" | ":" | "that" | "to" | "by")
    };
    let ahead = || {
        let and = skip(name.tokens.start).checked_sub(1).filter(|&at| is_and(at))?;
        let named =
            passage.names_in(sentence.start..and).find(|other| other.tokens.end == and && may_speak(other.id))?;
        begins(named.tokens.start).then(|| named.clone())
    };
    let behind = || {
        let and = Some(name.tokens.end).filter(|&at| is_and(at) && voice.end == at)?;
        let next = (and + 1..sentence.end).find(|&at| !the(passage.tokens.folded(at)))?;
        let named = passage.names_in(next..sentence.end).find(|other| other.tokens.start == next)?;
        let speaks = || verb_after(passage, sentence, named).or_else(|| account_after(passage, sentence, named));
        (may_speak(named.id) && speaks().is_none()).then(|| named.clone())
    };
    ahead().into_iter().chain(behind()).filter(|other| other.id != name.id).collect()
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
        let (folded, stem) = (passage.tokens.folded(cue), &passage.stems[cue]);
        if word == "to" && lexicon.according.contains(&folded) {
            return Some(cue);
        }
        if matches!(word, "of" | "from" | "by" | "at" | "in" | "for") && lexicon.is_account(stem) {
            return Some(account_start(passage, sentence, cue));
        }
        if word == "by" && (lexicon.says(stem) || is_passive_saying(passage, sentence, at)) {
            return Some(at);
        }
        return said_somebody_of(passage, sentence, at);
    }
    if let Some(start) = said_somebody_of(passage, sentence, at) {
        return Some(start);
    }
    // `per police`, `citing police`, `which quoted police`; who is quoted `as
    // saying` it speaks with a verb of their own.
    let cites = lexicon.citing.contains(&&passage.stems[at - 1]);
    let speaks = cites && !word.ends_with("ing") && verb_after(passage, sentence, name).is_some();
    (word == "per" || cites && !speaks).then_some(at - 1)
}

/// `,” said Jane Roe of the residents' group X`: where the verb begins, when
/// nothing but a person's name and what X is stands between.
fn said_somebody_of(passage: &Passage<'_>, sentence: &Range<usize>, name: usize) -> Option<usize> {
    let lexicon = passage.lexicon;
    let first = name.saturating_sub(PASSIVE).max(sentence.start);
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        super::names::starts_upper(passage.tokens.raw(at))
            || lexicon.is_function_word(folded)
            || lexicon.bodies.contains(&folded)
            || lexicon.is_account(&passage.stems[at])
            || matches!(folded, "residents" | "head" | "director" | "chief" | "member" | "'" | ",")
    };
    let verb = (first..name).rev().find(|&at| !passes(at))?;
    let is_verb = lexicon.says(&passage.stems[verb]) && verb > sentence.start;
    (is_verb && matches!(passage.tokens.folded(verb - 1), "," | "\"")).then_some(verb)
}

/// `has been put at €1 billion by`: a verb of saying, in the passive, not far
/// before the `by`.
fn is_passive_saying(passage: &Passage<'_>, sentence: &Range<usize>, by: usize) -> bool {
    let is_form_of_be =
        |at: usize| matches!(passage.tokens.folded(at), "been" | "was" | "were" | "is" | "are" | "being");
    let says = |at: &usize| passage.lexicon.says(&passage.stems[*at]);
    let verb = (by.saturating_sub(PASSIVE).max(sentence.start)..by).rev().find(says);
    verb.is_some_and(|verb| (verb.saturating_sub(2).max(sentence.start)..verb).any(is_form_of_be))
}

/// `according to the records that X publishes`: where it begins.
fn according_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        passage.lexicon.is_function_word(folded)
            || passage.lexicon.is_account(&passage.stems[at])
            || super::names::starts_upper(passage.tokens.raw(at))
    };
    let first = name.tokens.start.saturating_sub(PASSIVE).max(sentence.start);
    let found = (first..name.tokens.start).rev().find(|&at| !passes(at))?;
    passage.lexicon.according.contains(&passage.tokens.folded(found)).then_some(found)
}

/// `according to the readout from Russia` begins at `according`.
fn account_start(passage: &Passage<'_>, sentence: &Range<usize>, account: usize) -> usize {
    let before = skip_back(passage, sentence, account, |word| {
        matches!(word, "the" | "a" | "an" | "its" | "to" | "official" | "latest")
    });
    let according = before > sentence.start && passage.lexicon.according.contains(&passage.tokens.folded(before - 1));
    if according { before - 1 } else { account }
}

pub(super) fn skip_back(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    from: usize,
    skips: impl Fn(&str) -> bool,
) -> usize {
    let mut at = from;
    while at > sentence.start && skips(passage.tokens.folded(at - 1)) {
        at -= 1;
    }
    at
}

/// `The police: 12,000`, at the start of a sentence.
fn colon_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let first = skip_back(passage, sentence, name.tokens.start, |word| matches!(word, "the" | "*" | "-"));
    let named = passage.names_in(sentence.start..first).next();
    let first = named
        .filter(|other| other.id == name.id && other.tokens.end == first)
        .map_or(first, |other| other.tokens.start);
    let colon = name.tokens.end;
    (first == sentence.start && colon < sentence.end && passage.tokens.folded(colon) == ":").then_some(colon)
}

/// `The mayor addressed the crowd: “We …`: the colon before the words of whoever a sentence
/// begins with.
fn quotes_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let first =
        skip_back(passage, sentence, name.tokens.start, |word| word == "the" || passage.lexicon.titles.contains(&word));
    let is_word = |at: usize| passage.tokens.get(at).kind == TokenKind::Word;
    if (sentence.start..first).any(is_word) {
        return None;
    }
    let quotes = |at: &usize| passage.tokens.folded(*at) == ":" && passage.tokens.folded(at + 1) == "\"";
    let parts = |at: &usize| matches!(passage.tokens.folded(*at), "\"" | ";");
    let last = (name.tokens.end + QUOTED).min(sentence.end.saturating_sub(1));
    (name.tokens.end..last).take_while(|at| !parts(at)).find(quotes)
}

/// `Its observers`: somebody's own, and not those whom the claims file calls so.
fn is_somebodys_own(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let before =
        name.tokens.start.checked_sub(1).filter(|at| sentence.contains(at)).map(|at| passage.tokens.folded(at));
    let is_common = !super::names::starts_upper(passage.tokens.raw(name.tokens.start));
    is_common && matches!(before, Some("its" | "their" | "his" | "her"))
}

/// `X's records`, `X's own figures`, `X spokesman`: where the account ends.
fn account_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let limit = (name.tokens.end + VERB_REACH).min(sentence.end);
    let stop = |at: &usize| passage.tokens.get(*at).kind == TokenKind::Sign && passage.tokens.folded(*at) != "-";
    let end = (name.tokens.end..limit).find(stop).unwrap_or(limit);
    let account = (name.tokens.end..end).find(|&at| passage.lexicon.is_account(&passage.stems[at]))?;
    let direct = account <= name.tokens.end + 1 || passage.tokens.folded(name.tokens.end) == "'s";
    direct.then_some(account + 1)
}

/// `X said`, `X has also claimed`, `X, whose stewards lined the route, said`:
/// where the verb ends.
fn verb_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    if is_object(passage, sentence, name) {
        return None;
    }
    let verb = |from: usize| verb_from(passage, from, sentence.end);
    let aside = || {
        let comma = |at: usize| passage.tokens.folded(at) == ",";
        let opens = (name.tokens.end < sentence.end && comma(name.tokens.end)).then_some(name.tokens.end)?;
        let reach = (opens + 1 + ASIDE).min(sentence.end);
        verb(opens + 1).filter(|_| opens + 1 < reach).or_else(|| {
            let closes = (opens + 1..reach).find(|&at| comma(at))?;
            verb(closes + 1).filter(|&end| end <= closes + 3)
        })
    };
    verb(name.tokens.end).or_else(aside).or_else(|| verb(after_office(passage, sentence, name)?))
}

/// `The union leader said`, `the union's general secretary said`: past whoever speaks for a body. (Of
/// a person's president another one speaks.)
fn after_office(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if at < sentence.end { passage.tokens.folded(at) } else { "" };
    let owned = word(name.tokens.end) == "'s";
    let before = name.tokens.start.checked_sub(1).filter(|&at| at >= sentence.start).map(word);
    if owned && !matches!(before, Some("the" | "a" | "an")) {
        return None;
    }
    let first = name.tokens.end + usize::from(owned);
    let end = (first..sentence.end).find(|&at| !passage.lexicon.offices.contains(&word(at)))?;
    (end > first).then_some(end)
}

/// Where the verb of saying ends that has the token `subject` for its subject.
#[must_use]
pub fn says_after(passage: &Passage<'_>, sentence: &Range<usize>, subject: usize) -> Option<usize> {
    let name = NameAt { id: NameId(usize::MAX), tokens: subject..subject + 1 };
    verb_after(passage, sentence, &name)
}

/// A verb of saying within a few small words.
pub(super) fn verb_from(passage: &Passage<'_>, from: usize, end: usize) -> Option<usize> {
    for at in from..(from + VERB_REACH).min(end) {
        let folded = passage.tokens.folded(at);
        if passage.tokens.get(at).kind == TokenKind::Word && passage.lexicon.says(&passage.stems[at]) {
            return Some(at + 1);
        }
        if let Some(account) = revises_account(passage, at, end) {
            return Some(account);
        }
        let leaves_open = || {
            let mut ahead = (at + 1..(at + 4).min(end)).map(|at| &passage.stems[at]);
            ahead.any(|stem| passage.lexicon.stance.confirming.contains(&stem))
        };
        let passes = passage.lexicon.is_function_word(folded)
            || matches!(folded, "could" | "can")
            || passage.lexicon.is_negation(folded) && leaves_open()
            || folded.ends_with("ly")
            || super::names::starts_upper(passage.tokens.raw(at))
            || passage.lexicon.bodies.contains(&folded)
            || passage.lexicon.stance.earlier.contains(&folded)
            || matches!(
                folded,
                "officials"
                    | "press"
                    | "supposed"
                    | "reported"
                    | "quoted"
                    | "understood"
                    | "believed"
                    | "later"
                    | "then"
            );
        if !passes {
            return None;
        }
    }
    None
}

/// `lowered their estimate`, `has corrected the count`: where the account ends.
fn revises_account(passage: &Passage<'_>, verb: usize, end: usize) -> Option<usize> {
    let (words, stem) = (passage.lexicon.stance, &passage.stems[verb]);
    let adjusts = words.adjusting.contains(&stem) || words.adjusting.contains(&passage.tokens.folded(verb));
    if !words.revising.contains(&stem) && !adjusts {
        return None;
    }
    let account = (verb + 1..(verb + 5).min(end)).find(|&at| passage.lexicon.is_account(&passage.stems[at]))?;
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        passage.lexicon.is_function_word(folded) || words.earlier.contains(&folded) || folded == "own"
    };
    (verb + 1..account).all(passes).then_some(account + 1)
}

/// `told Putin that`: the one spoken to, not the one who speaks.
fn is_object(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let at =
        skip_back(passage, sentence, name.tokens.start, |word| word == "the" || passage.lexicon.titles.contains(&word));
    at > sentence.start && {
        let before = at - 1;
        let folded = passage.tokens.folded(before);
        matches!(folded, "to" | "with" | "against" | "of" | "for" | "from" | "unlike" | "like")
            || &passage.stems[before] == "tell"
    }
}

/// `said X`, `claimed the X`: where the verb begins.
fn verb_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let at = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a") || passage.lexicon.titles.contains(&word)
    });
    let verb = at.checked_sub(1).filter(|&verb| verb >= sentence.start)?;
    let says = passage.lexicon.says(&passage.stems[verb]);
    if passage.tokens.folded(verb) == "believe" {
        return Some(verb);
    }
    // `said X` follows what was said: a quotation mark or a comma.
    let after_words = verb > sentence.start && matches!(passage.tokens.folded(verb - 1), "," | "\"" | "'");
    (says && after_words).then_some(verb)
}

/// A name that itself names an account: `the Russian readout`.
fn is_account_name(passage: &Passage<'_>, name: &NameAt) -> bool {
    name.tokens.clone().any(|at| passage.lexicon.is_account(&passage.stems[at]))
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

/// `…, X claimed last night, …`: a voice between commas, with its day.
fn is_aside(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let comma = |at: usize| sentence.contains(&at) && passage.tokens.folded(at) == ",";
    let opens = (start.saturating_sub(2).max(sentence.start)..start).any(comma);
    let led = end + usize::from(end < sentence.end && passage.tokens.folded(end) == "on");
    let dated = || {
        let ahead = led..(led + 1).min(sentence.end);
        let span = (!ahead.is_empty()).then(|| passage.span_of(&ahead))?;
        let read = passage.values_in(passage.span_of(sentence)).find(|read| read.span.start == span.start)?;
        matches!(read.reading, Reading::Moment(_)).then(|| passage.tokens_of(read.span).end)
    };
    opens && dated().is_some_and(comma)
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
