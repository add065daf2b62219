//! Rulings: what an editor decided about a finding.
//!
//! A ruling names its finding by fingerprint and thereby binds to the exact
//! evidence that the editor saw: what the statements say, in which words, in
//! how many texts. When any of that changes, the fingerprint does too, and the
//! ruling no longer holds.

use crate::text::Span;
use crate::value::Moment;

/// What an editor decided about one finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling {
    /// The fingerprint of the finding: 16 hexadecimal digits in small letters.
    pub finding: String,
    /// What was decided.
    pub verdict: Verdict,
    /// The claim that the verdict favours: index in
    /// [`ClaimSet::claims`](super::ClaimSet::claims). Only
    /// [`Verdict::Favours`] has one.
    pub claim: Option<usize>,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Moment,
    /// The last day it holds; `None` is for good.
    pub until: Option<Moment>,
    /// Why, for people.
    pub note: Option<String>,
    /// Its table in the file.
    pub span: Span,
}

/// What an editor can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Both can stand: the difference has a reason.
    Explained,
    /// The finding is right: the statements contradict each other.
    Upheld,
    /// One of the claims is right.
    Favours,
    /// None of them is right.
    BothWrong,
    /// It was looked into, and cannot be decided.
    Unresolved,
}

impl Verdict {
    /// Every verdict, in the order of the reference.
    pub const ALL: [Self; 5] = [Self::Explained, Self::Upheld, Self::Favours, Self::BothWrong, Self::Unresolved];

    /// Its name in `claims.toml` and in reports.
    ///
    /// ```
    /// use gainsay::claims::Verdict;
    /// assert_eq!(Verdict::BothWrong.name(), "both-wrong");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Upheld => "upheld",
            Self::Favours => "favours",
            Self::BothWrong => "both-wrong",
            Self::Unresolved => "unresolved",
        }
    }

    /// What it says of a finding, in a line.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Explained => "both can stand, the difference has a reason",
            Self::Upheld => "they contradict each other",
            Self::Favours => "one of the claims is right",
            Self::BothWrong => "none of them is right",
            Self::Unresolved => "it was looked into, and cannot be decided",
        }
    }
}
