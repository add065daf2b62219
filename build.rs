//! Names the sources that the program is made from, so that what another
//! program has kept is not taken for its own.

use std::fs;
use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let mut sum = 0xcbf2_9ce4_8422_2325;
    add(Path::new("src"), &mut sum);
    add(Path::new("Cargo.lock"), &mut sum);
    println!("cargo:rustc-env=GAINSAY_SOURCES={}-{sum:016x}", std::env::var("CARGO_PKG_VERSION").unwrap_or_default());
}

/// Adds a file, or the files of a folder in the order of their names.
fn add(path: &Path, sum: &mut u64) {
    let Ok(entries) = fs::read_dir(path) else {
        let bytes = fs::read(path).unwrap_or_default();
        // FNV-1a.
        for byte in bytes.iter().chain(path.to_string_lossy().as_bytes()) {
            *sum = (*sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().for_each(|path| add(path, sum));
}
