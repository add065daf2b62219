//! A position as a row: who says it, what, over which scope, and where.
//!
//! ```text
//! p2   the Élysée   6 calls   24 Feb 2022 to Oct 2022   cibuk-sixty-calls:36
//! ```

use super::evidence;
use super::paragraph::{Mark, Piece};
use super::says;
use super::values::{ValueView, WindowView};
use super::view::PositionView;
use super::visible::{shorten, visible};
use crate::check::Checked;
use crate::claims::{ClaimSet, Topic};
use crate::compare::own_times::times_in_words;
use crate::compare::wording::{Stretch, stretches};
use crate::compare::words::{list_in_words, unlisted_in_words};
use crate::compare::{Position, TopicResult};
use crate::value::{Hedge, Value};
use std::collections::BTreeSet;

/// How much of the words of a text a row shows.
const STATED: usize = 60;

pub(super) fn position_view(checked: &Checked, result: &TopicResult, position: &Position, id: String) -> PositionView {
    let Checked { claims, corpus, .. } = checked;
    let time = Some(&position.times).filter(|times| !times.is_empty() && position.window.is_none());
    let time = time.map(|times| says::glued(&times_in_words(times)));
    let period = position.window.as_ref().and_then(says::period).or(time);
    // What every row shares tells no row from another.
    let is_shared = |facet: &String, option: &String| {
        result.positions.iter().all(|other| other.facets.get(facet).is_none_or(|theirs| theirs == option))
    };
    let telling = position.facets.iter().filter(|(facet, option)| !is_shared(facet, option));
    let facets = telling.map(|(facet, option)| says::facet(facet, option));
    let mut view = PositionView {
        id,
        claimant: position.claimant.clone(),
        speaker: position.speaker.clone(),
        value: ValueView::new(&position.value, None),
        window: position.window.as_ref().and_then(WindowView::new),
        facets: position.facets.clone(),
        claims: claim_ids(claims, &position.claims),
        articles: position.articles.iter().map(|&article| corpus.articles[article].id.to_string()).collect(),
        origins: position.origins,
        who: who(checked, position),
        says: says::value(&position.value, &claims.topics[result.topic], claims),
        stated: stated(checked, result, position),
        scope: period.into_iter().chain(facets).collect(),
        places: places(checked, result, position),
        worst: None,
        mentions: position.mentions.clone(),
        key: String::new(),
        facts: Vec::new(),
        wording: wording(&claims.topics[result.topic], &position.value),
    };
    view.key = key(&claims.topics[result.topic].id, &view);
    view.facts = evidence::facts(checked, &view);
    view
}

/// A name for what a position states, from what it states alone.
fn key(topic: &str, view: &PositionView) -> String {
    let speaker = view.speaker.as_ref().map(|speaker| format!("“{speaker}”"));
    let stated = (topic, view.claimant.as_ref().or(speaker.as_ref()), &view.value, &view.window, &view.facets);
    let text = serde_json::to_string(&stated).unwrap_or_else(|_| view.says.clone());
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(text.as_bytes()))
}

/// A quotation held against the wording of its topic.
fn wording(topic: &Topic, value: &Value) -> Vec<Piece> {
    let (Some(expected), Value::Wording(printed)) = (&topic.wording, value) else { return Vec::new() };
    let piece = |stretch: Stretch| {
        let (mark, words) = match stretch {
            Stretch::Same(words) => (Mark::Plain, words),
            Stretch::LeftOut(words) => (Mark::LeftOut, words),
            Stretch::Added(words) => (Mark::Added, words),
        };
        Piece { mark, text: visible(&words).into_owned() }
    };
    stretches(expected, printed).into_iter().map(piece).collect()
}

/// Ids in an order of their own: moving a claim about its file changes nothing.
pub(super) fn claim_ids(claims: &ClaimSet, indices: &[usize]) -> Vec<String> {
    let mut ids: Vec<String> = indices.iter().map(|&claim| claims.claims[claim].id.clone()).collect();
    ids.sort_unstable();
    ids
}

/// The words of the text where they are more telling than what is made of
/// them: `nearly two hours` is 108 to under 120 minutes, and an option's id is
/// no answer yet.
fn stated(checked: &Checked, result: &TopicResult, position: &Position) -> Option<String> {
    let mention = &result.mentions[*position.mentions.first()?];
    let span = match &position.value {
        Value::Amount(amount) if amount.hedge != Hedge::Exact => mention.value_span?,
        Value::Choice(_) => mention.span,
        _ => return None,
    };
    let words = visible(span.of(&checked.corpus.articles[mention.article].body));
    Some(format!("“{}”", says::glued(&shorten(&words, STATED))))
}

/// The claimant, whoever is not listed, or the outlets that speak in their own voice.
fn who(checked: &Checked, position: &Position) -> String {
    if let Some(speaker) = &position.speaker {
        return unlisted_in_words(speaker, None).replace("not ", "not\u{a0}");
    }
    let name = speaker(checked, position);
    if position.is_own_voice() && !position.articles.is_empty() { format!("{name} (own\u{a0}voice)") } else { name }
}

/// The name of who speaks, as findings say it.
pub(super) fn speaker(checked: &Checked, position: &Position) -> String {
    let Checked { claims, corpus, .. } = checked;
    if let Some(claimant) = &position.claimant {
        return claims.display(claimant).to_owned();
    }
    if position.articles.is_empty() {
        return "an unnamed source".to_owned();
    }
    let articles = position.articles.iter().map(|&article| &corpus.articles[article]);
    let outlets = articles.map(|article| article.front.outlet.as_deref().unwrap_or(&article.id));
    let outlets = list_in_words(&outlets.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>(), 3);
    let unlisted = position.speaker.as_ref().map(|speaker| unlisted_in_words(speaker, Some(&outlets)));
    unlisted.unwrap_or(outlets)
}

/// `article:line` of each mention, then the claims that no mention bears;
/// of silence, the articles that are silent.
fn places(checked: &Checked, result: &TopicResult, position: &Position) -> Vec<String> {
    let lines: BTreeSet<(usize, u32)> = position
        .mentions
        .iter()
        .map(|&at| {
            let mention = &result.mentions[at];
            (mention.article, checked.corpus.articles[mention.article].line(mention.span.start).0)
        })
        .collect();
    let of_line = |(article, line): (usize, u32)| format!("{}:{line}", checked.corpus.articles[article].id);
    let mut places: Vec<String> = lines.into_iter().map(of_line).collect();
    let borne: BTreeSet<usize> = position.mentions.iter().filter_map(|&at| result.mentions[at].claim).collect();
    for &claim in position.claims.iter().filter(|claim| !borne.contains(claim)) {
        places.push(format!("claim {}", checked.claims.claims[claim].id));
    }
    if places.is_empty() {
        places.extend(position.articles.iter().map(|&article| checked.corpus.articles[article].id.to_string()));
    }
    places
}

/// Whose statement a place is, and what it says.
pub(super) fn label(checked: &Checked, result: &TopicResult, position: &Position) -> String {
    let topic = &checked.claims.topics[result.topic];
    let says = says::value(&position.value, topic, &checked.claims).replace('\u{a0}', " ");
    format!("{}: {says}", speaker(checked, position))
}
