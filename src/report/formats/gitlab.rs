//! GitLab's code quality report: one array, an object a finding.
//!
//! ```json
//! [{"check_name": "claimants-conflict", "severity": "critical", "fingerprint": "0e92…", "location": {…}}]
//! ```

use super::Format;
use crate::compare::Severity;
use crate::report::escaped::write_document;
use crate::report::view::{DiagnosticView, FindingView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{self, Write};
use xxhash_rust::xxh3::xxh3_64;

/// See the module.
pub static FORMAT: Format = Format {
    name: "gitlab",
    summary: "GitLab code quality",
    page: include_str!("../../../docs/formats/gitlab.md"),
    write: write_gitlab,
};

fn write_gitlab(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let open = report.findings.iter().filter(|finding| finding.is_open);
    write_document(&errors(report).into_iter().chain(open.map(issue)).collect::<Vec<_>>(), out)
}

/// What of the files could not be used. Its fingerprint is of what is told of which file, and of how often before, so
/// that lines may move.
fn errors(report: &Report) -> Vec<Value> {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let error = |told: &DiagnosticView| {
        let DiagnosticView { path, message, line, .. } = told;
        let what = format!("{path}\n{message}");
        let before = met.entry(what.clone()).or_default();
        *before += 1;
        let fingerprint = xxh3_64(format!("{what}\n{before}").as_bytes());
        json!({
            "description": visible(message),
            "check_name": "file-error",
            "fingerprint": format!("{fingerprint:016x}"),
            "severity": "blocker",
            "location": {"path": path, "lines": {"begin": line.map_or(1, |line| line.0)}},
        })
    };
    report.errors().map(error).collect()
}

fn issue(finding: &FindingView) -> Value {
    let severity = match finding.severity {
        Severity::Conflict => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    let place = finding
        .sites
        .first()
        .map(|site| json!({"path": site.file, "lines": {"begin": site.from.line, "end": site.to.line}}));
    json!({
        "description": visible(&finding.message),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": severity,
        "location": place,
    })
}
