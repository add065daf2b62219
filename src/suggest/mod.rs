//! Numbers that disagree, before anybody has written a topic: statements
//! across articles that count, measure or date the same thing with different
//! values.
//!
//! The way through this room: [`statement`] reads every value of the corpus
//! with the words around it; [`likeness`] finds statements of the same kind
//! with like words; [`group`] gathers them; [`rank`] keeps the groups whose
//! values differ, the likeliest first; [`names`] says who and what they speak
//! of; [`proposal`] makes a topic of each, with a question, and with patterns
//! that are held against the corpus before they are shown.
//!
//! It refuses to judge: that two statements are about the same thing is a
//! guess, shown with its evidence, for somebody to confirm. Nothing that it
//! finds is a finding.
//!
//! **Cost.** Linear in the corpus but for the comparisons, of which each
//! statement has a bounded number.

pub mod group;
mod kin;
pub mod likeness;
pub mod names;
mod passing;
pub mod proposal;
mod question;
pub mod rank;
mod speakers;
pub mod statement;

pub use proposal::Proposal;
pub use statement::Statement;

use crate::claims::ClaimSet;
use crate::corpus::Corpus;
use crate::matching::Mention;
use std::collections::BTreeSet;

/// Statements that seem to be about the same thing and differ.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// What was stated, by article and place.
    pub statements: Vec<Statement>,
    /// How likely it is that they are about one thing and contradict each
    /// other: only good for ordering.
    pub score: f64,
    /// A topic that would hold them.
    pub proposal: Proposal,
}

/// The numbers of a corpus that disagree and that no mention holds yet, the
/// likeliest first.
#[must_use]
pub fn find_disagreements(claims: &ClaimSet, corpus: &Corpus, held: &[&Mention], most: usize) -> Vec<Suggestion> {
    let statements = statement::read_statements(claims, corpus, held);
    let words = likeness::Words::new(&statements);
    let groups = group::gather(&statements, &words);
    let ranked = rank::rank(&statements, &words, &groups, most);
    let groups: Vec<Vec<Statement>> =
        ranked.iter().map(|ranked| ranked.statements.iter().map(|&at| statements[at].clone()).collect()).collect();
    let cast = names::Cast::of(claims, corpus, &groups);
    let mut taken: BTreeSet<String> = claims.topics.iter().map(|topic| topic.id.clone()).collect();
    let suggest = |(ranked, group): (rank::Ranked, Vec<Statement>)| {
        let mut proposal = proposal::propose(claims, corpus, &statements, &group, &cast);
        proposal.id = free_id(&taken, &proposal.id);
        taken.insert(proposal.id.clone());
        Suggestion { statements: group, score: ranked.score, proposal }
    };
    ranked.into_iter().zip(groups).map(suggest).collect()
}

/// `phone-putin-spoke`, with a number where it is taken.
fn free_id(taken: &BTreeSet<String>, id: &str) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_else(|| id.to_owned())
}
