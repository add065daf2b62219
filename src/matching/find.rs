//! The mentions of one article: hits with their voice, window and facets, and
//! the claims that hold them.

use super::attribution::nested::is_anothers;
use super::attribution::relays::{Relay, trace};
use super::attribution::{Attributed, Place, Speakers, also, attribute, of_quotation};
use super::elsewhere::answers::Answers;
use super::elsewhere::cells::Cells;
use super::elsewhere::corrected::{Correction, find_correction, give_up_denied};
use super::elsewhere::ellipsis;
use super::elsewhere::goes_on::add_others;
use super::elsewhere::revised::replace_before;
use super::mention::{FoundBy, Mention};
use super::passage::Passage;
use super::passage::names::{NameAt, NameId};
use super::patterns::candidates::{Candidate, candidates_for, in_other_currencies};
use super::patterns::flow::is_rate;
use super::patterns::hit::{Hit, Instead};
use super::patterns::hits::{find_hits, ruled_out};
use super::prefilter::chances::Chance;
use super::rate::with_basis;
use super::scope;
use super::stance::{Revises, Stance, read_stance};
use super::time::about::is_about;
use super::time::carried::carry_periods;
use super::time::entry::entry_of;
use super::time::ordinal::end_on_its_day;
use super::time::own::own_time_of;
use super::time::parted::{part_by_day, part_from_before};
use super::time::times::OwnTime;
use super::time::{period, tally};
use super::topics::{TopicProbe, Topics};
use super::wording;
use crate::claims::{ClaimSet, Event, Topic};
use crate::corpus::BlockKind;
use crate::text::Span;
use crate::value::{Kind, Value};
use jiff::civil::Date;
use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// How much is printed of a name, in characters.
const PRINTED: usize = 100;
/// How far from its value, in tokens, a window may stand to be shown with it.
const SHOWN: usize = 4;

/// The mentions of one topic in one article, in order of place.
#[must_use]
pub fn find_in(
    claims: &ClaimSet,
    topics: &Topics,
    chance: &Chance,
    passage: &Passage<'_>,
    article: usize,
) -> Vec<Mention> {
    let index = chance.topic;
    let (topic, probe) = (&claims.topics[index], &topics.probes[index]);
    let event = topic.since.and_then(|event| claims.events.get(event)?.on.as_ref());
    let begins = event.and_then(crate::value::Moment::first_day);
    let finder = Finder {
        topic,
        probe,
        passage,
        speakers: speakers(claims, topics, topic, probe),
        topics,
        options_read: scope::OptionsRead::default(),
        begins,
        events: &claims.events,
    };
    let mut mentions = finder.of_patterns(&chance.sentences);
    mentions.extend(finder.of_wording());
    for mention in &mut mentions {
        (mention.topic, mention.article) = (index, article);
    }
    mentions.sort_by_key(|mention| (mention.span, mention.value_span));
    mentions
}

struct Finder<'f, 'a> {
    topic: &'f Topic,
    probe: &'f TopicProbe,
    passage: &'f Passage<'a>,
    speakers: Speakers,
    topics: &'f Topics,
    options_read: scope::OptionsRead<'f>,
    /// The day from which a growing tally counts.
    begins: Option<Date>,
    events: &'f [Event],
}

/// Claimants always speak. Entities do where somebody's own words are asked
/// for: in quotations.
fn speakers(claims: &ClaimSet, topics: &Topics, topic: &Topic, probe: &TopicProbe) -> Speakers {
    let ids = |named: &[crate::claims::Named]| -> Vec<NameId> {
        named.iter().filter_map(|named| topics.names.find_id(&named.id)).collect()
    };
    let entities = if topic.kind == Kind::Quote { ids(&claims.entities) } else { Vec::new() };
    let claimants = if probe.sides.is_empty() { ids(&claims.claimants) } else { probe.sides.clone() };
    Speakers::new(claimants, entities, probe.sides.clone())
}

