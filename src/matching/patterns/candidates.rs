//! The values of a sentence that could stand in a topic's slot.

use super::counting_words::multiples;
use super::flow::rated;
use super::shares::{is_of_one_in_so_many, share};
use crate::claims::Topic;
use crate::extract::fit::{fit, read_value};
use crate::extract::language::en_beside_dates::SHORTLY;
use crate::extract::{Extracted, Length, Measure, Reading, Role, Setting};
use crate::matching::passage::Passage;
use crate::matching::passage::dates;
use crate::matching::passage::heads::is_year_of_head;
use crate::matching::passage::limits;
use crate::matching::passage::names::starts_upper;
use crate::matching::passage::telling;
use crate::matching::topics::TopicProbe;
use crate::text::{Span, TokenKind};
use crate::value::{Kind, Number, Value};
use std::ops::Range;

/// What sort of words state a value, which decides where they may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Anywhere a pattern lets them.
    Plain,
    /// `20th`: only right before what is counted.
    Ordinal,
    /// `twice`: the `times` that a pattern counts is in the word.
    Multiple,
    /// `No`, `not a single`: only right before what is counted.
    Nought,
    /// A date worked out from another, for a pattern whose slot is followed by
    /// `before` or `after`; only such a pattern takes it.
    Turned,
}

/// A value that could stand in a topic's slot.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// What it is as a value of the topic.
    pub value: Value,
    /// What sort of words state it.
    pub sort: Sort,
    /// The currency that it is stated in, where the topic counts in another.
    pub currency: Option<String>,
}

/// The values of a sentence that could stand in a topic's slot.
#[must_use]
pub fn candidates(topic: &Topic, passage: &Passage<'_>, sentence: usize) -> Vec<Candidate> {
    found(topic, passage, sentence, Asks::default())
}

/// What the patterns of a topic ask for that is no answer to others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// A part: `{value} of those on board`.
    pub parts: bool,
    /// A beginning: `closed since {value}`.
    pub since: bool,
    /// What is added: `wants {value} more`.
    pub more: bool,
}

/// The same for the patterns of the topic, with what these ask for.
#[must_use]
pub fn candidates_for(topic: &Topic, probe: &TopicProbe, passage: &Passage<'_>, sentence: usize) -> Vec<Candidate> {
    found(topic, passage, sentence, probe.asks)
}

fn found(topic: &Topic, passage: &Passage<'_>, sentence: usize, asks: Asks) -> Vec<Candidate> {
    if !topic.kind.has_slot() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for extracted in passage.values_in(passage.sentences[sentence].span) {
        let (span, tokens) = (extracted.span, passage.tokens_of(extracted.span));
        if tokens.is_empty() {
            continue;
        }
        if let Reading::Moment(when) = &extracted.reading
            && topic.kind == Kind::Date
        {
            // `Since January` says when something began to be counted.
            let since = tokens.start > 0 && passage.tokens.folded(tokens.start - 1) == "since";
            if since && !asks.since
                || telling::is_of_print(passage, topic, &tokens)
                || telling::is_of_saying(passage, topic, sentence, &tokens)
            {
                continue;
            }
            let clock = || when.clock.and_then(|clock| dates::on_its_day(passage, sentence, clock, tokens.end));
            let Some(moment) = when.moment.clone().or_else(clock) else { continue };
            if let Some((span, later)) = dates::worked_out(passage, span, &moment) {
                let tokens = passage.tokens_of(span);
                found.push(Candidate { tokens, span, value: Value::Date(later), sort: Sort::Turned, currency: None });
            }
            let (tokens, moment) = limits::limited(passage, topic, tokens, moment);
            let span = passage.span_of(&tokens);
            found.push(Candidate { tokens, span, value: Value::Date(moment), sort: Sort::Plain, currency: None });
        } else if let Reading::Moment(_) = &extracted.reading
            && topic.kind == Kind::Duration
        {
            found.extend(length_of(topic, passage, &tokens));
        } else if !is_no_answer(passage, &extracted.reading, &tokens, asks)
            && !is_year_of_head(passage, sentence, &tokens)
            && let Some(value) = fit(&extracted.reading, topic.kind, topic.unit.as_deref())
                .or_else(|| rated(passage, topic, &extracted.reading, &tokens))
            && !is_less_than_one(topic.kind, &value)
        {
            let is_ordinal = matches!(extracted.reading, Reading::Ordinal(_));
            let sort = if is_ordinal { Sort::Ordinal } else { Sort::Plain };
            found.push(Candidate { tokens, span, value, sort, currency: None });
        }
    }
    if topic.kind == Kind::Percent {
        found.extend(shares_in(passage, sentence, asks));
    }
    if topic.kind == Kind::Count {
        found.extend(multiples(passage, sentence));
    }
    found
}

