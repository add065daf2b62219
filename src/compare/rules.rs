//! The catalogue: every rule, and every check that raises one.
//!
//! A rule's text stands beside its check; adding one adds a line to each of
//! the two lists here.
//!
//! ```
//! use gainsay::compare::rules::find_rule;
//! assert_eq!(find_rule("omission").unwrap().severity.name(), "warning");
//! ```

pub use super::conflicts::{CLAIMANTS_CONFLICT, OUTLETS_CONFLICT, SELF_CONFLICT};
pub use super::contrast::{SCOPE_DIFFERS, SCOPE_UNCLEAR};
pub use super::currency::OTHER_CURRENCY;
pub use super::drift::WORDING_DRIFT;
pub use super::hedge_drift::HEDGE_DRIFT;
pub use super::impossible::DATE_IMPOSSIBLE;
pub use super::joint::JOINT_CONFLICT;
pub use super::mismatch::{QUOTE_MISSING, VALUE_MISMATCH};
pub use super::omission::OMISSION;
pub use super::origins::told::SINGLE_ORIGIN;
pub use super::revision::REVISION;
pub use super::rulings::{RULING_STALE, RULING_UNUSED};
pub use super::sums::SUM_CONFLICT;
pub use super::unlisted::UNLISTED_VALUE;
pub use super::unmatched::{CLAIM_UNMATCHED, TOPIC_UNMATCHED};

use super::origins::told;
use super::table::Table;
use super::{Finding, Rule};
use super::{
    conflicts, contrast, currency, drift, hedge_drift, impossible, joint, mismatch, omission, revision, unlisted,
    unmatched,
};

/// Every rule, in the order of the reference.
pub static RULES: [&Rule; 21] = [
    &CLAIMANTS_CONFLICT,
    &OUTLETS_CONFLICT,
    &SELF_CONFLICT,
    &JOINT_CONFLICT,
    &SUM_CONFLICT,
    &VALUE_MISMATCH,
    &QUOTE_MISSING,
    &SCOPE_DIFFERS,
    &SCOPE_UNCLEAR,
    &OMISSION,
    &WORDING_DRIFT,
    &HEDGE_DRIFT,
    &UNLISTED_VALUE,
    &OTHER_CURRENCY,
    &DATE_IMPOSSIBLE,
    &RULING_STALE,
    &RULING_UNUSED,
    &REVISION,
    &SINGLE_ORIGIN,
    &CLAIM_UNMATCHED,
    &TOPIC_UNMATCHED,
];

/// What looks for findings in one topic.
type Check = fn(&Table<'_>) -> Vec<Finding>;

/// Every check of one topic.
pub(super) static CHECKS: [Check; 18] = [
    conflicts::find_claimant_conflicts,
    conflicts::find_outlet_conflicts,
    conflicts::find_self_conflicts,
    joint::find_joint_conflicts,
    mismatch::find_value_mismatches,
    mismatch::find_missing_quotes,
    contrast::find_different_scopes,
    contrast::find_unclear_scopes,
    omission::find_omissions,
    drift::find_wording_drift,
    hedge_drift::find_hedge_drift,
    unlisted::find_unlisted_values,
    currency::find_other_currencies,
    impossible::find_impossible_dates,
    revision::find_revised,
    told::find_single_origins,
    unmatched::find_unmatched_claims,
    unmatched::find_unmatched_topic,
];

/// The rule with an id.
#[must_use]
pub fn find_rule(id: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.id == id)
}

/// The place of a rule in the reference.
pub(super) fn rank(rule: &Rule) -> usize {
    RULES.iter().position(|known| known.id == rule.id).unwrap_or(RULES.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_an_id_a_summary_and_a_page_of_its_own() {
        let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            assert!(!rule.summary.is_empty() && !rule.summary.ends_with('.'), "{}", rule.id);
            assert!(rule.page.starts_with(&format!("# {}\n", rule.id)), "{}", rule.id);
            assert!(rule.page.contains(&format!("Severity: {}\n", rule.severity.name())), "{}", rule.id);
        }
    }

    #[test]
    fn rules_stand_in_the_order_of_their_severity() {
        assert!(RULES.is_sorted_by_key(|rule| rule.severity));
    }
}
