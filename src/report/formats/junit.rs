//! JUnit XML, which every build server shows: a suite a topic, a case a
//! finding. A conflict fails its case; warnings and notes pass with their text
//! beside them; what nobody speaks to is skipped, never passed.
//!
//! ```xml
//! <testsuite name="macron-putin-calls"><testcase name="claimants-conflict 0e92…"><failure message="…"/></testcase></testsuite>
//! ```

use super::Format;
use crate::compare::Severity;
use crate::report::told::counted;
use crate::report::view::{FindingView, TopicView};
use crate::report::visible::visible;
use crate::report::{Layout, Report};
use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};
use std::io::{self, Write};

/// See the module.
pub static FORMAT: Format = Format {
    name: "junit",
    summary: "JUnit XML, for build servers",
    page: include_str!("../../../docs/formats/junit.md"),
    write: write_junit,
};

fn write_junit(report: &Report, _layout: &Layout, out: &mut dyn Write) -> io::Result<()> {
    let mut document = quick_junit::Report::new("gainsay");
    if report.told.is_nothing {
        let mut suite = TestSuite::new("gainsay");
        let status = failed(NonSuccessKind::Error, "nothing-checked", &report.told.headline);
        suite.add_test_case(TestCase::new("check", status));
        document.add_test_suite(suite);
    }
    for topic in &report.topics {
        document.add_test_suite(suite(report, topic));
    }
    if !report.topicless.is_empty() {
        let mut suite = TestSuite::new("on no topic");
        suite.add_test_cases(report.topicless.iter().map(|&at| case(&report.findings[at])));
        document.add_test_suite(suite);
    }
    document.serialize(out).map_err(io::Error::other)
}

fn suite(report: &Report, topic: &TopicView) -> TestSuite {
    let mut suite = TestSuite::new(shown(&topic.id));
    suite.add_test_cases(topic.findings.iter().map(|&at| case(&report.findings[at])));
    if topic.findings.is_empty() {
        let status = if topic.positions.is_empty() {
            skipped("nothing in the articles speaks to it")
        } else {
            TestCaseStatus::success()
        };
        let mut case = TestCase::new("no finding", status);
        case.set_classname(shown(&topic.id));
        case.set_system_out(format!("{}: {}", shown(&topic.question), counted(topic.mentions.len(), "place")));
        suite.add_test_case(case);
    }
    suite
}

fn case(finding: &FindingView) -> TestCase {
    let ruled = finding.ruling.as_ref().filter(|_| !finding.is_open);
    let is_unmatched = matches!(finding.rule, "topic-unmatched" | "claim-unmatched");
    let status = match (finding.severity, ruled) {
        (_, Some(ruling)) => skipped(&format!("ruled: {}", ruling.says)),
        (Severity::Conflict, _) => failed(NonSuccessKind::Failure, finding.rule, &finding.message),
        _ if is_unmatched => skipped(&finding.message),
        _ => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(format!("{} {}", finding.rule, finding.fingerprint), status);
    let places = finding.sites.iter().map(|site| format!("{}:{}: {}", site.file, site.from.line.0, site.label));
    let told = [format!("{}: {}", finding.severity.name(), finding.message)];
    let lines = told.into_iter().chain(finding.detail.iter().cloned()).chain(places);
    case.set_system_out(lines.map(|line| shown(&line)).collect::<Vec<_>>().join("\n"));
    case.set_classname(finding.topic.as_deref().map_or_else(|| "gainsay".to_owned(), shown));
    case
}

fn failed(kind: NonSuccessKind, rule: &str, message: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(kind);
    status.set_type(rule).set_message(shown(message));
    status
}

fn skipped(why: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::skipped();
    status.set_message(shown(why));
    status
}

fn shown(text: &str) -> String {
    visible(text).into_owned()
}
