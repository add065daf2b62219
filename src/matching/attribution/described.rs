//! Sentences whose subject is whoever an earlier one names, by a pronoun or by what they are: how they begin, how far back
//! they may be named, and who is named there without being listed.
//!
//! ```text
//! The union was there. Its chairman, Per Stahl, said …      the union
//! Railco apologised. The company said …                     Railco
//! The police came. Officers said …                          the police
//! Lind met the mayor. She said …                            Lind, whom no claims file names
//! ```

use super::clauses::closes_speech;
use super::pronouns::can_be;
use super::saying::{says_after, verb_from};
use super::somebody::names_several_before;
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use crate::text::{TokenKind, is_calendar_word};
use std::ops::Range;

/// How many sentences back an account may be carried on from.
pub(super) const CARRY: usize = 8;
/// How many sentences back a person may be named for whom a pronoun stands, among them what they are quoted as saying.
pub(super) const TALK: usize = 16;
/// How long an opening may be behind which an office speaks, in tokens: `in a court filing last week, its lawyers`.
const OPENING: usize = 10;
/// How far into its sentence a pronoun may be its subject: `on the damage, she says`.
const SUBJECT: usize = 6;
/// How long what is told of an account between commas may be, in tokens.
const ASIDE: usize = 12;
/// How many words may tell which man `a man` is, with it.
const SOMEONE: usize = 3;
/// How far behind a name it may stand that whoever it is of wrote.
const WROTE: usize = 4;
/// How many words may be told of somebody without a comma: `Lind of the harbour office`.
const OF: usize = 5;

/// The oldest paragraph that may name whoever a pronoun stands for: the one before, where the sentence begins its own,
/// and as long as one begins with that pronoun, or what it says, the one before it.
pub(super) fn oldest_paragraph(passage: &Passage<'_>, sentence: usize, pronoun: &str) -> usize {
    let mut oldest = passage.sentences[sentence].block;
    for index in (sentence.saturating_sub(TALK)..sentence).rev() {
        let (block, next) = (passage.sentences[index].block, &passage.sentences[index + 1]);
        // `What happened? “I left,” she says.`
        let quotes = || passage.tokens.folded(passage.sentences[sentence].tokens.start) == "\"";
        let asks = || index + 2 == sentence && passage.tokens.folded(next.tokens.end - 1) == "?" && quotes();
        let goes_on = index + 1 == sentence
            || asks()
            || is_speech(passage, next.block, index + 1)
            || begins_with(passage, &next.tokens, pronoun)
            || is_said_by(passage, &next.tokens, pronoun);
        if next.block > block && !goes_on {
            break;
        }
        oldest = block;
    }
    oldest
}

/// Whether a paragraph, of which a sentence is the first, is nothing but what somebody says, or a question before that: `And
/// the phone? “Ten calls.”`
fn is_speech(passage: &Passage<'_>, block: usize, first: usize) -> bool {
    let behind = passage.sentences[first..].iter().take(TALK).take_while(|sentence| sentence.block == block);
    let Some(last) = behind.last().filter(|last| passage.tokens.folded(last.tokens.end - 1) == "\"") else {
        return false;
    };
    let opening = &passage.sentences[first].tokens;
    let quote = |at: usize| at + 1 < last.tokens.end && passage.tokens.folded(at) == "\"";
    let opens = if passage.tokens.folded(opening.end - 1) == "?" && !quote(opening.start) {
        opening.end
    } else {
        opening.start
    };
    let inside = || passage.quotation_around(passage.tokens.get(opens + 1).span);
    let is_whole = |at: usize| passage.quotations[at].span.end >= passage.tokens.get(last.tokens.end - 1).span.start;
    quote(opens) && inside().is_some_and(is_whole)
}

/// Whether a sentence begins with a pronoun, or with what it is about and the pronoun: `on the damage, she says`.
fn begins_with(passage: &Passage<'_>, sentence: &Range<usize>, pronoun: &str) -> bool {
    let Some(at) = subject_at(passage, sentence) else { return false };
    let led = || passage.names_in(sentence.start..at).next().is_none();
    passage.tokens.folded(at) == pronoun && (at == sentence.start || led())
}

