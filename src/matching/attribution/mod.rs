//! Who says what a place states.
//!
//! The voice of its own sentence decides, the nearest that can speak for the
//! value; then the one who is being quoted; then the passage, when the
//! sentence carries on what the one before said; then whoever is interviewed; then the caption of a row.
//! Otherwise the article speaks: the claimant whose readout it is, or the
//! outlet in its own voice.

mod accounts;
mod acts;
mod antecedent;
mod apart;
mod asides;
mod besides;
mod bystanders;
mod carried;
mod clauses;
mod compared;
mod deeds;
mod described;
mod dissent;
mod documents;
mod gaps;
mod heralds;
mod holders;
pub(super) mod interview;
mod inverted;
mod labels;
mod naming;
pub(super) mod nested;
mod opinion;
mod outsiders;
mod papers;
mod persons;
mod place;
mod pronouns;
mod questions;
mod quoted;
mod rebuttals;
mod reduced;
pub mod relays;
mod resumed;
mod rows;
mod saying;
mod shown;
mod somebody;
mod speakers;
mod stating;
mod tags;
mod teller;
mod titles;
mod unlisted;
mod views;
pub mod voices;
mod witnessed;
mod wordings;

pub(super) use carried::is_of_earlier_account;
pub use place::Place;
pub use quoted::of_quotation;
pub use speakers::Speakers;

use super::passage::Passage;
use super::passage::names::{NameAt, NameId};
use crate::corpus::BlockKind;
use crate::text::Span;
use carried::{carried_on, framed, own_figure};
use deeds::is_deed_of;
use documents::gave_out;
use gaps::find_gapped;
use holders::{denier, holder, owner, reporter};
use interview::interviewee;
use labels::labelled;
use place::{gap, has_name};
use quoted::{is_pronoun, others_say, quoted};
use rows::{is_of_label, of_row};
use speakers::voices_of;
use std::ops::Range;
use voices::{Reach, Voice, beside};
use witnessed::{is_beside_count, own_count};

/// Who says it, and the words that tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributed {
    /// Who; `None` is somebody whom the claims file does not name.
    pub id: Option<NameId>,
    /// The words that name them.
    pub span: Span,
}

/// Finds who states what stands at a place; `None` leaves it to the article.
#[must_use]
pub fn attribute(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>) -> Option<Attributed> {
    let kind = passage.sentences[place.sentence].kind;
    if kind == BlockKind::Row {
        return of_row(passage, speakers, place);
    }
    let own = voices_of(passage, speakers, place.sentence);
    // `They have met five times, by our count`: nobody carries it on.
    let counted = own_count(passage, place);
    let speaks = |voice: &&Voice| counted.is_none_or(|counted| !is_beside_count(passage, voice, counted));
    let own: std::rc::Rc<[Voice]> = if counted.is_some() { own.iter().filter(speaks).cloned().collect() } else { own };
    if let Some(other) = others_say(passage, place, &own) {
        return Some(other);
    }
    let quoted = || quoted(passage, speakers, place.sentence, place.tokens.start);
    // `“A nurse told me that 40 died,” X said`: whoever is quoted says what others told them.
    let told = |voice: &Voice| voice.id.is_none() && in_one_quotation(passage, &voice.named, &place.tokens);
    if own.iter().any(told) {
        let outer: Vec<Voice> = own.iter().filter(|voice| !told(voice)).cloned().collect();
        let found = own_voice(passage, speakers, place, &outer).or_else(quoted);
        return found.or_else(|| own_voice(passage, speakers, place, &own));
    }
    let found = own_voice(passage, speakers, place, &own).or_else(quoted);
    // `“Give them room,” he said`: of whom it is not told who he is, what he says.
    let is_named = |by: &Attributed| by.id.is_some() || !is_pronoun(passage, by.span);
    let carried = found.or_else(|| {
        counted.is_none().then_some(())?;
        let carried = own_figure(passage, speakers, place).or_else(|| carried_on(passage, speakers, place))?;
        if is_named(&carried) { Some(carried) } else { of_quotation(passage, place).or(Some(carried)) }
    });
    let carried = carried.or_else(|| counted.is_none().then(|| framed(passage, speakers, place)).flatten());
    let claimants = &speakers.claimants;
    let asked = carried.or_else(|| interviewee(passage, claimants, place.sentence));
    asked.or_else(|| gave_out(passage, claimants, place.sentence))
}