/// `Half the calls`: a part, of which nobody says how many that is.
fn is_less_than_one(kind: Kind, value: &Value) -> bool {
    let Value::Amount(amount) = value else { return false };
    let is_part = |number: &Number| *number > Number::ZERO && *number < Number::ONE;
    kind == Kind::Count && amount.stated.as_ref().is_some_and(is_part)
}

/// The first bare number of a sentence, in the unit of a value before it: `controls 640 square kilometres. The firm
/// says 655.`, `lasted 50 minutes. The firm says 95.`, `promised €85 million. The firm put the figure at 60 million.`
#[must_use]
pub fn in_unit_of(topic: &Topic, passage: &Passage<'_>, sentence: usize, of: Span) -> Option<Candidate> {
    let before = passage.values_in(of).next()?;
    let written = |value: &Extracted| value.span.of(&passage.article.body);
    let unit = match (&before.reading, topic.kind) {
        (Reading::Quantity(measure), Kind::Quantity) | (Reading::Money(measure), Kind::Money) => {
            measure.unit.clone()?
        }
        // `50 minutes`, and not `an hour and 50 minutes`.
        (Reading::Duration(_, length), Kind::Duration) if is_of_one_unit(length) => {
            written(before).rsplit(|letter: char| !letter.is_alphabetic()).next()?.to_owned()
        }
        _ => return None,
    };
    passage.values_in(passage.sentences[sentence].span).find_map(|extracted| {
        let Reading::Number(number) = &extracted.reading else { return None };
        let (span, tokens) = (extracted.span, passage.tokens_of(extracted.span));
        let in_unit = || Measure { unit: Some(unit.clone()), ..number.clone() };
        let value = match topic.kind {
            Kind::Quantity => fit(&Reading::Quantity(in_unit()), topic.kind, topic.unit.as_deref())?,
            Kind::Money => fit(&Reading::Money(in_unit()), topic.kind, topic.unit.as_deref())?,
            _ => {
                let text = format!("{} {unit}", written(extracted));
                read_value(&text, topic.kind, topic.unit.as_deref(), &Setting::default()).ok()?
            }
        };
        (!tokens.is_empty()).then_some(Candidate { tokens, span, value, sort: Sort::Plain, currency: None })
    })
}

/// Whether a length is of one unit alone.
fn is_of_one_unit(length: &Length) -> bool {
    let units =
        length.first.iso().bytes().filter(|byte| byte.is_ascii_uppercase() && !matches!(byte, b'P' | b'T')).count();
    length.last.is_none() && units == 1
}

/// `For 16 days from 2 March`: how long, of a time that begins with its length.
fn length_of(topic: &Topic, passage: &Passage<'_>, tokens: &Range<usize>) -> Option<Candidate> {
    let word = |at: usize| passage.tokens.folded(at);
    let first = tokens.start + usize::from(word(tokens.start) == "for");
    let led = first > tokens.start || first > 0 && matches!(word(first - 1), "for" | "lasted" | "took");
    let end =
        tokens.clone().find(|&at| at > first && matches!(word(at), "from" | "after" | "before" | "since" | ","))?;
    let tokens = Some(first..end).filter(|_| led)?;
    let span = passage.span_of(&tokens);
    let value =
        read_value(span.of(&passage.article.body), topic.kind, topic.unit.as_deref(), &Setting::default()).ok()?;
    Some(Candidate { tokens, span, value, sort: Sort::Plain, currency: None })
}

/// The sums of a sentence in a currency that the topic does not count in: they answer its question,
/// and can be held against nothing.
#[must_use]
pub fn in_other_currencies(topic: &Topic, passage: &Passage<'_>, sentence: usize) -> Vec<Candidate> {
    if topic.kind != Kind::Money {
        return Vec::new();
    }
    let values = passage.values_in(passage.sentences[sentence].span);
    let made = values.filter_map(|extracted| {
        let Reading::Money(measure) = &extracted.reading else { return None };
        let (span, tokens) = (extracted.span, passage.tokens_of(extracted.span));
        let currency = measure.unit.clone()?;
        let is_other = fit(&extracted.reading, topic.kind, topic.unit.as_deref()).is_none();
        let is_one =
            is_other && !tokens.is_empty() && !is_no_answer(passage, &extracted.reading, &tokens, Asks::default());
        let value = fit(&extracted.reading, topic.kind, Some(&currency)).filter(|_| is_one)?;
        Some(Candidate { tokens, span, value, sort: Sort::Plain, currency: Some(currency) })
    });
    made.collect()
}

