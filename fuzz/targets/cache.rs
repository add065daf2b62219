//! The reader of the cache: whatever the file holds, the report is the one made
//! without it, and the next run finds the cache whole.
//!
//! An input changes the file of a cache that knows both articles, and that a third says nothing: three bytes of
//! place and one to write there, again and again. One that begins with `R` is the
//! file, and one with `T` says where it is cut.

#![no_main]

use gainsay::check::Checked;
use gainsay::scan::cache::FILE;
use gainsay_fuzz::ledger::{ARTICLES, articles, checked, said};
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// What is said without a cache. No claim names these articles: those that claims
/// name are always read.
static EXPECTED: LazyLock<String> = LazyLock::new(|| {
    for (name, text) in ARTICLES {
        fs::write(articles().join(format!("echo-{name}")), text).expect("a file");
    }
    let silent = "+++\ntitle = \"Harbour\"\npublished = 2023-04-04\n+++\nNobody counted anything.";
    fs::write(articles().join("silent.txt"), silent).expect("a file");
    said(&checked(None))
});

/// A cache as a run leaves it.
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let expected = &*EXPECTED;
    assert_eq!(said(&cached()), *expected);
    fs::read(folder().join(FILE)).expect("a cache")
});

fn folder() -> PathBuf {
    articles().with_file_name("cache")
}

fn cached() -> Checked {
    checked(Some(folder()))
}

fuzz_target!(|bytes: &[u8]| {
    let mut file = WHOLE.clone();
    match bytes {
        [b'R', raw @ ..] => file = raw.to_vec(),
        [b'T', a, b, c, ..] => file.truncate(place(*a, *b, *c, WHOLE.len())),
        changes => {
            for change in changes.chunks_exact(4) {
                file[place(change[0], change[1], change[2], WHOLE.len())] = change[3];
            }
        }
    }
    fs::write(folder().join(FILE), &file).expect("a file");
    assert_eq!(said(&cached()), *EXPECTED);
    let again = cached();
    assert_eq!((said(&again), again.notice), (EXPECTED.clone(), None));
});

/// Pages that hold nothing are most of the file: half of the places are in its
/// first pages.
fn place(a: u8, b: u8, c: u8, length: usize) -> usize {
    let place = usize::from(a & 0x7f) << 16 | usize::from(b) << 8 | usize::from(c);
    if a & 0x80 == 0 { place % length } else { place % (16 << 10) % length }
}
