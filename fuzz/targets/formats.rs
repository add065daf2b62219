//! The whole way: an article against fixed claims, in every format. No format
//! panics, none lets a control character through, and what is quoted stands where it is said
//! to stand.

#![no_main]

use anstream::adapter::strip_str;
use gainsay::check::{Options, check_with};
use gainsay::corpus::article_from;
use gainsay::report::{Layout, Report, formats::FORMATS};
use gainsay_fuzz::claims_with;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
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
    let article = article_from("a", "a.txt", text).0;
    let body = article.body.clone();
    let Ok((checked, _)) = check_with(&options, article) else { return };
    let report = Report::new(&checked);
    for format in FORMATS {
        let mut out = Vec::new();
        (format.write)(&report, &Layout::wide(100), &mut out).expect("memory takes everything");
        let out = String::from_utf8(out).expect("every format is UTF-8");
        // A terminal's own styles are taken out wherever there is none.
        let shown = strip_str(&out).to_string();
        let stray = shown.chars().find(|c| c.is_control() && !"\n\r\t".contains(*c));
        assert_eq!(stray, None, "{}", format.name);
        if format.name == "json" {
            // A mark of byte order is in no column.
            assert_quoted(&out, text.strip_prefix('\u{feff}').unwrap_or(text), &body);
        }
    }
});

/// Every quote is cut out of the body by its code points, and out of the text by its line
/// and column.
fn assert_quoted(out: &str, text: &str, body: &str) {
    let report: Value = serde_json::from_str(out).expect("it is JSON");
    let points: Vec<char> = body.chars().collect();
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("a place");
    for mention in
        report["topics"].as_array().expect("a list").iter().flat_map(|topic| topic["mentions"].as_array()).flatten()
    {
        let quote: String = points[number(&mention["start"])..number(&mention["end"])].iter().collect();
        assert_eq!(mention["quote"], quote);
        let line = text.split('\n').nth(number(&mention["line"]) - 1).expect("a line");
        let rest: String = line.chars().skip(number(&mention["column"]) - 1).collect();
        let first = quote.split('\n').next().unwrap_or_default();
        assert!(rest.starts_with(first), "{first:?} is not at {mention}");
    }
}
