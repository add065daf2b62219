//! Another number for what the sentence before counts: `8,000 people marched, the police said. The
//! union put the figure at 25,000.`
//!
//! The second sentence has none of a pattern's words. It is taken where it calls its only number
//! `the figure`, or has it right behind a word of saying, and says nothing of what else is counted;
//! and where the sentence before has no other number that it could mean.
//!
//! ```text
//! 8,000 marched. The union put the figure at 25,000.             25,000, the union
//! 8,000 marched and 30 were held. The union spoke of 25,000.     nothing
//! 8,000 marched. The union put the number of stewards at 300.    nothing
//! They met seven times. The ministry says six, the union five.   6, the ministry; 5, the union
//! They meet on June 11. The union says June 18.                 June 18, the union
//! They met seven times, once for five hours. The union says it was three and a half.     of the hours
//! The call began at 4.19am. The union says 4.41am.              4.41am, the union
//! They met seven times. The ministry says six, but we kept a list.     6, the ministry
//! The Herald: They met seven times.
//!     Ada Lind: Six, and I was there.                           6, Ada Lind
//! ```

use super::ellipsis::{ends_there, is_pair};
use super::restated::{First, asks_for_figure, dissent, is_told_behind, only_disputes, tells_only_who};
use crate::claims::Topic;
use crate::corpus::BlockKind;
use crate::extract::{Extracted, Reading};
use crate::matching::passage::Passage;
use crate::matching::passage::clock_day::on_its_day;
use crate::matching::passage::names::starts_upper;
use crate::matching::patterns::candidates::{Candidate, Sort, candidates, in_unit_of};
use crate::matching::patterns::each::numbers_of_each;
use crate::matching::patterns::hit::Hit;
use crate::text::Span;
use crate::value::{Kind, Precision, Value};
use std::ops::Range;

/// How many sentences in a row may give another number.
const MOST: usize = 2;
/// In how many tokens a label names whoever speaks behind it.
const LABEL: usize = 5;

/// The hits of the sentences behind one with a single number.
pub(in crate::matching) fn find_others(topic: &Topic, passage: &Passage<'_>, hits: &[Hit]) -> Vec<Hit> {
    let [hit] = hits else { return Vec::new() };
    if topic.kind != Kind::Date && !topic.kind.is_amount() {
        return Vec::new();
    }
    let verb = verb_of(passage, hit);
    let mut others = Vec::new();
    let (mut is_disputed, mut is_asked) = (false, false);
    for sentence in (hit.sentence + 1..passage.sentences.len()).take(MOST + 1) {
        if !is_next(passage, sentence) || others.len() >= MOST {
            break;
        }
        let first = First { topic, verb, is_disputed, is_labelled: is_labelled(passage, hit) };
        let found =
            if is_asked { asked(topic, passage, sentence, hit) } else { in_next(passage, sentence, hit, first) };
        if !found.is_empty() {
            let before = (is_disputed || is_asked).then(|| sentence - 1);
            let teller = |found: &Candidate| teller(passage, sentence, before, found);
            let hit = |found: &Candidate| Hit {
                teller: teller(found),
                ..Hit::elsewhere(sentence, found, &hit.pattern, hit.score)
            };
            others.extend(found.iter().map(hit));
            (is_disputed, is_asked) = (false, false);
            continue;
        }
        let tokens = &passage.sentences[sentence].tokens;
        // `The union disagrees. It says 60.`, `The union's figure? 60.`
        if is_disputed || is_asked {
            break;
        }
        // `Seventy. That is how many died. The ministry says 63.`
        if passage.reads(tokens.clone(), &["that", "is"]) && numbers(passage, passage.sentences[sentence].span) == 0 {
            continue;
        }
        is_asked = asks_for_figure(passage, tokens, topic);
        is_disputed = !is_asked && only_disputes(passage, tokens);
        if !is_asked && !is_disputed {
            break;
        }
    }
    others
}

/// The first name before a number, or behind it; or in the sentence before, which disputes the first or asks for theirs.
fn teller(passage: &Passage<'_>, sentence: usize, before: Option<usize>, number: &Candidate) -> Option<Range<usize>> {
    let here = passage.sentences[sentence].tokens.clone();
    let first = |within: Range<usize>| passage.names_in(within).next().map(|name| name.tokens.clone());
    let own = first(here.start..number.tokens.start).or_else(|| first(number.tokens.end..here.end));
    own.or_else(|| first(passage.sentences[before?].tokens.clone()))
}

