//! Which findings are new, gone, changed and unchanged.

use crate::check::Checked;
use crate::compare::fingerprint::likeness;
use crate::compare::{Finding, Severity};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Only the check after has it.
    New,
    /// Both have it, on other evidence.
    Changed,
    /// Only the check before had it.
    Gone,
    /// Both have it.
    Unchanged,
}

impl Fate {
    /// Every fate, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Gone, Self::Unchanged];

    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Unchanged => "unchanged",
        }
    }
}

/// A finding of one check or of both.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingChange {
    /// What became of it.
    pub fate: Fate,
    /// Its rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The id of its topic.
    pub topic: Option<String>,
    /// What it says, of a gone one what it said.
    pub message: String,
    /// What it said before its evidence changed.
    pub before: Option<String>,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Whether it waits for an editor and did not before: it is new, or a
    /// ruling on it held and does so no more.
    pub is_to_decide: bool,
}

/// Every finding of both checks, by fate, worst first.
pub(super) fn compare_findings(before: &Checked, after: &Checked) -> Vec<FindingChange> {
    let (old, new) = (&before.compared.findings, &after.compared.findings);
    let prints = |findings: &[Finding]| findings.iter().map(|f| f.fingerprint.clone()).collect::<BTreeSet<_>>();
    let (old_prints, new_prints) = (prints(old), prints(new));
    let mut lost: Vec<&Finding> = old.iter().filter(|finding| !new_prints.contains(&finding.fingerprint)).collect();
    let by_print: BTreeMap<&str, &Finding> =
        old.iter().map(|finding| (finding.fingerprint.as_str(), finding)).collect();
    let mut changes = Vec::new();
    for finding in new {
        let mut change = told(Fate::Unchanged, finding, after);
        let earlier = by_print.get(finding.fingerprint.as_str()).copied();
        if let Some(earlier) = earlier.filter(|_| old_prints.contains(&finding.fingerprint)) {
            change.is_to_decide = finding.standing.is_open() && !earlier.standing.is_open();
        } else if let Some(earlier) = take_like(&mut lost, finding) {
            change.fate = Fate::Changed;
            change.before = Some(earlier.message.clone());
            change.is_to_decide = finding.standing.is_open() && !earlier.standing.is_open();
        } else {
            change.fate = Fate::New;
            change.is_to_decide = finding.standing.is_open();
        }
        changes.push(change);
    }
    changes.extend(lost.into_iter().map(|finding| told(Fate::Gone, finding, before)));
    changes.sort_by_key(|change| (change.fate, change.severity));
    changes
}

/// The finding before that is about the same, if one is left.
fn take_like<'f>(lost: &mut Vec<&'f Finding>, finding: &Finding) -> Option<&'f Finding> {
    let likest = lost
        .iter()
        .enumerate()
        .filter(|(_, earlier)| earlier.rule.id == finding.rule.id)
        // Of two likenesses only the closer one is the same dispute: who speaks about what.
        .filter(|(_, earlier)| likeness(&earlier.fingerprint, &finding.fingerprint) == 2)
        .map(|(at, _)| at)
        .next()?;
    Some(lost.remove(likest))
}

fn told(fate: Fate, finding: &Finding, of: &Checked) -> FindingChange {
    FindingChange {
        fate,
        rule: finding.rule.id,
        severity: finding.rule.severity,
        topic: finding.topic.map(|topic| of.claims.topics[topic].id.clone()),
        message: finding.message.clone(),
        before: None,
        fingerprint: finding.fingerprint.clone(),
        is_to_decide: false,
    }
}
