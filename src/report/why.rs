//! Why the sentences of an article matched a topic, or did not.
//!
//! ```text
//! cibuk-sixty-calls:18  matched, score 0.97 of 0.85 needed
//!     “… has phoned the Russian president 14 times.”
//!     {macron} has phoned {putin} {value} times
//! ```

use super::Layout;
use super::style::{FAINT, STRONG, painted};
use super::visible::{shorten, visible};
use super::wrap::wrapped;
use crate::check::Checked;
use crate::matching::Attempt;
use std::io::{self, Write};

/// How much of a sentence is shown.
const SENTENCE: usize = 300;

/// Writes each attempt on a sentence of one article, in the order given.
///
/// # Errors
/// When `out` does not take it.
pub fn write_attempts(
    checked: &Checked,
    topic: usize,
    article: usize,
    attempts: &[Attempt],
    layout: &Layout,
    out: &mut dyn Write,
) -> io::Result<()> {
    let topic = &checked.claims.topics[topic];
    writeln!(out, "{}\n", painted(format!("{}  [{}]", visible(&topic.question), visible(&topic.id)), STRONG))?;
    let article = &checked.corpus.articles[article];
    for attempt in attempts {
        let line = article.line(attempt.sentence.start).0;
        let verdict = if attempt.matched { painted("matched", STRONG) } else { "no match".to_owned() };
        let scores = format!("score {:.2}, {:.2} needed", attempt.score, attempt.threshold);
        writeln!(out, "{}:{line}  {verdict}, {scores}", visible(&article.id))?;
        let sentence = visible(attempt.sentence.of(&article.body));
        for line in wrapped(&format!("“{}”", shorten(&sentence, SENTENCE)), layout.width, "    ", "    ") {
            writeln!(out, "{line}")?;
        }
        if !attempt.pattern.is_empty() {
            for line in wrapped(&visible(&attempt.pattern), layout.width, "    pattern: ", "      ") {
                writeln!(out, "{}", painted(line, FAINT))?;
            }
        }
        if !attempt.reason.is_empty() {
            for line in wrapped(&visible(&attempt.reason), layout.width, "    why: ", "      ") {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}
