//! What the page of a report shows besides the view: groups of rows, charts,
//! the grid of articles and topics, and what can be filtered by. Sorted and
//! counted here, so that the page only renders.
//!
//! ```text
//! Page::new(&report).topics[0].groups   6 calls: p2   14 calls: p4   …
//! ```

pub mod chart;
pub mod choices;
pub mod grid;
pub mod scale;
pub mod topic;

pub use chart::{Bar, Chart, End, Tick, Tone};
pub use choices::{Choice, Choices};
pub use grid::Grid;
pub use topic::{Card, Group, PLACES, TopicPage};

use super::Report;

/// From so many topics on a page is long.
const LONG: usize = 80;

/// One report, ready to be laid out.
#[derive(Debug)]
pub struct Page<'r> {
    /// The view it is made of.
    pub report: &'r Report,
    /// What it can be filtered by.
    pub choices: Choices,
    /// Topics that somebody speaks to, worst first.
    pub topics: Vec<TopicPage<'r>>,
    /// Findings on no topic.
    pub topicless: Vec<Card<'r>>,
    /// Every dated statement on one axis.
    pub timeline: Option<Chart>,
    /// Whether there is so much of it that a browser should lay out only what
    /// is seen.
    pub is_long: bool,
    /// Articles against topics.
    pub grid: Grid<'r>,
}

impl<'r> Page<'r> {
    /// Lays out a report.
    #[must_use]
    pub fn new(report: &'r Report) -> Self {
        let choices = Choices::new(report);
        let is_long = report.spoken.len() > LONG;
        let topic = |&at: &usize| TopicPage::new(report, &choices, is_long, at);
        let topics: Vec<TopicPage<'r>> = report.spoken.iter().map(topic).collect();
        let topicless = report.topicless.iter().map(|&at| Card::new(report, &choices, at)).collect();
        Self { report, is_long, topics, topicless, timeline: chart::timeline(report), grid: Grid::new(report), choices }
    }
}
