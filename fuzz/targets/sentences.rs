//! Tokens and sentences: in order, apart from each other, none lost.

#![no_main]

use gainsay::text::{Span, Tokens, fold_str, sentence::sentences};
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
    for (at, token) in tokens.all().iter().enumerate() {
        assert_within(token.span, text);
        assert!(token.span.start >= end, "{token:?} after {end}");
        assert_blank(&text[end..token.span.start]);
        assert_eq!(token.spaced, at == 0 || token.span.start > end, "{token:?}");
        assert_eq!(tokens.folded(at), fold_str(tokens.raw(at)), "{token:?}");
        end = token.span.end;
    }
    assert_blank(&text[end..]);
});

/// Only what is white space, or has no width, is no token.
fn assert_blank(between: &str) {
    let blank = |character: char| character.is_whitespace() || "\u{200b}\u{feff}\u{2060}".contains(character);
    assert!(between.chars().all(blank), "{between:?} is no token");
}