/// The shares of a sentence that are written as parts: `two-thirds of voters`.
fn shares_in(passage: &Passage<'_>, sentence: usize, asks: Asks) -> Vec<Candidate> {
    let values: Vec<&Extracted> = passage.values_in(passage.sentences[sentence].span).collect();
    let shares = values.iter().enumerate().filter_map(|(at, value)| {
        let tokens = passage.tokens_of(value.span);
        if tokens.is_empty() || is_no_answer(passage, &value.reading, &tokens, asks) {
            return None;
        }
        share(passage, value, values.get(at + 1).copied())
    });
    let made = shares.map(|(span, value)| {
        let tokens = passage.tokens_of(span);
        Candidate { tokens, span, value, sort: Sort::Plain, currency: None }
    });
    made.collect()
}

/// What answers no pattern of a topic: another thing, or a part where none is asked for.
fn is_no_answer(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>, asks: Asks) -> bool {
    is_something_else(passage, reading, tokens, asks) || !asks.parts && is_part(passage, reading, tokens)
}

/// Numbers that do not state how much there is: what was before, what was
/// added, what is denied, and an age (`Jane Roe, 46, …`,
/// `a driver of 46, …`).
fn is_something_else(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>, asks: Asks) -> bool {
    let role = match reading {
        Reading::Number(measure)
        | Reading::Ordinal(measure)
        | Reading::Percent(measure)
        | Reading::Money(measure)
        | Reading::Quantity(measure)
        | Reading::Duration(measure, _) => measure.role,
        Reading::Moment(_) => Role::Total,
    };
    // `For the first time` says that something is new, not how much there is.
    let is_first = matches!(reading, Reading::Ordinal(measure) if measure.stated == Some(Number::ONE));
    // `At 02.47` is a time of day.
    let written = passage.span_of(tokens).of(&passage.article.body);
    let is_clock = matches!(reading, Reading::Number(_))
        && written.len() == 5
        && written.starts_with(['0', '1', '2'])
        && before_clock(passage, tokens.start)
        && written.split_once('.').is_some_and(|(hour, minute)| hour.len() == 2 && minute < "60");
    let denied = matches!(role, Role::Former | Role::Denied) || is_first || is_clock;
    // `Another 112 were injured` counts the injured beside the dead named
    // before; `a further 112` adds to an earlier count of the same.
    let before = tokens.start.checked_sub(1).map(|at| passage.tokens.folded(at));
    let beside = passage.tokens.folded(tokens.start) == "another" || before == Some("another");
    let added = role == Role::Increment && !beside && !asks.more;
    denied
        || added
        || is_multiplier(passage, tokens)
        || is_left_behind(passage, tokens)
        || is_occasion(passage, tokens)
        || is_age(passage, reading, tokens)
        || is_time_mark(passage, tokens)
        || is_hour(passage, reading, tokens)
        || counts_speakers(passage, tokens)
        || is_of_one_in_so_many(passage, tokens)
}

/// `Almost three times the toll of Monday`, `four times as many`: how much more, and no number of them.
fn is_multiplier(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let next = word(tokens.end + 1);
    let amount = |word: &str| {
        matches!(
            word,
            "toll"
                | "number"
                | "figure"
                | "total"
                | "amount"
                | "price"
                | "cost"
                | "budget"
                | "rate"
                | "size"
                | "average"
                | "estimate"
        )
    };
    let pointed =
        matches!(next, "the" | "its" | "their" | "that") && (tokens.end + 2..tokens.end + 4).any(|at| amount(word(at)));
    word(tokens.end) == "times"
        && (pointed || next == "as" && matches!(word(tokens.end + 2), "many" | "much" | "high" | "large"))
}

/// `To €65m, from €50m`, `to 16.2 percent from an initial 14.9`: what it was before.
fn is_left_behind(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: usize| passage.tokens.folded(at);
    let small =
        |at: &usize| matches!(word(*at), "a" | "an" | "the" | "its" | "initial" | "previous" | "earlier" | "original");
    let Some(from) = (0..tokens.start).rev().find(|at| !small(at)).filter(|&at| at > 1 && word(at) == "from") else {
        return false;
    };
    let before = if word(from - 1) == "," { from - 1 } else { from };
    passage.value_around(passage.tokens.get(before - 1).span).is_some_and(|value| {
        let of = passage.tokens_of(value.span);
        !matches!(value.reading, Reading::Moment(_)) && of.end == before && of.start > 0 && word(of.start - 1) == "to"
    })
}

/// Whether a number stands behind a word that leads to a time of day.
fn before_clock(passage: &Passage<'_>, at: usize) -> bool {
    at > 0 && matches!(passage.tokens.folded(at - 1), "at" | "by" | "until" | "from" | "about" | "around")
}

