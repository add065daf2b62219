//! Where the patterns of a topic fit an article: hits, before anyone asks who
//! says it and about when.
//!
//! A place gets one hit: the best. Where two options of a choice fit a place
//! equally well, the text does not tell them apart, and neither does gainsay.

use super::align::{Aligned, Scene};
use super::candidates::{Candidate, Sort, candidates_for};
use super::compile::Variant;
use super::contrast::{another_thing, counts_another, is_joined_with_another, set_apart};
use super::counting_words::noughts;
use super::currency::in_another_currency;
use super::describing::is_of_noun;
use super::each::numbers_of_each;
use super::hit::{Hit, Instead, Wanted};
use super::intents;
use super::loose;
use super::parties::{does_nothing, is_among_others, is_with_others};
use super::plain::plain_hits;
use super::price::turns;
use super::questions;
use super::replaced::is_replaced;
use super::reversed::leads_other_way;
use super::rivals::{finest_of_each_day, in_order_of_each_pattern, takes_words};
use super::roles::{acts, does_itself, is_general, is_no_plan};
use super::whose::Taken;
use crate::claims::Topic;
use crate::extract::{Reading, Role};
use crate::matching::passage::Passage;
use crate::matching::passage::dates::told_behind;
use crate::matching::topics::{Probe, TopicProbe};
use crate::text::Span;
use crate::value::{Kind, Value};
use std::ops::Range;

/// What a value is worth whose words stand behind the whole that it is a part of: `36 out of 38 satellites`.
const PART: f64 = 0.95;

/// What a pattern must reach in a sentence that has nothing but names and numbers.
const WHOLE: f64 = 0.9;

/// The best fit for each candidate (for topics with a slot) or for the
/// sentence as a whole, whatever its score: what `why` shows.
#[must_use]
pub fn attempts(topic: &Topic, probe: &TopicProbe, passage: &Passage<'_>, sentence: usize) -> Vec<Hit> {
    fits(topic, probe, passage, sentence, Wanted::This(0.0))
}

/// The same of what says [another thing](super::contrast) in the same way, and is no hit.
#[must_use]
pub fn ruled_out(topic: &Topic, probe: &TopicProbe, passage: &Passage<'_>, sentence: usize) -> Vec<Hit> {
    fits(topic, probe, passage, sentence, Wanted::Another)
}

fn fits(topic: &Topic, probe: &TopicProbe, passage: &Passage<'_>, sentence: usize, wanted: Wanted) -> Vec<Hit> {
    let stated = candidates_for(topic, probe, passage, sentence);
    let mut hits = fits_of(&stated, topic, probe, passage, sentence, wanted);
    // Beside numbers they are no other values: `no` says nothing of what `three` counts.
    let none: Vec<Candidate> = noughts(topic, passage, sentence).collect();
    if !none.is_empty() {
        hits.extend(fits_of(&none, topic, probe, passage, sentence, wanted));
    }
    hits
}

pub(super) fn fits_of(
    candidates: &[Candidate],
    topic: &Topic,
    probe: &TopicProbe,
    passage: &Passage<'_>,
    sentence: usize,
    wanted: Wanted,
) -> Vec<Hit> {
    if topic.kind.has_slot() && candidates.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let forgives = wanted == Wanted::Another;
    let scene = if forgives { Scene::forgiving(passage, sentence) } else { Scene::of_sentence(passage, sentence) };
    let plans = intents::plans(passage, sentence).filter(|_| probe.asks_ahead);
    let passed = match topic.kind {
        Kind::Date => told_behind(passage, sentence),
        kind if !kind.has_slot() => set_apart(passage, &scene.tokens),
        _ => Vec::new(),
    };
    let negated = candidates.iter().filter_map(Candidate::negated_at);
    let scene = scene.passing_freely(negated.chain(plans).chain(passed));
    for part in &probe.probes {
        if topic.kind.has_slot() {
            hits.extend(slot_hits(&scene, probe, part, candidates, wanted));
        } else {
            hits.extend(plain_hits(&scene, part, wanted));
        }
    }
    hits
}

