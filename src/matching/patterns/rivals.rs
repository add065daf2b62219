//! Of two values of a sentence, whether the words of a pattern are those of one and not of the other.
//!
//! ```text
//! the union asked for 8 and the firm offered 4         the firm offered no 8
//! have met six times – twice in Vienna                 twice is a part of the six
//! two people have died and 23 people fell ill          the 23 have a verb of their own
//! on Sunday morning it went off at 2.51am              one time, the finer
//! ```

use super::align::Scene;
use super::hit::Hit;
use crate::extract::Extracted;
use crate::matching::passage::Passage;
use crate::text::TokenKind;
use crate::value::{Moment, Precision, Value};
use std::ops::Range;

/// Whether the words that a pattern has before its value are those of another one, over an `and`:
/// of `the union asked for 8 and the firm offered 4` the firm offered no 8.
pub(super) fn takes_words(scene: &Scene<'_, '_>, other: &Hit, hit: &Hit) -> bool {
    let value = |hit: &Hit| hit.value_span.map(|span| scene.passage.tokens_of(span));
    let (Some(own), Some(others)) = (value(hit), value(other)) else { return false };
    let is_last =
        || behind_slot(&hit.pattern).split_whitespace().all(|part| part.starts_with('[') && part.ends_with(']'));
    let turned = hit.pattern == other.pattern && own.start == hit.tokens.start && is_last();
    let in_order =
        others.end == other.tokens.end && own.end <= other.tokens.start && other.tokens.start < hit.tokens.end;
    let joins = |at: usize| matches!(scene.passage.tokens.folded(at), "," | ";" | "and" | "but" | "while");
    // `Haldane has 12 votes and Voss 9`: the words that lead right up to the one are not those of the other.
    let leads = || turned && other.score > hit.score && others.start > other.tokens.start && carries_on(scene, &others);
    let ahead = turned && in_order && ((own.end..other.tokens.start + 1).any(joins) || leads());
    // `The union says 26 because two of them left`: of what gives the reason nobody says so.
    let gives_reason = hit.pattern == other.pattern
        && hit.tokens.start == other.tokens.start
        && others.end < own.start
        && (others.end..own.start)
            .rev()
            .find(|&at| scene.passage.tokens.folded(at) == "because")
            .is_some_and(|reason| !has_words_in(scene, hit, reason + 1..own.start));
    // A voice of its own may leave out the words.
    let speaks = |at: usize| scene.passage.lexicon.says(&scene.passage.stems[at]);
    let is_told = (others.end..own.start).any(speaks);
    // `Two died, taking 54 to the hospital`.
    let behind = others.start == other.tokens.start
        && own.end == hit.tokens.end
        && other.tokens.contains(&hit.tokens.start)
        && (other.tokens.end..own.start).any(joins);
    // `Two people have died and 23 people fell ill`: the verb is that of the two.
    let of_first = others.end <= hit.tokens.start
        && other.tokens.contains(&hit.tokens.start)
        && hit.tokens.start < own.start
        && joins(own.start - 1)
        && hit.tokens.end > own.end;
    // `The crowd was of 12,000, but 300 stayed away`: no word of the pattern stands with the 300.
    let word = |at: usize| scene.passage.tokens.folded(at);
    let chained = hit.tokens.start == other.tokens.start
        && others.end == other.tokens.end
        && own.end == hit.tokens.end
        && others.end < own.start
        && (others.end..own.start).any(joins)
        && !has_words_between(scene, hit, &others, &own)
        && (joins(own.start - 1) || !scene.passage.lexicon.is_function_word(word(own.start - 1)));
    (ahead
        || gives_reason
        || is_last() && is_day_of_subject(scene, other, hit, &own, &others)
        || is_word_of(scene, other, &own)
        || takes_verb(scene, other, hit, &own, &others)
        || runs_over(scene, other, hit, &own, &others)
        || is_led(scene, other, hit, &own, &others)
        || !is_told && (behind || of_first || chained || counts_part(scene, other, hit, &own, &others)))
        && other.score >= hit.score
}

/// `The decision not to show it on 12 March was taken on 10 March`: a day before the verb that leads to the other, of what the
/// sentence is about.
fn is_day_of_subject(scene: &Scene<'_, '_>, other: &Hit, hit: &Hit, own: &Range<usize>, others: &Range<usize>) -> bool {
    let is_day = |hit: &Hit| matches!(hit.value, Value::Date(_));
    let leads = other.tokens.start < own.start && own.end < others.start && others.end == other.tokens.end;
    let gap = own.end..others.start;
    let word = |at: usize| scene.passage.tokens.folded(at);
    // `The trial, which had been set for 24 November, will now open on 8 December`.
    let comma = (other.tokens.start..own.start).rev().find(|&at| word(at) == ",");
    let in_aside = comma.is_some_and(|comma| matches!(word(comma + 1), "which" | "who"));
    let parts = |at: usize| match word(at) {
        "," => !(in_aside && at == own.end),
        word => matches!(word, ";" | "and" | "or" | "but" | "to" | "-" | "–"),
    };
    is_day(hit)
        && is_day(other)
        && hit.pattern == other.pattern
        && other.score > hit.score
        && leads
        && !gap.clone().any(parts)
        && has_words_in(scene, other, gap)
}