/// Where the subject begins of a sentence that begins with it, or with when or where it was: `at a rally on Monday, she`,
/// `in a letter on Monday she`.
pub(super) fn subject_at(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<usize> {
    let word = |at: usize| passage.tokens.folded(at);
    let is_first = passage.lexicon.subjects.contains(word(sentence.start));
    let leads = passage.lexicon.voices.opening.contains(word(sentence.start));
    let comma = || few(OPENING, sentence.start, sentence.end).find(|&at| leads && word(at) == ",");
    let behind = || comma().map(|at| at + 1).filter(|at| sentence.contains(at));
    if is_first { Some(sentence.start) } else { pronoun_behind(passage, sentence).or_else(behind) }
}

/// `In a letter on Monday she wrote`: the pronoun behind an opening without a comma, which has no clause of its own and is of
/// nobody: `in the town where they say`, `in the mayor's letter it says`.
fn pronoun_behind(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    if !matches!(word(sentence.start), "in" | "on" | "at" | "during" | "through" | "under") {
        return None;
    }
    let lexicon = passage.lexicon;
    let goes_on = |at: &usize| {
        let is_clause = matches!(word(*at), "," | ":" | ";" | "\"" | "'s" | "'")
            || matches!(
                word(*at),
                "that" | "who" | "which" | "what" | "where" | "when" | "whose" | "whom" | "if" | "as"
            );
        !is_clause
    };
    let is_time = |at: usize| passage.is_in_value(passage.tokens.get(at).span);
    let ends = |at: usize| {
        let is_thing = passage.carries(at) || is_time(at);
        is_thing && (!lexicon.says(&passage.stems[at]) || lexicon.is_account(&passage.stems[at]))
    };
    let mut opening = few(OPENING, sentence.start, sentence.end).take_while(goes_on);
    opening.find(|&at| lexicon.subjects.contains(word(at)) && ends(at - 1))
}

/// Whether a sentence is of the one for whom the same pronoun stands: `She says the minister lies`, `She met the
/// minister`, `“Norvia lies,” she said.`
pub(super) fn is_said_by(passage: &Passage<'_>, sentence: &Range<usize>, pronoun: &str) -> bool {
    let is_it = |at: usize| passage.tokens.folded(at) == pronoun;
    let opens = sentence.start..(sentence.start + 2).min(sentence.end);
    let opened = || opens.clone().any(|at| is_it(at) && says_after(passage, sentence, at).is_some());
    let is_subject = || matches!(pronoun, "he" | "she") && begins_with(passage, sentence, pronoun);
    let tags = |at: usize| {
        let behind = matches!(passage.tokens.folded(at - 1), "," | "\"") && is_it(at);
        // `The dinner, she says, was long`.
        let is_aside = |end: usize| sentence.contains(&end) && passage.tokens.folded(end) == ",";
        let ends = |end: usize| closes_speech(passage, sentence, end) || is_aside(end);
        behind && says_after(passage, sentence, at).is_some_and(ends)
    };
    matches!(pronoun, "he" | "she" | "they" | "it")
        && (opened() || is_subject() || (sentence.start + 1..sentence.end).any(tags))
}

/// `Sara Lind, a signaller, met the mayor. She said`: a person with whom a sentence begins and whom no claims file names,
/// nor tells the sentence to be of somebody whom one does.
pub(super) fn stranger(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    // `The head of the council, Sara Lind, met`.
    let apposed = || {
        let comma = few(SUBJECT, sentence.start, sentence.end).find(|&at| word(at) == ",")?;
        full_name(passage, comma + 1, sentence.end).filter(|named| word(named.end) == ",")
    };
    let named = full_name(passage, sentence.start, sentence.end).or_else(apposed)?;
    let told = sentence.start..belonging(passage, sentence, &named).end;
    (word(named.end) != "'s" && !passage.names_in(told).any(|name| may_speak(name.id))).then_some(named)
}

/// Where it stands of whom a person is: `Sara Lind of the harbour office`, `Sara Lind, who runs the port,`.
fn belonging(passage: &Passage<'_>, sentence: &Range<usize>, named: &Range<usize>) -> Range<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let end = named.end;
    match word(end) {
        "," => end + 1..(end + 1..sentence.end).find(|&at| word(at) == ",").unwrap_or(sentence.end),
        "of" | "from" | "for" | "at" | "(" => end + 1..(end + 1 + OF).min(sentence.end),
        _ => end..end,
    }
}

/// `Sara Lind of the harbour office met the mayor`: whether a name is of the body that the person is of with whom a
/// sentence begins.
pub(super) fn is_of_person(passage: &Passage<'_>, sentence: &Range<usize>, body: &NameAt) -> bool {
    let named = full_name(passage, sentence.start, sentence.end);
    named.is_some_and(|named| belonging(passage, sentence, &named).contains(&body.tokens.start))
}

/// Somebody's full name, or with a title, that no claims file has: `Sara Lind`, `Dr Lind`; no place or body that is known to
/// be one by its words.
fn full_name(passage: &Passage<'_>, first: usize, limit: usize) -> Option<Range<usize>> {
    let (tokens, words) = (&passage.tokens, passage.lexicon.voices);
    let is_name = |at: &usize| {
        let word = tokens.folded(*at);
        tokens.get(*at).kind == TokenKind::Word
            && starts_upper(tokens.raw(*at))
            && passage.names_in(*at..*at + 1).next().is_none()
            && !passage.lexicon.is_function_word(word)
            && !passage.is_of_body(*at)
            && !words.scenes.contains(word)
            && !words.places.contains(word)
            && !is_calendar_word(word)
    };
    let end = (first..limit).find(|at| !is_name(at)).unwrap_or(limit);
    let is_last = end == limit || passage.names_in(end..end + 1).next().is_none();
    let goes_on = end < limit && passage.is_capital(end);
    (is_last && !goes_on && end >= first + 2 && end <= first + 3).then_some(first..end)
}

/// `Dr Lind`, `Sara Lind, 40,`, `the clerk, Sara Lind,`, `Sara Lind, who`, `Sara Lind of the harbour office`: whether something
/// tells that a name is a person's. `Deutsche Bahn` looks like one.
pub(super) fn is_told_person(passage: &Passage<'_>, sentence: &Range<usize>, named: &Range<usize>) -> bool {
    let lexicon = passage.lexicon;
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let has_title = || lexicon.voices.persons.honorifics.iter().any(|(title, _)| *title == word(named.start));
    let holds = |at: usize| {
        let word = word(at);
        lexicon.holds_office(word) || lexicon.voices.staff.contains(word) || lexicon.voices.someone.contains(word)
    };
    let told = named.end + 1;
    let small = |at: usize| matches!(word(at), "a" | "an" | "the" | "its" | "their");
    let apposed =
        || (told..told + OF).take_while(|&at| sentence.contains(&at) && (small(at) || passage.carries(at))).any(holds);
    let is_old = || word(told).starts_with(|first: char| first.is_ascii_digit());
    let is_behind = || match word(named.end) {
        "," => word(told) == "who" || is_old() || apposed(),
        "(" => is_old(),
        "of" | "from" => word(told) == "the",
        _ => false,
    };
    named.start > sentence.start || has_title() || is_behind()
}

/// The last person whom a sentence brings in and no claims file names, `Sara Lind`, `a man`: who a pronoun is shown as that
/// stands for nobody else.
pub(super) fn last_stranger(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let begins = |at: usize| at == sentence.start || !starts_upper(passage.tokens.raw(at - 1));
    let someone = |at: usize| {
        let any = matches!(passage.tokens.folded(at), "a" | "an" | "another");
        let end = if any { (at + 1 + SOMEONE).min(sentence.end) } else { at + 1 };
        let mut nouns = (at + 1..end).take_while(|&at| passage.carries(at));
        let noun = nouns.find(|&at| passage.lexicon.voices.someone.contains(passage.tokens.folded(at)))?;
        Some(at..noun + 1)
    };
    let named = |at: usize| if begins(at) { full_name(passage, at, sentence.end) } else { None };
    let person = |at: usize| someone(at).or_else(|| named(at));
    sentence.clone().rev().find_map(person)
}

/// What the subject of a sentence describes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Person,
    Body,
    Account,
}

