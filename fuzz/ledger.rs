//! A ledger with a topic of every kind and two articles that speak to all of
//! them: what the targets that check as a whole check against.

use crate::assert_placed;
use gainsay::check::{Checked, Options, check_gathered, check_loaded, load_text};
use gainsay::claims::Loaded;
use gainsay::report::formats::{FORMATS, json};
use gainsay::report::{Layout, Report, diagnostics::write_diagnostics};
use gainsay::scan::cache::CacheAt;
use gainsay::scan::wire::scan_stream;
use gainsay::scan::{Collator, Gathered, Scanner, Texts, WireError};
use std::fs;
use std::io::BufReader;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

/// The claims file.
const CLAIMS: &str = include_str!("ledger/claims.toml");

/// Where it is, in a folder of this process with no article.
pub static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    // Everything on this thread: handing work over costs more than the work.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    pool.build_global().expect("the first pool");
    let folder = std::env::temp_dir().join(format!("gainsay-fuzz-{}", std::process::id()));
    fs::create_dir_all(folder.join("articles")).expect("a folder");
    folder.join("claims.toml")
});

/// The claims.
pub static LOADED: LazyLock<Loaded> = LazyLock::new(|| load_text(&FILE, CLAIMS.to_owned()));

/// The names of the articles, and what they hold.
pub const ARTICLES: [(&str, &str); 2] = [
    ("gazette.txt", include_str!("ledger/articles/gazette.txt")),
    ("herald.txt", include_str!("ledger/articles/herald.txt")),
];

/// The folder that articles are looked for in.
#[must_use]
pub fn articles() -> PathBuf {
    FILE.with_file_name("articles")
}

/// A check of what lies there, with a cache or without.
///
/// # Panics
/// When a topic is not there.
#[must_use]
pub fn checked(cache: Option<PathBuf>) -> Checked {
    let cache = cache.map(|folder| CacheAt { folder, from: 0, settled: Duration::ZERO });
    check_loaded(LOADED.clone(), &Options { cache, ..options() }).expect("every topic is asked for")
}

fn options() -> Options {
    Options { claims: FILE.clone(), ..Options::default() }
}

/// What `scan` writes of records that begin at a line of a file.
///
/// # Panics
/// When memory does not take it.
#[must_use]
pub fn scanned(place: (&str, u32), records: &[u8]) -> Vec<u8> {
    static SCANNER: LazyLock<Scanner<'static>> = LazyLock::new(|| Scanner::new(&LOADED.claims, Texts::OfSpeakers));
    let mut out = Vec::new();
    scan_stream(&SCANNER, place, &mut BufReader::new(records), &mut out).expect("memory takes it");
    out
}

/// What `collate` makes of streams.
///
/// # Errors
/// When one has a line that is not of these claims.
///
/// # Panics
/// When a topic is not there.
pub fn collated(streams: &[&[u8]]) -> Result<Checked, WireError> {
    let (collator, mut gathered) = (Collator::new(&LOADED.claims), Gathered::default());
    streams.iter().try_for_each(|&stream| collator.read(&mut &*stream, &mut gathered))?;
    Ok(check_gathered(LOADED.clone(), &options(), gathered).expect("every topic is asked for"))
}

/// All that a check says, as JSON; each diagnostic must stand at a place of its
/// file.
///
/// # Panics
/// When one does not.
#[must_use]
pub fn said(checked: &Checked) -> String {
    assert_placed(&checked.diagnostics);
    let (report, layout, mut out) = (Report::new(checked), Layout::wide(100), Vec::new());
    (json::FORMAT.write)(&report, &layout, &mut out).expect("memory takes it");
    write_diagnostics(&checked.diagnostics, &layout, &mut out).expect("memory takes it");
    String::from_utf8(out).expect("every format is UTF-8")
}

/// The same in every format.
///
/// # Panics
/// When what is printed is no text.
pub fn print(checked: &Checked) {
    assert_placed(&checked.diagnostics);
    let report = Report::new(checked);
    for format in FORMATS {
        let mut out = Vec::new();
        (format.write)(&report, &Layout::wide(100), &mut out).expect("memory takes it");
        assert!(std::str::from_utf8(&out).is_ok(), "{}", format.name);
    }
}
