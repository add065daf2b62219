//! The verbs of saying around a name: whether whoever is named is the one who says, and where the
//! words that tell so begin or end.
//!
//! Between a name and its verb only small words may stand, an aside between commas, or the office
//! of whoever speaks for a body. The one spoken to says nothing.
//!
//! ```text
//! The union leader has now said …        says
//! He told the union that …               does not
//! ```

use super::acts::{is_no_saying, is_of_goods};
use super::asides::verb_behind;
use super::besides::{is_answered, said_besides};
use super::bystanders::is_made_to;
use super::persons::{after_office, past_role, with_body};
use super::reduced::who_says;
use super::stating::{said_on, stated_from};
use super::views::{after_reckoners, phrase_from, reckoned_from, reckoners_of};
use crate::matching::behind::few;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How far before its `by` a passive verb of saying may stand, in tokens.
pub(super) const PASSIVE: usize = 10;
/// How many tokens may stand between a name and its verb.
pub(super) const VERB_REACH: usize = 6;
/// How far behind the name that a clause begins with its second verb may stand, in tokens.
const SECOND_VERB: usize = 20;
/// How many words may name somebody unlisted between an `and` and the verb, with it.
const JOINED: usize = 4;
/// How many words may tell who they are that were counted, behind their number: `of its members`.
const COUNTED: usize = 6;
/// How many words may stand in brackets behind a name.
const BRACKET: usize = 16;

/// `X said`, `X has also claimed`, `X, whose stewards lined the route, said`:
/// where the verb ends.
pub(super) fn verb_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    if let Some(end) = reckoners_of(passage, sentence, name) {
        return Some(end);
    }
    if let Some(end) = who_says(passage, sentence, name) {
        return Some(end);
    }
    if is_object(passage, sentence, name) && !is_represented(passage, sentence, name)
        || ends_first_verb(passage, sentence, name)
        || closes_aside(passage, sentence, name)
        || is_answered(passage, sentence, name)
    {
        return None;
    }
    let verb = |from: usize| verb_from(passage, from, sentence.end);
    verb(name.tokens.end)
        .or_else(|| verb(after_bracket(passage, sentence, name)?))
        .or_else(|| verb_behind(passage, sentence, name))
        .or_else(|| verb(after_office(passage, sentence, name)?))
        .or_else(|| {
            let whole = with_body(passage, sentence, name)?;
            verb(whole.tokens.end).or_else(|| verb_behind(passage, sentence, &whole))
        })
        .or_else(|| after_reckoners(passage, sentence, name))
        .or_else(|| joined_verb(passage, sentence, name))
}

/// `Lawyers for the firm said`, `inspectors from the ministry say`: of whom somebody speaks who is named with it.
fn is_represented(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let start = skip_titles(passage, sentence, name.tokens.start);
    let link = start.checked_sub(1).filter(|&link| matches!(passage.tokens.folded(link), "for" | "from"));
    let who = link.and_then(|link| link.checked_sub(1)).filter(|who| sentence.contains(who));
    who.is_some_and(|who| passage.lexicon.voices.tellers.contains(&passage.stems[who]))
}

/// `The Health Security Agency (HSA) says`, `the mayor (pictured) says`: behind the bracket.
fn after_bracket(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let opens = name.tokens.end;
    let closes = few(BRACKET, opens, sentence.end).find(|&at| word(at) == ")")?;
    (word(opens) == "(").then_some(closes + 1)
}

/// `Police and doctors said`: where the verb ends that a name which a clause begins with has together
/// with somebody unlisted.
fn joined_verb(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| if at < sentence.end { passage.tokens.folded(at) } else { "" };
    let start = skip_back(passage, sentence, name.tokens.start, |word| matches!(word, "the" | "both"));
    let begins = start == sentence.start || matches!(word(start - 1), ";" | "," | ":" | "\"" | "that");
    let tells = |at: usize| at < sentence.end && passage.lexicon.tells(&passage.stems[at]);
    let first = name.tokens.end + 1;
    let end = (first..first + JOINED).find(|&at| !is_plain_word(passage, at.min(sentence.end - 1)) || tells(at))?;
    let said = begins && word(first - 1) == "and" && end > first && tells(end);
    said.then_some(end + 1).filter(|_| end < sentence.end)
}

