//! Accounts that are named by what stands around them.
//!
//! ```text
//! The readout from X gives 75. The one from Y gives 40.    the readout from Y
//! A poll by X for the Herald found that 41                 X's, whoever paid for it
//! 75 minutes in X's version and 110 in Y's                 X's and Y's
//! By X's count it was 75. By Y's it was 110                the second is Y's
//! In her telling, X left. In his, Y left                   the second is of whoever else he can be
//! 75 on X's log, 110 in the register that Y keeps          the second is Y's
//! X's figure compares with Y's claim that it cost 40       Y's, whatever leads to it
//! ```

use super::acts::{is_demand, is_listing};
use super::besides::is_answered;
use super::clauses::{closes_clause, opens_clause};
use super::pronouns::can_be;
use super::saying::{VERB_REACH, skip_back, skip_titles};
use super::voices::{Reach, Voice};
use crate::corpus::BlockKind;
use crate::extract::Extracted;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, NameId, starts_upper};
use crate::text::TokenKind;
use std::ops::Range;

/// How many words may name for whom something was reckoned.
const CLIENT: usize = 8;
/// How many tokens before a preposition the number is looked for that stands right before it.
const MEASURED: usize = 6;
/// How many words may tell what a claim is like.
const DESCRIBED: usize = 2;
/// How many words may name to whom something is claimed.
const HEARERS: usize = 5;
/// How far before a `one` the account may stand that it means, in tokens.
const BACK: usize = 60;
/// How many sentences back the account may be named whose noun another one leaves out.
const BEFORE: usize = 3;
/// How far behind the preposition that leads to it an account may be named, in tokens.
const LED: usize = 8;
/// How many words may tell what kind of register it is that somebody keeps.
const KIND: usize = 4;

/// Whether a token is an account by what stands beside it. A `poll` is a vote elsewhere.
pub(super) fn is_account_here(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_poll = || word(at) == "poll" && matches!(word(at + 1), "by" | "from");
    passage.lexicon.is_account(&passage.stems[at]) || is_poll() || is_one_of_accounts(passage, sentence, at)
}

/// Whether a token is the `one` of `the one from X`, where an account was told of before.
fn is_one_of_accounts(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let is_one = matches!(word(at), "one" | "ones") && at > sentence.start && matches!(word(at - 1), "the" | "that");
    if !is_one {
        return false;
    }
    let here = passage.sentence_at(passage.tokens.get(at).span.start);
    let before = here.checked_sub(1).filter(|&of| passage.sentences[of].block == passage.sentences[here].block);
    let first = before.map_or(sentence.start, |of| passage.sentences[of].tokens.start);
    (first.max(at.saturating_sub(BACK))..at - 1).any(|at| passage.lexicon.is_account(&passage.stems[at]))
}

/// `Compares with the union's claim that`: where the words end by which somebody claims what follows. The name ends at a
/// token.
pub(super) fn claim_of(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    if matches!(word(end), "'s" | "'") { claim_behind(passage, sentence, end + 1) } else { None }
}

/// The same from behind whose it is: `latest assurance to the mayor that`.
pub(super) fn claim_behind(passage: &Passage<'_>, sentence: &Range<usize>, first: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let voices = passage.lexicon.voices;
    let claims = |at: usize| {
        sentence.contains(&at)
            && (voices.said.contents.contains(word(at))
                || voices.said.assertions.contains(word(at))
                || passage.lexicon.is_account_or_claim(&passage.stems[at]))
    };
    let noun = (first..first + 1 + DESCRIBED).find(|&at| !passage.carries_in(sentence, at) || claims(at))?;
    // `Its claim to the court that`.
    let hearers = (noun + 2..noun + 2 + HEARERS).find(|&at| !passage.carries_in(sentence, at) && word(at) != "the");
    let that = if word(noun + 1) == "to" { hearers.unwrap_or(noun + 1) } else { noun + 1 };
    // `The line that carries 40 trains`, `the story that made the headlines`: which one it is.
    let is_plain = |at: usize| passage.carries_in(sentence, at) && !starts_upper(passage.tokens.raw(at));
    let helps = |at: usize| passage.lexicon.contrast.helping.contains(word(at)) || word(at) == "'s";
    let next = that + 1;
    let is_verb = helps(next) || is_plain(next) && !is_plain(next + 1) && !helps(next + 1);
    let is_number = || sentence.contains(&next) && passage.is_count(next);
    (claims(noun) && word(that) == "that" && (is_number() || !is_verb)).then_some(noun + 1)
}

