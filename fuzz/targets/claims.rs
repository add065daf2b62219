//! The claims loader and the canonical form: any text is loaded, every mistake
//! has its place, and what is written anew says the same and stays as it is.

#![no_main]

use gainsay::authoring::format::format_claims;
use gainsay_fuzz::{assert_placed, load, meaning};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let loaded = load(text);
    assert_placed(&loaded.diagnostics);
    if let Ok(formatted) = format_claims(text) {
        assert_eq!(meaning(loaded), meaning(load(&formatted)));
        assert_eq!(format_claims(&formatted).ok().as_deref(), Some(&*formatted));
    }
});
