//! Who speaks in a sentence: the places where a claimant is named as the one
//! who says, counts or writes.
//!
//! `according to X`, `X said`, `said X`, `X's readout`, `the records of X`,
//! `by X`, `X: 20`. A name that is only talked about is no voice.

use super::accounts::{account_after, claim_of, in_own_account, is_account_here, is_account_name, past_client};
use super::asides::{end_of_relative, revised_by};
use super::bystanders::is_bystander;
use super::clauses::{closes_clause, is_aside, is_behind_words, is_inserted, opens_clause};
use super::inverted::{does_next, is_inverting, verb_before};
use super::labels::{colon_after, pointed_back, quotes_after, signature};
use super::outsiders::is_outsider;
use super::papers::{Part, part_of};
use super::persons::{ends_person, past_role, person_of, speaks_for};
use super::pronouns::find_pronouns;
use super::reduced::verb_past_aside;
use super::saying::{PASSIVE, is_passive_saying, is_plain_word, second_verb, skip_back, verb_after, verb_from};
use super::tags::{is_given_by, tag_of};
use super::views::{does_so, gapped_that, view_of};
use super::wordings::{quoted_in_account, words_of};
use crate::matching::behind::between;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use std::ops::Range;

/// Which values of its sentence a voice speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What follows: `The police said that …`.
    Forward,
    /// What stands before: `…, according to the police`.
    Backward,
}

/// Somebody named as the one who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who; `None` is somebody whom the claims file does not name.
    pub id: Option<NameId>,
    /// The words that name them.
    pub named: Range<usize>,
    /// The same, with the cue: `according to the Kremlin`.
    pub tokens: Range<usize>,
    /// What they speak for.
    pub reach: Reach,
    /// The token from which on they say no more.
    pub until: usize,
}

impl Voice {
    /// The voice of somebody whom the claims file names.
    pub(super) fn of(name: &NameAt, tokens: Range<usize>, reach: Reach) -> Self {
        Self { id: Some(name.id), named: name.tokens.clone(), tokens, reach, until: usize::MAX }
    }
}

/// How far behind a name the number may stand for which its second clause speaks, in tokens.
const SECOND: usize = 4;
/// How far before `by the police's count` the number may stand that it is of, in tokens.
const COUNTED: usize = 40;

/// The voices of some tokens of a sentence, in order. `may_speak` says whose
/// names can be voices at all.
#[must_use]
pub fn find_voices(passage: &Passage<'_>, sentence: &Range<usize>, may_speak: &dyn Fn(NameId) -> bool) -> Vec<Voice> {
    let names = passage.names_in(sentence.clone()).filter(|name| may_speak(name.id) && name.tokens.end <= sentence.end);
    let names: Vec<&NameAt> = names.collect();
    // `The Castrel Union` is not Castrel.
    let is_whole = |name: &NameAt| {
        let around = |other: &NameAt| other.tokens.start <= name.tokens.start && name.tokens.end <= other.tokens.end;
        let mut others = passage.names_in(sentence.clone());
        !others.any(|other| around(other) && other.tokens.len() > name.tokens.len())
    };
    let whole = names.iter().filter(|name| is_whole(name));
    let quotes = |name: &NameAt| {
        let end = quoted_in_account(passage, sentence, name, &|other: &NameAt| may_speak(other.id))?;
        Some(Voice::of(name, name.tokens.start..end, Reach::Forward))
    };
    let voices = whole.filter_map(|name| quotes(name).or_else(|| voice_of(passage, sentence, name)));
    let mut voices: Vec<Voice> = voices.collect();
    voices.dedup_by(|later, earlier| earlier.id == later.id && earlier.tokens.end >= later.tokens.start);
    // `Delta director Ada Munn said`: herself, where she is listed.
    let of_office = |first: &Voice, person: &Voice| {
        let office = first.named.end..person.named.start;
        // `Corvane's safety boss Piers Latham wrote`.
        let owns = passage.tokens.folded(first.named.end) == "'s";
        let is_plain = |at: usize| owns && is_plain_word(passage, at);
        let holds = |at: usize| passage.is_of_body(at) || passage.tokens.folded(at) == "'s" || is_plain(at);
        first.tokens.end == person.tokens.end && !office.is_empty() && office.into_iter().all(holds)
    };
    // `A survey of police officers by the union found`: who stands within the words that tell whose it is.
    let within = |voice: &Voice, other: &Voice| {
        let leads = other.tokens.start <= voice.tokens.start && voice.named.end <= other.named.start;
        leads && other.id != voice.id
    };
    let hides = |pair: &[Voice]| of_office(&pair[0], &pair[1]) || within(&pair[0], &pair[1]);
    let hidden: Vec<bool> = voices.windows(2).map(hides).chain([false]).collect();
    let mut hidden = hidden.into_iter();
    voices.retain(|_| hidden.next() != Some(true));
    let named = voices.len();
    for voice in find_pronouns(passage, sentence, may_speak) {
        let is_heard = |other: &Voice| other.tokens.start < voice.tokens.end && voice.tokens.start < other.tokens.end;
        if !voices[..named].iter().any(is_heard) {
            voices.push(voice);
        }
    }
    voices.sort_by_key(|voice| voice.tokens.start);
    voices
}

