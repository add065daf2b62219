//! SARIF 2.1.0, which code hosts and editors show: a result a finding, the
//! first place as its location, the other sides as related locations that the
//! message links to, an editor's ruling as a suppression.
//!
//! ```json
//! {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "gainsay", "rules": […]}}, "results": […]}]}
//! ```
//!
//! Columns are code points, ends are exclusive, addresses are relative to the
//! working directory.

use super::Format;
use super::json::Tool;
use crate::compare::{RULES, Rule, Severity};
use crate::history::Fate;
use crate::report::escaped::write_document;
use crate::report::sites::Site;
use crate::report::uri::relative;
use crate::report::view::{DiagnosticView, FindingView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use serde_json::{Value, json};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "sarif",
    summary: "SARIF 2.1.0, for code hosts and editors",
    page: include_str!("../../../docs/formats/sarif.md"),
    write: write_sarif,
};

fn write_sarif(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let driver = json!({
        "name": Tool::THIS.name,
        "version": Tool::THIS.version,
        "semanticVersion": Tool::THIS.version,
        "rules": RULES.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    });
    let told: Vec<Value> = report.diagnostics.iter().map(notification).collect();
    let is_done = !report.told.is_nothing && report.errors().next().is_none();
    let run = json!({
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder that the check was run in."}}},
        "invocations": [{"executionSuccessful": is_done, "toolExecutionNotifications": told}],
        "results": report.findings.iter().map(result).collect::<Vec<_>>(),
    });
    write_document(
        &json!({
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }),
        out,
    )
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": {"text": format!("{}.", rule.summary)},
        "fullDescription": {"text": rule.full_text()},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Conflict => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(finding: &FindingView) -> Value {
    let related: Vec<Value> = finding.sites.iter().skip(1).zip(1..).map(|(site, id)| related(site, id)).collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": message(finding)},
        "locations": finding.sites.first().map(|site| json!({"physicalLocation": physical(site)})).into_iter().collect::<Vec<_>>(),
        "relatedLocations": related,
        "partialFingerprints": {"gainsay/v1": finding.fingerprint},
    });
    if let Some(index) = RULES.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(fate) = finding.fate {
        result["baselineState"] = json!(baseline_state(fate));
    }
    if let Some(ruling) = finding.ruling.as_ref().filter(|_| !finding.is_open) {
        let justification = visible(&ruling.says);
        result["suppressions"] = json!([{"kind": "external", "status": "accepted", "justification": justification}]);
    }
    result
}

/// How a finding stands to the run that it is held against. What is gone is not
/// told: a host that does not heed the state would show it as found.
fn baseline_state(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "new",
        Fate::Changed => "updated",
        Fate::Unchanged => "unchanged",
        Fate::Gone => "absent",
    }
}

/// The sentence, its reasons, then a link to each further place.
fn message(finding: &FindingView) -> String {
    let mut text = plain(&finding.message);
    for line in &finding.detail {
        text += &format!("\n{}", plain(line));
    }
    let links = finding.sites.iter().skip(1).zip(1..);
    let links: Vec<String> = links.map(|(site, id)| format!("[{}]({id})", plain(&site.label))).collect();
    if links.is_empty() { text } else { format!("{text}\nAgainst: {}", links.join("; ")) }
}

/// Text in which nothing becomes a link.
fn plain(text: &str) -> String {
    visible(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn related(site: &Site, id: usize) -> Value {
    json!({"id": id, "message": {"text": plain(&site.label)}, "physicalLocation": physical(site)})
}

fn physical(site: &Site) -> Value {
    let mut region = json!({
        "startLine": site.from.line,
        "startColumn": site.from.column,
        "endLine": site.to.line,
        "endColumn": site.to.column,
    });
    if !site.text.is_empty() {
        region["snippet"] = json!({"text": site.text});
    }
    json!({"artifactLocation": {"uri": relative(&site.file), "uriBaseId": "ROOT"}, "region": region})
}

fn notification(told: &DiagnosticView) -> Value {
    let level = match told.severity {
        crate::diagnostic::Severity::Error => "error",
        crate::diagnostic::Severity::Warning => "warning",
    };
    let mut physical = json!({"artifactLocation": {"uri": relative(&told.path), "uriBaseId": "ROOT"}});
    if let (Some(line), Some(column)) = (told.line, told.column) {
        physical["region"] = json!({"startLine": line, "startColumn": column});
    }
    json!({
        "level": level,
        "message": {"text": plain(&told.message)},
        "locations": [{"physicalLocation": physical}],
    })
}
