//! Dates and periods as files have them: each is read or refused with words that
//! say why, no stretch ends before it begins, and a day is read from what it is
//! written as.

#![no_main]

use gainsay::report::values_line::parse_reference;
use gainsay::value::{Edge, Moment, edtf};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    check(edtf::parse_date(text));
    check(parse_reference(text));
    match edtf::parse_window(text) {
        Ok(window) => {
            [window.from, window.to].iter().for_each(assert_in_order);
            let ends = window.from.days().zip(window.to.days());
            assert!(ends.is_none_or(|((from, _), (_, to))| from <= to), "{window:?}");
        }
        Err(why) => assert!(!why.is_empty()),
    }
});

fn check(read: Result<Moment, String>) {
    let moment = match read {
        Ok(moment) => moment,
        Err(why) => return assert!(!why.is_empty()),
    };
    assert!(moment.from.zip(moment.to).is_none_or(|(from, to)| from < to), "{moment:?}");
    assert_in_order(&Edge::within(&moment));
    for day in [moment.first_day(), moment.last_day()].into_iter().flatten().filter(|day| day.year() >= 1) {
        assert_eq!(edtf::parse_date(&day.to_string()), Ok(Moment::day(day)));
    }
}

fn assert_in_order(edge: &Edge) {
    assert!(edge.days().is_none_or(|(first, last)| first <= last), "{edge:?}");
}
