//! The whole way: an article against fixed claims, in every format. No format
//! panics, and none lets a control character through.

#![no_main]

use anstream::adapter::strip_str;
use gainsay::check::{Options, check_with};
use gainsay::corpus::article_from;
use gainsay::report::{Layout, Report, formats::FORMATS};
use gainsay_fuzz::claims_with;
use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::LazyLock;

/// A folder with claims and no article.
static CLAIMS: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gainsay-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("articles")).expect("a folder");
    std::fs::write(folder.join("claims.toml"), claims_with("{value} boats sank")).expect("a file");
    folder.join("claims.toml")
});

fuzz_target!(|text: &str| {
    let corpus = CLAIMS.with_file_name("articles");
    let options = Options { claims: CLAIMS.clone(), corpus: vec![corpus], ..Options::default() };
    let Ok((checked, _)) = check_with(&options, article_from("a", "a.txt", text).0) else { return };
    let report = Report::new(&checked);
    for format in FORMATS {
        let mut out = Vec::new();
        (format.write)(&report, &Layout::wide(100), &mut out).expect("memory takes everything");
        let out = String::from_utf8(out).expect("every format is UTF-8");
        // A terminal's own styles are taken out wherever there is none.
        let shown = strip_str(&out).to_string();
        let stray = shown.chars().find(|c| c.is_control() && !"\n\r\t".contains(*c));
        assert_eq!(stray, None, "{}", format.name);
    }
});
