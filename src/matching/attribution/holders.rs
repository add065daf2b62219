//! Whose number it is that is told to be somebody's: `the police's 9,000`, and what somebody only `has` beside another one
//! that was counted.
//!
//! What a body has may be a thing of its own, so nothing may stand behind the number that is counted, and the words
//! before must tell of a number that was reckoned.
//!
//! ```text
//! 40, up from the 31 that the UN reported in May    31 is the UN's
//! The UN recorded 11 raids. The watchdog has 19.    19 is the watchdog's
//! The UN recorded 11 raids. The army has 19 tanks.  of the outlet
//! The watchdog has 19.                              of the outlet
//! The watchdog has 19 names on its list.            19 is the watchdog's
//! ```

use super::saying::{is_plain_word, revises_account, skip_back};
use super::views::is_told_by_another;
use super::{Attributed, Place, Speakers};
use crate::corpus::BlockKind;
use crate::extract::{Extracted, Reading};
use crate::matching::behind::between;
use crate::matching::passage::Passage;
use crate::matching::passage::names::NameAt;
use crate::matching::passage::telling::is_told;
use crate::matching::stance::denial::denies_statement;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words of what is counted may stand between a number and the clause that tells who gave it.
const COUNTED: usize = 2;
/// How far behind a number it may be told whose list it is on, in tokens.
const OWN: usize = 6;
/// How many words may tell what somebody is, before their name.
const ROLE: usize = 4;
/// How many words may name whoever denies a thing.
const NAMED: usize = 10;
/// Within how many words behind its verb the list may be named that somebody gives out: `a much longer list`.
const GIVEN: usize = 6;