/// What a pattern has behind its slot.
fn behind_slot(pattern: &str) -> &str {
    pattern.rsplit_once("{value}").map_or("", |(_, behind)| behind)
}

/// Whether a word stands right before a value, and no mark.
fn carries_on(scene: &Scene<'_, '_>, value: &Range<usize>) -> bool {
    value.start > scene.tokens.start && scene.passage.tokens.get(value.start - 1).kind == TokenKind::Word
}

/// `The eighth call between the two Prime Ministers`: a number that is one of the words of another one's pattern.
fn is_word_of(scene: &Scene<'_, '_>, other: &Hit, own: &Range<usize>) -> bool {
    let is_one = own.len() == 1 && other.tokens.contains(&own.start);
    is_one && words_of(&other.pattern.to_lowercase()).any(|word| word == scene.passage.tokens.folded(own.start))
}

/// `Spoke 31 times by phone and met six times`: the verb behind another clause's beginning is that of the number behind
/// it. (`She puts it at 31, and he says they met six times`: whoever only gives a number leaves the verb to the other.)
fn takes_verb(scene: &Scene<'_, '_>, other: &Hit, hit: &Hit, own: &Range<usize>, others: &Range<usize>) -> bool {
    if own.end > other.tokens.start || other.tokens.start >= others.start || hit.tokens.end <= other.tokens.start {
        return false;
    }
    let shared = other.tokens.start..others.start.min(hit.tokens.end);
    let gap = own.end..other.tokens.start + 1;
    let from = (scene.tokens.start..own.start)
        .rev()
        .find(|&at| parts_clauses(scene, at))
        .map_or(scene.tokens.start, |at| at + 1);
    // `Wrote to him 31 times` and not `wrote 31`.
    let says = |at: usize| is_verb_of_number(scene, at) && !(at + 1 == own.start && gives(scene, at));
    has_words_in(scene, hit, shared)
        && gap.clone().any(|at| parts_clauses(scene, at) || scene.passage.tokens.folded(at) == "that")
        && (from..own.start).any(says)
}

/// `64% of them voted, and 91.4% of those voting supported it`: what is told of the first ends before the second begins.
fn runs_over(scene: &Scene<'_, '_>, other: &Hit, hit: &Hit, own: &Range<usize>, others: &Range<usize>) -> bool {
    if own.end >= others.start || others.start != other.tokens.start || hit.tokens.end <= others.end {
        return false;
    }
    let Some(end) = (own.end..others.start).rev().find(|&at| parts_clauses(scene, at)) else { return false };
    // `Nine women and four minors, and that three of the hostages died`: behind the `that` nothing is said of the four.
    let word = |at: usize| scene.passage.tokens.folded(at);
    if matches!(word(end), "and" | "but") && end + 1 < others.start && word(end + 1) == "that" {
        return true;
    }
    if hit.tokens.end != other.tokens.end {
        return false;
    }
    // `Of those asked in Bor` says who they are.
    let is_told = |at: usize| {
        let before = scene.passage.tokens.folded(at - 1);
        at == own.end || matches!(before, "them" | "whom" | "has" | "have" | "had" | "was" | "were" | "did")
    };
    (own.end..end).any(|at| is_verb_of_number(scene, at) && !gives(scene, at) && is_told(at))
}

fn parts_clauses(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(scene.passage.tokens.folded(at), "," | ";" | "and" | "but" | "while")
}

/// A verb that tells more of a number than that somebody gives it.
fn is_verb_of_number(scene: &Scene<'_, '_>, at: usize) -> bool {
    let passage = scene.passage;
    let word = passage.tokens.folded(at);
    // `Has written`, and not `women`.
    let has = |at: usize| matches!(passage.tokens.folded(at), "has" | "have" | "had" | "been" | "was" | "were");
    let is_perfect = word.ends_with("en") && (at.saturating_sub(2).max(scene.tokens.start)..at).any(has);
    let is_past = word.len() > 3 && word.ends_with("ed") || is_perfect || passage.lexicon.stance.came.contains(word);
    passage.carries(at) && is_past && !passage.is_in_value(passage.tokens.get(at).span)
}

/// A verb by which somebody gives a number: `says`, `puts it at`.
fn gives(scene: &Scene<'_, '_>, at: usize) -> bool {
    let stem = &scene.passage.stems[at];
    let lexicon = scene.passage.lexicon;
    lexicon.is_account(stem) || lexicon.says(stem) && !matches!(stem, "spoken" | "speak")
}

/// `Was meant to last an hour, lasted four`: a word of the pattern stands with each.
fn has_words_between(scene: &Scene<'_, '_>, hit: &Hit, others: &Range<usize>, own: &Range<usize>) -> bool {
    has_words_in(scene, hit, others.end..own.start)
}

/// What stands between the signs of a pattern.
fn words_of(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split(|letter: char| !letter.is_alphanumeric())
}