impl Finder<'_, '_> {
    fn of_patterns(&self, sentences: &[Span]) -> Vec<Mention> {
        let sentences = sentences.iter().filter_map(|&sentence| self.passage.sentence_with(sentence));
        let sentences: Vec<usize> = sentences.collect();
        let hits = sentences.iter().flat_map(|&sentence| {
            let hits = find_hits(self.topic, self.probe, self.passage, sentence);
            let cells = self.cells().hits(sentence);
            hits.into_iter().chain(cells).collect::<Vec<Hit>>()
        });
        // A head has hits in the rows below it.
        let mut by_sentence: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        for hit in hits {
            let of = by_sentence.entry(hit.sentence).or_default();
            if !of.iter().any(|other| hit.value_span.is_some() && other.value_span == hit.value_span) {
                of.push(hit);
            }
        }
        // What says all the words itself goes before what answers a question.
        for hit in sentences.iter().flat_map(|&question| self.answers().hits(question)) {
            let of = by_sentence.entry(hit.sentence).or_default();
            if of.is_empty() {
                of.push(hit);
            }
        }
        let corrections = self.correct(&mut by_sentence);
        add_others(self.topic, self.passage, &mut by_sentence);
        let mut mentions: Vec<Mention> =
            by_sentence.into_iter().flat_map(|(sentence, hits)| self.of_sentence(sentence, hits)).collect();
        replace_before(self.passage, &mut mentions);
        give_up_denied(self.topic, self.passage, &mut mentions);
        if has_windows(self.topic.kind) {
            // What grows from an event is no number of a day.
            if self.topic.since.is_none() {
                part_by_day(self.passage, &mut mentions);
            }
            part_from_before(self.passage, &mut mentions);
            carry_periods(self.passage, &mut mentions, self.topic.since.is_some());
        }
        for (old, value, new) in corrections {
            for mention in &mut mentions {
                if mention.value_span == Some(old) {
                    // It is told as wrong, and nobody states it any more.
                    (mention.stance.is_superseded, mention.stance.is_withheld) = (true, true);
                }
                if mention.value_span == Some(new) {
                    mention.stance.revises = Some(Revises { from: Some(value.clone()) });
                }
            }
        }
        mentions
    }

    /// Adds what sentences after those with hits correct; what an outlet gives up itself is
    /// told, with what takes its place.
    fn correct(&self, by_sentence: &mut BTreeMap<usize, Vec<Hit>>) -> Vec<(Span, Value, Span)> {
        let find = |hits: &Vec<Hit>| {
            let correction = find_correction(self.topic, self.passage, hits)?;
            Some((hits[0].value_span?, hits[0].value.clone(), correction))
        };
        let found: Vec<(Span, Value, Correction)> = by_sentence.values().filter_map(find).collect();
        let mut given_up = Vec::new();
        for (old, value, Correction { hit, is_own }) in found {
            given_up.extend(hit.value_span.filter(|_| is_own).map(|new| (old, value, new)));
            let of = by_sentence.entry(hit.sentence).or_default();
            if !of.iter().any(|other| other.value_span == hit.value_span) {
                of.push(hit);
            }
        }
        given_up
    }

    fn cells(&self) -> Cells<'_, '_> {
        let claimants = &self.speakers.claimants;
        Cells { topic: self.topic, probe: self.probe, passage: self.passage, claimants }
    }

    fn answers(&self) -> Answers<'_, '_> {
        let claimants = &self.speakers.claimants;
        Answers { topic: self.topic, probe: self.probe, passage: self.passage, claimants }
    }

    fn of_sentence(&self, sentence: usize, mut hits: Vec<Hit>) -> Vec<Mention> {
        let candidates = candidates_for(self.topic, self.probe, self.passage, sentence);
        let claimants = &self.speakers.claimants;
        // `The prosecution called 63 witnesses and the defence called 14 witnesses`: these have words of their own.
        let may_be_other = hits.len() < candidates.len();
        let others = LazyCell::new(|| ruled_out(self.topic, self.probe, self.passage, sentence));
        let says_another =
            |hit: &Hit| matches!(hit.instead, Some(Instead::Another(_))) && hit.score >= self.probe.threshold;
        let is_other = |candidate: &Candidate| {
            may_be_other && others.iter().any(|hit| hit.value_span == Some(candidate.span) && says_another(hit))
        };
        // `It lasted 75 minutes, the office says; the union has 40.`
        let bare = ellipsis::bare_numbers(self.topic, self.passage, &hits, sentence);
        let all: Vec<Candidate> = candidates.iter().cloned().chain(bare).collect();
        ellipsis::take_along(self.topic, self.passage, &self.probe.facets, claimants, &all, &is_other, &mut hits);
        let candidates = self.with_other_currencies(candidates, &hits, sentence);
        hits.iter().flat_map(|hit| self.mentions(hit, &hits, &candidates)).collect()
    }

    /// With the sums in other currencies, where a hit is one.
    fn with_other_currencies(&self, mut all: Vec<Candidate>, hits: &[Hit], sentence: usize) -> Vec<Candidate> {
        let is_known = |hit: &Hit| all.iter().any(|candidate| Some(candidate.span) == hit.value_span);
        if !hits.iter().all(is_known) {
            all.extend(in_other_currencies(self.topic, self.passage, sentence));
        }
        all
    }

