//! The run that all tests share: `fixture/` checked, with a finding added for
//! each rule that it does not raise, and trouble in a file.

use gainsay::check::{Checked, Options, check};
use gainsay::compare::finding::Standing;
use gainsay::compare::{Finding, RULES};
use gainsay::diagnostic::Diagnostic;
use gainsay::history::compare_checks;
use gainsay::report::formats::find_format;
use gainsay::report::{Layout, Report};
use gainsay::text::Span;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What no format may let loose.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script> \"><img onerror=x> \u{1b}[2J \u{202e}sgniht\u{202c} =1+1, @all ::error::x [a](http://evil.example) 100%0A ]]>";

/// The hostile run.
pub(crate) fn checked() -> Checked {
    let mut checked = run("tests/formats/fixture/claims.toml");
    let raised: Vec<&str> = checked.compared.findings.iter().map(|finding| finding.rule.id).collect();
    let missing = RULES.iter().filter(|rule| !raised.contains(&rule.id));
    let added: Vec<Finding> = missing.map(|rule| made_up(rule)).collect();
    checked.compared.findings.extend(added);
    checked.compared.findings.sort_by_key(|finding| finding.rule.severity);
    let source = checked.claims.source.clone();
    let at = source.text.find("[corpus]").expect("the file names its corpus");
    checked.diagnostics.push(Diagnostic::warning(&source, Span::new(at, at + 8), format!("odd key {HOSTILE}")));
    checked
}

fn made_up(rule: &'static gainsay::compare::Rule) -> Finding {
    Finding {
        rule,
        topic: Some(0),
        positions: vec![0, 1],
        claims: vec![0],
        articles: vec![0],
        message: format!("made up for {}: {HOSTILE}", rule.id),
        detail: vec![format!("because {HOSTILE}")],
        fingerprint: format!(
            "{:016x}",
            0xfeed_0000_0000_0000 + RULES.iter().position(|known| known.id == rule.id).unwrap_or(99) as u64
        ),
        standing: Standing::Open,
    }
}

/// A claims file checked as a user would.
pub(crate) fn run(claims: &str) -> Checked {
    check(&Options { claims: PathBuf::from(claims), ..Options::default() }).expect("the claims file is there")
}

/// The hostile run, the same held against an earlier state, the shipped one, and
/// the stories.
pub(crate) fn reports() -> &'static [(String, Report)] {
    static REPORTS: OnceLock<Vec<(String, Report)>> = OnceLock::new();
    REPORTS.get_or_init(run_all)
}

/// The storm with a claim of a topic that there is not.
pub(crate) fn broken() -> &'static (String, Report) {
    static BROKEN: OnceLock<(String, Report)> = OnceLock::new();
    BROKEN.get_or_init(|| ("broken".to_owned(), Report::new(&run("tests/cmd/storm/broken.toml"))))
}

fn run_all() -> Vec<(String, Report)> {
    let mut reports = vec![("hostile".to_owned(), Report::new(&checked()))];
    let mut stories: Vec<PathBuf> = std::fs::read_dir("tests/stories")
        .expect("the stories are there")
        .map(|entry| entry.expect("an entry").path().join("claims.toml"))
        .filter(|claims| claims.is_file())
        .collect();
    stories.push(PathBuf::from("claims.toml"));
    stories.push(PathBuf::from("tests/cmd/storm/claims.toml"));
    stories.sort();
    // All of its claims and findings are new: it says nothing that the storm says.
    let (before, after) = (run("tests/cmd/storm/claims.toml"), checked());
    reports.push(("hostile, since".to_owned(), Report::since(&after, &compare_checks(&before, &after))));
    for claims in stories {
        let claims = claims.to_str().expect("a plain path");
        reports.push((claims.to_owned(), Report::new(&run(claims))));
    }
    reports
}

/// What a format writes.
pub(crate) fn written(format: &str, report: &Report) -> String {
    let format = find_format(format).expect("the format is known");
    let mut out = anstream::StripStream::new(Vec::new());
    (format.write)(report, &Layout::wide(100), &mut out).expect("a vector takes it all");
    String::from_utf8(out.into_inner()).expect("what is written is text")
}

/// A file of the corpus, as tools read it.
pub(crate) fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