/// The hits of a topic in a sentence that reach its threshold.
#[must_use]
pub fn find_hits(topic: &Topic, probe: &TopicProbe, passage: &Passage<'_>, sentence: usize) -> Vec<Hit> {
    let tokens = &passage.sentences[sentence].tokens;
    // A question asks; it states nothing.
    let asks = topic.kind.has_slot() || matches!(topic.kind, Kind::Choice | Kind::Readout);
    let opening = questions::opening(passage, sentence);
    if asks && opening == Some(tokens.start) {
        return Vec::new();
    }
    let wanted = Wanted::This(probe.threshold);
    let mut hits = fits(topic, probe, passage, sentence, wanted);
    let is_asked = |hit: &Hit| asks && questions::is_asked(passage, sentence, hit.tokens.end);
    hits.retain(|hit| hit.score >= probe.threshold && !is_asked(hit));
    // `The ministry says six, the union five` says of what nowhere, and nothing of what a pattern adds to the names.
    if hits.iter().any(|hit| hit.score < WHOLE) && numbers_of_each(passage, sentence).is_some() {
        hits.retain(|hit| hit.score >= WHOLE);
    }
    if hits.is_empty() && topic.kind == Kind::Money {
        hits = in_another_currency(topic, probe, passage, sentence);
    }
    if topic.kind == Kind::Date {
        hits = finest_of_each_day(in_order_of_each_pattern(passage, &hits));
    }
    if topic.kind.has_slot() { best_of_each_value(hits) } else { best_of_each_place(&hits) }
}

fn slot_hits(
    scene: &Scene<'_, '_>,
    topic: &TopicProbe,
    probe: &Probe,
    candidates: &[Candidate],
    wanted: Wanted,
) -> Vec<Hit> {
    let inside: Vec<&Candidate> = candidates
        .iter()
        .filter(|candidate| scene.tokens.start <= candidate.tokens.start && candidate.tokens.end <= scene.tokens.end)
        .collect();
    // Nothing is told of what only names a thing: `the 5.38pm train`.
    let is_told = |candidate: &&&Candidate| {
        let value = scene.passage.value_around(candidate.span);
        value.is_none_or(|value| !is_of_noun(scene.passage, &candidate.tokens, &value.reading))
    };
    let slots: Vec<Range<usize>> = inside.iter().filter(is_told).map(|candidate| candidate.tokens.clone()).collect();
    let mut best: Vec<Option<Hit>> = vec![None; inside.len()];
    let forgives = wanted == Wanted::Another;
    for (pattern, variant) in variants(probe) {
        // What could not be better than all of them changes nothing, and nothing is better than
        // without any cost.
        let scores = best.iter().map(|hit| hit.as_ref().map_or(0.0, |hit: &Hit| hit.score));
        let worst = scores.fold(1.0, f64::min);
        if worst >= 1.0 {
            break;
        }
        if !loose::could_fit(scene, variant, wanted.least().max(worst)) {
            continue;
        }
        let strict = scene.align_slot(variant, &inside, wanted.least());
        let turns = turns(variant);
        for (which, aligned) in strict.into_iter().enumerate() {
            let is_turned = inside[which].sort == Sort::Turned;
            let of_same_date = |other: &Candidate| other.span.start == inside[which].span.start;
            let counted_on = || inside.iter().filter(|other| other.sort == Sort::Turned && of_same_date(other));
            if is_turned && !turns || turns && !is_turned && counted_on().next().is_some() {
                continue;
            }
            if variant.asks_age() && is_no_age(scene.passage, inside[which]) {
                continue;
            }
            let known = aligned.as_ref().map(|aligned| aligned.score).into_iter();
            let known = known.chain(best[which].as_ref().map(|hit| hit.score)).fold(0.0, f64::max);
            let reordered = if known < loose::BEST && may_be_reordered(scene, inside[which]) {
                loose::align(scene, variant, inside[which], &slots, wanted.least())
            } else {
                None
            };
            let is_wanted = |aligned: &Aligned| aligned.taken_back.is_none() || wanted == Wanted::Another;
            let own = inside[which].negated_at();
            let is_answer = |at: usize| topic.asks_ahead && intents::is_plan(scene.passage, &scene.tokens, at);
            let is_back = |at: &usize| Some(*at) != own && !is_answer(*at);
            let stated = |aligned: Aligned| Aligned { taken_back: aligned.taken_back.filter(is_back), ..aligned };
            let aligned = better(aligned.map(stated).filter(is_wanted), reordered.map(stated).filter(is_wanted));
            let Some(aligned) = aligned else { continue };
            // `They met on 3 May, a week before the order was signed`: the date of meeting.
            if !turns && counted_on().any(|other| aligned.tokens.end > other.tokens.end + 1) {
                continue;
            }
            let instead = |tokens| another_thing(scene.passage, variant, tokens, &scene.tokens);
            let (candidate, tokens) = (inside[which], &aligned.tokens);
            let taken = Taken { scene, topic, variant, candidate, all: &inside, tokens };
            let another = || {
                instead(tokens)
                    .or_else(|| instead(&candidate.tokens))
                    .or_else(|| counts_another(scene.passage, variant, &candidate.tokens, &scene.tokens))
                    .or_else(|| is_joined_with_another(scene.passage, variant, tokens, &scene.tokens))
                    .or_else(|| acts(scene, variant, tokens))
                    .or_else(|| does_nothing(scene, variant, tokens, &candidate.tokens))
                    .or_else(|| is_among_others(scene, variant, tokens))
                    .or_else(|| is_with_others(scene, variant, tokens, &candidate.tokens))
                    .or_else(|| does_itself(scene, variant, tokens))
                    .or_else(|| is_no_plan(scene, variant, tokens))
                    .or_else(|| is_general(scene, variant, tokens))
                    .or_else(|| leads_other_way(scene.passage, variant, tokens))
                    .or_else(|| is_replaced(scene, probe, variant, tokens, Some(&candidate.tokens)))
                    .or_else(|| taken.of_another())
            };
            let taken_back = aligned.taken_back.map(Instead::TakenBack);
            let instead = taken_back.or_else(|| another().map(Instead::Another));
            if instead.is_some()
                && !forgives
                && let Some(part) = taken.told_part()
            {
                let told = inside[part];
                let score = aligned.score * PART;
                if best[part].as_ref().is_none_or(|hit| hit.score < score) {
                    let tokens = tokens.start.min(told.tokens.start)..tokens.end;
                    let of_part = Aligned { tokens, score, ..aligned };
                    best[part] = Some(hit(scene, of_part, told.value.clone(), Some(told.span), pattern));
                }
                continue;
            }
            if !wanted.has(instead) {
                continue;
            }
            if best[which].as_ref().is_none_or(|hit| hit.score < aligned.score) {
                let (value, span) = (inside[which].value_for(variant, scene.passage), Some(inside[which].span));
                best[which] = Some(Hit { instead, ..hit(scene, aligned, value, span, pattern) });
            }
        }
    }
    let found: Vec<Hit> = best.into_iter().flatten().collect();
    let is_left = |hit: &Hit| !found.iter().any(|other| takes_words(scene, other, hit));
    found.iter().filter(|hit| is_left(hit)).cloned().collect()
}

