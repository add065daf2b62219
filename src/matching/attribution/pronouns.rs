//! Whose words a sentence gives by a pronoun that stands for the one it begins with, and who a pronoun can stand for at
//! all: `he` is a person.
//!
//! ```text
//! Mr Dahl resigned after he told MPs that 40 died      Mr Dahl
//! The firm recalled 40 tins, it said                   the firm
//! The firm recalled 40 tins, according to its lawyers  the firm
//! The union is angry. He said                          not the union
//! ```

use super::accounts::{claim_behind, pronouns_account};
use super::clauses::closes_speech;
use super::described::described;
use super::saying::{is_object, is_plain_word, says_after, skip_back, skip_titles};
use super::voices::{Reach, Voice};
use crate::matching::language::words::Words;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId};
use std::ops::Range;

/// How far before a pronoun the mark may stand with which its part of a sentence begins.
const WHEN: usize = 6;
/// How many words may name whoever speaks for a body behind `its`.
const OFFICE: usize = 3;

/// The voices of the pronouns of a sentence that stand for whoever it begins with.
pub(super) fn find_pronouns(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Vec<Voice> {
    if let Some(voice) = described_behind(passage, sentence, may_speak) {
        return vec![voice];
    }
    if let Some(voice) = pronouns_account(passage, sentence, may_speak) {
        return vec![voice];
    }
    let words = passage.lexicon.voices;
    let is_asked = |at: &usize| words.standing_for.contains(passage.tokens.folded(*at));
    let mut asked = sentence.clone().skip(1).filter(is_asked).peekable();
    if asked.peek().is_none() {
        return Vec::new();
    }
    if let Some(voice) = owner_behind(passage, sentence, may_speak) {
        return vec![voice];
    }
    let Some(first) = subject(passage, sentence, may_speak) else { return Vec::new() };
    let behind = asked.filter(|&at| at >= first.tokens.end);
    // `Corvane told us of emails from Dr Marsh; she says`: whoever is known to be a person.
    let meant = |at: usize| {
        let is_one = matches!(passage.tokens.folded(at), "he" | "she") && passage.is_proper(first);
        let mut others = passage.names_in(first.tokens.end..at).filter(|name| may_speak(name.id));
        let person = others.rfind(|name| is_one && passage.is_person(name) && !passage.is_person(first));
        person.unwrap_or(first)
    };
    behind.filter_map(|at| pronoun(passage, sentence, may_speak, meant(at), at)).collect()
}

/// `The fine was big, although the company says it was cut`: whoever the sentence before begins with, where nobody is named
/// before the clause.
fn described_behind(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<Voice> {
    let turns = |at: &usize| {
        matches!(passage.tokens.folded(*at), "although" | "though" | "but" | "while" | "whereas" | "yet" | ";")
    };
    let first = sentence.clone().skip(1).find(turns)? + 1;
    if passage.names_in(sentence.start..first).any(|name| may_speak(name.id)) {
        return None;
    }
    let (named, name) = described(passage, &(first..sentence.end), may_speak)?;
    let end = says_after(passage, sentence, named.end - 1)?;
    Some(Voice { named: named.clone(), ..Voice::of(name, named.start..end, Reach::Forward) })
}

/// `By its own account, the union was told in May`: whoever the clause behind begins with.
fn owner_behind(passage: &Passage<'_>, sentence: &Range<usize>, may_speak: &dyn Fn(NameId) -> bool) -> Option<Voice> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let its = sentence.start + 1;
    let comma = counted_behind(passage, sentence, its).filter(|&end| word(end) == ",")?;
    let mut names = passage.names_in(comma..sentence.end);
    let name = names.find(|name| may_speak(name.id) && can_be(passage, sentence, name, word(its)))?;
    let begins = skip_titles(passage, sentence, name.tokens.start) == comma + 1;
    begins.then(|| Voice::of(name, sentence.start..name.tokens.end, Reach::Forward))
}

/// Whom a sentence begins with.
fn subject<'p>(
    passage: &'p Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<&'p NameAt> {
    let first = passage.names_in(sentence.clone()).find(|name| may_speak(name.id))?;
    let passes =
        |word: &str| matches!(word, "the" | "but" | "and" | "\"" | "*") || passage.lexicon.titles.contains(word);
    let begins = skip_back(passage, sentence, first.tokens.start, passes) == sentence.start;
    (begins && first.tokens.end < sentence.end).then_some(first)
}

fn pronoun(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
    first: &NameAt,
    at: usize,
) -> Option<Voice> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let comma = |at: usize| passage.is_comma(sentence, at);
    let make = |tokens: Range<usize>, reach| Voice { named: at..at + 1, ..Voice::of(first, tokens, reach) };
    let may_be = |name: &NameAt| can_be(passage, sentence, name, word(at));
    let rivals = || {
        let mut between = passage.names_in(first.tokens.end..at).filter(|name| may_speak(name.id));
        between.any(|name| name.id != first.id && may_be(name) && !is_object(passage, sentence, name))
    };
    // `The union had, by its own count, 9,000 marchers`.
    if let Some(end) = counted_behind(passage, sentence, at).filter(|_| may_be(first) && !rivals()) {
        let mut values = passage.values_in(passage.span_of(&(first.tokens.end..at)));
        let counts = values.any(|value| !value.is_moment());
        return Some(make(at - 1..end, if counts { Reach::Backward } else { Reach::Forward }));
    }
    if matches!(word(at), "its" | "their" | "his" | "her") {
        // `Mr Dahl was under fire over his claim that`.
        if let Some(end) = claim_behind(passage, sentence, at + 1).filter(|_| may_be(first) && !rivals()) {
            return Some(make(at..end, Reach::Forward));
        }
        let end = office_behind(passage, sentence, at)?;
        let according = at >= 2 && word(at - 1) == "to" && passage.lexicon.according.contains(word(at - 2));
        if according {
            return (at > first.tokens.end + 2 && comma(at - 3)).then(|| make(at - 2..end, Reach::Backward));
        }
        let said = office_says(passage, sentence, at)?;
        return (comma(at - 1) && at > first.tokens.end + 1).then(|| make(at..said, Reach::Backward));
    }
    let end = says_after(passage, sentence, at).filter(|_| may_be(first))?;
    if passage.lexicon.voices.reporting_after.contains(word(at - 1)) {
        return (!rivals()).then(|| make(at..end, Reach::Forward));
    }
    let parted = || (at.saturating_sub(WHEN).max(first.tokens.end)..at).rev().find(|&at| word(at) == ";");
    if parted().is_some_and(|mark| passage.pronoun_behind(sentence, mark) == Some(at)) && !rivals() {
        return Some(make(at..end, Reach::Forward));
    }
    let closes = comma(at - 1) && at > first.tokens.end + 1 && closes_speech(passage, sentence, end);
    (closes && !rivals()).then(|| make(at..end, Reach::Backward))
}

/// `By its own count`: where the words end by which a number is somebody's own.
pub(super) fn counted_behind(passage: &Passage<'_>, sentence: &Range<usize>, its: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let noun = its + 1 + usize::from(word(its + 1) == "own");
    let is_owned = word(its.wrapping_sub(1)) == "by" && matches!(word(its), "his" | "her" | "its" | "their");
    let counts = || {
        passage.lexicon.voices.reckoned.contains(word(noun))
            || sentence.contains(&noun) && passage.lexicon.is_account(&passage.stems[noun])
    };
    (is_owned && counts()).then_some(noun + 1)
}

/// `Its press office`, `its spokeswoman`: where the words end that name who speaks for a body, or what it says things in.
pub(super) fn office_behind(passage: &Passage<'_>, sentence: &Range<usize>, its: usize) -> Option<usize> {
    // `The police and their union`: another one.
    let holds = |at: usize| {
        passage.is_of_body(at) && !passage.lexicon.voices.persons.joined.contains(passage.tokens.folded(at))
    };
    let goes_on = |at: &usize| holds(*at) || is_own_kind(passage, *at);
    let last = (its + 1..(its + 1 + OFFICE).min(sentence.end)).take_while(goes_on).filter(|&at| holds(at)).last()?;
    Some(last + 1)
}

/// `Its annual report`: what kind of a thing it is of whoever `its` stands for.
pub(super) fn is_own_kind(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.tokens.folded(at);
    is_plain_word(passage, at) && !passage.lexicon.says(&passage.stems[at]) || word == "own"
}

/// `…, its spokeswoman says.`: where the words end by which an office says what stands before them.
pub(super) fn office_says(passage: &Passage<'_>, sentence: &Range<usize>, its: usize) -> Option<usize> {
    let office = office_behind(passage, sentence, its)?;
    says_after(passage, sentence, office - 1).filter(|&end| closes_speech(passage, sentence, end))
}

/// Whether a pronoun can stand for a name: `he` for no union and no Ms, `it` for no Mr.
pub(super) fn can_be(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt, pronoun: &str) -> bool {
    let known = passage.is_woman(name);
    let (is_man, is_woman) = (known == Some(false), known == Some(true));
    let is_titled = is_man || is_woman;
    match pronoun {
        "he" | "his" | "him" => {
            !is_woman && (is_titled || is_person(passage, sentence, name)) && !is_called(passage, sentence, name, "she")
        }
        "she" | "her" => {
            !is_man && (is_titled || is_person(passage, sentence, name)) && !is_called(passage, sentence, name, "he")
        }
        "it" => !is_titled,
        _ => true,
    }
}

/// Whether a pronoun can stand for whom some words describe: `she` for no `man`, `he` for no `mother of two`.
pub(super) fn may_describe(passage: &Passage<'_>, words: &Range<usize>, pronoun: &str) -> bool {
    let voices = passage.lexicon.voices;
    let is_any = |of: &Words| words.clone().any(|at| of.contains(passage.tokens.folded(at)));
    let (are_women, are_men) = (is_any(&voices.women), is_any(&voices.men));
    match pronoun {
        "he" | "his" | "him" => are_men || !are_women,
        "she" | "her" => are_women || !are_men,
        _ => true,
    }
}

/// Whether a name is that of a person, or of a body beside which somebody is named who speaks for it.
fn is_person(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let lexicon = passage.lexicon;
    let holds = |at: usize| {
        let word = passage.tokens.folded(at);
        lexicon.holds_office(word) || lexicon.voices.staff.contains(word)
    };
    let last = name.tokens.end - 1;
    let word = passage.tokens.folded(last);
    let is_proper = passage.is_proper(name) && !lexicon.bodies.contains(word);
    let is_one = || holds(last) || lexicon.titles.contains(word) || word == "mayor";
    is_proper || !is_many(passage, name) && (is_one() || sentence.clone().any(holds))
}

/// Whether a name is that of several people: `union bosses`.
pub(super) fn is_many(passage: &Passage<'_>, name: &NameAt) -> bool {
    let last = name.tokens.end - 1;
    let word = passage.tokens.folded(last);
    !passage.is_proper(name) && word.ends_with('s') && !word.ends_with("ss")
}

/// `Eva Roth says she`: by which pronoun the sentence itself calls somebody, before it names another one.
fn is_called(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt, pronoun: &str) -> bool {
    let says = says_after(passage, sentence, name.tokens.end - 1);
    let Some(verb) = says.filter(|&verb| verb < sentence.end) else { return false };
    let that = usize::from(passage.tokens.folded(verb) == "that");
    verb + that < sentence.end && passage.tokens.folded(verb + that) == pronoun
}