/// `The mayor thanked the police and said`: where the verb ends that a clause has second, of the name
/// that it begins with.
pub(super) fn second_verb(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let word = |at: usize| passage.tokens.folded(at);
    let the = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    // `Union baron Moira Keane hit back`.
    let start =
        past_role(passage, sentence, name).filter(|&at| at == sentence.start || word(at - 1) != ",").unwrap_or(the);
    let begins = start == sentence.start || matches!(word(start - 1), ";" | "\"" | ":" | "but" | "while");
    // `The police have another view: in a report it said`.
    let colon = (name.tokens.end..sentence.end).filter(|_| begins).find(|&at| matches!(word(at), ":" | ";"));
    let again = colon.and_then(|colon| {
        let said = few(SECOND_VERB, colon, sentence.end).find(|&at| matches!(word(at), "it" | "they"))?;
        let is_other = passage.names_in(name.tokens.end..said).next().is_some();
        let reckoned = || reckoned_from(passage, said + 1, sentence.end);
        says_next(passage, said + 1..sentence.end).or_else(reckoned).filter(|_| !is_other)
    });
    if again.is_some() {
        return again;
    }
    let reach = name.tokens.end..(name.tokens.end + SECOND_VERB).min(sentence.end);
    let first = reach.clone().next().filter(|_| begins)?;
    let helps =
        || matches!(word(first), "does" | "did" | "do" | "has" | "had" | "have" | "is" | "are" | "was" | "were");
    let does = helps() || is_plain_word(passage, first) && !word(first).ends_with("ing");
    let passes = |at: usize| match word(at) {
        "-" | "'" => true,
        "," => at + 1 < reach.end && matches!(word(at + 1), "and" | "but"),
        _ => false,
    };
    let ends = |&at: &usize| {
        let token = passage.tokens.get(at);
        token.kind == TokenKind::Sign && !passes(at) && !passage.is_in_value(token.span)
    };
    // `Denied that 40 had died but confirmed that 12 had`: whoever is told of in the clause within does not.
    let denies = passage.lexicon.denial.denying.contains(word(first));
    let within = |at: usize| (first..at).any(|at| word(at) == "that") && !denies;
    let joins = |at: &usize| word(*at) == "but" || word(*at) == "and" && !within(*at);
    let said = (first + 1..reach.end).take_while(|at| does && !ends(at)).filter(joins);
    let mut said = said.filter_map(|at| says_next(passage, at + 1..reach.end));
    said.next().or_else(|| said_besides(passage, sentence, first))
}

/// Whether an `and` or `but` with a verb follows a name that a verb has for its object: that verb's subject
/// says it.
fn ends_first_verb(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let and = name.tokens.end;
    let led = start > sentence.start + 1 && is_plain_word(passage, start - 1);
    led && and < sentence.end
        && matches!(passage.tokens.folded(and), "and" | "but")
        && says_next(passage, and + 1..sentence.end).is_some()
}

/// Where a verb of saying ends that comes next, but for `later` and the like.
fn says_next(passage: &Passage<'_>, mut tokens: Range<usize>) -> Option<usize> {
    let verb = tokens.find(|&at| !matches!(passage.tokens.folded(at), "then" | "later" | "also"))?;
    // `And spoke with him on 17 occasions`.
    (passage.lexicon.says(&passage.stems[verb]) && !is_no_saying(passage, verb, verb, tokens.end)).then_some(verb + 1)
}

/// `The mayor, standing beside the police, said`: the comma behind a name ends an aside on another
/// one, with whom the sentence begins.
fn closes_aside(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let comma = |at: usize| sentence.contains(&at) && passage.tokens.folded(at) == ",";
    let opens = |first: &NameAt| {
        let start = skip_back(passage, sentence, first.tokens.start, |word| word == "the");
        start == sentence.start && comma(first.tokens.end) && first.tokens.end + 1 < name.tokens.start
    };
    let between = |first: &NameAt| first.tokens.end + 1..name.tokens.start;
    // `The association, which is suing the police, said`, whoever that is.
    let relative = || {
        let opens =
            (sentence.start..name.tokens.start).rev().find(|&at| comma(at)).map(|at| passage.tokens.folded(at + 1));
        // `The record, shown to us by the police, has it at`.
        let by = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
        let is_done_by = by > sentence.start && passage.tokens.folded(by - 1) == "by";
        opens.is_some_and(|word| {
            let done = word.ends_with("ed") || passage.lexicon.voices.participles.contains(word);
            matches!(word, "who" | "which" | "whose" | "whom") || is_done_by && done
        })
    };
    comma(name.tokens.end)
        && (relative()
            || passage
                .names_in(sentence.start..name.tokens.start)
                .any(|first| opens(first) && !between(first).any(comma)))
}

/// A word that is no small one and no name.
pub(super) fn is_plain_word(passage: &Passage<'_>, at: usize) -> bool {
    passage.carries(at) && !starts_upper(passage.tokens.raw(at))
}

/// Where the verb of saying ends that has the token `subject` for its subject.
#[must_use]
pub(super) fn says_after(passage: &Passage<'_>, sentence: &Range<usize>, subject: usize) -> Option<usize> {
    let name = NameAt { id: NameId(usize::MAX), tokens: subject..subject + 1 };
    verb_after(passage, sentence, &name)
}