/// Whether some tokens have a word of a hit's pattern.
fn has_words_in(scene: &Scene<'_, '_>, hit: &Hit, mut tokens: Range<usize>) -> bool {
    let is_word = |of: &&str| !of.is_empty() && !scene.passage.lexicon.is_function_word(of);
    let lower = hit.pattern.to_lowercase();
    let words = || words_of(&lower).filter(is_word).map(crate::text::stem);
    tokens.any(|at| words().any(|word| *word == scene.passage.stems[at]))
}

/// `Raised it from 40 to 52, with the railway at 18`, `paid 60 million into the fund, which stands at 210 million`: the word
/// that one pattern has before its value stands before that of the other, and none before this one.
fn is_led(scene: &Scene<'_, '_>, other: &Hit, hit: &Hit, own: &Range<usize>, others: &Range<usize>) -> bool {
    let Some((before, _)) = hit.pattern.rsplit_once("{value}").filter(|(_, rest)| rest.is_empty()) else {
        return false;
    };
    let led_by = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let leads = |value: &Range<usize>| {
        value.start > scene.tokens.start && scene.passage.tokens.folded(value.start - 1) == led_by
    };
    let is_word = !led_by.is_empty() && led_by.chars().all(char::is_alphabetic);
    let ends = others.end == other.tokens.end && other.tokens.start < others.start;
    // `Counted 9,000 in the crowd, which the police put at 12,000`: somebody gives the other.
    let says = |at: usize| scene.passage.lexicon.says(&scene.passage.stems[at]);
    let is_told = (own.end..others.start).any(says) || (others.end..own.start).any(says);
    is_word
        && ends
        && !is_told
        && hit.pattern == other.pattern
        && leads(others)
        && !leads(own)
        && shares(own, hit, other)
}

/// Whether a hit takes words of another for its own, whose value lies outside that one.
fn shares(own: &Range<usize>, hit: &Hit, other: &Hit) -> bool {
    let outside = own.end <= other.tokens.start || own.start >= other.tokens.end;
    outside && hit.tokens.start < other.tokens.end && other.tokens.start < hit.tokens.end
}

/// `Have met six times – twice in Vienna, once in Ankara`: what a comma or a dash sets behind a number, by the same
/// words, with neither a time nor a voice of its own, is a part of it.
fn counts_part(scene: &Scene<'_, '_>, other: &Hit, hit: &Hit, own: &Range<usize>, others: &Range<usize>) -> bool {
    let passage = scene.passage;
    let word = |at: usize| passage.tokens.folded(at);
    let is_apart = others.end < own.start && matches!(word(own.start - 1), "," | "-" | "–" | "—");
    if !is_apart
        || hit.tokens.start > other.tokens.start
        || hit.tokens.start == others.start
        || own.start < other.tokens.end
    {
        return false;
    }
    let parts = |at: &usize| matches!(word(*at), "," | ";" | ".");
    let end = (own.start..scene.tokens.end).find(parts).unwrap_or(scene.tokens.end);
    let span = passage.span_of(&(own.start..end));
    let is_time = |value: &Extracted| value.is_moment();
    let is_timed = passage.values_in(span).any(is_time)
        || passage.windows_from(span).next().is_some_and(|read| read.span.start < span.end);
    let is_told = (own.end..end).any(|at| passage.lexicon.says(&passage.stems[at]));
    !is_timed && !is_told
}

/// `The truce, agreed on Monday, takes effect on 8 October`: of two dates in the words of one pattern, the one that ends
/// them as the pattern does.
pub(super) fn in_order_of_each_pattern(passage: &Passage<'_>, hits: &[Hit]) -> Vec<Hit> {
    let value = |hit: &Hit| hit.value_span.map(|span| passage.tokens_of(span));
    let ends = |hit: &Hit| value(hit).is_some_and(|own| own.end == hit.tokens.end);
    let is_left = |hit: &Hit| {
        let better = |other: &Hit| {
            let shares = other.tokens.start < hit.tokens.end && hit.tokens.start < other.tokens.end;
            other.value_span != hit.value_span && ends(other) && !ends(hit) && shares && other.score > hit.score
        };
        !hits.iter().any(better)
    };
    hits.iter().filter(|hit| is_left(hit)).cloned().collect()
}

/// `On Sunday morning the alarm went off at 2.51am` gives one time: the finer, where one sentence has a minute and the
/// part of that day in which something happened.
pub(super) fn finest_of_each_day(mut hits: Vec<Hit>) -> Vec<Hit> {
    let moment = |hit: &Hit| if let Value::Date(moment) = &hit.value { Some(moment.clone()) } else { None };
    let all: Vec<Moment> = hits.iter().filter_map(moment).collect();
    let is_told = |part: &Moment| {
        let is_finer = |other: &Moment| other.precision > Precision::DayPart && other.first_day() == part.first_day();
        part.precision == Precision::DayPart && all.iter().any(is_finer)
    };
    hits.retain(|hit| !moment(hit).is_some_and(|part| is_told(&part)));
    hits
}