/// Where the words end that tell, behind whose it is, for whom it was made: `a poll by X for Radio Valleys`.
pub(super) fn past_client(passage: &Passage<'_>, sentence: &Range<usize>, end: usize) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let names = |at: &usize| {
        let token = passage.tokens.get(*at);
        let small = matches!(word(*at), "the" | "a" | "an" | "of" | "and" | "'s");
        small || token.kind == TokenKind::Digits || starts_upper(passage.tokens.raw(*at))
    };
    let client = end + 1..(end + 1 + CLIENT).min(sentence.end);
    let named = client.clone().take_while(names).count();
    (matches!(word(end), "for" | "with") && named > 0 && named < client.len()).then_some(end + 1 + named)
}

/// `75 minutes in the union's version and 110 in the port's`: whether a preposition leads, right behind a number, to the
/// account by which it is so; of the second the account may be left out. The name ends at a token.
pub(super) fn is_measure(passage: &Passage<'_>, sentence: &Range<usize>, first: usize, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let is_account = |at: usize| {
        let reckons = |at: usize| passage.lexicon.is_account(&passage.stems[at]) || word(at) == "version";
        sentence.contains(&at) && reckons(at)
    };
    if first == sentence.start || !matches!(word(first), "in" | "on" | "by") {
        return false;
    }
    let near = first.saturating_sub(MEASURED).max(sentence.start)..first;
    let ends = |at: usize| at == first || at + 1 == first && passage.carries(at);
    let is_paired = || is_account(end + 1) && has_pair_behind(passage, sentence, end + 2);
    let counts = |value: &Extracted| ends(passage.tokens_of(value.span).end) && (!value.is_moment() || is_paired());
    if !passage.values_in(passage.span_of(&near)).any(counts) {
        return false;
    }
    let closes = |at: usize| matches!(word(at), "" | "." | "," | ";" | ")" | "!" | "and" | "but" | "while");
    if is_account(end + 1) {
        return closes(end + 2);
    }
    // `…, and 110 in the port's`.
    let led = (sentence.start..first).any(|at| word(at) == word(first) && (at + 1..at + 8).any(is_account));
    closes(end + 1) && (led || follows_account(passage, first, end, Some(word(first))))
}

/// `At 9 on the firm's log, at 10 on the port's`: whether the next number, right behind what parts two, is told by an
/// account as well.
fn has_pair_behind(passage: &Passage<'_>, sentence: &Range<usize>, comma: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let small = |at: &usize| matches!(word(*at), "," | ";" | "and" | "but" | "at" | "on");
    let first = (comma..sentence.end).find(|at| !small(at)).filter(|&first| first > comma);
    let value = first.and_then(|first| passage.value_around(passage.tokens.get(first).span));
    value.is_some_and(|value| matches!(word(passage.tokens_of(value.span).end), "in" | "on" | "by"))
}

/// `In the union's version it took 11 days. In the port's, it took four`, `the port's has four`: where the words begin and
/// end by which a name has an account whose noun only the one before it has.
pub(super) fn unnamed_account(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let (owned, next) = (name.tokens.end, name.tokens.end + 1);
    if !matches!(word(owned), "'s" | "'") {
        return None;
    }
    let start = skip_titles(passage, sentence, name.tokens.start);
    if passage.lexicon.voices.having_it.contains(word(next)) {
        // `The port's is a hut on the quay`.
        let is_level = |at: usize| {
            let measured =
                matches!(word(at), "one" | "of" | "that" | "about" | "nearly" | "almost" | "higher" | "lower");
            measured || sentence.contains(&at) && passage.is_in_value(passage.tokens.get(at).span)
        };
        if matches!(word(next), "is" | "was") && !is_level(next + 1) {
            return None;
        }
        let begins = opens_clause(passage, sentence, start) || start > 0 && matches!(word(start - 1), "," | "and");
        return (begins && follows_account(passage, start, owned, None)).then_some(start..next);
    }
    let lead = start.checked_sub(1).filter(|&lead| matches!(word(lead), "in" | "on" | "by"))?;
    let goes_on = matches!(word(next), "," | "there") || passage.lexicon.subjects.contains(word(next));
    let begins = goes_on && sentence.contains(&lead) && opens_clause(passage, sentence, lead);
    (begins && follows_account(passage, lead, owned, Some(word(lead)))).then_some(lead..next)
}

/// Whether an account is named before a token, of somebody else than the name that ends at another, and behind the same
/// preposition where there is one.
fn follows_account(passage: &Passage<'_>, before: usize, end: usize, lead: Option<&str>) -> bool {
    account_before(passage, before, lead).is_some_and(|owner| {
        let same = |of: Range<usize>, name: &NameAt| passage.names_in(of).any(|other| other.id == name.id);
        !passage.names_in(end - 1..end).any(|name| same(owner.clone(), name))
    })
}

