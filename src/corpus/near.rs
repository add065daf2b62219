//! Files one after another, most of them in the folder of the one before: these are looked for in that
//! folder, not from the root on. Of an archive's files nothing takes the system as long as their paths.

use super::stamp::{Since, Stamp};
use super::walk::Found;
use std::fs::File;
use std::io;
use std::path::Path;

/// Where files are looked for.
#[derive(Debug)]
pub struct Near<'b> {
    base: &'b Path,
    /// The folder of the last file, as reports show it, with a `/` at the end.
    folder: String,
    /// The same, opened for the second file in it: many a folder has but one.
    opened: Option<File>,
}

impl<'b> Near<'b> {
    /// Of files whose paths begin at `base`.
    #[must_use]
    pub fn new(base: &'b Path) -> Self {
        Self { base, folder: String::new(), opened: None }
    }

    /// Where the paths of files begin.
    pub(super) fn base(&self) -> &'b Path {
        self.base
    }

    /// The stamp of a file, as [`Stamp::of`] has it.
    pub fn stamp(&mut self, file: &Found, since: Since) -> Option<Stamp> {
        let near = self.folder_of(file).and_then(|(folder, name)| system::stamp(folder, name, since));
        // Where a system refuses the one, it may give the other.
        near.or_else(|| Stamp::of(&file.place(self.base), since))
    }

    /// Opens a file to be read.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn open(&mut self, file: &Found) -> io::Result<File> {
        let near = self.folder_of(file).and_then(|(folder, name)| system::open(folder, name).ok());
        near.map_or_else(|| File::open(file.place(self.base)), Ok)
    }

    /// The folder of a file where it is known, and the file's name in it.
    fn folder_of<'f>(&mut self, file: &'f Found) -> Option<(&File, &'f str)> {
        if !system::LOOKS_IN_FOLDERS || file.place_unless_shown().is_some() {
            return None;
        }
        let (folder, name) = file.shown().split_at(file.shown().rfind('/')? + 1);
        if self.folder != folder {
            folder.clone_into(&mut self.folder);
            self.opened = None;
            return None;
        }
        if self.opened.is_none() {
            self.opened = File::open(self.base.join(folder)).ok();
        }
        Some((self.opened.as_ref()?, name))
    }
}

#[cfg(target_os = "linux")]
mod system {
    use super::{File, Since, Stamp, io};
    use rustix::fs::{AtFlags, Mode, OFlags, StatxFlags, openat, statx};

    pub(super) const LOOKS_IN_FOLDERS: bool = true;

    pub(super) fn stamp(folder: &File, name: &str, since: Since) -> Option<Stamp> {
        Stamp::of_told(&statx(folder, name, AtFlags::empty(), StatxFlags::BASIC_STATS).ok()?, since)
    }

    pub(super) fn open(folder: &File, name: &str) -> io::Result<File> {
        Ok(openat(folder, name, OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?.into())
    }
}

/// Elsewhere files are looked for by their paths.
#[cfg(not(target_os = "linux"))]
mod system {
    use super::{File, Since, Stamp, io};

    pub(super) const LOOKS_IN_FOLDERS: bool = false;

    pub(super) fn stamp(_: &File, _: &str, _: Since) -> Option<Stamp> {
        None
    }

    pub(super) fn open(_: &File, _: &str) -> io::Result<File> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::walk::find_files;
    use std::fs;
    use std::io::Read;
    use std::path::PathBuf;
    use std::time::Duration;

    #[test]
    fn files_are_found_in_folders_as_by_their_paths() {
        let base = tempfile::tempdir().unwrap();
        for path in ["a.txt", "b.txt", "c/a.txt", "c/b.txt", "c/c.txt", "d/a.txt", "d/e/a.txt", "d/e/b.txt"] {
            let place = base.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, path).unwrap();
        }
        let since = Since::now(Duration::ZERO).later(Duration::from_secs(9));
        let (mut near, files) = (Near::new(base.path()), find_files(&[PathBuf::from(".")], base.path()).files);
        let mut look = |file: &Found| {
            let mut text = String::new();
            near.open(file).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, file.shown());
            let stamp = near.stamp(file, since);
            assert_eq!((stamp.is_some(), stamp), (cfg!(unix), Stamp::of(&file.place(base.path()), since)));
        };
        files.iter().chain(files.iter().rev()).for_each(&mut look);
        // What has taken the place of the folder is where its files are.
        let (old, gone) = (files.last().unwrap(), base.path().join("gone"));
        look(old);
        look(old);
        fs::rename(base.path().join("d/e"), &gone).unwrap();
        fs::remove_file(gone.join("b.txt")).unwrap();
        fs::create_dir(base.path().join("d/e")).unwrap();
        fs::write(base.path().join("d/e/b.txt"), "anew").unwrap();
        let mut text = String::new();
        near.open(old).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "anew");
        fs::remove_file(base.path().join("d/e/b.txt")).unwrap();
        assert_eq!(near.stamp(old, since), None);
        assert_eq!(near.open(old).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
