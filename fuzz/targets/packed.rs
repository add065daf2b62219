//! Packed files: what was packed is unpacked again, and what was not is an article
//! or a diagnostic.
//!
//! The first byte says what the rest is: packed already or to be packed, in two parts, as
//! `.gz` or `.zst`, an article or records.

#![no_main]

use flate2::{Compression, write::GzEncoder};
use gainsay::corpus::read_corpus;
use gainsay_fuzz::assert_placed;
use libfuzzer_sys::fuzz_target;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("gainsay-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let (ending, kind) = (if first & 1 == 0 { "gz" } else { "zst" }, if first & 2 == 0 { "txt" } else { "jsonl" });
    let is_packed = first & 4 != 0;
    let packed = match (is_packed, ending) {
        (true, _) => rest.to_vec(),
        (false, ending) => {
            // Packed files may be put one behind the other.
            let (first, second) = rest.split_at(rest.len() / 2);
            let pack = |bytes: &[u8]| match ending {
                "gz" => gzip(bytes),
                _ => compress_to_vec(bytes, CompressionLevel::Fastest),
            };
            [pack(first), pack(second)].concat()
        }
    };
    let unpacked = read("plain", kind, rest);
    let read = read("packed", &format!("{kind}.{ending}"), &packed);
    if !is_packed {
        assert_eq!(read, unpacked);
    }
});

/// The articles and diagnostics of a file, without its name.
fn read(folder: &str, ending: &str, bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let folder = FOLDER.join(folder);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(format!("a.{ending}")), bytes).expect("a file");
    let corpus = read_corpus(&[PathBuf::from(".")], Path::new(&folder));
    assert_placed(&corpus.diagnostics);
    assert!(
        !corpus.articles.is_empty()
            || !corpus.diagnostics.is_empty()
            || bytes.trim_ascii().is_empty()
            || ending != "txt"
    );
    let articles = corpus.articles.iter().map(|article| format!("{} {:?} {}", article.id, article.front, article.body));
    (articles.collect(), corpus.diagnostics.iter().map(|told| told.message.clone()).collect())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("memory takes it");
    packed.finish().expect("memory takes it")
}