/// `The commission's 71.3 percent`, `nobody believes the police's 9,000`: whose number it is, where
/// nothing behind says that it counts what is theirs (`the union's 9,000 members`).
pub(super) fn owner(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let start = passage.sentences[place.sentence].tokens.start;
    let first = (start..place.tokens.start)
        .rev()
        .find(|&at| !matches!(passage.tokens.folded(at), "'s" | "'" | "own" | "official" | "latest"))?;
    let is_mark = |at: usize| matches!(passage.tokens.folded(at), "'s" | "'");
    let owns = between(first, place.tokens.start).any(is_mark);
    // A name may be listed with its mark.
    let ends = |name: &&NameAt| name.tokens.end == first + 1 || name.tokens.end == first + 2 && is_mark(first + 1);
    let name = passage.names_in(start..place.tokens.start).find(ends)?;
    let next = passage.sentences[place.sentence].tokens.end.min(place.tokens.end + 1);
    let counts = (place.tokens.end..next).any(|at| passage.carries(at));
    // `Their 14 hours leave out the breaks`: a share, and a length of time, count nothing but their own unit.
    let has_unit = |value: &Extracted| matches!(value.reading, Reading::Percent(_) | Reading::Duration(..));
    let counts_itself = || passage.values_in(passage.span_of(&place.tokens)).any(has_unit);
    // `The state's new tax will stay`: what somebody has is no statement of theirs.
    let is_value = || passage.values_in(passage.span_of(&place.tokens)).next().is_some();
    let is_theirs = owns && speakers.claimants.contains(&name.id) && is_value() && (!counts || counts_itself());
    is_theirs.then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `Up from the 117 that the city reported on Wednesday`: who gave the number, by a clause on it.
pub(super) fn reporter(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let led = place.tokens.start.checked_sub(1).is_some_and(|at| matches!(word(at), "the" | "those"));
    let end = place.tokens.end;
    let that = (end..=end + COUNTED).find(|&at| matches!(word(at), "that" | "which")).filter(|_| led)?;
    let is_counted = (end..that).all(|at| passage.tokens.get(at).kind == TokenKind::Word && passage.carries(at));
    let first = that + 1 + usize::from(word(that + 1) == "the");
    let name = passage.names_in(that + 1..sentence.end).next().filter(|name| name.tokens.start <= first)?;
    let small =
        |at: &usize| matches!(word(*at), "has" | "have" | "had" | "first" | "itself") || word(*at).ends_with("ly");
    let verb = (name.tokens.end..sentence.end).find(|at| !small(at))?;
    let says = passage.lexicon.says(&passage.stems[verb]);
    let is_theirs = is_counted && says && speakers.claimants.contains(&name.id);
    is_theirs.then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// The claimant right before the `has` of a bare number.
pub(super) fn holder(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let here = &passage.sentences[place.sentence];
    let sentence = &here.tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let hedge = |word: &str| {
        matches!(word, "only" | "just" | "about" | "some" | "around" | "nearly" | "almost" | "over" | "more" | "than")
    };
    let has = skip_back(passage, sentence, place.tokens.start, hedge).checked_sub(1)?;
    if here.kind != BlockKind::Paragraph || !matches!(word(has), "has" | "have") {
        let first = against(passage, place)?;
        return holder(passage, speakers, &Place { tokens: first, ..place.clone() });
    }
    let small = |word: &str| matches!(word, "now" | "already" | "also" | "still" | "so" | "far");
    let end = skip_back(passage, sentence, has, small);
    // `Has 31 names on its list`: on nobody else's.
    if is_in_own_account(passage, sentence, place.tokens.end) && !is_told_by_another(passage, has) {
        return past_apposition(passage, speakers, sentence, end);
    }
    let is_bare = !sentence.contains(&place.tokens.end) || !passage.carries(place.tokens.end);
    // `The airport says 118 flights were cancelled; Orbix, which counts diversions too, has 131 cancellations`: where the
    // same has been counted before.
    let is_counted = |joined: usize| place.rivals.iter().any(|rival| rival.end <= joined);
    let comma = |at: usize| passage.is_comma(sentence, at);
    let ends = |name: &&NameAt| {
        let aside = name.tokens.end;
        let is_aside = comma(aside) && matches!(word(aside + 1), "which" | "who") && comma(has - 1);
        name.tokens.end == has || is_aside && aside + 2 < has && !(aside + 2..has - 1).any(comma)
    };
    let mut names = passage.names_in(sentence.start..has).filter(|name| speakers.claimants.contains(&name.id));
    let name = match names.find(ends) {
        Some(name) => name,
        None => return publisher(passage, speakers, place.sentence, end),
    };
    let start = skip_back(passage, sentence, name.tokens.start, |word| matches!(word, "the" | "a" | "an"));
    // `Flight-data firm Orbix`.
    let is_role = |at: usize| is_plain_word(passage, at) && !passage.is_in_value(passage.tokens.get(at).span);
    let role = (sentence.start..start).rev().take(ROLE).take_while(|&at| is_role(at) || word(at) == "-").count();
    let start = if passage.is_proper(name) { start - role } else { start };
    let joined = skip_back(passage, sentence, start, |word| matches!(word, "and" | "but" | "while" | "whereas"));
    let opens = joined == sentence.start || matches!(word(joined - 1), "," | ";" | ":");
    let turns = (joined..start).any(|at| matches!(word(at), "but" | "while" | "whereas"));
    if !is_bare && !is_counted(joined) {
        return None;
    }
    let before = || {
        let before = place.sentence.checked_sub(1).map(|before| &passage.sentences[before])?;
        (before.block == here.block).then(|| before.tokens.clone())
    };
    let told = if joined > sentence.start { Some(sentence.start..joined) } else { before() };
    // `It lasted 75 minutes, the office says; the union has 40`: the same of what somebody said, in one sentence.
    let is_said = |told: &Range<usize>| {
        joined > sentence.start
            && (turns || word(joined - 1) == ";")
            && is_told(passage, told)
            && has_number(passage, told)
    };
    (opens && told.is_some_and(|told| is_said(&told) || is_reckoned(passage, told)))
        .then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `It now has 11 calls, against nine on Friday`: the number right before, against which somebody holds their own of another
/// day.
fn against(passage: &Passage<'_>, place: &Place<'_>) -> Option<Range<usize>> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let led = place.tokens.start.checked_sub(1).filter(|&led| matches!(word(led), "against" | "from"))?;
    let is_day = |at: usize| {
        let read = sentence.contains(&at).then(|| passage.value_around(passage.tokens.get(at).span));
        read.flatten().is_some_and(|read| read.is_moment())
    };
    let told = place.tokens.end + usize::from(passage.carries_in(sentence, place.tokens.end));
    let is_dated = is_day(told) || is_day(told + 1);
    let first = place.rivals.iter().filter(|rival| rival.end <= led).max_by_key(|rival| rival.end)?;
    is_dated.then(|| first.clone())
}

/// `The port has published a longer list. It now has 11 calls`: whoever gave out what a sentence goes on with; its subject ends
/// at a token.
fn publisher(passage: &Passage<'_>, speakers: &Speakers, sentence: usize, end: usize) -> Option<Attributed> {
    let here = &passage.sentences[sentence];
    let before = sentence.checked_sub(1).map(|before| &passage.sentences[before])?;
    let is_pronoun = matches!(passage.tokens.folded(here.tokens.start), "it" | "they") && end == here.tokens.start + 1;
    if !is_pronoun || before.block != here.block {
        return None;
    }
    let tokens = &before.tokens;
    let mut names = passage.names_in(tokens.clone()).filter(|name| speakers.claimants.contains(&name.id));
    let name = names.next().filter(|first| names.all(|other| other.id == first.id))?;
    let opens = skip_back(passage, tokens, name.tokens.start, |word| word == "the") == tokens.start;
    let word = |at: usize| if tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    let small = |at: &usize| matches!(word(*at), "has" | "had" | "have" | "just" | "now" | "also" | "since");
    let verb = name.tokens.end + (name.tokens.end..tokens.end).take_while(small).count();
    let is_account = |at: usize| tokens.contains(&at) && passage.lexicon.is_account(&passage.stems[at]);
    let issues =
        passage.lexicon.voices.persons.issuing.contains(word(verb)) && (verb + 1..verb + GIVEN).any(is_account);
    (opens && issues).then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `On its list of the dead`, `in their own tally`, a little behind a number.
fn is_in_own_account(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_account = |at: usize| {
        let noun = at + usize::from(word(at) == "own");
        // `In its count area`.
        let names_more = sentence.contains(&(noun + 1)) && {
            let read = passage.value_around(passage.tokens.get(noun + 1).span);
            passage.carries(noun + 1) && passage.tokens.get(noun + 1).kind == TokenKind::Word && read.is_none()
        };
        let is_noun =
            sentence.contains(&noun) && passage.lexicon.is_account(&passage.stems[noun]) || word(noun) == "list";
        is_noun && !names_more
    };
    let near = (end..end + OWN).take_while(|&at| !matches!(word(at), "," | ";" | "and" | "but" | ""));
    near.into_iter().any(|at| {
        matches!(word(at), "on" | "in" | "by") && matches!(word(at + 1), "its" | "their") && is_account(at + 2)
    })
}

/// The claimant that a sentence begins with, where its verb follows, or what else it is stands between commas: `the group,
/// a band of volunteers, now has`.
fn past_apposition(
    passage: &Passage<'_>,
    speakers: &Speakers,
    sentence: &Range<usize>,
    verb: usize,
) -> Option<Attributed> {
    let mut names = passage.names_in(sentence.start..verb).filter(|name| speakers.claimants.contains(&name.id));
    let name = names.next()?;
    let begins = |word: &str| matches!(word, "the" | "a" | "an" | "and" | "but");
    let opens = skip_back(passage, sentence, name.tokens.start, begins) == sentence.start;
    let comma = |at: usize| passage.tokens.folded(at) == ",";
    let aside = name.tokens.end..verb - 1;
    let is_apposed = || {
        let once = aside.len() > 1 && comma(aside.start) && comma(aside.end);
        once && !(aside.start + 1..aside.end).any(comma)
    };
    let follows = name.tokens.end == verb || is_apposed();
    (opens && follows).then(|| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// `The firm denies that it paid`, where just that is asked for: whoever denies a thing says that it is not so.
pub(super) fn denier(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let whole = place.whole.start.max(sentence.start)..place.whole.end.min(sentence.end);
    let verb = whole.into_iter().find(|&at| denies_statement(passage, at))?;
    let small = |word: &str| passage.lexicon.voices.helping.contains(word) || word.ends_with("ly");
    let end = skip_back(passage, sentence, verb, small);
    let mut names = passage.names_in(end.saturating_sub(NAMED).max(sentence.start)..end);
    let name = names.find(|name| name.tokens.end == end && speakers.claimants.contains(&name.id))?;
    Some(Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) })
}

/// Whether words tell of a number that somebody counted.
fn is_reckoned(passage: &Passage<'_>, told: Range<usize>) -> bool {
    if told.is_empty() {
        return false;
    }
    let lexicon = passage.lexicon;
    let counts = |at: usize| {
        lexicon.voices.reckoning.contains(&passage.stems[at])
            || lexicon.figures.nouns.contains(passage.tokens.folded(at))
    };
    let is_number = has_number(passage, &told);
    // `Raised that to 50`.
    let revises = |at: usize| revises_account(passage, at, told.end).is_some();
    is_number && told.clone().any(|at| counts(at) || revises(at))
}

fn has_number(passage: &Passage<'_>, told: &Range<usize>) -> bool {
    let mut values = passage.values_in(passage.span_of(told));
    !told.is_empty() && values.any(|value| !value.is_moment())
}
