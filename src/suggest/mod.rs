//! Numbers that disagree, before anybody has written a topic: statements
//! across articles that count, measure or date the same thing with different
//! values.
//!
//! The way through this room: [`statement`] reads every value of the corpus
//! with the words around it; [`likeness`] finds statements of the same kind
//! with like words; [`group`] gathers them; [`rank`] keeps the groups whose
//! values differ, the likeliest first; [`proposal`] makes a topic of each,
//! with patterns that are held against the corpus before they are shown.
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
mod passing;
pub mod proposal;
pub mod rank;
pub mod statement;

pub use proposal::Proposal;
pub use statement::Statement;

use crate::claims::ClaimSet;
use crate::corpus::Corpus;
use crate::matching::Mention;

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
    let suggest = |ranked: rank::Ranked| {
        let group: Vec<Statement> = ranked.statements.iter().map(|&at| statements[at].clone()).collect();
        let proposal = proposal::propose(claims, corpus, &statements, &group);
        Suggestion { statements: group, score: ranked.score, proposal }
    };
    ranked.into_iter().map(suggest).collect()
}
