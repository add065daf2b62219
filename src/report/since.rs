//! What is known to have changed since an earlier check: it decides where a
//! format points first, and what each finding is to the reader.
//!
//! Without an earlier check nothing is known to have changed.
//!
//! ```text
//! claim elysee-7 was added: what is found about it is pointed at there
//! ```

use crate::history::{Changes, ClaimFate, Fate, Stanza};
use std::collections::{BTreeMap, BTreeSet};

/// What changed, by name.
#[derive(Debug, Default)]
pub(super) struct Since<'c> {
    /// What became of each finding that is there now, by fingerprint.
    fates: BTreeMap<&'c str, Fate>,
    /// What of the claims file is new or changed.
    touched: BTreeSet<(Stanza, &'c str)>,
}

impl<'c> Since<'c> {
    pub(super) fn new(changes: &'c Changes) -> Self {
        let now = changes.findings.iter().filter(|change| change.fate != Fate::Gone);
        let there = changes.claims.iter().filter(|change| change.fate != ClaimFate::Dropped);
        Self {
            fates: now.map(|change| (change.fingerprint.as_str(), change.fate)).collect(),
            touched: there.map(|change| (change.stanza, change.id.as_str())).collect(),
        }
    }

    /// What became of a finding; `None` where there is nothing to hold it against.
    pub(super) fn fate(&self, fingerprint: &str) -> Option<Fate> {
        self.fates.get(fingerprint).copied()
    }

    /// Whether a stanza is new or changed.
    pub(super) fn touches(&self, stanza: Stanza, id: &str) -> bool {
        self.touched.contains(&(stanza, id))
    }
}
