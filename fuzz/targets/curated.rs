//! Values as a claims file has them: every kind is read or refused with words
//! that say why.

#![no_main]

use gainsay::extract::{Setting, read_value};
use gainsay::value::Kind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let kinds = [
        (Kind::Count, Some("call")),
        (Kind::Quantity, Some("km")),
        (Kind::Money, Some("EUR")),
        (Kind::Percent, None),
        (Kind::Duration, None),
        (Kind::Date, None),
    ];
    for (kind, unit) in kinds {
        if let Err(why) = read_value(text, kind, unit, &Setting::default()) {
            assert!(!why.is_empty());
        }
    }
});
