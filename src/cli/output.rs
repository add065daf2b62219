//! A file written whole or not at all: to a temporary name beside it, then
//! renamed. Files have no colours.

use anstream::StripStream;
use anyhow::Context;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes `path` through `write`; on any failure the old file stays.
pub(crate) fn write_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let name = path.file_name().with_context(|| format!("{} names no file", path.display()))?;
    let temporary = temporary_name(path, name);
    let written = create(&temporary).and_then(|file| fill(file, write)).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // It may never have been made; the first failure is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}

fn temporary_name(path: &Path, name: &std::ffi::OsStr) -> PathBuf {
    let mut temporary = OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(temporary)
}

/// Never through a link that somebody put there.
fn create(temporary: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(temporary)
}

fn fill(file: File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(StripStream::new(file));
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.into_inner().sync_all()
}
