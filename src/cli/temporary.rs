//! The file that a new one is written to, beside the one that it is to replace.
//!
//! Whoever writes it holds a lock on it, which the system lets go of however the
//! process ends. So one that nobody holds was left behind by a run that was killed,
//! and the next run that writes into its folder removes it. It touches no file that is
//! not called like its own, and follows no link.
//!
//! ```text
//! claims.toml  .claims.toml.gainsay-4711.tmp
//! ```

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// What stands behind the name of the file to be written.
const MARK: &str = ".gainsay-";

/// The ending.
const ENDING: &str = ".tmp";

/// Another process may have this one's number, in a container or across a network:
/// so many names are tried.
const NAMES: u32 = 100;

/// Makes one beside a file, empty and held, and removes those left behind there.
pub(super) fn create_beside(real: &Path) -> io::Result<(PathBuf, File)> {
    let name = real.file_name().unwrap_or_default();
    remove_left_behind(real);
    for number in 0..NAMES {
        let path = real.with_file_name(temporary_name(name, number));
        // Never through a link that somebody put there.
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) if is_held(&file) && path.exists() => return Ok((path, file)),
            // Somebody took it for left behind before it was held.
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "there are too many temporary files beside it"))
}

fn temporary_name(name: &OsStr, number: u32) -> OsString {
    let mut temporary = OsString::from(".");
    temporary.push(name);
    temporary.push(format!("{MARK}{}", std::process::id()));
    if number > 0 {
        temporary.push(format!("-{number}"));
    }
    temporary.push(ENDING);
    temporary
}

/// Holds a file; where there are no locks, nobody can take it away either.
fn is_held(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Removes what runs that were killed have left in the folder of a file. What cannot
/// be looked at or removed stays.
fn remove_left_behind(real: &Path) {
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = is_temporary(&entry.file_name()) && entry.file_type().is_ok_and(|kind| kind.is_file());
        let opened = is_ours.then(|| OpenOptions::new().write(true).open(entry.path()));
        if let Some(Ok(file)) = opened
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a name is one that [`temporary_name`] gives.
fn is_temporary(name: &OsStr) -> bool {
    let number = name.to_str().and_then(|name| name.strip_prefix('.')?.strip_suffix(ENDING)?.rsplit_once(MARK));
    number.is_some_and(|(name, number)| {
        let is_number =
            number.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        !name.is_empty() && is_number
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_held_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("claims.toml");
        let names = ["claims.toml", ".claims.toml.gainsay-1.tmp", ".report.html.gainsay-77-3.tmp"];
        let others = [
            ".claims.toml.1.tmp",
            ".claims.toml.gainsay-.tmp",
            ".gainsay-1.tmp",
            "a.gainsay-1.tmp",
            ".a.gainsay-b.tmp",
        ];
        for name in names.iter().chain(&others) {
            fs::write(folder.path().join(name), "old").unwrap();
        }
        let held = File::create(folder.path().join(".claims.toml.gainsay-2.tmp")).unwrap();
        held.lock().unwrap();
        let (temporary, _file) = create_beside(&real).unwrap();
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let own = temporary.file_name().unwrap().to_owned();
        let kept = ["claims.toml", ".claims.toml.gainsay-2.tmp"].iter().chain(&others).map(OsString::from);
        let mut expected: Vec<OsString> = kept.chain([own]).collect();
        left.sort();
        expected.sort();
        assert_eq!(left, expected);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_under_its_name_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let (real, victim) = (folder.path().join("claims.toml"), folder.path().join("victim"));
        fs::write(&victim, "mine").unwrap();
        let taken = folder.path().join(temporary_name(OsStr::new("claims.toml"), 0));
        std::os::unix::fs::symlink(&victim, &taken).unwrap();
        let (temporary, mut file) = create_beside(&real).unwrap();
        std::io::Write::write_all(&mut file, b"new").unwrap();
        assert_ne!(temporary, taken);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
    }

    #[test]
    fn another_process_of_the_same_number_is_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("claims.toml");
        let (first, _held) = create_beside(&real).unwrap();
        let (second, _too) = create_beside(&real).unwrap();
        assert_ne!(first, second);
        assert!(first.exists() && second.exists());
        assert!(is_temporary(second.file_name().unwrap()));
    }
}
