//! Findings as sentences in a terminal, each with its reasons, its rule and the
//! beginning of its fingerprint; and the line that closes a report.
//!
//! ```text
//!   conflict: the Élysée says 6 calls, the Kremlin 14: …; p2, p4 (claimants-conflict 0e9237c7)
//! ```

use super::style::{self, FAINT, painted};
use super::view::{FindingView, RulingView};
use super::visible::visible;
use super::wrap::wrapped;
use super::{Detail, Layout, Report};
use crate::compare::Severity;
use crate::compare::words::list_in_words;
use std::io::{self, Write};

/// How many topics are named that were not checked.
const LEFT_OUT: usize = 5;

/// Each of some findings, then an empty line.
pub(in crate::report) fn write_findings(
    report: &Report,
    findings: &[usize],
    layout: &Layout,
    out: &mut dyn Write,
) -> io::Result<()> {
    for &at in findings {
        write_finding(&report.findings[at], layout, out)?;
    }
    if findings.is_empty() { Ok(()) } else { writeln!(out) }
}

/// The sentence, then its reasons; a note is its sentence alone.
pub(in crate::report) fn write_finding(finding: &FindingView, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let name = if finding.is_open { finding.severity.name() } else { "ruled" };
    let style = if finding.is_open { style::of_severity(finding.severity) } else { FAINT };
    let named = painted(name, style);
    let tag = format!("({}\u{a0}{})", finding.rule, finding.typed);
    let sentence = format!("{name}: {}{} {tag}", visible(&finding.message), rows_named(&finding.positions));
    for (at, line) in wrapped(&sentence, layout.width, "  ", "    ").iter().enumerate() {
        let line = line.replace(&tag, &painted(&tag, FAINT)).replace('\u{a0}', " ");
        let line = if at == 0 { line.replacen(name, &named, 1) } else { line };
        writeln!(out, "{line}")?;
    }
    for told in
        finding.ruling.iter().flat_map(|ruling| wrapped(&visible(&decided(ruling)), layout.width, "      ", "      "))
    {
        writeln!(out, "{told}")?;
    }
    let reasons = if layout.detail == Detail::Verbose { &finding.detail } else { &finding.reasons };
    for reason in reasons {
        for line in wrapped(&visible(reason), layout.width, "      - ", "        ") {
            writeln!(out, "{}", painted(line, FAINT))?;
        }
    }
    Ok(())
}

/// `ruling of A. Editor (explained, 7 May 2022): they count different calls`.
fn decided(ruling: &RulingView) -> String {
    let note = ruling.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    format!("ruling of {}{note}", ruling.says)
}

/// `5 articles, 22 topics, 31 mentions: 2 conflicts, 6 warnings`, broken where
/// the terminal ends.
pub(in crate::report) fn write_closing(report: &Report, layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let lines = wrapped(&closing(report), layout.width, "", "  ");
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.replace('\u{a0}', " ")))
}

/// `5 articles, 22 topics, 31 mentions: 2 conflicts, 6 warnings`.
fn closing(report: &Report) -> String {
    let summary = &report.summary;
    let counted = |count: usize, what: &str| format!("{count}\u{a0}{what}{}", if count == 1 { "" } else { "s" });
    let painted_count = |count: usize, severity: Severity| {
        let said = counted(count, severity.name());
        if count == 0 { said } else { painted(said, style::of_severity(severity)) }
    };
    let notes =
        if summary.notes == 0 { String::new() } else { format!(", {}", painted_count(summary.notes, Severity::Note)) };
    let ruled = if summary.ruled == 0 { String::new() } else { format!(", {}\u{a0}ruled", summary.ruled) };
    let set_aside = match summary.set_aside {
        0 => String::new(),
        some => format!(" ({some}\u{a0}held\u{a0}against\u{a0}nothing)"),
    };
    let judged = if report.told.is_nothing {
        // `0 conflicts` would be read as a result.
        painted("nothing\u{a0}was\u{a0}checked", style::of_severity(Severity::Conflict))
    } else {
        let conflicts = painted_count(summary.conflicts, Severity::Conflict);
        let warnings = painted_count(summary.warnings, Severity::Warning);
        format!("{conflicts}, {warnings}{notes}{ruled}")
    };
    let errors = match report.errors().count() {
        0 => String::new(),
        some => format!("; {}\u{a0}in\u{a0}the\u{a0}files{}", counted(some, "error"), left_out(&report.left_out)),
    };
    format!(
        "{}, {}, {}{set_aside}: {judged}{errors}",
        counted(summary.articles, "article"),
        counted(summary.topics, "topic"),
        counted(summary.mentions, "mention"),
    )
}

/// `: calls and dead were not checked`, for mistakes in these topics.
fn left_out(topics: &[String]) -> String {
    let topics: Vec<String> = topics.iter().map(|topic| visible(topic).into_owned()).collect();
    match topics.as_slice() {
        [] => String::new(),
        [_] => format!(": {} was not checked", topics[0]),
        several => format!(": {} were not checked", list_in_words(several, LEFT_OUT)),
    }
}

/// `; p6, p8`: the rows a finding is about; of many only how many.
fn rows_named(positions: &[String]) -> String {
    match positions {
        [] => String::new(),
        few if few.len() <= 6 => format!("; {}", few.join(", ")),
        many => format!("; {} rows", many.len()),
    }
}