/// Whose account is named last before a token, in its sentence or a little earlier: the words between what leads to it and
/// its noun.
fn account_before(passage: &Passage<'_>, before: usize, lead: Option<&str>) -> Option<Range<usize>> {
    let word = |at: usize| passage.tokens.folded(at);
    let here = passage.sentence_at(passage.tokens.get(before).span.start);
    let block = passage.sentences[here].block;
    let is_near = |index: &usize| {
        let sentence = &passage.sentences[*index];
        sentence.kind == BlockKind::Paragraph && (sentence.block == block || index + 1 == here)
    };
    let sentences = (here.saturating_sub(BEFORE)..=here).rev().filter(is_near);
    let noun = |at: &usize| {
        let (word, voices) = (word(*at), passage.lexicon.voices);
        passage.lexicon.is_account(&passage.stems[*at]) || voices.views.contains(word) || voices.kept.contains(word)
    };
    sentences.into_iter().find_map(|index| {
        let tokens = &passage.sentences[index].tokens;
        let region = tokens.start..tokens.end.min(before);
        region.clone().rev().filter(noun).find_map(|noun| {
            let first = noun.saturating_sub(LED).max(region.start);
            let owned = (first..noun).rev().find(|&at| matches!(word(at), "'s" | "'"))?;
            let parts =
                |at: usize| matches!(word(at), "," | ";" | ":" | "\"") || passage.lexicon.says(&passage.stems[at]);
            let is_led = |at: &usize| lead.is_none_or(|lead| word(*at) == lead);
            let start = match lead {
                Some(_) => (first..owned).rev().find(is_led)? + 1,
                None => (first..owned).rev().take_while(|&at| !parts(at)).last()?,
            };
            (!(start..noun).any(parts)).then_some(start..noun)
        })
    })
}

/// `In Ms Roth's telling, the minister left. In his, the union did`: the account of whoever else is named there and a
/// pronoun can stand for.
pub(super) fn pronouns_account(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    may_speak: &dyn Fn(NameId) -> bool,
) -> Option<Voice> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let begins = |his: &usize| {
        let owns = matches!(word(*his), "his" | "hers" | "theirs") && word(his + 1) == ",";
        owns && matches!(word(his - 1), "in" | "on" | "by") && opens_clause(passage, sentence, his - 1)
    };
    let his = (sentence.start + 1..sentence.end).find(begins)?;
    let owner = account_before(passage, his - 1, Some(word(his - 1)))?;
    let pronoun = match word(his) {
        "hers" => "she",
        "theirs" => "they",
        _ => "he",
    };
    let told = &passage.sentences[passage.sentence_at(passage.tokens.get(owner.start).span.start)].tokens;
    let is_owner = |name: &NameAt| passage.names_in(owner.clone()).any(|other| other.id == name.id);
    let may_be = |name: &&NameAt| may_speak(name.id) && !is_owner(name) && can_be(passage, told, name, pronoun);
    let mut others = passage.names_in(owner.end..told.end.min(his)).filter(may_be);
    let name = others.next().filter(|first| others.all(|other| other.id == first.id))?;
    Some(Voice { named: his..his + 1, ..Voice::of(name, his - 1..his + 1, Reach::Forward) })
}

/// `40 in the register that the port keeps`, `on the books of the port`: where the words begin and end by which a thing is
/// so in what somebody keeps, and what they speak for.
pub(super) fn kept_by(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<(Range<usize>, Reach)> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let voices = passage.lexicon.voices;
    let start = skip_back(passage, sentence, name.tokens.start, |word| word == "the");
    let last = start.checked_sub(1).filter(|last| sentence.contains(last))?;
    let is_kept = voices.keeps.contains(word(name.tokens.end));
    let (noun, end) = match word(last) {
        "that" | "which" if is_kept => (last.checked_sub(1)?, name.tokens.end + 1),
        "of" if last > 0 && voices.kept.contains(word(last - 1)) => (last - 1, name.tokens.end),
        _ if is_kept => (last, name.tokens.end + 1),
        _ => return None,
    };
    let is_account = voices.kept.contains(word(noun)) || passage.lexicon.is_account(&passage.stems[noun]);
    let is_kind = |at: &usize| word(*at) == "the" || passage.carries_in(sentence, *at);
    let first = (noun.saturating_sub(KIND).max(sentence.start)..noun).rev().take_while(is_kind).last()?;
    let lead = first.checked_sub(1).filter(|&lead| matches!(word(lead), "in" | "on" | "by"))?;
    // `40 players on the books of the club`: these are what it has.
    let is_stock = word(lead) == "on" && word(noun) == "books";
    if !is_account || is_stock || !sentence.contains(&lead) {
        return None;
    }
    let ahead = opens_clause(passage, sentence, lead) && !closes_clause(passage, sentence, end);
    Some((lead..end, if ahead { Reach::Forward } else { Reach::Backward }))
}

