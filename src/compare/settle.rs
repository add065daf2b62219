//! Settling what each statement is about, from what stands elsewhere in its
//! topic and article.
//!
//! In this order: the topic's own time (`since`, `during`, `only`), then the
//! scope of a statement of the same value and claimant in the same article (a
//! headline takes its body's whoever speaks there), then facets' defaults, and
//! at last the day of publication for a window that has begun and does not say
//! when it ends. Silence is about nothing. A window from a claim's `during` only has its gaps filled.
//!
//! It refuses to choose: where two donors disagree, neither gives anything.
//!
//! ```text
//! headline  60 before the invasion            →  .. to 24 Feb 2022
//! body      60 from May 2017 to the invasion  →  headline: May 2017 to 24 Feb 2022
//! ```

use super::key::value_key;
use super::own_times::{date_so_far, inherit_times, take_day_before, take_time_of_now, take_time_of_print};
use super::statement::Statement;
use crate::claims::{ClaimSet, Topic};
use crate::corpus::Corpus;
use crate::matching::OwnTime;
use crate::value::{Edge, Moment, Value, Window};
use std::collections::{BTreeMap, BTreeSet};

/// What a statement can give to others of its article and value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Donor {
    claimant: Option<String>,
    speaker: Option<String>,
    in_headline: bool,
    window: Window,
    facets: BTreeMap<String, String>,
}

/// Donors by article and value.
type Donors = BTreeMap<(usize, String), BTreeSet<Donor>>;

/// Gives every statement the scope that its topic and article let it have.
pub(super) fn settle_scopes(claims: &ClaimSet, corpus: &Corpus, topic: &Topic, statements: &mut [Statement]) {
    let speaking = |statement: &&mut Statement| !matches!(statement.value, Value::Silent { .. });
    for statement in statements.iter_mut().filter(speaking) {
        take_topic_scope(claims, corpus, topic, statement);
    }
    let donors = gather_donors(statements);
    inherit_times(statements);
    take_time_of_now(corpus, statements);
    take_time_of_print(topic.kind, corpus, statements);
    take_day_before(corpus, statements);
    date_so_far(corpus, statements);
    for statement in statements.iter_mut().filter(speaking) {
        inherit(&donors, statement);
        for facet in &topic.facets {
            if let Some(default) = &facet.default {
                statement.facets.entry(facet.id.clone()).or_insert_with(|| default.clone());
            }
        }
        end_at_publication(corpus, statement);
    }
}

fn take_topic_scope(claims: &ClaimSet, corpus: &Corpus, topic: &Topic, statement: &mut Statement) {
    for (facet, option) in &topic.only {
        statement.facets.entry(facet.clone()).or_insert_with(|| option.clone());
    }
    // A tally that is given for a day is of all that was counted up to it.
    if topic.since.is_some()
        && !statement.curated
        && statement.window.to == Edge::Unknown
        && let Some(OwnTime::At(moment)) = &statement.time
    {
        statement.window.to = Edge::within(moment);
    }
    // Whatever is told of one day is told of that day.
    if topic.since.is_some() || topic.during.is_some_and(|during| is_one_day(&during)) {
        statement.time = None;
    }
    if statement.curated {
        return;
    }
    let event = topic.since.and_then(|event| claims.events.get(event)).and_then(|event| event.on.as_ref());
    if let Some(on) = event {
        if !begins_later(corpus, statement, on) {
            statement.window.from = Edge::within(on);
        }
    } else if let Some(during) = topic.during
        && (statement.window.is_unknown() || is_one_day(&during))
    {
        statement.window = during;
    }
}

/// Whether what is counted begins later than the event, by its text, and goes on until that is printed: `three times this
/// year`, `since January`. (`In May` tells when a tally had come so far.)
fn begins_later(corpus: &Corpus, statement: &Statement, event: &Moment) -> bool {
    let printed = statement.article.and_then(|article| corpus.articles.get(article)?.front.published_on.as_ref());
    let goes_on =
        statement.window.to.days().zip(printed.and_then(Moment::last_day)).is_some_and(|(to, day)| to.1 == day);
    let begins = statement.window.from.days().map(|(first, _)| first);
    let is_stretch = statement.window.from != statement.window.to;
    goes_on && is_stretch && begins > event.last_day() && event.last_day().is_some()
}

