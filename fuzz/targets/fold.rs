//! Folding: two ways to the same text, and a map that leads back into it.

#![no_main]

use gainsay::text::{Fold, Span, fold_str};
use gainsay_fuzz::assert_within;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let fold = Fold::new(text);
    assert_eq!(fold.text(), fold_str(text));
    for (at, character) in fold.text().char_indices() {
        assert_within(fold.original(Span::new(at, at + character.len_utf8())), text);
    }
    assert_within(fold.original(Span::new(0, fold.text().len())), text);
});
