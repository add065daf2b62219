//! Workflow commands of GitHub Actions: each finding becomes an annotation at
//! its place, the worst first. GitHub shows ten of a kind and drops the rest,
//! so no more are written; a closing line says how many there are in all.
//!
//! ```text
//! ::error file=corpus/a.txt,line=12,endLine=12,col=4,endColumn=9,title=claimants-conflict::the Kremlin says …
//! ```
//!
//! What comes from articles is escaped, and stands behind `::` only: it cannot
//! start a command.

use super::Format;
use crate::compare::Severity;
use crate::report::told::counted;
use crate::report::view::{DiagnosticView, FindingView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "github",
    summary: "annotations of GitHub Actions",
    page: include_str!("../../../docs/formats/github.md"),
    write: write_github,
};

/// How many annotations of a kind GitHub shows of one step.
const SHOWN: usize = 10;

fn write_github(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    for told in report.errors().take(SHOWN) {
        write_error(told, out)?;
    }
    for severity in [Severity::Conflict, Severity::Warning, Severity::Note] {
        let of_kind = report.findings.iter().filter(|finding| finding.severity == severity && finding.is_open);
        for finding in of_kind.take(SHOWN) {
            write_command(finding, out)?;
        }
    }
    if report.told.is_nothing {
        return writeln!(out, "::error title=gainsay::{}", data(&report.told.headline));
    }
    let summary = &report.summary;
    let errors = match report.errors().count() {
        0 => String::new(),
        some => format!(" {} in the files,", counted(some, "error")),
    };
    writeln!(
        out,
        "gainsay: {}{errors} {}, {} and {} in all; at most {SHOWN} of a kind are shown as annotations.",
        line(&report.told.headline),
        counted(summary.conflicts, "conflict"),
        counted(summary.warnings, "warning"),
        counted(summary.notes, "note")
    )
}

/// What of a file could not be used, with what to do.
fn write_error(told: &DiagnosticView, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "::error file={}", property(&told.path))?;
    if let (Some(line), Some(column)) = (told.line, told.column) {
        write!(out, ",line={},col={}", line.0, column.0)?;
    }
    let help = told.help.iter().map(|help| format!("\n{help}")).collect::<String>();
    writeln!(out, ",title=gainsay::{}", data(&format!("{}{help}", told.message)))
}

fn write_command(finding: &FindingView, out: &mut dyn Write) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Conflict => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    write!(out, "::{command} ")?;
    if let Some(site) = finding.sites.first() {
        write!(out, "file={},line={},endLine={}", property(&site.file), site.from.line.0, site.to.line.0)?;
        // Columns are heeded within one line only; `endColumn` is exclusive.
        if site.from.line == site.to.line {
            write!(out, ",col={},endColumn={}", site.from.column.0, site.to.column.0)?;
        }
        write!(out, ",")?;
    }
    let sides = finding.sites.iter().skip(1).map(|site| format!("\n{}:{} {}", site.file, site.from.line.0, site.label));
    let told = format!("{}{} ({})", finding.message, sides.collect::<String>(), finding.fingerprint);
    writeln!(out, "title={}::{}", property(finding.rule), data(&told))
}

/// The text of a command: `%`, CR and LF escaped.
fn data(text: &str) -> String {
    let lines = text.split('\n').map(|part| line(part).replace('%', "%25"));
    lines.collect::<Vec<_>>().join("%0A")
}

/// A property of a command: also `:` and `,` escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn line(text: &str) -> String {
    visible(text).into_owned()
}
