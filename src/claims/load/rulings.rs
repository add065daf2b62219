//! Rulings: checked for their keys and types (`untill = 2023-01-01` is told).
//! Nothing of them is kept: what they mean is read where findings are known.

use super::problems::Problems;
use super::times::read_moment;
use super::walk::Table;

const KEYS: [&str; 7] = ["finding", "verdict", "claim", "by", "on", "note", "until"];

/// Tells of what cannot be a ruling.
pub(super) fn check_rulings(root: &Table<'_>, problems: &mut Problems) {
    for ruling in root.tables("ruling", "ruling", problems) {
        ruling.check_keys(&KEYS, problems);
        problems.not_used_yet(ruling.span, "a ruling");
        for key in ["finding", "verdict", "claim", "by", "note"] {
            ruling.text(key, problems);
        }
        for key in ["on", "until"] {
            if let Some(node) = ruling.get(key, problems) {
                read_moment(node, problems);
            }
        }
    }
}