/// Whether a length of time is not how old something is: what is `evacuated in 90 seconds` is not `90 seconds old`.
fn is_no_age(passage: &Passage<'_>, candidate: &Candidate) -> bool {
    let value = passage.value_around(candidate.span);
    value.is_some_and(|value| matches!(&value.reading, Reading::Duration(length, _) if length.role != Role::Age))
}

/// Whether the words around a value may stand in another order. Not around an
/// ordinal, which must stand before what it counts, and not around `the two`,
/// which counts whom the text has named already; nor around what says how long after something: `five minutes after the
/// rocket was lost`.
fn may_be_reordered(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let before = candidate.tokens.start.checked_sub(1).map(|at| scene.passage.tokens.folded(at));
    let named = before.is_some_and(|word| scene.passage.lexicon.pointing.contains(word));
    let end = candidate.tokens.end;
    let is_lag = scene.tokens.contains(&end)
        && matches!(scene.passage.tokens.folded(end), "after" | "before" | "later" | "earlier" | "ago")
        && !matches!(candidate.value, Value::Date(_));
    candidate.sort == Sort::Plain && !named && !is_lag
}

/// The variants of a probe's patterns, each with the pattern as written.
pub(in crate::matching) fn variants(probe: &Probe) -> impl Iterator<Item = (&str, &Variant)> {
    probe.patterns.iter().flat_map(|pattern| pattern.variants.iter().map(|variant| (pattern.text.as_str(), variant)))
}

fn better(a: Option<Aligned>, b: Option<Aligned>) -> Option<Aligned> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.score > a.score { b } else { a }),
        (a, b) => a.or(b),
    }
}

pub(super) fn hit(
    scene: &Scene<'_, '_>,
    aligned: Aligned,
    value: Value,
    value_span: Option<Span>,
    pattern: &str,
) -> Hit {
    let Aligned { tokens, score, .. } = aligned;
    Hit {
        tokens,
        value,
        value_span,
        score,
        pattern: pattern.to_owned(),
        sentence: scene.sentence,
        teller: None,
        instead: None,
    }
}

fn best_of_each_value(hits: Vec<Hit>) -> Vec<Hit> {
    let mut best: Vec<Hit> = Vec::new();
    for hit in hits {
        match best.iter_mut().find(|other| other.value_span == hit.value_span) {
            Some(other) if other.score < hit.score => *other = hit,
            Some(_) => {}
            None => best.push(hit),
        }
    }
    best
}

