//! GitLab's code quality report: one array, an object a finding.
//!
//! ```json
//! [{"check_name": "claimants-conflict", "severity": "critical", "fingerprint": "0e92…", "location": {…}}]
//! ```

use super::Format;
use crate::compare::Severity;
use crate::report::escaped::write_document;
use crate::report::view::FindingView;
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use serde_json::{Value, json};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "gitlab",
    summary: "GitLab code quality",
    page: include_str!("../../../docs/formats/gitlab.md"),
    write: write_gitlab,
};

fn write_gitlab(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let open = report.findings.iter().filter(|finding| finding.is_open);
    write_document(&open.map(issue).collect::<Vec<_>>(), out)
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
