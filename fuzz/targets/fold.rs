//! Folding: two ways to the same text, and a map that leads back to the very
//! characters that each part of it is folded from.

#![no_main]

use gainsay::text::{Fold, Span, fold_str};
use gainsay_fuzz::assert_within;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let fold = Fold::new(text);
    assert_eq!(fold.text(), fold_str(text));
    let mut before = Span::new(0, 0);
    for (at, character) in fold.text().char_indices() {
        let original = fold.original(Span::new(at, at + character.len_utf8()));
        assert_within(original, text);
        assert!(fold_str(original.of(text)).contains(character), "{character:?} from {original:?}");
        assert!(original == before || original.start >= before.end, "{original:?} after {before:?}");
        before = original;
    }
    assert_within(fold.original(Span::new(0, fold.text().len())), text);
});