/// Of hits that overlap and answer the same question (a choice, or one point
/// of a readout) only the best stays; none where two answers tie.
fn best_of_each_place(hits: &[Hit]) -> Vec<Hit> {
    let rivals = |a: &Hit, b: &Hit| {
        let overlap = a.tokens.start < b.tokens.end && b.tokens.start < a.tokens.end;
        overlap && question(&a.value) == question(&b.value)
    };
    let beaten = |hit: &Hit| {
        hits.iter().any(|other| {
            let tie = (other.score - hit.score).abs() < 1e-9;
            rivals(hit, other)
                && (other.score > hit.score && !tie
                    || tie && other.value != hit.value
                    || tie
                        && other.value == hit.value
                        && (other.tokens.start, other.tokens.end) < (hit.tokens.start, hit.tokens.end))
        })
    };
    hits.iter().filter(|hit| !beaten(hit)).cloned().collect()
}

/// What a value without a slot answers: the topic, or one of its points.
fn question(value: &Value) -> Option<&str> {
    match value {
        Value::Point { point, .. } => Some(point),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::slice::from_ref;

    fn chosen(tokens: Range<usize>, option: &str, score: f64) -> Hit {
        answered(tokens, Value::Choice(option.to_owned()), score)
    }

    fn point(tokens: Range<usize>, point: &str, score: f64) -> Hit {
        answered(tokens, Value::Point { point: point.to_owned(), option: None }, score)
    }

    fn answered(tokens: Range<usize>, value: Value, score: f64) -> Hit {
        Hit { tokens, value, value_span: None, score, pattern: String::new(), sentence: 0, teller: None, instead: None }
    }

    #[test]
    fn of_answers_to_one_question_in_one_place_the_best_stays() {
        let (fire, fault) = (chosen(0..4, "fire", 0.8), chosen(2..6, "fault", 0.9));
        assert_eq!(best_of_each_place(&[fire.clone(), fault.clone()]), from_ref(&fault));
        assert_eq!(best_of_each_place(&[fault.clone(), fire.clone()]), from_ref(&fault));
        // Beside each other they are two statements.
        let beside = chosen(4..6, "fault", 0.9);
        assert_eq!(best_of_each_place(&[fire.clone(), beside.clone()]), [fire.clone(), beside.clone()]);
        assert_eq!(best_of_each_place(&[beside.clone(), fire.clone()]), [beside, fire]);
    }

    #[test]
    fn two_answers_that_tie_are_none() {
        let (fire, fault) = (chosen(0..4, "fire", 0.9), chosen(2..6, "fault", 0.9));
        assert_eq!(best_of_each_place(&[fire.clone(), fault]), []);
        // As good but for what computing leaves is a tie too.
        assert_eq!(best_of_each_place(&[fire.clone(), chosen(2..6, "fault", 0.9 + 1e-12)]), []);
        // A better third one settles it.
        let third = chosen(3..5, "third", 0.95);
        assert_eq!(best_of_each_place(&[fire, chosen(2..6, "fault", 0.9), third.clone()]), [third]);
    }

    #[test]
    fn of_one_answer_found_twice_the_first_stays() {
        let (early, late) = (chosen(0..4, "fire", 0.9), chosen(2..6, "fire", 0.9));
        assert_eq!(best_of_each_place(&[late.clone(), early.clone()]), from_ref(&early));
        let longer = chosen(0..5, "fire", 0.9);
        assert_eq!(best_of_each_place(&[longer, early.clone()]), from_ref(&early));
        // The same place twice is told apart nowhere.
        assert_eq!(best_of_each_place(&[early.clone(), early.clone()]), [early.clone(), early]);
    }

    #[test]
    fn points_of_a_readout_are_questions_of_their_own() {
        let (grain, gas) = (point(0..4, "grain", 0.8), point(2..6, "gas", 0.9));
        assert_eq!(best_of_each_place(&[grain.clone(), gas.clone()]), [grain.clone(), gas]);
        let again = point(2..6, "grain", 0.9);
        assert_eq!(best_of_each_place(&[grain, again.clone()]), [again]);
    }

    #[test]
    fn of_one_value_the_best_fit_stays() {
        let at = |start: usize, score: f64| Hit {
            value_span: Some(Span::new(start, start + 2)),
            ..chosen(0..1, "any", score)
        };
        let (worse, better, other) = (at(0, 0.7), at(0, 0.9), at(5, 0.6));
        for hits in [[&worse, &better, &other], [&better, &worse, &other]] {
            let hits = hits.map(Clone::clone).to_vec();
            assert_eq!(best_of_each_value(hits), [better.clone(), other.clone()]);
        }
        // Of equal ones the first, as the patterns are written.
        let equal = Hit { pattern: "second".to_owned(), ..better.clone() };
        assert_eq!(best_of_each_value(vec![better.clone(), equal]), [better]);
    }
}
