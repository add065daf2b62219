//! The conflict table of one topic: its mentions, its positions as rows, and
//! what a rule needs to make a finding of them.
//!
//! Rules ask it who a position is, how its evidence reads, and let it fill in
//! claims, articles and the fingerprint. It decides nothing itself.
//!
//! ```text
//! the Kremlin: 14 calls, 24 Feb 2022 to Oct 2022 (cibuk-sixty-calls:8, claim kremlin-14)
//! ```

use super::dates::period_in_words;
use super::finding::Standing;
use super::fingerprint::{APART, Evidence, fingerprint};
use super::key::{speaker_key, value_key};
use super::origins::Origins;
use super::outdated::{Outdated, find_outdated, moments_of};
use super::own_times::{keep_telling, times_in_words};
use super::pairs::{Pair, compare_pairs, list_relations};
use super::positions::group_positions;
use super::revision::{Grounds, Revision, find_revisions, say_revision};
use super::settle::settle_scopes;
use super::silence::{find_silences, find_unpublished};
use super::statement::gather_statements;
use super::timeline::tally::{Tally, find_nested, group_tallies};
use super::together::take_together;
use super::words::{
    bare_value_in_words, interval_notation, list_in_words, option_in_words, unlisted_in_words, value_in_words,
};
use super::{Finding, Position, Relation, Rule, TopicResult};
use crate::claims::{ClaimSet, Topic};
use crate::corpus::{Article, Corpus};
use crate::matching::{Mention, QuoteOutcome};
use crate::text::{Line, Span};
use crate::value::{Kind, Value};
use std::collections::{BTreeMap, BTreeSet};

/// How many places of a position a line of detail names.
const PLACES: usize = 5;

/// One topic, compared.
pub(super) struct Table<'r> {
    pub(super) claims: &'r ClaimSet,
    pub(super) corpus: &'r Corpus,
    pub(super) origins: &'r Origins,
    /// What became of the claims' quotes, sorted by claim.
    pub(super) quotes: &'r [(usize, QuoteOutcome)],
    /// Index of the topic.
    pub(super) index: usize,
    pub(super) topic: &'r Topic,
    /// With the claimant and scope that were settled.
    pub(super) mentions: Vec<Mention>,
    pub(super) positions: Vec<Position>,
    pub(super) pairs: Vec<Pair>,
    /// The sides of a readout whose account is not in the corpus.
    pub(super) unpublished: Vec<String>,
    /// Which positions replace which; their pairs are no conflicts.
    pub(super) revisions: BTreeSet<Revision>,
    /// Conflicts that time has settled, by their positions, the lower index first.
    pub(super) outdated: BTreeMap<(usize, usize), Outdated>,
    /// Whether a position is about a period.
    pub(super) is_windowed: bool,
    /// Positions as tallies over time, those that no facet tells apart
    /// together.
    pub(super) tallies: Vec<Vec<Tally>>,
    /// Pairs of positions of which one lies within the other and has more, the
    /// lower index first.
    pub(super) nested: BTreeSet<(usize, usize)>,
    /// The positions that each claim holds, by its index.
    holders: BTreeMap<usize, Vec<usize>>,
}

