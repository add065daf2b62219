//! Mentions and claims to positions, relations and findings.
//!
//! Topics are compared one by one: mentions and claims become statements, each
//! gets the scope that its surroundings give it, statements that say the same
//! become positions, positions are held against each other, and rules look at
//! the result. Nothing here reads text for values, and nothing is printed.
//!
//! ```text
//! the Kremlin 14 ┐ same period, disjoint → conflict      → claimants-conflict
//! the Élysée   6 ┘
//! the Élysée  20 ─ another period        → scope-differs → scope-differs
//! ```

mod conflicts;
mod contrast;
mod currency;
mod dated;
pub mod dates;
mod drift;
pub mod finding;
pub mod fingerprint;
mod hedge_drift;
mod impossible;
mod joint;
mod key;
mod mismatch;
mod omission;
pub mod origins;
mod outdated;
pub mod own_times;
mod pairs;
pub mod position;
mod positions;
mod reached;
pub mod relation;
mod retold;
mod revision;
pub mod rules;
pub mod rulings;
pub mod scope;
mod settle;
mod silence;
mod statement;
mod sums;
mod table;
mod timeline;
pub mod together;
mod unlisted;
mod unmatched;
pub mod wording;
pub mod words;

pub use finding::{Finding, Rule, Severity, Standing};
pub use position::{Position, Related, Relation};
pub use rules::RULES;
pub use together::{Implication, Together};

use crate::claims::ClaimSet;
use crate::corpus::Corpus;
use crate::matching::{Found, Mention};
use jiff::civil::Date;
use origins::Origins;
use rayon::prelude::*;
use std::collections::BTreeSet;
use table::Table;

/// What comparing one topic gave.
#[derive(Clone, Debug)]
pub struct TopicResult {
    /// Index in [`ClaimSet::topics`](crate::claims::ClaimSet::topics).
    pub topic: usize,
    /// Sorted by article and place.
    pub mentions: Vec<Mention>,
    /// In the order reports show them.
    pub positions: Vec<Position>,
    /// Between positions of this topic, by their indices.
    pub relations: Vec<Related>,
    /// What its statements imply together, where they are counts over time.
    pub together: Vec<Together>,
    /// The sides of a readout whose account no article has: ids of claimants.
    pub unpublished: Vec<String>,
}

/// What comparing everything gave.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// One per topic, in the order of the claims file.
    pub topics: Vec<TopicResult>,
    /// Worst first, then in the order of the claims file.
    pub findings: Vec<Finding>,
    /// Which articles have their words from which.
    pub origins: Origins,
}

/// Compares all that was found: positions and relations of every topic, and
/// the findings of every rule.
///
/// The same statements give the same result in whatever order they come; the
/// claims file decides the order of topics only. `today` is the day on which
/// rulings must hold; `None` is the latest day of publication in the corpus.
#[must_use]
pub fn compare(claims: &ClaimSet, corpus: &Corpus, found: Found, today: Option<Date>) -> Compared {
    let mut quotes = found.quotes;
    quotes.sort_by_key(|(claim, _)| *claim);
    let origins = origins::find_origins_of(corpus, &speakers(claims, corpus, &found.mentions));
    let by_topic = mentions_by_topic(claims, found.mentions).into_par_iter().enumerate();
    let tables: Vec<Table<'_>> =
        by_topic.map(|(index, mentions)| Table::new(claims, corpus, &origins, &quotes, index, mentions)).collect();
    let mut compared = Compared::default();
    let checked = tables.par_iter().flat_map_iter(|table| rules::CHECKS.iter().flat_map(move |check| check(table)));
    compared.findings = checked.collect();
    compared.findings.extend(sums::find_sum_conflicts(&tables));
    compared.findings.extend(dated::find_tied_conflicts(claims, &tables));
    compared.topics.par_extend(tables.into_par_iter().map(Table::into_result));
    sort_findings(claims, &mut compared.findings);
    compared.origins = origins;
    let today = today.or_else(|| rulings::latest_publication(corpus));
    rulings::apply_rulings(claims, today, &mut compared.findings);
    sort_findings(claims, &mut compared.findings);
    compared
}

/// The articles that somebody speaks in, or that claims name, sorted.
fn speakers(claims: &ClaimSet, corpus: &Corpus, mentions: &[Mention]) -> Vec<usize> {
    let cited = claims.claims.iter().filter_map(|claim| Some(corpus.article(&claim.article.as_ref()?.0)?.0));
    let speakers: BTreeSet<usize> = mentions.iter().map(|mention| mention.article).chain(cited).collect();
    speakers.into_iter().collect()
}

/// The mentions of each topic, by article and place.
fn mentions_by_topic(claims: &ClaimSet, mut mentions: Vec<Mention>) -> Vec<Vec<Mention>> {
    mentions.sort_by_cached_key(|mention| {
        let place = (mention.article, mention.span.start, mention.span.end);
        (place, key::value_key(&mention.value), mention.claimant.clone(), mention.speaker.clone(), mention.claim)
    });
    let mut by_topic: Vec<Vec<Mention>> = claims.topics.iter().map(|_| Vec::new()).collect();
    for mention in mentions {
        if let Some(topic) = by_topic.get_mut(mention.topic) {
            topic.push(mention);
        }
    }
    by_topic
}

/// Worst first, then in the order of the claims file, the rules, and the
/// positions; at last by what no order of the input changes.
fn sort_findings(claims: &ClaimSet, findings: &mut [Finding]) {
    findings.sort_by_cached_key(|finding| {
        let topic = finding.topic.unwrap_or(usize::MAX);
        let ids: Vec<String> = finding.claims.iter().map(|&claim| claims.claims[claim].id.clone()).collect();
        let evidence = (ids, finding.fingerprint.clone());
        (finding.rule.severity, topic, rules::rank(finding.rule), finding.positions.clone(), evidence)
    });
}
