//! What `lint` says of a claims file beyond what the loader refuses: topics
//! that do not do what they promise, claims that repeat or contradict each
//! other, evidence that shows nothing.
//!
//! Each sort of complaint is a lint with a page in `docs/lints/`. Those that
//! can be mended without a decision bring a [`Fix`].

mod claims;
mod examples;
mod fix;
mod names;
mod topics;
mod unused;

pub use claims::find_repeated;
pub use fix::{Fix, apply_fixes};

use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Severity};

/// One sort of complaint.
#[derive(Debug, PartialEq, Eq)]
pub struct Lint {
    /// Its id: `failed-match`.
    pub id: &'static str,
    /// An error must be mended; a warning can be lived with.
    pub severity: Severity,
    /// One sentence.
    pub summary: &'static str,
    /// Its page, `docs/lints/<id>.md`.
    pub page: &'static str,
}

/// One complaint.
#[derive(Clone, Debug)]
pub struct Complaint {
    /// The lint that raised it.
    pub lint: &'static Lint,
    /// What is wrong, and where.
    pub diagnostic: Diagnostic,
    /// How it can be mended without a decision.
    pub fix: Option<Fix>,
}

/// Every lint, in the order of the reference.
pub static LINTS: [&Lint; 15] = [
    &examples::FAILED_MATCH,
    &examples::MATCHED_REJECT,
    &topics::DEAD_TOPIC,
    &claims::QUOTE_NOT_THERE,
    &claims::AMBIGUOUS_QUOTE,
    &claims::WRONG_VALUE,
    &claims::DUPLICATE_CLAIM,
    &claims::CONTRADICTING_CLAIMS,
    &names::SHARED_NAME,
    &examples::MET_LIMIT,
    &topics::UNTESTED_TOPIC,
    &claims::LONG_QUOTE,
    &claims::NO_EVIDENCE,
    &names::REPEATED_NAME,
    &unused::UNUSED_NAME,
];

/// What looks for complaints.
type Check = fn(&Checked) -> Vec<Complaint>;

static CHECKS: [Check; 5] =
    [examples::check_examples, topics::check_topics, claims::check_claims, names::check_names, unused::check_unused];

/// Every complaint about the claims file of a check, in the order of the file.
#[must_use]
pub fn lint(checked: &Checked) -> Vec<Complaint> {
    let mut complaints: Vec<Complaint> = CHECKS.iter().flat_map(|check| check(checked)).collect();
    complaints.sort_by(|a, b| (a.diagnostic.span, a.lint.id).cmp(&(b.diagnostic.span, b.lint.id)));
    complaints
}

/// The lint with an id.
#[must_use]
pub fn find_lint(id: &str) -> Option<&'static Lint> {
    LINTS.into_iter().find(|lint| lint.id == id)
}

impl Lint {
    fn complain(&'static self, checked: &Checked, span: crate::text::Span, message: String) -> Complaint {
        let source = &checked.claims.source;
        let diagnostic = Diagnostic::new(self.severity, source, Some(span), message).code(self.id);
        Complaint { lint: self, diagnostic, fix: None }
    }
}

impl Complaint {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.help(help);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_lint_has_an_id_a_summary_and_a_page_of_its_own() {
        let ids: BTreeSet<&str> = LINTS.iter().map(|lint| lint.id).collect();
        assert_eq!(ids.len(), LINTS.len());
        for lint in LINTS {
            let severity = if lint.severity == Severity::Error { "error" } else { "warning" };
            assert!(!lint.summary.is_empty() && !lint.summary.ends_with('.'), "{}", lint.id);
            assert!(lint.page.starts_with(&format!("# {}\n", lint.id)), "{}", lint.id);
            assert!(lint.page.contains(&format!("Severity: {severity}\n")), "{}", lint.id);
        }
    }
}
