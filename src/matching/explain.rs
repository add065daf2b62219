//! Why a sentence matched a topic, or did not.

use super::find_in_passage;
use super::mention::{FoundBy, Mention};
use super::passage::Passage;
use super::patterns::hit::Instead;
use super::patterns::hits::{attempts, ruled_out};
use super::prefilter::chances::Chance;
use super::stance::denial::Ahead;
use super::topics::{Topics, is_looked_for};
use crate::claims::{ClaimSet, Topic};
use crate::corpus::Corpus;
use crate::extract::fit::fit;
use crate::extract::{Extracted, Reading, Role};
use crate::text::Span;
use crate::value::Kind;

/// What became of one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// The sentence: bytes of the body.
    pub sentence: Span,
    /// The pattern that fits best, as written; empty where none comes near.
    pub pattern: String,
    /// How well it fits, 0 to 1.
    pub score: f64,
    /// What it had to reach.
    pub threshold: f64,
    /// What decided, as a fragment: `score below the threshold`.
    pub reason: String,
    /// Whether it is a mention.
    pub matched: bool,
}

/// Explains every sentence of an article for one topic, or only those that
/// touch a line of the file (1-based).
#[must_use]
pub fn explain(claims: &ClaimSet, corpus: &Corpus, topic: usize, article: usize, line: Option<u32>) -> Vec<Attempt> {
    let topics = Topics::new(claims);
    let of = &corpus.articles[article];
    let passage = Passage::read(of, claims, &topics.names);
    let looked_for = is_looked_for(&claims.topics[topic], of);
    let searched = looked_for.then(|| Chance::everywhere(topic, of));
    let mentions = find_in_passage(claims, &topics, &passage, article, searched.as_slice()).0;
    let wanted = |span: Span| line.is_none_or(|line| (of.line(span.start).0..=of.line(span.end).0).contains(&line));
    let sentences = (0..passage.sentences.len()).filter(|&index| wanted(passage.sentences[index].span));
    let attempt = |index: usize| {
        let sentence = passage.sentences[index].span;
        let here = mentions.iter().filter(|mention| mention.topic == topic && sentence.overlaps(&mention.span));
        let mention = here.max_by(|a, b| a.score.total_cmp(&b.score));
        let best = attempts(&claims.topics[topic], &topics.probes[topic], &passage, index)
            .into_iter()
            .max_by(|a, b| a.score.total_cmp(&b.score));
        let threshold = topics.probes[topic].threshold;
        let (pattern, score) = best.map_or((String::new(), 0.0), |hit| (hit.pattern, hit.score));
        if let Some(mention) = mention {
            // Of a cell, an answer or a correction.
            let elsewhere = mention.found_by == FoundBy::Pattern && score < threshold;
            let told = if elsewhere { ": its words stand in a head, a question or a statement beside it" } else { "" };
            let against = taken_back(&passage, mention);
            let reason = format!("a mention, found by {}{told}{against}", mention.found_by.name());
            let score = score.max(mention.score);
            return Attempt { sentence, pattern, score, threshold, reason, matched: true };
        }
        let others = ruled_out(&claims.topics[topic], &topics.probes[topic], &passage, index);
        let is_missed = looked_for && score < threshold;
        let near = others.iter().max_by(|a, b| a.score.total_cmp(&b.score)).filter(|_| score <= 0.0);
        let (pattern, score) = near.map_or((pattern, score), |near| (near.pattern.clone(), near.score));
        let other = others.into_iter().filter(|hit| is_missed && hit.score >= threshold);
        if let Some((hit, word)) = other.filter_map(|hit| hit.instead.map(|word| (hit, word))).next() {
            let (word, does) = match word {
                Instead::Another(word) => (word, "makes it say another thing"),
                Instead::TakenBack(word) => (word, "takes it back or leaves it open"),
            };
            let reason = format!("fits, but `{}` {does}", passage.tokens.raw(word));
            return Attempt { sentence, pattern: hit.pattern, score: hit.score, threshold, reason, matched: false };
        }
        let is_dayless = claims.topics[topic].kind == Kind::Date && states_clock(&passage, sentence);
        let left_out = || left_out(&passage, &claims.topics[topic], sentence);
        let reason = match reason(looked_for, score, threshold) {
            Some(reason) => reason.to_owned(),
            None if is_dayless => DAYLESS.to_owned(),
            None => left_out().unwrap_or_else(|| far(&passage, &claims.topics[topic], sentence)),
        };
        Attempt { sentence, pattern, score, threshold, reason, matched: false }
    };
    sentences.map(attempt).collect()
}

/// Why a clock time is no date.
const DAYLESS: &str = "no pattern comes near, or nothing says of which day its clock time is (the topic's `during`, or the \
                       event that it `dates`, would)";

/// Why a value that the topic could have is none: what it does in its sentence.
fn left_out(passage: &Passage<'_>, topic: &Topic, sentence: Span) -> Option<String> {
    passage.values_in(sentence).find_map(|value| {
        let measure = value.reading.measure().filter(|_| !matches!(value.reading, Reading::Ordinal(_)))?;
        let does = match measure.role {
            Role::Former => "is what was before, or what another value is measured by",
            Role::Increment => "is what was added",
            Role::Denied => "is denied",
            _ => return None,
        };
        fit(&value.reading, topic.kind, topic.unit.as_deref())?;
        let written = value.span.of(&passage.article.body);
        Some(format!("`{written}` {does}, and no pattern has the words of that"))
    })
}

/// Whether a sentence states a clock time that has no day beside it.
fn states_clock(passage: &Passage<'_>, sentence: Span) -> bool {
    let is_clock = |reading: &Reading| match reading {
        Reading::Moment(when) => when.moment.is_none() && when.clock.is_some(),
        _ => false,
    };
    passage.values_in(sentence).any(|value| is_clock(&value.reading))
}

/// That a mention is held against nothing, and which word before it makes it so.
fn taken_back(passage: &Passage<'_>, mention: &Mention) -> String {
    if !mention.stance.is_withheld {
        return String::new();
    }
    let start = passage.tokens_of(mention.span).start;
    let sentence = passage.sentences[passage.sentence_at(mention.span.start)].tokens.clone();
    let word = Ahead { passage, sentence, start }.taken_back_from_afar();
    let told = word.map_or("it is not stated as so".to_owned(), |word| {
        format!("`{}` takes it back or leaves it open", passage.tokens.raw(word))
    });
    format!("; held against nothing: {told}")
}

/// Why nothing came of a sentence, where anything of a pattern was found in it or it was not looked at.
fn reason(looked_for: bool, score: f64, threshold: f64) -> Option<&'static str> {
    if !looked_for {
        return Some("the topic does not look in this article (`articles` or `published`)");
    }
    if score >= threshold {
        return Some("fits, but is not about the topic's `during` or `only`, or another answer fits as well");
    }
    (score > 0.0).then_some("the score is below the threshold")
}

/// Why nothing of a pattern was found.
fn far(passage: &Passage<'_>, topic: &Topic, sentence: Span) -> String {
    let kind = topic.kind.name();
    if !topic.kind.has_slot() {
        return "no pattern comes near".to_owned();
    }
    let is_value = |value: &Extracted| fit(&value.reading, topic.kind, topic.unit.as_deref()).is_some();
    match passage.values_in(sentence).any(is_value) {
        true => format!("the sentence states a {kind}, and no pattern comes near"),
        false => format!("the sentence states no {kind}"),
    }
}
