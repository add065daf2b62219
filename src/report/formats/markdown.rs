//! Markdown for a comment on a pull request: what matters first, and never
//! longer than a comment may be. What does not fit is counted.
//!
//! ```text
//! ### 2 conflicts on 2 topics: the Élysée against the Kremlin.
//! ```
//!
//! All text that is not ours is escaped sign by sign: it makes no link, no
//! image, no mark-up, and calls nobody by `@name`.

use super::Format;
use crate::compare::Severity;
use crate::history::Fate;
use crate::report::told::counted;
use crate::report::view::{FindingView, PositionView};
use crate::report::visible::{shorten, visible};
use crate::report::{Layout, Report};
use std::fmt::Write as _;
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "markdown",
    summary: "a comment on a pull request, bounded in size",
    page: include_str!("../../../docs/formats/markdown.md"),
    write: write_markdown,
};

/// A comment on GitHub holds 65,536 characters; this many bytes fit everywhere.
pub const MOST: usize = 60_000;

/// How long a cell may be.
const CELL: usize = 160;

/// How many rows of a finding's table are shown.
const ROWS: usize = 20;

fn write_markdown(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(comment(report, MOST).as_bytes())
}

/// A comment of at most so many bytes.
#[must_use]
pub fn comment(report: &Report, most: usize) -> String {
    let mut text = format!("### gainsay: {}\n\n{}\n", escaped(&report.told.headline), escaped(&report.told.checked));
    for line in &report.told.unchecked {
        let _ = writeln!(text, "* {}", escaped(line));
    }
    // Room for the closing lines.
    let room = most.saturating_sub(200);
    let mut left_out = 0;
    for (severity, title) in
        [(Severity::Conflict, "Conflicts"), (Severity::Warning, "Warnings"), (Severity::Note, "Notes")]
    {
        let mut open = report.findings.iter().filter(|finding| finding.severity == severity).peekable();
        if open.peek().is_none() {
            continue;
        }
        let heading = format!("\n#### {title}\n");
        let mut is_headed = false;
        for finding in open {
            let block = block(report, finding);
            let size = block.len() + if is_headed { 0 } else { heading.len() };
            if left_out > 0 || text.len() + size > room {
                left_out += 1;
                continue;
            }
            if !is_headed {
                text += &heading;
                is_headed = true;
            }
            text += &block;
        }
    }
    if left_out > 0 {
        let _ = writeln!(text, "\n… and {} that did not fit here.", counted(left_out, "more finding"));
    }
    text
}

fn block(report: &Report, finding: &FindingView) -> String {
    let ruled = finding.ruling.as_ref().map(|ruling| format!(", {}: {}", finding.status, escaped(&ruling.says)));
    let ruled = ruled.unwrap_or_default();
    let fate = finding.fate.filter(|fate| *fate != Fate::Unchanged);
    let fate = fate.map(|fate| format!(", {}", fate.name())).unwrap_or_default();
    let mut text = format!(
        "\n**{}** ({}{fate}{ruled}): {}\n",
        escaped(finding.rule),
        &finding.fingerprint.get(..8).unwrap_or(&finding.fingerprint),
        escaped(&finding.message)
    );
    let Some(topic) = report.topic_of(finding).filter(|_| finding.severity == Severity::Conflict) else { return text };
    let named = topic.rows.iter().map(|&at| &topic.positions[at]);
    let mut rows = named.filter(|position| finding.positions.contains(&position.id)).peekable();
    if rows.peek().is_some() {
        text += "\n| who | says | period and scope | where |\n|---|---|---|---|\n";
        rows.take(ROWS).for_each(|position| text += &row(position));
    }
    text
}

fn row(position: &PositionView) -> String {
    let cells = [&position.who, &position.says, &position.scope.join(", "), &position.places.join(", ")];
    let cells = cells.map(|cell| escaped(&shorten(&visible(cell), CELL)));
    format!("| {} |\n", cells.join(" | "))
}

/// Text in which no sign means anything to Markdown. A comment after `@` and
/// `#` keeps hosts from taking what follows for a name or a number of theirs.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for sign in visible(text).chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '@' | '#' => {
                escaped.extend(['\\', sign]);
                escaped.push_str("<!-- -->");
            }
            // As an entity it begins no address.
            ':' => escaped.push_str("&#58;"),
            '.' if escaped.ends_with("www") || escaped.ends_with("WWW") => escaped.push_str("&#46;"),
            sign if sign.is_ascii_punctuation()
                && !matches!(sign, ',' | '.' | ';' | '\'' | '"' | '(' | ')' | '?' | '%' | '/') =>
            {
                escaped.extend(['\\', sign]);
            }
            sign => escaped.push(sign),
        }
    }
    escaped
}
