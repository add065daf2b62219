//! Findings: what the reader must know.

use schemars::JsonSchema;
use serde::Serialize;

/// How much a finding weighs; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Two statements that cannot both be true, or a claim that does not hold.
    Conflict,
    /// Something an editor should look at.
    Warning,
    /// Something worth knowing.
    Note,
}

impl Severity {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A rule: what is looked for, and what it means when it is found.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id: `claimants-conflict`.
    pub id: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// One sentence.
    pub summary: &'static str,
    /// Its page, `docs/rules/<id>.md`.
    pub page: &'static str,
}

impl Rule {
    /// When it is raised: the text of its page below `## When`, as one line.
    #[must_use]
    pub fn full_text(&self) -> String {
        let section = self.page.split("\n## ").find_map(|section| section.strip_prefix("When\n"));
        section.unwrap_or(self.summary).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What the reader must know.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that raised it.
    pub rule: &'static Rule,
    /// Index of the topic; `None` for a finding about a claim or article only.
    pub topic: Option<usize>,
    /// Indices of positions of that topic.
    pub positions: Vec<usize>,
    /// Indices of claims.
    pub claims: Vec<usize>,
    /// Indices of articles.
    pub articles: Vec<usize>,
    /// One sentence that says what and why.
    pub message: String,
    /// The evidence and the arithmetic, line by line.
    pub detail: Vec<String>,
    /// The same for the same evidence: survives moved lines, renamed files and
    /// reordered claims.
    pub fingerprint: String,
    /// Whether an editor has decided on it.
    pub standing: Standing,
}

/// What editors made of a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nobody decided on it.
    #[default]
    Open,
    /// A ruling holds: index in [`ClaimSet::rulings`](crate::claims::ClaimSet::rulings).
    Ruled(usize),
    /// A ruling held, and its evidence changed or its time is over.
    Reopened(usize),
}

impl Standing {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ruled(_) => "ruled",
            Self::Reopened(_) => "reopened",
        }
    }

    /// Whether it still waits for an editor.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Ruled(_))
    }

    /// The ruling that holds or held: index in
    /// [`ClaimSet::rulings`](crate::claims::ClaimSet::rulings).
    #[must_use]
    pub fn ruling(self) -> Option<usize> {
        match self {
            Self::Open => None,
            Self::Ruled(ruling) | Self::Reopened(ruling) => Some(ruling),
        }
    }
}
