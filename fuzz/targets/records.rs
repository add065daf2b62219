//! Files of records: cut into the lines that a plain search for line ends gives,
//! however they arrive, and each is a record or a diagnostic at its line.

#![no_main]

use gainsay::corpus::read::read_body;
use gainsay::corpus::records::Lines;
use gainsay_fuzz::{assert_placed, assert_within};
use libfuzzer_sys::fuzz_target;
use std::io::BufReader;

fuzz_target!(|bytes: &[u8]| {
    let numbered = (1..).zip(bytes.split(|&byte| byte == b'\n'));
    let expected: Vec<(u32, &[u8])> = numbered.filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
    let whole = lines(bytes, 8 << 10, usize::MAX);
    for (buffer, most) in [(8 << 10, 1), (7, 40), (1, usize::MAX)] {
        assert_eq!(lines(bytes, buffer, most), whole, "{buffer} at once, {most} in a batch");
    }
    let whole: Vec<(u32, &[u8])> = whole.iter().map(|(number, line)| (*number, line.as_slice())).collect();
    assert_eq!(whole, expected);
    let (mut all, mut next) = (Lines::default(), 1);
    all.fill(&mut BufReader::new(bytes), &mut next, usize::MAX).expect("memory is read");
    (0..all.len()).for_each(|at| assert_is_record_or_told(&all, at));
});

/// The lines of a file that is read so many bytes at once.
fn lines(bytes: &[u8], buffer: usize, most: usize) -> Vec<(u32, Vec<u8>)> {
    let (mut lines, mut next, mut all) = (Lines::default(), 1, Vec::new());
    let mut from = BufReader::with_capacity(buffer, bytes);
    loop {
        let more = lines.fill_available(&mut from, &mut next, most).expect("memory is read");
        all.extend((0..lines.len()).map(|at| (lines.number(at), lines.bytes(at).expect("it is short").to_vec())));
        if !more {
            return all;
        }
    }
}

fn assert_is_record_or_told(lines: &Lines, at: usize) {
    let line = lines.number(at);
    match lines.record("archive.jsonl", at) {
        Ok(record) => {
            assert!(record.line == Some(line) || record.line.is_none() && record.path != "archive.jsonl");
            let (mut article, body, mut told) = record.head();
            told.extend(read_body(&mut article, &record.text, body));
            assert_placed(&told);
            assert_eq!(record.text.get(body..), Some(&*article.body));
            for block in &article.blocks {
                assert_within(block.span, &article.body);
                let place = article.place(block.span.start);
                assert!(record.line.is_none_or(|line| place.line.0 == line) && place.column.0 > 0);
            }
        }
        Err(told) => {
            assert_eq!(told.place().map(|place| place.line.0), Some(line));
            assert_placed(&[*told]);
        }
    }
}
