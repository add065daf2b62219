//! Front matter, blocks and sentences of an article: any text is an article,
//! and all its parts lie within it, in order.

#![no_main]

use gainsay::corpus::article_from;
use gainsay_fuzz::{assert_placed, assert_within};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (article, diagnostics) = article_from("a", "a.txt", text);
    assert_placed(&diagnostics);
    let mut end = 0;
    for block in &article.blocks {
        assert_within(block.span, &article.body);
        assert!(block.span.start >= end, "{block:?} after {end}");
        end = block.span.end;
        assert!(block.sentences.iter().all(|sentence| block.span.contains(sentence)), "{block:?}");
    }
    let last = article.place(article.body.len());
    assert!(last.line.0 > article.lines_before);
});
