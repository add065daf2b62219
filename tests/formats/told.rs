//! The sentence that pages and comments open with.

use super::fixture::run;
use gainsay::report::Report;

const CLAIMS: &str = r#"version = 1

[corpus]
paths = ["corpus"]

[[claimant]]
id = "office"
name = "the harbour office"

[[claimant]]
id = "union"
name = "the crews' union"

[[claimant]]
id = "insurers"
name = "the insurers"

[[topic]]
id = "boats-lost"
question = "How many boats were lost?"
kind = "count"
unit = "boat"
match = ["{value} boats (sank|were lost)"]
"#;

fn headline(said: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("corpus")).expect("a folder");
    let claims = folder.path().join("claims.toml");
    std::fs::write(&claims, CLAIMS).expect("the claims");
    for (at, said) in said.iter().enumerate() {
        let text = format!("+++\noutlet = \"Paper {at}\"\n+++\n{said}\n");
        std::fs::write(folder.path().join(format!("corpus/text-{at}.txt")), text).expect("an article");
    }
    Report::new(&run(claims.to_str().expect("a plain path"))).told.headline
}

#[test]
fn those_who_say_the_same_are_one_party() {
    let office = "According to the harbour office, 14 boats sank.";
    let union = "According to the crews' union, six boats sank.";
    let insurers = "According to the insurers, 14 boats sank.";
    assert_eq!(headline(&[office, union]), "1 conflict on 1 topic: the crews' union against the harbour office.");
    assert_eq!(
        headline(&[office, union, insurers]),
        "1 conflict on 1 topic: the crews' union against the harbour office and the insurers."
    );
    let third = "According to the insurers, 90 boats sank.";
    assert_eq!(
        headline(&[office, union, third]),
        "1 conflict on 1 topic: the crews' union, the harbour office and the insurers against each other."
    );
    assert_eq!(headline(&[office]), "No conflict was found.");
}
