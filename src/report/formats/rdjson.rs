//! Reviewdog's diagnostic format: a diagnostic a finding, the other sides as
//! related locations. Columns are in bytes, as the format has them.
//!
//! ```json
//! {"source": {"name": "gainsay"}, "diagnostics": [{"message": "…", "location": {…}, "severity": "ERROR", …}]}
//! ```

use super::Format;
use crate::compare::Severity;
use crate::report::escaped::write_document;
use crate::report::sites::Site;
use crate::report::view::{DiagnosticView, FindingView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use serde_json::{Value, json};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "rdjson",
    summary: "reviewdog diagnostics",
    page: include_str!("../../../docs/formats/rdjson.md"),
    write: write_rdjson,
};

fn write_rdjson(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let open = report.findings.iter().filter(|finding| finding.is_open);
    let diagnostics: Vec<Value> = report.errors().map(error).chain(open.map(diagnostic)).collect();
    write_document(&json!({"source": {"name": "gainsay"}, "diagnostics": diagnostics}), out)
}

/// What of a file could not be used. Its column is left out: it is not counted in bytes.
fn error(told: &DiagnosticView) -> Value {
    let mut location = json!({"path": told.path});
    if let Some(line) = told.line {
        location["range"] = json!({"start": {"line": line}});
    }
    json!({"message": visible(&told.message), "location": location, "severity": "ERROR", "code": {"value": "file-error"}})
}

fn diagnostic(finding: &FindingView) -> Value {
    let severity = match finding.severity {
        Severity::Conflict => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    };
    let related = finding.sites.iter().skip(1);
    let related = related.map(|site| json!({"message": visible(&site.label), "location": location(site)}));
    json!({
        "message": visible(&finding.message),
        "location": finding.sites.first().map(location),
        "severity": severity,
        "code": {"value": finding.rule},
        "related_locations": related.collect::<Vec<_>>(),
    })
}

fn location(site: &Site) -> Value {
    json!({
        "path": site.file,
        "range": {
            "start": {"line": site.from.line, "column": site.bytes.0},
            "end": {"line": site.to.line, "column": site.bytes.1},
        },
    })
}