fn voice_of(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Voice> {
    let make = |tokens: Range<usize>, reach| Voice::of(name, tokens, reach);
    // `It was the families, not the firm, who first told`.
    let the = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    if the > sentence.start + 1 && passage.tokens.folded(the - 1) == "not" && passage.tokens.folded(the - 2) == "," {
        return None;
    }
    if is_bystander(passage, sentence, name) || is_outsider(passage, sentence, name) {
        return None;
    }
    if let Some(tokens) = gapped_that(passage, sentence, name) {
        return Some(make(tokens, Reach::Forward));
    }
    if let Some(tokens) = does_so(passage, sentence, name) {
        return Some(make(tokens, Reach::Backward));
    }
    if let Some((tokens, reach)) = words_of(passage, sentence, name).or_else(|| view_of(passage, sentence, name)) {
        return Some(make(tokens, reach));
    }
    let tag = tag_of(passage, sentence, name).or_else(|| signature(passage, sentence, name));
    if let Some(tokens) = tag.or_else(|| pointed_back(passage, sentence, name)) {
        return Some(make(tokens, Reach::Backward));
    }
    if let Some(tokens) = speaks_for(passage, sentence, name) {
        let ahead = opens_clause(passage, sentence, tokens.start) && !closes_clause(passage, sentence, tokens.end);
        return Some(make(tokens, if ahead { Reach::Forward } else { Reach::Backward }));
    }
    match part_of(passage, sentence, name) {
        Some(Part::Maker(tokens, reach)) => return Some(make(tokens, reach)),
        Some(Part::Other) => return None,
        None => {}
    }
    if let Some(start) = cue_before(passage, sentence, name).or_else(|| according_before(passage, sentence, name)) {
        let ahead = opens_clause(passage, sentence, start)
            || leads_on(passage, sentence, name)
            || opens_second(passage, sentence, start, name)
            || is_subject(passage, sentence, start, name);
        // `A poll by X for Radio 4 found`: the 4 is no other number.
        let client = past_client(passage, sentence, name.tokens.end).filter(|_| ahead);
        let tokens = start..client.unwrap_or(name.tokens.end);
        return Some(make(tokens, if ahead { Reach::Forward } else { Reach::Backward }));
    }
    if let Some((tokens, until)) = revised_by(passage, sentence, name) {
        return Some(Voice { until, ..make(tokens, Reach::Forward) });
    }
    let said = claim_of(passage, sentence, name.tokens.end).or_else(|| account_after(passage, sentence, name));
    let said = said.or_else(|| verb_after(passage, sentence, name));
    if let Some(end) = said.or_else(|| verb_past_aside(passage, sentence, name)) {
        let as_before = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
        let is_as = as_before > sentence.start && passage.tokens.folded(as_before - 1) == "as";
        // `A man identified as Dahl said that`.
        let is_as = is_as && !(as_before > sentence.start + 1 && is_identified(passage, as_before - 2));
        // `40 died, spokeswoman Ada Munn said, adding that`.
        let first = past_role(passage, sentence, name).unwrap_or(as_before);
        let ends = is_as
            || closes_clause(passage, sentence, end)
            || is_aside(passage, sentence, as_before, end)
            || is_by_figures(passage, sentence, as_before, end)
            || is_inserted(passage, sentence, first, end)
            || is_behind_words(passage, sentence, first, end);
        let voice = make(name.tokens.start..end, if ends { Reach::Backward } else { Reach::Forward });
        let until = end_of_relative(passage, sentence, name, end);
        // `Hallam, who said so in May, is calm: “We …`
        let quotes = || quotes_after(passage, sentence, name).filter(|&colon| until <= colon);
        if let Some(colon) = (until < sentence.end).then(quotes).flatten() {
            return Some(make(name.tokens.start..colon + 1, Reach::Forward));
        }
        return Some(Voice { until, ..voice });
    }
    if is_account_name(passage, name) {
        return Some(make(name.tokens.clone(), Reach::Forward));
    }
    if let Some(colon) = colon_after(passage, sentence, name).or_else(|| quotes_after(passage, sentence, name)) {
        return Some(make(name.tokens.start..colon + 1, Reach::Forward));
    }
    if let Some(start) = verb_before(passage, sentence, name) {
        // `Nonsense, raged the union: “The …`
        let colon = name.tokens.end;
        let quotes =
            colon + 1 < sentence.end && passage.tokens.folded(colon) == ":" && passage.tokens.folded(colon + 1) == "\"";
        let forward = || make(start..colon + 1, Reach::Forward);
        return Some(if quotes { forward() } else { make(start..colon, Reach::Backward) });
    }
    let tokens = second_verb(passage, sentence, name).map(|end| name.tokens.start..end);
    Some(make(tokens.or_else(|| in_own_account(passage, sentence, name))?, Reach::Forward))
}

/// `Identified`, `named`: what stands before the `as` of whoever somebody is.
fn is_identified(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.tokens.folded(at), "identified" | "named" | "known" | "recognised" | "recognized")
}