/// `The two detectives said that 40 people died`: so many say it. (`20,000 the union says` has a `the` of its own.)
fn counts_speakers(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let is_worded = tokens.len() == 1 && passage.tokens.get(tokens.start).kind == TokenKind::Word;
    if !is_worded || end + 1 >= passage.tokens.len() {
        return false;
    }
    let name = passage.names_in(end..end + 1).next().filter(|name| name.tokens.end < passage.tokens.len());
    let says = |at: usize| passage.lexicon.says(&passage.stems[at]);
    name.is_some_and(|name| passage.tokens.folded(end) != "the" && says(name.tokens.end))
}

/// `13.00 The union says`, `**9.15** Talks begin`: the time of an entry, before its first word.
fn is_time_mark(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let span = passage.span_of(tokens);
    let Some((hour, minute)) = span.of(&passage.article.body).split_once(['.', ':']) else { return false };
    let is_below = |text: &str, bound: u8| text.parse::<u8>().is_ok_and(|number| number < bound);
    let is_time = minute.len() == 2 && hour.len() <= 2 && is_below(hour, 24) && is_below(minute, 60);
    let sentence = &passage.sentences[passage.sentence_at(span.start)].tokens;
    let is_star = |at: usize| passage.tokens.folded(at) == "*";
    let next = (tokens.end..sentence.end).find(|&at| !is_star(at));
    let begins = |at: usize| starts_upper(passage.tokens.raw(at));
    is_time && (sentence.start..tokens.start).all(is_star) && next.is_some_and(begins)
}

/// `Went out just after seven`, `shortly before nine on Monday`: an hour, where nothing follows that it could count.
fn is_hour(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let Reading::Number(measure) = reading else { return false };
    let is_worded = tokens.len() == 1 && passage.tokens.get(tokens.start).kind == TokenKind::Word;
    let is_of_clock = measure.stated.is_some_and(|stated| Number::ONE <= stated && stated <= Number::from(12));
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| passage.tokens.folded(at));
    let led = matches!(word(1), "after" | "before") && SHORTLY.contains(&word(2));
    let end = tokens.end;
    let is_alone = end >= passage.tokens.len()
        || passage.tokens.get(end).kind == TokenKind::Sign && passage.tokens.folded(end) != "-"
        || matches!(
            passage.tokens.folded(end),
            "on" | "in" | "at" | "and" | "but" | "that" | "this" | "local" | "when"
        );
    is_worded && is_of_clock && led && is_alone
}

/// `At one time or another`: some time, and no count of times.
fn is_occasion(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let word = |at: Option<usize>| at.filter(|&at| at < passage.tokens.len()).map(|at| passage.tokens.folded(at));
    let after = word(Some(tokens.end)).is_some_and(|after| passage.lexicon.occasions.contains(after));
    after && word(Some(tokens.start)) == Some("one") && word(tokens.start.checked_sub(1)) == Some("at")
}

/// What tells behind `those` who they are.
const OF_WHOM: &[&str] =
    &["who", "whose", "on", "in", "at", "with", "without", "from", "under", "over", "between", "inside"];

/// `Nine of them`: a part of what is counted, not the whole. A share always is
/// of something: `54 percent of those asked`.
fn is_part(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let word = |at: usize| if at < passage.tokens.len() { passage.tokens.folded(at) } else { "" };
    let who = |at: usize| OF_WHOM.contains(&word(at));
    // `38 were treated, of whom 19 have since left`.
    let of_whom = || {
        tokens.start > 1
            && word(tokens.start - 2) == "of"
            && matches!(word(tokens.start - 1), "whom" | "which" | "them")
    };
    let asked = |at: usize| !matches!(word(at), "" | ".") && (who(at) || !passage.lexicon.is_function_word(word(at)));
    of_whom()
        || word(tokens.end) == "of"
            && match word(tokens.end + 1) {
                "them" | "whom" | "which" => true,
                "those" | "these" => !matches!(reading, Reading::Percent(_)) || !asked(tokens.end + 2),
                _ => false,
            }
}

fn is_age(passage: &Passage<'_>, reading: &Reading, tokens: &Range<usize>) -> bool {
    let is_comma = |at: usize| at < passage.tokens.len() && passage.tokens.folded(at) == ",";
    let is_word = |at: usize| passage.tokens.get(at).kind == TokenKind::Word;
    let one_token = tokens.len() == 1 && matches!(reading, Reading::Number(_));
    let after_name = tokens.start >= 2 && is_comma(tokens.start - 1) && is_word(tokens.start - 2);
    let before = tokens.start.checked_sub(1).map(|at| passage.tokens.folded(at));
    one_token && (before == Some("aged") || is_comma(tokens.end) && (after_name || before == Some("of")))
}