/// `In its annual report the firm values the land at 40 million`: where the words begin and end by which a sentence is told in
/// the account of whoever it is of.
pub(super) fn in_own_account(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<Range<usize>> {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let first = sentence.start;
    let its = first + 1;
    if word(first) != "in" || !matches!(word(its), "its" | "their" | "his" | "her") {
        return None;
    }
    let voices = passage.lexicon.voices;
    let is_account = |at: &usize| {
        let stem = || passage.lexicon.is_account(&passage.stems[*at]);
        sentence.contains(at) && (stem() || voices.writings.contains(word(*at)) || voices.kept.contains(word(*at)))
    };
    let mut near = (its + 1..its + 1 + KIND).take_while(|&at| word(at) == "own" || passage.carries_in(sentence, at));
    let noun = near.find(is_account)?;
    let start = skip_titles(passage, sentence, name.tokens.start);
    let comma = start.checked_sub(1).filter(|&comma| comma > noun && word(comma) == ",");
    // `In its annual report, out on 5 March, the firm`.
    let is_aside = |comma: usize| word(noun + 1) == "," && !(noun + 2..comma).any(|at| word(at) == ",");
    let begins = start == noun + 1 || comma.is_some_and(|comma| comma == noun + 1 || is_aside(comma));
    let does = passage.carries_in(sentence, name.tokens.end) || matches!(word(name.tokens.end), "has" | "have");
    (begins && does).then_some(first..name.tokens.end)
}

/// `X's records`, `X's own figures`, `X spokesman`: where the account ends.
pub(super) fn account_after(passage: &Passage<'_>, sentence: &Range<usize>, name: &NameAt) -> Option<usize> {
    let limit = (name.tokens.end + VERB_REACH).min(sentence.end);
    // `The unions' number`.
    let owns = |at: usize| at == name.tokens.end && passage.tokens.folded(at) == "'";
    let is_sign = |at: usize| passage.tokens.get(at).kind == TokenKind::Sign && passage.tokens.folded(at) != "-";
    let stop = |at: &usize| is_sign(*at) && !owns(*at);
    let end = (name.tokens.end..limit).find(stop).unwrap_or(limit);
    let account = (name.tokens.end..end).find(|&at| passage.lexicon.is_account(&passage.stems[at]))?;
    // `The agency's website was down for nine days`: a thing.
    let is_thing = matches!(passage.tokens.folded(account), "site" | "website" | "sites" | "websites");
    let next = if account + 1 < sentence.end { passage.tokens.folded(account + 1) } else { "" };
    if is_thing && (passage.lexicon.contrast.helping.contains(next) || passage.lexicon.stance.came.contains(next)) {
        return None;
    }
    // `Of which the army accounts for 74`: a part.
    let is_part = passage.tokens.folded(account).starts_with("account") && next == "for";
    if is_part
        || is_demand(passage, account, sentence.end)
        || is_listing(passage, account, sentence.end)
        || is_answered(passage, sentence, name)
    {
        return None;
    }
    // `The governor's critics put the toll at 40`.
    let finite = |at: usize| {
        passage.lexicon.voices.finite.contains(passage.tokens.folded(at)) || passage.tokens.folded(at) == "put"
    };
    // `The police rejected claims of 200,000 marchers`.
    let is_object = account == name.tokens.end + 1
        && passage.lexicon.denial.denying.contains(passage.tokens.folded(name.tokens.end));
    let direct = account <= name.tokens.end + 1 && !is_object
        || passage.tokens.folded(name.tokens.end) == "'s" && !(name.tokens.end..account).any(finite);
    direct.then_some(account + 1)
}

/// A name that itself names an account: `the Russian readout`. An official does other things than to speak.
pub(super) fn is_account_name(passage: &Passage<'_>, name: &NameAt) -> bool {
    let is_person = |at: usize| passage.lexicon.voices.tellers.contains(&passage.stems[at]);
    // `The Ledger` is a newspaper.
    let is_title = passage.is_proper(name) && name.tokens.clone().filter(|&at| passage.carries(at)).count() == 1;
    !is_title && name.tokens.clone().any(|at| passage.lexicon.is_account(&passage.stems[at]) && !is_person(at))
}
