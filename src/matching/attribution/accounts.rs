//! Accounts that are named by what stands around them.
//!
//! ```text
//! The readout from X gives 75. The one from Y gives 40.    the readout from Y
//! A poll by X for the Herald found that 41                 X's, whoever paid for it
//! 75 minutes in X's version and 110 in Y's                 X's and Y's
//! X's figure compares with Y's claim that it cost 40       Y's, whatever leads to it
//! ```

use super::acts::{is_demand, is_listing};
use super::besides::is_answered;
use super::saying::VERB_REACH;
use crate::extract::Extracted;
use crate::matching::passage::Passage;
use crate::matching::passage::names::{NameAt, starts_upper};
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
    let counts = |value: &Extracted| !value.is_moment() && ends(passage.tokens_of(value.span).end);
    if !passage.values_in(passage.span_of(&near)).any(counts) {
        return false;
    }
    let closes = |at: usize| matches!(word(at), "" | "." | "," | ";" | ")" | "!" | "and" | "but" | "while");
    if is_account(end + 1) {
        return closes(end + 2);
    }
    // `…, and 110 in the port's`.
    let led = (sentence.start..first).any(|at| word(at) == word(first) && (at + 1..at + 8).any(is_account));
    closes(end + 1) && led
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
    name.tokens.clone().any(|at| passage.lexicon.is_account(&passage.stems[at]) && !is_person(at))
}
