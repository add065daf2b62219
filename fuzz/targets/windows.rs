//! The reader of windows in time: in order, within the text, none that ends
//! before it begins.

#![no_main]

use gainsay::extract::Setting;
use gainsay::extract::moment::find_moments;
use gainsay::extract::window::find_windows;
use gainsay::text::Tokens;
use gainsay_fuzz::assert_within;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let tokens = Tokens::new(text);
    let setting = Setting::default();
    let moments = find_moments(&tokens, &setting, &[]);
    let mut end = 0;
    for read in find_windows(&tokens, &setting, &moments) {
        assert_within(read.span, text);
        assert!(read.span.start >= end, "{read:?} after {end}");
        end = read.span.end;
    }
});