/// `9,000 marched, by the police's count, but`: what is counted before a comma is told by whose count it is.
fn is_by_figures(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let by = start.checked_sub(1).filter(|&by| by > sentence.start && matches!(word(by), "by" | "on" | "at"));
    let Some(comma) = by.and_then(|by| by.checked_sub(1)).filter(|&comma| word(comma) == ",") else { return false };
    let is_account = passage.lexicon.is_account(&passage.stems[end - 1]);
    let parts = |at: &usize| word(*at) == ";" || passage.lexicon.clause_starts.contains(word(*at));
    let near = comma.saturating_sub(COUNTED).max(sentence.start)..comma;
    let Some(first) = near.rev().take_while(|at| !parts(at)).last() else { return false };
    let mut values = passage.values_in(passage.span_of(&(first..comma)));
    is_account && matches!(word(end), "," | "") && values.any(|value| !value.is_moment())
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
    let the = |word: &str| word == "the" || passage.lexicon.titles.contains(word);
    let skip = |at: usize| skip_back(passage, sentence, at, the);
    let is_and = |at: usize| sentence.contains(&at) && passage.tokens.folded(at) == "and";
    // Whoever stands before must begin the clause: `met the union and the mayor said`.
    let begins = |at: usize| {
        let at = skip_back(passage, sentence, skip(at), |word| word == "both");
        at == sentence.start
            || matches!(passage.tokens.folded(at - 1), "," | ";" | "\"" | ":" | "that" | "to" | "by" | "as")
    };
    let ahead = || {
        let start = person_of(passage, sentence, name);
        let and = skip(start).checked_sub(1).filter(|&at| is_and(at))?;
        let ends = |other: &&NameAt| may_speak(other.id) && ends_person(passage, other, and);
        let named = passage.names_in(sentence.start..and).filter(ends).last()?;
        begins(person_of(passage, sentence, named)).then(|| named.clone())
    };
    let behind = || {
        let and = Some(name.tokens.end).filter(|&at| is_and(at))?;
        let next = (and + 1..sentence.end).find(|&at| !the(passage.tokens.folded(at)))?;
        let named = passage.names_in(next..sentence.end).find(|other| other.tokens.start == next)?;
        let speaks = || verb_after(passage, sentence, named).or_else(|| account_after(passage, sentence, named));
        // `As the union and the police say`: with one verb.
        let is_shared = || if voice.end == and { speaks().is_none() } else { speaks() == Some(voice.end) };
        (may_speak(named.id) && is_shared()).then(|| named.clone())
    };
    ahead().into_iter().chain(behind()).filter(|other| other.id != name.id).collect()
}

/// `according to the`, `by`, `the records of the`, `a statement from the`:
/// where the cue before a name begins.
fn cue_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let lexicon = passage.lexicon;
    let mut at = skip_back(passage, sentence, name.tokens.start, |word| {
        matches!(word, "the" | "a" | "an" | "'s") || lexicon.titles.contains(word)
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
        if word == "to" && lexicon.according.contains(folded) {
            return Some(cue);
        }
        let is_account = || is_account_here(passage, sentence, cue);
        if matches!(word, "of" | "from" | "by" | "at" | "in" | "for") && is_account() {
            return Some(account_start(passage, sentence, cue));
        }
        let given = || is_passive_saying(passage, sentence, at) || is_given_by(passage, sentence, at);
        if word == "by" && (lexicon.says(stem) || given()) {
            return Some(at);
        }
        return said_somebody_of(passage, sentence, at, name);
    }
    if let Some(start) = said_somebody_of(passage, sentence, at, name) {
        return Some(start);
    }
    // `per police`, `citing police`, `which quoted police`; who is quoted `as
    // saying` it speaks with a verb of their own.
    let cites = lexicon.citing.contains(&passage.stems[at - 1]);
    let speaks = cites && !word.ends_with("ing") && verb_after(passage, sentence, name).is_some();
    (word == "per" || cites && !speaks).then_some(at - 1)
}

