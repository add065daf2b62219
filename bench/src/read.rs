//! Reading every file of a folder and nothing else: the floor under any time.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadThrough {
    /// Files.
    pub files: u64,
    /// Bytes.
    pub bytes: u64,
}

/// Reads all files below a folder, on all cores, a folder at a time.
///
/// # Errors
/// When something cannot be read.
pub fn read_all(dir: &Path) -> io::Result<ReadThrough> {
    let folders = folders(dir)?;
    let (next, jobs) = (AtomicUsize::new(0), thread::available_parallelism().map_or(1, usize::from));
    thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(|| read_folders(&folders, &next))).collect();
        workers.into_iter().try_fold(ReadThrough::default(), |sum, worker| {
            let read = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            Ok(ReadThrough { files: sum.files + read.files, bytes: sum.bytes + read.bytes })
        })
    })
}

/// A folder and all below it.
fn folders(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut all = vec![dir.to_owned()];
    let mut at = 0;
    while at < all.len() {
        for entry in fs::read_dir(&all[at])? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                all.push(entry.path());
            }
        }
        at += 1;
    }
    Ok(all)
}

fn read_folders(folders: &[PathBuf], next: &AtomicUsize) -> io::Result<ReadThrough> {
    let (mut read, mut buffer) = (ReadThrough::default(), vec![0; 1 << 16]);
    while let Some(folder) = folders.get(next.fetch_add(1, Ordering::Relaxed)) {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                read.bytes += read_file(&entry.path(), &mut buffer)?;
                read.files += 1;
            }
        }
    }
    Ok(read)
}

fn read_file(path: &Path, buffer: &mut [u8]) -> io::Result<u64> {
    let (mut file, mut bytes) = (File::open(path)?, 0);
    loop {
        match file.read(buffer)? {
            0 => return Ok(bytes),
            some => bytes += some as u64,
        }
    }
}
