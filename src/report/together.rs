//! What the statements of a topic imply together, as reports show it.
//!
//! ```text
//! Taken together, leaving out p2
//!   Dec 2021 to 23 Feb 2022: 7 to 16 calls
//!     at least 11 − 4 = 7 (p1, p3); at most 20 − 4 = 16 (p1, p5)
//! ```

use super::Layout;
use super::style::{FAINT, STRONG, painted};
use super::values::{Figure, WindowView, figure};
use super::visible::visible;
use super::wrap::wrapped;
use crate::compare::{Implication, TopicResult};
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

/// Statements that can all be true, and what they imply.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TogetherView {
    /// Positions left out, since others contradict them.
    pub without: Vec<String>,
    /// In the order of time.
    pub implied: Vec<ImplicationView>,
}

/// How many there were over a period that no single statement is about.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the fields are those of the machine output")]
pub struct ImplicationView {
    pub window: Option<WindowView>,
    pub low: Option<Figure>,
    pub high: Option<Figure>,
    pub low_open: bool,
    pub high_open: bool,
    /// The positions it follows from.
    pub positions: Vec<String>,
    /// In words: `Dec 2021 to 23 Feb 2022: 7 to 16 calls`.
    pub says: String,
    /// The sums that give it.
    pub because: Vec<String>,
}

/// The views of a topic's result; `position` gives the id of a position.
pub(super) fn together_views(result: &TopicResult, position: impl Fn(usize) -> String) -> Vec<TogetherView> {
    let ids = |positions: &[usize]| positions.iter().map(|&at| position(at)).collect();
    let view = |implied: &Implication| ImplicationView {
        window: WindowView::new(&implied.window),
        low: figure(&implied.interval.low),
        high: figure(&implied.interval.high),
        low_open: implied.interval.low.is_open(),
        high_open: implied.interval.high.is_open(),
        positions: ids(&implied.positions),
        says: implied.says.clone(),
        because: implied.because.clone(),
    };
    let views = result.together.iter().map(|together| TogetherView {
        without: ids(&together.without),
        implied: together.implied.iter().map(view).collect(),
    });
    views.collect()
}

/// Writes what follows from any of some positions.
pub(super) fn write_together(
    together: &[TogetherView],
    asked: &dyn Fn(&String) -> bool,
    layout: &Layout,
    out: &mut dyn Write,
) -> io::Result<()> {
    for view in together {
        let implied: Vec<&ImplicationView> =
            view.implied.iter().filter(|implied| implied.positions.iter().any(asked)).collect();
        if implied.is_empty() {
            continue;
        }
        let left_out = match view.without.as_slice() {
            [] => String::new(),
            without => format!(", leaving out {}", without.join(", ")),
        };
        writeln!(out, "  {}", painted(format!("Taken together{left_out}"), STRONG))?;
        for implied in implied {
            for line in wrapped(&visible(&implied.says), layout.width, "    ", "      ") {
                writeln!(out, "{line}")?;
            }
            let why = format!("{} ({})", implied.because.join("; "), implied.positions.join(", "));
            for line in wrapped(&visible(&why), layout.width, "      ", "      ") {
                writeln!(out, "{}", painted(line, FAINT))?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}
