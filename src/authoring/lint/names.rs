//! Names: one name stands for one thing.

use super::fix::Fix;
use super::{Complaint, Lint};
use crate::check::Checked;
use crate::claims::Named;
use crate::diagnostic::Severity;
use crate::text::fold_str;
use std::collections::BTreeMap;

/// One name for two things.
pub(super) static SHARED_NAME: Lint = Lint {
    id: "shared-name",
    severity: Severity::Error,
    summary: "one name stands for two claimants, entities or events",
    page: include_str!("../../../docs/lints/shared-name.md"),
};

/// One name twice for one thing.
pub(super) static REPEATED_NAME: Lint = Lint {
    id: "repeated-name",
    severity: Severity::Warning,
    summary: "one thing has the same name twice",
    page: include_str!("../../../docs/lints/repeated-name.md"),
};

pub(super) fn check_names(checked: &Checked) -> Vec<Complaint> {
    let claims = &checked.claims;
    let events = claims.events.iter().map(|event| ("event", &event.named));
    let all = claims.claimants.iter().map(|named| ("claimant", named));
    let mut all: Vec<(&str, &Named)> =
        all.chain(claims.entities.iter().map(|named| ("entity", named))).chain(events).collect();
    all.sort_by_key(|(_, named)| named.span);
    let mut first: BTreeMap<String, &Named> = BTreeMap::new();
    let mut complaints = Vec::new();
    for (table, named) in all {
        let mut own: Vec<String> = Vec::new();
        for name in named.names() {
            let bare = bare(name);
            if own.contains(&bare) {
                let message = format!("`{}` has the name `{name}` twice", named.id);
                let fix = Fix::DropAlias { table, id: named.id.clone(), alias: name.to_owned() };
                let complaint = REPEATED_NAME.complain(checked, named.span, message).help("drop the alias");
                complaints.push(Complaint { fix: Some(fix), ..complaint });
                continue;
            }
            match first.get(&bare).filter(|other| other.id != named.id) {
                Some(other) => {
                    let message = format!("`{name}` is a name of `{}` and of `{}`", other.id, named.id);
                    let help = "texts that say it cannot be told apart: drop it from one of them";
                    complaints.push(SHARED_NAME.complain(checked, named.span, message).help(help));
                }
                None => drop(first.entry(bare.clone()).or_insert(named)),
            }
            own.push(bare);
        }
    }
    complaints
}

/// A name as texts are read: without case, diacritics and article; a capital
/// still counts, since `May` is not `may`.
fn bare(name: &str) -> String {
    let is_capital = name.trim_start_matches("the ").starts_with(char::is_uppercase);
    let folded = fold_str(name).into_owned();
    format!("{is_capital}{}", folded.trim_start_matches("the ").trim())
}
