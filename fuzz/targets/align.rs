//! Matching: the first line is a pattern, the rest an article. Every mention
//! stands in the text, its value within it, at a score from 0 to 1.

#![no_main]

use gainsay::corpus::{Corpus, article_from};
use gainsay::matching::find_mentions;
use gainsay_fuzz::{assert_within, claims_with, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let Some((pattern, body)) = input.split_once('\n') else { return };
    let claims = load(&claims_with(pattern)).claims;
    let (article, diagnostics) = article_from("a", "a.txt", body);
    let corpus = Corpus { articles: vec![article], diagnostics };
    for mention in find_mentions(&claims, &corpus).mentions {
        assert_within(mention.span, &corpus.articles[0].body);
        if let Some(span) = mention.value_span {
            assert!(mention.span.contains(&span), "{mention:?}");
        }
        assert!((0.0..=1.0).contains(&mention.score), "{mention:?}");
    }
});