/// `Railco apologised. The company said`, `Dahl lost. The former mayor said`: the words that describe, as the subject of
/// a sentence, the one whom the sentence before begins with, and who that is. Nobody, where it names others.
pub(super) fn described<'p>(
    passage: &'p Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<(Range<usize>, &'p NameAt)> {
    let (last, kind) = description(passage, sentence)?;
    let here = passage.sentence_at(passage.tokens.get(sentence.start).span.start);
    let before = passage.sentences.get(here.checked_sub(1)?)?;
    if before.block != passage.sentences[here].block || stranger(passage, &before.tokens, may_speak).is_some() {
        return None;
    }
    let mut names = passage.names_in(before.tokens.clone()).filter(|name| may_speak(name.id));
    let name = names.next().filter(|name| name.tokens.start <= before.tokens.start + OF)?;
    let is_plural = last == sentence.start;
    let voices = passage.lexicon.voices;
    let word = |at: usize| if before.tokens.contains(&at) { passage.tokens.folded(at) } else { "" };
    // `Released the report`, and not `released the driver`.
    let issued = |at: usize| {
        let small = |at: usize| matches!(word(at), "a" | "an") || passage.lexicon.pointing.contains(word(at));
        let object = |at: &usize| before.tokens.contains(at) && (small(*at) || passage.carries(*at));
        let is_account = |at| passage.lexicon.is_account(&passage.stems[at]) || voices.writings.contains(word(at));
        voices.persons.issuing.contains(word(at)) && (at + 1..at + 1 + WROTE).take_while(object).any(is_account)
    };
    // `Dahl wrote to the mayor. The letter says`: whoever else it names.
    let wrote = |at: usize| voices.writing.contains(word(at)) || issued(at);
    // `Railco sued a company. The company said`: another one.
    let is_another =
        || firms(passage, sentence.start..last + 1).any(|body| before.tokens.clone().any(|at| word(at) == body));
    let may_be = || match kind {
        Kind::Person => {
            let is_one = |pronoun: &str| can_be(passage, &before.tokens, name, pronoun);
            // `Dahl beat the former mayor. The former mayor said`.
            let is_told = before.tokens.clone().any(|at| word(at) == passage.tokens.folded(last));
            (is_one("he") || is_one("she")) && !is_told
        }
        // `Police`: officers, and no company. `The police's van` is not the police.
        Kind::Body if is_plural => !passage.is_proper(name) && word(name.tokens.end) != "'s",
        Kind::Body => passage.is_proper(name) && !passage.is_person(name) && !is_another(),
        Kind::Account => (name.tokens.end..(name.tokens.end + WROTE).min(before.tokens.end)).any(wrote),
    };
    let begins = kind == Kind::Person || name.tokens.start <= before.tokens.start + 1;
    let mut is_alone = || {
        // Another person, behind the name.
        let is_told_of = || last_stranger(passage, &(name.tokens.end..before.tokens.end)).is_some();
        !names.any(|other| other.id != name.id) && !is_told_of()
    };
    (begins && may_be() && is_alone()).then_some((sentence.start..last + 1, name))
}

