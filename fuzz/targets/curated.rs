//! Values as a claims file has them: every kind is read or refused with words
//! that say why; digits are the number they say, and what is read is read again from what is
//! written of it.

#![no_main]

use gainsay::authoring::written::written_value;
use gainsay::extract::{Setting, read_value};
use gainsay::value::{Kind, Value};
use gainsay_fuzz::assert_reads_digits;
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
        let read = |text: &str| read_value(text, kind, unit, &Setting::default());
        let value = match read(text) {
            Ok(value) => value,
            Err(why) => {
                assert!(!why.is_empty());
                continue;
            }
        };
        match &value {
            Value::Amount(amount) => {
                let (low, high) = (amount.interval.low.value(), amount.interval.high.value());
                assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{value:?}");
                assert_reads_digits(text.trim(), amount.stated, &amount.interval);
                let written = written_value(&value, text, kind, unit);
                if let Some(words) = written.as_ref().and_then(|written| written.as_str()) {
                    let again = read(words);
                    let same =
                        |again: &Value| matches!(again, Value::Amount(other) if other.interval == amount.interval);
                    assert!(again.as_ref().is_ok_and(same), "{words:?} of {value:?} is {again:?}");
                }
            }
            Value::Date(moment) => {
                assert!(moment.from.zip(moment.to).is_none_or(|(from, to)| from < to), "{moment:?}");
            }
            _ => {}
        }
    }
});
