//! The readers of values: everything they read stands in the text, in order,
//! and no interval is empty.

#![no_main]

use gainsay::extract::{DateOrder, Extracted, Prefer, Reading, Setting, extract, extract_stretches};
use gainsay_fuzz::assert_within;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for (prefer, order) in [
        (Prefer::Past, DateOrder::DayMonthYear),
        (Prefer::Future, DateOrder::MonthDayYear),
        (Prefer::Nearest, DateOrder::DayMonthYear),
    ] {
        let setting = Setting { prefer, order, ..Setting::default() };
        check(text, &extract(text, &setting, &[]));
        check(text, &extract_stretches(text, &setting));
    }
});

fn check(text: &str, found: &[Extracted]) {
    for value in found {
        assert_within(value.span, text);
        assert!(!value.span.is_empty());
        if let Reading::Number(measure) | Reading::Quantity(measure) | Reading::Money(measure) = &value.reading {
            let (low, high) = (measure.interval.low.value(), measure.interval.high.value());
            assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{value:?}");
        }
    }
}