/// Within one day there is nothing narrower for a text to mean.
fn is_one_day(window: &Window) -> bool {
    window.from == window.to && window.from.days().is_some_and(|(first, last)| first == last)
}

fn gather_donors(statements: &[Statement]) -> Donors {
    let mut donors = Donors::new();
    for statement in statements {
        if let Some(article) = statement.article {
            donors.entry((article, value_key(&statement.value))).or_default().insert(Donor {
                claimant: statement.claimant.clone(),
                speaker: statement.speaker.clone(),
                in_headline: statement.in_headline,
                window: statement.window,
                facets: statement.facets.clone(),
            });
        }
    }
    donors
}

fn inherit(donors: &Donors, statement: &mut Statement) {
    let Some(article) = statement.article else { return };
    let Some(pool) = donors.get(&(article, value_key(&statement.value))) else { return };
    let own: Vec<&Donor> = pool.iter().filter(|donor| is_of_voice(donor, statement)).collect();
    inherit_from(&own, statement);
    if statement.in_headline {
        let body: Vec<&Donor> = pool.iter().filter(|donor| !donor.in_headline).collect();
        inherit_from(&body, statement);
    }
}

fn is_of_voice(donor: &Donor, statement: &Statement) -> bool {
    donor.claimant == statement.claimant && donor.speaker == statement.speaker
}

fn inherit_from(donors: &[&Donor], statement: &mut Statement) {
    if let Some(window) = agreed_window(donors, &statement.window) {
        statement.window = window;
    }
    let fitting = |donor: &&&Donor| {
        donor.facets.iter().all(|(facet, option)| statement.facets.get(facet).is_none_or(|own| own == option))
    };
    let mut offered: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
    for donor in donors.iter().filter(fitting) {
        for (facet, option) in &donor.facets {
            offered.entry(facet).or_default().insert(option);
        }
    }
    for (facet, options) in offered {
        if let Some(option) = options.first().filter(|_| options.len() == 1) {
            statement.facets.entry(facet.clone()).or_insert_with(|| (*option).clone());
        }
    }
}

/// The window with its missing edges filled, when the fullest donors that fit
/// it say the same.
fn agreed_window(donors: &[&Donor], own: &Window) -> Option<Window> {
    let missing = |window: &Window| [window.from, window.to].iter().filter(|edge| **edge == Edge::Unknown).count();
    if missing(own) == 0 {
        return None;
    }
    let fits = |edge: Edge, theirs: Edge| edge == Edge::Unknown || edge.meets(&theirs) == Some(true);
    let fitting: Vec<&Window> = donors
        .iter()
        .map(|donor| &donor.window)
        .filter(|theirs| fits(own.from, theirs.from) && fits(own.to, theirs.to) && missing(theirs) < missing(own))
        .collect();
    let fewest = fitting.iter().map(|window| missing(window)).min()?;
    let mut fullest = fitting.into_iter().filter(|window| missing(window) == fewest);
    let first = fullest.next()?;
    if !fullest.all(|other| other.meets(first) != Some(false)) {
        return None;
    }
    let fill = |edge: Edge, theirs: Edge| if edge == Edge::Unknown { theirs } else { edge };
    Some(Window { from: fill(own.from, first.from), to: fill(own.to, first.to) })
}

fn end_at_publication(corpus: &Corpus, statement: &mut Statement) {
    let Window { from, to } = &mut statement.window;
    if *to != Edge::Unknown || *from == Edge::Unknown {
        return;
    }
    let article = statement.article.and_then(|article| corpus.articles.get(article));
    if let Some(published) = article.and_then(|article| article.front.published_on.as_ref()) {
        *to = Edge::within(published);
    }
}
