//! The paths and globs of a claims file: whatever they are, each leads to files of
//! the folder, each of them once, or is told.

#![no_main]

use gainsay::corpus::walk::{Found, find_files};
use gainsay_fuzz::assert_placed;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// A folder with articles, and with links to them and round in a circle.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gainsay-fuzz-{}", std::process::id()));
    fs::create_dir_all(folder.join("2022/may")).expect("a folder");
    for name in ["a.txt", "b.md", "2022/a.txt", "2022/may/c.jsonl.gz", "2022/may/[x].txt", ".hidden.txt"] {
        fs::write(folder.join(name), "Text.").expect("a file");
    }
    for (to, name) in [("..", "2022/up"), ("a.txt", "link.txt"), ("nowhere", "broken.txt")] {
        std::os::unix::fs::symlink(to, folder.join(name)).expect("a link");
    }
    folder
});

fuzz_target!(|paths: &str| {
    // What lies outside the folder is not the same on every machine.
    if paths.lines().any(|path| path.starts_with('/') || path.split('/').any(|part| part == "..")) {
        return;
    }
    let paths: Vec<PathBuf> = paths.lines().map(PathBuf::from).collect();
    let found = find_files(&paths, &FOLDER);
    assert_placed(&found.diagnostics);
    let mut met = BTreeSet::new();
    for file in &found.files {
        let place = file.place(&FOLDER);
        let real = fs::canonicalize(&place).expect("what was found is there");
        assert!(real.starts_with(fs::canonicalize(&*FOLDER).expect("it is there")), "{place:?}");
        assert!(met.insert(real), "{place:?} was found twice");
    }
    let ids: BTreeSet<_> = found.files.iter().map(Found::id).collect();
    assert_eq!(ids.len(), found.files.len());
    assert!(paths.is_empty() || !found.files.is_empty() || !found.diagnostics.is_empty());
});
