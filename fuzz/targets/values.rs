//! The readers of values: everything they read stands in the text, in order and apart,
//! no interval or stretch of time is empty, and digits are the number they say.

#![no_main]

use gainsay::extract::{DateOrder, Extracted, Prefer, Reading, Setting, extract, extract_stretches};
use gainsay_fuzz::{assert_reads_digits, assert_within};
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
    let mut end = 0;
    for value in found {
        assert_within(value.span, text);
        assert!(!value.span.is_empty() && value.span.start >= end, "{value:?} after {end}");
        end = value.span.end;
        match &value.reading {
            Reading::Number(measure)
            | Reading::Ordinal(measure)
            | Reading::Percent(measure)
            | Reading::Quantity(measure)
            | Reading::Money(measure)
            | Reading::Duration(measure, _) => {
                let (low, high) = (measure.interval.low.value(), measure.interval.high.value());
                assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{value:?}");
                assert_reads_digits(value.span.of(text), measure.stated, &measure.interval);
            }
            Reading::Moment(when) => {
                let ends = when.moment.as_ref().and_then(|moment| moment.from.zip(moment.to));
                assert!(ends.is_none_or(|(from, to)| from < to), "{value:?}");
            }
        }
    }
}