/// A verb of saying within a few small words, past one phrase like `in turn`.
pub(super) fn verb_from(passage: &Passage<'_>, from: usize, end: usize) -> Option<usize> {
    let stands = |phrase: &&&[&str]| passage.reads(from..end, phrase);
    let from = from + passage.lexicon.voices.interposed.iter().find(stands).map_or(0, |phrase| phrase.len());
    for at in from..(from + VERB_REACH).min(end) {
        let folded = passage.tokens.folded(at);
        if let Some(phrase) = phrase_from(passage, at, end).or_else(|| stated_from(passage, from, at, end)) {
            return Some(phrase);
        }
        if let Some(on) = said_on(passage, at, end) {
            return verb_from(passage, on, end);
        }
        if passage.tokens.get(at).kind == TokenKind::Word
            && passage.lexicon.says(&passage.stems[at])
            && !folded.ends_with("ly")
        {
            return (!is_of_goods(passage, at, end) && !is_no_saying(passage, from, at, end)).then_some(at + 1);
        }
        if let Some(account) = revises_account(passage, at, end) {
            return Some(account);
        }
        let leaves_open = || {
            let mut ahead = (at + 1..(at + 4).min(end)).map(|at| &passage.stems[at]);
            ahead.any(|stem| passage.lexicon.stance.confirming.contains(stem))
        };
        let passes = passage.lexicon.is_function_word(folded)
            || matches!(folded, "could" | "can")
            || passage.lexicon.is_negation(folded) && leaves_open()
            || folded.ends_with("ly")
            || starts_upper(passage.tokens.raw(at))
            || passage.lexicon.bodies.contains(folded)
            || passage.lexicon.stance.earlier.contains(folded)
            || passage.lexicon.voices.reflexive.contains(folded)
            || matches!(
                folded,
                "always"
                    | "here"
                    | "there"
                    | "own"
                    | "long"
                    | "once"
                    | "officials"
                    | "press"
                    | "supposed"
                    | "reported"
                    | "quoted"
                    | "understood"
                    | "believed"
                    | "later"
                    | "then"
                    | "again"
                    | "nevertheless"
                    | "nonetheless"
            );
        // `The bank last week cut its forecast`, `at one point claimed`.
        let is_time = || {
            let is_one =
                folded == "one" && at + 1 < end && passage.lexicon.occasions.contains(passage.tokens.folded(at + 1));
            let is_point = || passage.lexicon.occasions.contains(folded) && passage.tokens.folded(at - 1) == "one";
            is_one
                || at > from && is_point()
                || matches!(folded, "last" | "this" | "week" | "month" | "year" | "night" | "yesterday" | "today")
        };
        // `The union is expected to say that`, `wishes to stress that`.
        let is_awaited = || {
            let lexicon = passage.lexicon;
            let awaits = lexicon.stance.planned.contains(folded) || lexicon.denial.wishing.contains(folded);
            let awaits = awaits || folded == "likely";
            awaits && at + 1 < end && passage.tokens.folded(at + 1) == "to"
        };
        // `Dahl can be heard saying that`.
        let is_heard = || {
            let says = at + 1 < end && passage.lexicon.says(&passage.stems[at + 1]);
            passage.lexicon.voices.heard.contains(folded) && says && passage.tokens.folded(at + 1).ends_with("ing")
        };
        if !passes && !is_time() && !is_awaited() && !is_heard() {
            return None;
        }
    }
    None
}

/// `has been put at €1 billion by`: a verb of saying, in the passive, not far
/// before the `by`.
pub(super) fn is_passive_saying(passage: &Passage<'_>, sentence: &Range<usize>, by: usize) -> bool {
    let is_form_of_be =
        |at: usize| matches!(passage.tokens.folded(at), "been" | "was" | "were" | "is" | "are" | "being");
    let says = |at: &usize| passage.lexicon.says(&passage.stems[*at]);
    let verb = (by.saturating_sub(PASSIVE).max(sentence.start)..by).rev().find(says);
    verb.is_some_and(|verb| (verb.saturating_sub(2).max(sentence.start)..verb).any(is_form_of_be))
}

/// Back over what stands before a name and is none of its words, `the` and `Mr`: where that begins.
pub(super) fn skip_titles(passage: &Passage<'_>, sentence: &Range<usize>, name: usize) -> usize {
    skip_back(passage, sentence, name, |word| word == "the" || passage.lexicon.titles.contains(word))
}