/// Whether two places stand between the same quotation marks.
fn in_one_quotation(passage: &Passage<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let (one, other) = (passage.span_of(one), passage.span_of(other));
    let around = passage.quotation_around(one);
    around.is_some_and(|at| passage.quotations[at].span.contains(&other))
}

/// Those who state it with the one found: `the police and the union both said`.
#[must_use]
pub fn also(passage: &Passage<'_>, speakers: &Speakers, found: &Attributed) -> Vec<Attributed> {
    let sentence = &passage.sentences[passage.sentence_at(found.span.start)].tokens;
    let may_speak = |id: NameId| speakers.claimants.contains(&id);
    let others = beside(passage, sentence, &passage.tokens_of(found.span), &may_speak);
    others.into_iter().map(|name| Attributed { id: Some(name.id), span: passage.span_of(&name.tokens) }).collect()
}

fn attributed(passage: &Passage<'_>, voice: &Voice) -> Attributed {
    let words = if voice.id.is_some() { &voice.tokens } else { &voice.named };
    Attributed { id: voice.id, span: passage.span_of(words) }
}

/// `The police count 12 dead, aid groups 40 dead`: behind a voice and a value of its own.
fn gapped(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>, voices: &[Voice]) -> Option<Voice> {
    let spoken = |voice: &&Voice| {
        let counts = |rival: &&Range<usize>| voice.tokens.end <= rival.start && rival.end <= place.tokens.start;
        voice.reach == Reach::Forward && place.rivals.iter().any(|rival| counts(&rival))
    };
    voices.iter().find(spoken)?;
    let may_speak = |id: NameId| speakers.claimants.contains(&id) || speakers.entities.contains(&id);
    let until = place.gapped_until(passage).unwrap_or(place.tokens.start);
    find_gapped(passage, &passage.sentences[place.sentence].tokens, until, &may_speak)
}