/// The numbers, or the day, that a sentence gives in the place of those before.
fn in_next(passage: &Passage<'_>, sentence: usize, hit: &Hit, first: First<'_>) -> Vec<Candidate> {
    let topic = first.topic;
    if topic.kind == Kind::Date {
        return other_day(passage, sentence, hit, first).into_iter().collect();
    }
    let found = of_each(topic, passage, sentence).or_else(|| Some(vec![another(passage, sentence, hit, first)?]));
    found.filter(|found| found.iter().all(|candidate| could_mean(passage, hit, candidate))).unwrap_or_default()
}

/// The number of a sentence that is nothing else, behind a question for somebody's figure.
fn asked(topic: &Topic, passage: &Passage<'_>, sentence: usize, hit: &Hit) -> Vec<Candidate> {
    let here = &passage.sentences[sentence];
    let Some(only) = only_value(passage, here.span) else { return Vec::new() };
    let all = candidates(topic, passage, sentence).into_iter().filter(|found| found.sort == Sort::Plain);
    let bare = hit.value_span.and_then(|of| in_unit_of(topic, passage, sentence, of));
    let found = all.chain(bare).find(|found| found.span.overlaps(&only.span));
    let is_mark = |at: usize| matches!(passage.tokens.folded(at), "." | "!" | "\"");
    let found = found.filter(|found| {
        let counted = usize::from(is_noun_again(passage, hit, found.tokens.end));
        found.tokens.start == here.tokens.start && (found.tokens.end + counted..here.tokens.end).all(is_mark)
    });
    found.filter(|candidate| topic.kind == Kind::Date || could_mean(passage, hit, candidate)).into_iter().collect()
}

/// Whether a token is the noun that stands behind the value of a hit: `12,000 people marched. … 40,000 people`.
fn is_noun_again(passage: &Passage<'_>, hit: &Hit, at: usize) -> bool {
    let noun = hit.value_span.map(|value| passage.tokens_of(value).end).filter(|noun| hit.tokens.contains(noun));
    at < passage.tokens.len() && noun.is_some_and(|noun| passage.stems[noun] == passage.stems[at])
}

/// `They meet on June 11, the ministry says. The union says June 18`: the day of a sentence, where that before has one as
/// well.
fn other_day(passage: &Passage<'_>, sentence: usize, hit: &Hit, first: First<'_>) -> Option<Candidate> {
    let value = hit.value_span?;
    let told = || passage.values_in(passage.sentences[hit.sentence].span);
    let own = told().find(|told| told.span.overlaps(&value))?;
    // `On 2 May, says the port, it began at 4.19am`: a day is no hour.
    let is_other = |other: &Extracted| !other.span.overlaps(&own.span) && (!is_hour(own) || is_hour(other));
    if told().any(is_other) {
        return None;
    }
    let tokens = passage.sentences[sentence].tokens.clone();
    let other = day_of_somebody(first, passage, tokens)?;
    let given = passage.values_in(other.span).next()?;
    (is_hour(given) == is_hour(own)).then_some(other)
}

/// Whether a value is a time of day, with its date or without.
fn is_hour(value: &Extracted) -> bool {
    let Reading::Moment(when) = &value.reading else { return false };
    when.clock.is_some() || when.moment.as_ref().is_some_and(|moment| moment.precision >= Precision::Hour)
}

/// Whether the paragraph of a hit begins with whose words it is: `The Herald: They met seven times.`
fn is_labelled(passage: &Passage<'_>, hit: &Hit) -> bool {
    let block = passage.sentences[hit.sentence].block;
    let first = passage.sentences.partition_point(|sentence| sentence.block < block);
    let Some(sentence) = passage.sentences.get(first) else { return false };
    let label = sentence.tokens.clone().take(LABEL);
    let named = label.take_while(|&at| starts_upper(passage.tokens.raw(at))).count();
    let colon = sentence.tokens.start + named;
    named > 0 && colon < sentence.tokens.end && passage.tokens.folded(colon) == ":"
}

fn only_value<'p>(passage: &'p Passage<'_>, within: Span) -> Option<&'p Extracted> {
    let mut values = passage.values_in(within);
    values.next().filter(|_| values.next().is_none())
}