/// `,” said Jane Roe of the residents' group X`: where the verb begins, when
/// nothing but a person's name and what X is stands between.
fn said_somebody_of(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, name: &NameAt) -> Option<usize> {
    let lexicon = passage.lexicon;
    let first = start.saturating_sub(PASSIVE).max(sentence.start);
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        // `Said it was the union that walked out`: not whom it tells of.
        let is_clause =
            || lexicon.subjects.contains(folded) || matches!(folded, "that" | "was" | "were" | "is" | "are");
        starts_upper(passage.tokens.raw(at))
            || lexicon.is_function_word(folded) && !is_clause()
            || lexicon.bodies.contains(folded)
            || lexicon.is_account(&passage.stems[at])
            || matches!(folded, "residents" | "head" | "director" | "chief" | "member" | "'" | ",")
    };
    let verb = (first..start).rev().find(|&at| !passes(at))?;
    // `Says the union, but X says`: another clause.
    if between(verb, start).any(|at| lexicon.clause_starts.contains(passage.tokens.folded(at))) {
        return None;
    }
    // `Shown to us by the union`.
    let is_participle = passage.tokens.folded(verb) == "shown";
    let is_verb = is_inverting(passage, verb) && verb > sentence.start && !is_participle;
    let before = || passage.tokens.folded(verb - 1);
    (is_verb && (before() == "\"" || before() == "," && !does_next(passage, sentence, name))).then_some(verb)
}

/// `Rejecting a claim by the union that 9,000 marched`: what is claimed follows, past another name of theirs.
fn leads_on(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let same = |end: usize| {
        let mut names = passage.names_in(end..(end + 1).min(sentence.end));
        names.find(|other| other.id == name.id && other.tokens.start == end).map_or(end, |other| other.tokens.end)
    };
    let end = same(name.tokens.end);
    end < sentence.end && passage.tokens.folded(end) == "that"
}

/// `10,000 marched, and according to X, 50,000 marched`: the `and` opens a clause where a number
/// follows right behind the name.
fn opens_second(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let comma = usize::from(start > sentence.start && word(start - 1) == ",");
    if start < sentence.start + 1 + comma || word(start - 1 - comma) != "and" {
        return false;
    }
    let first = name.tokens.end + usize::from(word(name.tokens.end) == ",");
    let behind = first..(first + SECOND).min(sentence.end);
    let number = |at: usize| {
        let span = passage.tokens.get(at).span;
        passage.is_in_value(span) && word(at) != ","
    };
    behind.into_iter().take_while(|&at| !matches!(word(at), "," | "and")).any(number)
}

/// `…, and the statement from X does not say so`, `the log of X has it at`: an account that its verb follows begins a
/// clause.
fn is_subject(passage: &Passage<'_>, sentence: &Range<usize>, start: usize, name: &NameAt) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = skip_back(passage, sentence, start, |word| {
        matches!(word, "the" | "a" | "an" | "its" | "own" | "official" | "latest")
    });
    let opens = first == sentence.start || matches!(word(first - 1), "," | ";" | ":" | "\"" | "and" | "but" | "while");
    let end = name.tokens.end;
    let does = matches!(word(end), "does" | "did" | "has" | "had" | "have" | "is" | "was" | "makes" | "made" | "gives");
    let end = past_client(passage, sentence, end).unwrap_or(end);
    let said = || verb_from(passage, end, sentence.end).is_some_and(|end| !closes_clause(passage, sentence, end));
    opens && is_account_here(passage, sentence, start) && (does || said())
}

/// `according to the records that X publishes`: where it begins.
fn according_before(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        passage.lexicon.is_function_word(folded)
            || passage.lexicon.is_account(&passage.stems[at])
            || starts_upper(passage.tokens.raw(at))
    };
    let first = name.tokens.start.saturating_sub(PASSIVE).max(sentence.start);
    let found = (first..name.tokens.start).rev().find(|&at| !passes(at))?;
    // `Findings according to which X broke the truce` are not X's.
    let is_of_findings = between(found, name.tokens.start).any(|at| passage.tokens.folded(at) == "which");
    (!is_of_findings && passage.lexicon.according.contains(passage.tokens.folded(found))).then_some(found)
}

/// `according to the readout from Russia` begins at `according`.
fn account_start(passage: &Passage<'_>, sentence: &Range<usize>, account: usize) -> usize {
    let before = skip_back(passage, sentence, account, |word| {
        matches!(word, "the" | "a" | "an" | "its" | "to" | "official" | "latest")
    });
    let according = before > sentence.start && passage.lexicon.according.contains(passage.tokens.folded(before - 1));
    if according { before - 1 } else { account }
}
