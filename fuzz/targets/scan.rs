//! The pair of `scan` and `collate`: whatever the records of a file are, and
//! wherever it is cut, they report what `check` reports, byte for byte.

#![no_main]

use gainsay_fuzz::ledger::{articles, checked, collated, said, scanned};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|records: &[u8]| {
    std::fs::write(articles().join("archive.jsonl"), records).expect("a file");
    let expected = said(&checked(None));
    let place = |first| ("articles/archive.jsonl", first);
    let whole = scanned(place(1), records);
    assert_eq!(said(&collated(&[&whole]).expect("lines of these claims")), expected);
    // The later half comes first.
    let half = records.len() / 2;
    let Some(cut) = records[half..].iter().position(|&byte| byte == b'\n').map(|at| half + at + 1) else { return };
    let lines_before = records[..cut].iter().filter(|&&byte| byte == b'\n').count();
    let later = scanned(place(u32::try_from(lines_before + 1).expect("a short file")), &records[cut..]);
    let earlier = scanned(place(1), &records[..cut]);
    assert_eq!(said(&collated(&[&later, &earlier]).expect("lines of these claims")), expected);
});
