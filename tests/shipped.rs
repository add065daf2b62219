//! The shipped claims hold what they promise: `lint` runs the `matches`,
//! `rejects` and `limits` of each topic, and has nothing to say.

use gainsay::authoring::lint::lint;
use gainsay::check::{Options, check};

#[test]
fn lint_has_nothing_to_say_of_them() {
    let checked = check(&Options { claims: "claims.toml".into(), ..Options::default() }).expect("the claims are there");
    assert_eq!(checked.diagnostics, []);
    let tested = checked.claims.topics.iter().filter(|topic| !topic.matches.is_empty() && !topic.rejects.is_empty());
    assert!(tested.count() > 5, "the topics say what they match and what they do not");
    let complaints = lint(&checked);
    let told: Vec<&str> = complaints.iter().map(|complaint| complaint.diagnostic.message.as_str()).collect();
    assert_eq!(told, [""; 0]);
}

#[test]
fn the_shipped_run_says_what_it_should() {
    let checked = check(&Options { claims: "claims.toml".into(), ..Options::default() }).expect("the claims are there");
    let told = |rule: &str| -> Vec<&str> {
        let findings = checked.compared.findings.iter().filter(|finding| finding.rule.id == rule);
        findings.map(|finding| finding.message.as_str()).collect()
    };
    assert_eq!(
        told("claimants-conflict"),
        [
            "the Élysée says 6 calls, the Kremlin 14: same period (24 Feb 2022 to Oct 2022), they cannot both be right",
            "What threatens the food supply? The Élysée says blockade, the Kremlin sanctions: same period (3 May 2022), \
             the sides answer differently",
        ]
    );
    assert!(
        told("scope-differs")[0].starts_with(
            "20 and 60 calls differ, but count different periods: Dec 2021 to 3 May 2022; May 2017 to 24 Feb 2022"
        ),
        "{:?}",
        told("scope-differs")
    );
    assert_eq!(
        told("omission")[1..],
        [
            "the Élysée is silent on war crimes and dialogue, unlike the Kremlin",
            "the Kremlin is silent on ceasefire, evacuations and security council, unlike the Élysée",
        ]
    );
}