    /// The mention of a hit, and one more for each who states it with its claimant.
    fn mentions(&self, hit: &Hit, hits: &[Hit], candidates: &[Candidate]) -> Vec<Mention> {
        let Some(mention) = self.mention(hit, hits, candidates) else { return Vec::new() };
        let name = |id: NameId| self.topics.names.id(id).to_owned();
        let of_found = |span: Span| {
            let id = mention.claimant.as_deref().and_then(|id| self.topics.names.find_id(id));
            id.map_or(Vec::new(), |id| also(self.passage, &self.speakers, &Attributed { id: Some(id), span }))
        };
        let others = mention.attribution.filter(|_| mention.via.is_empty()).map(of_found).unwrap_or_default();
        let with = |other: &Attributed| Mention {
            claimant: other.id.map(name),
            attribution: Some(other.span),
            ..mention.clone()
        };
        let mut mentions: Vec<Mention> = others.iter().map(with).collect();
        mentions.push(mention.clone());
        mentions.sort_by_key(|mention| mention.attribution);
        mentions
    }

    fn mention(&self, hit: &Hit, hits: &[Hit], candidates: &[Candidate]) -> Option<Mention> {
        let value_tokens = |hit: &Hit| hit.value_span.map_or(hit.tokens.clone(), |span| self.passage.tokens_of(span));
        let is_rival = |other: &&Hit| other.value_span != hit.value_span && !other.is_measure(self.passage);
        let rivals: Vec<Range<usize>> = hits.iter().filter(is_rival).map(value_tokens).collect();
        let (tokens, whole) = (value_tokens(hit), hit.tokens.clone());
        let place = Place { sentence: hit.sentence, tokens, whole, rivals: &rivals };
        let facets = scope::facets_of(self.passage, &self.probe.facets, &place, &self.options_read);
        let wanted = self.topic.only.iter().all(|(facet, option)| facets.get(facet) == Some(option));
        if !wanted || !is_about(self.passage, self.topic, self.begins, &place) {
            return None;
        }
        let window =
            if has_windows(self.topic.kind) { period::window_of(self.passage, self.topic.kind, &place) } else { None };
        let window = window.map(|window| end_on_its_day(self.passage, &place, window));
        let candidate = candidates.iter().find(|candidate| Some(candidate.span) == hit.value_span);
        let impossible = candidate.and_then(|candidate| self.passage.impossible_in(candidate.span));
        let currency = candidate.and_then(|candidate| candidate.currency.clone());
        let span = self.shown(hit, &place);
        let value = if is_rate(self.topic.unit.as_deref()) {
            hit.value.clone()
        } else {
            with_basis(self.passage, self.topic.kind, &place, &hit.value)
        };
        let mention = self.bare(span, value, hit.score, FoundBy::Pattern);
        let (value, whole) = (&place.tokens, &place.whole);
        let mut stance = read_stance(self.passage, self.topic, hit.sentence, value, whole, candidates);
        stance.is_withheld |= currency.is_some();
        let voiced = self.voiced(mention, &place, hit.teller.clone().and_then(|name| self.teller(&name)));
        let anchor = hit.value_span.filter(|_| self.topic.kind == Kind::Date).and_then(|span| self.anchor(span));
        let tallied = |begins: &Date| {
            let day = tally::day_of_tally(self.passage, &place)?;
            (day.first_day() >= Some(*begins)).then_some(OwnTime::At(day))
        };
        let event = self.topic.since.and_then(|event| self.events.get(event)?.on.as_ref()?.only_day());
        let after = event.and_then(|event| tally::day_after(self.passage, &place, event)).map(OwnTime::At);
        let time = after.or_else(|| own_time_of(self.passage, self.topic.kind, &place));
        let time = time.or_else(|| self.begins.as_ref().and_then(tallied));
        Some(Mention {
            value_span: hit.value_span,
            window,
            time,
            facets,
            impossible,
            stance,
            anchor,
            currency,
            entry: entry_of(self.passage, &place),
            ..voiced
        })
    }

    /// The event that a date is given by: `four days before the invasion`.
    fn anchor(&self, date: Span) -> Option<usize> {
        let mut named = self.passage.names_in(self.passage.tokens_of(date));
        named.find_map(|name| self.events.iter().position(|event| event.id == self.topics.names.id(name.id)))
    }

