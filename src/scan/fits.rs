//! Whether what a line says of an article can be said with these claims.
//!
//! Lines come from other machines and lie in files in between. All that is counted
//! from 0 must be there, every place must lie in the text, and a value must be of its
//! topic's kind: everything above relies on that, and would report nonsense or stop
//! in the middle without it. It judges no statement: only whether there could be one.
//!
//! ```text
//! "topic": 7 of 3 topics           there is no topic 7
//! "span": {"start": 4, "end": 999} `span` is no place in the text
//! ```

use super::Scanned;
use crate::claims::{Choice, ClaimSet, Topic};
use crate::corpus::Front;
use crate::corpus::front::published_on;
use crate::matching::{Mention, OwnTime, QuoteOutcome};
use crate::text::Span;
use crate::value::{Bound, Edge, Interval, Kind, Moment, Value, Window};

/// Checks all that a line says.
///
/// # Errors
/// Says what cannot be, as a lowercase fragment.
pub(super) fn check_line(claims: &ClaimSet, scanned: &Scanned) -> Result<(), String> {
    let (article, body) = (&scanned.article, scanned.article.body.as_str());
    check_front(&article.front)?;
    scanned.mentions.iter().try_for_each(|mention| check_mention(claims, mention, body))?;
    scanned.quotes.iter().try_for_each(|(claim, outcome)| {
        let of = claims.claims.get(*claim).ok_or_else(|| format!("there is no claim {claim}"))?;
        let is_here = of.quote.is_some() && of.article.as_ref().is_some_and(|(id, _)| **id == *article.id);
        if is_here { check_quote(outcome, body) } else { Err(format!("claim {claim} has no quote from this article")) }
    })
}

/// When it was published is what the program makes of its words.
fn check_front(front: &Front) -> Result<(), String> {
    let meant = front.published.as_deref().and_then(|written| published_on(written.trim()).ok());
    ensure(meant == front.published_on, || "`published_on` is not what `published` says".to_owned())
}

fn check_mention(claims: &ClaimSet, mention: &Mention, body: &str) -> Result<(), String> {
    let topic = claims.topics.get(mention.topic).ok_or_else(|| format!("there is no topic {}", mention.topic))?;
    if let Some(at) = mention.claim {
        let claim = claims.claims.get(at).ok_or_else(|| format!("there is no claim {at}"))?;
        ensure(claim.topic == mention.topic, || format!("claim {at} is of another topic"))?;
    }
    let has_event = mention.anchor.is_none_or(|event| event < claims.events.len());
    ensure(has_event, || format!("there is no event {}", mention.anchor.unwrap_or_default()))?;
    check_span("span", Some(mention.span), body)?;
    ensure(!mention.span.is_empty(), || "`span` holds nothing".to_owned())?;
    check_span("value_span", mention.value_span, body)?;
    check_span("attribution", mention.attribution, body)?;
    ensure((0.0..=1.0).contains(&mention.score), || "`score` is not from 0 to 1".to_owned())?;
    check_value(topic, &mention.value)?;
    let has_currency = mention.currency.is_none() || topic.kind == Kind::Money;
    ensure(has_currency, || format!("the topic `{}` counts in no currency", topic.id))?;
    let earlier = mention.stance.revises.as_ref().and_then(|revises| revises.from.as_ref());
    earlier.map_or(Ok(()), |earlier| check_value(topic, earlier))?;
    mention.window.as_ref().map_or(Ok(()), check_window)?;
    ensure(mention.time.as_ref().is_none_or(is_in_day), || "`time` is no time".to_owned())?;
    mention.facets.iter().try_for_each(|(facet, option)| {
        let known = topic.facets.iter().find(|known| known.id == *facet);
        let is_known =
            known.is_some_and(|known| has_option(&known.options, option) || known.default.as_ref() == Some(option));
        ensure(is_known, || format!("the topic has no `{facet}` that is `{option}`"))
    })
}

fn check_quote(outcome: &QuoteOutcome, body: &str) -> Result<(), String> {
    match outcome {
        QuoteOutcome::Found { span, .. } => check_span("span", Some(*span), body),
        QuoteOutcome::Ambiguous(spans) => spans.iter().try_for_each(|span| check_span("span", Some(*span), body)),
        QuoteOutcome::Missing { nearest, .. } => check_span("nearest", *nearest, body),
    }
}

fn check_span(name: &str, span: Option<Span>, body: &str) -> Result<(), String> {
    let lies_in = span.is_none_or(|span| body.get(span.start..span.end).is_some());
    ensure(lies_in, || format!("`{name}` is no place in the text"))
}

fn check_value(topic: &Topic, value: &Value) -> Result<(), String> {
    let fits = match value {
        Value::Amount(amount) => topic.kind.is_amount() && is_in_order(&amount.interval),
        Value::Date(moment) => topic.kind == Kind::Date && is_in_time(moment),
        Value::Choice(option) => topic.kind == Kind::Choice && has_option(&topic.options, option),
        Value::Wording(_) => topic.kind == Kind::Quote,
        Value::Point { point, option } => {
            let known = topic.points.iter().find(|known| known.id == *point);
            known.is_some_and(|known| option.as_ref().is_none_or(|option| has_option(&known.options, option)))
        }
        Value::Silent { point } => {
            point.as_ref().is_none_or(|point| topic.points.iter().any(|known| known.id == *point))
        }
    };
    ensure(fits, || format!("no value of the topic `{}` is like that", topic.id))
}

fn check_window(window: &Window) -> Result<(), String> {
    let is_edge = |edge: &Edge| edge.days().is_none_or(|(first, last)| first <= last);
    ensure(is_edge(&window.from) && is_edge(&window.to), || "an edge of `window` ends before it begins".to_owned())
}

/// Whether some number lies in it.
fn is_in_order<T: Ord>(interval: &Interval<T>) -> bool {
    match (&interval.low, &interval.high) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
        (Bound::Included(low), Bound::Included(high)) => low <= high,
        (low, high) => low.value() < high.value(),
    }
}

/// Whether some instant, or some minute of a day, lies in it.
fn is_in_day(time: &OwnTime) -> bool {
    match time {
        OwnTime::At(moment) => is_in_time(moment),
        OwnTime::Clock(minute) => *minute < 24 * 60,
        OwnTime::Interim | OwnTime::Final | OwnTime::Thing | OwnTime::Now(_) => true,
        OwnTime::Printed(_) | OwnTime::By(_) | OwnTime::SoFar(_) => false,
    }
}

/// Whether some instant lies in it.
fn is_in_time(moment: &Moment) -> bool {
    moment.from.zip(moment.to).is_none_or(|(from, to)| from < to)
}

fn has_option(options: &[Choice], id: &str) -> bool {
    options.iter().any(|option| option.id == *id)
}

fn ensure(holds: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why()) }
}