/// The voice of the sentence itself that speaks for the place: the nearest
/// that no other value parts from it, those before it first; then, where there
/// is none, any of its clause; then the only one there is.
fn own_voice(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>, voices: &[Voice]) -> Option<Attributed> {
    let owner = owner(passage, speakers, place).or_else(|| reporter(passage, speakers, place));
    if let Some(owner) = owner.or_else(|| holder(passage, speakers, place)) {
        return Some(owner);
    }
    let speaks = |voice: &&Voice| {
        place.tokens.start < voice.until
            && !place.is_in_aside_of(passage, voice)
            && !is_deed_of(passage, place, voice)
            && !place.is_telling(passage, voice)
            && !place.is_disputed(passage, voice)
            && !place.describes(passage, voice)
            && !place.is_against(passage, voice)
            && !place.is_before_consequence_of(passage, voice)
            && !place.is_compared_by(passage, voice)
            && !place.is_dissented_from(passage, voice)
            && !place.is_apart_from(passage, voice)
            && !is_of_cited(passage, voice, voices)
            && !(voice.reach == Reach::Backward && place.is_before_clause_of(passage, voice))
    };
    let voices: Vec<Voice> = voices.iter().filter(speaks).cloned().collect();
    let beside = elliptic(passage, speakers, place, &voices).or_else(|| gapped(passage, speakers, place, &voices));
    // `X says that it was A; Y that it was B`, where the second is asked for with Y's name.
    let begins = |voice: &Voice| voice.tokens.start == place.tokens.start && voice.tokens.end < place.tokens.end;
    let ahead =
        |voice: &&Voice| voice.reach == Reach::Forward && (voice.tokens.start < place.tokens.start || begins(voice));
    let behind = |voice: &&Voice| voice.reach == Reach::Backward && voice.tokens.end > place.tokens.start;
    // A passive puts its `by` before a later value: `counted by the police at`, `40, on its figures, eight of them`.
    let by = |voice: &&Voice| {
        matches!(passage.tokens.folded(voice.tokens.start), "by" | "on")
            && (voice.tokens.end..voice.tokens.end + 5).contains(&place.tokens.start)
    };
    let unparted = |voice: &&Voice| !place.is_parted_by_rival(voice);
    let same_clause = |voice: &&Voice| !gap(voice, place).any(|at| passage.tokens.folded(at) == ";");
    let near = voices.iter().rev().filter(ahead).find(unparted);
    let closing = voices.iter().filter(behind).filter(unparted).find(|voice| place.closes_with(passage, near, voice));
    let is_nearer = |voice: &&Voice| beside.as_ref().is_none_or(|beside| voice.tokens.end >= beside.tokens.start);
    // `X said so; 20 marched, Y said`: a clause that has a voice of its own.
    let own_clause = || voices.iter().filter(behind).filter(same_clause).find(unparted);
    let is_claimed = |voice: &&Voice| place.is_claimed_by(passage, voice) || place.is_left_to(passage, voice);
    let claimed = voices.iter().filter(behind).find(is_claimed);
    let claimed = claimed.or_else(|| voices.iter().find(|voice| place.is_part_behind(passage, voice)));
    let is_listed = |voice: &&Voice| voice.id.is_some();
    let only = || {
        // `12 died; the union said the pilot was to blame`.
        let starts = |voice: &&Voice| {
            voice.reach == Reach::Forward && voice.tokens.start >= place.tokens.end && !same_clause(voice)
        };
        let spoken = voices.iter().filter(|voice| is_listed(voice) && !starts(voice));
        let spoken = spoken.filter(|voice| !place.is_before_clause_of(passage, voice));
        spoken.into_iter().find(|voice| !place.is_before_bracket(passage, &voice.tokens))
    };
    let chosen = claimed
        .or(closing)
        .or(near)
        .filter(|voice| claimed.or(closing).is_some() || is_nearer(voice))
        .filter(|voice| !place.is_in_next_clause(passage, voice) || own_clause().is_none())
        .or(beside.as_ref())
        .or_else(own_clause)
        .or(near)
        .or_else(|| voices.iter().filter(behind).find(unparted))
        .or_else(|| voices.iter().filter(is_listed).rev().filter(by).find(unparted))
        .or_else(|| voices.iter().rev().filter(ahead).find(same_clause))
        .or_else(|| voices.iter().filter(behind).find(same_clause))
        .or_else(|| if place.rivals.is_empty() { only() } else { None })
        .or_else(|| voices.last().filter(|voice| place.goes_on_behind(passage, voice)));
    let chosen = chosen.map(|voice| attributed(passage, voice)).or_else(|| denier(passage, speakers, place));
    chosen.or_else(|| labelled(passage, speakers, place.sentence))
}

/// `Local radio said 40 died, citing the police`, `which the police confirmed`: who is not listed has
/// it from one who is, or one who is says so too.
fn is_of_cited(passage: &Passage<'_>, voice: &Voice, voices: &[Voice]) -> bool {
    let which = |at: usize| passage.tokens.folded(at) == "which";
    let confirms = |other: &Voice| {
        let (start, end) = (other.tokens.start, other.tokens.end);
        start > 1 && (which(start - 1) || which(start - 2)) && &passage.stems[end - 1] == "confirm"
    };
    let cited = |other: &Voice| {
        other.id.is_some()
            && other.tokens.start > voice.tokens.start
            && (passage.lexicon.citing.contains(&passage.stems[other.tokens.start]) || confirms(other))
    };
    voice.id.is_none() && voices.iter().any(cited)
}