/// `The union says June 18`, where a day is asked for: the only value of a clause that tells nothing but who gives it. What
/// somebody `said Friday` they said on that day.
pub(super) fn day_of_somebody(first: First<'_>, passage: &Passage<'_>, clause: Range<usize>) -> Option<Candidate> {
    if first.topic.kind != Kind::Date || clause.is_empty() {
        return None;
    }
    let day = only_value(passage, passage.span_of(&clause))?;
    let Reading::Moment(when) = &day.reading else { return None };
    let tokens = passage.tokens_of(day.span);
    let sentence = passage.sentence_at(day.span.start);
    let clock = || on_its_day(passage, Some(first.topic), sentence, when.clock?, &tokens);
    let is_led = || {
        let last = tokens.start.checked_sub(1).filter(|&last| last > clause.start)?;
        // What was said at an hour has `at` before it.
        let is_present = passage.tokens.folded(last).ends_with('s')
            || matches!(passage.tokens.folded(last), "say" | ":")
            || when.moment.is_none() && passage.lexicon.says(&passage.stems[last]);
        let ends = tokens.end >= clause.end || matches!(passage.tokens.folded(tokens.end), "." | "!" | ";");
        let tells = is_present && ends && tells_only_who(passage, clause.start..tokens.start, first);
        tells.then_some(())
    };
    let is_other = is_led().is_some() || is_told_behind(passage, &clause, &tokens, first);
    let value = Value::Date(when.moment.clone().or_else(clock).filter(|_| is_other)?);
    Some(Candidate { tokens, span: day.span, value, sort: Sort::Plain, currency: None })
}

/// `The ministry says six, the union five`: the numbers of a sentence that has nothing else.
fn of_each(topic: &Topic, passage: &Passage<'_>, sentence: usize) -> Option<Vec<Candidate>> {
    let numbers = numbers_of_each(passage, sentence)?;
    let all = candidates(topic, passage, sentence);
    let plain =
        |number: &Range<usize>| all.iter().find(|found| found.sort == Sort::Plain && found.tokens == *number).cloned();
    numbers.iter().map(plain).collect()
}

/// Whether a number can be another one for a hit, and for no other number of its sentence: `met seven times, once for five
/// hours. The union says it was three and a half`, or `four hours`.
fn could_mean(passage: &Passage<'_>, hit: &Hit, candidate: &Candidate) -> bool {
    if numbers(passage, passage.sentences[hit.sentence].span) == 1 {
        return true;
    }
    let Some(own) = hit.value_span else { return false };
    let told = passage.values_in(passage.sentences[hit.sentence].span);
    let mut others = told.filter(|value| !value.is_moment() && !value.span.overlaps(&own));
    let kind = |value: &Extracted| std::mem::discriminant(&value.reading);
    let of_hit = passage.values_in(own).next().map(kind);
    if others.any(|other| Some(kind(other)) == of_hit) {
        return false;
    }
    let Some(given) = passage.values_in(candidate.span).next() else { return false };
    match &given.reading {
        Reading::Number(number) => {
            let is_part = number.stated.is_some_and(|number| !number.is_integer());
            is_part && of_hit != Some(kind(given))
        }
        _ => Some(kind(given)) == of_hit,
    }
}

/// Whether a sentence goes on with the one before it.
fn is_next(passage: &Passage<'_>, sentence: usize) -> bool {
    let (before, here) = (&passage.sentences[sentence - 1], &passage.sentences[sentence]);
    here.block <= before.block + 1 && here.kind == BlockKind::Paragraph && before.kind == here.kind
}

/// How many values a stretch has that are no times.
fn numbers(passage: &Passage<'_>, within: Span) -> usize {
    let values = passage.values_in(within);
    let is_pair = |value: &Extracted| is_pair(passage, &passage.tokens_of(value.span));
    values.filter(|value| !value.is_moment() && !is_pair(value)).count()
}

/// The number of a sentence that goes on with what the one before it counts.
fn another(passage: &Passage<'_>, sentence: usize, hit: &Hit, of: First<'_>) -> Option<Candidate> {
    let topic = of.topic;
    let here = &passage.sentences[sentence];
    let word = |at: usize| passage.tokens.folded(at);
    // `The ministry says six; it leaves out two`: what follows is another statement.
    let parts = |at: usize| {
        is_parted(passage, &here.tokens, at)
            || is_joined(passage, &here.tokens, at)
            || is_underlined(passage, &here.tokens, at)
    };
    let end = here.tokens.clone().skip(1).find(|&at| word(at) == ";" || parts(at));
    let clause = here.tokens.start..end.unwrap_or(here.tokens.end);
    if numbers(passage, passage.span_of(&clause)) != 1 {
        return None;
    }
    let candidate = candidates(topic, passage, sentence).into_iter().find(|found| found.sort == Sort::Plain);
    let candidate = candidate.or_else(|| in_unit_of(topic, passage, sentence, hit.value_span?));
    let candidate = candidate.filter(|candidate| candidate.tokens.end <= clause.end)?;
    let (first, value) = (here.tokens.start, candidate.tokens.start);
    let takes_back = |at: usize| passage.lexicon.is_negation(word(at)) || word(at) == "?";
    // `No more than 120` has a negation of its own.
    let opening = clause.start + dissent(passage, &clause);
    if (opening..clause.end).any(|at| !candidate.tokens.contains(&at) && takes_back(at)) {
        return None;
    }
    let words = passage.lexicon.figures;
    let led = |phrase: &&[&str]| {
        value >= first + phrase.len() && phrase.iter().rev().enumerate().all(|(back, of)| word(value - 1 - back) == *of)
    };
    let is_led = words.telling.iter().any(led) || is_called(topic, passage, first..value);
    let end = candidate.tokens.end;
    // `The police say 12 were injured`.
    let time = passage.windows_in(here.span).map(|read| passage.tokens_of(read.span)).find(|time| time.start == end);
    let end_of_all = time.map_or(end, |time| time.end);
    let end_of_all = end_of_all + usize::from(is_noun_again(passage, hit, end_of_all));
    let is_last = || end_of_all >= clause.end || matches!(word(end_of_all), "." | "!" | ";");
    let is_said = (is_led && ends_there(passage, end))
        || is_last() && tells_only_who(passage, first..value, of)
        || is_told_behind(passage, &clause, &(value..end_of_all), of);
    is_said.then_some(candidate)
}

