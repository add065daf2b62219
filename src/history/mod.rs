//! What a change does: two checks, before and after, held side by side.
//!
//! Findings are known by their fingerprints, so that moved lines, renamed
//! files and reordered claims change nothing. What changed in an article is
//! told by meaning: `ap-open-line: "four times" became "five times"`.
//!
//! ```text
//! new        one of the two checks has it: after
//! gone       before
//! changed    both have it, on other evidence
//! unchanged  both have it
//! ```

mod articles;
mod claims;
mod findings;

pub use articles::{ArticleChange, Meaning};
pub use claims::{ClaimChange, ClaimFate, Stanza};
pub use findings::{Fate, FindingChange};

use crate::check::Checked;

/// Everything that differs between two checks.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The findings of both, the new ones first, each worst first.
    pub findings: Vec<FindingChange>,
    /// Topics, claims and rulings that were added, dropped or changed.
    pub claims: Vec<ClaimChange>,
    /// Articles whose text changed.
    pub articles: Vec<ArticleChange>,
}

/// Holds two checks side by side.
#[must_use]
pub fn compare_checks(before: &Checked, after: &Checked) -> Changes {
    Changes {
        findings: findings::compare_findings(before, after),
        claims: claims::compare_claims(&before.claims, &after.claims),
        articles: articles::compare_articles(before, after),
    }
}

impl Changes {
    /// The findings with some fate.
    pub fn with(&self, fate: Fate) -> impl Iterator<Item = &FindingChange> {
        self.findings.iter().filter(move |change| change.fate == fate)
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.iter().all(|change| change.fate == Fate::Unchanged)
            && self.claims.is_empty()
            && self.articles.is_empty()
    }
}