/// `Peskov said 20, the Élysée 60`: a claimant right beside a value, where the
/// sentence has other values that other voices may speak for, or the claimant begins a part of it.
fn elliptic(passage: &Passage<'_>, speakers: &Speakers, place: &Place<'_>, voices: &[Voice]) -> Option<Voice> {
    let sentence = &passage.sentences[place.sentence].tokens;
    let make = |name: &NameAt| Voice::of(name, name.tokens.clone(), Reach::Forward);
    let passes = |at: usize| {
        let folded = passage.tokens.folded(at);
        matches!(
            folded,
            "," | ":"
                | "-"
                | "("
                | ")"
                | "at"
                | "the"
                | "it"
                | "a"
                | "an"
                | "only"
                | "just"
                | "with"
                | "put"
                | "had"
                | "said"
                | "counted"
                | "of"
                | "that"
                | "there"
                | "they"
                | "would"
                | "will"
                | "be"
                | "been"
                | "was"
                | "were"
                | "are"
                | "is"
                | "have"
                | "*"
        )
    };
    let names = |range: Range<usize>| {
        passage.names_in(range).filter(|name| speakers.claimants.contains(&name.id)).cloned().collect::<Vec<_>>()
    };
    let opens = |name: &NameAt, after: &[&str]| {
        let the = usize::from(passage.tokens.folded(name.tokens.start.saturating_sub(1)) == "the");
        let before = name.tokens.start.saturating_sub(the + 1);
        sentence.contains(&before) && after.contains(&passage.tokens.folded(before))
    };
    let gapped = place.gapped_until(passage);
    let first = gapped.unwrap_or(place.tokens.start).saturating_sub(8).max(sentence.start);
    let before = names(first..place.tokens.start);
    let near = before
        .into_iter()
        .rev()
        .filter(|name| !place.gives_to_rival(passage, name) && !place.has_object(passage, name))
        .filter(|name| passage.sentences[place.sentence].kind != BlockKind::Row || !is_of_label(passage, place, name))
        .filter(|name| !voices.iter().any(|voice| has_name(voice, name) && place.is_of_rival(passage, voice)))
        .find(|name| {
            // `The police give it as 300, the union as 900`, `the port says on June 11, the union on June 18`.
            let is_led_as = |at: usize| {
                let word = |at: usize| passage.tokens.folded(at);
                let leads = |rival: &Range<usize>| rival.start > 0 && word(rival.start - 1) == word(at);
                word(at) == "as" || word(at) == "on" && place.rivals.iter().any(leads)
            };
            let is_as = |at: usize| at + 1 == place.tokens.start && opens(name, &[",", "and"]) && is_led_as(at);
            name.tokens.end <= place.tokens.start
                && ((name.tokens.end..place.tokens.start).all(|at| passes(at) || is_as(at))
                    || gapped == Some(name.tokens.end) && opens(name, &[",", "and", ";", "while", "but"]))
        });
    let begins_part = |name: &NameAt| opens(name, &[";"]);
    if let Some(name) = near.filter(|name| !place.rivals.is_empty() || begins_part(name)) {
        return Some(make(&name));
    }
    if place.rivals.is_empty() {
        return None;
    }
    // `20 (Élysée)`, `20 for the police`, `20 by that of the police`.
    let beside = |end: usize| {
        let after = names(end..(end + 5).min(sentence.end));
        let joins = |at: usize| {
            let word = |at: usize| passage.tokens.folded(at);
            let is_that_of = |that: usize| matches!(word(that), "that" | "those") && word(that + 1) == "of";
            matches!(word(at), "(" | "for" | "by" | "from" | "the" | "per" | "according" | "to")
                || at + 1 < sentence.end && is_that_of(at)
                || at > sentence.start && is_that_of(at - 1)
        };
        let bracketed = |name: &NameAt| place.is_before_bracket(passage, &name.tokens);
        let is_beside = |name: &NameAt| name.tokens.start > end && (end..name.tokens.start).all(joins);
        after.into_iter().find(|name| is_beside(name) && !bracketed(name))
    };
    let near = beside(place.tokens.end).or_else(|| beside(place.whole.end.max(place.tokens.end)));
    near.map(|name| make(&name))
}
