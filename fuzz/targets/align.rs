//! Matching: the first line is a pattern, the rest an article. Every mention
//! stands in the text, its value within it, at a score from 0 to 1, and at 1 all words of a
//! plain pattern; digits are the number they say; and what a search of every sentence finds is
//! found without.

#![no_main]

use gainsay::claims::{Part, parse_pattern};
use gainsay::corpus::{Corpus, article_from};
use gainsay::matching::language::english::ENGLISH;
use gainsay::matching::{FoundBy, explain, find_mentions};
use gainsay::text::{Span, Tokens, stem};
use gainsay::value::Value;
use gainsay_fuzz::{assert_reads_digits, assert_within, claims_with, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let Some((pattern, body)) = input.split_once('\n') else { return };
    let claims = load(&claims_with(pattern)).claims;
    let (article, diagnostics) = article_from("a", "a.txt", body);
    let corpus = Corpus { articles: vec![article], diagnostics };
    let body = &*corpus.articles[0].body;
    let mentions = find_mentions(&claims, &corpus).mentions;
    let stems = plain_stems(pattern);
    for mention in &mentions {
        assert_within(mention.span, body);
        if let Some(stems) = stems.as_ref().filter(|_| mention.score >= 1.0 && mention.found_by == FoundBy::Pattern) {
            let tokens = Tokens::new(mention.span.of(body));
            let said: Vec<String> = (0..tokens.len()).map(|at| stem(tokens.folded(at)).into_owned()).collect();
            assert!(stems.iter().all(|stem| said.contains(stem)), "{stems:?} in {said:?}");
        }
        if let Some(span) = mention.value_span {
            assert!(mention.span.contains(&span), "{mention:?}");
            if let Value::Amount(amount) = &mention.value {
                assert_reads_digits(span.of(body), amount.stated, &amount.interval);
            }
        }
        assert!((0.0..=1.0).contains(&mention.score), "{mention:?}");
    }
    // All topics have the same pattern; to look at each of them would take too long.
    let topics = claims.topics.len();
    for topic in [0, body.len() % topics.max(1)].into_iter().filter(|&topic| topic < topics) {
        for told in explain(&claims, &corpus, topic, 0, None) {
            let mut here = mentions.iter().filter(|mention| mention.topic == topic);
            assert_eq!(told.matched, here.any(|mention| mention.span.overlaps(&told.sentence)), "{told:?}");
        }
    }
});

/// The stems of a pattern that is words and a slot; an idiom says some with other words.
fn plain_stems(pattern: &str) -> Option<Vec<String>> {
    let read = parse_pattern(pattern, Span::new(0, pattern.len()), &|_| false).ok()?;
    let stems = read.parts.iter().filter(|part| **part != Part::Value).map(|part| match part {
        Part::Word(word) => {
            Some(stem(word).into_owned()).filter(|stem| !ENGLISH.idioms.iter().any(|(_, said)| said == stem))
        }
        _ => None,
    });
    stems.collect()
}
