//! The pattern compiler: any text is a pattern or a list of what is wrong with
//! it, each with its place.

#![no_main]

use gainsay::matching::topics::Topics;
use gainsay_fuzz::{assert_placed, claims_with, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pattern: &str| {
    let loaded = load(&claims_with(pattern));
    assert_placed(&loaded.diagnostics);
    let _ = Topics::new(&loaded.claims);
});