/// The words of what describes a body that say what it is.
fn firms<'p>(passage: &'p Passage<'_>, words: Range<usize>) -> impl Iterator<Item = &'p str> {
    words.map(|at| passage.tokens.folded(at)).filter(|word| passage.lexicon.voices.persons.firms.contains(word))
}

/// Where the words end that describe somebody, or what is theirs, as the subject of a sentence, and what that is: `the
/// 52-year-old`, `the former mayor`, `the company`, `a company spokeswoman`, `a spokesman for the firm`, `officers`.
fn description(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<(usize, Kind)> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let lexicon = passage.lexicon;
    let holds = |at: usize| lexicon.holds_office(word(at));
    let works = |at: usize| holds(at) || lexicon.voices.staff.contains(word(at));
    let is_firm = |at: usize| lexicon.voices.persons.firms.contains(word(at));
    let is_account = |at: usize| {
        sentence.contains(&at) && lexicon.is_account(&passage.stems[at]) || lexicon.voices.writings.contains(word(at))
    };
    let first = sentence.start;
    let next = first + 1;
    let is_old = || (1..6).map(|at| word(first + at)).skip(1).eq(["-", "year", "-", "old"]);
    let (last, kind) = match word(first) {
        "the" if is_old() => (first + 5, Kind::Person),
        "the" if lexicon.voices.left.contains(word(next)) => {
            let end = (next + 1..next + 4)
                .take_while(|&at| works(at) || lexicon.titles.contains(word(at)) || word(at) == "mayor")
                .last()?;
            (end, Kind::Person)
        }
        "the" if is_account(next) => (next, Kind::Account),
        "the" if is_firm(next) => (next, Kind::Body),
        "a" | "an" if is_firm(next) && works(next + 1) => (next + 1, Kind::Body),
        "a" | "an" if works(next) && matches!(word(next + 1), "for" | "at") => (next + 3, Kind::Body),
        _ if lexicon.voices.persons.members.contains(word(first)) => (first, Kind::Body),
        _ => return None,
    };
    let is_for = word(last - usize::from(last > first)) != "the" || kind == Kind::Account || is_firm(last);
    // `The former mayor, Jan Orlo, said`: of another one.
    let is_named =
        word(last + 1) == "," && sentence.contains(&(last + 2)) && starts_upper(passage.tokens.raw(last + 2));
    let said = says_after(passage, sentence, last).or_else(|| verb_from(passage, last + 1, sentence.end));
    (is_for && !is_named && said.is_some()).then_some((last, kind))
}