impl<'r> Table<'r> {
    /// Compares everything that was found on a topic.
    pub(super) fn new(
        claims: &'r ClaimSet,
        corpus: &'r Corpus,
        origins: &'r Origins,
        quotes: &'r [(usize, QuoteOutcome)],
        index: usize,
        mut mentions: Vec<Mention>,
    ) -> Self {
        let topic = &claims.topics[index];
        let mut statements = gather_statements(claims, corpus, quotes, index, &mut mentions);
        settle_scopes(claims, corpus, topic, &mut statements);
        for statement in &statements {
            if let Some(mention) = statement.mention.and_then(|at| mentions.get_mut(at)) {
                mention.claimant.clone_from(&statement.claimant);
                mention.speaker.clone_from(&statement.speaker);
                mention.facets.clone_from(&statement.facets);
                mention.time.clone_from(&statement.time);
                mention.window = Some(statement.window).filter(|window| !window.is_unknown());
            }
        }
        let silences = find_silences(topic, corpus, &statements);
        let unpublished = find_unpublished(topic, corpus, &statements);
        statements.extend(silences);
        let mut positions = group_positions(topic, &statements, origins);
        let speaks = |position: &Position| !matches!(position.value, Value::Silent { .. });
        let is_windowed = positions.iter().any(|position| position.window.is_some() && speaks(position));
        let times = moments_of(&mentions);
        keep_telling(&mut positions, &mut mentions);
        let mut pairs = compare_pairs(topic, &positions);
        let grounds = Grounds { corpus, topic, mentions: &mentions, positions: &positions };
        let revisions = find_revisions(&grounds, &pairs);
        for pair in pairs.iter_mut().filter(|pair| revision_of(&revisions, pair).is_some()) {
            pair.relation = Relation::ScopeDiffers;
        }
        let outdated = find_outdated(&grounds, &times, &pairs, &revisions);
        for pair in pairs.iter_mut().filter(|pair| outdated.contains_key(&(pair.a, pair.b))) {
            pair.relation = Relation::ScopeDiffers;
        }
        let mut tallies = group_tallies(topic, &positions);
        // What has been replaced is no longer said.
        let updated = |position: usize| {
            let is_old = |way: &Outdated| matches!(way, Outdated::Moved { old: Some(old), .. } if *old == position);
            outdated.values().any(is_old)
        };
        let replaced = |position: usize| revisions.iter().any(|way| way.old == position) || updated(position);
        tallies.iter_mut().for_each(|group| group.retain(|tally| !replaced(tally.position)));
        tallies.retain(|group| group.len() > 1);
        let nested = find_nested(&tallies);
        let mut holders: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, position) in positions.iter().enumerate() {
            position.claims.iter().for_each(|&claim| holders.entry(claim).or_default().push(at));
        }
        Self {
            claims,
            corpus,
            origins,
            quotes,
            index,
            topic,
            mentions,
            positions,
            pairs,
            unpublished,
            revisions,
            outdated,
            is_windowed,
            tallies,
            nested,
            holders,
        }
    }

    /// What revisions are read from.
    pub(super) fn grounds(&self) -> Grounds<'_> {
        Grounds { corpus: self.corpus, topic: self.topic, mentions: &self.mentions, positions: &self.positions }
    }

    /// How the positions of a pair replace one another, if they do.
    pub(super) fn revision(&self, pair: &Pair) -> Option<Revision> {
        revision_of(&self.revisions, pair)
    }

    /// What reports show of it.
    pub(super) fn into_result(self) -> TopicResult {
        let mut relations = list_relations(self.topic, &self.positions, &self.pairs);
        for related in relations.iter_mut().filter(|related| self.nested.contains(&(related.a, related.b))) {
            related.reason += "; one period lies within the other and has more";
        }
        for related in &mut relations {
            match self.outdated.get(&(related.a, related.b)) {
                Some(Outdated::GivenUp(way)) => related.reason = say_revision(&self, *way),
                Some(Outdated::Moved { times: [a, b], .. }) => {
                    related.reason = format!("{a} against {b}, when it had moved on")
                }
                None => {}
            }
            let ways = [(related.a, related.b), (related.b, related.a)].map(|(old, new)| Revision { old, new });
            if let Some(way) = ways.into_iter().find(|way| self.revisions.contains(way)) {
                related.reason = say_revision(&self, way);
            }
        }
        let together = take_together(self.topic, &self.positions, &self.tallies, || self.told());
        TopicResult {
            topic: self.index,
            mentions: self.mentions,
            positions: self.positions,
            relations,
            together,
            unpublished: self.unpublished,
        }
    }

    /// The pairs of positions that conflict over one scope, the lower index
    /// first.
    pub(super) fn told(&self) -> impl Iterator<Item = (usize, usize)> {
        self.pairs.iter().filter(|pair| pair.relation == Relation::Conflict).map(|pair| (pair.a, pair.b))
    }

    /// Who holds a position: a claimant's name, or the outlets that speak in
    /// their own voice.
    pub(super) fn who(&self, position: &Position) -> String {
        if let Some(speaker) = &position.speaker {
            return unlisted_in_words(speaker, Some(&self.outlets(&position.articles)));
        }
        match &position.claimant {
            Some(id) => self.claims.display(id).to_owned(),
            None if position.articles.is_empty() => "an unnamed source".to_owned(),
            None => self.outlets(&position.articles),
        }
    }

    /// The outlets of some articles, each once.
    pub(super) fn outlets(&self, articles: &[usize]) -> String {
        let mut names: Vec<String> = Vec::new();
        for article in articles.iter().filter_map(|&article| self.corpus.articles.get(article)) {
            let name = article.front.outlet.as_deref().unwrap_or(&article.id);
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names.sort_unstable();
        list_in_words(&names, 3)
    }

    /// Whether all that is said of a position stands in a headline.
    pub(super) fn is_headline(&self, position: &Position) -> bool {
        !position.mentions.is_empty() && position.mentions.iter().all(|&at| self.mentions[at].in_headline)
    }

    /// A value with its unit.
    pub(super) fn value(&self, value: &Value) -> String {
        value_in_words(value, self.topic)
    }

    /// A value beside others that have their unit; a share keeps its sign.
    pub(super) fn bare_value(&self, value: &Value) -> String {
        if self.topic.kind == Kind::Percent { self.value(value) } else { bare_value_in_words(value) }
    }

    /// A value with its unit and, where the words leave it open, its interval.
    pub(super) fn value_and_interval(&self, value: &Value) -> String {
        match value {
            Value::Amount(amount) if amount.interval.single().is_none() => {
                format!("{} {}", self.value(value), interval_notation(&amount.interval))
            }
            _ => self.value(value),
        }
    }

    /// One position as a line of evidence: who, what, over which scope, where.
    pub(super) fn line(&self, position: &Position) -> String {
        let mut line = format!("{}: {}", self.who(position), self.value_and_interval(&position.value));
        if !position.times.is_empty() && position.window.is_none() {
            line += &format!(", {}", times_in_words(&position.times));
        } else if self.is_windowed && !matches!(position.value, Value::Silent { .. }) {
            line += &format!(", {}", period_in_words(position.window.as_ref()));
        }
        for (facet, option) in &position.facets {
            line += &format!(", {}: {}", option_in_words(facet), option_in_words(option));
        }
        format!("{line} ({})", self.places(position))
    }

    /// A place of the corpus: `cibuk-sixty-calls:8`.
    pub(super) fn place(&self, article: usize, span: Span) -> String {
        self.place_at(article, self.line_of(article, span))
    }

    fn line_of(&self, article: usize, span: Span) -> Option<Line> {
        self.corpus.articles.get(article).map(|article| article.line(span.start))
    }

    fn place_at(&self, article: usize, line: Option<Line>) -> String {
        let Some(Article { id, .. }) = self.corpus.articles.get(article) else { return String::new() };
        line.map_or_else(|| id.to_string(), |line| format!("{id}:{}", line.0))
    }

    /// Where a position is stated, then the claims that hold it.
    fn places(&self, position: &Position) -> String {
        let mentions = position.mentions.iter().map(|&at| &self.mentions[at]);
        let mut stated: Vec<(usize, Option<Line>)> =
            mentions.map(|mention| (mention.article, self.line_of(mention.article, mention.span))).collect();
        stated.dedup();
        if stated.is_empty() {
            stated.extend(position.articles.iter().map(|&article| (article, None)));
        }
        let shown = stated.iter().take(PLACES).map(|&(article, line)| self.place_at(article, line));
        let mut places: Vec<String> = shown.collect();
        if stated.len() > PLACES {
            places.push(format!("{} more places", stated.len() - PLACES));
        }
        let relays = self.relays(position);
        if !relays.is_empty() {
            places.push(format!("via {relays}"));
        }
        let claims = position.claims.iter().map(|&claim| &self.claims.claims[claim]);
        places.extend(claims.map(|claim| {
            let known = if claim.article.is_none() { ", known from elsewhere" } else { "" };
            format!("claim {}{known}", claim.id)
        }));
        places.join(", ")
    }

    /// Who passed a position on, each chain once: `TASS, BFMTV`.
    pub(super) fn relays(&self, position: &Position) -> String {
        let chains: BTreeSet<&Vec<String>> = position.mentions.iter().map(|&at| &self.mentions[at].via).collect();
        let names = |chain: &Vec<String>| {
            chain.iter().map(|relay| self.claims.display(relay).to_owned()).collect::<Vec<_>>().join(", ")
        };
        chains.into_iter().filter(|chain| !chain.is_empty()).map(names).collect::<Vec<_>>().join("; via ")
    }

    /// A finding about positions: their evidence line by line, their claims and
    /// articles, and a fingerprint of who says what over which scope.
    pub(super) fn finding(&self, rule: &'static Rule, positions: &BTreeSet<usize>, message: String) -> Finding {
        self.finding_about(rule, Vec::new(), positions, message)
    }

    /// A finding about something of the topic: findings about other things of
    /// it are other findings, even with the same speakers.
    pub(super) fn finding_about(
        &self,
        rule: &'static Rule,
        about: Vec<String>,
        positions: &BTreeSet<usize>,
        message: String,
    ) -> Finding {
        let rows: Vec<&Position> = positions.iter().map(|&at| &self.positions[at]).collect();
        let claims: BTreeSet<usize> = rows.iter().flat_map(|row| row.claims.iter().copied()).collect();
        let articles: BTreeSet<usize> = rows.iter().flat_map(|row| row.articles.iter().copied()).collect();
        let evidence = Evidence { about, ..self.evidence(&rows) };
        Finding {
            rule,
            topic: Some(self.index),
            positions: positions.iter().copied().collect(),
            claims: claims.into_iter().collect(),
            articles: articles.into_iter().collect(),
            message,
            detail: rows.iter().map(|row| self.line(row)).collect(),
            fingerprint: fingerprint(rule, &self.topic.id, evidence),
            standing: Standing::Open,
        }
    }

    /// A finding about one claim; `statements` is what its fingerprint holds
    /// besides the claim's id.
    pub(super) fn claim_finding(
        &self,
        rule: &'static Rule,
        claim: usize,
        message: String,
        detail: Vec<String>,
        statements: Vec<String>,
    ) -> Finding {
        let claimed = &self.claims.claims[claim];
        let article = claimed.article.as_ref().and_then(|(id, _)| self.corpus.article(id));
        let about = vec![format!("claim {}", claimed.id)];
        Finding {
            rule,
            topic: Some(self.index),
            positions: self.holders.get(&claim).cloned().unwrap_or_default(),
            claims: vec![claim],
            articles: article.map(|(index, _)| index).into_iter().collect(),
            message,
            detail,
            fingerprint: fingerprint(rule, &self.topic.id, Evidence { about, statements, ..Evidence::default() }),
            standing: Standing::Open,
        }
    }

    /// What positions rest on: who speaks, and each statement in the words of
    /// its text.
    pub(super) fn evidence(&self, rows: &[&Position]) -> Evidence {
        let mut evidence = Evidence::default();
        for row in rows {
            let speaker = speaker_key(row);
            let said = format!("{speaker}{APART}{}", value_key(&row.value));
            let mentions = row.mentions.iter().map(|&at| &self.mentions[at]);
            evidence.statements.extend(mentions.map(|mention| format!("{said}{APART}{}", self.words(mention))));
            evidence.statements.push(said);
            evidence.speakers.push(speaker);
        }
        evidence
    }

    /// The outlet and the words of a mention, wherever its lines break.
    fn words(&self, mention: &Mention) -> String {
        let Some(article) = self.corpus.articles.get(mention.article) else { return String::new() };
        let words = article.body.get(mention.span.start..mention.span.end).unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}{APART}{words}", article.front.outlet.as_deref().unwrap_or_default())
    }

    /// The claims of this topic, with their indices.
    pub(super) fn topic_claims(&self) -> impl Iterator<Item = (usize, &'r crate::claims::Claim)> + use<'r> {
        let index = self.index;
        self.claims.claims.iter().enumerate().filter(move |(_, claim)| claim.topic == index)
    }
}

fn revision_of(revisions: &BTreeSet<Revision>, pair: &Pair) -> Option<Revision> {
    let ways = [Revision { old: pair.a, new: pair.b }, Revision { old: pair.b, new: pair.a }];
    ways.into_iter().find(|way| revisions.contains(way))
}
