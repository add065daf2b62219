//! What `explain` says of a sentence that is no mention: why, in words that lead an editor on.

use gainsay::claims::{ReadValue, load_claims};
use gainsay::corpus::{Corpus, read::article_from};
use gainsay::diagnostic::Source;
use gainsay::extract::{Setting, fit};
use gainsay::matching::explain;
use gainsay::value::{Kind, Value};
use std::sync::Arc;

struct Reader;

impl ReadValue for Reader {
    fn read_value(&self, text: &str, kind: Kind, unit: Option<&str>) -> Result<Value, String> {
        fit::read_value(text, kind, unit, &Setting::default())
    }
}

/// The reason for the first sentence of an article, for a topic with these further lines.
fn reason(lines: &str, body: &str) -> String {
    let toml = format!(
        "version = 1\n[[topic]]\nid = \"crowd\"\nquestion = \"How many marched?\"\nkind = \"count\"\n\
         match = [\"{{value}} people marched in Paris\"]\n{lines}"
    );
    let loaded = load_claims(Arc::new(Source::new("claims.toml", toml)), &Reader);
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    let text = format!("+++\npublished = 2022-05-07\n+++\n{body}\n");
    let corpus = Corpus { articles: vec![article_from("a", "a.txt", text).0], diagnostics: Vec::new() };
    explain(&loaded.claims, &corpus, 0, 0, None).remove(0).reason
}

#[test]
fn a_sentence_that_is_no_mention_says_why() {
    let said = "Some 400 people marched in Paris.";
    assert_eq!(reason("", said), "a mention, found by pattern");
    assert_eq!(
        reason("articles = [\"b*\"]", said),
        "the topic does not look in this article (`articles` or `published`)"
    );
    assert_eq!(
        reason("during = \"2019\"", "In May 2021, some 400 people marched in Paris."),
        "fits, but is not about the topic's `during` or `only`, or another answer fits as well"
    );
    assert_eq!(reason("", "Some 400 people danced in Paris."), "the score is below the threshold");
    assert_eq!(reason("", "It rained."), "the sentence states no count");
    assert_eq!(reason("", "It rained on 12 umbrellas."), "the sentence states a count, and no pattern comes near");
}