/// `The report, which runs to 140 pages, is clear. It says`: the account that a sentence begins with, whose it is
/// not told.
pub(super) fn report(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let first = sentence.start;
    let pointed = matches!(passage.tokens.folded(first), "the" | "a" | "this" | "that");
    let noun = (first + 1..(first + 4).min(sentence.end)).find(|&at| passage.lexicon.is_account(&passage.stems[at]))?;
    let is_named = passage.names_in(first..(noun + 4).min(sentence.end)).next().is_some();
    (pointed && !is_named).then_some(first..noun + 1)
}

/// `Its chairman, Per Stahl, said`: the office of whoever the sentence before names.
pub(super) fn office(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let lexicon = passage.lexicon;
    let holds = |at: usize| lexicon.holds_office(word(at));
    // `In a court filing last week, its lawyers argued`.
    let opened = || {
        let leads = matches!(word(sentence.start), "in" | "on" | "at");
        let comma = (sentence.start..sentence.end.min(sentence.start + OPENING)).find(|&at| word(at) == ",")?;
        (leads && !names_several_before(passage, sentence) && passage.names_in(sentence.start..comma).next().is_none())
            .then_some(comma + 1)
    };
    let first = opened().filter(|&at| matches!(word(at), "its" | "their")).unwrap_or(sentence.start);
    let first = Some(first).filter(|&at| matches!(word(at), "its" | "their" | "his" | "her" | "a"))?;
    // `Its version is that`.
    let account = (first + 1..first + 4).take_while(|&at| word(at) != "'s").find(|&at| {
        sentence.contains(&at) && passage.lexicon.is_account_or_claim(&passage.stems[at])
            || passage.lexicon.voices.views.contains(word(at))
            || passage.lexicon.voices.said.assertions.contains(word(at))
    });
    // `His diary has four`, `its register shows seven`.
    let shows = |at: usize| {
        let is_account = word(first) != "a" && lexicon.is_account(&passage.stems[at]);
        is_account && (matches!(word(at + 1), "has" | "have" | "had") || says_after(passage, sentence, at).is_some())
    };
    let is_told = |at: &usize| {
        // `Her estimate, based on images, is that`.
        let closes = few(ASIDE, at + 1, sentence.end).find(|&at| word(at) == ",").filter(|_| word(at + 1) == ",");
        let end = closes.unwrap_or(*at);
        let is = matches!(word(end + 1), "is" | "was" | "remains") && matches!(word(end + 2), "that" | ":");
        // `Its claim that 40 died was never withdrawn`.
        is || word(first) != "a" && word(at + 1) == "that" || shows(*at)
    };
    if let Some(account) = account.filter(is_told) {
        return Some(account);
    }
    let last = (first + 1..first + 3).take_while(|&at| holds(at)).last()?;
    says_after(passage, sentence, last).is_some().then_some(last)
}