    /// The words shown for a hit: what the pattern accounts for, the value,
    /// and a window close after it.
    fn shown(&self, hit: &Hit, place: &Place<'_>) -> Span {
        let span = self.passage.span_of(&hit.tokens).cover(&self.passage.span_of(&place.tokens));
        let end = self.passage.tokens_of(span).end;
        let windows = self.passage.windows_in(self.passage.sentences[hit.sentence].span);
        let close = windows.filter(|read| {
            let tokens = self.passage.tokens_of(read.span);
            tokens.start >= place.tokens.end
                && tokens.start <= end + SHOWN
                && !place.rivals.iter().any(|rival| place.tokens.end <= rival.start && rival.start < tokens.start)
        });
        if !has_windows(self.topic.kind) {
            return span;
        }
        close.map(|read| read.span).fold(span, |span, window| span.cover(&window))
    }

    fn of_wording(&self) -> Vec<Mention> {
        let Some(wanted) = &self.topic.wording else { return Vec::new() };
        let quoted = wording::find_wording(self.passage, wanted);
        let made = quoted.into_iter().filter(|quoted| quoted.score >= self.probe.threshold - 0.2).map(|quoted| {
            let tokens = self.passage.tokens_of(quoted.span);
            let sentence = self.passage.sentence_at(quoted.span.start);
            let place = Place { sentence, whole: tokens.clone(), tokens, rivals: &[] };
            let bare = self.bare(quoted.span, Value::Wording(quoted.words), quoted.score, FoundBy::Wording);
            self.voiced(bare, &place, None)
        });
        made.collect()
    }

    fn bare(&self, span: Span, value: Value, score: f64, found_by: FoundBy) -> Mention {
        let sentence = &self.passage.sentences[self.passage.sentence_at(span.start)];
        Mention {
            topic: 0,
            article: 0,
            span,
            value_span: None,
            value,
            claimant: None,
            speaker: None,
            via: Vec::new(),
            attribution: None,
            stance: Stance::default(),
            window: None,
            time: None,
            facets: BTreeMap::new(),
            score,
            found_by,
            claim: None,
            anchor: None,
            in_headline: sentence.kind == BlockKind::Headline,
            impossible: None,
            currency: None,
            entry: None,
        }
    }

    /// Who gives a number, by the name of theirs that leads to it.
    fn teller(&self, name: &Range<usize>) -> Option<Attributed> {
        let is_theirs = |of: &&NameAt| of.tokens == *name && self.speakers.claimants.contains(&of.id);
        let name = self.passage.names_in(name.clone()).find(is_theirs)?;
        Some(Attributed { id: Some(name.id), span: self.passage.span_of(&name.tokens) })
    }

    /// The mention with its voice: the text's, or else the article's.
    fn voiced(&self, mention: Mention, place: &Place<'_>, teller: Option<Attributed>) -> Mention {
        let is_wording = mention.found_by == FoundBy::Wording;
        let quoted = || if is_wording { None } else { of_quotation(self.passage, place) };
        let named = attribute(self.passage, &self.speakers, place).or(teller);
        let is_named = named.is_some();
        let voice = named.or_else(quoted);
        let traced = voice.map(|voice| trace(self.passage, &self.speakers, voice));
        let (voice, relays) = traced.map_or((None, Vec::new()), |(voice, relays)| (Some(voice), relays));
        let front = self.passage.article.front.claimant.as_ref();
        let voice = voice.filter(|voice| front.is_none() || is_anothers(self.passage, place.sentence, voice));
        let claimant = voice.and_then(|voice| voice.id).map(|id| self.topics.names.id(id).to_owned());
        let unlisted = voice.filter(|voice| voice.id.is_none());
        let speaker = unlisted.map(|voice| match self.printed(voice.span) {
            name if is_named => name,
            words => format!("“{words} …”"),
        });
        let claimant = claimant.or_else(|| front.filter(|_| unlisted.is_none()).cloned());
        let via = relays.into_iter().map(|relay| self.relay_name(relay)).collect();
        Mention { claimant, speaker, via, attribution: voice.map(|voice| voice.span), ..mention }
    }

    fn relay_name(&self, relay: Relay) -> String {
        match relay {
            Relay::Known(id) => self.topics.names.id(id).to_owned(),
            Relay::Printed(span) => self.printed(span),
        }
    }

    /// Words of the text that name somebody, on one line.
    fn printed(&self, span: Span) -> String {
        let words = span.of(&self.passage.article.body).split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() > PRINTED { words.chars().take(PRINTED).chain(['…']).collect() } else { words }
    }
}

/// Whether values of a kind are about a stretch of time at all. A duration is
/// a length, not a tally; a date is a time itself.
pub(super) fn has_windows(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Quantity | Kind::Money | Kind::Percent)
}
