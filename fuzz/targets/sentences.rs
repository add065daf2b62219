//! Tokens and sentences: in order, apart from each other, none lost.

#![no_main]

use gainsay::text::{Span, Tokens, sentence::sentences};
use gainsay_fuzz::assert_within;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for sentence in sentences(text, Span::new(0, text.len())) {
        assert_within(sentence, text);
        assert!(text[end..sentence.start].trim().is_empty(), "lost before {sentence:?}");
        assert!(sentence.start >= end && !sentence.is_empty());
        end = sentence.end;
    }
    assert!(text[end..].trim().is_empty(), "lost after {end}");
    let tokens = Tokens::new(text);
    let mut end = 0;
    for token in tokens.all() {
        assert_within(token.span, text);
        assert!(token.span.start >= end, "{token:?} after {end}");
        end = token.span.end;
    }
});
