//! The reader of windows in time: in order, within the text, none that ends
//! before it begins.

#![no_main]

use gainsay::extract::Setting;
use gainsay::extract::moment::find_moments;
use gainsay::extract::window::find_windows;
use gainsay::text::Tokens;
use gainsay::value::edtf;
use gainsay_fuzz::assert_within;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let tokens = Tokens::new(text);
    for reference in [None, edtf::parse_date("2022-05-04").ok()] {
        let setting = Setting { reference, ..Setting::default() };
        let moments = find_moments(&tokens, &setting, &[]);
        let mut end = 0;
        for read in find_windows(&tokens, &setting, &moments) {
            assert_within(read.span, text);
            assert!(read.span.start >= end && !read.span.is_empty(), "{read:?} after {end}");
            end = read.span.end;
            let (from, to) = (read.window.from.days(), read.window.to.days());
            assert!([from, to].into_iter().flatten().all(|(first, last)| first <= last), "{read:?}");
            assert!(from.zip(to).is_none_or(|(from, to)| from.0 <= to.1), "{read:?}");
        }
    }
});
