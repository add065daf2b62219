//! JUnit XML, which every build server shows: a suite a topic, a case a
//! finding. A conflict fails its case; warnings and notes pass with their text
//! beside them; what nobody speaks to is skipped, never passed.
//!
//! ```xml
//! <testsuite name="macron-putin-calls"><testcase name="claimants-conflict 0e92…"><failure message="…"/></testcase></testsuite>
//! ```
//!
//! JUnit has no schema of its own. What is written here is what the strictest of
//! its readers takes, which fails a file for an attribute that it does not know.

use super::Format;
use crate::compare::Severity;
use crate::report::told::counted;
use crate::report::view::{DiagnosticView, FindingView, TopicView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "junit",
    summary: "JUnit XML, for build servers",
    page: include_str!("../../../docs/formats/junit.md"),
    write: write_junit,
};

/// How a case ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Skipped,
    Failure,
    Error,
}

struct Case {
    name: String,
    class: String,
    outcome: Outcome,
    /// The rule of a failure.
    rule: &'static str,
    /// Why it did not pass.
    message: String,
    told: Vec<String>,
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

impl Suite {
    fn count(&self, outcome: Outcome) -> usize {
        self.cases.iter().filter(|case| case.outcome == outcome).count()
    }
}

fn write_junit(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let suites = suites(report);
    let all = |outcome: Outcome| suites.iter().map(|suite| suite.count(outcome)).sum::<usize>().to_string();
    let tests = suites.iter().map(|suite| suite.cases.len()).sum::<usize>().to_string();
    let mut xml = Writer::new_with_indent(out, b' ', 4);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("testsuites")
        .with_attribute(("name", "gainsay"))
        .with_attribute(("tests", &*tests))
        .with_attribute(("failures", &*all(Outcome::Failure)))
        .with_attribute(("errors", &*all(Outcome::Error)))
        .write_inner_content(|xml| suites.iter().try_for_each(|suite| write_suite(suite, xml)))?;
    xml.get_mut().write_all(b"\n")
}

fn write_suite<W: Write>(suite: &Suite, xml: &mut Writer<W>) -> io::Result<()> {
    let count = |outcome: Outcome| suite.count(outcome).to_string();
    xml.create_element("testsuite")
        .with_attribute(("name", &*suite.name))
        .with_attribute(("tests", &*suite.cases.len().to_string()))
        .with_attribute(("failures", &*count(Outcome::Failure)))
        .with_attribute(("errors", &*count(Outcome::Error)))
        .with_attribute(("skipped", &*count(Outcome::Skipped)))
        .write_inner_content(|xml| suite.cases.iter().try_for_each(|case| write_case(case, xml)))?;
    Ok(())
}

fn write_case<W: Write>(case: &Case, xml: &mut Writer<W>) -> io::Result<()> {
    let element = xml.create_element("testcase").with_attribute(("name", &*case.name));
    element.with_attribute(("classname", &*case.class)).write_inner_content(|xml| {
        let ended = match case.outcome {
            Outcome::Passed => None,
            Outcome::Skipped => Some(xml.create_element("skipped")),
            Outcome::Failure => Some(xml.create_element("failure").with_attribute(("type", case.rule))),
            Outcome::Error => Some(xml.create_element("error").with_attribute(("type", case.rule))),
        };
        if let Some(ended) = ended {
            ended.with_attribute(("message", &*case.message)).write_empty()?;
        }
        if !case.told.is_empty() {
            xml.create_element("system-out").write_text_content(BytesText::new(&case.told.join("\n")))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn suites(report: &Report) -> Vec<Suite> {
    let mut suites = Vec::new();
    let nothing = report.told.is_nothing.then(|| error("check", "nothing-checked", &report.told.headline));
    let unusable = report.errors().map(|told| error(&place(told), "file-error", &told.message));
    let cases: Vec<Case> = nothing.into_iter().chain(unusable).collect();
    if !cases.is_empty() {
        suites.push(Suite { name: "gainsay".to_owned(), cases });
    }
    suites.extend(report.topics.iter().map(|topic| suite(report, topic)));
    if !report.topicless.is_empty() {
        let cases = report.topicless.iter().map(|&at| case(&report.findings[at])).collect();
        suites.push(Suite { name: "on no topic".to_owned(), cases });
    }
    suites
}

fn error(name: &str, rule: &'static str, message: &str) -> Case {
    Case {
        name: shown(name),
        class: "gainsay".to_owned(),
        outcome: Outcome::Error,
        rule,
        message: shown(message),
        told: Vec::new(),
    }
}

/// `claims.toml:12:1`.
fn place(told: &DiagnosticView) -> String {
    match (told.line, told.column) {
        (Some(line), Some(column)) => format!("{}:{}:{}", told.path, line.0, column.0),
        _ => told.path.clone(),
    }
}

fn suite(report: &Report, topic: &TopicView) -> Suite {
    let mut cases: Vec<Case> = topic.findings.iter().map(|&at| case(&report.findings[at])).collect();
    if cases.is_empty() {
        let is_silent = topic.positions.is_empty();
        cases.push(Case {
            name: "no finding".to_owned(),
            class: shown(&topic.id),
            outcome: if is_silent { Outcome::Skipped } else { Outcome::Passed },
            rule: "",
            message: "nothing in the articles speaks to it".to_owned(),
            told: vec![format!("{}: {}", shown(&topic.question), counted(topic.mentions.len(), "place"))],
        });
    }
    Suite { name: shown(&topic.id), cases }
}

fn case(finding: &FindingView) -> Case {
    let ruled = finding.ruling.as_ref().filter(|_| !finding.is_open);
    let is_unmatched = matches!(finding.rule, "topic-unmatched" | "claim-unmatched");
    let (outcome, message) = match (finding.severity, ruled) {
        (_, Some(ruling)) => (Outcome::Skipped, shown(&format!("ruled: {}", ruling.says))),
        (Severity::Conflict, _) => (Outcome::Failure, shown(&finding.message)),
        _ if is_unmatched => (Outcome::Skipped, shown(&finding.message)),
        _ => (Outcome::Passed, String::new()),
    };
    let places = finding.sites.iter().map(|site| format!("{}:{}: {}", site.file, site.from.line.0, site.label));
    let told = [format!("{}: {}", finding.severity.name(), finding.message)];
    let lines = told.into_iter().chain(finding.detail.iter().cloned()).chain(places);
    Case {
        name: format!("{} {}", finding.rule, finding.fingerprint),
        class: finding.topic.as_deref().map_or_else(|| "gainsay".to_owned(), shown),
        outcome,
        rule: finding.rule,
        message,
        told: lines.map(|line| shown(&line)).collect(),
    }
}

/// Text that XML can hold: two code points besides the control characters it
/// cannot.
fn shown(text: &str) -> String {
    visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
