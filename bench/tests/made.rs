//! What is made is the same each time, and good.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use gainsay_bench::article::Density;
use gainsay_bench::corpus::{Made, Order, Size, write_corpus};
use gainsay_bench::read::read_all;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ORDER: Order = Order { seed: 11, density: Density::Dense, size: Size::Bytes(200_000), front: true, jsonl: true };

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every file below a folder, by its path from there.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                all.insert(path.strip_prefix(dir).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

fn make(name: &str, order: &Order) -> (Folder, Made) {
    let folder = Folder::new(name);
    let made = write_corpus(&folder.0, order).unwrap();
    (folder, made)
}

#[test]
fn a_seed_gives_the_same_bytes() {
    let (one, made) = make("one", &ORDER);
    let (other, _) = make("other", &ORDER);
    let (another, _) = make("another", &Order { seed: 12, ..ORDER });
    assert!(files(&one.0) == files(&other.0));
    assert!(files(&one.0) != files(&another.0));
    let texts: Vec<usize> =
        files(&one.0).iter().filter(|(path, _)| path.starts_with("corpus")).map(|(_, bytes)| bytes.len()).collect();
    assert_eq!((texts.len(), texts.iter().sum::<usize>() as u64), (made.articles, made.bytes));
}

#[test]
fn a_smaller_corpus_is_the_beginning_of_a_larger() {
    let (small, _) = make("small", &Order { size: Size::Articles(20), ..ORDER });
    let (large, _) = make("large", &Order { size: Size::Articles(40), ..ORDER });
    let large = files(&large.0);
    for (path, bytes) in files(&small.0).iter().filter(|(path, _)| path.starts_with("corpus")) {
        assert_eq!(large.get(path), Some(bytes), "{}", path.display());
    }
}

#[test]
fn json_lines_hold_the_same_texts() {
    let (folder, made) = make("jsonl", &Order { front: false, ..ORDER });
    let texts: Vec<Vec<u8>> =
        files(&folder.0).into_iter().filter(|(path, _)| path.starts_with("corpus")).map(|(_, bytes)| bytes).collect();
    let lines = fs::read_to_string(folder.0.join("corpus.jsonl")).unwrap();
    let records: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((records.len(), texts.len()), (made.articles, made.articles));
    assert!(records.iter().all(|record| texts.contains(&record["text"].as_str().unwrap().as_bytes().to_vec())));
}

#[test]
fn everything_is_read() {
    let (folder, made) = make("read", &ORDER);
    let read = read_all(&folder.0.join("corpus")).unwrap();
    assert_eq!((read.files, read.bytes), (made.articles as u64, made.bytes));
}

/// The program: `GAINSAY`, or what was built beside.
fn gainsay() -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let built = ["release", "debug"].map(|profile| target.join(profile).join("gainsay"));
    let named = std::env::var_os("GAINSAY").map(PathBuf::from);
    named.into_iter().chain(built).find(|path| path.is_file())
}

#[test]
fn no_claims_file_has_a_diagnostic() {
    let Some(gainsay) = gainsay() else {
        println!("skipped: gainsay is not built");
        return;
    };
    let sparse = Order { density: Density::Sparse, front: false, jsonl: false, ..ORDER };
    for (name, order) in [("dense", ORDER), ("sparse", sparse)] {
        let (folder, _) = make(name, &order);
        for claims in ["claims.toml", "claims-plus.toml"] {
            let output = Command::new(&gainsay)
                .args(["check", "--format", "json", "--fail-level", "never", "--claims", claims])
                .current_dir(&folder.0)
                .output()
                .unwrap();
            let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(report["diagnostics"], serde_json::json!([]), "{name}/{claims}");
            assert_eq!(output.status.code(), Some(0), "{name}/{claims}");
            assert_eq!(report["topics"].as_array().map(Vec::len), Some(50));
        }
    }
}

#[test]
fn the_readme_quotes_the_results() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let results = fs::read_to_string(root.join("RESULTS.md")).unwrap();
    let readme = fs::read_to_string(root.join("../README.md")).unwrap();
    assert_eq!(gainsay_bench::run::quote(&readme, &results), Some(readme));
}
