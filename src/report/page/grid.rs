//! Articles against topics: at a glance, which text agrees, conflicts, is about
//! something else, or says nothing.
//!
//! A grid of hundreds of articles and topics is read by nobody: past its bounds
//! it keeps the worst of both, and says how many it left out.

use super::super::Report;
use super::super::article::ArticleView;
use super::super::view::{Footing, TopicView};

/// How many topics stand across.
const COLUMNS: usize = 30;
/// How many articles stand down.
const LINES: usize = 100;

/// The grid.
#[derive(Debug)]
pub struct Grid<'r> {
    /// Across, worst first.
    pub topics: Vec<&'r TopicView>,
    /// Down, by id.
    pub lines: Vec<GridLine<'r>>,
    /// How many topics and articles are left out.
    pub left_out: (usize, usize),
}

/// One article.
#[derive(Debug)]
pub struct GridLine<'r> {
    /// The article.
    pub article: &'r ArticleView,
    /// One for each topic.
    pub cells: Vec<Footing>,
}

impl<'r> Grid<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let topics: Vec<&TopicView> = report.spoken.iter().map(|&at| &report.topics[at]).collect();
        let shown: Vec<&TopicView> = topics.iter().copied().take(COLUMNS).collect();
        let mut heard: Vec<usize> =
            (0..report.articles.len()).filter(|&at| report.articles[at].mentions() > 0).collect();
        let all = heard.len();
        let count = |at: usize, footing: Footing| {
            shown.iter().filter(|topic| topic.footings.of.get(&at) == Some(&footing)).count()
        };
        if all > LINES {
            heard.sort_by_key(|&at| {
                let worst =
                    [Footing::Conflicts, Footing::OtherScope].map(|footing| std::cmp::Reverse(count(at, footing)));
                (worst, at)
            });
            heard.truncate(LINES);
            heard.sort_unstable();
        }
        let line = |at: usize| GridLine {
            article: &report.articles[at],
            cells: shown
                .iter()
                .map(|topic| topic.footings.of.get(&at).copied().unwrap_or(Footing::NotLookedAt))
                .collect(),
        };
        let lines: Vec<GridLine<'r>> = heard.into_iter().map(line).collect();
        Self { left_out: (topics.len() - shown.len(), all - lines.len()), topics: shown, lines }
    }
}