/// `Put the figure at 25,000`, `the ministry's figure is 47`, and not `put the number of stewards at 300`: whether the words
/// before a number call it what a topic asks for.
pub(super) fn is_called(topic: &Topic, passage: &Passage<'_>, before: Range<usize>) -> bool {
    let (words, Range { start: first, end: value }) = (passage.lexicon.figures, before);
    let word = |at: usize| passage.tokens.folded(at);
    let small = (first..value).rev().take_while(|&at| words.small.contains(word(at))).count();
    let noun = (value - small).checked_sub(1).filter(|&at| at > first && words.calls(topic, word(at)));
    noun.is_some_and(|noun| {
        let is_own = word(noun - 1) == "'s" && passage.names_in(first..noun).any(|name| name.tokens.end + 1 == noun);
        let given = (first..noun).rev().find(|&at| !words.small.contains(word(at)));
        is_own || given.is_some_and(|given| given + 1 < noun && words.giving.contains(word(given)))
    })
}

/// `40,000, 9,000 of them dockers`, `71, including nine of the crew`: whether a comma parts a number from its parts.
fn is_parted(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    if word(at) != "," || !sentence.contains(&(at + 1)) {
        return false;
    }
    let read = passage.value_around(passage.tokens.get(at + 1).span).map(|read| passage.tokens_of(read.span));
    let is_part = |end: usize| word(end) == "of" && matches!(word(end + 1), "them" | "whom" | "which");
    // `12, including two children, are missing` goes on.
    let includes = || word(at + 1) == "including" && !(at + 2..sentence.end).any(|at| word(at) == ",");
    includes() || read.is_some_and(|read| read.start == at + 1 && is_part(read.end))
}

/// `41 and not one more`, `41, not 25`, `41 – still fewer than last year`: what only underlines it, behind a number.
fn is_underlined(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let follows_number = || at > sentence.start && passage.is_in_value(passage.tokens.get(at - 1).span);
    let denies = || matches!(word(at), "and" | ",") && matches!(word(at + 1), "not" | "no");
    (passage.is_dash(at) || denies()) && follows_number()
}

/// `41, but we have people inside`, `63 and I believe they try`: whether a clause of somebody's own begins behind a token,
/// which gives no number.
fn is_joined(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { passage.tokens.folded(at) } else { "" };
    let joins = |at: usize| passage.lexicon.figures.joining.contains(word(at));
    let next = match word(at) {
        "," if joins(at + 1) => at + 2,
        "and" | "but" => at + 1,
        _ => return false,
    };
    // `12, and they are ill`: of those whom it counts.
    let subject = word(next).split('\'').next().unwrap_or_default();
    let is_subject = passage.lexicon.subjects.contains(subject) && subject != "they";
    let is_named = || {
        let start = next + usize::from(word(next) == "the");
        sentence.contains(&start) && passage.names_in(start..start + 1).next().is_some()
    };
    let rest = next..sentence.end;
    (is_subject || is_named()) && rest.len() > 1 && numbers(passage, passage.span_of(&rest)) == 0
}

/// The word before the value of a hit, where that is one of its own.
fn verb_of(passage: &Passage<'_>, hit: &Hit) -> Option<usize> {
    let value = passage.tokens_of(hit.value_span?);
    let verb = value.start.checked_sub(1).filter(|at| hit.tokens.contains(at))?;
    (!passage.lexicon.is_function_word(passage.tokens.folded(verb))).then_some(verb)
}
