//! The values of a sentence that could stand in a topic's slot.

use super::counting_words::multiples;
use super::flow::rated;
use super::no_answer::is_no_answer;
use super::shares::share;
use crate::claims::Topic;
use crate::extract::fit::{fit, read_value};
use crate::extract::{Extracted, Length, Measure, Reading, Setting};
use crate::matching::passage::Passage;
use crate::matching::passage::clock_day::{dotted_clock, in_its_half, lone_clock, on_asked_weekday, on_its_day};
use crate::matching::passage::dates;
use crate::matching::passage::heads::is_year_of_head;
use crate::matching::passage::limits;
use crate::matching::passage::telling;
use crate::matching::topics::TopicProbe;
use crate::text::{Span, TokenKind};
use crate::value::{Kind, Moment, Number, Value};
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
    /// `No money`, `nothing`: only right beside the words of a pattern.
    Nothing,
    /// `A penny` behind a verb that is negated by the word at a token: `did not pay a penny`.
    Denied(usize),
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

impl Candidate {
    /// The word that negates the verb before it, by which there is none.
    #[must_use]
    pub fn negated_at(&self) -> Option<usize> {
        if let Sort::Denied(at) = self.sort { Some(at) } else { None }
    }
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
    /// What some do of those just named: `{value} of them voted`, for `two of whom voted`.
    pub of_whom: bool,
    /// What another value is measured by: `compared with {value}`.
    pub measures: bool,
    /// A beginning: `closed since {value}`.
    pub since: bool,
    /// The first day of several: `strike from {value}`.
    pub from: bool,
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
        if tokens.is_empty() || topic.kind == Kind::Duration && is_deadline(passage, topic, &tokens) {
            continue;
        }
        if let Reading::Moment(when) = &extracted.reading
            && topic.kind == Kind::Date
        {
            // `Since January` says when something began to be counted.
            let since = tokens.start > 0 && passage.tokens.folded(tokens.start - 1) == "since";
            if since && !asks.since
                || is_as_of(passage, sentence, tokens.start)
                || dates::is_told_behind(passage, &tokens)
                || telling::is_of_print(passage, Some(topic), &tokens)
                || telling::is_of_saying(passage, Some(topic), sentence, &tokens)
            {
                continue;
            }
            let clock = || on_its_day(passage, Some(topic), sentence, when.clock?, &tokens);
            let dated = |moment: Moment| {
                let half = in_its_half(passage, Some(topic), sentence, &tokens, moment);
                on_asked_weekday(passage, topic, when, half)
            };
            let Some(moment) = when.moment.clone().map(dated).or_else(clock) else { continue };
            if let Some((span, later)) = dates::worked_out(passage, span, &moment) {
                let tokens = passage.tokens_of(span);
                found.push(Candidate { tokens, span, value: Value::Date(later), sort: Sort::Turned, currency: None });
            }
            let first = asks.from.then(|| dates::first_of(passage, &tokens, &moment)).flatten();
            let (tokens, moment) = first.unwrap_or_else(|| limits::limited(passage, topic, tokens, moment));
            let span = passage.span_of(&tokens);
            found.push(Candidate { tokens, span, value: Value::Date(moment), sort: Sort::Plain, currency: None });
        } else if topic.kind == Kind::Date {
            found.extend(dotted(topic, passage, sentence, extracted));
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
    if topic.kind == Kind::Money {
        found.extend(bare_sums(topic, passage, sentence, asks));
    }
    if topic.kind == Kind::Count {
        found.extend(multiples(passage, sentence));
    }
    found
}

/// `Left at 17.41`, where a date is asked for.
fn dotted(topic: &Topic, passage: &Passage<'_>, sentence: usize, number: &Extracted) -> Option<Candidate> {
    let Reading::Number(_) = &number.reading else { return None };
    let tokens = passage.tokens_of(number.span);
    let (tokens, clock) = dotted_clock(passage, &tokens).or_else(|| lone_clock(passage, topic, sentence, &tokens))?;
    let moment = on_its_day(passage, Some(topic), sentence, clock, &tokens)?;
    let (tokens, moment) = limits::limited(passage, topic, tokens, moment);
    let span = passage.span_of(&tokens);
    Some(Candidate { tokens, span, value: Value::Date(moment), sort: Sort::Plain, currency: None })
}

/// `As of today the line has been closed for 68 days`: the day up to which it is so. (What is `closed as of today` is so from
/// then on.)
fn is_as_of(passage: &Passage<'_>, sentence: usize, date: usize) -> bool {
    let first = passage.sentences[sentence].tokens.start;
    let word = |back: usize| date.checked_sub(back).filter(|&at| at >= first).map(|at| passage.tokens.folded(at));
    word(1) == Some("of") && word(2) == Some("as") && word(3).is_none_or(|before| matches!(before, "," | "\"" | ":"))
}

/// How far before `within` the verb may stand that tells of what is to come, in tokens.
const AHEAD: usize = 5;

/// `Offline within 40 minutes`: how soon, and not how long; and `would be out within 30 days`, which nobody has measured. What
/// a pattern has done `in {value}` was done within it.
fn is_deadline(passage: &Passage<'_>, topic: &Topic, value: &Range<usize>) -> bool {
    let is_within = |at: usize| passage.tokens.folded(at) == "within";
    if !is_within(value.start) && !value.start.checked_sub(1).is_some_and(is_within) {
        return false;
    }
    let does_in = || topic.patterns.iter().any(|pattern| pattern.text.to_lowercase().contains(" in {value}"));
    let is_asked = |word: &str| topic.asks(|asked| asked == word);
    let mut before = value.start.saturating_sub(AHEAD)..value.start;
    let is_ahead = |at: usize| {
        let word = passage.tokens.folded(at);
        passage.lexicon.times.modal.contains(word) && !is_asked(word)
    };
    before.any(is_ahead) || !is_asked("within") && !does_in()
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
    all_in_unit_of(topic, passage, passage.sentences[sentence].span, of).into_iter().next()
}

/// All the bare numbers of a stretch, in the unit of a value.
pub(in crate::matching) fn all_in_unit_of(
    topic: &Topic,
    passage: &Passage<'_>,
    within: Span,
    of: Span,
) -> Vec<Candidate> {
    let written = |value: &Extracted| value.span.of(&passage.article.body);
    let unit = passage.values_in(of).next().and_then(|before| match (&before.reading, topic.kind) {
        (Reading::Quantity(measure), Kind::Quantity)
        | (Reading::Money(measure), Kind::Money)
        | (Reading::Percent(measure), Kind::Percent) => Some(measure.unit.clone().unwrap_or_default()),
        // `50 minutes`, and not `an hour and 50 minutes`.
        (Reading::Duration(_, length), Kind::Duration) if is_of_one_unit(length) => {
            written(before).rsplit(|letter: char| !letter.is_alphabetic()).next().map(str::to_owned)
        }
        _ => None,
    });
    let Some(unit) = unit else { return Vec::new() };
    let thousands = passage.values_in(of).next().and_then(|before| in_thousands(&before.reading, written(before)));
    let in_unit = |extracted: &Extracted| {
        let Reading::Number(number) = &extracted.reading else { return None };
        let (span, tokens) = (extracted.span, passage.tokens_of(extracted.span));
        let in_unit = || Measure { unit: Some(unit.clone()), ..number.clone() };
        let scaled = thousands.filter(|_| number.stated.is_some_and(|stated| stated < Number::from(THOUSAND)));
        let scaled = scaled.filter(|_| written(extracted).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
        let value = match topic.kind {
            _ if scaled.is_some() => {
                let (sign, behind) = scaled?;
                let text = format!("{sign}{}{behind}", written(extracted));
                read_value(&text, topic.kind, topic.unit.as_deref(), &Setting::default()).ok()?
            }
            Kind::Percent => fit(&Reading::Percent(number.clone()), topic.kind, topic.unit.as_deref())?,
            Kind::Quantity => fit(&Reading::Quantity(in_unit()), topic.kind, topic.unit.as_deref())?,
            Kind::Money => fit(&Reading::Money(in_unit()), topic.kind, topic.unit.as_deref())?,
            _ => {
                let text = format!("{} {unit}", written(extracted));
                read_value(&text, topic.kind, topic.unit.as_deref(), &Setting::default()).ok()?
            }
        };
        (!tokens.is_empty()).then_some(Candidate { tokens, span, value, sort: Sort::Plain, currency: None })
    };
    passage.values_in(within).filter_map(in_unit).collect()
}

/// The sums of a sentence that leave their currency to a sum before: `140 million euros a day, well above the estimate
/// of 95 million`.
fn bare_sums(topic: &Topic, passage: &Passage<'_>, sentence: usize, asks: Asks) -> Vec<Candidate> {
    let is_million = |measure: &Measure| measure.stated.is_some_and(|stated| stated >= Number::from(MILLION));
    let is_bare = |read: &&Extracted| {
        let tokens = passage.tokens_of(read.span);
        let is_sum = matches!(&read.reading, Reading::Number(measure) if is_million(measure));
        // `95 million of the union's money`
        let end = passage.sentences[sentence].tokens.end;
        let goes_on = || tokens.end < end && passage.tokens.get(tokens.end).kind == TokenKind::Word;
        is_sum && !tokens.is_empty() && !goes_on() && !is_no_answer(passage, &read.reading, &tokens, asks)
    };
    let of = |bare: &Extracted| {
        let start = passage.sentences[sentence].span.start;
        let before = passage.values_in(Span::new(start, bare.span.start));
        let sum = before.rev().find(|read| matches!(read.reading, Reading::Money(_)))?;
        fit(&sum.reading, topic.kind, topic.unit.as_deref()).map(|_| sum.span)
    };
    let bare = passage.values_in(passage.sentences[sentence].span).filter(is_bare);
    bare.flat_map(|bare| of(bare).map(|of| all_in_unit_of(topic, passage, bare.span, of)).unwrap_or_default()).collect()
}

/// The least number of which people leave out that it is money.
const MILLION: u32 = 1_000_000;

/// The least number that is written with a word for so many.
const THOUSAND: u32 = 1000;

/// What stands before and behind the digits of `€62 million`, of which `81` says no more than the digits.
fn in_thousands<'t>(reading: &Reading, written: &'t str) -> Option<(&'t str, &'t str)> {
    let stated = reading.measure()?.stated?;
    let first = written.find(|letter: char| letter.is_ascii_digit())?;
    let (before, digits) = written.split_at(first);
    let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let (digits, behind) = digits.split_at(digits.find(|letter| !is_digit(letter))?);
    let is_small = digits.split('.').next().is_some_and(|whole| whole.len() < 4);
    let sign = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    (is_small && stated >= Number::from(THOUSAND)).then_some((sign, behind))
}

/// Whether a length is of one unit alone.
fn is_of_one_unit(length: &Length) -> bool {
    let units =
        length.first.iso().bytes().filter(|byte| byte.is_ascii_uppercase() && !matches!(byte, b'P' | b'T')).count();
    length.last.is_none() && units == 1
}

/// `For 16 days from 2 March`: how long, of a time that begins with its length. `Knew four days before the recall` gives one
/// to a pattern that asks for what is `{value} before the recall`, and so does `was out two minutes later` to one that asks
/// `{value} later`.
fn length_of(topic: &Topic, passage: &Passage<'_>, tokens: &Range<usize>) -> Option<Candidate> {
    let word = |at: usize| passage.tokens.folded(at);
    let first = tokens.start + usize::from(word(tokens.start) == "for");
    let led = first > tokens.start || first > 0 && matches!(word(first - 1), "for" | "lasted" | "took");
    let end = tokens
        .clone()
        .find(|&at| at > first && matches!(word(at), "from" | "after" | "before" | "since" | "later" | ","))?;
    let is_asked = || {
        let behind = format!("{{value}} {}", word(end));
        word(end) != "," && topic.patterns.iter().any(|pattern| pattern.text.to_lowercase().contains(&behind))
    };
    let tokens = Some(first..end).filter(|_| led && word(end) != "later" || is_asked())?;
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