/// Back over the words that are passed: where they begin.
pub(super) fn skip_back(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    from: usize,
    skips: impl Fn(&str) -> bool,
) -> usize {
    let passes = |at: usize| {
        skips(passage.tokens.folded(at)) || passage.is_title_dot(at) && skips(passage.tokens.folded(at - 1))
    };
    let mut at = from;
    while at > sentence.start && passes(at - 1) {
        at -= 1;
    }
    at
}

/// `lowered their estimate`, `cut its growth forecast`: where the account ends.
pub(super) fn revises_account(passage: &Passage<'_>, verb: usize, end: usize) -> Option<usize> {
    let (words, stem) = (passage.lexicon.stance, &passage.stems[verb]);
    let adjusts = words.adjusting.contains(stem) || words.adjusting.contains(passage.tokens.folded(verb));
    if !words.revising.contains(stem) && !adjusts {
        return None;
    }
    // `Raised that to 50`.
    let word = |at: usize| if at < end { passage.tokens.folded(at) } else { "" };
    let number = |at: usize| at < end && passage.is_in_value(passage.tokens.get(at).span);
    if matches!(word(verb + 1), "that" | "it" | "this") && word(verb + 2) == "to" && number(verb + 3) {
        return Some(verb + 3);
    }
    let forecasts = passage.lexicon.voices.forecasts;
    let is_account =
        |at: &usize| passage.lexicon.is_account(&passage.stems[*at]) || forecasts.contains(passage.tokens.folded(*at));
    let account = (verb + 1..(verb + 5).min(end)).find(is_account)?;
    let is_theirs = verb + 1 < end && matches!(passage.tokens.folded(verb + 1), "its" | "their" | "his" | "her");
    let is_forecast = is_theirs && forecasts.contains(passage.tokens.folded(account));
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        let of_what = || is_forecast && is_plain_word(passage, at);
        passage.lexicon.is_function_word(folded) || words.earlier.contains(folded) || folded == "own" || of_what()
    };
    (verb + 1..account).all(passes).then_some(account + 1)
}

/// `83 percent of its members at the firm said`: those who were counted say so.
fn is_of_counted(passage: &Passage<'_>, sentence: &Range<usize>, name: usize) -> bool {
    let Some(at) = name.checked_sub(1).filter(|&at| at > sentence.start && passage.tokens.folded(at) == "at") else {
        return false;
    };
    let goes_on = |at: &usize| {
        let value = passage.value_around(passage.tokens.get(*at).span);
        value.is_none()
            && (passage.carries(*at) || matches!(passage.tokens.folded(*at), "of" | "its" | "their" | "the"))
    };
    let first = at.saturating_sub(COUNTED).max(sentence.start);
    let counted = at - (first..at).rev().take_while(goes_on).count();
    counted > sentence.start && counted < at && passage.is_count(counted - 1)
}

/// `told Putin that`, `the union of forest firefighters`: the one spoken to or of, and not the one
/// who speaks.
pub(super) fn is_object(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> bool {
    let at = skip_titles(passage, sentence, name.tokens.start);
    // `Forest firefighters`: a common noun is named with what stands before it.
    let is_common = !starts_upper(passage.tokens.raw(name.tokens.start)) && at == name.tokens.start;
    let kind = at > sentence.start + 1 && is_common && is_plain_word(passage, at - 1);
    let of_kind = kind && matches!(passage.tokens.folded(at - 2), "of" | "for");
    // `With police saying that`.
    let saying = name.tokens.end;
    let speaks = saying < sentence.end
        && passage.tokens.folded(saying).ends_with("ing")
        && passage.lexicon.tells(&passage.stems[saying]);
    // `Lyle blamed the ministry, saying that`.
    let is_blamed = at > sentence.start
        && name.tokens.end + 1 < sentence.end
        && passage.tokens.folded(name.tokens.end) == ","
        && passage.tokens.folded(name.tokens.end + 1).ends_with("ing")
        && is_plain_word(passage, at - 1);
    // `Filed in Lund County Circuit Court`: a longer name, of where it was.
    let is_upper = |at: usize| sentence.contains(&at) && starts_upper(passage.tokens.raw(at));
    let is_place = at > sentence.start
        && matches!(passage.tokens.folded(at - 1), "in" | "at" | "before" | "near")
        && is_upper(name.tokens.start)
        && is_upper(name.tokens.end);
    of_kind
        || is_place
        || is_of_counted(passage, sentence, at)
        || is_blamed
        || is_made_to(passage, sentence, name)
        || at > sentence.start && {
            let before = at - 1;
            let folded = passage.tokens.folded(before);
            !(folded == "with" && speaks)
                && matches!(
                    folded,
                    "to" | "with"
                        | "against"
                        | "of"
                        | "for"
                        | "from"
                        | "near"
                        | "unlike"
                        | "like"
                        | "than"
                        | "whatever"
                )
                || &passage.stems[before] == "tell"
        }
}
