//! The shipped claims hold what they promise: each topic matches its
//! `matches` and not its `rejects`, and its `limits` are still missed.

use gainsay::check::{Options, check};
use gainsay::claims::ClaimSet;
use gainsay::corpus::{Corpus, article_from};
use gainsay::matching::find_mentions;

/// The claim set with one topic that looks everywhere and at any time: what is
/// tested are its patterns.
fn only(claims: &ClaimSet, at: usize) -> ClaimSet {
    let mut topic = claims.topics[at].clone();
    topic.articles.clear();
    topic.only.clear();
    (topic.published, topic.during, topic.since) = (None, None, None);
    ClaimSet { topics: vec![topic], claims: Vec::new(), ..claims.clone() }
}

fn matches(claims: &ClaimSet, text: &str) -> bool {
    let file = format!("+++\npublished = \"2022-10-01\"\n+++\n{text}\n");
    let corpus = Corpus { articles: vec![article_from("a", "a.txt", file).0], diagnostics: Vec::new() };
    !find_mentions(claims, &corpus).mentions.is_empty()
}

#[test]
fn topics_match_what_they_say_they_match() {
    let checked = check(&Options { claims: "claims.toml".into(), ..Options::default() }).expect("the claims are there");
    assert_eq!(checked.diagnostics, []);
    let claims = &checked.claims;
    let mut wrong = Vec::new();
    for (at, topic) in claims.topics.iter().enumerate() {
        let alone = only(claims, at);
        let texts =
            [("matches", &topic.matches, true), ("rejects", &topic.rejects, false), ("limits", &topic.limits, false)];
        for (key, texts, wanted) in texts {
            let off = texts.iter().filter(|(text, _)| matches(&alone, text) != wanted);
            wrong.extend(off.map(|(text, _)| format!("{} {key}: {text}", topic.id)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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
