//! Front matter, blocks and sentences of an article: any text is an article, its
//! body is the end of the text, all its parts lie within it, in order, with no word
//! between them, and each is at the line and column that counting gives.

#![no_main]

use gainsay::corpus::article_from;
use gainsay_fuzz::{assert_placed, assert_within};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (article, diagnostics) = article_from("a", "a.txt", text);
    assert_placed(&diagnostics);
    let body = &*article.body;
    assert!(text.ends_with(body), "{body:?} is not the end");
    let head = &text[..text.len() - body.len()];
    // A mark of byte order is in no column.
    let head = head.strip_prefix('\u{feff}').unwrap_or(head);
    let mut end = 0;
    for block in &article.blocks {
        assert_within(block.span, body);
        assert!(block.span.start >= end, "{block:?} after {end}");
        assert_no_word(&body[end..block.span.start]);
        let mut within = block.span.start;
        for sentence in &block.sentences {
            assert!(block.span.contains(sentence) && sentence.start >= within, "{block:?}");
            assert!(body[within..sentence.start].trim().is_empty(), "lost before {sentence:?}");
            within = sentence.end;
        }
        assert!(body[within..block.span.end].trim().is_empty(), "lost after {within}");
        end = block.span.end;
        let (before, place) = (format!("{head}{}", &body[..block.span.start]), article.place(block.span.start));
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|character| *character != '\n').count() + 1;
        assert_eq!((place.line.0, place.column.0), (counted(line), counted(column)), "{block:?}");
    }
    assert_no_word(&body[end..]);
    let last = article.place(body.len());
    assert!(last.line.0 > article.lines_before);
});

fn assert_no_word(between: &str) {
    assert!(!between.contains(char::is_alphabetic), "{between:?} is in no block");
}

fn counted(count: usize) -> u32 {
    u32::try_from(count).expect("a short text")
}
