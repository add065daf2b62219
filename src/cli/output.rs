//! A file written whole or not at all: to a [temporary] one beside it, which is
//! then renamed. Files have no colours.
//!
//! A link stays a link: the file that it leads to is written. What is no file,
//! such as `/dev/null` or a named pipe, is written to as it is, never replaced.

use super::temporary;
use anstream::StripStream;
use anyhow::{Context, bail};
use gainsay::check::Checked;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes a report through `write`, never over what it tells of.
pub(crate) fn write_report(
    path: &Path,
    checked: &Checked,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    if checked.has_read(path) {
        bail!("cannot write {}: the report tells of this file, and would replace it", path.display());
    }
    write_file(path, write)
}

/// Writes `path` through `write`; on any failure the old file stays.
pub(crate) fn write_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        bail!("{}: it is a folder", cannot());
    }
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        let opened = OpenOptions::new().write(true).open(path);
        return opened.and_then(|device| send(device, write).map(drop)).with_context(cannot);
    }
    let real = if there.is_some() { fs::canonicalize(path).with_context(cannot)? } else { path.to_owned() };
    real.file_name().with_context(|| format!("{} names no file", path.display()))?;
    let (temporary, file) = temporary::create_beside(&real).with_context(cannot)?;
    let allowed = there.map_or(Ok(()), |there| file.set_permissions(there.permissions()));
    let written = allowed.and_then(|()| send(file, write)).and_then(|file| {
        file.sync_all()?;
        // It is held until it has its name: until then others would take it for left behind.
        fs::rename(&temporary, &real).map(|()| drop(file))
    });
    if written.is_err() {
        // It may be gone; the first failure is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    written.with_context(cannot)
}

/// Writes a changed text over the one that it was made from; a file that has
/// changed since is left alone.
pub(crate) fn replace_file(path: &Path, before: &str, after: &str) -> anyhow::Result<()> {
    let now = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if now != before.as_bytes() {
        bail!("{} has changed in the meantime: nothing was written", path.display());
    }
    write_file(path, |out| out.write_all(after.as_bytes()))
}

fn send(file: File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<File> {
    let mut out = BufWriter::new(StripStream::new(file));
    write(&mut out)?;
    Ok(out.into_inner().map_err(io::IntoInnerError::into_error)?.into_inner())
}
