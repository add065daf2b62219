//! A whole file without a mistake.

use crate::reading::{load, told};
use gainsay::claims::{Verdict, check_articles};
use gainsay::value::{Kind, Value};

const STORY: &str = include_str!("story.toml");

#[test]
fn a_good_file_has_nothing_to_tell() {
    let loaded = load(STORY);
    assert_eq!(told(&loaded), Vec::<String>::new());
    let set = &loaded.claims;
    assert_eq!(set.paths[0].0, "corpus");
    assert_eq!((set.claimants.len(), set.entities.len(), set.events.len()), (2, 2, 1));
    let kinds: Vec<Kind> = set.topics.iter().map(|topic| topic.kind).collect();
    assert_eq!(kinds, [Kind::Count, Kind::Date, Kind::Choice, Kind::Quote, Kind::Readout]);
    assert_eq!(set.claims.len(), 8);
    let claim = |id: &str| set.claims.iter().find(|claim| claim.id == id).expect("the claim");
    assert_eq!(claim("elysee-20").scope["medium"], "phone");
    assert_eq!(claim("more").value_text.as_ref().map(|(text, _)| text.as_str()), Some("more than 20"));
    let ruling = &set.rulings[0];
    assert_eq!((ruling.finding.as_str(), ruling.verdict), ("0123456789abcdef", Verdict::Favours));
    assert_eq!(ruling.claim.map(|at| set.claims[at].id.as_str()), Some("elysee-20"));
    assert_eq!(ruling.by, "an editor");
    assert_eq!(claim("ceasefire-2").value, Some(Value::Silent { point: Some("ceasefire".to_owned()) }));
}

#[test]
fn articles_that_the_corpus_lacks_are_told() {
    let set = load(STORY).claims;
    assert_eq!(check_articles(&set, ["express"].into_iter()), []);
    let missing = check_articles(&set, ["express-20", "cibuk"].into_iter());
    let lines: Vec<_> = missing.iter().map(|told| (told.place().map(|place| place.line.0), &*told.message)).collect();
    assert_eq!(lines, [(Some(97), "unknown article `express`")]);
    assert_eq!(missing[0].span.map(|span| span.of(STORY)), Some("\"express\""));
    assert_eq!(missing[0].help.as_deref(), Some("did you mean `express-20`?"));
}

#[test]
fn an_article_is_told_of_although_its_claim_is_left_out() {
    let spoilt = STORY.replacen("article = \"express\"", "article = \"sush\"\nautor = 1", 1);
    let loaded = load(&spoilt);
    assert!(loaded.diagnostics.iter().any(|told| told.message == "unknown key `autor`"), "{:#?}", told(&loaded));
    let missing = check_articles(&loaded.claims, ["express", "cibuk"].into_iter());
    let messages: Vec<&str> = missing.iter().map(|told| told.message.as_str()).collect();
    assert_eq!(messages, ["unknown article `sush`"]);
}
